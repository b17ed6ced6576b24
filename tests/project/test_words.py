"""The words are the field's own: none of the private metaphors of version 0.1.0 comes back."""

import re
from pathlib import Path
from typing import List

import pytest

from ..support.ladder import PACKAGE, ROOT

METAPHORS = [
    r"\bdoors?\b", r"\bwitness(es)?\b", r"\bhearts?\b", r"\bupright\b", r"\bturned\b", r"\bnudg\w+", r"\bnudge\b",
    r"\bway (back|forward)\b", r"\bdownhill\b", r"\bbends?\b", r"\bweighs?\b", r"\bblames?\b", r"\blistens?\b",
    r"\bat a glance\b", r"\bgains? (the|a) say\b", r"\bhad no say\b", r"\bnobody says\b",
]
OLD_NAMES = [
    r"\bScaling\b", r"\bPatience\b", r"\bwhy_stopped\b", r"\bcost_and_slopes\b", r"\bslope_by_nudging\b",
    r"\bpropagate_\w+", r"\bMeanSlopes\b", r"\bfinite_differences\b", r"\bminibackprop\.(views|tools|checks|scores)\b",
]
SUFFIXES = {".py", ".md", ".html", ".js", ".css", ".mjs"}


def texts() -> List[Path]:
    found = sorted(path for path in PACKAGE.rglob("*") if path.suffix in SUFFIXES)
    return [*found, ROOT / "README.md", ROOT / "data" / "README.md", *sorted((ROOT / ".github").rglob("*.md"))]


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_private_metaphor_and_no_old_name(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for pattern in METAPHORS + OLD_NAMES:
        found = re.search(pattern, text, re.IGNORECASE if pattern in METAPHORS else 0)
        assert found is None, f"line {text[:found.start()].count(chr(10)) + 1}: {found.group()!r}"


@pytest.mark.parametrize("folder", sorted({path.parent for path in texts()}), ids=lambda folder: folder.name)
def test_the_course_notebook_has_a_name(folder: Path) -> None:
    """Where the texts of a folder speak of the notebook that the jobs come from, they say which."""
    text = "".join([path.read_text(encoding="utf-8") for path in texts() if path.parent == folder])
    assert not re.search(r"\bthe lesson's\b|\b(as|in) the lesson\b", text)
    if "the course notebook" in text or "the notebook's" in text:
        assert "Module 4: Backpropagation" in text
