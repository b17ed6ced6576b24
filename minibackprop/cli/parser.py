"""Parsing the command line: errors take one line, and settings are checked by the library itself."""

import argparse
import difflib
from typing import TYPE_CHECKING, Any, Callable, Iterable, NoReturn, TypeVar

from ..validation import SettingError, positive_number, whole_number

T = TypeVar("T")

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["Parser"]


class UsageError(ValueError):
    """Options that make no sense."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors take one line and say what to do."""

    def check_options(self, words: Iterable[str]) -> None:
        """UsageError, which names the closest option, if one of the words is an option that does not exist.

        argparse notices too late: it would mistake the value of a misspelled option for a command.
        """
        known = list(self._option_string_actions)
        for word in words:
            option = word[:2] if word[:2] in known else word.split("=")[0]
            is_option = option.startswith("-") and option[-1].isalpha()
            if is_option and option not in known:
                close = difflib.get_close_matches(option, known, 1)
                self.error(f"there is no option {option}" + (f": did you mean {close[0]}?" if close else ""))

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (options: {self.prog} --help)")


def whole(name: str, at_least: int) -> Callable[[str], int]:
    """A type for argparse: a whole number that passes the library's own check of this setting."""
    return lambda text: _checked(text, int, lambda number: whole_number(number, name, at_least))


def learning_rate(text: str) -> float:
    """A type for argparse: a learning rate that passes the library's own check."""
    return _checked(text, float, lambda rate: positive_number(rate, "the learning rate"))


def _checked(text: str, convert: Callable[[str], T], check: Callable[[T], T]) -> T:
    value: Any = text
    try:
        value = convert(text)
    except ValueError:
        pass  # the check below has a better message
    try:
        return check(value)
    except SettingError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
