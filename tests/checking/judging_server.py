"""An endpoint on loopback that summarises one short article, and judges the items of a summary as it is told.

It is both models at once: a request for verdicts is answered by the words of its items, any other with a draft in which
one item of each kind is wrong. `judged` keeps the items of each request for verdicts, `faults` says what such requests
meet instead, one after the other.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json
import re

from misbehaving_server import DRAFTS, FAULTS, MisbehavingServer

TEXT = (
    "The ferry crews will strike on Friday, their union said.\n\n"
    "Norlin, which runs the ferries, carries 4,000 passengers a day.\n\n"
    "“We were promised a raise in March,” Ida Brandt, who leads the union, said on Monday. “Nothing came.”\n\n"
    "“There is no money,” said Tor Falk of Norlin."
)
ITEM = re.compile(r"^(\d+) \[(s\d+(?:, s\d+)*)\] (.*)$", re.MULTILINE)
SENTENCE = re.compile(r"^\[(s\d+)\] (.*)$", re.MULTILINE)


def party(number, name, kind, description):
    return {
        "id": f"p{number}", "name": name, "kind": kind, "role": "main", "description": description, "aliases": []
    }  # fmt: skip


SUMMARY = DRAFTS["DecidingDraft"] | {
    "parties": [
        party(1, "Ida Brandt", "person", "leads the union"),
        party(2, "Norlin", "organisation", "bus company"),
        party(3, "Tor Falk", "person", ""),
    ],
    "positions": [
        {
            "evidence": ["s3"], "holders": ["p1"], "told_by": None, "toward": ["p2"], "stance": "accuses",
            "topic": "the raise", "statement": "Ida Brandt says that a promised raise did not come.",
        },
        {
            "evidence": ["s5"], "holders": ["p3"], "told_by": None, "toward": [], "stance": "offers",
            "topic": "the raise", "statement": "Tor Falk offers more money.",
        },
    ],
    "quotes": [
        {"quote": "q1", "speakers": ["p1"], "kind": "speech"},
        {"quote": "q2", "speakers": ["p1"], "kind": "speech"},
        {"quote": "q3", "speakers": ["p1"], "kind": "speech"},
    ],
    "figures": [{"figure": "f1", "kind": "count", "measures": "ferries", "claimed_by": []}],
    "abstract": [
        {"text": "Ferry crews will strike on Friday.", "evidence": ["s1"]},
        {"text": "Norlin carries passengers every day of the year.", "evidence": ["s2"]},
    ],
    "headline": {"text": "Ferry crews to strike", "evidence": ["s1"]},
}  # fmt: skip
WRONG = {
    "every day of the year": ("partly", "the year is not mentioned"),
    "offers more money": ("contradicted", "he says that there is none"),
    "bus company": ("contradicted", "it runs ferries"),
    "There is no money": ("contradicted", "Tor Falk says it"),
    "counts: ferries": ("not", "they are passengers"),
}
"""What is wrong with the summary, by words of the item."""


def verdict_on(number, text):
    verdict, reason = next((told for words, told in WRONG.items() if words in text), ("supported", ""))
    return {"item": number, "reason": reason, "verdict": verdict}


class JudgingServer(MisbehavingServer):
    """`faults`: of requests for verdicts, the name of one of the misbehaving server's or the words of an answer."""

    def __init__(self, *faults, **options):
        super().__init__("ok", **options)
        self.faults = list(faults)
        self.judged: list[dict[int, str]] = []
        self.summaries = 0

    def answer(self, exchange):
        if exchange.form != "CheckDraft":
            self.summaries += 1
            exchange.content(json.dumps(SUMMARY))
            return None
        user = exchange.body["messages"][1]["content"].partition("\nItems:\n")[2]
        items = {int(number): text for number, _, text in ITEM.findall(user)}
        self.judged.append(items)
        fault = self.faults.pop(0) if self.faults else None
        if fault in FAULTS:
            return FAULTS[fault](exchange)
        verdicts = [verdict_on(number, text) for number, text in items.items()]
        exchange.content(fault or json.dumps({"verdicts": verdicts}))
        return None
