"""The lessons, each a program that runs from top to bottom; `minibackprop lesson` shows them in other forms."""

LESSONS = [
    "lesson_01_a_layer_predicts",
    "lesson_02_how_wrong",
    "lesson_03_which_way_is_down",
    "lesson_04_one_layer_learns",
    "lesson_05_nonlinearity",
    "lesson_06_from_one_to_two_layers",
    "lesson_07_any_number_of_layers",
    "lesson_08_three_layers_learn",
    "lesson_09_when_to_stop",
    "lesson_10_what_goes_wrong",
    "lesson_11_beyond",
]
