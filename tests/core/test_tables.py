"""Tables: checked and copied when they are made, and split into two parts."""

from typing import List, Type

import pytest

from minibackprop import (
    ColumnError, NumberError, RandomNumbers, SettingError, ShapeError, Table, TableError, load_housing,
    train_test_split,
)

from ..support.bad_input import NAN, TABLE, Call, Case, check_error, each

TOWNS = Table([[1], [2]], [[0, 1], [1, 0]], "size", "town", classes=["Bonn", "Rome"], notes=["2 rows"])


def test_a_table_keeps_copies() -> None:
    X, Y, names, targets, classes, notes = [[1], [2]], [[0.0, 1.0], [1.0, 0.0]], ["a"], ["b"], ["p", "q"], ["note"]
    table = Table(X, Y, names, targets, "two rows", classes, notes)
    X[0][0], Y[0][0], names[0], targets[0], classes[0], notes[0] = 9, 9.0, "x", "y", "z", "other"
    X.append([3])
    assert (table.X, table.Y) == ([[1.0], [2.0]], [[0.0, 1.0], [1.0, 0.0]])
    assert (table.feature_names, table.target_names, table.classes, table.notes) == (["a"], ["b"], ["p", "q"], ["note"])
    assert type(table.X[0][0]) is float


def test_names_may_be_any_sequence_and_a_single_one_plain_text() -> None:
    assert (TOWNS.feature_names, TOWNS.target_names) == (["size"], ["town"])
    assert Table([[1, 2]], [[3]], ("a", "b"), ("c",)).feature_names == ["a", "b"]
    assert (TABLE.classes, TABLE.notes, TABLE.description) == ([], [], "")


def test_its_repr_counts_classes() -> None:
    assert repr(TOWNS) == "Table(2 rows, 1 feature, 2 classes)"
    assert repr(Table([[1]], [[1, 0]], "a", "b", classes=["p", "q"])) == "Table(1 row, 1 feature, 2 classes)"


def test_a_split_gives_every_row_to_one_part_and_keeps_rows_whole() -> None:
    table = load_housing()
    training, held_out = train_test_split(table, 0.25, RandomNumbers(1))
    assert (len(training.X), len(held_out.X)) == (380, 126)
    pairs = list(zip(training.X + held_out.X, training.Y + held_out.Y))
    assert pairs != list(zip(table.X, table.Y))
    assert sorted(pairs) == sorted(zip(table.X, table.Y))
    assert train_test_split(table, 0.25, RandomNumbers(1))[1].X == held_out.X
    assert train_test_split(table, 0.25, RandomNumbers(2))[1].X != held_out.X


def test_without_random_numbers_of_its_own_a_split_takes_those_of_seed_0() -> None:
    table = load_housing()
    expected = train_test_split(table, 0.25, RandomNumbers(0))[1].X
    assert train_test_split(table, 0.25)[1].X == train_test_split(table, 0.25, None)[1].X == expected


def test_a_split_shares_nothing_with_its_table_and_keeps_all_that_is_said_about_it() -> None:
    table = Table([[1], [2]], [[0, 1], [1, 0]], "a", "b", "two rows", ["p", "q"], ["note"])
    parts = train_test_split(table, 0.5)
    for part in parts:
        assert (part.classes, part.notes, part.description) == (["p", "q"], ["note"], "two rows")
        part.X[0][0], part.Y[0][0] = 9.0, 9.0
        part.feature_names.append("c")
        part.classes.append("r")
        part.notes.append("another")
    assert (table.X, table.Y, table.feature_names) == ([[1.0], [2.0]], [[0.0, 1.0], [1.0, 0.0]], ["a"])
    assert (table.classes, table.notes) == (["p", "q"], ["note"])


@pytest.mark.parametrize("num_rows, share, held_out", [
    (506, 0.0001, 2), (506, 0.9999, 504), (506, 0.5, 253), (506, 0.25, 126),
    (2, 0.25, 1), (3, 0.25, 1), (3, 0.9, 2), (4, 0.25, 2), (5, 0.25, 2), (5, 0.9, 3), (8, 0.25, 2), (8, 0.1, 2),
    (20, 0.25, 5),
])
def test_each_part_has_at_least_two_rows_if_there_are_four(num_rows: int, share: float, held_out: int) -> None:
    table = Table([[n] for n in range(num_rows)], [[n] for n in range(num_rows)], "a", "b")
    training_part, held_out_part = train_test_split(table, share, RandomNumbers(1))
    assert (len(training_part.X), len(held_out_part.X)) == (num_rows - held_out, held_out)


