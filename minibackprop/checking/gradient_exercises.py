"""Exercises 6 and 7: the gradient of a linear neuron, for one example and for all of them."""

from ..linalg import Matrix, Vector, dot
from .drawn import drawn_number, drawn_rows, drawn_vector
from .task import Task
from .value_exercise import ValueExercise
from .wrong_rule import WrongRule, known_mistake

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..random_numbers import RandomNumbers
    from .task import Calls
    from .wrong_rule import WrongVersion


def neuron_gradient(x: Vector, y: float, w: Vector, b: float) -> "tuple[Vector, float]":
    """∂C/∂w = (a − y) · x and ∂C/∂b = a − y, where a = w·x + b

    >>> neuron_gradient([2.0, 1.0], 4.0, [3.0, -1.0], 1.0)
    ([4.0, 2.0], 2.0)
    """
    error = dot(w, x) + b - y
    return [error * x_i for x_i in x], error


def _slopes_times(factor: float) -> "WrongVersion":
    return lambda x, y, w, b: ([factor * slope for slope in neuron_gradient(x, y, w, b)[0]],
                               factor * neuron_gradient(x, y, w, b)[1])


def _with_cost_for_slope(x: Vector, y: float, w: Vector, b: float) -> "Any":
    error = neuron_gradient(x, y, w, b)[1]
    return [0.5 * error * error * x_i for x_i in x], 0.5 * error * error


def _calls_of_one_example(rng: "RandomNumbers", sizes: "list[int]") -> "Calls":
    return [[drawn_vector(rng, n), drawn_number(rng), drawn_vector(rng, n), drawn_number(rng)] for n in sizes]


PREDICTION_WITHOUT_BIAS = WrongRule(
    "bias-missing", "The bias is missing in the prediction.", "a = w·x", "a = w·x + b",
    "What does the neuron predict? Which of its numbers do you not use?",
    [lambda x, y, w, b: neuron_gradient(x, y, w, 0.0)],
)

NEURON_GRADIENT = ValueExercise(
    6, "the gradient of one linear neuron", 3, 3,
    [
        Task(
            "neuron_gradient", "x, y, w, b", neuron_gradient, [[2.0, 1.0], 3.0, [3.0, -1.0], 2.0],
            [
                ("one input", lambda rng: _calls_of_one_example(rng, [1, 1])),
                ("several inputs", lambda rng: _calls_of_one_example(rng, [2, 3, 4])),
            ],
            [
                known_mistake("sign", _slopes_times(-1.0)),
                known_mistake("factor-two", _slopes_times(2.0)),
                known_mistake("half", _slopes_times(0.5)),
                known_mistake("weight-for-input", lambda x, y, w, b: (
                    neuron_gradient(w, y, x, b)[0], neuron_gradient(x, y, w, b)[1]
                )),
                known_mistake("input-dropped", lambda x, y, w, b: (
                    [neuron_gradient(x, y, w, b)[1] for _ in x], neuron_gradient(x, y, w, b)[1]
                )),
                known_mistake("no-bias", lambda x, y, w, b: (neuron_gradient(x, y, w, b)[0], 0.0)),
                known_mistake("bias-from-weights", lambda x, y, w, b: (
                    neuron_gradient(x, y, w, b)[0], sum(neuron_gradient(x, y, w, b)[0])
                )),
                WrongRule(
                    "bias-for-slope", "∂z/∂b was taken as b, but z = w·x + b, so ∂z/∂b is 1.",
                    "∂C/∂b = (a − y) · b", "∂C/∂b = (a − y) · 1",
                    "z = w·x + b. What is its derivative with respect to b?",
                    [lambda x, y, w, b: (neuron_gradient(x, y, w, b)[0], b * neuron_gradient(x, y, w, b)[1])],
                ),
                WrongRule(
                    "cost-for-slope", "The cost itself was used, where its slope is needed.",
                    "∂C/∂w = ½(y − a)² · x", "∂C/∂w = (a − y) · x",
                    "Does the chain begin with C or with ∂C/∂a?",
                    [_with_cost_for_slope],
                ),
                WrongRule(
                    "order-swapped", "The slope of the bias comes first: the slopes of the weights must come first.",
                    "(dC_db, dC_dw)", "(dC_dw, dC_db)", "In which order should your function return the two?",
                    [lambda x, y, w, b: neuron_gradient(x, y, w, b)[::-1]],
                ),
                WrongRule(
                    "bias-as-list", "The slope of the bias is in a list, but a neuron has one bias: return the number.",
                    "([slope, slope, …], [slope])", "([slope, slope, …], slope)",
                    "Is the bias of a neuron a list or a number? And its slope?",
                    [lambda x, y, w, b: (neuron_gradient(x, y, w, b)[0], [neuron_gradient(x, y, w, b)[1]])],
                ),
                PREDICTION_WITHOUT_BIAS,
            ],
        ),
    ],
    [
        "How does C change with a, a with z, and z with one weight? What do you do with these three?",
        "∂C/∂w = (a − y) · 1 · x and ∂C/∂b = (a − y) · 1 · 1: the product of the slopes along the chain.",
        "error = a - y\nreturn [error * x_i for x_i in x], error",
    ],
    "the chain rule multiplies the slopes on the way from the cost to a weight",
)


