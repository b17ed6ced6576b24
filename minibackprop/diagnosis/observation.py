"""What a learner's function did when it was called with one batch, as plain data: numbers, texts, lists and dicts.

Nothing is judged here, so the function can also be called in another process than the one that makes the verdict.
"""

from ..kinds import converted, is_list, is_table
from ..linalg import Matrix
from ..network import Layer, Network
from ..own_gradients import WANTED, is_pair_of_lists
from ..validation import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    Backward = Callable[..., Any]
    Observed = dict[str, Any]

RECORDED = ("dC_dA", "dA_dZ", "dC_dZ", "dC_dW", "dC_db")
MOST_NUMBERS = 100000
DEEPEST = 10  # lists in lists
WITHOUT_BIASES = "one dC_dW for each layer, first layer first"


def observe(
    backward: "Backward",
    network: Network,
    X: Matrix,
    Y: Matrix,
    one_example: bool,
    biases: bool,
    in_form: "Callable[[Network], Any] | None" = None,
) -> "Observed":
    """Call the function with copies of a batch, and once or twice more; return what was seen.

    With `in_form` the function is given what that makes of the network: its lists, so that it is seen if they change.

    "error", "file" and "line": what it raised, and in which line of the learner's file, if known. "problem": in words,
    why what it returned cannot be read. "layers": the numbers of each layer, by their names in a record. "again": those
    of the further calls, if they differ. "changed": "network" or "inputs". "shares_rows": whether rows are one list.

    >>> observed = observe(lambda network, X, Y: [([[6]], [2])], Network(Layer([[1]], [0])), [[3.0]], [[1.0]],
    ...                    one_example=False, biases=True)
    >>> observed["layers"], observed["changed"], observed["error"]
    ([{'dC_dW': [[6.0]], 'dC_db': [2.0]}], '', '')
    """
    def call() -> "Observed":
        return _call(backward, network, X, Y, one_example, biases, in_form)

    first = call()
    again: "list[Any]" = []
    if not first["error"] and not first["problem"]:
        second = call()
        if second["layers"] != first["layers"] and _are_numbers(first["layers"]):
            again = [second["layers"], call()["layers"]]
    first["again"] = again
    return first


def as_layers(returned: "Any", num_layers: int, biases: bool) -> "list[dict[str, Any]]":
    """The numbers of each layer, by their names in a record; TypeError if what was returned cannot be read.

    >>> as_layers([([[6]], [2])], 1, biases=True)
    [{'dC_dW': [[6.0]], 'dC_db': [2.0]}]
    """
    return _as_numbers(_entries(returned, num_layers, biases))


def _call(
    backward: "Backward",
    network: Network,
    X: Matrix,
    Y: Matrix,
    one_example: bool,
    biases: bool,
    in_form: "Callable[[Network], Any] | None",
) -> "Observed":
    seen: "Observed" = {
        "error": "", "file": "", "line": None, "problem": "", "layers": None, "changed": "", "shares_rows": False,
    }
    layers = [Layer(layer.weights, layer.biases, layer.activation) for layer in network.layers]
    given = Network(*layers)
    inputs, targets = [list(x) for x in X], [list(y) for y in Y]
    examples: "list[Any]" = [inputs[0], targets[0]] if one_example else [inputs, targets]
    try:
        shown_network = given if in_form is None else in_form(given)
        returned = backward(shown_network, *examples)
    except (Exception, SystemExit) as error:
        seen["error"] = error_in_words(error)
        seen["file"], seen["line"] = place_of(error)
        return seen
    if _has_changed(network, given):
        seen["changed"] = "network"
    elif not _is_same(inputs, X) or not _is_same(targets, Y):
        seen["changed"] = "inputs"
    try:
        entries = _entries(returned, len(network.layers), biases)
        seen["shares_rows"] = _shares_rows(entries)
        seen["layers"] = _as_numbers(entries)
    except TypeError as problem:
        seen["problem"] = str(problem)
    except Exception as error:  # whatever an object of another library raises when it is read
        seen["problem"] = "what it returned cannot be read: " + error_in_words(error)
    return seen


def error_in_words(error: BaseException) -> str:
    """The type of an error and what it says, which is cut off after 200 characters.

    >>> error_in_words(ValueError("too large")), error_in_words(ValueError())
    ('ValueError: too large', 'ValueError')
    """
    try:
        text = str(error)
    except Exception:
        text = ""
    return type(error).__name__[:50] + (": " + text[:200] if text else "")


