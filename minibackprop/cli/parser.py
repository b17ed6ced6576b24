"""Reading the command line: complaints are one line, and settings are checked by the library itself."""

import argparse
import difflib
import re
from typing import TYPE_CHECKING, Any, Callable, NoReturn, TypeVar

from ..settings import SettingError, positive_number, whole_number

T = TypeVar("T")

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["Parser"]


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line that says what to do."""

    def error(self, message: str) -> NoReturn:
        unknown = re.match(r"unrecognized arguments: (--?[^\s=]+)", message)
        if unknown:
            close = difflib.get_close_matches(unknown.group(1), list(self._option_string_actions), 1)
            message = f"there is no option {unknown.group(1)}" + (f": did you mean {close[0]}?" if close else "")
        self.exit(2, f"{self.prog}: error: {message} (options: {self.prog} --help)\n")


def setting(convert: Callable[[str], T], check: Callable[[T], T]) -> Callable[[str], T]:
    """A type for argparse: the converted text, if the library's own check of this setting lets it pass."""

    def parse(text: str) -> T:
        value: Any = text
        try:
            value = convert(text)
        except ValueError:
            pass  # the check says it better
        try:
            return check(value)
        except SettingError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return parse


def whole(name: str, at_least: int) -> Callable[[str], int]:
    return setting(int, lambda number: whole_number(number, name, at_least))


def learning_rate(text: str) -> float:
    """The learning rate in a text."""
    return setting(float, lambda rate: positive_number(rate, "the learning rate"))(text)
