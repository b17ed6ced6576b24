"""The forward and the backward pass as nested loops over single numbers, which share no code with the library.

Every factor of the chain rule is there, for all activations and costs of the random cases, and each number says how far
another calculation of it may be off because of rounding. `reference` has the shorter loops, for the gradients alone.
"""

import math
from typing import Dict, List, Sequence, Tuple

from minibackprop import Network

from .rounded import LAST_DIGIT, Rounded, rounded

Table = List[List[Rounded]]  # one neuron (or input) per row, one example per column; of dC_dW, one input per column
Numbers = Sequence[Sequence[float]]


def f(name: str, z: Rounded) -> Rounded:
    if name == "linear":
        return z
    if name == "relu":
        return Rounded(max(z.value, 0.0), z.error)
    if name == "sigmoid":
        a = 1 / (1 + math.exp(-z.value)) if z.value > -700 else math.exp(z.value)
    elif name == "tanh":
        a = math.tanh(z.value)
    else:
        assert name == "softplus"
        a = z.value if z.value > 700 else math.log1p(math.exp(z.value))
    return rounded(a, z.error)  # none of them is steeper than 1


def f_prime(name: str, z: Rounded) -> Rounded:
    if name == "linear":
        return Rounded(1.0)
    if name == "relu":
        return Rounded(1.0 if z.value > 0 else 0.0, 1.0 if abs(z.value) <= z.error else 0.0)  # at its corner
    power = math.exp(-abs(z.value))
    if name == "sigmoid":
        slope = power / (1 + power) ** 2
    elif name == "tanh":
        slope = 4 * power**2 / (1 + power**2) ** 2
    else:
        assert name == "softplus"
        slope = (1 if z.value > 0 else power) / (1 + power)
    return Rounded(slope, z.error + 2 * LAST_DIGIT)  # none of these slopes is steeper than 1; 1 − a² loses digits


def slopes_of_cost(cost: str, a: List[Rounded], y: List[float]) -> Tuple[List[Rounded], List[Rounded]]:
    """∂C/∂a of one example, and for cross-entropy also ∂C/∂z, which is a − y: there ∂C/∂a may be beyond bounds."""
    if cost == "half squared error":
        return [a_j - Rounded(y_j) for a_j, y_j in zip(a, y)], []
    if cost == "softmax cross-entropy":
        largest = max(a_j.value for a_j in a)
        powers = [math.exp(a_j.value - largest) for a_j in a]
        error = 2 * max(a_j.error for a_j in a) + 10 * LAST_DIGIT  # no probability moves by more
        return [Rounded(power / sum(powers) - y_j, error) for power, y_j in zip(powers, y)], []
    assert cost == "cross-entropy"
    dC_da, dC_dz = [], []
    for a_j, y_j in zip(a, y):
        to_0, to_1 = a_j, Rounded(1.0) - a_j  # how far a is from both
        if min(to_0.value - to_0.error, to_1.value - to_1.error) > 0:
            dC_da.append(Rounded(1 - y_j) / to_1 - Rounded(y_j) / to_0)
        else:
            dC_da.append(Rounded(0.0, math.inf))
        dC_dz.append(Rounded(a_j.value - y_j, a_j.error + 10 * LAST_DIGIT))
    return dC_da, dC_dz


def forward_factors(network: Network, X: Numbers) -> List[Dict[str, Table]]:
    """A_in, Z and A of each layer."""
    layers: List[Dict[str, Table]] = []
    A_in = [[Rounded(x[i]) for x in X] for i in range(len(X[0]))]
    for layer in network.layers:
        Z = []
        for w, b in zip(layer.weights, layer.biases):
            Z.append([Rounded(0.0) for _ in X])
            for n in range(len(X)):
                for i in range(len(w)):
                    Z[-1][n] = Z[-1][n] + Rounded(w[i]) * A_in[i][n]
                Z[-1][n] = Z[-1][n] + Rounded(b)
        A = [[f(layer.activation.name, z) for z in row] for row in Z]
        layers.append({"A_in": A_in, "Z": Z, "A": A})
        A_in = A
    return layers


def all_factors(network: Network, X: Numbers, Y: Numbers, cost: str) -> List[Dict[str, Table]]:
    """The same, and dC_dA, dA_dZ, dC_dZ, dC_dW and, in a single row, dC_db."""
    layers = forward_factors(network, X)
    outputs = layers[-1]["A"]
    of_examples = [slopes_of_cost(cost, [row[n] for row in outputs], list(y)) for n, y in enumerate(Y)]
    dC_dA = [[dC_da[j] for dC_da, _ in of_examples] for j in range(len(outputs))]
    for k in range(len(layers) - 1, -1, -1):
        layer, at = network.layers[k], layers[k]
        neurons, inputs = range(layer.num_neurons), range(layer.num_inputs)
        at["dC_dA"] = dC_dA
        at["dA_dZ"] = [[f_prime(layer.activation.name, z) for z in row] for row in at["Z"]]
        at["dC_dZ"] = [[dC_da * slope for dC_da, slope in zip(*rows)] for rows in zip(dC_dA, at["dA_dZ"])]
        if k == len(layers) - 1 and of_examples[0][1]:
            at["dC_dZ"] = [[dC_dz[j] for _, dC_dz in of_examples] for j in neurons]
        at["dC_dW"] = [[mean_of_products(at["dC_dZ"][j], at["A_in"][i]) for i in inputs] for j in neurons]
        at["dC_db"] = [[mean_of_products(at["dC_dZ"][j], [Rounded(1.0) for _ in X]) for j in neurons]]
        dC_dA = [[Rounded(0.0) for _ in X] for _ in inputs]
        for i in inputs:
            for n in range(len(X)):
                for j in neurons:
                    dC_dA[i][n] = dC_dA[i][n] + Rounded(layer.weights[j][i]) * at["dC_dZ"][j][n]
    return layers


def mean_of_products(numbers: List[Rounded], others: List[Rounded]) -> Rounded:
    total = Rounded(0.0)
    for number, other in zip(numbers, others):
        total = total + number * other
    return total / Rounded(float(len(numbers)))


def check_factor(found: Numbers, expected: Table, where: str) -> None:
    """The numbers have the shape of those of the naive loops, and differ from them by rounding only."""
    assert [len(row) for row in found] == [len(row) for row in expected], f"the shape of {where}"
    for row, expected_row in zip(found, expected):
        for number, expected_number in zip(row, expected_row):
            assert expected_number.agrees_with(number), f"{where} has {number!r} in place of {expected_number}"
