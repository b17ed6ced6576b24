"""Exercise 1: the weighted input

A neuron multiplies each input by its weight, adds up the products, and adds its bias once:

    z = w·x + b = w₁·x₁ + w₂·x₂ + … + b

By hand, with w = [2, -1], x = [3, 4] and b = 5:

    z = 2·3 + (−1)·4 + 5 = 7

You may use a loop, or sum and zip; no library is needed.
"""


def weighted_input(w, x, b):
    """Return z. w and x are lists of equally many numbers, b is a number."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    print(weighted_input([2, -1], [3, 4], 5), "should be 7")
