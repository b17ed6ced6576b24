"""minibackprop: backpropagation in plain Python, made to be read.

A network is a chain of functions: z = w·x + b, a = f(z), C = ½‖y − a‖². The chain rule gives the gradient of the cost
C with respect to every weight and bias, and gradient descent takes small steps against it. The source is the lesson.
Read it in this order: linalg, activations, costs, network, records, backprop, update; then numerical_gradient, descent,
training.

The notation is the same in code, messages and tests:

    k, j, i, n           k, j, i, n      a layer, one of its neurons, one of its inputs, an example
    x, y                 x, y            one example's inputs and targets
    X, Y                 X, Y            a table of examples, one example per row
    Xᵀ, Yᵀ               X_T, Y_T        the same table transposed, one example per column
    w, b of a layer      layer.weights, layer.biases    one row of weights per neuron, one bias per neuron
    z, a                 Z, A            weighted inputs and activations: one neuron per row, one example per column
    a of the layer before (Xᵀ for the first layer)    A_in    what the layer was fed
    f, f′                activation.f, activation.f_prime    both take z, never a
    ∂C/∂a, ∂a/∂z, ∂C/∂z  dC_dA, dA_dZ, dC_dZ    one neuron per row, one example per column
    ∂C/∂w, ∂C/∂b         dC_dW, dC_db    the mean over the batch, shaped like weights and biases

Tables (X, Y, predictions) have one example per row. Inside a network, z and a are laid out as in the formula
Z = W·A_in + b. So there is one transposition on the way in and one on the way out.

The cost of one example is ½‖y − a‖², so ∂C/∂a = a − y, unless you choose another, such as cross-entropy. The cost of a
batch is the mean over its examples. "Gradient" is the word for ∂C/∂w and ∂C/∂b; "slope" is the derivative with respect
to one weight.
"""

from .activations import LINEAR, RELU, SIGMOID, TANH, Activation
from .backprop import backward, forward
from .costs import HALF_SQUARED_ERROR, Cost
from .descent import DivergenceError, gradient_descent
from .early_stopping import EarlyStopping
from .epoch import Epoch
from .lazy import imported
from .linalg import Matrix, NumberError, ShapeError, Vector
from .network import Layer, Network
from .parallel import WorkerError
from .random_numbers import RandomNumbers
from .records import LayerBackward, LayerForward, LayerGradient
from .training import TrainingResult, train
from .update import gradient_step
from .validation import SettingError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .checking.check import check
    from .checking.result import ExerciseResult
    from .classification import one_hot
    from .cross_entropy import CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY, softmax
    from .diagnosis.diagnose import diagnose, diagnose_gradients, diagnose_step
    from .diagnosis.diagnosis import Diagnosis
    from .diagnosis.mistake import Mistake
    from .diagnosis.mistakes import MISTAKES
    from .drawing.plot import Plot
    from .drawing.slider import Slider
    from .files.csv_file import load_csv
    from .files.json_file import ModelFileError
    from .files.model_file import Model, load_model, save_model
    from .files.state_dict import to_state_dict
    from .files.whole_file import OutputError
    from .gradient_errors import GradientCheck, gradient_check
    from .housing import load_housing
    from .metrics import accuracy, r_squared, root_mean_square_error
    from .standardizer import Standardizer
    from .table_reading import table_from_cells
    from .tables import ColumnError, Table, TableError, train_test_split
    from .teaching.explain import explain
else:

    def __getattr__(name):
        if name in __all__:
            return imported(name)
        raise AttributeError(f"minibackprop has no {name}")

    def __dir__():
        return __all__


__version__ = "0.2.0"

__all__ = [
    "Activation",
    "CROSS_ENTROPY",
    "ColumnError",
    "Cost",
    "Diagnosis",
    "DivergenceError",
    "EarlyStopping",
    "Epoch",
    "ExerciseResult",
    "GradientCheck",
    "HALF_SQUARED_ERROR",
    "LINEAR",
    "Layer",
    "LayerBackward",
    "LayerForward",
    "LayerGradient",
    "MISTAKES",
    "Matrix",
    "Mistake",
    "Model",
    "ModelFileError",
    "Network",
    "NumberError",
    "OutputError",
    "Plot",
    "RELU",
    "RandomNumbers",
    "SIGMOID",
    "SOFTMAX_CROSS_ENTROPY",
    "SettingError",
    "ShapeError",
    "Slider",
    "Standardizer",
    "TANH",
    "Table",
    "TableError",
    "TrainingResult",
    "Vector",
    "WorkerError",
    "accuracy",
    "backward",
    "check",
    "diagnose",
    "diagnose_gradients",
    "diagnose_step",
    "explain",
    "forward",
    "gradient_check",
    "gradient_descent",
    "gradient_step",
    "load_csv",
    "load_housing",
    "load_model",
    "one_hot",
    "r_squared",
    "root_mean_square_error",
    "save_model",
    "softmax",
    "table_from_cells",
    "to_state_dict",
    "train",
    "train_test_split",
]
