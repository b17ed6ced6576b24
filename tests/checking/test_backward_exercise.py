"""How a backward pass is judged: what it is called with, a trial for each gradient, and the diagnosis."""

from typing import Any, Dict, List, Optional

import pytest

from minibackprop import MISTAKES
from minibackprop.checking.backward_exercise import BackwardExercise
from minibackprop.checking.exercises import exercise_numbered
from minibackprop.checking.result import ExerciseResult
from minibackprop.exercise_forms.backward_program import forward_lines, with_mistake

# C = ½(a − y)², with two layers of one linear neuron each: small enough to write the gradients down
CHAIN_SHAPE = [([1, 1, 1], ["linear", "linear"])]
TITLES = [f"∂C/∂{letter} of layer {layer}" for layer in (2, 1) for letter in "wb"]
KEPT = "the network, x and y stay as they are"
ONE_GRADIENT = "counts only once a gradient is right"
NAN = float("nan")  # is soon diagnosed, where for another wrong number all pairs of mistakes are tried


def chain_of(one_example: bool = True, names: Optional[List[str]] = None, **settings: Any) -> BackwardExercise:
    return BackwardExercise(
        98, "a chain", 2, 10, names or ["backward"], CHAIN_SHAPE, one_example, ["Why?"], "it works", **settings
    )


CHAIN, PLANTED = chain_of(), chain_of(is_planted=True)


def gradients(network: Any, x: List[float], y: List[float]) -> List[Any]:
    ([[w1]], [b1], _, _), ([[w2]], [b2], _, _) = network
    a1 = w1 * x[0] + b1
    error = w2 * a1 + b2 - y[0]
    return [([[error * w2 * x[0]]], [error * w2]), ([[error * a1]], [error])]


def with_factors(w1: float, b1: float, w2: float, b2: float) -> Any:
    """A backward pass whose four slopes are multiplied by these."""

    def backward(network: Any, x: List[float], y: List[float]) -> List[Any]:
        ([[dC_dw1]], [dC_db1]), ([[dC_dw2]], [dC_db2]) = gradients(network, x, y)
        return [([[w1 * dC_dw1]], [b1 * dC_db1]), ([[w2 * dC_dw2]], [b2 * dC_db2])]

    return backward


def weights_dropped(network: Any, x: List[float], y: List[float]) -> List[Any]:
    (_, (dC_dw2, dC_db2)) = gradients(network, x, y)
    return [([[dC_db2[0] * x[0]]], dC_db2), (dC_dw2, dC_db2)]


def stub(network: Any, x: Any, y: Any) -> Any:
    raise NotImplementedError


def judged(exercise: BackwardExercise, functions: Dict[str, Any], seed: Optional[int] = None) -> ExerciseResult:
    secretly = None if seed is None else exercise.observe(functions, seed)
    return exercise.judge(exercise.observe(functions), secretly, seed)


def check(backward: Any, seed: Optional[int] = None, exercise: BackwardExercise = CHAIN) -> ExerciseResult:
    return judged(exercise, {"backward": backward}, seed)



def test_it_asks_for_what_it_is_made_with() -> None:
    exercise = chain_of(False, ["one", "two"], to_begin="Write both.")
    assert (exercise.number, exercise.title, exercise.lesson, exercise.points) == (98, "a chain", 2, 10)
    assert (exercise.names, exercise.parameters) == (["one", "two"], ["network, X, Y"] * 2)
    assert (exercise.hints, exercise.showed, exercise.to_begin) == (["Why?"], "it works", "Write both.")
    assert (CHAIN.parameters, CHAIN.is_planted, CHAIN.to_begin) == (["network, x, y"], False, "")


