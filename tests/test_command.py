"""The command as its user meets it: what it prints and where, how wide, in which letters, and how it ends."""

import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Dict, Iterable, List, NamedTuple, Optional, Sequence, Tuple, cast

import pytest

from minibackprop import LINEAR, Layer, Network, RandomNumbers, __version__, cli, load_housing, split, train
from minibackprop.views.text_curve import text_curve

from .optional import missing

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120  # seconds: a command that takes longer hangs
LOOKS = ("COLUMNS", "NO_COLOR", "TERM", "LANG", "LC_", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONUNBUFFERED")

Env = Dict[str, str]


class Outcome(NamedTuple):
    """What a command leaves behind."""

    status: int
    out: str
    err: str


def command(*arguments: str) -> List[str]:
    return [sys.executable, "-m", "minibackprop", *arguments]


def environment(changes: Optional[Env] = None) -> Env:
    """This process's environment without what changes how the output looks, but for the changes given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(LOOKS)}
    return {**kept, "COLUMNS": "80", "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **(changes or {})}


def run(*arguments: str, env: Optional[Env] = None, encoding: str = "utf-8") -> Outcome:
    """Run the command with its output, which must be text in the encoding, going through pipes."""
    done = subprocess.run(
        command(*arguments), cwd=ROOT, env=environment(env), timeout=PATIENCE, encoding=encoding,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def run_all(commands: Iterable[Sequence[str]]) -> List[Outcome]:
    """Run several commands, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda arguments: run(*arguments), commands))


class Here:
    """The command inside this process, which is faster."""

    def __init__(self, capsys: "pytest.CaptureFixture[str]") -> None:
        self.capsys = capsys

    def run(self, *arguments: str) -> Outcome:
        try:
            status = cli.main(arguments)
        except SystemExit as end:
            status = cast(int, end.code)
        return Outcome(status, *self.capsys.readouterr())

    def text(self, *arguments: str) -> str:
        """The output of a run that must succeed."""
        outcome = self.run(*arguments)
        assert (outcome.status, outcome.err) == (0, "")
        return outcome.out

    def json(self, *arguments: str) -> Any:
        return json.loads(self.text("--json", *arguments))

    def complaint(self, status: int, *arguments: str) -> str:
        """The single line that is all a run prints which must end with this status."""
        outcome = self.run(*arguments)
        assert (outcome.status, outcome.out, outcome.err.count("\n")) == (status, "", 1), outcome
        assert outcome.err.startswith("minibackprop: error: ") and outcome.err.endswith("\n")
        return outcome.err


@pytest.fixture
def here(capsys: "pytest.CaptureFixture[str]", monkeypatch: pytest.MonkeyPatch) -> Here:
    monkeypatch.setenv("COLUMNS", "80")
    return Here(capsys)


@pytest.fixture(scope="module")
def flats(tmp_path_factory: pytest.TempPathFactory) -> List[str]:
    """Options for a table that is quick to learn: 40 made-up flats, the rent almost 8 · size + 50 · floor."""
    rng = RandomNumbers(3)
    lines = ["size,floor,rent"]
    for number in range(40):
        size, floor = rng.uniform(20, 120), number % 5
        lines.append(f"{size:.1f},{floor},{8 * size + 50 * floor + rng.uniform(-9, 9):.0f}")
    return own_table(tmp_path_factory.mktemp("flats"), "\n".join(lines), "rent")


def own_table(folder: Path, text: str, target: str) -> List[str]:
    path = folder / "flats.csv"
    path.write_bytes(text.encode("utf-8"))
    return ["--data", str(path), "--target", target]


# The default run: before and after in dollars, and three scores


@pytest.fixture(scope="module")
def default_run() -> Tuple[str, Any]:
    """What the command prints when nothing is asked for, and the same as JSON."""
    outcomes = run_all([[], ["--json"]])
    assert [(outcome.status, outcome.err) for outcome in outcomes] == [(0, ""), (0, "")]
    return outcomes[0].out, json.loads(outcomes[1].out)


