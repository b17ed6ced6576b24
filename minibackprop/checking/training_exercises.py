"""Exercises 8, 9 and 13: a step of gradient descent, training, and when to stop."""

from ..linalg import Matrix, Vector
from .drawn import drawn_number, drawn_rows, drawn_vector
from .gradient_exercises import MEAN_GRADIENT, neuron_slopes
from .task import Task
from .value_exercise import ValueExercise
from .wrong_rule import WrongRule, known_mistake

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..random_numbers import RandomNumbers
    from .task import Calls

LESSON_EPOCHS = 200  # as many as in the course notebook "Module 4: Backpropagation"


def _step(w: Vector, b: float, dC_dw: Vector, dC_db: float, learning_rate: float) -> "tuple[Vector, float]":
    return [w_i - learning_rate * slope for w_i, slope in zip(w, dC_dw)], b - learning_rate * dC_db


def _step_in_place(w: Vector, b: float, dC_dw: Vector, dC_db: float, learning_rate: float) -> "tuple[Vector, float]":
    for i in range(len(w)):
        w[i] -= learning_rate * dC_dw[i]
    return w, b - learning_rate * dC_db


def _calls_of_a_step(rng: "RandomNumbers", sizes: "list[int]") -> "Calls":
    return [
        [
            drawn_vector(rng, n), drawn_number(rng), drawn_vector(rng, n), drawn_number(rng),
            round(rng.uniform(0.1, 0.4), 2),
        ]
        for n in sizes
    ]


STEP = ValueExercise(
    8, "a step of gradient descent", 4, 3,
    [
        Task(
            "step", "w, b, dC_dw, dC_db, learning_rate", _step, [[3.0, -1.0], 1.0, [4.0, 2.0], 2.0, 0.5],
            [
                ("one weight", lambda rng: _calls_of_a_step(rng, [1, 1])),
                ("several weights", lambda rng: _calls_of_a_step(rng, [2, 3, 4])),
            ],
            [
                WrongRule(
                    "uphill", "The step goes along the gradient, so the cost grows: it must go against it.",
                    "new w = w + learning rate · ∂C/∂w", "new w = w − learning rate · ∂C/∂w",
                    "If the slope is positive, does C fall when w grows or when it shrinks?",
                    [lambda w, b, dC_dw, dC_db, rate: _step(w, b, dC_dw, dC_db, -rate)],
                ),
                WrongRule(
                    "learning-rate-missing", "The learning rate is missing: the step is the whole gradient.",
                    "new w = w − ∂C/∂w", "new w = w − learning rate · ∂C/∂w",
                    "Which of the arguments does your function never use?",
                    [lambda w, b, dC_dw, dC_db, rate: _step(w, b, dC_dw, dC_db, 1.0)],
                ),
                WrongRule(
                    "bias-not-updated", "The bias stays as it was, but it learns as the weights do.",
                    "new b = b", "new b = b − learning rate · ∂C/∂b",
                    "Which numbers of a neuron does training change?",
                    [lambda w, b, dC_dw, dC_db, rate: (_step(w, b, dC_dw, dC_db, rate)[0], b)],
                ),
                WrongRule(
                    "bias-without-learning-rate", "The learning rate is missing in the update of the bias.",
                    "new b = b − ∂C/∂b", "new b = b − learning rate · ∂C/∂b",
                    "Compare the two lines of your update. What is missing in one of them?",
                    [lambda w, b, dC_dw, dC_db, rate: (_step(w, b, dC_dw, dC_db, rate)[0], b - dC_db)],
                ),
                WrongRule(
                    "step-only", "This is the change alone, not the new weights.",
                    "new w = −learning rate · ∂C/∂w", "new w = w − learning rate · ∂C/∂w",
                    "With a gradient of 0, what should your function return?",
                    [
                        lambda w, b, dC_dw, dC_db, rate: _step([0.0] * len(w), 0.0, dC_dw, dC_db, rate),
                        lambda w, b, dC_dw, dC_db, rate: _step([0.0] * len(w), 0.0, dC_dw, dC_db, -rate),
                    ],
                ),
                WrongRule(
                    "learning-rate-outside", "The learning rate multiplies everything; it should be only the slope.",
                    "new w = learning rate · (w − ∂C/∂w)", "new w = w − learning rate · ∂C/∂w",
                    "With a slope of 0, should the weight change? Does it, in your function?",
                    [lambda w, b, dC_dw, dC_db, rate: (
                        [rate * (w_i - slope) for w_i, slope in zip(w, dC_dw)], rate * (b - dC_db)
                    )],
                ),
                WrongRule(
                    "changes-its-list", "The list w that was given is changed: return a new one: both are needed.",
                    "w[i] = w[i] − learning rate · ∂C/∂w", "a new list of w − learning rate · ∂C/∂w",
                    "After your function has been called, what is in the list that it was given?",
                    [_step_in_place],
                ),
            ],
        ),
    ],
    [
        "The slope says where the cost rises. In which direction do you go, and how far?",
        "new w = w − learning rate · ∂C/∂w, and likewise for the bias.",
        "return [w_i - learning_rate * s for w_i, s in zip(w, dC_dw)], b - learning_rate * dC_db",
    ],
    "a step goes against the gradient, and the learning rate says how far",
)


