"""An explanation is right, and every figure that it prints follows from those that it prints."""

import re
from typing import Dict, List, Tuple

import pytest

import minibackprop
from minibackprop import (
    HALF_SQUARED_ERROR, LINEAR, RELU, SIGMOID, TANH, Layer, Network, NumberError, RandomNumbers, SettingError, ShapeError,
    backward, explain, forward, gradient_step,
)
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES
from minibackprop.views.explain import Explanation, product

RNG = RandomNumbers(3)
WIDE = Network(Layer.random(3, 20, TANH, RNG), Layer.random(20, 2, SIGMOID, RNG))
DEEP = Network(*[Layer.random(3, 3, TANH, RNG) for _ in range(5)])
MIXED = Network(Layer.random(2, 3, RELU, RNG), Layer.random(3, 2, TANH, RNG), Layer.random(2, 1, LINEAR, RNG))

CASES: List[Tuple[str, Explanation]] = [
    ("mazur", explain(PUBLISHED_EXAMPLES["mazur"].network, [0.05, 0.10], [0.01, 0.99], 1, 2, 1, learning_rate=0.5)),
    ("a bias", explain(PUBLISHED_EXAMPLES["mazur"].network, [0.05, 0.10], [0.01, 0.99], 1, 2)),
    ("last layer", explain(PUBLISHED_EXAMPLES["mazur"].network, [0.05, 0.10], [0.01, 0.99], 2, 1, 2)),
    ("three layers", explain(MIXED, [0.3, -0.8], [0.5], 1, 2, 1)),
    ("middle layer", explain(MIXED, [0.3, -0.8], [0.5], 2, 2, 3)),
    ("a batch", explain(MIXED, [[0.3, -0.8], [0.9, 0.1], [-0.4, 0.7]], [[0.5], [0.1], [-0.2]], 1, 3, 2)),
    ("a large batch", explain(MIXED, [[n / 9, 1.0] for n in range(30)], [[0.5]] * 30, 1, 3, 2)),
    ("wide", explain(WIDE, [0.3, -0.8, 0.5], [0.5, 0.1], 1, 7, 3)),
    ("deep", explain(DEEP, [0.3, -0.8, 0.5], [0.5, 0.1, 0.9], 1, 2, 3)),
    ("many neurons after it", explain(
        Network(Layer.random(2, 2, TANH, RNG), Layer.random(2, 20, TANH, RNG), Layer.random(20, 1, rng=RNG)),
        [0.4, 0.2], [1.0], 1, 1, 2)),
    ("tiny slopes", explain(Network(Layer([[9.0]], [9.0], SIGMOID), Layer([[1e-5]], [0])), [1.0], [1e-3], 1, 1, 1)),
    ("no slope", explain(Network(Layer([[-1.0]], [0.0], RELU), Layer([[2.0]], [0])), [1.0], [1.0], 1, 1, 1)),
]
each_case = pytest.mark.parametrize("explanation", [case[1] for case in CASES], ids=[case[0] for case in CASES])

NUMBER = r"-?\d[\d.]*(?:e[+-]\d+)?"


def calculated(expression: str) -> float:
    """A printed expression, with a pocket calculator: brackets, products, sums, one division."""
    assert re.fullmatch(r"[-+*/() .\de]+", expression), expression
    return float(eval(expression, {"__builtins__": {}}))


@each_case
def test_every_printed_result_follows_from_the_printed_numbers(explanation: Explanation) -> None:
    text = explanation.text(ascii_only=True)
    checked = 0
    for line in text.splitlines():
        parts = [part.strip() for part in line.split(" = ")]
        for expression, result in zip(parts, parts[1:]):
            if re.search(rf"{NUMBER}\)? [-+*/] ", expression) and re.fullmatch(NUMBER, result):
                value = calculated(expression)
                assert result in (f"{value + 0.0:.9g}", f"{value + 0.0:.7g}"), line
                checked += 1
    assert checked >= 2


