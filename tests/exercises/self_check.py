"""What must be true of all exercises: each function returns in words what is not so; nothing, if all is well."""

import inspect
import os
import time
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Tuple

from minibackprop import HALF_SQUARED_ERROR
from minibackprop.checking.backward_exercise import BackwardExercise
from minibackprop.checking.exercises import ALL_EXERCISES
from minibackprop.checking.result import ExerciseResult
from minibackprop.checking.value_exercise import ValueExercise
from minibackprop.cli.graded_files import Grading
from minibackprop.diagnosis.diagnosis import Diagnosis, verdict
from minibackprop.diagnosis.mistakes import MISTAKES
from minibackprop.diagnosis.observation import observe
from minibackprop.exercise_forms.backward_program import WRONG_LINES, forward_lines, with_mistake
from minibackprop.exercise_forms.sources import GENERATED, file_name_of, solution_of, stub_of

from ..diagnosis.version_programs import program_of
from ..support.ladder import ROOT
from .hostile import hostile_files
from .right_variants import RIGHT_VARIANTS

SEEDS = 20
MOST_SECONDS = 20.0  # for a hostile file, which has two; the machine may be busy
VALUE_EXERCISES = [exercise for exercise in ALL_EXERCISES if isinstance(exercise, ValueExercise)]
BACKWARD_EXERCISES = [
    exercise for exercise in ALL_EXERCISES if isinstance(exercise, BackwardExercise) and exercise.number in (11, 12)
]
# These change how a function behaves rather than a line of the chain rule, or need a learning rate or another cost.
NOT_AS_A_VERSION = {"changes-network", "changes-inputs", "updated-weights", "no-softmax"}
IDLE: List[Any] = [
    lambda *a: 0, lambda *a: None, lambda *a: [], lambda *a: a[0], lambda *a: a[:2], lambda *a: [0.0] * 9,
]
CATALOGUE = [name for name in MISTAKES if name not in NOT_AS_A_VERSION]


def names_in(source: str) -> Dict[str, Any]:
    names: Dict[str, Any] = {"__name__": "handed_in"}
    exec(source, names)
    return names


def judged(exercise: Any, names: Dict[str, Any], seed: Optional[int] = None) -> ExerciseResult:
    secretly = None if seed is None else exercise.observe(names, seed)
    result = exercise.judge(exercise.observe(names), secretly, seed)
    assert isinstance(result, ExerciseResult)
    return result


def stubs(folder: Path) -> List[str]:
    """Every stub fails, and says that it is not started."""
    problems = []
    for exercise in ALL_EXERCISES:
        for seed in [0, 1, 2] if exercise.number in GENERATED else [0]:
            path = folder / file_name_of(exercise.number)
            path.write_text(stub_of(exercise.number, seed), encoding="utf-8")
            graded = Grading(None, 3, 10.0).graded([str(path)])
            statuses = [(result.exercise.number, result.status) for result in graded.results]
            if statuses != [(exercise.number, "not started")] or graded.passed or graded.points > 0:
                problems.append(f"the stub of {exercise.number}, seed {seed}: {statuses}, {graded.points} points")
    return problems


def solutions() -> List[str]:
    """Every reference solution passes, with each of the seeds."""
    problems = []
    for exercise in ALL_EXERCISES:
        names = names_in(solution_of(exercise.number))
        for seed in range(SEEDS):
            result = judged(exercise, names, seed)
            if not result.passed or result.points != exercise.points:
                problems.append(f"the solution of {exercise.number}, seed {seed}: {result.text()}")
    return problems


def planted() -> Iterator[Tuple[Any, Dict[str, Any], str]]:
    """Every mistake, planted into the solution of its exercise: the exercise, the functions, and its name."""
    for exercise in VALUE_EXERCISES:
        right = names_in(solution_of(exercise.number))
        for task in exercise.tasks:
            for rule in task.wrong_rules:
                for version in rule.versions:
                    yield exercise, {**right, task.name: version}, rule.name
    for wrong_line in WRONG_LINES:
        source = "\n".join(forward_lines() + [""] + with_mistake(wrong_line.mistake))
        yield ALL_EXERCISES[11], names_in(source), wrong_line.mistake


def mistakes() -> List[str]:
    """Every mistake is caught and named, and by a seed, too."""
    problems = []
    for exercise, names, mistake in planted():
        for seed in (None, 5):
            result = judged(exercise, names, seed)
            if result.passed or result.mistakes != [mistake]:
                problems.append(f"{mistake} in {exercise.number}, seed {seed}: {result.mistakes}, {result.status}")
    return problems


