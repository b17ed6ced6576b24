"""How functions that return values are judged: attempts, points, messages, and the wrong rules that are named."""

import struct
from typing import Any, Callable, Dict, List, Optional

import pytest

from minibackprop.checking.drawn import drawn_number, numbers_for
from minibackprop.checking.result import ExerciseResult
from minibackprop.checking.task import Task
from minibackprop.checking.value_exercise import ValueExercise
from minibackprop.checking.wrong_rule import WrongRule

BY_HAND = "the example worked by hand"
NOTHING: Dict[str, Any] = {"kind": "", "error": "", "line": None, "problem": "", "changed": False, "varies": False}


def wrong_rule(name: str, *versions: Callable[[float], Any]) -> WrongRule:
    return WrongRule(name, f"It is {name}.", f"{name} is wrong", "right", f"Is it {name}?", list(versions))


def fails(x: float) -> float:
    raise ValueError("no")


def doubling(*rules: WrongRule) -> Task:
    """Twice a number: 3 in the example, then 1 and 2, then one that is drawn."""
    kinds: Any = [("small", lambda rng: [[1.0], [2.0]]), ("drawn", lambda rng: [[drawn_number(rng)]])]
    return Task("double", "x", lambda x: 2.0 * x, [3.0], kinds, list(rules))


def exercise_of(*tasks: Task) -> ValueExercise:
    return ValueExercise(99, "twice", 1, 6, list(tasks), ["Why?", "rule", "line"], "it works")


ADDED, SQUARED = wrong_rule("added", lambda x: x + 2.0), wrong_rule("squared", lambda x: x * x)
ONE = exercise_of(doubling(ADDED, SQUARED))
NEGATIVE = Task("negative", "x", lambda x: -x, [3.0], [("drawn", lambda rng: [[drawn_number(rng)]])], [])
TWO = exercise_of(doubling(ADDED, SQUARED), NEGATIVE)


def judged(exercise: ValueExercise, seed: Optional[int] = None, **functions: Any) -> ExerciseResult:
    secretly = None if seed is None else exercise.observe(functions, seed)
    return exercise.judge(exercise.observe(functions), secretly, seed)


def test_an_exercise_asks_for_the_functions_of_its_tasks() -> None:
    two = exercise_of(doubling(), NEGATIVE)
    assert (two.number, two.title, two.lesson, two.points, two.showed) == (99, "twice", 1, 6, "it works")
    assert (two.names, two.parameters, two.hints) == (["double", "negative"], ["x", "x"], ["Why?", "rule", "line"])


def test_everybody_has_the_example_and_the_same_numbers() -> None:
    attempts, rng = TWO.attempts(None), numbers_for(99, None)
    assert [(attempt.task.name, attempt.title, attempt.calls, attempt.is_secret) for attempt in attempts] == [
        ("double", BY_HAND, [[3.0]], False), ("double", "small", [[1.0], [2.0]], False),
        ("double", "drawn", [[drawn_number(rng)]], False),
        ("negative", BY_HAND, [[3.0]], False), ("negative", "drawn", [[drawn_number(rng)]], False),
    ]
    assert repr(attempts[1]) == "Attempt(double, small)"


def test_a_seed_draws_secret_numbers_and_leaves_the_example_out() -> None:
    attempts, rng = TWO.attempts(5), numbers_for(99, 5)
    assert [(attempt.title, attempt.calls, attempt.is_secret) for attempt in attempts] == [
        ("small, other numbers", [[1.0], [2.0]], True), ("drawn, other numbers", [[drawn_number(rng)]], True),
        ("drawn, other numbers", [[drawn_number(rng)]], True),
    ]


def test_each_function_is_observed_with_its_own_calls_and_a_missing_one_is_none() -> None:
    seen = TWO.observe({"negative": lambda x: -x}, 5)
    assert seen[:2] == [None, None] and seen[2][0]["value"] == -TWO.attempts(5)[2].calls[0][0]
    assert [len(calls) for calls in ONE.observe({"double": lambda x: x})] == [1, 2, 1]


@pytest.mark.parametrize("exercise, seed, points, secret", [
    (ONE, None, [2.0] * 3, []), (ONE, 5, [1.0] * 3, [1.5] * 2),
    (TWO, None, [1.2] * 5, []), (TWO, 5, [0.6] * 5, [1.0] * 3),
])
def test_half_of_the_points_are_for_secret_numbers(
    exercise: ValueExercise, seed: Optional[int], points: List[float], secret: List[float]
) -> None:
    result = judged(exercise, seed, double=lambda x: 2 * x, negative=lambda x: -x)
    assert result.passed and result.points == 6.0 and result.mistakes == result.feedback == []
    assert [trial.points for trial in result.trials] == pytest.approx(points + secret)
    assert [trial.is_secret for trial in result.trials] == [False] * len(points) + [True] * len(secret)


