"""The learning curve: how the cost went from epoch to epoch, on the training examples and on held-out ones."""

from ..validation import as_vector, counted, whole_number
from ..linalg import Numbers, Vector
from .axes import ChartFrame, cost_axis, counting_axis, margin_of
from .svg import BLUE, DASHES, ORANGE, Attributes, Points, circle, drawing, label, polyline, short, text_width


def cost_svg(
    costs: Numbers,
    held_out_costs: Numbers = (),
    log: bool = False,
    width: int = 520,
    height: int = 300,
    title: str = "The cost after each epoch",
) -> str:
    """Draw the costs over their epochs 0, 1, 2, …: training in solid blue, held-out in dashed orange, both named.

    Take them from a TrainingResult. With `log` equal factors are equally far apart; costs of 0 have no place there.
    ShapeError or NumberError if there are no costs, or no finite ones; SettingError if the size is below 240 by 160.

    >>> svg = cost_svg([4.0, 2.0, 1.0], held_out_costs=[5.0, 3.0, 2.5])
    >>> svg.count("<polyline"), ">training 1<" in svg, ">held-out 2.5<" in svg
    (2, True, True)
    """
    training = as_vector(costs, "costs")
    held_out = optional_vector(held_out_costs, "held_out_costs")
    whole_number(width, "the width", at_least=240)
    whole_number(height, "the height", at_least=160)
    curves = [("training", training, BLUE, "none"), ("held-out", held_out, ORANGE, DASHES)]
    names = [name + " " + short(values[-1]) for name, values, _, _ in curves if values]

    y_axis = cost_axis(training + held_out, log)
    right = max([text_width(name, 13.0) for name in names]) + 14
    x_axis = counting_axis(max(len(training), len(held_out)) - 1)
    frame = ChartFrame(x_axis, y_axis, width - margin_of(y_axis) - right, height - 88.0)
    shapes = frame.axes("epoch", "cost" + (" (log axis)" if log else ""))

    label_heights: "list[float]" = []
    for name, values, colour, dashes in curves:
        runs = frame.points([float(epoch) for epoch in range(len(values))], values)
        look: Attributes = [("stroke", colour), ("stroke-width", 2.5), ("stroke-dasharray", dashes)]
        for run in runs:
            shapes.append(polyline(thinned(run, 2 * width), look + [("stroke-linejoin", "round")]))
            shapes.append(circle(run[-1][0], run[-1][1], 3.5, [("fill", colour)]))
        if values:
            label_heights.append(runs[-1][-1][1] if runs else frame.top + frame.height)
    for y, name in zip(_moved_apart(label_heights), names):
        shapes.append(label(width - right + 9, y + 4, name, "start", [("font-size", 13.0)]))
    return drawing(width, height, title, _description(training, held_out, log), shapes)


def thinned(points: Points, most: int) -> Points:
    """Not many more than `most` of the points, and among them the highest and lowest: the curve looks the same.

    >>> thinned([(0.0, 5.0), (1.0, 9.0), (2.0, 1.0), (3.0, 4.0)], most=2)
    [(0.0, 5.0), (1.0, 9.0), (2.0, 1.0), (3.0, 4.0)]
    >>> len(thinned([(float(x), 0.0) for x in range(10000)], most=1000))
    501
    """
    if len(points) <= 2 * most:
        return points
    kept: Points = []
    size = -(-2 * len(points) // most)  # of each so many points in a row, the lowest and the highest are kept
    for start in range(0, len(points), size):
        piece = points[start : start + size]
        heights = [y for _, y in piece]
        for place in sorted([heights.index(min(heights)), heights.index(max(heights))]):
            if not kept or piece[place] != kept[-1]:
                kept.append(piece[place])
    return kept + points[-1:]


def optional_vector(numbers: Numbers, name: str) -> Vector:
    """The numbers as a checked list; empty if there are none.

    >>> optional_vector((), "held_out_costs"), optional_vector((1, 2), "held_out_costs")
    ([], [1.0, 2.0])
    """
    if isinstance(numbers, (list, tuple)) and not numbers:
        return []
    return as_vector(numbers, name)


def _moved_apart(heights: "list[float]") -> "list[float]":
    """The heights of one or two labels, moved where they would overlap."""
    if len(heights) < 2 or abs(heights[0] - heights[1]) >= 17.0:
        return heights
    middle = (heights[0] + heights[1]) / 2
    return [middle + 8.5, middle - 8.5] if heights[0] > heights[1] else [middle - 8.5, middle + 8.5]


def _description(training: Vector, held_out: Vector, log: bool) -> str:
    text = ""
    for name, values in (("training", training), ("held-out", held_out)):
        if values:
            lowest = min(values)
            text += (
                f"The {name} cost goes from {values[0]:.4g} in epoch 0 to {values[-1]:.4g} in epoch {len(values) - 1}; "
                f"its lowest is {lowest:.4g} in epoch {values.index(lowest)}. "
            )
    missing = len([value for value in training + held_out if value <= 0])
    if log and missing:
        text += f"{counted(missing, 'cost')} of 0 or below left out: a log axis has no place for it. "
    return text.rstrip()
