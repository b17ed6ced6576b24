"""The process in which a learner's file is run: it calls the function with each batch, and tells what was seen.

What it has to tell, it writes as lines of JSON to a copy of its standard output that only it knows. To the learner's
file, standard output and standard error lead nowhere, and standard input is empty.
"""

import builtins
import json
import os
import signal
import sys
import types
from typing import Any, Callable, Dict, Sequence

from ..backprop import backward
from ..diagnosis.diagnose import batches_for
from ..diagnosis.observation import error_in_words, observe
from ..kinds import is_function
from .cost_option import cost_named

Tell = Callable[[Dict[str, Any]], None]
MOST_BYTES_OF_MEMORY = 2 << 30
SECONDS_AFTER_THE_TIMEOUT = 5


def main(request: Dict[str, Any]) -> None:
    """Do what the parent process asks for, and end."""
    tell = _private_channel()
    _limit(request["timeout"])
    try:
        _run(request, tell)
    finally:
        os._exit(0)  # whatever the learner's file has left running


def _run(request: Dict[str, Any], tell: Tell) -> None:
    batches = batches_for(cost_named(request["cost"]), request["biases"], request["one_example"])
    path, wanted = request["file"], request["function"]
    try:
        code = _compiled(path)
    except (SyntaxError, ValueError) as error:  # ValueError: it holds a null byte
        tell(_failed("syntax", getattr(error, "msg", None) or str(error), getattr(error, "lineno", None)))
        return
    except BaseException as error:
        tell(_failed("loading", error_in_words(error)))
        return
    try:
        names = _names_of(code, path)
    except BaseException as error:
        tell(_failed("loading", error_in_words(error), _line_in(path, error)))
        return
    function: Any = names.get(wanted)
    problem = "" if wanted not in names else _not_theirs(function)
    if problem or wanted not in names:
        functions = [str(name) for name, value in list(names.items()) if _is_defined_in(value, names)]
        tell(_failed("no function", problem, functions=functions))
        return
    tell({"loaded": True})
    try:
        observed = [observe(function, *batch, request["one_example"], request["biases"]) for batch in batches]
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


def _is_defined_in(value: Any, names: Dict[str, Any]) -> bool:
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


def _limit(timeout: float) -> None:
    """Set limits on memory and, in case the parent process is no longer there to end this one, on time."""
    if hasattr(signal, "alarm"):  # not on Windows
        signal.alarm(int(timeout) + SECONDS_AFTER_THE_TIMEOUT)
    try:
        import resource
        kind = getattr(resource, "RLIMIT_DATA", resource.RLIMIT_AS)
        _, most = resource.getrlimit(kind)
        if most == resource.RLIM_INFINITY or most > MOST_BYTES_OF_MEMORY:
            resource.setrlimit(kind, (MOST_BYTES_OF_MEMORY, most))
    except (ImportError, OSError, ValueError):  # not on Windows, and not wherever the system refuses
        pass


def _compiled(path: str) -> types.CodeType:
    with open(path, "rb") as file:
        return compile(file.read(), path, "exec", dont_inherit=True)


def _names_of(code: types.CodeType, path: str) -> Dict[str, Any]:
    """Run the file as a module, with its folder in front of the path, and return the names that it defines."""
    sys.path.insert(0, os.path.dirname(path))
    sys.argv = [path]
    name = os.path.splitext(os.path.basename(path))[0]
    module = types.ModuleType(name)
    module.__dict__.update({"__file__": path, "__builtins__": builtins})
    if name not in sys.modules:
        sys.modules[name] = module
    exec(code, module.__dict__)
    return module.__dict__


def _line_in(path: str, error: BaseException) -> Any:
    line, traceback = None, error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == path:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
