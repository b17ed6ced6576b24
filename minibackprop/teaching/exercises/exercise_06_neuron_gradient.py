"""Exercise 6: the gradient of one linear neuron

A linear neuron predicts a = w·x + b for one example with the inputs x and the target y. How does the cost change with
each weight, and with the bias? The chain rule multiplies the slopes on the way from the cost to the weight:

    C = ½(y − a)², so ∂C/∂a = a − y
    ∂C/∂wᵢ = ∂C/∂a · ∂a/∂z · ∂z/∂wᵢ = (a − y)·1·xᵢ
    ∂C/∂b = ∂C/∂a · ∂a/∂z · ∂z/∂b = (a − y)·1·1

By hand, with x = [2, 1], y = 3, w = [3, -1] and b = 2:

    a = 3·2 + (−1)·1 + 2 = 7, so a − y = 4
    ∂C/∂w = [4·2, 4·1] = [8, 4]
    ∂C/∂b = 4

You may use your weighted_input from exercise 1: copy it into this file.
"""


def neuron_gradient(x, y, w, b):
    """Return (dC_dw, dC_db): a list with the slope of each weight, and the slope of the bias."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    print(neuron_gradient([2, 1], 3, [3, -1], 2), "should be ([8, 4], 4)")
