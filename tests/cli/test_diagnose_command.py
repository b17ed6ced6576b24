"""The command `diagnose`: the learner's file runs in a process of its own, and cannot harm the verdict."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any, List

import pytest

from minibackprop import MISTAKES
from minibackprop.cli.terminal import Terminal

from ..support.command import Here, command, environment, run
from ..support.ladder import ROOT
from ..support.learner_files import RIGHT, written

WRONG = RIGHT.replace("record.dC_dW,", "[[-s for s in row] for row in record.dC_dW],")
MAZUR = ".149780716 .19956143; .24975114 .29950229 | .35891648, .408666186 .511301270 .561370121"
EXAMPLE = ["diagnose", "--example", "mazur"]


def test_a_right_function_is_correct_and_a_wrong_one_is_named(here: Here, tmp_path: Path) -> None:
    assert "Correct: all 118 numbers in 3 batches" in here.text("diagnose", written(tmp_path, RIGHT))
    outcome = here.run("diagnose", written(tmp_path, WRONG))
    assert (outcome.status, outcome.err) == (1, "") and outcome.out.startswith("sign: ")
    assert "diagnosis = diagnose(backward), then print(explain(diagnosis.network," in outcome.out
    question = here.run("diagnose", written(tmp_path, WRONG), "--hint", "1").out
    assert question == "If an output is too high, should the slope of the cost be positive or negative?\n"


def test_the_verdict_as_json(here: Here, tmp_path: Path) -> None:
    found = json.loads(here.run("diagnose", written(tmp_path, WRONG), "--json").out)
    assert (found["is_correct"], found["mistakes"], found["candidates"]) == (False, ["sign"], [["sign"]])
    assert found["where"]["yours"] == -found["where"]["right"] and found["where"]["quantity"] == "dC_dW"
    assert json.loads(here.text("diagnose", written(tmp_path, RIGHT), "--json"))["where"] is None


def test_options_say_how_the_function_is_called(here: Here, tmp_path: Path) -> None:
    function = "def mine(network, x, y):\n    return [W for W, _ in backward(network, [x], [y])]\n"
    path = written(tmp_path, RIGHT.replace(", Y)]", ", Y, CROSS_ENTROPY)]") + function
                   + "from minibackprop import CROSS_ENTROPY\n")
    options = ["--one-example", "--no-biases", "--cost", "cross-entropy", "--learning-rate", "0.1", "--timeout", "60"]
    assert "Correct" in here.text("diagnose", f"{path}:mine", *options)
    text = Path(path).read_text(encoding="utf-8")
    wrong = written(tmp_path, text.replace("[W for", "[[[-w for w in v] for v in W] for"))
    call = "diagnose(mine, cost=CROSS_ENTROPY, learning_rate=0.1, biases=False, one_example=True)"
    assert f"in Python, diagnosis = {call}, then print(" in here.run("diagnose", f"{wrong}:mine", *options).out


HARMLESS = {
    "prints": "print('x' * 10**7)\nimport os, sys\nsys.stderr.write('y' * 10**6)\nos.write(1, b'z' * 10**6)\n" + RIGHT,
    "replaces": "import json, sys\njson.dumps = sys.stdout = json.loads = None\n" + RIGHT,
    "threads": "import threading, time\nthreading.Thread(target=time.sleep, args=(99,)).start()\n" + RIGHT,
    "main": RIGHT + "if __name__ == '__main__':\n    while True: pass\n",
    "options": "import argparse, sys\nargparse.ArgumentParser().parse_args()\nassert sys.argv == [__file__]\n" + RIGHT,
    "encoding": "# -*- coding: latin-1 -*-\n" + RIGHT,
}


@pytest.mark.parametrize("kind", HARMLESS)
def test_what_is_unusual_but_harmless_changes_nothing(kind: str, here: Here, tmp_path: Path) -> None:
    assert "Correct: all 118 numbers" in here.text("diagnose", written(tmp_path, HARMLESS[kind]), "--timeout", "60")


def test_the_files_beside_it_can_be_imported_and_do_not_get_in_the_way(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("json", "random", "argparse", "types", "threading"):
        written(tmp_path, "raise SystemExit", f"{name}.py")
    written(tmp_path, RIGHT, "chain.py")
    path = written(tmp_path, "from chain import backward\n")
    assert "Correct" in here.text("diagnose", path, "--timeout", "60")


def test_the_line_of_the_error_is_shown(here: Here, tmp_path: Path) -> None:
    outcome = here.run("diagnose", written(tmp_path, "def backward(network, X, Y):\n    return X[99]  # too far\n"))
    assert "It raised IndexError: list index out of range, in line 2 of mine.py, with" in outcome.out
    assert outcome.out.endswith("\n   2: return X[99]  # too far\n")


def test_the_line_of_an_error_in_another_file_is_not_looked_for_in_this_one(here: Here, tmp_path: Path) -> None:
    written(tmp_path, "def backward(network, X, Y):\n    return X[99]\n", "chain.py")
    outcome = here.run("diagnose", written(tmp_path, "from chain import backward\nx = 2\n"))
    assert "in line 2 of chain.py" in outcome.out and "x = 2" not in outcome.out


def test_a_hint_does_not_tell_the_line(here: Here, tmp_path: Path) -> None:
    text = RIGHT.replace("(record.dC_dW,", "(list(zip(*record.dC_dW)),")
    text = text.replace("    return", "    if len(X[0]) != 3: raise ValueError\n    return")
    shown = [here.run("diagnose", written(tmp_path, text), "--hint", hint).out for hint in ("1", "3")]
    assert ["It raised" in out for out in shown] == ["raise ValueError" in out for out in shown] == [False, True], shown


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="process groups")
def test_processes_that_it_has_started_are_ended_too(here: Here, tmp_path: Path) -> None:
    sleeper = tmp_path / "pid"
    path = written(tmp_path, (
        "import subprocess, sys\n"
        "process = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(999)'])\n"
        f"open({str(sleeper)!r}, 'w').write(str(process.pid))\n" + RIGHT
    ))
    assert "Correct" in here.text("diagnose", path, "--timeout", "60")
    pid = int(sleeper.read_text())
    for _ in range(300):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat")
            if state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return  # ended, but its parent is gone and has not noticed
        except OSError:
            return
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    pytest.fail("a process was left over")


@pytest.mark.parametrize("name, words", [
    ("none.py", "there is no such file"), ("", "it is a folder"), ("mine.ipynb", "is a notebook: save it as a Python"),
])
def test_what_is_no_python_file_is_said(name: str, words: str, here: Here, tmp_path: Path) -> None:
    written(tmp_path, "{}", "mine.ipynb")
    assert words in here.error_line(1, "diagnose", str(tmp_path / name))


@pytest.mark.parametrize("name", ["", "a.b", "my-name", "class"])
def test_a_name_that_no_function_can_have_is_said(name: str, here: Here, tmp_path: Path) -> None:
    path = written(tmp_path, "def mine(*_): pass")
    expected = f"{path} has no function {name!r}; it has mine: name one of them, as in {path}:mine"
    assert expected in here.error_line(1, "diagnose", f"{path}:{name}")


def test_a_file_that_is_no_text_is_said(here: Here, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_bytes(b"\x00\xff\xfe\x01" * 10)
    assert "mine.py is not valid Python: " in here.error_line(1, "diagnose", str(tmp_path / "mine.py"))


def test_ctrl_c_ends_it_and_the_process_of_the_file(tmp_path: Path) -> None:
    started = tmp_path / "started"
    path = written(tmp_path, f"open({str(started)!r}, 'w').close()\nwhile True: pass")
    process = subprocess.Popen(
        command("diagnose", path, "--timeout", "100"), cwd=str(ROOT), env=environment(), stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    for _ in range(600):
        if started.exists():
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, b"")
    assert err.decode() == "minibackprop: error: interrupted before there was a result to show\n"


def test_printed_weights_of_a_published_example_are_right_to_their_digits(here: Here) -> None:
    assert "Correct: all 8 numbers" in here.text(*EXAMPLE, "--new-weights", MAZUR)
    biases = ".3456143226 .3450228726 .5307507192 .6190491183"
    assert "Correct: all 12 numbers" in here.text(*EXAMPLE, "--new-weights", MAZUR, "--new-biases", biases)
    found = here.run(*EXAMPLE, "--new-weights", MAZUR, "--new-biases", ".35 .35 .6 .6", "--tolerance", "1e-8")
    assert found.status == 1 and found.out.startswith("no-bias: ")
    words = MAZUR.replace("|", "").replace(";", "").replace(",", "").split()
    repeated = here.text(*EXAMPLE, "--new-weights", " ".join(words[:4]), "--new-weights", " ".join(words[4:]))
    assert "Correct: all 8 numbers" in repeated


def weights_updated_too_early() -> str:
    """Mazur's step, with the slopes of the hidden layer passed back through the new weights, to nine decimals."""
    x, h = (0.05, 0.1), (0.5932699921071872, 0.596884378259767)
    o, y = (0.7513650695523157, 0.7729284653214625), (0.01, 0.99)
    deltas = [(a - t) * a * (1 - a) for a, t in zip(o, y)]
    last = [[w - 0.5 * d * a for w, a in zip(row, h)] for row, d in zip(((0.4, 0.45), (0.5, 0.55)), deltas)]
    back = [sum(d * row[i] for d, row in zip(deltas, last)) * h[i] * (1 - h[i]) for i in (0, 1)]
    first = [[w - 0.5 * d * x_i for w, x_i in zip(row, x)] for row, d in zip(((0.15, 0.2), (0.25, 0.3)), back)]
    return " ".join(f"{w:.9f}" for row in first + last for w in row)


