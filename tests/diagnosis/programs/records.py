"""Programs that return a record for each layer, with the factors that its gradients were made from."""

from types import SimpleNamespace
from typing import Any, Callable, Dict, List

NAME = "records"
LEARNING_RATE = 0.3
Backward = Callable[[Any, Any, Any], Any]
Table = List[List[float]]


def product(A: Table, B: Table) -> Table:
    return [[sum(a * b for a, b in zip(row, column)) for column in zip(*B)] for row in A]


def turned_over(M: Table) -> Table:
    return [list(column) for column in zip(*M)]


def times(A: Table, B: Table) -> Table:
    return [[a * b for a, b in zip(*rows)] for rows in zip(A, B)]


def over(M: Table, number: float) -> Table:
    return [[entry / number for entry in row] for row in M]


def means(M: Table) -> List[float]:
    return [sum(row) / len(row) for row in M]


class Records:
    """A right backward pass, whose steps a mistake replaces; a column of a table is an example."""

    def __call__(self, network: Any, X: Table, Y: Table) -> Any:
        A, passes = turned_over(X), []
        for layer in network.layers:
            Z = [[z + b for z in row] for row, b in zip(product(layer.weights, A), layer.biases)]
            one = SimpleNamespace(A_in=A, Z=Z, A=[[layer.activation.f(z) for z in row] for row in Z])
            passes.append(one)
            A = one.A
        self.X, self.m, records = turned_over(X), len(X), []
        dC_dA = self.error(A, turned_over(Y))
        self.output = None
        for k in reversed(range(len(passes))):
            layer, one = network.layers[k], passes[k]
            self.is_output, self.one = k == len(passes) - 1, one
            self.W, self.activation = layer.weights, layer.activation
            self.Z_in = passes[k - 1].Z if k > 0 else self.X
            record = SimpleNamespace(dC_dA=dC_dA, dA_dZ=self.slope(one.Z, one.A))
            self.output = self.output or record
            record.dC_dZ = self.delta(record.dC_dA, record.dA_dZ)
            record.dC_dW = self.weight_gradient(record)
            record.dC_db = self.bias_gradient(record)
            records.append(record)
            if k > 0:
                dC_dA = self.back(record)
        return self.result(records[::-1])

    def error(self, A: Table, Y: Table) -> Table:
        return [[a - y for a, y in zip(*rows)] for rows in zip(A, Y)]

    def slope(self, Z: Table, A: Table) -> Table:
        return [[self.activation.f_prime(z) for z in row] for row in Z]

    def delta(self, dC_dA: Table, dA_dZ: Table) -> Table:
        return times(dC_dA, dA_dZ)

    def weight_gradient(self, record: Any) -> Any:
        return over(product(record.dC_dZ, turned_over(self.one.A_in)), self.m)

    def bias_gradient(self, record: Any) -> Any:
        return means(record.dC_dZ)

    def back(self, record: Any) -> Table:
        return product(turned_over(self.W), record.dC_dZ)

    def result(self, records: List[Any]) -> Any:
        return records


def having(**steps: Callable[..., Any]) -> Backward:
    """The program with these steps in place of its own."""
    program: Backward = type("Changed", (Records,), dict(steps))()
    return program


def with_error(factor: Callable[[Any, Table], float]) -> Backward:
    """The program whose error is multiplied by something."""
    return having(error=lambda self, A, Y: over(Records.error(self, A, Y), 1.0 / factor(self, Y)))


def gradient_with(inputs: Callable[[Any], Table]) -> Backward:
    """The program that multiplies ∂C/∂z by these inputs."""
    return having(weight_gradient=lambda self, r: over(product(r.dC_dZ, turned_over(inputs(self))), self.m))


def slopes(of: Callable[[Any, float, float], float]) -> Backward:
    """The program with this slope, of the activation, z and a."""
    return having(slope=lambda self, Z, A: [[of(self.activation, z, a) for z, a in zip(*rows)] for rows in zip(Z, A)])


def changed(records: List[Any], **changes: Callable[[Any], Any]) -> List[Any]:
    for record in records:
        for name in changes:
            setattr(record, name, changes[name](record))
    return records


