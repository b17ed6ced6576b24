"""Classification: the target is one of several classes, and Y has one column for each.

Y is *one-hot*: in each row a 1 in the column of the row's class, and 0 in the others. The network has one output for
each class, and predicts the class with the largest. Two classes may also be the 0 and the 1 of a single column.
"""

from .costs import as_same_shape
from .linalg import Matrix, NumberError, Rows
from .validation import SettingError, as_list, as_number, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence

    Label = str | float
    Labels = Sequence[Label]  # all of them text, or all whole numbers
else:
    Label = Labels = object


def one_hot(labels: Labels, classes: "Labels | None" = None) -> Matrix:
    """Return a table with a row for each label and a column for each class: 1 where the label is the class, else 0.

    Labels are texts, or whole numbers. The classes are the different labels in sorted order, or those that are given,
    in that order. ShapeError if there are no labels; NumberError if one is neither text nor a whole number, or if they
    are of both kinds; SettingError if a label is not among the classes.

    >>> one_hot(["cat", "dog", "cat"])
    [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]
    >>> one_hot([2, 0], classes=[0, 1, 2])
    [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]
    """
    checked = _as_labels(labels, "the labels", "label")
    columns = sorted(set(checked)) if classes is None else _as_labels(classes, "the classes", "class")
    for column in columns:
        if columns.count(column) > 1:
            number = columns.count(column)
            raise SettingError(f"the class {shown(column)} is given {number} times: name each class once")
    for number, label in enumerate(checked, 1):
        if label not in columns:
            raise SettingError(f"label {number} is {shown(label)}, which is none of the classes: {shown(columns)}")
    return [[1.0 if label == column else 0.0 for column in columns] for label in checked]


def confusion_counts(Y: Rows, A: Rows) -> "list[list[int]]":
    """counts[j][k] = how many examples of class j were predicted to be of class k, counted from 0.

    Y and A are tables as in `accuracy`. What is on the diagonal was predicted correctly.

    >>> confusion_counts([[1, 0], [1, 0], [0, 1]], [[0.9, 0.1], [0.2, 0.8], [0.3, 0.7]])
    [[1, 1], [0, 1]]
    """
    targets, predictions = as_same_shape(Y, A)
    num_classes = max(len(targets[0]), 2)
    counts = [[0] * num_classes for _ in range(num_classes)]
    actual, predicted = actual_and_predicted(targets, predictions)
    for j, k in zip(actual, predicted):
        counts[j][k] += 1
    return counts


def actual_and_predicted(Y: Rows, A: Rows) -> "tuple[list[int], list[int]]":
    """Return two lists with a class for each example, counted from 0: the actual ones and the predicted ones.

    The predicted class is the column with the largest entry, the first of them if several are equally large. With a
    single column it is 1 if a ≥ 0.5, else 0. ShapeError or NumberError if Y is not a table of such targets or A has
    another shape.

    >>> actual_and_predicted([[1, 0, 0], [0, 0, 1]], [[2.5, 2.5, -1], [0, 3, 1]])
    ([0, 2], [0, 1])
    >>> actual_and_predicted([[0], [1]], [[0.5], [0.8]])
    ([0, 1], [1, 1])
    """
    targets, predictions = as_same_shape(Y, A)
    check_one_hot(targets)
    if len(targets[0]) == 1:
        return [int(y[0]) for y in targets], [1 if a[0] >= 0.5 else 0 for a in predictions]
    return [y.index(1.0) for y in targets], [a.index(max(a)) for a in predictions]


def check_one_hot(Y: Matrix) -> None:
    """NumberError if Y is not one-hot; with a single column, if its entries are not 0 or 1.

    >>> check_one_hot([[1.0, 0.0], [0.0, 1.0]])
    """
    for number, y in enumerate(Y, 1):
        if any([entry not in (0.0, 1.0) for entry in y]) or (len(y) > 1 and sum(y) != 1.0):
            wanted = "0 or 1" if len(y) == 1 else "one-hot: a single 1, and 0 elsewhere (one_hot makes such rows)"
            raise NumberError(f"row {number} of Y is {shown(y)}, but the target of a classification must be {wanted}")


def _as_labels(labels: Labels, name: str, kind: str) -> "list[Label]":
    """A new list of texts or of whole numbers."""
    given = as_list(labels, name, "a list, such as ['cat', 'dog'] or [0, 1]")
    are_texts = isinstance(given[0], str)
    checked: "list[Label]" = []
    for number, label in enumerate(given, 1):
        if isinstance(label, str) != are_texts:
            raise NumberError(
                f"{kind} 1 is {shown(given[0])} and {kind} {number} is {shown(label)}: "
                "they must be all text or all whole numbers"
            )
        checked.append(label if isinstance(label, str) else _whole(label, f"{kind} {number}"))
    return checked


def _whole(label: float, name: str) -> int:
    """The label as an int: 2.0 and a whole number of NumPy are the label 2."""
    number = as_number(label, name)
    if number != int(number):
        raise NumberError(f"{name} is {shown(label)}, but must be text or a whole number")
    return label if isinstance(label, int) else int(number)
