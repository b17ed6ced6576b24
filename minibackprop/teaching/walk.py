"""A walk through one training step: what is computed, in which order, and from which numbers.

Forward layer by layer, the cost, backward layer by layer, the update, the next cost. All values are read from
the records of `forward` and `backward`; the workings beside them only write out how they were calculated.
"""

from ..backprop import backward, forward
from ..costs import HALF_SQUARED_ERROR, Cost
from ..drawing.notation import Symbol
from ..linalg import Matrix, Vector, transpose
from ..network import Network
from ..update import gradient_step
from .cost_words import cost_words
from .place import parameters
from .rules import ACTIVATION, BACK, BIASES, DELTA, ERROR, EXAMPLES, FED, MEAN, NEXT_LAYER, SLOPE, WEIGHTS
from .step import Row, Step, row_of, slope_row_of
from .working import MINUS, TIMES, Workings, added_up, bracketed, derivative_of, entry_by_entry
from .working import function_of, mean_of, number, product, products


class Walk:
    """The records of one training step on the examples X with the targets Y, and the steps through them."""

    def __init__(
        self, network: Network, X: Matrix, Y: Matrix, learning_rate: float, cost: Cost = HALF_SQUARED_ERROR
    ) -> None:
        self.network = network
        self.X = X
        self.Y = Y
        self.learning_rate = learning_rate
        self.forward_pass = forward(network, X)
        self.backward_pass = backward(network, self.forward_pass, Y, cost)
        self.after = gradient_step(network, self.backward_pass, learning_rate)
        self.cost_function = cost
        self.cost = cost.of(Y, transpose(self.forward_pass[-1].A))
        self.next_cost = cost.of(Y, self.after.predict_all(X))

    def __repr__(self) -> str:
        return f"Walk({self.network}, cost {self.cost:.6g} -> {self.next_cost:.6g})"

    def steps(self) -> "list[Step]":
        """The steps, in order.

        >>> from minibackprop import Layer
        >>> for step in Walk(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], learning_rate=0.05).steps():
        ...     print(step.kind, "|", step.title, "|", step.rows[0].symbol, "=", step.rows[0].cells[0][0])
        given | What is given | x₁ = 3.0
        forward | Layer 1: the weighted input | z¹ = 7.0
        forward | Layer 1: the activation | a¹ = 7.0
        forward | The cost | C = 2.0
        backward | Layer 1: the slope of the cost with respect to a | ∂C/∂a¹ = 2.0
        backward | Layer 1: the slope of a with respect to z | ∂a¹/∂z¹ = 1.0
        backward | Layer 1: the slope of the cost with respect to z | ∂C/∂z¹ = 2.0
        backward | Layer 1: the gradient with respect to the weights | ∂C/∂w¹₁₁ = 6.0
        backward | Layer 1: the gradient with respect to the biases | ∂C/∂b¹₁ = 2.0
        update | The update | w¹₁₁ = 1.7
        update | The next cost | C = 0.5
        """
        layers = range(len(self.network.layers))
        last = len(self.network.layers) - 1
        steps = [self._given()]
        for k in layers:
            steps += [self._weighted_inputs(k), self._activations(k)]
        steps.append(self._cost())
        for k in reversed(layers):
            steps.append(self._cost_by_a_of_outputs() if k == last else self._cost_by_a(k))
            steps += [self._a_by_z(k), self._cost_by_z(k), self._cost_by_w(k), self._cost_by_b(k)]
        return steps + [self._update(), self._next_cost()]

    def _given(self) -> Step:
        rows = []
        for letter, table in (("x", self.X), ("y", self.Y)):
            for i, column in enumerate(transpose(table), 1):
                rows.append(row_of(self.network, (letter, i), [(value, "") for value in column]))
        rows += [row_of(self.network, symbol, [(value, "")]) for symbol, value in parameters(self.network)]
        words = "An example has inputs x and targets y. The network has weights w and biases b"
        return Step("given", 0, "What is given", "x, y, w, b", words + ": these are what training changes.", rows)

    def _weighted_inputs(self, k: int) -> Step:
        record, layer = self.forward_pass[k], self.network.layers[k]
        workings = [
            [added_up(products(w, a_in) + [number(b)]) for a_in in transpose(record.A_in)]
            for w, b in zip(layer.weights, layer.biases)
        ]
        fed = "the inputs x" if k == 0 else f"the activations of layer {k}"
        words = f"Each neuron of layer {k + 1} computes a weighted sum of {fed} and adds its bias."
        formula = "z = w·x + b" if k == 0 else f"z = w·a + b, with a of layer {k}"
        rows = self._neuron_rows("z", k, record.Z, workings)
        return Step("forward", k + 1, "the weighted input", formula, words, rows)

    def _activations(self, k: int) -> Step:
        record, name = self.forward_pass[k], self.network.layers[k].activation.name
        workings = entry_by_entry(lambda z: function_of(name, z), record.Z)
        words = f"Each neuron applies its activation function, {name}, to its z"
        words += ", so a = z." if name == "linear" else "."
        rows = self._neuron_rows("a", k, record.A, workings)
        return Step("forward", k + 1, "the activation", f"a = f(z), with f = {name}", words, rows)

    def _cost(self) -> Step:
        cells = []
        texts = cost_words(self.cost_function)
        for y, a in zip(self.Y, transpose(self.forward_pass[-1].A)):
            cells.append((self.cost_function.of([y], [a]), texts.working(y, a)))
        words = texts.words
        rows = [Row("C", "the cost C", "C", cells)]
        if len(self.X) > 1:
            mean = self.cost, mean_of([number(cost) for cost, _ in cells])
            rows = [
                Row("C of this example", "the cost C of this example", "C.1", cells),
                Row("C", f"the cost C, the mean over {len(self.X)} examples", "C", [mean]),
            ]
            words += f" The cost of the batch is the mean over its {len(self.X)} examples."
        return Step("forward", 0, "The cost", texts.formula, words, rows)

    def _cost_by_a_of_outputs(self) -> Step:
        k = len(self.network.layers) - 1
        texts = cost_words(self.cost_function)
        pairs = list(zip(self.Y, transpose(self.forward_pass[k].A)))
        workings = [[texts.slope_working(y, a, j) for y, a in pairs] for j in range(self.network.num_outputs)]
        rows = self._slope_rows("C", "a", k, self.backward_pass[k].dC_dA, workings)
        return Step("backward", k + 1, ERROR.title, texts.slope_formula, texts.slope_words, rows)

    def _cost_by_a(self, k: int) -> Step:
        layer, dC_dZ = self.network.layers[k + 1], self.backward_pass[k + 1].dC_dZ
        workings = [
            [added_up(products(dC_dz, w)) for dC_dz in transpose(dC_dZ)]
            for w in transpose(layer.weights)
        ]
        rows = self._slope_rows("C", "a", k, self.backward_pass[k].dC_dA, workings)
        formula, words = [text.replace(NEXT_LAYER, f"layer {k + 2}") for text in (BACK.formula, BACK.words)]
        return Step("backward", k + 1, BACK.title, formula, words, rows)

    def _a_by_z(self, k: int) -> Step:
        record, name = self.forward_pass[k], self.network.layers[k].activation.name
        workings = entry_by_entry(lambda z, a: derivative_of(name, z, a), record.Z, record.A)
        words = SLOPE.words.replace(ACTIVATION, name)
        rows = self._slope_rows("a", "z", k, self.backward_pass[k].dA_dZ, workings)
        return Step("backward", k + 1, SLOPE.title, SLOPE.formula, words, rows)

    def _cost_by_z(self, k: int) -> Step:
        record = self.backward_pass[k]
        workings = entry_by_entry(product, record.dC_dA, record.dA_dZ)
        rows = self._slope_rows("C", "z", k, record.dC_dZ, workings)
        return Step("backward", k + 1, DELTA.title, DELTA.formula, DELTA.words, rows)

    def _cost_by_w(self, k: int) -> Step:
        record, A_in, rows = self.backward_pass[k], self.forward_pass[k].A_in, []
        for j, slopes in enumerate(record.dC_dW):
            for i, slope in enumerate(slopes):
                working = mean_of(products(record.dC_dZ[j], A_in[i]))
                rows.append(self._parameter_slope(("w", k + 1, j + 1, i + 1), slope, working))
        fed, words = ("x", "an input x") if k == 0 else (f"a of layer {k}", f"an activation of layer {k}")
        words = WEIGHTS.words.replace(FED, words) + self._mean_in_words()
        return Step("backward", k + 1, WEIGHTS.title, WEIGHTS.formula.replace(FED, fed), words, rows)

    def _cost_by_b(self, k: int) -> Step:
        record, rows = self.backward_pass[k], []
        for j, slope in enumerate(record.dC_db):
            working = mean_of([product(dC_dz, 1.0) for dC_dz in record.dC_dZ[j]])
            rows.append(self._parameter_slope(("b", k + 1, j + 1), slope, working))
        return Step("backward", k + 1, BIASES.title, BIASES.formula, BIASES.words + self._mean_in_words(), rows)

    def _update(self) -> Step:
        slopes: Vector = []
        for record in self.backward_pass:
            for dC_dw, dC_db in zip(record.dC_dW, record.dC_db):
                slopes += dC_dw + [dC_db]
        rate, rows = number(self.learning_rate), []
        for (symbol, old), slope, (_, new) in zip(parameters(self.network), slopes, parameters(self.after)):
            working = number(old) + MINUS + rate + TIMES + bracketed(slope)
            rows.append(row_of(self.network, symbol, [(new, working)]))
        words = "All weights and biases change at once, each by a small step against its slope."
        return Step("update", 0, "The update", f"new w = w − {rate} · ∂C/∂w", words, rows)

    def _next_cost(self) -> Step:
        cell = self.next_cost, f"forward again; before the update it was {number(self.cost)}"
        words = "The same examples go forward through the updated network. Is the cost lower now?"
        rows = [Row("C", "the next cost C", "C", [cell])]
        return Step("update", 0, "The next cost", cost_words(self.cost_function).formula, words, rows)

    def _neuron_rows(self, letter: str, k: int, values: Matrix, workings: Workings) -> "list[Row]":
        """A row for each neuron of layer k, with a cell for each example."""
        return [
            row_of(self.network, (letter, k + 1, j), list(zip(values_of_j, workings_of_j)))
            for j, (values_of_j, workings_of_j) in enumerate(zip(values, workings), 1)
        ]

    def _slope_rows(self, top: str, letter: str, k: int, slopes: Matrix, workings: Workings) -> "list[Row]":
        """The same for the slopes of `top`, "C" or "a", with respect to the quantity with this letter."""
        return [
            slope_row_of(self.network, top, (letter, k + 1, j), list(zip(slopes_of_j, workings_of_j)))
            for j, (slopes_of_j, workings_of_j) in enumerate(zip(slopes, workings), 1)
        ]

    def _parameter_slope(self, symbol: Symbol, slope: float, working: str) -> Row:
        """The row of the slope of the cost with respect to one weight or bias."""
        return slope_row_of(self.network, "C", symbol, [(slope, working)])

    def _mean_in_words(self) -> str:
        return " " + MEAN.words.replace(EXAMPLES, f"the {len(self.X)} examples") if len(self.X) > 1 else ""
