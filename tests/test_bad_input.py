"""Bad input gets an error that says what was given, what was expected and what to do; and it changes nothing."""

import math
from typing import Any, Callable, List, Tuple, Type

import pytest

from minibackprop import (
    HALF_SQUARED_ERROR, LINEAR, RELU, SIGMOID, Activation, ColumnError, DivergenceError, Layer, Network, NumberError,
    Patience, RandomNumbers, Scaling, SettingError, ShapeError, Table, TableError, backward, forward, gradient_check,
    gradient_descent, gradient_step, load_housing, r_squared, root_mean_square_error, split, to_state_dict, train,
)
from minibackprop import linalg

NETWORK = Network(Layer([[1, 2], [3, 4], [5, 6]], [0, 0, 0], SIGMOID), Layer([[1, 1, 1]], [0]))
OTHER = Network(Layer([[1, 2]], [0]))
STEEP = Network(Layer([[1]], [0]))
UNSLOPED = Network(Layer([[1]], [0], Activation("unsloped", lambda z: z, lambda z: math.nan)))
INFINITE = Activation("infinite", lambda z: math.inf, lambda z: 1.0)
TRAINED = train(STEEP, [[1]], [[1]], learning_rate=0.1, epochs=1)
NARROW = Network(Layer([[1, 2], [3, 4]], [0, 0]), Layer([[1, 1]], [0]))
X, Y = [[1.0, 2.0], [3.0, 4.0]], [[1.0], [2.0]]
TABLE = Table([[1.0], [2.0]], [[1.0], [2.0]], ["a"], ["b"])
NAN, INFINITY = math.nan, math.inf


def training(**settings: Any) -> Callable[[], object]:
    """A call of train that is right but for these settings."""
    return lambda: train(NETWORK, X, Y, **{"learning_rate": 0.1, "epochs": 1, **settings})


def layer(weights: Any, biases: Any = (0,), activation: Any = LINEAR) -> Callable[[], object]:
    return lambda: Layer(weights, biases, activation)


def inputs(X: Any) -> Callable[[], object]:
    return lambda: forward(NETWORK, X)


