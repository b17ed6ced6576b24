"""Classification: one-hot targets, accuracy and confusion counts, worked out by hand; and other targets refused."""

from typing import List, Type

from minibackprop import NumberError, SettingError, ShapeError, accuracy, one_hot
from minibackprop.classification import confusion_counts

from ..support.bad_input import NAN, Call, Case, check_error, each
from ..support.optional import numpy_or_missing

Y = one_hot(["a", "b", "c", "a", "b"])
LOGITS = [[3.0, -1.0, -2.0], [0.5, 0.5, 0.4], [-9.0, -8.0, -7.0], [1.0, 2.0, 1.5], [0.0, 1.0, 0.0]]


def test_one_hot_has_a_column_for_each_class_in_sorted_order() -> None:
    assert one_hot(["b", "c", "b", "a"]) == [[0, 1, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0]]
    assert one_hot([10, 9, 10]) == [[0, 1], [1, 0], [0, 1]]  # by size: as text, 10 would come before 9
    assert one_hot(("x",)) == [[1]]
    assert all(type(entry) is float for row in one_hot([0, 1]) for entry in row)


def test_one_hot_takes_given_classes_in_their_order_even_if_no_label_is_of_one() -> None:
    assert one_hot(["b", "a"], classes=["b", "c", "a"]) == [[1, 0, 0], [0, 0, 1]]
    assert one_hot([1.0, 3], classes=(3, 2, 1)) == [[0, 0, 1], [1, 0, 0]]


def test_large_whole_numbers_are_different_labels() -> None:
    assert one_hot([2**53, 2**53 + 1]) == [[1, 0], [0, 1]]


def test_labels_may_be_an_array() -> None:
    numpy = numpy_or_missing()
    assert one_hot(numpy.array([2, 0, 2])) == one_hot(numpy.array(["b", "a", "b"])) == [[0, 1], [1, 0], [0, 1]]


def test_the_predicted_class_is_the_first_of_the_largest_entries() -> None:
    """Row 2 is a tie of a and b, row 4 is wrong; the entries may be of any sign."""
    assert accuracy(Y, LOGITS) == 3 / 5
    assert confusion_counts(Y, LOGITS) == [[1, 1, 0], [1, 1, 0], [0, 0, 1]]


def test_a_single_column_is_class_1_from_one_half_on() -> None:
    targets, predictions = [[0], [0], [1], [1], [1]], [[0.49999], [0.5], [0.5], [7.0], [-3.0]]
    assert accuracy(targets, predictions) == 3 / 5
    assert confusion_counts(targets, predictions) == [[1, 1], [1, 2]]


def test_rows_of_counts_are_actual_classes_and_a_class_without_examples_has_a_row_too() -> None:
    assert confusion_counts([[1, 0, 0], [1, 0, 0]], [[0, 0, 1], [1, 0, 0]]) == [[1, 0, 1], [0, 0, 0], [0, 0, 0]]
    assert confusion_counts([[0]], [[0]]) == [[1, 0], [0, 0]]


CASES: List[Case] = [
    ("no labels", lambda: one_hot([]), ShapeError,
     "the labels must be a list, such as ['cat', 'dog'] or [0, 1], but this is []"),
    ("a single text", lambda: one_hot("cat"), ShapeError, "the labels must be a list"),
    ("labels without an order", lambda: one_hot({"a", "b"}), ShapeError,  # type: ignore[arg-type]
     "the labels must be a list"),
    ("None", lambda: one_hot(None), ShapeError, "the labels must be a list"),  # type: ignore[arg-type]
    ("a mix", lambda: one_hot([1, 2, "two"]), NumberError,
     "label 1 is 1 and label 3 is 'two': they must be all text or all whole numbers"),
    ("the other mix", lambda: one_hot(["two", 2]), NumberError,
     "label 1 is 'two' and label 2 is 2: they must be all text or all whole numbers"),
    ("half a class", lambda: one_hot([1, 1.5]), NumberError, "label 2 is 1.5, but must be text or a whole number"),
    ("not a number", lambda: one_hot([1, NAN]), NumberError, "label 2 is nan"),
    ("a truth value", lambda: one_hot([True, False]), NumberError, "label 1 is True"),
    ("an unknown label", lambda: one_hot(["cat", "cow"], ["cat", "dog"]), SettingError,
     "label 2 is 'cow', which is none of the classes: ['cat', 'dog']"),
    ("a whole number with a point", lambda: one_hot([2.0], [5, 6.0]), SettingError,
     "label 1 is 2, which is none of the classes: [5, 6]"),
    ("labels of the other kind", lambda: one_hot(["1"], [0, 1]), SettingError, "label 1 is '1', which is none of"),
    ("a class twice", lambda: one_hot(["cat"], ["cat", "cat"]), SettingError,
     "the class 'cat' is given 2 times: name each class once"),
    ("no classes", lambda: one_hot(["cat"], []), ShapeError,
     "the classes must be a list, such as ['cat', 'dog'] or [0, 1], but this is []"),
    ("targets between", lambda: accuracy([[0.2, 0.8]], [[0, 1]]), NumberError,
     "row 1 of Y is [0.2, 0.8], but the target of a classification must be one-hot: a single 1, and 0 elsewhere"),
    ("no class", lambda: accuracy([[0, 1], [0, 0]], [[0, 1], [0, 1]]), NumberError, "row 2 of Y is [0.0, 0.0]"),
    ("two classes at once", lambda: confusion_counts([[1, 1]], [[0, 1]]), NumberError, "row 1 of Y is [1.0, 1.0]"),
    ("class numbers", lambda: accuracy([[2]], [[0]]), NumberError,
     "row 1 of Y is [2.0], but the target of a classification must be 0 or 1"),
    ("different shapes", lambda: accuracy([[1, 0]], [[1]]), ShapeError,
     "Y is 1x2 and A is 1x1: they must have the same shape"),
]


@each(CASES)
def test_what_is_no_classification_is_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)
