"""What a learner sees in a debugger: the chain rule in its order, one factor a line, nothing hidden, few steps."""

import ast
import bdb
import linecache
import sys
from types import CodeType, FrameType
from typing import Any, Callable, Dict, Iterator, List, NamedTuple, Tuple

import pytest
from published_examples import pairs

from minibackprop import SIGMOID, TANH, Layer, Network, RandomNumbers, backward, forward, gradient_step, train

from ..support.ladder import CORE, source_of
from ..support.reference import ReferenceLayer, gradients_of_one_example, mean_gradients

BACKPROP = forward.__code__.co_filename
FACTORS = ["dC_dA", "dA_dZ", "dC_dZ", "dC_dW", "dC_db"]

# A network 2 -> 2 -> 1, whose layers are told apart by their activations, and a batch of two examples.
REFERENCE: List[ReferenceLayer] = [
    ([[0.5, -0.3], [0.8, 0.2]], [0.1, -0.2], "sigmoid"),
    ([[0.7, -0.6]], [0.3], "tanh"),
]
NETWORK = Network(Layer(*REFERENCE[0][:2], SIGMOID), Layer(*REFERENCE[1][:2], TANH))
X, Y = [[1.0, 2.0], [-1.5, 0.5]], [[1.0], [-0.5]]

# The steps of the chain, in their order, and the function where each happens: listed once, even if it is entered for
# every number or every neuron.
CHAIN = [
    ("z = w·x + b, layer 1", "affine"),
    ("a = f(z)", "apply"),
    ("f", "sigmoid"),
    ("z = w·x + b, layer 2", "affine"),
    ("a = f(z)", "apply"),
    ("f", "tanh"),
    ("∂C/∂a = a − y", "half_squared_error_prime"),
    ("∂a/∂z = f′(z), layer 2", "apply"),
    ("f′", "tanh_prime"),
    ("∂C/∂z = ∂C/∂a · ∂a/∂z", "hadamard"),
    ("∂C/∂w = ∂C/∂z · a_in", "matmul_transposed"),
    ("the mean", "divide"),
    ("∂C/∂b = ∂C/∂z", "row_means"),
    ("∂C/∂a = ∂C/∂z · w", "transpose"),
    ("of all neurons", "matmul"),
    ("∂a/∂z = f′(z), layer 1", "apply"),
    ("f′", "sigmoid_prime"),
    ("∂C/∂z = ∂C/∂a · ∂a/∂z", "hadamard"),
    ("∂C/∂w = ∂C/∂z · a_in", "matmul_transposed"),
    ("the mean", "divide"),
    ("∂C/∂b = ∂C/∂z", "row_means"),
    ("w − learning rate · ∂C/∂w, layer 1", "updated"),
    ("a new layer", "with_parameters"),
    ("w − learning rate · ∂C/∂w, layer 2", "updated"),
    ("a new layer", "with_parameters"),
]
CALLERS = ["feed_forward", "chain_rule", "stepped", "apply"]


class Stop(NamedTuple):
    """Where the debugger stands before a line runs, the locals, and the reprs of those that are objects."""

    function: str
    line: int
    seen: Dict[str, Any]
    shown: List[str]


def one_step() -> Network:
    forward_pass = forward(NETWORK, X)
    backward_pass = backward(NETWORK, forward_pass, Y)
    return gradient_step(NETWORK, backward_pass, learning_rate=0.1)


def run_in(debugger: bdb.Bdb, function: Callable[[], object]) -> None:
    """Run the function in the debugger; afterwards, whatever was tracing the tests themselves continues."""
    before = sys.gettrace()
    try:
        debugger.runcall(function)
    finally:
        sys.settrace(before)


def is_object(value: object) -> bool:
    """Is it an object of the package, or a list of such? (A matrix is not.)"""
    if isinstance(value, (list, tuple)):
        return any(is_object(entry) for entry in value)
    return type(value).__module__.startswith("minibackprop")


