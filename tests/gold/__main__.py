"""Print the scores again of a large hosted model with `summary@4`, and of the embedded one with `small@1`.

`python -m gold GOLD [--keep FOLDER]`; with `--live URL` what is not recorded of the embedded model is asked there.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from gold.articles import gold_files
from gold.damage import answers, measure, table
from gold.endpoint import serving

HERE = Path(__file__).parent
EMBEDDED = "qwen2.5-coder-1.5b-instruct-q4_k_m"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="the folder that holds gold-dev/ and tools/gold_score.py")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the summaries and stores here")
    parser.add_argument("--live", metavar="URL", help="where a server of the embedded model listens")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        kept = arguments.keep or Path(scratch)
        kept.mkdir(parents=True, exist_ok=True)
        with serving(HERE / "answers") as url:
            able = summarised(arguments.gold, kept / "able", url, "able", "summary@4")
        print(table(measure(answers(f"sqlite:///{kept}/able.db"))))
        with serving(HERE / "answers-embedded", arguments.live) as url:
            small = summarised(arguments.gold, kept / "embedded", url, EMBEDDED, "small@1")
    return able or small


def summarised(gold: Path, out: Path, url: str, model: str, prompt: str) -> int:
    """Summarise the articles through `summarizer batch`, print their scores, and return how the command ended."""
    summaries = out.with_suffix(".jsonl")
    command = [
        *(sys.executable, "-m", "summarizer", "batch", *map(str, gold_files(gold))),
        *("--output", str(summaries), "--base-url", url, "--model", model, "--prompt", prompt),
        *("--store", f"sqlite:///{out.with_suffix('.db')}"),
    ]
    environment = {**os.environ, "OPENAI_API_KEY": "none", "SUMMARIZER_TIMEOUT": "600"}
    code = subprocess.run(command, check=False, env=environment).returncode
    subprocess.run([sys.executable, str(gold / "tools" / "gold_score.py"), str(summaries)], check=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
