"""Exercises 15 to 17: made from the backward pass of exercise 12 and wrong lines, others for each seed."""

from typing import List

from ..random_numbers import RandomNumbers, shuffled
from .backward_program import WRONG_LINES, backward_lines, formula_of, forward_lines, rule_of, with_mistake

NUM_WRONG_LINES = 4
LINES_MISSING = [1, 2, 4, 6]  # in backward_1, backward_2 and so on
NOT_WRITTEN = 'raise NotImplementedError("write this line")'
FIRST_LINES = 4  # of `backward`: its name, m, and the two sums that begin at 0

ORDER = '''"""Exercise 15: order the lines of a backward pass (drawn with seed {seed})

Below are the lines of backward(network, X, Y) from exercise 12, in a random order and without their indentation. Among
them are {wrong} lines that are wrong. Move the right ones into the function, in the right order, each with the right
indentation, in place of the line that raises an error. Its first lines and its last line are already there.

The network is a list with an entry for each layer: (weights, biases, f, f_prime).
"""


{forward}


{head}
    raise NotImplementedError("put the lines here")
{last}


# The lines:
#
{lines}
'''

FADED = '''"""Exercise 16: complete a backward pass (drawn with seed {seed})

Here is the backward pass of exercise 12 four times. In the first function a line is missing, in the next ones more and
more of them. Write each missing line in place of the one that raises an error; the formula above it says what it does.

The network is a list with an entry for each layer: (weights, biases, f, f_prime).
"""


{forward}


{functions}
'''

PLANTED = '''"""Exercise 17: find the planted mistake (drawn with seed {seed})

In this backward(network, X, Y), one line is wrong. With some networks it returns wrong gradients, or raises an error.
Find the line, and repair it. Everything else is right. The check says which gradients are wrong: which lines do they
depend on?

The network is a list with an entry for each layer: (weights, biases, f, f_prime).
"""


{forward}


{backward}
'''


def lines_to_order(seed: int) -> str:
    """Exercise 15: the lines of the backward pass, shuffled, with wrong ones among them.

    >>> lines_to_order(1).count("# ") - lines_to_order(2).count("# ")
    0
    """
    rng = RandomNumbers(seed)
    lines = backward_lines()
    rules = shuffled(sorted({wrong_line.right for wrong_line in WRONG_LINES if rule_of(wrong_line.right)}), rng)
    wrong = []
    for rule in rules[:NUM_WRONG_LINES]:
        wrong.append(shuffled([each.wrong for each in WRONG_LINES if each.right == rule], rng)[0])
    shown = shuffled([line.strip() for line in lines[FIRST_LINES:-1]] + wrong, rng)
    return ORDER.format(
        seed=seed, wrong=len(wrong), forward="\n".join(forward_lines()), head="\n".join(lines[:FIRST_LINES]),
        last=lines[-1], lines="\n".join([f"# {line}" for line in shown]),
    )


def lines_to_complete(seed: int) -> str:
    """Exercise 16: the backward pass four times, each time with fewer of its lines.

    >>> [lines_to_complete(seed).count("NotImplementedError") for seed in (1, 2)]
    [13, 13]
    """
    rng = RandomNumbers(seed)
    rules = [rule_of(line) for line in backward_lines() if rule_of(line)]
    functions = []
    for number, how_many in enumerate(LINES_MISSING, 1):
        missing = shuffled(rules, rng)[:how_many]
        lines = [_completed_or_not(line, missing) for line in backward_lines()]
        functions.append("\n".join(lines).replace("def backward(", f"def backward_{number}("))
    return FADED.format(seed=seed, forward="\n".join(forward_lines()), functions="\n\n\n".join(functions))


def planted_mistake(seed: int) -> str:
    """Exercise 17: the backward pass with one wrong line.

    >>> planted_mistake(1) == planted_mistake(1), planted_mistake(1) == planted_mistake(2)
    (True, False)
    """
    backward = "\n".join(with_mistake(planted_with(seed)))
    return PLANTED.format(seed=seed, forward="\n".join(forward_lines()), backward=backward)


def planted_with(seed: int) -> str:
    """The name of the mistake that is planted with this seed.

    >>> planted_with(1) == planted_with(1)
    True
    """
    return shuffled(WRONG_LINES, RandomNumbers(seed))[0].mistake


def _completed_or_not(line: str, missing: List[str]) -> str:
    """The line below its formula; if it is to be written, one that raises an error is in its place."""
    rule = rule_of(line)
    if not rule:
        return line
    indentation = line[: len(line) - len(line.lstrip())]
    operator = "+=" if " += " in line else "="
    name = line.strip().split(f" {operator} ")[0]
    return f"{indentation}# {formula_of(rule)}\n" + (
        f"{indentation}{NOT_WRITTEN}  # {name} {operator} …" if rule in missing else line
    )
