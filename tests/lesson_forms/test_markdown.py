"""The Markdown of the lessons, and their text as HTML."""

import pytest

from minibackprop.lesson_forms.html import line_to_html, text_to_html
from minibackprop.lesson_forms.markdown import blocks_of, plain, spans_of


def test_blocks_are_told_apart() -> None:
    text = "# Title\n\nOne line\nand another\n\n    z = 1\n    a = 2\n\n## Part\n\n- one\n  goes on\n- two"
    assert [(block.kind, block.lines, block.level) for block in blocks_of(text)] == [
        ("heading", ["Title"], 1), ("paragraph", ["One line and another"], 0), ("formula", ["z = 1", "a = 2"], 0),
        ("heading", ["Part"], 2), ("list", ["one goes on", "two"], 0),
    ]
    assert blocks_of("") == []


def test_spans_are_told_apart() -> None:
    assert spans_of("A **bold** word, `a*b`, *x₁* and ∂C/∂w².") == [
        ("plain", "A "), ("bold", "bold"), ("plain", " word, "), ("code", "a*b"), ("plain", ", "), ("math", "x₁"),
        ("plain", " and "), ("math", "∂C/∂w²"), ("plain", "."),
    ]
    assert plain("A **bold** word, `a*b`, *x₁* and ∂C/∂w².") == "A bold word, a*b, x₁ and ∂C/∂w²."


def test_a_slope_ends_before_the_punctuation() -> None:
    for mark in (".", ",", ":", ")", "?", " "):
        assert ("math", "∂a¹₁/∂z¹₁") in spans_of(f"so ∂a¹₁/∂z¹₁{mark}")


@pytest.mark.parametrize("line, html", [
    ("a < b & c", "a &lt; b &amp; c"),
    ("**Make.** it", "<b>Make.</b> it"),
    ("`<b>`", "<code>&lt;b&gt;</code>"),
    ("**a < b**", "<b>a &lt; b</b>"),
    ("w and `w`", "w and <code>w</code>"),
    ("w", "w"),
])
def test_a_line_as_html(line: str, html: str) -> None:
    assert line_to_html(line) == html


def test_a_symbol_that_is_named_is_marked() -> None:
    assert line_to_html("the bias **b**").startswith('the bias <b class="named"><math>')
    assert "named" not in line_to_html("the bias *b*")


def test_no_line_begins_with_a_comma() -> None:
    html = line_to_html("the inputs *x*, and ∂C/∂w.")
    assert html.count('<span class="together">') == 2
    assert html.count("</math>,</span> and") == 1 and html.endswith("</math>.</span>")
    assert line_to_html("*x*`.T`").endswith("</math><code>.T</code>")  # where it is no punctuation of the text


def test_blocks_as_html() -> None:
    html = text_to_html("# 1. Title\n\nText.\n\n    z = 1\n    a = 2\n\n- one\n- two")
    assert html.startswith("<h2>1. Title</h2>\n<p>Text.</p>\n")
    assert html.count('<math display="block">') == 2
    assert html.endswith("<ul><li>one</li><li>two</li></ul>")


def test_a_heading_has_marks_too() -> None:
    assert text_to_html("### The `a` & **b c**") == "<h4>The <code>a</code> &amp; <b>b c</b></h4>"


def test_nothing_is_between_spans_without_a_gap() -> None:
    assert spans_of("**a b**`c`*d*") == [("bold", "a b"), ("code", "c"), ("math", "d")]
    assert spans_of("") == []
