"""The process in which a learner's file is run: it calls the functions in it, and tells what was seen.

What it has to tell, it writes as lines of JSON to a copy of its standard output that only it knows. To the learner's
file, standard output and standard error lead nowhere, and standard input is empty.
"""

import builtins
import json
import os
import sys
import types
from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

from ..backprop import backward
from ..checking.exercises import exercise_numbered
from ..diagnosis.diagnose import batches_for
from ..diagnosis.observation import error_in_words, observe
from ..kinds import is_function
from .cost_option import cost_named
from .learner_guard import confine
from .learner_library import forget_answers, hide_library
from .learner_limits import limit

Names = Dict[str, Any]
Tell = Callable[[Dict[str, Any]], None]


def main(request: Dict[str, Any]) -> None:
    """Do what the parent process asks for, and end."""
    tell = _private_channel()
    limit(request["timeout"])
    try:
        if "exercise" in request:
            _try_exercise(request, tell)
        else:
            _try_backward(request, tell)
    finally:
        os._exit(0)  # whatever the learner's file has left running


def _try_backward(request: Dict[str, Any], tell: Tell) -> None:
    """Call the backward pass with each batch of the diagnosis."""
    batches = batches_for(cost_named(request["cost"]), request["biases"], request["one_example"])
    names = _loaded(request["file"], tell)
    if names is None:
        return
    wanted = request["function"]
    function: Any = names.get(wanted)
    problem = "" if wanted not in names else _not_theirs(function)
    if problem or wanted not in names:
        functions = [str(name) for name, value in list(names.items()) if _is_defined_in(value, names)]
        tell(_failed("no function", problem, functions=functions))
        return
    tell({"loaded": True})
    _observed(
        lambda: [observe(function, *batch, request["one_example"], request["biases"]) for batch in batches], tell
    )


def _try_exercise(request: Dict[str, Any], tell: Tell) -> None:
    """Call the functions that an exercise asks for. The file may not use the library, nor harm anything.

    What the functions are called with is made before the file is loaded, and the answers are forgotten.
    """
    exercise: Any = exercise_numbered(request["exercise"])
    attempts = exercise.attempts(request["seed"])
    parts, path, helpers = request["parts"], request["file"], request["helpers"]
    forget_answers()
    hide_library()
    confine(request["folder"], path, helpers)
    names, problem = _names_of_parts(parts, path, helpers)
    functions = {name: names[name] for name in exercise.names if is_function(names.get(name))}
    if problem and not functions:
        tell(_failed("loading", problem))
        return
    tell({"loaded": True})
    _observed(lambda: exercise.observe_with(functions, attempts), tell)


def _names_of_parts(parts: List[str], path: str, folder: Optional[str]) -> Tuple[Names, str]:
    """The names that a program defines, or a notebook, cell by cell; and what the first error was, if there was one.

    As in a notebook, an error in one cell does not end the others; a program ends where it raises one.
    """
    names = _names_for(path, folder)
    if path.lower().endswith(".ipynb"):
        names.update({"display": _nothing, "get_ipython": lambda: _NotebookSystem()})
    first = ""
    for number, source in enumerate(parts, 1):
        place = f"cell {number} with code: " if len(parts) > 1 else ""
        try:
            exec(compile(source, path, "exec", dont_inherit=True), names)
        except BaseException as error:
            line = getattr(error, "lineno", None) if isinstance(error, SyntaxError) else _line_in(path, error)
            is_missing = isinstance(error, FileNotFoundError)
            hint = " (it is run in an empty folder: begin paths with os.path.dirname(__file__))" if is_missing else ""
            first = first or place + error_in_words(error) + hint + _shown_line(source, line)
            if len(parts) == 1 and not isinstance(error, SystemExit):  # which may be the last line of a program
                return {}, first
    return names, first


def _nothing(*arguments: Any, **options: Any) -> None:
    """In place of what a notebook system offers to show things."""


class _NotebookSystem:
    """In place of what get_ipython returns in a notebook."""

    def __getattr__(self, name: str) -> Any:
        return _nothing


def _shown_line(source: str, line: Any) -> str:
    lines = source.split("\n")
    if not isinstance(line, int) or not 1 <= line <= len(lines):
        return ""
    return f", in line {line}: {lines[line - 1].strip()[:100]}"


def _observed(observe_all: Callable[[], List[Any]], tell: Tell) -> None:
    try:
        observed = observe_all()
    except BaseException as error:  # such as KeyboardInterrupt
        tell(_failed("running", error_in_words(error)))
        return
    tell({"observed": observed})


def _failed(kind: str, problem: str, line: Any = None, functions: Sequence[str] = ()) -> Dict[str, Any]:
    return {"kind": kind, "problem": problem, "line": line, "functions": list(functions)}


def _not_theirs(function: Any) -> str:
    """Why this is no function to diagnose, to go after its name; empty if it is one."""
    if not is_function(function):
        return "is not a function"
    return "is minibackprop's own" if function is backward else ""


def _is_defined_in(value: Any, names: Names) -> bool:
    return type(value) is types.FunctionType and value.__globals__ is names


def _private_channel() -> Tell:
    """A function that writes a line of JSON to what was standard output, which now leads nowhere."""
    channel = os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    dumps, write = json.dumps, os.write  # the learner's file may put others in their place

    def tell(what: Dict[str, Any]) -> None:
        data = (dumps(what) + "\n").encode("ascii")
        while data:
            data = data[write(channel, data) :]

    return tell


def _loaded(path: str, tell: Tell) -> Optional[Names]:
    """The names that the file defines; None, after it has been told what is wrong, if it cannot be loaded."""
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:  # ValueError: it holds a null byte
        tell(_failed("syntax", getattr(error, "msg", None) or str(error), getattr(error, "lineno", None)))
        return None
    except BaseException as error:
        tell(_failed("loading", error_in_words(error)))
        return None
    names = _names_for(path, os.path.dirname(path))
    try:
        exec(code, names)
        return names
    except BaseException as error:
        tell(_failed("loading", error_in_words(error), _line_in(path, error)))
        return None


def _names_for(path: str, folder: Optional[str]) -> Names:
    """The names of a new module for the file; the folder is where it finds other modules of the learner's own."""
    if folder is not None:
        sys.path.insert(0, folder)
    sys.argv = [path]
    name = os.path.splitext(os.path.basename(path))[0]
    module = types.ModuleType(name)
    module.__dict__.update({"__file__": path, "__builtins__": builtins})
    if name not in sys.modules:
        sys.modules[name] = module
    return module.__dict__


def _line_in(path: str, error: BaseException) -> Any:
    line, traceback = None, error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == path:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
