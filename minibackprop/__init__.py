"""minibackprop: backpropagation in plain Python, to be read.

A network is a chain of functions, z = w·x + b, a = f(z), C = ½‖y − a‖². The chain rule gives the slope of the cost C
in every weight, and gradient descent steps down it. The source is the lesson; read it in this order: linalg,
activations, costs, network, backprop (the heart), finite_differences, training.

The names are the same in code, messages and tests. A capital stacks a batch:

    x, y                 x, y            one example's inputs and targets
    X, Y                 X, Y            a batch of them
    w, b of a layer      layer.weights, layer.biases    one row of weights and one bias per neuron
    z, a                 Z, A            weighted inputs and activations of a layer
    a of the layer before (or x)         A_in
    f, f′                activation.f, activation.f_prime    both take z, never a
    ∂C/∂a, ∂a/∂z, ∂C/∂z  dC_dA, dA_dZ, dC_dZ    example by example
    ∂C/∂w, ∂C/∂b         dC_dW, dC_db    the mean over the batch, shaped like weights and biases

What you hand in and get back has one example per row. Where the library calculates (in the loops of the heart, and
wherever a docstring says so) a batch stands upright, as x and z do in the formulas: one neuron per row, one example per
column.

The cost of one example is ½‖y − a‖², so ∂C/∂a = a − y; the cost of a batch is the mean over its examples.
"""

from .activations import LINEAR, RELU, SIGMOID, TANH, Activation
from .backprop import LayerBackward, LayerForward, backward, forward
from .checks import SettingError
from .costs import HALF_SQUARED_ERROR, Cost
from .linalg import Matrix, NumberError, ShapeError, Vector
from .network import Layer, Network
from .random_numbers import RandomNumbers
from .training import DivergenceError, Epoch, Patience, TrainingResult, gradient_descent, gradient_step, train

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .finite_differences import GradientCheck, gradient_check
    from .housing import load_housing
    from .parallel import WorkerError
    from .scores import r_squared, root_mean_square_error
    from .tables import ColumnError, Scaling, Table, TableError, split, table_from_cells
    from .tools.state_dict import to_state_dict
    from .views.explain import explain
else:

    def __getattr__(name):
        """Import what training does without when it is first asked for, so that the import itself stays fast."""
        if name == "explain":
            from .views.explain import explain

            return explain
        if name in ("GradientCheck", "gradient_check"):
            from .finite_differences import GradientCheck, gradient_check

            return gradient_check if name == "gradient_check" else GradientCheck
        if name == "load_housing":
            from .housing import load_housing

            return load_housing
        if name == "to_state_dict":
            from .tools.state_dict import to_state_dict

            return to_state_dict
        if name == "WorkerError":
            from .parallel import WorkerError

            return WorkerError
        if name in ("r_squared", "root_mean_square_error"):
            from .scores import r_squared, root_mean_square_error

            return r_squared if name == "r_squared" else root_mean_square_error
        if name in __all__:
            from .tables import ColumnError, Scaling, Table, TableError, split, table_from_cells

            of_tables = (ColumnError, Scaling, Table, TableError, split, table_from_cells)
            return [each for each in of_tables if each.__name__ == name][0]
        raise AttributeError(f"minibackprop has no {name}")

    def __dir__():
        return __all__


__version__ = "0.1.0"

__all__ = [
    "Activation",
    "ColumnError",
    "Cost",
    "DivergenceError",
    "Epoch",
    "GradientCheck",
    "HALF_SQUARED_ERROR",
    "LINEAR",
    "Layer",
    "LayerBackward",
    "LayerForward",
    "Matrix",
    "Network",
    "NumberError",
    "Patience",
    "RELU",
    "RandomNumbers",
    "SIGMOID",
    "Scaling",
    "SettingError",
    "ShapeError",
    "TANH",
    "Table",
    "TableError",
    "TrainingResult",
    "Vector",
    "WorkerError",
    "backward",
    "explain",
    "forward",
    "gradient_check",
    "gradient_descent",
    "gradient_step",
    "load_housing",
    "r_squared",
    "root_mean_square_error",
    "split",
    "table_from_cells",
    "to_state_dict",
    "train",
]
