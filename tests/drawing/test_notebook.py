"""In a notebook a network and a training result are drawings; everywhere else they stay one line.

What a drawing function returns is a drawing there too, and everywhere a string.
"""

import pickle
import xml.etree.ElementTree as ElementTree
from typing import Any, Dict, Union

import pytest

from minibackprop import SIGMOID, Layer, Network, TrainingResult, train
from minibackprop.drawing import notebook
from minibackprop.drawing.activation_text import activation_text
from minibackprop.drawing.curve_svg import cost_svg
from minibackprop.drawing.curve_text import cost_text
from minibackprop.drawing.network_text import network_text
from minibackprop.drawing.scatter_text import predicted_text, residuals_text

from ..support.ladder import source_of
from ..support.sample_drawings import DRAWINGS, each_drawing

NETWORK = Network(Layer([[1, 2], [3, 4]], [0, 1], SIGMOID), Layer([[1, -1]], [0]))
RESULT = train(NETWORK, [[1, 2], [3, 4]], [[1], [2]], 0.1, epochs=3, held_out=([[1, 1]], [[1]]))


@pytest.mark.parametrize("shown", [NETWORK, RESULT], ids=repr)
def test_it_is_a_drawing_in_a_notebook_and_a_line_elsewhere(shown: Union[Network, TrainingResult]) -> None:
    root = ElementTree.fromstring(shown._repr_svg_())
    assert root.tag.endswith("svg")
    assert "\n" not in repr(shown) and repr(shown) == str(shown)


def test_a_training_result_is_the_drawing_of_its_costs_and_its_held_out_costs() -> None:
    assert len(RESULT.held_out_costs) == 4 and RESULT.held_out_costs != RESULT.costs
    assert RESULT._repr_svg_() == cost_svg(RESULT.costs, RESULT.held_out_costs)


@each_drawing
def test_a_picture_is_a_picture_in_a_notebook_and_everywhere_a_string(name: str) -> None:
    svg: Any = DRAWINGS[name]()
    assert svg._repr_svg_() == svg
    assert type(svg._repr_svg_()) is str
    assert isinstance(svg, str) and "<p>" + svg + f"{svg}" == "".join(["<p>", svg, svg])
    assert pickle.loads(pickle.dumps(svg)) == svg and {svg: 1}[str(svg)] == 1


@pytest.mark.parametrize("text", [
    network_text(NETWORK), cost_text([4, 2, 1]), cost_text([4, 2, 1], [5, 3]), activation_text(SIGMOID),
    predicted_text([1, 2], [2, 1]), residuals_text([1, 2], [2, 1]),
], ids=range(6))
def test_a_text_drawing_is_shown_line_by_line_in_a_notebook_and_is_a_string(text: Any) -> None:
    root = ElementTree.fromstring(text._repr_html_())
    assert root.tag == "pre" and root.text == text and text.count("\n") >= 4
    assert isinstance(text, str) and "a" + text == "".join(["a", text])


def test_a_list_of_text_drawings_is_one_line_of_quoted_texts() -> None:
    drawn = cost_text([4, 2, 1])
    assert repr([drawn]) == repr([str(drawn)])
    assert "\n" not in repr([drawn])


class TextOfMicroPython(str):
    """A text whose kinds cannot be added to a text."""

    def __radd__(self, other: object) -> str:
        raise TypeError


def test_where_a_kind_of_string_is_not_fully_a_string_drawings_are_plain_strings() -> None:
    names: Dict[str, Any] = {"str": TextOfMicroPython}
    exec(source_of("drawing.notebook"), names)
    assert names["Picture"] is names["TextDrawing"] is TextOfMicroPython


def test_in_a_notebook_the_characters_of_a_text_drawing_are_not_html() -> None:
    drawn: Any = network_text(NETWORK, output_names=["<b>&lt;"])
    assert "<b>&lt;" in drawn
    assert "&lt;b>&amp;lt;" in drawn._repr_html_() and "<b>" not in drawn._repr_html_()


def test_a_kind_of_string_that_cannot_be_added_to_a_string_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert notebook._kinds_of_strings_are_strings() is True
    monkeypatch.setattr(notebook, "TextDrawing", TextOfMicroPython)
    assert notebook._kinds_of_strings_are_strings() is False
