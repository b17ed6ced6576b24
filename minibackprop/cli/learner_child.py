"""The process in which a learner's file is run: it calls the function with each batch, and tells what was seen.

What it has to tell, it writes as lines of JSON to a copy of its standard output that only it knows. To the learner's
file, standard output and standard error lead nowhere, and standard input is empty.
"""

import builtins
import json
import os
import sys
import types
from typing import Any, Callable, Dict, List

from ..diagnosis.diagnose import batches_for
from ..diagnosis.observation import observe
from .cost_option import cost_named

Tell = Callable[[Dict[str, Any]], None]
MOST_BYTES_OF_MEMORY = 2 << 30


def main(request: Dict[str, Any]) -> None:
    """Do what the parent process asks for, and end."""
    tell = _private_channel()
    _limit_memory()
    try:
        _run(request, tell)
    finally:
        os._exit(0)  # whatever the learner's file has left running


def _run(request: Dict[str, Any], tell: Tell) -> None:
    batches = batches_for(cost_named(request["cost"]), request["biases"], request["one_example"])
    try:
        names = _names_of(request["file"])
    except SyntaxError as error:
        tell({"problem": f"{error.msg}, in line {error.lineno}", "kind": "syntax", "line": error.lineno})
        return
    except BaseException as error:
        tell({"problem": _in_words(error), "kind": "loading", "line": _line_in(request["file"], error)})
        return
    function = names.get(request["function"])
    if not callable(function):
        functions = [name for name in names if getattr(names[name], "__globals__", None) is names]
        tell({"problem": "", "kind": "no function", "functions": functions, "is_there": request["function"] in names})
        return
    tell({"loaded": True})
    observed: List[Dict[str, Any]] = []
    for network, X, Y in batches:
        observed.append(observe(function, network, X, Y, request["one_example"], request["biases"]))
    tell({"observed": observed})


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


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # on Windows
        return
    kind = getattr(resource, "RLIMIT_DATA", resource.RLIMIT_AS)
    _, most = resource.getrlimit(kind)
    if most == resource.RLIM_INFINITY or most > MOST_BYTES_OF_MEMORY:
        resource.setrlimit(kind, (MOST_BYTES_OF_MEMORY, most))


def _names_of(path: str) -> Dict[str, Any]:
    """Run the file as a module, with its folder in front of the path, and return the names that it defines."""
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec")
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    name = os.path.splitext(os.path.basename(path))[0]
    module = types.ModuleType(name)
    module.__dict__.update({"__file__": path, "__builtins__": builtins})
    if name not in sys.modules:
        sys.modules[name] = module
    exec(code, module.__dict__)
    return module.__dict__


def _in_words(error: BaseException) -> str:
    try:
        text = str(error)[:200]
    except Exception:
        text = ""
    return type(error).__name__ + (f": {text}" if text else "")


def _line_in(path: str, error: BaseException) -> Any:
    line, traceback = None, error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == path:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
