"""A mistake: its words each in its place, and its versions."""

from minibackprop.diagnosis.mistake import Mistake, NamedMistake
from minibackprop.diagnosis.version import EVERYWHERE, then
from minibackprop.teaching.rules import WEIGHTS

CHANGE = then(WEIGHTS, EVERYWHERE, lambda at, dC_dW: dC_dW)


def test_the_words_of_a_mistake_are_each_in_its_place() -> None:
    named = NamedMistake("odd", "It is odd.", "1", "2", "Is it odd?")
    assert (named.name, named.sentence, named.wrong, named.right, named.question) == (
        "odd", "It is odd.", "1", "2", "Is it odd?",
    )
    assert repr(named) == "NamedMistake(odd)"


def test_a_mistake_of_the_catalogue_has_a_source_and_a_version_for_each_list_of_changes() -> None:
    mistake = Mistake("sign", "It is odd.", WEIGHTS, "2", "1", "Is it odd?", [[CHANGE], [CHANGE, CHANGE]], "two")
    assert (mistake.name, mistake.sentence, mistake.wrong, mistake.right, mistake.question) == (
        "sign", "It is odd.", "1", "2", "Is it odd?",
    )
    assert (mistake.rule, mistake.factor) == (WEIGHTS, "two")
    assert mistake.source.startswith("the closing formulas of the course notebook")
    assert [version.changes for version in mistake.versions] == [[CHANGE], [CHANGE, CHANGE]]
    assert repr(mistake) == "Mistake(sign)"
    assert Mistake("sign", "", None, "", "", "", []).factor == ""
