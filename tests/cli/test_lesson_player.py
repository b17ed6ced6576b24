"""Playing a lesson on a terminal: predictions, going back, ending, Ctrl-C, narrow and plain terminals."""

import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import Dict, List, Optional

import pytest

from ..support.command import TIMEOUT, command, environment
from ..support.ladder import ROOT
from ..support.lessons import lesson
from ..support.optional import missing

PROMPT = re.compile(r"(\[\d+ of \d+\] |Your choice, 1 to \d: |Your number: )$")


class Player:
    """A lesson that is played on a pseudo-terminal."""

    def __init__(self, *arguments: str, env: Optional[Dict[str, str]] = None, columns: int = 80) -> None:
        try:
            import fcntl
            import pty
            import termios
            self.terminal, side = pty.openpty()
        except (ImportError, OSError) as error:
            missing(f"a pseudo-terminal ({error})")
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        settings = environment(env)
        settings.pop("COLUMNS", None)
        self.process = subprocess.Popen(
            command("lesson", *arguments), cwd=ROOT, env=settings, stdin=side, stdout=side, stderr=side,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        os.close(side)

    def __enter__(self) -> "Player":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)

    def shown(self, up_to_a_prompt: bool = True) -> str:
        """All that is shown up to the next prompt, or up to the end."""
        seen = b""
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end and select.select([self.terminal], [], [], TIMEOUT)[0]:
            try:
                seen += os.read(self.terminal, 65536)
            except OSError:  # the command has ended
                break
            if up_to_a_prompt and PROMPT.search(seen.decode("utf-8", "replace").replace("\r\n", "\n")):
                break
        return seen.decode("utf-8").replace("\r\n", "\n")

    def rest(self) -> str:
        """All that is shown up to the end."""
        return self.shown(up_to_a_prompt=False)

    def type(self, line: str) -> str:
        os.write(self.terminal, (line + "\n").encode("utf-8"))
        return self.shown()

    def until(self, words: str) -> str:
        """Press Enter until these words are shown; return what was shown with them."""
        text = self.shown()
        for _ in range(60):
            if words in text:
                return text
            assert PROMPT.search(text), text
            text = self.type("")
        raise AssertionError(f"{words!r} was never shown")

    def to_the_end(self) -> str:
        """Press Enter until the lesson ends."""
        seen = ""
        for _ in range(3 * len(lesson(3).steps)):
            if self.process.poll() is not None:
                break
            text = self.type("")
            seen += text
            if not PROMPT.search(text):
                break
        return seen

    def status(self) -> int:
        return self.process.wait(TIMEOUT)


def first_question(player: Player) -> str:
    """What is shown when the first question of lesson 3 is asked."""
    return player.until("Your choice, 1 to 2: ")


def test_text_and_code_come_first_then_the_question_then_the_result() -> None:
    with Player("3") as player:
        question = player.until("Predict. ")
        assert question.index("│ step = 0.001") < question.index("Predict. We make the weight a little larger.")
        assert "before: 48.51125" not in question
        assert "1  it becomes smaller\n2  it becomes larger\n" in question
        result = player.type("1")
        assert "before: 48.51125   after: 48.44651" in result and "Right." in result


def test_a_wrong_prediction_is_told_what_is_right() -> None:
    with Player("3") as player:
        first_question(player)
        assert 'Not this time: it is "it becomes smaller".' in player.type("it becomes l")


def test_enter_alone_shows_the_answer_without_a_verdict() -> None:
    with Player("3") as player:
        first_question(player)
        shown = player.type("")
        assert "before: 48.51125" in shown and "Right." not in shown and "Not this time" not in shown


@pytest.mark.parametrize("typed", ["3", "larger", "\u2202", "it becomes", "\x00", "9" * 1000])
def test_what_is_no_prediction_is_asked_for_again(typed: str) -> None:
    with Player("3") as player:
        first_question(player)
        assert "Type a number from 1 to 2, or Enter alone to see the answer." in player.type(typed)
        assert "Right." in player.type("1")


def test_b_goes_back_and_shows_the_same_again() -> None:
    with Player("3") as player:
        first = player.shown()
        second = player.type("")
        again = player.type("b")
        assert "3. Which way is down?" in first and "3. Which way is down?" in again
        assert "Enter goes on, b goes back, q ends.\n" not in again
        assert player.type("").split("[")[0].strip("\n") == second.split("[")[0].strip("\n")
        player.type("b")
        assert "3. Which way is down?" in player.type("b")  # at the beginning, it stays


@pytest.mark.parametrize("end", ["q", "Q", " q "])
def test_q_ends_the_lesson(end: str) -> None:
    with Player("3") as player:
        player.shown()
        assert "Lesson 3 ended with" in player.type(end)
        assert player.status() == 0


