"""Exercise 10: the forward pass, with a record

A network is a chain of layers: what comes out of one goes into the next. Here it is a list with an entry for each
layer, (weights, biases, f, f_prime). f is the activation function, and f_prime its slope; both take a number z. In each
layer:

    a_in = x in the first layer, then the a of the layer before
    z = w·a_in + b, for each neuron
    a = f(z), for each neuron

The backward pass will need all of these numbers, so keep them: a record has (a_in, z, a) for each layer, three lists.

By hand, with x = [3], a layer of two relu neurons with the weights [[2], [-1]] and the biases [0, 1], and then a linear
neuron with the weights [[1, 3]] and the bias [0.5]:

    layer 1: a_in = [3], z = [6, −2], a = [6, 0]
    layer 2: a_in = [6, 0], z = [6.5], a = [6.5]

You may use your layer_output from exercise 2: copy it into this file.
"""


def forward(network, x):
    """Return the record: for each layer, first layer first, (a_in, z, a)."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    def f1(z):  # relu
        return max(0, z)

    def f1_prime(z):
        return 1 if z > 0 else 0

    def f2(z):  # linear
        return z

    def f2_prime(z):
        return 1

    network = [([[2], [-1]], [0, 1], f1, f1_prime), ([[1, 3]], [0.5], f2, f2_prime)]
    print(forward(network, [3]), "should be [([3], [6, -2], [6, 0]), ([6, 0], [6.5], [6.5])]")
