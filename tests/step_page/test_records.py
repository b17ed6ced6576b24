"""The records of the page hold the numbers of `forward`, `backward` and `gradient_step`, and the words of `explain`."""

import math
import re
from typing import Any, Type

import pytest

from minibackprop import (
    CROSS_ENTROPY,
    SIGMOID,
    DivergenceError,
    Layer,
    Matrix,
    Network,
    NumberError,
    SettingError,
    ShapeError,
)
from minibackprop.step_page.names import PageNames
from minibackprop.step_page.records import TrainingRun, page_records

from ..support.html import records_in
from ..support.printed_arithmetic import calculated_working
from ..support.step_pages import case, each_case, expected_explanations, expected_values, networks_of

NETWORK = Network(Layer([[0.1, 0.2]], [0.3]))
X, Y = [[0.1, 0.2]], [[0.5]]


@each_case
def test_all_numbers_are_those_of_the_passes(name: str) -> None:
    example, page = case(name)
    data = records_in(page)
    for epoch, (steps, expected) in enumerate(zip(data["epochs"], expected_values(example, 3))):
        assert len(steps) == len(expected) == len(data["steps"])
        for step, rows, by_example in zip(data["steps"], steps, expected):
            assert len(rows) == len(step["rows"])
            for n, values in enumerate(by_example):
                cells = [cells[min(n, len(cells) - 1)] for cells in rows]
                assert [cell[0] for cell in cells] == values, (epoch, step["title"])
                for digits, texts in ((6, [cell[1] for cell in cells]), (3, [cell[2] for cell in cells])):
                    assert texts == [written(value, digits) for value in values]
            assert all(len(row) in (1, len(example.X)) for row in rows)
    costs = [example.cost.of(example.Y, network.predict_all(example.X)) for network in networks_of(example, 3)]
    assert [cost[0] for cost in data["costs"]] == costs


def written(value: float, digits: int) -> str:
    """The number as the page writes it; where there is room for three digits only, 1e-07 is written as 1e−7."""
    text = f"{value + 0.0:.{digits}g}".replace("-", "−")
    return re.sub(r"e(−?)\+?0*", r"e\1", text) if digits == 3 else text


@each_case
def test_all_explanations_are_those_of_explain(name: str) -> None:
    example, page = case(name)
    data = records_in(page)
    for places, texts in zip(data["explanations"], expected_explanations(example, 3)):
        assert {key: "\n".join(data["explanationLines"][place] for place in places[key]) for key in places} == texts
    assert len(set(data["explanationLines"])) == len(data["explanationLines"])


@each_case
def test_workings_lead_to_their_values(name: str) -> None:
    data, checked = records_in(case(name)[1]), 0
    for steps in data["epochs"]:
        for rows in steps:
            for value, _, _, working in [cell for cells in rows for cell in cells]:
                if re.match(r"forward again|$", working) or "…" in working:
                    continue
                assert calculated_working(working) == pytest.approx(value, rel=1e-3, abs=2e-5), working
                checked += 1
    assert checked >= 30


def test_the_larger_a_weight_the_wider_its_line_and_below_0_the_width_is_negative() -> None:
    for name in ("mazur", "housing", "mixed"):
        example, page = case(name)
        for widths, network in zip(records_in(page)["widths"], networks_of(example, 3)):
            for k, layer in enumerate(network.layers, 1):
                largest = max(abs(w) for row in layer.weights for w in row)
                for j, row in enumerate(layer.weights, 1):
                    for i, w in enumerate(row, 1):
                        width = widths.pop(f"{k}.{j}.{i}")
                        assert abs(width) == pytest.approx(0.75 + 4.25 * abs(w) / largest, abs=0.006)
                        assert (width < 0) == (w < 0)
            assert widths == {}


def test_weights_that_are_all_0_have_thin_lines() -> None:
    run = TrainingRun(Network(Layer([[0.0, 0.0]], [0.0])), X, [[0.0]], 0.1, 1)
    assert page_records(run, PageNames(run.network, 1))["widths"] == [{"1.1.1": 0.75, "1.1.2": 0.75}]


@pytest.mark.parametrize("error, message, rows, targets, rate, epochs", [
    (ShapeError, "row of X has length 1", [[1.0]], Y, 0.1, 10),
    (ShapeError, "2 rows of targets for 1 example", X, Y * 2, 0.1, 10),
    (NumberError, "only finite numbers", [[0.1, float("nan")]], Y, 0.1, 10),
    (SettingError, "the learning rate is 0", X, Y, 0, 10),
    (SettingError, "epochs is 0", X, Y, 0.1, 0),
    (SettingError, "there are 13 examples, too many", X * 13, Y * 13, 0.1, 10),
    (SettingError, "would explain 3 weights and biases in 700 epochs", X, Y, 0.1, 700),
    (DivergenceError, "too large", X, Y, 1e200, 10),
])
def test_what_cannot_be_shown_is_refused_with_the_reason(
    error: Type[Exception], message: str, rows: Matrix, targets: Matrix, rate: float, epochs: int
) -> None:
    with pytest.raises(error, match=message):
        TrainingRun(NETWORK, rows, targets, rate, epochs)


