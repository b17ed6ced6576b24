"""A plot: curves and points over two axes, put together step by step, that is a picture or text."""

from ..linalg import Numbers
from ..validation import as_text
from .axes import Axis
from .plot_svg import plot_svg
from .plot_text import plot_text
from .series import CURVE, PATH, POINTS, Series, axes_of, checked_range

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .series import Axes, Range


class Plot:
    """Curves and points over two axes. `print` shows it as text, a notebook as a picture.

    `x_name` and `y_name` say what the axes show, and `title` what is to be seen. With `y_range`, two numbers, only what
    is between these heights is drawn.

    >>> plot = Plot("w", "C")
    >>> plot.curve("the cost", [0, 1, 2], [1, 0, 1])
    >>> plot.points("here", [1], [0])
    >>> print(plot.text(width=24, height=3))
    C
      1 |***             ***
    0.5 |   ****     ****
      0 |       **o**
        +-------------------
         0                 2
         w    * the cost   o here
    """

    def __init__(self, x_name: str, y_name: str, title: str = "", y_range: "Range | None" = None) -> None:
        self.x_name = as_text(x_name, "x_name")
        self.y_name = as_text(y_name, "y_name")
        self.title = as_text(title, "the title")
        self.y_range = checked_range(y_range)
        self.series: "list[Series]" = []
        self.given_axes: "Axes | None" = None

    def __repr__(self) -> str:
        return f"Plot('{self.x_name}', '{self.y_name}', {len(self.series)} series)"

    def __str__(self) -> str:
        return self.text()

    def curve(self, name: str, xs: Numbers, ys: Numbers) -> None:
        """Add a curve through the points (x, y), from left to right.

        ShapeError if there are not as many x as y; NumberError if one is not a finite number; SettingError if there are
        fewer than two, or if they do not go from left to right.

        >>> plot = Plot("z", "a")
        >>> plot.curve("relu", [-1, 0, 1], [0, 0, 1])
        >>> plot
        Plot('z', 'a', 1 series)
        """
        self.series.append(Series(name, xs, ys, CURVE))

    def points(self, name: str, xs: Numbers, ys: Numbers) -> None:
        """Add points (x, y). Errors are those of `curve`.

        >>> plot = Plot("z", "a")
        >>> plot.points("here", [-1], [0])
        >>> plot
        Plot('z', 'a', 1 series)
        """
        self.series.append(Series(name, xs, ys, POINTS))

    def path(self, name: str, xs: Numbers, ys: Numbers) -> None:
        """Add points (x, y) and the way from each to the next, which may go back and forth. Errors: as in `curve`.

        >>> plot = Plot("w", "C")
        >>> plot.path("steps", [4, 1, 2], [9, 1, 0])
        >>> plot
        Plot('w', 'C', 1 series)
        """
        self.series.append(Series(name, xs, ys, PATH))

    def axes(self) -> "Axes":
        """The horizontal and the vertical axis. ShapeError if there is nothing to draw yet.

        >>> plot = Plot("w", "C", y_range=(0, 4))
        >>> plot.points("here", [-1, 1], [0, 9])
        >>> plot.axes()
        (Axis(-1, -0.5, 0, 0.5, 1), Axis(0, 1, 2, 3, 4))
        """
        return axes_of(self.series, self.y_range) if self.given_axes is None else self.given_axes

    def with_axes(self, axes: "Axes") -> "Plot":
        """A plot like this one with axes from elsewhere, so that it can be compared with other plots.

        What they have no room for is left out. TypeError unless they are a plot's axes.

        >>> plot, other = Plot("w", "C"), Plot("w", "C")
        >>> plot.points("here", [1], [1])
        >>> other.points("here", [0, 4], [0, 8])
        >>> plot.with_axes(other.axes()).axes()
        (Axis(0, 1, 2, 3, 4), Axis(0, 2, 4, 6, 8))
        """
        if not isinstance(axes, tuple) or [axis for axis in axes if not isinstance(axis, Axis)] or len(axes) != 2:
            raise TypeError("axes must be what the method axes of a plot returns")
        plot = Plot(self.x_name, self.y_name, self.title, self.y_range)
        plot.series = [each.copy() for each in self.series]
        plot.given_axes = axes
        return plot

    def text(self, width: int = 60, height: int = 12, ascii_only: bool = True) -> str:
        """The plot as text, `width` characters wide; SettingError if it is less than 20 wide or 2 high.

        >>> plot = Plot("w", "C")
        >>> plot.points("here", [0], [1])
        >>> plot.text(width=20)[:1]
        'C'
        """
        x_axis, y_axis = self.axes()
        return plot_text(
            self.series, x_axis, y_axis, self.x_name, self.y_name, self.title, width, height, ascii_only
        )

    def svg(self) -> str:
        """The plot as a picture.

        >>> plot = Plot("w", "C")
        >>> plot.points("here", [0], [1])
        >>> plot.svg()[:4]
        '<svg'
        """
        x_axis, y_axis = self.axes()
        return plot_svg(self.series, x_axis, y_axis, self.x_name, self.y_name, self.title)

    def _repr_svg_(self) -> str:
        return self.svg()
