"""`check(f)`: which exercise is meant, what is said, points, hints, and what is wrong with a call."""

from typing import Any, List

import pytest

from minibackprop import ExerciseResult, SettingError, check
from minibackprop.checking.exercises import ALL_EXERCISES, exercise_numbered
from minibackprop.exercise_forms.backward_program import forward_lines, with_mistake
from minibackprop.exercise_forms.sources import solution_of

Numbers = List[float]


def weighted_input(w: Numbers, x: Numbers, b: float) -> float:
    return sum(w_i * x_i for w_i, x_i in zip(w, x)) + b


def without_bias(w: Numbers, x: Numbers, b: float) -> float:
    return sum(w_i * x_i for w_i, x_i in zip(w, x))


def backward_of(mistake: str) -> Any:
    names: Any = {}
    exec("\n".join(forward_lines() + [""] + with_mistake(mistake)), names)
    return names["backward"]


def test_the_exercise_is_found_by_the_name_of_the_function() -> None:
    assert check(weighted_input).exercise.number == 1
    assert check(weighted_input).passed


def test_or_by_its_number() -> None:
    result = check(without_bias, exercise=1)
    assert (result.status, result.mistakes, result.points, result.max_points) == ("failed", ["bias-missing"], 0.0, 3.0)


def test_a_backward_pass_is_told_apart_by_its_parameters() -> None:
    def backward(network: Any, x: Any, y: Any) -> Any:
        return None

    assert check(backward).exercise.number == 11
    assert check(backward_of("sign")).exercise.number == 12

    def other(network: Any, inputs: Any, targets: Any) -> Any:
        return None

    other.__name__ = "backward"
    with pytest.raises(SettingError, match="exercises 11, 12, 15, 17: say which one you mean, as in exercise=12"):
        check(other)


def test_several_functions_of_one_exercise() -> None:
    names: Any = {}
    exec(solution_of(4), names)
    assert check(names["cost"], names["cost_slope"]).passed
    assert check(names["cost_slope"], names["cost"]).passed
    assert check(lambda y, a: names["cost"](y, a), names["cost_slope"], exercise=4).passed
    only_one = check(names["cost"])
    assert (only_one.status, only_one.points, only_one.mistakes) == ("failed", 3.0, [])
    assert only_one.text().count("not started") == 3