def test_the_titles_name_the_function_if_there_are_several() -> None:
    assert [trial.title for trial in judged(ONE, 5).trials] == [
        BY_HAND, "small", "drawn", "small, other numbers", "drawn, other numbers"
    ]
    assert [trial.title for trial in judged(TWO).trials] == [
        f"double, {BY_HAND}", "double, small", "double, drawn", f"negative, {BY_HAND}", "negative, drawn"
    ]


def test_the_example_counts_only_if_something_else_of_the_same_function_is_right() -> None:
    only = judged(TWO, double=lambda x: 6.0, negative=lambda x: -x)
    assert [trial.message for trial in only.trials] == [
        "it is right, but counts only once something else is right too", "double(1) gives 6, but 2 is right",
        only.trials[2].message, "", "",
    ]
    more = judged(ONE, double=lambda x: 2.0 * x if x > 0.9 else 7.0)
    assert [trial.passed for trial in more.trials] == [True, True, more.trials[2].passed]
    secret = judged(ONE, 5, double=lambda x: 2.0 * x if x in (3.0, ONE.attempts(5)[1].calls[0][0]) else 7.0)
    assert [trial.passed for trial in secret.trials] == [True, False, False, False, True]


def stub(x: float) -> float:
    raise NotImplementedError


def test_what_is_not_written_is_not_started_unless_another_function_is() -> None:
    for functions in ({}, {"double": stub}, {"double": stub, "negative": stub}):
        for seed in (None, 5):
            result = judged(TWO, seed, **functions)
            assert (result.status, result.points, result.mistakes, result.feedback) == ("not started", 0.0, [], [])
    result = judged(TWO, double=stub, negative=lambda x: -x)
    assert result.status == "failed" and result.points == pytest.approx(2.4)
    assert [trial.message for trial in result.trials] == ["not started"] * 3 + ["", ""]
    assert result.mistakes == result.feedback == []
    missing = judged(TWO, negative=lambda x: -x)
    assert [trial.message for trial in missing.trials] == ["not started"] * 3 + ["", ""]


def test_a_stub_for_some_numbers_is_started() -> None:
    result = judged(ONE, double=lambda x: stub(x) if x == 3.0 else 2.0 * x)
    assert [trial.message for trial in result.trials] == ["not started", "", ""] and result.status == "failed"
    half = judged(ONE, double=lambda x: stub(x) if x == 1.0 else 2.0 * x)
    assert half.trials[1].message.startswith("double(1) raises NotImplementedError, in line ")


def test_a_secret_call_without_an_answer_is_said_to_have_none() -> None:
    right = {"double": lambda x: 2.0 * x}
    result = ONE.judge(ONE.observe(right), [None, None], 5)
    assert [trial.message for trial in result.trials] == [""] * 3 + ["there was no answer"] * 2
    assert (result.status, result.points, result.mistakes, result.feedback) == ("failed", 3.0, [], [])


def test_the_first_wrong_call_is_shown_and_a_secret_one_is_not() -> None:
    result = judged(ONE, 5, double=lambda x: x if x == 2.0 else 2.0 * x)
    assert [trial.message for trial in result.trials] == [
        "", "double(2) gives 2, but 4 is right", "", "wrong, or an error", ""
    ]


def explained(function: Any, *rules: WrongRule) -> List[str]:
    return judged(exercise_of(doubling(*rules)), double=function).mistakes


@pytest.mark.parametrize("function, rules, mistakes", [
    (lambda x: x + 2, [ADDED, SQUARED], ["added"]),
    (lambda x: x * x, [ADDED, SQUARED], ["squared"]),
    (lambda x: x + 2, [wrong_rule("a", lambda x: x, lambda x: 2 + x), ADDED], ["a or added"]),
    (lambda x: x + 2, [wrong_rule("twice", lambda x: 2 + x, lambda x: x + 2)], ["twice"]),
    (lambda x: x + 2 if x != 2 else 5, [ADDED], []),  # it differs in one call
    (lambda x: fails(x), [wrong_rule("fails", fails)], ["fails"]),
    (lambda x: [][0], [wrong_rule("fails", fails)], []),  # another error
    (lambda x: fails(x) if x == 3 else x + 2, [ADDED], []),
    (lambda x: None, [wrong_rule("nothing", lambda x: None), ADDED], ["nothing"]),
    (lambda x: x + 2, [wrong_rule("nothing", lambda x: None)], []),
    (lambda x: None, [ADDED], []),
    (lambda x: "text", [wrong_rule("nothing", lambda x: None)], []),
    (lambda x: [x + 2], [ADDED], []),
])
def test_rules_are_named_that_give_the_same_in_every_call(function: Any, rules: Any, mistakes: List[str]) -> None:
    assert explained(function, *rules) == mistakes


