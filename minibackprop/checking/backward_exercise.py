"""An exercise that asks for a backward pass: it is judged by the diagnosis, which knows the whole catalogue."""

from ..activations import ACTIVATIONS
from ..costs import HALF_SQUARED_ERROR
from ..diagnosis.diagnosis import Diagnosis, verdict
from ..diagnosis.diagnosis_text import diagnosis_text
from ..diagnosis.form import ONE_SHAPE
from ..diagnosis.mistakes import MISTAKES
from ..diagnosis.observation import observe
from ..linalg import Matrix
from ..teaching.rules import BIASES, WEIGHTS
from .drawn import drawn_network, drawn_number, drawn_rows, numbers_for
from .exercise import Exercise
from .feedback import NUM_HINTS, feedback_about, feedback_on
from .given import as_plain_layers
from .gradient_problem import NO_BIASES, is_started, message_about, what_is_changed
from .result import FAILED, NOT_STARTED, PASSED, ExerciseResult, Trial
from .secret import ONLY_WITH_OTHERS, OTHER_NUMBERS, SHARE_OF_SECRET, WRONG_IN_SECRET
from .shown_call import whole_call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..diagnosis.observation import Observed
    from ..diagnosis.probes import Probe
    from ..random_numbers import RandomNumbers

    Shapes = list[tuple[list[int], list[str]]]
    Round = tuple[list[Probe], list[Any], bool]  # networks, what was seen with them, and whether they are secret

GRADIENTS = [("∂C/∂w", WEIGHTS), ("∂C/∂b", BIASES)]
SEED_FOR_EVERYBODY = 10
EXAMPLES_OF_A_CALL = 4  # not 3, the number of outputs: so a mean over the wrong one shows
MOST_OF_A_WEIGHT = 1.0
EVERYTHING = "every gradient"


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
        to_begin: str = "",
        is_planted: bool = False,
    ) -> None:
        parameters = ["network, x, y" if one_example else "network, X, Y"] * len(names)
        Exercise.__init__(self, number, title, points, lesson, names, parameters, hints, showed, to_begin)
        self.shapes = shapes
        self.one_example = one_example
        self.is_planted = is_planted

    def attempts(self, seed: "int | None") -> "list[Probe]":
        """The networks that the function is called with, each with its inputs and targets.

        They are the same for everybody; or with a seed, of the same shapes with secret numbers.

        >>> from minibackprop import check
        >>> [probe[0] for probe in check(len, exercise=11).exercise.attempts(None)]
        [Network(3 -> 3 -> 3), Network(3 -> 3 -> 3), Network(4 -> 2 -> 3)]
        """
        rng = numbers_for(SEED_FOR_EVERYBODY, seed)
        num_examples = 1 if self.one_example else EXAMPLES_OF_A_CALL
        return [_drawn_probe(sizes, names, num_examples, rng) for sizes, names in self.shapes]

    def observe(self, functions: "dict[str, Any]", seed: "int | None" = None) -> "list[Any]":
        """Call each function with each network; for each function what was seen, or None if there is no such function.

        >>> from minibackprop import check
        >>> observed = check(len, exercise=11).exercise.observe({"backward": lambda network, x, y: 1 / 0})
        >>> [seen["error"] for seen in observed[0]][0]
        'ZeroDivisionError: division by zero'
        """
        return self.observe_with(functions, self.attempts(seed))

    def observe_with(self, functions: "dict[str, Any]", attempts: "list[Probe]") -> "list[Any]":
        """The same with networks that were made before.

        >>> from minibackprop import check
        >>> exercise = check(len, exercise=11).exercise
        >>> exercise.observe_with({}, exercise.attempts(None))
        [None]
        """
        observed: "list[Any]" = []
        for name in self.names:
            function = functions.get(name)
            seen = None
            if function is not None:
                seen = [observe(function, network, X, Y, self.one_example, True, as_plain_layers)
                        for network, X, Y in attempts]
            observed.append(seen)
        return observed

    def judge(
        self, observed: "list[Any]", secretly: "list[Any] | None" = None, seed: "int | None" = None
    ) -> ExerciseResult:
        """Diagnose what was seen, and try each gradient by itself, for partial credit.

        `secretly` is what was seen with the secret numbers of the seed, if there is one; None in it where there was no
        answer.

        >>> from minibackprop import check
        >>> exercise = check(len, exercise=11).exercise
        >>> exercise.judge(exercise.observe({"backward": lambda network, x, y: None})).mistakes
        ['no-gradient']
        """
        rounds: "list[Round]" = [(self.attempts(None), observed, False)]
        if secretly is not None:
            rounds.append((self.attempts(seed), secretly, True))
        worth = self.points / len(self.names) * (1.0 if secretly is None else SHARE_OF_SECRET)
        trials: "list[Trial]" = []
        mistakes: "list[str]" = []
        feedback: "list[list[str]]" = []
        for place, name in enumerate(self.names):
            for probes, seen, is_secret in rounds:
                trials += self._trials(name, probes, seen[place], worth, is_secret)
            if is_started(observed[place]):
                names, texts = self._diagnosed(name, [(probes, seen[place], secret) for probes, seen, secret in rounds])
                mistakes += names
                feedback += [texts] if texts else []
        if [trial for trial in trials if not trial.passed] == []:
            return ExerciseResult(self, PASSED, trials, [], [])
        if [seen for seen in observed if is_started(seen)] == []:
            return ExerciseResult(self, NOT_STARTED, _without_points(trials), [], [])
        return ExerciseResult(self, FAILED, trials, mistakes, feedback_on(feedback))

    def _trials(
        self, name: str, probes: "list[Probe]", seen: "list[Observed] | None", points: float, is_secret: bool
    ) -> "list[Trial]":
        """A trial for each gradient, and one for the arguments; or a single one, if a mistake is planted."""
        titles, messages = self._titles(), _messages(probes, seen)
        if self.is_planted:
            titles, messages = [EVERYTHING], [_together(titles, messages)]
        if is_secret:
            messages = [message and WRONG_IN_SECRET for message in messages]
        prefix = f"{name}, " if len(self.names) > 1 else ""
        ending = OTHER_NUMBERS if is_secret else ""
        worth = points / len(titles)
        return [Trial(prefix + title + ending, worth, text, is_secret) for title, text in zip(titles, messages)]

    def _titles(self) -> "list[str]":
        places = ["the last layer", "the layers before it"] if len(self.shapes[0][1]) > 2 else ["layer 2", "layer 1"]
        arguments = "the network, x and y" if self.one_example else "the network, X and Y"
        gradients = [f"{gradient} of {place}" for place in places for gradient, _ in GRADIENTS]
        return gradients + [f"{arguments} stay as they are"]

    def _diagnosed(self, name: str, rounds: "list[Round]") -> "tuple[list[str], list[str]]":
        """The names of the mistakes, and the texts about them; the numbers of secret networks are in none of them."""
        for probes, seen, is_secret in rounds:
            if seen is None:
                continue
            diagnosis = verdict(probes, seen, HALF_SQUARED_ERROR, None, biases=True)
            if not diagnosis.is_correct:
                texts = _texts_without_numbers(name, diagnosis) if is_secret else self._texts(name, diagnosis)
                if self.is_planted:
                    return [], [texts[0], texts[0], texts[0]]
                candidates = " or ".join([" and ".join(names) for names in diagnosis.candidates])
                return [candidates] if candidates else [], texts
        return [], []

    def _texts(self, name: str, diagnosis: Diagnosis) -> "list[str]":
        """The diagnosis in words, by hints, and at the end of all of it the call, so that it can be made again."""
        texts = [diagnosis_text(diagnosis, hint, go_on="") for hint in (1, 2, 3)]
        texts = [text.split(NO_BIASES)[0].replace("\n" + ONE_SHAPE, "").replace(" " + ONE_SHAPE, "") for text in texts]
        X, Y = (diagnosis.X[0], diagnosis.Y[0]) if self.one_example else (diagnosis.X, diagnosis.Y)
        call = whole_call(name, [as_plain_layers(diagnosis.network), X, Y])
        return [texts[0], texts[1], f"{texts[2]}\n\nThe call:\n   {call}"]


