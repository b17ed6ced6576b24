"""The walk through one training step: what is worked out, in which order, and from which numbers.

Forward layer by layer, the cost, backward layer by layer, the update, the next cost. All values are read from
the two records; the workings beside them only write down what they were made of.
"""

from ..backprop import backward, forward
from ..validation import counted
from ..costs import HALF_SQUARED_ERROR
from ..linalg import Matrix, Vector, transpose
from ..network import Network
from ..update import gradient_step
from ..drawing.notation import UNICODE, Symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    Cell = tuple[float, str]  # a value and its working: the numbers it was made of, or nothing where it was given

TIMES = "\u00a0· "  # a line may end after the dot, not before it
MINUS = UNICODE.minus
MOST_TERMS = 6  # of a sum that is written out; of a longer one, the first three and the last


class Row:
    """One quantity of a step: its symbol, the symbol read aloud, and a cell for each example or one for all.

    `place` tells quantities apart and is where the figure shows them, such as "z.1.2": neuron 2 of layer 1.
    `weight` is the weight or bias that stands there, such as "1.2.3" or "1.2", if there is one.
    """

    def __init__(self, symbol: str, spoken: str, place: str, cells: "list[Cell]") -> None:
        self.symbol = symbol
        self.spoken = spoken
        self.place = place
        self.cells = cells
        self.weight = place[2:] if place[:2] in ("w.", "b.") else ""

    def __repr__(self) -> str:
        return f"Row({self.place})"


class Step:
    """One step of the walk: what happens in it, as a title, a formula and words, and its rows.

    `kind` is "given", "forward", "backward" or "update"; `layer` counts from 1, 0 is no layer.
    """

    def __init__(self, kind: str, layer: int, title: str, formula: str, words: str, rows: "list[Row]") -> None:
        self.kind = kind
        self.layer = layer
        self.title = f"Layer {layer}: {title}" if layer else title
        self.formula = formula
        self.words = words
        self.rows = rows

    def __repr__(self) -> str:
        return f"Step({self.title}, {counted(len(self.rows), 'row')})"