def test_what_varies_or_changes_a_list_is_not_explained_by_what_does_not() -> None:
    kept: List[float] = []

    def varies(x: float) -> float:
        kept.append(x)
        return x + 2.0 if len(kept) % 2 else 0.0

    assert explained(varies, ADDED) == []
    clear = wrong_rule("clear", lambda x: (x.clear(), 1.0)[1])  # type: ignore[attr-defined]
    keep = wrong_rule("keep", lambda x: 1.0)
    kinds: Any = [("others", lambda rng: [[[1.0]]])]
    exercise = exercise_of(Task("length", "x", lambda x: float(len(x)) + 1.0, [[2.0]], kinds, [clear, keep]))
    assert judged(exercise, length=lambda x: x.clear() or 1).mistakes == ["clear"]
    assert judged(exercise, length=lambda x: 1).mistakes == ["keep"]


def test_a_wrong_value_of_single_precision_is_explained_too() -> None:
    def single(x: float) -> float:
        return float(struct.unpack("f", struct.pack("f", x + 2.1))[0])

    rule = wrong_rule("added", lambda x: x + 2.1)
    assert single(3.0) != 5.1 and explained(single, rule) == ["added"]


def test_the_proof_counts_the_calls_with_the_secret_ones() -> None:
    whole = "added: It is added.\n   wrong: added is wrong\n   right: right\n"
    exactly = "   The wrong formula gives exactly what double gives, in all {} calls."
    assert judged(ONE, double=lambda x: x + 2).feedback == [
        "Is it added?", "Is it added?\n   right: right", whole + exactly.format(4)
    ]
    assert judged(ONE, 5, double=lambda x: x + 2).feedback[2] == whole + exactly.format(7)
    several = judged(exercise_of(doubling(ADDED, wrong_rule("plus", lambda x: 2 + x))), double=lambda x: x + 2)
    assert several.feedback[0] == "Is it added?\nIs it plus?"
    assert several.feedback[2].endswith(
        "   Each of these wrong formulas gives exactly what double gives, in all 4 calls."
    )


def test_a_proof_of_a_single_call_says_call() -> None:
    task = Task("double", "x", lambda x: 2.0 * x, [3.0], [], [ADDED])
    assert judged(exercise_of(task), double=lambda x: x + 2).feedback[2].endswith("gives, in all 1 call.")


def test_an_unknown_mistake_is_to_be_worked_out_on_paper_unless_a_message_has_said_it() -> None:
    unknown = judged(ONE, double=lambda x: x + 7)
    assert unknown.feedback == [unknown.feedback[0]] * 3
    assert unknown.feedback[0].startswith("None of the mistakes that are known here gives these values. Work out one ")
    assert "print what each line of double gives" in unknown.feedback[0]
    for function in (fails, lambda x: None, lambda x: "text", lambda x: x + 7 if x != 2 else None):
        assert judged(ONE, double=function).feedback == []
    told = judged(ONE, double=lambda x: fails(x) if x == 2 else 2.0 * x)
    assert told.feedback == [] and told.mistakes == []


def test_a_mistake_that_only_secret_numbers_show_is_said_to_be_one() -> None:
    visible = [call[0] for attempt in ONE.attempts(None) for call in attempt.calls]
    result = judged(ONE, 5, double=lambda x: 2.0 * x if x in visible else fails(x))
    text = "double is right with the numbers that you see, but not with others: does it work for any numbers?"
    assert result.feedback == [text] * 3 and result.mistakes == []


def test_each_function_has_its_own_feedback() -> None:
    result = judged(TWO, double=lambda x: x * x, negative=lambda x: x)
    assert result.mistakes == ["squared"]
    first, second = result.feedback[0].split("\n\n")
    assert first == "Is it squared?" and "each line of negative gives" in second
    assert judged(TWO, double=lambda x: 2 * x, negative=lambda x: x).feedback[0] == second
