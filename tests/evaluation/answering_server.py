"""An endpoint on loopback that knows three small annotated articles, and answers about them as told.

Of each article `reference/1` (summary@2) reports both quotes, those of the mill with one wrong speaker; `copy/1`
(summary@1) copies the first quote alone. `reference/3` (summary@4) has positions as well.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
import json
import threading
from typing import Any

from misbehaving_server import DRAFT, DRAFTS, FAULTS, MisbehavingServer

ROE, DOE = "Ann Roe", "Bo Doe"
TEXTS = {
    name: f"“The old {name} will hold this winter,” {ROE} said. “Nobody believes that any more,” {DOE} said."
    for name in ("dam", "mill", "tower")
}
FIRST, SECOND = "The old {} will hold this winter,", "Nobody believes that any more,"


def golden(name, text, id_=None):
    """The line of a golden corpus for one of the articles."""
    return {
        "id": id_ or name,
        "article": {"text": text, "language": "en"},
        "parties": [
            {"id": "p1", "names": [ROE], "kind": "person"},
            {"id": "p2", "names": [DOE], "kind": "person"},
        ],
        "quotes": [{"text": FIRST.format(name), "speaker": "p1"}, {"text": SECOND, "speaker": "p2"}],
        "positions": [],
        "figures": [],
        "not_quotes": [],
        "traps": [],
    }


def write_corpus(path, names=tuple(TEXTS), **ids):
    """Write the articles, by other ids where told, as a golden file."""
    lines = [json.dumps(golden(name, TEXTS[name], ids.get(name))) for name in names]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def decided(name):
    """What an able model answers: all is right, but for the target of the second position."""
    parties = [
        {"id": id_, "name": who, "kind": "person", "role": "main", "description": "", "aliases": []}
        for id_, who in (("p1", ROE), ("p2", DOE))
    ]
    position = {"told_by": None, "topic": f"the {name}", "statement": "It is so."}
    return DRAFTS["DecidingDraft"] | {
        "parties": parties,
        "positions": [
            position | {"evidence": ["s1"], "holders": ["p1"], "toward": [], "stance": "claims"},
            position | {"evidence": ["s2"], "holders": ["p2"], "toward": [], "stance": "accuses"},
        ],
        "quotes": [
            {"quote": "q1", "speakers": ["p1"], "kind": "speech"},
            {"quote": "q2", "speakers": ["p2"], "kind": "speech"},
        ],
    }


def draft(name, kind):
    """What the model answers about an article."""
    if kind == "DecidingDraft":
        return decided(name)
    parties = [{"name": who, "kind": "person", "description": "", "aliases": []} for who in (ROE, DOE)]
    if kind == "CopyDraft":
        quotes = [{"text": FIRST.format(name), "speaker": ROE}]
        return {k: v for k, v in DRAFT.items() if k != "unmarked_quotes"} | {
            "parties": parties,
            "quotes": quotes,
        }
    second = ROE if name == "mill" else DOE
    quotes = [{"quote": "q1", "speaker": ROE}, {"quote": "q2", "speaker": second}]
    return DRAFT | {"parties": parties, "quotes": quotes}


class AnsweringServer(MisbehavingServer):
    """`faults` says which article meets which fault, or with silence; `names` and `reached` tell what was asked about."""

    def __init__(self, *, together: Any = None, **faults: str):
        super().__init__("ok")
        self.faults, self.together = faults, together
        self.names: list[str] = []
        self.released = threading.Event()
        self.reached = {name: threading.Event() for name in TEXTS}

    async def answer(self, exchange):
        name = next(name for name in TEXTS if f"The old {name} " in exchange.body["messages"][-1]["content"])
        fault = self.faults.get(name)
        self.names.append(name)
        self.reached[name].set()
        if self.together is not None:
            await asyncio.to_thread(self.together.wait, 60)
        if fault == "silence":
            await asyncio.to_thread(self.released.wait, 600)
        elif fault is None:
            exchange.content(json.dumps(draft(name, exchange.form)))
        else:
            self.go(FAULTS[fault](exchange))
