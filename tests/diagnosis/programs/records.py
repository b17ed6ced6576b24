"""Learners' programs in matrix style that return a record for each layer, with the factors of its gradient."""

from typing import Any, Callable, Dict, List

NAME = "records in matrix style"
LEARNING_RATE = 0.3
Vector = List[float]
Matrix = List[List[float]]
Backward = Callable[[Any, Matrix, Matrix], Any]


def dot(A: Matrix, B: Matrix) -> Matrix:
    """The product of two matrices; ValueError if their sizes do not fit."""
    if len(A[0]) != len(B):
        raise ValueError(f"{len(A)}x{len(A[0])} times {len(B)}x{len(B[0])}")
    return [[sum(a * b for a, b in zip(row, column)) for column in zip(*B)] for row in A]


def T(M: Matrix) -> Matrix:
    return [list(column) for column in zip(*M)]


def entrywise(function: Callable[..., float], *matrices: Matrix) -> Matrix:
    """Apply a function to the entries of matrices of one size; ValueError if they are not."""
    if len({(len(M), len(M[0])) for M in matrices}) > 1:
        raise ValueError("matrices of different sizes")
    return [[function(*entries) for entries in zip(*rows)] for rows in zip(*matrices)]


def minus(A: Matrix, B: Matrix) -> Matrix:
    return entrywise(lambda a, b: a - b, A, B)


def times(A: Matrix, B: Matrix) -> Matrix:
    return entrywise(lambda a, b: a * b, A, B)


def scaled(M: Matrix, factor: float) -> Matrix:
    return entrywise(lambda entry: entry * factor, M)


def filled(number: float, like: Matrix) -> Matrix:
    return entrywise(lambda entry: number, like)


def sums(M: Matrix) -> Vector:
    return [sum(row) for row in M]


def means(M: Matrix) -> Vector:
    return [sum(row) / len(row) for row in M]


class Record:
    """The factors and the gradient of one layer, as the program fills them in."""

    dC_dA: Matrix
    dA_dZ: Matrix
    dC_dZ: Matrix
    dC_dW: Matrix
    dC_db: Vector


class Known:
    """What the program knows in one layer after the forward pass."""

    def __init__(self, layer: Any, before: "Known | None", X: Matrix) -> None:
        self.W: Matrix = layer.weights
        self.activation, self.X = layer.activation, X
        self.Z_in, self.A_in = (before.Z, before.A) if before else (X, X)
        self.Z: Matrix = [[z + b for z in row] for row, b in zip(dot(self.W, self.A_in), layer.biases)]
        self.A: Matrix = entrywise(self.activation.f, self.Z)
        self.m, self.is_last, self.output_error = len(X[0]), False, X


Slope = Callable[[Known], Matrix]
Factor = Callable[[Known, Record], Matrix]


def right_error(known: Known, Y: Matrix) -> Matrix:
    return minus(known.A, Y)


def right_slope(known: Known) -> Matrix:
    return entrywise(known.activation.f_prime, known.Z)


def right_delta(known: Known, record: Record) -> Matrix:
    return times(record.dC_dA, record.dA_dZ)


def right_weights(known: Known, record: Record) -> Matrix:
    return scaled(dot(record.dC_dZ, T(known.A_in)), 1 / known.m)


def right_biases(known: Known, record: Record) -> Vector:
    return means(record.dC_dZ)


def right_back(known: Known, record: Record) -> Matrix:
    return dot(T(known.W), record.dC_dZ)


def right_result(network: Any, records: List[Record]) -> Any:
    return records


def program(
    error: Callable[[Known, Matrix], Matrix] = right_error,
    slope: Slope = right_slope,
    delta: Factor = right_delta,
    weights: Factor = right_weights,
    biases: Callable[[Known, Record], Vector] = right_biases,
    back: Factor = right_back,
    result: Callable[[Any, List[Record]], Any] = right_result,
) -> Backward:
    """The right program, with these steps in place of its own."""

    def backward(network: Any, X: Matrix, Y: Matrix) -> Any:
        layers: List[Known] = []
        for layer in network.layers:
            layers.append(Known(layer, layers[-1] if layers else None, T(X)))
        layers[-1].is_last = True
        dC_dA = output_error = error(layers[-1], T(Y))
        records: List[Record] = []
        for k in range(len(layers) - 1, -1, -1):
            known, record = layers[k], Record()
            known.output_error = output_error
            record.dC_dA = dC_dA
            record.dA_dZ = slope(known)
            record.dC_dZ = delta(known, record)
            record.dC_dW = weights(known, record)
            record.dC_db = biases(known, record)
            records.insert(0, record)
            if k > 0:
                dC_dA = back(known, record)
        return result(network, records)

    return backward


