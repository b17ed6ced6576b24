"""A canvas of characters for curves and points: braille dots, two by four to a character, or asterisks."""

from ..validation import whole_number
from .axes import Axis

BRAILLE = 0x2800  # the empty braille character; its eight dots are the bits below, row by row
BRAILLE_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


class TextCanvas:
    """A canvas beside a vertical axis: `width` characters wide including the labels, and `height` lines high.

    `dots_across` and `dots_down` are its numbers of dots. SettingError if it is less than 20 wide or 2 high.
    """

    def __init__(self, width: int, height: int, y_axis: Axis, ascii_only: bool) -> None:
        whole_number(width, "the width", at_least=20)
        whole_number(height, "the height", at_least=2)
        self.y_axis = y_axis
        self.ascii_only = ascii_only
        self.margin = max([len(text) for text in y_axis.labels])
        self.columns = max(width - self.margin - 2, 8)
        self.dots_in_cell = (1, 1) if ascii_only else (2, 4)
        self.dots_across = self.columns * self.dots_in_cell[0]
        self.dots_down = height * self.dots_in_cell[1]
        self._cells = [[0] * self.columns for _ in range(height)]
        self._marks = [[" "] * self.columns for _ in range(height)]

    def row_of(self, value: float) -> int:
        """The row of dots, counted from the top, for a value of the vertical axis.

        >>> TextCanvas(20, 5, Axis(0.0, 4.0, [0.0, 4.0]), ascii_only=True).row_of(3.0)
        1
        """
        return round(self.y_axis.depth(value) * (self.dots_down - 1))

    def dot(self, column: int, row: int) -> None:
        """Draw the dot in this column and row of dots, both counted from the top left.

        >>> canvas = TextCanvas(20, 2, Axis(0.0, 1.0, [0.0]), ascii_only=False)
        >>> canvas.dot(0, 0)
        >>> canvas.dot(3, 3)
        >>> canvas.text("", "")[:9]
        '  │⠁⢀\\n0 │'
        """
        across, down = self.dots_in_cell
        self._cells[row // down][column // across] |= BRAILLE_DOTS[row % down][column % across]

    def mark(self, column: int, row: int, character: str) -> None:
        """Put a character at this column and row of dots. A dot drawn there hides it.

        >>> canvas = TextCanvas(20, 2, Axis(0.0, 1.0, [0.0]), ascii_only=True)
        >>> canvas.mark(2, 0, ".")
        >>> canvas.text("a", "b")[:10]
        '  |  .\\n0 |'
        """
        across, down = self.dots_in_cell
        self._marks[row // down][column // across] = character

    def text(self, x_left: str, x_right: str) -> str:
        """The drawing, with the vertical axis on the left and the horizontal one, with two labels, below.

        >>> print(TextCanvas(20, 2, Axis(0.0, 1.0, [0.0, 1.0]), ascii_only=True).text("0", "9"))
        1 |
        0 |
          +-----------------
           0               9
        """
        down = self.dots_in_cell[1]
        ticks = list(zip(self.y_axis.ticks, self.y_axis.labels))
        label_of_line = {}
        for tick, label in ticks + ticks[:1] + ticks[-1:]:  # where two share a line, the ends of the axis win
            label_of_line[self.row_of(tick) // down] = label
        bar, corner, dash = ("|", "+", "-") if self.ascii_only else ("│", "└", "─")
        lines = []
        for number, (cells, marks) in enumerate(zip(self._cells, self._marks)):
            label = label_of_line.get(number, "")
            drawn = "".join([self._character(dots, mark) for dots, mark in zip(cells, marks)])
            lines.append(" " * (self.margin - len(label)) + label + " " + bar + drawn.rstrip())
        lines.append(" " * (self.margin + 1) + corner + dash * self.columns)
        gap = " " * max(self.columns - len(x_left) - len(x_right), 1)
        lines.append((" " * (self.margin + 2) + x_left + gap + x_right).rstrip())
        return "\n".join(lines)

    def _character(self, dots: int, mark: str) -> str:
        if dots == 0:
            return mark
        return "*" if self.ascii_only else chr(BRAILLE + dots)
