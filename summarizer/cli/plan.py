"""`summarizer plan`."""

import shlex
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import asking, opening, output
from summarizer.text.ids import short_id

if TYPE_CHECKING:
    from summarizer.batch.regeneration import Estimate, Plan, Range

CHANGES = 3
"""Exit code of --exit-code where there is something to do; 2 is for calls that are off."""
_MINUTE, _HOUR = 60, 3600
_SHOWN = 6

EXAMPLE = """\
\b
Examples:
  summarizer plan --prompt summary@3
  summarizer plan --prompt summary@3 --from summary@1 --since 2024-11-01 --json
  summarizer plan --prompt summary@3 --exit-code || echo 'something is stale'
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=EXAMPLE, short_help="What a changed recipe makes stale, and what it would cost.")(plan)


def plan(
    prompt: asking.Prompt = None,
    model: asking.Model = None,
    base_url: asking.BaseUrl = None,
    check: asking.Check = None,
    check_base_url: asking.CheckBaseUrl = None,
    prompts: asking.Prompts = None,
    price: asking.Price = None,
    language: asking.Language = None,
    made_by: opening.MadeBy = None,
    every: opening.Every = False,  # noqa: FBT002 - a flag
    party: opening.Party = None,
    since: opening.Since = None,
    concurrency: Annotated[
        int, typer.Option(min=1, metavar="N", help="Articles at once, for the time it takes.")
    ] = 1,
    store: opening.Url = None,
    exit_code: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--exit-code", help="Exit with 3 if there is something to do.")
    ] = False,
    json: output.Json = False,  # noqa: FBT002 - a flag
) -> None:
    """Say what of the store another prompt, model or analysis has made stale, and what it takes to redo it.

    No model is asked or loaded, and nothing is changed. Articles count by their newest text.
    """
    from summarizer.client import Summarizer
    from summarizer.prompts import prompt_or_path
    from summarizer.store import Selection

    with (
        opening.opened(store) as kept,
        Summarizer(
            model=model, base_url=base_url, check=check, check_base_url=check_base_url,
            prompt=prompt and prompt_or_path(prompt), prompts=prompts,
            price=price,
            language=language, store=kept,
        ) as summarizer,
    ):  # fmt: skip
        selection = Selection(party=party, since=since, prompt=made_by)
        found = summarizer.plan(selection=selection, every=every, jobs=concurrency)
        output.note_choice(summarizer.choice)
        if json:
            from summarizer import render

            output.write(render.facts_as_json(as_facts(found)), None)
        else:
            given = {
                "--prompt": prompt, "--model": model, "--base-url": base_url, "--check": check,
                "--check-base-url": check_base_url, "--prompts": prompts,
                "--price": price, "--language": language, "--from": made_by, "--party": party,
                "--since": since, "--store": store and _shown(store, kept.address),
            }  # fmt: skip
            _print(found, [*_words(given), *(["--all"] if every else [])])
    if exit_code and found.to_do:
        raise typer.Exit(CHANGES)


def _words(given: Mapping[str, object]) -> list[str]:
    """The options that were given, for another call; no URL that may hold a password."""
    from summarizer.llm import shown

    told = {name: str(value) for name, value in given.items() if value is not None}
    for option in ("--base-url", "--check-base-url"):
        if option in told and shown(told[option]) != told[option]:
            del told[option]
    return [word for pair in told.items() for word in pair]


def _shown(store: str, address: str) -> str:
    """The URL of a store, without a password."""
    return store if store.startswith("sqlite:") else address


def as_facts(found: "Plan") -> dict[str, Any]:
    """The plan as scripts read it: what it takes beside the counts."""
    facts = found.model_dump(mode="json", exclude={"estimate"})
    nothing = {"low": 0, "high": 0}
    told = found.estimate and found.estimate.model_dump(mode="json")
    return facts | (
        told or {"tokens": nothing | {"input": nothing, "output": nothing}, "cost_usd": nothing,
                 "seconds": nothing, "basis": "nothing to ask"}
    )  # fmt: skip


def _print(found: "Plan", options: list[str]) -> None:
    from summarizer.text.printable import printable

    def say(text: str = "", indent: int = 0) -> None:
        typer.echo(" " * indent + printable(text))

    if not found.current + found.to_do + found.failed:
        say(
            "Nothing to do: nothing is stored yet that this is about; summarizer summarize makes a beginning."
        )
        return
    for name, number in found.reasons.items():
        say(f"{name.replace('_', ' ')}: {number:,} stale", 2)
        for change in [one for one in found.changes if one.reason == name][:_SHOWN]:
            say(f"{change.was} → {change.now}: {change.articles:,}", 4)
    for example in found.examples:
        why = ", ".join(name.replace("_", " ") for name in example.reasons) or "no summary yet"
        digits = short_id(example.summary or example.article)
        say(f"e.g. {digits} {example.title or 'untitled'} — {why}; {example.action}", 2)
    if found.examples:
        say()
    for line in (*in_sentences(found), *_remarks(found)):
        say(line)
    if found.to_do:
        say(f"Next: summarizer regenerate {shlex.join(options)} --sample 3")


def _remarks(found: "Plan") -> Iterator[str]:
    """What stands behind the last line."""
    if found.estimate is not None:
        yield f"Drawn from {found.estimate.basis}."
    if found.replayed is not None:
        told = found.replayed
        yield f"Replay: of {told.looked_at} looked at, {told.identical} would be asked the very same again."
    if found.replayable_by:
        own = " or ".join(f"--prompt {prompt}" for prompt in found.replayable_by)
        yield f"Replies in another draft format cannot be replayed; with {own} they may, for free."


def last_line(found: "Plan") -> str:
    """The plan in a sentence, as Terraform ends one."""
    failed = f", {found.failed:,} failed for good" if found.failed else ""
    if not found.to_do:
        return f"Nothing to do: {found.current:,} current{failed}."
    if not found.stale + found.missing:
        return f"Plan: {found.unchecked:,} to check, {found.current:,} current{failed}."
    ways = [
        f"{number:,} {words}"
        for number, words in (
            (found.ask, "ask the model" if found.recipe.asks_model else "by the rules"),
            (found.replay, "replay for free"), (found.edited, "edited"),
        )
        if number
    ]  # fmt: skip
    redo = f"{found.stale:,} to redo" + (f" ({', '.join(ways)})" if ways else "")
    line = f"Plan: {redo}, {found.missing:,} missing, {found.current:,} current{failed}."
    told = found.estimate
    if told is None:
        return f"{line} No tokens."
    cost = "price unknown; --price 0.15/0.60" if told.cost_usd is None else _dollars(told.cost_usd)
    time = "time unknown" if told.seconds is None else _time(told.seconds)
    return f"{line} {_span(told.tokens, lambda tokens: f'{tokens:,.0f}')} tokens, {cost}, {time}."


def in_sentences(found: "Plan") -> Iterator[str]:
    """The plan in a sentence, and the check in another where one is wanted."""
    yield last_line(found)
    if found.check_estimate is not None:
        yield _check_line(found, found.check_estimate)


def _check_line(found: "Plan", told: "Estimate") -> str:
    """What the check takes, beside all else."""
    cost = "price unknown; SUMMARIZER_CHECK_PRICE" if told.cost_usd is None else _dollars(told.cost_usd)
    time = "time unknown" if told.seconds is None else _time(told.seconds)
    tokens = _span(told.tokens, lambda tokens: f"{tokens:,.0f}")
    new = found.stale + found.missing
    which = f"{found.unchecked:,} current and unchecked" + (f", {new:,} once they are made" if new else "")
    return f"Check: {which}. {tokens} tokens, {cost}, {time}; drawn from {told.basis}."


def _span(found: "Range", shown: Callable[[float], str]) -> str:
    """From low to high, or from low on."""
    return f"at least {shown(found.low)}" if found.high is None else f"{shown(found.low)}–{shown(found.high)}"


def _dollars(cost: "Range") -> str:
    most = cost.low if cost.high is None else cost.high
    if not most:
        return "free of charge"
    digits = 2 if most >= 0.1 else 4  # noqa: PLR2004 - cents are enough from here on
    return _span(cost, lambda told: f"${told:,.{digits}f}")


def _time(seconds: "Range") -> str:
    most = seconds.low if seconds.high is None else seconds.high
    units = ((_HOUR, "h"), (_MINUTE, "min"))
    unit, name = next((one for one in units if most >= 3 * one[0]), (1, "s"))
    return f"about {_span(seconds, lambda told: f'{told / unit:,.0f}')} {name}"
