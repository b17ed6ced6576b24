"""Runs the command: python3 -m minibackprop"""

import sys

from .cli import main


def run() -> None:
    """Run the command and exit with its status (a zipapp's entry point, too: it drops what a function returns)."""
    sys.exit(main())


if __name__ == "__main__":
    run()