def test_weights_that_were_updated_too_early_are_recognised(here: Here) -> None:
    found = here.run(*EXAMPLE, "--new-weights", weights_updated_too_early())
    assert found.status == 1 and found.out.startswith("updated-weights: "), found.out
    assert "minibackprop explain --example mazur --layer 1 --neuron 1 --input 1" in found.out


def test_what_to_go_on_with_has_the_same_options(here: Here) -> None:
    found = here.run(*EXAMPLE, "--new-weights", MAZUR, "--cost", "cross-entropy", "--learning-rate", "0.7")
    go_on = found.out.split("Go on: minibackprop ")[1].split()
    assert go_on[-4:] == ["--cost", "cross-entropy", "--learning-rate", "0.7"]
    assert "0.7" in here.text(*go_on)


@pytest.mark.parametrize("numbers", [MAZUR + ";", "| " + MAZUR.replace(";", "|;") + " |"])
def test_separators_may_also_be_around_the_numbers(numbers: str, here: Here) -> None:
    assert "Correct: all 8 numbers" in here.text(*EXAMPLE, "--new-weights", numbers)


BAD_USAGE: List[Any] = [
    ([], "give either FILE.py, or --example with --new-weights"),
    (["a.py", "--example", "mazur", "--new-weights", "1"], "give either FILE.py, or --example"),
    (["--example", "mazur"], "--example has no effect without --new-weights"),
    (["a.py", "--new-weights", "1"], "--new-weights has no effect without --example"),
    (["a.py", "--tolerance", "1"], "--tolerance has no effect without --example"),
    (["--example", "mazur", "--new-weights", "1 2"], "--new-weights has 2 numbers, but this network needs 8: first"),
    (["--example", "mazur", "--new-weights", ""], "--new-weights has 0 numbers, but this network needs 8"),
    (["--example", "mazur", "--new-weights", "nan"], "--new-weights has 'nan', but must be numbers"),
    (["--example", "mazur", "--new-weights", "1e999"], "--new-weights has '1e999', but must be numbers"),
    (["--example", "mazur", "--new-weights", "1 x"], "--new-weights has 'x', but must be numbers"),
    (["--example", "mazur", "--new-weights", MAZUR, "--new-biases", "1"], "--new-biases has 1 number, but"),
    (["--example", "nobody", "--new-weights", "1"], "there is no example 'nobody'"),
    (["--example", "mazur", "--new-weights", MAZUR, "--tolerance", "9"], "no slope of a weight is larger"),
    (["--example", "mazur", "--new-weights", MAZUR, "--timeout", "9"], "--timeout has no effect with --example"),
    (["a.py", "--hint", "4"], "--hint is 4, but must be 1 (a question), 2 (the rule) or 3"),
    (["a.py", "--hint", "0"], "the hint is 0, but must be a whole number, 1 or more"),
    (["a.py", "--timeout", "0"], "the time limit is '0', but must be a number above 0, such as 10"),
    (["a.py", "--jsn"], "there is no option --jsn: did you mean --json?"),
]


@pytest.mark.parametrize("arguments, words", BAD_USAGE)
def test_options_that_make_no_sense_are_said(arguments: List[str], words: str, here: Here) -> None:
    assert words in here.error_line(2, "diagnose", *arguments)


def test_where_there_is_no_unicode_it_is_spelled_out(tmp_path: Path) -> None:
    outcome = run("diagnose", written(tmp_path, WRONG), env={"PYTHONIOENCODING": "ascii"}, encoding="ascii")
    assert outcome.status == 1 and "?" not in outcome.out
    assert "your dC/dw3[1,1] = " in outcome.out and "wrong: dC/da = y - a" in outcome.out


def test_all_words_of_the_catalogue_can_be_spelled_out() -> None:
    terminal = Terminal()
    terminal.unicode = False
    for mistake in MISTAKES.values():
        for text in (mistake.sentence, mistake.question, mistake.right, mistake.wrong, mistake.factor):
            terminal.spell(text).encode("ascii")  # UnicodeEncodeError if a character is not spelled out
