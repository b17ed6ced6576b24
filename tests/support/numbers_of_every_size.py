"""Numbers that are hard to draw or to keep: huge, tiny, equal, nearly equal, and of very different sizes."""

import math
import struct
from random import Random

import pytest

from minibackprop.drawing.axes import LARGEST

each_list_of_numbers = pytest.mark.parametrize("values", [
    [1e300], [5e-324], [-3], [0, 0], [LARGEST, -LARGEST], [1e16, 1e16 + 2], [1e300, 1e-300], [7] * 9,
], ids=str)
EXTREME = [0.0, -0.0, 5e-324, -5e-324, 2.2250738585072014e-308, 1.7e308, -1.7976931348623157e308, 0.1, 1 / 3, 1e22]


def any_number(rng: Random) -> float:
    """A finite number: about 1, a whole one, an extreme one, or one whose 64 bits are random."""
    bits = struct.unpack("<d", rng.getrandbits(64).to_bytes(8, "little"))[0]
    number: float = rng.choice([rng.uniform(-9, 9), float(rng.randint(-999, 9999)), rng.choice(EXTREME), bits])
    return number if math.isfinite(number) else 0.5
