"""Keeping a network in a file, with all that is needed to use it again: its standardizers, names and classes."""

from typing import Any, Dict, List, Optional, Sequence

from ..activations import ACTIVATIONS, Activation
from ..costs import HALF_SQUARED_ERROR, Cost, check_cost
from ..cross_entropy import COSTS, SOFTMAX_CROSS_ENTROPY
from ..linalg import Matrix, Rows, ShapeError
from ..network import Network, check_network
from ..standardizer import Standardizer
from ..tables import ColumnError, Names, as_names
from ..validation import counted, shown
from .json_file import errors_begin_with, fields_of, read_json, write_json
from .network_json import found_by_name, known_by_name, network_as_json, network_from_json
from .whole_file import PathLike

FORMAT = "minibackprop model"
VERSION = 1
FIELDS = ["cost", "feature_names", "target_names", "classes", "X_standardizer", "Y_standardizer", "network"]


class Model:
    """A network with what belongs to it: its cost, its standardizers, the names of its columns, its classes.

    TypeError, ShapeError, NumberError, SettingError or ColumnError says what does not fit the network.

    >>> from minibackprop import Layer
    >>> Model(Network(Layer([[2, 0]], [1])), X_standardizer=Standardizer([10.0, 0.0], [5.0, 1.0]))
    Model(Network(2 -> 1), half squared error)
    """

    def __init__(
        self,
        network: Network,
        cost: Cost = HALF_SQUARED_ERROR,
        X_standardizer: Optional[Standardizer] = None,
        Y_standardizer: Optional[Standardizer] = None,
        feature_names: Optional[Names] = None,
        target_names: Optional[Names] = None,
        classes: Optional[Names] = None,
    ) -> None:
        check_network(network)
        check_cost(cost, network.layers[-1].activation)
        if cost is SOFTMAX_CROSS_ENTROPY and network.num_outputs == 1:
            raise ShapeError("softmax cross-entropy needs an output for each class, but this network has a single one")
        self.network = network
        self.cost = cost
        self.X_standardizer = _standardizer(X_standardizer, "X_standardizer", network.num_inputs, "input")
        self.Y_standardizer = _standardizer(Y_standardizer, "Y_standardizer", network.num_outputs, "output")
        self.feature_names = _names(feature_names, "feature_names", network.num_inputs, "input")
        num_classes = max(network.num_outputs, 2)  # a single output tells two classes apart
        self.classes = _names(classes, "classes", num_classes, "class")
        if self.classes is None:
            self.target_names = _names(target_names, "target_names", network.num_outputs, "output")
        else:
            self.target_names = _names(target_names, "target_names", 1, "column of classes")

    def __repr__(self) -> str:
        return f"Model({self.network!r}, {self.cost.name})"

    def predict_all(self, X: Rows) -> Matrix:
        """Return the outputs for examples in the units of the table: standardize X, predict, undo it for the outputs.

        In a classification, the largest output of a row stands for its class; a single output stands for the second
        class if it is 0.5 or more. ShapeError or NumberError if X does not fit.

        >>> from minibackprop import Layer
        >>> model = Model(Network(Layer([[2, 0]], [1])), X_standardizer=Standardizer([10.0, 0.0], [5.0, 1.0]))
        >>> model.predict_all([[15, 7]])
        [[3.0]]
        """
        inputs = X if self.X_standardizer is None else self.X_standardizer.transform(X)
        outputs = self.network.predict_all(inputs)
        return outputs if self.Y_standardizer is None else self.Y_standardizer.inverse_transform(outputs)


def save_model(
    path: PathLike,
    network: Network,
    cost: Cost = HALF_SQUARED_ERROR,
    X_standardizer: Optional[Standardizer] = None,
    Y_standardizer: Optional[Standardizer] = None,
    feature_names: Optional[Names] = None,
    target_names: Optional[Names] = None,
    classes: Optional[Names] = None,
) -> None:
    """Write a network, and what belongs to it, to a file for `load_model`. An older file of this name is replaced.

    The file is JSON. It is written whole or not at all, and every bit of every weight survives. Activations and the
    cost are kept by name only, since a file that held code could do harm: give your own again when you load it. The
    names are those of the columns of X and Y; `classes` names the outputs of a classification, or the two classes that
    a single output tells apart.

    OutputError if the file cannot be written. TypeError, ShapeError, NumberError, SettingError or ColumnError says what
    does not fit the network; ModelFileError if an activation or a cost of your own has the name of another one.

    >>> import os, tempfile
    >>> from minibackprop import Layer
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = os.path.join(folder, "model.json")
    ...     save_model(path, Network(Layer([[0.1, 0.2]], [0.3])), feature_names=["size", "floor"])
    ...     model = load_model(path)
    >>> model.network.layers[0].weights, model.feature_names
    ([[0.1, 0.2]], ['size', 'floor'])
    """
    model = Model(network, cost, X_standardizer, Y_standardizer, feature_names, target_names, classes)
    write_model(path, model, replace=True)


