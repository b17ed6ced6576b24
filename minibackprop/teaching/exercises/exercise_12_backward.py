"""Exercise 12: the backward pass of any network

This is backpropagation: any number of layers, any activation functions, and a table of examples. The network is a list
with an entry for each layer, as in exercise 10: (weights, biases, f, f_prime). X and Y have an example in each row. One
rule holds for every layer; the last one only begins with another ∂C/∂a:

    ∂C/∂a = a − y in the last layer
    ∂C/∂z = ∂C/∂a · f′(z)
    ∂C/∂w = mean over the examples of ∂C/∂z · a_in
    ∂C/∂b = mean over the examples of ∂C/∂z
    ∂C/∂a of the layer before = sum of ∂C/∂z · w over the neurons of this layer

By hand, with the network of exercise 11, X = [[2, 1], [0, 1]] and Y = [[5], [-1]]:

    example 1: ∂C/∂z = [2] and [4, −2], as in exercise 11
    example 2: a = [2, 2] and [3], so ∂C/∂z = [4] and [8, −4]
    layer 2: ∂C/∂w = [[(2·4 + 4·2) / 2, (2·2 + 4·2) / 2]] = [[8, 6]], ∂C/∂b = [3]
    layer 1: ∂C/∂w = [[(4·2 + 8·0) / 2, (4·1 + 8·1) / 2], [−2, −3]] = [[4, 6], [−2, −3]], ∂C/∂b = [6, −3]

You may use your forward from exercise 10: copy it into this file.
"""


def backward(network, X, Y):
    """Return for each layer, first layer first, a pair (dC_dW, dC_db), shaped like its weights and its biases."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    def linear(z):
        return z

    def linear_prime(z):
        return 1

    network = [([[1, 2], [0, -1]], [0, 3], linear, linear_prime), ([[2, -1]], [1], linear, linear_prime)]
    print(backward(network, [[2, 1], [0, 1]], [[5], [-1]]))
    print("should be [([[4, 6], [-2, -3]], [6, -3]), ([[8, 6]], [3])]")
