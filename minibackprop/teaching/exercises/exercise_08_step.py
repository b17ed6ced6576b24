"""Exercise 8: a step of gradient descent

The slope says where the cost rises, so a step goes the other way. The learning rate says how far:

    new w = w − learning rate · ∂C/∂w
    new b = b − learning rate · ∂C/∂b

By hand, with w = [3, -1], b = 1, the slopes [4, 2] and 2, and the learning rate 0.5:

    new w = [3 − 0.5·4, −1 − 0.5·2] = [1, −2]
    new b = 1 − 0.5·2 = 0

Return new lists, so that both can be compared afterwards.
"""


def step(w, b, dC_dw, dC_db, learning_rate):
    """Return (new w, new b): a new list of weights, and a number."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    print(step([3, -1], 1, [4, 2], 2, 0.5), "should be ([1, -2], 0)")
