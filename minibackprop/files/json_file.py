"""JSON files with a format and a version: written whole, and read so strictly that damage is noticed.

JSON holds data only: no code is ever run from a file.
"""

import contextlib
import json
from typing import Any, Dict, Iterator, List, Sequence, Tuple

from ..validation import shown
from .text_file import read_text
from .whole_file import PathLike, write_whole

MOST_DIGITS = 20  # of a whole number; Python would take minutes to read one of a million digits


class ModelFileError(ValueError):
    """A file that holds no model, or a damaged one, or a model that cannot be kept in a file."""


def write_json(
    path: PathLike, format_name: str, version: int, fields: Dict[str, Any], replace: bool = True
) -> None:
    """Write the fields to a file, one per line, below the name and version of the format.

    Every bit of every number survives: Python writes a float with as many digits as it takes. OutputError if the file
    cannot be written; FileExistsError if there is one, and `replace` is False.

    >>> import os, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = os.path.join(folder, "line.json")
    ...     write_json(path, "a line", 1, {"slope": 0.1})
    ...     with open(path) as file:
    ...         print(file.read(), end="")
    {
    "format": "a line",
    "version": 1,
    "slope": 0.1
    }
    """
    everything = {"format": format_name, "version": version, **fields}
    lines = [f"{json.dumps(name)}: {json.dumps(value, allow_nan=False)}" for name, value in everything.items()]
    write_whole(path, "{\n" + ",\n".join(lines) + "\n}\n", replace)


def read_json(path: PathLike, format_name: str, version: int, names: Sequence[str]) -> Dict[str, Any]:
    """Return the fields of a file that `write_json` wrote: exactly the fields of these names.

    ModelFileError says why the file cannot be read, or what is wrong with it. Call it inside `errors_begin_with(path)`.

    >>> with errors_begin_with("no_such_file.json"):
    ...     read_json("no_such_file.json", "a line", 1, ["slope"])
    Traceback (most recent call last):
        ...
    minibackprop.files.json_file.ModelFileError: no_such_file.json: there is no such file
    """
    everything = _parsed(read_text(path, ModelFileError, ", so it is no file of minibackprop"))
    if not isinstance(everything, dict) or everything.get("format") != format_name:
        raise ModelFileError(f'this is not a {format_name}: its first field would be "format": "{format_name}"')
    found = everything.get("version")
    if type(found) is not int or found < 1:
        raise ModelFileError(f"the version of its format is {shown(found)}, but must be a whole number, 1 or more")
    if found > version:
        raise ModelFileError(
            f"it was saved by a later version of minibackprop, in version {found} of the format, "
            f"but this one reads version {version}: update minibackprop"
        )
    return fields_of(everything, "the file", ["format", "version", *names])


def fields_of(value: Any, where: str, names: Sequence[str]) -> Dict[str, Any]:
    """Return a JSON object, a dict; ModelFileError unless it has exactly the fields of these names.

    >>> fields_of({"slope": 2.0}, "the line", ["slope"])
    {'slope': 2.0}
    """
    if not isinstance(value, dict):
        raise ModelFileError(f"{where} is {shown(value)}, but must have the fields {', '.join(names)}")
    for name in names:
        if name not in value:
            raise ModelFileError(f"{where} lacks the field {name!r}")
    for name in value:
        if name not in names:
            raise ModelFileError(f"{where} has a field {shown(name)}, which is none of {', '.join(names)}")
    return value


@contextlib.contextmanager
def errors_begin_with(place: object) -> Iterator[None]:
    """In the indented lines, a ValueError becomes a ModelFileError that begins with the place, such as a path.

    >>> with errors_begin_with("layer 2"):
    ...     raise ValueError("it has no weights")
    Traceback (most recent call last):
        ...
    minibackprop.files.json_file.ModelFileError: layer 2: it has no weights
    """
    try:
        yield
    except ValueError as error:
        raise ModelFileError(f"{place}: {error}") from None
    except RecursionError:
        raise ModelFileError(f"{place}: the brackets in it are nested too deeply") from None


def _parsed(text: str) -> Any:
    if not text.strip():
        raise ModelFileError("the file is empty")
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=_whole_number, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ModelFileError(f"it is not JSON, or it is damaged, at {place} ({error.msg})") from None


def _object(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ModelFileError(f"the field {shown(twice)} appears twice in the same place")
    return value


def _whole_number(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ModelFileError(f"it contains a whole number of {len(digits)} digits, which is too large")
    return int(digits)


def _no_number(name: str) -> float:
    raise ModelFileError(f"it contains {name}, but only finite numbers can be used")
