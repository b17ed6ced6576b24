"""A run of the command that is killed on the way, inside this process."""

from typing import Any

import pytest

from minibackprop.cli.checkpoint import CheckpointWriter

from .command import Here


class Killed(BaseException):
    """Stands for kill -9 in this process: nothing catches it."""


def killed(here: Here, epoch: int, *arguments: str) -> None:
    """Run the command, and kill it once the checkpoint after this epoch has been written."""
    write = CheckpointWriter.write

    def write_and_die(writer: Any, at: Any) -> None:
        write(writer, at)
        if at.number == epoch:
            raise Killed

    with pytest.MonkeyPatch.context() as patch, pytest.raises(Killed):
        patch.setattr(CheckpointWriter, "write", write_and_die)
        here.run(*arguments)
