"""The learning curve as a picture: the cost after each epoch, on the training examples and on held-out ones."""

from ..linalg import Numbers, Vector
from ..validation import counted, whole_number
from .axes import cost_axis, counting_axis
from .chart_frame import ChartFrame, margin_of
from .curve_costs import checked_costs
from .svg import BLUE, DASHES, ORANGE, Attributes, Points, circle, drawing, label, polyline, short, text_width

NAME_SIZE = 13.0


def cost_svg(
    costs: Numbers,
    held_out_costs: Numbers = (),
    log: bool = False,
    width: int = 520,
    height: int = 300,
    title: str = "The cost after each epoch",
) -> str:
    """Draw the costs after the epochs 0, 1, 2, …: training in solid blue, held-out in dashed orange, both labelled.

    A TrainingResult has both. With `log` the axis is logarithmic: equal ratios are equally far apart, and costs of 0
    or below are left out. ShapeError if there are no costs; NumberError if one is not a finite number; SettingError if
    the drawing is smaller than 240 by 160.

    >>> svg = cost_svg([4.0, 2.0, 1.0], held_out_costs=[5.0, 3.0, 2.5])
    >>> svg.count("<polyline"), ">training 1<" in svg, ">held-out 2.5<" in svg
    (2, True, True)
    """
    training, held_out = checked_costs(costs, held_out_costs)
    whole_number(width, "the width", at_least=240)
    whole_number(height, "the height", at_least=160)
    names = ["training " + short(training[-1])] + (["held-out " + short(held_out[-1])] if held_out else [])

    y_axis = cost_axis(training + held_out, log)
    x_axis = counting_axis(max(len(training), len(held_out)) - 1)
    right = max([text_width(name, NAME_SIZE) for name in names]) + 14
    frame = ChartFrame(x_axis, y_axis, width - margin_of(y_axis) - right, height - 88.0)
    shapes = frame.axes("epoch", "cost" + (" (log axis)" if log else ""))

    curves = [(training, BLUE, "none"), (held_out, ORANGE, DASHES)]
    ends = []
    for values, colour, dashes in curves:
        runs = frame.points(list(range(len(values))), values)
        shapes += _curve(runs, colour, dashes, 2 * width)
        if values:
            ends.append(runs[-1][-1][1] if runs else frame.top + frame.height)
    for y, name in zip(_moved_apart(ends), names):
        shapes.append(label(width - right + 9, y + 4, name, "start", [("font-size", NAME_SIZE)]))
    return drawing(width, height, title, _description(training, held_out, log), shapes)


def thinned(points: Points, most: int) -> Points:
    """The points or, if there are more than twice `most`, about `most` of them: the lowest and highest of each section.

    >>> thinned([(0.0, 5.0), (1.0, 9.0), (2.0, 1.0), (3.0, 4.0)], most=2)
    [(0.0, 5.0), (1.0, 9.0), (2.0, 1.0), (3.0, 4.0)]
    >>> len(thinned([(float(x), 0.0) for x in range(10000)], most=1000))
    501
    """
    if len(points) <= 2 * most:
        return points
    kept: Points = []
    size = -(-2 * len(points) // most)  # of each `size` points in a row, keep the lowest and the highest
    for start in range(0, len(points), size):
        piece = points[start : start + size]
        heights = [y for _, y in piece]
        for place in sorted([heights.index(min(heights)), heights.index(max(heights))]):
            if not kept or piece[place] != kept[-1]:
                kept.append(piece[place])
    return kept + points[-1:]


def _curve(runs: "list[Points]", colour: str, dashes: str, most_points: int) -> "list[str]":
    """A line and a dot at its end for each run of points."""
    look: Attributes = [("stroke", colour), ("stroke-width", 2.5), ("stroke-dasharray", dashes)]
    shapes = []
    for run in runs:
        shapes.append(polyline(thinned(run, most_points), look + [("stroke-linejoin", "round")]))
        shapes.append(circle(run[-1][0], run[-1][1], 3.5, [("fill", colour)]))
    return shapes


def _moved_apart(heights: "list[float]") -> "list[float]":
    """The heights of one or two labels, moved where they would overlap."""
    if len(heights) < 2 or abs(heights[0] - heights[1]) >= 17.0:
        return heights
    middle = (heights[0] + heights[1]) / 2
    return [middle + 8.5, middle - 8.5] if heights[0] > heights[1] else [middle - 8.5, middle + 8.5]


def _description(training: Vector, held_out: Vector, log: bool) -> str:
    """Where the curves start and end, their lowest points, and what is left out."""
    text = ""
    for name, values in (("training", training), ("held-out", held_out)):
        if values:
            lowest = min(values)
            text += (
                f"The {name} cost goes from {values[0]:.4g} in epoch 0 to {values[-1]:.4g} in epoch {len(values) - 1}; "
                f"the lowest is {lowest:.4g}, in epoch {values.index(lowest)}. "
            )
    missing = len([value for value in training + held_out if value <= 0])
    if log and missing:
        text += f"Left out: {counted(missing, 'cost')} of 0 or below, which a log axis cannot show. "
    return text.rstrip()
