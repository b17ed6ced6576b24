"""Input validation: bad rows, entries and settings get an error that says what was given and what to do."""

import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any, Callable, Dict, Iterator, List, Tuple, Type

import pytest

from minibackprop import (
    ColumnError, DivergenceError, Layer, Network, NumberError, RandomNumbers, SettingError, ShapeError, Table,
    TableError, WorkerError, forward, gradient_descent, one_hot, table_from_cells, train,
)
from minibackprop.drawing.network_text import network_text
from minibackprop.step_page.names import PageNames
from minibackprop.validation import (
    as_list, as_matrix, as_number, as_text, as_vector, check_finite, counted, quoted, shown, whole_number,
)

from ..support.bad_input import INFINITY, NAN, NETWORK, NOT_A_NUMBER, Call, Case, X, Y, check_error, each
from ..support.optional import numpy_or_missing


def inputs(X: Any) -> Call:
    return lambda: forward(NETWORK, X)


def training(**settings: Any) -> Call:
    """A call of train that is right except for these settings."""
    return lambda: train(NETWORK, X, Y, **{"learning_rate": 0.1, "epochs": 1, **settings})


def broken_rows() -> Iterator[List[float]]:
    yield [1.0, 2.0]
    yield [1.0, 1 / 0]


class Number:
    """An object that turns into these numbers, one after the other."""

    def __init__(self, *numbers: float) -> None:
        self.numbers = list(numbers)

    def __float__(self) -> float:
        return self.numbers.pop(0)


class Broken:
    """An object that can neither be shown nor turned into a number."""

    def __float__(self) -> float:
        raise RuntimeError("no number")

    def __index__(self) -> int:
        raise RuntimeError("no number")

    def __repr__(self) -> str:
        raise RuntimeError("no text")


class MaskedConstant:
    """What NumPy has for a missing entry: a number by its methods, though there is none."""

    def __float__(self) -> float:
        return 0.0

    def __repr__(self) -> str:
        return "<masked>"


def nested(depth: int) -> Any:
    """A list in a list in a list …"""
    result: List[Any] = [1.0]
    for _ in range(depth):
        result = [result]
    return result


ROWS: List[Case] = [
    ("no rows", inputs([]), ShapeError, "X must be a list of rows, as in [[1, 2], [3, 4]], but this is []"),
    ("an empty row", inputs([[]]), ShapeError, "row 1 of X must be a list of numbers, as in [1, 2], but this is []"),
    ("ragged", inputs([[1, 2], [3]]), ShapeError,
     "row 2 of X has length 1, but row 1 has length 2: make all rows the same length"),
    ("one example, not a list of them", inputs([1, 2]), ShapeError,
     "X is [1, 2], a list of numbers, but must be a list of rows: [[1], [2]] or, for a single row, [[1, 2]]"),
    ("a single number in one list", inputs([1.5]), ShapeError,
     "X is [1.5], a list of numbers, but must be a list of rows: [[1.5]]"),
    ("many numbers in one list", inputs([0, 1] * 1000), ShapeError,
     "X is [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, ..., a list of numbers, but must be a list of rows: "
     "[[0], [1], [0], [1], [0], [1], [0], [... or, for a single row, [[0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1,..."),
    ("numbers and a row", inputs([1, [2]]), ShapeError,
     "row 1 of X must be a list of numbers, as in [1, 2], but this is 1"),
    ("targets in one list", lambda: train(NETWORK, X, [0, 1], 0.1, 1), ShapeError,  # type: ignore[list-item]
     "Y is [0, 1], a list of numbers, but must be a list of rows: [[0], [1]] or, for a single row, [[0, 1]]"),
    ("weights in one list", lambda: Layer([1, 2], [0]), ShapeError,  # type: ignore[list-item]
     "weights is [1, 2], a list of numbers, but must be a list of rows: [[1], [2]] or, for a single row, [[1, 2]]"),
    ("a number", inputs(5), ShapeError, "X must be a list of rows, as in [[1, 2], [3, 4]], but this is 5"),
    ("None", inputs(None), ShapeError, "X must be a list of rows, as in [[1, 2], [3, 4]], but this is None"),
    ("text", inputs("12"), ShapeError, "X must be a list of rows, as in [[1, 2], [3, 4]], but this is '12'"),
    ("a row of text", inputs(["12"]), ShapeError,
     "row 1 of X must be a list of numbers, as in [1, 2], but this is '12'"),
    ("a set has no order", inputs([{1.0, 2.0}]), ShapeError,
     "row 1 of X must be a list of numbers, as in [1, 2], but this is {1.0, 2.0}"),
    ("a dict is not a list", inputs([{1.0: 2.0, 2.0: 3.0}]), ShapeError,
     "row 1 of X must be a list of numbers, as in [1, 2], but this is {1.0: 2.0, 2.0: 3.0}"),
    ("a frozenset has no order", inputs([frozenset([1.0])]), ShapeError, "row 1 of X must be a list of numbers"),
    ("the keys of a dict", inputs([{1.0: 2.0, 2.0: 3.0}.keys()]), ShapeError, "row 1 of X must be a list of numbers"),
    ("the items of a dict", inputs({1.0: 2.0, 2.0: 3.0}.items()), ShapeError, "X must be a list of rows"),
    ("bytes that may change", inputs([bytearray(b"12")]), ShapeError, "row 1 of X must be a list of numbers"),
    ("a view of bytes", inputs([memoryview(b"12")]), ShapeError, "row 1 of X must be a list of numbers"),
    ("a class", inputs(RandomNumbers), ShapeError, "X must be a list of rows"),
    ("rows that fail when they are read", lambda: forward(NETWORK, broken_rows()), ShapeError,
     "X cannot be read: ZeroDivisionError: division by zero"),
]


