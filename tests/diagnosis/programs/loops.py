"""Programs in plain loops over neurons, inputs and the examples of a batch."""

import math
from typing import Any, Callable, Dict, List, Optional, Tuple

NAME = "loops"
LEARNING_RATE = 0.3
Backward = Callable[[Any, Any, Any], Any]
Table = List[List[float]]
Gradients = List[Tuple[Any, Any]]


class Loops:
    """A right backward pass, whose steps a mistake replaces; z, a and δ have a row for each example."""

    def __call__(self, network: Any, X: Table, Y: Table) -> Any:
        zs, activations = self.forward(network, X)
        self.X, self.m, self.last = X, len(X), len(network.layers) - 1
        self.rate = LEARNING_RATE
        outputs = len(Y[0])
        self.errors_of_outputs = [
            [self.error(a, y, outputs) for a, y in zip(*rows)] for rows in zip(activations[-1], Y)
        ]
        gradients: Gradients = []
        errors = self.errors_of_outputs
        for k in range(self.last, -1, -1):
            layer = network.layers[k]
            self.k, self.a_in, self.zs, self.a, self.errors = k, activations[k], zs[k], activations[k + 1], errors
            self.z_in = zs[k - 1] if k > 0 else X
            deltas = []
            for n in range(self.m):
                row = []
                for j in range(layer.num_neurons):
                    slope = self.slope(layer.activation, zs[k][n][j], activations[k + 1][n][j])
                    row.append(self.delta(errors[n][j], slope, zs[k][n][j]))
                deltas.append(row)
            self.deltas, self.W = deltas, layer.weights
            dW = [[self.weight(j, i) for i in range(layer.num_inputs)] for j in range(layer.num_neurons)]
            db = self.biases(dW)
            gradients.insert(0, (self.returned(dW), db))
            if k > 0:
                errors = [[self.back(n, i, dW) for i in range(layer.num_inputs)] for n in range(self.m)]
        return self.result(gradients)

    def forward(self, network: Any, X: Table) -> Tuple[List[Table], List[Table]]:
        zs: List[Table] = []
        activations = [X]
        for layer in network.layers:
            table = []
            for row in activations[-1]:
                z = []
                for j in range(layer.num_neurons):
                    total = layer.biases[j]
                    for i in range(layer.num_inputs):
                        total += layer.weights[j][i] * row[i]
                    z.append(total)
                table.append(z)
            zs.append(table)
            activations.append([[layer.activation.f(z) for z in row] for row in table])
        return zs, activations

    def error(self, a: float, y: float, outputs: int) -> float:
        return a - y

    def slope(self, activation: Any, z: float, a: float) -> float:
        return float(activation.f_prime(z))

    def delta(self, error: float, slope: float, z: float) -> float:
        return error * slope

    def input(self, n: int, i: int, j: int) -> float:
        return self.a_in[n][i]

    def weight(self, j: int, i: int) -> float:
        total = 0.0
        for n in range(self.m):
            total += self.deltas[n][j] * self.input(n, i, j)
        return total / self.m

    def bias(self, j: int) -> float:
        total = 0.0
        for n in range(self.m):
            total += self.deltas[n][j]
        return total / self.m

    def biases(self, dW: Table) -> Any:
        return [self.bias(j) for j in range(len(self.W))]

    def back(self, n: int, i: int, dW: Table) -> float:
        total = 0.0
        for j in range(len(self.W)):
            total += self.W[j][i] * self.deltas[n][j]
        return total

    def returned(self, dW: Table) -> Any:
        return dW

    def result(self, gradients: Gradients) -> Any:
        return gradients


def having(**steps: Callable[..., Any]) -> Backward:
    """The program with these steps in place of its own."""
    program: Backward = type("Changed", (Loops,), dict(steps))()
    return program


def hidden_slope(self: Any, error: float, slope: float, z: float) -> float:
    return error * slope if self.k == self.last else error


def sum_of_paths(self: Any, n: int, i: int, factor: Callable[[int], float]) -> float:
    return math.fsum(factor(j) * self.deltas[n][j] for j in range(len(self.W)))


def mean_of(self: Any, values: List[float]) -> float:
    return math.fsum(values) / len(self.deltas)


