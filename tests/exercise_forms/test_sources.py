"""The sources of the exercises: their files, their seeds and their solutions."""

import pytest

from minibackprop.exercise_forms.sources import file_name_of, seed_in, solution_of, stub_of
from minibackprop.validation import SettingError


def test_a_number_without_an_exercise_is_refused() -> None:
    for number in (0, -1, 18):
        with pytest.raises(SettingError, match="18|0|-1"):
            file_name_of(number)


def test_without_a_seed_it_is_drawn_with_seed_0() -> None:
    for number in (15, 16, 17):
        assert seed_in(stub_of(number)) == 0 and "(drawn with seed 0)" in stub_of(number)
        assert stub_of(number) == stub_of(number, 0) != stub_of(number, 1)


def test_the_solution_of_a_drawn_exercise_has_its_functions() -> None:
    right = solution_of(12)[solution_of(12).index("def backward(") :]
    for number, names in ((15, ["backward"]), (16, ["backward_1", "backward_2", "backward_3", "backward_4"])):
        forward, *functions = solution_of(number).split("\n\n\n")
        assert forward.startswith("def forward(network, x):")
        assert functions == [
            right.rstrip("\n").replace("def backward(", f"def {name}(") + ("\n" if name == names[-1] else "")
            for name in names
        ]


def test_a_seed_is_a_whole_number_in_brackets() -> None:
    assert seed_in("(drawn with seed 12) and (drawn with seed 13)") == 12
    assert seed_in("(drawn with seed x)") == 0
