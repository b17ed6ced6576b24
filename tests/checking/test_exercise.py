"""What an exercise has that was given nothing but its number, title and points, and how one begins."""

from minibackprop.checking.exercise import Exercise


def test_the_rest_is_empty() -> None:
    exercise = Exercise(3, "a sum", 4)
    assert (exercise.lesson, exercise.names, exercise.parameters, exercise.hints) == (0, [], [], [])
    assert (exercise.showed, exercise.to_begin, repr(exercise)) == ("", "", "Exercise(3, a sum)")


def test_one_begins_with_the_functions_unless_it_says_otherwise() -> None:
    two = Exercise(3, "sums", 4, 1, ["add", "sum_of"], ["x, y", "numbers"])
    assert Exercise(3, "sums", 4, 1, hints=["Why?"]).hints == ["Why?"]
    assert two.how_to_begin() == "Write add(x, y), sum_of(numbers)."
    assert Exercise(3, "sums", 4, 1, ["add"], ["x, y"], to_begin="Move the lines.").how_to_begin() == "Move the lines."
