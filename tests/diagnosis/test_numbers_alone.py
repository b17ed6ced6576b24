"""`diagnose_gradients` and `diagnose_step`: numbers from paper or from another program."""

import copy
from typing import Any, List, Tuple

import pytest

from minibackprop import (
    CROSS_ENTROPY, LINEAR, SIGMOID, Layer, Network, NumberError, SettingError, ShapeError, backward, diagnose_gradients,
    diagnose_step, forward, gradient_step,
)
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES, published_example

MAZUR = published_example("mazur")
X, Y = [MAZUR.x], [MAZUR.y]
PRINTED = Network(  # the figures that the source prints; it leaves the biases alone
    Layer([[0.149780716, 0.19956143], [0.24975114, 0.29950229]], [0.35, 0.35], SIGMOID),
    Layer([[0.35891648, 0.408666186], [0.511301270, 0.561370121]], [0.60, 0.60], SIGMOID),
)


def gradients_of(network: Network, X: Any, Y: Any) -> List[Tuple[Any, Any]]:
    return [(record.dC_dW, record.dC_db) for record in backward(network, forward(network, X), Y)]


@pytest.mark.parametrize("name", sorted(PUBLISHED_EXAMPLES))
def test_right_gradients_and_steps_are_correct(name: str) -> None:
    example = published_example(name)
    network, X, Y = example.network, [example.x], [example.y]
    backward_pass = backward(network, forward(network, X), Y)
    assert diagnose_gradients(backward_pass, network, X, Y).is_correct
    after = gradient_step(network, backward_pass, example.learning_rate)
    assert diagnose_step(network, after, X, Y, example.learning_rate).is_correct


def test_printed_figures_are_right_to_their_digits() -> None:
    found = diagnose_step(MAZUR.network, PRINTED, X, Y, 0.5, tolerance=1e-8, biases=False)
    assert found.is_correct and "to within" in str(found)
    assert not diagnose_step(MAZUR.network, PRINTED, X, Y, 0.5, tolerance=1e-11, biases=False).is_correct
    assert diagnose_step(MAZUR.network, PRINTED, X, Y, 0.5, tolerance=1e-8).mistakes == ("no-bias",)


def test_the_famous_mistake_of_the_program_of_a_source_is_found_in_its_numbers() -> None:
    """It updates the weights of the outputs before it passes the slopes back through them."""
    late = [layer.weights for layer in PRINTED.layers]
    first, last = MAZUR.network.layers
    (x1, x2), (y1, y2) = MAZUR.x, MAZUR.y
    A1 = forward(MAZUR.network, X)[0].A
    a = MAZUR.network.predict(MAZUR.x)
    deltas = [(a_j - y_j) * a_j * (1 - a_j) for a_j, y_j in zip(a, (y1, y2))]
    new_last = [[w - 0.5 * delta * A1[i][0] for i, w in enumerate(row)] for row, delta in zip(last.weights, deltas)]
    new_first = []
    for i, row in enumerate(first.weights):
        slope = sum(delta * new_last[j][i] for j, delta in enumerate(deltas)) * A1[i][0] * (1 - A1[i][0])
        new_first.append([w - 0.5 * slope * x for w, x in zip(row, (x1, x2))])
    after = Network(Layer(new_first, first.biases, SIGMOID), Layer(new_last, last.biases, SIGMOID))
    assert [[round(w, 8) for w in row] for row in new_last] == [[round(w, 8) for w in row] for row in late[1]]
    found = diagnose_step(MAZUR.network, after, X, Y, learning_rate=0.5, biases=False)
    assert found.mistakes == ("updated-weights",)


def test_several_explanations_that_fit_are_all_listed_with_a_probe_that_tells_them_apart() -> None:
    """With two outputs, half the error and the mean over the outputs are the same."""
    halved = [([[s / 2 for s in row] for row in W], [s / 2 for s in b]) for W, b in gradients_of(MAZUR.network, X, Y)]
    found = diagnose_gradients(halved, MAZUR.network, X, Y)
    assert found.mistakes == () and found.candidates == [("half",), ("mean-over-outputs",)]
    assert repr(found) == "Diagnosis(half or mean-over-outputs)"
    assert found.telling_probe is not None
    network, probe_X, probe_Y = found.telling_probe
    for factor, name in ((1 / 2, "half"), (1 / 3, "mean-over-outputs")):
        gradients = [
            ([[s * factor for s in row] for row in W], [s * factor for s in b])
            for W, b in gradients_of(network, probe_X, probe_Y)
        ]
        assert diagnose_gradients(gradients, network, probe_X, probe_Y).mistakes == (name,)
    for hint in (1, 2, 3):
        assert "2 explanations fit your numbers equally well:" in found.text(hint)
        assert "They would differ with Network(3 -> 3 -> 3 -> 3) and 5 examples" in found.text(hint)


