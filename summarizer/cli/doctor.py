"""`summarizer doctor`: whether a set-up works, before anything is asked of it in earnest."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import asking, opening, output

if TYPE_CHECKING:
    from summarizer.client.diagnosis import Section


class Format(StrEnum):
    """How the findings are written."""

    PRETTY = "pretty"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Example: summarizer doctor --base-url http://127.0.0.1:8080/v1",
        short_help="Check model, endpoint, store and settings.",
    )(doctor)


def doctor(
    model: asking.Model = None,
    base_url: asking.BaseUrl = None,
    store: opening.Url = None,
    prompts: asking.Prompts = None,
    no_request: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--no-request", help="Send no request to the model; its list of models is read.")
    ] = False,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option(help="Default: pretty on a terminal, json in a pipe.")
    ] = None,
) -> None:
    """Check that model, endpoint, store and settings work: one small request is sent, nothing is stored.

    Shows what the endpoint was found to take, what it costs and how much it reads at once. No key is shown.
    The exit code is that of the first thing that does not work.
    """
    from summarizer import render
    from summarizer.client.diagnosis import diagnose

    wants_json = output.shape(Format, format) is Format.JSON
    sections: list[Section] = []
    for section in diagnose(
        model=model, base_url=base_url, store=store, prompts=prompts, sends=not no_request
    ):
        sections.append(section)
        if not wants_json:
            output.write("".join(f"{line}\n" for line in _lines(section)), None)
    if wants_json:
        output.write(render.facts_as_json({one.name: _facts(one) for one in sections}), None)
    wrong = [one.problem for one in sections if one.problem is not None]
    for problem in wrong:
        output.note(f"error: {problem}")
    if wrong:
        raise typer.Exit(wrong[0].exit_code)


def _facts(section: "Section") -> dict[str, Any]:
    problem = section.problem
    told = problem and {"error": type(problem).__name__, "message": str(problem)}
    return {"works": problem is None, **section.facts, **({"problem": told} if told else {})}


def _lines(section: "Section") -> Iterator[str]:
    from summarizer.text.printable import printable

    yield f"{section.name}: {'works' if section.problem is None else 'does not work'}"
    told = {name.replace("_", " "): _said(value) for name, value in section.facts.items()}
    if section.problem is not None:
        told["problem"] = str(section.problem)
    for name, said in told.items():
        if said:
            yield f"  {printable(f'{name}: {said}')}"


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{name} {_said(one) or '-'}" for name, one in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)
