"""Cross-entropy: the costs for classification, where an output is the probability of a class.

If the network gives the probability p to what really happened, it costs −ln p: nothing if it was certain of it, and the
more, the less likely it thought it. The costs differ in where the probabilities come from: each output of a sigmoid is
one of its own; with softmax all the outputs together are one probability for each class.

Both have the same slope with respect to the weighted input of an output: ∂C/∂z = a − y, or softmax(a) − y. So an output
that is far from its target always learns, also where a sigmoid is saturated: with ½‖y − a‖² the slope
∂C/∂z = (a − y)·f′(z) is almost 0 there.
"""

import math

from .activations import SMALLEST_NORMAL
from .costs import HALF_SQUARED_ERROR, Cost
from .linalg import Matrix, NumberError, Numbers, Vector, transpose
from .validation import as_vector

LN_OF_SMALLEST = -744.4400719213812  # the logarithm of the smallest number above 0
LN_OF_GAP = -36.7368005696771  # the logarithm of 2⁻⁵³, the distance from 1 to the largest number below it


def softmax(a: Numbers) -> Vector:
    """e^a₁ / S, e^a₂ / S, …, where S = e^a₁ + e^a₂ + …: positive numbers that sum to 1, in the order of size of a.

    It turns the outputs for one example, the logits, into the probabilities of the classes. ShapeError or NumberError
    if `a` is not a list of numbers.

    >>> softmax([0.0, 0.0]), softmax([1000.0, 0.0])
    ([0.5, 0.5], [1.0, 0.0])
    """
    return _softmax(as_vector(a, "a"))


def _softmax(a: Vector) -> Vector:
    largest = max(a)
    powers = [math.exp(a_j - largest) for a_j in a]  # the same fractions, and no power can overflow
    total = sum(powers)
    return [power / total for power in powers]


def cross_entropy(Y_T: Matrix, A: Matrix) -> float:
    """C = mean over the examples of −Σ (y·ln a + (1 − y)·ln(1 − a)), where Σ is over the outputs

    Where a has been rounded to 0 or to 1, the nearest number stands for it whose logarithm exists. So the cost is
    exactly 0 if that is the target, and otherwise large, but finite.

    >>> cross_entropy([[1.0]], [[0.5]]) == math.log(2), cross_entropy([[1.0, 0.0]], [[1.0, 0.0]])
    (True, 0.0)
    """
    _check_outputs(A)
    total = 0.0
    for outputs_y, outputs_a in zip(Y_T, A):
        for y, a in zip(outputs_y, outputs_a):
            ln_a = math.log(a) if a > 0.0 else LN_OF_SMALLEST
            total -= y * ln_a + (1.0 - y) * _ln_1_plus(-a)
    return total / len(A[0])


def _ln_1_plus(x: float) -> float:
    """ln(1 + x), to the last digit also where x is so small that 1 + x has lost most of its digits.

    Where 1 + x has been rounded to 0, the nearest number stands for it whose logarithm exists.
    """
    rounded = 1.0 + x
    if rounded == 1.0:
        return x
    if rounded == 0.0:
        return LN_OF_GAP
    return math.log(rounded) * x / (rounded - 1.0)


def cross_entropy_prime(Y_T: Matrix, A: Matrix) -> Matrix:
    """∂C/∂a = −y/a + (1 − y)/(1 − a) = (a − y) / (a·(1 − a)) for each output (row) and example (column)

    It follows from the cost, as the slope of ln a is 1/a and that of ln(1 − a) is −1/(1 − a). A sigmoid has
    f′(z) = a·(1 − a), so ∂C/∂z = ∂C/∂a · f′(z) = a − y. Where a has been rounded to 0 or to 1, this divides by the
    same smallest number that f′ has there: the product is still a − y.

    >>> cross_entropy_prime([[1.0, 0.0]], [[0.5, 0.75]]), cross_entropy_prime([[1.0, 0.0]], [[1.0, 0.0]])
    ([[-2.0, 4.0]], [[-1.0, 1.0]])
    """
    _check_outputs(A)
    slopes = []
    for outputs_y, outputs_a in zip(Y_T, A):
        slopes.append([_cross_entropy_slope(y, a) for y, a in zip(outputs_y, outputs_a)])
    return slopes