def _messages(probes: "list[Probe]", seen: "list[Observed] | None") -> "list[str]":
    """What is wrong with each gradient, in the last layer and in those before it, and with the arguments."""
    messages = [message_about(probes, seen, rule, is_last) for is_last in (True, False) for _, rule in GRADIENTS]
    if [message for message in messages if not message]:
        return messages + [what_is_changed(seen or [])]
    return messages + ["counts only once a gradient is right" if is_started(seen) else NOT_STARTED]


def _together(titles: "list[str]", messages: "list[str]") -> str:
    """What is wrong and what is right, in one message; empty if nothing is wrong."""
    wrong = [title for title, message in zip(titles, messages) if message]
    right = [title for title, message in zip(titles, messages) if not message]
    return f"wrong: {', '.join(wrong)}; right: {', '.join(right) or 'nothing yet'}" if wrong else ""


def _drawn_probe(sizes: "list[int]", names: "list[str]", num_examples: int, rng: "RandomNumbers") -> "Probe":
    network = drawn_network(rng, sizes, [ACTIVATIONS[name] for name in names], MOST_OF_A_WEIGHT)
    X: Matrix = drawn_rows(rng, num_examples, sizes[0], MOST_OF_A_WEIGHT)
    Y = [[abs(drawn_number(rng, MOST_OF_A_WEIGHT)) for _ in range(sizes[-1])] for _ in X]
    return network, X, Y


def _without_points(trials: "list[Trial]") -> "list[Trial]":
    return [Trial(trial.title, trial.max_points, NOT_STARTED, trial.is_secret) for trial in trials]


def _texts_without_numbers(name: str, diagnosis: Diagnosis) -> "list[str]":
    if not diagnosis.candidates:
        return [ONLY_WITH_OTHERS.format(name=name)] * NUM_HINTS
    return feedback_about([MISTAKES[name] for names in diagnosis.candidates for name in names])
