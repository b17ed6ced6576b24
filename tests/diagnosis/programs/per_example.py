"""Programs of neuron objects, which take one example after the other and remember what they have seen."""

from typing import Any, Callable, Dict, List, Tuple

NAME = "one example after the other"
LEARNING_RATE = 0.3
Backward = Callable[[Any, Any, Any], Any]
Gradients = List[Tuple[Any, Any]]


class Neuron:
    """A neuron adds the slopes of each example to its totals; a mistake replaces its steps."""

    def __init__(self, weights: List[float], bias: float, activation: Any, place: int, is_output: bool) -> None:
        self.weights, self.bias, self.activation = weights, bias, activation
        self.place, self.is_output = place, is_output
        self.weight_total, self.bias_total = [0.0] * len(weights), 0.0
        self.example = -1

    def fire(self, inputs: List[float], sources: List[float]) -> float:
        self.inputs, self.sources = inputs, sources
        self.z = sum(w * x for w, x in zip(self.weights, inputs)) + self.bias
        self.a = float(self.activation.f(self.z))
        return self.a

    def slope(self) -> float:
        return float(self.activation.f_prime(self.z))

    def delta(self, error: float) -> float:
        return error * self.slope()

    def learn(self, error: float) -> List[float]:
        """Take the error, add to the totals, return what goes back along each weight."""
        self.example += 1
        self.error = error
        self.d = self.delta(error)
        self.add([self.d * x for x in self.sees()], self.d)
        return self.send()

    def sees(self) -> List[float]:
        return self.inputs

    def add(self, weight_slopes: List[float], bias_slope: float) -> None:
        for i, slope in enumerate(weight_slopes):
            self.weight_total[i] += slope
        self.bias_total += bias_slope

    def send(self) -> List[float]:
        return [self.d * w for w in self.weights]

    def gradient(self, m: int) -> Tuple[List[float], float]:
        return [total / m for total in self.weight_total], self.bias_total / m


class Learner:
    """A right backward pass with neurons of a kind."""

    def __init__(self, neuron: type = Neuron, **steps: Callable[..., Any]) -> None:
        self.neuron = neuron
        for name in steps:
            setattr(self, name, steps[name])

    def __call__(self, network: Any, X: Any, Y: Any) -> Any:
        last = len(network.layers) - 1
        layers = [
            [self.neuron(w, b, layer.activation, j, k == last)
             for j, (w, b) in enumerate(zip(layer.weights, layer.biases))]
            for k, layer in enumerate(network.layers)
        ]
        for x, y in zip(X, Y):
            values, sources = x, x
            for layer in layers:
                fired = [neuron.fire(values, sources) for neuron in layer]
                values, sources = fired, [neuron.z for neuron in layer]
            errors = self.errors_of_outputs = [self.error(a, t, len(y)) for a, t in zip(values, y)]
            for k in range(last, -1, -1):
                for neuron in layers[k]:
                    neuron.x = x
                sent = [neuron.learn(error) for neuron, error in zip(layers[k], errors)]
                errors = self.gather(sent)
        gradients = []
        for layer in layers:
            parts = [neuron.gradient(len(X)) for neuron in layer]
            gradients.append(([dw for dw, _ in parts], self.biases([db for _, db in parts], [dw for dw, _ in parts])))
        return self.result(gradients)

    def error(self, a: float, y: float, outputs: int) -> float:
        return a - y

    def gather(self, sent: List[List[float]]) -> List[float]:
        return [sum(parts) for parts in zip(*sent)]

    def biases(self, db: List[float], dW: List[List[float]]) -> Any:
        return db

    def result(self, gradients: Gradients) -> Any:
        return gradients


def neurons(**steps: Callable[..., Any]) -> Backward:
    """The program with neurons that have these steps in place of their own."""
    return Learner(type("Changed", (Neuron,), dict(steps)))


def add_last(self: Any, weight_slopes: List[float], bias_slope: float) -> None:
    self.weight_total, self.bias_total = weight_slopes, bias_slope


def add_first(self: Any, weight_slopes: List[float], bias_slope: float) -> None:
    if self.example == 0:
        self.weight_total, self.bias_total = weight_slopes, bias_slope


