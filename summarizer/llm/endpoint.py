"""What a call of a model is made of: where it goes, how far it may go, what comes back."""

from dataclasses import dataclass, field
from typing import Literal, Self, get_args
from urllib.parse import urlsplit

from summarizer.drafts import AnyDraft
from summarizer.errors import UsageError
from summarizer.llm.prices import Price, listed_price
from summarizer.llm.wording import quoted, secrets_in, shown
from summarizer.summary import Tokens

EXAMPLE = "http://127.0.0.1:8080/v1"
OPENAI = "https://api.openai.com/v1"
MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model, and the OpenAI-compatible server that runs it; `base_url` None is OpenAI itself."""

    model: str
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    context: int | None = None
    """Tokens that fit into one request, question and answer together, where its user or host says so."""
    price: Price | None = None
    """What its tokens cost, where its user or host says so; see `known_price`."""
    streams: bool = False
    """Whether it is known to send answers piece by piece if asked to."""

    def __repr__(self) -> str:
        """Without the key, and without a password in the URL."""
        return f"Endpoint(model={self.model!r}, base_url={self.shown_url!r}, context={self.context!r})"

    def quoted(self, text: str) -> str:
        """What the endpoint said, fit for a message: one short line without its key and passwords."""
        return quoted(text, self.api_key, *secrets_in(self.url))

    @property
    def shown_url(self) -> str | None:
        """The base URL as others may see it: without a user name or password in it."""
        return self.base_url and shown(self.base_url)

    @property
    def known_price(self) -> Price | None:
        """What its tokens cost: as said, else by the list of `genai-prices`; None where nobody knows."""
        return self.price or listed_price(self.model, self.url)

    @property
    def url(self) -> str:
        """The base URL in use."""
        return self.base_url or OPENAI


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one `Model.ask` may go. None of this can change what the model answers."""

    deadline: float = 900.0
    """Seconds by the wall clock for one `ask`, waits and retries included, but not the wait for a place among
    others that ask; a model on a CPU needs minutes."""
    connect: float = 5.0
    """Seconds for one connection to come about."""
    read: float = 600.0
    """Seconds without a byte; an endpoint that does not stream is silent until its answer is whole."""
    attempts: int = 4
    """Requests for the same thing while the endpoint is down; fewer where a repeat helps little."""
    busy_attempts: int = 8
    """Requests for the same thing while the endpoint says that it is asked too often."""
    backoff: float = 0.5
    """Seconds before the first retry; doubled each time, with jitter."""
    backoff_cap: float = 8.0
    """Seconds that the doubling stops at."""
    longest_wait: float = 120.0
    """Seconds; an endpoint that asks for more ends the call, to be taken up later."""
    all_waits: float = 300.0
    """Seconds that one `ask` waits between its requests, all waits together."""
    reply_bytes: int = 8 * MEBIBYTE
    """The most a reply may have once decompressed; no draft comes near it."""

    @classmethod
    def of(cls, *, timeout: float | None, retry_wait: float | None) -> Self:
        """The limits of somebody who sets the deadline, or the wait before the first retry, in seconds."""
        usual = cls()
        deadline = usual.deadline if timeout is None else timeout
        backoff = usual.backoff if retry_wait is None else retry_wait
        return cls(deadline=deadline, backoff=backoff, backoff_cap=16 * backoff)


FlagCode = Literal["output_repaired", "schema_fallback", "parameter_refused"]
FLAG_CODES: frozenset[str] = frozenset(get_args(FlagCode))


@dataclass(slots=True)
class Meter:
    """What several questions cost together, those included that ended in an error."""

    tokens: Tokens = field(default_factory=lambda: Tokens(input=0, output=0, cached=0))
    attempts: int = 0
    seconds: float = 0.0
    possibly_billed: int = 0
    """Requests that broke off after they were sent; their tokens are not known."""

    def add(self, tokens: Tokens, *, attempts: int, seconds: float, possibly_billed: int = 0) -> None:
        """Count one question."""
        self.tokens += tokens
        self.attempts += attempts
        self.seconds += seconds
        self.possibly_billed += possibly_billed


@dataclass(frozen=True, slots=True)
class Flag:
    """Something about how the answer came that its reader should know."""

    code: FlagCode
    message: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A draft, and what it took to get it."""

    draft: AnyDraft
    raw: str
    """The model's text as it came, a Markdown fence included."""
    tokens: Tokens
    """As the endpoint counted them, over all attempts; zero where it does not count."""
    attempts: int
    """Requests sent, the successful one included."""
    seconds: float
    """From the first request to the last reply."""
    flags: tuple[Flag, ...]
    possibly_billed: int = 0
    """Requests among the attempts that broke off after they were sent; their tokens are not known."""


def ensure_base_url(url: str) -> None:
    """Refuse what is no base URL, and say what to write instead.

    Raises:
        UsageError: if requests could not go there.
    """
    name = "".join(one if one.isprintable() else "?" for one in shown(url))
    if "://" not in url:
        raise UsageError(f"{name!r} is no base URL; say how it is reached: http://{name}")
    if not url.isprintable() or " " in url:
        raise UsageError(f"{name!r} is no base URL, as it holds a space or a control character")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise UsageError(
            f"{name!r} is no base URL: brackets stand around an IPv6 address, as in http://[::1]:8080/v1"
        ) from None
    try:
        _ = parts.port
    except ValueError:
        raise UsageError(f"{name!r} is no base URL: its port is no number up to 65535") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(f"{name!r} is no base URL; give one such as {EXAMPLE}")
