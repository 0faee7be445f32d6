"""What of the OpenAI protocol an endpoint understands, learnt from what it refuses."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Self

from summarizer.drafts import Draft
from summarizer.llm.endpoint import Endpoint, Flag
from summarizer.llm.schema import STRING_BOUNDS, in_words, schema_of

if TYPE_CHECKING:
    from summarizer.prompts import Message

Level = Literal["strict", "no_string_bounds", "in_words"]
CAPS = ("max_tokens", "max_completion_tokens")
_FORMAT = re.compile(
    r"response.?format|json.?schema|response.?schema|structured.?output|grammar|schema|guided.?(?:json|decoding)|"
    r"json.?mode|json_object",
    re.IGNORECASE,
)
_SYSTEM = re.compile(
    r"system.?(?:role|message|prompt|instruction)|roles?.{0,40}\bsystem\b|developer.?(?:instruction|message|role)|"
    r"roles? must alternate|only user(?:,| and) assistant|['\"`]system['\"`]|messages\W{0,3}0\W{0,3}role",
    re.IGNORECASE,
)
_CAP = re.compile(
    r"max.?(?:completion.?|new.?|output.?)?tokens|num_predict|(?:output|completion) tokens", re.IGNORECASE
)
_NUMBER = re.compile(r"(?<![\w.-])(\d{1,3}(?:,\d{3})+|\d{2,9})(?![\w-]|[.,]\d)")
_FEATURE = re.compile(r"parameters?\b", re.IGNORECASE)
_LEAST = 16
"""Tokens; an endpoint that takes no longer answers is of no use, and its number means something else."""
_LOWERED = 2
"""How often the token cap is lowered; each time an endpoint must name a smaller number."""
_LIKELY = ("temperature", *CAPS, "seed", "top_p")
"""Parameters that endpoints refuse, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to word a request for one endpoint. Immutable: each refusal learnt makes another one."""

    level: Level = "strict"
    is_ignored: bool = False
    """Whether the endpoint took a schema and did not hold its answer to it."""
    cap: str = CAPS[0]
    cap_swapped: bool = False
    most: int | None = None
    """Tokens that the endpoint lets an answer have; None where it has not said so."""
    lowered: int = 0
    refused: frozenset[str] = frozenset()
    takes_system: bool = True
    """Whether messages may have the role `system`; else its words go before the user's."""

    @classmethod
    def of(cls, endpoint: Endpoint) -> Self:
        """What to begin with: OpenAI's own servers want the newer name of the token cap."""
        newer = "//api.openai.com" in endpoint.url
        return cls(cap=CAPS[newer])

    def request(
        self, messages: "list[Message]", draft: type[Draft], parameters: Mapping[str, Any]
    ) -> dict[str, Any]:
        """The body of a request for a draft, the model's name left out."""
        named = {self.cap if name in CAPS else name: value for name, value in parameters.items()}
        body = {
            name: value for name, value in named.items() if name not in self.refused and value is not None
        }
        if self.most is not None and isinstance(body.get(self.cap), int):
            body[self.cap] = min(body[self.cap], self.most)
        schema = schema_of(draft, string_bounds=self.level != "no_string_bounds")
        if self.level == "in_words":
            return {**body, "messages": self._cast(_told(messages, in_words(schema)))}
        form = {"name": draft.__name__, "strict": True, "schema": schema}
        return {
            **body,
            "messages": self._cast(messages),
            "response_format": {"type": "json_schema", "json_schema": form},
        }

    def learn(self, complaint: str, parameter: str | None, sent: Mapping[str, Any]) -> Self | None:
        """The dialect to try next after the endpoint refused a request, or None if it names nothing of it.

        Args:
            complaint: the endpoint's words, whatever they say of what they name.
            parameter: the field it names as the culprit, if it names one apart.
            sent: the request's body.
        """
        if parameter in sent and parameter not in {"messages", "response_format"}:
            return self._without(str(parameter), complaint, sent)
        if "response_format" in sent and (
            parameter == "response_format" or _FORMAT.search(complaint) or _names_bound(complaint)
        ):
            bounds = self.level == "strict" and _names_bound(complaint)
            return replace(self, level="no_string_bounds") if bounds else self.in_words()
        if _has_system(sent) and (parameter in {"messages", "role"} or _SYSTEM.search(complaint)):
            return replace(self, takes_system=False)
        for name in _parameters(sent):
            named = _CAP if name in CAPS else re.compile(rf"\b{name.replace('_', '[ _-]?')}\b", re.IGNORECASE)
            if named.search(complaint):
                return self._without(name, complaint, sent)
        return None

    def in_words(self, *, is_ignored: bool = False) -> Self:
        """The dialect with the schema among the messages."""
        return replace(self, level="in_words", is_ignored=is_ignored)

    def guesses(self, sent: Mapping[str, Any]) -> Iterator[Self]:
        """The dialects to try, each once, where a refusal names nothing that was sent; the likeliest first.

        Each has one thing changed, so that nothing is given up that the endpoint would have taken; the last
        has all of them changed.
        """
        plainest = self
        if "response_format" in sent:
            yield (plainest := self.in_words())
        if _has_system(sent):
            yield replace(self, takes_system=False)
            plainest = replace(plainest, takes_system=False)
        for name in _parameters(sent):
            yield self._without(name, "", sent)
            if name not in CAPS:
                plainest = replace(plainest, refused=plainest.refused | {name})
        yield plainest

    def _without(self, name: str, complaint: str, sent: Mapping[str, Any]) -> Self:
        if name != self.cap:
            return replace(self, refused=self.refused | {name})
        most = _less_than(sent[name], complaint)
        if most is not None and self.lowered < _LOWERED:
            return replace(self, most=most, lowered=self.lowered + 1)
        if not self.cap_swapped:
            return replace(self, cap=CAPS[1 - CAPS.index(name)], cap_swapped=True)
        return replace(self, refused=self.refused | {name})

    def _cast(self, messages: "list[Message]") -> "list[Message]":
        """The messages in the roles that the endpoint takes."""
        if self.takes_system or not messages or messages[0]["role"] != "system":
            return messages
        system, *others = messages
        if not others or others[0]["role"] != "user":
            return [{"role": "user", "content": system["content"]}, *others]
        both = f"{system['content']}\n\n{others[0]['content']}"
        return [{"role": "user", "content": both}, *others[1:]]

    def flags(self) -> tuple[Flag, ...]:
        """What a reader of the answers should know of this endpoint."""
        found = []
        if self.level == "in_words":
            why = "does not keep to a JSON schema" if self.is_ignored else "takes no JSON schema"
            found.append(Flag("schema_fallback", f"the endpoint {why}; it was asked for in words"))
        if not self.takes_system:
            told = "the endpoint takes no system message; it was put before the user's"
            found.append(Flag("parameter_refused", told))
        found += [
            Flag("parameter_refused", f"the endpoint does not take {name}; it was left out")
            for name in sorted(self.refused)
        ]
        if self.most is not None and self.cap not in self.refused:
            told = f"the endpoint takes no {self.cap} over {self.most}; it was lowered"
            found.append(Flag("parameter_refused", told))
        return tuple(found)

    def learnt(self) -> tuple[str, ...]:
        """All that the endpoint has shown of what it takes, in words for its user."""
        found = [flag.message for flag in self.flags()]
        if self.level == "no_string_bounds":
            found.append("the endpoint takes no bounds of texts in a JSON schema; they were left out")
        if self.cap_swapped and self.cap not in self.refused:
            found.append(f"the endpoint calls the token cap {self.cap}")
        return tuple(found)


