"""A file that was handed in: a program or a notebook, and which exercises it solves."""

import ast
import json
import os
import re
import tokenize
from typing import TYPE_CHECKING, Dict, List, Optional, Sequence

from ..checking.exercises import ALL_EXERCISES, exercise_numbered
from ..validation import SettingError

if TYPE_CHECKING:
    from ..checking.exercises import AnyExercise

ENDINGS = (".py", ".ipynb")
IN_FILE_NAME = re.compile(r"exercise[_ -]?0*(\d+)", re.IGNORECASE)
IN_DOCSTRING = re.compile(r"\s*\"\"\"Exercise (\d+):")
TWO_LAYERS, ANY_LAYERS = 11, 12  # both ask for a function `backward`
COMMAND = re.compile(r"\s*(%{1,2}\w|!|\?|[\w.]+\?{1,2}\s*$)")  # a line of a notebook that is not Python
MOST_BYTES = 5_000_000


class NotReadable(ValueError):
    """A file that cannot be read as a program: it says why."""


class HandedIn:
    """A file with a learner's functions: its path, its source, and the numbers of the exercises that it solves.

    `problem` says why it cannot be run, if it cannot; `line` is the line with the problem. With `has_helpers`, other
    files in its folder are the same learner's, and may be imported. `is_not_assigned` if all its exercises are others.
    """

    def __init__(self, path: str, only: Optional[Sequence[int]] = None, has_helpers: bool = True) -> None:
        self.path = path
        self.absolute_path = os.path.abspath(path)
        self.folder_of_helpers = os.path.dirname(self.absolute_path) if has_helpers else None
        self.source = ""
        self.problem = ""
        self._functions: List[ast.FunctionDef] = []
        self._names: List[str] = []
        try:
            self.source = source_in(path)
            self._read_names()
        except NotReadable as problem:
            self.problem = str(problem)
        found = self._numbers()
        self.numbers = [number for number in found if only is None or number in only]
        self.is_not_assigned = found != [] and self.numbers == []

    def __repr__(self) -> str:
        return f"HandedIn({os.path.basename(self.path)}, {self.numbers})"

    def source_for(self, exercise: "AnyExercise") -> str:
        """The source, up to where a function of this exercise is defined anew for another one.

        >>> import tempfile
        >>> from ..checking.exercises import exercise_numbered
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = os.path.join(folder, "both.py")
        ...     with open(path, "w") as file:
        ...         _ = file.write("def backward(network, x, y): pass\\ndef backward(network, X, Y): pass\\n")
        ...     both = HandedIn(path)
        >>> both.numbers, both.source_for(exercise_numbered(11))
        ([11, 12], 'def backward(network, x, y): pass\\n')
        """
        for function in self._functions:
            if function.name == "backward" and exercise.number == TWO_LAYERS and not _takes_one_example(function):
                earlier = [each for each in self._functions if each.lineno < function.lineno]
                if [each for each in earlier if each.name == "backward" and _takes_one_example(each)]:
                    return "\n".join(self.source.split("\n")[: function.lineno - 1]) + "\n"
        return self.source

    def _read_names(self) -> None:
        try:
            tree = ast.parse(self.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            where = getattr(error, "lineno", None)
            text = getattr(error, "msg", None) or str(error) or type(error).__name__
            raise NotReadable(f"it is not valid Python: {text}" + (f", in line {where}" if where else "")) from None
        self._functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
        self._names = [name for node in tree.body for name in _names_bound_by(node)]

    def _numbers(self) -> List[int]:
        """The exercise that its name or its first text says; otherwise those whose functions it has."""
        told = IN_FILE_NAME.search(os.path.basename(self.path)) or IN_DOCSTRING.match(self.source)
        if told:
            return [int(told.group(1))] if 1 <= int(told.group(1)) <= len(ALL_EXERCISES) else []
        numbers = []
        for exercise in ALL_EXERCISES[: len(ALL_EXERCISES) - 3]:  # the last three must be named
            if [name for name in exercise.names if name in self._names] and self._is_meant(exercise):
                numbers.append(exercise.number)
        return numbers

    def _is_meant(self, exercise: "AnyExercise") -> bool:
        if exercise.number not in (TWO_LAYERS, ANY_LAYERS):
            return True
        backward = [function for function in self._functions if function.name == "backward"]
        kinds = [_takes_one_example(function) for function in backward] or [False]
        return (exercise.number == TWO_LAYERS) in kinds


def source_in(path: str) -> str:
    """The program in a file, or the code of a notebook. NotReadable says why there is none.

    >>> source_in(__file__).startswith('\"\"\"A file that was handed in')
    True
    """
    try:
        if os.path.getsize(path) > MOST_BYTES:
            raise NotReadable(f"it has more than {MOST_BYTES // 1_000_000} MB")
        if path.lower().endswith(".ipynb"):
            with open(path, encoding="utf-8-sig") as notebook:
                return _code_in(notebook.read())
        with tokenize.open(path) as program:
            return program.read()
    except OSError as error:
        raise NotReadable(f"it cannot be read: {error.strerror or error}") from None
    except (UnicodeDecodeError, SyntaxError):
        raise NotReadable("it is not a text: save it as a Python file, in UTF-8") from None


def _code_in(text: str) -> str:
    """The code cells of a notebook, one below the other, without its commands, such as %timeit."""
    try:
        cells = json.loads(text)["cells"]
        sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NotReadable("it is not a notebook, or a damaged one: save it again") from None
    lines = "\n\n\n".join(sources).split("\n")
    return "\n".join(["" if COMMAND.match(line) else line for line in lines]) + "\n"


def _takes_one_example(function: ast.FunctionDef) -> bool:
    """Whether its second parameter is called x, as in exercise 11, and not X, as in exercise 12."""
    names = [argument.arg for argument in function.args.args]
    return names[1:2] == ["x"]


def _names_bound_by(node: ast.stmt) -> List[str]:
    """The names that a statement gives to something, also in the branches of an if or a try."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [alias.asname or alias.name for alias in node.names]
    inner: List[ast.stmt] = []
    for field in ("body", "orelse", "finalbody"):
        inner += getattr(node, field, [])
    return [name for each in inner for name in _names_bound_by(each)]


def files_in(path: str) -> List[str]:
    """The file, or all programs and notebooks in a folder, by their names. NotReadable if there is no such path.

    >>> files_in(__file__) == [__file__]
    True
    """
    if not os.path.exists(path):
        raise NotReadable("there is no such file or folder")
    if not os.path.isdir(path):
        if not path.lower().endswith(ENDINGS):
            raise NotReadable("it is neither a Python file (.py) nor a notebook (.ipynb)")
        return [path]
    names = sorted(name for name in os.listdir(path) if name.lower().endswith(ENDINGS) and not name.startswith("."))
    return [os.path.join(path, name) for name in names]


def assigned_numbers(text: str) -> List[int]:
    """The numbers in a list such as "1-5,12"; SettingError if there is no such exercise.

    >>> assigned_numbers("1-3,12")
    [1, 2, 3, 12]
    """
    numbers: Dict[int, None] = {}
    for part in text.split(","):
        found = re.fullmatch(r"\s*(\d{1,4})\s*(?:-\s*(\d{1,4})\s*)?", part)
        if not found:
            raise SettingError(f"{text} names no exercises: give numbers, such as 1-5,12")
        first, last = int(found.group(1)), int(found.group(2) or found.group(1))
        for number in range(first, last + 1):
            numbers[exercise_numbered(number).number] = None
    if not numbers:
        raise SettingError(f"{text} names no exercises: give numbers, such as 1-5,12")
    return sorted(numbers)
