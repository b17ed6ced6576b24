"""What the drawing functions return: text that a notebook shows as the drawing that it is.

Everywhere else it is an ordinary string: it can be printed, written to a file, or put inside other text.
"""


class Picture(str):
    """An SVG that a notebook shows as a picture."""

    def _repr_svg_(self) -> str:
        return str(self)


class TextDrawing(str):
    """A drawing of characters that a notebook shows line by line."""

    def _repr_html_(self) -> str:
        return "<pre>" + self.replace("&", "&amp;").replace("<", "&lt;") + "</pre>"


def _kinds_of_strings_are_strings() -> bool:
    try:
        return "a" + TextDrawing("b") == "ab"
    except TypeError:
        return False


if not _kinds_of_strings_are_strings():  # in MicroPython, which has no notebooks
    Picture = TextDrawing = str  # type: ignore[assignment, misc]
