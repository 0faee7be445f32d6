"""The articles of a gold set."""

import json
from pathlib import Path
from typing import Any

from summarizer.reading import from_path

SETS = ("articles.jsonl", "lang.jsonl")
FOLDERS = ("", "polnear-dev/text", "gold-dev/lang")


def gold_lines(gold: Path) -> list[dict[str, Any]]:
    """The annotated articles of both sets, those in English first."""
    return [
        json.loads(line)
        for name in SETS
        for line in (gold / "gold-dev" / name).read_text("utf-8").splitlines()
    ]


def gold_files(gold: Path) -> list[Path]:
    """The files of the articles, in the order of the sets."""
    return [file_of(gold, line["file"]) for line in gold_lines(gold)]


def file_of(gold: Path, name: str) -> Path:
    return next(path for folder in FOLDERS if (path := gold / folder / name).is_file())


def gold_halves(gold: Path) -> dict[str, set[str]]:
    """The ids of the articles to develop on, and of those only to report: every other one of each set."""
    halves: dict[str, set[str]] = {"dev": set(), "report": set()}
    for name in SETS:
        for number, line in enumerate((gold / "gold-dev" / name).read_text("utf-8").splitlines()):
            path = file_of(gold, json.loads(line)["file"])
            halves["report" if number % 2 else "dev"].add(from_path(path).id)
    return halves
