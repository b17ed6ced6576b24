"""What a drawing of a network shows of it: all of a small one; of a large one the first and last layers and neurons."""

from ..backprop import LayerBackward, LayerForward
from ..checks import SettingError, as_matrix, as_vector, counted, shown, whole_number
from ..linalg import ShapeError, Vector, shape
from ..network import Network
from .notation import subscript

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence

    Names = Sequence[str]
    Places = list[int | None]
else:
    Names = Places = list

MOST_COLUMNS = 6


class Column:
    """A column of neurons (the inputs are column 0): `places` are those shown, counted from 0, with None for a gap.

    `name` and `kind` head it; `labels` name the neurons, `values` are their activations or empty.
    """

    def __init__(self, number: int, name: str, kind: str, labels: "list[str]", most: int, values: Vector) -> None:
        self.number = number
        self.name = name
        self.kind = kind
        self.labels = labels
        self.places = shown_places(len(labels), most)
        self.num_left_out = len(labels) - len([place for place in self.places if place is not None])
        self.gap_text = f"… {self.num_left_out} more"
        self.values = values

    def __repr__(self) -> str:
        return f"Column({self.name}, {len(self.labels)})"

    def called(self, place: int) -> str:
        """A neuron's own name, or its number and layer.

        >>> Column(1, "layer 1", "relu", ["", ""], 10, []).called(1)
        'neuron 2 of layer 1'
        """
        own = f"output {place + 1}" if self.name == "output" else f"neuron {place + 1} of {self.name}"
        return self.labels[place] or own


def shown_places(count: int, most: int) -> Places:
    """0 to count − 1; or of more than `most` the first ones, None for a gap, and the last.

    >>> shown_places(3, 5), shown_places(30, 5)
    ([0, 1, 2], [0, 1, 2, None, 29])
    """
    if count <= most:
        return list(range(count))
    places: Places = list(range(most - 2))
    return places + [None, count - 1]


