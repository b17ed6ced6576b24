"""Run random calls: python -m tests.fuzzing [calls] [seed]. The first call has this seed, the next one the next."""

import sys
import tempfile
import time

from .fuzzing import failures

if __name__ == "__main__":
    num_calls = int(sys.argv[1]) if len(sys.argv) > 1 else 100000
    first_seed = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    with tempfile.TemporaryDirectory() as folder:
        found = 0
        for failure in failures(num_calls, first_seed, folder):
            found += 1
            print(failure, flush=True)
    print(f"{num_calls} calls from seed {first_seed}: {found} failed")
    raise SystemExit(1 if found else 0)
