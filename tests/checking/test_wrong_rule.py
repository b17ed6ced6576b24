"""Wrong rules, and those that the catalogue of the diagnosis knows."""

from minibackprop import MISTAKES
from minibackprop.checking.task import Task
from minibackprop.checking.wrong_rule import WrongRule, known_mistake


def test_a_wrong_rule_keeps_its_words_and_its_versions() -> None:
    rule = WrongRule("sign", "It is wrong.", "a = -z", "a = z", "Which sign?", [len, abs])
    assert (rule.name, rule.sentence, rule.wrong, rule.right, rule.question) == (
        "sign", "It is wrong.", "a = -z", "a = z", "Which sign?"
    )
    assert rule.versions == [len, abs] and repr(rule) == "WrongRule(sign)"


def test_a_known_mistake_is_in_the_words_of_the_catalogue_with_x_for_a_in() -> None:
    known, rule = MISTAKES["input-dropped"], known_mistake("input-dropped", len, abs)
    for mine, theirs in (
        (rule.sentence, known.sentence), (rule.wrong, known.wrong), (rule.right, known.right),
        (rule.question, known.question),
    ):
        assert mine == theirs.replace("a_in", "x")
    assert rule.name == "input-dropped" and rule.versions == [len, abs]
    assert known_mistake("sign", question="Which a_in?").question == "Which x?"


def test_a_task_keeps_what_it_is_given() -> None:
    rule = WrongRule("sign", "It is wrong.", "a = -z", "a = z", "Which sign?", [])
    task = Task("f", "x, y", len, [[1.0]], [("one", lambda rng: [])], [rule])
    assert (task.name, task.parameters, task.right) == ("f", "x, y", len)
    assert (task.example, task.wrong_rules) == ([[1.0]], [rule])
    assert [title for title, _ in task.kinds] == ["one"] and repr(task) == "Task(f(x, y))"
