"""Modules as they are in a copy of the package that was put inside another one."""

from types import ModuleType
from typing import Any, Dict, cast


def names_in_a_copy(module: ModuleType) -> Dict[str, Any]:
    """The names that a module has as a part of `vendor.minibackprop`; what it imports is that of the package itself."""
    assert module.__spec__ is not None
    code = cast(Any, module.__spec__.loader).get_code(module.__name__)
    names: Dict[str, Any] = {"__name__": f"vendor.{module.__name__}", "__package__": module.__package__}
    exec(code, names)
    return names
