"""A change in words: the same on a terminal, in Markdown and in HTML."""

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from summarizer.comparison.changes import Change, Changes, Side
from summarizer.comparison.kinds import KINDS, SECTIONS, ChangeKind
from summarizer.comparison.totals import Changelog, CoverageChange, Unpaired
from summarizer.text.ids import short_id
from summarizer.text.worddiff import word_diff

Tone = Literal["plain", "who", "before", "after"]
_LONGEST = 4000
"""Characters of a headline or abstract of which a diff in words is made."""
_NAMED = 5
_IN_WORDS: tuple[ChangeKind, ...] = ("headline.changed", "abstract.changed", "positions.reworded")
_SURE = 0.0001


class Piece(NamedTuple):
    """Words with a tone: `before` is what went, `after` what came."""

    text: str
    tone: Tone = "plain"


class Told(NamedTuple):
    """A change in words; `context` is what the article says there."""

    label: str
    pieces: list[Piece]
    context: str
    mixed: bool = False
    """Whether words that went, that came and that stayed stand side by side."""


def told(changes: Changes, *, reworded: bool) -> Iterator[tuple[str, list[Told]]]:
    """Sections with the changes in them, in the order of a release note."""
    shown = [change for change in changes.items if reworded or change.kind != "positions.reworded"]
    for section, some in groupby(shown, key=lambda change: KINDS[change.kind].section):
        yield SECTIONS[section], _together([_tell(change) for change in some])


def _tell(change: Change) -> Told:
    mixed = change.kind in _IN_WORDS
    return Told(KINDS[change.kind].one, list(_pieces(change)), _context(change), mixed)


def _together(some: list[Told]) -> list[Told]:
    """What reads the same, once."""
    found: dict[tuple[Piece | str, ...], list[Told]] = {}
    for one in some:
        found.setdefault((one.label, *one.pieces), []).append(one)
    return [
        same[0]._replace(pieces=[*same[0].pieces, Piece(f", {len(same)} times")])
        if len(same) > 1
        else same[0]
        for same in found.values()
    ]


def _pieces(change: Change) -> Iterator[Piece]:
    before, after = change.before, change.after
    if before is None or after is None:
        yield from _alone(change.kind, change.side)
    elif change.kind in _IN_WORDS:
        if before.party:
            yield from (Piece(before.party, "who"), Piece(": "))
        yield from _word_by_word(before.text, after.text)
    elif change.kind in {"quotes.narrowed", "quotes.widened"}:
        yield from _part_of_quote(before, after)
    else:
        if change.kind == "positions.flipped" and after.party:
            yield from (Piece(after.party, "who"), Piece(": "))
        yield Piece(before.value or _nobody(change.kind), "before")
        yield Piece(" → ")
        yield Piece(after.value or _nobody(change.kind), "after")
        if after.text and not change.kind.startswith("parties."):
            yield Piece(f": {_quoted(change.kind, after.text)}")


def _part_of_quote(before: Side, after: Side) -> Iterator[Piece]:
    narrowed = before.value is not None
    whole, words = (before, before.value) if narrowed else (after, after.value)
    yield Piece("without " if narrowed else "with ")
    yield Piece(f"“{words}”", "before" if narrowed else "after")
    yield Piece(f": “{whole.text}”")
    if whole.party:
        yield from (Piece(" "), Piece(whole.party, "who"))


def _alone(kind: ChangeKind, side: Side) -> Iterator[Piece]:
    tone: Tone = "before" if KINDS[kind].section == "lost" else "plain"
    if kind.startswith("positions."):
        yield from (Piece(side.party or "nobody", "who"), Piece(": "))
        yield Piece(f"{side.value}: ")
        yield Piece(side.text, tone)
        return
    if kind.startswith("parties."):
        yield Piece(side.value or "", "who")
        yield Piece(f", {side.text}" if side.text else "")
        return
    if kind.startswith("rejected."):
        yield Piece(f"{side.value}: ")
    yield Piece(_quoted(kind, side.text), tone)
    if kind.startswith(("rejected.", "warnings.")):
        return
    if kind.startswith("quotes.") and side.party:
        yield from (Piece(" "), Piece(side.party, "who"))
    elif side.value:
        yield Piece(f", {side.value}" if not kind.startswith("figures.") else f" — {side.value}")
        if kind.startswith("figures.") and side.party:
            yield from (Piece(", says "), Piece(side.party, "who"))


def _word_by_word(before: str, after: str) -> Iterator[Piece]:
    if max(len(before), len(after)) > _LONGEST:
        yield from (Piece(before, "before"), Piece(" → "), Piece(after, "after"))
        return
    tones: dict[str, Tone] = {"equal": "plain", "offered": "before", "article": "after"}
    for number, piece in enumerate(word_diff(before, after)):
        if number:
            yield Piece(" ")
        yield Piece(piece.text, tones[piece.op])


def _nobody(kind: ChangeKind) -> str:
    names: dict[ChangeKind, str] = {"figures.claimant": "the article", "figures.unit": "no unit"}
    return names.get(kind, "nobody")


def _quoted(kind: ChangeKind, text: str) -> str:
    return f"“{text}”" if kind.startswith(("quotes.", "speakers.")) else text


def _context(change: Change) -> str:
    """What the article says at the place, where the change itself does not show it."""
    anchors = change.side.anchors
    if not anchors or change.kind.startswith(("quotes.", "speakers.", "sentences.", "parties.", "rejected.")):
        return ""
    if change.kind.startswith("positions."):
        return " … ".join(anchor.exact for anchor in anchors)
    return f"…{anchors[0].prefix}{anchors[0].exact}{anchors[0].suffix}…"


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
