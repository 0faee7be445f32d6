"""What a summary has to admit: everything rejected, and every warning."""

from dataclasses import dataclass, field

from summarizer.analysis.places import Marks
from summarizer.claims import Unknown, Unreadable
from summarizer.grounding.location import NotLocated
from summarizer.summary import Rejected, RejectedKind, SummaryWarning, WarningCode
from summarizer.text.glyphs import clean
from summarizer.text.worddiff import word_diff

SAYS_NOTHING = NotLocated("not_found", "It says nothing.")


@dataclass
class Ledger:
    """Collects rejections and warnings in the order in which grounding meets them."""

    marks: Marks
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[SummaryWarning] = field(default_factory=list)

    def reject(self, kind: RejectedKind, offered: str, miss: NotLocated, *, compare: bool = True) -> None:
        """Note that the article does not have `offered`; with `compare`, how the closest place differs."""
        closest = self.marks.anchor(miss.closest) if miss.closest else None
        diff = word_diff(offered, closest.exact) if closest and compare else []
        self.rejected.append(
            Rejected(
                kind=kind, text=offered, verdict=miss.verdict, reason=miss.reason, closest=closest, diff=diff
            )
        )

    def set_aside(self, item: Unreadable) -> None:
        """Note an item of the answer that could not be read, and so was looked for nowhere."""
        self.rejected.append(
            Rejected(kind=item.kind, text=clean(item.text), verdict="unreadable", reason=clean(item.reason))
        )

    def warn(self, code: WarningCode, item: str | None, message: str) -> None:
        """Note something a careful reader should know about `item`."""
        self.warnings.append(SummaryWarning(code=code, item=item, message=message))


def no_such_mark(place: Unknown) -> NotLocated:
    """The miss of a number that is no mark, or no mark of the wanted kind."""
    number, wanted = place.number, place.wanted
    if place.reason:
        return NotLocated("not_found", place.reason)
    if number[:1] == wanted[0]:
        return NotLocated("not_found", f"The article has no {wanted} {number}.")
    return NotLocated("not_found", f"{number} is not the number of a {wanted}.")