@pytest.mark.parametrize("one_example, num_examples", [(True, 1), (False, 4)])
def test_the_networks_have_weights_and_inputs_up_to_1_and_targets_above_0(one_example: bool, num_examples: int) -> None:
    exercise = BackwardExercise(
        98, "x", 2, 10, ["backward"], [([2, 5, 3], ["relu", "tanh"])] * 3, one_example, [], "it works"
    )
    attempts = exercise.attempts(None) + exercise.attempts(5)
    assert repr(attempts) == repr(exercise.attempts(None) + exercise.attempts(5))
    assert len(set(map(repr, attempts))) == 6
    for network, X, Y in attempts:
        assert repr(network) == "Network(2 -> 5 -> 3)"
        assert [layer.activation.name for layer in network.layers] == ["relu", "tanh"]
        assert (len(X), len(Y)) == (num_examples, num_examples)
        numbers = [number for layer in network.layers for row in layer.weights + [layer.biases] for number in row]
        for number in numbers + [number for x in X for number in x]:
            assert 0.0 < abs(number) <= 1.0 and round(number, 1) == number
        assert all(len(y) == 3 and 0.0 < min(y) and max(y) <= 1.0 for y in Y)


def test_a_function_is_called_with_lists_and_a_missing_one_is_none() -> None:
    calls: List[Any] = []

    def backward(network: Any, x: Any, y: Any) -> Any:
        calls.append(([weights for weights, biases, f, f_prime in network], x, y))
        return gradients(network, x, y)

    ((seen,),) = CHAIN.observe({"backward": backward}, 5)
    ((network, X, Y),) = CHAIN.attempts(5)
    assert calls == [([layer.weights for layer in network.layers], X[0], Y[0])] * 2
    assert len(seen["layers"]) == 2 and not seen["error"]
    assert chain_of(names=["one", "two"]).observe({"two": stub})[0] is None
    tables: List[Any] = []
    chain_of(False).observe({"backward": lambda network, X, Y: tables.append((X, Y))})
    assert tables[0] == chain_of(False).attempts(None)[0][1:]


@pytest.mark.parametrize("seed, points", [(None, [2.0] * 5), (5, [1.0] * 10)])
def test_right_gradients_pass(seed: Optional[int], points: List[float]) -> None:
    result = check(gradients, seed)
    assert result.passed and result.mistakes == result.feedback == []
    assert [trial.points for trial in result.trials] == points
    titles = TITLES + [KEPT]
    secret = [title + ", other numbers" for title in titles] if seed is not None else []
    assert [trial.title for trial in result.trials] == titles + secret
    assert [trial.is_secret for trial in result.trials] == [False] * 5 + [True] * len(secret)


@pytest.mark.parametrize("num_layers, places", [
    (2, ["layer 2", "layer 1"]), (3, ["the last layer", "the layers before it"]),
])
@pytest.mark.parametrize("one_example, arguments", [(True, "x and y"), (False, "X and Y")])
def test_the_titles_say_where_a_gradient_is(
    num_layers: int, places: List[str], one_example: bool, arguments: str
) -> None:
    shapes = [([1] * (num_layers + 1), ["linear"] * num_layers)]
    exercise = BackwardExercise(98, "x", 2, 10, ["backward"], shapes, one_example, [], "it works")
    assert [trial.title for trial in exercise.judge([None]).trials] == [
        f"∂C/∂w of {places[0]}", f"∂C/∂b of {places[0]}", f"∂C/∂w of {places[1]}", f"∂C/∂b of {places[1]}",
        f"the network, {arguments} stay as they are",
    ]


@pytest.mark.parametrize("place, factors", [
    (0, (1, 1, NAN, 1)), (1, (1, 1, 1, NAN)), (2, (NAN, 1, 1, 1)), (3, (1, NAN, 1, 1)),
])
def test_each_gradient_counts_by_itself(place: int, factors: Any) -> None:
    result = check(with_factors(*factors))
    assert [trial.passed for trial in result.trials] == [other != place for other in range(5)]
    assert (result.status, result.points) == ("failed", 8.0)


def test_what_stays_as_it_is_counts_once_a_gradient_is_right() -> None:
    assert check(with_factors(NAN, NAN, NAN, NAN)).trials[-1].message == ONE_GRADIENT
    assert check(with_factors(NAN, NAN, NAN, 1)).trials[-1].passed


def test_a_gradient_that_is_not_a_number_is_not_said_to_vary() -> None:
    assert check(with_factors(1, NAN, 1, 1)).trials[-1].message == ""
    numbers = iter(range(99))
    varying = check(lambda network, x, y: [gradients(network, x, y)[0], ([[1.0]], [next(numbers)])])
    assert varying.trials[-1].message == "the same call gives other numbers each time"


