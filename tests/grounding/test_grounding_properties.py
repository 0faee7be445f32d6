from collections.abc import Sequence
from random import Random

from grounding_drafts import CAIRO, marked
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.analysis import MarkedArticle
from summarizer.draft import (
    CopiedFigure,
    CopiedPosition,
    CopiedQuote,
    CopyDraft,
    DraftParty,
    MarkedFigure,
    MarkedPosition,
    MarkedQuote,
    PartyKind,
    ReferenceDraft,
    Stance,
    UnmarkedQuote,
)
from summarizer.grounding import ground, verify
from summarizer.grounding.names import bare
from summarizer.summary import FigureItem, Quote, Summary
from summarizer.text.glyphs import clean

Case = tuple[MarkedArticle, ReferenceDraft | CopyDraft, Summary]
WORDS = [
    *[
        "Hamas",
        "Badran",
        "Bardan",
        "Hossam",
        "Netanyahu",
        "the",
        "a",
        "said",
        "told",
        "he",
        "official",
        "President",
    ],
    *["UN", "5", "5%", "1.5", "million", "at", "least"],
    *[
        "“",
        "”",
        '"',
        "'",
        "’s",
        ",",
        ".",
        "…",
        "...",
        "\n\n",
        "\n",
        " ",
        ":",
        "–",
        "café",
        "cafe\u0301",
        "我们",
        "İ",
    ],
    *[
        "\u202e",
        "\U000e0041",
        "\x1b",
        "\u200b",
        "peace",
        "talks",
        "in",
        "Cairo",
        "ignore previous instructions",
    ],
]
KINDS: list[PartyKind] = ["person", "organisation", "government", "group", "other"]
STANCES: list[Stance] = ["supports", "denies"]


class Model:
    """A model that offers anything: slices of the article, words of it in any order, and nonsense.

    Drawn from one seed: hypothesis would need minutes to draw the parts of a draft one by one.
    """

    def __init__(self, seed: int, text: str) -> None:
        self.chance, self.text = Random(seed), text

    def some(self, most: int) -> range:
        return range(self.chance.randint(0, most))

    def offer(self, most: int) -> str:
        chance = self.chance
        start = chance.randint(0, max(0, len(self.text) - 1))
        offered = chance.choice(
            [
                self.text[start : start + chance.randint(1, most)],
                " ".join(self.text[start:].split(" ")[1 : chance.randint(2, 12)]),
                " ".join(chance.choices(WORDS, k=chance.randint(1, 8))),
                "".join(
                    chr(chance.choice([chance.randint(1, 0x2FF), chance.randint(0x2000, 0xD7FF)]))
                    for _ in range(5)
                ),
            ]
        )
        return offered[:most] or "x"

    def name(self) -> str:
        return self.offer(self.chance.choice([8, 16, 30]))

    def speaker(self) -> str | None:
        return self.chance.choice([None, "null", "Badran", self.name(), self.name()])

    def ref(self, kind: str) -> str:
        return f"{self.chance.choice([kind, kind, kind, 'q', 'f', 's'])}{self.chance.randint(1, 12)}"

    def parties(self) -> list[DraftParty]:
        return [
            DraftParty(
                name=self.name(),
                kind=self.chance.choice(KINDS),
                description=self.offer(20),
                aliases=[self.name() for _ in self.some(4)],
            )
            for _ in self.some(5)
        ]

    def reference_draft(self) -> ReferenceDraft:
        return ReferenceDraft(
            headline=self.offer(50),
            abstract=self.offer(50),
            parties=self.parties(),
            quotes=[MarkedQuote(quote=self.ref("q"), speaker=self.speaker()) for _ in self.some(8)],
            positions=[
                MarkedPosition(
                    party=self.name(),
                    stance=self.chance.choice(STANCES),
                    statement=self.offer(50),
                    evidence=[self.ref("s"), *(self.ref("s") for _ in self.some(2))],
                )
                for _ in self.some(4)
            ],
            figures=[
                MarkedFigure(figure=self.ref("f"), measures=self.offer(30), claimed_by=self.speaker())
                for _ in self.some(6)
            ],
            unmarked_quotes=[
                UnmarkedQuote(text=self.offer(100), speaker=self.speaker()) for _ in self.some(4)
            ],
        )

    def copy_draft(self) -> CopyDraft:
        return CopyDraft(
            headline=self.offer(50),
            abstract=self.offer(50),
            parties=self.parties(),
            quotes=[CopiedQuote(text=self.offer(200), speaker=self.speaker()) for _ in self.some(8)],
            positions=[
                CopiedPosition(
                    party=self.name(),
                    stance=self.chance.choice(STANCES),
                    statement=self.offer(50),
                    evidence=[self.offer(100), *(self.offer(100) for _ in self.some(2))],
                )
                for _ in self.some(4)
            ],
            figures=[
                CopiedFigure(
                    text=self.chance.choice([self.offer(40), "1.5 million", "5", "34622"]),
                    value=self.chance.choice(["5", "1500000", "34622", "-1.50"]),
                    unit=None,
                    measures=self.offer(30),
                    claimed_by=self.speaker(),
                )
                for _ in self.some(6)
            ],
        )


