"""Check a summary against its article, trusting nothing that the summary says."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from summarizer.analysis import MarkedArticle
from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.grounding.coverage import measure_coverage
from summarizer.grounding.findings import Finding
from summarizer.grounding.location import Locator
from summarizer.grounding.recomputed import (
    check_cues,
    check_doubts,
    check_framing,
    check_names,
    check_speakers,
    is_of_today,
)
from summarizer.summary import FigureItem, Summary, Tally
from summarizer.text.tokens import Tokens

_LETTERS = {"parties": "p", "positions": "o", "quotes": "q", "figures": "f", "framing": "w"}
_FIRST_SCHEMA = "summary/1"
_REF = re.compile(r"[qfs][1-9][0-9]{0,4}")


def verify(summary: Summary, marked: MarkedArticle) -> list[Finding]:
    """What in `summary` does not agree with the article; empty if it agrees in all.

    Checked are the article's identity, every anchor, the text of quotes, figures and framing, the reading of
    figures, names and cues, ids and references, that nothing rejected stands in the article after all, and
    the coverage; in a summary of today's analysis also what the rules say of speakers and own words.
    """
    if summary.article.id != marked.article.id:
        return [Finding("summary.article.id", f"This is another article: {marked.article.id}.")]
    marks, tokens = Marks(marked), Tokens.of(marked.article.text)
    found = [*_article(summary, marked), *_anchors(summary, marks), *_ids(summary), *_references(summary)]
    if found:
        return found  # the rest rests on these
    found = [
        *_quotes(summary),
        *_framing(summary),
        *(finding for index, item in enumerate(summary.figures) for finding in _figure(item, index, marks)),
        *_rejected(summary, marks),
        *_coverage(summary, marks),
        *check_names(summary, marks, tokens),
        *check_cues(summary),
    ]
    if summary.provenance is not None and is_of_today(summary):
        found += check_framing(summary, marks, tokens)
        found += check_doubts(summary, marks)
        found += check_speakers(summary, marks)
    return found


def _article(summary: Summary, marked: MarkedArticle) -> Iterator[Finding]:
    characters = len(marked.article.text)
    if summary.article.characters != characters:
        yield Finding("summary.article.characters", f"The article has {characters} characters.")


def _anchors(summary: Summary, marks: Marks) -> Iterator[Finding]:
    """Anchors that do not hold, or name another sentence than today's analysis, if it is the summary's."""
    is_cut_alike = is_of_today(summary)
    for path, anchor in summary.anchors():
        if not anchor.holds_in(marks.text):
            yield Finding(path, f"The article does not have {anchor.exact!r} at {anchor.start}.")
        elif anchor.sentence is not None and is_cut_alike:
            sentence = marks.anchor(Span(anchor.start, anchor.end)).sentence
            if sentence != anchor.sentence:
                yield Finding(f"{path}.sentence", f"It begins in {sentence}, not in {anchor.sentence}.")


def _ids(summary: Summary) -> Iterator[Finding]:
    """Ids that are given twice, or are those of another kind of item."""
    for kind, letter in _LETTERS.items():
        for index, item in enumerate(getattr(summary, kind)):
            if item.id.rstrip("0123456789") != letter:
                yield Finding(f"summary.{kind}[{index}].id", f"It should be {letter} and a number.")
    for item, times in Counter(_all_ids(summary)).items():
        if times > 1:
            yield Finding("summary", f"The id {item} is given {times} times.")


def _all_ids(summary: Summary) -> list[str]:
    return [
        *(party.id for party in summary.parties),
        *(position.id for position in summary.positions),
        *(quote.id for quote in summary.quotes),
        *(figure.id for figure in summary.figures),
        *(item.id for item in summary.framing),
    ]


def _references(summary: Summary) -> Iterator[Finding]:
    parties = {party.id for party in summary.parties}
    quotes = {quote.id for quote in summary.quotes}
    items = set(_all_ids(summary))
    references: list[tuple[str, str | None, set[str]]] = []
    for index, position in enumerate(summary.positions):
        path = f"summary.positions[{index}]"
        references += [(f"{path}.holders", party, parties) for party in position.holders]
        references.append((f"{path}.told_by", position.told_by, parties - {*position.holders}))
        references += [(f"{path}.toward", party, parties) for party in position.toward]
        references += [(f"{path}.quotes", quote, quotes) for quote in position.quotes]
    for index, quote in enumerate(summary.quotes):
        references += [(f"summary.quotes[{index}].speakers", party, parties) for party in quote.speakers]
        references.append((f"summary.quotes[{index}].continues", quote.continues, quotes - {quote.id}))
    for index, figure in enumerate(summary.figures):
        references += [
            (f"summary.figures[{index}].claimed_by", party, parties) for party in figure.claimed_by
        ]
    for index, warning in enumerate(summary.warnings):
        references.append((f"summary.warnings[{index}].item", warning.item, items))
    for path, item, known in references:
        if item is not None and item not in known:
            yield Finding(path, f"There is no {item} to refer to.")


def _quotes(summary: Summary) -> Iterator[Finding]:
    for index, quote in enumerate(summary.quotes):
        path = f"summary.quotes[{index}]"
        if quote.text != quote.anchor.exact:
            yield Finding(f"{path}.text", "The text is not the words at its anchor.")
        if quote.verdict not in {"verbatim", "normalised"}:
            yield Finding(f"{path}.verdict", f"A quote that is {quote.verdict} must not be shown.")


def _framing(summary: Summary) -> Iterator[Finding]:
    for index, item in enumerate(summary.framing):
        path = f"summary.framing[{index}]"
        if item.text != item.anchor.exact:
            yield Finding(f"{path}.text", "The text is not the words at its anchor.")
        if item.times < 1 + len(item.others):
            yield Finding(f"{path}.times", f"It stands at {1 + len(item.others)} places, not {item.times}.")


def _figure(item: FigureItem, index: int, marks: Marks) -> Iterator[Finding]:
    path = f"summary.figures[{index}]"
    if item.text != item.anchor.exact:
        yield Finding(f"{path}.text", "The text is not the words at its anchor.")
    span = Span(item.anchor.start, item.anchor.end)
    mark = next((mark for mark in marks.figures_at(span) if mark.span == span), None)
    if mark is None:
        yield Finding(f"{path}.anchor", "No figure stands there.")
        return
    value, upper = (None if end is None else Decimal(end) for end in (item.value, item.upper))
    for name, said, read in (
        ("value", value, None if mark.uncertain else mark.value),
        ("comparator", item.comparator, mark.comparator),
        ("upper", upper, mark.upper),
        ("unit", item.unit, mark.unit),
    ):
        if said != read:
            yield Finding(f"{path}.{name}", f"The article says {read}, not {said}.")


def _rejected(summary: Summary, marks: Marks) -> Iterator[Finding]:
    """Rejected words that stand in the article; those of a figure must stand where a figure is."""
    rejected = [
        (index, item)
        for index, item in enumerate(summary.rejected)
        if item.kind in {"quote", "figure"} and item.verdict != "unreadable" and not _REF.fullmatch(item.text)
    ]
    if not rejected:
        return
    quoted = [item.text for _, item in rejected if item.kind == "quote"]
    counted = [item.text for _, item in rejected if item.kind == "figure"]
    locators = {
        "quote": Locator(Tokens.of(marks.text), quoted),
        "figure": Locator(Tokens.of(marks.text), [], counted),
    }
    for index, item in rejected:
        places: Sequence[Span] = [place.span for place in locators[item.kind].occurrences(item.text)]
        if item.kind == "figure":
            places = [span for span in places if any(marks.figures_at(span))]
        if places:
            message = f"It stands in the article, at {places[0].start}."
            yield Finding(f"summary.rejected[{index}]", message)


def _coverage(summary: Summary, marks: Marks) -> Iterator[Finding]:
    """What the coverage should be; that of the first version counted otherwise."""
    made = summary.provenance
    if made and made.recipe.summary_schema == _FIRST_SCHEMA:
        return
    measured = measure_coverage(marks, summary.quotes, summary.figures, summary.positions, summary.abstract)
    for name in type(measured).model_fields:
        now = getattr(measured, name)
        if now == getattr(summary.coverage, name):
            continue
        if isinstance(now, Tally):
            message = f"Counted again it is {now.reported} of {now.found}."
        else:
            message = f"Looked through again, {len(now)} are left out, and they are not these."
        yield Finding(f"summary.coverage.{name}", message)
