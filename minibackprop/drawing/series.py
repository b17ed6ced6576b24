"""A series: numbers x and y under one name, drawn as a curve, a path or points; and the axes that series need."""

from ..linalg import Numbers, ShapeError, Vector
from ..validation import SettingError, as_number, as_text, as_vector, counted
from .axes import Axis, linear_axis

TYPE_CHECKING = False
if TYPE_CHECKING:
    Range = tuple[float, float]
    Axes = tuple[Axis, Axis]
else:
    Range = Axes = tuple

CURVE, PATH, POINTS = "curve", "path", "points"


class Series:
    """The points (x, y) under one name: points, a curve that joins them, or a path, which shows them and joins them.

    ShapeError if there are not as many x as y; NumberError if one is not a finite number; SettingError if a curve does
    not go from left to right.

    >>> Series("C", [0, 1], [4, 1], CURVE)
    Series('C', 2 points)
    """

    def __init__(self, name: str, xs: Numbers, ys: Numbers, kind: str) -> None:
        self.name = as_text(name, "the name")
        self.xs = as_vector(xs, "xs")
        self.ys = as_vector(ys, "ys")
        self.kind = kind
        if len(self.xs) != len(self.ys):
            raise ShapeError(f"xs has length {len(self.xs)}, but ys has length {len(self.ys)}: each x needs a y")
        if kind == CURVE and (len(self.xs) < 2 or self.xs != sorted(set(self.xs))):
            raise SettingError("a curve needs two or more points, from left to right: use path to go back and forth")

    def __repr__(self) -> str:
        return f"Series('{self.name}', {counted(len(self.xs), 'point')})"

    def copy(self) -> "Series":
        """The same series, with lists of its own.

        >>> Series("C", [0, 1], [4, 1], CURVE).copy()
        Series('C', 2 points)
        """
        return Series(self.name, self.xs, self.ys, self.kind)

    def is_like(self, other: "Series") -> bool:
        """Whether the other one has the same name and draws the same.

        >>> curve = Series("C", [0, 1], [4, 1], CURVE)
        >>> curve.is_like(curve.copy()), curve.is_like(Series("C", [0, 1], [4, 1], PATH))
        (True, False)
        """
        return (self.name, self.kind, self.xs, self.ys) == (other.name, other.kind, other.xs, other.ys)

    def y_at(self, x: float) -> "float | None":
        """The height of the curve at x, on the straight line between its points; None where it has none.

        >>> curve = Series("C", [0, 2], [4, 0], CURVE)
        >>> curve.y_at(0.5), curve.y_at(3)
        (3.0, None)
        """
        for left, right, low, high in zip(self.xs, self.xs[1:], self.ys, self.ys[1:]):
            if left <= x <= right:
                span = right / 2 - left / 2  # in halves: right − left can be too large for a float
                share = (x / 2 - left / 2) / span if span > 0 else 0.0
                return low * (1.0 - share) + high * share
        return None


def axes_of(series: "list[Series]", y_range: "Range | None") -> "Axes":
    """The horizontal and the vertical axis that show all points, or with `y_range` those between two heights.

    ShapeError if there is nothing to show.

    >>> axes_of([Series("C", [0, 4], [1, 9], CURVE)], None)
    (Axis(0, 1, 2, 3, 4), Axis(0, 2, 4, 6, 8, 10))
    """
    xs = [x for each in series for x in each.xs]
    ys = [y for each in series for y in each.ys]
    if not xs:
        raise ShapeError("there is nothing to draw: call curve or points first")
    x_ticks = linear_axis(min(xs), max(xs))
    low, high = (min(xs), max(xs)) if min(xs) < max(xs) else (x_ticks.low, x_ticks.high)
    x_axis = Axis(low, high, [tick for tick in x_ticks.ticks if low <= tick <= high])
    return x_axis, linear_axis(min(ys), max(ys)) if y_range is None else linear_axis(y_range[0], y_range[1])


def checked_range(y_range: object) -> "Range | None":
    """Return the range as two floats, or None; SettingError unless it is two numbers, the lower one first.

    >>> checked_range((0, 10)), checked_range(None)
    ((0.0, 10.0), None)
    """
    if y_range is None:
        return None
    if not isinstance(y_range, (tuple, list)) or len(y_range) != 2:
        raise SettingError("y_range must be two numbers, the lower one first, such as (0, 10)")
    low, high = as_number(y_range[0], "the lower end"), as_number(y_range[1], "the upper end")
    if not low < high:
        raise SettingError(f"y_range goes from {low:g} to {high:g}: give the lower number first")
    return low, high


def start_end_and_range(values: Vector) -> str:
    """Where a series starts and ends, in words, for those who cannot see it.

    >>> start_end_and_range([3.0, 1.0, 2.0])
    'from 3 to 2, between 1 and 3'
    """
    return f"from {values[0]:.4g} to {values[-1]:.4g}, between {min(values):.4g} and {max(values):.4g}"
