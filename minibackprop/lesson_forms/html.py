"""The text of a lesson as HTML."""

import re
from typing import List

from ..drawing.svg import escape
from .formula import is_symbol, to_mathml
from .markdown import BOLD, CODE, FORMULA, HEADING, LIST, MATH, PLAIN, Block, blocks_of, spans_of


def text_to_html(text: str) -> str:
    """Return the text as HTML; the title of a lesson becomes a heading of the second level.

    >>> text_to_html("## One neuron\\n\\n- `a < b`")
    '<h3>One neuron</h3>\\n<ul><li><code>a &lt; b</code></li></ul>'
    """
    return "\n".join([_block_to_html(block) for block in blocks_of(text)])


def line_to_html(line: str) -> str:
    """Return a line with its bold, code and formulas.

    >>> line_to_html("`a < b`")
    '<code>a &lt; b</code>'
    """
    parts: List[str] = []
    spans = spans_of(line)
    for place, (kind, text) in enumerate(spans):
        if kind == MATH or kind == BOLD and is_symbol(text):
            math = f'<b class="named">{to_mathml(text)}</b>' if kind == BOLD else to_mathml(text)
            next_kind, following = (spans + [(PLAIN, "")])[place + 1]
            mark = re.match(r"[.,:;?)]+", following)
            if mark and next_kind == PLAIN:  # no line may begin with a comma
                spans[place + 1] = (PLAIN, following[mark.end() :])
                math = f'<span class="together">{math}{mark.group()}</span>'
            parts.append(math)
        elif kind == BOLD:
            parts.append(f"<b>{escape(text)}</b>")
        elif kind == CODE:
            parts.append(f"<code>{escape(text)}</code>")
        else:
            parts.append(escape(text))
    return "".join(parts)


def _block_to_html(block: Block) -> str:
    lines = block.lines
    if block.kind == HEADING:
        tag = f"h{block.level + 1}"
        return f"<{tag}>{line_to_html(lines[0])}</{tag}>"
    if block.kind == LIST:
        return "<ul>" + "".join([f"<li>{line_to_html(line)}</li>" for line in lines]) + "</ul>"
    if block.kind == FORMULA:
        formulas = "".join([to_mathml(line, display=True) for line in lines])
        return f'<div class="formulas" tabindex="0" role="group" aria-label="formula">{formulas}</div>'
    return f"<p>{line_to_html(lines[0])}</p>"