@pytest.mark.parametrize("end", ["q", "Q"])
def test_q_ends_it_at_a_question_too(end: str) -> None:
    with Player("3") as player:
        first_question(player)
        assert "Lesson 3 ended with 12 steps left." in player.type(end)


def test_b_goes_back_at_a_question_too() -> None:
    with Player("3") as player:
        first_question(player)
        assert "cost: 48.511" in player.type("b")
        assert player.type("").endswith("Your choice, 1 to 2: ")
        assert "Right." in player.type("1")


def test_at_the_last_step_q_ends_a_lesson_that_is_finished(tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    with Player("3", "--progress", str(path)) as player:
        player.until("[14 of 14]")
        assert "Next: " in player.type("q") and player.status() == 0
    assert '"finished": [3]' in path.read_text(encoding="utf-8")


def test_a_character_that_the_encoding_lacks_is_no_answer() -> None:
    with Player("3", env={"PYTHONIOENCODING": "ascii"}) as player:
        first_question(player)
        assert "Type a number from 1 to 2" in player.type("\u00fc")
        assert "Right." in player.type("1")


def test_progress_that_cannot_be_kept_is_noticed_at_the_start(tmp_path: Path) -> None:
    with Player("3", "--progress", str(tmp_path / "no" / "progress.json")) as player:
        assert "cannot be written: there is no folder" in player.shown() and player.status() == 1


def test_something_else_says_what_can_be_typed() -> None:
    with Player("3") as player:
        player.shown()
        assert "Enter goes on, b goes back, q ends." in player.type("help")


def test_at_the_end_the_next_lesson_is_named_and_progress_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "progress.json"
    path.write_text('{"format": "minibackprop progress", "version": 1, "finished": [5]}', encoding="utf-8")
    with Player("3", "--progress", str(path)) as player:
        player.shown()
        assert "3" not in path.read_text(encoding="utf-8")
        shown = player.to_the_end()
        assert "Practice: python3 -m minibackprop exercises start 5" in shown
        assert "Next: python3 -m minibackprop lesson 4" in shown and player.status() == 0
    assert '"finished": [3, 5]' in path.read_text(encoding="utf-8")
    done = subprocess.run(command("lesson", "--progress", str(path)), cwd=ROOT, stdout=subprocess.PIPE, check=True)
    assert b"15 min  finished" in done.stdout


def test_a_lesson_that_was_ended_early_is_not_finished(tmp_path: Path) -> None:
    with Player("3", "--progress", str(tmp_path / "progress.json")) as player:
        player.shown()
        player.type("q")
        player.status()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("at_a_question", [False, True])
def test_ctrl_c_ends_it_as_q_does(at_a_question: bool) -> None:
    with Player("3") as player:
        if at_a_question:
            first_question(player)
        else:
            player.shown()
        player.process.send_signal(signal.SIGINT)
        assert "Lesson 3 ended with" in player.rest() and player.status() == 0


def test_ctrl_d_ends_it_as_q_does() -> None:
    with Player("3") as player:
        player.shown()
        os.write(player.terminal, b"\x04")
        assert "Lesson 3 ended with" in player.shown() and player.status() == 0


def test_ctrl_c_during_a_training_ends_the_lesson() -> None:
    with Player("9") as player:
        player.until("Your choice")
        os.write(player.terminal, b"1\n")
        time.sleep(0.2)  # the training takes longer on most machines; if not, Ctrl-C comes at the prompt
        player.process.send_signal(signal.SIGINT)
        assert "Lesson 9 ended with" in player.rest() and player.status() == 0


def test_with_all_it_asks_nothing() -> None:
    with Player("1", "--all") as player:
        shown = player.shown()
        assert "Answer: 11" in shown and "Your number" not in shown and player.status() == 0


def lines_of_the_whole_lesson(**settings: str) -> List[str]:
    columns = int(settings.pop("columns", "80"))
    with Player("3", env=settings, columns=columns) as player:
        return (player.shown() + player.to_the_end()).splitlines()


def test_in_40_columns_no_line_is_longer() -> None:
    lines = lines_of_the_whole_lesson(columns="40")
    assert len(lines) > 100 and max(len(re.sub("\x1b\\[\\d*m", "", line)) for line in lines) <= 40


def test_headings_are_bold_but_not_where_colours_are_unwanted() -> None:
    assert any("\x1b[1mOne weight\x1b[0m" in line for line in lines_of_the_whole_lesson())
    assert not any("\x1b" in line for line in lines_of_the_whole_lesson(NO_COLOR="1"))


def test_in_ascii_nothing_is_lost() -> None:
    text = "\n".join(lines_of_the_whole_lesson(PYTHONIOENCODING="ascii"))
    assert text.isascii() and "dC/dw = dC/da * da/dz * dz/dw" in text and "| w, b = 2.0, 1.0" in text
    assert not re.search(r"\w\?\w|\?\?", text)


def test_it_is_tried_with_this_python() -> None:
    assert command("lesson")[0] == sys.executable
