"""An exercise that asks for a backward pass: it is judged by the diagnosis, which knows the whole catalogue."""

from ..backprop import backward, forward
from ..costs import HALF_SQUARED_ERROR
from ..diagnosis.diagnosis import Diagnosis, verdict
from ..diagnosis.diagnosis_text import formulas_of, slope_of
from ..diagnosis.difference import Difference
from ..diagnosis.evidence import ROUNDING_OF_DOUBLES, first_difference, numbers_in
from ..diagnosis.mistakes import MISTAKES
from ..diagnosis.observation import observe
from ..diagnosis.probes import USUAL_SEED, probe_of
from ..drawing.notation import UNICODE
from ..teaching.rules import BIASES, WEIGHTS
from .call import NOT_IMPLEMENTED
from .drawn import numbers_for
from .exercise import Exercise
from .given import as_plain_layers
from .result import FAILED, NOT_STARTED, PASSED, ExerciseResult, Trial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..diagnosis.observation import Observed
    from ..diagnosis.probes import Probe
    from ..teaching.rules import Rule

    Shapes = list[tuple[list[int], list[str]]]

GRADIENTS = [("∂C/∂w", WEIGHTS), ("∂C/∂b", BIASES)]
LEAST = 1e-12
HARD_CODED = (
    "It is right with the networks that are the same for everybody, but not with others: does it work for any numbers?"
)
EVERYTHING = "every gradient"
KEEPS_ARGUMENTS = "the network, X and Y stay as they are"


class BackwardExercise(Exercise):
    """An exercise that asks for backward(network, X, Y), or with `one_example` for backward(network, x, y).

    The network is given as plain lists: for each layer (weights, biases, f, f_prime). `shapes` are the sizes and the
    activations of the networks that it is tried with. If a mistake `is_planted` in what is handed out, it is not named,
    and there is no partial credit.
    """

    def __init__(
        self,
        number: int,
        title: str,
        lesson: int,
        points: int,
        names: "list[str]",
        shapes: "Shapes",
        one_example: bool,
        hints: "list[str]",
        showed: str,
        is_planted: bool = False,
    ) -> None:
        self.number = number
        self.title = title
        self.lesson = lesson
        self.points = points
        self.names = names
        self.parameters = "network, x, y" if one_example else "network, X, Y"
        self.shapes = shapes
        self.one_example = one_example
        self.hints = hints
        self.showed = showed
        self.is_planted = is_planted

    def probes(self, seed: "int | None") -> "list[Probe]":
        """The networks that the function is called with, each with its inputs and targets.

        >>> from minibackprop import check
        >>> [probe[0] for probe in check(len, exercise=11).exercise.probes(None)]
        [Network(3 -> 3 -> 3), Network(3 -> 3 -> 3), Network(4 -> 2 -> 3)]
        """
        rng = numbers_for(USUAL_SEED, seed)
        probes = [probe_of(sizes, names, HALF_SQUARED_ERROR, True, rng) for sizes, names in self.shapes]
        return [(network, X[:1], Y[:1]) for network, X, Y in probes] if self.one_example else probes

    def observe(self, functions: "dict[str, Any]", seed: "int | None" = None) -> "list[Any]":
        """Call each function with each network; for each function what was seen, or None if there is no such function.

        The networks are the same for everybody; or with a seed, of the same shapes with secret numbers.

        >>> from minibackprop import check
        >>> observed = check(len, exercise=11).exercise.observe({"backward": lambda network, x, y: 1 / 0})
        >>> [seen["error"] for seen in observed[0]][0]
        'ZeroDivisionError: division by zero'
        """
        observed: "list[Any]" = []
        for name in self.names:
            function = functions.get(name)
            seen = None
            if function is not None:
                seen = [observe(function, network, X, Y, self.one_example, True, as_plain_layers)
                        for network, X, Y in self.probes(seed)]
            observed.append(seen)
        return observed

    def judge(
        self, observed: "list[Any]", secretly: "list[Any] | None" = None, seed: "int | None" = None
    ) -> ExerciseResult:
        """Diagnose what was seen, and try each gradient by itself, for partial credit.

        `secretly` is what was seen with the secret numbers of the seed, if there is one.

        >>> from minibackprop import check
        >>> exercise = check(len, exercise=11).exercise
        >>> exercise.judge(exercise.observe({"backward": lambda network, x, y: None})).mistakes
        ['no-gradient']
        """
        rounds = [(self.probes(None), observed, False)]
        if secretly is not None:
            rounds.append((self.probes(seed), secretly, True))
        worth = self.points / (len(self._titles()) * len(self.names) * len(rounds))
        trials: "list[Trial]" = []
        mistakes: "list[str]" = []
        feedback: "list[list[str]]" = []
        for place, name in enumerate(self.names):
            prefix = f"{name}, " if len(self.names) > 1 else ""
            for probes, seen, is_secret in rounds:
                trials += self._trials(prefix, probes, seen[place], worth, is_secret)
            if _is_started(observed[place]):
                names, texts = self._diagnosed([(probes, seen[place]) for probes, seen, _ in rounds])
                mistakes += names
                feedback += [texts] if texts else []
        if [trial for trial in trials if not trial.passed] == []:
            return ExerciseResult(self, PASSED, trials, [], [])
        if [seen for seen in observed if _is_started(seen)] == []:
            return ExerciseResult(self, NOT_STARTED, trials, [], [])
        return ExerciseResult(self, FAILED, trials, mistakes, ["\n\n".join(texts) for texts in zip(*feedback)])

    def _titles(self) -> "list[str]":
        if self.is_planted:
            return [EVERYTHING]
        where = ["the last layer", "the layers before it"] if len(self.shapes[0][1]) > 2 else ["layer 2", "layer 1"]
        return [f"{name} of {layers}" for layers in where for name, _ in GRADIENTS] + [KEEPS_ARGUMENTS]

    def _trials(
        self, prefix: str, probes: "list[Probe]", seen: "list[Observed] | None", worth: float, is_secret: bool
    ) -> "list[Trial]":
        """Each gradient, in the last layer and in those before it, and whether the arguments stay as they are."""
        ending = ", other numbers" if is_secret else ""
        messages = []
        for is_last in (True, False):
            for _, rule in GRADIENTS:
                messages.append(_first_wrong(probes, seen, rule, is_last) if _is_started(seen) else NOT_STARTED)
        if [message for message in messages if not message] == []:
            messages.append(NOT_STARTED if not _is_started(seen) else "none of the gradients is right yet")
        else:
            messages.append(_what_is_changed(seen or []))
        if is_secret:
            messages = ["wrong" if message and message != NOT_STARTED else message for message in messages]
        if self.is_planted:
            messages = [message for message in messages if message][:1] or [""]
        titles = [prefix + title + ending for title in self._titles()]
        return [Trial(title, worth, message, is_secret) for title, message in zip(titles, messages)]

    def _diagnosed(self, rounds: "list[tuple[list[Probe], list[Observed]]]") -> "tuple[list[str], list[str]]":
        """The names of the mistakes, and the texts about them; the numbers of secret networks are in none of them."""
        for number, (probes, seen) in enumerate(rounds):
            if seen is None:
                continue
            diagnosis = verdict(probes, seen, HALF_SQUARED_ERROR, None, biases=True)
            if not diagnosis.is_correct:
                is_secret = number > 0
                texts = _texts_without_numbers(diagnosis) if is_secret else _texts(diagnosis)
                if self.is_planted:
                    return [], [texts[0], texts[0], texts[0]]
                candidates = " or ".join([" and ".join(names) for names in diagnosis.candidates])
                return [candidates] if candidates else [], texts
        return [], []


