"""The costs that a learning curve shows: those of the training examples and, if there are any, of held-out ones."""

from ..linalg import Numbers, Vector
from ..validation import as_vector


def checked_costs(costs: Numbers, held_out_costs: Numbers) -> "tuple[Vector, Vector]":
    """Return both as lists of floats; the second may be empty.

    ShapeError if there are no costs; NumberError if one is not a finite number.

    >>> checked_costs([4, 2], ()), checked_costs((4,), (5, 3))
    (([4.0, 2.0], []), ([4.0], [5.0, 3.0]))
    """
    training = as_vector(costs, "costs")
    if isinstance(held_out_costs, (list, tuple)) and not held_out_costs:
        return training, []
    return training, as_vector(held_out_costs, "held_out_costs")