def test_a_changed_network_is_found_even_if_every_gradient_is_right() -> None:
    def changes(network: Any, x: List[float], y: List[float]) -> List[Any]:
        found = gradients(network, x, y)
        network[0][1][0] = 9.0
        return found

    result = check(changes)
    assert [trial.message for trial in result.trials] == [""] * 4 + ["the weights or biases have changed"]
    assert result.mistakes == ["changes-network"] and result.points == 8.0


@pytest.mark.parametrize("exercise", [CHAIN, PLANTED])
@pytest.mark.parametrize("functions", [{}, {"backward": stub}])
@pytest.mark.parametrize("seed", [None, 5])
def test_a_stub_is_not_started(exercise: BackwardExercise, functions: Any, seed: Optional[int]) -> None:
    result = judged(exercise, functions, seed)
    assert (result.status, result.points, result.mistakes, result.feedback) == ("not started", 0.0, [], [])
    worth = 10.0 / len(result.trials)
    for trial in result.trials:
        assert (trial.message, trial.points) == ("not started", 0.0) and trial.max_points == pytest.approx(worth)
    assert [trial.is_secret for trial in result.trials].count(True) == (0 if seed is None else len(result.trials) // 2)


def test_several_functions_share_the_points_and_each_is_diagnosed_if_it_is_started() -> None:
    exercise = chain_of(names=["one", "two", "three"])
    functions = {"one": gradients, "two": stub, "three": with_factors(-1, -1, -1, -1)}
    result = judged(exercise, functions)
    assert [trial.title for trial in result.trials] == [
        f"{name}, {title}" for name in functions for title in TITLES + [KEPT]
    ]
    assert [trial.max_points for trial in result.trials] == pytest.approx([10 / 15] * 15)
    assert result.points == pytest.approx(10 / 3) and result.mistakes == ["sign"]
    assert [trial.message for trial in result.trials][5:10] == ["not started"] * 5
    assert "NotImplementedError" not in "".join(result.feedback)
    both = judged(chain_of(names=["one", "two"]), {"one": with_factors(-1, -1, -1, -1), "two": weights_dropped})
    assert len(both.mistakes) == 2 and both.feedback[0].count("\n\n") >= 1
    assert both.trials[0].title == "one, " + TITLES[0]


def test_mistakes_together_are_joined_by_and() -> None:
    assert check(with_factors(-1, 0, -1, 0)).mistakes == ["no-bias and sign"]


def test_mistakes_that_fit_equally_well_are_joined_by_or() -> None:
    result = check(weights_dropped)
    assert result.mistakes == ["error-by-weight-share or output-error-everywhere or weights-dropped"]


def test_the_call_stands_at_the_end_of_all_of_it() -> None:
    for exercise, backward in ((CHAIN, with_factors(-1, -1, -1, -1)), (chain_of(False), lambda network, X, Y: [])):
        ((network, X, Y),) = exercise.attempts(None)
        (w1,), (w2,) = network.layers[0].weights[0], network.layers[1].weights[0]
        (b1,), (b2,) = network.layers[0].biases, network.layers[1].biases
        numbers = f"{X[0]}, {Y[0]}" if exercise.one_example else f"{X}, {Y}"
        layers = ", ".join([f"([[{w:g}]], [{b:g}], linear, linear_prime)" for w, b in ((w1, b1), (w2, b2))])
        first, second, whole = check(backward, exercise=exercise).feedback
        assert whole.endswith(f"\n\nThe call:\n   backward([{layers}], {numbers.replace('1.0', '1')})")
        assert "The call:" not in first + second and whole.startswith(("sign: ", "no-gradient: "))


def test_the_words_about_other_probes_and_about_missing_biases_are_left_out() -> None:
    failing = check(lambda network, x, y: x[5])
    assert "If your function only knows" not in "".join(failing.feedback) and "IndexError" in failing.feedback[2]
    without = check(lambda network, x, y: [[[1.0]], [[1.0]]])
    assert "biases=False" not in "".join(without.feedback) + without.text()
    assert "for layer 1 it returned [[1.0]], but must return one pair (dC_dW, dC_db) " in without.trials[0].message


def test_a_planted_mistake_has_one_trial_and_no_name() -> None:
    result = check(with_factors(1, 1, NAN, NAN), exercise=PLANTED)
    (trial,) = result.trials
    assert (trial.title, trial.max_points, result.points, result.mistakes) == ("every gradient", 10.0, 0.0, [])
    assert trial.message == f"wrong: {TITLES[0]}, {TITLES[1]}; right: {TITLES[2]}, {TITLES[3]}, {KEPT}"
    assert check(gradients, exercise=PLANTED).passed


def test_of_a_planted_mistake_only_the_question_is_told() -> None:
    planted, told = check(with_factors(-1, -1, -1, -1), exercise=PLANTED), check(with_factors(-1, -1, -1, -1))
    assert told.mistakes == ["sign"] and len(set(told.feedback)) == 3
    assert (planted.mistakes, planted.feedback) == ([], told.feedback[:1] * 3)
    assert planted.trials[0].message == f"wrong: {', '.join(TITLES + [KEPT])}; right: nothing yet"


def test_hint_by_hint_a_question_then_the_rule_then_the_mistake() -> None:
    first, second, whole = check(with_factors(-1, -1, -1, -1)).feedback
    assert first == MISTAKES["sign"].question
    assert second.startswith(first) and "The rule: " in second and "sign" not in second.replace("the sign", "")
    assert whole.startswith("sign: ") and "Proof" in whole


def only_if(visible: bool, right: Any, wrong: Any, exercise: BackwardExercise = CHAIN) -> Any:
    """Right with what everybody sees, or with other numbers; else wrong."""
    seen = [X[0] + Y[0] for _, X, Y in exercise.attempts(None)]
    return lambda network, x, y: (right if (x + y in seen) == visible else wrong)(network, x, y)


def test_what_only_secret_numbers_show_is_named_without_them() -> None:
    result = check(only_if(True, gradients, with_factors(-1, -1, -1, -1)), 5)
    assert [trial.message for trial in result.trials] == [""] * 5 + ["wrong, or an error"] * 5
    assert (result.points, result.mistakes) == (5.0, ["sign"])
    assert result.feedback[2].startswith("sign: ") and "Proof" not in result.feedback[2]


def test_two_mistakes_that_only_secret_numbers_show_are_both_named() -> None:
    result = check(only_if(True, gradients, with_factors(-1, 0, -1, 0)), 5)
    assert result.mistakes == ["no-bias and sign"] and "\nsign: " in result.feedback[2]


def test_an_unknown_mistake_that_only_secret_numbers_show_is_said_to_be_one() -> None:
    result = check(only_if(True, gradients, with_factors(1, 1, 1, NAN)), 5)
    text = "backward is right with the numbers that you see, but not with others: does it work for any numbers?"
    assert (result.feedback, result.mistakes, result.points) == ([text] * 3, [], 9.0)


def test_what_everybody_sees_is_diagnosed_first() -> None:
    result = check(only_if(True, with_factors(2, 2, 2, 2), with_factors(-1, -1, -1, -1)), 5)
    assert result.mistakes == ["factor-two"] and "The call:" in result.feedback[2]


def test_a_secret_call_without_an_answer_is_not_diagnosed() -> None:
    result = CHAIN.judge(CHAIN.observe({"backward": gradients}), [None], 5)
    assert [trial.message for trial in result.trials] == [""] * 5 + ["wrong, or an error"] * 5
    assert (result.status, result.points, result.mistakes, result.feedback) == ("failed", 5.0, [], [])


@pytest.mark.parametrize("mistake", ["sign", "no-bias", "sum-not-mean", "no-slope"])
def test_mistakes_of_the_catalogue_are_named_with_a_seed_and_without(mistake: str) -> None:
    names: Dict[str, Any] = {}
    exec("\n".join(forward_lines() + [""] + with_mistake(mistake)), names)
    exercise: Any = exercise_numbered(12)
    for seed in (None, 5):
        result = judged(exercise, names, seed)
        assert result.mistakes == [mistake] and not result.passed
