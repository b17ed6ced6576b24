"""What a machine may lack. A test that needs it is skipped and says what is missing; if nothing may be, it fails."""

import importlib
import os
from typing import Any, NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skip this test and name what is missing; fail instead when MINIBACKPROP_NOTHING_MISSING is set, as in .ci/run."""
    if os.environ.get("MINIBACKPROP_NOTHING_MISSING"):
        pytest.fail(f"missing here, where nothing may be missing: {what}")
    pytest.skip(f"missing: {what}")


def not_everywhere(what: str) -> NoReturn:
    """Skip a test that needs something too large to require on every machine, and name it."""
    pytest.skip(f"missing: {what}")


def module_or_missing(name: str, how: str) -> Any:
    """A module that a test needs; mypy need not know it, as it is not installed everywhere."""
    try:
        return importlib.import_module(name)
    except ImportError:
        missing(how)


def numpy_or_missing() -> Any:
    """NumPy, for the tests that pass its arrays in."""
    return module_or_missing("numpy", "NumPy (pip install numpy)")