def write_model(path: PathLike, model: Model, replace: bool) -> None:
    """Write a model to a file, as `save_model` does; FileExistsError if there is one, unless it is to be replaced.

    >>> from minibackprop import Layer
    >>> write_model("nowhere/model.json", Model(Network(Layer([[0.1]], [0.2]))), replace=False)
    Traceback (most recent call last):
        ...
    minibackprop.files.whole_file.OutputError: nowhere/model.json cannot be written: there is no folder nowhere
    """
    known_by_name(COSTS, [model.cost], "cost", Cost)
    fields = {
        "cost": model.cost.name,
        "feature_names": model.feature_names,
        "target_names": model.target_names,
        "classes": model.classes,
        "X_standardizer": _as_json(model.X_standardizer),
        "Y_standardizer": _as_json(model.Y_standardizer),
        "network": network_as_json(model.network),  # last, since it is long
    }
    write_json(path, FORMAT, VERSION, fields, replace)


def load_model(path: PathLike, activations: Sequence[Activation] = (), costs: Sequence[Cost] = ()) -> Model:
    """Return the model in a file that `save_model` wrote.

    Activations and a cost of your own are found by name in the lists that you give. ModelFileError says what is wrong
    with a file that is damaged, of a later version of minibackprop, or no model.

    >>> load_model("no_such_file.json")
    Traceback (most recent call last):
        ...
    minibackprop.files.json_file.ModelFileError: no_such_file.json: there is no such file
    """
    known_activations = known_by_name(ACTIVATIONS, activations, "activation", Activation)
    known_costs = known_by_name(COSTS, costs, "cost", Cost)
    with errors_begin_with(path):
        fields = read_json(path, FORMAT, VERSION, FIELDS)
        return Model(
            network_from_json(fields["network"], "the network", known_activations),
            found_by_name(fields["cost"], known_costs, "cost"),
            _from_json(fields["X_standardizer"], "X_standardizer"),
            _from_json(fields["Y_standardizer"], "Y_standardizer"),
            fields["feature_names"],
            fields["target_names"],
            fields["classes"],
        )


def _as_json(standardizer: Optional[Standardizer]) -> Optional[Dict[str, List[float]]]:
    return None if standardizer is None else {"means": standardizer.means, "deviations": standardizer.deviations}


def _from_json(value: Any, name: str) -> Optional[Standardizer]:
    if value is None:
        return None
    fields = fields_of(value, name, ["means", "deviations"])
    with errors_begin_with(name):
        return Standardizer(fields["means"], fields["deviations"])


def _standardizer(standardizer: Optional[Standardizer], name: str, width: int, thing: str) -> Optional[Standardizer]:
    """A checked copy of a standardizer for as many columns as the network has inputs or outputs."""
    if standardizer is None:
        return None
    if not isinstance(standardizer, Standardizer):
        raise TypeError(f"{name} must be a Standardizer, as from Standardizer.fit(X), but is {shown(standardizer)}")
    copy = Standardizer(standardizer.means, standardizer.deviations)
    if len(copy.means) != width:
        raise ShapeError(
            f"{name} was fitted to {counted(len(copy.means), 'column')}, but the network has {counted(width, thing)}"
        )
    return copy


def _names(names: Optional[Names], what: str, width: int, thing: str) -> Optional[List[str]]:
    """A checked copy of a list of different names, one for each input or output; None if the list is empty."""
    found = [] if names is None else as_names(names, what)
    if not found:  # as in a table without classes
        return None
    if len(found) != width:
        raise ColumnError(f"{what} has {counted(len(found), 'name')} for {counted(width, thing)}")
    if len(set(found)) < len(found):
        twice = next(name for name in found if found.count(name) > 1)
        raise ColumnError(f"{what} contains {shown(twice)} twice: give each its own name")
    return found