@each(ROWS)
def test_rows_that_do_not_make_a_matrix_are_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


ENTRIES: List[Case] = [
    ("text", inputs([[1, "2"]]), NumberError, f"entry 2 of row 1 of X is '2': {NOT_A_NUMBER}"),
    ("bytes", inputs([[1, b"2"]]), NumberError, f"entry 2 of row 1 of X is b'2': {NOT_A_NUMBER}"),
    ("a boolean", inputs([[1, 2], [True, 4]]), NumberError, f"entry 1 of row 2 of X is True: {NOT_A_NUMBER}"),
    ("None", inputs([[None, 2]]), NumberError,
     "entry 1 of row 1 of X is None: a number is needed here (int or float)"),
    ("masked", inputs([[MaskedConstant(), 2]]), NumberError,
     "entry 1 of row 1 of X is <masked>: it is masked, but a number is needed here"),
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
    ("a learning rate so small that it is 0", training(learning_rate=Fraction(1, 10**400)), SettingError,
     "the learning rate is Fraction(1, 1000000000000000000000000..., but must be a number above 0, such as 0.01"),
    ("a learning rate that is NaN at the first look", lambda: training(learning_rate=Number(NAN, 0.1))(), SettingError,
     "but must be a number above 0, such as 0.01"),
    ("a learning rate too large to be shown", training(learning_rate=10**5000), SettingError,
     "the learning rate is a value of type int that cannot be shown, but must be a number above 0, such as 0.01"),
    ("learning rate 0, before anything runs", lambda: gradient_descent(NETWORK, X, Y, 0, 1), SettingError,
     "the learning rate is 0, but must be a number above 0, such as 0.01"),
    ("epochs that cannot even be shown",
     lambda: gradient_descent(NETWORK, X, Y, 0.1, Broken()), SettingError,  # type: ignore[arg-type]
     "epochs is a value of type Broken that cannot be shown, but must be a whole number, 0 or more"),
    ("epochs text", training(epochs="3"), SettingError, "epochs is '3', but must be a whole number, 0 or more"),
    ("negative epochs, very many", lambda: gradient_descent(NETWORK, X, Y, 0.1, -(10**5000)), SettingError,
     "epochs is a value of type int that cannot be shown, but must be a whole number, 0 or more"),
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
    ("the class instead of a stream", training(rng=RandomNumbers), SettingError,
     "but must be a stream of random numbers, such as RandomNumbers(7)"),
]


@each(SETTINGS)
def test_settings_out_of_range_are_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


