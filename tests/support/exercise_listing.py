"""An exercise as a listing: its points, its functions, what they are called with, and the wrong rules that are known.

tests/checking/exercises.txt lists all of them as they should be. Where an exercise was meant to change, this lists them
anew: `python -m tests.support.exercise_listing > tests/checking/exercises.txt`
"""

from typing import List

from minibackprop.checking.backward_exercise import BackwardExercise
from minibackprop.checking.exercise import Exercise
from minibackprop.checking.exercises import ALL_EXERCISES, exercise_numbered
from minibackprop.checking.given import as_plain_layers
from minibackprop.checking.shown_call import whole_call
from minibackprop.checking.value_exercise import ValueExercise

from .ladder import ROOT


def listing(exercise: Exercise) -> str:
    """The exercise, with the calls that are the same for everybody."""
    lines = [f"{exercise.name}: lesson {exercise.lesson}, {exercise.points} points", exercise.how_to_begin()]
    lines += [f"You have shown that {exercise.showed}.", f"{len(exercise.hints)} hints"]
    if isinstance(exercise, ValueExercise):
        lines += lines_of_values(exercise)
    elif isinstance(exercise, BackwardExercise):
        lines += lines_of_gradients(exercise)
    return "\n".join(lines) + "\n"


def lines_of_values(exercise: ValueExercise) -> List[str]:
    lines = []
    for task in exercise.tasks:
        lines.append(f"{task.name}({task.parameters})")
        for attempt in exercise.attempts(None):
            if attempt.task is task:
                lines.append(f"  {attempt.title}:")
                lines += ["    " + whole_call(task.name, call) for call in attempt.calls]
        lines.append("  wrong rules:")
        lines += [f"    {rule.name}: {rule.wrong}, but right is {rule.right}" for rule in task.wrong_rules]
    return lines


def lines_of_gradients(exercise: BackwardExercise) -> List[str]:
    trials = exercise.judge(exercise.observe({})).trials
    lines = [f"  {trial.title}" for trial in trials] + ["  networks, inputs and targets:"]
    for network, X, Y in exercise.attempts(None):
        lines.append("    " + whole_call("", [as_plain_layers(network), X, Y]))
    return lines


def is_as_listed(number: int) -> bool:
    """Whether the exercise is what exercises.txt says; the test fails, and shows the difference, if it is not."""
    text = (ROOT / "tests" / "checking" / "exercises.txt").read_text(encoding="utf-8")
    assert listing(exercise_numbered(number)).rstrip("\n") == text.split("\n\n")[number - 1].rstrip("\n")
    return True


def listings() -> str:
    """All exercises, with an empty line between them."""
    return "\n".join([listing(exercise) for exercise in ALL_EXERCISES])


if __name__ == "__main__":
    print(listings(), end="")