def number_in(cell: str) -> float:
    return float(cell.replace("$", "").replace(",", ""))


def test_the_report_and_the_json_say_the_same(default_run: Tuple[str, Any]) -> None:
    report, result = default_run
    houses = re.findall(r"^\d+ +(\$\S+) +(-?\$\S+) +(-?\$\S+) +([-+]?\$\S+)$", report, re.MULTILINE)
    assert len(houses) == len(result["before_and_after"]) == 10
    for cells, house in zip(houses, result["before_and_after"]):
        actual, before, after = house["actual"], house["before"], house["after"]
        dollars = [1000 * amount for amount in (actual, before, after, after - actual)]
        assert [number_in(cell) for cell in cells] == pytest.approx(dollars, abs=0.51)

    costs = re.findall(r"^cost +([\d.]+) +([\d.]+)$", report, re.MULTILINE)
    cost_of_these = [result["cost_of_these"][moment] for moment in ("before", "after")]
    assert [[float(cost) for cost in pair] for pair in costs] == [pytest.approx(cost_of_these, rel=1e-3)]

    scores = re.findall(r"^(\w+ \w+(?: \w+)?) +(-?\d\.\d\d) +(\$\S+)$", report, re.MULTILINE)
    assert [name for name, _, _ in scores] == ["this network", "one linear layer", "always the mean"]
    assert [score["name"] for score in result["scores"]] == [name for name, _, _ in scores]
    for (_, r_squared, typical_error), score in zip(scores, result["scores"]):
        assert float(r_squared) == pytest.approx(score["r_squared"], abs=0.0051)
        assert number_in(typical_error) == pytest.approx(1000 * score["root_mean_square_error"], abs=0.51)

    costs_of_epochs = result["training"]["costs"]
    assert len(costs_of_epochs) == 101 and costs_of_epochs[-1] < costs_of_epochs[0] / 10
    assert text_curve(costs_of_epochs, width=80, height=8) in report


def test_scores_and_costs_are_those_of_the_predictions_shown(here: Here, flats: List[str]) -> None:
    """Of 40 flats 10 are held out, and all are shown."""
    result = here.json(*flats)
    y = [flat["actual"] for flat in result["before_and_after"]]
    mean = sum(y) / len(y)
    lines = Path(flats[1]).read_text(encoding="utf-8").splitlines()[1:]
    rents = [float(line.split(",")[-1]) for line in lines]
    training_mean = (sum(rents) - sum(y)) / (len(rents) - len(y))
    assert result["table"]["held_out_rows"] == len(y) == 10
    for moment in ("before", "after"):
        squares = [(flat["actual"] - flat[moment]) ** 2 for flat in result["before_and_after"]]
        assert result["cost_of_these"][moment] == pytest.approx(sum(squares) / 2 / len(y))
    network, line, always_the_mean = result["scores"]
    assert network["root_mean_square_error"] == pytest.approx((sum(squares) / len(y)) ** 0.5)
    assert network["r_squared"] == pytest.approx(1 - sum(squares) / sum((actual - mean) ** 2 for actual in y))
    assert line["r_squared"] > 0.99 and 2 < line["root_mean_square_error"] < 9
    off_by = [(training_mean - actual) ** 2 for actual in y]
    assert always_the_mean["root_mean_square_error"] == pytest.approx((sum(off_by) / len(y)) ** 0.5)
    assert always_the_mean["r_squared"] <= 0


def test_it_learns_with_almost_every_seed(default_run: Tuple[str, Any]) -> None:
    others = run_all(["--json", "--seed", str(seed)] for seed in range(1, 11))
    scores = [json.loads(outcome.out)["scores"][0]["r_squared"] for outcome in others]
    assert default_run[1]["scores"][0]["r_squared"] >= 0.80
    assert sum(score >= 0.75 for score in scores) >= 9, scores


def test_a_seed_repeats_a_run_and_another_seed_does_not(here: Here, flats: List[str]) -> None:
    first, again, other = [here.text(*flats, "--seed", seed) for seed in ("1", "1", "2")]
    assert first == again
    assert first != other.replace("seed 2", "seed 1")


