"""False alarms and missed mistakes of `gradient_check`, counted."""

from typing import Dict, Iterator, List, NamedTuple, Optional, Tuple
from unittest.mock import patch

from minibackprop import (
    CROSS_ENTROPY, HALF_SQUARED_ERROR, SOFTMAX_CROSS_ENTROPY, Cost, NumberError, gradient_check, gradient_errors,
)
from minibackprop.backprop import cost_of
from minibackprop.gradient_errors import TOLERANCE
from minibackprop.linalg import transpose
from minibackprop.numerical_gradient import numerical_gradient, scale_of, with_change

from .mistakes import MISTAKES, Gradients, backward_with
from .networks import Problem, is_at_a_corner, random_problem

Place = Tuple[int, int, Optional[int]]


class Figures:
    """What was counted, in numbers of networks and of wrong gradients."""

    def __init__(self) -> None:
        self.networks = self.at_a_corner = self.false_alarms = 0
        self.wrong = self.not_different = self.not_visible = self.missed = 0
        self.seeds_of_false_alarms: List[int] = []
        self.seeds_of_missed: List[Tuple[int, str]] = []

    def in_words(self) -> str:
        checked = self.networks - self.at_a_corner
        return (
            f"{self.networks} networks, of which {self.at_a_corner} at the corner of a relu were left out\n"
            f"  false alarms: {self.false_alarms} of {checked} = {100 * self.false_alarms / max(1, checked):.2f} %"
            f"  seeds {self.seeds_of_false_alarms[:9]}\n"
            f"  missed:       {self.missed} of {self.wrong} = {100 * self.missed / max(1, self.wrong):.2f} %"
            f"  seeds {self.seeds_of_missed[:9]}\n"
            f"  left out:     {self.not_different} gradients that the mistake does not change by a thousandth, "
            f"{self.not_visible} changed only where no finite difference can show it"
        )


def measure(low: float, high: float, seeds: range, cost: Cost = HALF_SQUARED_ERROR) -> Figures:
    """Check the right gradients of a network for each seed, and those that each of the mistakes gives."""
    figures = Figures()
    for seed in seeds:
        problem = random_problem(low, high, seed, cost)
        figures.networks += 1
        if is_at_a_corner(problem):
            figures.at_a_corner += 1
        else:
            count(problem, seed, figures)
    return figures


def count(problem: Problem, seed: int, figures: Figures) -> None:
    k_wrong = seed // 2 % len(problem.network.layers)
    right = backward_with("", 0, *problem)
    numerical: Dict[Place, Tuple[float, float, float]] = {}

    def remembered(network: object, X_T: object, Y_T: object, k: int, j: int, i: Optional[int], cost: object
                   ) -> Tuple[float, float, float]:
        """The numerical gradients of a network are the same whatever they are compared with: compute them once."""
        if (k, j, i) not in numerical:
            X_T, Y_T = transpose(problem.X), transpose(problem.Y)
            numerical[k, j, i] = numerical_gradient(problem.network, X_T, Y_T, k, j, i, problem.cost)
        return numerical[k, j, i]

    def disagrees(gradients: Gradients) -> bool:
        try:
            found = gradient_check(*problem, backward=lambda network, X, Y: gradients)
        except NumberError:  # the mistake made a slope too large to be a number
            return True
        return found.largest_error >= TOLERANCE

    with patch.object(gradient_errors, "numerical_gradient", remembered):
        if gradient_check(*problem).largest_error >= TOLERANCE or disagrees(right):
            figures.false_alarms += 1
            figures.seeds_of_false_alarms.append(seed)
        errors_seen: Dict[Place, float] = {}
        for mistake in MISTAKES:
            wrong = backward_with(mistake, k_wrong, *problem)
            places = different_places(right, wrong)
            if not places:
                figures.not_different += 1
            elif not any(is_visible(problem, place, right, wrong, errors_seen) for place in places):
                figures.not_visible += 1
            else:
                figures.wrong += 1
                if not disagrees(wrong):
                    figures.missed += 1
                    figures.seeds_of_missed.append((seed, mistake))


def places_of(gradients: Gradients) -> Iterator[Place]:
    for k, (dC_dW, dC_db) in enumerate(gradients):
        for j in range(len(dC_db)):
            for i in range(len(dC_dW[j])):
                yield k, j, i
            yield k, j, None


def slope_at(gradients: Gradients, place: Place) -> float:
    k, j, i = place
    return gradients[k][1][j] if i is None else gradients[k][0][j][i]


def different_places(right: Gradients, wrong: Gradients) -> List[Place]:
    """Where the two differ by more than a thousandth of the larger."""
    found = []
    for place in places_of(right):
        s, t = slope_at(right, place), slope_at(wrong, place)
        if abs(s - t) > 1e-3 * max(abs(s), abs(t)):
            found.append(place)
    return found


def is_visible(
    problem: Problem, place: Place, right: Gradients, wrong: Gradients, errors_seen: Dict[Place, float]
) -> bool:
    """Whether finite differences can tell the two slopes apart at all, for someone who knows the right one."""
    if place not in errors_seen:
        errors_seen[place] = smallest_error(problem, place, slope_at(right, place))
    return 10 * errors_seen[place] < abs(slope_at(right, place) - slope_at(wrong, place))


def smallest_error(problem: Problem, place: Place, right: float) -> float:
    """How near to the right slope finite differences come: the best of many h.

    Three neighbouring h must come as near, as a single one may do so by chance; and each is no nearer than the 16
    digits of the cost, divided by h, allow.
    """
    X_T, Y_T = transpose(problem.X), transpose(problem.Y)

    def cost_with(h: float) -> float:
        return cost_of(with_change(problem.network, *place, h), X_T, Y_T, problem.cost)

    scale = scale_of(problem.network, X_T, *place)
    errors = []
    for step in range(-4, 30):
        h = scale * 10 ** (-step / 2)
        slope = (cost_with(h) - cost_with(-h)) / (2 * h)
        errors.append(abs(slope - right) + 2.2e-16 * cost_with(0.0) / h)
    return min(max(three) for three in zip(errors, errors[1:], errors[2:]))


class Kind(NamedTuple):
    """A kind of networks: the sizes of their numbers and their cost."""

    name: str
    low: float
    high: float
    cost: Cost


KINDS = [
    Kind("ordinary", 0.1, 3.0, HALF_SQUARED_ERROR),
    Kind("wide", 1e-2, 1e2, HALF_SQUARED_ERROR),
    Kind("extreme", 1e-6, 1e6, HALF_SQUARED_ERROR),
    Kind("ordinary", 0.1, 3.0, CROSS_ENTROPY),
    Kind("ordinary", 0.1, 3.0, SOFTMAX_CROSS_ENTROPY),
]