class KeepsItsTotals:
    """Adds each call's gradients to those of the calls before."""

    def __init__(self) -> None:
        self.totals: Optional[Gradients] = None

    def __call__(self, network: Any, X: Table, Y: Table) -> Gradients:
        new = Loops()(network, X, Y)
        if self.totals is None:
            self.totals = new
            return list(new)
        for (W, b), (dW, db) in zip(self.totals, new):
            for j, row in enumerate(dW):
                b[j] += db[j]
                for i, slope in enumerate(row):
                    W[j][i] += slope
        return [([list(row) for row in W], list(b)) for W, b in self.totals]


def steps_at_once(network: Any, X: Table, Y: Table) -> Gradients:
    gradients: Gradients = Loops()(network, X, Y)
    for layer, (dW, db) in zip(network.layers, gradients):
        for j in range(layer.num_neurons):
            layer.biases[j] -= LEARNING_RATE * db[j]
    return gradients


def scales_X(network: Any, X: Table, Y: Table) -> Gradients:
    gradients: Gradients = Loops()(network, X, Y)
    for row in X:
        for i in range(len(row)):
            row[i] /= 2
    return gradients


def one_row_for_all(network: Any, X: Table, Y: Table) -> Gradients:
    gradients = []
    for dW, db in Loops()(network, X, Y):
        rows = [[0.0] * len(dW[0])] * len(dW)
        for j, row in enumerate(dW):
            for i, slope in enumerate(row):
                rows[j][i] += slope
        gradients.append((rows, db))
    return gradients


