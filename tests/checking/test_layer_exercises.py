"""Exercises 1 and 2: what the right function and the wrong rules give for one call, worked out by hand."""

from ..support.exercise_listing import is_as_listed
from ..support.wrong_rules import values_of


def test_the_weighted_input_and_each_wrong_rule() -> None:
    """The products are 6, −4 and 15, their sum is 17."""
    assert values_of(1, "weighted_input", [2.0, -1.0, 3.0], [3.0, 4.0, 5.0], 7.0) == {
        "right": [24],
        "bias-missing": [17],
        "bias-for-each-input": [17 + 3 * 7],
        "bias-subtracted": [17 - 7],
        "weights-added": [4 + 12 + 7],
        "last-product-only": [15 + 7],
        "first-product-only": [6 + 7],
        "first-input-skipped": [-4 + 15 + 7],
        "last-input-skipped": [6 - 4 + 7],
        "product-of-sums": [4 * 12 + 7],
    }


def test_the_output_of_a_layer_and_each_wrong_rule() -> None:
    """The rows give 11, 14 and 22, the columns 30, 21 and 5."""
    weights = [[2.0, 0.0, 1.0], [1.0, -1.0, 3.0], [4.0, 5.0, -2.0]]
    assert values_of(2, "layer_output", weights, [1.0, 2.0, -3.0], [3.0, 4.0, 5.0]) == {
        "right": [[12, 16, 19]],
        "bias-missing": [[11, 14, 22]],
        "one-bias-for-all": [[12, 15, 23], [8, 11, 19]],
        "columns-for-rows": [[31, 23, 2], [31, 23, 2]],
        "one-neuron-only": [[19], [12], 19, 12],
        "not-reset": [[12, 12 + 16, 12 + 16 + 19]],
        "outputs-as-column": [[[12], [16], [19]]],
        "neurons-added": [12 + 16 + 19],
    }


def test_columns_of_more_inputs_than_neurons_are_cut_off_or_raise_an_error() -> None:
    values = values_of(2, "layer_output", [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [1.0, 2.0], [1.0, 2.0, 3.0])
    assert values["columns-for-rows"] == [[1 + 8 + 1, 2 + 10 + 2], "IndexError"]


def test_both_exercises_are_as_listed() -> None:
    assert is_as_listed(1) and is_as_listed(2)
