"""Options that make no sense: one line on standard error says what to do, and the exit status is 2."""

from typing import List, Tuple

import pytest

from ..support.command import Here, run

BAD_USAGE: List[Tuple[str, List[str]]] = [
    ("--lerning-rate 1", ["there is no option --lerning-rate: did you mean --learning-rate?", "--help"]),
    ("--zoom=3", ["there is no option --zoom (", "--help"]),
    ("--epoch 3", ["did you mean --epochs?"]),
    ("-x", ["there is no option -x"]),
    ("-epochs 3", ["there is no option -epochs: did you mean --epochs?"]),
    ("flats.csv", ["'flats.csv'", "--help"]),
    ("explian", ["there is no command 'explian': did you mean explain?", "--help"]),
    ("--epochs 5 explain", ["--epochs has no effect before explain: options go after the command"]),
    ("--json page -o step.html", ["--json has no effect before page"]),
    ("--data flats.csv --target rent bundle", ["--data has no effect before bundle"]),
    ("--layers none --activation tanh", ["--activation has no effect with --layers none: the output layer is linear"]),
    ("--lr 0", ["the learning rate is 0", "must be a number above 0"]),
    ("--epochs", ["--epochs", "expected one argument"]),
    ("--epochs -1", ["epochs is -1, but must be a whole number, 0 or more"]),
    ("--epochs x", ["epochs is 'x', but must be a whole number, 0 or more"]),
    ("--epochs 2.5", ["epochs is '2.5', but must be a whole number"]),
    ("--batch-size 0", ["the batch size is 0, but must be a whole number, 1 or more"]),
    ("--batch-size few", ["the batch size is 'few', but must be a whole number, 1 or more"]),
    ("--batch-size 1000", ["the batch size is 1000, but there are only 380 examples"]),
    ("--learning-rate 0", ["the learning rate is 0", "must be a number above 0"]),
    ("--learning-rate -1", ["the learning rate is -1", "must be a number above 0"]),
    ("--learning-rate nan", ["the learning rate is nan, but must be a number above 0"]),
    ("--learning-rate 1e999", ["the learning rate is inf, but must be a number above 0"]),
    ("--learning-rate abc", ["the learning rate is 'abc', but must be a number above 0"]),
    ("--layers 3,x", ["a number of neurons is 'x', but must be a whole number, 1 or more"]),
    ("--layers 3,", ["a number of neurons is '', but must be a whole number, 1 or more"]),
    ("--layers 0", ["a number of neurons is 0, but must be a whole number, 1 or more"]),
    ("--activation foo", ["'foo'", "linear", "relu", "sigmoid", "tanh"]),
    ("--seed x", ["the seed is 'x', but must be a whole number, 0 or more"]),
    ("--seed -1", ["the seed is -1, but must be a whole number, 0 or more"]),
    ("--patience 0", ["patience is 0, but must be a whole number, 1 or more"]),
    ("--without NOPE", ["there is no column 'NOPE'; the columns are CRIM, ZN, INDUS, CHAS", "LSTAT, MEDV"]),
    ("--without MEDV", ["MEDV is the target: it cannot be left out"]),
    ("--data flats.csv", ["--data FILE.csv and --target COLUMN go together"]),
    ("--target rent", ["--data FILE.csv and --target COLUMN go together"]),
]


@pytest.mark.parametrize("options, fragments", BAD_USAGE, ids=[case[0] for case in BAD_USAGE])
def test_options_that_make_no_sense_get_one_line_that_says_why(options: str, fragments: List[str], here: Here) -> None:
    message = here.error_line(2, *options.split())
    for fragment in fragments:
        assert fragment in message


@pytest.mark.parametrize("arguments, status", [(["--epochs", "x"], 2), (["--without", "NOPE"], 2),
                                               (["--data", "nope.csv", "--target", "rent"], 1)])
def test_a_process_that_fails_prints_one_line_and_ends_with_its_status(arguments: List[str], status: int) -> None:
    outcome = run("--json", *arguments)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (status, "", 1)