CASES: List[Tuple[str, Callable[[], object], Type[Exception], str]] = [
    # rows that are no matrix
    ("no rows", inputs([]), ShapeError, "X must be a list of rows, as in [[1, 2], [3, 4]], but is []"),
    ("an empty row", inputs([[]]), ShapeError, "row 1 of X must be a list of numbers, as in [1, 2], but is []"),
    ("ragged", inputs([[1, 2], [3]]), ShapeError,
     "row 2 of X has length 1, but row 1 has length 2: make all rows equally long"),
    ("one example, not a list of them", inputs([1, 2]), ShapeError,
     "row 1 of X must be a list of numbers, as in [1, 2], but is 1"),
    ("a number", inputs(5), ShapeError, "X must be a list of rows, as in [[1, 2], [3, 4]], but is 5"),
    ("None", inputs(None), ShapeError, "X must be a list of rows, as in [[1, 2], [3, 4]], but is None"),
    ("text", inputs("12"), ShapeError, "X must be a list of rows, as in [[1, 2], [3, 4]], but is '12'"),
    ("a row of text", inputs(["12"]), ShapeError, "row 1 of X must be a list of numbers, as in [1, 2], but is '12'"),
    ("a set has no order", inputs([{1.0, 2.0}]), ShapeError, "row 1 of X must be a list of numbers, as in [1, 2], but is {1.0, 2.0}"),
    ("a dict is no list", inputs([{1.0: 2.0, 2.0: 3.0}]), ShapeError,
     "row 1 of X must be a list of numbers, as in [1, 2], but is {1.0: 2.0, 2.0: 3.0}"),
    # entries that are no numbers
    ("a text entry", inputs([[1, "2"]]), NumberError,
     "entry 2 of row 1 of X is '2': a number is needed here (int or float), not text, True/False or a complex number"),
    ("a boolean", inputs([[1, 2], [True, 4]]), NumberError,
     "entry 1 of row 2 of X is True: a number is needed here (int or float), not text, True/False or a complex number"),
    ("None as an entry", inputs([[None, 2]]), NumberError,
     "entry 1 of row 1 of X is None: a number is needed here (int or float)"),
    ("complex", inputs([[1j, 2]]), NumberError, "entry 1 of row 1 of X is 1j: a number is needed here"),
    ("NaN", inputs([[1, NAN]]), NumberError, "entry 2 of row 1 of X is nan: only finite numbers can be calculated with"),
    ("infinite", inputs([[1, -INFINITY]]), NumberError,
     "entry 2 of row 1 of X is -inf: only finite numbers can be calculated with"),
    ("too large for a float", inputs([[1, 10**400]]), NumberError,
     "entry 2 of row 1 of X is 1000000000000000000000000000000000000...: it is too large to calculate with"),
    # widths and lengths that do not fit
    ("wrong width", inputs([[1, 2, 3]]), ShapeError, "each row of X has length 3, but layer 1 takes 2 inputs"),
    ("wrong width, one example", lambda: NETWORK.predict([1, 2, 3]), ShapeError,
     "x has length 3, but layer 1 takes 2 inputs"),
    ("wrong width, all", lambda: NETWORK.predict_all([[1]]), ShapeError,
     "each row of X has length 1, but layer 1 takes 2 inputs"),
    ("more examples than targets", lambda: train(NETWORK, X, [[1.0]], 0.1, 1), ShapeError,
     "Y has 1 row of targets for 2 examples: each example needs its own"),
    ("more targets than examples", lambda: backward(NETWORK, forward(NETWORK, [[1, 2]]), Y), ShapeError,
     "Y has 2 rows of targets for 1 example: each example needs its own"),
    ("targets too wide", lambda: gradient_check(NETWORK, X, [[1, 2], [3, 4]]), ShapeError,
     "each row of Y has length 2, but the last layer has 1 neuron"),
    ("targets that are no rows", lambda: train(NETWORK, X, [1.0, 2.0], 0.1, 1), ShapeError,  # type: ignore[list-item]
     "row 1 of Y must be a list of numbers, as in [1, 2], but is 1.0"),
    ("held-out examples of another width", training(held_out=([[1]], [[1]])), ShapeError,
     "each row of the held-out X has length 1, but layer 1 takes 2 inputs"),
    ("held-out targets too few", training(held_out=(X, [[1]])), ShapeError,
     "the held-out Y has 1 row of targets for 2 examples: each example needs its own"),
    ("Y and A of other shapes", lambda: HALF_SQUARED_ERROR.of(Y, [[1, 2], [3, 4]]), ShapeError,
     "Y is 2x1 and A is 2x2: they must have the same shape"),
    ("the same, derivative", lambda: HALF_SQUARED_ERROR.derivative(Y, [[1]]), ShapeError,
     "Y is 2x1 and A is 1x1: they must have the same shape"),
    ("a cost too large for a float", lambda: HALF_SQUARED_ERROR.of([[1e200]], [[-1e200]]), NumberError,
     "the cost is inf: only finite numbers can be calculated with"),
    ("outputs too large for a float", lambda: Network(Layer([[1e308]], [0])).predict([10]), NumberError,
     "entry 1 of row 1 of the outputs is inf: only finite numbers can be calculated with"),
    ("too large on the way", lambda: forward(Network(Layer([[1e308]], [0])), [[10]]), NumberError,
     "entry 1 of row 1 of Z of layer 1 is inf: only finite numbers can be calculated with"),
    # layers and networks
    ("fewer biases than neurons", layer([[1, 2], [3, 4]], [0]), ShapeError,
     "a layer has one row of weights and one bias per neuron, but here are 2 rows of weights and 1 bias"),
    ("ragged weights", layer([[1, 2], [3]], [0, 0]), ShapeError, "row 2 of weights has length 1, but row 1 has length 2"),
    ("NaN bias", layer([[1]], [NAN]), NumberError, "entry 1 of biases is nan"),
    ("the name of an activation", layer([[1]], [0], "sigmoid"), TypeError,
     "the activation must be LINEAR, RELU, SIGMOID, TANH or an Activation(name, f, f_prime) of your own, but is 'sigmoid'"),
    ("no layers", lambda: Network(), ShapeError, "a network needs at least one layer: Network(layer_1, layer_2)"),
    ("layers in a list", lambda: Network([OTHER.layers[0]]), TypeError,  # type: ignore[arg-type]
     "argument 1 of Network is [Layer(2 -> 1, linear)], but must be a Layer: Network(layer_1, layer_2)"),
    ("layers that do not fit", lambda: Network(Layer([[1]] * 4, [0] * 4), Layer([[1] * 5], [0])), ShapeError,
     "layer 2 takes 5 inputs, but layer 1 has 4 neurons"),
    ("a layer without neurons", lambda: Layer.random(3, 0), SettingError,
     "num_neurons is 0, but must be a whole number, 1 or more"),
    ("half a neuron", lambda: Layer.random(3, 0.5), SettingError,  # type: ignore[arg-type]
     "num_neurons is 0.5, but must be a whole number, 1 or more"),
    ("a forward pass of another network", lambda: backward(NETWORK, forward(OTHER, X), Y), ShapeError,
     "this is no forward pass of this network: pass on what forward(network, X) returned"),
    ("no random numbers", training(rng=7), SettingError,
     "rng is 7, but must be a stream of random numbers, such as RandomNumbers(7)"),
    ("a layer without random numbers", lambda: Layer.random(2, 2, rng="x"), SettingError,  # type: ignore[arg-type]
     "rng is 'x', but must be a stream of random numbers"),
    ("held out, but no pair", training(held_out=load_housing()), ShapeError,
     "held_out must be a pair (X, Y) of inputs and targets, such as (table.X, table.Y)"),
    ("no network", lambda: forward([NETWORK.layers[0]], X), TypeError,  # type: ignore[arg-type]
     "a Network is needed here, such as Network(layer_1, layer_2), but this is [Layer(2 -> 3, sigmoid)]"),
    ("a training result for a network", lambda: to_state_dict(TRAINED), TypeError,  # type: ignore[arg-type]
     "a Network is needed here, but this is TrainingResult(epoch 1"),
    ("a slope that is too large", lambda: backward(STEEP, forward(STEEP, [[1e160]]), [[1]]), NumberError,
     "entry 1 of row 1 of ∂C/∂w of layer 1 is inf: only finite numbers can be calculated with"),
    ("a witness of what is too large", lambda: gradient_check(STEEP, [[1e160]], [[1]]), NumberError, "the cost is inf"),
    ("a witness of a slope that is no number", lambda: gradient_check(UNSLOPED, [[1]], [[5]]), NumberError,
     "a slope in layer 1, neuron 1 is nan"),
    ("an activation that is no number", lambda: forward(Network(Layer([[1]], [0], INFINITE)), [[1]]), NumberError,
     "entry 1 of row 1 of A of layer 1 is inf"),
    ("a derivative that is too large", lambda: HALF_SQUARED_ERROR.derivative([[1.7e308]], [[-1.7e308]]), NumberError,
     "entry 1 of row 1 of ∂C/∂a is -inf"),
    ("no forward pass", lambda: backward(NETWORK, X, Y), ShapeError,  # type: ignore[arg-type]
     "this is no forward pass of this network"),
    ("a forward pass of nothing", lambda: backward(NETWORK, None, Y), ShapeError,  # type: ignore[arg-type]
     "this is no forward pass of this network"),
    ("a way back instead", lambda: backward(NETWORK, backward(NETWORK, forward(NETWORK, X), Y), Y),  # type: ignore[arg-type]
     ShapeError, "this is no forward pass of this network"),
    ("a backward pass of a network of other sizes",
     lambda: gradient_step(NETWORK, backward(NARROW, forward(NARROW, X), Y), 0.1), ShapeError,
     "the layer's w is 3x2 and ∂C/∂w is 2x2: they must have the same shape"),
    ("a backward pass of another network",
     lambda: gradient_step(NETWORK, backward(OTHER, forward(OTHER, X), Y), 0.1), ShapeError,
     "this backward pass is of another network: pass on what backward(network, forward_pass, Y) returned"),
    # settings
    ("learning rate 0", training(learning_rate=0), SettingError,
     "the learning rate is 0, but must be a number above 0, such as 0.01"),
    ("negative learning rate", training(learning_rate=-0.1), SettingError, "the learning rate is -0.1, but must be"),
    ("learning rate NaN", training(learning_rate=NAN), SettingError, "the learning rate is nan, but must be"),
    ("learning rate text", training(learning_rate="0.1"), SettingError, "the learning rate is '0.1', but must be"),
    ("learning rate True", training(learning_rate=True), SettingError, "the learning rate is True, but must be"),
    ("a step with learning rate 0",
     lambda: gradient_step(OTHER, backward(OTHER, forward(OTHER, X), Y), 0), SettingError, "the learning rate is 0"),
    ("negative epochs", training(epochs=-1), SettingError, "epochs is -1, but must be a whole number, 0 or more"),
    ("half an epoch", training(epochs=1.5), SettingError, "epochs is 1.5, but must be a whole number, 0 or more"),
    ("epochs True", training(epochs=True), SettingError, "epochs is True, but must be a whole number, 0 or more"),
    ("batch size 0", training(batch_size=0), SettingError,
     "the batch size is 0, but must be a whole number, 1 or more"),
    ("batch larger than the table", training(batch_size=3), SettingError,
     "the batch size is 3, but there are only 2 examples"),
    ("patience 0", training(patience=0), SettingError, "patience is 0, but must be a whole number, 1 or more"),
    ("negative tolerance", lambda: Patience(1, -0.1), SettingError, "the tolerance is -0.1, but must be 0 or more"),
    ("tolerance NaN", training(patience=1, tolerance=NAN), NumberError, "the tolerance is nan"),
    ("tolerance without patience", training(tolerance=0.1), SettingError,
     "a tolerance needs patience: say after how many epochs without a better cost to stop"),
    ("before the first epoch, not during it",
     lambda: gradient_descent(NETWORK, X, Y, 0.1, -1), SettingError, "epochs is -1"),
    ("a seed that is no number", lambda: RandomNumbers("7"), SettingError,  # type: ignore[arg-type]
     "the seed is '7', but must be a whole number, 0 or more"),
    # training that goes wrong
    ("divergence", training(learning_rate=1e6, epochs=1000), DivergenceError,
     "the cost stopped being a number in epoch "),
    ("divergence says what to try", training(learning_rate=1e6, epochs=1000), DivergenceError,
     "the learning rate 1e+06 is too large for these inputs (try 100000, or scale the inputs)"),
    ("a relu hides the overflow",
     lambda: train(Network(Layer([[1.0]], [0.0], RELU)), [[1e150]], [[-1e150]], 1e10, 1), DivergenceError,
     "the cost stopped being a number in epoch 1: the learning rate 1e+10 is too large"),
    ("hopeless from the start", lambda: train(OTHER, [[1e200, 1]], [[0]], 0.1, 1), DivergenceError,
     "the cost is too large to calculate with even before training: scale the inputs and the targets"),
    # scores, scaling, tables
    ("R² of targets that never change", lambda: r_squared([[1], [1]], [[1], [2]]), NumberError,
     "R² needs targets that vary, but these are all the same"),
    ("error of other shapes", lambda: root_mean_square_error([[1]], [[1, 2]]), ShapeError, "they must have the same shape"),
    ("scaling too large", lambda: Scaling.of([[1e200], [-1e200]]), NumberError,
     "the numbers in column 1 are too large to scale: give them in a larger unit"),
    ("scaling of another width", lambda: Scaling.of([[1], [2]]).apply([[1, 2]]), ShapeError,
     "X has 2 columns, but the scaling is for 1"),
    ("unknown column", lambda: load_housing(without=["NOPE"]), ColumnError,
     "there is no column 'NOPE'; the columns are CRIM, ZN, INDUS, CHAS, NOX, RM, AGE, DIS, RAD, TAX, PTRATIO, B, LSTAT, MEDV"),
    ("everything held out", lambda: split(TABLE, 1.0, RandomNumbers(0)), SettingError,
     "the held-out share is 1.0, but must be below 1: some rows are for training"),
    ("nothing held out", lambda: split(TABLE, 0, RandomNumbers(0)), SettingError, "the held-out share is 0, but must be"),
    ("one row to split", lambda: split(Table([[1.0]], [[1.0]], ["a"], ["b"]), 0.5, RandomNumbers(0)), TableError,
     "a table of one row cannot be split into a part to train on and a held-out part"),
    # the operations
    ("dot", lambda: linalg.plain_dot([1.0], [1.0, 2.0]), ShapeError,
     "a dot product needs two vectors of one length, but these have lengths 1 and 2"),
    ("matmul", lambda: linalg.matmul([[1.0, 2.0]], [[1.0]]), ShapeError,
     "A · B needs as many columns in A as rows in B, but A is 1x2 and B is 1x1"),
    ("affine", lambda: linalg.affine([[1.0, 2.0]], [[1.0]], [1.0]), ShapeError,
     "W·x + b: W (1x2), columns x of X (1x1) and b (length 1) do not fit"),
    ("matmul_transposed", lambda: linalg.matmul_transposed([[1.0, 2.0]], [[1.0]]), ShapeError,
     "A · Bᵀ needs as many columns in A as in B, but A is 1x2 and B is 1x1"),
    ("hadamard", lambda: linalg.hadamard([[1.0]], [[1.0, 2.0]]), ShapeError, "A is 1x1 and B is 1x2"),
    ("subtract", lambda: linalg.subtract([[1.0]], [[1.0], [2.0]]), ShapeError, "A is 1x1 and B is 2x1"),
]


@pytest.mark.parametrize("call, error, message", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_error(call: Callable[[], object], error: Type[Exception], message: str) -> None:
    with pytest.raises(error) as raised:
        call()
    assert message in str(raised.value)


def test_no_bad_input_changed_anything() -> None:
    """This test runs after those above, on the same objects."""
    assert (X, Y) == ([[1.0, 2.0], [3.0, 4.0]], [[1.0], [2.0]])
    assert [(layer.weights, layer.biases) for layer in NETWORK.layers] == [
        ([[1, 2], [3, 4], [5, 6]], [0, 0, 0]), ([[1, 1, 1]], [0])
    ]


@pytest.mark.parametrize("error", [ShapeError, NumberError, SettingError, DivergenceError, TableError, ColumnError])
def test_every_error_is_a_value_error_without_an_init_of_its_own(error: Type[Exception]) -> None:
    assert issubclass(error, ValueError)
    assert "__init__" not in vars(error)
