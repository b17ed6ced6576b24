"""Workers that are processes, here or on other machines: they get what they need, and one that dies is reported."""

import importlib
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pytest

from minibackprop import WorkerError, gradient_descent

from ...support.optional import missing
from ...support.shared_work import examples, network, numbers_of, trained


def processes() -> ProcessPoolExecutor:
    """Processes that are spawned, not forked: a fork of a process that has threads can hang."""
    try:
        return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))
    except (ImportError, NotImplementedError):
        missing("processes")


def test_processes_give_the_same_result() -> None:
    with processes() as executor:
        together = trained(executor)
    assert numbers_of(together) == pytest.approx(numbers_of(trained(None)), rel=1e-12, abs=1e-12)


def test_dask_for_more_than_one_machine_gives_the_same_result() -> None:
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError:
        missing("Dask (pip install 'dask[distributed]')")
    settings = {"n_workers": 2, "threads_per_worker": 1, "processes": False, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as cluster:
        with distributed.Client(cluster) as client:
            together = trained(client.get_executor())
    assert numbers_of(together) == pytest.approx(numbers_of(trained(None)), rel=1e-12, abs=1e-12)


def test_a_process_that_dies_is_reported() -> None:
    X, Y = examples()
    with processes() as executor:
        epochs = gradient_descent(network(), X, Y, 0.5, epochs=20, executor=executor, num_shards=2)
        assert [next(epochs).number for _ in range(3)] == [0, 1, 2]
        for pid in list(getattr(executor, "_processes")):
            os.kill(pid, 9)
        with pytest.raises(WorkerError, match="a worker failed with BrokenProcessPool") as raised:
            next(epochs)
    assert raised.value.last_epoch is not None and raised.value.last_epoch.number == 2