WRONG: Dict[str, Backward] = {
    "sign": having(error=lambda self, a, y, outputs: y - a),
    "sign (weights only)": having(returned=lambda self, dW: [[-slope for slope in row] for row in dW]),
    "sum-not-mean": having(
        weight=lambda self, j, i: sum(self.deltas[n][j] * self.a_in[n][i] for n in range(self.m)),
        bias=lambda self, j: sum(self.deltas[n][j] for n in range(self.m)),
    ),
    "sum-not-mean (biases only)": having(bias=lambda self, j: sum(self.deltas[n][j] for n in range(self.m))),
    "mean-twice": having(error=lambda self, a, y, outputs: (a - y) / self.m),
    "factor-two": having(error=lambda self, a, y, outputs: 2 * (a - y)),
    "half": having(error=lambda self, a, y, outputs: 0.5 * (a - y)),
    "mean-over-outputs": having(error=lambda self, a, y, outputs: (a - y) / outputs),
    "no-output-slope": having(delta=lambda self, e, s, z: e if self.k == self.last else e * s),
    "no-hidden-slope": having(delta=hidden_slope),
    "no-slope": having(delta=lambda self, e, s, z: e),
    "slope-at-a": having(slope=lambda self, f, z, a: f.f_prime(a)),
    "slope-formula-at-z": having(
        slope=lambda self, f, z, a: z * (1 - z) if f.name == "sigmoid" else f.f_prime(z)
    ),
    "f-for-f-prime": having(slope=lambda self, f, z, a: f.f(z)),
    "sigmoid-slope-everywhere": having(slope=lambda self, f, z, a: a * (1 - a)),
    "slope-replaces-error": having(delta=lambda self, e, s, z: s if self.k == self.last else e * s),
    "slope-twice": having(delta=lambda self, e, s, z: e * s * s),
    "z-times-slope": having(slope=lambda self, f, z, a: z * f.f_prime(z)),
    "relu-slope-one": having(slope=lambda self, f, z, a: 1.0 if f.name == "relu" else f.f_prime(z)),
    "relu-slope-wrong-side": having(
        slope=lambda self, f, z, a: float(z <= 0) if f.name == "relu" else f.f_prime(z)
    ),
    "weight-for-input": having(input=lambda self, n, i, j: self.W[j][i]),
    "own-activation-for-input": having(input=lambda self, n, i, j: self.a[n][i]),
    "own-activation-for-input (of the neuron)": having(input=lambda self, n, i, j: self.a[n][j]),
    "z-for-input": having(input=lambda self, n, i, j: self.z_in[n][i]),
    "x-for-every-layer": having(input=lambda self, n, i, j: self.X[n][i]),
    "input-dropped": having(input=lambda self, n, i, j: 1.0),
    "transposed": having(returned=lambda self, dW: [list(column) for column in zip(*dW)]),
    "weight-gradient-without-slope": having(
        weight=lambda self, j, i: mean_of(self, [self.errors[n][j] * self.a_in[n][i] for n in range(self.m)])
    ),
    "no-bias": having(bias=lambda self, j: 0.0),
    "shared-bias": having(
        bias=lambda self, j: mean_of(self, [delta for row in self.deltas for delta in row]) / len(self.W)
    ),
    "bias-from-weights": having(biases=lambda self, dW: [sum(row) for row in dW]),
    "bias-as-column": having(biases=lambda self, dW: [[self.bias(j)] for j in range(len(self.W))]),
    "bias-of-one-example": having(bias=lambda self, j: self.deltas[0][j]),
    "bias-of-one-example (the last)": having(bias=lambda self, j: self.deltas[-1][j]),
    "bias-gradient-without-slope": having(bias=lambda self, j: mean_of(self, [row[j] for row in self.errors])),
    "updated-weights": having(
        back=lambda self, n, i, dW: sum_of_paths(self, n, i, lambda j: self.W[j][i] - self.rate * dW[j][i])
    ),
    "weights-not-transposed": having(back=lambda self, n, i, dW: sum_of_paths(self, n, i, lambda j: self.W[i][j])),
    "one-path": having(back=lambda self, n, i, dW: self.W[-1][i] * self.deltas[n][-1]),
    "paths-averaged": having(
        back=lambda self, n, i, dW: sum_of_paths(self, n, i, lambda j: self.W[j][i]) / len(self.W)
    ),
    "weights-dropped": having(back=lambda self, n, i, dW: sum_of_paths(self, n, i, lambda j: 1.0)),
    "error-not-delta": having(
        back=lambda self, n, i, dW: sum(self.W[j][i] * self.errors[n][j] for j in range(len(self.W)))
    ),
    "output-error-everywhere": having(back=lambda self, n, i, dW: self.errors_of_outputs[n][i]),
    "gradient-for-weights": having(back=lambda self, n, i, dW: sum_of_paths(self, n, i, lambda j: dW[j][i])),
    "error-by-weight-share": having(
        back=lambda self, n, i, dW: sum_of_paths(self, n, i, lambda j: self.W[j][i] / sum(self.W[j]))
    ),
    "first-layer-missing": having(
        result=lambda self, gradients: [([[0.0] * len(row) for row in gradients[0][0]], [0.0] * len(gradients[0][1]))]
        + gradients[1:]
    ),
    "first-layer-missing (not returned)": having(result=lambda self, gradients: gradients[1:]),
    "last-example": having(
        weight=lambda self, j, i: self.deltas[-1][j] * self.a_in[-1][i], bias=lambda self, j: self.deltas[-1][j]
    ),
    "first-example": having(
        weight=lambda self, j, i: self.deltas[0][j] * self.a_in[0][i], bias=lambda self, j: self.deltas[0][j]
    ),
    "means-multiplied": having(
        weight=lambda self, j, i: mean_of(self, [row[j] for row in self.deltas])
        * mean_of(self, [row[i] for row in self.a_in])
    ),
    "layers-reversed": having(result=lambda self, gradients: gradients[::-1]),
    "no-gradient": having(weight=lambda self, j, i: 0.0, bias=lambda self, j: 0.0),
    "no-gradient (nothing returned)": having(result=lambda self, gradients: None),
    "changes-network": steps_at_once,
    "changes-inputs": scales_X,
    "shared-rows": one_row_for_all,
}
FRESH: Dict[str, Callable[[], Backward]] = {"not-zeroed": KeepsItsTotals}

RIGHT: Dict[str, Backward] = {
    "as it is": Loops(),
    "a(1 − a)": having(slope=lambda self, f, z, a: a * (1 - a) if f.name == "sigmoid" else f.f_prime(z)),
    "relu from a": having(slope=lambda self, f, z, a: float(a > 0) if f.name == "relu" else f.f_prime(z)),
    "y − a, and a minus further on": having(
        error=lambda self, a, y, outputs: y - a, delta=lambda self, e, s, z: -e * s if self.k == self.last else e * s
    ),
    "1/m at the error": having(
        error=lambda self, a, y, outputs: (a - y) / self.m,
        weight=lambda self, j, i: sum(self.deltas[n][j] * self.a_in[n][i] for n in range(self.m)),
        bias=lambda self, j: sum(row[j] for row in self.deltas),
    ),
    "added up from the last example": having(
        weight=lambda self, j, i: sum(self.deltas[n][j] * self.a_in[n][i] for n in reversed(range(self.m))) / self.m
    ),
}
