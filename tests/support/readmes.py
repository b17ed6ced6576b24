"""The READMEs, and the commands in the first of them."""

import re
from typing import Dict, List

from .ladder import ROOT

READMES: Dict[str, str] = {
    name: (ROOT / name).read_text(encoding="utf-8")
    for name in (
        "README.md", "tests/README.md", "data/README.md", ".github/CONTRIBUTING.md",
        "minibackprop/teaching/lessons/README.md", "minibackprop/teaching/exercises/README.md",
    )
}
README = READMES["README.md"]
COMMANDS: List[str] = re.findall(r"```console\n(.*?)\n```", README, re.DOTALL)

# The environment in which they are tried.
BARE = {"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1", "SYSTEMROOT": "C:\\Windows"}
