"""Exercise 11: the backward pass of two layers

Now all slopes of a network with two layers, for one example. The network is a list of two entries, as in exercise 10:
(weights, biases, f, f_prime). Begin at the cost, and go backward:

    layer 2: ∂C/∂a = a − y
    layer 1: ∂C/∂a = sum of ∂C/∂z · w over the neurons of layer 2, each with its weight to this a
    in both: ∂C/∂z = ∂C/∂a · f′(z)
    in both: ∂C/∂w = ∂C/∂z · a_in
    in both: ∂C/∂b = ∂C/∂z

By hand, with x = [2], y = [1] and two linear layers of one neuron, with the weights 3 and 0.5 and the biases 0:

    forward: a = 6 in layer 1, a = 3 in layer 2
    layer 2: ∂C/∂z = 3 − 1 = 2, ∂C/∂w = 2·6 = 12, ∂C/∂b = 2
    layer 1: ∂C/∂z = 2·0.5 = 1, ∂C/∂w = 1·2 = 2, ∂C/∂b = 1

You may use your forward from exercise 10: copy it into this file.
"""


def backward(network, x, y):
    """Return for each layer, first layer first, a pair (dC_dW, dC_db), shaped like its weights and its biases."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    def linear(z):
        return z

    def linear_prime(z):
        return 1

    network = [([[3]], [0], linear, linear_prime), ([[0.5]], [0], linear, linear_prime)]
    print(backward(network, [2], [1]), "should be [([[2]], [1]), ([[12]], [2])]")
