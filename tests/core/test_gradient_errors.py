"""The errors of a gradient check: where the limit is, and which of equal errors is named."""

from typing import List, Tuple

import pytest

from minibackprop import GradientCheck, Layer, Network, gradient_check
from minibackprop.gradient_errors import relative_error
from minibackprop.linalg import Matrix

UNSEEN = "These two are too small to be seen behind the rounding."


@pytest.mark.parametrize("error, verdict", [
    (1e-4, "The gradients do not agree: an error is 1e-4 or more."),
    (0.99e-4, "The gradients agree: every error is below 1e-4."),
])
def test_the_gradients_disagree_from_the_limit_on(error: float, verdict: str) -> None:
    assert str(GradientCheck(error, 1, 1, 1, 1.0, 1.0)).split("\n")[-1] == verdict


@pytest.mark.parametrize("numerical, is_unseen", [(9999.0, True), (9999.1, False)])  # one in 10,000 is the limit
def test_slopes_that_differ_by_the_limit_or_more_and_yet_agree_are_explained(numerical: float, is_unseen: bool) -> None:
    assert (UNSEEN in str(GradientCheck(3e-5, 1, 1, 1, 10000.0, numerical))) == is_unseen


def test_two_slopes_of_0_have_no_error_even_where_nothing_is_uncertain() -> None:
    assert relative_error(0.0, 0.0, uncertainty=0.0) == 0.0


def test_of_equal_errors_the_first_is_named() -> None:
    def zeros(network: Network, X: Matrix, Y: Matrix) -> List[Tuple[Matrix, List[float]]]:
        return [([[0.0, 0.0], [0.0, 0.0]], [0.0, 0.0])]

    found = gradient_check(Network(Layer([[1, 2], [3, 4]], [5, 6])), [[1, 2]], [[0, 0]], backward=zeros)
    assert (found.largest_error, found.layer, found.neuron, found.input) == (1.0, 1, 1, 1)
