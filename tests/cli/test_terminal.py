"""The command on a terminal: bold headings, long lines, and text that a terminal would obey."""

import io
import json
import re
import sys
from pathlib import Path
from typing import Any, List

import pytest

from minibackprop.cli.failure import fail
from minibackprop.cli.terminal import Terminal

from ..support.command import Env, Here, on_a_terminal, own_table, run


@pytest.mark.parametrize("env, bold", [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False),
                                       ({"TERM": "dumb"}, False)])
def test_headings_are_bold_if_the_terminal_and_its_user_want_that(env: Env, bold: bool, flats: List[str]) -> None:
    arguments = [*flats, "--epochs", "3"]
    outcome = on_a_terminal(*arguments, stream="stdout", env=env)
    assert (outcome.status, outcome.err) == (0, "")
    headings = re.findall(r"\033\[1m(.*?)\033\[0m", outcome.out)
    assert len(headings) == (4 if bold else 0)
    assert re.sub(r"\033\[[01]m", "", outcome.out) == run(*arguments).out


OBEYED = "\033[2J\x07\x9b1m\u202e\u2066\u200b\u2028\ufeff\r\b"


@pytest.mark.parametrize("target", [f"rent{OBEYED}", "rent\n\033[1mred", "\ufdd0rent"])
def test_a_report_never_tells_the_terminal_what_to_do(target: str, tmp_path: Path) -> None:
    own = own_table(tmp_path, f'size,"{target}"\n1,2\n2,3\n3,5\n5,7\n', target)
    report = on_a_terminal(*own, "--epochs", "1", stream="stdout")
    assert report.status == 0 and "rent" in report.out
    assert_harmless(re.sub(r"\033\[1m(.*?)\033\[0m", r"\1", report.out))
    as_json = on_a_terminal(*own, "--epochs", "1", "--json", stream="stdout").out
    assert_harmless(as_json)
    assert json.loads(as_json)["table"]["target"] == target


def test_a_message_never_tells_the_terminal_what_to_do(here: Here, tmp_path: Path) -> None:
    folder = tmp_path / f"my{OBEYED}folder"
    folder.mkdir()
    own = own_table(folder, f'size,"rent{OBEYED}"\n1,2\n2,a\n', f"rent{OBEYED}")
    for arguments, status in [
        (own, 1), ([*own, "--without", f"floor{OBEYED}"], 2), ([*own[:3], f"price{OBEYED}"], 2),
        (["--data", str(folder / "nope.csv"), "--target", "rent"], 1), ([*own, f"--epochs={OBEYED}"], 2),
        ([f"explain{OBEYED}"], 2), ([f"--epoch{OBEYED}s"], 2), (["--seed", "1", f"explain{OBEYED}"], 2),
        (["explain", "--example", OBEYED], 2), (["page", "-o", str(folder / "no" / "page.html")], 1),
        (["bundle", "-o", str(folder / "flats.csv")], 1),
    ]:
        outcome = here.run(*arguments)
        assert outcome.status == status and outcome.err.startswith("minibackprop: error: ")
        assert_harmless(outcome.err)


def assert_harmless(shown: str) -> None:
    obeyed = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
    assert not re.search(obeyed, shown)


def test_without_bold_no_name_switches_it_on(capsys: "pytest.CaptureFixture[str]") -> None:
    Terminal().print("a \ufdd0name")
    assert "\033" not in capsys.readouterr().out


def test_a_name_in_a_table_is_never_bold(tmp_path: Path) -> None:
    own = own_table(tmp_path, "\ufdd0size\ufdd1,kind\n" + "1,\ufdd0a\ufdd1\n2,b\n" * 4, "kind")
    report = on_a_terminal(*own, "--epochs", "1", stream="stdout").out
    assert len(re.findall(r"\033\[1m.*\033\[0m\n", report)) == report.count("\033[1m") == 5
    model, new = str(tmp_path / "kinds.json"), own[1]
    assert run(*own, "--epochs", "1", "--save", model).status == 0
    assert "\033" not in on_a_terminal("predict", model, "--data", new, stream="stdout").out


def test_every_line_of_a_heading_is_bold(capsys: "pytest.CaptureFixture[str]") -> None:
    terminal = Terminal()
    terminal.bold, terminal.width = True, 12
    terminal.print(terminal.heading("one two three four") + "\n\nfive")
    assert capsys.readouterr().out == "\033[1mone two\033[0m\n\033[1mthree four\033[0m\n\nfive\n"


def test_a_message_of_several_lines_is_indented(capsys: "pytest.CaptureFixture[str]") -> None:
    assert fail("flats.csv has 2 problems:\nline 2: 'a\033'\nline 3: 'b'", 1) == 1
    expected = "minibackprop: error: flats.csv has 2 problems:\n  line 2: 'a?'\n  line 3: 'b'\n"
    assert capsys.readouterr() == ("", expected)


def test_unbuffered_output_that_takes_a_part_at_a_time_gets_all(monkeypatch: pytest.MonkeyPatch) -> None:
    class Raw(io.BytesIO):
        def write(self, data: Any) -> int:
            return super().write(data[:10])

    raw = Raw()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    terminal = Terminal()
    terminal.print_exactly("∂C/∂w, " * 100)
    assert raw.getvalue().decode("utf-8") == "∂C/∂w, " * 100