def with_slope(slope: Callable[[Any, float, float], float]) -> Backward:
    """The program with this slope, of the activation, z and a."""
    return program(slope=lambda known: entrywise(lambda z, a: slope(known.activation, z, a), known.Z, known.A))


def with_error(change: Callable[[Matrix, Matrix], Matrix]) -> Backward:
    """The program whose error is made of the outputs and the targets in this way."""
    return program(error=lambda known, Y: change(known.A, Y))


def with_inputs(inputs: Callable[[Known], Matrix]) -> Backward:
    """The program that multiplies dC_dZ by these in place of the inputs."""
    return program(weights=lambda known, record: scaled(dot(record.dC_dZ, T(inputs(known))), 1 / known.m))


def with_weights_back(weights: Factor) -> Backward:
    """The program that passes dC_dZ back through these in place of the weights."""
    return program(back=lambda known, record: dot(T(weights(known, record)), record.dC_dZ))


def of_example(n: int) -> Backward:
    """The program whose gradient is that of one example."""
    return program(
        weights=lambda known, record: [[row[n] * a_in[n] for a_in in known.A_in] for row in record.dC_dZ],
        biases=lambda known, record: [row[n] for row in record.dC_dZ],
    )


def not_zeroed() -> Backward:
    """A new program whose gradients live outside of it, one for each size of a network."""
    kept: Dict[str, List[Record]] = {}

    def add(network: Any, records: List[Record]) -> List[Record]:
        old = kept.get(repr([(len(record.dC_dW), len(record.dC_dW[0])) for record in records]), [])
        for record, before in zip(records, old):
            record.dC_dW = entrywise(lambda s, t: s + t, record.dC_dW, before.dC_dW)
            record.dC_db = [s + t for s, t in zip(record.dC_db, before.dC_db)]
        kept[repr([(len(record.dC_dW), len(record.dC_dW[0])) for record in records])] = records
        return records

    return program(result=add)


def stepped(known: Known, record: Record) -> Matrix:
    return minus(known.W, scaled(record.dC_dW, LEARNING_RATE))


def overwritten_paths(known: Known, record: Record) -> Matrix:
    back = filled(0.0, known.A_in)
    for row, deltas in zip(known.W, record.dC_dZ):
        for i, w in enumerate(row):
            back[i] = [w * d for d in deltas]
    return back


def weights_in_one_row(known: Known, record: Record) -> Matrix:
    dC_dW = [[0.0] * len(known.A_in)] * len(record.dC_dZ)
    for j, deltas in enumerate(record.dC_dZ):
        for i, inputs in enumerate(known.A_in):
            dC_dW[j][i] += sum(d * a for d, a in zip(deltas, inputs)) / known.m
    return dC_dW


def turned(network: Any, records: List[Record]) -> List[Record]:
    for record in records:
        record.dC_dW = T(record.dC_dW)
    return records


def without_gradient(network: Any, records: List[Record]) -> List[Record]:
    for record in records:
        record.dC_dW, record.dC_db = filled(0.0, record.dC_dW), [0.0] * len(record.dC_db)
    return records


def never_in_first_layer(network: Any, records: List[Record]) -> List[Record]:
    first = without_gradient(network, records[:1])[0]
    first.dC_dA, first.dA_dZ, first.dC_dZ = [filled(0.0, first.dC_dZ) for _ in range(3)]
    return records


def step_too(network: Any, records: List[Record]) -> List[Record]:
    for layer, record in zip(network.layers, records):
        layer.weights[:] = minus(layer.weights, scaled(record.dC_dW, LEARNING_RATE))
        layer.biases[:] = [b - LEARNING_RATE * slope for b, slope in zip(layer.biases, record.dC_db)]
    return records


