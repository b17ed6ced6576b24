"""A table in plain text, for a terminal."""


def text_table(header: "list[str]", rows: "list[list[str]]") -> str:
    """Return the cells in columns, the first aligned to the left and the others to the right.

    >>> print(text_table(["house", "price"], [["first", "$9"], ["second", "$10"]]))
    house   price
    first      $9
    second    $10
    """
    widths = [max([len(row[place]) for row in [header] + rows]) for place in range(len(header))]
    lines = []
    for row in [header] + rows:
        line = row[0] + " " * (widths[0] - len(row[0]))
        for cell, width in zip(row[1:], widths[1:]):
            line += "  " + " " * (width - len(cell)) + cell
        lines.append(line.rstrip())
    return "\n".join(lines)
