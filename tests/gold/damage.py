"""What the checks of a model's own words find in answers that are damaged on purpose, and in those as they came.

`python -m gold.damage STORE [GOLD] [--half dev|report] [--show]` reads the answers that a store keeps of `summary@4`;
`python -m gold.damage SUMMARIES.jsonl` lists what is doubtful in summaries of any model, to be read.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from damage import KINDS, damaged

from gold.articles import gold_halves
from summarizer.analysis import MarkedArticle, mark
from summarizer.drafts import DecidingDraft
from summarizer.pipeline import ground_draft
from summarizer.store import Store
from summarizer.summary import Summary, Support

SEED = 13


class Own(NamedTuple):
    """A text in a model's own words, and what is known of it."""

    field: str
    text: str
    support: Support

    @property
    def is_doubtful(self) -> bool:
        return self.support.verdict == "doubtful"


def own_words(summary: Summary) -> Iterator[Own]:
    """All texts of a summary that are in the model's words."""
    yield Own("headline", summary.headline.text, summary.headline.support)
    yield from (Own("abstract", one.text, one.support) for one in summary.abstract)
    yield from (Own("statement", one.statement, one.support) for one in summary.positions)
    yield from (
        Own("description", one.description, one.support) for one in summary.parties if one.description
    )
    yield from (Own("measures", one.measures, one.support) for one in summary.figures if one.measures)


def answers(store: str) -> Iterator[tuple[MarkedArticle, DecidingDraft]]:
    """The articles of a store with what the model answered to them."""
    with Store.open(store) as opened:
        for _, summary_id in sorted(opened.newest().items()):
            kept = opened.material(summary_id)
            raw = next(reply.raw for reply in kept.replies if reply.kind == "part")
            yield mark(kept.article), DecidingDraft.model_validate_json(raw)


def measure(
    found: Iterable[tuple[MarkedArticle, DecidingDraft]], *, show: bool = False
) -> dict[str, Counter[str]]:
    """How many texts of each kind of damage there are and how many of them are doubtful; those as they came as well."""
    counts: dict[str, Counter[str]] = {}
    for marked, draft in found:
        language = marked.language or "en"
        true = list(own_words(ground_draft(marked, draft)))
        for own in true:
            _count(counts, f"true {own.field}", own, show=show and own.is_doubtful)
            _count(counts, f"true in {language}", own, show=False)
            _count(counts, "true, all", own, show=False)
        known = {own.text for own in true}
        for kind in KINDS:
            harmed = damaged(draft, kind, language, SEED)
            for own in own_words(ground_draft(marked, harmed.draft)):
                if own.text in harmed.texts and (kind == "evidence" or own.text not in known):
                    _count(counts, f"another {kind}", own, show=show and not own.is_doubtful)
                    _count(counts, f"another {kind} in {language}", own, show=False)
    return counts


def _count(counts: dict[str, Counter[str]], row: str, own: Own, *, show: bool) -> None:
    counts.setdefault(row, Counter()).update(all=1, doubtful=own.is_doubtful)
    if show:
        print(f"{row}: {own.text}\n    {' '.join(own.support.reasons)}")


def table(counts: dict[str, Counter[str]]) -> str:
    lines = [
        f"{row:28} {count['doubtful']:5} of {count['all']:5} doubtful, {count['doubtful'] / count['all']:.3f}"
        for row, count in sorted(counts.items())
    ]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("found", help="a store's URL, or a file of summaries as JSON Lines")
    parser.add_argument("gold", type=Path, nargs="?", help="the folder with gold-dev/, to tell the halves")
    parser.add_argument("--half", choices=["dev", "report"])
    parser.add_argument(
        "--show", action="store_true", help="print what is missed, and true ones that are flagged"
    )
    arguments = parser.parse_args()
    if arguments.found.endswith(".jsonl"):
        for line in Path(arguments.found).read_text("utf-8").splitlines():
            for own in own_words(Summary.model_validate(json.loads(line)["summary"])):
                if own.is_doubtful:
                    print(f"{own.field}: {own.text}\n    {' '.join(own.support.reasons)}")
        return 0
    wanted = gold_halves(arguments.gold)[arguments.half] if arguments.half else None
    found = (pair for pair in answers(arguments.found) if wanted is None or pair[0].article.id in wanted)
    print(table(measure(found, show=arguments.show)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
