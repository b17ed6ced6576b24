"""The lessons: each runs from top to bottom, asks before it shows, states true answers, and names before it uses."""

import ast
import math
import re
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Dict, List, Set

import pytest

import minibackprop
from minibackprop import CROSS_ENTROPY, HALF_SQUARED_ERROR, SIGMOID, Layer, Network, RandomNumbers, Standardizer
from minibackprop import accuracy, load_housing, r_squared, train, train_test_split
from minibackprop.files.bundle import bundle
from minibackprop.lesson_forms.formula import SUBSCRIPTS, SUPERSCRIPTS, is_symbol, symbols_in
from minibackprop.lesson_forms.lesson import Step
from minibackprop.lesson_forms.markdown import BOLD, FORMULA, MATH, blocks_of, plain, spans_of
from minibackprop.teaching.lessons import LESSONS

from ..support.ladder import PACKAGE
from ..support.lessons import NUMBERS, answers_of, each_lesson, lesson, output_of, path_of_lesson, shown_by
from ..support.syntax import top_level_names

MOST_COLUMNS = 88
MOST_SECONDS = 10
MOST_WORDS, MOST_WORDS_ON_AVERAGE = 27, 10

# The answers, worked out without the lessons: by hand, or from what the comment says.
ANSWERS: Dict[int, List[object]] = {
    1: [2 * 6 - 4 + 3, 1, 13 * 5, "by more than 50 thousand dollars", "TAX, the property tax"],
    2: [0.5 * 6 * 6, "it stays the same", 4, "mean, zero, random", 22.5],
    3: ["it becomes smaller", 0.6575, "negative", -9.85 * 6.575, "it is flat", "larger"],
    4: [
        "positive", "between 42 and 1,000", "much larger", "it grows without end",
        "jump from side to side, and never get lower",
        22.532806 * (1 - 0.9 ** 60),  # each epoch leaves 1 − 0.1 of the distance to the mean price
    ],
    5: [2 * 3, 0, 0.5, 0, "less than a thousandth as large", "linear and relu"],
    6: [2 * 2 + 1 - 2, 2 * 3, 2 * 3, 2 * 3 * 2, "larger"],
    7: [2 * 3 + 1, 3 * 2 - 1 * 2, "below 0.0001, but not exactly 0", "in layers 1 and 2"],
    8: ["no", "less than a cent", 0, "three layers with a sigmoid"],
    9: [
        "it falls nearly to 0", "no, it is lowest earlier, and rises again", 56 + 20, math.ceil(380 / 10),
        "one step for each mini-batch", "yes",
    ],
    10: [
        "it stops and says what is wrong", "more than 1,000 times", "0, or so close to it that nothing is learned",
        "it stays at −20", "yes", "in the line of delta",
    ],
    11: [0.5, "yes, all four are right when rounded", "nearly 0", "about −1", "with cross-entropy"],
}


def prose_of(step: Step) -> List[str]:
    """The sentences of a step: those of its paragraphs and of its lists."""
    sentences: List[str] = []
    for block in blocks_of(step.whole_text):
        if block.kind in ("paragraph", "list"):
            for line in block.lines:
                sentences += re.split(r"(?<=[.?!:])\s+", plain(line))
    return sentences


# Running


@each_lesson
def test_it_takes_a_few_seconds(number: int) -> None:
    """Ten are allowed; on a machine a third as fast as usual it has to pass, too."""
    assert shown_by(number)[1] < 3 * MOST_SECONDS


def test_alone_without_the_package_it_says_what_to_do(tmp_path: Path) -> None:
    for file in (path_of_lesson(1), PACKAGE / "teaching" / "lessons" / "minibackprop.py"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    command = [sys.executable, "-S", "-E", path_of_lesson(1).name]
    done = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    assert done.returncode == 1
    assert done.stderr.startswith("The lessons need the package: copy the folders minibackprop and data")
    assert done.stderr.count("\n") == 1


def test_a_debugger_steps_through_its_lines(tmp_path: Path) -> None:
    commands = "next\nnext\np x\nnext\np w\nquit\n"
    done = subprocess.run(
        [sys.executable, "-m", "pdb", str(path_of_lesson(1))], cwd=tmp_path, input=commands, timeout=60,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "HOME": str(tmp_path), "SYSTEMROOT": "C:\\Windows"},
    )
    assert "\n-> w = [2.0, -1.0]\n" in done.stdout and "(Pdb) [6.0, 4.0]" in done.stdout


def test_every_lesson_is_listed() -> None:
    files = sorted(path.stem for path in (PACKAGE / "teaching" / "lessons").glob("lesson_*.py"))
    assert files == LESSONS and len(LESSONS) == 11