def add_with_bias_of_error(self: Any, weight_slopes: List[float], bias_slope: float) -> None:
    Neuron.add(self, weight_slopes, self.error)


def add_with_weights_of_error(self: Any, weight_slopes: List[float], bias_slope: float) -> None:
    Neuron.add(self, [self.error * x for x in self.inputs], bias_slope)


def add_without_bias(self: Any, weight_slopes: List[float], bias_slope: float) -> None:
    Neuron.add(self, weight_slopes, 0.0)


def last_bias_only(self: Any, weight_slopes: List[float], bias_slope: float) -> None:
    Neuron.add(self, weight_slopes, 0.0)
    self.bias_total = bias_slope


def add_running_totals(self: Any, weight_slopes: List[float], bias_slope: float) -> None:
    """The slopes of an example are never set back to 0, and the totals get them again and again."""
    if self.example == 0:
        self.running, self.running_bias = [0.0] * len(weight_slopes), 0.0
    self.running = [total + slope for total, slope in zip(self.running, weight_slopes)]
    self.running_bias += bias_slope
    Neuron.add(self, self.running, self.running_bias)


class Keeps:
    """The totals live as long as the function."""

    def __init__(self) -> None:
        self.kept: List[Any] = []

    def __call__(self, network: Any, X: Any, Y: Any) -> Any:
        new = Learner()(network, X, Y)
        old = self.kept or [([[0.0] * len(row) for row in W], [0.0] * len(b)) for W, b in new]
        self.kept = [
            ([[s + t for s, t in zip(*rows)] for rows in zip(W, V)], [s + t for s, t in zip(b, c)])
            for (W, b), (V, c) in zip(old, new)
        ]
        return self.kept


def means_of_factors(self: Any, m: int) -> Tuple[List[float], float]:
    return [self.bias_total / m * total / m for total in self.input_total], self.bias_total / m


def add_factors(self: Any, weight_slopes: List[float], bias_slope: float) -> None:
    if self.example == 0:
        self.input_total = [0.0] * len(self.inputs)
    self.input_total = [total + x for total, x in zip(self.input_total, self.inputs)]
    self.bias_total += bias_slope


def stepping(network: Any, X: Any, Y: Any) -> Any:
    gradients = Learner()(network, X, Y)
    network.layers[0].weights[0][0] += 1.0
    return gradients


def sorting(network: Any, X: Any, Y: Any) -> Any:
    gradients = Learner()(network, X, Y)
    X.reverse()
    return gradients


class OutputErrors(Learner):
    """Every layer gets the errors of the outputs."""

    def gather(self, sent: List[List[float]]) -> List[float]:
        return list(self.errors_of_outputs)


