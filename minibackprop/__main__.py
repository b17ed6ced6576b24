"""Runs the command: python3 -m minibackprop"""

import os
import sys

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
if sys.path and sys.path[0] == os.getcwd() and HERE != os.getcwd():
    del sys.path[0]  # where the command is run there may be a learner's file with the name of a module of Python

from .cli import main
from .cli.failure import interrupted


def run() -> None:
    """Run the command and exit with its status. The installed command and a zipapp start here too."""
    try:
        from .cli.ctrl_c import finish_uninterrupted, interrupt_once  # slow to import: Ctrl-C may come meanwhile

        interrupt_once()
        status = main()
        finish_uninterrupted()
    except KeyboardInterrupt:
        status = interrupted()
    sys.exit(status)


if __name__ == "__main__":
    run()