# What the options do

EPOCHS = 3
SETTINGS: List[Tuple[str, Dict[str, Any]]] = [
    ("", {"layers": [8, 4, 1], "activations": ["sigmoid", "sigmoid", "linear"], "learning_rate": 0.2,
          "batch_size": 10, "seed": 0, "scaled": True, "epoch": EPOCHS,
          "features": ["size", "floor"], "target": "rent", "training_rows": 30, "held_out_rows": 10}),
    ("--layers none", {"layers": [1], "activations": ["linear"], "learning_rate": 0.01}),
    ("--layers 5,3", {"layers": [5, 3, 1]}),
    ("--layers 2 --activation linear",
     {"layers": [2, 1], "activations": ["linear", "linear"], "learning_rate": 0.01}),
    ("--activation relu", {"activations": ["relu", "relu", "linear"], "learning_rate": 0.02}),
    ("--activation tanh", {"activations": ["tanh", "tanh", "linear"], "learning_rate": 0.05}),
    ("--activation sigmoid --learning-rate 0.125", {"learning_rate": 0.125}),
    ("--batch-size 7", {"batch_size": 7}),
    ("--batch-size all", {"batch_size": 30}),
    ("--seed 5", {"seed": 5}),
    ("--without floor", {"features": ["size"], "target": "rent"}),
    ("--raw", {"layers": [5, 3, 1], "activations": ["linear"] * 3, "learning_rate": 8e-7, "batch_size": 30}),
    ("--raw", {"scaled": False}),
    ("--raw --layers 4 --activation tanh --learning-rate 1e-5 --batch-size 2",
     {"layers": [4, 1], "activations": ["tanh", "linear"], "learning_rate": 1e-5, "batch_size": 2}),
]


@pytest.mark.parametrize("options, expected", SETTINGS, ids=[case[0] for case in SETTINGS])
def test_settings(options: str, expected: Dict[str, Any], here: Here, flats: List[str]) -> None:
    result = here.json(*flats, "--epochs", str(EPOCHS), *options.split())
    facts = {**result["table"], **result["network"], **result["training"]}
    assert {name: facts[name] for name in expected} == expected
    assert len(facts["costs"]) == EPOCHS + 1 and facts["costs"][-1] != facts["costs"][0]


def test_raw_is_the_setting_of_the_lesson(here: Here) -> None:
    rng = RandomNumbers(0)
    training, held_out = split(load_housing(), 0.25, rng)
    sizes = [(13, 5), (5, 3), (3, 1)]
    network = Network(*[Layer.random(inputs, neurons, LINEAR, rng) for inputs, neurons in sizes])
    lesson = train(network, training.X, training.Y, learning_rate=8e-7, epochs=30)

    result = here.json("--raw")
    assert result["training"]["costs"] == pytest.approx(lesson.costs)
    predictions = [house["after"] for house in result["before_and_after"]]
    assert predictions == pytest.approx([a for [a] in lesson.network.predict_all(held_out.X[:10])])


def test_a_column_can_be_left_out(here: Here) -> None:
    features = here.json("--without", "B", "--epochs", "0")["table"]["features"]
    assert features == [name for name in load_housing().feature_names if name != "B"] and len(features) == 12


def test_no_epochs_change_nothing(here: Here, flats: List[str]) -> None:
    result = here.json(*flats, "--epochs", "0")
    assert len(result["training"]["costs"]) == 1
    assert all(flat["before"] == flat["after"] for flat in result["before_and_after"])


def test_patience_ends_training_with_the_best_epoch(here: Here, flats: List[str]) -> None:
    training = here.json(*flats, "--patience", "2", "--epochs", "1000", "--learning-rate", "0.5")["training"]
    assert training["why_stopped"] == "no better cost in 2 epochs"
    assert training["epoch"] == training["costs"].index(min(training["costs"])) == len(training["costs"]) - 3


