"""Workings are written out as you would write them by hand."""

import pytest

from minibackprop.teaching.working import (
    added_up, bracketed, derivative_of, difference, entry_by_entry, mean_of, number, product, products,
)

from ..support.printed_arithmetic import calculated_working


@pytest.mark.parametrize("value, text", [(0.0, "0"), (-0.0, "0"), (-1.5, "−1.5"), (2e-7, "2e−07"), (1 / 3, "0.333333")])
def test_a_number_has_six_digits_and_a_true_minus_sign(value: float, text: str) -> None:
    assert number(value) == text


def test_a_number_below_0_is_bracketed_only_after_a_sign() -> None:
    assert (bracketed(2.0), bracketed(-2.0)) == ("2", "(−2)")
    assert difference(-3.0, -2.0) == "−3 − (−2)"
    assert added_up(["1", "−2", "3"]) == "1 − 2 + 3"


def test_a_line_may_not_break_before_the_sign_for_times() -> None:
    assert product(-3.0, -2.0) == "−3\u00a0· (−2)"


def test_a_sum_of_more_than_six_terms_shows_the_first_three_and_the_last() -> None:
    terms = [str(term) for term in range(1, 8)]
    assert added_up(terms[:6]) == "1 + 2 + 3 + 4 + 5 + 6"
    assert added_up(terms) == "1 + 2 + 3 + … + 7"
    assert mean_of(terms) == "(1 + 2 + 3 + … + 7) / 7"
    assert mean_of(terms[:1]) == "1"


def test_a_working_has_the_value_of_what_it_writes_out() -> None:
    xs, ys = [0.5, -2.0, 3.0], [4.0, -5.0, -6.0]
    assert calculated_working(added_up(products(xs, ys))) == 0.5 * 4 + 2 * 5 - 3 * 6
    assert calculated_working(mean_of(products(xs, ys))) == (0.5 * 4 + 2 * 5 - 3 * 6) / 3
    assert calculated_working(derivative_of("sigmoid", 0.0, 0.5)) == 0.25
    assert calculated_working(derivative_of("tanh", 1.0, -0.5)) == 0.75
    assert calculated_working(derivative_of("relu", 1.0, 1.0)) == 1.0


def test_workings_are_arranged_like_the_matrices_they_come_from() -> None:
    M, N = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [[0.5, 1.5, 2.5], [3.5, 4.5, 5.5]]
    assert entry_by_entry(difference, M, N) == [["1 − 0.5", "2 − 1.5", "3 − 2.5"], ["4 − 3.5", "5 − 4.5", "6 − 5.5"]]


@pytest.mark.parametrize("name, z, a, text", [
    ("sigmoid", -2 / 3, 1 / 3, "sigmoid′(−0.666667) = 0.333333 · (1 − 0.333333)"),
    ("tanh", -2 / 3, -1 / 3, "tanh′(−0.666667) = 1 − (−0.333333)²"),
    ("relu", -2 / 3, 0.0, "relu′(−0.666667)"),
])
def test_a_derivative_is_worked_out_from_a_where_that_is_possible(name: str, z: float, a: float, text: str) -> None:
    assert derivative_of(name, z, a).replace("\u00a0", " ") == text