@each_case
def test_sums_add_up_what_is_printed_above_them(explanation: Explanation) -> None:
    lines = explanation.text(ascii_only=True).split("\n\n")[2].splitlines()[1:]
    results: Dict[str, str] = {}
    for line in lines:
        label, *_, result = [part.strip() for part in line.split(" = ")]
        for number in re.findall(NUMBER, line.split(" = ")[1]) if " + " in line else []:
            assert number in results.values() or label == "mean" and number == str(len(explanation.gradients)), line
        results[label] = result
    assert lines[-1].split(" = ")[-1] == f"{explanation.gradient + 0.0:.7g}"


@each_case
def test_the_factors_multiply_and_add_up_to_the_gradient(explanation: Explanation) -> None:
    gradients = [sum(product(path) for path in paths) for paths in explanation.chains]
    assert gradients == pytest.approx(explanation.gradients, rel=1e-12)
    assert sum(gradients) / len(gradients) == pytest.approx(explanation.gradient, rel=1e-10, abs=1e-16)


@each_case
def test_the_witness_agrees_and_is_printed_in_full(explanation: Explanation) -> None:
    assert explanation.nudged_slope == pytest.approx(explanation.gradient, rel=1e-6, abs=1e-9)
    text = explanation.text()
    numbers = {}
    for name, line in (("h", "   h = "), ("above", "+ h) = "), ("below", "− h) = "), ("slope", ") / 2h = ")):
        found = [each for each in text.splitlines() if line in each]
        numbers[name] = float(found[0].split(" = ")[1])
    slope = (numbers["above"] - numbers["below"]) / (2 * numbers["h"])
    assert f"{slope:.7g}" == f"{numbers['slope']:.7g}"
    assert numbers["slope"] == pytest.approx(explanation.nudged_slope, rel=1e-6)


@each_case
def test_the_step_is_the_one_that_training_takes(explanation: Explanation) -> None:
    new = explanation.old - explanation.learning_rate * explanation.gradient
    assert explanation.new == pytest.approx(new, rel=1e-14)
    assert f"= {explanation.new:.7g}" in explanation.text().split("5. The step")[1]
    assert explanation.cost_after <= explanation.cost_before


@each_case
def test_neighbouring_factors_meet(explanation: Explanation) -> None:
    """∂C/∂a · ∂a/∂z · …: each factor starts where the one before it ended, from the cost to the weight."""
    for paths in explanation.chains:
        for path in paths:
            assert path[0].top == ("C",)
            assert path[-1].bottom == explanation.place.symbol
            assert [factor.bottom for factor in path[:-1]] == [factor.top for factor in path[1:]]


@each_case
def test_ascii_is_ascii_and_latex_is_balanced(explanation: Explanation) -> None:
    explanation.text(ascii_only=True).encode("ascii")
    latex = explanation.latex()
    latex.encode("ascii")
    assert latex.count("{") == latex.count("}")
    assert re.search(r"\de[+-]?\d", latex) is None
    assert latex.startswith("\\begin{aligned}") and latex.endswith("\\end{aligned}")


def test_mazur_as_he_printed_it() -> None:
    example = PUBLISHED_EXAMPLES["mazur"]
    text = str(explain(example.network, example.x, example.y, layer=2, neuron=1, input=1, learning_rate=0.5))
    assert "∂C/∂w²₁₁ = ∂C/∂a²₁ · ∂a²₁/∂z²₁ · ∂z²₁/∂w²₁₁" in text
    assert "∂C/∂w²₁₁ = 0.74136507 · 0.186815602 · 0.593269992 = 0.08216704" in text
    assert "new = old − learning rate · slope = 0.4 − 0.5 · 0.08216704 = 0.3589165" in text


@pytest.mark.parametrize("layer, activation, x, y, remark", [
    (Layer([[1.0]], [50.0], SIGMOID), SIGMOID, 1.0, 0.0, "this sigmoid is saturated"),
    (Layer([[1.0]], [-5.0], RELU), RELU, 1.0, 1.0, "this relu is off"),
    (Layer([[1.0]], [0.5], TANH), TANH, 0.0, 1.0, "this input is 0"),
    (Layer([[1.0]], [0.0], LINEAR), LINEAR, 1.0, 1.0, "exactly right"),
])
def test_a_factor_that_explains_the_result_is_pointed_out(layer: Layer, activation: object, x: float, y: float, remark: str) -> None:
    assert remark in str(explain(Network(layer), [x], [y], layer=1, neuron=1, input=1))


