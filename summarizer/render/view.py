"""A summary arranged for reading: what each party wants and says, then what belongs to nobody."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.analysis import MarkedArticle
from summarizer.summary import Anchor, Party, Position, Quote, Summary
from summarizer.text.format_figure import is_narrated
from summarizer.text.headings import titled


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party with all that is its own."""

    party: Party
    positions: list[Position]
    quotes: list[Quote]


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The parts of a summary in reading order, and the numbers of the article's sentences."""

    summary: Summary
    title: str | None
    """The article's, else the headline that its text begins with."""
    parties: list[PartyView]
    unattributed: list[Quote]
    sentence_ids: list[str]
    sentence_starts: list[int]

    def is_narrated(self, quote: Quote) -> bool:
        """Whether the words stand in the article without quotation marks, so that they may be its own."""
        return is_narrated(self.summary, quote)

    @property
    def speaking(self) -> list[PartyView]:
        """The parties that have positions or quotes."""
        return [view for view in self.parties if view.positions or view.quotes]

    @property
    def also_named(self) -> str:
        """The parties that are only named, with what they are, in one line."""
        others = [view.party for view in self.parties if not view.positions and not view.quotes]
        return ", ".join(
            party.name + (f" ({party.description})" if party.description else "") for party in others
        )

    def sentence(self, anchor: Anchor) -> str:
        """The number of the sentence in which `anchor` begins, such as s4."""
        return self.sentence_at(anchor.start)

    def sentence_at(self, place: int) -> str:
        """The number of the sentence that has the character at `place`, or comes before it."""
        index = bisect_right(self.sentence_starts, place) - 1
        return self.sentence_ids[max(index, 0)] if self.sentence_ids else ""

    def sentences(self, anchors: Sequence[Anchor]) -> str:
        """The numbers of the sentences of several anchors."""
        return " ".join(dict.fromkeys(self.sentence(anchor) for anchor in anchors))

    def name(self, party_id: str | None) -> str | None:
        """The name of a party."""
        return next((p.party.name for p in self.parties if p.party.id == party_id), None)


def arrange(summary: Summary, marked: MarkedArticle) -> SummaryView:
    """Sort a summary's items to their parties, parties that say or want most first."""
    parties = [
        PartyView(
            party=party,
            positions=[position for position in summary.positions if position.party == party.id],
            quotes=[quote for quote in summary.quotes if quote.speaker == party.id],
        )
        for party in summary.parties
    ]
    parties.sort(key=lambda view: -len(view.positions) - len(view.quotes))
    return SummaryView(
        summary=summary,
        title=titled(summary.article.title, marked.article.text),
        parties=parties,
        unattributed=[quote for quote in summary.quotes if quote.speaker is None],
        sentence_ids=[sentence.id for sentence in marked.sentences],
        sentence_starts=[sentence.span.start for sentence in marked.sentences],
    )
