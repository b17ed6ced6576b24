"""What the inputs, the targets and the examples of a page are called."""

from typing import Dict, List, Optional, Sequence

from ..linalg import ShapeError
from ..network import Network
from ..validation import as_list, as_text, counted


class PageNames:
    """The names of the inputs, the outputs and the examples.

    `inputs` and `outputs` are None if they have no names; examples without names are called "example 1", "example 2"
    and so on. ShapeError if the number of names is wrong.

    >>> from minibackprop import Layer
    >>> names = PageNames(Network(Layer([[2.0, 1.0]], [0.5])), num_examples=1, inputs=["size", "age"])
    >>> names.inputs, names.outputs, names.examples
    (['size', 'age'], None, ['example 1'])
    """

    def __init__(
        self,
        network: Network,
        num_examples: int,
        inputs: Optional[Sequence[str]] = None,
        outputs: Optional[Sequence[str]] = None,
        examples: Optional[Sequence[str]] = None,
    ) -> None:
        self.inputs = _checked(inputs, network.num_inputs, "input")
        self.outputs = _checked(outputs, network.num_outputs, "output")
        numbered = [f"example {number}" for number in range(1, num_examples + 1)]
        self.examples = _checked(examples, num_examples, "example") or numbered
        self._by_place: Dict[str, str] = {}
        for letter, names in (("x", self.inputs), ("y", self.outputs)):
            for number, name in enumerate(names or [], 1):
                self._by_place[f"{letter}.{number}"] = name

    def at(self, place: str) -> str:
        """The name that belongs to this place, or an empty text.

        It is that of the input "x.2", of the target "y.1", or of the input that the weight "w.1.1.2" multiplies.

        >>> from minibackprop import Layer
        >>> names = PageNames(Network(Layer([[2.0, 1.0]], [0.5])), num_examples=1, inputs=["size", "age"])
        >>> names.at("x.2"), names.at("w.1.1.2"), names.at("y.1")
        ('age', 'age', '')
        """
        if place.startswith("w.1."):
            place = "x." + place.split(".")[-1]
        return self._by_place.get(place, "")


def _checked(names: Optional[Sequence[str]], count: int, what: str) -> Optional[List[str]]:
    if names is None:
        return None
    wanted = f"a list with one name for each {what}"
    given = as_list(names, f"the {what} names", wanted, at_least=0)
    if len(given) != count:
        raise ShapeError(f"there must be {counted(count, what + ' name')}, not {len(given)}: give {wanted}")
    return [as_text(name, f"a name in the {what} names") for name in given]
