"""A network is a chain of layers: the activations of one layer are the inputs of the next."""

from .activations import LINEAR, Activation, as_activation
from .costs import Cost, check_cost
from .kinds import converted, is_list, is_table
from .lazy import imported
from .linalg import Matrix, Numbers, Rows, ShapeError, Vector, affine, apply, transpose
from .random_numbers import Rng, as_rng, drawn
from .validation import as_matrix, as_vector, counted, shown, whole_number


class Layer:
    """Neurons side by side, all fed the same inputs: each computes z = w·x + b and a = f(z) with its own w and b.

    `weights` has one row per neuron and one column per input, `biases` one entry per neuron.

    >>> layer = Layer(weights=[[1, 2, 3], [4, 5, 6]], biases=[0, 1])
    >>> layer
    Layer(3 -> 2, linear)
    """

    def __init__(self, weights: Rows, biases: Numbers, activation: Activation = LINEAR) -> None:
        if converted(weights)[1] == converted(biases)[1] == "":
            raise TypeError(
                "Layer takes weights and biases, not numbers of inputs and neurons; for random ones use "
                f"Layer.random({shown(weights)}, {shown(biases)})"
            )
        self.weights = as_matrix(weights, "weights")
        self.biases = as_vector(biases, "biases")
        self.activation = as_activation(activation)
        self.num_inputs = len(self.weights[0])
        self.num_neurons = len(self.weights)
        if len(self.weights) != len(self.biases):
            raise ShapeError(
                f"a layer has one row of weights and one bias per neuron, "
                f"but this one has {counted(len(self.weights), 'row')} of weights "
                f"and {counted(len(self.biases), 'bias')}"
            )

    @staticmethod
    def random(
        num_inputs: int, num_neurons: int, activation: Activation = LINEAR, rng: "Rng | None" = None
    ) -> "Layer":
        """Return a layer with random weights and biases in [−1, 1), drawn with `rng.uniform`: the weights row by row,
        then the biases.

        Give every layer of a network the same `rng`; otherwise each starts its own `RandomNumbers(0)`.

        >>> from minibackprop import RandomNumbers
        >>> Layer.random(13, 5, rng=RandomNumbers(7))
        Layer(13 -> 5, linear)
        """
        num_inputs = whole_number(num_inputs, "num_inputs", at_least=1)
        num_neurons = whole_number(num_neurons, "num_neurons", at_least=1)
        rng = as_rng(rng)
        weights = [[drawn(rng, -1.0, 1.0) for _ in range(num_inputs)] for _ in range(num_neurons)]
        biases = [drawn(rng, -1.0, 1.0) for _ in range(num_neurons)]
        return Layer(weights, biases, activation)

    def with_parameters(self, weights: Matrix, biases: Vector) -> "Layer":
        """Return a layer like this one with other weights and biases, which are not checked.

        >>> Layer([[1.0]], [0.0]).with_parameters([[2.0]], [1.0]).weights
        [[2.0]]
        """
        layer: Layer = object.__new__(Layer)
        layer.weights = weights
        layer.biases = biases
        layer.activation = self.activation
        layer.num_inputs = self.num_inputs
        layer.num_neurons = self.num_neurons
        return layer

    def __repr__(self) -> str:
        return f"Layer({self.num_inputs} -> {self.num_neurons}, {self.activation.name})"


