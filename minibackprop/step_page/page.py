"""The step page: training step by step, as a web page in a single file to click through and to project.

All numbers and all sentences come from here; the script of the page only shows them.
"""

from ..validation import SettingError, as_number, counted, positive_number, shown, whole_number
from ..linalg import Rows, ShapeError
from ..network import Network, as_inputs, as_targets
from ..descent import gradient_descent
from ..teaching.explain import explain
from .figure import Names, step_curve, step_figure
from .assets import BODY, SCRIPT, STYLE
from ..drawing.svg import escape, short
from ..teaching.walk import Row, Walk, number, parameters

MOST_EXAMPLES = 12
MOST_EXPLANATIONS = 2000  # weights and biases times epochs: about 2 MB of page
POLICY = "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"


def step_page(
    network: Network,
    X: Rows,
    Y: Rows,
    learning_rate: float,
    epochs: int = 10,
    input_names: "Names | None" = None,
    output_names: "Names | None" = None,
    example_names: "Names | None" = None,
    title: str = "One training step, step by step",
    about: str = "",
    policy: str = POLICY % ("unsafe-inline", "unsafe-inline"),
) -> str:
    """Return a web page that walks through the training of the network, full batch: each step of every epoch.

    X and Y are one to 12 examples by rows; `about` says where they come from. The page fetches nothing:
    `policy` is its content-security policy; tools.page_file makes a stricter one, with hashes.

    ShapeError, NumberError or SettingError if an argument does not fit or there is too much to show;
    DivergenceError if the learning rate is too large.

    >>> from minibackprop import Layer
    >>> page = step_page(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], learning_rate=0.1, epochs=1)
    >>> page.startswith("<!DOCTYPE html>"), "w¹₁₁ is the weight from input 1 to neuron 1 of layer 1." in page
    (True, True)
    """
    inputs = as_inputs(network, X)
    targets = as_targets(network, Y, len(inputs))
    rate = positive_number(learning_rate, "the learning rate")
    whole_number(epochs, "epochs", at_least=1)
    if len(inputs) > MOST_EXAMPLES:
        raise SettingError(
            f"there are {len(inputs)} examples, too many to follow: choose at most {MOST_EXAMPLES} of them"
        )
    num_weights = len(parameters(network))
    if num_weights * epochs > MOST_EXPLANATIONS:
        raise SettingError(
            f"the page explains {num_weights} weights and biases in {counted(epochs, 'epoch')}, too much: "
            f"the product must be at most {MOST_EXPLANATIONS}, so choose fewer neurons, inputs or epochs"
        )
    input_names = _checked(input_names, network.num_inputs, "input")
    output_names = _checked(output_names, network.num_outputs, "output")
    example_names = _checked(example_names, len(inputs), "example")

    networks = [epoch.network for epoch in gradient_descent(network, inputs, targets, rate, epochs)][:epochs]
    walks = [Walk(each, inputs, targets, rate) for each in networks]
    costs = [walk.cost for walk in walks] + [walks[-1].next_cost]
    names = {}
    for letter, given in (("x", input_names), ("y", output_names)):
        for place, name in enumerate(given or [], 1):
            names[f"{letter}.{place}"] = name
    places: "dict[str, int]" = {}  # of each line of the explanations: many are the same in other weights and epochs
    explanations = [_explanations(walk, places) for walk in walks]
    data = {
        "examples": example_names or [f"example {n + 1}" for n in range(len(inputs))],
        "layers": len(network.layers),
        "steps": [
            {
                "kind": step.kind,
                "layer": step.layer,
                "title": step.title,
                "formula": step.formula,
                "words": step.words,
                "rows": [_row(row, names) for row in step.rows],
            }
            for step in walks[0].steps()
        ],
        "epochs": [[[_cells(row) for row in step.rows] for step in walk.steps()] for walk in walks],
        "costs": [_shown(cost) for cost in costs],
        "wires": [_wires(each) for each in networks],
        "explanations": explanations,
        "lines": sorted(places, key=lambda line: places[line]),
    }
    parts = {
        "policy": escape(policy),
        "title": escape(title),
        "about": escape(about),
        "last epoch": str(epochs - 1),
        "figure": step_figure(network, input_names, output_names, len(inputs)),
        "curve": step_curve(costs),
        "style": STYLE,
        "script": SCRIPT,
        "data": json_text(data),
    }
    return _filled_in(BODY, parts)


