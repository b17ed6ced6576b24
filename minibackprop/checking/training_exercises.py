"""Exercises 8 and 9: a step of gradient descent, and training."""

from ..linalg import Matrix, Vector
from .drawn import drawn_number, drawn_rows, drawn_vector
from .gradient_exercises import mean_gradient, neuron_gradient
from .task import Task
from .value_exercise import ValueExercise
from .wrong_rule import WrongRule, known_mistake

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..random_numbers import RandomNumbers
    from .task import Calls


BIAS_IS_RIGHT = [[[1.0], [-1.0]], [1.0, -1.0], [0.0], 0.0, 0.1, 3]  # its slope is 0, that of the weight is not


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
                    "bias-not-updated", "The bias stays as it was, but it should be trained like the weights.",
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
                    "new w = ± learning rate · ∂C/∂w", "new w = w − learning rate · ∂C/∂w",
                    "With a gradient of 0, what should your function return?",
                    [
                        lambda w, b, dC_dw, dC_db, rate: _step([0.0] * len(w), 0.0, dC_dw, dC_db, rate),
                        lambda w, b, dC_dw, dC_db, rate: _step([0.0] * len(w), 0.0, dC_dw, dC_db, -rate),
                    ],
                ),
                WrongRule(
                    "learning-rate-outside",
                    "The learning rate multiplies everything, but it should multiply only the slope.",
                    "new w = learning rate · (w − ∂C/∂w)", "new w = w − learning rate · ∂C/∂w",
                    "With a slope of 0, should the weight change? Does it, in your function?",
                    [lambda w, b, dC_dw, dC_db, rate: (
                        [rate * (w_i - slope) for w_i, slope in zip(w, dC_dw)], rate * (b - dC_db)
                    )],
                ),
                WrongRule(
                    "changes-its-list",
                    "The list w that was given is changed. Return a new one: the old one is still needed.",
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
    weights_factor: float = 1.0,
    bias_factor: float = 1.0,
) -> "tuple[Vector, float]":
    """Gradient descent; with the two factors, with other learning rates for the weights and for the bias."""
    for _ in range(epochs):
        dC_dw, dC_db = mean_gradient(X, Y, w, b)
        w = _step(w, b, dC_dw, dC_db, rate * weights_factor)[0]
        b = b - rate * bias_factor * dC_db
    return w, b


def _trained_example_by_example(X: Matrix, Y: Vector, w: Vector, b: float, rate: float, epochs: int) -> "Any":
    for _ in range(epochs):
        for x, y in zip(X, Y):
            dC_dw, dC_db = neuron_gradient(x, y, w, b)
            w, b = _step(w, b, dC_dw, dC_db, rate)
    return w, b


def _trained_along_first_gradient(X: Matrix, Y: Vector, w: Vector, b: float, rate: float, epochs: int) -> "Any":
    dC_dw, dC_db = mean_gradient(X, Y, w, b)
    return _step(w, b, dC_dw, dC_db, rate * epochs)


def _trained_bias_after_weights(X: Matrix, Y: Vector, w: Vector, b: float, rate: float, epochs: int) -> "Any":
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
                ("three epochs", lambda rng: _calls_of_training(rng, [(2, 1), (3, 2)], 0.1, 3) + [BIAS_IS_RIGHT]),
                ("200 epochs", lambda rng: _calls_of_training(rng, [(4, 2)], 0.05, 200)),
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
                    "gradient-not-recomputed", "The gradient is computed only once, but it changes after every step.",
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
                    lambda X, Y, w, b, rate, epochs: _trained(X, Y, w, b, rate, epochs, weights_factor=len(X)),
                ),
                known_mistake("factor-two", lambda X, Y, w, b, rate, epochs: _trained(X, Y, w, b, 2.0 * rate, epochs)),
                WrongRule(
                    "bias-not-updated", "The bias stays as it was, but it should be trained like the weights.",
                    "new b = b", "new b = b − learning rate · ∂C/∂b",
                    "Which numbers of a neuron does training change?",
                    [lambda X, Y, w, b, rate, epochs: _trained(X, Y, w, b, rate, epochs, bias_factor=0.0)],
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
