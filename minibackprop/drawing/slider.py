"""A slider: plots of one and the same thing at different values, of which a web page shows one at a time."""

from ..linalg import ShapeError
from ..validation import SettingError, as_text
from .plot import Plot
from .series import axes_of
from .svg import escape

FEW = 3  # as many plots are shown where nothing can be moved


class Slider:
    """Plots in the order of a value that a reader moves; each plot's title says what is to be seen at its value.

    The lessons' web page shows a slider. Elsewhere, `print` shows the first, the middle and the last plot as text, and
    a notebook shows them as pictures. All have the same axes. ShapeError if there is nothing to show; SettingError
    if their names or ranges differ; TypeError if `plots` is not a list of plots.

    >>> plots = []
    >>> for w in (0, 1, 2):
    ...     plots.append(Plot("w", "C", title=f"w = {w}"))
    ...     plots[-1].points("here", [w], [w * w])
    >>> Slider("the weight", plots)
    Slider('the weight', 3 plots)
    """

    def __init__(self, name: str, plots: "list[Plot]") -> None:
        self.name = as_text(name, "the name")
        if not isinstance(plots, list) or [each for each in plots if not isinstance(each, Plot)]:
            raise TypeError("plots must be a list of plots, such as [Plot('w', 'C')]")
        if not plots or [plot for plot in plots if not plot.series]:
            raise ShapeError("plots is empty, or one of them is: a slider needs plots that show something")
        for plot in plots:
            if (plot.x_name, plot.y_name, plot.y_range) != (plots[0].x_name, plots[0].y_name, plots[0].y_range):
                raise SettingError("the plots of a slider must have the same x_name, y_name and y_range")
        axes = axes_of([series for plot in plots for series in plot.series], plots[0].y_range)
        self.plots = [plot.with_axes(axes) for plot in plots]

    def __repr__(self) -> str:
        return f"Slider('{self.name}', {len(self.plots)} plots)"

    def __str__(self) -> str:
        return self.text()

    def few(self) -> "list[Plot]":
        """The first, the middle and the last plot.

        >>> plots = [Plot("w", "C", title=str(w)) for w in range(9)]
        >>> for plot in plots:
        ...     plot.points("here", [0], [1])
        >>> [plot.title for plot in Slider("the weight", plots).few()]
        ['0', '4', '8']
        """
        last = len(self.plots) - 1
        places = sorted(set([last * part // (FEW - 1) for part in range(FEW)]))
        return [self.plots[place] for place in places]

    def text(self, width: int = 60, height: int = 10, ascii_only: bool = True) -> str:
        """The few plots as text, one below the other.

        >>> plot = Plot("w", "C", title="w = 0")
        >>> plot.points("here", [0], [1])
        >>> Slider("the weight", [plot]).text()[:5]
        'w = 0'
        """
        return "\n\n".join([plot.text(width, height, ascii_only) for plot in self.few()])

    def _repr_html_(self) -> str:
        figures = [f"{plot.svg()}<figcaption>{escape(plot.title)}</figcaption>" for plot in self.few()]
        return "".join([f"<figure>{figure}</figure>" for figure in figures])