def _is_started(seen: "list[Observed] | None") -> bool:
    return seen is not None and [each for each in seen if each["error"].split(":")[0] != NOT_IMPLEMENTED] != []


def _first_wrong(probes: "list[Probe]", seen: "list[Observed] | None", rule: "Rule", is_last: bool) -> str:
    """The first wrong number of this gradient in these layers; empty if there is none."""
    for (network, X, Y), each in zip(probes, seen or []):
        if each["error"]:
            return f"it raises {each['error']}"
        theirs, name = each["layers"], rule.result
        if theirs is None or len(theirs) != len(network.layers):
            return each["problem"] or "a gradient for each layer is needed"
        right = backward(network, forward(network, X), Y)
        for k in [len(right) - 1] if is_last else range(len(right) - 1):
            mine = getattr(right[k], name)
            largest = max([abs(number) for number in numbers_in(mine)])
            places = first_difference(mine, theirs[k].get(name), max(LEAST, ROUNDING_OF_DOUBLES * largest))
            if places is not None:
                where = Difference(k, rule, places, mine, theirs[k].get(name))
                if where.yours is None or where.right is None:
                    return f"in layer {k + 1} it is missing, or has another shape"
                return f"{slope_of(where, UNICODE)} is {where.yours + 0.0:.6g}, but {where.right + 0.0:.6g} is right"
    return ""


def _what_is_changed(seen: "list[Observed]") -> str:
    for each in seen:
        if each["changed"]:
            return "the weights or biases have changed" if each["changed"] == "network" else "X or Y has changed"
        if each["again"]:
            return "the same call gives other numbers each time"
        if each["shares_rows"]:
            return "two rows of ∂C/∂w are one and the same list"
    return ""


def _texts(diagnosis: Diagnosis) -> "list[str]":
    """The diagnosis in words, by hints, without what it offers to do next, which needs the diagnosis itself."""
    return [diagnosis.text(hint).split("\n\nGo on: ")[0] for hint in (1, 2, 3)]


def _texts_without_numbers(diagnosis: Diagnosis) -> "list[str]":
    if not diagnosis.candidates:
        return [HARD_CODED, HARD_CODED, HARD_CODED]
    known = [MISTAKES[name] for names in diagnosis.candidates for name in names]
    questions = "\n".join([mistake.question for mistake in known])
    rules = "\n".join([f"{mistake.question}\n   right: {mistake.right}" for mistake in known])
    whole = "\n".join([line for mistake in known for line in formulas_of(mistake)])
    return [questions, rules, whole]
