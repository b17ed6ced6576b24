"""Exercise 2: the output of a layer

A layer is a list of neurons. All of them see the same inputs x; each has a row of weights and a bias of its own. The
layer is linear, so its outputs are the weighted inputs of its neurons:

    aⱼ = wⱼ·x + bⱼ

By hand, with the weights [[2, 0], [1, -1]], the biases [1, 0.5] and x = [3, 4]:

    a₁ = 2·3 + 0·4 + 1 = 7
    a₂ = 1·3 + (−1)·4 + 0.5 = −0.5

You may use your weighted_input from exercise 1: copy it into this file.
"""


def layer_output(weights, biases, x):
    """Return a list with a number for each neuron. weights has a row for each neuron, biases a number."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    print(layer_output([[2, 0], [1, -1]], [1, 0.5], [3, 4]), "should be [7, -0.5]")