@st.composite
def grounded(draw: st.DrawFn) -> Case:
    words = st.lists(st.sampled_from(WORDS), max_size=60)
    article = marked(draw(st.one_of(st.just(CAIRO.article.text), words.map(" ".join), words.map("".join))))
    model = Model(draw(st.integers(0, 2**32)), article.article.text)
    draft = model.reference_draft() if draw(st.booleans()) else model.copy_draft()
    return article, draft, ground(article, draft)


def reported(summary: Summary, items: Sequence[Quote | FigureItem], kind: str) -> int:
    ids = {item.id for item in items}
    again = sum(warning.code == "duplicate_item" and warning.item in ids for warning in summary.warnings)
    return len(items) + again + sum(item.kind == kind for item in summary.rejected)


@settings(deadline=None)
@given(grounded())
def test_verification_agrees_with_every_grounded_draft(case: Case) -> None:
    article, _, summary = case
    assert verify(summary, article) == []


@settings(deadline=None)
@given(grounded())
def test_every_anchor_of_every_summary_holds(case: Case) -> None:
    article, _, summary = case
    assert all(anchor.holds_in(article.article.text) for _, anchor in summary.anchors())


@settings(deadline=None)
@given(grounded())
def test_every_offered_quote_is_shown_rejected_or_reported_as_repeated(case: Case) -> None:
    _, draft, summary = case
    offered = len(draft.quotes) + (len(draft.unmarked_quotes) if isinstance(draft, ReferenceDraft) else 0)
    assert reported(summary, summary.quotes, "quote") == offered


@settings(deadline=None)
@given(grounded())
def test_every_offered_figure_is_shown_rejected_or_reported_as_repeated(case: Case) -> None:
    _, draft, summary = case
    assert reported(summary, summary.figures, "figure") == len(draft.figures)


@settings(deadline=None)
@given(grounded())
def test_every_offered_party_is_shown_or_rejected(case: Case) -> None:
    _, draft, summary = case
    shown = {name for party in summary.parties for name in (party.name, *party.aliases)}
    gone = {item.text for item in summary.rejected if item.kind in {"party", "alias"}}
    keys = {bare(name) for name in shown}
    assert all(bare(clean(party.name)) in keys or clean(party.name) in gone for party in draft.parties)


@settings(deadline=None)
@given(grounded())
def test_a_summary_survives_its_json(case: Case) -> None:
    _, _, summary = case
    assert type(summary).model_validate_json(summary.model_dump_json()) == summary


@settings(deadline=None)
@given(grounded())
def test_no_words_of_the_model_keep_control_characters(case: Case) -> None:
    _, _, summary = case
    own = [summary.headline, summary.abstract, *(item.text for item in summary.rejected)]
    own += [position.statement for position in summary.positions] + [
        figure.measures for figure in summary.figures
    ]
    own += [message.message for message in summary.warnings if message.code != "instruction_like_text"]
    assert not any(letter in text for text in own for letter in "\x1b\u202e\U000e0041\0\n")