def test_the_proof_is_in_the_learner_s_numbers() -> None:
    network = Network(Layer([[2.0, 0.0]], [1.0]))
    examples, targets = [[3.0, 4.0], [1.0, 2.0], [0.0, 1.0]], [[5.0], [1.0], [0.0]]
    summed = [([[3 * s for s in row] for row in W], [3 * s for s in b])
              for W, b in gradients_of(network, examples, targets)]
    found = diagnose_gradients(summed, network, examples, targets)
    text = str(found)
    assert "your ∂C/∂w¹₁₁ = 8 = 3 · 2.66667: 3 is the number of examples" in text
    assert "The wrong formula gives exactly your numbers, all 3 that were compared." in text
    assert "explain(diagnosis.network, diagnosis.X, diagnosis.Y, layer=1, neuron=1, input=1" in text
    assert (found.X, found.Y, found.network) == (examples, targets, network)


def test_shapes_alone_tell_what_numbers_cannot() -> None:
    network = Network(Layer([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]], [0.0, 0.0]), Layer([[0.7, 0.8]], [0.0], LINEAR))
    noise = [([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], [0.1, 0.2]), ([[0.3], [0.4]], [0.5])]
    assert diagnose_gradients(noise, network, [[1, 2, 3]], [[1]]).mistakes == ("transposed",)
    noise = [([[0.3, 0.4]], [0.5]), ([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]], [0.1, 0.2])]
    assert diagnose_gradients(noise, network, [[1, 2, 3]], [[1]]).mistakes == ("layers-reversed",)


def test_records_are_judged_factor_by_factor_from_the_learner_s_own_numbers() -> None:
    network = Network(
        Layer([[0.1, 0.2], [0.3, -0.4]], [0.1, 0.2], SIGMOID), Layer([[0.5, 0.6], [-0.7, 0.8]], [0, 0], SIGMOID)
    )
    examples, targets = [[1.0, 2.0], [3.0, -1.0], [0.5, 0.5]], [[1, 0], [0, 1], [1, 1]]
    records = copy.deepcopy(backward(network, forward(network, examples), targets))
    assert diagnose_gradients(records, network, examples, targets).is_correct
    records[1].dA_dZ[0][2] += 0.1  # a slip, and what follows from it correctly
    records[1].dC_dZ[0][2] = records[1].dC_dA[0][2] * records[1].dA_dZ[0][2]
    delta = records[1].dC_dZ
    records[1].dC_dW = [[sum(d * a for d, a in zip(row, a_in)) / 3 for a_in in forward(network, examples)[0].A]
                        for row in delta]
    records[1].dC_db = [sum(row) / 3 for row in delta]
    records[0] = copy.deepcopy(records[0])
    W = network.layers[1].weights
    records[0].dC_dA = [[sum(W[j][i] * delta[j][n] for j in range(2)) for n in range(3)] for i in range(2)]
    records[0].dC_dZ = [[a * s for a, s in zip(*rows)] for rows in zip(records[0].dC_dA, records[0].dA_dZ)]
    columns = list(zip(*examples))
    records[0].dC_dW = [[sum(d * x for d, x in zip(row, x_i)) / 3 for x_i in columns] for row in records[0].dC_dZ]
    records[0].dC_db = [sum(row) / 3 for row in records[0].dC_dZ]
    found = diagnose_gradients(records, network, examples, targets)
    assert (found.is_correct, found.mistakes) == (False, ())
    assert found.where is not None
    assert (found.where.result, found.where.layer, found.where.neuron, found.where.example) == ("dA_dZ", 2, 1, 3)
    assert len(found.differences) == 1
    assert "Right, each from your own earlier numbers:\n" in str(found)
    assert "   layer 2: ∂C/∂a, ∂C/∂z, ∂C/∂w, ∂C/∂b\n   layer 1: ∂C/∂a, ∂a/∂z, ∂C/∂z, ∂C/∂w, ∂C/∂b" in str(found)


