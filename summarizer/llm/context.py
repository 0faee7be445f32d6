"""How much fits into one request: what a server says of itself, what it says in a refusal, what is known."""

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from summarizer.llm.endpoint import Endpoint

PATIENCE = 5.0
"""Seconds for each of the questions below; none of them is worth waiting for."""

_TOKENS = r"(\d{1,3}(?:,\d{3}){1,2}|\d{1,9})(?!,?\d)"
_MOST = 10**9
"""Nobody serves more; a number beyond it is a mistake."""
_CONTEXT = re.compile(
    rf"maximum context (?:length|size|window)\D{{0,20}}{_TOKENS}|context size \({_TOKENS} tokens\)|"
    rf"> {_TOKENS} maximum",
    re.IGNORECASE,
)
_MESSAGES = re.compile(
    rf"{_TOKENS} in (?:the messages|your prompt)|messages resulted in {_TOKENS} tokens|"
    rf"request \({_TOKENS} tokens\)|prompt is too long: {_TOKENS} tokens|"
    rf"prompt contains (?:at least )?{_TOKENS}",
    re.IGNORECASE,
)
_MODEL_SAYS = ("n_ctx", "max_model_len", "loaded_context_length", "context_length", "max_context_length")
"""llama.cpp, vLLM, LM Studio as loaded; then what the model could do at best: OpenRouter and others."""


@dataclass(frozen=True, slots=True)
class Excess:
    """What a refusal says: how many tokens fit, and how many the messages had."""

    context: int | None = None
    tokens: int | None = None

    @classmethod
    def of(cls, error: Mapping[str, Any]) -> "Excess":
        """What llama.cpp puts beside its message."""
        return cls(_positive(error.get("n_ctx")), _positive(error.get("n_prompt_tokens")))

    def or_in(self, message: str) -> "Excess":
        """These numbers, and where they are missing those that the endpoint's words name."""
        return Excess(
            self.context or _number(_CONTEXT, message),
            self.tokens or _number(_MESSAGES, message),
        )


class Get(Protocol):
    """How to read the JSON at a URL; None where there is none."""

    def __call__(self, url: str, *, seconds: float) -> Awaitable[Any]:
        """Read it, within so many seconds."""


async def ask(get: Get, endpoint: Endpoint) -> int | None:
    """What the server behind an endpoint says of the context it serves the model with.

    llama.cpp has the size of one slot under `/props`, Ollama that of a loaded model under `/api/ps`; others
    list it with the model. Where several speak, the one that is running counts, not what it was trained on.
    """
    base = endpoint.url.rstrip("/")
    root = base.removesuffix("/v1")
    questions: list[tuple[str, Callable[[Any, str], int | None]]] = [
        (f"{root}/props", _in_props),
        (f"{base}/models", _in_models),
        (f"{root}/api/ps", _in_processes),
    ]
    for url, read in questions:
        said = read(await get(url, seconds=PATIENCE), endpoint.model)
        if said is not None:
            return said
    return None


def of_hosted(endpoint: Endpoint) -> int | None:
    """The context of a hosted model, by the list that `genai-prices` carries; no network is used."""
    from genai_prices.data_snapshot import get_snapshot  # a quarter of a second

    try:
        _, model = get_snapshot().find_provider_model(endpoint.model, None, None, endpoint.url)
    except LookupError:
        return None
    return _positive(model.context_window)


def _in_props(body: Any, _: str) -> int | None:
    settings = body.get("default_generation_settings") if isinstance(body, dict) else None
    return _positive(settings.get("n_ctx")) if isinstance(settings, dict) else None


def _in_models(body: Any, model: str) -> int | None:
    for entry in _entries(body, "data"):
        if entry.get("id") == model:
            meta = entry.get("meta")
            said = {**entry, **meta} if isinstance(meta, dict) else entry
            sizes = [size for name in (*_MODEL_SAYS, "n_ctx_train") if (size := _positive(said.get(name)))]
            return sizes[0] if sizes else None
    return None


def _in_processes(body: Any, model: str) -> int | None:
    for entry in _entries(body, "models"):
        if model in {entry.get("name"), entry.get("model")}:
            return _positive(entry.get("context_length"))
    return None


def _entries(body: Any, name: str) -> Iterator[Mapping[str, Any]]:
    found = body.get(name) if isinstance(body, dict) else None
    yield from (entry for entry in found if isinstance(entry, dict)) if isinstance(found, list) else ()


def _positive(value: Any) -> int | None:
    return value if type(value) is int and 0 < value <= _MOST else None


def _number(pattern: re.Pattern[str], message: str) -> int | None:
    found = pattern.search(message)
    said = next(filter(None, found.groups()), None) if found else None
    return _positive(int(said.replace(",", ""))) if said else None
