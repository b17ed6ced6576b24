"""A task: one function that an exercise asks for, what it is tried with, and what people get wrong in it."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    from ..random_numbers import RandomNumbers
    from .wrong_rule import WrongRule

    Calls = list[list[Any]]  # the arguments of each call
    Kinds = list[tuple[str, Callable[[RandomNumbers], Calls]]]  # a title, and what makes calls of this kind


class Task:
    """A function that an exercise asks for: its name, its parameters, the right function, wrong ones, and calls of it.

    `example` is the call that the exercise works out by hand. `kinds` are further calls, drawn at random.
    """

    def __init__(
        self,
        name: str,
        parameters: str,
        right: "Callable[..., Any]",
        example: "list[Any]",
        kinds: "Kinds",
        wrong_rules: "list[WrongRule]",
    ) -> None:
        self.name = name
        self.parameters = parameters
        self.right = right
        self.example = example
        self.kinds = kinds
        self.wrong_rules = wrong_rules

    def __repr__(self) -> str:
        return f"Task({self.name}({self.parameters}))"