def _trained(
    X: Matrix,
    Y: Vector,
    w: Vector,
    b: float,
    rate: float,
    epochs: int,
    weights_rate: float = 1.0,
    bias_rate: float = 1.0,
) -> "tuple[Vector, float]":
    """Gradient descent; with the two factors, with other learning rates for the weights and for the bias."""
    mean_gradient = MEAN_GRADIENT.tasks[0].right
    for _ in range(epochs):
        dC_dw, dC_db = mean_gradient(X, Y, w, b)
        w = _step(w, b, dC_dw, dC_db, rate * weights_rate)[0]
        b = b - rate * bias_rate * dC_db
    return w, b


def _trained_example_by_example(X: Matrix, Y: Vector, w: Vector, b: float, rate: float, epochs: int) -> "Any":
    for _ in range(epochs):
        for x, y in zip(X, Y):
            dC_dw, dC_db = neuron_slopes(x, y, w, b)
            w, b = _step(w, b, dC_dw, dC_db, rate)
    return w, b


def _trained_along_first_gradient(X: Matrix, Y: Vector, w: Vector, b: float, rate: float, epochs: int) -> "Any":
    dC_dw, dC_db = MEAN_GRADIENT.tasks[0].right(X, Y, w, b)
    return _step(w, b, dC_dw, dC_db, rate * epochs)


def _trained_bias_after_weights(X: Matrix, Y: Vector, w: Vector, b: float, rate: float, epochs: int) -> "Any":
    mean_gradient = MEAN_GRADIENT.tasks[0].right
    for _ in range(epochs):
        w = _step(w, b, mean_gradient(X, Y, w, b)[0], 0.0, rate)[0]
        b = b - rate * mean_gradient(X, Y, w, b)[1]
    return w, b


def _calls_of_training(rng: "RandomNumbers", sizes: "list[tuple[int, int]]", rate: float, epochs: int) -> "Calls":
    return [
        [drawn_rows(rng, m, n), drawn_vector(rng, m), drawn_vector(rng, n), drawn_number(rng), rate, epochs]
        for m, n in sizes
    ]


