"""The one call of this package: a summary and two texts of its article in, one of the later text out."""

from collections.abc import Iterator, Sequence

from summarizer.analysis import Sentence, mark
from summarizer.analysis.places import Marks
from summarizer.article import Article, Span
from summarizer.framing import find_framing
from summarizer.grounding import verify
from summarizer.grounding.coverage import measure_coverage
from summarizer.grounding.grounding import facts
from summarizer.grounding.instructions import text_warnings
from summarizer.grounding.support import check_again
from summarizer.pipeline.carry_over.changes import Reanchored
from summarizer.pipeline.carry_over.item_mover import Carrier, items_of, needed_parties
from summarizer.pipeline.carry_over.places import Places
from summarizer.summary import Anchor, Framing, Summary, SummaryWarning
from summarizer.text.glyphs import canonical

_READ_ANEW = {"instruction_like_text", "hidden_text", "loaded_wording", "number_not_in_article"}
"""Warnings that hang on the article as a whole; the last two are told as doubts since."""


def reanchor(summary: Summary, before: Article, after: Article) -> Reanchored:
    """Carry a summary over from an earlier text of its article to a later one; no model is asked.

    Pure, and near-linear in the length of the texts. What stands keeps its id, and its anchors move and name
    the later text's sentences; coverage, loaded wording and the warnings about the summary's own words are
    worked out anew; the words of headline and abstract and the provenance stay. A warning `reanchored` says
    of which text the summary was made.

    Args:
        summary: of `before`.
        before: the article as it was summarised.
        after: the article as it is now.

    Raises:
        ValueError: if the summary is of another article than `before`.
    """
    if summary.article.id != before.id:
        raise ValueError("the summary is of another article")
    if before.text == after.text:
        return Reanchored(summary)
    old, new = Marks(mark(before)), Marks(mark(after))
    places = Places(summary, old, new)
    carrier = Carrier(places)
    carried = check_again(summary, old, _carried(summary, carrier, new, before), new)
    sentences = places.sentences
    gone = _anchors(old, [old.marked.sentences[number] for number in sentences.gone])
    fresh = _anchors(new, [new.marked.sentences[number] for number in sentences.new])
    quotations, figures = carrier.new_quotations(), carrier.new_figures()
    retitled = canonical(before.title or "") != canonical(after.title or "")
    left_open = (carrier.stale, gone, fresh, quotations, figures, sentences.moved, retitled)
    return Reanchored(
        summary=carried,
        stale=tuple(carrier.stale),
        new_quotations=_at(new, quotations),
        new_figures=_at(new, figures),
        new_sentences=fresh,
        gone_sentences=gone,
        moved_sentences=len(sentences.moved),
        retitled=retitled,
        kept=places.share_kept(),
        complete=not any(left_open) and not verify(carried, new.marked),
    )


def _carried(summary: Summary, carrier: Carrier, new: Marks, before: Article) -> Summary:
    quotes, figures = carrier.quotes(summary.quotes), carrier.figures(summary.figures)
    positions = carrier.positions(summary.positions, quotes)
    headline, abstract = carrier.headline(summary.headline), carrier.abstract(summary.abstract)
    framing = _renumbered(find_framing(new, carrier.tokens), summary.framing)
    found = summary.model_copy(
        update={
            "article": facts(new.marked),
            "headline": headline,
            "abstract": abstract,
            "parties": carrier.parties(summary.parties, needed_parties(quotes, figures, positions)),
            "positions": positions,
            "quotes": quotes,
            "figures": figures,
            "framing": framing,
            "rejected": carrier.rejected(summary.rejected),
            "coverage": measure_coverage(new, quotes, figures, positions, abstract),
        }
    )
    warnings = [*_still_true(summary.warnings, items_of(found)), *text_warnings(new.marked)]
    if not any(warning.code == "reanchored" for warning in warnings):
        warnings.append(_told(summary, before))
    return found.model_copy(update={"warnings": warnings})


def _still_true(warnings: Sequence[SummaryWarning], items: set[str]) -> Iterator[SummaryWarning]:
    for warning in warnings:
        if warning.code not in _READ_ANEW and (warning.item is None or warning.item in items):
            yield warning


def _told(summary: Summary, before: Article) -> SummaryWarning:
    made = summary.provenance
    when = f" on {made.created:%Y-%m-%d}" if made else ""
    message = (
        f"Made{when} from an earlier text of the article, {before.id[:19]}…, and carried over to this one."
    )
    return SummaryWarning(code="reanchored", message=message)


def _renumbered(found: Sequence[Framing], known: Sequence[Framing]) -> list[Framing]:
    """Loaded wording with the ids it had; what is new goes on from the highest."""
    ids = {(item.category, item.text.casefold()): item.id for item in known}
    following = max((int(item.id[1:]) for item in known), default=0)
    numbered: list[Framing] = []
    for item in found:
        id_ = ids.pop((item.category, item.text.casefold()), None)
        if id_ is None:
            following += 1
            id_ = f"w{following}"
        numbered.append(item.model_copy(update={"id": id_}))
    return numbered


def _anchors(marks: Marks, sentences: Sequence[Sentence]) -> tuple[Anchor, ...]:
    return _at(marks, [sentence.span for sentence in sentences])


def _at(marks: Marks, spans: Sequence[Span]) -> tuple[Anchor, ...]:
    return tuple(marks.anchor(span) for span in spans)
