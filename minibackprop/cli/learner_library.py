"""What a learner's file finds in place of the library: an exercise is to be solved without it."""

import sys
import types
from typing import Any, Tuple

from .. import backprop
from ..checking.exercises import ALL_EXERCISES

PACKAGE = __name__.rsplit(".", 2)[0]


def forget_answers() -> None:
    """Take the right functions, and those of wrong rules, out of this process: a learner's file could look for them."""
    for exercise in ALL_EXERCISES:
        for task in getattr(exercise, "tasks", []):
            task.right, task.wrong_rules = None, []
    for name, module in list(sys.modules.items()):
        if name.startswith(f"{PACKAGE}.checking.") and name.endswith("_exercises"):
            vars(module).clear()
    nothing: Any = lambda *arguments: None
    for function in (backprop.backward, backprop.forward, backprop.chain_rule):
        function.__code__ = nothing.__code__


def hide_library() -> None:
    """From now on, an import of the library finds the stand-in."""
    for name in [name for name in sys.modules if name == PACKAGE or name.startswith(PACKAGE + ".")]:
        del sys.modules[name]
    sys.modules[PACKAGE] = _StandIn(PACKAGE)


class _Nothing:
    """What `check` returns to a learner's file that checks itself: nothing is judged here."""

    passed, points, max_points, status = True, 0.0, 0.0, ""
    mistakes: Tuple[str, ...] = ()
    trials: Tuple[str, ...] = ()

    def text(self, hint: int = 3) -> str:
        return ""

    def __str__(self) -> str:
        return ""


class _StandIn(types.ModuleType):
    """What a learner's file finds in place of the library: a `check` that does nothing, and nothing else."""

    __all__ = ["check"]

    def check(self, *functions: Any, **options: Any) -> _Nothing:
        return _Nothing()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise ImportError(f"an exercise is to be solved without {PACKAGE}: write {name} yourself, or do without it")
