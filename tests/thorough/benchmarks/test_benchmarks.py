"""The benchmarks tell the truth: every peer does the same job, the floor is what the job needs, the tables show it."""

import json
import sys
from types import ModuleType
from typing import Any, Dict, List

import pytest

from minibackprop import linalg

from ...benchmarks import __main__ as command
from ...benchmarks import floor as floor_module
from ...benchmarks import faster, growth, race
from ...benchmarks.floor import floor
from ...benchmarks.job import Job
from ...benchmarks.jobs import nonlinear_jobs, digits_job, notebook_jobs
from ...benchmarks.peers import numpy_notebook, ours, pytorch
from ...benchmarks.timing import Ratio, none_because, our_time_over
from ...support.optional import missing, not_everywhere


def small_jobs() -> List[Job]:
    """The same kinds of jobs, small enough for a test."""
    jobs = []
    for job in notebook_jobs() + nonlinear_jobs() + [digits_job(23)]:
        rows, epochs = 23, min(job.epochs, 3)
        args = job.sizes, job.activations, job.X[:rows], job.Y[:rows], job.learning_rate, epochs, job.batch_size
        jobs.append(Job(job.name, *args))
    return jobs


@pytest.mark.parametrize("job", small_jobs(), ids=lambda job: job.name)
@pytest.mark.parametrize("peer", race.PEERS, ids=lambda peer: peer.NAME)
def test_every_peer_reaches_our_weights(peer: ModuleType, job: Job) -> None:
    if peer.cannot(job):
        return
    if not race.is_installed(peer):
        (not_everywhere if peer is pytorch else missing)(f"{peer.NAME} ({peer.HOW})")
    race.check_same(peer, job)


def test_a_peer_that_does_something_else_is_not_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    job = small_jobs()[0]
    monkeypatch.setattr(numpy_notebook, "train", lambda job: job.weights)
    with pytest.raises(ValueError, match="reaches different weights"):
        race.check_same(numpy_notebook, job)


def test_every_other_way_to_write_the_loops_is_timed_and_does_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    three_layers, one_layer, sigmoid = small_jobs()[:3]
    monkeypatch.setattr(faster, "notebook_jobs", lambda: [three_layers, one_layer])
    monkeypatch.setattr(faster, "nonlinear_jobs", lambda: [sigmoid])
    monkeypatch.setattr(sys, "argv", ["faster", "--rounds", "1"])
    faster.main()
    rows = [line.split(" | ") for line in capsys.readouterr().out.splitlines()]
    assert [len(row) for row in rows[2:]] == [4] * len(faster.WAYS)
    assert [row[-1] for row in rows if row[-1].startswith("–")] == ["– |"]
    monkeypatch.setattr(faster, "WAYS", [("none", lambda job: job.weights)])
    with pytest.raises(ValueError, match="none reaches different weights"):
        faster.main()


def test_a_job_that_learns_nothing_is_not_timed() -> None:
    job = small_jobs()[0]
    idle = Job("idle", job.sizes, job.activations, job.X, job.Y, 1.0, 0)
    with pytest.raises(ValueError, match="nothing is learned"):
        race.check_same(ours, idle)


@pytest.mark.parametrize("job", small_jobs(), ids=lambda job: job.name)
def test_the_floor_is_the_dot_products_of_the_job(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    """All those that we compute, counted by length, and those for the biases, which we sum; not those for the cost."""

    def counted(work: Any) -> Dict[int, int]:
        counts: Dict[int, int] = {}

        def dot(v: List[float], w: List[float]) -> float:
            counts[len(v)] = counts.get(len(v), 0) + 1
            return linalg.plain_dot(v, w)

        for module in (linalg, floor_module):
            monkeypatch.setattr(module, "dot", dot)
        work()
        return counts

    done, needed = counted(lambda: ours.train(job)), counted(floor(job))
    for batch in job.batches():
        needed[len(batch)] -= sum(job.sizes[1:])  # ∂C/∂b as a dot product with ones
    assert {length: count for length, count in needed.items() if count} == done


def test_ratios_are_our_time_over_theirs() -> None:
    ratio = our_time_over(lambda: sum(range(1000)), lambda: sum(range(1000000)), rounds=3)
    assert ratio.median is not None and ratio.low is not None and ratio.high is not None
    assert 10 < ratio.low <= ratio.median <= ratio.high


def test_a_ratio_is_shown_in_numbers_and_in_words() -> None:
    assert str(Ratio(0.25, 0.2, 0.301)) == "0.25 (0.2 to 0.301)"
    assert Ratio(0.25, 0.2, 0.3).in_words() == "4 times as fast"
    assert Ratio(2.5, 2, 3).in_words() == "takes 2.5 times as long"
    assert (str(none_because("not installed")), none_because("not installed").in_words()) == ("not installed", "")


def test_exponents_and_numbers_of_weights_are_right() -> None:
    assert growth.exponent([1, 10, 100], [5, 50, 500]) == pytest.approx(1)
    assert growth.exponent([1, 2, 4], [1, 4, 16]) == pytest.approx(2)
    assert growth.num_weights([13, 5, 3, 1]) == 83


def test_the_command_prints_tables_and_writes_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    grown = [growth.Growth("time", "examples", 1.0, "8 µs an example")]
    result = race.Result("a process", "one with pass", Ratio(1.25, 1.2, 1.3))
    for name, value in {
        "notebook_jobs": lambda: small_jobs()[:1], "nonlinear_jobs": lambda: [], "digits_job": lambda: small_jobs()[-1],
        "cold_starts": lambda rounds: [], "imports": lambda rounds: [result], "shared_work": lambda rounds: [],
        "growth": lambda rounds, say: grown, "wheel_bytes": lambda: 119000,
    }.items():
        monkeypatch.setattr(command, name, value)
    monkeypatch.setattr(sys, "argv", ["benchmarks", "--rounds", "1", "--json", str(tmp_path / "figures.json")])
    command.main()
    printed = capsys.readouterr().out
    assert "| a process | one with pass | 1.25 (1.2 to 1.3) | takes 1.25 times as long |" in printed
    assert "| time | examples | 1.00 | 8 µs an example |" in printed
    assert "The wheel: 119,000 bytes" in printed
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert {"job": "a process", "beside": "one with pass", "median": 1.25, "low": 1.2, "high": 1.3, "missing": ""} in (
        figures["our_time_over_theirs"]
    )
    assert figures["about"]["Python"] == sys.version.split()[0]
