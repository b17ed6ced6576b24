"""A network as JSON and back. Its activations are kept by name: your own have to be given again."""

from typing import Any, Dict, Sequence, Type, TypeVar

from ..activations import ACTIVATIONS, Activation
from ..costs import Cost
from ..network import Layer, Network
from ..validation import shown
from .json_file import ModelFileError, errors_begin_with, fields_of

Named = TypeVar("Named", Activation, Cost)


def network_as_json(network: Network) -> Dict[str, Any]:
    """Return the activations, weights and biases of a network as dicts and lists, which are copies.

    ShapeError or NumberError if weights or biases no longer fit or are no longer finite numbers. ModelFileError if two
    different activations have the same name, such as one of your own that is named "relu".

    >>> network_as_json(Network(Layer([[1, 2]], [3])))
    {'layers': [{'activation': 'linear', 'weights': [[1.0, 2.0]], 'biases': [3.0]}]}
    """
    checked = [Layer(layer.weights, layer.biases, layer.activation) for layer in network.layers]
    known_by_name(ACTIVATIONS, [layer.activation for layer in checked], "activation", Activation)
    return {
        "layers": [
            {"activation": layer.activation.name, "weights": layer.weights, "biases": layer.biases}
            for layer in Network(*checked).layers
        ]
    }


def network_from_json(value: Any, where: str, activations: Dict[str, Activation]) -> Network:
    """Return the network that `network_as_json` described; `where` stands for it in messages.

    ModelFileError says in which layer something is wrong.

    >>> value = {"layers": [{"activation": "linear", "weights": [[1.0, 2.0]], "biases": [3.0]}]}
    >>> network_from_json(value, "the network", ACTIVATIONS)
    Network(2 -> 1)
    """
    layers = fields_of(value, where, ["layers"])["layers"]
    if not isinstance(layers, list):
        raise ModelFileError(f"the layers of {where} are {shown(layers)}, but must be a list")
    with errors_begin_with(where):
        return Network(*[_layer(layer, f"layer {k}", activations) for k, layer in enumerate(layers, 1)])


def _layer(value: Any, where: str, activations: Dict[str, Activation]) -> Layer:
    fields = fields_of(value, where, ["activation", "weights", "biases"])
    with errors_begin_with(where):
        activation = found_by_name(fields["activation"], activations, "activation")
        return Layer(fields["weights"], fields["biases"], activation)


def known_by_name(built_in: Dict[str, Named], own: Sequence[Named], what: str, kind: Type[Named]) -> Dict[str, Named]:
    """Return the built-in activations and your own, or the costs, by name.

    ModelFileError if two different ones have the same name. TypeError if `own` is not a list of them.

    >>> square = Activation("square", lambda z: z * z, lambda z: 2 * z)
    >>> known = known_by_name(ACTIVATIONS, [square], "activation", Activation)
    >>> known["square"], known["relu"], len(known) - len(ACTIVATIONS)
    (Activation(square), Activation(relu), 1)
    """
    known = dict(built_in)
    if not isinstance(own, (list, tuple)):
        raise TypeError(f"the {what}s of your own must be given as a list, as in {what}s=[MINE], not as {shown(own)}")
    for each in own:
        if not isinstance(each, kind):
            raise TypeError(f"{shown(each)} is among the {what}s of your own, but is no {kind.__name__}")
        if vars(known.setdefault(each.name, each)) != vars(each):
            raise ModelFileError(
                f"there are two different {what}s named {each.name!r}: give one of your own another name, since a file "
                "keeps only the name"
            )
    return known


def found_by_name(name: Any, known: Dict[str, Named], what: str) -> Named:
    """Return the activation or cost of this name; ModelFileError if there is none.

    >>> found_by_name("relu", ACTIVATIONS, "activation")
    Activation(relu)
    """
    if not isinstance(name, str) or name not in known:
        raise ModelFileError(
            f"its {what} {shown(name)} is none of {', '.join(known)}: if it is one of your own, give it when you load "
            f"the file, as in load_model(path, {what}s=[MINE])"
        )
    return known[name]
