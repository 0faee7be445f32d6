"""Every error this package raises on purpose.

    SummarizerError                     exit code 1
    ├── UsageError                      2   the call's words are off
    │   ├── UnknownPrompt
    │   ├── UnknownRun
    │   └── ReferenceAmbiguous
    ├── NotAnArticle                    65  the input holds no article
    │   ├── ArticleNotFound
    │   ├── ArticleUnreadable
    │   ├── ArticleEmpty
    │   ├── ArticleBinary
    │   ├── ArticleTooLong
    │   ├── ManyArticles
    │   ├── AddressRefused
    │   ├── PageUnavailable
    │   └── PageHasNoArticle
    ├── NotASummary                     65  the file is no summary of ours
    ├── NotInStore                      1   the store knows no such summary or article
    ├── ReplyError                      1   no draft came of what the model answered
    │   ├── DeadlineExceeded
    │   ├── ReplyInvalid
    │   ├── ReplyTruncated
    │   ├── ReplyEmpty
    │   ├── ReplyRefused
    │   ├── ReplyTooLarge
    │   └── ReplyTooDear
    ├── Unforeseen                      1   an article met a fault of ours
    ├── ContextExceeded                 1   the article does not fit the model
    ├── ModelUnavailable                69  nothing can be asked of this model
    │   ├── EndpointUnreachable
    │   │   └── EndpointDown
    │   ├── KeyRefused
    │   ├── UnknownModel
    │   ├── RequestRefused
    │   │   └── EveryRequestRefused
    │   ├── Redirected
    │   └── ModelFileCorrupt
    ├── Stopped                         75  can be resumed later
    │   ├── RateLimited
    │   ├── QuotaExhausted
    │   ├── DeadlineReached
    │   ├── OutputFailed
    │   ├── StoreBusy
    │   ├── StoreFull
    │   ├── StoreLost
    │   ├── NotStored
    │   ├── ArticleClaimed
    │   ├── BudgetSpent
    │   └── Interrupted
    └── ConfigurationError              78
        ├── PromptMalformed
        ├── ReleasedPromptChanged
        ├── CorpusMalformed
        ├── StoreAddressWrong
        ├── StoreMissing
        ├── StoreUnreachable
        ├── StoreDenied
        ├── StoreCorrupt
        ├── StoreForeign
        ├── StoreOlder
        ├── StoreNewer
        ├── RunMalformed
        └── ExtraMissing

What an error means for a run over many articles stands with its class: `stops_the_run`, or else the article
alone fails, and `retriable` says whether the same article may fare better another time. One article fails by
NotAnArticle, NotASummary, NotInStore, ReplyError, ContextExceeded, EndpointUnreachable and RequestRefused;
too many of the last two in a row are EndpointDown and EveryRequestRefused. These and all others stop the run.

Each carries its facts as attributes, and its message is one line that says what to do next. Numbers follow
`sysexits.h` where it has one.
"""

from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, Literal

PageShape = Literal["login wall", "index", "empty shell", "too short"]
"""What a page can be that is no article."""


class SummarizerError(Exception):
    """Base of all errors of this package."""

    exit_code: ClassVar[int] = 1
    """What the command line returns for it."""
    stops_the_run: ClassVar[bool] = True
    """Whether no other article would fare better now; else one article has failed, and a run goes on."""
    retriable: bool = True
    """Whether the same article may fare better another time; else only a changed one, or another recipe."""


class UsageError(SummarizerError):
    """The call asks for something that cannot be."""

    exit_code = 2
    retriable = False


class UnknownPrompt(UsageError):
    """No prompt of that name or version lies in any prompt folder."""

    def __init__(self, *, name: str, version: int | None = None, available: list[str]) -> None:
        self.name, self.version, self.available = name, version, available
        wanted = name if version is None else f"{name}@{version}"
        known = ", ".join(available) or "none"
        super().__init__(f"there is no prompt {wanted!r}; known: {known}")


class UnknownRun(UsageError):
    """No kept run of an evaluation is meant by that name, or more than one."""

    def __init__(self, *, name: str, found: list[str], available: list[str]) -> None:
        self.name, self.found, self.available = name, found, available
        if found:
            super().__init__(f"{name!r} may be any of {', '.join(found)}; name one of them")
        else:
            super().__init__(
                f"there is no run {name!r} of these articles; kept: {', '.join(available) or 'none'}"
            )


