"""The source of what was handed in, read without running it: a program, or the cells of a notebook."""

import ast
import io
import json
import os
import re
import stat
import tokenize
import warnings
from typing import List, NamedTuple

MOST_BYTES = 5_000_000  # of a file; a notebook may hold pictures
MOST_CHARACTERS = 200_000  # of code
LONGEST_LINE = 10_000  # Python 3.8 itself crashes with very long ones
COMMAND = re.compile(r"(\s*)(%{1,2}\w|!|\?|[\w.]+\?{1,2}\s*$|\w+\s*=\s*[!%])")  # of a notebook, not of Python
CELL_COMMANDS_WITH_CODE = ("%%time", "%%timeit", "%%capture")


class NotReadable(ValueError):
    """A file that cannot be read as a program: it says why."""


class FunctionRead(NamedTuple):
    """A function at the top level: its name, its line, and what its second parameter is called."""

    name: str
    line: int
    second_parameter: str


class Part:
    """A program, or a cell of a notebook: its source, what is in it, and why it cannot be run, if so."""

    def __init__(self, source: str, place: str = "") -> None:
        self.source = source
        self.problem = ""
        self.functions: List[FunctionRead] = []
        self.names: List[str] = []
        try:
            tree = _parsed(source)
        except NotReadable as problem:
            self.problem = f"{place}{problem}"
            return
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                parameters = [argument.arg for argument in node.args.args]
                self.functions.append(FunctionRead(node.name, node.lineno, "".join(parameters[1:2])))
        self.names = _names_bound_in(tree)

    def __repr__(self) -> str:
        return f"Part({self.names})"


def parts_of(path: str) -> List[Part]:
    """The program in a file, or the cells of a notebook. NotReadable says why there is none.

    >>> parts_of(__file__)[0].names[-3:]
    ['_is_locked', '_without_commands', '_without_command']
    """
    data = _bytes_of(path)
    if not path.lower().endswith(".ipynb"):
        return [Part(_decoded(data))]
    cells = [(number, _without_commands(cell)) for number, cell in _cells_in(data)]
    return [Part(cell, f"cell {number}: ") for number, cell in cells]


def _bytes_of(path: str) -> bytes:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise NotReadable("it is no file with a program")
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise NotReadable(f"it cannot be read: {error.strerror or error}") from None
    if len(data) > MOST_BYTES:
        raise NotReadable(f"it has more than {MOST_BYTES // 1_000_000} MB")
    return data


def _parsed(source: str) -> ast.Module:
    if len(source) > MOST_CHARACTERS:
        raise NotReadable(f"its code has more than {MOST_CHARACTERS} characters")
    if max([len(line) for line in source.split("\n")]) > LONGEST_LINE:
        raise NotReadable(f"it has a line of more than {LONGEST_LINE} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        where = getattr(error, "lineno", None)
        text = getattr(error, "msg", None) or str(error) or type(error).__name__
        raise NotReadable(f"it is not valid Python: {text}" + (f", in line {where}" if where else "")) from None


def _names_bound_in(tree: ast.Module) -> List[str]:
    """The names that are given to something, also in the branches of an if, a try or a match."""
    names: List[str] = []
    statements: List[ast.AST] = list(tree.body)
    while statements:
        node = statements.pop(0)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.append(node.name)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names += [alias.asname or alias.name for alias in node.names]
        elif isinstance(node, (ast.Assign, ast.AnnAssign, ast.Expr)):
            names += [each.id for each in ast.walk(node) if isinstance(each, ast.Name) and _is_bound(each)]
        else:
            for field in ("body", "handlers", "orelse", "finalbody", "cases"):
                statements += getattr(node, field, [])
    return names


def _is_bound(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def _decoded(data: bytes) -> str:
    """The text of a program, in the encoding that it says."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        return io.StringIO(data.decode(encoding), newline=None).read()
    except (UnicodeError, LookupError, SyntaxError):
        raise NotReadable("it is not a text: save it as a Python file, in UTF-8") from None


def _cells_in(data: bytes) -> "List[tuple[int, str]]":
    """The code cells of a notebook, with their numbers, counted from 1; without those that nbgrader has locked."""
    try:
        cells = json.loads(data.decode("utf-8-sig"))["cells"]
        code = [(number, cell) for number, cell in enumerate(cells, 1) if cell["cell_type"] == "code"]
        written = [(number, cell) for number, cell in code if not _is_locked(cell)]
        return [(number, "".join(cell["source"])) for number, cell in written]
    except UnicodeDecodeError:
        raise NotReadable("it is not a text: save it as a notebook, in UTF-8") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NotReadable("it is not a notebook, or a damaged one: save it again") from None


def _is_locked(cell: "dict[str, object]") -> bool:
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return isinstance(nbgrader, dict) and bool(nbgrader.get("locked"))


def _without_commands(cell: str) -> str:
    """The cell as Python: if it is none, its lines for the notebook system, such as %timeit, become `pass`."""
    try:
        _parsed(cell)
        return cell
    except NotReadable:
        pass
    lines = cell.split("\n")
    if lines[0].startswith("%%") and not lines[0].startswith(CELL_COMMANDS_WITH_CODE):
        return ""  # in another language
    return "\n".join([_without_command(line) for line in lines])


def _without_command(line: str) -> str:
    command = COMMAND.match(line)
    return line if command is None else f"{command.group(1)}pass"
