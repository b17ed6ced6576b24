"""Exercises 11, 12 and 15 to 17: the backward pass, written, put in order, completed and repaired."""

from ..diagnosis.probes import SHAPES
from .backward_exercise import BackwardExercise

TWO_LAYERS = [
    ([3, 3, 3], ["sigmoid", "sigmoid"]),
    ([3, 3, 3], ["relu", "tanh"]),
    ([4, 2, 3], ["sigmoid", "linear"]),
]  # the sizes, from the inputs on, and the activations

RULES_HINT = "∂C/∂z = ∂C/∂a · f′(z), ∂C/∂w = ∂C/∂z · a_in, ∂C/∂b = ∂C/∂z, and ∂C/∂a_in = sum of ∂C/∂z · w."

BACKWARD_TWO_LAYERS = BackwardExercise(
    11, "the backward pass of two layers", 6, 10, ["backward"], TWO_LAYERS, True,
    [
        "Which slope do you know first? By which factor do you multiply each slope to get the one before it?",
        RULES_HINT + " For layer 2, ∂C/∂a = a − y.",
        "dC_dz2 = [(a - y_j) * f2_prime(z) for a, y_j, z in zip(a2, y, z2)]\n"
        "dC_da1 = [sum(w[i] * d for w, d in zip(weights2, dC_dz2)) for i in range(len(a1))]",
    ],
    "the slopes pass back through the weights, and the second layer needs no other rule than the first",
)
BACKWARD_ANY_LAYERS = BackwardExercise(
    12, "the backward pass of any network", 7, 15, ["backward"], SHAPES, False,
    [
        "What do all layers have in common when you go backward, and what alone is different in the last one?",
        RULES_HINT + " Begin with ∂C/∂a = a − y, go from the last layer to the first; take means over the examples.",
        "for k in reversed(range(len(network))):\n    …\n"
        "    dC_da = [sum(w[i] * d for w, d in zip(weights, dC_dz)) for i in range(len(a_in))]",
    ],
    "one rule for every layer gives every gradient: this is backpropagation",
)
ORDERED_LINES = BackwardExercise(
    15, "order the lines of a backward pass", 7, 5, ["backward"], SHAPES, False,
    [
        "Which line needs the result of which other line? Which lines contradict their formula?",
        RULES_HINT,
        "The loop over the layers begins with network[k] and record[k]; then come da_dz and dC_dz. dC_da comes last.",
    ],
    "you can read backpropagation: each line uses what earlier lines have computed",
    to_begin="Move the lines into the function, in the right order.",
)
FADED_LINES = BackwardExercise(
    16, "complete a backward pass", 7, 20, ["backward_1", "backward_2", "backward_3", "backward_4"], SHAPES, False,
    [
        "Which formula stands beside the missing line? Which of its numbers do you already have?",
        RULES_HINT,
        "dC_dz = [u * v for u, v in zip(dC_da, da_dz)]\ndC_dW[k][j][i] += dC_dz[j] * a_in[i] / m",
    ],
    "you can write every rule of the chain in a backward pass",
    to_begin="Write the missing lines.",
)
PLANTED_MISTAKE = BackwardExercise(
    17, "find the planted mistake", 10, 5, ["backward"], SHAPES, False,
    [
        "Which gradients are right, and which wrong? Which line do only the wrong ones depend on?",
        RULES_HINT,
        "Compare each line with its formula, with the shapes and with the numbers of a network of your own.",
    ],
    "you can find a mistake in a program that somebody else has written",
    to_begin="Repair the wrong line.",
    is_planted=True,
)
