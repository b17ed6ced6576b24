"""Runs the command: python3 -m minibackprop"""

import sys

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
