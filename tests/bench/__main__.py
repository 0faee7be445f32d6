"""What it costs: `make bench`, or `PYTHONPATH=tests:tests/store:tests/batch python -m bench start marking …`.

Each figure is the best of several runs; goals stand beside. Nothing here is a test: machines differ.
"""

import argparse
import platform
from datetime import UTC, datetime

from bench import (
    diff,
    field,
    grounding,
    kills,
    marking,
    memory,
    model,
    planning,
    start,
    store,
    throughput,
    views,
)

SECTIONS = {
    "start": start,
    "marking": marking,
    "grounding": grounding,
    "store": store,
    "views": views,
    "plan": planning,
    "diff": diff,
    "throughput": throughput,
    "memory": memory,
    "kills": kills,
    "model": model,
    "field": field,
}

SIZED = {"store", "plan", "diff", "throughput", "memory"}
"""Those that take a number of articles."""


def main():
    asked = argparse.ArgumentParser(prog="python -m bench")
    asked.add_argument("sections", nargs="*", help=f"{', '.join(SECTIONS)}; default: all")
    asked.add_argument("--articles", type=int, help="how many, instead of each section's own number")
    asked.add_argument(
        "--kills", type=int, help=f"of batch on SQLite, and a fifth of the others; {kills.KILLS}"
    )
    asked.add_argument("--gold", help="the folder that holds cases/ and pud-wiki/, for field; ../shared")
    told = asked.parse_args()
    chosen = [name for argument in told.sections for name in argument.split(",")] or list(SECTIONS)
    today = datetime.now(UTC).date()
    print(f"{today}, Python {platform.python_version()}, {platform.machine()}\n", flush=True)
    for name in chosen:
        own = {"kills": told.kills, "field": told.gold}.get(name, told.articles if name in SIZED else None)
        for what, value, goal in SECTIONS[name].measure(*[own] if own else []):
            print(f"{what:<58} {value:>22}   {goal}", flush=True)
        print()


if __name__ == "__main__":
    main()
