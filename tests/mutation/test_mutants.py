"""What is changed and what is not, how a change is named, and how it is made in the tree."""

import ast
import sys
from typing import List

import pytest

if sys.version_info < (3, 9):
    pytest.skip("missing: Python 3.9, for ast.unparse", allow_module_level=True)

from .mutants import mutants


def changes(source: str) -> List[str]:
    return [mutant.change for mutant in mutants("m.py", ast.parse(source))]


@pytest.mark.parametrize("source, expected", [
    ("c = a + b", ["a + b → a - b"]),
    ("c = a / b", ["a / b → a * b"]),
    ("c = a < b", ["a < b → a <= b"]),
    ("c = a == b", ["a == b → a != b"]),
    ("c = a is None", ["a is None → a is not None"]),
    ("c = 3", ["3 → 4"]),
    ("c = 0.5", ["0.5 → 1.0"]),
    ("c = 0.0", ["0.0 → 1.0"]),
    ("c = True", ["True → False"]),
    ("c = a[0]", ["a[0] → a[1]"]),
    ("c = a[b:]", ["b: → :"]),
    ("c = a[b:d]", ["b:d → :d", "b:d → b:"]),
    ("c = -a", ["-a → a"]),
    ("c = not a", ["not a → a"]),
    ("c = a and b", ["a and b → b", "a and b → a"]),
    ("a += b", ["a += b → pass", "a += b → a -= b"]),
    ("a.b = c", ["a.b = c → pass"]),
    ("f()", ["f() → pass"]),
    ("if TYPE_CHECKING:\n    a = 1\nelse:\n    a = 2", ["2 → 3"]),
    ("c = f(a)", ["f(a) → a"]),
    ("c = a.f()", ["a.f() → a"]),
    ("c = f(a, b)", ["f(a, b) → f(a)", "f(a, b) → f(b, a)"]),
    ("c = max(a, b)", ["max(a, b) → max(a)"]),
    ("c = f(a, a)", ["f(a, a) → f(a)"]),
    ("c = f(a, b=d)", ["f(a, b=d) → f(b=d)", "f(a, b=d) → f(a)"]),
    ("c = [a for a in b if d]", ["d → False", "d → True"]),
    ("if a == b:\n    pass", ["a == b → False", "a == b → True"]),
    ("if a < b:\n    pass", ["a < b → False", "a < b → True", "a < b → a <= b"]),
    ("while a:\n    break", ["a → False", "break → pass"]),
    ("c = a if b else d", ["a if b else d → a if False else d", "a if b else d → a if True else d"]),
    ("def f():\n    return a", ["return a → return None"]),
    ("raise E(f'{a + 1}')", ["raise E(f'{a + 1}') → pass"]),
])
def test_each_kind_of_code_has_its_changes(source: str, expected: List[str]) -> None:
    assert sorted(changes(source)) == sorted(expected)


@pytest.mark.parametrize("source", [
    '"""Text."""', "a = 'text'", "a = b", "def f(a: int) -> bool:\n    return None", "@f(1)\ndef g():\n    pass",
    "if TYPE_CHECKING:\n    a = 1", "TYPE_CHECKING = False", "import a", "class A:\n    a: 'int'", "a = 'x' + b",
])
def test_text_annotations_and_what_is_not_run_are_left_alone(source: str) -> None:
    assert changes(source) == []


def test_a_name_has_the_module_the_function_and_a_number_if_it_is_there_twice() -> None:
    tree = ast.parse("class A:\n    def f(self):\n        return g(1, 1)\n")
    names = [(mutant.name, mutant.line) for mutant in mutants("folder/m.py", tree)]
    assert ("folder/m.py | A.f | g(1, 1) → g(2, 1)", 3) in names
    twice = ast.parse("a = b[0], b[0]")
    assert [mutant.name for mutant in mutants("m.py", twice)] == [
        "m.py | the module | b[0] → b[1]", "m.py | the module | b[0] → b[1] (2)",
    ]


def test_only_what_is_in_the_body_of_a_function_is_inside_it() -> None:
    tree = ast.parse("a = 1\ndef f(b=2):\n    return 3\nc = lambda d=4: 5\nclass A:\n    e = 6\n")
    inside = {mutant.change: mutant.inside_function for mutant in mutants("m.py", tree)}
    assert {change for change in inside if inside[change]} == {
        "return 3 → return None", "3 → 4", "lambda d=4: 5 → lambda d=4: 6",
    }


def test_each_change_changes_the_tree_and_nothing_else() -> None:
    source = "def f(a, b):\n    if a < b:\n        return g(a, b)[1:]\n    a.c = [d + 1 for d in b if d]\n    return -a"
    before = ast.unparse(ast.parse(source))
    seen = set()
    for number in range(len(changes(source))):
        tree = ast.parse(source)
        mutants("m.py", tree)[number].apply_to(tree)
        compile(tree, "m.py", "exec")
        seen.add(ast.unparse(tree))
    assert before not in seen
    assert len(seen) == len(changes(source)) == 15
