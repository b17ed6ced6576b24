"""The command `minibackprop`: the only code that reads arguments, prints and exits."""

import sys

from .failure import FAILED, fail, interrupted
from .streams import discard, replace_closed_streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional, Sequence


def main(arguments: "Optional[Sequence[str]]" = None) -> int:
    """Run the command; return its exit status: 0 if it worked, 1 if it failed, 2 if the options are wrong."""
    replace_closed_streams()
    try:
        from .program import run_program  # here, since Ctrl-C may come while the other modules are being imported

        status = run_program(arguments)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return interrupted()
    except MemoryError:
        pass  # the message needs some memory, and there is some again once this block has been left
    except BrokenPipeError:  # the reader of the output, such as `head`, has closed the pipe
        discard(sys.stdout)
        return FAILED
    except OSError as error:
        discard(sys.stdout)
        return fail(f"the output cannot be written: {error.strerror}", FAILED)
    return fail("there is not enough memory for that: choose fewer neurons, epochs or rows", FAILED)
