"""The list of commands in groups, and what completes on the command line."""

from itertools import groupby
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.store import Store


PANELS = {
    "Summarise": ("summarize", "batch", "mark"),
    "Read what is stored": ("list", "show", "search", "quotes", "positions", "figures", "timeline"),
    "Check and correct": ("verify", "review"),
    "Change prompts and models": ("prompts", "plan", "regenerate", "diff", "evaluate"),
    "Keep and set up": ("export", "import", "forget", "store", "models", "doctor", "schemas"),
}
"""The list of commands, in groups and in the order in which a user asks for them; others come last."""
EPILOG = """\
\b
Example: summarizer summarize article.txt

\b
Exit codes:
  0   done
  1   an article failed, a summary does not hold, or nothing was found
  2   invalid usage
  3   plan --exit-code: there is something to do
  65  the input is no article
  69  the model cannot be reached, or refuses
  75  stopped, can be resumed
  78  a setting, a prompt or the store is wrong

\b
Environment, of which doctor shows what is set:
  OPENAI_API_KEY, OPENAI_BASE_URL     the endpoint and its key
  SUMMARIZER_MODEL, _STORE, _PROMPTS  where --model, --store, --prompts are not given
  SUMMARIZER_CONTEXT, _PRICE          of a model that does not say
  SUMMARIZER_TIMEOUT, _RETRY_WAIT     seconds
  SUMMARIZER_PROCESSES                of a batch, at most
  SUMMARIZER_CHECK_BASE_URL, _CHECK_API_KEY, _CHECK_PRICE
"""
_MOST = 200
_COMPLETION = {"--install-completion", "--show-completion"}


class Root(TyperGroup):
    """The program: its commands are listed in groups."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        """Name the commands in the order of the panels."""
        listed = [name for names in PANELS.values() for name in names if name in self.commands]
        return [*listed, *(name for name in self.commands if name not in listed)]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write a section for each panel."""
        widest = max(map(len, self.commands))
        panel_of = {name: panel for panel, names in PANELS.items() for name in names}
        for panel, names in groupby(self.list_commands(ctx), lambda name: panel_of.get(name, "Other")):
            rows = [
                (name.ljust(widest), self.commands[name].get_short_help_str(formatter.width - 6 - widest))
                for name in names
            ]
            with formatter.section(panel):
                formatter.write_dl(rows)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Refuse a word behind an option that would install completion without reading it."""
        for option in _COMPLETION.intersection(args):
            following = args[args.index(option) + 1 :]
            if following:
                raise typer.BadParameter(
                    f"takes no value: it is for the shell it is called from; got {following[0]!r}",
                    ctx=ctx,
                    param_hint=f"'{option}'",
                )
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run a command; an invalid value is told without the words of the library that found it."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise


def prompts(incomplete: str) -> list[str]:
    """Complete the name of a prompt, with its version or without."""
    from summarizer.prompts import PromptLibrary

    known = [(name, f"{name}@{version}") for name, version in PromptLibrary().paths()]
    names = dict.fromkeys([*(name for name, _ in known), *(reference for _, reference in known)])
    return [name for name in names if name.startswith(incomplete)]


def models(incomplete: str) -> list[str]:
    """Complete the names of models that mean something everywhere."""
    return [name for name in ("local", "none") if name.startswith(incomplete)]


def stored(incomplete: str) -> list[str]:
    """Complete the short id of a stored summary."""
    from summarizer.text.ids import short_id

    ids = _from_store(lambda store: [short_id(one.id) for one in store.listing(limit=_MOST)])
    return [one for one in ids if one.startswith(incomplete)]


def parties(incomplete: str) -> list[str]:
    """Complete the name of a party of the store, once its first letters are there."""
    words = incomplete.strip("\"'")
    return _from_store(lambda store: [one.name for one in store.called(f"{words}*")]) if words else []


def _from_store(ask: "Callable[[Store], list[str]]") -> list[str]:
    """What the default store says; nothing where there is none, for a completion has nowhere to complain."""
    from summarizer.cli import opening
    from summarizer.errors import SummarizerError

    try:
        with opening.opened(None) as store:
            return ask(store)
    except SummarizerError:
        return []
