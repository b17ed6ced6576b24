"""What is known of mutants from earlier runs, so that a run can be interrupted and taken up again.

A killed mutant stays killed as long as its module and the test that killed it are the same; one that lives is tried
again as soon as anything in the package or the tests has changed.
"""

import hashlib
import json
from pathlib import Path
from typing import Dict, List, Optional

from ..support.ladder import PACKAGE, ROOT
from .mutants import Mutant
from .trial import Trial

FILE = ROOT / ".mutation_results.jsonl"


class Results:
    """`of(mutant)` and `keep(mutant, trial)`; each result is on disk at once, one a line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.hashes: Dict[Path, str] = {}
        self.lines: Dict[str, List[str]] = {}
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                name, killed_by, key = json.loads(line)
                self.lines[name] = [killed_by, key]

    def of(self, mutant: Mutant) -> Optional[Trial]:
        found = self.lines.get(mutant.name)
        if found is None or found[1] != self._key(mutant, found[0]):
            return None
        return Trial(found[0], 0)

    def keep(self, mutant: Mutant, trial: Trial) -> None:
        line = [trial.killed_by, self._key(mutant, trial.killed_by)]
        self.lines[mutant.name] = line
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(json.dumps([mutant.name, *line], ensure_ascii=False) + "\n")

    def _key(self, mutant: Mutant, killed_by: str) -> str:
        module = self._hash(PACKAGE / mutant.module)
        if not killed_by:
            return module + self._hash(PACKAGE) + self._hash(ROOT / "tests")
        test = ROOT / killed_by.split("::")[0]
        return module + (self._hash(test) if test.is_file() else "")

    def _hash(self, path: Path) -> str:
        """Of a file, or of all Python files in a folder."""
        if path not in self.hashes:
            files = [path] if path.is_file() else sorted(path.rglob("*.py"))
            content = hashlib.sha1()
            for file in files:
                content.update(file.read_bytes())
            self.hashes[path] = content.hexdigest()[:12]
        return self.hashes[path]
