"""Arguments for a call: a small network with examples that fit it, and for each name of a parameter a fitting value."""

import importlib
import math
from concurrent.futures import Executor, Future
from random import Random
from typing import Any, Callable, Dict, List, Sequence

import minibackprop
from minibackprop import (
    LINEAR, RELU, SIGMOID, TANH, Activation, Cost, Epoch, Layer, Network, Plot, RandomNumbers, Standardizer, Table,
    TrainingResult, backward, forward, train,
)

from .junk import NUMPY, junk, scalar_junk, text_junk

NAMES = ["size", "", "price", "x" * 40, "<b>&", "日本", "a\nb", "\x1b[31m", "\u202eb", "\ud800", "size"]
OWN = [
    Activation("exp", lambda z: math.exp(z), lambda z: math.exp(z)),
    Activation("1/z", lambda z: 1 / z, lambda z: -1 / (z * z)),
    Activation("log", lambda z: math.log(z), lambda z: 1 / z),
    Activation("square", lambda z: z * z, lambda z: 2 * z),
    Activation("NaN", lambda z: math.nan, lambda z: math.nan),
    Activation("no slope", lambda z: z, lambda z: math.inf),
    Activation("None", lambda z: None, lambda z: 1.0),  # type: ignore[arg-type, return-value]
    Activation("text", lambda z: "1", lambda z: "1"),  # type: ignore[arg-type, return-value]
    Activation("complex", lambda z: z * 1j, lambda z: 1j),  # type: ignore[arg-type, return-value]
    Activation("whole", lambda z: int(z), lambda z: 1),
    Activation("very large", lambda z: 10**400, lambda z: 10**400),
    Activation("step", lambda z: z > 0, lambda z: False),
    Activation("\x1b[31m\u202e", abs, abs),
]


class AtOnce(Executor):
    """An executor that does the work itself, and may return something else."""

    def __init__(self, change: Callable[[Any], Any]) -> None:
        self.change = change

    def submit(self, *arguments: Any, **named: Any) -> Any:
        future: "Future[Any]" = Future()
        future.set_result(self.change(arguments[0](*arguments[1:])))
        return future


