"""The page in a browser: with mouse and keyboard, in light and dark, on a phone, with a screen reader."""

import json
from pathlib import Path
from typing import Any

import pytest

from minibackprop import Layer, Network, load_housing
from minibackprop.step_page.page import step_page
from minibackprop.step_page.subjects import page_of_example, page_of_table
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES
from minibackprop.teaching.walk import Walk

from ...support.browser import num_checks_passed
from ...support.html import records_in
from ...support.step_pages import HOUSING, NASTY_NAMES, expected_explanations, expected_values, housing, mazur

SCRIPTS = Path(__file__).resolve().parent / "browser"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three pages, and with what two of them should show."""
    folder, expected = tmp_path_factory.mktemp("pages"), {}
    for name, example, page in (
        ("mazur", mazur(), page_of_example(PUBLISHED_EXAMPLES["mazur"], epochs=3)),
        ("housing", housing(), page_of_table(load_housing(), HOUSING, epochs=2)),
    ):
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
        epochs, steps = len(records_in(page)["epochs"]), Walk(*example).steps()
        expected[name] = {
            "values": expected_values(example, epochs),
            "explanations": expected_explanations(example, epochs),
            "titles": [step.title for step in steps],
            "spoken": [[row.spoken for row in step.rows] for step in steps],
        }
    network = Network(Layer([[0.1, 0.2]], [0.3]))
    names: Any = [NASTY_NAMES[:2], [NASTY_NAMES[2]], None, NASTY_NAMES[0], NASTY_NAMES[3]]
    nasty = step_page(network, [[0.1, 0.2]], [[0.5]], 0.1, 1, *names)
    (folder / "nasty.html").write_text(nasty, encoding="utf-8")
    (folder / "expected.json").write_text(json.dumps({"pages": expected, "names": NASTY_NAMES}), encoding="utf-8")
    return folder


@pytest.mark.parametrize("script, num_checks", [
    ("numbers", 11),
    ("reading", 4),
    ("looks", 3),
    ("access", 2),
    ("safety", 2),
])
def test_the_page_works_in_a_browser(script: str, num_checks: int, pages: Path) -> None:
    assert num_checks_passed(SCRIPTS / f"{script}.mjs", pages) == num_checks
