"""How the symbols of formulas are written."""

from minibackprop.drawing.notation import UNICODE


def test_brackets_are_needed_where_digits_would_run_together() -> None:
    assert UNICODE.symbol(("w", 1, 9, 3)) == "w¹₉₃"
    assert UNICODE.symbol(("w", 1, 10, 3)) == "w¹[10,3]"
    assert UNICODE.symbol(("w", 12, 1, 3)) == "w¹²₁₃"  # the layer is written above them
    assert UNICODE.symbol(("C",)) == "C"
