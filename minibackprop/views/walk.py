"""The walk through one training step: what is worked out, in which order, and from which numbers.

Forward layer by layer, the cost, backward layer by layer, the update, the next cost. All values are read from
the two records; the workings beside them only write down what they were made of.
"""

from ..backprop import LayerBackward, LayerForward, backward, forward
from ..costs import HALF_SQUARED_ERROR
from ..linalg import Matrix, Vector
from ..network import Network
from ..training import gradient_step
from .notation import UNICODE, Symbol
from .walk_rows import Cell, Row, Step, added_up, bracketed, number, weight_key

TIMES = "\u00a0· "  # a line may end after the dot, not before it
MINUS = UNICODE.minus


class Walk:
    """The records of one training step on the examples X with the targets Y, and the steps through them."""

    def __init__(self, network: Network, X: Matrix, Y: Matrix, learning_rate: float) -> None:
        self.network = network
        self.X = X
        self.Y = Y
        self.learning_rate = learning_rate
        self.forward_pass: "list[LayerForward]" = forward(network, X)
        self.backward_pass: "list[LayerBackward]" = backward(network, self.forward_pass, Y)
        self.after = gradient_step(network, self.backward_pass, learning_rate)
        self.cost = HALF_SQUARED_ERROR.of(Y, self.forward_pass[-1].A)
        self.next_cost = HALF_SQUARED_ERROR.of(Y, self.after.predict_all(X))

    def __repr__(self) -> str:
        return f"Walk({self.network}, cost {self.cost:.6g} -> {self.next_cost:.6g})"

    def steps(self) -> "list[Step]":
        """The steps, in order.

        >>> from minibackprop import Layer
        >>> for step in Walk(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], learning_rate=0.05).steps():
        ...     print(step.kind, "|", step.title, "|", step.rows[0].symbol, "=", step.rows[0].cells[0].value)
        given | What is given | x₁ = 3.0
        forward | Layer 1: the weighted input | z¹ = 7.0
        forward | Layer 1: the activation | a¹ = 7.0
        forward | The cost | C = 2.0
        backward | Layer 1: the slope of the cost in a | ∂C/∂a¹ = 2.0
        backward | Layer 1: the slope of a in z | ∂a¹/∂z¹ = 1.0
        backward | Layer 1: the slope of the cost in z | ∂C/∂z¹ = 2.0
        backward | Layer 1: the slopes in the weights | ∂C/∂w¹₁₁ = 6.0
        backward | Layer 1: the slopes in the biases | ∂C/∂b¹₁ = 2.0
        update | The update | w¹₁₁ = 1.7
        update | The next cost | C = 0.5
        """
        layers = range(len(self.network.layers))
        steps = [self._given()]
        for k in layers:
            steps += [self._weighted_inputs(k), self._activations(k)]
        steps.append(self._cost())
        for k in reversed(layers):
            steps += [
                self._cost_by_a(k),
                self._a_by_z(k),
                self._cost_by_z(k),
                self._cost_by_w(k),
                self._cost_by_b(k),
            ]
        return steps + [self._update(), self._next_cost()]

    def _given(self) -> Step:
        rows = []
        for i in range(self.network.num_inputs):
            rows.append(self._row(("x", i), f"x.{i + 1}", [Cell(x[i]) for x in self.X]))
        for j in range(self.network.num_outputs):
            rows.append(self._row(("y", j), f"y.{j + 1}", [Cell(y[j]) for y in self.Y]))
        for k, layer in enumerate(self.network.layers):
            for j, (weights, bias) in enumerate(zip(layer.weights, layer.biases)):
                for i, w in enumerate(weights):
                    rows.append(self._row(("w", k, j, i), "", [Cell(w)]))
                rows.append(self._row(("b", k, j), "", [Cell(bias)]))
        words = "An example has inputs x and targets y. The network has weights w and biases b"
        return Step(
            "given", 0, "What is given", "x, y, w, b", words + ": these are what training changes.", rows
        )

    def _weighted_inputs(self, k: int) -> Step:
        record, layer, rows = self.forward_pass[k], self.network.layers[k], []
        for j, (weights, bias) in enumerate(zip(layer.weights, layer.biases)):
            cells = []
            for A_in, Z in zip(record.A_in, record.Z):
                products = [number(w) + TIMES + bracketed(a) for w, a in zip(weights, A_in)]
                cells.append(Cell(Z[j], added_up(products + [number(bias)])))
            rows.append(self._row(("z", k, j), f"z.{k + 1}.{j + 1}", cells))
        fed = "the inputs x" if k == 0 else f"the activations of layer {k}"
        words = f"Each neuron of layer {k + 1} weighs {fed} and adds its bias."
        formula = "z = w·x + b" if k == 0 else f"z = w·a + b, with a of layer {k}"
        return Step("forward", k + 1, f"Layer {k + 1}: the weighted input", formula, words, rows)

    def _activations(self, k: int) -> Step:
        record, name, rows = self.forward_pass[k], self.network.layers[k].activation.name, []
        for j in range(self.network.layers[k].num_neurons):
            cells = [Cell(A[j], f"{name}({number(Z[j])})") for Z, A in zip(record.Z, record.A)]
            rows.append(self._row(("a", k, j), f"a.{k + 1}.{j + 1}", cells))
        bend = "linear passes z on as it is" if name == "linear" else f"{name} bends z into a"
        words = f"Each neuron passes on its activation: {bend}."
        return Step(
            "forward", k + 1, f"Layer {k + 1}: the activation", f"a = f(z), with f = {name}", words, rows
        )

    def _cost(self) -> Step:
        cells = []
        for y, a in zip(self.Y, self.forward_pass[-1].A):
            squares = [f"½{TIMES}({number(t)}{MINUS}{bracketed(p)})²" for t, p in zip(y, a)]
            cells.append(Cell(HALF_SQUARED_ERROR.of([y], [a]), added_up(squares)))
        words = "How wrong is the output? Half the squared distance between target and output."
        if len(self.X) == 1:
            rows = [Row("C", "the cost C", "C", [Cell(self.cost, cells[0].working)])]
        else:
            of_one = Row("C of this example", "the cost C of this example", "C.1", cells)
            mean = Cell(self.cost, self._mean([number(cell.value) for cell in cells]))
            rows = [of_one, Row("C", f"the cost C, the mean over {len(self.X)} examples", "C", [mean])]
            words += f" The cost of the batch is the mean over its {len(self.X)} examples."
        return Step("forward", 0, "The cost", "C = ½‖y − a‖²", words, rows)

    def _cost_by_a(self, k: int) -> Step:
        record, is_last, rows = self.backward_pass[k], k == len(self.network.layers) - 1, []
        for j in range(self.network.layers[k].num_neurons):
            cells = []
            for n, dC_dA in enumerate(record.dC_dA):
                if is_last:
                    working = number(self.forward_pass[k].A[n][j]) + MINUS + bracketed(self.Y[n][j])
                else:
                    weights = [row[j] for row in self.network.layers[k + 1].weights]
                    slopes = self.backward_pass[k + 1].dC_dZ[n]
                    working = added_up(
                        [number(slope) + TIMES + bracketed(w) for slope, w in zip(slopes, weights)]
                    )
                cells.append(Cell(dC_dA[j], working))
            rows.append(self._slope_row(("C",), ("a", k, j), f"dC_da.{k + 1}.{j + 1}", cells))
        if is_last:
            words = "The chain rule starts at the cost. Its slope a − y is above 0 if the output is too high."
            formula = "∂C/∂a = a − y"
        else:
            words = f"Layer {k + 2} passes slopes back along its weights; those that reach an a add up."
            formula = f"∂C/∂a = sum of ∂C/∂z · w, both of layer {k + 2}"
        return Step("backward", k + 1, f"Layer {k + 1}: the slope of the cost in a", formula, words, rows)

    def _a_by_z(self, k: int) -> Step:
        name, rows = self.network.layers[k].activation.name, []
        for j in range(self.network.layers[k].num_neurons):
            cells = []
            for Z, A, slopes in zip(
                self.forward_pass[k].Z, self.forward_pass[k].A, self.backward_pass[k].dA_dZ
            ):
                working = f"{name}′({number(Z[j])})"
                if name == "sigmoid":
                    working += f" = {number(A[j])}{TIMES}(1{MINUS}{number(A[j])})"
                if name == "tanh":
                    working += f" = 1{MINUS}{bracketed(A[j])}²"
                cells.append(Cell(slopes[j], working))
            rows.append(self._slope_row(("a", k, j), ("z", k, j), f"da_dz.{k + 1}.{j + 1}", cells))
        words = f"How responsive is each neuron? The slope of {name} at its z."
        return Step("backward", k + 1, f"Layer {k + 1}: the slope of a in z", "∂a/∂z = f′(z)", words, rows)

    def _cost_by_z(self, k: int) -> Step:
        record, rows = self.backward_pass[k], []
        for j in range(self.network.layers[k].num_neurons):
            cells = []
            for dC_dA, dA_dZ, dC_dZ in zip(record.dC_dA, record.dA_dZ, record.dC_dZ):
                cells.append(Cell(dC_dZ[j], number(dC_dA[j]) + TIMES + bracketed(dA_dZ[j])))
            rows.append(self._slope_row(("C",), ("z", k, j), f"dC_dz.{k + 1}.{j + 1}", cells))
        words = "The two slopes multiplied: the chain rule takes the cost back through f."
        return Step(
            "backward",
            k + 1,
            f"Layer {k + 1}: the slope of the cost in z",
            "∂C/∂z = ∂C/∂a · ∂a/∂z",
            words,
            rows,
        )

    def _cost_by_w(self, k: int) -> Step:
        record, layer, rows = self.backward_pass[k], self.network.layers[k], []
        for j in range(layer.num_neurons):
            for i in range(layer.num_inputs):
                pairs = zip(record.dC_dZ, self.forward_pass[k].A_in)
                products = [number(dC_dZ[j]) + TIMES + bracketed(A_in[i]) for dC_dZ, A_in in pairs]
                cell = Cell(record.dC_dW[j][i], self._mean(products))
                rows.append(self._slope_row(("C",), ("w", k, j, i), "", [cell]))
        fed = "its input x" if k == 0 else f"the activation of layer {k} that it weighs"
        words = f"∂z/∂w is what the weight was fed: {fed}." + self._mean_in_words()
        formula = "∂C/∂w = ∂C/∂z · x" if k == 0 else f"∂C/∂w = ∂C/∂z · a of layer {k}"
        return Step("backward", k + 1, f"Layer {k + 1}: the slopes in the weights", formula, words, rows)

    def _cost_by_b(self, k: int) -> Step:
        record, rows = self.backward_pass[k], []
        for j, slope in enumerate(record.dC_db):
            cell = Cell(slope, self._mean([number(dC_dZ[j]) + TIMES + "1" for dC_dZ in record.dC_dZ]))
            rows.append(self._slope_row(("C",), ("b", k, j), "", [cell]))
        words = "∂z/∂b = 1: the bias counts fully, whatever the input." + self._mean_in_words()
        return Step(
            "backward", k + 1, f"Layer {k + 1}: the slopes in the biases", "∂C/∂b = ∂C/∂z · 1", words, rows
        )

    def _update(self) -> Step:
        rate, rows = number(self.learning_rate), []
        for k, (before, after) in enumerate(zip(self.network.layers, self.after.layers)):
            slopes = self.backward_pass[k]
            for j in range(before.num_neurons):
                for i in range(before.num_inputs):
                    working = (
                        number(before.weights[j][i]) + MINUS + rate + TIMES + bracketed(slopes.dC_dW[j][i])
                    )
                    rows.append(self._row(("w", k, j, i), "", [Cell(after.weights[j][i], working)]))
                working = number(before.biases[j]) + MINUS + rate + TIMES + bracketed(slopes.dC_db[j])
                rows.append(self._row(("b", k, j), "", [Cell(after.biases[j], working)]))
        words = "All weights and biases move at once, a little against their slopes: downhill on the cost."
        formula = f"new w = w − {rate} · ∂C/∂w"
        return Step("update", 0, "The update", formula, words, rows)

    def _next_cost(self) -> Step:
        cell = Cell(self.next_cost, f"forward again; it was {number(self.cost)}")
        words = "The same examples go forward through the changed network. Was it a step down?"
        row = Row("C", "the next cost C", "C", [cell])
        return Step("update", 0, "The next cost", "C = ½‖y − a‖²", words, [row])

    def _row(self, quantity: Symbol, place: str, cells: "list[Cell]") -> Row:
        weight = weight_key(quantity)
        place = place or f"{quantity[0]}.{weight}"
        return Row(self._symbol(quantity), self._spoken(quantity), place, cells, weight)

    def _slope_row(self, top: Symbol, bottom: Symbol, place: str, cells: "list[Cell]") -> Row:
        weight = weight_key(bottom)
        symbol = f"∂{self._symbol(top)}/∂{self._symbol(bottom)}"
        spoken = f"the slope of {self._spoken(top)} in {self._spoken(bottom)}"
        return Row(symbol, spoken, place or f"{bottom[0]}.{weight}", cells, weight)

    def _symbol(self, quantity: Symbol) -> str:
        """The symbol, as in an explanation: z and a of a layer's only neuron go without its number."""
        letter, counts = quantity[0], [int(str(count)) + 1 for count in quantity[1:]]
        if letter in ("x", "y"):
            return UNICODE.symbol((letter, "", counts[0]))
        if letter in ("z", "a") and self.network.layers[counts[0] - 1].num_neurons == 1:
            counts = counts[:1]
        return UNICODE.symbol(tuple([letter] + counts))

    def _spoken(self, quantity: Symbol) -> str:
        letter, counts = quantity[0], [int(str(count)) + 1 for count in quantity[1:]]
        if letter == "x":
            return f"input {counts[0]}"
        if letter == "y":
            return f"target {counts[0]}"
        if letter == "w":
            return f"the weight of layer {counts[0]}, neuron {counts[1]}, input {counts[2]}"
        if letter == "b":
            return f"the bias of layer {counts[0]}, neuron {counts[1]}"
        return f"{letter} of layer {counts[0]}, neuron {counts[1]}" if counts else "the cost"

    def _mean(self, parts: "list[str]") -> str:
        return parts[0] if len(parts) == 1 else f"({added_up(parts)}) / {len(parts)}"

    def _mean_in_words(self) -> str:
        return f" The slope is the mean over the {len(self.X)} examples." if len(self.X) > 1 else ""


def costs_of(walks: "list[Walk]") -> Vector:
    """The costs along the walks: before the first, and after each.

    >>> from minibackprop import Layer
    >>> costs_of([Walk(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], learning_rate=0.05)])
    [2.0, 0.5]
    """
    return [walk.cost for walk in walks] + [walks[-1].next_cost]
