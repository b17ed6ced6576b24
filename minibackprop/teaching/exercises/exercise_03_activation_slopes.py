"""Exercise 3: sigmoid, and the slopes of sigmoid and relu

An activation function makes the activation a from the weighted input z. The chain rule needs its slope f′(z):

    sigmoid: a = 1 / (1 + e⁻ᶻ), with the slope a·(1 − a)
    relu: a = z where z > 0, else 0, with the slope 1 where z > 0, else 0

At z = 0 relu has no slope; we choose 0 there. For z = −1000, e⁻ᶻ is too large for a float, and Python raises an error:
where z is below 0, multiply numerator and denominator by eᶻ, and use the fraction that this gives.

By hand, at z = 0:

    a = 1 / (1 + 1) = 0.5
    f′(0) = 0.5·(1 − 0.5) = 0.25

You may use math.exp.
"""

import math


def sigmoid(z):
    """Return a, between 0 and 1, for any number z, however large or small."""
    raise NotImplementedError("write this function")


def sigmoid_prime(z):
    """Return the slope of sigmoid at z."""
    raise NotImplementedError("write this function")


def relu_prime(z):
    """Return the slope of relu at z: 1 or 0."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    print("math.exp(1) is", math.exp(1))
    print(sigmoid(0), sigmoid_prime(0), relu_prime(2), "should be 0.5 0.25 1")
