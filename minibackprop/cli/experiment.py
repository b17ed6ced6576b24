"""The experiment: load a table, hold out a part of it, train a network on the rest, and predict what was held out."""

from typing import List, NamedTuple, Optional

from ..activations import ACTIVATIONS, LINEAR
from ..costs import HALF_SQUARED_ERROR, Cost
from ..cross_entropy import SOFTMAX_CROSS_ENTROPY
from ..descent import gradient_descent
from ..files.whole_file import OutputError
from ..linalg import Matrix, column_means
from ..network import Layer, Network
from ..random_numbers import RandomNumbers, Rng
from ..standardizer import Standardizer
from ..tables import Table, train_test_split
from ..training import TrainingResult, train
from .checkpoint import CheckpointWriter, check_checkpoint
from .ctrl_c import finish_uninterrupted
from .options import Options
from .progress_bar import ProgressBar
from .table_options import load_table

HELD_OUT_SHARE = 0.25
USUAL_BATCH_SIZE = 10
EXAMPLES_SHOWN = 10


class Experiment(NamedTuple):
    """What went in and what came out.

    `actual` are the held-out targets. `before`, `after`, `one_linear_layer` and `always_the_same` are what was
    predicted for them: by the network before and after training, by a single linear layer, and by the mean of the
    training targets. In a classification a target has a 1 in the column of its class, and the column with the largest
    prediction is the predicted class.
    """

    options: Options
    training_part: Table
    batch_size: int
    cost: Cost
    result: TrainingResult
    X_standardizer: Standardizer
    Y_standardizer: Standardizer
    actual: Matrix
    before: Matrix
    after: Matrix
    one_linear_layer: Matrix
    always_the_same: Matrix
    problem: Optional[OutputError]  # why the last checkpoints could not be written, if so

    @property
    def is_housing(self) -> bool:
        return self.options.data is None

    @property
    def classes(self) -> List[str]:
        """The names of the classes; empty if the target is a number."""
        return self.training_part.classes

    @property
    def target_name(self) -> str:
        return self.training_part.target_names[0]

    @property
    def shown(self) -> List[Matrix]:
        """Some held-out examples: their targets, and the predictions before and after training."""
        return [M[:EXAMPLES_SHOWN] for M in (self.actual, self.before, self.after)]


def run_experiment(options: Options, width: int) -> Experiment:
    """Run the experiment that the options describe; the progress bar is at most `width` columns wide.

    Ctrl-C ends the training, not the program: the result is that of the epochs done so far. The single layer that it is
    compared with is trained first: Ctrl-C there ends the program, as nothing has been learned yet.
    """
    rng = RandomNumbers(options.seed)
    table = load_table(options)
    training_part, held_out_part = train_test_split(table, HELD_OUT_SHARE, rng)
    X_standardizer = _standardizer(training_part.X, options.raw)
    Y_standardizer = _standardizer(training_part.Y, options.raw or bool(table.classes))
    X, Y = X_standardizer.transform(training_part.X), Y_standardizer.transform(training_part.Y)
    cost = SOFTMAX_CROSS_ENTROPY if table.classes else HALF_SQUARED_ERROR
    one_linear_layer = _predictions_of_one_linear_layer(training_part, held_out_part.X, cost)
    network = _random_network(options, len(X[0]), len(Y[0]), rng)
    batch_size = _batch_size(options, len(X))
    so_far = _so_far(options, table, network, rng)
    writer = None
    if options.checkpoint is not None:
        replace = options.force or so_far is not None
        writer = CheckpointWriter(
            options.checkpoint, options.arguments, table, rng, options.patience, so_far, replace
        )
    with ProgressBar(options.epochs, width) as bar:
        watchers = [bar.show] if writer is None else [writer.write, bar.show]
        result = train(
            network, X, Y, options.learning_rate, options.epochs, batch_size, options.patience, rng=rng,
            on_epoch=lambda epoch: [watch(epoch) for watch in watchers], cost=cost, so_far=so_far,
        )
    finish_uninterrupted()
    X_held_out = X_standardizer.transform(held_out_part.X)
    return Experiment(
        options, training_part, batch_size, cost, result, X_standardizer, Y_standardizer, held_out_part.Y,
        before=Y_standardizer.inverse_transform(network.predict_all(X_held_out)),
        after=Y_standardizer.inverse_transform(result.network.predict_all(X_held_out)),
        one_linear_layer=one_linear_layer,
        always_the_same=[column_means(training_part.Y)] * len(held_out_part.Y),
        problem=None if writer is None else writer.problem,
    )


def _so_far(options: Options, table: Table, network: Network, rng: RandomNumbers) -> Optional[TrainingResult]:
    """The training that is to go on, with the random numbers where they were; None if there was none."""
    if options.resumed_from is None:
        return None
    check_checkpoint(options.resumed_from, table, network)
    rng.state = options.resumed_from.random_state
    return options.resumed_from.so_far


def _standardizer(M: Matrix, leave_as_it_is: bool) -> Standardizer:
    """A standardizer for the columns of M, or one that changes nothing."""
    return Standardizer([0.0] * len(M[0]), [1.0] * len(M[0])) if leave_as_it_is else Standardizer.fit(M)


def _random_network(options: Options, num_inputs: int, num_outputs: int, rng: Rng) -> Network:
    """Layers of the chosen sizes with the chosen activation, then linear neurons for the prediction."""
    layers = []
    for num_neurons in options.layers:
        layers.append(Layer.random(num_inputs, num_neurons, ACTIVATIONS[options.activation], rng))
        num_inputs = num_neurons
    return Network(*layers, Layer.random(num_inputs, num_outputs, LINEAR, rng))


def _batch_size(options: Options, num_examples: int) -> int:
    if options.batch_size == "all":
        return num_examples
    return min(USUAL_BATCH_SIZE, num_examples) if options.batch_size is None else int(options.batch_size)


def _predictions_of_one_linear_layer(training_part: Table, X_held_out: Matrix, cost: Cost) -> Matrix:
    """What a single linear layer predicts for the held-out examples, once it has been trained.

    The curvature of the cost is at most the number of standardized columns, so 1 / number is a learning rate that
    always works.
    """
    X_standardizer = Standardizer.fit(training_part.X)
    Y_standardizer = _standardizer(training_part.Y, bool(training_part.classes))
    X, Y = X_standardizer.transform(training_part.X), Y_standardizer.transform(training_part.Y)
    num_inputs = len(X[0])
    network = Network(Layer.random(num_inputs, len(Y[0])))
    for epoch in gradient_descent(network, X, Y, learning_rate=1.0 / num_inputs, epochs=300, cost=cost):
        network = epoch.network  # not `train`: half of this training would be no result
    return Y_standardizer.inverse_transform(network.predict_all(X_standardizer.transform(X_held_out)))