class Walk:
    """The records of one training step on the examples X with the targets Y, and the steps through them."""

    def __init__(self, network: Network, X: Matrix, Y: Matrix, learning_rate: float) -> None:
        self.network = network
        self.X = X
        self.Y = Y
        self.learning_rate = learning_rate
        self.forward_pass = forward(network, X)
        self.backward_pass = backward(network, self.forward_pass, Y)
        self.after = gradient_step(network, self.backward_pass, learning_rate)
        self.cost = HALF_SQUARED_ERROR.of(Y, transpose(self.forward_pass[-1].A))
        self.next_cost = HALF_SQUARED_ERROR.of(Y, self.after.predict_all(X))

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
            steps += [self._cost_by_a(k), self._a_by_z(k), self._cost_by_z(k), self._cost_by_w(k), self._cost_by_b(k)]
        return steps + [self._update(), self._next_cost()]

    def _given(self) -> Step:
        rows = []
        for letter, examples in (("x", self.X), ("y", self.Y)):
            for i in range(len(examples[0])):
                rows.append(self._row((letter, i + 1), [(example[i], "") for example in examples]))
        rows += [self._row(symbol, [(value, "")]) for symbol, value in parameters(self.network)]
        words = "An example has inputs x and targets y. The network has weights w and biases b"
        return Step("given", 0, "What is given", "x, y, w, b", words + ": these are what training changes.", rows)

    def _weighted_inputs(self, k: int) -> Step:
        record, layer = self.forward_pass[k], self.network.layers[k]

        def working(n: int, j: int) -> str:
            return _added_up(_products(layer.weights[j], [a[n] for a in record.A_in]) + [number(layer.biases[j])])

        fed = "the inputs x" if k == 0 else f"the activations of layer {k}"
        words = f"Each neuron of layer {k + 1} weighs {fed} and adds its bias."
        formula = "z = w·x + b" if k == 0 else f"z = w·a + b, with a of layer {k}"
        rows = self._of_neurons("z", k, record.Z, working)
        return Step("forward", k + 1, "the weighted input", formula, words, rows)

    def _activations(self, k: int) -> Step:
        record, name = self.forward_pass[k], self.network.layers[k].activation.name
        bend = "linear passes z on as it is" if name == "linear" else f"{name} bends z into a"
        words = f"Each neuron passes on its activation: {bend}."
        rows = self._of_neurons("a", k, record.A, lambda n, j: f"{name}({number(record.Z[j][n])})")
        return Step("forward", k + 1, "the activation", f"a = f(z), with f = {name}", words, rows)

    def _cost(self) -> Step:
        cells = []
        for y, a in zip(self.Y, transpose(self.forward_pass[-1].A)):
            squares = [f"½{TIMES}({number(t)}{MINUS}{_bracketed(p)})²" for t, p in zip(y, a)]
            cells.append((HALF_SQUARED_ERROR.of([y], [a]), _added_up(squares)))
        words = "How wrong is the output? Half the squared distance between target and output."
        rows = [Row("C", "the cost C", "C", cells)]
        if len(self.X) > 1:
            mean = self.cost, _mean_of([number(cost) for cost, _ in cells])
            rows = [
                Row("C of this example", "the cost C of this example", "C.1", cells),
                Row("C", f"the cost C, the mean over {len(self.X)} examples", "C", [mean]),
            ]
            words += f" The cost of the batch is the mean over its {len(self.X)} examples."
        return Step("forward", 0, "The cost", "C = ½‖y − a‖²", words, rows)

    def _cost_by_a(self, k: int) -> Step:
        if k == len(self.network.layers) - 1:

            def working(n: int, j: int) -> str:
                return number(self.forward_pass[k].A[j][n]) + MINUS + _bracketed(self.Y[n][j])

            words = "The chain rule starts at the cost. Its slope a − y is above 0 if the output is too high."
            formula = "∂C/∂a = a − y"
        else:

            def working(n: int, j: int) -> str:
                weights = [row[j] for row in self.network.layers[k + 1].weights]
                return _added_up(_products([row[n] for row in self.backward_pass[k + 1].dC_dZ], weights))

            words = f"Layer {k + 2} passes slopes back along its weights; those that reach an a add up."
            formula = f"∂C/∂a = sum of ∂C/∂z · w, both of layer {k + 2}"
        rows = self._of_neurons("a", k, self.backward_pass[k].dC_dA, working, slope_of="C")
        return Step("backward", k + 1, "the slope of the cost in a", formula, words, rows)

    def _a_by_z(self, k: int) -> Step:
        record, name = self.forward_pass[k], self.network.layers[k].activation.name

        def working(n: int, j: int) -> str:
            text, a = f"{name}′({number(record.Z[j][n])})", record.A[j][n]
            if name == "sigmoid":
                text += f" = {number(a)}{TIMES}(1{MINUS}{number(a)})"
            if name == "tanh":
                text += f" = 1{MINUS}{_bracketed(a)}²"
            return text

        words = f"How responsive is each neuron? The slope of {name} at its z."
        rows = self._of_neurons("z", k, self.backward_pass[k].dA_dZ, working, slope_of="a")
        return Step("backward", k + 1, "the slope of a in z", "∂a/∂z = f′(z)", words, rows)

    def _cost_by_z(self, k: int) -> Step:
        record = self.backward_pass[k]

        def working(n: int, j: int) -> str:
            return number(record.dC_dA[j][n]) + TIMES + _bracketed(record.dA_dZ[j][n])

        words = "The two slopes multiplied: the chain rule takes the cost back through f."
        rows = self._of_neurons("z", k, record.dC_dZ, working, slope_of="C")
        return Step("backward", k + 1, "the slope of the cost in z", "∂C/∂z = ∂C/∂a · ∂a/∂z", words, rows)

    def _cost_by_w(self, k: int) -> Step:
        record, A_in, rows = self.backward_pass[k], self.forward_pass[k].A_in, []
        for j, slopes in enumerate(record.dC_dW):
            for i, slope in enumerate(slopes):
                working = _mean_of(_products(record.dC_dZ[j], A_in[i]))
                rows.append(self._row(("w", k + 1, j + 1, i + 1), [(slope, working)], slope_of="C"))
        fed = "its input x" if k == 0 else f"the activation of layer {k} that it weighs"
        words = f"∂z/∂w is what the weight was fed: {fed}." + self._mean_in_words()
        formula = "∂C/∂w = ∂C/∂z · x" if k == 0 else f"∂C/∂w = ∂C/∂z · a of layer {k}"
        return Step("backward", k + 1, "the slopes in the weights", formula, words, rows)

    def _cost_by_b(self, k: int) -> Step:
        record, rows = self.backward_pass[k], []
        for j, slope in enumerate(record.dC_db):
            working = _mean_of([number(dC_dz) + TIMES + "1" for dC_dz in record.dC_dZ[j]])
            rows.append(self._row(("b", k + 1, j + 1), [(slope, working)], slope_of="C"))
        words = "∂z/∂b = 1: the bias counts fully, whatever the input." + self._mean_in_words()
        return Step("backward", k + 1, "the slopes in the biases", "∂C/∂b = ∂C/∂z · 1", words, rows)

    def _update(self) -> Step:
        rate, rows = number(self.learning_rate), []
        slopes: Vector = []
        for record in self.backward_pass:
            for dC_dw, dC_db in zip(record.dC_dW, record.dC_db):
                slopes += dC_dw + [dC_db]
        for (symbol, old), slope, (_, new) in zip(parameters(self.network), slopes, parameters(self.after)):
            working = number(old) + MINUS + rate + TIMES + _bracketed(slope)
            rows.append(self._row(symbol, [(new, working)]))
        words = "All weights and biases move at once, a little against their slopes: downhill on the cost."
        return Step("update", 0, "The update", f"new w = w − {rate} · ∂C/∂w", words, rows)

    def _next_cost(self) -> Step:
        cell = self.next_cost, f"forward again; it was {number(self.cost)}"
        words = "The same examples go forward through the changed network. Was it a step down?"
        return Step("update", 0, "The next cost", "C = ½‖y − a‖²", words, [Row("C", "the next cost C", "C", [cell])])

    def _of_neurons(
        self, letter: str, k: int, values: Matrix, working: "Callable[[int, int], str]", slope_of: str = ""
    ) -> "list[Row]":
        """A row for each neuron j of layer k, with a cell for each example n: its value and `working(n, j)`."""
        rows = []
        for j, row in enumerate(values):
            cells = [(value, working(n, j)) for n, value in enumerate(row)]
            rows.append(self._row((letter, k + 1, j + 1), cells, slope_of))
        return rows

    def _row(self, quantity: Symbol, cells: "list[Cell]", slope_of: str = "") -> Row:
        """The row of a quantity, or of the slope in it; the slope in a weight stands where the weight stands."""
        symbol, spoken = self._symbol(quantity), self._spoken(quantity)
        place = ".".join([str(part) for part in quantity])
        if slope_of:
            top = ("C",) if slope_of == "C" else (slope_of,) + quantity[1:]
            symbol = f"∂{self._symbol(top)}/∂{symbol}"
            spoken = f"the slope of {self._spoken(top)} in {spoken}"
            place = place if quantity[0] in ("w", "b") else f"d{slope_of}_d{place}"
        return Row(symbol, spoken, place, cells)

    def _symbol(self, quantity: Symbol) -> str:
        """The symbol, as in an explanation: z and a of a layer's only neuron go without its number."""
        if quantity[0] in ("x", "y"):
            return UNICODE.symbol((quantity[0], "", quantity[1]))
        if quantity[0] in ("z", "a") and self.network.layers[quantity[1] - 1].num_neurons == 1:
            quantity = quantity[:2]
        return UNICODE.symbol(quantity)

    def _spoken(self, quantity: Symbol) -> str:
        letter, counts = quantity[0], quantity[1:]
        if letter in ("x", "y"):
            return f"{'input' if letter == 'x' else 'target'} {counts[0]}"
        if letter == "w":
            return f"the weight of layer {counts[0]}, neuron {counts[1]}, input {counts[2]}"
        name = "the bias" if letter == "b" else letter
        return f"{name} of layer {counts[0]}, neuron {counts[1]}" if counts else "the cost"

    def _mean_in_words(self) -> str:
        return f" The slope is the mean over the {len(self.X)} examples." if len(self.X) > 1 else ""


