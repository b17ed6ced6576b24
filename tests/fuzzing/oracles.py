"""What must be true of every call, whatever its arguments: each oracle is a function that says what is wrong, or None.

1. It returns, or raises ValueError or TypeError, and nothing else.
2. No number in what it returns is NaN or infinite, and no text of a drawing says so.
3. No argument has changed.
4. No list of the result is a list of an argument: changing one later would change the other. (A record keeps the
   network that it is about; networks and layers are never changed.)
5. The same call gives the same answer again.
"""

import math
import re
from typing import Any, Dict, Iterator, List, Optional, Tuple

from minibackprop import Activation, Cost, Layer, Network, RandomNumbers
from minibackprop.validation import shown

DEEPEST = 60
CODE = re.compile("<script>.*?</script>|<style>.*?</style>", re.DOTALL)  # of a page
PLAIN = (bool, int, float, bytes, type(None))


def parts(value: Any) -> List[Any]:
    """The values inside a list, a tuple, a dict, an array, or an object of minibackprop."""
    if isinstance(value, (list, tuple)):
        return list(value)
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if type(value).__name__ == "ndarray":
        return list(value) if value.ndim else []
    if type(value).__module__.split(".")[0] == "minibackprop" and not isinstance(value, type):
        return [value for _, value in sorted(getattr(value, "__dict__", {}).items())]
    return []


def frozen(value: Any, depth: int = 0) -> Any:
    """The value as something that can be compared later; objects of other libraries count by their type only."""
    if isinstance(value, str):
        return (type(value).__name__, without_addresses(str(value)))
    if isinstance(value, PLAIN):
        return (type(value).__name__, repr(value) if isinstance(value, float) else value)
    if depth > DEEPEST:
        return "deep"
    if isinstance(value, RandomNumbers):  # it moves on with each number
        return "RandomNumbers"
    if isinstance(value, (Activation, Cost)):  # two functions: the same code, made again, is another object
        return (type(value).__name__, value.name)
    inside = tuple([frozen(part, depth + 1) for part in parts(value)])
    return (type(value).__name__, inside)


def walk(value: Any, stop_at: Dict[int, Any], depth: int = 0) -> Iterator[Any]:
    """The value and everything inside it, but nothing inside the objects of `stop_at`, by id."""
    if id(value) in stop_at and isinstance(value, (Network, Layer, Activation, Cost)):
        return
    yield value
    if depth < DEEPEST:
        for part in parts(value):
            yield from walk(part, stop_at, depth + 1)


def wrong_exception(error: BaseException) -> Optional[str]:
    if isinstance(error, (ValueError, TypeError)):
        return None
    if isinstance(error, DeprecationWarning) and "truth value of an empty array" in str(error):
        return None  # an old NumPy, where a newer one raises a ValueError
    return f"{type(error).__name__} instead of a ValueError or TypeError: {error}"


def not_finite(result: Any) -> Optional[str]:
    """Where a number in the result is NaN or infinite, or where the text of one says so."""
    for part in walk(result, {}):
        try:
            if isinstance(part, (float, complex)) and not math.isfinite(abs(part)):
                return f"the result has the number {part}"
        except OverflowError:
            return f"the result has the number {part}"
        if isinstance(part, str):
            found = re.search(r"(?<![\w-])-?(nan|inf|Infinity)(?!\w)", CODE.sub("", part))
            if found:
                return f"the result has a text with {found.group()} in it: {part[:200]!r}"
    return None


def changed(before: Any, arguments: Any) -> Optional[str]:
    """Whether the arguments are no longer what they were when they were `frozen`."""
    after = frozen(arguments)
    return None if after == before else f"an argument has changed from {shown(before)} to {shown(after)}"


def shared(arguments: Any, result: Any) -> Optional[str]:
    """A list, dict or array that is both in the arguments and in the result."""
    given = {id(part): part for part in walk(arguments, {})}
    for part in walk(result, given):
        is_changeable = isinstance(part, (list, dict, set)) or type(part).__name__ == "ndarray"
        if is_changeable and id(part) in given:
            return f"the result has a list of the arguments in it: {shown(part)}"
    return None


def different(first: Any, second: Any) -> Optional[str]:
    """Whether the outcomes of the same call, made twice, differ."""
    return None if frozen(first) == frozen(second) else f"the same call gave {first!r:.300} and then {second!r:.300}"


def outcome_of(error: BaseException) -> Tuple[str, str]:
    """An exception as an outcome."""
    return type(error).__name__, without_addresses(str(error))


def without_addresses(text: str) -> str:
    """The text without addresses in memory, which are different each time."""
    return re.sub(r"0x[0-9a-f]+", "0x", text)
