"""Programs in NumPy, with an example in each row, as most tutorials have it."""

import importlib
from typing import Any, Callable, Dict, List, Tuple

NAME = "arrays"
LEARNING_RATE = 0.3
Backward = Callable[[Any, Any, Any], Any]
Gradients = List[Tuple[Any, Any]]


class Arrays:
    """A right backward pass, whose steps a mistake replaces."""

    kind = "float64"

    def __call__(self, network: Any, X: Any, Y: Any) -> Any:
        self.np = np = importlib.import_module("numpy")
        weights = [np.array(layer.weights, self.kind) for layer in network.layers]
        biases = [np.array(layer.biases, self.kind) for layer in network.layers]
        kinds = [layer.activation.name for layer in network.layers]
        Zs, As = [], [np.array(X, self.kind)]
        for W, b, kind in zip(weights, biases, kinds):
            Zs.append(As[-1] @ W.T + b)
            As.append(self.f(kind, Zs[-1]))
        self.X, self.m = As[0], len(X)
        error = self.output_error = self.error(As[-1], np.array(Y, self.kind))
        gradients: Gradients = []
        for k in range(len(weights) - 1, -1, -1):
            self.is_output = k == len(weights) - 1
            self.Z, self.A, self.A_in, self.W = Zs[k], As[k + 1], As[k], weights[k]
            self.Z_in = Zs[k - 1] if k > 0 else As[0]
            self.output_delta = None
            delta = self.delta(error, self.slope(kinds[k], self.Z, self.A))
            dW = self.weight_gradient(delta, error)
            gradients.append((dW, self.bias_gradient(delta, error, dW)))
            if k > 0:
                error = self.back(delta, error, dW)
        return self.result(gradients[::-1])

    def f(self, kind: str, Z: Any) -> Any:
        np = self.np
        return {"sigmoid": 1 / (1 + np.exp(-Z)), "relu": np.maximum(Z, 0), "linear": Z}[kind]

    def f_prime(self, kind: str, Z: Any) -> Any:
        s = self.f("sigmoid", Z)
        return {"sigmoid": s * (1 - s), "relu": (Z > 0).astype(Z.dtype), "linear": self.np.ones_like(Z)}[kind]

    def error(self, A: Any, Y: Any) -> Any:
        return A - Y

    def slope(self, kind: str, Z: Any, A: Any) -> Any:
        return self.f_prime(kind, Z)

    def delta(self, error: Any, slope: Any) -> Any:
        return error * slope

    def weight_gradient(self, delta: Any, error: Any) -> Any:
        return delta.T @ self.A_in / self.m

    def bias_gradient(self, delta: Any, error: Any, dW: Any) -> Any:
        return delta.mean(axis=0)

    def back(self, delta: Any, error: Any, dW: Any) -> Any:
        return delta @ self.W

    def result(self, gradients: Gradients) -> Any:
        return gradients


def having(**steps: Any) -> Backward:
    """The program with these steps in place of its own."""
    program: Backward = type("Changed", (Arrays,), dict(steps))()
    return program


class KeepsItsTotals:
    """Adds each call's gradients to those of the calls before."""

    def __init__(self) -> None:
        self.totals: Gradients = []

    def __call__(self, network: Any, X: Any, Y: Any) -> Gradients:
        new = Arrays()(network, X, Y)
        self.totals = [(W + dW, b + db) for (W, b), (dW, db) in zip(self.totals, new)] if self.totals else new
        return self.totals


def updates_in_place(network: Any, X: Any, Y: Any) -> Gradients:
    np = importlib.import_module("numpy")
    gradients: Gradients = Arrays()(network, X, Y)
    for layer, (dW, _) in zip(network.layers, gradients):
        layer.weights = np.array(layer.weights) - LEARNING_RATE * dW
    return gradients


def subtracts_from_Y(network: Any, X: Any, Y: Any) -> Gradients:
    gradients: Gradients = Arrays()(network, X, Y)
    for y in Y:
        y[0] -= 1.0
    return gradients


def column_sums(self: Any, delta: Any) -> Any:
    return delta.sum(axis=1, keepdims=True) @ self.np.ones((1, self.W.shape[1]))


