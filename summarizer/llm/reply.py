"""A reply's body, checked before anything parses the draft in it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from summarizer.drafts import Draft
from summarizer.errors import ReplyEmpty, ReplyInvalid, ReplyRefused, ReplyTruncated
from summarizer.llm.faults import Complaint, Fault, Interpreter, Refusal
from summarizer.llm.repair import find_draft, is_draft
from summarizer.llm.streamed import assembled
from summarizer.summary import Tokens

DECLINED = frozenset(
    {
        "content_filter",
        "content_filtered",
        "refusal",
        "safety",
        "recitation",
        "prohibited_content",
        "blocklist",
    }
    | {"sensitive", "spii"}
)
CUT_SHORT = frozenset({"length", "max_tokens", "max_output_tokens", "model_length"})
BROKEN = frozenset({"error", "abort", "network_error", "insufficient_system_resource", "engine_error"})
"""What servers of several makes call the end of an answer that is none: OpenRouter, vLLM, DeepSeek, GLM."""
_BLANKS = 200
"""Blanks at the end of an answer that no indentation explains."""
THOUGHTS = ("reasoning_content", "reasoning")
"""Where servers put what a model thinks, and some of them all that it writes."""
ELSEWHERE = "the endpoint put the answer into the field {}"
PARTS = "the answer came in several parts"

Form = TypeVar("Form", bound=Draft)


class Truncated(Fault):
    """The answer ran into the token cap; with a higher one it may end, unless its end `is_blank`."""

    is_blank = False
    """Whether only blanks came in the end: some grammars allow any number, and models get caught in them."""


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
            body = assembled(text)
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

    def words(self, form: type[Draft]) -> "Words":
        """The model's words, wherever the endpoint put them.

        Raises:
            Fault: if there are none, if they are cut off, or if the model or its provider declined.
        """
        choice = self._choice()
        message = _mapping(choice.get("message")) or {"content": choice.get("text")}
        reason = str(choice.get("finish_reason") or "").lower()
        if message.get("refusal") or reason in DECLINED:
            raise Fault(ReplyRefused(self._declined(message.get("refusal"))))
        error = choice.get("error") or message.get("error")
        if error or reason in BROKEN:
            raise self._broken(error)
        if reason in CUT_SHORT:
            model = self.interpreter.endpoint.model
            advice = "raise max_tokens or shorten the article"
            truncated = Truncated(ReplyTruncated(f"{model}'s answer ran into the token limit; {advice}"))
            content = message.get("content")
            truncated.is_blank = isinstance(content, str) and len(content) - len(content.rstrip()) > _BLANKS
            raise truncated
        words = self._written(message) or self._elsewhere(message, form)
        if words is None:
            raise self._empty()
        # No request could carry a lone surrogate back to the model, and no file hold it.
        return Words(words.text.encode("utf-8", "surrogatepass").decode("utf-8", "replace"), words.repair)

    def _choice(self) -> Mapping[str, Any]:
        choices = self.body.get("choices")
        error = self.body.get("error") or self.body.get("object") == "error"
        if error or ("error" in self.body and not choices):
            raise self.interpreter.inside_success(Complaint.of(self.body), self.headers)
        if not isinstance(choices, list) or not choices:
            raise self._empty()
        return _mapping(choices[0])

    def _broken(self, error: Any) -> Fault:
        """The fault of an error inside a choice, which is the endpoint's whatever it says of the request."""
        complaint = (
            Complaint.of({"error": error}) if error else Complaint.of({"error": "finish_reason: error"})
        )
        fault = self.interpreter.inside_success(complaint, self.headers)
        return self.interpreter.status(500, complaint, self.headers) if isinstance(fault, Refusal) else fault

    def _written(self, message: Mapping[str, Any]) -> "Words | None":
        """What the message's content says."""
        content = message.get("content")
        if isinstance(content, str):
            return Words(content) if content.strip() else None
        if isinstance(content, dict):
            return Words(json.dumps(content, ensure_ascii=False), PARTS) if content else None
        if not isinstance(content, list):
            return None
        refused = next((part["refusal"] for part in map(_mapping, content) if part.get("refusal")), None)
        if refused:
            raise Fault(ReplyRefused(self._declined(refused)))
        text = "".join(_texts_in(content))
        return Words(text, PARTS) if text.strip() else None

    def _elsewhere(self, message: Mapping[str, Any], form: type[Draft]) -> "Words | None":
        """What stands where a server puts the answer of a model by mistake, if a draft is in it."""
        for name in THOUGHTS:
            thought = message.get(name)
            if isinstance(thought, str) and is_draft(find_draft(thought, form).text, form):
                return Words(thought, ELSEWHERE.format(name))
        calls = message.get("tool_calls")
        call = _mapping(calls[0]) if isinstance(calls, list) and len(calls) == 1 else {}
        function = _mapping(call.get("function") or message.get("function_call"))
        arguments = function.get("arguments")
        if isinstance(arguments, str) and arguments.strip():
            return Words(arguments, ELSEWHERE.format("tool_calls"))
        return None

    def _empty(self) -> Fault:
        model = self.interpreter.endpoint.model
        return Fault(
            ReplyEmpty(f"{model} answered with nothing; try again, or try another model"), kind="empty"
        )

    def _declined(self, refusal: Any) -> str:
        endpoint = self.interpreter.endpoint
        why = endpoint.quoted(refusal) if isinstance(refusal, str) else "its provider's content filter"
        return f"{endpoint.model} declined to summarise the article ({why}); try another model"


@dataclass(frozen=True, slots=True)
class Words:
    """What a model wrote, and what had to be done to find it in the reply."""

    text: str
    repair: str | None = None


def read_reply(raw: str, form: type[Form]) -> Form:
    """The draft in a reply that was kept as it came.

    Raises:
        ReplyInvalid: if it holds no such draft.
    """
    try:
        return form.model_validate_json(find_draft(raw, form).text)
    except (ValidationError, json.JSONDecodeError) as error:
        raise ReplyInvalid(f"the kept reply is no draft of the form {form.format}") from error


def _texts_in(content: list[Any]) -> Iterator[str]:
    """The texts among the parts of a content; parts of other types hold what the model thought."""
    for part in content:
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict) and part.get("type", "text") in {"text", "output_text"}:
            text = part.get("text")
            yield text if isinstance(text, str) else ""


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _count(value: Any) -> int:
    return value if type(value) is int and value >= 0 else 0
