"""A reply's body, checked before anything parses the draft in it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from summarizer.drafts import Draft
from summarizer.errors import ReplyEmpty, ReplyInvalid, ReplyRefused, ReplyTruncated
from summarizer.llm.faults import Complaint, Fault, Interpreter
from summarizer.llm.wording import quoted
from summarizer.summary import Tokens

FENCED = re.compile(r"\s*```(?:json|JSON)?[ \t]*\n(.*?)\n?[ \t]*```\s*", re.DOTALL)

Form = TypeVar("Form", bound=Draft)


class Truncated(Fault):
    """The answer ran into the token cap; with a higher one it may end."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply's body, as far as it could be read."""

    body: Mapping[str, Any]
    headers: Mapping[str, str]
    interpreter: Interpreter
    status: int = 200

    @classmethod
    def read(
        cls, text: str, headers: Mapping[str, str], interpreter: Interpreter, *, status: int = 200
    ) -> "Reply":
        """Read the JSON of a reply with a status of success.

        Raises:
            Fault: if it is none.
        """
        try:
            body = json.loads(text)
        except (ValueError, RecursionError):
            body = None
        if not isinstance(body, dict):
            raise interpreter.no_json(text).under(status, headers)
        return cls(body, headers, interpreter, status)

    @property
    def tokens(self) -> Tokens:
        """What the endpoint counted; zero where it did not."""
        usage = _mapping(self.body.get("usage"))
        details = _mapping(usage.get("prompt_tokens_details"))
        return Tokens(
            input=_count(usage.get("prompt_tokens")),
            output=_count(usage.get("completion_tokens")),
            cached=_count(details.get("cached_tokens")),
        )

    def text(self) -> str:
        """The model's words.

        Raises:
            Fault: if there are none, if they are cut off, or if the model or its provider declined.
        """
        choices = self.body.get("choices")
        if not isinstance(choices, list) or not choices:
            if "error" in self.body:
                raise self.interpreter.inside_success(Complaint.of(self.body), self.headers)
            raise self._empty()
        choice = _mapping(choices[0])
        message = _mapping(choice.get("message"))
        refusal, reason = message.get("refusal"), choice.get("finish_reason")
        if refusal or reason == "content_filter":
            raise Fault(ReplyRefused(self._declined(refusal)))
        if reason == "length":
            model = self.interpreter.endpoint.model
            raise Truncated(
                ReplyTruncated(
                    f"{model}'s answer ran into the token limit; raise max_tokens or shorten the article"
                )
            )
        content = message.get("content")
        if not isinstance(content, str) or not content.strip():
            raise self._empty()
        # No request could carry a lone surrogate back to the model, and no file hold it.
        return content.encode("utf-8", "surrogatepass").decode("utf-8", "replace")

    def _empty(self) -> Fault:
        model = self.interpreter.endpoint.model
        return Fault(
            ReplyEmpty(f"{model} answered with nothing; try again, or try another model"), kind="empty"
        )

    def _declined(self, refusal: Any) -> str:
        endpoint = self.interpreter.endpoint
        why = (
            quoted(refusal, endpoint.api_key) if isinstance(refusal, str) else "its provider's content filter"
        )
        return f"{endpoint.model} declined to summarise the article ({why}); try another model"


def unfenced(text: str) -> str | None:
    """What is inside the one Markdown fence around all of `text`, or None if it is not in such a fence."""
    found = FENCED.fullmatch(text)
    return found[1] if found and "```" not in found[1] else None


def read_reply(raw: str, form: type[Form]) -> Form:
    """The draft in a reply that was kept as it came.

    Raises:
        ReplyInvalid: if it holds no such draft.
    """
    inside = unfenced(raw)
    try:
        return form.model_validate_json(raw if inside is None else inside)
    except (ValidationError, json.JSONDecodeError) as error:
        raise ReplyInvalid(f"the kept reply is no draft of the form {form.format}") from error


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _count(value: Any) -> int:
    return value if type(value) is int and value >= 0 else 0
