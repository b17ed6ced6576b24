"""Checks of web pages in a headless Chromium, written in JavaScript."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from .ladder import ROOT
from .optional import missing

PLAYWRIGHT = ROOT / "tests" / "runtimes" / "node_modules" / "playwright-core"


def num_checks_passed(script: Path, pages: Path) -> int:
    """How many checks of the script passed, all of which must, with the pages in this folder."""
    node, chromium = shutil.which("node"), os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not node or not chromium:
        missing("Node.js" if not node else "Chromium, apt-get install chromium")
    if not PLAYWRIGHT.exists():
        missing("playwright-core, npm install in tests/runtimes")
    finished = subprocess.run(
        [node, str(script), str(pages), chromium, str(PLAYWRIGHT)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )
    assert finished.returncode == 0, finished.stdout
    return len(re.findall(r"^ok ", finished.stdout, re.MULTILINE))