def zeros(record: Any) -> Table:
    return [[0.0 for _ in row] for row in record.dC_dW]


class Keeps:
    """The gradients live as long as the function."""

    def __init__(self) -> None:
        self.kept: List[Any] = []

    def __call__(self, network: Any, X: Table, Y: Table) -> Any:
        new = Records()(network, X, Y)
        for record, old in zip(new, self.kept):
            record.dC_dW = [[s + t for s, t in zip(*rows)] for rows in zip(record.dC_dW, old.dC_dW)]
        self.kept = new
        return new


def steps_too(network: Any, X: Table, Y: Table) -> Any:
    records = Records()(network, X, Y)
    for layer, record in zip(network.layers, records):
        layer.biases = [b - LEARNING_RATE * slope for b, slope in zip(layer.biases, record.dC_db)]
    return records


def standardizes(network: Any, X: Table, Y: Table) -> Any:
    records = Records()(network, X, Y)
    X[:] = [[x - 1.0 for x in row] for row in X]
    return records


def only_example(n: int) -> Backward:
    return having(
        weight_gradient=lambda self, r: [[row[n] * a_in[n] for a_in in self.one.A_in] for row in r.dC_dZ],
        bias_gradient=lambda self, r: [row[n] for row in r.dC_dZ],
    )


def through(weights: Callable[[Any, Any], Table]) -> Backward:
    """The program that passes ∂C/∂z back through these weights, a row for each neuron."""
    return having(back=lambda self, record: product(turned_over(weights(self, record)), record.dC_dZ))


