"""How much room each party gets, in the article and in the summary."""

from collections import Counter
from collections.abc import Iterable
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
    """Each party's share in the article, and in the summary, in `order`; empty where nobody says anything.

    In the article: of the words in quotations and in the sentences that carry positions. Words that are
    quoted are the speaker's, whoever's position the sentence carries. In the summary: of statements and
    quotes. Counted are letters and digits, as not every language has blanks between words.
    """
    said: Counter[str | None] = Counter()
    told: Counter[str | None] = Counter()
    for piece in pieces:
        spoken, party = piece.voice
        if spoken:
            said[party] += _size(piece.text)
    for position in summary.positions:
        told[position.party] += _size(position.statement)
    for quote in summary.quotes:
        told[quote.speaker] += _size(quote.text)
    speaking = [party for party in (*order, None) if party in said or party in told]
    return [Share(party, _percent(said, party), _percent(told, party)) for party in speaking]


def _size(text: str) -> int:
    return sum(character.isalnum() for character in text)


def _percent(counted: Counter[str | None], party: str | None) -> int:
    return round(100 * counted[party] / max(counted.total(), 1))
