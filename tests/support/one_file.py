"""The one-file version in each of its forms: each text is made once, however many tests look at it."""

import importlib.util
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, Dict, List

import pytest

from minibackprop.files.bundle import bundle

bundled = lru_cache(maxsize=None)(bundle)

OPTIONS: List[Dict[str, Any]] = [
    {}, {"with_housing": True}, {"with_diagnosis": True}, {"with_lessons": True}, {"with_exercises": True},
    {"with_lessons": True, "with_exercises": True},
]
each_form = pytest.mark.parametrize("form", OPTIONS, ids=lambda form: " and ".join(form) or "plain")


def loaded(path: Path, text: str) -> ModuleType:
    """The text as a module named minibackprop, without touching the one that is imported."""
    path.write_text(text, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("minibackprop", str(path))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
