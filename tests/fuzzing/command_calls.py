"""Random calls of the command, right and wrong ones, in this process with its output caught."""

import io
import sys
from pathlib import Path
from random import Random
from typing import List, Optional, Tuple

from minibackprop import SIGMOID, Layer, Network, cli, save_model
from minibackprop.drawing.plain_text import printable

from .oracles import outcome_of

FILES = {
    "good.csv": b"a,b,c\n1,2,3\n4,5,7\n2,2,9\n7,1,0\n3,3,3\n",
    "names.csv": "a,\x1b[31mb,\u202ec\n1,2,3\n4,5,7\n".encode("utf-8"),
    "large.csv": b"a,b,c\n1e300,-1e300,1e300\n1e-300,5e-324,3\n1e200,2,-1e308\n1,2,3\n",
    "text.csv": b"a,b,c\n1,x,3\n,5,7\nyes,no,\n",
    "ragged.csv": b"a,b,c\n1,2\n1,2,3,4\n",
    "one.csv": b"a,b,c\n1,2,3\n",
    "empty.csv": b"",
    "binary.csv": b"\x00\xff\xfe\x80" * 20,
    "semicolons.csv": b"a;b;c\n1,5;2;3\n4;5;7,25\n2;2;9\n7;1;0\n",
    "empty.json": b"{}",
    "binary.json": b"\x00\xff",
    "large.json": b'{"format": 1e999}',
}
SAVED = "saved.json"  # what a call saves
VALUES = ["1", "2", "3", "0", "-1", "0.1", "x", "", "1e999", "nan", "none", "all", "sigmoid", "\x1b[31m", "\u202e",
          "1_0"]


def make_files(folder: Path) -> None:
    """Write the files that the calls read."""
    for name, contents in FILES.items():
        (folder / name).write_bytes(contents)
    network = Network(Layer([[1.0, 2.0]], [0.5], SIGMOID))
    save_model(folder / "good.json", network, feature_names=["a", "b"], target_names=["c"])


def words_of(rng: Random, folder: str) -> List[str]:
    """The words of one command line. It never trains for long."""
    def value(*fitting: str) -> str:
        return rng.choice(fitting) if rng.random() < 0.85 else rng.choice(VALUES)

    def file(ending: str) -> str:
        names = [name for name in [*FILES, "good.json"] if name.endswith(ending)]
        return f"{folder}/{rng.choice(names + ['none' + ending, ''])}"

    saved = f"{folder}/{SAVED}"
    # the options come in an order of their own, each at most once; what is trained is small
    data = ["--data", file(".csv"), "--target", value("a", "b", "c")] if rng.random() < 0.9 else []
    network = [["--layers", value("2", "1,2", "none")], ["--activation", value("relu", "tanh", "linear")],
               ["--seed", value("1", "2")], ["--learning-rate", value("0.1", "1e9", "1e-300")],
               ["--batch-size", value("1", "all")], ["--patience", value("1")], ["--raw"], ["--json"],
               ["--without", value("a", "b")], ["--classify"], ["--drop-missing"], ["--save", saved],
               ["--checkpoint", saved], ["--resume", file(".json")], ["--lr", value("0.1")]]
    explain = [["--layer", value("1")], ["--neuron", value("1")], ["--input", value("1", "2")], ["--ascii"],
               ["--latex"],
               ["--x", value("1 2", "1e200 1")], ["--y", value("0", "1e300")], ["--weights", value("1 2", "1 2; 3 4")],
               ["--biases", value("0", "1 1")], ["--activation", value("relu", "exp")],
               ["--example", value("mazur", "none")], ["--house", value("1", "506", "507")]]
    page = [["--learning-rate", value("0.1", "1e9")], ["--without", value("a", "b")], ["--example", value("mazur")]]
    bundle = [["--until", value("update", "none")], ["--with-housing"], ["--with-diagnosis"]]
    new_weights = ["--new-weights", value(".15 .2 .25 .3 .36 .41 .51 .56", "1 1 1 1 1 1 1 1", "1e300 1 1 1 1 1 1 1")]
    diagnose = [["--example", value("mazur", "mazur", "hagan")], new_weights, ["--new-biases", value("1 1 1 1", "0 x")],
                ["--tolerance", value("0.001", "1e-9")], ["--hint", value("1", "2")], ["--json"], ["--no-biases"],
                ["--learning-rate", value("0.5", "1e-300")], ["--cost", value("cross-entropy", "half-squared-error")]]
    command = rng.choice(["train", "train", "train", "explain", "diagnose", "page", "bundle", "predict"])
    options = {"train": network, "explain": explain, "diagnose": diagnose, "page": page, "bundle": bundle,
               "predict": [["--json"], ["--csv"]]}
    chosen = [option for option in options[command] if rng.random() < 0.3]
    rng.shuffle(chosen)
    words = [] if command == "train" else [command]
    if command == "predict":
        words.append(file(".json"))
    if command == "diagnose" and rng.random() < 0.7:
        chosen = [option for option in diagnose[:2] if option not in chosen] + chosen
    for option in chosen:
        words += option
    if command in ("train", "page"):
        words += ["--epochs", rng.choice(["0", "1", "2"] if command == "train" else ["1", "2"])]
    if command in ("train", "page", "predict"):
        words += data
    if rng.random() < 0.05:
        words.append(rng.choice(["--help", "--version", "--epoch", "-x", "spam", *VALUES]))
    return words


def run(words: List[str]) -> Tuple[int, str, str]:
    """The exit status, standard output and standard error of the command."""
    before = sys.stdout, sys.stderr
    out, err = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace") for _ in range(2)]
    sys.stdout, sys.stderr = out, err
    try:
        status = cli.main(words)
    finally:
        sys.stdout, sys.stderr = before
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode("utf-8"))
    return status, texts[0], texts[1]


def wrong_outcome(words: List[str], status: int, out: str, err: str) -> Optional[str]:
    """What is wrong with the outcome of a command, or None."""
    if status not in (0, 1, 2):
        return f"exit status {status}"
    if "Traceback" in out + err:
        return f"a traceback: {(out + err)[-300:]}"
    if words[:1] == ["diagnose"] and status == 1 and out and not err:
        status = 0  # what is diagnosed is wrong, and that was said
    if status != 0 and out:
        return f"exit status {status}, but this on standard output: {out[:100]!r}"
    if status != 0 and (not err.startswith("minibackprop: error: ") or err.count("minibackprop: error: ") != 1):
        return f"exit status {status}, but not one error on standard error: {err[:300]!r}"
    for text, is_for_terminal in ((err, True), (out, not words or words[0] != "page")):
        shown = text.replace("\n", "")
        if is_for_terminal and printable(shown) != shown:
            return f"control characters in the output: {shown[:300]!r}"
    return None


def check(seed: int, folder: str) -> Optional[str]:
    """What is wrong with the command of this seed, or None."""
    words = words_of(Random(seed), folder)
    outcomes = []
    for _ in range(2):
        if Path(folder, SAVED).exists():
            Path(folder, SAVED).unlink()
        try:
            outcomes.append(run(words))
        except BaseException as error:
            return f"{words} raised {outcome_of(error)}"
    problem = wrong_outcome(words, *outcomes[0])
    if problem is None and outcomes[0] != outcomes[1]:
        problem = f"the same command gave {outcomes[0]} and then {outcomes[1]}"
    return problem and f"{words}: {problem}"
