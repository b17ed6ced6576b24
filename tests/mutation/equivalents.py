"""The list of equivalent mutants: changes that no test can see, each with the reason, in equivalents.txt.

The name of a mutant stands at the beginning of a line, as the command prints it; several names can have one reason,
which stands below them, indented.
"""

from pathlib import Path
from typing import Dict, List

FILE = Path(__file__).with_name("equivalents.txt")


def equivalents(path: Path = FILE) -> Dict[str, str]:
    """The reason for each name. ValueError if a name has none, or stands there twice."""
    found: Dict[str, str] = {}
    names: List[str] = []
    reason = ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), "end"]:
        if line.startswith(" "):
            reason = f"{reason} {line.strip()}".strip()
        elif line and not line.startswith("#"):
            if reason:
                found.update(dict.fromkeys(names, reason))
                names, reason = [], ""
            if line in found or line in names:
                raise ValueError(f"{path.name} lists this twice: {line}")
            names.append(line)
    if names != ["end"]:
        raise ValueError(f"{path.name} gives no reason for: {names[0]}")
    return found