class Network:
    """Layers in a chain; the first is fed the inputs x.

    A network is never changed: training makes new networks.

    >>> Network(Layer([[1, 1], [2, 0]], [0, 0]), Layer([[1, -1]], [0.5])).predict([3, 4])
    [1.5]
    """

    def __init__(self, *layers: Layer) -> None:
        if not layers:
            raise ShapeError("a network needs at least one layer: Network(layer_1, layer_2)")
        for number, layer in enumerate(layers, 1):
            if not isinstance(layer, Layer):
                raise TypeError(
                    f"argument {number} of Network is {shown(layer)}, but must be a Layer: Network(layer_1, layer_2)"
                    + (" or, with a star before a list of layers, Network(*layers)" if is_list(layer) else "")
                )
            if number > 1 and layer.num_inputs != layers[number - 2].num_neurons:
                raise ShapeError(
                    f"layer {number} takes {counted(layer.num_inputs, 'input')}, "
                    f"but layer {number - 1} has {counted(layers[number - 2].num_neurons, 'neuron')}"
                )
        self.layers = layers
        self.num_inputs = layers[0].num_inputs
        self.num_outputs = layers[-1].num_neurons

    def __repr__(self) -> str:
        sizes = [self.num_inputs] + [layer.num_neurons for layer in self.layers]
        if len(sizes) > 8:
            return f"Network({len(self.layers)} layers, {sizes[0]} -> ... -> {sizes[-1]})"
        return "Network(" + " -> ".join([str(size) for size in sizes]) + ")"

    def _repr_svg_(self) -> str:
        """The drawing that a notebook shows instead of the text of `__repr__`."""
        svg: str = imported("network_svg")(self)
        return svg

    def predict(self, x: Numbers) -> Vector:
        """Return the outputs for the inputs x of one example. ShapeError or NumberError if x does not fit.

        >>> Network(Layer([[2, 0]], [1])).predict([3, 4])
        [7.0]
        """
        if is_table(x):
            raise ShapeError(
                "x is a table, but predict takes the inputs of one example: use predict_all for a table of examples"
            )
        inputs = as_vector(x, "x")
        if len(inputs) != self.num_inputs:
            raise ShapeError(f"x has length {len(inputs)}, but layer 1 takes {counted(self.num_inputs, 'input')}")
        return self.predict_all([inputs])[0]

    def predict_all(self, X: Rows) -> Matrix:
        """Return the outputs for every example, one row each. ShapeError or NumberError if X does not fit.

        >>> Network(Layer([[2, 0]], [1])).predict_all([[3, 4], [5, 6]])
        [[7.0], [11.0]]
        """
        A = transpose(as_inputs(self, X))
        for layer in self.layers:
            A = apply(layer.activation.f, affine(layer.weights, A, layer.biases))
        return as_matrix(transpose(A), "the outputs")


def are_alike(network: Network, other: Network) -> bool:
    """Whether the two have layers of the same sizes, with activations of the same names.

    >>> are_alike(Network(Layer([[2, 0]], [1])), Network(Layer([[3, 4]], [5])))
    True
    """
    return list(map(repr, network.layers)) == list(map(repr, other.layers))


def check_network(network: Network) -> None:
    """TypeError if `network` is not a Network, with a hint if it has one, as a training result does.

    >>> check_network(Network(Layer([[2, 0]], [1])))
    """
    if not isinstance(network, Network):
        hint = " (it has a network: .network)" if isinstance(getattr(network, "network", None), Network) else ""
        raise TypeError(
            f"a Network is needed here, such as Network(layer_1, layer_2), but this is {shown(network)}{hint}"
        )


def as_inputs(network: Network, X: Rows, name: str = "X") -> Matrix:
    """Return the table X as a checked copy; ShapeError if the network takes a different number of inputs.

    >>> as_inputs(Network(Layer([[2, 0]], [1])), [(3, 4)])
    [[3.0, 4.0]]
    """
    check_network(network)
    inputs = as_matrix(X, name)
    if len(inputs[0]) != network.num_inputs:
        raise ShapeError(
            f"each row of {name} has length {len(inputs[0])}, "
            f"but layer 1 takes {counted(network.num_inputs, 'input')}"
        )
    return inputs


def as_targets(network: Network, Y: Rows, num_examples: int, cost: Cost, name: str = "Y") -> Matrix:
    """Return the table Y as a checked copy; ShapeError unless it has a row for each example and a column per output.

    SettingError, NumberError or TypeError if the cost does not fit the last layer or the targets.

    >>> from minibackprop import HALF_SQUARED_ERROR
    >>> as_targets(Network(Layer([[2, 0]], [1])), [(5,)], num_examples=1, cost=HALF_SQUARED_ERROR)
    [[5.0]]
    """
    targets = as_matrix(Y, name)
    if len(targets) != num_examples:
        raise ShapeError(
            f"{name} has {counted(len(targets), 'row')} of targets for {counted(num_examples, 'example')}: "
            "each example needs its own row"
        )
    if len(targets[0]) != network.num_outputs:
        raise ShapeError(
            f"each row of {name} has length {len(targets[0])}, "
            f"but the last layer has {counted(network.num_outputs, 'neuron')}"
        )
    check_cost(cost, network.layers[-1].activation)
    if cost.check_targets is not None:
        cost.check_targets(targets)
    return targets