# Answers and figures


@each_lesson
def test_the_answers_are_those_worked_out_without_the_lesson(number: int) -> None:
    assert len(ANSWERS[number]) == len(answers_of(number))
    for answer, expected in zip(answers_of(number), ANSWERS[number]):
        assert answer == (expected if isinstance(expected, str) else pytest.approx(expected, abs=1e-9, rel=1e-7))


@each_lesson
def test_an_answer_is_worked_out_by_code(number: int) -> None:
    """An answer that is chosen among texts is chosen by a comparison; any other is no constant."""
    for step in lesson(number).steps:
        if step.question:
            values = [
                node.value for node in ast.walk(ast.parse(step.code))
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
                and node.targets[0].id == "answer"
            ]
            texts = [value for value in values if isinstance(value, ast.Constant)]
            chosen = any(isinstance(node, (ast.If, ast.Try)) for node in ast.walk(ast.parse(step.code)))
            assert len(values) > len(texts) or len(texts) > 1 and chosen, step.question


@each_lesson
def test_the_answer_is_one_of_the_options(number: int) -> None:
    for step, shown in shown_by(number)[0]:
        if step.options:
            assert shown.answer in step.options and len(set(step.options)) == len(step.options) >= 2
        elif step.question:
            assert isinstance(shown.answer, (int, float)) and math.isfinite(shown.answer)


@pytest.mark.parametrize("number, count", [(1, 1), (2, 1), (3, 1), (4, 1)])
def test_two_ways_to_work_out_a_number_agree(number: int, count: int) -> None:
    both = r"^by (?:hand|the chain rule): +(.*)\nby (?:the library|trying): +(.*)$"
    pairs = re.findall(both, output_of(number), re.MULTILINE)
    assert len(pairs) == count and all(one == other for one, other in pairs)


def test_figures_in_the_texts_are_true() -> None:
    """Those that no code of the lessons prints."""
    housing = load_housing()
    prices = [row[0] for row in housing.Y]
    assert f"{sum(prices) / len(prices):.1f}" == "22.5"
    assert len(housing.X) == 506 and "\nprice: 25.2\n" in output_of(1)
    layer = Layer.random(13, 1, rng=RandomNumbers(3))
    assert all(Network(layer).predict(x)[0] > y[0] + 100 for x, y in zip(housing.X, housing.Y))  # all far too high
    assert "dC/db = 409.2" in output_of(4)  # "on average the predictions are 409 too high"
    assert 13 * 5 + 5 + 5 * 3 + 3 + 3 + 1 == 92 and 13 + 1 == 14 and 13 * 8 + 8 + 8 + 1 == 121
    assert 0.5 * 12 * 12 == 72 and 0.5 * 6 * 6 == 18


def test_more_time_hardly_helps_the_line_but_helps_the_half_squared_error() -> None:
    """What lessons 8 and 11 say about longer trainings."""
    to_train, held_out = train_test_split(load_housing(), 0.25, RandomNumbers(0))
    inputs, prices = Standardizer.fit(to_train.X), Standardizer.fit(to_train.Y)
    X, X_held_out = inputs.transform(to_train.X), inputs.transform(held_out.X)
    rng = RandomNumbers(3)
    line = Network(Layer.random(13, 1, rng=rng))
    line = train(line, X, prices.transform(to_train.Y), learning_rate=0.01, epochs=60, batch_size=10).network
    after_60 = r_squared(held_out.Y, prices.inverse_transform(line.predict_all(X_held_out)))
    after_30 = float(re.findall(r"one linear layer: +R2 = (0\.\d+)", output_of(8))[0])
    assert abs(after_60 - after_30) < 0.02
    classes, targets = [[[float(row[0] > 25)] for row in part.Y] for part in (to_train, held_out)]
    start = Network(Layer.random(13, 1, SIGMOID, RandomNumbers(3)))

    def accuracy_after(epochs: int, cost: minibackprop.Cost) -> float:
        network = train(start, X, classes, learning_rate=0.5, epochs=epochs, cost=cost).network
        return accuracy(targets, network.predict_all(X_held_out))

    assert accuracy_after(300, HALF_SQUARED_ERROR) == accuracy_after(60, CROSS_ENTROPY)


def test_lesson_7_has_thirteen_lines() -> None:
    (function,) = re.findall(r"^def my_backward\(.*?^    return gradients$", lesson(7).source, re.MULTILINE | re.DOTALL)
    assert len(function.splitlines()) == 13


# Form