def _row(row: Row, names: "dict[str, str]") -> "dict[str, str]":
    """A row, with the name of its input or target; a weight of layer 1 has that of the input it weighs."""
    named = "x." + row.place.split(".")[-1] if row.place[:4] == "w.1." else row.place
    return {
        "symbol": row.symbol,
        "spoken": row.spoken,
        "name": names.get(named, ""),
        "place": row.place,
        "weight": row.weight,
    }


def _cells(row: Row) -> "list[list[object]]":
    return [_shown(value) + [working] for value, working in row.cells]


def _shown(value: float) -> "list[object]":
    """The number in full, for the table, and for the figure."""
    return [value, number(value), short(value + 0.0)]


def _wires(network: Network) -> "dict[str, float]":
    """How thick each weight's line is (below 0: its negative)."""
    widths = {}
    for k, layer in enumerate(network.layers, 1):
        largest = max([abs(w) for weights in layer.weights for w in weights])
        for j, weights in enumerate(layer.weights, 1):
            for i, w in enumerate(weights, 1):
                width = 0.75 + (4.25 * abs(w) / largest if largest > 0 else 0.0)
                widths[f"{k}.{j}.{i}"] = round(-width if w < 0 else width, 2)
    return widths


def _explanations(walk: Walk, places: "dict[str, int]") -> "dict[str, list[int]]":
    """The explanation of every weight and bias, as the places of its lines; new lines get the next place."""
    explanations = {}
    for symbol, _ in parameters(walk.network):
        counts = symbol[1:]
        chosen = counts[2] if counts[2:] else None
        explanation = explain(walk.network, walk.X, walk.Y, counts[0], counts[1], chosen, walk.learning_rate)
        key = ".".join([str(count) for count in counts])
        explanations[key] = [places.setdefault(line, len(places)) for line in str(explanation).split("\n")]
    return explanations


def _checked(names: "Names | None", count: int, what: str) -> "list[str] | None":
    if names is None:
        return None
    if isinstance(names, str):
        raise ShapeError(f"the {what} names are the text {shown(names)}: give a list with one for each")
    if len(names) != count:
        raise ShapeError(
            f"{counted(len(names), 'name')} cannot name {counted(count, what)}: give a list with one for each"
        )
    return [str(name) for name in names]


def _filled_in(template: str, parts: "dict[str, str]") -> str:
    """The template with each {{part}} filled in, but none that only appears in what was filled in."""
    pieces = template.split("{{")
    text = pieces[0]
    for piece in pieces[1:]:
        name, _, rest = piece.partition("}}")
        text += parts[name] + rest
    return text


def json_text(value: object) -> str:
    """The value as JSON: None, True, False, numbers, texts, lists or tuples, and dicts with texts as keys.

    No text can end the element it stands in: < > & and JavaScript's line separators are written as codes.
    NumberError for a number that is not finite, which JSON has no word for; TypeError for anything else.

    >>> json_text({"names": ["a", '"</script>'], "costs": (0.5, 1, None, True)})
    '{"names":["a","\\\\"\\\\u003c/script\\\\u003e"],"costs":[0.5,1,null,true]}'
    """
    if value is None or value is True or value is False:
        return {"None": "null", "True": "true", "False": "false"}[repr(value)]
    if isinstance(value, str):
        return '"' + "".join([_json_character(character) for character in value]) + '"'
    if isinstance(value, (int, float)):
        return repr(value) if isinstance(value, int) else repr(as_number(value, "a number for the page"))
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([json_text(entry) for entry in value]) + "]"
    if isinstance(value, dict):
        return "{" + ",".join([json_text(str(key)) + ":" + json_text(value[key]) for key in value]) + "}"
    raise TypeError(f"JSON has no word for {value!r}")


def _json_character(character: str) -> str:
    code = ord(character)
    if character in '"\\':
        return "\\" + character
    is_control = code < 32 or 127 <= code < 160 or 0xD800 <= code < 0xE000
    if character in "<>&\u2028\u2029" or is_control:
        return f"\\u{code:04x}"
    return character
