"""The script of the page is JavaScript that Node.js can read."""

import shutil
import subprocess

from ..support.ladder import PACKAGE
from ..support.optional import missing


def test_node_finds_no_mistake_in_the_script() -> None:
    node = shutil.which("node")
    if not node:
        missing("Node.js")
    command = [node, "--check", str(PACKAGE / "step_page" / "script.js")]
    checked = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    assert checked.returncode == 0, checked.stdout
