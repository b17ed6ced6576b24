"""Timing in turns: what is compared runs in the same rounds, one after the other, and only ratios are kept."""

import gc
import statistics
import time
from typing import Callable, List, NamedTuple, Optional, Sequence


class Ratio(NamedTuple):
    """Our time divided by theirs in several rounds: the median and the extremes; or why there is none."""

    median: Optional[float]
    low: Optional[float] = None
    high: Optional[float] = None
    missing: str = ""

    def __str__(self) -> str:
        if self.median is None or self.low is None or self.high is None:
            return self.missing
        return f"{self.median:.3g} ({self.low:.3g} to {self.high:.3g})"

    def median_shown(self) -> str:
        return "–" if self.median is None else f"{self.median:.2g}"

    def times_as_fast(self) -> str:
        """How many times as fast ours is: the median and the extremes."""
        if self.median is None or self.low is None or self.high is None:
            return self.missing
        return f"{1 / self.median:.2f} ({1 / self.high:.2f} to {1 / self.low:.2f})"

    def in_words(self) -> str:
        """The median in words."""
        if self.median is None:
            return ""
        if self.median <= 1:
            return f"{1 / self.median:.3g} times as fast"
        return f"takes {self.median:.3g} times as long"


def none_because(reason: str) -> Ratio:
    return Ratio(None, missing=reason)


def seconds(function: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def our_time_over(theirs: Callable[[], object], ours: Callable[[], object], rounds: int) -> Ratio:
    """Each round times theirs and ours, one right after the other."""
    (ratio,) = times_over(theirs, [ours], rounds)
    return ratio


def times_over(theirs: Callable[[], object], ours: Sequence[Callable[[], object]], rounds: int) -> List[Ratio]:
    """The same for several ways to do it: each round times theirs, then all of ours, one right after the other."""
    ratios: List[List[float]] = []
    for _ in range(rounds):
        their_seconds = seconds(theirs)
        ratios.append([seconds(each) / their_seconds for each in ours])
    return [Ratio(statistics.median(each), min(each), max(each)) for each in zip(*ratios)]
