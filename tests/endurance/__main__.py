"""Kill and interrupt many runs, and print how many ended as they should: python -m tests.endurance [runs] [seed]"""

import random
import sys
import tempfile
import time
from pathlib import Path

from .runs import interrupted_twice, is_whole_report_or_nothing, killed_and_resumed, undisturbed

SETTINGS = ["--epochs", "60", "--patience", "20"]


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        expected = undisturbed(SETTINGS, Path(folder))
        seconds = time.monotonic() - began
    same = whole = 0
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            ended = killed_and_resumed(SETTINGS, Path(folder), [rng.uniform(0, seconds)])
            same += (ended.status, ended.model) == (0, expected.model) and report(ended.out) == report(expected.out)
    for _ in range(runs):
        ended = interrupted_twice(["--epochs", "100000"], rng.uniform(0.2, seconds), rng.uniform(0.0, 0.2))
        whole += is_whole_report_or_nothing(ended)
    print(f"seed {seed}; a run takes {seconds:.1f} s")
    print(f"killed at a random moment and resumed: {same} of {runs} end with the same weights and the same report")
    print(f"Ctrl-C twice within 200 ms: {whole} of {runs} show the whole report, or one line that says why not")


def report(out: str) -> str:
    """The report without its last line, which names the file that the network is in."""
    return out.rpartition("\n\n")[0]


if __name__ == "__main__":
    main()
