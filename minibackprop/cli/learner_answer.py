"""The answer of the process that runs a learner's file: it is checked before it is used, for that file may do anything.

An answer is a line of JSON. It says that the file has been loaded, or holds what was observed, or says what is wrong.
"""

import difflib
import json
import tokenize
from typing import Any, Callable, Dict, List, Optional, Tuple

from ..checking.call import KNOWN_ERRORS, OF_ANY_KIND
from ..diagnosis.observation import RECORDED
from ..drawing.plain_text import printable
from ..validation import quoted, shown

MOST_NESTED = 100  # lists in lists: more than anyone needs, but few enough to be looked into by recursion

MOST_LINES = 10_000_000

Answer = Dict[str, Any]
Fits = Callable[[Any], bool]  # whether what was observed has the form that it must have
Types = Dict[str, Tuple[type, ...]]

LOADED: Types = {"loaded": (bool,)}
OBSERVED: Types = {"observed": (list,)}
FAILED: Types = {"kind": (str,), "problem": (str,), "line": (int, type(None)), "functions": (list,)}
BATCH: Types = {
    "error": (str,), "file": (str,), "line": (int, type(None)), "problem": (str,), "layers": (list, type(None)),
    "changed": (str,), "shares_rows": (bool,), "again": (list,),
}  # what `observe` returns
CALL: Types = {
    "kind": (str,), "error": (str,), "file": (str,), "line": (int, type(None)), "problem": (str,),
    "value": (float, list, type(None)), "changed": (bool,), "varies": (bool,),
}  # what `observe_call` returns


class LearnerError(ValueError):
    """The learner's file could not be run, or it gave no answer."""


class LoadingError(LearnerError):
    """The learner's file could not be loaded."""


class RunningError(LearnerError):
    """The learner's function could not be run to its end; what it says about that is the learner's own text."""


def no_sense(path: str) -> LearnerError:
    """The error for an answer that cannot be used."""
    return LearnerError(
        f"the answer of the process of {path} makes no sense: does the file write to open files that are not its own, "
        "or close them?"
    )


def as_answer(line: bytes, path: str, fits: Fits) -> Answer:
    """The answer in a line of JSON. LearnerError if it makes no sense, or if what was observed does not fit."""
    try:
        answer = json.loads(line.decode("ascii"))
    except (ValueError, RecursionError):
        raise no_sense(path) from None
    if _fits(answer, LOADED):
        return {"loaded": True}
    if _fits(answer, OBSERVED) and fits(answer["observed"]):
        return {"observed": _printable(answer["observed"])}
    if _fits(answer, FAILED) and all(isinstance(name, str) for name in answer["functions"]) and _is_line(answer):
        return {name: answer[name] for name in FAILED}
    raise no_sense(path)


def in_words(answer: Answer, path: str, function: str) -> str:
    """The message for an answer that says what is wrong."""
    kind, line, names = answer["kind"], answer["line"], answer["functions"]
    problem = "\n".join([printable(text) for text in answer["problem"].split("\n")])
    where = "" if line is None else f", in line {line}"
    if kind == "syntax":
        return f"{path} is not valid Python: {problem}{where}{source_line(path, line)}"
    if kind == "loading":
        return f"{path} could not be loaded: {problem}{where}{source_line(path, line)}"
    if kind == "running":
        return f"{function} in {path} could not be run to its end: {problem}"
    wrong = f"{quoted(function)} in {path} {problem}" if problem else f"{path} has no function {shown(function)}"
    if not names:
        return f"{wrong}, and the file defines no other: it needs one that takes (network, X, Y)"
    has = ", ".join(names[:10]) + (", …" if len(names) > 10 else "")
    closest = (difflib.get_close_matches(function, names, 1) or names)[0]
    return f"{wrong}; it has {has}: name one of them, as in {path}:{closest}"


def source_line(path: str, line: Optional[int]) -> str:
    """This line of the file, to go below a message; empty if it cannot be read."""
    if line is None or line < 1:
        return ""
    try:
        with tokenize.open(path) as file:
            text = file.readlines()[line - 1]
    except (OSError, ValueError, SyntaxError, IndexError):
        return ""
    return f"\n   {line}: {text.strip()[:100]}"


def _is_line(answer: Answer) -> bool:
    return answer["line"] is None or 0 < answer["line"] < MOST_LINES


def _printable(value: Any) -> Any:
    """The same, with a ? in its texts for each character that a terminal would obey."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list):
        return [_printable(entry) for entry in value]
    return {name: _printable(entry) for name, entry in value.items()} if isinstance(value, dict) else value


def _fits(answer: Any, types: Types) -> bool:
    is_dict = isinstance(answer, dict) and set(answer) == set(types)
    return is_dict and all(type(answer[name]) in types[name] for name in types)


def is_batch(seen: Any) -> bool:
    """Whether it can be what `observe` returned."""
    if not _fits(seen, BATCH) or seen["changed"] not in ("", "network", "inputs") or len(seen["again"]) not in (0, 2):
        return False
    if seen["layers"] is None and not seen["error"] and not seen["problem"]:
        return False
    layers_of_calls = [layers for layers in [seen["layers"]] + seen["again"] if layers is not None]
    return all(isinstance(layers, list) and all(map(_is_layer, layers)) for layers in layers_of_calls)


def is_call(seen: Any) -> bool:
    """Whether it can be what `observe_call` returned."""
    if not _fits(seen, CALL) or seen["kind"] not in ["", OF_ANY_KIND, *KNOWN_ERRORS]:
        return False
    return _are_numbers([seen["value"]])


def _is_layer(numbers: Any) -> bool:
    if not isinstance(numbers, dict) or "dC_dW" not in numbers or not set(numbers) <= set(RECORDED):
        return False
    return _are_numbers(list(numbers.values()))


def _are_numbers(values: List[Any]) -> bool:
    """Whether there are only floats and None, in lists that are not nested too deeply."""
    level = values
    for _ in range(MOST_NESTED):
        lists = [value for value in level if isinstance(value, list)]
        if not all(value is None or type(value) in (float, list) for value in level):
            return False
        level = [entry for entries in lists for entry in entries]
    return not level
