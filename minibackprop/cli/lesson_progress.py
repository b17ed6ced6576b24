"""Which lessons are finished, in a file that the learner has asked for."""

import os
from typing import List

from ..files.json_file import ModelFileError, errors_begin_with, read_json, write_json

FORMAT = "minibackprop progress"


def finished_in(path: str) -> List[int]:
    """The numbers of the finished lessons: none, if there is no file yet. ModelFileError if it is another file."""
    if not os.path.exists(path):
        return []
    with errors_begin_with(path):
        finished = read_json(path, FORMAT, 1, ["finished"])["finished"]
        if not isinstance(finished, list) or not all(type(number) is int for number in finished):
            raise ModelFileError("it is damaged: finished must be a list of whole numbers")
    return finished


def add_finished(path: str, number: int) -> None:
    """Add the number of a lesson to the file."""
    write_json(path, FORMAT, 1, {"finished": sorted({*finished_in(path), number})})
