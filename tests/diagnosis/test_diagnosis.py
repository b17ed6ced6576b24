"""The verdict: from what was observed in some batches to what is found."""

from typing import Any, Dict, List

import pytest

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, MISTAKES, SIGMOID, SOFTMAX_CROSS_ENTROPY, Cost, Diagnosis, Layer, Network,
    SettingError, ShapeError, backward, forward,
)
from minibackprop.diagnosis import search
from minibackprop.diagnosis.comparison import layers_of
from minibackprop.diagnosis.diagnosis import verdict
from minibackprop.diagnosis.layer_chain import Batch
from minibackprop.diagnosis.probes import standard_probes
from minibackprop.linalg import Matrix, transpose

from .version_programs import program_of

WIDE: Any = (Network(Layer([[2.0, 1.0]], [0.0])), [[1.0, 3.0]], [[0.0]])  # 5, so the gradients are [5, 15] and 5
TWO: Any = (
    Network(Layer([[0.5, -0.3], [0.2, 0.9], [-0.7, 0.4]], [0.1, -0.2, 0.3], SIGMOID), Layer([[1.0, -0.6, 0.8]], [0.2])),
    [[1.0, 2.0], [-0.5, 0.3], [0.7, -1.1], [0.2, 0.4]], [[1.0], [0.0], [0.5], [0.25]],
)


def seen(weights: Any = ((5.0, 15.0),), bias: Any = 5.0, **changes: Any) -> Dict[str, Any]:
    """What was observed with WIDE."""
    observed: Dict[str, Any] = {
        "error": "", "file": "", "line": None, "problem": "", "changed": "", "shares_rows": False, "again": [],
        "layers": [{"dC_dW": [list(row) for row in weights], "dC_db": [bias]}],
    }
    return {**observed, **changes}


RIGHT, HALF, ODD = seen(), seen(((2.5, 7.5),), 2.5), seen(((4.0, 15.0),), 5.0)
FAILED = seen(error="ValueError: no & <again>", layers=None)


