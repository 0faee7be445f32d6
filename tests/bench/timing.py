"""Best of several runs: the least disturbed one says most about the code."""

import time


def best(call, runs=5):
    """Seconds of the fastest of `runs` calls."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)
