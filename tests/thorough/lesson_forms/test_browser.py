"""The lessons' page in a browser: on every screen, in light and dark, with mouse, keyboard and screen reader."""

from pathlib import Path

from ...support.browser import num_checks_passed
from ...support.lessons import page


def test_the_page_works_in_a_browser(tmp_path: Path) -> None:
    (tmp_path / "lessons.html").write_text(page(), encoding="utf-8")
    (tmp_path / "expected.json").write_text("{}", encoding="utf-8")
    assert num_checks_passed(Path(__file__).resolve().parent / "browser" / "lessons.mjs", tmp_path) == 7