def test_a_long_training_needs_little_more_memory_than_a_short_one(here: Here, flats: List[str]) -> None:
    try:
        import tracemalloc
    except ImportError:
        missing("tracemalloc")

    def most_memory(epochs: int) -> int:
        tracemalloc.start()
        try:
            here.text(*flats, "--layers", "none", "--epochs", str(epochs), "--batch-size", "all")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    most_memory(1)  # what is needed only once, such as compiled patterns
    bytes_per_epoch = (most_memory(500) - most_memory(100)) / 400
    assert bytes_per_epoch < 200  # room for the costs and their curve, not for the networks: those take 1,000


# What it suggests


def what_next(report: str) -> str:
    return " ".join(report.rsplit("Try next", 1)[1].split())


def test_everything_it_suggests_works(default_run: Tuple[str, Any], flats: List[str]) -> None:
    help_text = run("--help").out
    things_to_try = help_text.split("things to try:")[1]
    examples = re.findall(r"^  minibackprop (.+?)(?:  .*)?$", things_to_try, re.MULTILINE)
    assert len(examples) == len(things_to_try.strip().splitlines()) >= 6
    own = examples.index("--data flats.csv --target rent")
    commands = [example.split() for example in examples] + [["--epochs", "2"]]
    commands[own] = flats
    reports = [default_run[0]]
    for arguments, outcome in zip(commands, run_all(commands)):
        if arguments == ["--learning-rate", "50"]:
            assert (outcome.status, outcome.out) == (1, "")
            assert re.search(r"in epoch \d+: the learning rate 50 is too large", outcome.err)
        else:
            assert (outcome.status, outcome.err) == (0, "")
            reports.append(outcome.out)

    suggestions = {what_next(report) for report in reports}
    assert len(suggestions) == 4
    for suggestion in suggestions:
        options = re.findall(r"--[a-z-]+", suggestion)
        assert options and all(f"  {option} " in help_text for option in options), suggestion
    with_values = [re.match(r"(?:--[a-z-]+ [a-z0-9,]+ ?)+(?=:)", suggestion) for suggestion in suggestions]
    to_do = [found.group().split() for found in with_values if found]
    assert ["--activation", "tanh", "--layers", "8,4"] in to_do
    assert all(outcome.status == 0 for outcome in run_all(do for do in to_do if do not in commands))


def test_help_teaches_and_fits(here: Here) -> None:
    text = here.text("--help")
    for part in ("z = w*x + b", "a = f(z)", "cost C = 1/2 (y - a)^2", "new w = w - learning rate * slope"):
        assert part in text
    assert text.isascii()
    assert max(len(line) for line in text.splitlines()) <= 80


def test_version(here: Here) -> None:
    assert here.text("--version") == f"minibackprop {__version__}\n"


# What it refuses: a line on standard error and nothing else; status 2 for bad usage, 1 for a run that fails