def turned_in_place(network: Any, X: Matrix, Y: Matrix) -> Any:
    records = program()(network, X, Y)
    X[:], Y[:] = T(X), T(Y)
    return records


def scaled_in_place(network: Any, X: Matrix, Y: Matrix) -> Any:
    for x in X:
        x[:] = [entry / 10 for entry in x]
    return program()(network, X, Y)


SLOPES: Dict[str, Backward] = {
    "slope-at-a": with_slope(lambda f, z, a: f.f_prime(a)),
    "slope-formula-at-z": with_slope(lambda f, z, a: z * (1 - z) if f.name == "sigmoid" else f.f_prime(z)),
    "f-for-f-prime": with_slope(lambda f, z, a: f.f(z)),
    "sigmoid-slope-everywhere": with_slope(lambda f, z, a: a * (1 - a)),
    "relu-slope-one": with_slope(lambda f, z, a: 1.0 if f.name == "relu" else f.f_prime(z)),
    "relu-slope-wrong-side": with_slope(lambda f, z, a: float(z <= 0) if f.name == "relu" else f.f_prime(z)),
    "no-slope": program(delta=lambda known, record: record.dC_dA),
    "no-slope (recorded as 1)": with_slope(lambda f, z, a: 1.0),
    "no-output-slope": program(
        delta=lambda known, record: record.dC_dA if known.is_last else right_delta(known, record)
    ),
    "no-hidden-slope": program(
        delta=lambda known, record: right_delta(known, record) if known.is_last else record.dC_dA
    ),
    "slope-replaces-error": program(
        delta=lambda known, record: record.dA_dZ if known.is_last else right_delta(known, record)
    ),
    "slope-replaces-error (hidden)": program(
        delta=lambda known, record: right_delta(known, record) if known.is_last else record.dA_dZ
    ),
    "slope-replaces-error (all)": program(delta=lambda known, record: record.dA_dZ),
    "slope-twice": program(delta=lambda known, record: times(right_delta(known, record), record.dA_dZ)),
    "slope-twice (recorded)": with_slope(lambda f, z, a: f.f_prime(z) ** 2),
    "z-times-slope": program(delta=lambda known, record: times(right_delta(known, record), known.Z)),
    "z-times-slope (recorded)": with_slope(lambda f, z, a: z * f.f_prime(z)),
}

FACTORS: Dict[str, Backward] = {
    "sign": with_error(lambda A, Y: minus(Y, A)),
    "sign (weights only)": program(weights=lambda known, record: scaled(right_weights(known, record), -1)),
    "sign (biases only)": program(biases=lambda known, record: [-slope for slope in means(record.dC_dZ)]),
    "sign (passing back)": program(back=lambda known, record: scaled(right_back(known, record), -1)),
    "sum-not-mean": program(
        weights=lambda known, record: dot(record.dC_dZ, T(known.A_in)), biases=lambda known, record: sums(record.dC_dZ)
    ),
    "sum-not-mean (weights only)": program(weights=lambda known, record: dot(record.dC_dZ, T(known.A_in))),
    "sum-not-mean (biases only)": program(biases=lambda known, record: sums(record.dC_dZ)),
    "mean-twice": with_error(lambda A, Y: scaled(minus(A, Y), 1 / len(Y[0]))),
    "factor-two": with_error(lambda A, Y: scaled(minus(A, Y), 2)),
    "half": with_error(lambda A, Y: scaled(minus(A, Y), 0.5)),
    "mean-over-outputs": with_error(lambda A, Y: scaled(minus(A, Y), 1 / len(Y))),
}

BACK: Dict[str, Backward] = {
    "updated-weights": with_weights_back(stepped),
    "weights-not-transposed": program(back=lambda known, record: dot(known.W, record.dC_dZ)),
    "one-path": program(back=overwritten_paths),
    "one-path (first)": program(back=lambda known, record: dot(T(known.W[:1]), record.dC_dZ[:1])),
    "paths-averaged": program(back=lambda known, record: scaled(right_back(known, record), 1 / len(known.W))),
    "weights-dropped": program(back=lambda known, record: [sums(T(record.dC_dZ)) for _ in known.A_in]),
    "error-not-delta": program(back=lambda known, record: dot(T(known.W), record.dC_dA)),
    "output-error-everywhere": program(back=lambda known, record: known.output_error),
    "gradient-for-weights": with_weights_back(lambda known, record: record.dC_dW),
    "error-by-weight-share": with_weights_back(lambda known, record: [[w / sum(row) for w in row] for row in known.W]),
}

