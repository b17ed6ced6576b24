"""Learners' programs that take one example at a time through a chain of layers, add up, and divide by m at the end."""

from typing import Any, Callable, Dict, List, NamedTuple, Optional, Tuple

NAME = "chain of layers, one example at a time"
LEARNING_RATE = 0.3
Vector = List[float]
Matrix = List[List[float]]
Gradients = List[Tuple[Matrix, Vector]]
Backward = Callable[[Any, Matrix, Matrix], Any]


def scaled(v: Vector, factor: float) -> Vector:
    return [entry * factor for entry in v]


def over(M: Matrix, m: float) -> Matrix:
    return [[entry / m for entry in row] for row in M]


def turned(M: Matrix) -> Matrix:
    return [list(column) for column in zip(*M)]


def plus(total: Vector, v: Vector) -> Vector:
    """The sum of two vectors, the first of which is empty before the first example."""
    return [s + t for s, t in zip(total, v)] if total else list(v)


def plus_matrix(total: Matrix, M: Matrix) -> Matrix:
    """The sum of two matrices, the first of which is empty before the first example."""
    return [plus(s, t) for s, t in zip(total, M)] if total else [list(row) for row in M]


class LayerNode:
    """A layer that knows its neighbours, remembers what it saw last, and has a total over the examples."""

    x: Vector
    z: Vector
    a: Vector
    error: Vector
    delta: Vector

    def __init__(self, layer: Any, before: "Optional[LayerNode]") -> None:
        self.W, self.b, self.activation = layer.weights, layer.biases, layer.activation
        self.before = before
        self.after: Optional[LayerNode] = None
        self.place: int = before.place + 1 if before else 0
        self.W_total: Matrix = []
        self.b_total: Vector = []
        self.x_total: Vector = []
        if before:
            before.after = self

    def learn(self, steps: "Steps", x: Vector, y: Vector, m: int) -> Vector:
        """Forward, then the layers after this one, then backward; return the error of the layer before."""
        self.x = x
        self.z = [sum(w * s for w, s in zip(row, x)) + b for row, b in zip(self.W, self.b)]
        self.a = [self.activation.f(z) for z in self.z]
        self.error = self.after.learn(steps, self.a, y, m) if self.after else steps.error(self, y, m)
        self.delta = steps.delta(self, steps.slope(self))
        steps.add(steps, self)
        return steps.back(self)

    def first(self) -> "LayerNode":
        return self.before.first() if self.before else self

    def last(self) -> "LayerNode":
        return self.after.last() if self.after else self


def right_error(node: LayerNode, y: Vector, m: int) -> Vector:
    return [a - t for a, t in zip(node.a, y)]


def right_slope(node: LayerNode) -> Vector:
    return [node.activation.f_prime(z) for z in node.z]


def right_delta(node: LayerNode, slope: Vector) -> Vector:
    return [node.error[j] * s for j, s in enumerate(slope)]


def right_weights(node: LayerNode) -> Matrix:
    return [[d * x for x in node.x] for d in node.delta]


def right_biases(node: LayerNode) -> Vector:
    return node.delta


def right_add(steps: "Steps", node: LayerNode) -> None:
    node.W_total = plus_matrix(node.W_total, steps.weights(node))
    node.b_total = plus(node.b_total, steps.biases(node))


def back_through(W: Matrix, delta: Vector) -> Vector:
    back = [0.0] * len(W[0])
    for row, d in zip(W, delta):
        for i, w in enumerate(row):
            back[i] += w * d
    return back


def right_back(node: LayerNode) -> Vector:
    return back_through(node.W, node.delta)


def right_gradient(node: LayerNode, m: int) -> Tuple[Matrix, Vector]:
    return over(node.W_total, m), scaled(node.b_total, 1 / m)


def right_result(network: Any, gradients: Gradients) -> Any:
    return gradients


class Steps(NamedTuple):
    """The steps of the right program; a mistake replaces one of them."""

    error: Callable[[LayerNode, Vector, int], Vector] = right_error
    slope: Callable[[LayerNode], Vector] = right_slope
    delta: Callable[[LayerNode, Vector], Vector] = right_delta
    weights: Callable[[LayerNode], Matrix] = right_weights
    biases: Callable[[LayerNode], Vector] = right_biases
    add: Callable[[Any, LayerNode], None] = right_add
    back: Callable[[LayerNode], Vector] = right_back
    gradient: Callable[[LayerNode, int], Tuple[Matrix, Vector]] = right_gradient
    result: Callable[[Any, Gradients], Any] = right_result


