"""The course notebook's procedure as naive loops over single numbers, which share no code with the library.

Weights are nested lists, one row per neuron; a network is a list of (weights, biases, name of the activation).
"""

import math
from typing import List, Tuple

ReferenceLayer = Tuple[List[List[float]], List[float], str]
Gradients = List[Tuple[List[List[float]], List[float]]]


def f(name: str, z: float) -> float:
    if name == "linear":
        return z
    if name == "relu":
        return max(0.0, z)
    if name == "sigmoid":
        return 1 / (1 + math.exp(-z))
    return (math.exp(z) - math.exp(-z)) / (math.exp(z) + math.exp(-z))


def f_prime(name: str, z: float) -> float:
    if name == "linear":
        return 1.0
    if name == "relu":
        return 1.0 if z > 0 else 0.0
    if name == "sigmoid":
        return math.exp(-z) / (1 + math.exp(-z)) ** 2
    return 4 / (math.exp(z) + math.exp(-z)) ** 2


def gradients_of_one_example(network: List[ReferenceLayer], x: List[float], y: List[float]) -> Gradients:
    """The gradient of ½‖y − a‖² with respect to every weight and bias, by the chain rule, one number at a time."""
    inputs = [x]
    weighted = []
    for weights, biases, name in network:
        z = []
        for j in range(len(weights)):
            total = biases[j]
            for i in range(len(weights[j])):
                total += weights[j][i] * inputs[-1][i]
            z.append(total)
        weighted.append(z)
        inputs.append([f(name, number) for number in z])
    slopes_of_a = [inputs[-1][j] - y[j] for j in range(len(y))]
    gradients: Gradients = []
    for k in range(len(network) - 1, -1, -1):
        weights, biases, name = network[k]
        deltas = [slopes_of_a[j] * f_prime(name, weighted[k][j]) for j in range(len(biases))]
        slopes_of_w = [[deltas[j] * inputs[k][i] for i in range(len(inputs[k]))] for j in range(len(biases))]
        gradients.append((slopes_of_w, deltas))
        slopes_of_a = [sum(deltas[j] * weights[j][i] for j in range(len(biases))) for i in range(len(inputs[k]))]
    return gradients[::-1]


def mean_gradients(network: List[ReferenceLayer], X: List[List[float]], Y: List[List[float]]) -> Gradients:
    """As the notebook does it with many examples: collect the gradients of each, then average."""
    collected = [gradients_of_one_example(network, x, y) for x, y in zip(X, Y)]
    m = len(collected)
    means: Gradients = []
    for k in range(len(network)):
        rows, columns = len(network[k][0]), len(network[k][0][0])
        mean_w = [[sum(each[k][0][j][i] for each in collected) / m for i in range(columns)] for j in range(rows)]
        mean_b = [sum(each[k][1][j] for each in collected) / m for j in range(rows)]
        means.append((mean_w, mean_b))
    return means


def step(
    network: List[ReferenceLayer], X: List[List[float]], Y: List[List[float]], learning_rate: float
) -> List[ReferenceLayer]:
    """The network after one step of gradient descent on all these examples."""
    stepped: List[ReferenceLayer] = []
    for (weights, biases, name), (slopes_w, slopes_b) in zip(network, mean_gradients(network, X, Y)):
        new_w = [[w - learning_rate * slope for w, slope in zip(row, slopes)] for row, slopes in zip(weights, slopes_w)]
        stepped.append((new_w, [b - learning_rate * slope for b, slope in zip(biases, slopes_b)], name))
    return stepped


def trained(
    network: List[ReferenceLayer], X: List[List[float]], Y: List[List[float]], learning_rate: float, epochs: int
) -> List[ReferenceLayer]:
    """The network after this many epochs of gradient descent, each one step on all examples."""
    for _ in range(epochs):
        network = step(network, X, Y, learning_rate)
    return network