class ReferenceAmbiguous(UsageError):
    """The beginning of an id fits more than one."""


class Unforeseen(SummarizerError):
    """An article met a fault of this package's own; `cause` is the exception."""

    stops_the_run = False

    def __init__(self, cause: Exception) -> None:
        self.cause = cause
        super().__init__(f"{type(cause).__name__}: a fault of this program; please report it")


class NotAnArticle(SummarizerError):
    """The input cannot be read as an article; `source` names it, `problem` says why."""

    exit_code = 65
    stops_the_run = False
    retriable = False

    def __init__(self, source: str, problem: str) -> None:
        self.source, self.problem = source, problem
        super().__init__(f"{source}: {problem}")


class ArticleNotFound(NotAnArticle):
    """No file lies at that path."""


class ArticleUnreadable(NotAnArticle):
    """The path is a directory, or may not be read."""


class ArticleEmpty(NotAnArticle):
    """There is nothing but white space."""


class ArticleBinary(NotAnArticle):
    """The bytes are no text."""


class ArticleTooLong(NotAnArticle):
    """The input is longer than an article may be."""


class ManyArticles(NotAnArticle):
    """The input is a feed, or JSON Lines: many articles where one is asked for."""


class AddressRefused(NotAnArticle):
    """The link, or the address it leads to, is none that pages are fetched from."""


class PageUnavailable(NotAnArticle):
    """The page cannot be had; `status` is the server's HTTP status, if it gave one.

    `passing` says whether a later try may fare better, as after a timeout or a server's error, not a 404.
    """

    def __init__(
        self, source: str, problem: str, *, status: int | None = None, passing: bool = False
    ) -> None:
        self.status, self.passing, self.retriable = status, passing, passing
        super().__init__(source, problem)


class PageHasNoArticle(NotAnArticle):
    """The page was read, and what it shows is no article; `shape` says what it is instead."""

    def __init__(self, source: str, problem: str, *, shape: "PageShape") -> None:
        self.shape = shape
        super().__init__(source, problem)


class NotASummary(SummarizerError):
    """A file that should hold a summary does not."""

    exit_code = 65
    stops_the_run = False
    retriable = False

    def __init__(self, source: str, problem: str) -> None:
        self.source = source
        super().__init__(f"{source}: {problem}")


class NotInStore(SummarizerError):
    """The store holds no summary or article of that id, path or URL."""

    stops_the_run = False
    retriable = False


class ReplyError(SummarizerError):
    """No summary can be made of what the model answered."""

    stops_the_run = False


class DeadlineExceeded(ReplyError):
    """The model did not come to the end of its answer in time."""


class ReplyInvalid(ReplyError):
    """The answer is not JSON of the asked-for shape, also after it was told so once."""


class ReplyTruncated(ReplyError):
    """The answer ran into the token limit before it ended."""


class ReplyEmpty(ReplyError):
    """The answer holds no text."""


class ReplyRefused(ReplyError):
    """The model or its provider declined to answer."""

    retriable = False


class ReplyTooLarge(ReplyError):
    """The answer has more bytes than any answer should."""


class ReplyTooDear(ReplyError):
    """Another request for the article would cost more than was set aside for it."""


class ContextExceeded(SummarizerError):
    """A request is longer than the model's context.

    `context` is how many tokens fit, `tokens` how many the messages had, as far as the endpoint says so.
    """

    stops_the_run = False
    retriable = False

    def __init__(self, message: str, *, context: int | None = None, tokens: int | None = None) -> None:
        self.context, self.tokens = context, tokens
        super().__init__(message)


class ModelUnavailable(SummarizerError):
    """The model cannot be asked anything."""

    exit_code = 69


class EndpointUnreachable(ModelUnavailable):
    """No answer comes from the base URL, or only server errors."""

    stops_the_run = False


class EndpointDown(EndpointUnreachable):
    """So many requests in a row had no answer that no more are sent for now."""

    stops_the_run = True


class KeyRefused(ModelUnavailable):
    """The endpoint does not accept the API key."""


class UnknownModel(ModelUnavailable):
    """The endpoint, or this machine, has no model of that name."""


