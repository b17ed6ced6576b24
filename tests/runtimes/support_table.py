"""`python -m tests.runtimes.support_table` prints on which Python runtimes minibackprop works, in Markdown.

Each runs conformance.py on the package and on the one-file version, and epoch.py on the one-file version with
the housing table inside.
"""

import tempfile
from pathlib import Path
from typing import Dict, List

from .runtimes import ONE_FILE, ONE_FILE_WITH_HOUSING, PACKAGE, RUNTIMES, Runtime, last_line, run, stage

COLUMNS = ["runtime and version", "how", "package", "one file", "one epoch of 13->5->3->1, in ms"]
WARM_UP = 1000
VERSION = "import sys; print('.'.join(str(part) for part in sys.implementation.version[:3]))"


def row(runtime: Runtime, staged: Dict[str, Path]) -> List[str]:
    """What to say about a runtime, column by column."""
    command = runtime.command()
    if command is None:
        return [runtime.name, runtime.how, "not run here", "not run here", "not run here"]
    package = run(command, staged[PACKAGE], "conformance.py")
    one_file = run(command, staged[ONE_FILE], "conformance.py")
    epoch = run(command, staged[ONE_FILE_WITH_HOUSING], "epoch.py")
    if runtime.needs_driver:
        label = epoch.stdout.splitlines()[0]
    else:
        label = runtime.name.split()[0] + " " + last_line(run(command, staged[PACKAGE], "-c", VERSION))
    outcomes = [last_line(each) if each.returncode == 0 else "fails" for each in (package, one_file, epoch)]
    return [label, runtime.how, *outcomes[:2], outcomes[2].replace("one epoch: ", "").replace(" ms", "")]


def warm_row(label: str, command: List[str], folder: Path) -> List[str]:
    """Another row for a runtime that compiles the code while it runs: an epoch after many others."""
    finished = run(command, folder, "-c", f"import epoch; epoch.run(300, {WARM_UP})")
    first, one = [line.split(": ")[1] for line in finished.stdout.splitlines()]
    return [f"{label}, warm", f"after {WARM_UP} epochs, which took {first}", "", "", one.replace(" ms", "")]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        forms = [PACKAGE, ONE_FILE, ONE_FILE_WITH_HOUSING]
        staged = {form: stage(Path(folder) / form, form) for form in forms}
        for cells in [COLUMNS, ["---"] * len(COLUMNS)]:
            print("| " + " | ".join(cells) + " |")
        for runtime in RUNTIMES:
            cells, command = row(runtime, staged), runtime.command()
            print("| " + " | ".join(cells) + " |", flush=True)
            if runtime.name == "PyPy" and command is not None:
                warm = warm_row(cells[0], command, staged[ONE_FILE_WITH_HOUSING])
                print("| " + " | ".join(warm) + " |", flush=True)


if __name__ == "__main__":
    main()
