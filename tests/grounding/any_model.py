"""A model that offers anything: slices of the article, words of it in any order, and nonsense."""

from random import Random
from typing import get_args

from summarizer.drafts import CopyDraft, DecidingDraft, DraftParty, ReferenceDraft
from summarizer.drafts.copy_v1 import CopiedFigure, CopiedPosition, CopiedQuote
from summarizer.drafts.parties import PartyKind, Stance
from summarizer.drafts.reference_v1 import MarkedFigure, MarkedPosition, MarkedQuote, UnmarkedQuote
from summarizer.drafts.reference_v3 import AbstractSentence as AbstractSentenceDraft
from summarizer.drafts.reference_v3 import (
    FigureDraft,
    HeadlineDraft,
    PartyDraft,
    PositionDraft,
    QuoteDraft,
    UnmarkedQuoteDraft,
)
from summarizer.summary import Stance as AnyStance

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
ALL_STANCES = get_args(AnyStance)


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

    def party_ids(self, most: int, least: int = 0) -> list[str]:
        return [f"p{self.chance.randint(1, 7)}" for _ in range(self.chance.randint(least, most))]

    def sentences(self) -> list[str]:
        return [f"s{self.chance.randint(1, 12)}" for _ in range(self.chance.randint(1, 3))]

    def deciding_draft(self) -> DecidingDraft:
        """One with any references at all; ids of parties may be given twice, out of order, or to nobody."""
        chance = self.chance
        return DecidingDraft(
            parties=[
                PartyDraft(
                    id=f"p{chance.choice([number, number, chance.randint(1, 7)])}",
                    name=self.name(),
                    kind=chance.choice([*KINDS, "outlet"]),
                    role=chance.choice(["main", "minor"]),
                    description=self.offer(20),
                    aliases=[self.name() for _ in self.some(4)],
                )
                for number in range(1, chance.randint(1, 7))
            ],
            positions=[
                PositionDraft(
                    evidence=self.sentences(),
                    holders=self.party_ids(3, least=1),
                    told_by=chance.choice([None, *self.party_ids(2)]),
                    toward=self.party_ids(3),
                    stance=chance.choice(ALL_STANCES),
                    topic=self.offer(20),
                    statement=self.offer(50),
                )
                for _ in self.some(5)
            ],
            quotes=[
                QuoteDraft(
                    quote=f"q{chance.randint(1, 12)}",
                    speakers=self.party_ids(3),
                    kind=chance.choice(["speech", "written", "term", "title"]),
                )
                for _ in self.some(8)
            ],
            unmarked_quotes=[
                UnmarkedQuoteDraft(sentence=f"s{chance.randint(1, 12)}", speakers=self.party_ids(2))
                for _ in self.some(4)
            ],
            figures=[
                FigureDraft(
                    figure=f"f{chance.randint(1, 8)}",
                    kind=chance.choice(["count", "money", "rank", "none"]),
                    measures=chance.choice(["", self.offer(30)]),
                    claimed_by=self.party_ids(2),
                )
                for _ in self.some(6)
            ],
            abstract=[
                AbstractSentenceDraft(text=self.offer(60), evidence=self.sentences())
                for _ in range(chance.randint(1, 4))
            ],
            headline=HeadlineDraft(text=self.offer(50), evidence=self.sentences()),
        )