WRONG: Dict[str, Backward] = {
    **FACTORS,
    **SLOPES,
    **BACK,
    "weight-for-input": program(
        weights=lambda known, record: [[d * w for w in row] for d, row in zip(means(record.dC_dZ), known.W)]
    ),
    "own-activation-for-input": with_inputs(lambda known: known.A),
    "own-activation-for-input (for every input)": program(
        weights=lambda known, record: [[d] * len(known.A_in) for d in means(times(record.dC_dZ, known.A))]
    ),
    "z-for-input": with_inputs(lambda known: known.Z_in),
    "z-for-input (own)": with_inputs(lambda known: known.Z),
    "x-for-every-layer": with_inputs(lambda known: known.X),
    "input-dropped": with_inputs(lambda known: filled(1.0, known.A_in)),
    "transposed": program(result=turned),
    "weight-gradient-without-slope": program(
        weights=lambda known, record: scaled(dot(record.dC_dA, T(known.A_in)), 1 / known.m)
    ),
    "no-bias": program(biases=lambda known, record: [0.0] * len(known.W)),
    "shared-bias": program(biases=lambda known, record: means([sum(record.dC_dZ, [])]) * len(known.W)),
    "shared-bias (sum)": program(biases=lambda known, record: [sum(means(record.dC_dZ))] * len(known.W)),
    "bias-from-weights": program(biases=lambda known, record: sums(record.dC_dW)),
    "bias-as-column": program(biases=lambda known, record: [[mean] for mean in means(record.dC_dZ)]),  # type: ignore
    "bias-of-one-example": program(biases=lambda known, record: [row[0] for row in record.dC_dZ]),
    "bias-of-one-example (last)": program(biases=lambda known, record: [row[-1] for row in record.dC_dZ]),
    "bias-gradient-without-slope": program(biases=lambda known, record: means(record.dC_dA)),
    "first-layer-missing": program(result=never_in_first_layer),
    "first-layer-missing (not returned)": program(result=lambda network, records: records[1:]),
    "last-example": of_example(-1),
    "first-example": of_example(0),
    "means-multiplied": program(
        weights=lambda known, record: [[d * a for a in means(known.A_in)] for d in means(record.dC_dZ)]
    ),
    "layers-reversed": program(result=lambda network, records: records[::-1]),
    "no-gradient": program(result=without_gradient),
    "no-gradient (nothing returned)": program(result=lambda network, records: None),
    "changes-network": program(result=step_too),
    "changes-inputs": turned_in_place,
    "changes-inputs (scaled)": scaled_in_place,
    "shared-rows": program(weights=weights_in_one_row),
}
FRESH: Dict[str, Callable[[], Backward]] = {"not-zeroed": not_zeroed}

RIGHT: Dict[str, Backward] = {
    "plain": program(),
    "sigmoid' from a": with_slope(lambda f, z, a: a * (1 - a) if f.name == "sigmoid" else f.f_prime(z)),
    "relu' from a": with_slope(lambda f, z, a: float(a > 0) if f.name == "relu" else f.f_prime(z)),
    "1/m in dC_dA and dC_dZ": program(
        error=lambda known, Y: scaled(minus(known.A, Y), 1 / known.m),
        weights=lambda known, record: dot(record.dC_dZ, T(known.A_in)),
        biases=lambda known, record: sums(record.dC_dZ),
    ),
    "y - a, with the minus in dC_dZ": program(
        error=lambda known, Y: minus(Y, known.A),
        delta=lambda known, record: scaled(right_delta(known, record), -1 if known.is_last else 1),
    ),
    "y - a, with the minus in dC_dW and dC_db": program(
        error=lambda known, Y: minus(Y, known.A),
        weights=lambda known, record: scaled(right_weights(known, record), -1),
        biases=lambda known, record: [-slope for slope in means(record.dC_dZ)],
    ),
}
