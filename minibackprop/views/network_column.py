"""A column of a network drawing: the inputs or the neurons of a layer, thinned out where they are many."""

from ..linalg import Vector

TYPE_CHECKING = False
if TYPE_CHECKING:
    Places = list[int | None]
else:
    Places = list


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
        self.values = values

    def __repr__(self) -> str:
        return f"Column({self.name}, {len(self.labels)})"

    def called(self, place: int) -> str:
        """A neuron's own name, or its number and layer.

        >>> Column(1, "layer 1", "relu", ["", ""], 10, []).called(1)
        'neuron 2 of layer 1'
        """
        number = place + 1
        own = f"output {number}" if self.name == "output" else f"neuron {number} of {self.name}"
        return self.labels[place] or own

    def num_left_out(self) -> int:
        """How many neurons the gap stands for.

        >>> Column(1, "layer 1", "relu", [""] * 30, 10, []).num_left_out()
        21
        """
        return len(self.labels) - len([place for place in self.places if place is not None])

    def gap_text(self) -> str:
        """What stands in the gap.

        >>> Column(1, "layer 1", "relu", [""] * 30, 10, []).gap_text()
        '… 21 more'
        """
        return f"… {self.num_left_out()} more"


def shown_places(count: int, most: int) -> Places:
    """0 to count − 1; or of more than `most` the first ones, None for a gap, and the last.

    >>> shown_places(3, 5), shown_places(30, 5)
    ([0, 1, 2], [0, 1, 2, None, 29])
    """
    if count <= most:
        return list(range(count))
    places: Places = list(range(most - 2))
    return places + [None, count - 1]


def subscript(number: int) -> str:
    """The number in small digits below the line.

    >>> subscript(12)
    '₁₂'
    """
    return "".join([chr(0x2080 + int(digit)) for digit in str(number)])
