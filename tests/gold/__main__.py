"""Print the scores of `summary@4` with a large hosted model again: `python -m gold GOLD [--out FILE]`."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from gold.articles import gold_files
from gold.endpoint import serving

ANSWERS = Path(__file__).parent / "answers"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="the folder that holds gold-dev/ and tools/gold_score.py")
    parser.add_argument("--out", type=Path, help="keep the summaries in this file of JSON Lines")
    parser.add_argument("--answers", type=Path, default=ANSWERS)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving(arguments.answers) as url:
        out = arguments.out or Path(folder) / "summary-4.jsonl"
        command = [
            *(sys.executable, "-m", "summarizer", "batch", *map(str, gold_files(arguments.gold))),
            *("--output", str(out), "--base-url", url, "--model", "able", "--prompt", "summary@4"),
            *("--store", f"sqlite:///{folder}/store.db"),
        ]
        code = subprocess.run(command, check=False, env={**os.environ, "OPENAI_API_KEY": "none"}).returncode
        score = arguments.gold / "tools" / "gold_score.py"
        subprocess.run([sys.executable, str(score), str(out)], check=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