def found_in(observed: List[Any], biases: bool = True, tolerance: float = 0.0, rate: Any = None) -> Diagnosis:
    return verdict([WIDE] * len(observed), observed, HALF_SQUARED_ERROR, rate, biases, tolerance)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of a few mistakes, in which a search for pairs is short."""
    names = ("first-layer-missing", "no-bias", "sign", "transposed")
    monkeypatch.setattr(search, "MISTAKES", {name: MISTAKES[name] for name in names})


def two_layers() -> List[Dict[str, Any]]:
    """The right numbers of TWO, layer by layer."""
    records = backward(TWO[0], forward(TWO[0], TWO[1]), TWO[2])
    return [
        {"dC_dA": record.dC_dA, "dA_dZ": record.dA_dZ, "dC_dZ": record.dC_dZ, "dC_dW": record.dC_dW,
         "dC_db": record.dC_db} for record in records
    ]


def found_in_two(layers: Any, biases: bool = True) -> Diagnosis:
    return verdict([TWO], [seen(layers=layers)], HALF_SQUARED_ERROR, None, biases)


def test_right_numbers_are_counted_over_all_batches() -> None:
    found = found_in([RIGHT, RIGHT])
    assert found.is_correct
    assert (found.num_numbers, found.num_batches, found.judged, found.tolerance) == (6, 2, ("dC_dW", "dC_db"), 0.0)
    assert (found.network, found.X, found.Y, found.explain_call()) == (WIDE[0], WIDE[1], WIDE[2], "")
    without_biases = found_in([RIGHT, RIGHT], biases=False)
    assert (without_biases.num_numbers, without_biases.judged) == (4, ("dC_dW",))


@pytest.mark.parametrize("off, tolerance, is_correct", [
    (0.01, 0.02, True), (0.01, 0.005, False), (1e-13, 0.0, True), (1e-7, 0.0, False),
])
def test_numbers_may_be_off_by_the_tolerance(off: float, tolerance: float, is_correct: bool) -> None:
    found = found_in([seen(((5.0 + off, 15.0),))], tolerance=tolerance)
    assert (found.is_correct, found.tolerance) == (is_correct, tolerance)


def test_a_zero_may_be_off_by_rounding() -> None:
    exact = Network(Layer([[1.0]], [0.0])), [[1.0]], [[1.0]]
    for off, is_correct in ((1e-13, True), (1e-11, False)):
        observed = seen(layers=[{"dC_dW": [[off]], "dC_db": [-off]}])
        assert verdict([exact], [observed], HALF_SQUARED_ERROR, None, True).is_correct is is_correct


def test_a_problem_of_form_ends_it_and_names_its_mistake() -> None:
    found = found_in([HALF, seen(changed="inputs"), RIGHT])
    assert (found.mistakes, found.num_batches, found.num_numbers) == (("changes-inputs",), 3, 0)
    assert found.problem is not None and found.raised is None and found.differences == []
    unnamed = found_in([seen(problem="it returned 5")])
    assert (unnamed.candidates, str(unnamed)) == ([], "With Network(2 -> 1), it returned 5.")


def test_an_error_in_the_first_batch_ends_it() -> None:
    found = found_in([FAILED, HALF])
    assert (found.candidates, found.problem, found.num_batches) == ([], None, 2)
    assert (found.judged, found.num_numbers) == (("dC_dW", "dC_db"), 0)
    assert found.raised is not None and found.raised.sentence.startswith("It raised ValueError: no")
    assert "ValueError: no &amp; &lt;again>" in found._repr_html_()
    assert found._repr_html_().startswith("<pre>It raised") and found._repr_html_().endswith("</pre>")


def test_an_error_in_a_later_batch_is_told_beside_what_is_found() -> None:
    found = found_in([HALF, FAILED, seen(error="KeyError: 3", layers=None)])
    assert found.raised is not None and "ValueError" in found.raised.sentence
    assert ("half",) in found.candidates
    right = found_in([RIGHT, FAILED])
    assert (right.is_correct, right.num_numbers, right.raised is None) == (False, 3, False)


def test_the_first_batch_that_is_wrong_is_shown(few: None) -> None:
    first = Network(Layer([[1.0, 2.0]], [0.0])), [[1.0, 1.0]], [[0.0]]  # 3
    observed = [seen(((3.0, 3.0),), 3.0), HALF]
    found = verdict([first, WIDE], observed, HALF_SQUARED_ERROR, None, True)
    assert (found.network, found.candidates, found.num_batches) == (WIDE[0], [], 2)


def test_a_layer_less_is_taken_for_the_first_that_is_missing(few: None) -> None:
    found = found_in_two(two_layers()[1:])
    assert found.mistakes == ("first-layer-missing",)
    assert [(difference.result, difference.layer) for difference in found.differences] == [("dC_dW", 1), ("dC_db", 1)]
    assert found_in_two(two_layers()[:1]).mistakes == ()


def test_another_number_of_layers_is_a_problem_of_shape() -> None:
    found = found_in_two(two_layers() + two_layers())
    assert found.problem is not None and "It returned gradients for 4 layers" in found.problem.sentence
    assert (found.num_numbers, found.num_batches, found.candidates) == (0, 1, [])


def test_all_numbers_of_the_mistake_are_counted() -> None:
    layers = two_layers()
    for numbers in layers:
        numbers["dC_db"] = [0.0 for _ in numbers["dC_db"]]
    found = found_in_two(layers)
    assert (found.mistakes, found.num_numbers) == (("no-bias",), 36 + 6 + 3 + 12 + 3 + 1)


def test_with_factors_they_are_judged_too(few: None) -> None:
    layers = two_layers()
    layers[0]["dC_db"][1] += 1.0
    found = found_in_two(layers)
    assert found.judged == ("dC_dA", "dA_dZ", "dC_dZ", "dC_dW", "dC_db")
    assert found.explain_call() == (
        "print(explain(diagnosis.network, diagnosis.X, diagnosis.Y, layer=1, neuron=2, cost=diagnosis.cost))"
    )


def test_factors_of_another_shape_are_left_out(few: None) -> None:
    layers = two_layers()
    layers[0]["dC_dZ"] = [list(column) for column in zip(*layers[0]["dC_dZ"])]
    layers[1]["dC_dW"][0][2] += 1.0
    found = found_in_two(layers)
    assert (found.judged, len(found.differences)) == (("dC_dW", "dC_db"), 1)
    assert found.explain_call() == (
        "print(explain(diagnosis.network, diagnosis.X, diagnosis.Y, layer=2, neuron=1, input=3, cost=diagnosis.cost))"
    )


def test_shapes_are_told_if_no_mistake_explains_the_numbers(few: None) -> None:
    layers = two_layers()
    layers[0]["dC_dW"] = [[9.0, 8.0, 7.0]] * 2
    found = found_in_two(layers)
    assert found.problem is not None and found.problem.sentence.startswith("dC_dW of layer 1 is 2x3, but must be 3x2")
    assert (found.candidates, found.num_numbers) == ([], 0)
    later = verdict([WIDE, TWO], [ODD, seen(layers=layers)], HALF_SQUARED_ERROR, None, True)
    assert later.problem is not None and "is 2x3" in later.problem.sentence


def test_several_explanations_have_a_probe_that_tells_them_apart() -> None:
    found = found_in([HALF], rate=0.5)
    assert found.candidates == [("half",)]
    batch = Network(Layer([[2.0], [1.0]], [0.0, 0.0])), [[1.0]], [[0.0, 0.0]]  # two outputs, 2 and 1
    several = verdict(
        [batch], [seen(layers=[{"dC_dW": [[1.0], [0.5]], "dC_db": [1.0, 0.5]}])], HALF_SQUARED_ERROR, None, True
    )
    assert several.candidates == [("half",), ("mean-over-outputs",)]
    assert several.num_numbers == 0 and several.telling_probe is not None
    network, X, Y = several.telling_probe
    first, first_X, first_Y = standard_probes(HALF_SQUARED_ERROR)[0]
    assert (network.layers[0].weights, X, Y) == (first.layers[0].weights, first_X, first_Y)


def test_without_biases_the_probe_that_tells_them_apart_has_none() -> None:
    network = Network(Layer([[2.0], [1.0]], [0.0, 0.0]))
    observed = seen(layers=[{"dC_dW": [[1.0], [0.5]]}])
    found = verdict([(network, [[1.0]], [[0.0, 0.0]])], [observed], HALF_SQUARED_ERROR, None, False)
    assert found.telling_probe is not None
    assert [layer.biases for layer in found.telling_probe[0].layers] == [[0.0] * 3] * 3


def test_explanations_that_are_always_the_same_have_no_such_probe() -> None:
    """With softmax the last layer is linear, so that its z is its a."""
    network = Network(
        Layer([[0.5, 0.2], [-0.3, 0.8]], [0.1, 0.2], SIGMOID), Layer([[0.4, -0.7], [0.9, 0.6]], [0.1, 0.2])
    )
    inputs, targets = [[1.0, 2.0], [0.3, -0.4]], [[1.0, 0.0], [0.0, 1.0]]
    own = program_of(MISTAKES["own-activation-for-input"].versions[2], SOFTMAX_CROSS_ENTROPY)
    layers = [{"dC_dW": dC_dW, "dC_db": dC_db} for dC_dW, dC_db in own(network, inputs, targets)]
    found = verdict([(network, inputs, targets)], [seen(layers=layers)], SOFTMAX_CROSS_ENTROPY, None, True)
    assert found.candidates == [("own-activation-for-input",), ("z-for-input",)]
    assert found.telling_probe is None


def test_an_unknown_mistake_beside_an_error_has_no_problem_of_shape(few: None) -> None:
    found = found_in([ODD, FAILED])
    assert (found.candidates, found.problem) == ([], None) and found.raised is not None
    assert [(difference.yours, difference.right) for difference in found.differences] == [(4.0, 5.0)]


def test_the_shape_of_biases_counts_if_there_are_any(few: None) -> None:
    layers = [{"dC_dW": [[4.0, 15.0]], "dC_db": [5.0, 5.0]}]
    with_biases = verdict([WIDE], [seen(layers=layers)], HALF_SQUARED_ERROR, None, True)
    assert with_biases.problem is not None and with_biases.problem.sentence.startswith("dC_db of layer 1 is 2, but")
    without = verdict([WIDE], [seen(layers=[{"dC_dW": [[4.0, 15.0]]}])], HALF_SQUARED_ERROR, None, False)
    assert (without.problem, without.candidates, len(without.differences)) == (None, [], 1)


def test_there_are_three_hints() -> None:
    found = found_in([seen(bias=0.0)])
    question = "z = w·a_in + b. What is its derivative with respect to b?"
    assert found.text(1) == question and found.text(2).startswith(question + "\nThe rule: ∂C/∂b = ∂C/∂z · 1\n")
    assert found.text() == found.text(3) == str(found)
    assert found.text().endswith(f"\n\nGo on: {found.explain_call()}") and found.explain_call() != ""
    no_hint: Any
    for no_hint in (0, 4, True, "1"):
        with pytest.raises(SettingError, match="but must be 1 .a question., 2 .the rule. or 3 .the mistake."):
            found.text(no_hint)


def test_one_mistake_is_found_without_a_problem_and_a_probe() -> None:
    found = found_in([seen(bias=[5.0])])
    assert (found.mistakes, found.problem, found.telling_probe) == (("bias-as-column",), None, None)
    assert (found.judged, found.num_numbers) == (("dC_dW", "dC_db"), 3)


def test_a_mistake_may_be_named_by_shapes_alone(few: None) -> None:
    layers = [{"dC_dW": [[9.0, 8.0, 7.0]] * 2, "dC_db": [1.0] * 3}, {"dC_dW": [[1.0]] * 3, "dC_db": [1.0]}]
    found = found_in_two(layers)
    assert found.mistakes == ("transposed",) and found.problem is not None


def test_numbers_are_counted_where_the_mistake_can_be_calculated() -> None:
    square = Network(
        Layer([[0.5, -0.3], [0.2, 0.9]], [0.1, -0.2], SIGMOID), Layer([[1.0, -0.6], [0.3, 0.4]], [0.2, 0.1], SIGMOID)
    )
    inputs, targets = [[1.0, 2.0], [-0.5, 0.3]], [[1.0, 0.0], [0.0, 0.5]]
    wrong = program_of(MISTAKES["weights-not-transposed"].versions[0])
    layers = [{"dC_dW": dC_dW, "dC_db": dC_db} for dC_dW, dC_db in wrong(square, inputs, targets)]
    probes = [(square, inputs, targets), TWO]
    found = verdict(probes, [seen(layers=layers), FAILED], HALF_SQUARED_ERROR, None, True)
    assert (found.mistakes, found.num_numbers) == (("weights-not-transposed",), 12)
    no_bias = found_in([seen(bias=0.0), FAILED])
    assert (no_bias.mistakes, no_bias.num_numbers) == (("no-bias",), 3)


def test_the_slopes_of_the_cost_are_checked() -> None:
    network = Network(Layer([[1.0]], [0.0], SIGMOID))
    records = backward(network, forward(network, [[1.0]]), [[0.0]], CROSS_ENTROPY)
    observed = seen(layers=[{"dC_dW": records[0].dC_dW, "dC_db": records[0].dC_db}])
    assert verdict([(network, [[1.0]], [[0.0]])], [observed], CROSS_ENTROPY, None, True).is_correct
    given: List[Any] = []

    def odd_slopes(Y_T: Matrix, A: Matrix) -> Matrix:
        given.append(Y_T)
        return [[1.0, 2.0]]

    odd = Cost("odd", HALF_SQUARED_ERROR.c, odd_slopes)
    with pytest.raises(ShapeError, match=r"c_prime of the cost odd returned \[\[1.0, 2.0\]\], .* like A \(1x1\)"):
        verdict([(network, [[1.0]], [[0.0]])], [observed], odd, None, True)
    assert given == [[[0.0]]]


def test_factors_that_a_mistake_explains_are_judged_whatever_they_are_where_it_cannot_be_calculated() -> None:
    """W in place of its transpose: with layers of other sizes, the learner's code gives whatever it gives."""
    square = Network(
        Layer([[0.5, -0.3], [0.2, 0.9]], [0.1, -0.2], SIGMOID), Layer([[1.0, -0.6], [0.3, 0.4]], [0.2, 0.1], SIGMOID)
    )
    inputs, targets = [[1.0, 2.0], [-0.5, 0.3]], [[1.0, 0.0], [0.0, 0.5]]
    batch = Batch(square, transpose(inputs), transpose(targets), HALF_SQUARED_ERROR, forward(square, inputs), None)
    version = MISTAKES["weights-not-transposed"].versions[0]
    names = ("dC_dA", "dA_dZ", "dC_dZ", "dC_dW", "dC_db")
    explained = [
        {name: getattr(at, name) for name in names} for at in layers_of(version, batch, lambda k, rule, result: result)
    ]
    whatever = two_layers()
    whatever[0]["dC_dW"][0][0] += 1.0
    whatever[0]["dC_dZ"] = [[1.0]]
    probes, observed = [(square, inputs, targets), TWO], [seen(layers=explained[::-1]), seen(layers=whatever)]
    found = verdict(probes, observed, HALF_SQUARED_ERROR, None, True)
    assert (found.mistakes, found.judged) == (("weights-not-transposed",), names)
