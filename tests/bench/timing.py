"""Best of several runs: the least disturbed one says most about the code."""

import time
from pathlib import Path


def best(call, runs=5):
    """Seconds of the fastest of `runs` calls."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def peak(process="self"):
    """The most memory that a process has had, in MB.

    As Linux has it: `ru_maxrss` of a child is at least what its parent had when it started it.
    """
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024
