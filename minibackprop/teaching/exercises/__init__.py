"""The exercises: each file says what to do, and holds the functions to write. The solutions are in a folder below."""

EXERCISES = [
    "exercise_01_weighted_input",
    "exercise_02_layer_output",
    "exercise_03_activation_slopes",
    "exercise_04_cost",
    "exercise_05_numerical_slope",
    "exercise_06_neuron_gradient",
    "exercise_07_mean_gradient",
    "exercise_08_step",
    "exercise_09_train_layer",
    "exercise_10_forward",
    "exercise_11_backward_two_layers",
    "exercise_12_backward",
    "exercise_13_train",
    "exercise_14_cross_entropy",
]
