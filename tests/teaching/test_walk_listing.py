"""A whole walk as a listing: a network of two layers, two examples, and every number worked out by hand.

The first layer has 2 inputs and 2 neurons with relu, the second 1 linear neuron.
"""

from typing import List

from minibackprop import RELU, TANH, Layer, Network
from minibackprop.teaching.step import Row, Step
from minibackprop.teaching.walk import Walk

NETWORK = Network(Layer([[1.0, -2.0], [0.5, 1.0]], [0.5, -1.0], RELU), Layer([[2.0, -1.0]], [3.0]))
X = [[2.0, 1.0], [1.0, 3.0]]
Y = [[1.0], [2.0]]

LISTING = """\
What is given: x, y, w, b
An example has inputs x and targets y. The network has weights w and biases b: these are what training changes.
 x.1: x₁, input 1: 2, 1
 x.2: x₂, input 2: 1, 3
 y.1: y₁, target 1: 1, 2
 w.1.1.1: w¹₁₁, the weight of layer 1, neuron 1, input 1: 1
 w.1.1.2: w¹₁₂, the weight of layer 1, neuron 1, input 2: -2
 b.1.1: b¹₁, the bias of layer 1, neuron 1: 0.5
 w.1.2.1: w¹₂₁, the weight of layer 1, neuron 2, input 1: 0.5
 w.1.2.2: w¹₂₂, the weight of layer 1, neuron 2, input 2: 1
 b.1.2: b¹₂, the bias of layer 1, neuron 2: -1
 w.2.1.1: w²₁₁, the weight of layer 2, neuron 1, input 1: 2
 w.2.1.2: w²₁₂, the weight of layer 2, neuron 1, input 2: -1
 b.2.1: b²₁, the bias of layer 2, neuron 1: 3

Layer 1: the weighted input: z = w·x + b
Each neuron of layer 1 computes a weighted sum of the inputs x and adds its bias.
 z.1.1: z¹₁, z of layer 1, neuron 1: 1 · 2 − 2 · 1 + 0.5 = 0.5, 1 · 1 − 2 · 3 + 0.5 = -4.5
 z.1.2: z¹₂, z of layer 1, neuron 2: 0.5 · 2 + 1 · 1 − 1 = 1, 0.5 · 1 + 1 · 3 − 1 = 2.5

Layer 1: the activation: a = f(z), with f = relu
Each neuron applies its activation function, relu, to its z.
 a.1.1: a¹₁, a of layer 1, neuron 1: relu(0.5) = 0.5, relu(−4.5) = 0
 a.1.2: a¹₂, a of layer 1, neuron 2: relu(1) = 1, relu(2.5) = 2.5

Layer 2: the weighted input: z = w·a + b, with a of layer 1
Each neuron of layer 2 computes a weighted sum of the activations of layer 1 and adds its bias.
 z.2.1: z², z of layer 2, neuron 1: 2 · 0.5 − 1 · 1 + 3 = 3, 2 · 0 − 1 · 2.5 + 3 = 0.5

Layer 2: the activation: a = f(z), with f = linear
Each neuron applies its activation function, linear, to its z, so a = z.
 a.2.1: a², a of layer 2, neuron 1: linear(3) = 3, linear(0.5) = 0.5

The cost: C = ½‖y − a‖²
How wrong is the output? Half the squared distance between target and output. \
The cost of the batch is the mean over its 2 examples.
 C.1: C of this example, the cost C of this example: ½ · (1 − 3)² = 2, ½ · (2 − 0.5)² = 1.125
 C: C, the cost C, the mean over 2 examples: (2 + 1.125) / 2 = 1.5625

Layer 2: the slope of the cost with respect to a: ∂C/∂a = a − y
The chain rule starts at the cost: its slope with respect to a is a − y, above 0 if a is too high.
 dC_da.2.1: ∂C/∂a², the slope of the cost with respect to a of layer 2, neuron 1: 3 − 1 = 2, 0.5 − 2 = -1.5

Layer 2: the slope of a with respect to z: ∂a/∂z = f′(z)
∂a/∂z is how strongly a responds to z: the slope of linear at z.
 da_dz.2.1: ∂a²/∂z², the slope of a of layer 2, neuron 1 with respect to z of layer 2, neuron 1: \
linear′(3) = 1, linear′(0.5) = 1

Layer 2: the slope of the cost with respect to z: ∂C/∂z = ∂C/∂a · ∂a/∂z
The chain rule multiplies two slopes: of the cost with respect to a, and of a with respect to z.
 dC_dz.2.1: ∂C/∂z², the slope of the cost with respect to z of layer 2, neuron 1: 2 · 1 = 2, −1.5 · 1 = -1.5

Layer 2: the gradient with respect to the weights: ∂C/∂w = ∂C/∂z · a of layer 1
∂z/∂w is what the weight multiplies: an activation of layer 1. The gradient is the mean over the 2 examples.
 w.2.1.1: ∂C/∂w²₁₁, the slope of the cost with respect to the weight of layer 2, neuron 1, input 1: \
(2 · 0.5 − 1.5 · 0) / 2 = 0.5
 w.2.1.2: ∂C/∂w²₁₂, the slope of the cost with respect to the weight of layer 2, neuron 1, input 2: \
(2 · 1 − 1.5 · 2.5) / 2 = -0.875

Layer 2: the gradient with respect to the biases: ∂C/∂b = ∂C/∂z · 1
∂z/∂b = 1: z changes by exactly as much as the bias. The gradient is the mean over the 2 examples.
 b.2.1: ∂C/∂b²₁, the slope of the cost with respect to the bias of layer 2, neuron 1: (2 · 1 − 1.5 · 1) / 2 = 0.25

Layer 1: the slope of the cost with respect to a: ∂C/∂a = sum of ∂C/∂z · w, both of layer 2
Each a affects the cost through every neuron of layer 2, so these slopes add up.
 dC_da.1.1: ∂C/∂a¹₁, the slope of the cost with respect to a of layer 1, neuron 1: 2 · 2 = 4, −1.5 · 2 = -3
 dC_da.1.2: ∂C/∂a¹₂, the slope of the cost with respect to a of layer 1, neuron 2: 2 · (−1) = -2, −1.5 · (−1) = 1.5

Layer 1: the slope of a with respect to z: ∂a/∂z = f′(z)
∂a/∂z is how strongly a responds to z: the slope of relu at z.
 da_dz.1.1: ∂a¹₁/∂z¹₁, the slope of a of layer 1, neuron 1 with respect to z of layer 1, neuron 1: \
relu′(0.5) = 1, relu′(−4.5) = 0
 da_dz.1.2: ∂a¹₂/∂z¹₂, the slope of a of layer 1, neuron 2 with respect to z of layer 1, neuron 2: \
relu′(1) = 1, relu′(2.5) = 1

Layer 1: the slope of the cost with respect to z: ∂C/∂z = ∂C/∂a · ∂a/∂z
The chain rule multiplies two slopes: of the cost with respect to a, and of a with respect to z.
 dC_dz.1.1: ∂C/∂z¹₁, the slope of the cost with respect to z of layer 1, neuron 1: 4 · 1 = 4, −3 · 0 = 0
 dC_dz.1.2: ∂C/∂z¹₂, the slope of the cost with respect to z of layer 1, neuron 2: −2 · 1 = -2, 1.5 · 1 = 1.5

Layer 1: the gradient with respect to the weights: ∂C/∂w = ∂C/∂z · x
∂z/∂w is what the weight multiplies: an input x. The gradient is the mean over the 2 examples.
 w.1.1.1: ∂C/∂w¹₁₁, the slope of the cost with respect to the weight of layer 1, neuron 1, input 1: \
(4 · 2 + 0 · 1) / 2 = 4
 w.1.1.2: ∂C/∂w¹₁₂, the slope of the cost with respect to the weight of layer 1, neuron 1, input 2: \
(4 · 1 + 0 · 3) / 2 = 2
 w.1.2.1: ∂C/∂w¹₂₁, the slope of the cost with respect to the weight of layer 1, neuron 2, input 1: \
(−2 · 2 + 1.5 · 1) / 2 = -1.25
 w.1.2.2: ∂C/∂w¹₂₂, the slope of the cost with respect to the weight of layer 1, neuron 2, input 2: \
(−2 · 1 + 1.5 · 3) / 2 = 1.25

Layer 1: the gradient with respect to the biases: ∂C/∂b = ∂C/∂z · 1
∂z/∂b = 1: z changes by exactly as much as the bias. The gradient is the mean over the 2 examples.
 b.1.1: ∂C/∂b¹₁, the slope of the cost with respect to the bias of layer 1, neuron 1: (4 · 1 + 0 · 1) / 2 = 2
 b.1.2: ∂C/∂b¹₂, the slope of the cost with respect to the bias of layer 1, neuron 2: (−2 · 1 + 1.5 · 1) / 2 = -0.25

The update: new w = w − 0.1 · ∂C/∂w
All weights and biases change at once, each by a small step against its slope.
 w.1.1.1: w¹₁₁, the weight of layer 1, neuron 1, input 1: 1 − 0.1 · 4 = 0.6
 w.1.1.2: w¹₁₂, the weight of layer 1, neuron 1, input 2: −2 − 0.1 · 2 = -2.2
 b.1.1: b¹₁, the bias of layer 1, neuron 1: 0.5 − 0.1 · 2 = 0.3
 w.1.2.1: w¹₂₁, the weight of layer 1, neuron 2, input 1: 0.5 − 0.1 · (−1.25) = 0.625
 w.1.2.2: w¹₂₂, the weight of layer 1, neuron 2, input 2: 1 − 0.1 · 1.25 = 0.875
 b.1.2: b¹₂, the bias of layer 1, neuron 2: −1 − 0.1 · (−0.25) = -0.975
 w.2.1.1: w²₁₁, the weight of layer 2, neuron 1, input 1: 2 − 0.1 · 0.5 = 1.95
 w.2.1.2: w²₁₂, the weight of layer 2, neuron 1, input 2: −1 − 0.1 · (−0.875) = -0.9125
 b.2.1: b²₁, the bias of layer 2, neuron 1: 3 − 0.1 · 0.25 = 2.975

The next cost: C = ½‖y − a‖²
The same examples go forward through the updated network. Is the cost lower now?
 C: C, the next cost C: forward again; before the update it was 1.5625 = 0.517211
"""