class Returns:
    """A stream of random numbers that always returns the same."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def uniform(self, low: float, high: float) -> Any:
        return self.value


class Arguments:
    """The arguments of one call, all from one seed: a value for each name of a parameter, right or wrong."""

    def __init__(self, rng: Random, folder: str) -> None:
        self.rng = rng
        self.folder = folder
        self.size: float = 10.0 ** rng.choice([0, 0, 0, 0, 0, -5, 5, rng.uniform(-308, 308)])
        self.is_mixed = rng.random() < 0.1
        self.own_activations = rng.random() < 0.25
        sizes = [rng.randint(1, 3) for _ in range(rng.randint(2, 4))]
        self.network = Network(*[self.layer(*pair) for pair in zip(sizes, sizes[1:])])
        self.num_examples = rng.randint(1, 4)
        self.junk_share = rng.choice([0.0, 0.0, 0.1, 0.3])

    def value(self, name: str) -> Any:
        """An argument for the parameter of this name: a fitting one or, with the share of this call, any other."""
        if self.rng.random() < self.junk_share or name not in FITTING:
            if name == "path":  # no number: that would be a file of this process, which is then closed
                return self.rng.choice([None, b"\xff", [], object(), "\x00", "x" * 5000, "", self.folder])
            return text_junk(self.rng) if name in TEXTS else junk(self.rng, is_count=name in COUNTS)
        return FITTING[name](self)

    def number(self) -> float:
        """A number of the size of this call or, where sizes are mixed, of any."""
        random_number = self.rng.uniform(-1, 1)
        if self.is_mixed:
            return random_number * math.pow(10.0, self.rng.uniform(-320, 308))
        return self.size * self.rng.choice([0.0, 1.0, random_number, random_number])

    def activation(self) -> Activation:
        return self.rng.choice(OWN) if self.own_activations else self.rng.choice([LINEAR, RELU, SIGMOID, TANH])

    def layer(self, num_inputs: int, num_neurons: int) -> Layer:
        weights = [[self.number() for _ in range(num_inputs)] for _ in range(num_neurons)]
        return Layer(weights, [self.number() for _ in range(num_neurons)], self.activation())

    def vector(self, length: int) -> Any:
        """A list of numbers, and sometimes a tuple, an array, or a list with something else in it."""
        numbers: List[Any] = [self.number() for _ in range(length)]
        if self.rng.random() < 0.3 * self.junk_share:
            numbers[self.rng.randrange(length)] = scalar_junk(self.rng)
        return self.rng.choice([list, list, list, tuple])(numbers)

    def table(self, num_columns: int) -> Any:
        """A table of all the examples, and sometimes one that is ragged."""
        rows = [self.vector(num_columns) for _ in range(self.num_examples)]
        if self.rng.random() < 0.3 * self.junk_share:
            rows[self.rng.randrange(len(rows))] = self.vector(num_columns + 1)
        if NUMPY and self.rng.random() < 0.1:
            return _as_array(rows)
        return rows

    def X(self) -> Any:
        return self.table(self.network.num_inputs)

    def Y(self) -> Any:
        return self.table(self.network.num_outputs)

    def names(self, count: int) -> List[str]:
        return [self.rng.choice(NAMES) for _ in range(count)]

    def forward_pass(self) -> Any:
        """A forward pass of this network, or of whichever can be had."""
        try:
            return forward(self.network, self.X())
        except (ValueError, TypeError):
            return forward(Network(Layer([[1.0]], [0.0])), [[1.0]])

    def backward_pass(self) -> Any:
        try:
            return backward(self.network, forward(self.network, self.X()), self.Y())
        except (ValueError, TypeError):
            other = Network(Layer([[1.0]], [0.0]))
            return backward(other, forward(other, [[1.0]]), [[2.0]])

    def plots(self) -> List[Plot]:
        """Plots with a point each, which lists of numbers can always have."""
        plots = [Plot("w", "C") for _ in range(self.rng.randint(1, 4))]
        for plot in plots:
            plot.points("here", [self.number()], [self.number()])
        return plots

    def result(self) -> TrainingResult:
        try:
            return train(self.network, self.X(), self.Y(), 1e-9, self.rng.randint(0, 2))
        except (ValueError, TypeError):
            return train(Network(Layer([[1.0]], [0.0])), [[1.0]], [[2.0]], 0.1, 1)

    def gradients(self) -> List[Any]:
        """A pair for each layer, of the right shapes, with the right numbers or with random ones."""
        try:
            right = own_backward(self.network, self.X(), self.Y())
        except (ValueError, TypeError):
            right = []
        random = [(layer.weights, layer.biases) for layer in self.network.layers]
        return self.rng.choice([right, random])

    def a_table(self) -> Table:
        """A Table whose parts fit, unless it is itself made of junk."""
        width = self.network.num_inputs
        X = [[self.number() for _ in range(width)] for _ in range(self.num_examples)]
        return Table(X, [[self.number()] for _ in X], [f"x{n}" for n in range(width)], ["y"])

    def standardizer(self) -> Standardizer:
        try:
            return Standardizer.fit(self.X())
        except (ValueError, TypeError):
            return Standardizer.fit([[0.0] * self.network.num_inputs])

    def a_cost(self) -> Cost:
        costs = [value for value in vars(minibackprop).values() if isinstance(value, Cost)]
        whatever = scalar_junk(self.rng)
        own = Cost("own", lambda Y, A: whatever, lambda Y, A: [[whatever] * len(row) for row in A])
        return own if self.own_activations else self.rng.choice(costs)

    def executor(self) -> Any:
        if self.rng.random() < self.junk_share:
            whatever = junk(self.rng)
            return AtOnce(self.rng.choice([lambda result: whatever, lambda result: (whatever, result[1])]))
        return AtOnce(lambda result: result)

    def stream(self) -> Any:
        seed = self.rng.randrange(100)
        return self.rng.choice([RandomNumbers(seed), Random(seed), Returns(0.0)])

    def path(self, kind: str) -> str:
        names = ["none", "empty", "good", "names", "large", "text", "ragged", "one", "binary", "semicolons", ""]
        return f"{self.folder}/{self.rng.choice(names)}.{kind}"


def own_backward(network: Network, X: Any, Y: Any) -> List[Any]:
    """A right backward pass; its errors do not quote numbers, as those of the library do, which may be NaN."""
    try:
        return [(record.dC_dW, record.dC_db) for record in backward(network, forward(network, X), Y)]
    except ValueError as error:
        raise ValueError(type(error).__name__)


def _as_array(rows: Sequence[Any]) -> Any:
    numpy = importlib.import_module("numpy")
    try:
        return numpy.array(rows)
    except (ValueError, OverflowError):
        return rows


def _small(at_least: int = 1) -> Callable[[Arguments], int]:
    return lambda args: args.rng.randint(at_least, 4)


TEXTS = {
    "title", "about", "unit", "name", "x_name", "y_name", "description", "input_names", "output_names", "example_names",
}
COUNTS = {
    "epochs", "num_inputs", "num_neurons", "width", "height", "num_shards", "num_rows", "num_classes", "example",
    "num_epochs", "count", "num_examples", "executor", "rng", "first_epoch",
}
FITTING: Dict[str, Callable[[Arguments], Any]] = {
    "functions": lambda args: args.rng.choice([abs, lambda w, x, b: b, lambda *arguments: args.number()]),
    "exercise": lambda args: args.rng.choice([None, 1, 2, 5, 8]),
    "network": lambda args: args.network,
    "layers": lambda args: list(args.network.layers),
    "X": Arguments.X,
    "Y": Arguments.Y,
    "A": Arguments.Y,
    "x": lambda args: args.rng.choice([args.X(), args.vector(args.network.num_inputs)]),
    "y": lambda args: args.rng.choice([args.Y(), args.vector(args.network.num_outputs)]),
    "weights": lambda args: [args.vector(2) for _ in range(2)],
    "biases": lambda args: args.vector(2),
    "activation": Arguments.activation,
    "f": lambda args: args.activation().f,
    "f_prime": lambda args: args.activation().f_prime,
    "c": lambda args: args.a_cost().c,
    "c_prime": lambda args: args.a_cost().c_prime,
    "cost": lambda args: args.rng.choice([args.a_cost(), args.number()]),
    "name": lambda args: args.rng.choice(NAMES),
    "x_name": lambda args: args.rng.choice(NAMES), "y_name": lambda args: args.rng.choice(NAMES),
    "xs": lambda args: sorted([args.number() for _ in range(3)]), "ys": lambda args: args.vector(3),
    "y_range": lambda args: args.rng.choice([None, (-1, 1), (args.number(), args.number())]),
    "plots": Arguments.plots,
    "forward_pass": Arguments.forward_pass,
    "backward_pass": Arguments.backward_pass,
    "learning_rate": lambda args: args.rng.choice([0.1, 1e-3, 10.0, 1e300, 5e-324]),
    "epochs": _small(0), "first_epoch": lambda args: 0,
    "so_far": Arguments.result,
    "last_activation": lambda args: args.rng.choice([None, "sigmoid", "linear"]),
    "check_targets": lambda args: str,
    "X_standardizer": Arguments.standardizer,
    "Y_standardizer": Arguments.standardizer,
    "notes": lambda args: args.names(1),
    "drop_missing": lambda args: args.rng.random() < 0.5,
    "classify": lambda args: args.rng.random() < 0.5,
    "activations": lambda args: [args.activation()],
    "a": lambda args: args.vector(args.rng.randint(1, 4)),
    "batch_size": _small(),
    "patience": _small(),
    "tolerance": lambda args: args.rng.choice([0.0, 0.1]),
    "held_out": lambda args: (args.X(), args.Y()),
    "rng": Arguments.stream,
    "executor": Arguments.executor,
    "num_shards": _small(),
    "on_epoch": lambda args: str,
    "seed": lambda args: args.rng.randrange(1000),
    "low": lambda args: args.rng.choice([-4, -1.0, args.number()]),
    "high": lambda args: args.rng.choice([4, 1.0, args.number()]),
    "layer": _small(), "neuron": _small(), "input": _small(), "example": _small(),
    "num_inputs": _small(), "num_neurons": _small(), "num_rows": _small(), "num_classes": _small(),
    "epoch": lambda args: Epoch(args.rng.randint(0, 4), args.network, args.number()),
    "table": Arguments.a_table,
    "held_out_share": lambda args: args.rng.choice([0.25, 0.5, 0.999, 1e-300]),
    "header": lambda args: args.rng.choice([["a", "b"], args.names(2)]),
    "rows": lambda args: [[args.rng.choice(["1", "2.5", "x", "", "nan", "1e999", "1_0"]), "3"]] * args.num_examples,
    "target_names": lambda args: args.rng.choice([["b"], "b", ["p", "p"], args.names(1)]),
    "feature_names": lambda args: args.names(args.network.num_inputs),
    "without": lambda args: args.rng.choice([(), ["a"], "B", args.names(1)]),
    "description": lambda args: args.rng.choice(NAMES),
    "means": lambda args: args.vector(args.network.num_inputs),
    "deviations": lambda args: args.vector(args.network.num_inputs),
    "labels": lambda args: args.rng.choice([["a", "b", "a"], [0, 1, 2]]),
    "classes": lambda args: args.rng.choice([["a", "b"], [0, 1, 2]]),
    "costs": lambda args: args.vector(args.rng.randint(1, 5)),
    "held_out_costs": lambda args: args.vector(args.rng.randint(1, 5)),
    "log": lambda args: args.rng.random() < 0.5,
    "ascii_only": lambda args: args.rng.random() < 0.5,
    "width": lambda args: args.rng.choice([20, 40, 240, 520]),
    "height": lambda args: args.rng.choice([2, 5, 160, 300]),
    "title": lambda args: args.rng.choice(NAMES),
    "about": lambda args: args.rng.choice(NAMES),
    "unit": lambda args: args.rng.choice(NAMES),
    "actual": lambda args: args.rng.choice([args.table(1), args.vector(args.num_examples)]),
    "predicted": lambda args: args.rng.choice([args.table(1), args.vector(args.num_examples)]),
    "input_names": lambda args: args.names(args.network.num_inputs),
    "output_names": lambda args: args.names(args.network.num_outputs),
    "example_names": lambda args: args.names(args.num_examples),
    "backward": lambda args: args.rng.choice([backward, own_backward, lambda *_: args.gradients()]),
    "gradients": Arguments.gradients,
    "before": lambda args: args.network,
    "after": lambda args: args.network,
    "one_example": lambda args: args.rng.random() < 0.5,
    "probes": lambda args: [(args.network, args.X(), args.Y())],
    "result": Arguments.result,
    "path": lambda args: args.path(args.rng.choice(["csv", "json"])),
}
