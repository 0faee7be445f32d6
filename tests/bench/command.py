"""The command line in a process that tells what it took: `python -m bench.command plan --store …`.

The last line on stderr is seconds of the processor, seconds of the clock, and the most memory there was, in MB.
"""

import os
import subprocess
import sys
import time
from dataclasses import dataclass

from bench.timing import peak, processor

COMMAND = (sys.executable, "-m", "bench.command")
SURROUNDINGS = {
    "OPENAI_BASE_URL": "http://127.0.0.1:9/v1",
    "PYTHONDONTWRITEBYTECODE": "",  # compiled once, as an installed package is
}


@dataclass(frozen=True, order=True)
class Took:
    cpu: float
    wall: float
    memory: float

    def __str__(self):
        return f"{self.cpu:.2f} s CPU, {self.wall:.2f} s, {self.memory:.0f} MB"


def took(*arguments, runs=1):
    """What a command took: the least of each in so many runs."""
    ran = [_once(*arguments) for _ in range(runs)]
    return Took(*map(min, zip(*ran, strict=True)))


def _once(*arguments):
    environment = {**os.environ, **SURROUNDINGS}
    ran = subprocess.run(
        [*COMMAND, *map(str, arguments)], check=True, capture_output=True, text=True, env=environment
    )
    return [float(word) for word in ran.stderr.splitlines()[-1].split()]


def main():
    began = time.monotonic()
    from summarizer.cli import main as summarizer

    try:
        summarizer()
    finally:
        print(processor(), time.monotonic() - began, peak(), file=sys.stderr)


if __name__ == "__main__":
    main()
