"""Mistakes in f′: the numbers of each version are those of a program that makes the mistake."""

from typing import Any

import pytest

from minibackprop.teaching.rules import DELTA, SLOPE

from .programs.loops import having
from .version_numbers import Case, check, everywhere_and_in_some, in_layers


def error_alone(self: Any, error: float, slope: float, z: float) -> float:
    return error


def one(self: Any, f: Any, z: float, a: float) -> float:
    return 1.0


def formula_at_z(self: Any, f: Any, z: float, a: float) -> float:
    return float({"sigmoid": z * (1 - z), "tanh": 1 - z ** 2}.get(f.name, f.f_prime(z)))


PRODUCT, F_PRIME = "∂C/∂z = ∂C/∂a · f′(z)", "∂a/∂z = f′(z)"
CASES = [
    Case("no-output-slope", DELTA, PRODUCT + ", in the last layer too", [
        in_layers(True, delta=error_alone), in_layers(True, slope=one),
    ]),
    Case("no-hidden-slope", DELTA, PRODUCT + ", in the hidden layers too", [
        in_layers(False, delta=error_alone), in_layers(False, slope=one),
    ]),
    Case("no-slope", DELTA, PRODUCT, [having(delta=error_alone), having(slope=one)]),
    Case("slope-at-a", SLOPE, F_PRIME, everywhere_and_in_some(slope=lambda self, f, z, a: f.f_prime(a))),
    Case("slope-formula-at-z", SLOPE, "∂a/∂z = a·(1 − a)", everywhere_and_in_some(slope=formula_at_z)),
    Case("f-for-f-prime", SLOPE, F_PRIME, everywhere_and_in_some(slope=lambda self, f, z, a: f.f(z))),
    Case("sigmoid-slope-everywhere", SLOPE, F_PRIME + ", with the f of this layer",
         everywhere_and_in_some(slope=lambda self, f, z, a: a * (1 - a))),
    Case("slope-replaces-error", DELTA, PRODUCT, everywhere_and_in_some(delta=lambda self, e, s, z: s)),
    Case("slope-twice", DELTA, PRODUCT, everywhere_and_in_some(delta=lambda self, e, s, z: e * s ** 2)
         + everywhere_and_in_some(slope=lambda self, f, z, a: f.f_prime(z) ** 2)),
    Case("z-times-slope", SLOPE, F_PRIME, everywhere_and_in_some(slope=lambda self, f, z, a: z * f.f_prime(z))
         + everywhere_and_in_some(delta=lambda self, e, s, z: z * e * s)
         + everywhere_and_in_some(delta=lambda self, e, s, z: z * s)),
    Case("relu-slope-one", SLOPE, "∂a/∂z = 1 where z > 0, else 0",
         everywhere_and_in_some(slope=lambda self, f, z, a: 1.0 if f.name == "relu" else f.f_prime(z))),
    Case("relu-slope-wrong-side", SLOPE, "∂a/∂z = 1 where z > 0, else 0",
         everywhere_and_in_some(slope=lambda self, f, z, a: float(z <= 0) if f.name == "relu" else f.f_prime(z))),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_versions_give_the_numbers_of_programs_with_this_slope(case: Case) -> None:
    check(case)
