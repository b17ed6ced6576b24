"""What the drawing functions return: text that a notebook, or Python's prompt, shows as the drawing that it is.

Everywhere else it is an ordinary string: it can be printed, written to a file, or put inside other text.
"""


class Picture(str):
    """An SVG that a notebook shows as a picture."""

    def _repr_svg_(self) -> str:
        return str(self)


class TextDrawing(str):
    """A drawing of characters that a notebook, or Python's prompt, shows line by line."""

    def __repr__(self) -> str:
        return str(self)


def picture(svg: str) -> str:
    """The text of an SVG as a Picture.

    >>> picture("<svg/>")._repr_svg_()
    '<svg/>'
    """
    return Picture(svg) if HAS_KINDS_OF_STRINGS else svg


def text_drawing(text: str) -> str:
    """A text of several lines as a TextDrawing.

    >>> text_drawing("one\\ntwo")
    one
    two
    """
    return TextDrawing(text) if HAS_KINDS_OF_STRINGS else text


def _has_kinds_of_strings() -> bool:
    """Whether an object of a subclass of str is fully a string: MicroPython, which has no notebooks, cannot add one."""
    try:
        return "a" + TextDrawing("b") == "ab"
    except TypeError:
        return False


HAS_KINDS_OF_STRINGS = _has_kinds_of_strings()
