"""When a network does not fit into memory: what is needed to say so is there again."""

import pytest

from minibackprop.cli.failure import fail

from ..support.command import Here


def test_the_memory_is_free_again_before_the_message_is_made(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    class Large:
        """Stands for the numbers of the network that did not fit."""

        alive = 0

        def __init__(self) -> None:
            Large.alive += 1

        def __del__(self) -> None:
            Large.alive -= 1

    def out_of_memory(*arguments: object) -> None:
        network = Large()
        raise MemoryError(network is None)

    def failing(problem: str, status: int) -> int:
        assert Large.alive == 0
        return fail(problem, status)

    monkeypatch.setattr("minibackprop.cli.fail", failing)
    monkeypatch.setattr("minibackprop.cli.train_command.run_experiment", out_of_memory)
    assert "there is not enough memory" in here.error_line(1)
