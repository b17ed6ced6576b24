"""Tables: what a file says comes back exactly, a split keeps each row once, and standardizing can be undone."""

import math
from pathlib import Path
from random import Random
from typing import List, Optional

from minibackprop import RandomNumbers, Standardizer, Table, load_csv, train_test_split

from ..support.csv_texts import WORDS, Cell, Style, csv_text, random_names, random_style, written
from ..support.numbers_of_every_size import any_number
from ..support.random_cases import Matrix, random_number, random_table
from ..support.seeds import with_seeds

ROUNDING = 1e-14


class File:
    """A table of random numbers with its names, and how a file is written that holds it: its cells, in some style."""

    def __init__(self, seed: int, num_columns: Optional[int] = None) -> None:
        self.rng = Random(seed)
        self.style: Style = random_style(self.rng)
        self.num_rows, self.num_columns = self.rng.randint(1, 8), num_columns or self.rng.randint(2, 6)
        self.names = random_names(self.rng, self.num_columns, self.style)
        self.numbers = [[any_number(self.rng) for _ in self.names] for _ in range(self.num_rows)]
        self.numbers[0][0] = 0.5  # a number whose comma cannot stand between thousands
        self.header = list(self.names)
        self.cells: List[List[Cell]] = [
            [written(number, self.style.decimal_mark, self.rng) for number in row] for row in self.numbers
        ]

    def save(self, path: Path) -> None:
        path.write_bytes(csv_text(self.header, self.cells, self.style, self.rng).encode("utf-8"))

    def numbers_in(self, names: List[str], rows: List[int]) -> str:
        """The numbers in these columns and rows, with all their digits, and -0.0 as such."""
        places = [self.names.index(name) for name in names]
        return repr([[self.numbers[n][place] for place in places] for n in rows])


@with_seeds(60)
def test_a_file_gives_its_numbers_back_exactly(seed: int, tmp_path: Path) -> None:
    file = File(seed)
    file.save(tmp_path / "table.csv")
    targets = file.rng.sample(file.names, file.rng.randint(1, file.num_columns - 1))
    features = [name for name in file.names if name not in targets]
    table = load_csv(tmp_path / "table.csv", targets)
    assert (table.feature_names, table.target_names, table.classes) == (features, targets, [])
    rows = list(range(file.num_rows))
    assert repr(table.X) == file.numbers_in(features, rows)
    assert repr(table.Y) == file.numbers_in(targets, rows)


@with_seeds(40)
def test_rows_with_empty_cells_are_left_out_and_no_others(seed: int, tmp_path: Path) -> None:
    file = File(seed)
    complete = [n for n in range(file.num_rows) if n == 0 or file.rng.random() < 0.8]
    for n in range(file.num_rows):
        if n not in complete:
            file.cells[n][file.rng.randrange(file.num_columns)] = None
    file.save(tmp_path / "table.csv")
    table = load_csv(tmp_path / "table.csv", file.names[-1], drop_missing=True)
    assert repr(table.X) == file.numbers_in(file.names[:-1], complete)
    assert repr(table.Y) == file.numbers_in(file.names[-1:], complete)


@with_seeds(80)
def test_a_column_of_words_is_the_class_or_is_left_out(seed: int, tmp_path: Path) -> None:
    file = File(seed, num_columns=1 if seed % 2 else None)
    classes = file.rng.sample(WORDS, 2)
    words = [file.rng.choice(classes) for _ in range(file.num_rows)]
    place, name = file.rng.randint(0, file.num_columns), "what it is"
    file.header.insert(place, name)
    for cells, word in zip(file.cells, words):
        cells.insert(place, word)
    file.save(tmp_path / "table.csv")
    rows = list(range(file.num_rows))
    if file.num_columns > 1:
        table = load_csv(tmp_path / "table.csv", file.names[-1], without=[name])
        assert repr(table.X) == file.numbers_in(file.names[:-1], rows)
    if len(set(words)) == 2:  # with a single one there would be nothing to tell apart
        table = load_csv(tmp_path / "table.csv", name)
        assert repr(table.X) == file.numbers_in(file.names, rows)
        assert table.classes == sorted(classes)
        assert table.Y == [[1.0 if word == each else 0.0 for each in sorted(classes)] for word in words]


@with_seeds(40)
def test_a_split_keeps_each_row_once_with_its_target(seed: int) -> None:
    rng = Random(seed)
    num_rows, share = rng.randint(2, 30), rng.uniform(0.01, 0.99)
    X, Y = random_table(rng, num_rows, 2), [[float(n)] for n in range(num_rows)]
    training, held_out = train_test_split(Table(X, Y, ["a", "b"], ["c"]), share, RandomNumbers(seed))
    pairs = list(zip(training.X + held_out.X, training.Y + held_out.Y))
    assert sorted(pairs, key=lambda pair: pair[1]) == list(zip(X, Y))
    for part in (training, held_out):
        assert len(part.X) == len(part.Y) >= min(2, num_rows // 2)
    if 2 <= share * num_rows <= num_rows - 2:
        assert abs(len(held_out.X) - share * num_rows) <= 0.5


def random_columns(seed: int) -> Matrix:
    """A table whose columns have a mean and a size of their own; some columns hardly vary, or not at all."""
    rng = Random(seed)
    columns = []
    num_rows = rng.randint(1, 12)
    for _ in range(rng.randint(1, 5)):
        mean, size = random_number(rng, False), rng.choice([0.0, abs(random_number(rng, False))])
        columns.append([mean + size * rng.uniform(-1, 1) for _ in range(num_rows)])
    return [list(row) for row in zip(*columns)]


@with_seeds(60)
def test_standardizing_can_be_undone(seed: int) -> None:
    X = random_columns(seed)
    standardizer = Standardizer.fit(X)
    again = standardizer.inverse_transform(standardizer.transform(X))
    for column, other in zip(zip(*X), zip(*again)):
        largest = max(map(abs, column))
        assert all(abs(x - x_again) <= ROUNDING * largest for x, x_again in zip(column, other))


@with_seeds(60)
def test_standardized_columns_have_mean_0_and_deviation_1(seed: int) -> None:
    X = random_columns(seed)
    standardizer = Standardizer.fit(X)
    for column, standardized, scale in zip(zip(*X), zip(*standardizer.transform(X)), standardizer.deviations):
        mean = math.fsum(standardized) / len(column)
        deviation = math.sqrt(math.fsum((x - mean) ** 2 for x in standardized) / len(column))
        spread = max(column) - min(column)
        if spread == 0.0:
            assert scale == 1.0 and standardized == (0.0,) * len(column)
        else:
            rounding = ROUNDING * (1 + max(map(abs, column)) / spread)
            assert abs(mean) <= rounding and abs(deviation - 1) <= rounding


@with_seeds(40)
def test_each_row_is_standardized_by_itself(seed: int) -> None:
    X = random_columns(seed)
    standardizer = Standardizer.fit(random_columns(seed)[: max(1, len(X) // 2)])
    transformed = standardizer.transform(X)
    assert transformed == [standardizer.transform([row])[0] for row in X]
    assert standardizer.inverse_transform(X) == [standardizer.inverse_transform([row])[0] for row in X]
    columns = zip(zip(*X), zip(*transformed), standardizer.means, standardizer.deviations)
    for column, standardized, mean, deviation in columns:
        assert list(standardized) == [(x - mean) / deviation for x in column]
