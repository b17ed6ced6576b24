"""The activations and their derivatives: right everywhere, even far from 0 and at the corner of relu."""

import math
import sys
from typing import Any

import pytest

from minibackprop import LINEAR, RELU, SIGMOID, TANH, Activation


@pytest.mark.parametrize("activation", [LINEAR, SIGMOID, TANH], ids=lambda activation: activation.name)
@pytest.mark.parametrize("z", [-3.0, -0.5, 0.0, 0.1, 2.0])
def test_f_prime_is_the_slope_of_f_at_z(activation: Activation, z: float) -> None:
    slope = (activation.f(z + 1e-6) - activation.f(z - 1e-6)) / 2e-6
    assert activation.f_prime(z) == pytest.approx(slope, rel=1e-8)


def test_relu_has_slope_0_at_its_corner() -> None:
    assert [RELU.f_prime(z) for z in (-1.0, 0.0, 1.0)] == [0.0, 0.0, 1.0]
    assert [str(RELU.f(z)) for z in (-1.0, -0.0, 0.0, 2.5)] == ["0.0", "0.0", "0.0", "2.5"]  # never -0.0


def test_sigmoid_far_from_0_neither_overflows_nor_loses_its_tail() -> None:
    assert SIGMOID.f(-800.0) == 0.0
    assert SIGMOID.f(800.0) == 1.0
    assert SIGMOID.f(-40.0) == pytest.approx(4.248354255291589e-18, rel=1e-12)


def test_the_slope_of_a_saturated_sigmoid_is_the_smallest_number_that_has_all_its_digits() -> None:
    assert SIGMOID.f_prime(1000.0) == SIGMOID.f_prime(-1000.0) == sys.float_info.min


def test_tanh_far_from_0_is_1_to_the_last_digit() -> None:
    assert [TANH.f(z) for z in (-1e9, -20.5, 20.5, 1e9)] == [-1.0, -1.0, 1.0, 1.0]
    assert TANH.f(19.9) == math.tanh(19.9)
    assert TANH.f_prime(30.0) == 0.0


def test_tanh_far_from_0_is_1_where_math_tanh_is_a_fraction_that_overflows(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on some runtimes; from 710 on, e to the z is no number."""
    monkeypatch.setattr(math, "tanh", lambda z: (math.exp(z) - math.exp(-z)) / (math.exp(z) + math.exp(-z)))
    assert [TANH.f(z) for z in (-1000.0, 1000.0)] == [-1.0, 1.0]


@pytest.mark.parametrize("f, f_prime", [(None, abs), (abs, None), ("abs", abs), (abs, 1.0)])
def test_an_activation_needs_two_functions(f: Any, f_prime: Any) -> None:
    with pytest.raises(TypeError, match="f is .* and f_prime is .*, but both must be functions of z"):
        Activation("mine", f, f_prime)


def test_an_activation_needs_a_name() -> None:
    with pytest.raises(TypeError, match="the name of an activation must be text, but is 5"):
        Activation(5, abs, abs)  # type: ignore[arg-type]
