"""The report on thirty classes."""

import re
from pathlib import Path

from ...support.command import Here, own_table


def test_many_classes_do_not_fit_and_the_report_says_where_they_are(here: Here, tmp_path: Path) -> None:
    lines = ["x,kind"] + [f"{n % 30},{'abcdefghijklmnopqrstuvwxyzABCD'[n % 30]}" for n in range(240)]
    own = own_table(tmp_path, "\n".join(lines), "kind")
    report = " ".join(here.text(*own, "--epochs", "1").split())
    assert "30 classes: A, B, C, D, a, …" in report
    assert re.search(r"\d+ of 60 are wrong; the table of all classes is too wide for here", report)
