"""The items of a summary, carried over to a later text or said to be stale; none is dropped in silence."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal

from summarizer.analysis import Figure
from summarizer.article import Span
from summarizer.pipeline.carry_over.changes import Fate, Stale, StaleKind
from summarizer.pipeline.carry_over.places import Places, span_of
from summarizer.summary import (
    UNCHECKED,
    AbstractSentence,
    Anchor,
    FigureItem,
    Headline,
    Party,
    Position,
    Quote,
    Rejected,
    Summary,
    Support,
)
from summarizer.text.worddiff import word_diff

_NOTHING_LEFT = "Nothing of its evidence stands in the article any more."


class Carrier:
    """Carries the items of one summary; `stale` has what it meets."""

    def __init__(self, places: Places) -> None:
        """Nothing is carried yet."""
        self._places = places
        self._figures = {figure.span: figure for figure in places.after.figures.values()}
        self._old_figures = {
            image for figure in places.before.figures.values() if (image := places.texts.image(figure.span))
        }
        self.tokens = places.texts.new
        self._old_quotations = {
            places.texts.image(quotation.span) for quotation in places.before.top_quotations()
        }
        self.stale: list[Stale] = []

    def quotes(self, quotes: Iterable[Quote]) -> list[Quote]:
        """Those whose words stand; a quote that one goes on from and that is gone is no longer named."""
        found: list[Quote] = []
        for quote in quotes:
            there = self._places.find(quote.anchor)
            cue = quote.cue and self._places.find(quote.cue)
            if there is None:
                self._lost("quote", quote.id, quote.anchor, self._other_quotation(quote.anchor))
                continue
            if (quote.cue and not cue) or not self._places.is_undisturbed(quote.anchor, quote.cue):
                self._tell("quote", quote.id, "surroundings", quote.anchor, there)
            found.append(quote.model_copy(update={"text": there.exact, "anchor": there, "cue": cue}))
        ids = {quote.id for quote in found}
        return [
            quote if quote.continues in ids else quote.model_copy(update={"continues": None})
            for quote in found
        ]

    def _other_quotation(self, anchor: Anchor) -> Anchor | None:
        """The quotation that stands now in the words' place, if the earlier text did not have it as well."""
        near = self._places.closest(anchor)
        quotation = near and self._places.after.quotation_at(near)
        if near is None or quotation is None:
            return near and self._at(near)
        return None if quotation.span in self._old_quotations else self._at(quotation.span)

    def figures(self, figures: Iterable[FigureItem]) -> list[FigureItem]:
        """Those that stand, and are still read alike."""
        found: list[FigureItem] = []
        for figure in figures:
            there = self._places.find(figure.anchor)
            if there is None or not self._is_read_alike(figure, there):
                self._lost("figure", figure.id, figure.anchor, self._instead(figure))
                continue
            if not self._places.is_undisturbed(figure.anchor):
                self._tell("figure", figure.id, "surroundings", figure.anchor, there)
            found.append(figure.model_copy(update={"text": there.exact, "anchor": there}))
        return found

    def _is_read_alike(self, item: FigureItem, there: Anchor) -> bool:
        mark = self._figures.get(span_of(there))
        if mark is None:
            return False
        value, upper = (None if end is None else Decimal(end) for end in (item.value, item.upper))
        read = (None if mark.uncertain else mark.value, mark.comparator, mark.upper, mark.unit)
        return read == (value, item.comparator, upper, item.unit)

    def _instead(self, item: FigureItem) -> Anchor | None:
        """The figure that stands now where one stood, of the same unit if there is one."""
        region = self._places.texts.region(span_of(item.anchor))
        here = [figure for figure in self._places.after.figures_at(region) if self._is_new(figure)]
        here.sort(key=lambda figure: figure.unit != item.unit)
        return self._at(here[0].span) if here else None

    def _is_new(self, figure: Figure) -> bool:
        return figure.span not in self._old_figures

    def positions(self, positions: Iterable[Position], quotes: Iterable[Quote]) -> list[Position]:
        """Those of which at least one place stands, with those of `quotes` that carry them."""
        left = {quote.id for quote in quotes}
        found: list[Position] = []
        for position in positions:
            evidence, support = self._carried("position", position.id, position.evidence, position.support)
            if evidence:
                carrying = [quote for quote in position.quotes if quote in left]
                changes = {"evidence": evidence, "support": support, "quotes": carrying}
                found.append(position.model_copy(update=changes))
        return found

    def headline(self, headline: Headline) -> Headline:
        """The headline, with what stands of its evidence."""
        evidence, support = self._carried("headline", "headline", headline.evidence, headline.support)
        return headline.model_copy(update={"evidence": evidence, "support": support})

    def abstract(self, abstract: Iterable[AbstractSentence]) -> list[AbstractSentence]:
        """The sentences of the abstract, with what stands of their evidence."""
        found: list[AbstractSentence] = []
        for number, sentence in enumerate(abstract, 1):
            item = f"abstract{number}"
            evidence, support = self._carried("abstract", item, sentence.evidence, sentence.support)
            found.append(sentence.model_copy(update={"evidence": evidence, "support": support}))
        return found

    def _carried(
        self, kind: StaleKind, item: str, evidence: Sequence[Anchor], support: Support
    ) -> tuple[list[Anchor], Support]:
        """What stands of the evidence of an item, and what is known of its support after that."""
        found: list[Anchor] = []
        untouched = len(self.stale)
        for anchor in evidence:
            there = self._places.find(anchor)
            if there is None:
                near = self._places.closest(anchor)
                instead = near and self._at(self._places.sentence_at(near))
                self._lost(kind, item, anchor, instead)
                continue
            found.append(there)
            if not self._places.is_undisturbed(anchor):
                self._tell(kind, item, "surroundings", anchor, there)
        if evidence and not found:
            return [], Support(verdict="doubtful", reasons=[*support.reasons, _NOTHING_LEFT])
        if len(self.stale) > untouched and support.verdict == "supported":
            return found, UNCHECKED
        return found, support

    def parties(self, parties: Iterable[Party], needed: set[str]) -> list[Party]:
        """Those that are still named, or needed by other items."""
        found: list[Party] = []
        for party in parties:
            mentions = [there for anchor in party.mentions if (there := self._places.find(anchor))]
            gone = bool(party.mentions) and not mentions
            if gone:
                self._tell("party", party.id, "removed", party.mentions[0], None)
            if not gone or party.id in needed:
                found.append(party.model_copy(update={"mentions": mentions}))
        return found

    def rejected(self, rejected: Iterable[Rejected]) -> list[Rejected]:
        """All of them; where the closest place is gone, without it."""
        found: list[Rejected] = []
        for item in rejected:
            closest = item.closest and self._places.find(item.closest)
            diff = item.diff if closest else []
            found.append(item.model_copy(update={"closest": closest, "diff": diff}))
        return found

    def new_figures(self) -> list[Span]:
        """Those of the later text that the earlier did not have."""
        known = self._known()
        figures = self._figures.values()
        return [figure.span for figure in figures if self._is_new(figure) and not _inside(figure.span, known)]

    def new_quotations(self) -> list[Span]:
        """Those that somebody must have said, and that the earlier text did not have."""
        known = self._known()
        return [
            quotation.span
            for quotation in self._places.after.top_quotations()
            if quotation.form == "statement"
            and quotation.span not in self._old_quotations
            and not _inside(quotation.span, known)
        ]

    def _known(self) -> list[Span]:
        """Places of the later text that are told of already: sentences that moved, items that changed."""
        changed = {
            span_of(item.after)
            for item in self.stale
            if item.after and item.fate == "changed" and item.kind in {"quote", "figure"}
        }
        return sorted({*self._places.sentences.moved.values(), *changed})

    def _at(self, span: Span) -> Anchor:
        return self._places.after.anchor(span)

    def _lost(self, kind: StaleKind, item: str, before: Anchor, instead: Anchor | None) -> None:
        self._tell(kind, item, "changed" if instead else "removed", before, instead)

    def _tell(self, kind: StaleKind, item: str, fate: Fate, before: Anchor, after: Anchor | None) -> None:
        diff = tuple(word_diff(before.exact, after.exact)) if after and fate == "changed" else ()
        self.stale.append(Stale(kind, item, fate, before, after, diff))


def _inside(span: Span, others: Sequence[Span]) -> bool:
    index = bisect_right(others, span.start, key=lambda other: other.start) - 1
    return index >= 0 and others[index].end >= span.end


def needed_parties(
    quotes: Iterable[Quote], figures: Iterable[FigureItem], positions: Iterable[Position]
) -> set[str]:
    """Ids of the parties that items refer to."""
    needed = {party for quote in quotes for party in quote.speakers}
    needed |= {party for figure in figures for party in figure.claimed_by}
    for position in positions:
        needed.update(position.holders, position.toward, [position.told_by] if position.told_by else [])
    return needed


def items_of(summary: Summary) -> set[str]:
    """The ids of all items of a summary."""
    parts = (summary.parties, summary.positions, summary.quotes, summary.figures, summary.framing)
    return {item.id for part in parts for item in part}