BAD_USAGE: List[Tuple[str, List[str]]] = [
    ("--lerning-rate 1", ["there is no option --lerning-rate: did you mean --learning-rate?", "--help"]),
    ("--frobnicate=3", ["there is no option --frobnicate (", "--help"]),
    ("--epoch 3", ["did you mean --epochs?"]),
    ("-x", ["there is no option -x"]),
    ("-epochs 3", ["there is no option -epochs: did you mean --epochs?"]),
    ("flats.csv", ["'flats.csv'", "--help"]),
    ("--epochs", ["--epochs", "expected one argument"]),
    ("--epochs -1", ["epochs is -1, but must be a whole number, 0 or more"]),
    ("--epochs x", ["epochs is 'x', but must be a whole number, 0 or more"]),
    ("--epochs 2.5", ["epochs is '2.5', but must be a whole number"]),
    ("--batch-size 0", ["the batch size is 0, but must be a whole number, 1 or more"]),
    ("--batch-size few", ["the batch size is 'few', but must be a whole number, 1 or more"]),
    ("--batch-size 1000", ["the batch size is 1000, but there are only 380 examples"]),
    ("--learning-rate 0", ["the learning rate is 0", "must be a number above 0"]),
    ("--learning-rate -1", ["the learning rate is -1", "must be a number above 0"]),
    ("--learning-rate nan", ["the learning rate is nan, but must be a number above 0"]),
    ("--learning-rate 1e999", ["the learning rate is inf, but must be a number above 0"]),
    ("--learning-rate abc", ["the learning rate is 'abc', but must be a number above 0"]),
    ("--layers 3,x", ["a number of neurons is 'x', but must be a whole number, 1 or more"]),
    ("--layers 3,", ["a number of neurons is '', but must be a whole number, 1 or more"]),
    ("--layers 0", ["a number of neurons is 0, but must be a whole number, 1 or more"]),
    ("--activation foo", ["'foo'", "linear", "relu", "sigmoid", "tanh"]),
    ("--seed x", ["the seed is 'x', but must be a whole number, 0 or more"]),
    ("--seed -1", ["the seed is -1, but must be a whole number, 0 or more"]),
    ("--patience 0", ["patience is 0, but must be a whole number, 1 or more"]),
    ("--without NOPE", ["there is no column 'NOPE'; the columns are CRIM, ZN, INDUS, CHAS", "LSTAT, MEDV"]),
    ("--without MEDV", ["MEDV is the target: it cannot be left out"]),
    ("--data flats.csv", ["--data FILE.csv and --target COLUMN go together"]),
    ("--target rent", ["--data FILE.csv and --target COLUMN go together"]),
]


@pytest.mark.parametrize("options, fragments", BAD_USAGE, ids=[case[0] for case in BAD_USAGE])
def test_bad_usage(options: str, fragments: List[str], here: Here) -> None:
    complaint = here.complaint(2, *options.split())
    for fragment in fragments:
        assert fragment in complaint


OWN = "size,colour,rent\n50,red,500\n60,blue,610\n"
OWN_TABLES: List[Tuple[str, str, List[str], int, List[str]]] = [
    ("unknown target", OWN, ["--target", "price"], 2, ["no column 'price'; the columns are size, colour,"]),
    ("unknown column", OWN, ["--without", "Size"], 2, ["no column 'Size'; the columns are size, colour,"]),
    ("nothing left", OWN, ["--without=size", "--without=colour"], 2, ["no column is left to predict from"]),
    ("a name of two lines", '"size\nin m2",rent\n1,2\n', ["--target", "x"], 2, ["there is no column 'x'"]),
    ("text", OWN, [], 1, ["flats.csv: row 1, column colour is 'red', but must be", "leave out the column"]),
    ("a short row", "size,rent\n1,2\n3\n", [], 1, ["flats.csv: row 2 has 1 cell"]),
    ("an empty file", "", [], 1, ["flats.csv: ", "empty"]),
    ("no rows", "size,rent\n", [], 1, ["flats.csv: there are no rows below the header"]),
    ("a single row", "size,rent\n1,2\n", [], 1, ["a table of one row cannot be split"]),
    ("steps that are too large", "size,rent\n1,2\n3,4\n5,7\n", ["--raw", "--learning-rate", "1e9"], 1,
     ["stopped being a number in epoch ", "the learning rate 1e+09 is too large", "try 1e+08"]),
    ("numbers too large", "size,rent\n1e200,2\n-1e200,4\n0,7\n", [], 1, ["too large to scale"]),
]


@pytest.mark.parametrize("text, options, status, fragments", [case[1:] for case in OWN_TABLES],
                         ids=[case[0] for case in OWN_TABLES])
def test_own_tables_that_do_not_work(
    text: str, options: List[str], status: int, fragments: List[str], here: Here, tmp_path: Path
) -> None:
    complaint = here.complaint(status, *own_table(tmp_path, text, "rent"), *options)
    for fragment in fragments:
        assert fragment in complaint


