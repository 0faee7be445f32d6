"""What works of a set-up and what does not: settings, model, endpoint, store, extras, prompts."""

import importlib.metadata
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from summarizer import llm, settings
from summarizer.client.choice import ModelChoice, choose_model, default_prompt, local_path
from summarizer.client.connection import Connection
from summarizer.drafts import AbstractDraft
from summarizer.errors import StoreMissing, SummarizerError
from summarizer.llm import Answer, Endpoint
from summarizer.prompts import Prompt, PromptLibrary
from summarizer.summary import Tokens

if TYPE_CHECKING:
    from summarizer.prompts import Message

DISTRIBUTION = "anchored-summarizer"
_NOT_FOR_USERS = frozenset({"test", "bench"})
_LISTED = 20
_MILLION = Tokens(input=1_000_000, output=0, cached=0), Tokens(input=0, output=1_000_000, cached=0)
_PROBE: "list[Message]" = [
    {"role": "system", "content": "Write a headline and an abstract of one sentence for the news."},
    {"role": "user", "content": "The ferry to Holm stayed in port on Monday, the harbour office said."},
]


@dataclass(frozen=True, slots=True)
class Section:
    """Facts about one thing; `problem` is what is wrong with it, if anything is."""

    name: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    problem: SummarizerError | None = None


def diagnose(
    *,
    model: str | None = None,
    base_url: str | None = None,
    store: str | None = None,
    prompts: Path | None = None,
    sends: bool = True,
) -> Iterator[Section]:
    """Yield what can be said of a set-up, a section at a time; no key is in any of them.

    Args:
        model: as for `Summarizer`.
        base_url: as for `Summarizer`.
        store: URL of the store; None takes SUMMARIZER_STORE, else the one in the user's data folder.
        prompts: folder of prompts laid over the shipped ones.
        sends: whether to send one small request to the model.
    """
    yield _section("environment", _environment)
    try:
        choice = choose_model(model, base_url=base_url)
    except SummarizerError as error:
        yield Section("model", {}, error)
    else:
        yield from _of_model(choice, prompts, sends=sends)
    yield _section("store", lambda: _store(store))
    yield _section("prompts", lambda: _prompts(prompts))
    yield _section("extras", _extras)


def _section(name: str, facts: Callable[[], Mapping[str, Any]]) -> Section:
    try:
        return Section(name, facts())
    except SummarizerError as error:
        return Section(name, {}, error)


def _environment() -> dict[str, Any]:
    found = settings.load()
    set_to: dict[str, Any] = {}
    for name, variable in zip(settings.Settings.model_fields, settings.variables(), strict=True):
        value = getattr(found, name)
        if value is not None:
            is_url = name == "store" or name.endswith("base_url")
            hidden = isinstance(value, SecretStr)
            set_to[variable] = "set" if hidden else llm.shown(value) if is_url else str(value)
    return {
        "set": set_to,
        "unknown": settings.unknown(),
        "not_set": sorted({*settings.variables()} - {*set_to}),
    }


def _of_model(choice: ModelChoice, prompts: Path | None, *, sends: bool) -> Iterator[Section]:
    found = settings.load()
    connection = Connection(choice, context=found.context, price=found.price)
    try:
        yield _section("model", lambda: _model(choice, connection))
        if choice.is_none:
            return
        if not choice.is_local:
            yield _section("endpoint", lambda: _endpoint(choice, connection))
        if sends:
            yield _section("request", lambda: connection.wait(_request, connection, choice, prompts))
    finally:
        connection.close()


def _model(choice: ModelChoice, connection: Connection) -> dict[str, Any]:
    price = connection.known_price()
    costs = price and [_plain(price.cost(tokens)) for tokens in _MILLION]
    facts: dict[str, Any] = {
        "model": choice.model,
        "by_default": choice.by_default,
        "base_url": choice.base_url and llm.shown(choice.base_url),
        "key": "set" if choice.api_key else "not set",
        "class": "small" if default_prompt(choice) == "small" else "able",
        "prompt": default_prompt(choice),
        "usd_per_million_tokens": dict(zip(("input", "output"), costs, strict=True)) if costs else None,
    }
    if choice.is_local:
        facts["file"] = str(local_path(choice.model))
    return facts


def _endpoint(choice: ModelChoice, connection: Connection) -> dict[str, Any]:
    endpoint = Endpoint(choice.model, choice.base_url, choice.api_key)
    llm.ensure_askable(endpoint)
    names = llm.served_models(endpoint)
    return {
        "models": names and [endpoint.quoted(name) for name in names[:_LISTED]],
        "number_of_models": names and len(names),
        "lists_the_model": names
        and choice.model in {*names, *(name.removesuffix(":latest") for name in names)},
        "context": connection.wait(_context, connection),
    }


async def _context(connection: Connection) -> int | None:
    return await (await connection.model()).context()


async def _request(connection: Connection, choice: ModelChoice, prompts: Path | None) -> dict[str, Any]:
    prompt: Prompt = PromptLibrary(prompts or settings.load().prompts).get(default_prompt(choice))
    model = await connection.model()
    answer: Answer = await model.ask(_PROBE, draft=AbstractDraft, parameters=prompt.parameters)
    return {
        "answered": True,
        "seconds": round(answer.seconds, 2),
        "requests": answer.attempts,
        "tokens": answer.tokens.model_dump(),
        "learnt": list(model.learnt),
        "repaired": [flag.message for flag in answer.flags if flag.code == "output_repaired"],
    }


def _store(url: str | None) -> dict[str, Any]:
    from summarizer.store import Store

    try:
        with Store.open(url or settings.load().store, create=False) as kept:
            found = kept.stats()
    except StoreMissing as error:
        return {"there": False, "hint": str(error)}
    return {
        "there": True,
        "address": found.address,
        "version": found.version,
        "articles": found.articles,
        "summaries": found.summaries,
    }


def _prompts(folder: Path | None) -> dict[str, Any]:
    folder = folder or settings.load().prompts
    library = PromptLibrary(folder)
    names: dict[str, list[int]] = {}
    for name, version in library.paths():
        names.setdefault(name, []).append(version)
    return {"folder": folder and str(folder), "versions": names}


def _extras() -> dict[str, Any]:
    """Which extras there are, and the versions of their packages; None for one that is not installed."""
    try:
        wanted = importlib.metadata.requires(DISTRIBUTION) or []
    except importlib.metadata.PackageNotFoundError:
        return {}
    found: dict[str, dict[str, str | None]] = {}
    for line in wanted:
        named = re.match(r"([A-Za-z0-9._-]+).*extra == ['\"](\w+)['\"]", line)
        if named and named[2] not in _NOT_FOR_USERS:
            found.setdefault(named[2], {})[named[1]] = _version(named[1])
    return found


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _plain(cost: Decimal) -> str:
    return f"{cost.normalize():f}"
