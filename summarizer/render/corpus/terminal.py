"""Views for a person at a terminal."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from summarizer.comparison.corpus.conflicts import Conflict, Contradiction
from summarizer.comparison.corpus.reversals import Reversal
from summarizer.comparison.corpus.timeline import Moment
from summarizer.render import paragraph
from summarizer.render.corpus.rows import Answer
from summarizer.store import STATEMENTS, Counted, Held, Quoted, Where
from summarizer.text.format_figure import grouped, shown, spoken
from summarizer.text.ids import short_id
from summarizer.text.positions import according_to, joined, stance_toward, told_by
from summarizer.text.printable import followable

if TYPE_CHECKING:
    from rich.console import Console

_CLAIMS_SHOWN = 3


def print_view(answers: Iterable[Answer], console: "Console") -> None:
    """Print answers as they come, those of one article under its title."""
    for number, (_, together) in enumerate(groupby(answers, key=_together)):
        if number:
            console.print()
        for place, one in enumerate(together):
            if place == 0 and isinstance(one, Quoted | Held | Counted):
                paragraph(console, *_headed(one.where), hang=2)
            _show(one, console)


def _together(one: Answer) -> object:
    return id(one) if isinstance(one, Conflict | Moment) else one.where.summary


def _show(one: Answer, console: "Console") -> None:
    match one:
        case Quoted():
            _quoted(one, console)
        case Held():
            _held(one, console)
        case Counted():
            _counted(one, console)
        case Conflict():
            _conflict(one, console)
        case Moment():
            _moment(one, console)


def placed(where: Where) -> str:
    """Site and name of an article, and whether its summary is by the rules alone."""
    alone = "by the rules alone" if where.is_by_rules else ""
    return " · ".join(filter(None, (where.site, where.name, alone)))


def _headed(where: Where) -> list[tuple[str, str]]:
    return [
        (where.dated.isoformat(), "cyan"),
        ("  ", ""),
        (placed(where), "bold"),
        (f"  {_id(where)}{_link(where)}", "dim"),
    ]


def _link(where: Where) -> str:
    url = followable(where.url)
    return f"  {url}" if url else ""


def _id(where: Where) -> str:
    return short_id(where.summary)


def _words(quote: Quoted) -> tuple[str, str]:
    return (f"“{spoken(quote.text)}”", "green") if quote.in_marks else (quote.text, "green")


def _quoted(one: Quoted, console: "Console") -> None:
    narrated = [] if one.in_marks else [("not in quotation marks: ", "yellow")]
    paragraph(console, *narrated, _words(one), indent=2, hang=1)
    cue = f", {one.cue}" if one.cue else ""
    kind = "" if one.kind == "speech" else f" · {one.kind}"
    facts = f"{cue}{kind} · {one.verdict} · {one.where.item}"
    paragraph(console, ("— ", "dim"), (speakers(one), "cyan"), (facts, "dim"), indent=4, hang=2)
    if one.support == "doubtful":
        _doubted(one.doubts, console)


def speakers(one: Quoted) -> str:
    """Return who says the words of a quote."""
    if one.speakers:
        return joined(one.speakers)
    return "speaker not settled" if one.kind in STATEMENTS else "nobody’s words"


def _held(one: Held, console: "Console") -> None:
    paragraph(console, *_stand(one, one.holders), indent=2, hang=2)
    if one.support == "doubtful":
        _doubted(one.doubts, console)
    for passage in one.evidence:
        paragraph(console, (passage.text, "dim italic"), indent=4, hang=2)


def _doubted(reasons: Sequence[str], console: "Console") -> None:
    words = ": ".join(filter(None, ("doubtful", " ".join(reasons))))
    paragraph(console, (words, "yellow"), indent=4, hang=2)


def _stand(one: Held, holders: Sequence[str]) -> list[tuple[str, str]]:
    """Return whose position it is, with stance and target in front of what it says."""
    topic = f" · {one.topic}" if one.topic else ""
    return [
        (f"{joined(holders)} ", "cyan"),
        (stance(one), "yellow"),
        (f"{topic}{told_by(one.told_by)}", "dim"),
        (f": {one.statement}", ""),
        (f" {one.where.item}", "dim"),
    ]


def stance(one: Held) -> str:
    """Return the stance of a position with those it is toward."""
    return stance_toward(one.stance, one.toward, several=len(one.holders) > 1)


def claimants(one: Counted) -> str:
    """Return who gives a figure."""
    return joined(one.claimants) or "the article itself"


def _counted(one: Counted, console: "Console") -> None:
    claimed = f", {according_to(one.claimants)}" if one.claimants else ""
    kind = f" · {one.kind}" if one.kind else ""
    paragraph(
        console,
        (one.text, "bold magenta"),
        (f" {one.measures}" if one.measures else "", ""),
        (claimed, "cyan"),
        (f" — {shown(one)}{kind}", "dim"),
        (f" {one.where.item}", "dim"),
        indent=2, hang=2,
    )  # fmt: skip
    if one.doubts:
        _doubted(one.doubts, console)


def _conflict(one: Conflict, console: "Console") -> None:
    paragraph(console, (counted_thing(one), "bold"))
    for place, side in enumerate(one.sides):
        paragraph(
            console, (f"{chr(65 + place % 26)}  ", "cyan"), (shown(side.reading), "bold magenta"), indent=2
        )
        for claim in side.claims[:_CLAIMS_SHOWN]:
            where = f", {claim.where.dated}, {placed(claim.where)} {_id(claim.where)}{_link(claim.where)}"
            paragraph(
                console, (f"“{claim.text}” ", "green"), (claimants(claim), "cyan"), (where, "dim"),
                indent=5, hang=2,
            )  # fmt: skip
        if len(side.claims) > _CLAIMS_SHOWN:
            paragraph(console, (f"and {len(side.claims) - _CLAIMS_SHOWN} more", "dim"), indent=5)
    for why in one.why[: _CLAIMS_SHOWN * 2]:
        left, right = (chr(65 + place % 26) for place in why.sides)
        paragraph(console, (f"{left} against {right}: {explained(why)}", "dim"), indent=2, hang=2)


def counted_thing(one: Conflict) -> str:
    """What a conflict is about."""
    return f"{one.measures} ({one.unit})" if one.unit else one.measures


def explained(why: Contradiction) -> str:
    """Why two sides are called conflicting, in a sentence."""
    left, right = (_range(*ends) for ends in why.ranges)
    days = f"{why.days_apart} day{'' if why.days_apart == 1 else 's'} apart" if why.days_apart else "same day"
    apart = "in one article" if why.same_article else days
    shared = ", ".join((*why.shared_measure, *why.shared_context[:4]))
    later = "; one claimant, so perhaps a later count" if why.same_claimant and why.days_apart else ""
    return f"{left} leaves out {right}; {apart}; both speak of {shared}{later}"


def _range(low: str | None, high: str | None) -> str:
    if low is None or high is None:
        return f"{grouped(high or '')} or less" if low is None else f"{grouped(low)} or more"
    return grouped(low) if low == high else f"{grouped(low)} to {grouped(high)}"


def _moment(one: Moment, console: "Console") -> None:
    held = one.position
    day = (f"{one.day}  ", "cyan")
    if held is None:
        paragraph(console, day, (f"{joined(one.parties)} ", "bold"), ("said", "yellow"), hang=12)
    else:
        paragraph(console, day, *_stand(held, one.parties), hang=12)
    for quote in one.quotes:
        paragraph(console, _words(quote), indent=12, hang=1)
    if one.reverses:
        then = one.reverses
        paragraph(
            console, (f"{reversal(then).upper()} ", "bold red"), (f"{then.where.dated}, ", "red"),
            (f"{earlier(then)}: ", "red"), (then.statement, ""), (f"  {_id(then.where)}", "dim"),
            indent=12, hang=2,
        )  # fmt: skip
    copies = f"; and {one.copies} more article{'' if one.copies == 1 else 's'}" if one.copies else ""
    place = f"{placed(one.where)}{copies}  {_id(one.where)}{_link(one.where)}"
    paragraph(console, (place, "dim"), indent=12, hang=2)


def reversal(then: Reversal) -> str:
    """Return what to call a reversal; only the same topic makes it one without a perhaps."""
    return "reversal" if then.by == "topic" else "perhaps a reversal"


def earlier(then: Reversal) -> str:
    """Return the stance that was reversed: `supports · river treaty (told by Badran)`."""
    topic = f" · {then.topic}" if then.topic else ""
    return f"{stance_toward(then.stance, then.toward)}{topic}{told_by(then.told_by)}"
