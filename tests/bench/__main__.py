"""What it costs: `make bench`, or `PYTHONPATH=tests:tests/store:tests/batch python -m bench start marking grounding store views plan diff throughput kills model`.

Each figure is the best of several runs; goals stand beside. Nothing here is a test: machines differ.
"""

import platform
import sys
from datetime import UTC, datetime

from bench import diff, grounding, kills, marking, model, planning, start, store, throughput, views

SECTIONS = {
    "start": start,
    "marking": marking,
    "grounding": grounding,
    "store": store,
    "views": views,
    "plan": planning,
    "diff": diff,
    "throughput": throughput,
    "kills": kills,
    "model": model,
}


def main():
    chosen = [name for argument in sys.argv[1:] for name in argument.split(",")] or list(SECTIONS)
    today = datetime.now(UTC).date()
    print(f"{today}, Python {platform.python_version()}, {platform.machine()}\n", flush=True)
    for name in chosen:
        for what, value, goal in SECTIONS[name].measure():
            print(f"{what:<58} {value:>22}   {goal}", flush=True)
        print()


if __name__ == "__main__":
    main()
