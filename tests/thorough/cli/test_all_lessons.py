"""The command `lesson all`: each lesson as text, in their order; Ctrl-C while their page is made leaves no file."""

import signal
import subprocess
import time
from pathlib import Path

from ...support.command import TIMEOUT, Here, command, environment
from ...support.ladder import ROOT
from ...support.lessons import NUMBERS, answers_of, lesson


def test_what_is_no_terminal_gets_the_whole_lesson(here: Here) -> None:
    everything = here.text("lesson", "all")
    titles = [f"{number}. {lesson(number).title}\n" for number in NUMBERS]
    places = [everything.index(title) for title in titles]
    assert places == sorted(places) and places[0] == 0
    for number, start, end in zip(NUMBERS, places, places[1:] + [len(everything)]):
        text = everything[start:end]
        assert text.count("\nAnswer: ") == text.count("\nPredict. ") == len(answers_of(number))
        assert not [mark for mark in ("**Predict", "**Modify", "\n# ", "*z*", "`") if mark in text]
    assert here.text("lesson", "2").rstrip("\n") == everything[places[1] : places[2]].rstrip("\n")


def test_ctrl_c_while_a_page_is_made_leaves_no_file(tmp_path: Path) -> None:
    arguments = command("lesson", "all", "-o", str(tmp_path / "lessons.html"))
    process = subprocess.Popen(arguments, cwd=ROOT, stderr=subprocess.PIPE, env=environment(),
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    time.sleep(2.5)  # it takes about ten seconds
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=TIMEOUT)
    assert (process.returncode, list(tmp_path.iterdir())) == (1, [])
    assert err == b"minibackprop: error: interrupted before there was a result to show\n"