ONE_HOT = [[1, 0], [0, 1]]
CASES: List[Case] = [
    ("everything held out", lambda: train_test_split(TABLE, 1.0, RandomNumbers(0)), SettingError,
     "the held-out share is 1.0, but must be below 1: training needs some rows too"),
    ("nothing held out", lambda: train_test_split(TABLE, 0, RandomNumbers(0)), SettingError,
     "the held-out share is 0, but must be"),
    ("one row to split", lambda: train_test_split(Table([[1.0]], [[1.0]], ["a"], ["b"]), 0.5, RandomNumbers(0)),
     TableError, "a table of one row cannot be split into a part to train on and a held-out part"),
    ("no table to split", lambda: train_test_split(None, 0.5), TypeError,  # type: ignore[arg-type]
     "a Table is needed here, such as load_housing() returns, but this is None"),
    ("a number as random numbers", lambda: train_test_split(TABLE, 0.5, 7), SettingError,  # type: ignore[arg-type]
     "rng is 7, but must be a stream of random numbers"),
    ("too few rows of Y", lambda: Table([[1], [2]], [[1]], ["a"], ["b"]), ShapeError,
     "X has 2 rows and Y has 1 row: each example needs a row in both"),
    ("rows of different lengths", lambda: Table([[1], [2, 3]], [[1], [2]], ["a"], ["b"]), ShapeError,
     "row 2 of X has length 2"),
    ("a number that is none", lambda: Table([[1]], [[NAN]], ["a"], ["b"]), NumberError, "entry 1 of row 1 of Y is nan"),
    ("no rows", lambda: Table([], [], [], []), ShapeError, "X must be a list of rows"),
    ("too few feature names", lambda: Table([[1, 2]], [[1]], ["a"], ["b"]), ColumnError,
     "there is 1 feature name, but X is 1x2: each of its columns needs one"),
    ("too many target names", lambda: Table([[1]], [[1]], ["a"], ["b", "c"]), ColumnError,
     "there are 2 target names, but Y is 1x1: each of its columns needs one"),
    ("no names", lambda: Table([[1]], [[1]], None, ["b"]), ColumnError,  # type: ignore[arg-type]
     "the feature names must be a list of names, such as ['size', 'rooms'], but this is None"),
    ("names that are numbers", lambda: Table([[1]], [[1]], ["a"], [7]), ColumnError,  # type: ignore[list-item]
     "the target names must be a list of names, such as ['size', 'rooms'], but this is [7]"),
    ("names without an order", lambda: Table([[1]], [[1]], {"a"}, ["b"]), ColumnError,  # type: ignore[arg-type]
     "the feature names must be a list of names"),
    ("the same name twice", lambda: Table([[1]], [[1, 2]], ["a"], ["p", "p"]), ColumnError,
     "2 targets are named p: give each its own name"),
    ("the same class twice", lambda: Table([[1], [2]], ONE_HOT, "a", "b", classes=["p", "p"]), ColumnError,
     "2 classes are named p: give each its own name"),
    ("too few classes", lambda: Table([[1]], [[1, 0, 0]], "a", "b", classes=["p", "q"]), ColumnError,
     "there are 2 classes, but Y is 1x3: each of its columns needs one"),
    ("a single class", lambda: Table([[1]], [[1]], "a", "b", classes=["p"]), TableError,
     "a table with classes needs at least two of them, and a single target"),
    ("classes of two targets", lambda: Table([[1], [2]], ONE_HOT, "a", ["b", "c"], classes=["p", "q"]), TableError,
     "a table with classes needs at least two of them, and a single target"),
    ("targets that are no classes", lambda: Table([[1]], [[0.5, 0.5]], "a", "b", classes=["p", "q"]), NumberError,
     "row 1 of Y is [0.5, 0.5], but the target of a classification must be one-hot"),
    ("classes that are numbers", lambda: Table([[1]], [[1, 0]], "a", "b", classes=[0, 1]),  # type: ignore[list-item]
     ColumnError, "the classes must be a list of names"),
    ("notes that are numbers", lambda: Table([[1]], [[1]], "a", "b", notes=[7]),  # type: ignore[list-item]
     ColumnError, "the notes must be a list of names"),
]


@each(CASES)
def test_what_does_not_fit_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)