ERRORS = [ShapeError, NumberError, SettingError, DivergenceError, WorkerError, TableError, ColumnError]


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_is_a_value_error_without_an_init_of_its_own(error: Type[Exception]) -> None:
    assert issubclass(error, ValueError)
    assert "__init__" not in vars(error)


def bytes_of(given: Any) -> Any:
    """Bytes where the given is text, as a single name may be given as text; everything else as it is."""
    return given.encode() if isinstance(given, str) else given


TWO_INPUTS = Network(Layer([[1, 2]], [0]))
NO_LISTS: Dict[str, Callable[[], Any]] = {
    "text": lambda: "ab",
    "bytes": lambda: b"ab",
    "a set": lambda: {"a", "b"},
    "a frozenset": lambda: frozenset("ab"),
    "the keys of a dict": lambda: {"a": 1, "b": 2}.keys(),
    "a dict": lambda: {"a": 1, "b": 2},
    "a number": lambda: 2,
    "a generator that fails": lambda: map({"b": 1}.__getitem__, "ab"),
}
LISTS: Dict[str, Tuple[Callable[[Any], Any], Type[Exception]]] = {
    "a list": (lambda given: as_list(given, "x", "a list"), ShapeError),
    "a list with an error of its own": (lambda given: as_list(given, "x", "a list", TableError), TableError),
    "feature names": (lambda given: Table([[1, 2]], [[3]], bytes_of(given), "y"), ColumnError),
    "labels": (one_hot, ShapeError),
    "classes": (lambda given: one_hot(["3"], given), ShapeError),
    "rows of cells": (lambda given: table_from_cells(["x", "y"], given, "y"), TableError),
    "a row of cells": (lambda given: table_from_cells(["x", "y"], [given], "y"), TableError),
    "names in a drawing": (lambda given: network_text(TWO_INPUTS, input_names=given), ShapeError),
    "names on a page": (lambda given: PageNames(TWO_INPUTS, 1, inputs=given), ShapeError),
}


def test_a_list_is_taken_as_it_is_and_anything_else_is_copied() -> None:
    given, pair = [1, 2], (1, 2)
    assert as_list(given, "x", "a list") is given
    assert as_list(pair, "x", "a list") == given


def test_for_a_single_number_no_single_row_is_suggested() -> None:
    with pytest.raises(ShapeError, match=r"must be a list of rows: \[\[1.5\]\]$"):
        as_matrix([1.5], "X")  # type: ignore[list-item]


@pytest.mark.parametrize("made", NO_LISTS.values(), ids=list(NO_LISTS))
@pytest.mark.parametrize("call, error", LISTS.values(), ids=list(LISTS))
def test_what_has_no_order_or_cannot_be_read_is_no_list(
    call: Callable[[Any], Any], error: Type[Exception], made: Callable[[], Any]
) -> None:
    with pytest.raises(error, match="must be a list|cannot be read: KeyError: 'a'") as caught:
        call(made())
    assert type(caught.value) is error


@pytest.mark.parametrize("call, error", LISTS.values(), ids=list(LISTS))
def test_an_array_of_text_is_a_list(call: Callable[[Any], Any], error: Type[Exception]) -> None:
    numpy = numpy_or_missing()
    values: Any = [["1", "2"]] if call is LISTS["rows of cells"][0] else ["3", "4"]
    call(numpy.array(values))


def test_names_in_an_array_become_text_of_python() -> None:
    numpy = numpy_or_missing()
    assert [type(name) for name in Table([[1, 2]], [[3]], numpy.array(["a", "b"]), "y").feature_names] == [str, str]


def test_a_list_is_copied_not_kept() -> None:
    row = [1.0, 2.0]
    assert as_vector(row, "x") == row and as_vector(row, "x") is not row
    assert as_matrix([row], "X")[0] is not row


class Count:
    """A whole number of another library, such as NumPy's int64."""

    def __init__(self, *numbers: int) -> None:
        self.numbers = list(numbers)

    def __index__(self) -> int:
        return self.numbers.pop(0)