WRONG: Dict[str, Backward] = {
    "sign": having(error=lambda self, A, Y: Y - A),
    "sign (in each layer)": having(back=lambda self, delta, error, dW: -delta @ self.W),
    "sum-not-mean": having(
        weight_gradient=lambda self, delta, error: delta.T @ self.A_in,
        bias_gradient=lambda self, delta, error, dW: delta.sum(axis=0),
    ),
    "sum-not-mean (weights only)": having(weight_gradient=lambda self, delta, error: delta.T @ self.A_in),
    "mean-twice": having(error=lambda self, A, Y: (A - Y) / len(Y)),
    "factor-two": having(error=lambda self, A, Y: 2 * (A - Y)),
    "half": having(error=lambda self, A, Y: (A - Y) / 2),
    "mean-over-outputs": having(error=lambda self, A, Y: (A - Y) / Y.shape[1]),
    "no-output-slope": having(delta=lambda self, e, s: e if self.is_output else e * s),
    "no-hidden-slope": having(delta=lambda self, e, s: e * s if self.is_output else e),
    "no-slope": having(slope=lambda self, kind, Z, A: self.np.ones_like(Z)),
    "slope-at-a": having(slope=lambda self, kind, Z, A: self.f_prime(kind, A)),
    "slope-formula-at-z": having(
        slope=lambda self, kind, Z, A: Z * (1 - Z) if kind == "sigmoid" else self.f_prime(kind, Z)
    ),
    "f-for-f-prime": having(slope=lambda self, kind, Z, A: self.f(kind, Z)),
    "sigmoid-slope-everywhere": having(slope=lambda self, kind, Z, A: A * (1 - A)),
    "slope-replaces-error": having(delta=lambda self, e, s: s),
    "slope-replaces-error (hidden)": having(delta=lambda self, e, s: e * s if self.is_output else s),
    "slope-twice": having(delta=lambda self, e, s: e * s ** 2),
    "z-times-slope": having(delta=lambda self, e, s: e * self.Z * s),
    "relu-slope-one": having(slope=lambda self, kind, Z, A: self.f_prime("linear" if kind == "relu" else kind, Z)),
    "relu-slope-wrong-side": having(
        slope=lambda self, kind, Z, A: (Z <= 0) * 1.0 if kind == "relu" else self.f_prime(kind, Z)
    ),
    "weight-for-input": having(weight_gradient=lambda self, delta, error: delta.mean(axis=0)[:, None] * self.W),
    "own-activation-for-input": having(weight_gradient=lambda self, delta, error: delta.T @ self.A / self.m),
    "z-for-input": having(weight_gradient=lambda self, delta, error: delta.T @ self.Z_in / self.m),
    "z-for-input (its own)": having(weight_gradient=lambda self, delta, error: delta.T @ self.Z / self.m),
    "x-for-every-layer": having(weight_gradient=lambda self, delta, error: delta.T @ self.X / self.m),
    "input-dropped": having(
        weight_gradient=lambda self, delta, error: delta.mean(axis=0)[:, None] * self.np.ones(self.W.shape)
    ),
    "transposed": having(weight_gradient=lambda self, delta, error: self.A_in.T @ delta / self.m),
    "weight-gradient-without-slope": having(weight_gradient=lambda self, delta, error: error.T @ self.A_in / self.m),
    "no-bias": having(bias_gradient=lambda self, delta, error, dW: self.np.zeros(delta.shape[1])),
    "shared-bias": having(bias_gradient=lambda self, delta, error, dW: delta.mean()),
    "shared-bias (sum)": having(bias_gradient=lambda self, delta, error, dW: delta.sum()),
    "bias-from-weights": having(bias_gradient=lambda self, delta, error, dW: dW.sum(axis=1)),
    "bias-of-one-example": having(bias_gradient=lambda self, delta, error, dW: delta[-1]),
    "bias-gradient-without-slope": having(bias_gradient=lambda self, delta, error, dW: error.mean(axis=0)),
    "bias-as-column": having(bias_gradient=lambda self, delta, error, dW: delta.mean(axis=0, keepdims=True)),
    "updated-weights": having(back=lambda self, delta, error, dW: delta @ (self.W - LEARNING_RATE * dW)),
    "weights-not-transposed": having(back=lambda self, delta, error, dW: delta @ self.W.T),
    "one-path": having(back=lambda self, delta, error, dW: delta[:, :1] @ self.W[:1]),
    "paths-averaged": having(back=lambda self, delta, error, dW: delta @ self.W / len(self.W)),
    "weights-dropped": having(back=lambda self, delta, error, dW: column_sums(self, delta)),
    "error-not-delta": having(back=lambda self, delta, error, dW: error @ self.W),
    "output-error-everywhere": having(back=lambda self, delta, error, dW: self.output_error),
    "gradient-for-weights": having(back=lambda self, delta, error, dW: delta @ dW),
    "error-by-weight-share": having(
        back=lambda self, delta, error, dW: delta @ (self.W / self.W.sum(axis=1, keepdims=True))
    ),
    "first-layer-missing": having(
        result=lambda self, gradients: [(0 * W, 0 * b) for W, b in gradients[:1]] + gradients[1:]
    ),
    "last-example": having(
        weight_gradient=lambda self, delta, error: self.np.outer(delta[-1], self.A_in[-1]),
        bias_gradient=lambda self, delta, error, dW: delta[-1],
    ),
    "first-example": having(
        weight_gradient=lambda self, delta, error: self.np.outer(delta[0], self.A_in[0]),
        bias_gradient=lambda self, delta, error, dW: delta[0],
    ),
    "means-multiplied": having(
        weight_gradient=lambda self, delta, error: self.np.outer(delta.mean(axis=0), self.A_in.mean(axis=0))
    ),
    "layers-reversed": having(result=lambda self, gradients: gradients[::-1]),
    "no-gradient": having(result=lambda self, gradients: [(0.0 * W, 0.0 * b) for W, b in gradients]),
    "changes-network": updates_in_place,
    "changes-inputs": subtracts_from_Y,
    "shared-rows": having(result=lambda self, gradients: [([W[0]] * len(W), b) for W, b in gradients]),
}
FRESH: Dict[str, Callable[[], Backward]] = {"not-zeroed": KeepsItsTotals}

RIGHT: Dict[str, Backward] = {
    "as it is": Arrays(),
    "a(1 − a)": having(slope=lambda self, kind, Z, A: A * (1 - A) if kind == "sigmoid" else self.f_prime(kind, Z)),
    "relu from a": having(slope=lambda self, kind, Z, A: self.f_prime(kind, A if kind == "relu" else Z)),
    "y − a, and a minus at the end": having(
        error=lambda self, A, Y: Y - A, result=lambda self, gradients: [(-W, -b) for W, b in gradients]
    ),
    "einsum": having(
        weight_gradient=lambda self, delta, error: self.np.einsum("nj,ni->ji", delta, self.A_in) / self.m
    ),
    "outer products, and their mean": having(
        weight_gradient=lambda self, delta, error: self.np.mean(
            [self.np.outer(d, a) for d, a in zip(delta, self.A_in)], axis=0
        )
    ),
    "single precision": having(kind="float32"),
}
