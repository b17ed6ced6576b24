"""Lists of numbers that are hard to draw: huge, tiny, equal, nearly equal, and of very different sizes."""

import pytest

from minibackprop.drawing.axes import LARGEST

each_list_of_numbers = pytest.mark.parametrize("values", [
    [1e300], [5e-324], [-3], [0, 0], [LARGEST, -LARGEST], [1e16, 1e16 + 2], [1e300, 1e-300], [7] * 9,
], ids=str)
