"""Exercise 4: the cost and its slope

The cost says how far the outputs a are from the targets y. It is half the sum of the squared differences. Its slope
says, for each output, how the cost changes when that output grows:

    C = ½‖y − a‖² = ½·((y₁ − a₁)² + (y₂ − a₂)² + …)
    ∂C/∂a = a − y

By hand, with y = [1, 5, 2] and a = [4, 1, 0]:

    C = ½·((1 − 4)² + (5 − 1)² + (2 − 0)²) = ½·(9 + 16 + 4) = 14.5
    ∂C/∂a = [4 − 1, 1 − 5, 0 − 2] = [3, −4, −2]

You may use a loop, or sum and zip.
"""


def cost(y, a):
    """Return C, a number. y and a are lists of equally many numbers."""
    raise NotImplementedError("write this function")


def cost_slope(y, a):
    """Return a list with the slope for each output."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    print(cost([1, 5, 2], [4, 1, 0]), "should be 14.5")
    print(cost_slope([1, 5, 2], [4, 1, 0]), "should be [3, -4, -2]")
