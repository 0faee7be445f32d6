"""Best of several runs: the least disturbed one says most about the code."""

import resource
import time
from contextlib import suppress
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


def family_peak(process="self"):
    """`peak`, with the processes that it has started and that are still there."""
    return peak(process) + sum(map(family_peak, children(process)))


def children(process="self"):
    """The processes that one has started and that are still there."""
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").iterdir():
        with suppress(FileNotFoundError):  # a thread that has ended meanwhile
            found += map(int, (task / "children").read_text().split())
    return found


def processor():
    """Seconds of the processor that this process and those that it has started and seen end have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + used.ru_utime + used.ru_stime
