"""A difference: the first place in one factor or gradient of a layer where the learner's number is wrong."""

from ..drawing.notation import Symbol
from ..teaching.rules import Rule
from .evidence import is_one_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Difference:
    """A wrong number: in which layer, for which neuron, input (None for a bias) or example, all counted from 1.

    `result` names the quantity, as in a record: "dC_dW". `yours` and `right` are the two numbers; `yours` is None where
    a number is missing, or the shape is wrong.
    """

    def __init__(self, k: int, rule: Rule, places: "list[int]", mine: "Any", theirs: "Any") -> None:
        self.rule = rule
        self.result = rule.result
        self.layer = k + 1
        self.is_shape = not (is_one_number(_number_at(mine, places)) and is_one_number(_number_at(theirs, places)))
        self.neuron = places[0] + 1 if places else 1
        second = places[1] + 1 if len(places) > 1 else 1
        self.input = second if rule.result == "dC_dW" else None
        self.example = None if rule.result in ("dC_dW", "dC_db") else second
        self.yours: "float | None" = None if self.is_shape else _number_at(theirs, places)
        self.right: "float | None" = None if self.is_shape else _number_at(mine, places)

    def __repr__(self) -> str:
        return f"Difference({self.result} of layer {self.layer}: {self.yours}, but {self.right} is right)"

    @property
    def top_and_bottom(self) -> "tuple[Symbol, Symbol]":
        """The symbols of the slope: of what it is, and with respect to what."""
        top: Symbol = ("a", self.layer, self.neuron) if self.result == "dA_dZ" else ("C",)
        letter = {"dC_dW": "w", "dC_db": "b", "dC_dA": "a"}.get(self.result, "z")
        bottom: Symbol = (letter, self.layer, self.neuron)
        return top, bottom if self.input is None else bottom + (self.input,)


def _number_at(values: "Any", places: "list[int]") -> "Any":
    for place in places:
        values = values[place]
    return values
