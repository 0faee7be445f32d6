"""One line of an export: a summary with its article and how it was made; checked before it is believed."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    StringConstraints,
    ValidationError,
    model_validator,
)

from summarizer import summary_v1
from summarizer.article import Article
from summarizer.errors import NotASummary
from summarizer.reading import BYTE_LIMIT, FIRST_YEAR, LAST_YEAR
from summarizer.recipe import fingerprint, fingerprint_v1, identity, identity_v1
from summarizer.review import Verdict, by_doubt
from summarizer.store.records import Said
from summarizer.summary import Summary, in_reach

if TYPE_CHECKING:
    from summarizer.analysis import MarkedArticle

FORMAT = "summarizer-store/1"
LINE_LIMIT = 2 * BYTE_LIMIT
"""Bytes of a line: an article, what was asked of it, and what came of it."""
_LONGEST_FACT = 2_000
"""Characters of a title, a name or a link."""
_LONGEST_TEXT = 20_000
"""Characters of anything else that a summary says; what is the article's own may be as long as that."""

_LONGEST_MESSAGE = 200
"""Characters of what is wrong with a value."""
_Moment = Annotated[AwareDatetime, AfterValidator(in_reach)]
_Fact = Annotated[str, StringConstraints(max_length=_LONGEST_FACT)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SeenSource(_Part):
    """Where an article was read, and when."""

    kind: Literal["path", "url", "text"]
    location: _Fact
    first_seen: _Moment
    last_seen: _Moment
    published: date | None = None
    title: _Fact | None = None
    author: _Fact | None = None
    site: _Fact | None = None
    language: _Fact | None = None


class SettledAttempt(_Part):
    """The attempt that gave the summary; what the summary's provenance says too is not said again."""

    started: _Moment
    ended: _Moment
    owner: _Fact
    run: _Fact | None = None
    package_version: _Fact


class Mark(_Part):
    """A review mark."""

    verdict: Verdict
    made: _Moment
    item: _Fact | None = None
    note: Annotated[str, StringConstraints(max_length=_LONGEST_TEXT)] | None = None
    reviewer: _Fact | None = None


class Line(_Part):
    """One line of an export."""

    format: Literal["summarizer-store/1"]
    id: str
    current: bool
    stored: _Moment
    article: Article
    first_seen: _Moment
    sources: list[SeenSource] = Field(min_length=1)
    attempt: SettledAttempt | None
    messages: list[dict[str, str]]
    replies: list[Said]
    reviews: list[Mark]
    summary: Summary
    _v1: Mapping[str, Any] | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_as_written(cls, data: Any, validate: ModelWrapValidatorHandler[Self]) -> Self:
        """Remember a summary of the first version as it was written; its id is over that."""
        found = validate(data)
        if isinstance(data, Mapping) and summary_v1.is_v1(data.get("summary")):
            found._v1 = data["summary"]  # noqa: SLF001 - of this class
        return found

    @property
    def written(self) -> str:
        """The JSON of the summary as it is to be stored: in the version in which it was written."""
        if self._v1 is None:
            return self.summary.model_dump_json()
        return json.dumps(self._v1, ensure_ascii=False, separators=(",", ":"))

    def identity(self) -> str:
        """Return the id that follows from the summary."""
        return identity(self.summary) if self._v1 is None else identity_v1(self._v1)

    def fingerprint(self) -> str | None:
        """Return the fingerprint that follows from the summary's recipe; None where it has none."""
        made = self.summary.provenance
        if made is None:
            return None
        return fingerprint(made.recipe) if self._v1 is None else fingerprint_v1(self._v1)


def parse(
    lines: Iterable[str | bytes], *, source: str, on_refused: Callable[[NotASummary], None] | None = None
) -> Iterator[Line]:
    """The lines of an export, each checked: what they say of their articles must hold.

    Args:
        lines: with or without their line ends.
        source: what to call them.
        on_refused: is told of each line that is none, and the others follow.

    Raises:
        NotASummary: at the first line that is none, if nobody wants to be told.
    """
    read = _Reader()
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        try:
            yield read.line(text, f"{source}:{number}")
        except NotASummary as error:
            if on_refused is None:
                raise
            on_refused(error)


class _Reader:
    """Reads lines; those of one article often stand together, and it is analysed once."""

    def __init__(self) -> None:
        self._marked: MarkedArticle | None = None

    def line(self, text: str | bytes, place: str) -> Line:
        """The line of an export that `text` is.

        Raises:
            NotASummary: if it is none, or says what is not so.
        """
        if len(text) > LINE_LIMIT:
            raise NotASummary(place, f"is a line of more than {LINE_LIMIT:,} bytes")
        try:
            found = Line.model_validate_json(text)
        except ValidationError as error:
            raise NotASummary(place, f"is no line of a store's export: {_first(error)}") from error
        wrong = _contradiction(found) or self._disagreement(found)
        if wrong:
            raise NotASummary(place, wrong)
        return found

    def _disagreement(self, found: Line) -> str | None:
        """What the summary says of its article that is not so, by the check that `verify` makes."""
        from summarizer.analysis import mark
        from summarizer.grounding import verify

        if self._marked is None or self._marked.article != found.article:
            self._marked = mark(found.article)
        findings = verify(found.summary, self._marked)
        if not findings:
            return None
        more = f"; and {len(findings) - 1} more" if len(findings) > 1 else ""
        return f"{findings[0].path}: {findings[0].message}{more}"


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where, message = ".".join(map(str, first["loc"])), first["msg"]
    if len(message) > _LONGEST_MESSAGE:
        message = f"{message[:_LONGEST_MESSAGE]}…"
    return f"{where}: {message}" if where else message


def _contradiction(found: Line) -> str | None:
    made, article = found.summary.provenance, found.article
    if found.id != found.identity():
        return "the summary is not the one its id names; export it again"
    if made is None:
        return "the summary does not say how it was made"
    if made.fingerprint != found.fingerprint():
        return "the fingerprint of the summary's recipe is not that of its recipe"
    items = {item.item for item in by_doubt(found.summary)}
    unknown = next((mark.item for mark in found.reviews if mark.item and mark.item not in items), None)
    if unknown:
        return f"a review mark is of {unknown}, which the summary does not have"
    return _immoderate("article", article.model_dump(exclude={"text"}), _LONGEST_FACT) or _immoderate(
        "summary", found.summary.model_dump(), max(_LONGEST_TEXT, len(article.text))
    )


def _immoderate(path: str, value: Any, longest: int) -> str | None:
    """Where a text is longer than it can be, or holds what none can, or a day is in no time of news."""
    if isinstance(value, str):
        if len(value) > longest:
            return f"{path} has more than {longest:,} characters"
        return f"{path} holds NUL" if "\0" in value else None
    if isinstance(value, date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
        return f"{path} is a day in the year {value.year}"
    if isinstance(value, Mapping):
        parts = (_immoderate(f"{path}.{name}", part, longest) for name, part in value.items())
    elif isinstance(value, list):
        parts = (_immoderate(f"{path}[{index}]", part, longest) for index, part in enumerate(value))
    else:
        return None
    return next(filter(None, parts), None)
