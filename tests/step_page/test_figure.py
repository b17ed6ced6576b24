"""The drawing of the network has a place for each number, and nothing in it covers anything else."""

from typing import Any, List, Optional, Tuple

import pytest

from minibackprop import Layer, Network, RandomNumbers
from minibackprop.drawing.svg import text_width
from minibackprop.step_page.figure import step_figure
from minibackprop.step_page.names import PageNames

from ..support.html import Parsed, records_in
from ..support.step_pages import case, each_case


def figure_of(
    *sizes: int, inputs: Optional[List[str]] = None, outputs: Optional[List[str]] = None, num_examples: int = 1
) -> Parsed:
    rng = RandomNumbers(0)
    network = Network(*[Layer.random(before, after, rng=rng) for before, after in zip(sizes, sizes[1:])])
    return Parsed(step_figure(network, PageNames(network, num_examples, inputs, outputs), num_examples))


@each_case
def test_the_places_of_the_figure_are_those_of_the_steps(name: str) -> None:
    page = case(name)[1]
    in_steps = {row["place"] for step in records_in(page)["steps"] for row in step["rows"]}
    assert in_steps == set(Parsed(page).values_of("data-place"))


def test_every_neuron_has_a_card_and_every_weight_a_line() -> None:
    figure = figure_of(3, 2, 1)
    assert figure.values_of("class").count("card") == 3 + 2 + 1 + 1
    assert figure.values_of("class").count("wire") == 3 * 2 + 2 * 1
    places = figure.values_of("data-place")
    assert [place for place in places if place.endswith(".1.2") and place.count(".") == 2] == [
        "b.1.2", "z.1.2", "a.1.2", "dC_da.1.2", "da_dz.1.2", "dC_dz.1.2",
    ]
    weights = ["1.1.1", "1.1.2", "1.1.3", "1.2.1", "1.2.2", "1.2.3", "2.1.1", "2.1.2"]
    assert sorted(set(figure.values_of("data-weight"))) == sorted(weights + ["1.1", "1.2", "2.1"])
    assert figure.values_of("data-layer") == ["1", "2"] + ["", "1", "2", ""]  # of the lines, and of the columns


def test_a_batch_has_a_cost_of_this_example_and_a_mean() -> None:
    one, many = figure_of(1, 1), figure_of(1, 1, num_examples=2)
    assert "C.1" not in one.values_of("data-place") and "C.1" in many.values_of("data-place")
    assert "example C" in many.texts["text"] and "mean C" in many.texts["text"]


@pytest.mark.parametrize("sizes", [(1, 1), (13, 4, 1), (2, 7, 3, 2)])
def test_no_card_is_outside_the_drawing_or_covers_another(sizes: Tuple[int, ...]) -> None:
    figure = figure_of(*sizes)
    _, _, width, height = map(float, figure.values_of("viewbox")[0].split())
    cards = [attributes for tag, attributes in figure.elements if attributes.get("class") == "card"]
    boxes = [tuple(float(card[key] or "") for key in ("x", "y", "width", "height")) for card in cards]
    for number, (x, y, w, h) in enumerate(boxes):
        assert 0 < x and x + w < width and 0 < y and y + h < height
        for other_x, other_y, other_w, other_h in boxes[:number]:
            assert x >= other_x + other_w or y >= other_y + other_h


@pytest.mark.parametrize("sizes", [(2, 2), (3, 2), (4, 1), (1, 4)])
def test_the_numbers_of_a_few_weights_keep_clear_of_each_other_and_of_the_cards(sizes: Tuple[int, int]) -> None:
    figure = figure_of(*sizes)
    numbers = [attributes for _, attributes in figure.elements if attributes.get("class") == "at-wire"]
    wires = [attributes for _, attributes in figure.elements if attributes.get("class") == "wire"]
    heights = sorted(float(number["y"] or "") for number in numbers)
    assert len(heights) == sizes[0] * sizes[1]
    assert min(high - low for low, high in zip(heights, heights[1:])) > 20
    half = text_width("−0.000439", 17.0) / 2
    for number, wire in zip(numbers, wires):
        middle, start, end = [float(text or "") for text in (number["x"], wire["x1"], wire["x2"])]
        assert start < middle - half and middle + half < end


def test_the_numbers_of_many_weights_are_only_shown_for_the_selected_one() -> None:
    assert "wires few" in figure_of(4, 2).values_of("class")
    assert "wires few" not in figure_of(3, 3).values_of("class")


@pytest.mark.parametrize("name, shown", [
    ("size", "size"),
    ("nine char", "nine char"),
    ("ten letters", "ten lett…"),
    ("seventh rest", "seventh…"),
    ("a longer name", "a longer…"),
    ("住宅価格の平均", "住宅価格…"),
    ("<b>&amp;", "<b>&amp;"),
])
def test_a_long_name_is_cut_and_nothing_in_it_is_markup(name: str, shown: str) -> None:
    assert shown in figure_of(1, 1, inputs=[name]).texts["text"]
    assert shown in figure_of(1, 1, outputs=[name]).texts["text"]


def test_the_figure_is_described_in_words() -> None:
    (words,) = figure_of(3, 2, 1).values_of("aria-label")
    assert words.startswith("The network: 3 inputs, 2 neurons in layer 1, 1 neuron in layer 2.")


def test_the_work_for_a_long_name_does_not_grow_with_its_length(monkeypatch: Any) -> None:
    measured: List[int] = []

    def counting_width(text: str, size: float) -> float:
        measured.append(len(text))
        return text_width(text, size)

    monkeypatch.setattr("minibackprop.step_page.figure.text_width", counting_width)
    figure_of(2, 1, inputs=["n" * 2000] * 2, outputs=["日" * 2000])
    assert 0 < max(measured) <= 20 and len(measured) < 100


def test_the_number_of_the_selected_weight_is_in_the_middle_if_there_are_many_or_only_one() -> None:
    for sizes in ((3, 3), (1, 1)):
        elements = [attributes for _, attributes in figure_of(*sizes).elements]
        wires = [attributes for attributes in elements if attributes.get("class") == "wire"]
        numbers = [attributes for attributes in elements if attributes.get("class") == "at-wire"]
        assert len(wires) == len(numbers) == sizes[0] * sizes[1]
        for wire, number in zip(wires, numbers):
            middle = (float(wire["x1"] or "") + float(wire["x2"] or "")) / 2
            assert float(number["x"] or "") == middle


def test_the_only_neuron_of_a_layer_has_no_number_but_its_bias_has() -> None:
    names = [text for text in figure_of(1, 2, 1).texts["text"] if text[0] in "bza"]
    assert names == ["b¹₁", "z¹₁", "a¹₁", "b¹₂", "z¹₂", "a¹₂", "b²₁", "z²", "a²"]
