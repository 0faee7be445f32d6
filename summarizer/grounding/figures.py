"""The figures that are claimed, with the reading that analysis gives them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from summarizer.analysis import Figure
from summarizer.analysis.places import Marks
from summarizer.claims import ById, Copied, FigureClaim, Unknown, Who
from summarizer.grounding.attribution import Attribution
from summarizer.grounding.ledger import Ledger, no_such_mark
from summarizer.grounding.linking import Linker
from summarizer.grounding.location import Locator, NotLocated
from summarizer.grounding.parties import Member
from summarizer.summary import FigureItem
from summarizer.text.glyphs import clean

_UNCERTAIN = (
    "A word beside the number may say millions or a range; too little is known of the language to tell."
)


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure of the article, and what is claimed of it."""

    mark: Figure
    claim: FigureClaim


class FigureFinder:
    """Takes the figures that are claimed one by one; each mark is given out once."""

    def __init__(self, marks: Marks, locator: Locator, ledger: Ledger) -> None:
        """Look in `marks` and with `locator`; what is not found goes to `ledger`."""
        self._marks, self._locator, self._ledger = marks, locator, ledger
        self._by_place = {figure.span: figure for figure in marks.figures.values()}
        self._taken: dict[str, FoundFigure] = {}
        self.repeated: list[FoundFigure] = []

    def take(self, claim: FigureClaim) -> None:
        """Take a figure, or say why it is none; one that counts nothing is passed over."""
        place = claim.place
        if claim.kind == "none":
            return
        if isinstance(place, Unknown):
            self._ledger.reject("figure", place.number, no_such_mark(place))
        elif isinstance(place, Copied):
            self._search(clean(place.text), claim)
        else:
            self._take(FoundFigure(self._by_place[place], claim))

    def found(self) -> list[FoundFigure]:
        """The figures taken, in the order of the article."""
        return sorted(self._taken.values(), key=lambda figure: figure.mark.span)

    def _search(self, text: str, claim: FigureClaim) -> None:
        """Take a figure that is copied: the mark that its words overlap, rather one of the model's value."""
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
            key=lambda mark: (claim.value not in {mark.value, mark.upper}, mark.id in self._taken, mark.span),
        )
        self._take(FoundFigure(best, claim))

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
        mark, claim = found.mark, found.claim
        if mark.uncertain:
            self.ledger.warn("figure_uncertain", item, _UNCERTAIN)
        elif claim.value is not None and claim.value not in {mark.value, mark.upper}:
            message = f"The model reads {plain(claim.value)}, the article says {plain(mark.value)}."
            self.ledger.warn("figure_value_differs", item, message)
        claimants = [self._claimant(found, who, item) for who in claim.claimed_by]
        anchor = self.marks.anchor(mark.span)
        return FigureItem(
            id=item,
            text=anchor.exact,
            anchor=anchor,
            value=None if mark.uncertain else plain(mark.value),
            comparator=mark.comparator,
            upper=None if mark.upper is None else plain(mark.upper),
            unit=mark.unit,
            kind=None if claim.kind == "none" else claim.kind,
            measures=measured(clean(claim.measures), anchor.exact),
            claimed_by=list(dict.fromkeys(self.ids[member] for member in claimants if member)),
        )

    def _claimant(self, found: FoundFigure, who: Who, item: str) -> Member | None:
        """Who gives the number; whoever is only named by a name has to stand near it."""
        linked = self.linker.link(who)
        if linked.offered and not linked.member:
            message = f"The model says {linked.offered!r} claims it, who is no party."
            self.ledger.warn("speaker_unresolved", item, message)
        if linked.member is None or found.claim.claimant_origin == "rule" or isinstance(who, ById):
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
