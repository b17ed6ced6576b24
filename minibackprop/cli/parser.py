"""Parsing the command line: errors take one line, and settings are checked by the library itself."""

import argparse
import difflib
import os
import re
import sys
from typing import TYPE_CHECKING, Any, Callable, Iterable, List, NoReturn, Tuple, TypeVar

from ..validation import SettingError, positive_number, shown, whole_number

T = TypeVar("T")

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["Parser"]


class UsageError(ValueError):
    """Options that make no sense."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors take one line and say what to do."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)
        self._negative_number_matcher = re.compile(r"-[.\d]")  # so that "--x -1,2" needs no "="
        self._made_idle: List[Tuple[str, str]] = []
        self._needed: List[Tuple[str, Tuple[str, ...]]] = []

    def makes_idle(self, option: str, *others: str) -> None:
        """Beside this option the others would have no effect: `check_combinations` refuses them."""
        self._made_idle += [(other, option) for other in others]

    def needs(self, option: str, *others: str) -> None:
        """Without one of the others this option would have no effect: `check_combinations` refuses it."""
        self._needed.append((option, others))

    def check_combinations(self, options: argparse.Namespace) -> None:
        """UsageError if an option was given that has no effect, because of another one or for want of another one."""
        for option, other in self._made_idle:
            if self._is_given(option, options) and self._is_given(other, options):
                self.error(f"{option} has no effect with {other}: leave out one of them")
        for option, others in self._needed:
            if self._is_given(option, options) and not any(self._is_given(other, options) for other in others):
                self.error(f"{option} has no effect without {' or '.join(others)}: leave it out, or give both")

    def _is_given(self, option: str, options: argparse.Namespace) -> bool:
        action = self._option_string_actions[option]
        return bool(getattr(options, action.dest) != action.default)

    def check_options(self, words: Iterable[str]) -> None:
        """UsageError, which names the closest option, if one of the words is an option that does not exist.

        argparse notices too late: it would mistake the value of a misspelled option for a command.
        """
        known = list(self._option_string_actions)
        for word in words:
            option = word[:2] if word[:2] in known else word.split("=")[0]
            is_option = re.match("--?[a-z]", option, re.IGNORECASE) and option[-1].isalpha()
            if is_option and option not in known:
                self.error(f"there is no option {option}{did_you_mean(option, known)}")

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (options: {self.prog} --help)")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a message about a word that is not known: the known word that is most like it, if there is one."""
    close = difflib.get_close_matches(word, known, 1)
    return f": did you mean {close[0]}?" if close else ""


def command_as_typed() -> str:
    """How this command was started, for messages that say what to type next."""
    if os.path.basename(sys.argv[0]) != "__main__.py":
        return "minibackprop"
    return ("py" if os.name == "nt" else "python3") + " -m minibackprop"


def whole(name: str, at_least: int) -> Callable[[str], int]:
    """A type for argparse: a whole number that passes the library's own check of this setting."""
    return lambda text: _checked(text, int, lambda number: whole_number(number, name, at_least))


def learning_rate(text: str) -> float:
    """A type for argparse: a learning rate that passes the library's own check."""
    return _checked(text, float, lambda rate: positive_number(rate, "the learning rate"))


def seconds(text: str) -> float:
    """A type for argparse: a time limit."""
    return above_0(text, "the time limit", "10")


def above_0(text: str, name: str, such_as: str) -> float:
    """The number in an option; ArgumentTypeError, which gives an example, unless it is one above 0."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0.0 < number < 1e9:
        raise argparse.ArgumentTypeError(f"{name} is {shown(text)}, but must be a number above 0, such as {such_as}")
    return number


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
