"""Checkpoints: what it takes to go on with a training after the program was ended, in a file after every epoch."""

import hashlib
import json
from typing import List, NamedTuple, Optional

from ..activations import ACTIVATIONS
from ..epoch import Epoch
from ..files.json_file import ModelFileError, errors_begin_with, read_json, write_json
from ..files.network_json import network_as_json, network_from_json
from ..files.whole_file import OutputError
from ..network import Network, are_alike
from ..random_numbers import MODULUS, RandomNumbers
from ..tables import Table
from ..training import TrainingResult
from ..validation import as_vector, shown, whole_number
from .output_file import existing_files_need_force

FORMAT = "minibackprop checkpoint"
VERSION = 1
FIELDS = ["arguments", "table", "random_state", "costs", "best_epoch", "network", "best_network"]


class Checkpoint(NamedTuple):
    """What a checkpoint holds.

    `arguments` are the options of the training as words of the command line, `table` is the fingerprint of its table,
    `random_state` the state of the random numbers, and `so_far` the training up to then.
    """

    arguments: List[str]
    table: str
    random_state: int
    so_far: TrainingResult


class CheckpointWriter:
    """Writes a checkpoint after every epoch. `so_far` is the training that it goes on with, if there is one.

    If a later one cannot be written, as on a full disk, training goes on without: `problem` is the OutputError.
    """

    def __init__(
        self,
        path: str,
        arguments: List[str],
        table: Table,
        rng: RandomNumbers,
        patience: Optional[int],
        so_far: Optional[TrainingResult],
        replace: bool,
    ) -> None:
        self.path = path
        self.replace = replace
        self.problem: Optional[OutputError] = None
        self.arguments = arguments
        self.table = fingerprint(table)
        self.rng = rng
        self.keeps_the_best = patience is not None
        self.best = None if so_far is None else so_far.best
        self.costs = [] if so_far is None else so_far.costs[: so_far.last.number]  # the last epoch comes once more

    def write(self, epoch: Epoch) -> None:
        """Write a checkpoint after this epoch. OutputError if the first one cannot be written."""
        self.costs.append(epoch.cost)
        if self.best is None or epoch.cost < self.best.cost or not self.keeps_the_best:
            self.best = epoch
        if self.problem is None:
            self._write_file(epoch, self.best)

    def _write_file(self, epoch: Epoch, best: Epoch) -> None:
        is_first = not self.replace
        fields = {
            "arguments": self.arguments,
            "table": self.table,
            "random_state": self.rng.state,
            "costs": self.costs,
            "best_epoch": best.number,
            "network": network_as_json(epoch.network),
            "best_network": network_as_json(best.network),
        }
        try:
            with existing_files_need_force():
                write_json(self.path, FORMAT, VERSION, fields, self.replace)
            self.replace = True
        except OutputError as error:
            if is_first:
                raise
            self.problem = error


def read_checkpoint(path: str) -> Checkpoint:
    """Return the checkpoint in a file. ModelFileError says what is wrong with it."""
    with errors_begin_with(path):
        fields = read_json(path, FORMAT, VERSION, FIELDS)
        last, best = [network_from_json(fields[name], name, ACTIVATIONS) for name in ("network", "best_network")]
        costs = as_vector(fields["costs"], "costs")
        best_epoch = whole_number(fields["best_epoch"], "best_epoch", at_least=0)
        random_state = whole_number(fields["random_state"], "random_state", at_least=1)
        if best_epoch >= len(costs) or random_state >= MODULUS:
            raise ModelFileError("it is damaged: its best_epoch or its random_state is too large")
        for name, kind, wanted in (("arguments", list, "a list of words"), ("table", str, "text")):
            if not isinstance(fields[name], kind):
                raise ModelFileError(f"its field {name} is {shown(fields[name])}, but must be {wanted}")
        arguments = [str(argument) for argument in fields["arguments"]]
        last_epoch = Epoch(len(costs) - 1, last, costs[-1])
        stop_reason = f"interrupted after epoch {last_epoch.number}"
        so_far = TrainingResult(Epoch(best_epoch, best, costs[best_epoch]), last_epoch, costs, [], stop_reason)
        return Checkpoint(arguments, fields["table"], random_state, so_far)


def check_checkpoint(checkpoint: Checkpoint, table: Table, network: Network) -> None:
    """ModelFileError if the checkpoint is of another table, or of other layers than the network before training."""
    for trained in (checkpoint.so_far.network, checkpoint.so_far.last.network):
        if not are_alike(trained, network):
            raise ModelFileError(
                f"the checkpoint is damaged: its options ask for {network}, but the checkpoint's network is {trained}"
            )
    if fingerprint(table) != checkpoint.table:
        raise ModelFileError(
            "the table has changed since the checkpoint was written: the training cannot go on with other numbers"
        )


def fingerprint(table: Table) -> str:
    """A short text that is practically never the same for two tables."""
    contents = [table.X, table.Y, table.feature_names, table.target_names, table.classes]
    return hashlib.sha256(json.dumps(contents).encode("utf-8")).hexdigest()
