"""A published example and a table each make a page."""

import pytest

from minibackprop import CROSS_ENTROPY, SIGMOID, TANH, Layer, Network, RandomNumbers, SettingError, Table, load_housing
from minibackprop.step_page.subjects import page_of_example, page_of_table
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES, WorkedExample

from ..support.html import Parsed, records_in
from ..support.step_pages import parameters

FLATS = Table([[1.0, 5.0], [2.0, 7.0]], [[3.0], [4.0]], ["size", "<b>age</b>"], ["price"])


def test_your_own_table_makes_a_page() -> None:
    page = page_of_table(
        FLATS, "<i>flats</i>.csv", num_neurons=1, activation=TANH, learning_rate=0.1, epochs=1, num_rows=1
    )
    assert "Row 1 of &lt;i&gt;flats&lt;/i&gt;.csv as one batch" in page
    assert records_in(page)["steps"][0]["rows"][1]["name"] == "<b>age</b>"


def test_a_small_table_is_shown_whole() -> None:
    assert records_in(page_of_table(FLATS, "flats.csv", epochs=1))["examples"] == ["row 1", "row 2"]


@pytest.mark.parametrize("name", sorted(PUBLISHED_EXAMPLES))
def test_a_published_example_names_its_source_and_its_learning_rate(name: str) -> None:
    example = PUBLISHED_EXAMPLES[name]
    about = "".join(Parsed(page_of_example(example, epochs=1)).texts["p"])
    assert f"{example.source}. One example, learning rate {example.learning_rate:g}" in about
    assert "learning rate 0.125" in "".join(Parsed(page_of_example(example, 1, learning_rate=0.125)).texts["p"])


@pytest.mark.parametrize("num_rows", [0, 13])
def test_too_few_or_too_many_rows_are_refused(num_rows: int) -> None:
    with pytest.raises(SettingError, match=f"the number of rows is {num_rows}"):
        page_of_table(load_housing(), "housing", num_rows=num_rows)


def test_the_page_says_which_rows_of_a_table_it_shows_and_what_was_done_with_them() -> None:
    about = "".join(Parsed(page_of_table(FLATS, "flats.csv", num_neurons=1, epochs=1)).texts["p"])
    assert (
        "Rows 1, 2 of flats.csv as one batch, learning rate 0.5. All columns are standardized: (value − mean) / "
        "standard deviation. The gradients of the cost with respect to weights and biases are means over the batch; "
        "everything else is shown for one row at a time."
    ) in about


def test_evenly_spaced_rows_are_shown_with_the_names_of_the_columns() -> None:
    """Of the rows 0 to 7, standardized by their mean 3.5 and the standard deviation √5.25, three: 0, 2 and 5."""
    table = Table([[float(n)] for n in range(8)], [[2.0 * n] for n in range(8)], ["size"], ["price"])
    data = records_in(page_of_table(table, "flats", num_neurons=2, epochs=1, num_rows=3))
    assert data["examples"] == ["row 1", "row 3", "row 6"]
    x, y = data["epochs"][0][0][:2]
    expected = [(n - 3.5) / 5.25**0.5 for n in (0, 2, 5)]
    assert [cell[0] for cell in x] == pytest.approx(expected) and [cell[0] for cell in y] == pytest.approx(expected)
    assert [row["name"] for row in data["steps"][0]["rows"]][:2] == ["size", "price"]


def test_a_table_of_classes_has_an_output_for_each_and_its_targets_stay_0_and_1() -> None:
    table = Table([[60.0], [75.0]], [[0.0, 1.0], [1.0, 0.0]], ["size"], ["town"], classes=["Bonn", "Rome"])
    page = page_of_table(table, "towns", num_neurons=1, epochs=1)
    data = records_in(page)
    assert [row["name"] for row in data["steps"][0]["rows"]][:3] == ["size", "Bonn", "Rome"]
    assert [[cell[0] for cell in cells] for cells in data["epochs"][0][0][1:3]] == [[0.0, 1.0], [1.0, 0.0]]
    assert "C = −Σ y·ln softmax(a)" in data["steps"][5]["formula"]
    assert "The columns of the inputs are standardized" in "".join(Parsed(page).texts["p"])


def test_ten_epochs_and_the_usual_cost_are_shown_unless_others_are_given() -> None:
    example = WorkedExample("a book", Network(Layer([[2.0]], [2.0], SIGMOID)), [1.0], [0.0], 0.5)
    data = records_in(page_of_example(example))
    assert len(data["epochs"]) == 10
    assert data["steps"][3]["formula"] == "C = ½‖y − a‖²"
    other = records_in(page_of_example(example, 1, cost=CROSS_ENTROPY))
    assert len(other["epochs"]) == 1 and "ln a" in other["steps"][3]["formula"]
    assert len(records_in(page_of_table(FLATS, "flats", num_neurons=1, num_rows=1))["epochs"]) == 10


def test_a_table_may_have_up_to_12_rows_and_a_seed_of_its_own() -> None:
    table = Table([[float(n)] for n in range(13)], [[float(n)] for n in range(13)], ["size"], ["price"])
    pages = [page_of_table(table, "flats", num_neurons=1, epochs=1, num_rows=12, seed=seed) for seed in (0, 1)]
    assert len(records_in(pages[0])["examples"]) == 12
    assert pages[0] != pages[1]
    assert pages[0] == page_of_table(table, "flats", num_neurons=1, epochs=1, num_rows=12)


def test_five_rows_and_four_sigmoid_neurons_are_shown_unless_others_are_given() -> None:
    table = Table([[float(n)] for n in range(12)], [[float(n)] for n in range(12)], ["size"], ["price"])
    page, rng = page_of_table(table, "flats", epochs=1), RandomNumbers(0)
    data = records_in(page)
    assert data["examples"] == ["row 1", "row 3", "row 5", "row 8", "row 10"]
    network = Network(Layer.random(1, 4, SIGMOID, rng), Layer.random(4, 1, rng=rng))
    assert [cells[0][0] for cells in data["epochs"][0][0][2:]] == parameters(network)
    assert data["steps"][2]["formula"] == "a = f(z), with f = sigmoid"
    assert "as one batch, learning rate 0.5." in "".join(Parsed(page).texts["p"])


def test_a_table_may_have_a_single_row() -> None:
    page = page_of_table(Table([[1.0]], [[3.0]], ["size"], ["price"]), "flats", num_neurons=1, epochs=1)
    assert records_in(page)["examples"] == ["row 1"]
