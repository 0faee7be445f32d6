"""The figures of a draft, with the reading that marking gives them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from summarizer.analysis import Figure
from summarizer.analysis.places import Marks
from summarizer.draft import CopiedFigure, MarkedFigure
from summarizer.grounding.attribution import Attribution
from summarizer.grounding.completion import ToldFigure
from summarizer.grounding.ledger import Ledger, no_such_mark
from summarizer.grounding.linking import Linker
from summarizer.grounding.location import Locator, NotLocated
from summarizer.grounding.parties import Member
from summarizer.summary import Anchor, FigureItem
from summarizer.text.glyphs import clean


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure of the article that the draft reports.

    `value` is the model's own reading, if it gave one; `told` that the wording tells who claims it.
    """

    mark: Figure
    measures: str
    claimed_by: str | None
    value: Decimal | None = None
    told: bool = False


class FigureFinder:
    """Takes the figures of a draft one by one; each mark is given out once."""

    def __init__(self, marks: Marks, locator: Locator, ledger: Ledger) -> None:
        """Look in `marks` and with `locator`; what is not found goes to `ledger`."""
        self._marks, self._locator, self._ledger = marks, locator, ledger
        self._taken: dict[str, FoundFigure] = {}
        self.repeated: list[FoundFigure] = []

    def name(self, figure: MarkedFigure) -> None:
        """Take a figure that is named by its mark."""
        mark = self._marks.figures.get(figure.figure)
        if mark is None:
            self._ledger.reject("figure", figure.figure, no_such_mark(figure.figure, "figure"))
            return
        told = isinstance(figure, ToldFigure)
        self._take(FoundFigure(mark, clean(figure.measures), figure.claimed_by, told=told))

    def copy(self, figure: CopiedFigure) -> None:
        """Take a figure that is copied: the mark that its words overlap, rather one of the model's value."""
        text, value = clean(figure.text), Decimal(figure.value)
        places = self._locator.occurrences(text)
        if not places:
            self._ledger.reject("figure", text, self._locator.miss(text))
            return
        marks = {mark.id: mark for place in places for mark in self._marks.figures_at(place.span)}
        if not marks:
            miss = NotLocated("not_found", "No number that counts something stands there.", places[0].span)
            self._ledger.reject("figure", text, miss)
            return
        best = min(
            marks.values(),
            key=lambda mark: (value not in {mark.value, mark.upper}, mark.id in self._taken, mark.span),
        )
        self._take(FoundFigure(best, clean(figure.measures), figure.claimed_by, value))

    def found(self) -> list[FoundFigure]:
        """The figures taken, in the order of the article."""
        return sorted(self._taken.values(), key=lambda figure: figure.mark.span)

    def _take(self, figure: FoundFigure) -> None:
        if figure.mark.id in self._taken:
            self.repeated.append(self._taken[figure.mark.id])
        else:
            self._taken[figure.mark.id] = figure


@dataclass(frozen=True)
class FigureWriter:
    """Turns found figures into those of a summary."""

    marks: Marks
    linker: Linker
    attribution: Attribution
    ids: Mapping[Member, str]
    ledger: Ledger

    def write(self, found: Iterable[FoundFigure], repeated: Iterable[FoundFigure]) -> list[FigureItem]:
        """The figures, numbered from f1 in the order of `found`."""
        numbered = {figure.mark.id: f"f{number}" for number, figure in enumerate(found, 1)}
        figures = [self._figure(figure, numbered[figure.mark.id]) for figure in found]
        for figure in repeated:
            item = numbered[figure.mark.id]
            self.ledger.warn("duplicate_item", item, "The model reported this figure more than once.")
        return figures

    def _figure(self, found: FoundFigure, item: str) -> FigureItem:
        mark = found.mark
        if found.value is not None and found.value not in {mark.value, mark.upper}:
            message = f"The model reads {plain(found.value)}, the article says {plain(mark.value)}."
            self.ledger.warn("figure_value_differs", item, message)
        claimant = self._claimant(found, item)
        anchor = Anchor.at(self.marks.text, *mark.span)
        return FigureItem(
            id=item,
            text=anchor.exact,
            anchor=anchor,
            value=plain(mark.value),
            comparator=mark.comparator,
            upper=None if mark.upper is None else plain(mark.upper),
            unit=mark.unit,
            measures=measured(found.measures, anchor.exact),
            claimed_by=self.ids[claimant] if claimant else None,
        )

    def _claimant(self, found: FoundFigure, item: str) -> Member | None:
        """Who gives the number: somebody named in its sentence, or near the quotation that it stands in."""
        linked = self.linker.link(found.claimed_by)
        if linked.offered and not linked.member:
            message = f"The model says {linked.offered!r} claims it, who is no party."
            self.ledger.warn("speaker_unresolved", item, message)
        if linked.member is None or found.told:
            return linked.member
        span = found.mark.span
        quotation = self.marks.quotation_at(span)
        if quotation is not None:
            near = not self.attribution.is_far(span, quotation, linked.member)
        else:
            sentence = self.marks.sentences[found.mark.sentence].span
            near = any(place.span.overlaps(sentence) for place in linked.member.places)
        if not near:
            message = (
                f"The model says {linked.member.name} gives the number, whom its sentence does not name."
            )
            self.ledger.warn("claimant_not_near", item, message)
        return linked.member if near else None


def measured(words: str, figure: str) -> str:
    """What a figure counts, by the model's `words`, without the figure that small models say once more."""
    number, said = figure.split(), words.split()
    for length in range(len(number), 0, -1):
        tail = number[-length:]
        for start in range(len(said) - length + 1):
            if [word.casefold() for word in said[start : start + length]] == [w.casefold() for w in tail]:
                return " ".join(said[:start] + said[start + length :])
    return words


def plain(number: Decimal) -> str:
    """`number` in digits, without exponent and idle zeros behind the point."""
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
