"""The scores: how good the predictions for the held-out examples are, beside those that take no network."""

from typing import Callable, List, NamedTuple, Optional, TypeVar

from ..linalg import Matrix, NumberError
from ..metrics import accuracy, r_squared, root_mean_square_error
from .experiment import Experiment

S = TypeVar("S")


class NumberScore(NamedTuple):
    """How good predicted numbers are, in the unit of the table."""

    name: str
    r_squared: Optional[float]  # None if it is not defined: the held-out targets are all the same
    root_mean_square_error: float


class ClassScore(NamedTuple):
    """The share of examples whose class was predicted correctly."""

    name: str
    accuracy: float


def number_scores(experiment: Experiment) -> List[NumberScore]:
    """The scores of the network, of one linear layer, and of always predicting the mean."""
    return _scores(experiment, "always the mean", _number_score)


def class_scores(experiment: Experiment) -> List[ClassScore]:
    """The scores of the network, of one linear layer, and of always predicting the most frequent class."""
    return _scores(
        experiment, "always the most frequent", lambda name, Y, A: ClassScore(name, accuracy(Y, A))
    )


def _scores(experiment: Experiment, baseline: str, score: Callable[[str, Matrix, Matrix], S]) -> List[S]:
    predictions = {
        "this network": experiment.after,
        "one linear layer": experiment.one_linear_layer,
        baseline: experiment.always_the_same,
    }
    return [score(name, experiment.actual, A) for name, A in predictions.items()]


def _number_score(name: str, Y: Matrix, A: Matrix) -> NumberScore:
    error = root_mean_square_error(Y, A)
    try:
        return NumberScore(name, r_squared(Y, A), error)
    except NumberError:
        return NumberScore(name, None, error)
