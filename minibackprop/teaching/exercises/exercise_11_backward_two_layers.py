"""Exercise 11: the backward pass of two layers

Now all slopes of a network with two layers, for one example. The network is a list of two entries, as in exercise 10:
(weights, biases, f, f_prime). Begin at the cost, and go backward:

    layer 2: ∂C/∂a = a − y
    layer 1: ∂C/∂a = sum of ∂C/∂z · w over the neurons of layer 2, each with its weight to this a
    in both: ∂C/∂z = ∂C/∂a · f′(z)
    in both: ∂C/∂w = ∂C/∂z · a_in
    in both: ∂C/∂b = ∂C/∂z

By hand, with x = [2, 1], y = [5] and two linear layers: two neurons with the weights [[1, 2], [0, -1]] and the biases
[0, 3], and then one with the weights [[2, -1]] and the bias [1]:

    forward: a = [4, 2] in layer 1, a = [7] in layer 2
    layer 2: ∂C/∂z = [7 − 5] = [2], ∂C/∂w = [[2·4, 2·2]] = [[8, 4]], ∂C/∂b = [2]
    layer 1: ∂C/∂z = [2·2, 2·(−1)] = [4, −2], ∂C/∂w = [[4·2, 4·1], [−2·2, −2·1]] = [[8, 4], [−4, −2]], ∂C/∂b = [4, −2]

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

    network = [([[1, 2], [0, -1]], [0, 3], linear, linear_prime), ([[2, -1]], [1], linear, linear_prime)]
    print(backward(network, [2, 1], [5]), "should be [([[8, 4], [-4, -2]], [4, -2]), ([[8, 4]], [2])]")
