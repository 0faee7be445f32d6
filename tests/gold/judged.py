"""What a model that checks finds in answers of which some items are damaged on purpose.

`python -m gold.judged STORE MODEL BASE_URL [GOLD] [--half dev|report] [--out FILE]` reads the answers that a store keeps of
`summary@4`, damages about half of the items of each, every one in one way, and has MODEL check them, one article a
question, all at once. It prints how many of the damaged and of the true items the model, the rules and both doubt.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import argparse
import asyncio
import json
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from damage import KINDS, Kind, damaged

from gold.articles import gold_halves
from gold.damage import answers, own_words
from summarizer import settings
from summarizer.drafts import DecidingDraft
from summarizer.llm import Endpoint, Limits, Model
from summarizer.pipeline import ground_draft
from summarizer.pipeline.checking import Checker
from summarizer.prompts import PromptLibrary

SEED = 13
OWN_WORDS = {
    "abstract": "text", "positions": "statement", "parties": "description", "figures": "measures"
}  # fmt: skip


def mixed(draft: DecidingDraft, language: str, seed: int) -> tuple[DecidingDraft, dict[str, Kind]]:
    """The draft with about half of its items damaged, and which words are damaged how."""
    chance, true = Random(seed), draft.model_dump()
    harmed = {kind: damaged(draft, kind, language, seed).draft.model_dump() for kind in KINDS}
    found: dict[str, Kind] = {}

    def one_of(item: dict[str, Any], others: dict[Kind, dict[str, Any]], name: str) -> dict[str, Any]:
        others = {kind: other for kind, other in others.items() if other[name] != item[name]}
        if not others or chance.random() < 0.5:
            return item
        kind = chance.choice(sorted(others))
        found[others[kind][name]] = kind
        return others[kind]

    headlines = {kind: other["headline"] for kind, other in harmed.items()}
    blend = {**true, "headline": one_of(true["headline"], headlines, "text")}
    for field, name in OWN_WORDS.items():
        blend[field] = [
            one_of(item, {kind: other[field][index] for kind, other in harmed.items()}, name)
            for index, item in enumerate(true[field])
        ]
    return DecidingDraft.model_validate(blend), found


async def judge(checker: Checker, marked, draft) -> list[dict[str, Any]]:
    blend, found = mixed(draft, marked.language or "en", SEED)
    summary = ground_draft(marked, blend)
    checked = await checker.check(checker.prepare(summary, marked))
    by_rules = [own.is_doubtful for own in own_words(summary)]
    return [
        {
            "article": marked.article.id,
            "field": own.field,
            "text": own.text,
            "damage": found.get(own.text, "true"),
            "verdict": own.support.judgement.verdict if own.support.judgement else None,
            "reason": own.support.judgement.reason if own.support.judgement else None,
            "rules": doubtful,
        }
        for own, doubtful in zip(own_words(checked.summary), by_rules, strict=True)
    ]


def table(rows: list[dict[str, Any]]) -> str:
    """Shares of those items that have a verdict: of damaged ones by kind, and of true ones."""
    lines = [f"{'':10} {'items':>5} {'model':>6} {'rules':>6} {'both':>6}"]
    judged = [row for row in rows if row["verdict"]]
    for kind in (*KINDS, "damaged", "true"):
        some = [
            row for row in judged if row["damage"] == kind or (kind == "damaged" and row["damage"] != "true")
        ]
        if some:
            model = [row["verdict"] != "supported" for row in some]
            rules = [row["rules"] for row in some]
            either = [one or other for one, other in zip(model, rules, strict=True)]
            shares = (sum(each) / len(some) for each in (model, rules, either))
            lines.append(f"{kind:10} {len(some):5} " + " ".join(f"{share:6.3f}" for share in shares))
    verdicts = Counter((row["damage"] != "true", row["verdict"]) for row in rows)
    lines += [
        f"{'damaged' if harmed else 'true'}, {verdict or 'no verdict'}: {number}"
        for (harmed, verdict), number in sorted(verdicts.items(), key=str)
    ]
    return "\n".join(lines)


async def run(arguments) -> list[dict[str, Any]]:
    wanted = gold_halves(arguments.gold)[arguments.half] if arguments.half else None
    found = [pair for pair in answers(arguments.store) if wanted is None or pair[0].article.id in wanted]
    read = settings.load()
    key = read.check_api_key.get_secret_value() if read.check_api_key else None
    limits = Limits.of(timeout=read.timeout, retry_wait=read.retry_wait)
    async with Model(Endpoint(arguments.model, arguments.base_url, key), limits=limits) as model:
        checker = Checker(PromptLibrary().get(arguments.prompt), model)
        judged = await asyncio.gather(*(judge(checker, *pair) for pair in found))
    return [row for rows in judged for row in rows]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", help="the URL of a store of answers")
    parser.add_argument("model")
    parser.add_argument("base_url")
    parser.add_argument("gold", type=Path, nargs="?", help="the folder with gold-dev/, to tell the halves")
    parser.add_argument("--half", choices=["dev", "report"])
    parser.add_argument("--prompt", default="check")
    parser.add_argument("--out", type=Path, help="write each item with its verdict there, as JSON Lines")
    arguments = parser.parse_args()
    rows = asyncio.run(run(arguments))
    if arguments.out:
        arguments.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    print(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
