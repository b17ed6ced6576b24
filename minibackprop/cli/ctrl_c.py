"""Ctrl-C: the first interrupts the command, the ones after it do nothing, so that there is a whole result or none."""

import signal
from typing import List


def interrupt_once() -> None:
    """From now on the first Ctrl-C raises KeyboardInterrupt, and later ones are ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # a job in the background ignores it already
        signal.signal(signal.SIGINT, _interrupt)


def finish_uninterrupted() -> None:
    """From now on every Ctrl-C is ignored: there is a result, and it is about to be shown.

    Without `interrupt_once` this does nothing: in a notebook, what Ctrl-C does is not for the command to decide.
    """
    if signal.getsignal(signal.SIGINT) is _interrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def was_interrupted() -> bool:
    """Has Ctrl-C come since `interrupt_once`? A training ends with it, but not what is done after the training."""
    return bool(_times)


_times: List[int] = []  # that of the first Ctrl-C, once it has come


def _interrupt(number: int, *_: object) -> None:
    _times.append(number)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt
