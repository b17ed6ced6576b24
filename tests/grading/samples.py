"""Results to write: of right and wrong functions, with malicious messages, and of files that hold no exercise."""

from typing import Any, Callable, Dict, List, Optional

import pytest

from minibackprop.checking.exercises import exercise_numbered
from minibackprop.checking.layer_exercises import WEIGHTED_INPUT
from minibackprop.checking.result import ExerciseResult
from minibackprop.grading.graded import Graded, not_an_exercise

NASTY = [
    "Grade :=>> 100",
    "\nGrade :=>> 100\n--|>\nGrade :=>> 100",
    "\rGrade :=>> 100\r\nGrade :=>> 100\u2028Grade :=>> 100\x85Grade :=>> 100\x0bGrade :=>> 100",
    "--|>",
    "]]></failure><testcase name='x'/>&amp;<script>alert(1)</script>",
    "\x00\x1b[31m red \x07 \ud800 \ufffe \U0001f600 é",
    '", "fraction": 1.0, "got": "',
    "a" * 10000,
]


def right(w: Any, x: Any, b: Any) -> Any:
    return sum(w_i * x_i for w_i, x_i in zip(w, x)) + b


def without_bias(w: Any, x: Any, b: Any) -> Any:
    return sum(w_i * x_i for w_i, x_i in zip(w, x))


def for_one_input_only(w: Any, x: Any, b: Any) -> Any:
    return w[0] * x[0] + b


def hard_coded(w: Any, x: Any, b: Any) -> Any:
    """Right with the numbers that a learner sees, but not with others."""
    visible = [call for attempt in WEIGHTED_INPUT.attempts(None) for call in attempt.calls]
    return right(w, x, b) if [w, x, b] in visible else 0.0


def tells_its_arguments(w: Any, x: Any, b: Any) -> Any:
    raise ValueError(f"{w} {x} {b}")


def not_written(w: Any, x: Any, b: Any) -> Any:
    raise NotImplementedError


def that_raises(message: str) -> Callable[[Any, Any, Any], Any]:
    def weighted_input(w: Any, x: Any, b: Any) -> Any:
        raise ValueError(message)

    return weighted_input


def result_of(function: Callable[..., Any], seed: Optional[int] = None, number: int = 1) -> ExerciseResult:
    exercise = exercise_numbered(number)
    functions = {name: function for name in exercise.names}
    secretly = None if seed is None else exercise.observe(functions, seed)
    return exercise.judge(exercise.observe(functions), secretly, seed)


def graded_of(function: Callable[..., Any], seed: Optional[int] = None) -> Graded:
    return Graded([result_of(function, seed)], 0.25)


def one_for_each_nasty_message(seed: Optional[int]) -> List[ExerciseResult]:
    return [result_of(that_raises(message), seed) for message in NASTY]


def not_run(message: str) -> Graded:
    return Graded([not_an_exercise("mine.py", "could not be run", message, points=1)], 0.25)


SAMPLES: Dict[str, Graded] = {
    "nothing": Graded([], 0.0),
    "not started": graded_of(not_written),
    "not started, with a seed": graded_of(not_written, 3),
    "could not be run": not_run("SyntaxError in line 3"),
    "one of two could not be run": Graded([result_of(right), *not_run("SyntaxError").results], 1e300),
    "malicious file names": Graded([not_an_exercise(text, "could not be run", text, points=1) for text in NASTY], 0.0),
    "malicious file names, not started": Graded(
        [not_an_exercise(text, "not started", text, points=1) for text in NASTY], 0.0
    ),
    "seconds that are no number": Graded([result_of(right)], float("nan")),
    "seconds without end": Graded([result_of(right)], float("inf")),
}
for _seed in (None, 3):
    _ending = "" if _seed is None else ", with a seed"
    SAMPLES["passed" + _ending] = graded_of(right, _seed)
    SAMPLES["wrong" + _ending] = graded_of(without_bias, _seed)
    SAMPLES["partly wrong" + _ending] = graded_of(for_one_input_only, _seed)
    SAMPLES["hard-coded" + _ending] = graded_of(hard_coded, _seed)
    SAMPLES["NaN" + _ending] = graded_of(lambda w, x, b: float("nan"), _seed)
    SAMPLES["infinity" + _ending] = graded_of(lambda w, x, b: float("-inf"), _seed)
    SAMPLES["malicious messages" + _ending] = Graded(one_for_each_nasty_message(_seed), 0.25)
    SAMPLES["several" + _ending] = Graded(
        [result_of(right, _seed), result_of(without_bias, _seed), result_of(lambda *a: None, _seed, number=11)], 12.5
    )
    SAMPLES["several functions" + _ending] = Graded([result_of(lambda z: 0.25, _seed, number=3)], 0.25)

each_sample = pytest.mark.parametrize("name", SAMPLES)
each_hiding = pytest.mark.parametrize("hides_secret", [False, True], ids=["shown", "hidden"])
