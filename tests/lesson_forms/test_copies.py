"""In a copy of the package inside another one, the lessons and the parts of their page are found in the copy."""

from minibackprop.lesson_forms import page, sources

from ..support.other_names import names_in_a_copy


def test_a_copy_reads_its_own_files() -> None:
    assert names_in_a_copy(sources)["PACKAGE"] == "vendor.minibackprop"
    names = names_in_a_copy(page)
    assert (names["PACKAGE"], names["STEP_PAGE"]) == (
        "vendor.minibackprop.lesson_forms", "vendor.minibackprop.step_page"
    )
