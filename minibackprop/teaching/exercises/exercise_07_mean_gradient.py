"""Exercise 7: the mean gradient over examples

X is a table with an example in each row, and Y is the list of their targets. Each example has a gradient of its own, as
in exercise 6. The gradient of the whole table is their mean over the m examples:

    ∂C/∂w = 1/m · sum over the examples of (a − y)·x
    ∂C/∂b = 1/m · sum over the examples of (a − y)

By hand, with X = [[3, 1], [0, 1], [2, 1]], Y = [7, -1, 3], w = [3, -1] and b = 1:

    example 1: a = 9, ∂C/∂w = [6, 2], ∂C/∂b = 2
    example 2: a = 0, ∂C/∂w = [0, 1], ∂C/∂b = 1
    example 3: a = 6, ∂C/∂w = [6, 3], ∂C/∂b = 3
    the mean: ∂C/∂w = [4, 2], ∂C/∂b = 2

You may use your neuron_gradient from exercise 6: copy it into this file.
"""


def mean_gradient(X, Y, w, b):
    """Return (dC_dw, dC_db): a list with the mean slope of each weight, and the mean slope of the bias."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    print(mean_gradient([[3, 1], [0, 1], [2, 1]], [7, -1, 3], [3, -1], 1), "should be ([4, 2], 2)")
