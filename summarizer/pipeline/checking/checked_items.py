"""The items of a summary that a model is asked about: in words, and with the sentences that they rest on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.prompts.rendering import defused
from summarizer.summary import (
    AbstractSentence,
    Anchor,
    FigureItem,
    Headline,
    Party,
    Position,
    Quote,
    Summary,
    Support,
)
from summarizer.text.fold import cut

Kind = Literal["headline", "abstract", "positions", "parties", "quotes", "figures"]
_MOST = 400
"""Items of a summary that are asked about: those that come first are what the summary is about."""
_SENTENCES = 6
"""Sentences that an item is shown to rest on, at most."""
_LONGEST = 300
"""Characters of an item's words."""
_MENTIONS = 40
"""Mentions of a party that are looked at for those that say who it is."""

Checkable = Headline | AbstractSentence | Position | Party | Quote | FigureItem


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """An item in words. `place` says where in the summary it is, `sentences` what it rests on, from 0."""

    place: tuple[Kind, int]
    text: str
    sentences: tuple[int, ...]
    support: Support


def items_of(summary: Summary, marks: Marks) -> list[CheckedItem]:
    """Return the items that have evidence and are not the article's own words, the main ones first.

    Positions are among them whoever worded them, as their holders and stances are a reading of the article.
    """
    return list(islice((item for item in _all(summary, marks) if item.sentences), _MOST))


def _all(summary: Summary, marks: Marks) -> Iterator[CheckedItem]:
    names = {party.id: party.name for party in summary.parties}
    words: list[tuple[Kind, int, str, Headline | AbstractSentence]] = [
        ("headline", 0, "headline", summary.headline),
        *(("abstract", index, "abstract", sentence) for index, sentence in enumerate(summary.abstract)),
    ]
    for part, index, kind, item in words:
        if item.wording == "model":
            yield _item(part, index, f"{kind}: {_short(item.text)}", _cited(item.evidence, marks), item)
    for index, position in enumerate(summary.positions):
        text = _position(position, names)
        yield _item("positions", index, text, _cited(position.evidence, marks), position)
    for index, party in enumerate(summary.parties):
        if party.description and party.mentions:
            text = f"who {party.name} is: {_short(party.description)}"
            yield _item("parties", index, text, _telling(party, marks), party)
    quotes = {quote.id: quote for quote in summary.quotes}
    for index, quote in enumerate(summary.quotes):
        if quote.is_statement and quote.speakers:
            text = f"said by {_named(quote.speakers, names)}: “{_short(quote.text)}”"
            yield _item("quotes", index, text, _around(quote, quotes, marks), quote)
    for index, figure in enumerate(summary.figures):
        if figure.measures:
            text = f"what “{_short(figure.text)}” counts: {_short(figure.measures)}"
            yield _item("figures", index, text, _cited([figure.anchor], marks), figure)


def _item(kind: Kind, index: int, text: str, sentences: Iterable[int], item: Checkable) -> CheckedItem:
    rests_on = tuple(islice(dict.fromkeys(sentences), _SENTENCES))
    return CheckedItem((kind, index), defused(" ".join(text.split())), rests_on, item.support)


def _position(position: Position, names: Mapping[str, str]) -> str:
    whose = f"position of {_named(position.holders, names)}"
    if position.told_by:
        whose += f", told by {_named([position.told_by], names)}"
    if position.toward:
        whose += f", toward {_named(position.toward, names)}"
    return f"{whose}, who {position.stance}: {_short(position.statement)}"


def _named(ids: Iterable[str], names: Mapping[str, str]) -> str:
    return " and ".join(names.get(party, party) for party in ids)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _cited(evidence: Iterable[Anchor], marks: Marks) -> Iterator[int]:
    for anchor in evidence:
        yield from marks.sentence_range(Span(anchor.start, anchor.end))


def _around(quote: Quote, quotes: Mapping[str, Quote], marks: Marks) -> Iterator[int]:
    """The sentences that say whose words a quote is: of its own, of its cue, of what it goes on from."""
    yield from _edges(quote.anchor, marks)
    if quote.cue is not None:
        yield from _edges(quote.cue, marks)
    elif quote.continues is not None and quote.continues in quotes:
        before = quotes[quote.continues]
        yield from _edges(before.cue or before.anchor, marks)
    else:  # who said it may be told behind it
        last = marks.sentence_number(quote.anchor.end - 1)
        yield from range(last + 1, min(last + 2, len(marks.marked.sentences)))


def _edges(anchor: Anchor, marks: Marks) -> Iterator[int]:
    touched = marks.sentence_range(Span(anchor.start, anchor.end))
    if touched:
        yield from (touched[0], touched[-1])


def _telling(party: Party, marks: Marks) -> list[int]:
    """The sentences with a mention that share most words with the description, the earlier first."""
    wanted = set(cut(party.description))
    found: dict[int, int] = {}
    for mention in party.mentions[:_MENTIONS]:
        for number in marks.sentence_range(Span(mention.start, mention.end)):
            if number not in found:
                sentence = marks.marked.sentences[number].span
                found[number] = len(wanted.intersection(cut(marks.text[sentence.start : sentence.end])))
    return sorted(sorted(found, key=lambda number: (-found[number], number))[:_SENTENCES])
