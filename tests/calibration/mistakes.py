"""Eight ways to write a wrong backward pass, each a `backward` for `gradient_check`."""

from typing import List, Tuple

from minibackprop import Cost, Network, forward
from minibackprop.linalg import transpose

Matrix = List[List[float]]
Gradients = List[Tuple[Matrix, List[float]]]

MISTAKES = [
    "f' forgotten", "f' of a", "sum, not mean", "y - a", "bias forgotten", "w forgotten", "z instead of a", "10 % off",
]


def backward_with(mistake: str, k_wrong: int, network: Network, X: Matrix, Y: Matrix, cost: Cost) -> Gradients:
    """The gradients, one pair a layer, from naive loops over single numbers; with this mistake in layer `k_wrong`.

    With the mistake "" it is right.
    """
    passes, num_examples = forward(network, X), len(X)
    last = len(network.layers) - 1
    dC_dA = cost.c_prime(transpose(Y), passes[-1].A)
    if mistake == "y - a":
        dC_dA = [[-slope for slope in row] for row in dC_dA]
    gradients: Gradients = []
    for k in range(last, -1, -1):
        layer, record = network.layers[k], passes[k]
        here = k == k_wrong
        f_prime = layer.activation.f_prime
        dC_dZ = [[slope * (1.0 if here and mistake == "f' forgotten"
                           else f_prime(a if here and mistake == "f' of a" else z))
                  for slope, z, a in zip(*rows)] for rows in zip(dC_dA, record.Z, record.A)]
        A_in = passes[k - 1].Z if here and mistake == "z instead of a" and k > 0 else record.A_in
        divisor = 1 if mistake == "sum, not mean" else num_examples
        dC_dW = [[sum([d * a for d, a in zip(row, a_in)]) / divisor for a_in in A_in] for row in dC_dZ]
        dC_db = [sum(row) / divisor for row in dC_dZ]
        if here and mistake == "bias forgotten":
            dC_db = [0.0 for _ in dC_db]
        if here and mistake == "10 % off":
            dC_dW[-1][0] *= 0.9
        gradients.insert(0, (dC_dW, dC_db))
        W = [[1.0] * layer.num_inputs for _ in layer.weights] if here and mistake == "w forgotten" else layer.weights
        dC_dA = [[sum([W[j][i] * dC_dZ[j][n] for j in range(len(W))]) for n in range(num_examples)]
                 for i in range(layer.num_inputs)]
    return gradients