class Watcher(bdb.Bdb):
    """A debugger in which `step` is pressed until the end; it records every call, and every line of backprop.py.

    Of a call it notes the code of the function and that of its caller. (The caller is never a comprehension,
    which is a frame of its own before Python 3.12, but the function that it stands in.)
    """

    def __init__(self) -> None:
        super().__init__()
        self.calls: List[Tuple[CodeType, CodeType]] = []
        self.stops: List[Stop] = []
        run_in(self, one_step)

    def user_call(self, frame: FrameType, argument_list: None) -> None:
        caller = frame.f_back
        while caller is not None and caller.f_code.co_name == "<listcomp>":
            caller = caller.f_back
        assert caller is not None
        self.calls.append((frame.f_code, caller.f_code))

    def user_line(self, frame: FrameType) -> None:
        code, seen = frame.f_code, dict(frame.f_locals)
        if code.co_filename == BACKPROP and code.co_name != "__init__":  # there, `self` is incomplete
            shown = [repr(value) for value in seen.values() if is_object(value)]
            self.stops.append(Stop(code.co_name, frame.f_lineno, seen, shown))


@pytest.fixture(scope="module")
def watched() -> Watcher:
    return Watcher()


def test_one_step_enters_the_functions_in_the_order_of_the_chain(watched: Watcher) -> None:
    names = {name for _, name in CHAIN}
    calls = [(code.co_name, caller.co_name) for code, caller in watched.calls]
    entered = [name for name, caller in calls if name in names and caller in CALLERS]
    once_each = [name for name, before in zip(entered, [""] + entered) if name != before]
    assert once_each == [name for _, name in CHAIN]


def assignments(watched: Watcher) -> Iterator[Tuple[str, Any, int]]:
    """Name, value and line of each factor that appears or changes between two stops: only one at a time may."""
    stops = [stop for stop in watched.stops if stop.function == "chain_rule"]
    for stop, following in zip(stops, stops[1:]):
        before, after = stop.seen, following.seen
        changed = [name for name in after if name not in before or after[name] is not before[name]]
        if set(changed) & set(FACTORS):
            assert len(changed) == 1, f"line {stop.line} assigns {changed}"
            yield changed[0], after[changed[0]], stop.line


def expected_factors(k: int) -> List[Any]:
    """The factors of layer k by the naive loops: its ∂C/∂a is the ∂C/∂z of an identity put after it."""
    neurons = range(len(REFERENCE[k][1]))
    identity = [[float(i == j) for j in neurons] for i in neurons], [0.0 for _ in neurons], "linear"
    with_identity = REFERENCE[: k + 1] + [identity] + REFERENCE[k + 1 :]
    dC_dA = [gradients_of_one_example(with_identity, x, y)[k + 1][1] for x, y in zip(X, Y)]
    dC_dZ = [gradients_of_one_example(REFERENCE, x, y)[k][1] for x, y in zip(X, Y)]
    dA_dZ = [[z / a for z, a in zip(*rows)] for rows in zip(dC_dZ, dC_dA)]
    factors = [[list(column) for column in zip(*rows)] for rows in (dC_dA, dA_dZ, dC_dZ)]  # an example per column
    return [*factors, *mean_gradients(REFERENCE, X, Y)[k]]


def test_each_factor_appears_in_its_turn_with_its_value(watched: Watcher) -> None:
    seen = list(assignments(watched))
    assert [name for name, _, _ in seen] == FACTORS + FACTORS
    for expected, (name, value, _) in zip(expected_factors(1) + expected_factors(0), seen):
        assert pairs(expected, value)
        for figure, number in pairs(expected, value):
            assert number == pytest.approx(figure, rel=1e-12), name


def test_each_factor_is_assigned_on_a_line_of_its_own(watched: Watcher) -> None:
    lines = {(name, line) for name, _, line in assignments(watched)}
    assert len(lines) == len(FACTORS) + 1  # ∂C/∂a comes from the cost, then from the next layer
    for name, line in lines:
        (statement,) = ast.parse(linecache.getline(BACKPROP, line).strip()).body
        assert isinstance(statement, ast.Assign), line
        (target,) = statement.targets
        assert isinstance(target, ast.Name) and target.id == name, line


def test_no_frame_hides_the_names(watched: Watcher) -> None:
    """Before Python 3.12 a debugger steps into a comprehension, where the names of the function are gone."""
    names = {code.co_name for code, _ in watched.calls if code.co_filename == BACKPROP}
    assert names == {"forward", "feed_forward", "backward", "chain_rule"}
    assert not [name for name in names if name.startswith("<")]


def test_no_line_of_backprop_is_many_steps() -> None:
    """From Python 3.12 on a comprehension has no frame: the debugger stops at its line many times, or only once."""
    hiding = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda)
    tree = ast.parse(source_of("backprop"))
    assert not [node.lineno for node in ast.walk(tree) if isinstance(node, hiding)]


