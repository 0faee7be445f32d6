"""`summarizer plan`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import asking, opening, output

if TYPE_CHECKING:
    from summarizer.regeneration import Plan, Range

CHANGES = 3
"""Exit code of --exit-code where there is something to do; 2 is for calls that are off."""
_DIGITS = 12
_MINUTE, _HOUR = 60, 3600
_SHOWN = 6

EXAMPLE = """\
Examples:

  summarizer plan --prompt summary@3

  summarizer plan --prompt summary@3 --from summary@1 --since 2024-11-01 --json

  summarizer plan --prompt summary@3 --exit-code || echo 'something is stale'
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=EXAMPLE, short_help="What a changed recipe makes stale, and what it would cost.")(plan)


def plan(
    prompt: Annotated[str, typer.Option(help="The target's prompt, as name or name@version.")] = "summary",
    model: asking.Model = None,
    base_url: asking.BaseUrl = None,
    prompts: asking.Prompts = None,
    price: asking.Price = None,
    language: asking.Language = None,
    made_by: opening.MadeBy = None,
    every: opening.Every = False,  # noqa: FBT002 - a flag
    party: opening.Party = None,
    since: opening.Since = None,
    concurrency: Annotated[int, typer.Option(min=1, help="Articles at once, for the time it takes.")] = 1,
    store: opening.Url = None,
    exit_code: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--exit-code", help="Exit with 3 if there is something to do.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Say what of the store another prompt, model or marking has made stale, and what it takes to redo it.

    No model is asked or loaded, and nothing is changed. Articles count by their newest text.
    """
    from summarizer import export
    from summarizer.library import Summarizer

    with (
        opening.opened(store) as kept,
        Summarizer(
            model=model, base_url=base_url, prompt=prompt, prompts=prompts, price=price, language=language,
            store=kept,
        ) as summarizer,
    ):  # fmt: skip
        selection = opening.selection(party, since, made_by)
        found = summarizer.plan(selection=selection, every=every, jobs=concurrency)
        output.note_choice(summarizer.choice)
        if json:
            output.write(export.facts_as_json(as_facts(found)), None)
        else:
            _print(found, prompt)
    if exit_code and found.to_do:
        raise typer.Exit(CHANGES)


def as_facts(found: "Plan") -> dict[str, Any]:
    """The plan as scripts read it: what it takes beside the counts."""
    facts = found.model_dump(mode="json", exclude={"estimate"})
    nothing = {"low": 0, "high": 0}
    told = found.estimate and found.estimate.model_dump(mode="json")
    return facts | (
        told or {"tokens": nothing | {"input": nothing, "output": nothing}, "cost_usd": nothing,
                 "seconds": nothing, "basis": "nothing to ask"}
    )  # fmt: skip


def _print(found: "Plan", prompt: str) -> None:
    from summarizer import export

    console = output.console()

    def say(text: str = "", indent: int = 0) -> None:
        console.print(" " * indent + export.printable(text), soft_wrap=True)

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
        digits = (example.summary or example.article.removeprefix("sha256:"))[:_DIGITS]
        say(f"e.g. {digits} {example.title or 'untitled'} — {why}; {example.action}", 2)
    if found.examples:
        say()
    say(last_line(found))
    if found.estimate is not None:
        say(f"Drawn from {found.estimate.basis}.")
    if found.replayed is not None:
        told = found.replayed
        say(f"Replay: of {told.looked_at} looked at, {told.identical} would be asked the very same again.")
    if found.to_do:
        say(f"Next: summarizer regenerate --prompt {prompt} --sample 3")


def last_line(found: "Plan") -> str:
    """The plan in a sentence, as Terraform ends one."""
    failed = f", {found.failed:,} failed for good" if found.failed else ""
    if not found.to_do:
        return f"Nothing to do: {found.current:,} current{failed}."
    ways = [
        f"{number:,} {words}"
        for number, words in (
            (found.ask, "ask the model"), (found.replay, "replay for free"), (found.edited, "edited"),
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
    return f"{line} {told.tokens.low:,.0f}–{told.tokens.high:,.0f} tokens, {cost}, {time}."


def _dollars(cost: "Range") -> str:
    if not cost.high:
        return "free of charge"
    digits = 2 if cost.high >= 0.1 else 4  # noqa: PLR2004 - cents are enough from here on
    return f"${cost.low:,.{digits}f}–{cost.high:,.{digits}f}"


def _time(seconds: "Range") -> str:
    for unit, name in ((_HOUR, "h"), (_MINUTE, "min")):
        if seconds.high >= 3 * unit:
            return f"about {seconds.low / unit:,.0f}–{seconds.high / unit:,.0f} {name}"
    return f"about {seconds.low:,.0f}–{seconds.high:,.0f} s"
