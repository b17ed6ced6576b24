"""The jobs of the course notebook "Module 4: Backpropagation" end in the lessons as they do with naive loops."""

from typing import List

import pytest

from minibackprop import HALF_SQUARED_ERROR, Layer, Network, RandomNumbers, load_housing

from ...support.lessons import output_of
from ...support.random_networks import as_reference
from ...support.reference import trained


@pytest.mark.parametrize("number, sizes, epochs", [(4, [13, 1], 200), (8, [13, 5, 3, 1], 30)])
def test_the_jobs_of_the_course_notebook_end_as_with_naive_loops(number: int, sizes: List[int], epochs: int) -> None:
    housing, rng = load_housing(), RandomNumbers(3)
    network = Network(*[Layer.random(inputs, neurons, rng=rng) for inputs, neurons in zip(sizes, sizes[1:])])
    layers = trained(as_reference(network), housing.X, housing.Y, 8e-7, epochs)
    by_loops = Network(*[Layer(weights, biases) for weights, biases, _ in layers])
    cost = HALF_SQUARED_ERROR.of(housing.Y, by_loops.predict_all(housing.X))
    assert f"after epoch {epochs} the cost is {cost:.1f}\n" in output_of(number)
