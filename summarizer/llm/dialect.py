"""What of the OpenAI protocol an endpoint understands, learnt from what it refuses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Self

from summarizer.drafts import Draft
from summarizer.llm.endpoint import Endpoint, Flag
from summarizer.llm.schema import STRING_BOUNDS, in_words, schema_of

if TYPE_CHECKING:
    from summarizer.prompts import Message

Level = Literal["strict", "no_string_bounds", "in_words"]
UNSUPPORTED = re.compile(
    r"unsupported|not support|n't support|unknown|unrecogni[sz]ed|unexpected|not (?:permitted|allowed)|"
    r"extra (?:inputs|fields)|deprecated|not compatible|not available",
    re.IGNORECASE,
)
FORMAT_WORDS = re.compile(
    r"response_format|json_schema|json schema|structured output|grammar|schema", re.IGNORECASE
)
CAPS = ("max_tokens", "max_completion_tokens")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to word a request for one endpoint. Immutable: each refusal learnt makes another one."""

    level: Level = "strict"
    cap: str = CAPS[0]
    cap_swapped: bool = False
    refused: frozenset[str] = frozenset()

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
        schema = schema_of(draft, string_bounds=self.level != "no_string_bounds")
        if self.level == "in_words":
            return {**body, "messages": _told(messages, in_words(schema))}
        form = {"name": draft.__name__, "strict": True, "schema": schema}
        return {
            **body,
            "messages": messages,
            "response_format": {"type": "json_schema", "json_schema": form},
        }

    def learn(self, complaint: str, parameter: str | None, sent: Mapping[str, Any]) -> Self | None:
        """The dialect to try next after the endpoint refused a request, or None if rewording will not help.

        Args:
            complaint: the endpoint's words.
            parameter: the field it names as the culprit, if it names one apart.
            sent: the request's body.
        """
        if "response_format" in sent and (
            parameter == "response_format" or FORMAT_WORDS.search(complaint) or _names_bound(complaint)
        ):
            easier: Level = (
                "no_string_bounds" if self.level == "strict" and _names_bound(complaint) else "in_words"
            )
            return replace(self, level=easier)
        if not UNSUPPORTED.search(complaint):
            return None
        for name in [one for one in sent if one not in {"model", "messages", "response_format"}]:
            if parameter == name or re.search(rf"\b{re.escape(name)}\b", complaint):
                return self._without(name)
        return None

    def _without(self, name: str) -> Self:
        if name == self.cap and not self.cap_swapped:
            return replace(self, cap=CAPS[1 - CAPS.index(name)], cap_swapped=True)
        return replace(self, refused=self.refused | {name})

    def flags(self) -> tuple[Flag, ...]:
        """What a reader of the answers should know of this endpoint."""
        found = []
        if self.level == "in_words":
            found.append(
                Flag("schema_fallback", "the endpoint takes no JSON schema; it was asked for in words")
            )
        found += [
            Flag("parameter_refused", f"the endpoint does not take {name}; it was left out")
            for name in sorted(self.refused)
        ]
        return tuple(found)


def _names_bound(complaint: str) -> bool:
    return any(re.search(rf"\b{keyword}\b", complaint) for keyword in STRING_BOUNDS)


def _told(messages: "list[Message]", instruction: str) -> "list[Message]":
    """The messages with `instruction` at the end of the system message."""
    if messages and messages[0]["role"] == "system":
        return [{"role": "system", "content": f"{messages[0]['content']}\n\n{instruction}"}, *messages[1:]]
    return [{"role": "system", "content": instruction}, *messages]
