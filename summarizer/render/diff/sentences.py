"""One change as a sentence, in pieces that are to look different, and what stands beside it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from summarizer.comparison.changes import Change, Side
from summarizer.comparison.kinds import KINDS, ChangeKind
from summarizer.text.format_figure import with_groups
from summarizer.text.positions import according_to, joined, lead_in, stance_toward, told_by
from summarizer.text.worddiff import word_diff

Tone = Literal["plain", "who", "before", "after"]
_LONGEST = 4000
"""Characters of a headline or sentence of which a diff in words is made."""
IN_WORDS: tuple[ChangeKind, ...] = ("headline.changed", "abstract.changed", "positions.reworded")
_WITHOUT_CONTEXT = ("quotes.", "speakers.", "sentences.", "parties.", "rejected.", "headline.", "abstract.")
_NOBODY: dict[ChangeKind, str] = {
    "figures.claimant": "the article",
    "figures.unit": "no unit",
    "positions.teller": "nobody else",
}


class Piece(NamedTuple):
    """Words with a tone: `before` is what went, `after` what came."""

    text: str
    tone: Tone = "plain"


def pieces(change: Change) -> Iterator[Piece]:
    """Return a change in words."""
    if change.side.stance is not None:
        yield from _of_position(change)
    elif change.before is None or change.after is None:
        yield from _alone(change.kind, change.side)
    else:
        yield from _of_both(change.kind, change.before, change.after)


def context(change: Change) -> str:
    """Return what the article says at the place, where the change itself does not show it."""
    anchors = change.side.anchors
    if not anchors or change.kind.startswith(_WITHOUT_CONTEXT):
        return ""
    if change.side.stance is not None or change.kind.startswith("support."):
        return " … ".join(anchor.exact for anchor in anchors)
    return f"…{anchors[0].prefix}{anchors[0].exact}{anchors[0].suffix}…"


def _of_both(kind: ChangeKind, before: Side, after: Side) -> Iterator[Piece]:
    if kind in IN_WORDS:
        yield from _word_by_word(before.text, after.text)
    elif kind in {"quotes.narrowed", "quotes.widened"}:
        yield from _part_of_quote(before, after)
    elif kind in {"speakers.added", "speakers.removed"}:
        yield from _company(before, after)
        yield Piece(f": {_quoted(kind, after.text)}")
    elif kind.startswith("support."):
        if after.parties:
            yield from (Piece(joined(after.parties), "who"), Piece(": "))
        yield Piece(after.text)
        yield from _doubts(before, after)
    else:
        if kind in {"parties.kind", "parties.role"}:
            yield from (Piece(joined(after.parties), "who"), Piece(": "))
        yield from _turned(kind, before, after)
        if after.text and not kind.startswith("parties."):
            yield Piece(f": {_quoted(kind, after.text)}")


def _of_position(change: Change) -> Iterator[Piece]:
    kind, before, after = change.kind, change.before, change.after
    if before is None or after is None:
        tone: Tone = "before" if KINDS[kind].section == "lost" else "plain"
        yield from _heading(change.side)
        yield from _statement(change.side, tone)
        return
    if kind in IN_WORDS:
        yield from _heading(after)
        yield Piece(": ")
        yield from _word_by_word(before.text, after.text)
        return
    yield from _position_turned(kind, before, after)
    if kind.startswith("support."):
        yield Piece(f": {after.text}{told_by(after.told_by)}")
        yield from _doubts(before, after)
    else:
        yield from _statement(after, teller=kind != "positions.teller")


def _position_turned(kind: ChangeKind, before: Side, after: Side) -> Iterator[Piece]:
    """What changed of a position, up to its statement."""
    if kind == "positions.reassigned":
        yield from _reassigned(before, after)
    elif kind in {"positions.flipped", "positions.stance", "positions.stance_worded"}:
        yield from (Piece(joined(after.parties), "who"), Piece(": "))
        yield from _turned(kind, before, after)
        yield Piece(_about(after))
    elif kind in {"holders.added", "holders.removed"}:
        yield from _company(before, after)
        yield Piece(f": {_stance(after)}{_about(after)}")
    elif kind == "positions.target":
        yield from (
            Piece(joined(after.parties), "who"),
            Piece(f" {_stance(after, toward=False)}{_about(after)}"),
        )
        yield Piece(", toward ")
        yield from _turned(kind, before, after)
    elif kind == "positions.teller":
        yield from _heading(after)
        yield Piece(", told by ")
        yield from _turned(kind, before, after)
    elif kind == "positions.topic":
        yield from (Piece(joined(after.parties), "who"), Piece(f" {_stance(after)} · "))
        yield from _turned(kind, before, after)
    else:
        yield from _heading(after)


def _reassigned(before: Side, after: Side) -> Iterator[Piece]:
    if before.stance == after.stance:
        yield from _turned("positions.reassigned", before, after)
        yield Piece(f": {_stance(after)}{_about(after)}")
    elif before.stance and after.stance:
        yield Piece(lead_in(before.parties, before.stance, before.toward), "before")
        yield Piece(" → ")
        yield Piece(lead_in(after.parties, after.stance, after.toward), "after")
        yield Piece(_about(after))


def _heading(side: Side) -> Iterator[Piece]:
    """Who holds what: `Hamas demands of Israel · prisoner exchange`."""
    yield from (Piece(joined(side.parties) or "nobody", "who"), Piece(f" {_stance(side)}{_about(side)}"))


def _stance(side: Side, *, toward: bool = True) -> str:
    if side.stance is None:
        return ""
    return stance_toward(side.stance, side.toward if toward else (), several=len(side.parties) > 1)


def _about(side: Side) -> str:
    return f" · {side.topic}" if side.topic else ""


def _statement(side: Side, tone: Tone = "plain", *, teller: bool = True) -> Iterator[Piece]:
    yield from (Piece(": "), Piece(side.text, tone))
    if teller and side.told_by:
        yield Piece(told_by(side.told_by))
    if side.doubt:
        yield Piece(f" [{_doubtful(side.doubt)}]")


def _doubtful(reasons: str) -> str:
    return reasons if reasons == "doubtful" else f"doubtful: {reasons}"


def _doubts(before: Side, after: Side) -> Iterator[Piece]:
    found, tone = (after.doubt, "after") if after.doubt else (before.doubt, "before")
    if found:
        yield from (Piece(" — "), Piece(found, "after" if tone == "after" else "before"))


def _turned(kind: ChangeKind, before: Side, after: Side) -> Iterator[Piece]:
    nobody = _NOBODY.get(kind, "nobody")
    was, now = before.value or nobody, after.value or nobody
    if kind == "figures.value":
        was, now = with_groups(was), with_groups(now)
    yield from (Piece(was, "before"), Piece(" → "), Piece(now, "after"))


def _company(before: Side, after: Side) -> Iterator[Piece]:
    """Those who came to others, or left them: `Egypt, now with Qatar`."""
    if after.value:
        yield from (Piece(joined(before.parties), "who"), Piece(", now with "), Piece(after.value, "after"))
    else:
        yield from (Piece(joined(after.parties), "who"), Piece(", no longer with "))
        yield Piece(before.value or "nobody", "before")


def _part_of_quote(before: Side, after: Side) -> Iterator[Piece]:
    narrowed = before.value is not None
    whole, words = (before, before.value) if narrowed else (after, after.value)
    yield Piece("without " if narrowed else "with ")
    yield Piece(f"“{words}”", "before" if narrowed else "after")
    yield Piece(f": “{whole.text}”")
    if whole.parties:
        yield from (Piece(" "), Piece(joined(whole.parties), "who"))


def _alone(kind: ChangeKind, side: Side) -> Iterator[Piece]:
    tone: Tone = "before" if KINDS[kind].section == "lost" or kind == "abstract.lost" else "plain"
    if kind.startswith("parties."):
        yield Piece(side.value or "", "who")
        yield Piece(f", {side.text}" if side.text else "")
        if side.doubt:
            yield Piece(f" [{_doubtful(side.doubt)}]")
        return
    if kind.startswith("rejected."):
        yield Piece(f"{side.value}: ")
    yield Piece(_quoted(kind, side.text), tone)
    if side.doubt:
        yield Piece(f" [{_doubtful(side.doubt)}]")
    if kind.startswith(("rejected.", "warnings.", "disputes.")):
        return
    if kind.startswith("quotes.") and side.parties:
        yield from (Piece(" "), Piece(joined(side.parties), "who"))
    elif side.value:
        is_figure = kind.startswith("figures.")
        yield Piece(f" — {with_groups(side.value)}" if is_figure else f", {side.value}")
        if is_figure and side.parties:
            yield Piece(f", {according_to(side.parties)}")


def _word_by_word(before: str, after: str) -> Iterator[Piece]:
    if max(len(before), len(after)) > _LONGEST:
        yield from (Piece(before, "before"), Piece(" → "), Piece(after, "after"))
        return
    tones: dict[str, Tone] = {"equal": "plain", "offered": "before", "article": "after"}
    for number, piece in enumerate(word_diff(before, after)):
        if number:
            yield Piece(" ")
        yield Piece(piece.text, tones[piece.op])


def _quoted(kind: ChangeKind, text: str) -> str:
    return f"“{text}”" if kind.startswith(("quotes.", "speakers.")) else text