def test_no_file_and_a_folder(here: Here, tmp_path: Path) -> None:
    nope = str(tmp_path / "nope.csv")
    assert f"{nope}: there is no such file" in here.complaint(1, "--data", nope, "--target", "rent")
    assert f"{tmp_path}: cannot be read" in here.complaint(1, "--data", str(tmp_path), "--target", "rent")


@pytest.mark.parametrize("arguments, status", [(["--epochs", "x"], 2), (["--without", "NOPE"], 2),
                                               (["--data", "nope.csv", "--target", "rent"], 1)])
def test_a_failed_process_says_one_line_and_ends_with_its_status(arguments: List[str], status: int) -> None:
    outcome = run("--json", *arguments)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (status, "", 1)


# A table of one's own


def test_an_own_table_from_a_spreadsheet(here: Here, tmp_path: Path) -> None:
    rows = [f'"{size}",red,"{7 * size}"' for size in range(10, 50)]
    text = "\r\n".join(['\ufeff"size, m2",colour,"rent, warm"', *rows, ""])
    arguments = [*own_table(tmp_path, text, "rent, warm"), "--without", "colour", "--epochs", "5"]
    result = here.json(*arguments)
    assert (result["table"]["features"], result["table"]["target"]) == (["size, m2"], "rent, warm")
    assert all(row["actual"] in range(70, 350, 7) for row in result["before_and_after"])
    assert result["scores"][1]["r_squared"] == pytest.approx(1)

    report = here.text(*arguments)
    assert report.startswith("A network learns rent, warm by backpropagation\n")
    assert "$" not in report and "house" not in report


def test_prices_are_written_out(here: Here, tmp_path: Path) -> None:
    text = "\n".join(["size,price"] + [f"{size},{size * 2531}" for size in range(50, 150)])
    report = here.text(*own_table(tmp_path, text, "price"), "--epochs", "1")
    rows = re.findall(r"^\d+  .*$", report, re.MULTILINE)
    assert len(rows) == 10
    for row in rows:
        actual, before, after, off_by = [number_in(cell) for cell in row.split()[1:]]
        assert "e+" not in row and actual % 2531 == 0 and off_by == pytest.approx(after - actual, abs=2)


@pytest.mark.parametrize("options", ["", "--raw --learning-rate 0.01", "--layers none", "--patience 1"])
@pytest.mark.parametrize("num_rows", [2, 3])
def test_tiny_tables(num_rows: int, options: str, here: Here, tmp_path: Path) -> None:
    text = "\n".join(["size,floor,rent", "1,0,2", "2,5,4", "3,5,5"][: num_rows + 1])
    arguments = [*own_table(tmp_path, text, "rent"), *options.split()]
    result = here.json(*arguments)
    assert (result["table"]["training_rows"], result["table"]["held_out_rows"]) == (num_rows - 1, 1)
    assert [score["r_squared"] for score in result["scores"]] == [None] * 3
    assert here.text(*arguments).count(" none ") == 3


@pytest.mark.parametrize("rents, largest_error", [
    pytest.param([5.0] * 12, 1e-9, id="never"),
    pytest.param([0, 1e-320] * 6, 1e-9, id="hardly"),
    pytest.param([0, 3] + [0, 1e-160] * 10, 1, id="hardly where it is held out"),
])
def test_no_r_squared_where_the_target_never_or_hardly_changes(
    rents: List[float], largest_error: float, here: Here, tmp_path: Path
) -> None:
    lines = ["size,rent"] + [f"{size},{rent}" for size, rent in enumerate(rents)]
    scores = here.json(*own_table(tmp_path, "\n".join(lines), "rent"), "--epochs", "3")["scores"]
    assert [score["r_squared"] for score in scores] == [None] * 3
    assert all(score["root_mean_square_error"] <= largest_error for score in scores[1:])


# How it looks