class NetworkLayout:
    """The columns of a network, None for a gap between them, and the numbers on the lines between the columns.

    `lines[k]` and `biases[k]` are those of layer k + 1: its weights and biases, or with a backward pass their slopes
    ∂C/∂w and ∂C/∂b. `neighbours` are the columns with lines between them, `numbers` those on the lines that are shown,
    `gap_text` what stands between columns. ShapeError, SettingError or TypeError if the passes, the example or the names do not fit.

    >>> from minibackprop import Layer, Network
    >>> layout = NetworkLayout(Network(Layer([[1, -2]], [0.5])), None, None, 1, None, None, most=10)
    >>> layout.columns, layout.lines, layout.quantity
    ([Column(inputs, 2), Column(output, 1)], [[[1.0, -2.0]]], 'w')
    """

    def __init__(
        self,
        network: Network,
        forward_pass: "list[LayerForward] | None",
        backward_pass: "list[LayerBackward] | None",
        example: int,
        input_names: "Names | None",
        output_names: "Names | None",
        most: int,
    ) -> None:
        if not isinstance(network, Network):
            raise TypeError(f"the network is {shown(network)}, but must be a Network")
        layers = network.layers
        self.example = whole_number(example, "example", at_least=1)
        values: "list[Vector]" = [[] for _ in range(len(layers) + 1)]
        if forward_pass is not None:
            shapes = [(len(record.A[0]), len(record.A_in[0])) for record in forward_pass]
            _check_pass(network, shapes, "forward", "forward(network, X)")
            if example > len(forward_pass[0].A):
                raise SettingError(
                    f"example is {example}, but the forward pass has {counted(len(forward_pass[0].A), 'example')}"
                )
            activations = [forward_pass[0].A_in] + [record.A for record in forward_pass]
            values = [as_vector(A[example - 1], f"a of layer {k}") for k, A in enumerate(activations)]
        self.quantity, self.bias_quantity, self.num_examples = "w", "b", 0
        names, numbers = ("weights", "biases"), [(layer.weights, layer.biases) for layer in layers]
        if backward_pass is not None:
            shapes = [shape(record.dC_dW) for record in backward_pass]
            _check_pass(network, shapes, "backward", "backward(network, forward_pass, Y)")
            self.quantity, self.bias_quantity, self.num_examples = "∂C/∂w", "∂C/∂b", len(backward_pass[0].dC_dZ)
            names, numbers = ("dC_dW", "dC_db"), [(record.dC_dW, record.dC_db) for record in backward_pass]
        self.lines = [as_matrix(W, f"{names[0]} of layer {k}") for k, (W, _) in enumerate(numbers, 1)]
        self.biases = [as_vector(b, f"{names[1]} of layer {k}") for k, (_, b) in enumerate(numbers, 1)]

        labels = ["x" + subscript(i + 1) for i in range(network.num_inputs)]
        labels = _names(input_names, network.num_inputs, "input", labels)
        columns = [Column(0, "inputs", "", labels, most, values[0])]
        for k, layer in enumerate(layers, 1):
            is_last, labels = k == len(layers), [""] * layer.num_neurons
            labels = _names(output_names if is_last else None, layer.num_neurons, "output", labels)
            name = "output" if is_last else f"layer {k}"
            columns.append(Column(k, name, str(layer.activation.name), labels, most, values[k]))
        places = shown_places(len(columns), MOST_COLUMNS)
        self.columns = [None if place is None else columns[place] for place in places]
        self.sizes = " → ".join(["…" if place is None else str(len(columns[place].labels)) for place in places])
        self.num_left_out = len(columns) - len([place for place in places if place is not None])
        self.gap_text = counted(self.num_left_out, "more layer")
        self.neighbours: "list[tuple[Column, Column]]" = []
        self.numbers: Vector = []
        for before, after in zip(self.columns, self.columns[1:]):
            if before is not None and after is not None:
                self.neighbours.append((before, after))
                W = self.lines[after.number - 1]
                self.numbers += [W[j][i] for j in after.places for i in before.places if i is not None and j is not None]

    def description(self) -> str:
        """What the drawing shows, and what it leaves out, in words.

        >>> from minibackprop import Layer, Network
        >>> NetworkLayout(Network(Layer([[1, -2]], [0.5])), None, None, 1, None, None, most=10).description()
        '2 → 1 neurons. Lines: the weights w, solid blue above 0, dashed orange below, up to 2.'
        """
        meaning = "the weights w" if self.quantity == "w" else "the slopes ∂C/∂w"
        if self.num_examples > 1:
            meaning += f", the mean of {self.num_examples} examples"
        largest = max([abs(number) for number in self.numbers] + [0.0])
        text = f"{self.sizes} neurons. Lines: {meaning}, solid blue above 0, dashed orange below, up to {largest:.4g}."
        if self.columns[0] is not None and self.columns[0].values:
            text += f" In the neurons: the activations of example {self.example}."
        for column in self.columns:
            if column is None:
                text += f" Not drawn: {counted(self.num_left_out, 'layer')}."
            elif column.num_left_out:
                text += f" Not drawn: {column.num_left_out} of the {len(column.labels)} neurons of {column.name}."
        return text


def _names(names: "Names | None", count: int, kind: str, otherwise: "list[str]") -> "list[str]":
    if names is None:
        return otherwise
    known = [names] if isinstance(names, str) else [str(name) for name in names]
    if len(known) != count:
        raise ShapeError(f"there are {counted(len(known), kind + ' name')}, but the network has {counted(count, kind)}")
    return known


def _check_pass(network: Network, shapes: "list[tuple[int, int]]", direction: str, source: str) -> None:
    if shapes != [shape(layer.weights) for layer in network.layers]:
        raise ShapeError(f"this {direction} pass is of another network: pass on what {source} returned")
