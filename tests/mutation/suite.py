"""The tests, collected and run twice: which functions of the package does each call, and how long does it take?

This is a pytest plugin. Mutants are then tried in forked processes, which have everything imported already.
"""

import gc
import inspect
import time
from types import CodeType, FunctionType
from typing import Any, Callable, Dict, Iterable, List, Sequence, Set, Tuple

import pytest

from ..support.ladder import PACKAGE
from ..support.syntax import importers_of
from .calls import Calls
from .mutants import Mutant
from .source import Imported, all_codes, changed_functions, compiled, functions_by_code, import_with, tree_of
from .trial import QUIETLY, Trial, all_said, forked, in_processes, limit_time

SLOW = 0.5  # seconds: slower tests come last
MOST_SECONDS = 10.0  # for all tests of a mutant together, as long as they take without it
NOT_TRIED = "not tried"  # what is changed runs when the package is imported


class Suite:
    """`calls` must have begun. `after_runs` is called when all tests have run twice; what it forks can `try_mutant`."""

    def __init__(self, calls: Calls, after_runs: "Callable[[Suite], None]") -> None:
        self.calls = calls
        self.after_runs = after_runs
        self.items: List[pytest.Item] = []
        self.numbers: Dict[str, int] = {}
        self.seconds: Dict[int, float] = {}
        self.failed: List[str] = []
        self.tests_by_code: Dict[int, Set[int]] = {}
        self.called_by_import: Set[int] = set()
        self.functions: Dict[int, List[FunctionType]] = {}
        self.killers: Dict[str, List[int]] = {}
        self.caches: List[Any] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.called_by_import = self.calls.end()
        self.items = list(session.items)
        self.numbers = {item.nodeid: number for number, item in enumerate(self.items)}
        for number, (item, following) in enumerate(zip(self.items, self.items[1:] + self.items[:1])):
            self.calls.begin()
            fails(item, following)
            for code in self.calls.end():
                self.tests_by_code.setdefault(code, set()).add(number)
        self.caches = caches_of_tests()
        self.seconds = dict(all_said(*forked(self.time_again)))
        self.leave_out_failed()
        self.functions = functions_by_code()
        gc.freeze()
        self.after_runs(self)
        return True

    def time_again(self, say: Callable[[List[Any]], None]) -> None:
        """Run all tests once more, unwatched, and say the number and the seconds of each that passes.

        Each begins without what tests have kept in an `lru_cache`: there a mutant's numbers must be new ones.
        """
        for number, (item, following) in enumerate(zip(self.items, self.items[1:] + self.items[:1])):
            self.clear_caches()
            start = time.perf_counter()
            if not fails(item, following):
                say([number, time.perf_counter() - start])

    def clear_caches(self) -> None:
        for cache in self.caches:
            cache.cache_clear()

    def leave_out_failed(self) -> None:
        """What fails when it runs again, if not the first time, would seem to kill every mutant."""
        self.failed = [item.nodeid for number, item in enumerate(self.items) if number not in self.seconds]
        for tests in self.tests_by_code.values():
            tests.intersection_update(self.seconds)

    def tests_in_order(self, module: str, codes: Iterable[CodeType]) -> List[int]:
        """The numbers of the tests that call one of these: first those that killed other mutants of the module, then
        those named after it, those in its folder, and all others, slow ones last, until all take MOST_SECONDS."""
        numbers = {number for code in codes for number in self.tests_by_code.get(id(code), ())}
        killers = self.killers.get(module, [])
        path, _, file = module.rpartition("/")
        folder, name = f"tests/{path or 'core'}/", file[: -len(".py")]

        def rank(number: int) -> Tuple[int, bool, bool, bool, float]:
            place = killers.index(number) if number in killers else len(killers)
            test, seconds = self.items[number].nodeid, self.seconds[number]
            return place, seconds > SLOW, name not in test, not test.startswith(folder), seconds

        found: List[int] = []
        seconds = 0.0
        for number in sorted(numbers, key=rank):
            seconds += self.seconds[number]
            if found and seconds > MOST_SECONDS:
                break
            found.append(number)
        return found

    def tests_near(self, module: str) -> List[str]:
        """The names of the tests that call a function of this module, or of one that imports it."""
        importers = [name.replace(".", "/") + ".py" for name in importers_of(module[: -len(".py")].replace("/", "."))]
        near = [module, *importers]
        codes = [code for each in near if each in Imported.codes for code in all_codes(Imported.codes[each])]
        return [self.items[number].nodeid for number in self.tests_in_order(module, codes)]

    def note(self, mutant: Mutant, trial: Trial) -> None:
        """Try the test that killed this mutant first for the next ones of its module."""
        if trial.killed_by in self.numbers:
            number = self.numbers[trial.killed_by]
            killers = self.killers.setdefault(mutant.module, [])
            if number in killers:
                killers.remove(number)
            killers.insert(0, number)

    def try_mutant(self, mutant: Mutant) -> Trial:
        """In a process of its own: put the mutant's code in the functions, and run the tests that call them."""
        if not mutant.inside_function:
            return Trial(NOT_TRIED, 0)
        if mutant.module not in Imported.codes:  # no test imports it
            return Trial("", 0)
        tree = tree_of(mutant.module)
        mutant.apply_to(tree)
        pairs = changed_functions(Imported.codes[mutant.module], compiled(tree, PACKAGE / mutant.module))
        for old, new in pairs:
            for function in self.functions.get(id(old), []):
                if kind_of(function.__code__) != kind_of(new):
                    return Trial(NOT_TRIED, 0)
                function.__code__ = new
        self.clear_caches()
        codes = [code for old, _ in pairs for code in all_codes(old)]
        numbers = self.tests_in_order(mutant.module, codes)
        for count, (number, following) in enumerate(zip(numbers, numbers[1:] + numbers[:1]), 1):
            limit_time(self.seconds[number])
            if fails(self.items[number], self.items[following]):
                return Trial(self.items[number].nodeid, count)
        runs_when_imported = any(id(code) in self.called_by_import for code in codes)
        return Trial(NOT_TRIED if runs_when_imported else "", len(numbers))