@pytest.mark.parametrize("columns, width", [("1", 40), ("40", 40), ("57", 57), ("100", 100), ("1000", 100)])
def test_the_report_is_as_wide_as_the_terminal(
    columns: str, width: int, here: Here, flats: List[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert max(len(line) for line in here.text(*flats, "--epochs", "3").splitlines()) == width


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_forty_columns_are_enough(encoding: str, tmp_path: Path) -> None:
    millions = "\n".join(["size,rent"] + [f"{size},{-1234567 * size}" for size in range(1, 60)])
    (tmp_path / "tiny").mkdir()
    tiny = own_table(tmp_path / "tiny", "size,rent\n1,200000\n2,400000\n", "rent")
    own = own_table(tmp_path, millions, "rent")
    for arguments in (["--epochs", "2"], ["--raw"], own, [*own, "--raw", "--epochs", "0"], tiny):
        outcome = run(*arguments, env={"COLUMNS": "40", "PYTHONIOENCODING": encoding}, encoding=encoding)
        assert outcome.status == 0
        assert [line for line in outcome.out.splitlines() if len(line) > 40] == []


def test_where_there_is_no_unicode_it_writes_ascii(flats: List[str]) -> None:
    arguments = [*flats, "--epochs", "3"]
    plain = run(*arguments, env={"PYTHONIOENCODING": "ascii"}, encoding="ascii")
    assert (plain.status, plain.err) == (0, "")
    assert "2 -> 8 -> 4 -> 1" in plain.out and "The cost 1/2 (y - a)^2" in plain.out and "R^2" in plain.out
    in_unicode = run(*arguments).out
    assert in_unicode != plain.out and in_unicode.count("?") == plain.out.count("?")
    for encoding in ("cp1252", "latin-1", "cp437"):
        assert run(*arguments, env={"PYTHONIOENCODING": encoding}, encoding=encoding) == plain
    no_locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    assert run(*arguments, env=no_locale, encoding="ascii") == plain


@pytest.mark.parametrize("encoding, name", [("utf-8", "größe"), ("latin-1", "größe"), ("ascii", "gr??e")])
def test_names_are_spelled_as_well_as_the_encoding_can(encoding: str, name: str, tmp_path: Path) -> None:
    own = own_table(tmp_path, "a,größe\n1,2\n3,4\n", "größe")
    for options in (["--epochs", "1"], ["--json"], ["--without", "straße"]):
        outcome = run(*own, *options, env={"PYTHONIOENCODING": encoding}, encoding=encoding)
        assert "Traceback" not in outcome.err
        if options[0] == "--epochs":
            assert outcome.out.startswith(f"A network learns {name} by backpropagation")
        elif options[0] == "--json":
            assert json.loads(outcome.out)["table"]["target"] == "größe"
        else:
            assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)


# On a terminal


def on_a_terminal(*arguments: str, stream: str, env: Optional[Env] = None, ctrl_c_at: str = "") -> Outcome:
    """Run the command with one stream on a pseudo-terminal; press Ctrl-C once that has shown the pattern."""
    try:
        import pty
        terminal, command_side = pty.openpty()
    except (ImportError, OSError) as error:
        missing(f"a pseudo-terminal ({error})")
    process = subprocess.Popen(
        command(*arguments), cwd=ROOT, env=environment(env), stdin=subprocess.DEVNULL,
        stdout=command_side if stream == "stdout" else subprocess.PIPE,
        stderr=command_side if stream == "stderr" else subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a background job may ignore it
    )
    os.close(command_side)
    seen = b""
    end = time.monotonic() + PATIENCE
    try:
        while time.monotonic() < end and select.select([terminal], [], [], PATIENCE)[0]:
            try:
                news = os.read(terminal, 65536)
            except OSError:  # Linux says so when the command has closed its side
                break
            if not news:
                break
            seen += news
            if ctrl_c_at and re.search(ctrl_c_at.encode("ascii"), seen):
                process.send_signal(signal.SIGINT)
                ctrl_c_at = ""
        out, err = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
        os.close(terminal)
    out, err = (seen, err) if stream == "stdout" else (out, seen)
    return Outcome(process.wait(), out.decode("utf-8").replace("\r\n", "\n"), err.decode("utf-8"))


@pytest.mark.parametrize("env, bold", [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False),
                                       ({"TERM": "dumb"}, False)])
