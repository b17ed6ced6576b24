"""A stub and its solution, taken apart and put together: the exact lines."""

from minibackprop.exercise_forms.stub import Stub

STUB = '''"""Exercise 99: twice

Write both functions.

They are short.
"""

import math
from typing import (
    List,
)


def twice(x):
    """2 x."""
    raise NotImplementedError("write this function")


def all_twice(xs):
    raise NotImplementedError("write this function")


TWO = 2

if __name__ == "__main__":
    print(twice(3))

    print(all_twice([1]))
'''
SOLUTION = '''import math


def last(x):
    y = x

    return y


def twice(x):
    """Other words."""
    two = helper(2)
    return two * x


def helper(x):
    return last(x)


def not_used(x):
    return x


def all_twice(xs):
    return [twice(x) for x in xs]
'''
SOLVED = '''import math
from typing import (
    List,
)


def twice(x):
    """2 x."""
    ### BEGIN SOLUTION
    def last(x):
        y = x

        return y

    def helper(x):
        return last(x)

    two = helper(2)
    return two * x
    ### END SOLUTION


def all_twice(xs):
    ### BEGIN SOLUTION
    return [twice(x) for x in xs]
    ### END SOLUTION'''


def test_a_stub_is_taken_apart() -> None:
    stub = Stub(STUB)
    assert (stub.title, stub.text) == ("Exercise 99: twice", "Write both functions.\n\nThey are short.")
    assert stub.imports == ["import math", "from typing import (\n    List,\n)"]
    assert [function.name for function in stub.functions] == ["twice", "all_twice"]
    assert stub.trial == "print(twice(3))\n\nprint(all_twice([1]))"
    assert (repr(stub), repr(stub.functions[0])) == ("Stub(Exercise 99: twice)", "Function(twice)")
    first = stub.functions[0]
    assert first.head == 'def twice(x):\n    """2 x."""'
    assert first.body == '    raise NotImplementedError("write this function")'
    assert first.source == first.head + "\n" + first.body and first.used == {"NotImplementedError"}
    assert stub.code == STUB[STUB.index("import math") : STUB.index("\n\n\nTWO")]


def test_it_is_solved_with_the_helpers_inside() -> None:
    assert Stub(STUB).solved(SOLUTION) == SOLVED


def test_a_helper_of_two_functions_is_in_both() -> None:
    stub = Stub("def f(x):\n    return 0\n\n\ndef g(x):\n    return 0\n")
    names = {"f": "h(x)", "g": "h(x)", "h": "i(x)", "i": "x"}
    solution = "\n\n\n".join([f"def {name}(x):\n    return {result}" for name, result in names.items()])
    inside = "    def h(x):\n        return i(x)\n\n    def i(x):\n        return x\n\n    return h(x)\n"
    marked = f"    ### BEGIN SOLUTION\n{inside}    ### END SOLUTION"
    assert stub.solved(solution) == f"def f(x):\n{marked}\n\n\ndef g(x):\n{marked}"


def test_a_source_of_one_line_has_no_title_and_nothing_to_try() -> None:
    stub = Stub("def f(x):\n    return x")
    assert (stub.title, stub.text, stub.imports, stub.trial) == ("", "", [], "")
    assert stub.code == "def f(x):\n    return x"


def test_a_source_without_a_condition_has_nothing_to_try() -> None:
    stub = Stub('"""Exercise 99\n\nMore\nlines.\n"""\n\nTWO = (\n    2\n)\n\n\ndef f(x):\n    return x')
    assert (stub.title, stub.text, stub.trial) == ("Exercise 99", "More\nlines.", "")
