"""Checking printed arithmetic by hand: the value of an expression that was printed for people to read."""

import math
import re

from minibackprop.activations import linear, linear_prime, relu, relu_prime, sigmoid, sigmoid_prime, tanh, tanh_prime

NUMBER = r"-?\d[\d.]*(?:e[+-]\d+)?"
FUNCTIONS = {
    function.__name__: function
    for function in (linear, linear_prime, relu, relu_prime, sigmoid, sigmoid_prime, tanh, tanh_prime)
}


def calculated(expression: str) -> float:
    """The value of an expression in ASCII, of numbers, brackets, sums, products and divisions only."""
    assert re.fullmatch(r"[-+*/() .\de]+", expression), expression
    return float(eval(expression, {"__builtins__": {}}))


def calculated_working(working: str) -> float:
    """The value of a working of a walk, in Unicode; of several equal expressions, the last."""
    formula = working.split(" = ")[-1].replace("\u00a0", " ")
    for sign, in_python in (("−", "-"), ("·", "*"), ("½", "0.5"), ("²", "**2"), ("′", "_prime"), ("e^", "math.e**")):
        formula = formula.replace(sign, in_python)
    formula = re.sub(r"\bln ?(\S+?)(?=[ )]|$)", r"math.log(\1)", re.sub(r"\bln\(", "math.log(", formula))
    functions = sorted(FUNCTIONS, reverse=True) + [r"math\.log", r"math\.e"]
    without_functions = re.sub("|".join(functions), "", formula)
    assert re.fullmatch(r"[-+*/() .\de]+", without_functions), working
    return float(eval(formula, {"__builtins__": {}, "math": math, **FUNCTIONS}))
