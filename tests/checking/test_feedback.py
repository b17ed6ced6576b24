"""The three texts about mistakes."""

from minibackprop import MISTAKES
from minibackprop.checking.feedback import feedback_about, feedback_on

SIGN, HALF = MISTAKES["sign"], MISTAKES["half"]


def test_two_mistakes_ask_two_questions_and_the_proof_stands_below_all() -> None:
    questions, rules, whole = feedback_about([SIGN, HALF], "   The proof.")
    assert questions == f"{SIGN.question}\n{HALF.question}"
    assert rules == f"{SIGN.question}\n   right: {SIGN.right}\n{HALF.question}\n   right: {HALF.right}"
    lines = whole.split("\n")
    assert lines[1:3] == [f"   wrong: {SIGN.wrong}", f"   right: {SIGN.right}"]
    assert lines[4:] == [f"   wrong: {HALF.wrong}", f"   right: {HALF.right}", "   The proof."]
    assert lines[0].startswith("sign: ") and lines[3].startswith("half: ")


def test_without_a_proof_nothing_stands_below() -> None:
    assert feedback_about([SIGN])[2].endswith(f"   right: {SIGN.right}")


def test_texts_of_several_functions_are_joined_hint_by_hint() -> None:
    assert feedback_on([["a?", "a", "A"]]) == ["a?", "a", "A"]
    assert feedback_on([["a?", "a", "A"], ["b?", "b", "B"]]) == ["a?\n\nb?", "a\n\nb", "A\n\nB"]
    assert feedback_on([]) == []
