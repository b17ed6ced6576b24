"""An activation function f turns a neuron's weighted input z into its activation a = f(z).

Every f except linear is a nonlinearity: without one, a chain of layers can compute no more than a single layer.
"""

import math

from .kinds import is_function
from .linalg import Function
from .validation import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SMALLEST_NORMAL = 2.2250738585072014e-308  # 2⁻¹⁰²², the smallest number that has all its digits


class Activation:
    """A function f and its derivative f′. Both take **z**, the weighted input, never a = f(z).

    Make your own from two functions of one number:

    >>> square = Activation("square", lambda z: z * z, lambda z: 2 * z)
    >>> square.f(3.0), square.f_prime(3.0)
    (9.0, 6.0)
    """

    def __init__(self, name: str, f: Function, f_prime: Function) -> None:
        if not isinstance(name, str):
            raise TypeError(f"the name of an activation must be text, but is {shown(name)}")
        if not is_function(f) or not is_function(f_prime):
            raise TypeError(f"f is {shown(f)} and f_prime is {shown(f_prime)}, but both must be functions of z")
        self.name = name
        self.f = f
        self.f_prime = f_prime

    def __repr__(self) -> str:
        return f"Activation({self.name})"


def linear(z: float) -> float:
    """f(z) = z

    >>> linear(3.0)
    3.0
    """
    return z


def linear_prime(z: float) -> float:
    """f′(z) = 1

    >>> linear_prime(3.0)
    1.0
    """
    return 1.0


def relu(z: float) -> float:
    """f(z) = z where z > 0, else 0

    >>> relu(3.0), relu(-3.0)
    (3.0, 0.0)
    """
    return z if z > 0 else 0.0


def relu_prime(z: float) -> float:
    """f′(z) = 1 where z > 0, else 0. At z = 0, where relu has a corner, we choose f′(0) = 0.

    >>> relu_prime(3.0), relu_prime(0.0), relu_prime(-3.0)
    (1.0, 0.0, 0.0)
    """
    return 1.0 if z > 0 else 0.0


def sigmoid(z: float) -> float:
    """f(z) = 1 / (1 + e⁻ᶻ), which lies between 0 and 1

    >>> sigmoid(0.0)
    0.5
    """
    if z >= 0:
        return 1.0 / (1.0 + math.exp(-z))
    e_to_z = math.exp(z)  # for z < 0, e⁻ᶻ could overflow; the same fraction, multiplied by eᶻ / eᶻ, cannot
    return e_to_z / (1.0 + e_to_z)


def sigmoid_prime(z: float) -> float:
    """f′(z) = f(z) · (1 − f(z))

    It is never 0: where a has been rounded to 0 or 1, the slope is tiny, but something is left of it. Cross-entropy
    divides by it.

    >>> sigmoid_prime(0.0), sigmoid_prime(1000.0) > 0.0
    (0.25, True)
    """
    a = sigmoid(z)
    slope = a * (1.0 - a)
    return slope if slope > SMALLEST_NORMAL else SMALLEST_NORMAL


def tanh(z: float) -> float:
    """f(z) = tanh z = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ), which lies between −1 and 1

    >>> tanh(0.0)
    0.0
    """
    if z > 20.0:  # from here on tanh z is 1 to the last digit, and math.tanh overflows on some runtimes
        return 1.0
    if z < -20.0:
        return -1.0
    return math.tanh(z)


def tanh_prime(z: float) -> float:
    """f′(z) = 1 − tanh² z

    >>> tanh_prime(0.0)
    1.0
    """
    a = tanh(z)
    return 1.0 - a * a


LINEAR = Activation("linear", linear, linear_prime)
RELU = Activation("relu", relu, relu_prime)
SIGMOID = Activation("sigmoid", sigmoid, sigmoid_prime)
TANH = Activation("tanh", tanh, tanh_prime)
ACTIVATIONS = {"linear": LINEAR, "relu": RELU, "sigmoid": SIGMOID, "tanh": TANH}


def as_activation(activation: "Any") -> Activation:
    """Return the activation; TypeError, which says what was probably meant, if it is none.

    >>> as_activation(SIGMOID)
    Activation(sigmoid)
    """
    if isinstance(activation, Activation):
        return activation
    for name, known in ACTIVATIONS.items():
        capitals = name.upper()
        if isinstance(activation, str) and activation.lower() == name:
            raise TypeError(
                f"the activation is {shown(activation)}, but must be {capitals}, without quotes "
                f"(from minibackprop import {capitals})"
            )
        if activation is known.f:
            raise TypeError(f"the activation is a function, but must be {capitals}, which has its derivative too")
    if is_function(activation) and not isinstance(activation, type):
        raise TypeError(
            "the activation is a function, but its derivative is needed too: Activation(name, f, f_prime), such as TANH"
        )
    names = ", ".join([name.upper() for name in ACTIVATIONS])
    raise TypeError(
        f"the activation must be {names} or an Activation(name, f, f_prime) of your own, but is {shown(activation)}"
    )
