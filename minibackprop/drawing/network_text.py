"""A network in characters: a table for each layer, with a block beside each weight, the darker the larger it is."""

import math

from ..backprop import LayerBackward, LayerForward
from ..network import Network
from .network_svg import Column, Names, NetworkLayout, shown_places
from .text_canvas import one_line, text_table, to_ascii

MOST_ROWS, MOST_ACROSS = 16, 5
BLOCKS, ASCII_BLOCKS = " ░▒▓█", " .:*#"


def network_text(
    network: Network,
    forward_pass: "list[LayerForward] | None" = None,
    backward_pass: "list[LayerBackward] | None" = None,
    example: int = 1,
    input_names: "Names | None" = None,
    output_names: "Names | None" = None,
    ascii_only: bool = False,
) -> str:
    """The network from top to bottom, a table per layer: a column per neuron, a row for each of its weights and b.

    The blocks are in proportion to the largest number on all lines; a, with a forward pass, stands to the left for
    the layer before and at the bottom for the neurons. All else, and the errors, are as in network_svg.

    >>> from minibackprop import Layer
    >>> print(network_text(Network(Layer([[1, -2], [0.5, 0]], [3, 4])), ascii_only=True))
    output (linear), w
         1       2
    x1  +1 :  +0.5 .
    x2  -2 #    +0
    b   +3      +4
    """
    layout = NetworkLayout(network, forward_pass, backward_pass, example, input_names, output_names, MOST_ROWS)
    largest = max([abs(number) for number in layout.numbers] + [0.0])
    blocks = ASCII_BLOCKS if ascii_only else BLOCKS
    tables = []
    for before, after in zip(layout.columns, layout.columns[1:]):
        if after is None:
            tables.append(f"… {layout.gap_text} …")
        elif before is None:
            tables.append(f"{after.name} ({after.kind}): {len(after.labels)} neurons")
        else:
            tables.append(_table(layout, before, after, largest, blocks))
    text = "\n\n".join(tables)
    return to_ascii(text) if ascii_only else text


def _table(layout: NetworkLayout, before: Column, after: Column, largest: float, blocks: str) -> str:
    weights, biases = layout.lines[after.number - 1], layout.biases[after.number - 1]
    across = shown_places(len(after.labels), MOST_ACROSS)
    header = ["", "a"] if before.values else [""]
    bias_row = [layout.bias_quantity] + [""] * (len(header) - 1)
    a_row = ["a"] + [""] * (len(header) - 1)
    for j in across:
        header.append("…" if j is None else (one_line(after.labels[j]) or str(j + 1)) + "  ")
        bias_row.append("" if j is None else f"{biases[j]:+.3g}  ")
        a_row.append("" if j is None or not after.values else f"{after.values[j]:.3g}  ")
    rows = []
    for i in before.places:
        if i is None:
            rows.append([before.gap_text] + [""] * (len(header) - 1))
            continue
        row = [one_line(before.labels[i]) or str(i + 1)]
        if before.values:
            row.append(f"{before.values[i]:.3g}")
        for j in across:
            row.append("" if j is None else _cell(weights[j][i], largest, blocks))
        rows.append(row)
    rows.append(bias_row)
    heading = f"{after.name} ({after.kind}), {layout.quantity}"
    if layout.num_examples > 1:
        heading += f", mean of {layout.num_examples} examples"
    if None in across:
        heading += f", {len(after.labels) - len(across) + 1} of {len(after.labels)} neurons not shown"
    return one_line(heading, 200) + "\n" + text_table(header, rows + ([a_row] if after.values else []))


def _cell(value: float, largest: float, blocks: str) -> str:
    darkness = 0 if value == 0 else max(math.ceil(abs(value) / largest * 4), 1)
    return f"{value:+.3g} " + blocks[darkness]
