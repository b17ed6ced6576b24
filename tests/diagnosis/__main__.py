"""`python -m tests.diagnosis [share]` prints how often a mistake is named, and how often something is named wrongly.

With a share, such as 0.1, only as much of the pairs and of the unknown errors is tried. All of it takes a while.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from random import Random
from typing import Callable, Iterable, List, Tuple

from minibackprop import MISTAKES

from . import figures
from .figures import count
from .programs import STYLES
from .unknown_errors import KINDS

NUM_NETWORKS = 200
NUM_UNKNOWN = 150  # of each kind


def _left_out(place: Tuple[str, int]) -> str:
    return figures.left_out(*place)


def _pair(place: int) -> str:
    return figures.pair(*figures.pairs()[place], Random(place))


def _unknown(place: Tuple[str, int]) -> str:
    return figures.unknown(*place)


def main() -> None:
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    print(f"Python {sys.version.split()[0]}; {len(MISTAKES)} mistakes, "
          f"{sum(len(mistake.versions) for mistake in MISTAKES.values())} versions of them", flush=True)
    for style in STYLES:
        print(f"{style.NAME}: wrong programs {count(figures.style_outcomes(style).values())}", flush=True)
        accused = figures.num_accused(list(style.RIGHT.values()), range(NUM_NETWORKS))
        print(f"{style.NAME}: {len(style.RIGHT)} right programs with {NUM_NETWORKS} random networks each: "
              f"{accused} accused", flush=True)
    with ProcessPoolExecutor(2) as executor:

        def report(title: str, function: Callable[..., str], places: Iterable[object]) -> None:
            print(f"{title}: {count(executor.map(function, places, chunksize=4))}", flush=True)

        versions: List[Tuple[str, int]] = [
            (name, number) for name in MISTAKES for number in range(len(MISTAKES[name].versions))
        ]
        report("left out of the catalogue, one by one", _left_out, [each for each in versions if _chosen(each, share)])
        places = range(len(figures.pairs()))
        report("pairs", _pair, [place for place in places if _chosen(place, share)])
        for kind in KINDS:
            report(f"unknown, {kind}", _unknown, [(kind, seed) for seed in range(round(share * NUM_UNKNOWN))])


def _chosen(place: object, share: float) -> bool:
    return Random(repr(place)).random() < share


if __name__ == "__main__":
    main()
