"""Runs the command: python3 -m minibackprop"""

import sys

from .cli import main


def run() -> None:
    """Run the command and exit with its status. A zipapp starts here too; it would ignore a returned status."""
    sys.exit(main())


if __name__ == "__main__":
    run()