TRAIN_LAYER = ValueExercise(
    9, "training a layer of one neuron", 4, 4,
    [
        Task(
            "train_layer", "X, Y, w, b, learning_rate, epochs",
            _trained, [[[1.0], [2.0]], [3.0, 5.0], [0.0], 0.0, 0.5, 2],
            [
                ("one epoch", lambda rng: _calls_of_training(rng, [(2, 1), (3, 2)], 0.1, 1)),
                ("three epochs", lambda rng: _calls_of_training(rng, [(2, 1), (3, 2)], 0.1, 3)),
                ("200 epochs", lambda rng: _calls_of_training(rng, [(4, 2)], 0.05, LESSON_EPOCHS)),
            ],
            [
                WrongRule(
                    "one-epoch-too-few", "There is one epoch too few.", "epochs − 1 steps", "one step per epoch",
                    "With epochs = 1, how many steps should there be? How many does your loop take?",
                    [lambda X, Y, w, b, rate, epochs: _trained(X, Y, w, b, rate, epochs - 1)],
                ),
                WrongRule(
                    "one-epoch-too-many", "There is one epoch too many.", "epochs + 1 steps", "one step per epoch",
                    "With epochs = 1, how many steps should there be? How many does your loop take?",
                    [lambda X, Y, w, b, rate, epochs: _trained(X, Y, w, b, rate, epochs + 1)],
                ),
                WrongRule(
                    "one-epoch-only",
                    "The result is that of one epoch: the function returns inside the loop, or each epoch begins again "
                    "with the first w and b.",
                    "one step from the first w and b", "each step from the w and b of the step before",
                    "Is your return inside the loop or after it? And with which w and b does the second epoch begin?",
                    [lambda X, Y, w, b, rate, epochs: _trained(X, Y, w, b, rate, 1)],
                ),
                WrongRule(
                    "nothing-learned", "w and b are returned as they were given: the result of the steps is lost.",
                    "return the first w and b", "return w and b after the last step",
                    "Which names hold the result of a step? Which names do you return?",
                    [lambda X, Y, w, b, rate, epochs: (w, b)],
                ),
                WrongRule(
                    "step-for-each-example", "Each example makes a step of its own, but an epoch is one step here.",
                    "a step for each example", "one step per epoch, with the mean gradient",
                    "How many steps does one epoch have in your function?",
                    [_trained_example_by_example],
                ),
                WrongRule(
                    "gradient-not-recomputed", "The gradient is computed once, but after each step it is another one.",
                    "the gradient at the first w, every time", "the gradient at the present w",
                    "After the first step, which weights is your gradient computed with?",
                    [_trained_along_first_gradient],
                ),
                WrongRule(
                    "uphill", "The steps go along the gradient, so the cost grows: they must go against it.",
                    "new w = w + learning rate · ∂C/∂w", "new w = w − learning rate · ∂C/∂w",
                    "Does the cost fall from epoch to epoch?",
                    [lambda X, Y, w, b, rate, epochs: _trained(X, Y, w, b, -rate, epochs)],
                ),
                known_mistake(
                    "sum-not-mean",
                    lambda X, Y, w, b, rate, epochs: _trained(X, Y, w, b, rate * len(X), epochs),
                    lambda X, Y, w, b, rate, epochs: _trained(X, Y, w, b, rate, epochs, weights_rate=len(X)),
                ),
                known_mistake("factor-two", lambda X, Y, w, b, rate, epochs: _trained(X, Y, w, b, 2.0 * rate, epochs)),
                WrongRule(
                    "bias-not-updated", "The bias stays as it was, but it learns as the weights do.",
                    "new b = b", "new b = b − learning rate · ∂C/∂b",
                    "Which numbers of a neuron does training change?",
                    [lambda X, Y, w, b, rate, epochs: _trained(X, Y, w, b, rate, epochs, bias_rate=0.0)],
                ),
                WrongRule(
                    "bias-after-weights", "The slope of the bias is computed with the new weights.",
                    "∂C/∂b at the new w", "∂C/∂w and ∂C/∂b both at the old w and b",
                    "When you compute ∂C/∂b, have the weights already changed?",
                    [_trained_bias_after_weights],
                ),
            ],
        ),
    ],
    [
        "What does one epoch do, and with which weights does the next one begin?",
        "In each epoch: the mean gradient at the present w and b, then one step. Repeat as often as there are epochs.",
        "for _ in range(epochs):\n    dC_dw, dC_db = mean_gradient(X, Y, w, b)\n"
        "    w, b = step(w, b, dC_dw, dC_db, learning_rate)",
    ],
    "training repeats two things, the mean gradient and a step, and nothing else",
)