def test_the_most_that_a_page_shows_is_2000_explanations_and_12_examples() -> None:
    for num_inputs, error in ((1999, None), (2000, "would explain 2001 weights and biases in 1 epoch: ")):
        network = Network(Layer([[0.0] * num_inputs], [0.0]))
        if error is None:
            assert TrainingRun(network, [[0.0] * num_inputs], [[0.0]], 0.1, 1).costs == [0.0, 0.0]
        else:
            with pytest.raises(SettingError, match=error):
                TrainingRun(network, [[0.0] * num_inputs], [[0.0]], 0.1, 1)
    assert TrainingRun(NETWORK, X * 12, Y * 12, 0.1, 1).num_examples == 12


def test_a_negative_zero_is_written_without_its_sign() -> None:
    run = TrainingRun(Network(Layer([[0.0]], [0.0])), [[-0.0]], [[0.0]], 0.1, 1)
    data: Any = page_records(run, PageNames(run.network, 1))
    assert data["epochs"][0][0][0] == [[0.0, "0", "0", ""]]


def test_all_records_of_the_smallest_page_are_as_worked_out_by_hand() -> None:
    """w = 2, b = 1, x = 3: z = a = 7, which is 2 above y = 5. The rate is 1/16: w = 2 − 6/16, b = 1 − 2/16."""
    run = TrainingRun(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], 0.0625, 1)
    data: Any = page_records(run, PageNames(run.network, 1, ["size"], ["price"], ["flat"]))
    assert (data["examples"], data["layers"], data["widths"]) == (["flat"], 1, [{"1.1.1": 5.0}])
    assert data["costs"] == [[2.0, "2", "2"], [0.28125, "0.28125", "0.281"]]
    assert [[row["name"] for row in step["rows"]] for step in data["steps"]] == [
        ["size", "price", "size", ""], [""], [""], [""], [""], [""], [""], ["size"], [""], ["size", ""], [""],
    ]
    assert data["steps"][7] == {
        "kind": "backward", "layer": 1, "title": "Layer 1: the gradient with respect to the weights",
        "formula": "∂C/∂w = ∂C/∂z · x", "words": "∂z/∂w is what the weight multiplies: an input x.",
        "rows": [{
            "symbol": "∂C/∂w¹₁₁", "name": "size", "place": "w.1.1.1", "weight": "1.1.1",
            "spoken": "the slope of the cost with respect to the weight of layer 1, neuron 1, input 1",
        }],
    }
    assert data["epochs"][0][9] == [
        [[1.625, "1.625", "1.62", "2 − 0.0625\u00a0· 6"]], [[0.875, "0.875", "0.875", "1 − 0.0625\u00a0· 2"]],
    ]
    assert sorted(data["explanations"][0]) == ["1.1", "1.1.1"]
    assert data["explanations"][0]["1.1.1"][:7] == [0, 1, 2, 3, 4, 2, 5]  # line 2 is empty
    assert data["explanationLines"][:3] == [
        "w¹₁₁ is the weight from input 1 to neuron 1 of layer 1.",
        "   The product of the chain, backward and the numerical gradient agree.", "",
    ]


def test_widths_go_from_three_quarters_to_5_with_two_digits() -> None:
    """A third of the largest weight: 0.75 + 4.25 / 3 = 2.1667."""
    run = TrainingRun(Network(Layer([[-0.75, 0.25, -0.25]], [9.0])), [[0.1, 0.2, 0.3]], [[0.0]], 0.1, 1)
    data = page_records(run, PageNames(run.network, 1))
    assert data["widths"] == [{"1.1.1": -5.0, "1.1.2": 2.17, "1.1.3": -2.17}]


def test_the_cost_that_is_chosen_is_the_one_that_is_shown_and_explained() -> None:
    """With a sigmoid of 0, which is 1/2, cross-entropy is ln 2; its slope by z is 1/2, so a rate of 1 takes b to −1/2.

    The rate is so large that with half squared error, whose slope by z is 1/8, the next cost would be another one.
    """
    run = TrainingRun(Network(Layer([[0.0]], [0.0], SIGMOID)), [[0.0]], [[0.0]], 1.0, 2, CROSS_ENTROPY)
    assert run.costs[:2] == pytest.approx([math.log(2), math.log(1 + math.exp(-0.5))])
    data: Any = page_records(run, PageNames(run.network, 1))
    assert [step["formula"] for step in data["steps"] if step["title"] == "The cost"] == [
        "C = −Σ (y·ln a + (1 − y)·ln(1 − a))"
    ]
    assert [line for line in data["explanationLines"] if "the slope of the cost, cross-entropy, at a = 0.5 " in line]
    assert data["epochs"][1][0][3][0][0] == pytest.approx(-0.5)  # the bias at the beginning of the second epoch
