"""One line of an export: a summary with its article and how it was made; checked before it is believed."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, Self

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationError,
    model_validator,
)

from summarizer import summary_v1
from summarizer.article import Article
from summarizer.errors import NotASummary
from summarizer.recipe import fingerprint, fingerprint_v1, identity, identity_v1
from summarizer.review import Verdict
from summarizer.store.records import Said
from summarizer.summary import Summary

FORMAT = "summarizer-store/1"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SeenSource(_Part):
    """Where an article was read, and when."""

    kind: Literal["path", "url", "text"]
    location: str
    first_seen: AwareDatetime
    last_seen: AwareDatetime
    published: date | None = None
    title: str | None = None
    author: str | None = None
    site: str | None = None
    language: str | None = None


class SettledAttempt(_Part):
    """The attempt that gave the summary; what the summary's provenance says too is not said again."""

    started: AwareDatetime
    ended: AwareDatetime
    owner: str
    run: str | None = None
    package_version: str


class Mark(_Part):
    """A review mark."""

    verdict: Verdict
    made: AwareDatetime
    item: str | None = None
    note: str | None = None
    reviewer: str | None = None


class Line(_Part):
    """One line of an export."""

    format: Literal["summarizer-store/1"]
    id: str
    current: bool
    stored: AwareDatetime
    article: Article
    first_seen: AwareDatetime
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


def parse(lines: Iterable[str | bytes], *, source: str) -> Iterator[Line]:
    """The lines of an export, each checked: what they say of their articles must hold.

    Raises:
        NotASummary: at the first that is none.
    """
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        place = f"{source}:{number}"
        try:
            found = Line.model_validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            problem = f"{where}: {first['msg']}" if where else first["msg"]
            raise NotASummary(place, f"is no line of a store's export: {problem}") from error
        wrong = _contradiction(found)
        if wrong:
            raise NotASummary(place, wrong)
        yield found


def _contradiction(found: Line) -> str | None:
    made, text = found.summary.provenance, found.article.text
    if found.id != found.identity():
        return "the summary is not the one its id names; export it again"
    if made is None:
        return "the summary does not say how it was made"
    if made.fingerprint != found.fingerprint():
        return "the fingerprint of the summary's recipe is not that of its recipe"
    if found.summary.article.id != found.article.id:
        return "the summary is of another article"
    wrong = next((path for path, anchor in found.summary.anchors() if not anchor.holds_in(text)), None)
    return f"{wrong} is not what the article has there" if wrong else None
