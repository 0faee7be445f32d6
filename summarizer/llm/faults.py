"""What can go wrong with a request, in our own terms: which error it is, and whether to ask again."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, Self

from summarizer.errors import (
    ContextExceeded,
    EndpointUnreachable,
    KeyRefused,
    QuotaExhausted,
    RateLimited,
    Redirected,
    ReplyRefused,
    RequestRefused,
    SummarizerError,
    UnknownModel,
)
from summarizer.llm.context import Excess
from summarizer.llm.dialect import names_a_feature
from summarizer.llm.endpoint import Endpoint
from summarizer.llm.waiting import asked_for, in_words
from summarizer.llm.wording import shown

Kind = Literal[
    "final", "busy", "server", "connection", "loopback", "timeout", "reading", "empty", "no_json", "page"
]
RETRIES: Mapping[Kind, int] = {
    "final": 0,
    "loopback": 1,  # a local server is there or is not
    "timeout": 1,  # each costs seconds
    "reading": 1,  # the endpoint may bill it twice
    "empty": 1,
    "no_json": 1,
    "page": 1,
}
"""How often a fault of that kind is worth another request; the others only `Limits` limits."""
NO_CREDIT = frozenset({"insufficient_quota", "insufficient_credits", "billing_hard_limit_reached"})
FILTERED = frozenset({"content_filter", "content_policy_violation", "data_inspection_failed"})

TOO_LONG = re.compile(
    r"maximum context length|context (?:size|window|length)|exceed_context|prompt is too long|"
    r"too many (?:input )?tokens|(?:input|message|request|text)s? (?:is |are )?too (?:long|large)|"
    r"input token count|reduce the length|max_model_len|range of input length|`inputs` tokens",
    re.IGNORECASE,
)
Meaning = Literal["credit", "key", "model", "policy"]
_MEANINGS: Mapping[Meaning, re.Pattern[str]] = {
    "key": re.compile(
        r"api.?key|authenticat|unauthori[sz]ed|credentials|access token|permission denied", re.IGNORECASE
    ),
    "credit": re.compile(
        r"credit balance|insufficient.?(?:balance|funds|credit|quota)|billing|payment|quota", re.IGNORECASE
    ),
    "model": re.compile(
        r"\bmodel\b[^.]{0,80}(?:not (?:found|exist|loaded|a valid|recogni[sz]ed)|n't exist|unknown)|"
        r"(?:unknown|invalid|no such|unsupported|not a valid) model|no models? (?:is )?loaded",
        re.IGNORECASE,
    ),
    "policy": re.compile(
        r"content (?:management )?policy|content.?filter|safety system|\bflagged\b|moderation|"
        r"inappropriate content|usage policies",
        re.IGNORECASE,
    ),
}
"""What refusals are about that no dialect mends, in the words of servers that send 400 for everything."""
_PLACE = re.compile(
    r"mod[eè]l|модел|模型|モデル|모델|deployment|\bpath\b|\burl\b|\broute\b|\bpage\b", re.IGNORECASE
)
_FEW = 3
"""Words; a 404 that says no more means that the model, or the place, is not there."""
CODES: Mapping[str, int] = {
    "insufficient_quota": 429,
    "insufficient_credits": 402,
    "rate_limit_exceeded": 429,
    "rate_limit_error": 429,
    "invalid_api_key": 401,
    "authentication_error": 401,
    "permission_error": 403,
    "model_not_found": 404,
    "not_found_error": 404,
    "context_length_exceeded": 400,
    "exceed_context_size_error": 400,
    "invalid_request_error": 400,
    "content_filter": 400,
    "overloaded_error": 529,
}
"""The status that an error sent under status 200 should have had."""


class Fault(Exception):
    """One request failed: as what, of which kind, and how long the endpoint asks to wait."""

    status: int | None = None
    """HTTP status of the reply, if one came."""
    headers: Mapping[str, str] = MappingProxyType({})
    """Of the reply, if one came."""

    complaint: "Complaint | None" = None
    """What the endpoint said, where other words may mend it."""

    def __init__(self, error: SummarizerError, *, kind: Kind = "final", wait: float | None = None) -> None:
        self.error, self.kind, self.wait = error, kind, wait
        super().__init__(str(error))

    def under(self, status: int, headers: Mapping[str, str]) -> Self:
        """This fault, as one that came with a reply."""
        self.status, self.headers = status, headers
        return self


class Refusal(Fault):
    """The endpoint refuses the request as it is worded; `complaint` says why."""

    complaint: "Complaint"

    def __init__(self, error: SummarizerError, *, complaint: "Complaint") -> None:
        self.complaint = complaint
        super().__init__(error)

    @property
    def may_be_worded(self) -> bool:
        """Whether servers refuse so what they do not understand."""
        return self.status in {400, 404, 422}


@dataclass(frozen=True, slots=True)
class Complaint:
    """An error as endpoints of all makes word it."""

    message: str
    codes: frozenset[str]
    status: int | None
    parameter: str | None
    excess: Excess = field(default_factory=Excess)

    @classmethod
    def read(cls, text: str) -> "Complaint":
        """Read an error's body, whatever its form."""
        try:
            body = json.loads(text)
        except (ValueError, RecursionError):
            body = None
        return cls.of(body, otherwise="" if _is_markup(text) else text)

    @classmethod
    def of(cls, body: Any, *, otherwise: str = "") -> "Complaint":
        """Read `{"error": {…}}`, `{"error": "…"}`, `{"message": …}` or `{"detail": …}`."""
        inner = body.get("error", body) if isinstance(body, dict) else body
        if not isinstance(inner, dict):
            return cls(inner if isinstance(inner, str) else otherwise, frozenset(), None, None)
        detail = inner.get("detail")
        message = inner.get("message") or _said_in(detail) or otherwise
        upstream = inner.get("metadata")  # OpenRouter's: what the provider behind it said
        if isinstance(message, str) and isinstance(upstream, dict) and isinstance(upstream.get("raw"), str):
            message = f"{message}: {upstream['raw']}"
        code, parameter = inner.get("code"), inner.get("param") or _place_in(detail)
        return cls(
            message=message if isinstance(message, str) else json.dumps(message),
            codes=frozenset(word for word in (code, inner.get("type")) if isinstance(word, str)),
            status=int(str(code)) if re.fullmatch("[45][0-9]{2}", str(code)) else None,
            parameter=parameter if isinstance(parameter, str) else None,
            excess=Excess.of(inner),
        )


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Says what an endpoint's error means; knows the key only to keep it out of messages."""

    endpoint: Endpoint

    @property
    def place(self) -> str:
        """The endpoint as messages name it."""
        return shown(self.endpoint.url)

    def inside_success(self, complaint: Complaint, headers: Mapping[str, str]) -> Fault:
        """The fault for an error that was sent under status 200."""
        named = next((CODES[code] for code in sorted(complaint.codes) if code in CODES), 500)
        return self.status(complaint.status or named, complaint, headers)

    def status(self, status: int, complaint: Complaint, headers: Mapping[str, str]) -> Fault:
        """The fault for an HTTP status and the error that came with it."""
        return self._status(status, complaint, headers).under(status, headers)

    def _status(self, status: int, complaint: Complaint, headers: Mapping[str, str]) -> Fault:
        said = f"{status}: {self._quoted(complaint.message)}" if complaint.message else str(status)
        lasting = self._lasting(status, said, complaint, headers)
        if lasting is not None:
            return Fault(lasting)
        if status == 429:  # noqa: PLR2004 - too many requests
            return self._busy(said, headers)
        if status >= 500 or status in {408, 409}:  # noqa: PLR2004 - the server's fault, or gone by the next time
            error = EndpointUnreachable(f"{self.place} is in trouble ({said}); try again later")
            fault = Fault(error, kind="server", wait=asked_for(headers))
            fault.complaint = complaint
            return fault
        return self._refused(status, said, complaint)

    def _lasting(
        self, status: int, said: str, complaint: Complaint, headers: Mapping[str, str]
    ) -> SummarizerError | None:
        """The error, if it is one that neither waiting nor other words would mend."""
        if 300 <= status < 400:  # noqa: PLR2004 - the redirects
            return Redirected(self._redirected(headers))
        meaning = _meaning(status, complaint.message, self.endpoint.model)
        if status == 402 or complaint.codes & NO_CREDIT or meaning == "credit":  # noqa: PLR2004 - payment required
            advice = "top it up, then run again"
            return QuotaExhausted(f"the account at {self.place} has no credit left ({said}); {advice}")
        if status in {401, 403} or meaning == "key":
            advice = "set OPENAI_API_KEY to a valid one, or use --model local"
            return KeyRefused(f"{self.place} refuses the API key ({said}); {advice}")
        if meaning == "model" or "model_not_found" in complaint.codes:
            return UnknownModel(self._unknown(said))
        if complaint.codes & FILTERED or meaning == "policy":
            advice = "try another model"
            return ReplyRefused(f"{self.place} declined to take the article ({said}); {advice}")
        return None

    def _busy(self, said: str, headers: Mapping[str, str]) -> Fault:
        wait = asked_for(headers)
        error = RateLimited(
            f"{self.place} is busy ({said}); wait {in_words(wait)}, then run again", seconds=wait
        )
        return Fault(error, kind="busy", wait=wait)

    def _refused(self, status: int, said: str, complaint: Complaint) -> Fault:
        long = complaint.codes & {"context_length_exceeded", "exceed_context_size_error"}
        if status in {400, 413, 422} and (long or TOO_LONG.search(complaint.message)):
            advice = "shorten it, or use a model with a longer context"
            message = f"the article does not fit {self.endpoint.model} ({said}); {advice}"
            excess = complaint.excess.or_in(complaint.message)
            return Fault(ContextExceeded(message, context=excess.context, tokens=excess.tokens))
        if status == 404:  # noqa: PLR2004 - not found
            return Refusal(UnknownModel(self._unknown(said)), complaint=complaint)
        advice = "check --model and the prompt's parameters"
        error = RequestRefused(f"{self.place} refuses the request ({said}); {advice}")
        return Refusal(error, complaint=complaint)

    def _redirected(self, headers: Mapping[str, str]) -> str:
        target = self._quoted(shown(headers.get("location", "nowhere")))
        return f"{self.place} points to {target}; if you trust that place, give it as --base-url"

    def _unknown(self, said: str) -> str:
        return f"{self.place} has no model {self.endpoint.model!r} ({said}); check --model and --base-url"

    def _quoted(self, text: str) -> str:
        return self.endpoint.quoted(text)

    def unreachable(self, reason: str, kind: Kind) -> Fault:
        """The fault for an endpoint that gave no answer, or broke off in the middle of one."""
        if kind == "reading":
            error = EndpointUnreachable(
                f"{self.place} broke off before its answer was whole ({self._quoted(reason)}), "
                "and may bill it all the same; try again later"
            )
            return Fault(error, kind=kind)
        error = EndpointUnreachable(
            f"no answer from {self.place} ({self._quoted(reason)}); is it running, and is --base-url right?"
        )
        return Fault(error, kind=kind)

    def no_json(self, text: str) -> Fault:
        """The fault for a page where JSON should be."""
        kind: Kind = "page" if _is_markup(text) else "no_json"
        what = "a web page" if kind == "page" else "no JSON"
        error = EndpointUnreachable(
            f"{self.place} answers with {what}; is --base-url right (it usually ends in /v1), "
            "and does this network ask for a log-in?"
        )
        return Fault(error, kind=kind)


