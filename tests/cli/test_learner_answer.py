"""What the process of a learner's file answers is checked before it is used; and that process limits itself."""

import json
import signal
import sys
import types
from pathlib import Path
from typing import Any, Dict, List

import pytest

from minibackprop import HALF_SQUARED_ERROR, backward, forward
from minibackprop.cli import learner_limits
from minibackprop.cli.learner_answer import LearnerError, as_answer, in_words, is_batch, source_line
from minibackprop.diagnosis.diagnose import batches_for
from minibackprop.diagnosis.observation import observe

RIGHT: Dict[str, Any] = {
    "error": "", "file": "", "line": None, "problem": "", "layers": [{"dC_dW": [[1.0], [None]], "dC_db": None}],
    "changed": "", "shares_rows": False, "again": [],
}
FAILED: Dict[str, Any] = {"kind": "syntax", "problem": "no", "line": 1, "functions": ["f"]}


DEPTH = 100000 if sys.platform != "emscripten" else 50  # there, lists nested more deeply end Python itself


def nested(depth: int) -> Any:
    values: Any = 1.0
    for _ in range(depth):
        values = [values]
    return values


def answered(answer: Any) -> Any:
    return as_answer(json.dumps(answer).encode("ascii") + b"\n", "mine.py", lambda seen: all(map(is_batch, seen)))


def layers_of(**numbers: Any) -> Dict[str, Any]:
    return {**RIGHT, "layers": [numbers]}


def without(name: str) -> Dict[str, Any]:
    return {other: RIGHT[other] for other in RIGHT if other != name}


def test_what_was_observed_arrives_as_it_was() -> None:
    def raises(network: Any, X: Any, Y: Any) -> Any:
        raise ValueError

    def changes(network: Any, X: Any, Y: Any) -> Any:
        X[0][0] += 1.0
        return [None for _ in network.layers]

    functions: List[Any] = [
        lambda network, X, Y: backward(network, forward(network, X), Y), raises, changes, lambda *_: "text",
        lambda *_: [([[float("nan"), 2]], 10**30)],
    ]
    for function in functions:
        observed = [observe(function, *batch, False, True) for batch in batches_for(HALF_SQUARED_ERROR, True, False)]
        assert json.dumps(answered({"observed": observed})["observed"]) == json.dumps(observed)
    for answer in ({"loaded": True}, FAILED, {**FAILED, "line": None}, {"observed": [RIGHT, RIGHT]}):
        assert answered(answer) == answer


def test_gradients_that_differ_from_call_to_call_arrive_too() -> None:
    calls: List[int] = []

    def counts(network: Any, X: Any, Y: Any) -> Any:
        calls.append(1)
        return [([[float(len(calls))]], [0.0])]

    observed = observe(counts, *batches_for(HALF_SQUARED_ERROR, True, False)[0], False, True)
    assert len(observed["again"]) == 2
    assert answered({"observed": [observed]}) == {"observed": [observed]}


NONSENSE = {
    "a number": 5, "a list": [RIGHT], "nothing": {}, "another field": {**FAILED, "x": 1}, "no batches": {"observed": 5},
    "loaded or not": {"loaded": 1}, "a kind": {"kind": 5}, "only a kind": {"kind": "syntax"},
    "a line that is text": {**FAILED, "line": "x"}, "a line that is true": {**FAILED, "line": True},
    "functions": {**FAILED, "functions": [5]}, "a problem": {**FAILED, "problem": None},
}
NO_BATCH = {
    "a number": 5, "nothing": {}, "one field": {"error": ""}, "no changed": without("changed"),
    "no layers": without("layers"), "another field": {**RIGHT, "x": 1}, "an error of no text": {**RIGHT, "error": 5},
    "again once": {**RIGHT, "again": [None]}, "again in numbers": {**RIGHT, "again": [5, 5]},
    "neither numbers nor a problem": {**RIGHT, "layers": None},
    "something else changed": {**RIGHT, "changed": "all"}, "a layer that is a number": {**RIGHT, "layers": [5]},
    "an empty layer": layers_of(), "another name": layers_of(dC_dW=1.0, dC_dX=1.0), "text": layers_of(dC_dW="x"),
    "text in lists": layers_of(dC_dW=[[1.0, "x"]]), "an int": layers_of(dC_dW=[[1]]), "true": layers_of(dC_dW=[[True]]),
    "a dict": layers_of(dC_dW=[[{}]]), "too many lists": layers_of(dC_dW=nested(100)),
}