def idle() -> List[str]:
    """A function that does nothing with its arguments has no points."""
    problems = []
    for exercise in ALL_EXERCISES:
        for place, function in enumerate(IDLE):
            result = judged(exercise, {name: function for name in exercise.names}, 5)
            if result.passed or result.points > 0:
                problems.append(f"idle function {place} in {exercise.number}: {result.text()}")
    return problems


def catalogue() -> List[str]:
    """Every mistake of the catalogue that changes numbers is named in exercises 11 and 12, or among those named."""
    problems = []
    for exercise in BACKWARD_EXERCISES:
        for name in CATALOGUE:
            observed, diagnosis = _observed_by(exercise, program_of(MISTAKES[name].versions[0]))
            result = exercise.judge([observed])
            found = [each for names in result.mistakes for each in names.split(" or ")]
            if result.passed != diagnosis.is_correct or not (name in found or (result.passed and exercise.one_example)):
                problems.append(f"{name} in {exercise.number}: {result.status}, {found}")
    return problems


def _observed_by(exercise: BackwardExercise, program: Any) -> Tuple[List[Any], Diagnosis]:
    """What a backward pass of the library's own kind does with the networks of the exercise, and its diagnosis."""
    probes = exercise.attempts(None)
    observed = [observe(program, network, X, Y, one_example=False, biases=True) for network, X, Y in probes]
    return observed, verdict(probes, observed, HALF_SQUARED_ERROR, None, biases=True)


def variants(folder: Path, has_numpy: bool) -> List[str]:
    """Every right answer that is written in another way passes."""
    problems = []
    for number, sources in RIGHT_VARIANTS.items():
        for place, source in enumerate(sources, 1):
            if "numpy" in source and not has_numpy:
                continue
            path = folder / file_name_of(number)
            path.write_text(source, encoding="utf-8")
            graded = Grading(None, 3, 10.0).graded([str(path)])
            if not graded.passed:
                problems.append(f"variant {place} of {number}: {graded.results[0].text()}")
    return problems


def hostile(folder: Path, names: Optional[List[str]] = None) -> List[str]:
    """Every hostile file is judged in time, as what it is; it is still there afterwards."""
    problems = []
    path = folder / file_name_of(1)
    for name, file in hostile_files(ROOT.as_posix()).items():
        if names is not None and name not in names:
            continue
        path.write_text(file.source, encoding="utf-8")
        os.environ["HOSTILE"] = "a secret of the environment"
        start = time.perf_counter()
        graded = Grading(None, None, 2.0).graded([str(path)])
        seconds = time.perf_counter() - start
        text = "\n".join([result.text() for result in graded.results])
        if graded.passed or graded.points >= graded.max_points or file.words not in text or "\x1b" in text:
            problems.append(f"{name}: {text}")
        if seconds > MOST_SECONDS or path.read_text(encoding="utf-8") != file.source:
            problems.append(f"{name}: {seconds:.1f} seconds, or the file has changed")
    return problems


def gradients() -> List[str]:
    """The solutions of the backward pass agree with slopes found by trying, with the solution of exercise 5."""
    numerical_slope = names_in(solution_of(5))["numerical_slope"]
    forward, cost = names_in(solution_of(10))["forward"], names_in(solution_of(4))["cost"]
    problems = []
    for exercise in BACKWARD_EXERCISES:
        backward = names_in(solution_of(exercise.number))["backward"]
        for network, X, Y in exercise.attempts(None):
            layers = [
                ([list(w) for w in layer.weights], list(layer.biases), layer.activation.f, layer.activation.f_prime)
                for layer in network.layers
            ]

            def C() -> float:
                costs: List[float] = [cost(y, forward(layers, x)[-1][2]) for x, y in zip(X, Y)]
                return sum(costs) / len(X)

            gradients = backward(layers, X[0], Y[0]) if exercise.one_example else backward(layers, X, Y)
            for (weights, biases, _, _), (dC_dW, dC_db) in zip(layers, gradients):
                for row, slopes in [*zip(weights, dC_dW), (biases, dC_db)]:
                    for place, slope in enumerate(slopes):
                        numerical = numerical_slope(_cost_at(row, place, C), row[place], 1e-5)
                        if abs(numerical - slope) > 1e-8:
                            problems.append(f"{exercise.number}, {network}: {slope}, but {numerical} by trying")
    return problems


def _cost_at(row: List[float], place: int, C: Any) -> Any:
    """The cost as a function of one weight or bias."""

    def cost_of(value: float) -> float:
        before, row[place] = row[place], value
        result = float(C())
        row[place] = before
        return result

    return cost_of


def num_planted() -> int:
    return len(list(planted()))


def described(function: Any) -> str:
    return (inspect.getdoc(function) or "").split("\n")[0]