def test_headings_are_bold_where_that_is_wanted(env: Env, bold: bool, flats: List[str]) -> None:
    arguments = [*flats, "--epochs", "3"]
    outcome = on_a_terminal(*arguments, stream="stdout", env=env)
    assert (outcome.status, outcome.err) == (0, "")
    headings = re.findall(r"\033\[1m(.*?)\033\[0m", outcome.out)
    assert len(headings) == (4 if bold else 0)
    assert re.sub(r"\033\[[01]m", "", outcome.out) == run(*arguments).out


@pytest.mark.parametrize("encoding, full, empty", [("utf-8", "█", "░"), ("ascii", "#", r"\.")])
def test_the_progress_bar_is_on_standard_error_and_leaves_no_trace(
    encoding: str, full: str, empty: str, flats: List[str]
) -> None:
    arguments = [*flats, "--epochs", "800"]
    env = {"COLUMNS": "50", "PYTHONIOENCODING": encoding}
    outcome = on_a_terminal(*arguments, stream="stderr", env=env)
    assert outcome == run(*arguments, env=env, encoding=encoding)._replace(err=outcome.err)
    *drawn, wiped, end = outcome.err.split("\r")[1:]
    assert len(drawn) >= 2 and (wiped, end) == (" " * 49, "")
    for bar in drawn:
        assert len(bar) == 49 and re.match(f"{full}*{empty}* epoch \\d+/800  cost [0-9.e-]+$", bar)
    assert full in drawn[-1]


def test_ctrl_c_ends_the_training_and_the_report_says_so() -> None:
    outcome = on_a_terminal("--epochs", "1000000", stream="stderr", ctrl_c_at="epoch [1-9]")
    assert outcome.status == 0 and "Traceback" not in outcome.err
    interrupted = re.search(r"interrupted after epoch (\d+)", " ".join(outcome.out.split()))
    assert interrupted and 1 <= int(interrupted.group(1)) < 1000000
    assert "before and after training" in outcome.out and "Try next" in outcome.out


def test_ctrl_c_before_the_training(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("minibackprop.cli.experiment.load_housing", interrupted)
    try:
        assert "interrupted before there was anything to show" in here.complaint(1)
    except KeyboardInterrupt:
        pytest.fail("it shows a traceback")


# Where nobody listens

WHATEVER = [
    ["--epochs", "0"], ["--json", "--epochs", "0"], ["--help"], ["--version"], ["bundle"], ["explain"],
]


@pytest.mark.parametrize("arguments", WHATEVER, ids=" ".join)
def test_a_reader_that_has_left_gets_no_traceback(arguments: List[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        command(*arguments), cwd=ROOT, env=environment(), timeout=PATIENCE,
        stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


def redirected(redirection: str, *arguments: str) -> Outcome:
    """Run the command by a shell."""
    shell = shutil.which("sh")
    if shell is None:
        missing("sh")
    done = subprocess.run(
        [shell, "-c", f'exec "$@" {redirection}', shell, *command(*arguments)], cwd=ROOT, env=environment(),
        timeout=PATIENCE, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("arguments", WHATEVER, ids=" ".join)
def test_standard_output_may_be_closed(arguments: List[str]) -> None:
    assert redirected(">&-", *arguments)[1:] == ("", "")


def test_standard_error_may_be_closed() -> None:
    assert redirected("2>&-", "--without", "NOPE") == Outcome(2, "", "")
    assert redirected("2>&-", "--epochs", "x") == Outcome(2, "", "")
    assert redirected("2>&-", "--epochs", "0") == run("--epochs", "0")


@pytest.mark.parametrize("arguments", WHATEVER, ids=" ".join)
def test_a_full_disk_is_reported(arguments: List[str]) -> None:
    if not os.path.exists("/dev/full"):
        missing("/dev/full")
    status, out, err = redirected("> /dev/full", *arguments)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("minibackprop: error: ") and "No space left" in err
