"""The main job: load a table, hold a part of it out, train a network on the rest, and see how good it has become."""

from typing import List, NamedTuple, Optional

from ..activations import ACTIVATIONS, LINEAR
from ..metrics import r_squared, root_mean_square_error
from ..housing import load_housing
from ..linalg import Matrix, NumberError, column_means
from ..network import Layer, Network
from ..random_numbers import RandomNumbers, Rng
from ..tables import Standardizer, Table, train_test_split
from ..files.csv_file import load_csv
from ..descent import gradient_descent
from ..early_stopping import EarlyStopping
from ..epoch import Epoch
from ..training import train
from .options import Options
from .terminal import ProgressBar

HELD_OUT_SHARE = 0.25
USUAL_BATCH_SIZE = 10


class Score(NamedTuple):
    """How good the predictions for the held-out examples are, in the unit of the table."""

    name: str
    r_squared: Optional[float]  # None where it is not defined: the held-out targets are all the same
    root_mean_square_error: float


class Experiment(NamedTuple):
    """What went in and what came out. `actual`, `before` and `after` are the held-out targets and their predictions."""

    options: Options
    is_housing: bool
    feature_names: List[str]
    target_name: str
    num_training_rows: int
    batch_size: int
    network: Network
    epoch: int
    costs: List[float]
    stop_reason: str
    actual: Matrix
    before: Matrix
    after: Matrix
    scores: List[Score]


def run_experiment(options: Options, width: int) -> Experiment:
    """Do what the options ask for. Ctrl-C ends the training only: what was learned until then is the result."""
    rng = RandomNumbers(options.seed)
    training_part, held_out_part = train_test_split(_load_table(options), HELD_OUT_SHARE, rng)
    X_scaling = _scaling(training_part.X, options)
    Y_scaling = _scaling(training_part.Y, options)
    X, Y = X_scaling.transform(training_part.X), Y_scaling.transform(training_part.Y)
    X_held_out, Y_held_out = X_scaling.transform(held_out_part.X), held_out_part.Y

    network = _random_network(options, len(X[0]), rng)
    batch_size = _batch_size(options, len(X))
    latest: Optional[Epoch] = None
    costs: List[float] = []
    stop_reason = f"all {options.epochs} epochs are done"
    patience = EarlyStopping(options.patience or options.epochs + 1)
    try:
        with ProgressBar(options.epochs, width) as bar:
            for latest in gradient_descent(network, X, Y, options.learning_rate, options.epochs, batch_size, rng):
                costs.append(latest.cost)
                bar.show(latest)
                if patience.is_over(latest, latest.cost):
                    stop_reason = f"no better cost in {options.patience} epochs"
                    break
    except KeyboardInterrupt:
        stop_reason = f"interrupted after epoch {len(costs) - 1}"
    result = patience.best if options.patience else latest
    if result is None:
        raise KeyboardInterrupt  # before there was anything to show

    before = Y_scaling.inverse_transform(network.predict_all(X_held_out))
    after = Y_scaling.inverse_transform(result.network.predict_all(X_held_out))
    one_linear_layer = _predictions_of_one_linear_layer(training_part, held_out_part)
    always_the_mean = [column_means(training_part.Y)] * len(Y_held_out)
    return Experiment(
        options=options,
        is_housing=options.data is None,
        feature_names=training_part.feature_names,
        target_name=training_part.target_names[0],
        num_training_rows=len(X),
        batch_size=batch_size,
        network=result.network,
        epoch=result.number,
        costs=costs,
        stop_reason=stop_reason,
        actual=Y_held_out,
        before=before,
        after=after,
        scores=[
            _score("this network", Y_held_out, after),
            _score("one linear layer", Y_held_out, one_linear_layer),
            _score("always the mean", Y_held_out, always_the_mean),
        ],
    )


def _load_table(options: Options) -> Table:
    if options.data is None or options.target is None:
        return load_housing(options.without)
    return load_csv(options.data, [options.target], options.without)


def _random_network(options: Options, num_inputs: int, rng: Rng) -> Network:
    """Layers of the chosen sizes with the chosen activation, then one linear neuron for the prediction."""
    layers = []
    for num_neurons in options.layers:
        layers.append(Layer.random(num_inputs, num_neurons, ACTIVATIONS[options.activation], rng))
        num_inputs = num_neurons
    return Network(*layers, Layer.random(num_inputs, 1, LINEAR, rng))


def _scaling(M: Matrix, options: Options) -> Standardizer:
    if options.raw:
        return Standardizer([0.0] * len(M[0]), [1.0] * len(M[0]))
    return Standardizer.fit(M)


def _batch_size(options: Options, num_examples: int) -> int:
    if options.batch_size == "all":
        return num_examples
    return min(USUAL_BATCH_SIZE, num_examples) if options.batch_size is None else int(options.batch_size)


def _predictions_of_one_linear_layer(training_part: Table, held_out_part: Table) -> Matrix:
    """What a straight-line fit predicts for the held-out examples.

    Scaled columns have a curvature of at most their number, so that 1 / number is a learning rate that always works.
    """
    X_scaling, Y_scaling = Standardizer.fit(training_part.X), Standardizer.fit(training_part.Y)
    X, Y = X_scaling.transform(training_part.X), Y_scaling.transform(training_part.Y)
    num_inputs = len(X[0])
    result = train(Network(Layer.random(num_inputs, 1)), X, Y, learning_rate=1.0 / num_inputs, epochs=300)
    return Y_scaling.inverse_transform(result.network.predict_all(X_scaling.transform(held_out_part.X)))


def _score(name: str, Y: Matrix, A: Matrix) -> Score:
    error = root_mean_square_error(Y, A)
    try:
        return Score(name, r_squared(Y, A), error)
    except NumberError:
        return Score(name, None, error)
