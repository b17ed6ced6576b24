"""A network as text: a table for each layer, with a block beside each weight: the larger it is, the darker."""

import math

from ..network import Network
from ..validation import counted
from .network_layout import Column, Names, NetworkLayout, Places, num_left_out, shown_places
from .network_numbers import BackwardPass, ForwardPass
from .notebook import TextDrawing
from .plain_text import one_line, to_ascii
from .text_table import text_table

MOST_ROWS, MOST_ACROSS = 16, 5
BLOCKS, ASCII_BLOCKS = " ░▒▓█", " .:*#"


def network_text(
    network: Network,
    forward_pass: "ForwardPass | None" = None,
    backward_pass: "BackwardPass | None" = None,
    example: int = 1,
    input_names: "Names | None" = None,
    output_names: "Names | None" = None,
    ascii_only: bool = False,
) -> str:
    """The network from top to bottom, a table for each layer: a column per neuron, a row per weight and one for b.

    The blocks compare each weight with the largest in all the tables. With a forward pass, a column on the left has the
    activations of the layer before, and the last row those of the neurons. Everything else is as in network_svg,
    including the errors.

    >>> from minibackprop import Layer
    >>> print(network_text(Network(Layer([[1, -2], [0.5, 0]], [3, 4])), ascii_only=True))
    output (linear), w
         1       2
    x1  +1 :  +0.5 .
    x2  -2 #    +0
    b   +3      +4
    """
    layout = NetworkLayout(network, forward_pass, backward_pass, example, input_names, output_names, MOST_ROWS)
    blocks = ASCII_BLOCKS if ascii_only else BLOCKS
    tables = []
    for before, after in zip(layout.columns, layout.columns[1:]):
        if after is None:
            tables.append(f"… {layout.gap_text} …")
        elif before is None:
            tables.append(f"{after.name} ({one_line(after.kind, 40)}): {counted(len(after.labels), 'neuron')}")
        else:
            across = shown_places(len(after.labels), MOST_ACROSS)
            tables.append(_heading(layout, after, across) + "\n" + _table(layout, before, after, across, blocks))
    text = "\n\n".join(tables)
    return TextDrawing(to_ascii(text) if ascii_only else text)


def _heading(layout: NetworkLayout, after: Column, across: Places) -> str:
    """What the table shows, and what it leaves out."""
    heading = f"{after.name} ({one_line(after.kind, 40)}), {layout.parameters.weight_name}"
    if layout.parameters.num_examples > 1:
        heading += f", mean of {layout.parameters.num_examples} examples"
    if None in across:
        count = len(after.labels)
        heading += f", {num_left_out(count, across)} of {count} neurons not shown"
    return heading


def _table(layout: NetworkLayout, before: Column, after: Column, across: Places, blocks: str) -> str:
    """The numbers of the layer `after`: a row for each neuron of the layer before, one for b and one for a."""
    num_empty = 1 if before.activations else 0  # cells in the column of a
    header = ["", "a"][: 1 + num_empty]
    bias_row = [layout.parameters.bias_name] + [""] * num_empty
    a_row = ["a"] + [""] * num_empty
    for j in across:
        header.append("…" if j is None else (one_line(after.labels[j]) or str(j + 1)) + "  ")
        bias_row.append("" if j is None else f"{after.biases[j]:+.3g}  ")
        a_row.append("" if j is None or not after.activations else f"{after.activations[j]:.3g}  ")
    rows = [_row(layout, before, i, after, across, blocks) for i in before.places] + [bias_row]
    return text_table(header, rows + ([a_row] if after.activations else []))


def _row(
    layout: NetworkLayout, before: Column, i: "int | None", after: Column, across: Places, blocks: str
) -> "list[str]":
    """The row of neuron (or input) i of the layer before: its name, its activation, the weights from it."""
    if i is None:
        return [before.gap_text] + [""] * (len(across) + (1 if before.activations else 0))
    row = [one_line(before.labels[i]) or str(i + 1)]
    if before.activations:
        row.append(f"{before.activations[i]:.3g}")
    return row + ["" if j is None else _cell(after.weights[j][i], layout.largest, blocks) for j in across]


def _cell(number: float, largest: float, blocks: str) -> str:
    """The number, and a block for its share of the largest."""
    darkness = 0 if number == 0 else max(math.ceil(abs(number) / largest * 4), 1)
    return f"{number:+.3g} " + blocks[darkness]
