"""How much time and memory the process of a learner's file may take."""

import signal

MOST_BYTES_OF_MEMORY = 2 << 30
SECONDS_AFTER_THE_TIMEOUT = 5


def limit(timeout: float) -> None:
    """Set limits on memory and, in case the parent process is no longer there to end this one, on time."""
    if hasattr(signal, "alarm"):  # not on Windows
        signal.alarm(int(timeout) + SECONDS_AFTER_THE_TIMEOUT)
    try:
        import resource
        kind = getattr(resource, "RLIMIT_DATA", resource.RLIMIT_AS)
        _, most = resource.getrlimit(kind)
        if most == resource.RLIM_INFINITY or most > MOST_BYTES_OF_MEMORY:
            resource.setrlimit(kind, (MOST_BYTES_OF_MEMORY, most))
    except (ImportError, OSError, ValueError):  # not on Windows, and not wherever the system refuses
        pass
