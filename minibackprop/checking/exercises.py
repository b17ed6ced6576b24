"""All exercises, in their order."""

from ..diagnosis.mistakes import MISTAKES
from ..validation import SettingError
from .activation_exercises import ACTIVATION_SLOPES
from .backward_exercise import BackwardExercise
from .backward_exercises import BACKWARD_ANY_LAYERS, BACKWARD_TWO_LAYERS, FADED_LINES, ORDERED_LINES, PLANTED_MISTAKE
from .cost_exercises import COST
from .cross_entropy_exercises import CROSS_ENTROPY_EXERCISE
from .forward_exercises import FORWARD
from .gradient_exercises import MEAN_GRADIENT, NEURON_GRADIENT
from .layer_exercises import LAYER_OUTPUT, WEIGHTED_INPUT
from .numerical_exercises import NUMERICAL_SLOPE
from .patience_exercises import TRAIN
from .training_exercises import STEP, TRAIN_LAYER
from .value_exercise import ValueExercise

TYPE_CHECKING = False
if TYPE_CHECKING:
    AnyExercise = ValueExercise | BackwardExercise

ALL_EXERCISES: "list[AnyExercise]" = [
    WEIGHTED_INPUT, LAYER_OUTPUT, ACTIVATION_SLOPES, COST, NUMERICAL_SLOPE, NEURON_GRADIENT, MEAN_GRADIENT, STEP,
    TRAIN_LAYER, FORWARD, BACKWARD_TWO_LAYERS, BACKWARD_ANY_LAYERS, TRAIN, CROSS_ENTROPY_EXERCISE, ORDERED_LINES,
    FADED_LINES, PLANTED_MISTAKE,
]


def exercise_numbered(number: int) -> "AnyExercise":
    """The exercise with this number; SettingError if there is none.

    >>> exercise_numbered(12)
    Exercise(12, the backward pass of any network)
    """
    for exercise in ALL_EXERCISES:
        if exercise.number == number and number is not True:
            return exercise
    raise SettingError(f"there is no exercise {number!r}: choose one from 1 to {len(ALL_EXERCISES)}")


def sentence_of(number: int, mistake: str) -> str:
    """What a named mistake in this exercise is, in a sentence; for several names, their sentences.

    >>> sentence_of(1, "bias-missing"), sentence_of(12, "slope-replaces-error")[:29]
    ('The bias is not added.', '∂C/∂z is f′(z) alone: the slo')
    """
    sentences = {name: known.sentence for name, known in MISTAKES.items()}
    for exercise in ALL_EXERCISES:
        if exercise.number == number and isinstance(exercise, ValueExercise):
            sentences.update({rule.name: rule.sentence for task in exercise.tasks for rule in task.wrong_rules})
    options = [option.split(" and ") for option in mistake.split(" or ")]
    return " Or: ".join([" And: ".join([sentences.get(name, name) for name in names]) for names in options])


def exercises_with(name: str) -> "list[AnyExercise]":
    """The exercises that ask for a function with this name.

    >>> [exercise.number for exercise in exercises_with("backward")]
    [11, 12, 15, 17]
    """
    return [exercise for exercise in ALL_EXERCISES if name in exercise.names]


def next_exercise(number: int) -> "AnyExercise | None":
    """The exercise after this one, or None after the last.

    >>> next_exercise(1), next_exercise(len(ALL_EXERCISES)) is None
    (Exercise(2, the output of a layer), True)
    """
    return exercise_numbered(number + 1) if number < len(ALL_EXERCISES) else None
