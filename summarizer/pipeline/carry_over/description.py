"""What a publisher changed, in a line."""

from bisect import bisect_left
from collections.abc import Iterator

from summarizer.pipeline.carry_over.changes import Reanchored, Stale

_SHOWN = 60
"""Characters of a quotation."""

_TOLD = {("quote", "changed"), ("figure", "changed")}


def in_words(found: Reanchored) -> str:
    """Such as `1 quote removed, 1 changed: “We will go” → “We may go”, 1 new figure`; empty if all stands."""
    told = ", ".join(_pieces(found))
    return told if told or found.complete else "its summary cannot be carried over"


def _pieces(found: Reanchored) -> Iterator[str]:
    if found.is_another_article:
        yield "it is another article now"
        return
    quotes = list(_fates(found, "quote"))
    if quotes:
        yield f"{', '.join(quotes)}{_example(found)}"
    yield from _fates(found, "figure")
    if found.new_quotations:
        yield _counted(len(found.new_quotations), "new quotation")
    if found.new_figures:
        yield _counted(len(found.new_figures), "new figure")
    others = _other_sentences(found)
    if others:
        yield f"{_counted(others, 'sentence')} new or changed"
    if found.gone_sentences and not found.new_sentences:
        yield f"{_counted(len(found.gone_sentences), 'sentence')} removed"
    if found.moved_sentences:
        yield f"{_counted(found.moved_sentences, 'sentence')} moved"
    if found.retitled:
        yield "a new title"


def _other_sentences(found: Reanchored) -> int:
    """How many new sentences hold nothing that is told of by itself."""
    told = [*found.new_quotations, *found.new_figures]
    told += [item.after for item in found.stale if item.after and (item.kind, item.fate) in _TOLD]
    starts = sorted(anchor.start for anchor in told)
    return sum(
        bisect_left(starts, sentence.start) == bisect_left(starts, sentence.end)
        for sentence in found.new_sentences
    )


def _fates(found: Reanchored, kind: str) -> Iterator[str]:
    noun = kind
    for fate in ("removed", "changed"):
        number = sum(item.kind == kind and item.fate == fate for item in found.stale)
        if number:
            yield f"{_counted(number, noun) if noun else number} {fate}"
            noun = ""


def _example(found: Reanchored) -> str:
    changed: Stale | None = next(found.of("quote", "changed"), None)
    if changed is None or changed.after is None:
        return ""
    return f": “{_short(changed.before.exact)}” → “{_short(changed.after.exact)}”"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
