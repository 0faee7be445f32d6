"""What hostile input costs at most: seconds of the processor for 40 KB, and how long its request becomes.

python -m bench.field_bounds
"""

from time import process_time

from summarizer import to_html, to_markdown
from summarizer.analysis import mark
from summarizer.analysis.attribution import attribute
from summarizer.claims import Claims, SentenceClaim
from summarizer.extracts import own_sentences
from summarizer.grounding import ground, reconcile, rule_claims
from summarizer.pipeline.summarize import messages
from summarizer.prompts.library import PromptLibrary
from summarizer.reading import from_text
from summarizer.render import TABLES, to_rows

SIZE = 40_000
"""Bytes of each input."""
SECONDS = 2
TIMES = 4
"""How much longer than the article what a request says of it may be."""
PROMPTS = ("small@1", "summary@4")
UNITS = (
    # Quotations and speakers
    '"x," he said. ', "« oui, a dit le maire, non. ", "– Non, dit-il. – Oui.\n\n", "“", '"', "'a' ", "« a ",
    "\n\n» a", "‘三至", 'צה"ל ', '"A." ', '"x ', "!” Said ", ", who said ", "according to ", "he said that ",
    # Figures
    "1,", "1 000 ", "a half and a half ", "million and a half ", "two and ", "einund", "pół ", "5 p.m. ",
    "minus ", "- -−–", "1/2 ", "½", "1-2-", "5 to 10 to ", "between 5 and ", "from 5 to ", "6ft 2in ",
    "ثلاثة عشر و", "двадцать пять с половиной ", "三百五十", "年半", "조 5000억 ", "%", "$", "US$", "USD1",
    "10⁶", "May 5 ", "1990-", "¹²",
    # Names, sentences and signs
    "a. ", "J. K. ", "Mr. Mr ", "John Smith and ", "the ", "e\u0301", "\u202e", "👩‍👩‍👧", "http://a.b/", "<",
    "&amp;", "*_", "[a](b)", "`", "a: ", "; ", "\n", "a\n\n", "\t", "’", "a-", "a@", "1=", ". . ", "… ", "A", "Word ",
)  # fmt: skip
"""Each, repeated, is an input."""


def repeated(unit, size=SIZE):
    """A text of nothing but `unit`."""
    return unit * (size // len(unit.encode()))


def stages(text):
    """Yield the name of each stage that a text goes through, and the seconds that it took."""
    clock = _Clock()
    article = from_text(text)
    yield clock.lap("reading")
    marked = mark(article)
    yield clock.lap("marking")
    attributed = attribute(marked)
    yield clock.lap("attribution")
    own = own_sentences(marked, attributed)
    yield clock.lap("sentences of its own")
    claims = reconcile(Claims(SentenceClaim("x"), own.abstract), rule_claims(marked, attributed), "rules")
    summary = ground(marked, claims)
    yield clock.lap("grounding")
    to_html(summary, article)
    yield clock.lap("page")
    to_markdown(summary, article)
    yield clock.lap("Markdown")
    for table in TABLES:
        to_rows(summary, article, table=table)
    yield clock.lap("tables")


class _Clock:
    def __init__(self):
        self.since = process_time()

    def lap(self, name):
        before, self.since = self.since, process_time()
        return name, self.since - before


def excess(name, text):
    """What the request of a prompt says of a text, divided by the length of the text."""
    prompt = PromptLibrary().get(name)

    def size(text):
        sent = messages(mark(from_text(text)), prompt)
        return sum(len(message["content"]) for message in sent)

    return (size(text) - size("x")) / len(text)


def measure(_gold=None):
    """Yield a row for every bound: what it bounds, its worst input, and the goal."""
    for _ in stages("“It is 5 km,” he said."):
        pass  # The first text of all pays for the tables.
    worst: dict[str, tuple[float, str]] = {}
    for unit in UNITS:
        for stage, seconds in stages(repeated(unit)):
            worst[stage] = max(worst.get(stage, (0.0, "")), (seconds, unit))
    for stage, (seconds, unit) in worst.items():
        yield f"{stage} of 40 KB, at most", f"{seconds:.1f} s", f"{unit!r}; goal: {SECONDS} s"
    for name in PROMPTS:
        times, unit = max((excess(name, repeated(unit)), unit) for unit in UNITS if unit.strip())
        yield f"request of {name} over article, at most", f"{times:.1f}", f"{unit!r}; goal: {TIMES}"


if __name__ == "__main__":
    for what, value, goal in measure():
        print(f"{what:44} {value:>8}   {goal}", flush=True)
