"""What a drawing of a network shows: columns of neurons, the lines between them, and where it leaves something out.

Where a network has too many layers or neurons, the first ones and the last one are shown.
"""

from ..linalg import Matrix, ShapeError, Vector
from ..network import Network
from ..validation import as_list, as_text, counted, shown, whole_number
from .network_numbers import BackwardPass, ForwardPass, ShownParameters, activations_of, shown_parameters
from .notation import subscript

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence

    Names = Sequence[str]
    Places = list[int | None]
else:
    Names = Places = list

MOST_COLUMNS = 6


class NetworkLayout:
    """The columns of a network, from the inputs to the output, with None in place of the layers that are left out.

    `parameters` are the numbers of each layer. `neighbours` are the pairs of columns with lines between them,
    `numbers` the numbers on those lines, `largest` the largest absolute value among them. `sizes` is the text that
    gives the number of inputs and of the neurons of each layer.
    """

    def __init__(
        self,
        network: Network,
        forward_pass: "ForwardPass | None",
        backward_pass: "BackwardPass | None",
        example: int,
        input_names: "Names | None",
        output_names: "Names | None",
        most_neurons: int,
    ) -> None:
        if not isinstance(network, Network):
            raise TypeError(f"the network must be a Network, but is {shown(network)}")
        self.example = whole_number(example, "example", at_least=1)
        activations = activations_of(network, forward_pass, example)
        self.parameters = shown_parameters(network, backward_pass)
        labels = labels_of(network, input_names, output_names)
        columns = columns_of(network, self.parameters, activations, labels, most_neurons)
        places = shown_places(len(columns), MOST_COLUMNS)
        self.columns = [None if place is None else columns[place] for place in places]
        self.num_left_out = num_left_out(len(columns), places)
        self.gap_text = counted(self.num_left_out, "more layer")
        self.sizes = " → ".join(["…" if column is None else str(len(column.labels)) for column in self.columns])
        self.neighbours: "list[tuple[Column, Column]]" = []
        for before, after in zip(self.columns, self.columns[1:]):
            if before is not None and after is not None:
                self.neighbours.append((before, after))
        self.numbers = [line.number for before, after in self.neighbours for line in lines_between(before, after)]
        self.largest = max([abs(number) for number in self.numbers])

    def __repr__(self) -> str:
        return f"NetworkLayout({self.sizes})"


class Column:
    """The inputs or the neurons of one layer, and which of them are shown.

    `name` and `kind` are the headings, `labels` the names of the neurons, empty where they have none. `weights` and
    `biases` are the numbers drawn for the neurons (inputs have none); `activations` are those of one example, empty
    without a forward pass. `places` are the neurons shown, counted from 0, with None for a gap, where `gap_text` goes.
    """

    def __init__(
        self,
        name: str,
        kind: str,
        labels: "list[str]",
        activations: Vector,
        weights: Matrix,
        biases: Vector,
        most_neurons: int,
    ) -> None:
        self.name = name
        self.kind = kind
        self.labels = labels
        self.activations = activations
        self.weights = weights
        self.biases = biases
        self.places = shown_places(len(labels), most_neurons)
        self.num_left_out = num_left_out(len(labels), self.places)
        self.gap_text = f"… {self.num_left_out} more"

    def __repr__(self) -> str:
        return f"Column({self.name}, {len(self.labels)})"

    def name_of(self, place: int) -> str:
        """The name of a neuron or, if it has none, its number and its layer.

        >>> column = Column("layer 1", "relu", ["", "size"], [], [], [], most_neurons=10)
        >>> column.name_of(0), column.name_of(1)
        ('neuron 1 of layer 1', 'size')
        """
        if self.labels[place]:
            return self.labels[place]
        return f"output {place + 1}" if self.name == "output" else f"neuron {place + 1} of {self.name}"


class Line:
    """The line from neuron (or input) i of a column to neuron j of the next, and the number on it."""

    def __init__(self, i: int, j: int, number: float) -> None:
        self.i = i
        self.j = j
        self.number = number

    def __repr__(self) -> str:
        return f"Line({self.i} -> {self.j}, {self.number:g})"


def shown_places(count: int, most: int) -> Places:
    """0 to count − 1 or, if those are more than `most`, the first ones, None for a gap, and the last one.

    >>> shown_places(3, 5), shown_places(30, 5)
    ([0, 1, 2], [0, 1, 2, None, 29])
    """
    if count <= most:
        return list(range(count))
    places: Places = list(range(most - 2))
    return places + [None, count - 1]


def num_left_out(count: int, places: Places) -> int:
    """How many of `count` places are not shown.

    >>> num_left_out(30, [0, 1, 2, None, 29])
    26
    """
    return count - len([place for place in places if place is not None])


def lines_between(before: Column, after: Column) -> "list[Line]":
    """The lines between the neurons shown of one column and those of the next.

    >>> inputs = Column("inputs", "", ["x₁", "x₂"], [], [], [], most_neurons=10)
    >>> lines_between(inputs, Column("output", "linear", [""], [], [[0.5, -1.0]], [0.0], most_neurons=10))
    [Line(0 -> 0, 0.5), Line(1 -> 0, -1)]
    """
    pairs = [(i, j) for i in before.places for j in after.places]
    return [Line(i, j, after.weights[j][i]) for i, j in pairs if i is not None and j is not None]


def columns_of(
    network: Network,
    parameters: ShownParameters,
    activations: "list[Vector]",
    labels: "list[list[str]]",
    most_neurons: int,
) -> "list[Column]":
    """All the columns of a network: the inputs, then one for each layer.

    >>> from minibackprop import Layer
    >>> network = Network(Layer([[2, 0]], [1]))
    >>> columns_of(network, shown_parameters(network, None), [[], []], [["x₁", "x₂"], [""]], most_neurons=10)
    [Column(inputs, 2), Column(output, 1)]
    """
    columns = [Column("inputs", "", labels[0], activations[0], [], [], most_neurons)]
    for k, layer in enumerate(network.layers, 1):
        name = "output" if k == len(network.layers) else f"layer {k}"
        weights, biases = parameters.weights[k - 1], parameters.biases[k - 1]
        kind = layer.activation.name
        columns.append(Column(name, kind, labels[k], activations[k], weights, biases, most_neurons))
    return columns


def labels_of(network: Network, input_names: "Names | None", output_names: "Names | None") -> "list[list[str]]":
    """The names of the inputs, by default x₁, x₂, …, and of the neurons of each layer; the hidden ones have none.

    ShapeError if there are not as many names as inputs or outputs.

    >>> from minibackprop import Layer
    >>> labels_of(Network(Layer([[2, 0]], [1])), None, ["price"])
    [['x₁', 'x₂'], ['price']]
    """
    labels = [[""] * layer.num_neurons for layer in network.layers]
    if output_names is not None:
        labels[-1] = _checked_names(output_names, network.num_outputs, "output")
    if input_names is not None:
        return [_checked_names(input_names, network.num_inputs, "input")] + labels
    return [["x" + subscript(i) for i in range(1, network.num_inputs + 1)]] + labels


def _checked_names(names: Names, count: int, kind: str) -> "list[str]":
    """The names as text; ShapeError if they are not as many as there are inputs or outputs."""
    given = as_list(names, f"{kind}_names", f"a list with a name for each {kind}", at_least=0)
    checked = [as_text(name, f"a name in {kind}_names") for name in given]
    if len(checked) != count:
        number = counted(len(checked), "name")
        raise ShapeError(f"{kind}_names has {number}, but the network has {counted(count, kind)}: give each a name")
    return checked
