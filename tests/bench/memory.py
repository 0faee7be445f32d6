"""What a long batch takes: 100,000 articles of 60 words on standard input, with a store and an output file.

The endpoint answers at once. Memory is looked at as each article is handed over, which is when but a few before it are
not done yet, so growth with their number would be seen. Processes that help are counted in.
"""

import json
import random
import re
import subprocess
import tempfile
import time
from pathlib import Path

from misbehaving_server import good

from bench.command import COMMAND
from bench.endpoint import endpoint
from bench.texts import words
from bench.timing import family_peak

NUMBER = 100_000
MARKS = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)


def measure(number=NUMBER):
    began, most = time.monotonic(), 0.0
    with tempfile.TemporaryDirectory() as folder, endpoint(good("HintedDraft")) as url:
        out = Path(folder, "out.jsonl")
        command = [
            *COMMAND, "batch", "-", "-o", out, "--store", f"sqlite:///{folder}/store.db", "--base-url", url,
            "--model", "m",
        ]  # fmt: skip
        said = Path(folder, "said.txt")
        with (
            said.open("w") as notes,
            subprocess.Popen(command, stdin=subprocess.PIPE, stderr=notes, text=True) as process,
        ):
            assert process.stdin is not None
            for count, article in enumerate(articles(number), start=1):
                process.stdin.write(json.dumps({"text": article}) + "\n")
                if count in MARKS or count == number:
                    after = f"after {time.monotonic() - began:.0f} s"
                    most = max(most, family_peak(process.pid))
                    yield f"memory: at {count:,} articles", f"{most:.0f} MB", after
            process.communicate()
        assert process.returncode == 0, said.read_text()[-2000:]
        with out.open("rb") as file:
            assert sum(1 for _ in file) == number
        cpu, wall, alone = map(float, said.read_text().splitlines()[-1].split())
    goal = "goal: under 300 MB" if number == NUMBER else ""
    yield f"memory: {number:,} articles, peak", f"{max(most, alone):.0f} MB", goal
    yield f"memory: {number:,} articles, CPU for one, time", f"{1000 * cpu / number:.0f} ms, {wall:.0f} s", ""


def articles(number):
    """Articles of three sentences each of a real one, no two the same."""
    chance = random.Random(7)
    sentences = re.split(r"(?<=[.!?”]) +|\n+", words(2000))
    for one in range(number):
        yield f"{' '.join(chance.sample(sentences, 3))}\n\nArticle n{one}, {chance.randint(2, 90)} people."
