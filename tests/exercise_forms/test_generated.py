"""Exercises 15 to 17: what is made from a seed can be solved, differs from seed to seed, and gives nothing away."""

import ast

import pytest

from minibackprop.exercise_forms.backward_program import WRONG_LINES, backward_lines, rule_of
from minibackprop.exercise_forms.generated import LINES_MISSING, planted_with
from minibackprop.exercise_forms.sources import file_name_of, seed_in, solution_of, stub_of

SEEDS = range(30)


@pytest.mark.parametrize("number", [15, 16, 17])
def test_each_seed_makes_a_program_of_its_own(number: int) -> None:
    programs = [stub_of(number, seed) for seed in SEEDS]
    assert len(set(programs)) > 20
    for seed, program in zip(SEEDS, programs):
        ast.parse(program)
        assert program == stub_of(number, seed) and seed_in(program) == seed
        assert max(len(line) for line in program.splitlines()) <= 120


def test_the_lines_to_order_are_all_there_with_four_wrong_ones() -> None:
    for seed in SEEDS:
        lines = [line[2:] for line in stub_of(15, seed).split("# The lines:\n#\n")[1].splitlines()]
        right = [line.strip() for line in backward_lines()[4:-1]]
        wrong = list(lines)
        for line in right:
            wrong.remove(line)
        assert len(wrong) == 4 and set(wrong) <= {wrong_line.wrong for wrong_line in WRONG_LINES}
        assert lines != right


def test_put_in_order_they_are_the_solution() -> None:
    lines = stub_of(15, 3).split("# The lines:\n#\n")[1].splitlines()
    body = "\n".join(line for line in backward_lines()[4:-1] if f"# {line.strip()}" in lines)
    solved = stub_of(15, 3).replace('    raise NotImplementedError("put the lines here")', body)
    assert "\n".join(backward_lines()) in solved


def test_more_and_more_lines_are_missing() -> None:
    for seed in SEEDS:
        functions = stub_of(16, seed).split("def backward_")[1:]
        assert [function.count("raise NotImplementedError") for function in functions] == LINES_MISSING
    assert max(LINES_MISSING) == len([line for line in backward_lines() if rule_of(line)])


def test_the_planted_line_is_the_only_difference() -> None:
    for seed in SEEDS:
        (wrong_line,) = [each for each in WRONG_LINES if each.mistake == planted_with(seed)]
        lines = stub_of(17, seed).splitlines()
        (planted,) = [line for line in lines if line.strip() == wrong_line.wrong]
        assert [line for line in backward_lines() if line not in lines][0].strip().startswith(wrong_line.right)
        assert wrong_line.mistake not in stub_of(17, seed)


def test_every_kind_of_line_is_planted_by_some_seed() -> None:
    planted = {planted_with(seed) for seed in range(300)}
    assert planted == {wrong_line.mistake for wrong_line in WRONG_LINES}


def test_the_files_have_names_in_the_order_of_the_exercises() -> None:
    names = [file_name_of(number) for number in range(1, 18)]
    assert names == sorted(names) and len(set(names)) == 17
    assert all(solution_of(number).endswith("\n") for number in range(1, 18))
