"""What a learner predicted, beside what the code worked out."""

import math
import re
from typing import List, Optional, Union

Prediction = Union[float, str]

CLOSE = 0.1  # a number that is off by up to a tenth is close
ROUNDING = 1e-9
THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")  # with commas, as in 91,000; elsewhere a comma is a point


def as_prediction(text: str, options: List[str]) -> Optional[Prediction]:
    """Return what was typed as one of the options or, if there are none, as a number; None if it is neither.

    An option can be given by its number or by the way it begins.

    >>> as_prediction("2", ["smaller", "larger"]), as_prediction("L", ["smaller", "larger"])
    ('larger', 'larger')
    >>> as_prediction("1/4", []), as_prediction("−0,5", []), as_prediction("91,000", []), as_prediction("no idea", [])
    (0.25, -0.5, 91000.0, None)
    """
    text = text.strip().lower()
    if options:
        numbers = [str(number) for number in range(1, len(options) + 1)]
        if text in numbers:
            return options[numbers.index(text)]
        begun = [option for option in options if text and option.lower().startswith(text)]
        return begun[0] if len(begun) == 1 else None
    text = text.replace("−", "-")
    if THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    top, slash, bottom = text.replace(",", ".").partition("/")
    try:
        number = float(top) / float(bottom) if slash else float(top)
    except (ValueError, ZeroDivisionError):
        return None
    return number if math.isfinite(number) else None


def shown_answer(answer: Prediction) -> str:
    """The answer as text.

    >>> shown_answer("larger"), shown_answer(0.65750000001)
    ('larger', '0.6575')
    """
    return answer if isinstance(answer, str) else f"{answer + 0:.4g}".replace("-", "−")


def verdict(prediction: Prediction, answer: Prediction) -> str:
    """Say whether the prediction was right; a number also counts as close if it is off by up to a tenth.

    >>> verdict("larger", "smaller"), verdict(11, 11.0), verdict(10.5, 11.0)
    ('Not this time: it is "smaller".', 'Right.', 'Close: it is 11.')
    """
    if isinstance(answer, str) or isinstance(prediction, str):
        return "Right." if prediction == answer else f'Not this time: it is "{answer}".'
    if shown_answer(prediction) == shown_answer(answer):
        return "Right."
    is_close = abs(prediction - answer) <= (CLOSE + ROUNDING) * abs(answer)
    return f"{'Close' if is_close else 'Not this time'}: it is {shown_answer(answer)}."
