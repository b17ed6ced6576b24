"""Exercise 14: cross-entropy

If the targets are 0 or 1 and the outputs a = sigmoid(z) are probabilities, the cost can be how surprised the network
would be by the right answers. ln is the natural logarithm:

    C = −sum of (y·ln a + (1 − y)·ln(1 − a))

Its slope with respect to a has a·(1 − a) in the denominator, which is also the slope of sigmoid. So it cancels in the
product with f′(z), and what is left is as simple as for a linear layer:

    ∂C/∂z = a − y

By hand, with y = [1, 0] and a = [0.5, 0.2]:

    C = −(ln 0.5 + ln(1 − 0.2)) = 0.6931 + 0.2231 = 0.9163

and with y = [1, 0] and z = [0, 0], where a is [0.5, 0.5]:

    ∂C/∂z = [0.5 − 1, 0.5 − 0] = [−0.5, 0.5]

You may use math.log, and your sigmoid from exercise 3: copy it into this file.
"""

import math


def cross_entropy(y, a):
    """Return C, a number. y and a are lists of equally many numbers; each a lies between 0 and 1."""
    raise NotImplementedError("write this function")


def cross_entropy_delta(y, z):
    """Return a list with the slope of C with respect to each z, where a = sigmoid(z)."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    print("math.log(0.5) is", math.log(0.5))
    print(cross_entropy([1, 0], [0.5, 0.2]), "should be 0.9163")
    print(cross_entropy_delta([1, 0], [0, 0]), "should be [-0.5, 0.5]")
