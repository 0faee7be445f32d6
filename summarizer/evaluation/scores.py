"""What a summary gets right of what people marked in the article, as counts that can be added up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from summarizer.article import Span
from summarizer.evaluation.gold import GoldArticle, GoldFigure, GoldPosition, GoldQuote, Names
from summarizer.evaluation.matching import Places, likeness, paired_parties, touch
from summarizer.evaluation.names import share_a_name
from summarizer.summary import FigureItem, Position, Quote, Stance, Summary


class Count(NamedTuple):
    """`hits` out of `of`; for what is measured and not judged, the amount over the articles it is of."""

    hits: float
    of: int


def score(gold: GoldArticle, summary: Summary | None) -> Mapping[str, Count]:
    """Count what `summary` gets right of `gold`; None stands for an article that could not be summarised.

    | score | of these | these are right |
    |---|---|---|
    | `quotes.recall` | gold quotes | all their words are in one quote that is shown |
    | `quotes.precision` | shown quotes, what annotators left open apart | all words are in one gold quote |
    | `quotes.exact` | shown quotes | the text is what the article has at the anchor |
    | `quotes.refused` | marked words that are nobody's | none of them is shown as a quote |
    | `speakers.accuracy` | shown gold quotes whose speaker has a name | the speaker has that name |
    | `positions.recall` | gold positions whose source has a name | one overlaps and is of that party |
    | `positions.party` | shown positions that overlap a named source's words | the party is such a source |
    | `positions.stance` | recalled gold positions with stances | one that recalls it has such a stance |
    | `figures.recall` | gold figures | a figure that is shown overlaps |
    | `figures.value`, `.comparator`, `.unit` | recalled gold figures | the same value and upper end, … |
    | `figures.claimant` | recalled gold figures that somebody claims | the claimant has that name |
    | `parties.recall`, `.precision` | gold parties; shown parties | paired one to one by a name or alias |
    | `parties.kind` | paired parties | the same kind |
    | `seconds`, `tokens.input`, `tokens.output` | the article, if its provenance is known | the amount |

    Whether two names are of one party, `names.same_name` decides. What the corpus does not annotate is
    left out.
    """
    shown = _Shown.of(gold, summary)
    counts = _quotes(shown) | _positions(shown)
    if gold.figures is not None:
        counts |= _figures(shown, gold.figures)
    if gold.parties is not None:
        counts |= _parties(gold, summary)
    return counts | _cost(summary)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A summary beside its gold, with what every score asks for."""

    gold: GoldArticle
    places: Places
    names: Mapping[str, Names]
    quotes: tuple[Quote, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[FigureItem, ...] = ()

    @classmethod
    def of(cls, gold: GoldArticle, summary: Summary | None) -> "_Shown":
        places = Places(gold.article.text)
        if summary is None:
            return cls(gold, places, {})
        return cls(
            gold,
            places,
            {party.id: (party.name, *party.aliases) for party in summary.parties},
            tuple(summary.quotes),
            tuple(summary.positions),
            tuple(summary.figures),
        )

    def is_party(self, party: str | None, names: Names) -> bool:
        """Whether the party with that id goes by one of `names`."""
        return party is not None and share_a_name(self.names.get(party, ()), names)


def _quotes(shown: _Shown) -> dict[str, Count]:
    gold, places = shown.gold, shown.places
    spans = [_span(quote) for quote in shown.quotes]
    wanted = [quote.span for quote in gold.quotes]
    judged = [span for span in spans if places.within_any(span, wanted) or not _left_open(span, gold)]
    named = [(quote, speaker) for quote in shown.quotes if (speaker := _speaker(_span(quote), shown))]
    return {
        "quotes.recall": _share(any(places.within(each, span) for span in spans) for each in wanted),
        "quotes.precision": _share(places.within_any(span, wanted) for span in judged),
        "quotes.exact": _share(
            quote.text == quote.anchor.exact == gold.article.slice(_span(quote)) for quote in shown.quotes
        ),
        "quotes.refused": _share(
            not any(places.within(span, each) for span in spans) for each in gold.not_quotes
        ),
        "speakers.accuracy": _share(shown.is_party(quote.speaker, speaker) for quote, speaker in named),
    }


def _speaker(span: Span, shown: _Shown) -> Names | None:
    """Who says the gold quote that `span` shows: the one most alike, if one lies in the other."""
    alike = [
        quote
        for quote in shown.gold.quotes
        if shown.places.within(span, quote.span) or shown.places.within(quote.span, span)
    ]
    best: GoldQuote | None = max(alike, key=lambda quote: likeness(quote.span, span), default=None)
    return None if best is None else best.speaker


def _left_open(span: Span, gold: GoldArticle) -> bool:
    return any(span.overlaps(each) for each in gold.undecided)


def _positions(shown: _Shown) -> dict[str, Count]:
    gold = shown.gold
    named = [position for position in gold.positions if position.source]
    recalled = [(position, _stances(position, shown)) for position in named]
    said = [(position.content, position.source) for position in named]
    said += [((quote.span,), quote.speaker) for quote in gold.quotes if quote.speaker]
    # A position may rest on a quote as well as on reported speech: whoever says either may hold it.
    sources = [
        (each.party, [source for content, source in said if touch(_evidence(each), content)])
        for each in shown.positions
    ]
    return {
        "positions.recall": _share(bool(stances) for _, stances in recalled),
        "positions.party": _share(
            any(shown.is_party(party, source) for source in touched) for party, touched in sources if touched
        ),
        "positions.stance": _share(
            not position.stances.isdisjoint(stances)
            for position, stances in recalled
            if stances and position.stances is not None
        ),
    }


def _stances(position: GoldPosition, shown: _Shown) -> set[Stance]:
    """The stances of all positions that recall this one."""
    return {
        each.stance
        for each in shown.positions
        if touch(_evidence(each), position.content) and shown.is_party(each.party, position.source)
    }


def _evidence(position: Position) -> list[Span]:
    return [Span(anchor.start, anchor.end) for anchor in position.evidence]


def _figures(shown: _Shown, gold: Iterable[GoldFigure]) -> dict[str, Count]:
    found = [(figure, _nearest(figure.span, shown.figures)) for figure in gold]
    pairs = [(figure, item) for figure, item in found if item is not None]
    return {
        "figures.recall": _share(item is not None for _, item in found),
        "figures.value": _share(
            (Decimal(item.value), None if item.upper is None else Decimal(item.upper))
            == (figure.value, figure.upper)
            for figure, item in pairs
        ),
        "figures.comparator": _share(item.comparator == figure.comparator for figure, item in pairs),
        "figures.unit": _share(_plain(item.unit) == _plain(figure.unit) for figure, item in pairs),
        "figures.claimant": _share(
            shown.is_party(item.claimed_by, figure.claimed_by) for figure, item in pairs if figure.claimed_by
        ),
    }


def _parties(gold: GoldArticle, summary: Summary | None) -> dict[str, Count]:
    wanted = gold.parties or ()
    shown = summary.parties if summary else []
    pairs = paired_parties([each.names for each in wanted], [(each.name, *each.aliases) for each in shown])
    return {
        "parties.recall": Count(len(pairs), len(wanted)),
        "parties.precision": Count(len(pairs), len(shown)),
        "parties.kind": _share(wanted[one].kind == shown[other].kind for one, other in pairs),
    }


def _cost(summary: Summary | None) -> dict[str, Count]:
    if summary is None or summary.provenance is None:
        return {}
    spent = summary.provenance
    return {
        "seconds": Count(spent.seconds, 1),
        "tokens.input": Count(spent.tokens.input, 1),
        "tokens.output": Count(spent.tokens.output, 1),
    }


def _span(item: Quote | FigureItem) -> Span:
    return Span(item.anchor.start, item.anchor.end)


def _nearest(span: Span, items: Iterable[FigureItem]) -> FigureItem | None:
    """The figure that overlaps `span` most alike."""
    near = [item for item in items if span.overlaps(_span(item))]
    return max(near, key=lambda item: likeness(_span(item), span), default=None)


def _share(verdicts: Iterable[bool]) -> Count:
    told = list(verdicts)
    return Count(sum(told), len(told))


def _plain(unit: str | None) -> str:
    return (unit or "").casefold()
