"""Start-up: the bare interpreter, the import, the help."""

import subprocess
import sys
from pathlib import Path

from bench.timing import best


def measure():
    bare = best(lambda: run("-c", "pass"), 15)
    imported = best(lambda: run("-c", "import summarizer"), 15)
    helped = best(lambda: subprocess.run([script(), "--help"], check=True, capture_output=True), 15)
    yield "python -c pass", f"{bare:.3f} s", ""
    yield "import summarizer, beyond that", f"{imported - bare:.3f} s", "goal: under 0.05 s"
    yield "summarizer --help", f"{helped:.3f} s", "goal: under 0.20 s"


def script():
    return Path(sys.executable).with_name("summarizer")


def run(*arguments):
    subprocess.run([sys.executable, *arguments], check=True)