@pytest.mark.parametrize("functions, options, message", [
    ([], {}, "check needs a function of yours"),
    ([7], {}, "this is 7, but must be a function of yours"),
    ([weighted_input, "weighted_input"], {}, "this is 'weighted_input', but must be a function"),
])
def test_what_is_no_function_is_refused(functions: List[Any], options: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        check(*functions, **options)


@pytest.mark.parametrize("functions, exercise, message", [
    ([without_bias], None, "no exercise asks for a function 'without_bias': say which one it solves"),
    ([weighted_input], 99, "there is no exercise 99: choose one from 1 to 17"),
    ([weighted_input], True, "the exercise is True, but must be a whole number"),
    ([weighted_input], "1", "the exercise is '1', but must be a whole number"),
    ([weighted_input, without_bias], 1, "exercise 1 asks for weighted_input, and for no other functions"),
    ([weighted_input, without_bias], None, "exercise 1 asks for weighted_input, and for no other functions"),
    ([weighted_input], 1.5, "the exercise is 1.5, but must be a whole number"),
])
def test_which_exercise_must_be_clear(functions: List[Any], exercise: Any, message: str) -> None:
    with pytest.raises(SettingError, match=message):
        check(*functions, exercise=exercise)


def test_a_pass_says_what_it_showed_and_what_comes_next() -> None:
    text = str(check(weighted_input))
    assert text.startswith("Exercise 1, the weighted input: passed, 3 of 3 points\n\nYou have shown that a neuron ")
    assert text.endswith("\n\nNext: exercise 2, the output of a layer.")
    names: Any = {}
    exec(solution_of(17), names)
    assert "Next" not in str(check(names["backward"], exercise=17))


def test_a_failure_shows_the_call_and_the_mistake() -> None:
    text = str(check(without_bias, exercise=1))
    assert "weighted_input([2, -1], [3, 4], 5) gives 2, but 7 is right" in text
    assert "bias-missing: The bias is not added.\n   wrong: z = w·x\n   right: z = w·x + b\n" in text
    assert text.endswith("exactly what weighted_input gives, in all 6 calls.")


def test_a_hint_first_asks_and_then_names_the_rule() -> None:
    result = check(without_bias, exercise=1)
    question = "Which of the three arguments does your function never use?"
    assert result.text(hint=1).endswith("\n\n" + question)
    assert result.text(hint=2).endswith(f"\n\n{question}\n   right: z = w·x + b")
    assert "bias-missing" not in result.text(1) + result.text(2)
    for wrong in (0, 4, True, "1"):
        with pytest.raises(SettingError, match="but must be 1"):
            result.text(wrong)  # type: ignore[arg-type]


def test_a_stub_is_not_started() -> None:
    def layer_output(weights: Any, biases: Any, x: Any) -> Any:
        raise NotImplementedError

    result = check(layer_output)
    assert (result.status, result.points) == ("not started", 0.0)
    assert str(result) == (
        "Exercise 2, the output of a layer: not started, 0 of 3 points\n\nWrite layer_output(weights, biases, x)."
    )


@pytest.mark.parametrize("function, message", [
    (lambda w, x, b: None, "returns nothing: is a return missing?"),
    (lambda w, x, b: "7", "it returned '7': a number is needed here"),
    (lambda w, x, b: [7], "gives [7], but 7 is right"),
    (lambda w, x, b: float("nan"), "gives nan, but 7 is right"),
    (lambda w, x: 7, "raises TypeError: "),
    (lambda w, x, b: w[9], "raises IndexError: list index out of range"),
])
def test_what_is_wrong_is_said(function: Any, message: str) -> None:
    assert message in str(check(function, exercise=1))


def test_what_changes_its_arguments_is_wrong() -> None:
    def changes(w: Any, x: Any, b: Any) -> float:
        z = weighted_input(w, x, b)
        w[0] = 0.0
        return z

    text = str(check(changes, exercise=1))
    assert "changes a list that it was given. Its value may be right, but make a new list instead" in text


def test_what_keeps_something_from_call_to_call_is_wrong() -> None:
    kept: List[float] = []

    def keeps(w: Any, x: Any, b: Any) -> float:
        kept.append(b)
        return weighted_input(w, x, b) + len(kept) - 1

    assert "gives something else when it is called again" in str(check(keeps, exercise=1))


def test_an_unknown_mistake_is_not_named() -> None:
    result = check(lambda w, x, b: weighted_input(w, x, b) + 0.001, exercise=1)
    assert result.mistakes == [] and "print what each line of weighted_input gives" in str(result)
    assert "of weighted_input" not in str(check(lambda w, x, b: w[9], exercise=1))


def test_partial_credit_in_a_backward_pass() -> None:
    result = check(backward_of("no-bias"))
    points = {trial.title: trial.points for trial in result.trials}
    assert points == {
        "∂C/∂w of the last layer": 3.0, "∂C/∂b of the last layer": 0.0, "∂C/∂w of the layers before it": 3.0,
        "∂C/∂b of the layers before it": 0.0, "the network, X and Y stay as they are": 3.0,
    }
    assert result.mistakes == ["no-bias"] and "Right: ∂C/∂w, in every layer" in str(result)
    assert "diagnosis" not in str(result)


def test_what_is_wrong_with_a_gradient_is_said() -> None:
    right: Any = {}
    exec(solution_of(12), right)

    def with_weights(change: Any) -> Any:
        return lambda network, X, Y: [(change(dC_dW), dC_db) for dC_dW, dC_db in right["backward"](network, X, Y)]

    def first_message(backward: Any) -> str:
        return check(backward, exercise=12).trials[0].message

    assert first_message(with_weights(lambda dC_dW: dC_dW[:-1])) == "in layer 3 it has another shape"
    assert first_message(with_weights(lambda dC_dW: None)) == "there is none: is a return missing?"
    assert first_message(lambda network, X, Y: 7) == (
        "it returned 7, but must return a list: one pair (dC_dW, dC_db) for each layer, first layer first"
    )
    assert first_message(lambda network, X, Y: [([[1]], [1])]) == "a gradient for each layer is needed"
    raised = first_message(lambda network, X, Y: X[9])
    assert raised.startswith("it raises IndexError: list index out of range, in line ")
    rounded = with_weights(lambda dC_dW: [[round(slope, 8) for slope in row] for row in dC_dW])
    assert first_message(rounded) == "∂C/∂w³₁₁ is nearly right: is it rounded?"
    halved = first_message(with_weights(lambda dC_dW: [[slope / 2 for slope in row] for row in dC_dW]))
    assert halved == "∂C/∂w³₁₁ is -0.0356024, but -0.0712048 is right"
    shared = with_weights(lambda dC_dW: [dC_dW[0]] * len(dC_dW))
    assert check(shared, exercise=12).trials[-1].message == "two rows of ∂C/∂w are one and the same list"


def test_a_planted_mistake_is_not_named() -> None:
    result = check(backward_of("slope-at-a"), exercise=17)
    assert (result.mistakes, result.points) == ([], 0.0)
    assert "slope-at-a" not in str(result) and "Your function for f′ takes a number." in str(result)


def test_an_example_alone_counts_for_nothing() -> None:
    result = check(lambda z: 0.5, exercise=3)
    assert result.points == 0.0 and "counts only once something else is right too" in str(result)


def test_rounding_is_no_mistake() -> None:
    numpy = pytest.importorskip("numpy", reason="missing: NumPy (pip install numpy)")
    assert check(lambda w, x, b: numpy.float32(weighted_input(w, x, b)), exercise=1).passed
    rounded = check(lambda C, w, h: round((C(w + h) - C(w - h)) / (2 * h), 6), exercise=5)
    assert "is it rounded?" in str(rounded) or rounded.passed
    assert check(lambda w, x, b: round(weighted_input(w, x, b), 10), exercise=1).passed
    assert not check(lambda w, x, b: weighted_input(w, x, b) + 1e-6, exercise=1).passed


def test_a_result_in_a_notebook_is_its_text() -> None:
    html = check(lambda w, x, b: "<b>&", exercise=1)._repr_html_()
    assert html.startswith("<pre>Exercise 1") and "&lt;b>&amp;" in html


def test_each_exercise_has_all_that_it_needs() -> None:
    assert [exercise.number for exercise in ALL_EXERCISES] == list(range(1, 18))
    for exercise in ALL_EXERCISES:
        assert exercise.title and exercise.showed and exercise.points > 0 and 1 <= exercise.lesson <= 11
        assert len(exercise.hints) == 3 and exercise.hints[0].endswith("?"), exercise
        assert isinstance(exercise.judge(exercise.observe({})), ExerciseResult)
        assert exercise.judge(exercise.observe({})).status == "not started"


@pytest.mark.parametrize("number", range(1, 11))
def test_a_few_mistakes_of_each_exercise_have_names(number: int) -> None:
    exercise: Any = exercise_numbered(number)
    for task in exercise.tasks:
        assert len(task.wrong_rules) >= 4
        names = [rule.name for rule in task.wrong_rules]
        assert len(set(names)) == len(names)
        for rule in task.wrong_rules:
            assert rule.question.endswith("?") and rule.sentence.endswith(".") and rule.wrong != rule.right
