"""The one-file version of a package of a few small modules, whole: what is kept, in which order, and what is not."""

from typing import Dict, Optional

import pytest

from minibackprop import SettingError
from minibackprop.files import bundle as module
from minibackprop.files.bundle import bundle

from ..support.other_names import names_in_a_copy

FIRST = '''\
"""Lists of numbers.

In two paragraphs.
"""

import math

from .kinds import Matrix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .kinds import Vector
else:
    import math

if TYPE_CHECKING:
    def _repr_svg_() -> int:
        return 1

HALF: float = 0.5  # a comment
TWICE, A.b = 2, 3
ONE = other = 1


class Matrix:
    """A matrix."""

    def _repr_svg_(self) -> str:
        from .drawing import svg

        return svg(self)

    def size(self) -> int:
        """Its size."""
        import math
        return 1



    def last(self) -> int:
        return 2
'''
SECOND = '''"""What is read."""

from time import time

TYPE_CHECKING = False
DEBUG = True
if DEBUG:
    def forward() -> int:
        return 1
else:
    def backward() -> int:
        return 2
'''
SOURCES: Dict[str, str] = {
    "first.py": FIRST, "table_reading.py": SECOND.replace("\n", "\r\n"),
    "teaching/b.py": '"""B."""\ny = 1\n', "checking/c.py": '"""C."""\ndef _repr_svg_() -> int:\n    return 1\n',
    "drawing/p.py": '"""P."""\nclass Plot:\n    pass\n',
    "housing.py": '"""Housing."""\ndef housing_text() -> str:\n    return ""\n\n\n'
                  'def _read() -> int:\n    return 1\n\n\nH = 1\n',
}
RULE = (
    "# --------------------------------------------------------------------------------------------------------------"
)
OPENING = '"""What.\n\nThis is minibackprop 9.9 in one file: its modules, one after the other.\n"""\n\nimport math'
FIRST_PART = f'''{RULE}
# first: Lists of numbers.
#
# In two paragraphs.
{RULE}


TYPE_CHECKING = False


HALF: float = 0.5  # a comment
TWICE, A.b = 2, 3
ONE = other = 1


class Matrix:
    """A matrix."""

    def size(self) -> int:
        """Its size."""
        return 1

    def last(self) -> int:
        return 2'''
SECOND_PART = f"""{RULE}
# table_reading: What is read.
{RULE}


from time import time

DEBUG = True
if DEBUG:
    def forward() -> int:
        return 1
else:
    def backward() -> int:
        return 2"""
HOUSING_PART = f'''{RULE}
# housing: Housing.
{RULE}


H = 1


def housing_text() -> str:
    return """\\
MEDV
1
"""'''
PARTS = {
    name: f"{RULE}\n# {name}: {docstring}\n{RULE}\n\n\n{text}" for name, docstring, text in [
        ("teaching.b", "B.", "y = 1"), ("drawing.p", "P.", "class Plot:\n    pass"),
        ("checking.c", "C.", "def _repr_svg_() -> int:\n    return 1"),
    ]
}


def offers(*names: str) -> str:
    lines = "".join([f'    "{name}",\n' for name in names])
    return f'{RULE}\n# minibackprop: What this file offers.\n{RULE}\n\n__version__ = "9.9"\n\n__all__ = [\n{lines}]\n'


@pytest.fixture(autouse=True)
def small_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def get_data(package: str, path: str) -> Optional[bytes]:
        assert package == "minibackprop"
        return SOURCES[path].encode("utf-8") if path in SOURCES else None

    for name, value in {
        "MODULES": ["first", "table_reading"], "DIAGNOSIS": ["teaching.b"], "EXPLAIN": [], "PLOTS": ["drawing.p"],
        "EXERCISES": ["checking.c"], "NOTATION": "What.\n\n", "__version__": "9.9",
        "housing_text": lambda: "MEDV\n1\n",
        "PUBLIC_NAMES": ["Plot", "other", "A", "ONE", "Matrix", "backward", "forward", "_repr_svg_", "TWICE"],
    }.items():
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr("pkgutil.get_data", get_data)


def joined(*parts: str) -> str:
    return "\n\n\n".join(parts)


NAMES = ("other", "ONE", "Matrix", "backward", "forward")


def test_the_core() -> None:
    assert bundle() == joined(OPENING, FIRST_PART, SECOND_PART, offers(*NAMES))


def test_without_docstrings_it_has_no_notation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "NOTATION", None)  # as with python -OO
    assert bundle().startswith('"""\n\nThis is minibackprop 9.9 in one file')


def test_up_to_a_module() -> None:
    opening = OPENING.replace("its modules,", "its modules up to first,")
    assert bundle(until="first") == joined(opening, FIRST_PART, offers("other", "ONE", "Matrix"))
    with pytest.raises(SettingError, match="^there is no module 'second' to end with; the modules are first, table_re"):
        bundle(until="second")


def test_with_what_else_is_asked_for() -> None:
    core = (OPENING, FIRST_PART, SECOND_PART)
    diagnosis, plots, exercises = [PARTS[name] for name in ("teaching.b", "drawing.p", "checking.c")]
    assert bundle(with_housing=True) == joined(*core, HOUSING_PART, offers(*NAMES))
    last = bundle(with_housing=True, until="table_reading")
    assert last.replace(" up to table_reading", "") == bundle(with_housing=True)
    assert bundle(with_diagnosis=True) == joined(*core, diagnosis, offers(*NAMES))
    assert bundle(with_exercises=True) == joined(*core, diagnosis, exercises, offers(*NAMES, "_repr_svg_"))
    assert bundle(with_lessons=True) == joined(*core, diagnosis, plots, HOUSING_PART, offers("Plot", *NAMES))


@pytest.mark.parametrize("wanted, words", [
    ("with_lessons", "what the lessons need"), ("with_exercises", "the exercises"), ("with_diagnosis", "the diagnosis"),
])
def test_what_takes_all_modules_cannot_end_early(wanted: str, words: str) -> None:
    arguments = {wanted: True}
    with pytest.raises(SettingError) as raised:
        bundle(until="table_reading", **arguments)
    assert str(raised.value) == f"a file with {words} cannot end with table_reading: that takes all modules"


def test_the_housing_table_needs_the_last_module() -> None:
    with pytest.raises(SettingError) as raised:
        bundle(with_housing=True, until="first")
    assert str(raised.value) == (
        "a file with the housing table cannot end with first: it needs the module table_reading"
    )


def test_a_source_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MODULES", ["drawing.missing"])
    with pytest.raises(SettingError) as raised:
        bundle()
    assert str(raised.value) == (
        "minibackprop/drawing/missing.py cannot be read here: run bundle in a folder that holds the source"
    )


def test_a_copy_bundles_itself() -> None:
    assert names_in_a_copy(module)["PACKAGE"] == "vendor.minibackprop"