def listed(step: Step) -> str:
    """A step as a paragraph: title and formula, words, and its rows with the cells of all examples."""
    return "\n".join([f"{step.title}: {step.formula}", step.words, *[listed_row(row) for row in step.rows]])


def listed_row(row: Row) -> str:
    cells = [f"{working} = {value + 0.0:.6g}" if working else f"{value:g}" for value, working in row.cells]
    return f" {row.place}: {row.symbol}, {row.spoken}: {', '.join(cells)}".replace("\u00a0", " ")


def test_the_whole_walk_is_as_worked_out_by_hand() -> None:
    walk = Walk(NETWORK, X, Y, 0.1)
    assert "\n\n".join([listed(step) for step in walk.steps()]) + "\n" == LISTING
    assert repr(walk) == "Walk(Network(2 -> 2 -> 1), cost 1.5625 -> 0.517211)"


def workings_of(network: Network, X: List[List[float]], Y: List[List[float]], title: str) -> List[str]:
    (step,) = [step for step in Walk(network, X, Y, 0.1).steps() if step.title == title]
    return [listed_row(row) for row in step.rows]


def test_of_eight_inputs_a_sum_shows_the_first_three_products_and_the_bias() -> None:
    """0.5·(1 + 2 + … + 8) + 0.25 = 18.25; the first weight is −0.5, so 1 less: 17.25."""
    network = Network(Layer([[-0.5] + [0.5] * 7], [0.25]))
    x = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]
    assert workings_of(network, [x], [[17.25]], "Layer 1: the weighted input") == [
        " z.1.1: z¹, z of layer 1, neuron 1: −0.5 · 1 + 0.5 · 2 + 0.5 · 3 + … + 0.25 = 17.25"
    ]
    five = Network(Layer([[0.5] * 5], [-0.25]))
    assert workings_of(five, [x[:5]], [[1.0]], "Layer 1: the weighted input") == [
        " z.1.1: z¹, z of layer 1, neuron 1: 0.5 · 1 + 0.5 · 2 + 0.5 · 3 + 0.5 · 4 + 0.5 · 5 − 0.25 = 7.25"
    ]


