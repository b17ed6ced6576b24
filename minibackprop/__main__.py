"""Runs the command: python3 -m minibackprop"""

import sys

from .cli import main


def run() -> None:
    """Run the command and exit with its status. It is the entry point of a zipapp too, which drops return values."""
    sys.exit(main())


if __name__ == "__main__":
    run()