class CostAfterEpochs:
    """The cost of a network that is a list with one number, that of the epochs done; from the last cost on it stays.

    >>> CostAfterEpochs([9.0, 5.0])([1]), CostAfterEpochs([9.0, 5.0])
    (5.0, lambda network: [9, 5][min(network[0], 1)])
    """

    def __init__(self, costs: Vector) -> None:
        self.costs = costs

    def __call__(self, network: "Any") -> float:
        return self.costs[min(int(network[0]), len(self.costs) - 1)]

    def __repr__(self) -> str:
        costs = ", ".join([f"{cost:g}" for cost in self.costs])
        return f"lambda network: [{costs}][min(network[0], {len(self.costs) - 1})]"


class NextEpoch:
    """The step of such a network.

    >>> NextEpoch()([1]), NextEpoch()
    ([2], lambda network: [network[0] + 1])
    """

    def __call__(self, network: "Any") -> "Any":
        return [network[0] + 1]

    def __repr__(self) -> str:
        return "lambda network: [network[0] + 1]"


class _Stopping:
    """Training until the cost has not improved for `patience` epochs; wrong if one of the settings is changed."""

    def __init__(
        self,
        ties_count: bool = False,
        resets: bool = True,
        extra: int = 0,
        returns_last: bool = False,
        compares_with_last: bool = False,
        ignores_first: bool = False,
    ) -> None:
        self.compares_with_last = compares_with_last
        self.ignores_first = ignores_first
        self.ties_count = ties_count
        self.resets = resets
        self.extra = extra
        self.returns_last = returns_last

    def __call__(self, network: "Any", step: "Any", cost: "Any", patience: int, max_epochs: int) -> "Any":
        best, epoch, since = network, 0, 0
        best_cost = 1e300 if self.ignores_first else cost(network)
        while epoch < max_epochs and since < patience + self.extra:
            network = step(network)
            epoch += 1
            now = cost(network)
            if now < best_cost or (self.ties_count and now == best_cost):
                best, best_cost = network, now
                since = 0 if self.resets else since
            else:
                since += 1
            best_cost = now if self.compares_with_last else best_cost
        return network if self.returns_last else best, epoch


def _calls_with_costs(rng: "RandomNumbers", shapes: "list[tuple[str, int, int]]") -> "Calls":
    """For each shape a call: + is a lower cost than any before, - a higher one than the last, = the best once more, and
    ~ a lower one than the last that is still above the best."""
    calls: "Calls" = []
    for signs, patience, max_epochs in shapes:
        costs = [round(rng.uniform(20.0, 30.0), 1)]
        for sign in signs:
            change = round(rng.uniform(0.5, 1.5), 1)
            following = {
                "+": min(costs) - change, "-": costs[-1] + change, "=": min(costs), "~": (costs[-1] + min(costs)) / 2.0,
            }
            costs.append(round(following[sign], 2))
        calls.append([[0], NextEpoch(), CostAfterEpochs(costs), patience, max_epochs])
    return calls


