"""`python -m tests.calibration [number of networks]` prints how often `gradient_check` is wrong."""

import sys

from .measure import KINDS, measure


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    print(f"Python {sys.version.split()[0]}; the seeds of the networks are 0 to {count - 1}")
    for name, low, high, cost in KINDS:
        figures = measure(low, high, range(count), cost)
        print(f"{name} sizes, {low:g} to {high:g}, {cost.name}: {figures.in_words()}", flush=True)


if __name__ == "__main__":
    main()
