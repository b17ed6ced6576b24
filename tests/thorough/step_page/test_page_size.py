"""The pages of the housing table and of the published examples are small, and the same each time."""

from minibackprop import load_housing
from minibackprop.step_page.subjects import page_of_example, page_of_table
from minibackprop.teaching.published_examples import PUBLISHED_EXAMPLES

from ...support.step_pages import HOUSING


def test_pages_are_small_and_the_same_each_time() -> None:
    page = page_of_table(load_housing(), HOUSING)
    assert 500_000 < len(page.encode()) < 1_500_000
    assert page == page_of_table(load_housing(), HOUSING)
    for example in PUBLISHED_EXAMPLES.values():
        assert len(page_of_example(example).encode()) < 300_000
    assert "\r" not in page