def test_each_number_is_converted_once() -> None:
    assert as_number(Number(0.5, NAN), "x") == 0.5  # type: ignore[arg-type]
    assert as_vector([Number(0.5, NAN), 1], "x") == [0.5, 1.0]  # type: ignore[list-item]
    assert whole_number(Count(3, -1), "epochs", at_least=0) == 3  # type: ignore[arg-type]


def test_a_number_of_another_library_becomes_a_plain_one() -> None:
    assert type(whole_number(Count(3), "epochs", at_least=0)) is int  # type: ignore[arg-type]
    assert as_vector([Fraction(1, 2), Count(2), Decimal("0.5")], "x") == [0.5, 2.0, 0.5]  # type: ignore[list-item]
    assert [type(entry) for entry in as_vector([Fraction(1, 2), Count(2)], "x")] == [float, float]  # type: ignore


class TrueTensor:
    """True in an array without dimensions, which some libraries would take for the whole number 1."""

    ndim = 0

    def item(self) -> bool:
        return True

    def __index__(self) -> int:
        return 1


def test_true_is_no_whole_number_in_an_array_either() -> None:
    with pytest.raises(SettingError, match="epochs is .*, but must be a whole number, 0 or more"):
        whole_number(TrueTensor(), "epochs", at_least=0)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [2.5, True, None])
def test_an_index_that_is_no_whole_number_is_refused(number: Any) -> None:
    with pytest.raises(SettingError, match="epochs is .*, but must be a whole number, 0 or more"):
        whole_number(Count(number), "epochs", at_least=0)  # type: ignore[arg-type]


def test_what_has_an_order_is_a_row() -> None:
    rows = [range(1, 3), iter([1, 2]), (n for n in (1, 2)), {1: 1, 2: 2}.values(), map(int, "12")]
    assert as_matrix(rows, "X") == [[1.0, 2.0]] * 5


def test_everything_can_be_shown() -> None:
    if sys.platform != "emscripten":  # there a list that deep ends Python itself
        assert shown(nested(100000)) == "a value of type list that cannot be shown"
    assert shown(10**5000) == "a value of type int that cannot be shown"
    assert shown(Broken()) == "a value of type Broken that cannot be shown"


@pytest.mark.parametrize("name, expected", [
    ("x1", "x1"), ("2019", "2019"), ("net_income.log-2", "net_income.log-2"), ("größe", "größe"),
    ("a/b", "'a/b'"), ("", "''"), ("a" * 40, "a" * 40), ("a" * 41, "'" + "a" * 36 + "..."),
])
def test_a_name_is_quoted_unless_it_is_one_word_of_up_to_40_characters(name: str, expected: str) -> None:
    assert quoted(name) == expected


@pytest.mark.parametrize("length, expected", [(38, "'" + "a" * 38 + "'"), (39, "'" + "a" * 36 + "...")])
def test_what_is_longer_than_40_characters_is_cut_off(length: int, expected: str) -> None:
    assert shown("a" * length) == expected


@pytest.mark.parametrize("thing, plural", [("row", "2 rows"), ("bias", "2 biases"), ("class", "2 classes")])
def test_things_are_counted_in_the_plural(thing: str, plural: str) -> None:
    assert (counted(1, thing), counted(2, thing), counted(0, thing)) == (f"1 {thing}", plural, plural.replace("2", "0"))


@pytest.mark.parametrize("entry, shown_as", [
    ("1", "'1'"), (None, "None"), (1j, "1j"), (NAN, "nan"), (10**400, "100000000000"),
    (10**5000, "a value of type int"),
], ids=range(6))
def test_what_a_function_of_one_s_own_returned_is_named_whatever_it_is(entry: Any, shown_as: str) -> None:
    with pytest.raises(NumberError, match=f"entry 2 of row 1 of Z of layer 1 is {shown_as}"):
        check_finite("layer 1", [("Z", [[1.0, entry]])])


def test_an_error_in_a_conversion_is_said_in_our_words() -> None:
    with pytest.raises(NumberError, match=r"x is .*: a number is needed here \(int or float\)"):
        as_number(Broken(), "x")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="the title cannot be converted to text: it is a value of type Broken"):
        as_text(Broken(), "the title")
