"""A file that was handed in: a program or a notebook, and which exercises it solves."""

import os
import re
from typing import TYPE_CHECKING, Dict, List, Optional, Sequence

from ..checking.exercises import ALL_EXERCISES, exercise_numbered
from ..validation import SettingError
from .source import NotReadable, Part, parts_of

if TYPE_CHECKING:
    from ..checking.exercises import AnyExercise

ENDINGS = (".py", ".ipynb")
IN_FILE_NAME = re.compile(r"exercise[_ -]?0*(\d{1,4})(?!\d)", re.IGNORECASE)
IN_DOCSTRING = re.compile(r"\s*\"\"\"Exercise (\d{1,4}):")
TWO_LAYERS, ANY_LAYERS = 11, 12  # both ask for a function `backward`
ONE_EXAMPLE = "x"  # the second parameter of `backward` in exercise 11; in the others it is X
ONLY_IF_NAMED = 15  # from here on, `backward` is asked for again


class HandedIn:
    """A file with a learner's functions: its path, its parts, and the numbers of the exercises that it solves.

    A program has one part, a notebook one for each cell. `problem` says why none of it can be run, if so. With
    `has_helpers`, other files in its folder are the same learner's, and may be imported. `is_not_assigned` if all its
    exercises are others than those in `only`.
    """

    def __init__(self, path: str, only: Optional[Sequence[int]] = None, has_helpers: bool = True) -> None:
        self.path = path
        self.absolute_path = os.path.abspath(path)
        self.folder_of_helpers = os.path.dirname(self.absolute_path) if has_helpers else None
        self.parts: List[Part] = []
        self.problem = ""
        try:
            self.parts = parts_of(path)
            if len(self.parts) == 1:
                self.problem = self.parts[0].problem
        except NotReadable as problem:
            self.problem = str(problem)
        found = self._numbers()
        if not found and self.problem and only is not None and len(only) == 1:
            found = list(only)
        self.numbers = [number for number in found if only is None or number in only]
        self.is_not_assigned = found != [] and self.numbers == []

    def __repr__(self) -> str:
        return f"HandedIn({os.path.basename(self.path)}, {self.numbers})"

    @property
    def source(self) -> str:
        """All the parts, one below the other."""
        return "\n".join([part.source for part in self.parts])

    @property
    def names(self) -> List[str]:
        """The names that its parts give to something."""
        return [name for part in self.parts for name in part.names]

    def parts_for(self, exercise: "AnyExercise") -> List[str]:
        """The sources of the parts, up to where a function of this exercise is defined anew for another one.

        >>> import tempfile
        >>> from ..checking.exercises import exercise_numbered
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = os.path.join(folder, "both.py")
        ...     with open(path, "w") as file:
        ...         _ = file.write("def backward(network, x, y): pass\\ndef backward(network, X, Y): pass\\n")
        ...     both = HandedIn(path)
        >>> both.numbers, both.parts_for(exercise_numbered(11))
        ([11, 12], ['def backward(network, x, y): pass\\n'])
        """
        sources: List[str] = []
        seen = False
        for part in self.parts:
            for function in part.functions if exercise.number == TWO_LAYERS else []:
                if function.name == "backward" and seen and function.second_parameter != ONE_EXAMPLE:
                    return sources + ["\n".join(part.source.split("\n")[: function.line - 1]) + "\n"]
                seen = seen or (function.name == "backward" and function.second_parameter == ONE_EXAMPLE)
            sources.append(part.source)
        return sources

    def problem_with(self, exercise: "AnyExercise") -> str:
        """Why this exercise cannot be run: because nothing can be, or because the cell of its functions cannot.

        >>> HandedIn(__file__).problem_with(exercise_numbered(1))
        ''
        """
        if self.problem or [name for name in exercise.names if name in self.names]:
            return self.problem
        for part in self.parts:
            if part.problem and [name for name in exercise.names if _defines(part, name)]:
                return part.problem
        return ""

    def _numbers(self) -> List[int]:
        """The exercise that its name or its docstring says, unless it holds others; or those whose functions it has."""
        told = IN_FILE_NAME.search(os.path.basename(self.path)) or IN_DOCSTRING.match(self.source)
        number = int(told.group(1)) if told else 0
        if 1 <= number <= len(ALL_EXERCISES):
            if [name for name in exercise_numbered(number).names if self._has(name)] or not self._found():
                return [number]
        return self._found()

    def _found(self) -> List[int]:
        """The exercises whose functions it has: all of them, or some, if no exercise is there as a whole."""
        asked = [each for each in ALL_EXERCISES if each.number < ONLY_IF_NAMED and self._is_meant(each)]
        whole = [each.number for each in asked if not [name for name in each.names if not self._has(name)]]
        return whole or [each.number for each in asked if [name for name in each.names if self._has(name)]]

    def _has(self, name: str) -> bool:
        in_a_broken_part = [part for part in self.parts if part.problem and _defines(part, name)]
        return name in self.names or in_a_broken_part != []

    def _is_meant(self, exercise: "AnyExercise") -> bool:
        if exercise.number not in (TWO_LAYERS, ANY_LAYERS):
            return True
        functions = [function for part in self.parts for function in part.functions if function.name == "backward"]
        kinds = [function.second_parameter == ONE_EXAMPLE for function in functions] or [False]
        return (exercise.number == TWO_LAYERS) in kinds


def _defines(part: Part, name: str) -> bool:
    """Whether it looks as if the part, which is no Python, were to define this function."""
    return re.search(rf"^def {name}\b", part.source, re.MULTILINE) is not None


def files_in(path: str) -> List[str]:
    """The file, or all programs and notebooks in a folder and in its folders. NotReadable if there is no such path.

    A Python package, such as minibackprop, is left out, and so is a virtual environment.

    >>> files_in(__file__) == [__file__]
    True
    """
    if not os.path.exists(path):
        raise NotReadable("there is no such file or folder")
    if not os.path.isdir(path):
        if not path.lower().endswith(ENDINGS):
            raise NotReadable("it is neither a Python file (.py) nor a notebook (.ipynb)")
        return [path]
    found: List[str] = []
    for folder, folders, names in os.walk(path):
        folders[:] = sorted([name for name in folders if not _is_left_out(folder, name)])
        files = [os.path.join(folder, name) for name in sorted(names) if name.lower().endswith(ENDINGS)]
        found += [file for file in files if not _is_left_out(*os.path.split(file)) and os.path.isfile(file)]
    return found


def _is_left_out(folder: str, name: str) -> bool:
    inside = [os.path.join(folder, name, mark) for mark in ("__init__.py", "pyvenv.cfg")]
    return name.startswith((".", "__")) or name == "node_modules" or any(map(os.path.exists, inside))


def assigned_numbers(text: str) -> List[int]:
    """The numbers in a list such as "1-5,12"; SettingError if there is no such exercise.

    >>> assigned_numbers("1-3,12")
    [1, 2, 3, 12]
    """
    numbers: Dict[int, None] = {}
    for part in text.split(","):
        found = re.fullmatch(r"\s*(\d{1,4})\s*(?:-\s*(\d{1,4})\s*)?", part)
        if not found or int(found.group(1)) > int(found.group(2) or found.group(1)):
            raise SettingError(f"{text} names no exercises: give numbers, such as 1-5,12")
        first, last = int(found.group(1)), int(found.group(2) or found.group(1))
        for number in range(first, last + 1):
            numbers[exercise_numbered(number).number] = None
    return sorted(numbers)
