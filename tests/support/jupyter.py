"""Jupyter, where it is installed: is a notebook valid, and what do its cells show when they run?"""

from pathlib import Path
from typing import Any

import pytest

from .ladder import ROOT
from .optional import module_or_missing

JUPYTER = "Jupyter (pip install nbconvert ipykernel)"


def validate(notebook: str) -> None:
    """Let nbformat look for errors in the text of a notebook."""
    nbformat = module_or_missing("nbformat", JUPYTER)
    nbformat.validate(nbformat.reads(notebook, as_version=4))


def run_by_nbconvert(
    notebook: str, folder: Path, monkeypatch: pytest.MonkeyPatch, allow_errors: bool = False
) -> Any:
    """The notebook with the outputs of its cells, which run in this folder and import this checkout."""
    nbformat, _ = module_or_missing("nbformat", JUPYTER), module_or_missing("ipykernel", JUPYTER)
    nbconvert = module_or_missing("nbconvert.preprocessors", JUPYTER)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    result = nbformat.reads(notebook, as_version=4)
    run = nbconvert.ExecutePreprocessor(timeout=120, allow_errors=allow_errors)
    run.preprocess(result, {"metadata": {"path": str(folder)}})
    return result
