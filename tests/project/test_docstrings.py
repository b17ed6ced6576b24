"""Every public function and class explains itself, with an example that is run."""

import doctest
import importlib
import inspect
from types import ModuleType
from typing import Iterator, List, Tuple

import pytest

from ..support.ladder import CORE, modules_in

PACKAGES = [
    "drawing", "teaching", "diagnosis", "checking", "step_page", "lesson_forms", "exercise_forms", "grading", "files",
]
MODULES = CORE + [module for package in PACKAGES for module in modules_in(package)]


def load(module: str) -> ModuleType:
    return importlib.import_module(f"minibackprop.{module.replace('.__init__', '')}")


def public_functions(module: ModuleType) -> Iterator[Tuple[str, object]]:
    """The functions of a module, and the methods and properties of its classes, that are for others to call."""
    for name, value in vars(module).items():
        if name.startswith("_") or getattr(value, "__module__", None) != module.__name__:
            continue
        if inspect.isfunction(value):
            yield name, value
        if inspect.isclass(value):
            for attribute, member in vars(value).items():
                if not attribute.startswith("_") and isinstance(member, (staticmethod, type(load))):
                    yield f"{name}.{attribute}", getattr(value, attribute)


@pytest.mark.parametrize("module", MODULES)
def test_examples_are_right(module: str) -> None:
    assert doctest.testmod(load(module)).failed == 0


@pytest.mark.parametrize("module", MODULES)
def test_every_module_and_class_opens_with_a_sentence(module: str) -> None:
    loaded = load(module)
    documented: List[object] = [loaded]
    documented += [value for value in vars(loaded).values()
                   if inspect.isclass(value) and value.__module__ == loaded.__name__]
    for each in documented:
        assert (each.__doc__ or "").split("\n")[0].rstrip().endswith((".", "?", ":")), each


@pytest.mark.parametrize("module", MODULES)
def test_every_public_function_has_an_example(module: str) -> None:
    for name, function in public_functions(load(module)):
        if name in ("EarlyStopping.is_over", "Activation.f", "Workers.cost_and_gradients", "Workers.note_last_epoch"):
            continue  # in the example of the class
        assert ">>> " in (function.__doc__ or ""), name


def test_examples_are_found() -> None:
    """If doctest found nothing, the tests above could not fail."""
    finder = doctest.DocTestFinder()
    assert sum(len(found.examples) for module in MODULES for found in finder.find(load(module))) > 700
