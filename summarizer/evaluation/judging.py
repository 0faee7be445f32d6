"""Each thing in a summary, or missing from it, that a score counts: is it right, and if not, how not?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from summarizer.article import Span
from summarizer.evaluation.gold import GoldArticle, GoldFigure, GoldParty, GoldPosition, GoldQuote, Names
from summarizer.evaluation.matching import Places, likeness, paired_parties, touch
from summarizer.evaluation.names import share_a_name
from summarizer.summary import FigureItem, Party, Position, Quote, Summary

MissKind = Literal[
    "missed_quote",
    "cut_quote",
    "wrong_quote",
    "inexact_quote",
    "quote_of_nobody",
    "missed_speaker",
    "wrong_speaker",
    "missed_position",
    "position_of_wrong_party",
    "wrong_stance",
    "missed_teller",
    "wrong_teller",
    "missed_target",
    "wrong_target",
    "missed_figure",
    "wrong_value",
    "wrong_comparator",
    "wrong_unit",
    "missed_claimant",
    "wrong_claimant",
    "missed_party",
    "wrong_party",
    "wrong_kind",
]
"""What can be wrong: `missed_` is not there, `cut_quote` is there in part, `wrong_` is there and false."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One of the things that `score` counts.

    `kind` is what is wrong if it is not `right`. `spans` are where it stands in the article. `wanted` and
    `shown` are what the corpus and the summary say of it, such as the names of the speaker.
    """

    score: str
    right: bool
    kind: MissKind
    spans: tuple[Span, ...] = ()
    wanted: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()


def judge(gold: GoldArticle, summary: Summary | None) -> Iterator[Judgement]:
    """Hold `summary` against `gold`, thing by thing; None stands for an article without a summary."""
    shown = _Shown.of(gold, summary)
    yield from _recalled_quotes(shown)
    yield from _shown_quotes(shown)
    yield from _speakers(shown)
    yield from _recalled_positions(shown)
    yield from _shown_positions(shown)
    for figure in gold.figures or ():
        yield from _figure(figure, shown)
    if gold.parties is not None:
        yield from _parties(gold.parties, shown.parties)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A summary beside its gold, with what every judgement asks for."""

    gold: GoldArticle
    places: Places
    names: Mapping[str, Names]
    parties: tuple[Party, ...] = ()
    quotes: tuple[Quote, ...] = ()
    """Those that somebody said or wrote."""
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
            {party.id: _names(party) for party in summary.parties},
            tuple(summary.parties),
            tuple(quote for quote in summary.quotes if quote.is_statement),
            tuple(summary.positions),
            tuple(summary.figures),
        )

    def called(self, parties: Iterable[str]) -> Names:
        """The names of the parties with these ids; none of an id that no party has."""
        return tuple(name for party in parties for name in self.names.get(party, ()))

    def are_among(self, parties: Sequence[str], names: Names) -> bool:
        """Whether there are such parties, and each has one of `names`."""
        return bool(parties) and all(share_a_name(self.called([party]), names) for party in parties)


def _recalled_quotes(shown: _Shown) -> Iterator[Judgement]:
    spans = [_span(quote) for quote in shown.quotes]
    for quote in shown.gold.quotes:
        recalled = any(shown.places.within(quote.span, span) for span in spans)
        kind: MissKind = "cut_quote" if touch([quote.span], spans) else "missed_quote"
        yield Judgement("quotes.recall", recalled, kind, (quote.span,), quote.speaker or ())
    for nobodys in shown.gold.not_quotes:
        refused = not any(shown.places.within(span, nobodys) for span in spans)
        yield Judgement("quotes.refused", refused, "quote_of_nobody", (nobodys,))


def _shown_quotes(shown: _Shown) -> Iterator[Judgement]:
    wanted = [quote.span for quote in shown.gold.quotes]
    for quote in shown.quotes:
        span, words = _span(quote), shown.gold.article.slice(_span(quote))
        precise = shown.places.within_any(span, wanted) or touch([span], shown.gold.contents)
        if precise or not touch([span], shown.gold.undecided):
            speakers = shown.called(quote.speakers)
            yield Judgement("quotes.precision", precise, "wrong_quote", (span,), shown=speakers)
        exact = quote.text == quote.anchor.exact == words
        yield Judgement("quotes.exact", exact, "inexact_quote", (span,), (words,), (quote.text,))


def _speakers(shown: _Shown) -> Iterator[Judgement]:
    for quote in shown.quotes:
        span = _span(quote)
        speaker = _speaker(span, shown)
        if speaker:
            called, right = shown.called(quote.speakers), shown.are_among(quote.speakers, speaker)
            kind: MissKind = "wrong_speaker" if called else "missed_speaker"
            yield Judgement("speakers.accuracy", right, kind, (span,), speaker, called)


def _speaker(span: Span, shown: _Shown) -> Names | None:
    """Who says the gold quote that `span` shows: the one most alike, if one lies in the other."""
    alike = [
        quote
        for quote in shown.gold.quotes
        if shown.places.within(span, quote.span) or shown.places.within(quote.span, span)
    ]
    best: GoldQuote | None = max(alike, key=lambda quote: likeness(quote.span, span), default=None)
    return None if best is None else best.speaker