def _cross_entropy_slope(y: float, a: float) -> float:
    return -y / max(a, SMALLEST_NORMAL) + (1.0 - y) / max(1.0 - a, SMALLEST_NORMAL)


def _check_outputs(A: Matrix) -> None:
    for row in A:
        for a in row:
            if a < 0.0 or a > 1.0:
                raise NumberError(f"cross-entropy needs outputs from 0 to 1, as those of a sigmoid, but one is {a:g}")


def softmax_cross_entropy(Y_T: Matrix, A: Matrix) -> float:
    """C = mean over the examples of −Σ y·ln softmax(a), where Σ is over the classes, one output for each

    ln softmax(a)_j = a_j − ln S with S = e^a₁ + e^a₂ + …, and the y of an example sum to 1, so −Σ = ln S − Σ y·a. The
    largest a is subtracted from all of them first: then S is 1 + the other powers, and none can overflow.

    >>> softmax_cross_entropy([[1.0], [0.0]], [[0.0], [0.0]]) == math.log(2)
    True
    """
    total = 0.0
    for y, a in zip(transpose(Y_T), transpose(A)):
        largest, others = max(a), sorted(a)[:-1]
        ln_sum = _ln_1_plus(sum([math.exp(a_j - largest) for a_j in others]))
        total += ln_sum - sum([y_j * (a_j - largest) for y_j, a_j in zip(y, a) if y_j > 0.0])
    return total / len(A[0])


def softmax_cross_entropy_prime(Y_T: Matrix, A: Matrix) -> Matrix:
    """∂C/∂a = softmax(a) − y for each output (row) and example (column)

    In C = ln S − Σ y·a, the slope of ln S is e^a_j / S = softmax(a)_j, and that of y_j·a_j is y_j. The last layer is
    linear, so f′(z) = 1 and ∂C/∂z is the same.

    >>> softmax_cross_entropy_prime([[1.0], [0.0]], [[0.0], [0.0]])
    [[-0.5], [0.5]]
    """
    slopes = []
    for y, a in zip(transpose(Y_T), transpose(A)):
        slopes.append([p_j - y_j for p_j, y_j in zip(_softmax(a), y)])
    return transpose(slopes)


def check_probabilities(Y: Matrix) -> None:
    """NumberError unless every target lies between 0 and 1.

    >>> check_probabilities([[0.0, 1.0]])
    """
    for number, y in enumerate(Y, 1):
        if min(y) < 0.0 or max(y) > 1.0:
            raise NumberError(f"cross-entropy needs targets from 0 to 1, but row {number} of Y is {y}")


def check_distributions(Y: Matrix) -> None:
    """NumberError unless the targets of each example are probabilities that sum to 1, one for each of the classes.

    >>> check_distributions([[0.0, 1.0]])
    """
    for number, y in enumerate(Y, 1):
        if len(y) < 2 or min(y) < 0.0 or abs(sum(y) - 1.0) > 1e-9:
            raise NumberError(
                "softmax cross-entropy needs one target for each of two or more classes, which sum to 1, "
                f"but row {number} of Y is {y}: one_hot(labels) makes such a table"
            )


CROSS_ENTROPY = Cost("cross-entropy", cross_entropy, cross_entropy_prime, "sigmoid", check_probabilities)
SOFTMAX_CROSS_ENTROPY = Cost(
    "softmax cross-entropy", softmax_cross_entropy, softmax_cross_entropy_prime, "linear", check_distributions
)
COSTS = {cost.name: cost for cost in (HALF_SQUARED_ERROR, CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY)}