def test_a_weight_of_0_on_the_way_is_pointed_out() -> None:
    network = Network(Layer([[1.0]], [0.5]), Layer([[0.0]], [0.5]))
    assert "this weight is 0: nothing passes along this path" in str(explain(network, [1.0], [0.0], 1, 1, 1))


@pytest.mark.parametrize("place, error, message", [
    ((3, 1, 1), SettingError, "there is no layer 3: the network has layers 1 to 2"),
    ((0, 1, 1), SettingError, "the layer is 0, but must be a whole number, 1 or more"),
    ((1, 3, 1), SettingError, "there is no neuron 3: layer 1 has neurons 1 to 2"),
    ((1, 1, 9), SettingError, "there is no input 9: layer 1 has inputs 1 to 2"),
    ((1, 1.5, 1), SettingError, "the neuron is 1.5"),
])
def test_a_place_that_does_not_exist_says_which_do(place: Tuple[int, int, int], error: type, message: str) -> None:
    with pytest.raises(error, match=message):
        explain(PUBLISHED_EXAMPLES["mazur"].network, [0.05, 0.1], [0, 1], *place)


def test_bad_examples_are_refused() -> None:
    network = PUBLISHED_EXAMPLES["mazur"].network
    for x, y, error in (([1.0], [0.0, 1.0], ShapeError), ([1.0, 2.0], [0.0], ShapeError), ([1.0, "a"], [0.0, 1.0], NumberError),
                        ([], [0.0, 1.0], ShapeError), (5, [0.0, 1.0], ShapeError)):
        with pytest.raises(error):
            explain(network, x, y, 1, 1, 1)  # type: ignore[arg-type]


def test_explaining_changes_nothing_and_agrees_with_the_records() -> None:
    X, Y = [[0.3, -0.8], [0.9, 0.1]], [[0.5], [0.1]]
    before = [(layer.weights, layer.biases) for layer in MIXED.layers]
    backward_pass = backward(MIXED, forward(MIXED, X), Y)
    for k, layer in enumerate(MIXED.layers):
        for j in range(layer.num_neurons):
            assert explain(MIXED, X, Y, k + 1, j + 1).gradient == backward_pass[k].dC_db[j]
            for i in range(layer.num_inputs):
                assert explain(MIXED, X, Y, k + 1, j + 1, i + 1).gradient == backward_pass[k].dC_dW[j][i]
    stepped = gradient_step(MIXED, backward_pass, 0.1)
    explanation = explain(MIXED, X, Y, 1, 1, 1, learning_rate=0.1)
    assert explanation.cost_after == HALF_SQUARED_ERROR.of(Y, stepped.predict_all(X))
    assert [(layer.weights, layer.biases) for layer in MIXED.layers] == before


def test_the_examples_to_explain_are_those_of_the_tests() -> None:
    from published_examples import HAGAN, HAN_KAMBER, HMKCODE, MAZUR, network_of

    for name, example in (("mazur", MAZUR), ("han-kamber", HAN_KAMBER), ("hagan", HAGAN), ("hmkcode", HMKCODE)):
        shipped, tested = PUBLISHED_EXAMPLES[name], network_of(example)
        assert (shipped.x, shipped.y, shipped.learning_rate) == (example["x"], example["y"], example["learning_rate"])
        assert [(l.weights, l.biases, l.activation) for l in shipped.network.layers] == [
            (l.weights, l.biases, l.activation) for l in tested.layers
        ]


def test_it_shows_itself_in_a_notebook_and_in_a_line() -> None:
    explanation = CASES[0][1]
    assert repr(explanation) == "Explanation(dC/dw1[2,1] = 0.000497713)"
    assert explanation._repr_html_().startswith("<pre>w¹₂₁ is the weight")
    assert minibackprop.explain is explain


def test_latex_writes_a_long_exponent_whole() -> None:
    tiny = explain(Network(Layer([[2.0]], [1.0])), [1e-200], [5.0], layer=1, neuron=1, input=1)
    assert r"10^{-200}" in tiny.latex()
    assert re.search(r"\}\d", tiny.latex()) is None