class RequestRefused(ModelUnavailable):
    """The endpoint refuses the request as such; asking again would not help."""

    stops_the_run = False
    retriable = False


class EveryRequestRefused(RequestRefused):
    """So many requests in a row were refused in the same words that no article can be the reason."""

    stops_the_run = True
    retriable = True


class Redirected(ModelUnavailable):
    """The endpoint points elsewhere; the article is not sent to another host."""


class ModelFileCorrupt(ModelUnavailable):
    """The model file's bytes are not the published ones."""


class Stopped(SummarizerError):
    """The work can be taken up again later."""

    exit_code = 75


class RateLimited(Stopped):
    """The endpoint asks for a longer wait than is sensible; `seconds` says how long, if it said so."""

    def __init__(self, message: str, *, seconds: float | None = None) -> None:
        self.seconds = seconds
        super().__init__(message)


class QuotaExhausted(Stopped):
    """The account has no credit left."""


class DeadlineReached(Stopped):
    """The run has come to the end of the time that it was given."""


class OutputFailed(Stopped):
    """The result could not be written, as on a full disk; nothing half-written is left behind."""


class StoreBusy(Stopped):
    """Another process kept the store locked for longer than is sensible to wait."""


class StoreFull(Stopped):
    """The store's disk is full or failing; what was committed stays."""


class StoreLost(Stopped):
    """The connection to the store's database broke; what was committed stays."""


class NotStored(Stopped):
    """A summary was made and paid for but could not be stored; `summary` is the `Summary`."""

    def __init__(self, reason: SummarizerError, summary: Any) -> None:
        self.summary = summary
        super().__init__(f"the summary was made but not stored: {reason}")


class ArticleClaimed(Stopped):
    """Another process is making the same summary; `until` is when it need not be waited for any more."""

    def __init__(self, message: str, *, until: datetime) -> None:
        self.until = until
        super().__init__(message)


class BudgetSpent(Stopped):
    """What is left of the run's budget may not be enough for one more request.

    `usd` and `tokens` are what is left; None where there is no such budget.
    """

    def __init__(self, message: str, *, usd: Decimal | None, tokens: int | None) -> None:
        self.usd, self.tokens = usd, tokens
        super().__init__(message)


class Interrupted(Stopped):
    """Somebody asked the program to stop (Ctrl-C, SIGTERM)."""


class ConfigurationError(SummarizerError):
    """A file or setting of this machine is wrong."""

    exit_code = 78


class PromptMalformed(ConfigurationError):
    """A prompt file does not have the form a prompt must have."""


class ReleasedPromptChanged(ConfigurationError):
    """A released prompt file is not the one that was released."""


class ExtraMissing(ConfigurationError):
    """An optional dependency is needed and not installed."""

    def __init__(self, *, extra: str, purpose: str) -> None:
        self.extra = extra
        super().__init__(f"{purpose} needs an extra: pip install 'anchored-summarizer[{extra}]'")


class StoreAddressWrong(ConfigurationError):
    """The store's URL names no database a store can be in."""


class StoreMissing(ConfigurationError):
    """There is no store at that address yet."""


class StoreUnreachable(ConfigurationError):
    """No connection to the store's database comes about."""


class StoreDenied(ConfigurationError):
    """The file or the database may not be read, or not be written."""


class StoreCorrupt(ConfigurationError):
    """The file is no database, or a damaged one."""


class StoreForeign(ConfigurationError):
    """The database belongs to another program."""


class StoreOlder(ConfigurationError):
    """The store was made by an older version and has to be upgraded."""


class StoreNewer(ConfigurationError):
    """The store was made or upgraded by a newer version of this package."""


class CorpusMalformed(ConfigurationError):
    """A file of an annotated corpus does not have the form it must have; `line` counts from 1."""

    def __init__(self, source: str, problem: str, *, line: int | None = None) -> None:
        self.source, self.problem, self.line = source, problem, line
        place = source if line is None else f"{source}:{line}"
        super().__init__(f"{place}: {problem}")


class RunMalformed(ConfigurationError):
    """A file of a kept run of an evaluation is not as it was written."""

    def __init__(self, source: str, problem: str) -> None:
        self.source, self.problem = source, problem
        super().__init__(f"{source}: cannot be used ({problem}); remove it, and it is made anew")
