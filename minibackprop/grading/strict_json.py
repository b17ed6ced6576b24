"""JSON that every reader accepts: ASCII, with no NaN and no infinity in it."""

import json
import math
from typing import Dict, Optional


def strict_json(fields: Dict[str, object], indent: Optional[int] = 2) -> str:
    """The fields as a JSON object, with a newline at its end. With `indent` None it is a single line.

    >>> strict_json({"got": "½", "fraction": 0.5}, indent=None)
    '{"got": "\\\\u00bd", "fraction": 0.5}\\n'
    """
    return json.dumps(fields, allow_nan=False, indent=indent) + "\n"


def rounded(number: float) -> float:
    """The number with at most six decimals, or 0 if it is NaN or infinite, which no format can hold.

    >>> rounded(1 / 3), rounded(float("nan"))
    (0.333333, 0.0)
    """
    return round(float(number), 6) if math.isfinite(number) else 0.0
