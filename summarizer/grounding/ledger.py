"""What a summary has to admit: everything rejected, and every warning."""

from dataclasses import dataclass, field
from typing import Literal

from summarizer.grounding.location import NotLocated
from summarizer.summary import Anchor, Rejected, SummaryWarning, WarningCode
from summarizer.text.worddiff import word_diff

Kind = Literal["quote", "figure", "position", "party", "alias"]


@dataclass
class Ledger:
    """Collects rejections and warnings in the order in which grounding meets them."""

    text: str
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[SummaryWarning] = field(default_factory=list)

    def reject(self, kind: Kind, offered: str, miss: NotLocated, *, compare: bool = True) -> None:
        """Note that the article does not have `offered`; with `compare`, how the closest place differs."""
        closest = Anchor.at(self.text, *miss.closest) if miss.closest else None
        diff = word_diff(offered, closest.exact) if closest and compare else []
        self.rejected.append(
            Rejected(
                kind=kind, text=offered, verdict=miss.verdict, reason=miss.reason, closest=closest, diff=diff
            )
        )

    def warn(self, code: WarningCode, item: str | None, message: str) -> None:
        """Note something a careful reader should know about `item`."""
        self.warnings.append(SummaryWarning(code=code, item=item, message=message))


def no_such_mark(ref: str, wanted: Literal["quotation", "figure", "sentence"]) -> NotLocated:
    """The miss of a reference that is no mark, or no mark of the wanted kind."""
    if ref[:1] == wanted[0]:
        return NotLocated("not_found", f"The article has no {wanted} {ref}.")
    return NotLocated("not_found", f"{ref} is not the number of a {wanted}.")
