"""Reading the command line: complaints are one line, and settings are checked by the library itself."""

import argparse
import difflib
import sys
from typing import TYPE_CHECKING, Any, Callable, List, NoReturn, TypeVar

from ..validation import SettingError, positive_number, whole_number

T = TypeVar("T")

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["Parser"]


class UsageError(ValueError):
    """Options that make no sense."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line that says what to do."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        words = list(sys.argv[1:] if args is None else args)
        for word in words:
            if word in self._commands():
                break  # what follows is for that command
            option = word[:2] if word[:2] in self._option_string_actions else word.split("=")[0]
            is_option = option.startswith("-") and option[-1].isalpha()
            if is_option and option not in self._option_string_actions:
                close = difflib.get_close_matches(option, list(self._option_string_actions), 1)
                self.error(f"there is no option {option}" + (f": did you mean {close[0]}?" if close else ""))
        return super().parse_known_args(words, namespace)

    def _commands(self) -> List[str]:
        actions = [action for action in self._actions if isinstance(action, argparse._SubParsersAction)]
        return [name for action in actions for name in action.choices]

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (options: {self.prog} --help)")


def whole(name: str, at_least: int) -> Callable[[str], int]:
    """A type for argparse: a whole number, if the library's own check of this setting lets it pass."""
    return lambda text: _checked(text, int, lambda number: whole_number(number, name, at_least))


def learning_rate(text: str) -> float:
    """The learning rate in a text."""
    return _checked(text, float, lambda rate: positive_number(rate, "the learning rate"))


def _checked(text: str, convert: Callable[[str], T], check: Callable[[T], T]) -> T:
    value: Any = text
    try:
        value = convert(text)
    except ValueError:
        pass  # the check says it better
    try:
        return check(value)
    except SettingError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