@pytest.mark.parametrize("kind", NONSENSE)
def test_an_answer_that_makes_no_sense_is_refused(kind: str) -> None:
    with pytest.raises(LearnerError, match="the answer of the process of mine.py makes no sense"):
        answered(NONSENSE[kind])


@pytest.mark.parametrize("kind", NO_BATCH)
def test_a_batch_that_was_not_observed_like_this_is_refused(kind: str) -> None:
    assert answered({"observed": [RIGHT, layers_of(dC_dW=nested(99))]})
    with pytest.raises(LearnerError, match="makes no sense"):
        answered({"observed": [RIGHT, NO_BATCH[kind]]})


@pytest.mark.parametrize("line", [b"", b"\xff\n", b"{\n", b"[" * DEPTH + b"\n"])
def test_what_is_no_json_is_refused(line: bytes) -> None:
    with pytest.raises(LearnerError, match="makes no sense"):
        as_answer(line, "mine.py", bool)


def test_only_ten_functions_are_listed() -> None:
    answer = {"kind": "no function", "problem": "", "line": None, "functions": [f"f{n}" for n in range(11)]}
    assert in_words(answer, "mine.py", "g") == (
        "mine.py has no function 'g'; it has f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, …: "
        "name one of them, as in mine.py:f0"
    )


@pytest.mark.parametrize("text, line, shown", [
    (b"a\n b \nc", 2, "\n   2: b"), (b"a\n\x0c\nc", 3, "\n   3: c"), (b"\xef\xbb\xbfa", 1, "\n   1: a"),
    (b"# coding: latin-1\n\xe9", 2, "\n   2: é"), (b"# coding: none\nb", 2, ""), (b"a\n\xff", 2, ""), (b"a", 2, ""),
    (b"a", 0, ""), (b"a", -1, ""), (b"a", None, ""), (b"x" * 200, 1, "\n   1: " + "x" * 100),
])
def test_a_line_of_the_file_is_the_one_that_python_counts(text: bytes, line: Any, shown: str, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_bytes(text)
    assert source_line(str(tmp_path / "mine.py"), line) == shown
    assert source_line(str(tmp_path / "none.py"), line) == ""


def test_it_does_without_limits_where_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> None:
        raise ValueError("not allowed to raise maximum limit")

    monkeypatch.delattr(signal, "alarm", raising=False)
    refuses = types.SimpleNamespace(RLIMIT_AS=9, RLIM_INFINITY=-1, getrlimit=lambda _: (-1, -1), setrlimit=refused)
    for resource in (refuses, None):  # None: it cannot be imported, as on Windows
        monkeypatch.setitem(sys.modules, "resource", resource)
        learner_limits.limit(10.0)


def test_it_allows_no_more_memory_than_it_is_allowed_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: List[Any] = []
    monkeypatch.delattr(signal, "alarm", raising=False)
    for most in (-1, 1 << 40, 1 << 20):
        resource = types.SimpleNamespace(
            RLIMIT_AS=9, RLIM_INFINITY=-1, getrlimit=lambda _, most=most: (-1, most),
            setrlimit=lambda _, both: limits.append(both),
        )
        monkeypatch.setitem(sys.modules, "resource", resource)
        learner_limits.limit(10.0)
    assert limits == [(2 << 30, -1), (2 << 30, 1 << 40)]