TRAIN = ValueExercise(
    13, "training with patience", 9, 5,
    [
        Task(
            "train", "network, step, cost, patience, max_epochs", _Stopping(),
            [[0], NextEpoch(), CostAfterEpochs([9.0, 5.0, 6.0, 7.0, 4.0]), 2, 10],
            [
                ("it stops improving", lambda rng: _calls_with_costs(rng, [("+-+--+", 2, 20), ("+--~~+", 3, 20)])),
                ("the first network is the best", lambda rng: _calls_with_costs(rng, [("--~-", 2, 20), ("---", 9, 3)])),
                ("it has all its epochs", lambda rng: _calls_with_costs(rng, [("++++-", 2, 3), ("+-+-+-+", 3, 5)])),
                ("a cost that stays the same", lambda rng: _calls_with_costs(rng, [("+==+", 2, 20), ("+=-+", 3, 20)])),
            ],
            [
                WrongRule(
                    "last-not-best", "The last network is returned, but the best one was seen earlier.",
                    "return the last network", "return the network with the lowest cost",
                    "Training has gone on for a while after the best epoch. Which network do you return?",
                    [_Stopping(returns_last=True)],
                ),
                WrongRule(
                    "patience-unused", "It stops at the first epoch that is not better, whatever the patience is.",
                    "stop after 1 epoch without a better cost", "stop after `patience` epochs in a row without one",
                    "Which of the arguments does your function never use?",
                    [lambda network, step, cost, patience, most: _Stopping()(network, step, cost, 1, most)],
                ),
                WrongRule(
                    "one-epoch-too-patient", "It stops one epoch too late.",
                    "stop after patience + 1 epochs", "stop after `patience` epochs without a better cost",
                    "With patience = 1, how many bad epochs does your function allow?",
                    [_Stopping(extra=1)],
                ),
                WrongRule(
                    "one-epoch-too-impatient", "It stops one epoch too early.",
                    "stop after patience − 1 epochs", "stop after `patience` epochs without a better cost",
                    "With patience = 2, how many bad epochs does your function allow?",
                    [_Stopping(extra=-1)],
                ),
                WrongRule(
                    "not-in-a-row", "All epochs without a better cost are counted, but only those in a row should be.",
                    "stop after `patience` bad epochs in all", "stop after `patience` bad epochs in a row",
                    "What happens to your counter when the cost is better again?",
                    [_Stopping(resets=False)],
                ),
                WrongRule(
                    "ties-count", "An equal cost is taken as a better one, so one that never changes never stops it.",
                    "better: cost ≤ best cost", "better: cost < best cost",
                    "Is a cost that has not changed an improvement?",
                    [_Stopping(ties_count=True)],
                ),
                WrongRule(
                    "compared-with-the-last", "Each cost is compared with the one before it, not with the best so far.",
                    "better: cost < cost of the epoch before", "better: cost < best cost so far",
                    "The costs are 5, 8, 7. Is 7 an improvement?",
                    [_Stopping(compares_with_last=True), _Stopping(compares_with_last=True, returns_last=True)],
                ),
                WrongRule(
                    "first-cost-unused", "The first network does not take part, but it may be the best of all.",
                    "best cost = infinity at first", "best cost = the cost of the first network",
                    "If every epoch makes it worse, which network should be returned?",
                    [_Stopping(ignores_first=True)],
                ),
                WrongRule(
                    "one-epoch-uncounted", "The number of epochs is one too low.",
                    "(best network, epochs − 1)", "(best network, epochs)",
                    "Does your count begin at 0, and is the last epoch counted too?",
                    [lambda *arguments: (_Stopping()(*arguments)[0], _Stopping()(*arguments)[1] - 1)],
                ),
                WrongRule(
                    "step-without-effect", "step(network) returns a new network, but its result is not kept.",
                    "step(network)", "network = step(network)",
                    "What does step return, and what do you do with it?",
                    [lambda network, step, cost, patience, most: (network, min(patience, most))],
                ),
                WrongRule(
                    "no-maximum", "It goes on after max_epochs.", "stop only for want of patience",
                    "stop after max_epochs, too",
                    "Which of the arguments does your function never use?",
                    [lambda network, step, cost, patience, most: _Stopping()(network, step, cost, patience, 1000)],
                ),
            ],
        ),
    ],
    [
        "For some epochs the cost has not fallen. When do you give up, and which network do you keep?",
        "Keep the best network and its cost; count the epochs since then; stop when they are as many as `patience`.",
        "if cost(network) < best_cost:\n    best, best_cost, since = network, cost(network), 0\nelse:\n    since += 1",
    ],
    "early stopping keeps the best network, and patience keeps one bad epoch from ending it",
)
