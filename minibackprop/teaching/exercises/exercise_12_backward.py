"""Exercise 12: the backward pass of any network

This is backpropagation: any number of layers, any activation functions, and a table of examples. The network is a list
with an entry for each layer, as in exercise 10: (weights, biases, f, f_prime). X and Y have an example in each row. One
rule holds for every layer; the last one only begins with another ∂C/∂a:

    ∂C/∂a = a − y in the last layer
    ∂C/∂z = ∂C/∂a · f′(z)
    ∂C/∂w = mean over the examples of ∂C/∂z · a_in
    ∂C/∂b = mean over the examples of ∂C/∂z
    ∂C/∂a of the layer before = sum of ∂C/∂z · w over the neurons of this layer

By hand, for two examples of one linear neuron with the weight 3 and the bias 0, X = [[2], [1]] and Y = [[4], [1]]:

    a = 6 and 3, so ∂C/∂z = 2 and 2
    ∂C/∂w = (2·2 + 2·1) / 2 = 3
    ∂C/∂b = (2 + 2) / 2 = 2

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

    print(backward([([[3]], [0], linear, linear_prime)], [[2], [1]], [[4], [1]]), "should be [([[3]], [2])]")
