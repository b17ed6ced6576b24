"""What it takes to begin: the time of the import, compared with a bare start of Python, and the size of the wheel."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import List, Optional

from .race import Result
from .timing import none_because, our_time_over

ROOT = Path(__file__).resolve().parent.parent.parent


def run(code: str) -> None:
    subprocess.run([sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"], check=True)


def imports(rounds: int) -> List[Result]:
    """A process that imports minibackprop, compared with one that imports nothing, or something else."""
    results = []
    for name in ("pass", "import numpy", "import torch", "import sklearn.neural_network"):
        try:
            run(f"sys.stderr = None; {name}")
        except subprocess.CalledProcessError:
            ratio = none_because(f"not installed ({name})")
        else:
            ratio = our_time_over(lambda: run(name), lambda: run("import minibackprop"), rounds)
        results.append(Result("a process that imports it", "one with " + name, ratio))
    return results


def wheel_bytes() -> Optional[int]:
    """The size of the wheel; None if it cannot be built."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, str(ROOT)]
        subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        sizes = [path.stat().st_size for path in Path(folder).glob("*.whl")]
    return sizes[0] if sizes else None
