"""The experiment: load a table, hold out a part of it, train a network on the rest, and measure how good it is."""

from typing import List, NamedTuple, Optional

from ..activations import ACTIVATIONS, LINEAR
from ..costs import HALF_SQUARED_ERROR
from ..descent import gradient_descent
from ..linalg import Matrix, NumberError, column_means
from ..metrics import r_squared, root_mean_square_error
from ..network import Layer, Network
from ..random_numbers import RandomNumbers, Rng
from ..standardizer import Standardizer
from ..tables import Table, train_test_split
from ..training import TrainingResult, train
from .options import Options
from .progress_bar import ProgressBar
from .table_options import load_table

HELD_OUT_SHARE = 0.25
USUAL_BATCH_SIZE = 10
EXAMPLES_SHOWN = 10


class Score(NamedTuple):
    """How good the predictions for the held-out examples are, in the unit of the table."""

    name: str
    r_squared: Optional[float]  # None if it is not defined: the held-out targets are all the same
    root_mean_square_error: float


class Sample(NamedTuple):
    """Some held-out examples: their targets, and the predictions before and after training."""

    actual: List[float]
    before: List[float]
    after: List[float]

    def cost(self, predictions: List[float]) -> float:
        """The mean of ½(y − a)² over these examples."""
        return HALF_SQUARED_ERROR.of([[y] for y in self.actual], [[a] for a in predictions])


class Experiment(NamedTuple):
    """What went in and what came out.

    `actual` are the held-out targets, `before` and `after` the predictions of them before and after training.
    """

    options: Options
    training_part: Table
    batch_size: int
    result: TrainingResult
    actual: Matrix
    before: Matrix
    after: Matrix
    scores: List[Score]

    @property
    def is_housing(self) -> bool:
        return self.options.data is None

    @property
    def target_name(self) -> str:
        return self.training_part.target_names[0]

    @property
    def sample(self) -> Sample:
        """The first held-out examples."""
        return Sample(*[[row[0] for row in M[:EXAMPLES_SHOWN]] for M in (self.actual, self.before, self.after)])


def run_experiment(options: Options, width: int) -> Experiment:
    """Run the experiment that the options describe; the progress bar is at most `width` columns wide.

    Ctrl-C ends the training, not the program: the result is that of the epochs done so far. The single layer that it is
    compared with is trained first: Ctrl-C there ends the program, as nothing has been learned yet.
    """
    rng = RandomNumbers(options.seed)
    training_part, held_out_part = train_test_split(load_table(options), HELD_OUT_SHARE, rng)
    X_standardizer = _standardizer(training_part.X, options)
    Y_standardizer = _standardizer(training_part.Y, options)
    X, Y = X_standardizer.transform(training_part.X), Y_standardizer.transform(training_part.Y)
    one_linear_layer = _predictions_of_one_linear_layer(training_part, held_out_part)
    network = _random_network(options, len(X[0]), rng)
    batch_size = _batch_size(options, len(X))
    with ProgressBar(options.epochs, width) as bar:
        result = train(
            network, X, Y, options.learning_rate, options.epochs, batch_size, options.patience,
            rng=rng, on_epoch=bar.show,
        )
    X_held_out = X_standardizer.transform(held_out_part.X)
    before = Y_standardizer.inverse_transform(network.predict_all(X_held_out))
    after = Y_standardizer.inverse_transform(result.network.predict_all(X_held_out))
    always_the_mean = [column_means(training_part.Y)] * len(held_out_part.Y)
    scores = [
        _score("this network", held_out_part.Y, after),
        _score("one linear layer", held_out_part.Y, one_linear_layer),
        _score("always the mean", held_out_part.Y, always_the_mean),
    ]
    return Experiment(options, training_part, batch_size, result, held_out_part.Y, before, after, scores)


def _standardizer(M: Matrix, options: Options) -> Standardizer:
    """A standardizer for the columns of M; with --raw, one that changes nothing."""
    if options.raw:
        return Standardizer([0.0] * len(M[0]), [1.0] * len(M[0]))
    return Standardizer.fit(M)


def _random_network(options: Options, num_inputs: int, rng: Rng) -> Network:
    """Layers of the chosen sizes with the chosen activation, then one linear neuron for the prediction."""
    layers = []
    for num_neurons in options.layers:
        layers.append(Layer.random(num_inputs, num_neurons, ACTIVATIONS[options.activation], rng))
        num_inputs = num_neurons
    return Network(*layers, Layer.random(num_inputs, 1, LINEAR, rng))


def _batch_size(options: Options, num_examples: int) -> int:
    if options.batch_size == "all":
        return num_examples
    return min(USUAL_BATCH_SIZE, num_examples) if options.batch_size is None else int(options.batch_size)


def _predictions_of_one_linear_layer(training_part: Table, held_out_part: Table) -> Matrix:
    """What a straight-line fit predicts for the held-out examples.

    The curvature of the cost is at most the number of standardized columns, so 1 / number is a learning rate that
    always works.
    """
    X_standardizer, Y_standardizer = Standardizer.fit(training_part.X), Standardizer.fit(training_part.Y)
    X, Y = X_standardizer.transform(training_part.X), Y_standardizer.transform(training_part.Y)
    num_inputs = len(X[0])
    network = Network(Layer.random(num_inputs, 1))
    for epoch in gradient_descent(network, X, Y, learning_rate=1.0 / num_inputs, epochs=300):
        network = epoch.network  # not `train`: half of this training would be no result
    return Y_standardizer.inverse_transform(network.predict_all(X_standardizer.transform(held_out_part.X)))


def _score(name: str, Y: Matrix, A: Matrix) -> Score:
    error = root_mean_square_error(Y, A)
    try:
        return Score(name, r_squared(Y, A), error)
    except NumberError:
        return Score(name, None, error)
