"""How the report looks: as wide as the terminal, and in characters that it can show."""

import json
from pathlib import Path
from typing import List

import pytest

from ..support.command import Here, own_table, run


@pytest.mark.parametrize("columns, width", [("1", 40), ("40", 40), ("57", 57), ("100", 100), ("1000", 100)])
def test_the_report_is_as_wide_as_the_terminal(
    columns: str, width: int, here: Here, flats: List[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(len(line) for line in here.text(*flats, "--epochs", "3").splitlines()) == width


def test_without_unicode_the_report_is_in_ascii(flats: List[str]) -> None:
    arguments = [*flats, "--epochs", "3"]
    plain = run(*arguments, env={"PYTHONIOENCODING": "ascii"}, encoding="ascii")
    assert (plain.status, plain.err) == (0, "")
    assert "2 -> 8 -> 4 -> 1" in plain.out and "The cost 1/2 (y - a)^2" in plain.out and "R^2" in plain.out
    in_unicode = run(*arguments).out
    assert in_unicode != plain.out and in_unicode.count("?") == plain.out.count("?")
    for encoding in ("cp1252", "latin-1", "cp437"):
        assert run(*arguments, env={"PYTHONIOENCODING": encoding}, encoding=encoding) == plain
    no_locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    assert run(*arguments, env=no_locale, encoding="ascii") == plain


@pytest.mark.parametrize("encoding, name", [("utf-8", "größe"), ("latin-1", "größe"), ("ascii", "gr??e")])
def test_names_are_shown_as_well_as_the_encoding_allows(encoding: str, name: str, tmp_path: Path) -> None:
    own = own_table(tmp_path, "a,größe\n1,2\n3,4\n", "größe")
    for options in (["--epochs", "1"], ["--json"], ["--without", "straße"]):
        outcome = run(*own, *options, env={"PYTHONIOENCODING": encoding}, encoding=encoding)
        assert "Traceback" not in outcome.err
        if options[0] == "--epochs":
            assert outcome.out.startswith(f"A network learns {name} by backpropagation")
        elif options[0] == "--json":
            assert json.loads(outcome.out)["table"]["target"] == "größe"
        else:
            assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
