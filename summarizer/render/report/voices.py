"""How much room each party gets, in the article and in the summary."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.render.report.pieces import Piece
from summarizer.summary import Summary


@dataclass(frozen=True, slots=True)
class Share:
    """Whole percent of what is quoted or reported that is one party's; `party` None is nobody's."""

    party: str | None
    article: int
    summary: int


def shares(pieces: Iterable[Piece], summary: Summary, order: Iterable[str]) -> list[Share]:
    """Return each party's share in the article, and in the summary, in `order`; empty where nobody speaks.

    In the article: of the words in quotations and in the sentences that carry positions. Words that are
    quoted are the speaker's, whoever's position the sentence carries. In the summary: of statements and
    quotes. What several say together is shared out among them. Counted are letters and digits, as not every
    language has blanks between words.
    """
    article, told = _Voices(), _Voices()
    for piece in pieces:
        if piece.voice is not None:
            article.add(piece.text, piece.voice)
    for position in summary.positions:
        told.add(position.statement, position.holders)
    for quote in summary.quotes:
        if quote.is_statement:
            told.add(quote.text, quote.speakers)
    speaking = [party for party in (*order, None) if article.has(party) or told.has(party)]
    return [Share(party, article.percent(party), told.percent(party)) for party in speaking]


class _Voices:
    """Counts of letters and digits by party."""

    def __init__(self) -> None:
        self._counted = defaultdict[str | None, float](float)

    def add(self, text: str, parties: Sequence[str]) -> None:
        size = sum(character.isalnum() for character in text)
        for party in parties or (None,):
            self._counted[party] += size / max(len(parties), 1)

    def has(self, party: str | None) -> bool:
        return party in self._counted

    def percent(self, party: str | None) -> int:
        return round(100 * self._counted.get(party, 0) / max(sum(self._counted.values()), 1))