WRONG: Dict[str, Backward] = {
    "sign": with_error(lambda self, Y: -1.0),
    "sign (biases only)": having(bias_gradient=lambda self, r: [-slope for slope in means(r.dC_dZ)]),
    "sum-not-mean": having(
        weight_gradient=lambda self, r: product(r.dC_dZ, turned_over(self.one.A_in)),
        bias_gradient=lambda self, r: [sum(row) for row in r.dC_dZ],
    ),
    "mean-twice": with_error(lambda self, Y: 1.0 / self.m),
    "factor-two": with_error(lambda self, Y: 2.0),
    "half": with_error(lambda self, Y: 0.5),
    "mean-over-outputs": with_error(lambda self, Y: 1.0 / len(Y)),
    "no-output-slope": having(delta=lambda self, e, s: e if self.is_output else times(e, s)),
    "no-hidden-slope": having(delta=lambda self, e, s: times(e, s) if self.is_output else e),
    "no-slope": slopes(lambda f, z, a: 1.0),
    "slope-at-a": slopes(lambda f, z, a: f.f_prime(a)),
    "slope-formula-at-z": slopes(lambda f, z, a: z * (1 - z) if f.name == "sigmoid" else f.f_prime(z)),
    "f-for-f-prime": slopes(lambda f, z, a: a),
    "sigmoid-slope-everywhere": slopes(lambda f, z, a: a * (1 - a)),
    "slope-replaces-error": having(delta=lambda self, e, s: s if self.is_output else times(e, s)),
    "slope-twice": slopes(lambda f, z, a: f.f_prime(z) * f.f_prime(z)),
    "z-times-slope": slopes(lambda f, z, a: z * f.f_prime(z)),
    "relu-slope-one": slopes(lambda f, z, a: 1.0 if f.name == "relu" else f.f_prime(z)),
    "relu-slope-wrong-side": slopes(lambda f, z, a: float(z <= 0) if f.name == "relu" else f.f_prime(z)),
    "weight-for-input": having(
        weight_gradient=lambda self, r: [[d * w for w in row] for d, row in zip(means(r.dC_dZ), self.W)]
    ),
    "own-activation-for-input": gradient_with(lambda self: self.one.A),
    "z-for-input": gradient_with(lambda self: self.Z_in),
    "x-for-every-layer": gradient_with(lambda self: self.X),
    "input-dropped": gradient_with(lambda self: [[1.0] * self.m for _ in self.one.A_in]),
    "transposed": having(
        result=lambda self, records: changed(records, dC_dW=lambda record: turned_over(record.dC_dW))
    ),
    "weight-gradient-without-slope": having(
        weight_gradient=lambda self, r: over(product(r.dC_dA, turned_over(self.one.A_in)), self.m)
    ),
    "no-bias": having(bias_gradient=lambda self, r: [0.0 for _ in r.dC_dZ]),
    "shared-bias": having(bias_gradient=lambda self, r: [sum(means(r.dC_dZ)) / len(r.dC_dZ)] * len(r.dC_dZ)),
    "bias-from-weights": having(bias_gradient=lambda self, r: [sum(row) for row in r.dC_dW]),
    "bias-of-one-example": having(bias_gradient=lambda self, r: [row[0] for row in r.dC_dZ]),
    "bias-gradient-without-slope": having(bias_gradient=lambda self, r: means(r.dC_dA)),
    "bias-as-column": having(bias_gradient=lambda self, r: [[slope] for slope in means(r.dC_dZ)]),
    "updated-weights": through(
        lambda self, r: [[w - LEARNING_RATE * s for w, s in zip(*rows)] for rows in zip(self.W, r.dC_dW)]
    ),
    "weights-not-transposed": having(back=lambda self, r: product(self.W, r.dC_dZ)),
    "one-path": having(back=lambda self, r: [[w * d for d in r.dC_dZ[-1]] for w in self.W[-1]]),
    "paths-averaged": through(lambda self, r: over(self.W, len(self.W))),
    "weights-dropped": through(lambda self, r: [[1.0 for _ in row] for row in self.W]),
    "error-not-delta": having(back=lambda self, r: product(turned_over(self.W), r.dC_dA)),
    "output-error-everywhere": having(back=lambda self, r: self.output.dC_dA),
    "gradient-for-weights": through(lambda self, r: r.dC_dW),
    "error-by-weight-share": through(lambda self, r: [[w / sum(row) for w in row] for row in self.W]),
    "first-layer-missing": having(result=lambda self, records: changed(
        records[:1], dC_dW=zeros, dC_db=lambda record: [0.0] * len(record.dC_db)
    ) + records[1:]),
    "last-example": only_example(-1),
    "first-example": only_example(0),
    "means-multiplied": having(
        weight_gradient=lambda self, r: [[d * a for a in means(self.one.A_in)] for d in means(r.dC_dZ)]
    ),
    "layers-reversed": having(result=lambda self, records: records[::-1]),
    "no-gradient": having(result=lambda self, records: changed(
        records, dC_dW=zeros, dC_db=lambda record: [0.0] * len(record.dC_db)
    )),
    "changes-network": steps_too,
    "changes-inputs": standardizes,
    "shared-rows": having(
        result=lambda self, records: changed(records, dC_dW=lambda record: record.dC_dW[:1] * len(record.dC_dW))
    ),
}
FRESH: Dict[str, Callable[[], Backward]] = {"not-zeroed": Keeps}

RIGHT: Dict[str, Backward] = {
    "as it is": Records(),
    "a(1 − a)": slopes(lambda f, z, a: a * (1 - a) if f.name == "sigmoid" else f.f_prime(z)),
    "relu from a": slopes(lambda f, z, a: float(a > 0) if f.name == "relu" else f.f_prime(z)),
    "1/m in the error": having(
        error=lambda self, A, Y: over(Records.error(self, A, Y), self.m),
        weight_gradient=lambda self, r: product(r.dC_dZ, turned_over(self.one.A_in)),
        bias_gradient=lambda self, r: [sum(row) for row in r.dC_dZ],
    ),
    "y − a, and a minus in ∂C/∂z": having(
        error=lambda self, A, Y: Records.error(self, Y, A),
        delta=lambda self, e, s: over(times(e, s), -1.0) if self.is_output else times(e, s),
    ),
    "with examples in rows": having(result=lambda self, records: changed(
        records, dC_dZ=lambda record: turned_over(record.dC_dZ), dC_dA=lambda record: turned_over(record.dC_dA)
    )),
}
