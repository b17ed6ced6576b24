"""Export to PyTorch: the weights and biases of a network under the names that PyTorch gives them."""

from typing import Dict, List, Union

from ..activations import linear
from ..network import Network, check_network

StateDict = Dict[str, Union[List[float], List[List[float]]]]


def to_state_dict(network: Network) -> StateDict:
    """Return copies of all weights and biases, named as in a `torch.nn.Sequential` of the same layers.

    Such a Sequential has a `Linear(num_inputs, num_neurons)` for each layer and, unless that layer is linear, its
    activation (`ReLU()`, `Sigmoid()`, `Tanh()`) as a module of its own after it; the names count the modules from 0.
    In PyTorch `model.load_state_dict({name: torch.tensor(values) for name, values in to_state_dict(network).items()})`
    loads them, rounded to the seven digits of PyTorch's default numbers; to keep all digits, make the model `.double()`
    and the tensors `dtype=torch.float64`.

    An activation of your own counts as a module too. TypeError if `network` is not a Network.

    >>> from minibackprop import SIGMOID, Layer
    >>> to_state_dict(Network(Layer([[1, 2]], [3], SIGMOID), Layer([[4]], [5])))
    {'0.weight': [[1.0, 2.0]], '0.bias': [3.0], '2.weight': [[4.0]], '2.bias': [5.0]}
    """
    check_network(network)
    state_dict: StateDict = {}
    module = 0
    for layer in network.layers:
        state_dict[f"{module}.weight"] = [list(row) for row in layer.weights]
        state_dict[f"{module}.bias"] = list(layer.biases)
        module += 1 if layer.activation.f is linear else 2
    return state_dict
