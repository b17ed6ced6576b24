"""Input validation: bad rows, entries and settings get an error that says what was given and what to do."""

from typing import Any, List, Type

import pytest

from minibackprop import (
    ColumnError, DivergenceError, NumberError, SettingError, ShapeError, TableError, WorkerError, forward, train,
)
from minibackprop.validation import as_matrix, as_vector

from ..support.bad_input import INFINITY, NAN, NETWORK, NOT_A_NUMBER, Call, Case, X, Y, check_error, each


def inputs(X: Any) -> Call:
    return lambda: forward(NETWORK, X)


def training(**settings: Any) -> Call:
    """A call of train that is right except for these settings."""
    return lambda: train(NETWORK, X, Y, **{"learning_rate": 0.1, "epochs": 1, **settings})


ROWS: List[Case] = [
    ("no rows", inputs([]), ShapeError, "X must be a list of rows, as in [[1, 2], [3, 4]], but is []"),
    ("an empty row", inputs([[]]), ShapeError, "row 1 of X must be a list of numbers, as in [1, 2], but is []"),
    ("ragged", inputs([[1, 2], [3]]), ShapeError,
     "row 2 of X has length 1, but row 1 has length 2: make all rows the same length"),
    ("one example, not a list of them", inputs([1, 2]), ShapeError,
     "row 1 of X must be a list of numbers, as in [1, 2], but is 1"),
    ("a number", inputs(5), ShapeError, "X must be a list of rows, as in [[1, 2], [3, 4]], but is 5"),
    ("None", inputs(None), ShapeError, "X must be a list of rows, as in [[1, 2], [3, 4]], but is None"),
    ("text", inputs("12"), ShapeError, "X must be a list of rows, as in [[1, 2], [3, 4]], but is '12'"),
    ("a row of text", inputs(["12"]), ShapeError, "row 1 of X must be a list of numbers, as in [1, 2], but is '12'"),
    ("a set has no order", inputs([{1.0, 2.0}]), ShapeError,
     "row 1 of X must be a list of numbers, as in [1, 2], but is {1.0, 2.0}"),
    ("a dict is not a list", inputs([{1.0: 2.0, 2.0: 3.0}]), ShapeError,
     "row 1 of X must be a list of numbers, as in [1, 2], but is {1.0: 2.0, 2.0: 3.0}"),
]


@each(ROWS)
def test_rows_that_do_not_make_a_matrix_are_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


ENTRIES: List[Case] = [
    ("text", inputs([[1, "2"]]), NumberError, f"entry 2 of row 1 of X is '2': {NOT_A_NUMBER}"),
    ("a boolean", inputs([[1, 2], [True, 4]]), NumberError, f"entry 1 of row 2 of X is True: {NOT_A_NUMBER}"),
    ("None", inputs([[None, 2]]), NumberError,
     "entry 1 of row 1 of X is None: a number is needed here (int or float)"),
    ("complex", inputs([[1j, 2]]), NumberError, f"entry 1 of row 1 of X is 1j: {NOT_A_NUMBER}"),
    ("NaN", inputs([[1, NAN]]), NumberError,
     "entry 2 of row 1 of X is nan: only finite numbers can be used"),
    ("infinite", inputs([[1, -INFINITY]]), NumberError,
     "entry 2 of row 1 of X is -inf: only finite numbers can be used"),
    ("too large for a float", inputs([[1, 10**400]]), NumberError,
     "entry 2 of row 1 of X is 1000000000000000000000000000000000000...: it is too large to calculate with"),
]


@each(ENTRIES)
def test_entries_that_are_not_numbers_are_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


SETTINGS: List[Case] = [
    ("learning rate 0", training(learning_rate=0), SettingError,
     "the learning rate is 0, but must be a number above 0, such as 0.01"),
    ("negative learning rate", training(learning_rate=-0.1), SettingError, "the learning rate is -0.1, but must be"),
    ("learning rate NaN", training(learning_rate=NAN), SettingError, "the learning rate is nan, but must be"),
    ("learning rate text", training(learning_rate="0.1"), SettingError, "the learning rate is '0.1', but must be"),
    ("learning rate True", training(learning_rate=True), SettingError, "the learning rate is True, but must be"),
    ("negative epochs", training(epochs=-1), SettingError, "epochs is -1, but must be a whole number, 0 or more"),
    ("half an epoch", training(epochs=1.5), SettingError, "epochs is 1.5, but must be a whole number, 0 or more"),
    ("epochs True", training(epochs=True), SettingError, "epochs is True, but must be a whole number, 0 or more"),
    ("batch size 0", training(batch_size=0), SettingError,
     "the batch size is 0, but must be a whole number, 1 or more"),
    ("batch larger than the table", training(batch_size=3), SettingError,
     "the batch size is 3, but there are only 2 examples"),
    ("patience 0", training(patience=0), SettingError, "patience is 0, but must be a whole number, 1 or more"),
    ("tolerance NaN", training(patience=1, tolerance=NAN), NumberError, "the tolerance is nan"),
    ("tolerance without patience", training(tolerance=0.1), SettingError,
     "tolerance needs patience: after how many epochs without a better cost should training stop?"),
    ("not a stream of random numbers", training(rng=7), SettingError,
     "rng is 7, but must be a stream of random numbers, such as RandomNumbers(7)"),
]


@each(SETTINGS)
def test_settings_out_of_range_are_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


ERRORS = [ShapeError, NumberError, SettingError, DivergenceError, WorkerError, TableError, ColumnError]


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_is_a_value_error_without_an_init_of_its_own(error: Type[Exception]) -> None:
    assert issubclass(error, ValueError)
    assert "__init__" not in vars(error)


def test_a_list_is_copied_not_kept() -> None:
    row = [1.0, 2.0]
    assert as_vector(row, "x") == row and as_vector(row, "x") is not row
    assert as_matrix([row], "X")[0] is not row
