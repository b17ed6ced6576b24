"""The operations on vectors and matrices: shapes that do not fit are refused with both shapes named."""

import math
from importlib.util import find_spec, module_from_spec
from typing import List, Type

import pytest

from minibackprop import ShapeError, linalg
from minibackprop.linalg import affine, divide, dot, hadamard, matmul, matmul_transposed, plain_dot, transpose

from ..support.bad_input import Call, Case, check_error, each

CASES: List[Case] = [
    ("dot", lambda: linalg.plain_dot([1.0], [1.0, 2.0]), ShapeError,
     "a dot product needs vectors of equal length, but these have lengths 1 and 2"),
    ("matmul", lambda: linalg.matmul([[1.0, 2.0]], [[1.0]]), ShapeError,
     "A · B needs as many columns in A as rows in B, but A is 1x2 and B is 1x1"),
    ("affine", lambda: linalg.affine([[1.0, 2.0]], [[1.0]], [1.0]), ShapeError,
     "W·x + b: W (1x2), columns x of X (1x1) and b (length 1) do not fit"),
    ("affine, too many biases", lambda: linalg.affine([[1.0]], [[1.0]], [1.0, 2.0]), ShapeError,
     "W·x + b: W (1x1), columns x of X (1x1) and b (length 2) do not fit"),
    ("matmul_transposed", lambda: linalg.matmul_transposed([[1.0, 2.0]], [[1.0]]), ShapeError,
     "A · Bᵀ needs as many columns in A as in B, but A is 1x2 and B is 1x1"),
    ("hadamard", lambda: linalg.hadamard([[1.0]], [[1.0, 2.0]]), ShapeError, "A is 1x1 and B is 1x2"),
    ("hadamard, rows", lambda: linalg.hadamard([[1.0]], [[1.0], [2.0]]), ShapeError, "A is 1x1 and B is 2x1"),
    ("subtract", lambda: linalg.subtract([[1.0]], [[1.0], [2.0]]), ShapeError, "A is 1x1 and B is 2x1"),
    ("subtract, columns", lambda: linalg.subtract([[1.0]], [[1.0, 2.0]]), ShapeError, "A is 1x1 and B is 1x2"),
]


@each(CASES)
def test_shapes_that_do_not_fit_are_refused(call: Call, error: Type[Exception], message: str) -> None:
    check_error(call, error, message)


def test_products_agree_with_sums_over_indices() -> None:
    A, B = [[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]], [[2.0, 1.0], [0.0, -3.0], [5.0, 2.5]]
    by_hand = [[sum(A[i][k] * B[k][j] for k in range(3)) for j in range(2)] for i in range(2)]
    assert matmul(A, B) == by_hand == matmul_transposed(A, transpose(B))
    b = [10.0, 20.0]
    assert affine(A, B, b) == [[by_hand[i][j] + b[i] for j in range(2)] for i in range(2)]
    assert hadamard(A, A) == [[entry * entry for entry in row] for row in A]
    assert divide(A, 4) == [[entry / 4 for entry in row] for row in A]


def test_the_fast_dot_product_agrees_with_the_plain_one() -> None:
    v, w = [0.1 * n for n in range(50)], [1.0 / (n + 1) for n in range(50)]
    assert dot(v, w) == pytest.approx(plain_dot(v, w), rel=1e-14)


def test_where_python_has_no_dot_product_built_in_it_is_the_plain_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(math, "sumprod", raising=False)
    spec = find_spec("minibackprop.linalg")
    assert spec is not None and spec.loader is not None
    imported_again = module_from_spec(spec)
    spec.loader.exec_module(imported_again)
    assert imported_again.dot is imported_again.plain_dot