def test_of_eight_examples_a_mean_shows_the_first_three_and_the_last() -> None:
    """The outputs are 1 to 8, the targets 0: the costs are half the squares, which add up to 102."""
    X = [[float(n)] for n in range(1, 9)]
    found = workings_of(Network(Layer([[1.0]], [0.0])), X, [[0.0]] * 8, "The cost")
    assert found[1] == " C: C, the cost C, the mean over 8 examples: (0.5 + 2 + 4.5 + … + 32) / 8 = 12.75"


def test_in_the_middle_of_three_layers_each_step_names_the_layers_next_to_it() -> None:
    """All weights are 1 but the last, which is 3: with x = 2, every z is 2 and the last a is 6, which is 5 too high."""
    network = Network(Layer([[1.0]], [0.0]), Layer([[1.0]], [0.0]), Layer([[3.0]], [0.0]))
    steps = {step.title: step for step in Walk(network, [[2.0]], [[1.0]], 0.1).steps()}
    assert listed(steps["Layer 2: the weighted input"]) == (
        "Layer 2: the weighted input: z = w·a + b, with a of layer 1\n"
        "Each neuron of layer 2 computes a weighted sum of the activations of layer 1 and adds its bias.\n"
        " z.2.1: z², z of layer 2, neuron 1: 1 · 2 + 0 = 2"
    )
    assert listed(steps["Layer 2: the slope of the cost with respect to a"]) == (
        "Layer 2: the slope of the cost with respect to a: ∂C/∂a = sum of ∂C/∂z · w, both of layer 3\n"
        "Each a affects the cost through every neuron of layer 3, so these slopes add up.\n"
        " dC_da.2.1: ∂C/∂a², the slope of the cost with respect to a of layer 2, neuron 1: 5 · 3 = 15"
    )
    assert listed(steps["Layer 1: the slope of the cost with respect to a"]) == (
        "Layer 1: the slope of the cost with respect to a: ∂C/∂a = sum of ∂C/∂z · w, both of layer 2\n"
        "Each a affects the cost through every neuron of layer 2, so these slopes add up.\n"
        " dC_da.1.1: ∂C/∂a¹, the slope of the cost with respect to a of layer 1, neuron 1: 15 · 1 = 15"
    )
    assert listed(steps["Layer 3: the gradient with respect to the weights"]) == (
        "Layer 3: the gradient with respect to the weights: ∂C/∂w = ∂C/∂z · a of layer 2\n"
        "∂z/∂w is what the weight multiplies: an activation of layer 2.\n"
        " w.3.1.1: ∂C/∂w³₁₁, the slope of the cost with respect to the weight of layer 3, neuron 1, input 1: "
        "5 · 2 = 10"
    )


def test_the_slope_of_tanh_is_worked_out_from_its_a() -> None:
    """tanh(0) = 0."""
    network = Network(Layer([[1.0]], [-1.0], TANH))
    assert workings_of(network, [[1.0]], [[0.0]], "Layer 1: the slope of a with respect to z") == [
        " da_dz.1.1: ∂a¹/∂z¹, the slope of a of layer 1, neuron 1 with respect to z of layer 1, neuron 1: "
        "tanh′(0) = 1 − 0² = 1"
    ]