def parameters(network: Network) -> "list[tuple[Symbol, float]]":
    """All weights and biases in order, each with its symbol.

    >>> from minibackprop import Layer
    >>> parameters(Network(Layer([[2.0, 3.0]], [1.0])))
    [(('w', 1, 1, 1), 2.0), (('w', 1, 1, 2), 3.0), (('b', 1, 1), 1.0)]
    """
    found: "list[tuple[Symbol, float]]" = []
    for k, layer in enumerate(network.layers, 1):
        for j, (weights, bias) in enumerate(zip(layer.weights, layer.biases), 1):
            found += [(("w", k, j, i), w) for i, w in enumerate(weights, 1)]
            found.append((("b", k, j), bias))
    return found


def number(value: float) -> str:
    """The number to six digits, with a true minus sign.

    >>> number(1 / 3), number(-0.0), number(-2e-7)
    ('0.333333', '0', '−2e−07')
    """
    return f"{value + 0.0:.6g}".replace("-", "−")


def _bracketed(value: float) -> str:
    """The number, in brackets if it is below 0."""
    text = number(value)
    return f"({text})" if text[0] == "−" else text


def _products(xs: Vector, ys: Vector) -> "list[str]":
    return [number(x) + TIMES + _bracketed(y) for x, y in zip(xs, ys)]


def _added_up(terms: "list[str]") -> str:
    """The terms as a sum; of many, the first three and the last."""
    if len(terms) > MOST_TERMS:
        terms = terms[:3] + ["…"] + terms[-1:]
    text = terms[0]
    for term in terms[1:]:
        text += " − " + term[1:] if term[0] == "−" else " + " + term
    return text


def _mean_of(terms: "list[str]") -> str:
    return terms[0] if len(terms) == 1 else f"({_added_up(terms)}) / {len(terms)}"
