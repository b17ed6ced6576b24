"""`python -m tests.benchmarks` measures everything and prints it as Markdown; `--json FILE` writes it too."""

import argparse
import importlib
import json
import os
import platform
import sys
from typing import Dict, List

import minibackprop

from ..support.markdown import table
from .cold import cold_starts
from .growth import Growth, growth
from .jobs import nonlinear_jobs, digits_job, notebook_jobs
from .race import FLOOR, PEERS, Result, race
from .start import imports, wheel_bytes
from .workers import shared_work


def say(what: str) -> None:
    print(f"... {what}", file=sys.stderr, flush=True)


def versions() -> Dict[str, str]:
    found = {"minibackprop": minibackprop.__version__, "Python": platform.python_version()}
    for package in sorted(set(PEERS.values()) - {"math", "micrograd"}):
        try:
            found[package] = str(importlib.import_module(package).__version__)
        except ImportError:
            found[package] = "not installed"
    return found


def machine() -> str:
    name = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            name = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return f"{name}, {os.cpu_count()} cores, {platform.system()}"


def print_results(results: List[Result]) -> None:
    rows = [(each.job, each.peer, str(each.ratio), each.ratio.in_words()) for each in results]
    header = ["job", "compared with", "our time over theirs: median (range)", "minibackprop"]
    print(table(header, rows) + "\n", flush=True)


def print_in_short(results: List[Result]) -> None:
    """The medians, a row for each job and a column for each peer."""
    peers = [peer.NAME for peer in PEERS] + [FLOOR]
    rows = []
    for job in dict.fromkeys([each.job for each in results if each.peer in peers]):
        of_job = {each.peer: each.ratio.median_shown() for each in results if each.job == job}
        rows.append([job] + [of_job.get(peer, "–") for peer in peers])
    print(table(["our time over theirs", *peers], rows) + "\n", flush=True)


def print_growth(found: List[Growth]) -> None:
    rows = [(each.measured, each.varied, f"{each.exponent:.2f}", each.per_unit) for each in found]
    print(table(["what", "grows with", "to the power", "at the largest size"], rows) + "\n", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each pair is timed (default: 3)")
    parser.add_argument("--json", metavar="FILE", help="write the figures to this file too")
    options = parser.parse_args()

    about = {"machine": machine(), **versions()}
    print("; ".join(f"{name} {value}" for name, value in about.items()) + "\n", flush=True)
    results: List[Result] = []
    for job in notebook_jobs() + nonlinear_jobs() + [digits_job()]:
        say(job.name)
        results += race(job, options.rounds)
    say("the whole command, imports, many workers")
    results += cold_starts(options.rounds) + imports(4 * options.rounds) + shared_work(options.rounds)
    print_results(results)
    print_in_short(results)
    grown = growth(options.rounds, say)
    print_growth(grown)
    size = wheel_bytes()
    print(f"The wheel: {size:,} bytes" if size else "The wheel: pip could not build it here")
    if options.json:
        figures = {
            "about": about,
            "our_time_over_theirs": [{"job": r.job, "beside": r.peer, **r.ratio._asdict()} for r in results],
            "growth": [each._asdict() for each in grown],
            "wheel_bytes": size,
        }
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=2, ensure_ascii=False)


if __name__ == "__main__":
    main()
