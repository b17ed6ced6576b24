"""Random calls of the library: of every public function, class and method, and of what draws or reads a file."""

import inspect
import warnings
from random import Random
from typing import Any, Callable, Dict, List, Optional, Tuple

import minibackprop
from minibackprop import EarlyStopping, Layer, RandomNumbers
from minibackprop.drawing.activation_svg import activation_svg
from minibackprop.drawing.activation_text import activation_text
from minibackprop.drawing.curve_svg import cost_svg
from minibackprop.drawing.curve_text import cost_text
from minibackprop.drawing.network_svg import network_svg
from minibackprop.drawing.network_text import network_text
from minibackprop.drawing.plot import Plot
from minibackprop.drawing.scatter_svg import predicted_svg, residuals_svg
from minibackprop.drawing.scatter_text import predicted_text, residuals_text
from minibackprop.files.csv_file import load_csv
from minibackprop.step_page.page import step_page

from .arguments import Arguments
from .command_calls import SAVED
from .oracles import changed, different, frozen, not_finite, outcome_of, shared, wrong_exception

# Types are no calls; records are made by the functions that return them, and hold what they are given.
NOT_CALLED = {
    "Matrix", "Vector", "Diagnosis", "Epoch", "GradientCheck", "LayerBackward", "LayerForward", "LayerGradient",
    "Mistake", "TrainingResult", "ExerciseResult",
}
MOST_EPOCHS = 5
WITHOUT_NUMBERS = {"Activation", "Cost"}  # they hold functions of one's own, whatever those return

Target = Callable[[Arguments], Any]


def plotted(xs: Any, ys: Any, x_name: str = "x", y_name: str = "y", title: str = "", y_range: Any = None) -> List[str]:
    """All that a plot can draw of these numbers."""
    plot = Plot(x_name, y_name, title, y_range)
    plot.curve(y_name, xs, ys)
    plot.path(y_name, xs, ys)
    plot.points(y_name, xs, ys)
    return [plot.text(), plot.text(ascii_only=False), plot.svg(), str(plot.axes())]


def public() -> Dict[str, Any]:
    """The public names that are called: functions, and classes that a learner makes objects of."""
    values = {name: getattr(minibackprop, name) for name in minibackprop.__all__ if name not in NOT_CALLED}
    return {
        name: value for name, value in values.items()
        if callable(value) and not (isinstance(value, type) and issubclass(value, BaseException))
    }


def targets() -> Dict[str, Target]:
    """What is called, by name: each takes the arguments of the call, since a method needs its object from there."""
    functions = [
        activation_svg, activation_text, cost_svg, cost_text, network_svg, network_text, predicted_svg, predicted_text,
        residuals_svg, residuals_text, load_csv, step_page, plotted,
    ]
    found: Dict[str, Target] = {name: _always(value) for name, value in public().items()}
    found.update({function.__name__: _always(function) for function in functions})
    found.update({
        "Layer.random": _always(Layer.random),
        "Network.predict": lambda args: args.network.predict,
        "Network.predict_all": lambda args: args.network.predict_all,
        "Network._repr_svg_": lambda args: args.network._repr_svg_,
        "TrainingResult._repr_svg_": lambda args: minibackprop.train(
            minibackprop.Network(Layer([[args.number()]], [0.0])), [[1.0]], [[args.number()]], 1e-9, 2
        )._repr_svg_,
        "Standardizer.fit": _always(minibackprop.Standardizer.fit),
        "Standardizer.transform": lambda args: args.standardizer().transform,
        "Standardizer.inverse_transform": lambda args: args.standardizer().inverse_transform,
        "Cost.of": lambda args: args.a_cost().of,
        "Cost.derivative": lambda args: args.a_cost().derivative,
        "RandomNumbers.uniform": lambda args: RandomNumbers(1).uniform,
        "EarlyStopping.is_over": lambda args: EarlyStopping(2).is_over,
    })
    return found


def _always(function: Any) -> Target:
    return lambda args: function


class LibraryCall:
    """One random call. The same seed makes the same call again, with arguments of its own."""

    def __init__(self, target: Target, seed: int, folder: str) -> None:
        args = Arguments(Random(seed), folder)
        self.positional: List[Any] = []
        self.named: Dict[str, Any] = {}
        try:
            self.function = target(args)
        except (ValueError, TypeError) as error:  # the object that the method is of could not be made
            self.function = _raising(error)
        for parameter in inspect.signature(self.function).parameters.values():
            if parameter.kind is parameter.VAR_POSITIONAL:
                self.positional += [args.value("layers")] if args.rng.random() < 0.2 else list(args.network.layers)
            elif parameter.default is parameter.empty:
                self.named[parameter.name] = args.value(parameter.name)
            elif args.rng.random() < 0.35:
                self.named[parameter.name] = args.value(parameter.name)

        if self.function is minibackprop.save_model:  # the files that other calls read stay as they are
            self.named["path"] = f"{folder}/{SAVED}"

    @property
    def arguments(self) -> Tuple[Any, ...]:
        return self.positional, self.named

    def run(self) -> Tuple[Any, Optional[BaseException]]:
        """The result, or the exception."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                result = self.function(*self.positional, **self.named)
                if inspect.isgenerator(result):
                    result = [epoch for epoch, _ in zip(result, range(MOST_EPOCHS))]
                texts = [repr(result), str(result)] if not callable(result) else []
                for method in ("_repr_svg_", "_repr_html_"):
                    if hasattr(result, method) and not isinstance(result, type):
                        texts.append(getattr(result, method)())
            return (result, texts), None
        except Exception as error:
            return None, error


def _raising(error: BaseException) -> Callable[[], Any]:
    def function() -> Any:
        raise error
    return function


def check(name: str, target: Target, seed: int, folder: str) -> Optional[str]:
    """What is wrong with the call of this seed, or None."""
    call, again = LibraryCall(target, seed, folder), LibraryCall(target, seed, folder)
    before = frozen(call.arguments)
    result, error = call.run()
    if error is not None and wrong_exception(error):
        return wrong_exception(error)
    problem = changed(before, call.arguments)
    if error is None and problem is None:
        problem = shared(call.arguments, result) or (None if name in WITHOUT_NUMBERS else not_finite(result))
    if problem is not None:
        return problem
    second_result, second_error = again.run()
    first = outcome_of(error) if error is not None else result
    second = outcome_of(second_error) if second_error is not None else second_result
    return different(first, second)