def program(**changes: Callable[..., Any]) -> Backward:
    """The right program, with these steps in place of its own."""
    steps = Steps(**changes)

    def backward(network: Any, X: Matrix, Y: Matrix) -> Any:
        nodes: List[LayerNode] = []
        for layer in network.layers:
            nodes.append(LayerNode(layer, nodes[-1] if nodes else None))
        for x, y in zip(X, Y):
            nodes[0].learn(steps, x, y, len(X))
        return steps.result(network, [steps.gradient(node, len(X)) for node in nodes])

    return backward


def with_slope(slope: Callable[[Any, float, float], float]) -> Backward:
    """The program with this slope, of the activation, z and a."""
    return program(slope=lambda node: [slope(node.activation, z, a) for z, a in zip(node.z, node.a)])


def with_inputs(inputs: Callable[[LayerNode, int], Vector]) -> Backward:
    """The program that multiplies the delta of a neuron by these in place of its inputs."""
    return program(weights=lambda node: [[d * x for x in inputs(node, j)] for j, d in enumerate(node.delta)])


def layer_after_layer(weights_back: Callable[[Matrix, Matrix], Matrix]) -> Backward:
    """The program that has all the examples in a layer before it goes on, and passes back through these weights."""

    def backward(network: Any, X: Matrix, Y: Matrix) -> Gradients:
        inputs, zs = [X], []
        for layer in network.layers:
            f, W, b = layer.activation.f, layer.weights, layer.biases
            zs.append([[sum(w * s for w, s in zip(row, x)) + b_j for row, b_j in zip(W, b)] for x in inputs[-1]])
            inputs.append([[f(entry) for entry in z] for z in zs[-1]])
        errors = [[a - t for a, t in zip(out, y)] for out, y in zip(inputs[-1], Y)]
        gradients: Gradients = []
        for layer, seen, z_rows in zip(network.layers[::-1], inputs[-2::-1], zs[::-1]):
            W_total: Matrix = []
            b_total: Vector = []
            f_prime = layer.activation.f_prime
            deltas = [[e * f_prime(entry) for e, entry in zip(error, z)] for error, z in zip(errors, z_rows)]
            for delta, x in zip(deltas, seen):
                W_total = plus_matrix(W_total, [[d * s for s in x] for d in delta])
                b_total = plus(b_total, delta)
            gradients.append((over(W_total, len(X)), scaled(b_total, 1 / len(X))))
            W = weights_back(layer.weights, gradients[-1][0])
            errors = [back_through(W, delta) for delta in deltas]
        return gradients[::-1]

    return backward


def closures(network: Any, X: Matrix, Y: Matrix) -> Gradients:
    """A right program of functions alone: each layer returns the way back through itself."""
    totals: Gradients = [([[0.0] * len(row) for row in lay.weights], [0.0] * len(lay.biases)) for lay in network.layers]

    def through(layer: Any, total: Tuple[Matrix, Vector], x: Vector) -> Tuple[Vector, Callable[[Vector], Vector]]:
        z = [b + sum(w * s for w, s in zip(row, x)) for row, b in zip(layer.weights, layer.biases)]

        def way_back(error: Vector) -> Vector:
            before = [0.0] * len(x)
            for j, e in enumerate(error):
                d = e * layer.activation.f_prime(z[j]) / len(X)
                total[1][j] += d
                for i, w in enumerate(layer.weights[j]):
                    total[0][j][i] += d * x[i]
                    before[i] += w * d * len(X)
            return before

        return [layer.activation.f(entry) for entry in z], way_back

    for x, y in zip(X, Y):
        values, ways = x, []
        for layer, total in zip(network.layers, totals):
            values, way = through(layer, total, values)
            ways.append(way)
        error = [a - t for a, t in zip(values, y)]
        for way in ways[::-1]:
            error = way(error)
    return totals


def not_zeroed() -> Backward:
    """A new program whose totals live outside of it, one for each place and size of a layer."""
    kept: Dict[Tuple[int, int, int], Tuple[Matrix, Vector]] = {}

    def gradient(node: LayerNode, m: int) -> Tuple[Matrix, Vector]:
        key = (node.place, len(node.W), len(node.W[0]))
        W_total, b_total = kept.get(key, ([], []))
        kept[key] = W_total, b_total = plus_matrix(W_total, node.W_total), plus(b_total, node.b_total)
        return over(W_total, m), scaled(b_total, 1 / m)

    return program(gradient=gradient)


def keep_the_first(steps: Steps, node: LayerNode) -> None:
    if not node.W_total:
        right_add(steps, node)


def keep_the_first_bias(steps: Steps, node: LayerNode) -> None:
    node.W_total = plus_matrix(node.W_total, steps.weights(node))
    node.b_total = node.b_total or node.delta


def add_apart(steps: Steps, node: LayerNode) -> None:
    node.b_total = plus(node.b_total, node.delta)
    node.x_total = plus(node.x_total, node.x)


