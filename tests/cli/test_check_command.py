"""The command `check`: what it says, its exit status, every format, secret numbers, and a class."""

import csv
import json
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import List

import pytest

from minibackprop.cli.parser import command_as_typed
from minibackprop.exercise_forms.sources import file_name_of, solution_of, stub_of

from ..support.command import TIMEOUT, Here, command, environment, run
from ..support.ladder import ROOT
from ..support.learner_files import WITHOUT_BIAS

FORMATS = ["text", "json", "gradescope", "prairielearn", "coderunner", "vpl", "junit"]

pytestmark = pytest.mark.usefixtures("in_a_folder")


def write(name: str, source: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(source, encoding="utf-8")
    return name


def test_a_right_file_passes_and_names_the_next(here: Here) -> None:
    printed = here.text("check", write("mine.py", solution_of(1)))
    assert printed.startswith("Exercise 1, the weighted input: passed, 3 of 3 points\n")
    assert printed.endswith(
        f"Next: exercise 2, the output of a layer ({command_as_typed()} exercises start 2)\n"
    )


def test_a_wrong_file_fails_and_the_mistake_is_named(here: Here) -> None:
    outcome = here.run("check", write("mine.py", WITHOUT_BIAS))
    assert (outcome.status, outcome.err) == (1, "")
    assert "bias-missing: The bias is not added." in outcome.out
    question = here.run("check", "mine.py", "--hint", "1").out
    assert "bias-missing" not in question and "does your function never use?" in question


@pytest.mark.parametrize("name, source, words", [
    ("empty.py", "", "empty.py: not started, 0 of 1 point"), ("other.py", "a = 1", "it has none of the functions"),
    (file_name_of(1), "", "Exercise 1, the weighted input: not started, 0 of 3 points"),
    (file_name_of(1), "weighted_input = 7", "not started"),
    ("notes.ipynb", '{"cells": [{"cell_type": "markdown", "source": []}]}', "not started"),
    ("broken.py", "def f(", "could not be run"), ("notes.txt", "", "it is neither a Python file (.py) nor a notebook"),
])
def test_silence_is_never_success(name: str, source: str, words: str, here: Here) -> None:
    outcome = here.run("check", write(name, source))
    assert outcome.status == 1 and words in outcome.out
    for form in FORMATS:
        assert here.run("check", name, "--format", form).status == 1


def test_nothing_at_all_is_no_success_either(here: Here, in_a_folder: Path) -> None:
    for path, words in ((".", "there is no exercise in it"), ("nowhere.py", "there is no such file or folder")):
        outcome = here.run("check", path)
        assert outcome.status == 1 and words in outcome.out and "0 of 1 point" in outcome.out


def test_a_folder_and_what_is_assigned(here: Here) -> None:
    for number in (1, 2):
        write(f"mine/{file_name_of(number)}", solution_of(number))
    write("mine/helper.py", "a = 1")
    assert "Total: 6 of 6 points" in here.text("check", "mine")
    outcome = here.run("check", "mine", "--exercises", "1-3")
    assert outcome.status == 1 and "Total: 6 of 13 points" in outcome.out
    assert here.text("check", "mine", "--exercises", "2").startswith("Exercise 2")
    write(f"mine/{file_name_of(3)}", "def relu_prime(")
    assert here.run("check", "mine", "--exercises", "1,2").status == 0
    assert here.run("check", "mine").status == 1


def test_of_two_files_for_an_exercise_the_better_one_counts(here: Here) -> None:
    write(file_name_of(1), WITHOUT_BIAS)
    write("my exercise 1.py", solution_of(1))
    printed = here.text("check", ".")
    assert printed.count("Exercise 1") == 1
    assert f"Found in several files: ./{file_name_of(1)}, ./my exercise 1.py. Counted: ./my exercise 1.py" in printed


def test_a_helper_beside_the_file_can_be_imported(here: Here) -> None:
    write("mine/my_helper.py", "def dot(v, w):\n    return sum(a * b for a, b in zip(v, w))\n")
    source = "from my_helper import dot\ndef weighted_input(w, x, b):\n    return dot(w, x) + b\n"
    write(f"mine/{file_name_of(1)}", source)
    assert "passed" in here.text("check", f"mine/{file_name_of(1)}")


def test_an_error_in_one_cell_does_not_end_the_others(here: Here) -> None:
    right = WITHOUT_BIAS.replace("))\n", ")) + b\n")
    cells = ["import nothing_like_this", "1 / 0", f"display(1)\nget_ipython().magic(1)\n{right}", "weighted_input()"]
    write("mine.ipynb", json.dumps({"cells": [{"cell_type": "code", "source": [cell]} for cell in cells]}))
    assert "passed" in here.text("check", "mine.ipynb")


def test_a_slip_in_a_name_is_said(here: Here) -> None:
    outcome = here.run("check", write(file_name_of(1), "def weigthed_input(w, x, b):\n    return 7\n"))
    assert "The file has weigthed_input, but weighted_input is needed: is it a slip in the name?" in outcome.out


def test_the_planted_mistake_is_found_by_what_is_wrong(here: Here) -> None:
    outcome = here.run("check", write(file_name_of(17), stub_of(17, 4)))
    assert "not started, 0 of 5 points" in outcome.out and "wrong: ∂C/∂" in outcome.out
    assert outcome.out.endswith("Repair the wrong line.\n")
    for number, words in ((15, "Move the lines into the function"), (16, "Write the missing lines.")):
        assert words in here.run("check", write(file_name_of(number), stub_of(number))).out


def test_no_answer_to_secret_numbers_is_no_success(here: Here) -> None:
    write("mine.py", (
        "import os\ncalls = [0]\ndef weighted_input(w, x, b):\n    calls[0] += 1\n"
        "    if calls[0] == 1 and w != [2.0, -1.0]:\n        os._exit(0)\n"
        "    return sum(p * q for p, q in zip(w, x)) + b\n"
    ))
    outcome = here.run("check", "mine.py", "--seed", "secret")
    assert outcome.status == 1 and "other numbers: there was no answer" in outcome.out
    assert "1.5 of 3 points" in outcome.out


def test_a_file_that_cannot_be_read_does_not_change_what_is_assigned(here: Here) -> None:
    write("mine/broken.py", "def weighted_input(")
    outcome = here.run("check", "mine", "--exercises", "1")
    assert "could not be run, 0 of 3 points" in outcome.out and "not started" not in outcome.out
    write("mine/fine.py", solution_of(1))
    assert "Total: 3 of 6 points" in here.run("check", "mine", "--exercises", "1,2").out


def test_a_file_that_checks_itself_can_be_checked(here: Here) -> None:
    call = "from minibackprop import *\nresult = check(weighted_input)\nprint(result, result.text(hint=1))\n"
    assert "passed" in here.text("check", write("mine.py", solution_of(1) + call))


def test_each_format_goes_to_a_file(here: Here, in_a_folder: Path) -> None:
    write("mine.py", WITHOUT_BIAS)
    for form in FORMATS:
        outcome = here.run("check", "mine.py", "--seed", "secret", "--format", form, "-o", f"{form}.out")
        assert (outcome.status, outcome.out, outcome.err) == (1, "", "")
    texts = {form: (in_a_folder / f"{form}.out").read_text(encoding="utf-8") for form in FORMATS}
    assert json.loads(texts["json"])["points"] == json.loads(texts["gradescope"])["score"] == 0.0
    assert json.loads(texts["prairielearn"])["score"] == json.loads(texts["coderunner"])["fraction"] == 0.0
    assert texts["vpl"].endswith("\nGrade :=>> 0\n") and ET.fromstring(texts["junit"]).get("failures") == "5"
    assert all("bias-missing" in text for text in texts.values())
    assert "already exists" in here.run("check", "mine.py", "-o", "json.out").err


def test_secret_numbers_count_but_are_not_shown(here: Here) -> None:
    write("mine.py", "def weighted_input(w, x, b):\n    raise ValueError(w, x, b)\n")
    outputs = {
        here.run("check", "mine.py", "--seed", seed, *hidden).out
        for seed in ("one", "two") for hidden in ([], ["--hidden"])
    }
    assert len(outputs) == 2  # with the list of what was tried, or without it: the numbers are in neither
    assert all("6 of 6" not in output for output in outputs)


@pytest.mark.parametrize("arguments, message", [
    (["check", "a.py", "--grades"], "a.py is no folder: --report and --grades need the folder of a class"),
    (["check", ".", "--grades", "--format", "json"], "--format has no effect with --grades"),
    (["check", "a.py", "--hint", "4"], "--hint is 4, but must be 1"),
    (["check", "a.py", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
    (["check", "a.py", "--format", "csv"], "--format csv needs --report"),
    (["check", "a.py", "--hidden"], "--hidden has no effect without --seed"),
    (["check", "a.py", "--force"], "--force has no effect without --output"),
    (["check", "a.py", "--exercises", "x"], "x names no exercises: give numbers, such as 1-5,12"),
    (["check", "a.py", "--exercises", "18"], "there is no exercise 18"),
    (["check", "a.py", "--timeout", "0"], "the time limit is '0', but must be a number above 0"),
    (["check", "a.py", "--report"], "a.py is no folder: --report and --grades need the folder of a class"),
    (["check", ".", "--report"], ". holds no files or folders of learners"),
    (["check", ".", "--report", "--format", "vpl"], "--report has no format vpl"),
    (["check", ".", "--watch", "-o", "a.txt"], "--output has no effect with --watch"),
    (["check", "a.py", "--repot"], "there is no option --repot: did you mean --report?"),
])
def test_what_is_wrong_with_a_call_is_said(arguments: List[str], message: str, here: Here) -> None:
    assert message in here.error_line(2, *arguments)


def test_a_learner_of_a_class_may_have_helpers_and_folders(here: Here) -> None:
    write("class/anna/helper.py", "def dot(v, w):\n    return sum(a * b for a, b in zip(v, w))\n")
    write("class/anna/week1/exercise_01.py", solution_of(1))
    write("class/anna/exercise_02.py", solution_of(2))
    slopes = "from helper import dot\ndef cost_slope(y, a):\n    return [t - s for s, t in zip(y, a)]\n"
    cost = "def cost(y, a):\n    return dot(cost_slope(y, a), cost_slope(y, a)) / 2\n"
    write("class/anna/exercise_04.py", slopes + cost)
    write("class/anna/venv/pyvenv.cfg", "")
    write("class/anna/venv/lib/exercise_05.py", "def broken(")
    rows = list(csv.reader(here.text("check", "class", "--exercises", "1,2,4", "--grades").splitlines()))
    assert rows[1] == ["anna", "3.0", "3.0", "6.0", "12.0", "12.0", ""]


def test_a_class_of_folders(here: Here) -> None:
    write(f"class/a/{file_name_of(1)}", solution_of(1))
    write(f"class/b/{file_name_of(1)}", stub_of(1))
    write("class/c/all.py", WITHOUT_BIAS)
    lines = here.text("check", "class", "--report").splitlines()
    assert lines[0] == "3 learners" and lines[3].startswith("1 the weighted input") and lines[3].endswith("1 of 3")


def test_the_grades_of_a_class(here: Here) -> None:
    write("class/anna.py", solution_of(1) + solution_of(2))
    write("class/ben/one.py", WITHOUT_BIAS)
    write("class/=cora.py", "")
    write("other/anna.py", "")
    rows = list(csv.reader(here.text("check", "class", "--exercises", "1,2", "--grades").splitlines()))
    assert rows == [
        ["learner", "exercise 1", "exercise 2", "points", "of", "mistakes"],
        ["'=cora.py", "0.0", "0.0", "0.0", "6.0", ""], ["anna.py", "3.0", "3.0", "6.0", "6.0", ""],
        ["ben", "0.0", "0.0", "0.0", "6.0", "1 bias-missing"],
    ]
    both = here.text("check", "class", "other", "--exercises", "1,2", "--grades")
    assert "\nclass/anna.py,3.0" in both and "\nother/anna.py,0.0" in both


def test_a_file_with_the_name_of_a_module_of_python_is_not_run(in_a_folder: Path) -> None:
    for name in ("copy", "string", "json", "tokenize"):
        write(f"{name}.py", "raise SystemExit('it was run')\n")
    write("mine.py", solution_of(1))
    done = subprocess.run(
        command("check", "mine.py"), cwd=str(in_a_folder), env={**environment(), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=TIMEOUT,
    )
    assert (done.returncode, done.stderr) == (0, "") and "passed" in done.stdout


def test_40_columns_and_ascii(in_a_folder: Path) -> None:
    write("mine.py", WITHOUT_BIAS)
    outcome = run(
        "check", str(in_a_folder / "mine.py"), env={"COLUMNS": "40", "PYTHONIOENCODING": "ascii"}, encoding="ascii"
    )
    assert outcome.status == 1 and "wrong: z = w*x" in outcome.out