def names_a_feature(complaint: str) -> bool:
    """Whether the words are about what a request asks for, not about what it is asked of."""
    patterns = (_FORMAT, _SYSTEM, _CAP, _FEATURE)
    return any(pattern.search(complaint) for pattern in patterns) or _names_bound(complaint)


def _parameters(sent: Mapping[str, Any]) -> list[str]:
    """The names of what was sent besides messages and schema, the likeliest to be refused first."""
    others = [name for name in sent if name not in {"messages", "response_format", *_LIKELY}]
    return [name for name in _LIKELY if name in sent] + others


def _has_system(sent: Mapping[str, Any]) -> bool:
    return any(message["role"] == "system" for message in sent["messages"])


def _less_than(cap: Any, complaint: str) -> int | None:
    """The largest number in the words that is smaller than the cap."""
    numbers = [int(found[1].replace(",", "")) for found in _NUMBER.finditer(complaint)]
    return max((one for one in numbers if isinstance(cap, int) and _LEAST <= one < cap), default=None)


def _names_bound(complaint: str) -> bool:
    return any(re.search(rf"\b{keyword}\b", complaint) for keyword in STRING_BOUNDS)


def _told(messages: "list[Message]", instruction: str) -> "list[Message]":
    """The messages with `instruction` at the end of the system message."""
    if messages and messages[0]["role"] == "system":
        return [{"role": "system", "content": f"{messages[0]['content']}\n\n{instruction}"}, *messages[1:]]
    return [{"role": "system", "content": instruction}, *messages]