WRONG: Dict[str, Backward] = {
    "sign": Learner(error=lambda a, y, outputs: y - a),
    "sum-not-mean": neurons(gradient=lambda self, m: (self.weight_total, self.bias_total)),
    "mean-twice": neurons(
        gradient=lambda self, m: ([total / m / m for total in self.weight_total], self.bias_total / m)
    ),
    "factor-two": Learner(error=lambda a, y, outputs: 2.0 * (a - y)),
    "half": Learner(error=lambda a, y, outputs: (a - y) / 2.0),
    "mean-over-outputs": Learner(error=lambda a, y, outputs: (a - y) / outputs),
    "no-output-slope": neurons(delta=lambda self, e: e if self.is_output else e * self.slope()),
    "no-hidden-slope": neurons(delta=lambda self, e: e * self.slope() if self.is_output else e),
    "no-slope": neurons(delta=lambda self, e: e),
    "slope-at-a": neurons(slope=lambda self: self.activation.f_prime(self.a)),
    "slope-formula-at-z": neurons(
        slope=lambda self: self.z * (1 - self.z) if self.activation.name == "sigmoid"
        else self.activation.f_prime(self.z)
    ),
    "f-for-f-prime": neurons(slope=lambda self: self.activation.f(self.z)),
    "sigmoid-slope-everywhere": neurons(slope=lambda self: self.a * (1 - self.a)),
    "slope-replaces-error": neurons(delta=lambda self, e: self.slope() if self.is_output else e * self.slope()),
    "slope-twice": neurons(delta=lambda self, e: e * self.slope() * self.slope()),
    "slope-twice (output)": neurons(
        delta=lambda self, e: e * self.slope() * (self.slope() if self.is_output else 1.0)
    ),
    "z-times-slope": neurons(delta=lambda self, e: e * self.z * self.slope()),
    "relu-slope-one": neurons(
        slope=lambda self: 1.0 if self.activation.name == "relu" else self.activation.f_prime(self.z)
    ),
    "relu-slope-wrong-side": neurons(
        slope=lambda self: (0.0 if self.z > 0 else 1.0) if self.activation.name == "relu"
        else self.activation.f_prime(self.z)
    ),
    "weight-for-input": neurons(sees=lambda self: self.weights),
    "own-activation-for-input": neurons(sees=lambda self: [self.a] * len(self.weights)),
    "z-for-input": neurons(sees=lambda self: self.sources),
    "x-for-every-layer": neurons(sees=lambda self: self.x),
    "input-dropped": neurons(sees=lambda self: [1.0] * len(self.weights)),
    "transposed": Learner(result=lambda gradients: [([list(c) for c in zip(*W)], b) for W, b in gradients]),
    "weight-gradient-without-slope": neurons(add=add_with_weights_of_error),
    "no-bias": neurons(add=add_without_bias),
    "no-bias (not returned)": Learner(biases=lambda db, dW: None),
    "shared-bias": Learner(biases=lambda db, dW: [sum(db) / len(db)] * len(db)),
    "shared-bias (sum)": Learner(biases=lambda db, dW: [sum(db)] * len(db)),
    "bias-from-weights": Learner(biases=lambda db, dW: [sum(row) for row in dW]),
    "bias-of-one-example": neurons(add=last_bias_only),
    "bias-gradient-without-slope": neurons(add=add_with_bias_of_error),
    "bias-as-column": Learner(biases=lambda db, dW: [[slope] for slope in db]),
    "one-path": Learner(gather=lambda sent: sent[-1]),
    "paths-averaged": Learner(gather=lambda sent: [sum(parts) / len(parts) for parts in zip(*sent)]),
    "weights-dropped": neurons(send=lambda self: [self.d] * len(self.weights)),
    "error-not-delta": neurons(send=lambda self: [self.error * w for w in self.weights]),
    "output-error-everywhere": OutputErrors(),
    "error-by-weight-share": neurons(send=lambda self: [self.d * w / sum(self.weights) for w in self.weights]),
    "first-layer-missing": Learner(result=lambda gradients: gradients[1:]),
    "last-example": neurons(add=add_last, gradient=lambda self, m: (self.weight_total, self.bias_total)),
    "last-example (divided by m)": neurons(add=add_last),
    "first-example": neurons(add=add_first, gradient=lambda self, m: (self.weight_total, self.bias_total)),
    "means-multiplied": neurons(add=add_factors, gradient=means_of_factors),
    "not-zeroed (within the batch)": neurons(add=add_running_totals),
    "layers-reversed": Learner(result=lambda gradients: list(reversed(gradients))),
    "no-gradient": Learner(result=lambda gradients: []),
    "changes-network": stepping,
    "changes-inputs": sorting,
    "shared-rows": Learner(result=lambda gradients: [([W[-1] for _ in W], b) for W, b in gradients]),
}
FRESH: Dict[str, Callable[[], Backward]] = {"not-zeroed": Keeps}

RIGHT: Dict[str, Backward] = {
    "as it is": Learner(),
    "a(1 − a)": neurons(
        slope=lambda self: self.a * (1 - self.a) if self.activation.name == "sigmoid"
        else self.activation.f_prime(self.z)
    ),
    "relu from a": neurons(
        slope=lambda self: float(self.a > 0) if self.activation.name == "relu" else self.activation.f_prime(self.z)
    ),
    "y − a, and the totals go down": Learner(
        type("Changed", (Neuron,), {
            "add": lambda self, weights, bias: Neuron.add(self, [-slope for slope in weights], -bias)
        }),
        error=lambda a, y, outputs: y - a,
    ),
}
