"""The positions of a draft, with the places that carry them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.draft import CopiedPosition, MarkedPosition
from summarizer.grounding.completion import ArticlePosition
from summarizer.grounding.ledger import Ledger, no_such_mark
from summarizer.grounding.linking import Linker
from summarizer.grounding.location import Located, Locator, NotLocated
from summarizer.grounding.parties import Member
from summarizer.summary import Anchor, Position
from summarizer.text.glyphs import clean


@dataclass(frozen=True)
class PositionWriter:
    """Turns the positions of a draft into those of a summary; rejects those that nothing carries."""

    marks: Marks
    locator: Locator
    linker: Linker
    ids: Mapping[Member, str]
    ledger: Ledger
    _written: dict[tuple[str, str, str], Position] = field(default_factory=dict)

    def write(self, positions: Iterable[MarkedPosition | CopiedPosition]) -> list[Position]:
        """The positions, numbered from o1 in the order of the draft."""
        for position in positions:
            self._write(position)
        return list(self._written.values())

    def _write(self, position: MarkedPosition | CopiedPosition) -> None:
        statement = clean(position.statement)
        linked = self.linker.link(position.party)
        if linked.member is None:
            reason = f"{linked.offered or 'nobody'!r} is no party of the article."
            self.ledger.reject("position", statement, NotLocated("not_found", reason))
            return
        spans = self._carried(statement, position)
        if not spans:
            return
        party = self.ids[linked.member]
        evidence = [Anchor.at(self.marks.text, *span) for span in spans]
        same = (party, position.stance, statement.casefold())
        if same in self._written:
            self._add(same, evidence)
            return
        self._written[same] = Position(
            id=f"o{len(self._written) + 1}",
            party=party,
            stance=position.stance,
            statement=statement,
            wording="article" if isinstance(position, ArticlePosition) else "model",
            evidence=evidence,
        )

    def _add(self, same: tuple[str, str, str], evidence: list[Anchor]) -> None:
        """Join the evidence of a position that the model gives once more."""
        first = self._written[same]
        new = [anchor for anchor in evidence if anchor not in first.evidence]
        self._written[same] = first.model_copy(update={"evidence": [*first.evidence, *new]})
        self.ledger.warn("duplicate_item", first.id, "The model reported this position more than once.")

    def _carried(self, statement: str, position: MarkedPosition | CopiedPosition) -> list[Span]:
        """The places of the evidence; what has none is rejected, the position itself if nothing is left."""
        spans: dict[Span, None] = {}
        misses: list[tuple[str, NotLocated]] = []
        for evidence in map(clean, position.evidence):
            place = self._named(evidence) if isinstance(position, MarkedPosition) else self._copied(evidence)
            if isinstance(place, NotLocated):
                misses.append((evidence, place))
            else:
                spans[place.span] = None
        if spans:
            for evidence, miss in misses:
                self.ledger.reject("position", evidence, miss)
        else:
            offered = "; ".join(evidence for evidence, _ in misses)
            worst = misses[0][1]
            reason = f"Nothing of its evidence stands in the article: {offered}."
            self.ledger.reject(
                "position", statement, NotLocated(worst.verdict, reason, worst.closest), compare=False
            )
        return list(spans)

    def _named(self, ref: str) -> Located | NotLocated:
        sentence = self.marks.sentences.get(ref)
        return Located(sentence.span, "verbatim") if sentence else no_such_mark(ref, "sentence")

    def _copied(self, text: str) -> Located | NotLocated:
        places = self.locator.occurrences(text)
        return places[0] if places else self.locator.miss(text)