def place_of(error: BaseException) -> "tuple[str, int | None]":
    """The learner's file, and the line of it where the error was raised, or where what raised it was called.

    The call that the learner's function is called by does not count.

    >>> place_of(ValueError())
    ('', None)
    """
    traceback = getattr(getattr(error, "__traceback__", None), "tb_next", None)  # the first entry is the call above
    if traceback is None:
        return "", None
    file, line = traceback.tb_frame.f_code.co_filename, None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == file:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return file, line


def _entries(returned: "Any", num_layers: int, biases: bool) -> "list[dict[str, Any]]":
    """What was returned for each layer, by the names in a record; nothing for each if nothing was returned."""
    wanted = WANTED if biases else WITHOUT_BIASES
    if returned is None or (is_list(returned) and len(returned) == 0):
        return [{"dC_dW": None, "dC_db": None} for _ in range(num_layers)]
    if not is_list(returned):
        raise TypeError(f"it returned {shown(returned)}, but must return a list: {wanted}")
    if biases and is_pair_of_lists(returned, num_layers):
        raise TypeError(
            f"it returned all the dC_dW and then all the dC_db, but must return {wanted}, as "
            "list(zip(dC_dW, dC_db)) makes them"
        )
    return [_entry(number, entry, biases) for number, entry in enumerate(returned, 1)]


def _entry(number: int, entry: "Any", biases: bool) -> "dict[str, Any]":
    if entry is None:
        return {"dC_dW": None, "dC_db": None}
    if hasattr(entry, "dC_dW"):
        numbers = {name: getattr(entry, name) for name in RECORDED if hasattr(entry, name)}
        numbers["dC_db"] = getattr(entry, "dC_db", None)
        return numbers
    if not biases and is_table(entry) and not (len(entry) == 2 and is_table(entry[0])):
        return {"dC_dW": entry}
    if is_list(entry) and len(entry) == 2:
        return {"dC_dW": entry[0], "dC_db": entry[1]}
    without = " (if it has no biases, say so: biases=False)" if is_table(entry) else ""
    wanted = WANTED if biases else WITHOUT_BIASES
    raise TypeError(f"for layer {number} it returned {shown(entry)}, but must return {wanted}{without}")


def _as_numbers(entries: "list[dict[str, Any]]") -> "list[dict[str, Any]]":
    left = [MOST_NUMBERS]
    return [{name: as_plain(entry[name], left) for name in entry} for entry in entries]


def as_plain(value: "Any", left: "list[int]", depth: int = 0) -> "Any":
    """What was returned, as nested lists of floats; None stays None. `left` holds how many numbers there may still be.

    TypeError, in words that go after "it", if it holds something else, is nested too deeply, or holds too many numbers.

    >>> as_plain((1, [2, None]), [10])
    [1.0, [2.0, None]]
    """
    left[0] -= 1
    if left[0] < 0:
        raise TypeError("it returned too many numbers")
    if depth > DEEPEST:
        raise TypeError(f"it returned lists in lists, more than {DEEPEST} deep")
    if hasattr(value, "tolist"):  # an array of another library
        value = value.tolist()
    if value is None:
        return None
    if is_list(value):
        return [as_plain(entry, left, depth + 1) for entry in value]
    number, problem = converted(value)
    if problem and number == 0.0:
        raise TypeError(f"it returned {shown(value)}: {problem}")
    return number


def _are_numbers(value: "Any") -> bool:
    """Whether there is no NaN among them: one is never equal to itself, but a list with it is."""
    if isinstance(value, dict):
        return _are_numbers(list(value.values()))
    if isinstance(value, list):
        return all([_are_numbers(entry) for entry in value])
    return bool(value == value)


def _has_changed(network: Network, given: "Any") -> bool:
    before = [[layer.weights, layer.biases] for layer in network.layers]
    try:
        return not _is_same([[layer.weights, layer.biases] for layer in given.layers], before)
    except Exception:  # it has no layers, or no weights, any more
        return True


def _is_same(values: "Any", before: "Any") -> bool:
    try:
        return bool(as_plain(values, [10 * MOST_NUMBERS]) == before)
    except Exception:  # it holds something else than numbers now
        return False


def _shares_rows(entries: "list[dict[str, Any]]") -> bool:
    rows: "list[Any]" = []
    for entry in entries:
        if isinstance(entry.get("dC_dW"), (list, tuple)):
            rows += [row for row in entry["dC_dW"] if is_list(row) and not isinstance(row, tuple)]
    for place, row in enumerate(rows):
        for other in rows[:place]:
            if row is other:
                return True
    return False