def add_to_one_row(steps: Steps, node: LayerNode) -> None:
    if not node.W_total:
        node.W_total = [[0.0] * len(node.x)] * len(node.delta)
    for j, d in enumerate(node.delta):
        for i, x in enumerate(node.x):
            node.W_total[j][i] += d * x
    node.b_total = plus(node.b_total, node.delta)


def subtract(steps: Steps, node: LayerNode) -> None:
    node.W_total = plus_matrix(node.W_total, over(steps.weights(node), -1))
    node.b_total = plus(node.b_total, scaled(steps.biases(node), -1))


def overwritten_paths(node: LayerNode) -> Vector:
    back = [0.0] * len(node.x)
    for row, d in zip(node.W, node.delta):
        for i, w in enumerate(row):
            back[i] = w * d
    return back


def untransposed(node: LayerNode) -> Vector:
    return [sum(node.W[i][j] * d for j, d in enumerate(node.delta)) for i in range(len(node.x))]


def error_in_place(node: LayerNode, y: Vector, m: int) -> Vector:
    for j, a in enumerate(node.a):
        y[j] = a - y[j]
    return y


def step_too(network: Any, gradients: Gradients) -> Gradients:
    for layer, (dC_dW, dC_db) in zip(network.layers, gradients):
        for j, row in enumerate(dC_dW):
            layer.biases[j] -= LEARNING_RATE * dC_db[j]
            for i, slope in enumerate(row):
                layer.weights[j][i] -= LEARNING_RATE * slope
    return gradients


def stepped(W: Matrix, dC_dW: Matrix) -> Matrix:
    return [[w - LEARNING_RATE * slope for w, slope in zip(*rows)] for rows in zip(W, dC_dW)]


def zero(pair: Tuple[Matrix, Vector]) -> Tuple[Matrix, Vector]:
    return [[0.0] * len(row) for row in pair[0]], [0.0] * len(pair[1])


SLOPES: Dict[str, Backward] = {
    "slope-at-a": with_slope(lambda f, z, a: f.f_prime(a)),
    "slope-formula-at-z": with_slope(lambda f, z, a: z * (1 - z) if f.name == "sigmoid" else f.f_prime(z)),
    "f-for-f-prime": with_slope(lambda f, z, a: f.f(z)),
    "sigmoid-slope-everywhere": with_slope(lambda f, z, a: a * (1 - a)),
    "relu-slope-one": with_slope(lambda f, z, a: 1.0 if f.name == "relu" else f.f_prime(z)),
    "relu-slope-wrong-side": with_slope(lambda f, z, a: float(z <= 0) if f.name == "relu" else f.f_prime(z)),
    "z-times-slope": with_slope(lambda f, z, a: z * f.f_prime(z)),
    "no-slope": program(delta=lambda node, slope: node.error),
    "no-output-slope": program(delta=lambda node, slope: right_delta(node, slope) if node.after else node.error),
    "no-hidden-slope": program(delta=lambda node, slope: node.error if node.after else right_delta(node, slope)),
    "slope-twice": program(delta=lambda node, slope: [e * s * s for e, s in zip(node.error, slope)]),
    "slope-replaces-error": program(delta=lambda node, slope: right_delta(node, slope) if node.after else slope),
    "slope-replaces-error (hidden)": program(
        delta=lambda node, slope: slope if node.after else right_delta(node, slope)
    ),
    "slope-replaces-error (all)": program(delta=lambda node, slope: slope),
}

FACTORS: Dict[str, Backward] = {
    "sign": program(error=lambda node, y, m: [t - a for a, t in zip(node.a, y)]),
    "sign (weights only)": program(weights=lambda node: [[-d * x for x in node.x] for d in node.delta]),
    "sign (biases only)": program(biases=lambda node: [-d for d in node.delta]),
    "sign (passing back)": program(back=lambda node: [-e for e in right_back(node)]),
    "sum-not-mean": program(gradient=lambda node, m: (node.W_total, node.b_total)),
    "sum-not-mean (weights only)": program(gradient=lambda node, m: (node.W_total, scaled(node.b_total, 1 / m))),
    "sum-not-mean (biases only)": program(gradient=lambda node, m: (over(node.W_total, m), node.b_total)),
    "mean-twice": program(error=lambda node, y, m: [(a - t) / m for a, t in zip(node.a, y)]),
    "factor-two": program(error=lambda node, y, m: [2 * (a - t) for a, t in zip(node.a, y)]),
    "half": program(error=lambda node, y, m: [0.5 * (a - t) for a, t in zip(node.a, y)]),
    "mean-over-outputs": program(error=lambda node, y, m: [(a - t) / len(y) for a, t in zip(node.a, y)]),
}

