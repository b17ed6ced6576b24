"""Settings are the numbers a person chooses, such as the learning rate. Here they are checked."""

from .linalg import as_number, shown


class SettingError(ValueError):
    """A setting that cannot work, such as a learning rate of 0."""


def whole_number(value: int, name: str, at_least: int) -> int:
    """Return `value`; SettingError unless it is a whole number, `at_least` or more.

    >>> whole_number(3, "epochs", at_least=0)
    3
    """
    if not isinstance(value, int) or isinstance(value, bool) or value < at_least:
        raise SettingError(f"{name} is {shown(value)}, but must be a whole number, {at_least} or more")
    return value


def positive_number(value: float, name: str) -> float:
    """Return `value` as a float; SettingError unless it is a finite number above 0.

    >>> positive_number(0.5, "the learning rate")
    0.5
    """
    try:
        number = as_number(value, name)
    except ValueError:
        number = -1.0
    if number <= 0:
        raise SettingError(f"{name} is {shown(value)}, but must be a number above 0, such as 0.01")
    return number
