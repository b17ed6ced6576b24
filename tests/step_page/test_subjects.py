"""A published example and a table each make a page."""

import pytest

from minibackprop import TANH, SettingError, Table, load_housing
from minibackprop.step_page.subjects import page_of_example, page_of_table
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES

from ..support.html import Parsed, records_in

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