def test_nothing_is_imported_during_a_step(watched: Watcher) -> None:
    """Nor may any function of the core import, except for a notebook: an earlier test may have done that already."""
    assert not [caller.co_name for code, caller in watched.calls if "importlib" in code.co_filename]
    for module in CORE:
        for function in ast.walk(ast.parse(source_of(module))):
            if isinstance(function, ast.FunctionDef):
                inside = list(ast.walk(function))
                assert not [node for node in inside if isinstance(node, (ast.Import, ast.ImportFrom))], function.name
                if "imported" in [node.id for node in inside if isinstance(node, ast.Name)]:
                    assert function.name == "_repr_svg_", f"{module}.{function.name}"


def test_every_object_is_shown_on_one_line(watched: Watcher) -> None:
    shown = {text for stop in watched.stops for text in stop.shown}
    kinds = {text.split("(")[0] for text in shown}
    assert kinds >= {"Network", "Layer", "[LayerForward", "[LayerBackward"}
    for text in shown:
        assert len(text) <= 80 and "\n" not in text, text


def shown_line(frame: FrameType) -> str:
    return linecache.getline(frame.f_code.co_filename, frame.f_lineno)


class Learner(bdb.Bdb):
    """A debugger with a learner at it, on the way from a call of `backward` to the lines of the chain rule.

    The learner presses `step` where the line shown calls `backward` or `chain_rule`, `next` on other lines, and
    `return` in a function that is about something else.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pressed: List[str] = []
        self.arrived = False
        forward_pass = forward(NETWORK, X)
        run_in(self, lambda: backward(NETWORK, forward_pass, Y))

    def user_call(self, frame: FrameType, argument_list: None) -> None:
        if frame.f_code.co_name in ("backward", "chain_rule"):
            self.press("step", self.set_step)
        else:
            self.press("return", lambda: self.set_return(frame))

    def user_line(self, frame: FrameType) -> None:
        if frame.f_code.co_name == "chain_rule":
            self.arrived = True
            self.set_continue()
        elif any(name in shown_line(frame) for name in ("backward(", "chain_rule(")):
            self.press("step", self.set_step)
        else:
            self.press("next", lambda: self.set_next(frame))

    def user_return(self, frame: FrameType, return_value: object) -> None:
        self.press("step", self.set_step)

    def press(self, name: str, command: Callable[[], None]) -> None:
        self.pressed.append(name)
        command()


def test_few_steps_lead_from_the_call_to_the_chain_rule() -> None:
    learner = Learner()
    assert learner.arrived
    assert learner.pressed[:2] == ["step", "step"]
    assert len(learner.pressed) <= 9, learner.pressed


class Counter(bdb.Bdb):
    """A debugger that steps into everything, and counts the calls that it passes through.

    Comprehensions do not count (they are calls before Python 3.12 only), nor does the dot product (from then on it is
    built in). It stops counting when `arrived` says so.
    """

    def __init__(self, work: Callable[[], object], arrived: Callable[[FrameType], bool]) -> None:
        super().__init__()
        self.arrived = arrived
        self.calls: List[str] = []
        run_in(self, work)

    def user_call(self, frame: FrameType, argument_list: None) -> None:
        name = frame.f_code.co_name
        if not name.startswith("<") and name != "plain_dot":
            self.calls.append(name)

    def user_line(self, frame: FrameType) -> None:
        if self.arrived(frame):
            self.set_continue()


def one_example() -> Tuple[Network, List[List[float]], List[List[float]]]:
    """A network 3 -> 2 -> 1 and an example for it."""
    rng = RandomNumbers(1)
    return Network(Layer.random(3, 2, rng=rng), Layer.random(2, 1, rng=rng)), [[1.0, 2.0, 3.0]], [[1.0]]


def test_few_calls_lead_through_a_backward_pass() -> None:
    network, X, Y = one_example()
    forward_pass = forward(network, X)
    counter = Counter(lambda: backward(network, forward_pass, Y), lambda frame: False)
    assert counter.calls[0] == "backward" and "matmul" in counter.calls
    assert len(counter.calls) <= 35, counter.calls


def test_few_calls_lead_from_train_to_the_first_gradient() -> None:
    network, X, Y = one_example()

    def arrived(frame: FrameType) -> bool:
        return frame.f_code.co_name == "chain_rule" and "dC_dW = " in shown_line(frame)

    counter = Counter(lambda: train(network, X, Y, learning_rate=0.1, epochs=1), arrived)
    assert counter.calls[0] == "train" and counter.calls[-1] == "hadamard"
    assert len(counter.calls) <= 45, counter.calls
