"""Stepping through the one-file version: in Python Tutor, and in a debugger from a learner's script."""

import bdb
import builtins
import sys
from pathlib import Path
from types import FrameType
from typing import Any, Dict, List, Set

from minibackprop.files.bundle import bundle

FORWARD_AND_BACKWARD = """
network = Network(Layer([[0.1, 0.2], [0.3, 0.4]], [0.5, 0.6], SIGMOID), Layer([[0.7, 0.8]], [0.9], SIGMOID))
forward_pass = forward(network, [[1, 0]])
backward_pass = backward(network, forward_pass, [[1]])
"""
TRAINING_STEP = FORWARD_AND_BACKWARD + "network = gradient_step(network, backward_pass, learning_rate=0.5)\n"

ALLOWED_IMPORTS = {"math", "random", "datetime", "functools", "itertools", "operator", "string", "collections", "re",
                   "json", "heapq", "bisect", "copy", "hashlib"}
FORBIDDEN: Set[str] = {"open", "exec", "eval", "compile", "input", "breakpoint", "exit", "quit", "help", "globals"}


def num_lines_in_python_tutor(program: str) -> int:
    """Run a program as Python Tutor does, with a few imports and no files; return how many lines it executes."""
    num_lines = 0

    def careful_import(name: str, *rest: Any) -> Any:
        assert name in ALLOWED_IMPORTS
        return __import__(name, *rest)

    def count(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal num_lines
        if frame.f_code.co_filename != "tutor.py":
            return None
        num_lines += event == "line"
        return count

    names: Dict[str, Any] = {name: value for name, value in vars(builtins).items() if name not in FORBIDDEN}
    names["__import__"] = careful_import
    code = compile(program, "tutor.py", "exec")
    tracer = sys.gettrace()
    sys.settrace(count)
    try:
        exec(code, {"__name__": "__main__", "__builtins__": names})
    finally:
        sys.settrace(tracer)
    return num_lines


def test_a_training_step_fits_python_tutor() -> None:
    """Python Tutor stops after 1,000 lines. These count from the first definition to the last step."""
    assert 400 < num_lines_in_python_tutor(bundle(until="update") + TRAINING_STEP) <= 900


def test_forward_and_backward_fit_python_tutor() -> None:
    assert 400 < num_lines_in_python_tutor(bundle(until="backprop") + FORWARD_AND_BACKWARD) <= 800


def test_a_debugger_steps_into_it_from_a_learner_s_script(tmp_path: Path) -> None:
    """As in Thonny, whose debugger steps into files that are in the same folder as the script."""
    (tmp_path / "minibackprop.py").write_text(bundle(), encoding="utf-8")
    script = "from minibackprop import Layer, Network, forward, backward, gradient_step, SIGMOID\n" + TRAINING_STEP
    (tmp_path / "script.py").write_text(script, encoding="utf-8")
    seen: List[str] = []

    class Stepper(bdb.Bdb):
        def user_line(self, frame: FrameType) -> None:
            if frame.f_code.co_filename == str(tmp_path / "minibackprop.py"):
                seen.append(frame.f_code.co_name)
            self.set_step()

    modules = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "minibackprop"}
    for name in modules:
        del sys.modules[name]
    sys.path.insert(0, str(tmp_path))
    tracer = sys.gettrace()
    try:
        Stepper().run(compile(script, str(tmp_path / "script.py"), "exec"), {"__name__": "__main__"})
    finally:
        sys.settrace(tracer)
        sys.path.remove(str(tmp_path))
        sys.modules.update(modules)
    for function in ("feed_forward", "chain_rule", "gradient_step"):
        assert function in seen
