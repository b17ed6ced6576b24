"""The table of what was killed, and the list of what was not."""

from typing import Dict, List

from ..support.markdown import table
from .mutants import Mutant
from .results import Results
from .trial import TOO_LONG

HEADER = ["", "mutants", "killed", "too long", "equivalent", "alive", "of those not equivalent, killed"]


def print_table(
    mutants: Dict[str, List[Mutant]], results: Results, reasons: Dict[str, str], is_all: bool
) -> int:
    """Print a row for each folder, then what is wrong; return 1 if anything is, else 0."""
    killed_by = {}
    for each in mutants.values():
        for mutant in each:
            trial = results.of(mutant)
            killed_by[mutant.name] = "" if trial is None else trial.killed_by
    rows = []
    folders: Dict[str, List[str]] = {}
    for module, each in mutants.items():
        folders.setdefault(module.rpartition("/")[0] or "core", []).extend([mutant.name for mutant in each])
    for folder, names in [*folders.items(), ("all", list(killed_by))]:
        rows.append([folder, *row([killed_by[name] for name in names], [name in reasons for name in names])])
    print(table(HEADER, rows))
    wrong = [
        f"alive: {mutant.module}:{mutant.line}: {mutant.name}"
        for each in mutants.values() for mutant in each if not killed_by[mutant.name] and mutant.name not in reasons
    ]
    for name in reasons:
        if killed_by.get(name):
            wrong.append(f"not equivalent, as {killed_by[name]} kills it: {name}")
        elif name not in killed_by and (is_all or name.split(" | ")[0] in mutants):
            wrong.append(f"equivalent, but gone: {name}")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


def row(killed_by: List[str], are_equivalent: List[bool]) -> List[str]:
    killed = sum([1 for each in killed_by if each])
    equivalent = sum([1 for each, is_equivalent in zip(killed_by, are_equivalent) if is_equivalent and not each])
    alive = len(killed_by) - killed - equivalent
    share = f"{100 * killed / (killed + alive):.1f} %" if killed + alive else "–"
    too_long = killed_by.count(TOO_LONG)
    return [str(number) for number in (len(killed_by), killed, too_long, equivalent, alive)] + [share]
