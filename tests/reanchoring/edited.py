"""An article, a summary of all it holds, and edits of it."""

from random import Random
from typing import Any

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import DecidingDraft, ReferenceDraft
from summarizer.drafts.parties import DraftParty
from summarizer.drafts.reference_v1 import MarkedFigure, MarkedPosition, MarkedQuote
from summarizer.drafts.reference_v3 import (
    AbstractSentence,
    FigureDraft,
    HeadlineDraft,
    PartyDraft,
    PositionDraft,
    QuoteDraft,
)
from summarizer.pipeline import ground_draft
from summarizer.pipeline.carry_over import Reanchored, reanchor
from summarizer.summary import Summary, Support

TEXT = (
    "The council of Halm met on Monday.\n\n"
    "“We will mend the old bridge,” mayor Ana Ruiz said. At least 40 houses stood under water. "
    "The engineers inspected the bridge twice.\n\n"
    "Bo Doe, who leads the opposition, denied that the bridge was safe. “Nobody asked us,” he said. "
    "Repairs cost 3 million euros.\n\n"
    "The weather stayed mild and the river slowly returned."
)
STORY = Article(text=TEXT, title="A bridge", language="en")


def summarise(article: Article) -> Summary:
    """Every quotation and figure, two parties and their positions, as a model would name them."""
    marked = mark(article)
    quotes = [q for q in marked.quotations if q.form == "statement" and q.within is None]
    denial = next((s.id for s in marked.sentences if "denied" in article.slice(s.span)), "s1")
    draft = ReferenceDraft(
        headline="A bridge is to be mended",
        abstract="The council met.",
        parties=[
            DraftParty(name="Ana Ruiz", kind="person", description="mayor", aliases=[]),
            DraftParty(name="Bo Doe", kind="person", description="", aliases=[]),
        ],
        quotes=[
            MarkedQuote(quote=q.id, speaker=who)
            for q, who in zip(quotes, ("Ana Ruiz", "Bo Doe"), strict=False)
        ],
        figures=[MarkedFigure(figure=f.id, measures="things", claimed_by=None) for f in marked.figures],
        positions=[
            MarkedPosition(
                evidence=[denial], party="Bo Doe", stance="denies", statement="The bridge is not safe."
            )
        ],
        unmarked_quotes=[],
    )
    return ground_draft(marked, draft)


SUMMARY = summarise(STORY)


def party(number: int, name: str, kind: Any = "person") -> PartyDraft:
    return PartyDraft(id=f"p{number}", name=name, kind=kind, role="main", description="", aliases=[])


def decided() -> Summary:
    """A summary of the story with all that the model may decide, everything supported."""
    plan = PositionDraft(
        evidence=["s2", "s3"],
        holders=["p1"],
        told_by="p4",
        toward=["p2", "p3"],
        stance="intends",
        topic="the bridge",
        statement="Ruiz intends to mend the bridge.",
    )
    denial = plan.model_copy(
        update={"evidence": ["s5", "s6"], "holders": ["p2", "p3"], "told_by": None, "toward": ["p1"]}
    )
    draft = DecidingDraft(
        parties=[
            party(1, "Ana Ruiz"),
            party(2, "Bo Doe"),
            party(3, "council of Halm", "organisation"),
            party(4, "The Halm Post", "outlet"),
        ],
        positions=[plan, denial.model_copy(update={"stance": "denies", "statement": "They deny it."})],
        quotes=[
            QuoteDraft(quote="q1", speakers=["p1", "p3"], kind="written"),
            QuoteDraft(quote="q2", speakers=["p2"], kind="speech"),
        ],
        unmarked_quotes=[],
        figures=[FigureDraft(figure="f1", kind="count", measures="houses", claimed_by=["p1", "p2"])],
        abstract=[
            AbstractSentence(text="Ruiz wants to mend a bridge.", evidence=["s2", "s3"]),
            AbstractSentence(text="Doe denies that it is safe.", evidence=["s5"]),
            AbstractSentence(text="It was mild.", evidence=["s8"]),
        ],
        headline=HeadlineDraft(text="A bridge is to be mended", evidence=["s1", "s2"]),
    )
    summary = ground_draft(mark(STORY), draft)
    yes = {"support": Support(verdict="supported")}
    return summary.model_copy(
        update={
            "headline": summary.headline.model_copy(update=yes),
            "abstract": [sentence.model_copy(update=yes) for sentence in summary.abstract],
            "positions": [position.model_copy(update=yes) for position in summary.positions],
        }
    )


DECIDED = decided()


def edit(old: str, new: str, *, title: str | None = "A bridge", summary: Summary = SUMMARY) -> Reanchored:
    """What becomes of the summary if `old` is replaced."""
    assert TEXT.count(old) == 1
    return reanchor(summary, STORY, Article(text=TEXT.replace(old, new), title=title, language="en"))


class Editor:
    """Cuts, copies, moves and types into a text; drawn from one seed, as hypothesis would take too long."""

    WORDS = (
        "bridge",
        "Bo Doe",
        "40",
        "“No,” she said.",
        "\n\n",
        "“",
        "”",
        "3 million",
        ".",
        "the",
        "mild",
        "我们",
        "é",
        " ",
    )

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)

    def edit(self, text: str) -> str:
        for _ in range(self._chance.randint(1, 5)):
            text = self._once(text)
        return text

    def _once(self, text: str) -> str:
        chance = self._chance
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice([0, 1, 5, 20, 80, 300]))
        cut, rest = text[start:end], text[:start] + text[end:]
        there = chance.randint(0, len(rest))
        return chance.choice(
            [
                rest,
                rest[:there] + cut + rest[there:],
                text[:start] + chance.choice(self.WORDS) + text[start:],
                text[:start] + cut.upper() + text[end:],
                text[:start] + cut + text[start:],
                text[:start] + cut.replace(" ", "\n") + text[end:],
                text[:start] + cut.replace("“", '"').replace("”", '"') + text[end:],
            ]
        )