def _recalled_positions(shown: _Shown) -> Iterator[Judgement]:
    for gold in shown.gold.positions:
        if not gold.source:
            continue
        near = [each for each in shown.positions if touch(_evidence(each), gold.content)]
        recalling = [each for each in near if share_a_name(shown.called(each.holders), gold.source)]
        names = tuple(name for each in near for who in each.holders for name in shown.called([who])[:1])
        yield Judgement(
            "positions.recall", bool(recalling), "missed_position", gold.content, gold.source, names
        )
        if recalling and gold.stances is not None:
            yield _stance(gold, frozenset(each.stance for each in recalling))
        if recalling and gold.told_by is not None:
            yield _teller(gold.content, gold.told_by, recalling, shown)
        if recalling and gold.toward is not None:
            yield _target(gold.content, gold.toward, recalling, shown)


def _stance(gold: GoldPosition, shown: frozenset[str]) -> Judgement:
    wanted = gold.stances or frozenset()
    right = not wanted.isdisjoint(shown)
    told = tuple(sorted(wanted)), tuple(sorted(shown))
    return Judgement("positions.stance", right, "wrong_stance", gold.content, *told)


def _teller(
    content: tuple[Span, ...], wanted: Names, recalling: Iterable[Position], shown: _Shown
) -> Judgement:
    """Whether a position says who tells it of its holders, or that they say it themselves."""
    tellers = [[] if each.told_by is None else [each.told_by] for each in recalling]
    right = any(shown.are_among(teller, wanted) if wanted else not teller for teller in tellers)
    called = shown.called(who for teller in tellers for who in teller)
    kind: MissKind = "wrong_teller" if called else "missed_teller"
    return Judgement("positions.told_by", right, kind, content, wanted, called)


def _target(
    content: tuple[Span, ...], wanted: tuple[Names, ...], recalling: Iterable[Position], shown: _Shown
) -> Judgement:
    """Whether a position is toward one of those that it should be, and nobody else; or else toward nobody."""
    names = tuple(name for target in wanted for name in target)
    targets = [each.toward for each in recalling]
    right = any(shown.are_among(each, names) if names else not each for each in targets)
    called = shown.called(who for each in targets for who in each)
    kind: MissKind = "wrong_target" if called else "missed_target"
    return Judgement("positions.toward", right, kind, content, names, called)


def _shown_positions(shown: _Shown) -> Iterator[Judgement]:
    gold = shown.gold
    said = [(position.content, position.source) for position in gold.positions if position.source]
    said += [((quote.span,), quote.speaker) for quote in gold.quotes if quote.speaker]
    for position in shown.positions:
        evidence = _evidence(position)
        # A position may rest on a quote as well as on reported speech: whoever says either may hold it.
        sources = [source for content, source in said if touch(evidence, content)]
        if sources:
            wanted = tuple(dict.fromkeys(name for source in sources for name in source))
            right = shown.are_among(position.holders, wanted)
            called = shown.called(position.holders)
            yield Judgement("positions.party", right, "position_of_wrong_party", evidence, wanted, called)


def _evidence(position: Position) -> tuple[Span, ...]:
    return tuple(Span(anchor.start, anchor.end) for anchor in position.evidence)


def _figure(gold: GoldFigure, shown: _Shown) -> Iterator[Judgement]:
    item = _nearest(gold.span, shown.figures)
    place = (gold.span,)
    yield Judgement("figures.recall", item is not None, "missed_figure", place)
    if item is None:
        return
    value, upper = (None if end is None else Decimal(end) for end in (item.value, item.upper))
    yield Judgement(
        "figures.value",
        (value, upper) == (gold.value, gold.upper),
        "wrong_value",
        place,
        _told(gold.value, gold.upper),
        _told(value, upper),
    )
    same = item.comparator == gold.comparator
    yield Judgement(
        "figures.comparator", same, "wrong_comparator", place, (gold.comparator,), (item.comparator,)
    )
    same = _plain(item.unit) == _plain(gold.unit)
    yield Judgement("figures.unit", same, "wrong_unit", place, _told(gold.unit), _told(item.unit))
    if gold.claimed_by:
        called = shown.called(item.claimed_by)
        kind: MissKind = "wrong_claimant" if called else "missed_claimant"
        right = shown.are_among(item.claimed_by, gold.claimed_by)
        yield Judgement("figures.claimant", right, kind, place, gold.claimed_by, called)


def _nearest(span: Span, items: Iterable[FigureItem]) -> FigureItem | None:
    """The figure that overlaps `span` most alike."""
    near = [item for item in items if span.overlaps(_span(item))]
    return max(near, key=lambda item: likeness(_span(item), span), default=None)


def _parties(wanted: tuple[GoldParty, ...], shown: tuple[Party, ...]) -> Iterator[Judgement]:
    pairs = paired_parties([each.names for each in wanted], [_names(each) for each in shown])
    recalled, precise = {one for one, _ in pairs}, {other for _, other in pairs}
    for at, gold in enumerate(wanted):
        yield Judgement("parties.recall", at in recalled, "missed_party", wanted=gold.names)
    for at, party in enumerate(shown):
        if at in precise or party.kind != "outlet":  # a corpus need not list the article's own voice
            yield Judgement("parties.precision", at in precise, "wrong_party", shown=_names(party))
    for one, other in pairs:
        kinds: tuple[str, str] = wanted[one].kind, shown[other].kind
        told = tuple((wanted[one].names[0], kind) for kind in kinds)
        yield Judgement("parties.kind", kinds[0] == kinds[1], "wrong_kind", (), *told)


def _names(party: Party) -> Names:
    return (party.name, *party.aliases)


def _span(item: Quote | FigureItem) -> Span:
    return Span(item.anchor.start, item.anchor.end)


def _told(*facts: Decimal | str | None) -> tuple[str, ...]:
    return tuple(str(fact) for fact in facts if fact is not None)


def _plain(unit: str | None) -> str:
    return (unit or "").casefold()
