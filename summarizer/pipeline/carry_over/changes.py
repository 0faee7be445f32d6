"""What an edit of an article means for a summary of it, as data."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summarizer.summary import Anchor, DiffPiece, Summary

StaleKind = Literal["quote", "figure", "position", "party", "headline", "abstract"]
Fate = Literal["removed", "changed", "surroundings"]

LEAST_KEPT = 0.1
"""Share of the earlier text that a later one keeps if it is the same article; less is what any two share."""


@dataclass(frozen=True, slots=True)
class Stale:
    """An item of the summary that does not stand as it did.

    `removed`: its words are gone. `changed`: others stand in their place, `after`, and `diff` goes from the
    old words (`offered`) to the new ones (`article`). `surroundings`: its words stand, at `after`, but not
    the sentence around them, so that who says it, or what it counts, may be another. A position is stale once
    for each of its places that is; it is left out where none stands. So are the headline, as `headline`, and
    the sentences of the abstract, as `abstract1` and so on; they stay, doubtful where nothing of their
    evidence stands. A party is stale where no mention stands.
    """

    kind: StaleKind
    item: str
    fate: Fate
    before: Anchor
    after: Anchor | None = None
    diff: tuple[DiffPiece, ...] = ()


@dataclass(frozen=True, slots=True)
class Reanchored:
    """A summary carried over from an earlier text of its article to a later one, and what that leaves open.

    `summary` has every item whose words stand, with its id, and `stale` those that do not stand as they did:
    each item is in one of the two, or in both. Anchors in `gone_sentences` and `Stale.before` are places of
    the earlier text, all others of the later one. Quotations and figures are new that the earlier text did
    not have and that do not replace a stale one. `kept` is the share of the earlier text's words that the
    later one has in runs of four or more, or in sentences that stand.
    """

    summary: Summary
    stale: tuple[Stale, ...] = ()
    new_quotations: tuple[Anchor, ...] = ()
    new_figures: tuple[Anchor, ...] = ()
    new_sentences: tuple[Anchor, ...] = ()
    gone_sentences: tuple[Anchor, ...] = ()
    moved_sentences: int = 0
    retitled: bool = False
    kept: float = 1.0
    complete: bool = True
    """Whether nothing has to be asked: the summary says of the later text what it said of the earlier.

    So it is if all items stand in sentences that stand, no sentence, quotation or figure is new or gone, none
    stands elsewhere, and the title is the same; white space, the glyphs of quotation marks and dashes, and
    typing errors in sentences that no item cites do not count. `verify` agrees with such a summary.
    """

    @property
    def is_another_article(self) -> bool:
        """Whether the texts share so little that one replaced the other, as in a file used again."""
        return self.kept < LEAST_KEPT

    def of(self, kind: StaleKind, fate: Fate) -> Iterator[Stale]:
        """The stale items of a kind with one fate."""
        return (item for item in self.stale if (item.kind, item.fate) == (kind, fate))