def _meaning(status: int, message: str, model: str) -> Meaning | None:
    """What a refusal is about, where no other words of the request would mend it."""
    if status not in {400, 404, 422}:
        return None
    words = re.sub(rf"(?<![\w.-]){re.escape(model)}(?![\w-])", "it", message)
    if names_a_feature(words):
        return None
    if status == 404:  # noqa: PLR2004 - not found
        names_place = len(words.split()) <= _FEW or words != message or _PLACE.search(words)
        return "model" if names_place else None
    return next((meaning for meaning, pattern in _MEANINGS.items() if pattern.search(words)), None)


def _said_in(detail: Any) -> str:
    """The words of FastAPI's `detail`: a text, or a list of what is wrong where."""
    if not isinstance(detail, list):
        return detail if isinstance(detail, str) else json.dumps(detail) if detail else ""
    found = [one for one in detail if isinstance(one, dict)]
    return "; ".join(f"{_place_of(one)}: {one.get('msg')}" for one in found)


def _place_in(detail: Any) -> str | None:
    """The field of the request that FastAPI's `detail` is about."""
    first = detail[0] if isinstance(detail, list) and detail else None
    steps = _place_of(first).split(".") if isinstance(first, dict) else []
    return "role" if steps[-1:] == ["role"] else steps[1] if len(steps) > 1 else None


def _place_of(problem: Mapping[str, Any]) -> str:
    place = problem.get("loc")
    return ".".join(map(str, place)) if isinstance(place, list) else ""


def _is_markup(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("<")
