"""Grounding: drafts of both formats for an article of usual length, and 500 quotes offered for 5 MB."""

from collections import Counter

from bench.texts import offers, prose, words
from bench.timing import best
from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import CopyDraft, ReferenceDraft
from summarizer.grounding import ground
from summarizer.grounding.location import Locator
from summarizer.text.tokens import Tokens

HAMAS = {"name": "Hamas", "kind": "group", "description": "", "aliases": []}
BADRAN = {"name": "Hossam Badran", "kind": "person", "description": "", "aliases": ["Badran"]}


def measure():
    marked = mark(Article(text=words(600)))
    for name, draft in (("reference", reference(marked)), ("copy", copy(marked))):
        seconds = best(lambda: ground(marked, draft), 50)  # noqa: B023 - called at once
        yield f"ground a {name} draft, 600 words", f"{1000 * seconds:.2f} ms", "goal: under 5 ms with mark"
    text = prose(5_000_000)
    offered = offers(text)
    yield (
        "locate 500 offered quotes in 5 MB",
        f"{best(lambda: locate(text, offered), 3):.2f} s",
        "goal: under 2 s",
    )
    verdicts = ", ".join(f"{count} {verdict}" for verdict, count in sorted(locate(text, offered).items()))
    yield f"  ({verdicts})", "", ""


def statements(marked):
    return [quotation for quotation in marked.quotations if quotation.form == "statement"]


def reference(marked):
    return ReferenceDraft.model_validate(
        {
            "quotes": [{"quote": quotation.id, "speaker": "Badran"} for quotation in statements(marked)],
            "figures": [{"figure": f.id, "measures": "people", "claimed_by": None} for f in marked.figures],
            "parties": [HAMAS, BADRAN],
            "positions": [
                {"evidence": ["s4"], "party": "Hamas", "stance": "demands", "statement": "An agreement."}
            ],
            "unmarked_quotes": [],
            "abstract": "Talks go on.",
            "headline": "Talks go on",
        }
    )


def copy(marked):
    said = [marked.article.slice(quotation.span) for quotation in statements(marked)]
    return CopyDraft.model_validate(
        {
            "headline": "Talks go on",
            "abstract": "Talks go on.",
            "parties": [HAMAS, BADRAN],
            "quotes": [{"text": text, "speaker": "Badran"} for text in said],
            "positions": [
                {"party": "Hamas", "stance": "demands", "statement": "An agreement.", "evidence": said[:1]}
            ],
            "figures": [],
        }
    )


def locate(text, offered):
    locator = Locator(Tokens.of(text), offered)
    found = ((locator.occurrences(offer), offer) for offer in offered)
    return Counter(places[0].verdict if places else locator.miss(offer).verdict for places, offer in found)
