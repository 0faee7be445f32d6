"""A change in words: the same on a terminal, in Markdown and in HTML."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from summarizer.comparison.changes import Change, Changes
from summarizer.comparison.kinds import KINDS, SECTIONS, ChangeKind
from summarizer.comparison.totals import Changelog, CoverageChange, Unpaired
from summarizer.render.diff import sentences
from summarizer.render.diff.sentences import IN_WORDS, Piece
from summarizer.text.ids import short_id

_NAMED = 5
_SURE = 0.0001


class Told(NamedTuple):
    """A change in words; `context` is what the article says there."""

    label: str
    pieces: list[Piece]
    context: str
    mixed: bool
    """Whether words that went, that came and that stayed stand side by side."""
    before: list[str]
    """Ids of the items that it is about, in the summary before."""
    after: list[str]

    @property
    def ids(self) -> str:
        """Such as `o1 → o3`; `o1 →` if lost, `→ o3` if new."""
        before, after = ", ".join(self.before), ", ".join(self.after)
        return f"{before} → {after}".strip() if before or after else ""


def told(changes: Changes, *, reworded: bool) -> Iterator[tuple[str, list[Told]]]:
    """Sections with the changes in them, in the order of a release note."""
    shown = [change for change in changes.items if reworded or change.kind != "positions.reworded"]
    for section, some in groupby(shown, key=lambda change: KINDS[change.kind].section):
        yield SECTIONS[section], list(_context_once(_together([_tell(change) for change in some])))


def _tell(change: Change) -> Told:
    return Told(
        label=KINDS[change.kind].one,
        pieces=list(sentences.pieces(change)),
        context=sentences.context(change),
        mixed=change.kind in IN_WORDS,
        before=change.before.items if change.before else [],
        after=change.after.items if change.after else [],
    )


def _context_once(some: list[Told]) -> Iterator[Told]:
    """The same changes; what the article says stands under the first of several at one place."""
    shown = ""
    for one in some:
        yield one._replace(context="") if one.context == shown else one
        shown = one.context


def _together(some: list[Told]) -> list[Told]:
    """What reads the same, once."""
    found: dict[tuple[Piece | str, ...], list[Told]] = {}
    for one in some:
        found.setdefault((one.label, *one.pieces), []).append(one)
    return [
        same[0]._replace(
            pieces=[*same[0].pieces, Piece(f", {len(same)} times")],
            before=[item for one in same for item in one.before],
            after=[item for one in same for item in one.after],
        )
        if len(same) > 1
        else same[0]
        for same in found.values()
    ]


def counted(kind: ChangeKind, number: int) -> str:
    """Such as `3 quotes lost`."""
    return f"{number:,} {KINDS[kind].one if number == 1 else KINDS[kind].many}"


def in_short(changes: Changes) -> str:
    """All changes of an article in a line."""
    return ", ".join(counted(kind, number) for kind, number in changes.counts.items())


def scope(found: Changelog) -> list[str]:
    """Of what the comparison is, in a line or three."""
    noun = "article" if found.articles == 1 else "articles"
    lines = [f"{found.articles:,} {noun} on both sides, {found.changed:,} changed in meaning or coverage"]
    for name, side in (("before", found.sides.only_before), ("after", found.sides.only_after)):
        if side.number:
            lines.append(f"only {name}: {side.number:,} ({_names(side)})")
    return lines


def _names(side: Unpaired) -> str:
    more = f" and {side.number - _NAMED:,} more" if side.number > _NAMED else ""
    return ", ".join(_short(name) for name in side.named[:_NAMED]) + more


def _short(name: str) -> str:
    """An article's id, as people see it."""
    return short_id(name) if name.startswith("sha256:") else name


def coverage_cells(name: str, coverage: CoverageChange) -> list[str]:
    """A row of the table of coverage: name, before, after, difference, articles up and down, p."""
    if coverage.difference is None or coverage.low is None or coverage.high is None:
        return [name, "–", "–", "–", "", "", ""]
    star = " *" if coverage.significant else ""
    return [
        name,
        f"{coverage.before:.3f}",
        f"{coverage.after:.3f}",
        f"{coverage.difference:+.3f} [{coverage.low:+.3f}, {coverage.high:+.3f}]{star}",
        f"{coverage.up:,}",
        f"{coverage.down:,}",
        _p_value(coverage.p_value),
    ]


COVERAGE_HEADS = ("reported share of", "before", "after", "difference", "up", "down", "p")
COVERAGE_NOTE = (
    "In brackets 95% intervals of the paired difference, by bootstrap over the articles; * leaves 0 out. "
    "up, down: articles; p by the sign test."
)


def _p_value(value: float | None) -> str:
    if value is None:
        return ""
    return f"<{_SURE}" if value < _SURE else f"{value:.4f}"