def kind_of(code: CodeType) -> Tuple[int, int]:
    """How many names it has from around it, and whether it is a generator: a function keeps both for ever."""
    return len(code.co_freevars), code.co_flags & inspect.CO_GENERATOR


def caches_of_tests() -> List[Any]:
    """All functions with an `lru_cache` that the tests have made, be it of a function of the package."""
    cached = [each for each in gc.get_objects() if type(each) is type(tree_of)]
    return [each for each in cached if each.__module__.split(".")[0] in ("tests", PACKAGE.name)]


def fails(item: pytest.Item, following: pytest.Item) -> bool:
    """Run a test as pytest does; the fixtures that it shares with the following one, if there is another, are kept."""
    failed_before = item.session.testsfailed
    item.ihook.pytest_runtest_protocol(item=item, nextitem=None if following is item else following)
    return item.session.testsfailed > failed_before


def in_suite(
    mutants: Sequence[Mutant], tests: List[str], workers: int, say: Callable[[List[Any]], None]
) -> None:
    """Collect and run the tests, then try the mutants in their functions.

    `say` gets ["failed", test] for each test that fails without any mutant, be it the first time or the second;
    ["tried", mutant's name, *trial]; and in the end ["near", module, tests near it] for each module.
    """

    def after_runs(suite: Suite) -> None:
        for test in suite.failed:
            say(["failed", test])
        for mutant, trial in in_processes(mutants, suite.try_mutant, workers):
            suite.note(mutant, trial)
            say(["tried", mutant.name, *trial])
        for module in {mutant.module for mutant in mutants}:
            say(["near", module, suite.tests_near(module)])

    calls = Calls()
    Imported.watch = calls.watch
    calls.begin()  # not only when pytest starts its session: a conftest.py may import the package before
    import_with(None)
    pytest.main([*QUIETLY, *tests], plugins=[Suite(calls, after_runs)])
