"""`explain` takes one example or a batch, says what is wrong with its arguments, and is displayed in a notebook."""

from typing import Any, Tuple

import pytest

import minibackprop
from minibackprop import Activation, Layer, Network, NumberError, SettingError, ShapeError, explain

from ..support.explanations import EXPLANATIONS, MAZUR


@pytest.mark.parametrize("place, error, message", [
    ((3, 1, 1), SettingError, "there is no layer 3: the network has layers 1 to 2"),
    ((0, 1, 1), SettingError, "the layer is 0, but must be a whole number, 1 or more"),
    ((1, 3, 1), SettingError, "there is no neuron 3: layer 1 has neurons 1 to 2"),
    ((1, 1, 9), SettingError, "there is no input 9: layer 1 has inputs 1 to 2"),
    ((1, 1.5, 1), SettingError, "the neuron is 1.5"),
])
def test_the_error_about_a_missing_place_says_which_exist(
    place: Tuple[int, int, int], error: type, message: str
) -> None:
    with pytest.raises(error, match=message):
        explain(MAZUR, [0.05, 0.1], [0, 1], *place)


def test_a_single_layer_is_not_called_a_range() -> None:
    network = Network(Layer([[1.0]], [0.0]))
    with pytest.raises(SettingError, match="there is no layer 2: the network has only layer 1"):
        explain(network, [1.0], [0.0], 2, 1, 1)


def test_bad_examples_are_refused() -> None:
    for x, y, error in (
        ([1.0], [0.0, 1.0], ShapeError),
        ([1.0, 2.0], [0.0], ShapeError),
        ([1.0, "a"], [0.0, 1.0], NumberError),
        ([float("nan"), 1.0], [0.0, 1.0], NumberError),
        ([None, 1.0], [0.0, 1.0], NumberError),
        ([], [0.0, 1.0], ShapeError),
        (5, [0.0, 1.0], ShapeError),
    ):
        with pytest.raises(error):
            explain(MAZUR, x, y, 1, 1, 1)  # type: ignore[arg-type]


def test_one_example_is_a_batch_of_one() -> None:
    one = explain(MAZUR, (0.05, 0.1), (0.01, 0.99), 1, 1, 1)
    assert str(one) == str(explain(MAZUR, [(0.05, 0.1)], [(0.01, 0.99)], 1, 1, 1))


def test_rows_may_be_read_only_once() -> None:
    one = explain(MAZUR, [0.05, 0.1], [0.01, 0.99], 1, 1, 1)
    assert str(one) == str(explain(MAZUR, [iter([0.05, 0.1])], iter([[0.01, 0.99]]), 1, 1, 1))
    assert str(one) == str(explain(MAZUR, iter([0.05, 0.1]), map(float, ["0.01", "0.99"]), 1, 1, 1))


@pytest.mark.parametrize("x", [{0.05, 0.1}, {0.05: 1, 0.1: 2}, "12", 5, [], map({"c": 1}.__getitem__, "ab")])
def test_what_is_no_list_is_no_example(x: Any) -> None:
    with pytest.raises(ShapeError, match="^x must be the inputs of an example, as in|^x cannot be read: KeyError"):
        explain(MAZUR, x, [0.01, 0.99], 1, 1, 1)


def test_it_is_shown_in_a_notebook_and_on_one_line() -> None:
    explanation = EXPLANATIONS[0][1]
    assert repr(explanation) == "Explanation(dC/dw1[2,1] = 0.000497713)"
    assert explanation._repr_html_().startswith("<pre>w¹₂₁ is the weight")
    assert str(explanation) == explanation.text()
    assert minibackprop.explain is explain


def test_the_name_of_an_activation_adds_no_html_to_a_notebook() -> None:
    layer = Layer([[1.0]], [0.0], Activation("<b>&lt;", lambda z: z, lambda z: 1.0))
    html = explain(Network(layer), [1.0], [0.0], 1, 1, 1)._repr_html_()
    assert "&lt;b>&amp;lt;" in html
    assert html.count("<") == 2


def test_errors_name_x_and_y_as_the_learner_does() -> None:
    for x, y, message in (
        ([1, 2], 5, "^y must be the targets of an example, as in "),
        ([1, "a"], [0, 1], "^entry 2 of row 1 of x is 'a'"),
        ([1, 2], [0, "b"], "^entry 2 of row 1 of y is 'b'"),
        ([1], [0, 1], "^each row of x has length 1"),
        ([1, 2], [0], "^each row of y has length 1"),
        ([1, 2], [[0, 1], [1, 2]], "^y has 2 rows of targets for 1 example"),
    ):
        with pytest.raises(ValueError, match=message):
            explain(MAZUR, x, y, 1, 1, 1)  # type: ignore[arg-type]


def test_the_learning_rate_is_a_tenth_unless_another_is_given() -> None:
    network = Network(Layer([[2.0]], [1.0]))
    assert explain(network, [3.0], [5.0], 1, 1, 1).new == pytest.approx(2.0 - 0.1 * 6.0)
    assert explain(network, [3.0], [5.0], 1, 1, 1, learning_rate=0.25).new == 2.0 - 0.25 * 6.0