def mean_gradient(X: Matrix, Y: Vector, w: Vector, b: float) -> "tuple[Vector, float]":
    """The means over the examples of ∂C/∂w and ∂C/∂b

    >>> mean_gradient([[2.0, 1.0], [2.0, 1.0]], [4.0, 6.0], [3.0, -1.0], 1.0)
    ([2.0, 1.0], 1.0)
    """
    slopes = [neuron_gradient(x, y, w, b) for x, y in zip(X, Y)]
    dC_dw = [sum(column) / len(X) for column in zip(*[dC_dw for dC_dw, _ in slopes])]
    return dC_dw, sum([dC_db for _, dC_db in slopes]) / len(X)


def _scaled_means(X: Matrix, Y: Vector, w: Vector, b: float, by_weights: float, by_bias: float) -> "Any":
    dC_dw, dC_db = mean_gradient(X, Y, w, b)
    return [by_weights * slope for slope in dC_dw], by_bias * dC_db


def _of_example_divided(place: int, divided: bool) -> "WrongVersion":
    def version(X: Matrix, Y: Vector, w: Vector, b: float) -> "Any":
        divisor = len(X) if divided else 1
        return _scaled_means([X[place]], [Y[place]], w, b, 1.0 / divisor, 1.0 / divisor)

    return version


def _product_of_the_means(X: Matrix, Y: Vector, w: Vector, b: float) -> "Any":
    error = mean_gradient(X, Y, w, b)[1]
    return [error * sum(column) / len(X) for column in zip(*X)], error


def _calls_of_tables(rng: "RandomNumbers", sizes: "list[tuple[int, int]]") -> "Calls":
    return [[drawn_rows(rng, m, n), drawn_vector(rng, m), drawn_vector(rng, n), drawn_number(rng)] for m, n in sizes]


MEAN_GRADIENT = ValueExercise(
    7, "the mean gradient over examples", 4, 3,
    [
        Task(
            "mean_gradient", "X, Y, w, b", mean_gradient,
            [[[3.0, 1.0], [0.0, 1.0], [2.0, 1.0]], [7.0, -1.0, 3.0], [3.0, -1.0], 1.0],
            [
                ("one example", lambda rng: _calls_of_tables(rng, [(1, 1), (1, 2)])),
                ("several examples", lambda rng: _calls_of_tables(rng, [(2, 3), (3, 2), (4, 1)])),
            ],
            [
                known_mistake(
                    "sum-not-mean",
                    lambda X, Y, w, b: _scaled_means(X, Y, w, b, len(X), len(X)),
                    lambda X, Y, w, b: _scaled_means(X, Y, w, b, len(X), 1.0),
                ),
                WrongRule(
                    "bias-not-divided", "∂C/∂b is a sum: it is not divided by the number of examples.",
                    "∂C/∂b = sum over the examples", "∂C/∂b = 1/m · sum over the examples",
                    "You divide ∂C/∂w by the number of examples. And ∂C/∂b?",
                    [lambda X, Y, w, b: _scaled_means(X, Y, w, b, 1.0, len(X))],
                ),
                known_mistake(
                    "mean-twice",
                    lambda X, Y, w, b: _scaled_means(X, Y, w, b, 1.0 / len(X), 1.0 / len(X)),
                    lambda X, Y, w, b: _scaled_means(X, Y, w, b, 1.0 / len(X), 1.0),
                    lambda X, Y, w, b: _scaled_means(X, Y, w, b, 1.0, 1.0 / len(X)),
                ),
                known_mistake(
                    "last-example", _of_example_divided(-1, False), _of_example_divided(-1, True),
                    lambda X, Y, w, b: (_of_example_divided(-1, True)(X, Y, w, b)[0], mean_gradient(X, Y, w, b)[1]),
                    lambda X, Y, w, b: (_of_example_divided(-1, False)(X, Y, w, b)[0], mean_gradient(X, Y, w, b)[1]),
                ),
                known_mistake("first-example", _of_example_divided(0, False), _of_example_divided(0, True)),
                known_mistake("means-multiplied", _product_of_the_means),
                known_mistake("sign", lambda X, Y, w, b: _scaled_means(X, Y, w, b, -1.0, -1.0)),
                known_mistake("factor-two", lambda X, Y, w, b: _scaled_means(X, Y, w, b, 2.0, 2.0)),
                known_mistake("half", lambda X, Y, w, b: _scaled_means(X, Y, w, b, 0.5, 0.5)),
                known_mistake("no-bias", lambda X, Y, w, b: _scaled_means(X, Y, w, b, 1.0, 0.0)),
                WrongRule(
                    "mean-over-weights", "The sum is divided by the number of weights, but the mean is over examples.",
                    "∂C/∂w = 1/n · sum, n weights", "∂C/∂w = 1/m · sum, m examples",
                    "How many numbers do you add up for one weight? By what do you divide?",
                    [lambda X, Y, w, b: _scaled_means(X, Y, w, b, len(X) / len(w), len(X) / len(w)),
                     lambda X, Y, w, b: _scaled_means(X, Y, w, b, len(X) / len(w), 1.0)],
                ),
            ],
        ),
    ],
    [
        "Each example has a gradient of its own. How do you combine them into one?",
        "The gradient over all examples is the mean over the m of them: add up, then divide once by m.",
        "for x, y in zip(X, Y):\n    slopes, slope = neuron_gradient(x, y, w, b)\n"
        "    dC_dw = [total + s for total, s in zip(dC_dw, slopes)]",
    ],
    "the gradient over all examples is the mean of their gradients",
)