BACK: Dict[str, Backward] = {
    "updated-weights": layer_after_layer(stepped),
    "updated-weights (of each example)": program(
        back=lambda node: back_through(stepped(node.W, right_weights(node)), node.delta)
    ),
    "weights-not-transposed": program(back=untransposed),
    "one-path": program(back=overwritten_paths),
    "one-path (first)": program(back=lambda node: [w * node.delta[0] for w in node.W[0]]),
    "paths-averaged": program(back=lambda node: scaled(right_back(node), 1 / len(node.delta))),
    "weights-dropped": program(back=lambda node: [sum(node.delta)] * len(node.x)),
    "error-not-delta": program(back=lambda node: back_through(node.W, node.error)),
    "output-error-everywhere": program(back=lambda node: node.last().error),
    "gradient-for-weights": layer_after_layer(lambda W, dC_dW: dC_dW),
    "gradient-for-weights (of each example)": program(
        back=lambda node: back_through(right_weights(node), node.delta)
    ),
    "error-by-weight-share": program(
        back=lambda node: back_through([scaled(row, 1 / sum(row)) for row in node.W], node.delta)
    ),
}

WRONG: Dict[str, Backward] = {
    **FACTORS,
    **SLOPES,
    **BACK,
    "weight-for-input": with_inputs(lambda node, j: node.W[j]),
    "own-activation-for-input": with_inputs(lambda node, j: node.a),
    "own-activation-for-input (for every input)": with_inputs(lambda node, j: [node.a[j]] * len(node.x)),
    "z-for-input": with_inputs(lambda node, j: node.before.z if node.before else node.x),
    "z-for-input (own)": with_inputs(lambda node, j: node.z),
    "x-for-every-layer": with_inputs(lambda node, j: node.first().x),
    "input-dropped": with_inputs(lambda node, j: [1.0] * len(node.x)),
    "transposed": program(gradient=lambda node, m: (turned(over(node.W_total, m)), scaled(node.b_total, 1 / m))),
    "weight-gradient-without-slope": program(weights=lambda node: [[e * x for x in node.x] for e in node.error]),
    "no-bias": program(biases=lambda node: [0.0] * len(node.b)),
    "shared-bias": program(biases=lambda node: [sum(node.delta) / len(node.delta)] * len(node.delta)),
    "shared-bias (sum)": program(biases=lambda node: [sum(node.delta)] * len(node.delta)),
    "bias-from-weights": program(biases=lambda node: [sum(row) for row in right_weights(node)]),
    "bias-of-one-example": program(gradient=lambda node, m: (over(node.W_total, m), node.delta)),
    "bias-of-one-example (first)": program(
        add=keep_the_first_bias, gradient=lambda node, m: (over(node.W_total, m), node.b_total)
    ),
    "bias-gradient-without-slope": program(biases=lambda node: node.error),
    "first-layer-missing": program(result=lambda network, gradients: [zero(gradients[0])] + gradients[1:]),
    "first-layer-missing (not returned)": program(result=lambda network, gradients: gradients[1:]),
    "last-example": program(gradient=lambda node, m: (right_weights(node), node.delta)),
    "first-example": program(add=keep_the_first, gradient=lambda node, m: (node.W_total, node.b_total)),
    "means-multiplied": program(add=add_apart, gradient=lambda node, m: (
        [[d / m * x / m for x in node.x_total] for d in node.b_total], scaled(node.b_total, 1 / m)
    )),
    "layers-reversed": program(result=lambda network, gradients: gradients[::-1]),
    "no-gradient": program(result=lambda network, gradients: [zero(pair) for pair in gradients]),
    "no-gradient (nothing returned)": program(result=lambda network, gradients: None),
    "changes-network": program(result=step_too),
    "changes-inputs": program(error=error_in_place),
    "shared-rows": program(add=add_to_one_row),
}
FRESH: Dict[str, Callable[[], Backward]] = {"not-zeroed": not_zeroed}

RIGHT: Dict[str, Backward] = {
    "plain": program(),
    "sigmoid' from a": with_slope(lambda f, z, a: a * (1 - a) if f.name == "sigmoid" else f.f_prime(z)),
    "relu' from a": with_slope(lambda f, z, a: float(a > 0) if f.name == "relu" else f.f_prime(z)),
    "y - a, subtracted from the totals": program(
        error=lambda node, y, m: [t - a for a, t in zip(node.a, y)], add=subtract
    ),
    "1/m in the error": program(
        error=lambda node, y, m: [(a - t) / m for a, t in zip(node.a, y)],
        gradient=lambda node, m: (node.W_total, node.b_total),
    ),
    "layer after layer": layer_after_layer(lambda W, dC_dW: W),
    "closures": closures,
}