@each_lesson
def test_it_has_all_that_a_lesson_has(number: int) -> None:
    steps = lesson(number).steps
    first, last = steps[0].text, steps[-1].text
    assert first.startswith(f"# {number}. ") and re.search(r"About 1[05] minutes\. After this lesson you\s+can", first)
    assert lesson(number).minutes <= 15
    assert sum(bool(step.question) for step in steps) >= 4
    whole = "\n".join([step.whole_text for step in steps])
    assert whole.count("**Modify.** ") == whole.count("**Make.** ") == 1
    assert last.startswith("## Next\n") or "\n## Next\n" in last
    assert number == len(LESSONS) or f"Lesson {number + 1} " in last


@each_lesson
def test_it_imports_only_public_names_and_math(number: int) -> None:
    for node in ast.walk(ast.parse(lesson(number).source)):
        if isinstance(node, ast.Import):
            assert [name.name for name in node.names] == ["math"]
        if isinstance(node, ast.ImportFrom):
            assert node.module == "minibackprop" and node.level == 0
            assert {name.name for name in node.names} <= set(minibackprop.__all__)


def names_of(tree: ast.Module) -> Set[str]:
    """The names that a program gives to values, functions and classes outside of functions."""
    inside = {id(node) for function in ast.walk(tree) if isinstance(function, ast.FunctionDef)
              for node in ast.walk(function) if node is not function}
    names = {node.id for node in ast.walk(tree)
             if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in inside}
    return names | {node.name for node in ast.walk(tree)
                    if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and id(node) not in inside}


@lru_cache(maxsize=None)
def names_of_the_one_file_version() -> Set[str]:
    return set(top_level_names(ast.parse(bundle(with_lessons=True))))


@each_lesson
def test_pasted_below_the_one_file_version_it_takes_no_name_of_the_library(number: int) -> None:
    """But for what means the same: lesson 5 writes the activation functions itself."""
    taken = names_of(ast.parse(lesson(number).source)) & names_of_the_one_file_version()
    assert taken <= ({"relu", "relu_prime", "sigmoid", "sigmoid_prime"} if number == 5 else set())


@each_lesson
def test_its_lines_are_short_and_its_code_has_no_step_of_many_statements(number: int) -> None:
    for line in lesson(number).source.splitlines():
        assert len(line) <= MOST_COLUMNS and line == line.rstrip()
        assert line.startswith("#") or ";" not in line


@each_lesson
def test_it_prints_plain_ascii_but_what_the_library_writes(number: int) -> None:
    """So that it can be printed anywhere; explanations and diagnoses have their own signs."""
    for node in ast.walk(ast.parse(lesson(number).source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            assert ast.dump(node).isascii()


# Words


@each_lesson
def test_its_sentences_are_short(number: int) -> None:
    lengths = [len(sentence.split()) for step in lesson(number).steps for sentence in prose_of(step)]
    assert max(lengths) <= MOST_WORDS
    assert sum(lengths) / len(lengths) <= MOST_WORDS_ON_AVERAGE


def letters_of(formula: str) -> List[str]:
    """The symbols of a formula, and the letters above and below them, which are symbols too."""
    raised = {**SUPERSCRIPTS, **SUBSCRIPTS}
    return symbols_in(formula) + [raised[each] for each in formula if raised.get(each, "").isalpha()]


def test_every_symbol_is_named_before_it_is_used() -> None:
    """A symbol is bold where it is named; it may be used from there on, also in later lessons."""
    named: Set[str] = set()
    for number in NUMBERS:
        for step in lesson(number).steps:
            for block in blocks_of(step.whole_text):
                for line in block.lines:
                    spans = [(MATH, line)] if block.kind == FORMULA else spans_of(line)
                    for kind, text in spans:
                        if kind == BOLD and is_symbol(text):
                            assert not set(letters_of(text)) & named, f"lesson {number} names {text} again"
                            named.update(letters_of(text))
                        elif kind == MATH:
                            for letter in letters_of(text):
                                if letter.endswith("′") and "f′" in named:  # the derivative of a function
                                    letter = letter[:-1]
                                assert letter in named, f"lesson {number} uses {letter} in {text!r} before it names it"
    assert {"x", "w", "b", "z", "a", "f", "y", "C", "m", "∂", "h", "η", "Σ", "f′", "σ", "k", "N", "δ"} <= named


def test_the_plan_for_a_teacher_names_every_lesson() -> None:
    plan = (PACKAGE / "teaching" / "lessons" / "README.md").read_text(encoding="utf-8")
    for number in NUMBERS:
        assert f"| {number} | [{lesson(number).title}]({LESSONS[number - 1]}.py) | {lesson(number).minutes} |" in plan
