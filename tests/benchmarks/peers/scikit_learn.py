"""scikit-learn's MLPRegressor with plain gradient descent: sgd, momentum 0, alpha 0, all examples in one batch."""

from importlib import import_module

from ..job import Job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..job import Weights

NAME = "scikit-learn"
HOW = "pip install scikit-learn"
NAMES = {"linear": "identity", "relu": "relu", "sigmoid": "logistic"}


def cannot(job: Job) -> str:
    if job.activations[-1] != "linear" or len(set(job.activations[:-1])) > 1:
        return "its output layer is linear"
    return "the order of its examples cannot be set" if job.batch_size is not None else ""


def train(job: Job) -> "Weights":
    np: "Any" = import_module("numpy")
    neural_network: "Any" = import_module("sklearn.neural_network")
    warnings: "Any" = import_module("warnings")
    warnings.simplefilter("ignore")  # it would warn that it has not converged
    X, Y = np.array(job.X), np.array(job.Y)
    if len(job.Y[0]) == 1:
        Y = Y.ravel()
    regressor = neural_network.MLPRegressor(
        hidden_layer_sizes=[len(w) for w, _ in job.weights[:-1]], activation=NAMES[job.activations[0]], solver="sgd",
        alpha=0.0, shuffle=False, batch_size=len(job.X), learning_rate_init=job.learning_rate, max_iter=1, tol=0.0,
        momentum=0.0, nesterovs_momentum=False, n_iter_no_change=10 * job.epochs + 10, warm_start=True, random_state=0,
    )
    regressor.fit(X[:2], Y[:2])  # makes the weights, which are then replaced by the given ones
    regressor.coefs_ = [np.array(w).T.copy() for w, _ in job.weights]
    regressor.intercepts_ = [np.array(b) for _, b in job.weights]
    regressor.max_iter = job.epochs
    regressor.fit(X, Y)
    return [(w.T.tolist(), b.tolist()) for w, b in zip(regressor.coefs_, regressor.intercepts_)]