def test_a_record_that_is_laid_out_in_another_way_is_judged_by_its_gradients() -> None:
    network = Network(Layer([[0.1, 0.2], [0.3, -0.4]], [0.1, 0.2], SIGMOID))
    records: Any = backward(network, forward(network, [[1, 2], [3, 4], [0, 1]]), [[1, 0], [0, 1], [1, 1]])
    records[0].dC_dZ = [list(column) for column in zip(*records[0].dC_dZ)]
    assert diagnose_gradients(records, network, [[1, 2], [3, 4], [0, 1]], [[1, 0], [0, 1], [1, 1]]).is_correct
    records[0].dC_dW = [[2 * slope for slope in row] for row in records[0].dC_dW]
    found = diagnose_gradients(records, network, [[1, 2], [3, 4], [0, 1]], [[1, 0], [0, 1], [1, 1]])
    assert found.mistakes == ("factor-two",)


NETWORK = Network(Layer([[2, 0]], [1]))
RIGHT = [([[6.0, 8.0]], [2.0])]


@pytest.mark.parametrize("changes, error, message", [
    ({"gradients": 5}, TypeError, "it returned 5, but must return a list"),
    ({"tolerance": -1}, SettingError, "the tolerance is -1, but must be 0 or more"),
    ({"tolerance": "wide"}, NumberError, "the tolerance is 'wide'"),
    ({"tolerance": 8.0}, SettingError, "no slope of a weight is larger than the tolerance"),
    ({"X": [[1]]}, ShapeError, "each row of X has length 1"),
    ({"network": 5}, TypeError, "a Network is needed here"),
])
def test_what_does_not_fit_is_refused(changes: Any, error: Any, message: str) -> None:
    arguments = {"gradients": RIGHT, "network": NETWORK, "X": [[3, 4]], "Y": [[5]], **changes}
    with pytest.raises(error, match=message):
        diagnose_gradients(**arguments)


def test_networks_that_are_not_alike_are_refused() -> None:
    with pytest.raises(ShapeError, match="the layers must be alike"):
        diagnose_step(NETWORK, MAZUR.network, [[3, 4]], [[5]], 0.5)
    with pytest.raises(SettingError, match="the learning rate is 0"):
        diagnose_step(NETWORK, NETWORK, [[3, 4]], [[5]], 0)


@pytest.mark.parametrize("hint", [0, 4, "1", None, True])
def test_there_are_three_hints(hint: Any) -> None:
    with pytest.raises(SettingError, match="but must be 1 .a question., 2 .the rule. or 3 .the mistake."):
        diagnose_gradients(RIGHT, NETWORK, [[3, 4]], [[5]]).text(hint)


def test_a_notebook_shows_the_text_with_its_lines() -> None:
    found = diagnose_gradients([([[-6.0, -8.0]], [-2.0])], NETWORK, [[3, 4]], [[5]])
    html = found._repr_html_()
    assert html.startswith("<pre>sign: ") and html.endswith("</pre>")
    assert "\n   wrong: ∂C/∂a = y − a\n" in html


def test_an_error_that_starts_wrong_is_told_the_rule_of_its_cost() -> None:
    network = Network(Layer([[0.5, -0.5]], [0.1], SIGMOID))
    X, Y = [[1.0, 2.0], [0.0, 1.0]], [[1.0], [0.0]]
    records = copy.deepcopy(backward(network, forward(network, X), Y, CROSS_ENTROPY))
    records[0].dC_dA = [[0.5, 0.25]]
    records[0].dC_dZ = [[a * s for a, s in zip(records[0].dC_dA[0], records[0].dA_dZ[0])]]
    records[0].dC_dW = [[sum(d * x[i] for d, x in zip(records[0].dC_dZ[0], X)) / 2 for i in range(2)]]
    records[0].dC_db = [sum(records[0].dC_dZ[0]) / 2]
    found = diagnose_gradients(records, network, X, Y, CROSS_ENTROPY)
    assert found.where is not None and found.where.result == "dC_dA"
    assert "The rule: ∂C/∂a = (a − y) / (a·(1 − a))" in found.text(hint=2)
