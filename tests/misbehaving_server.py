"""An OpenAI-compatible server on loopback that misbehaves on command.

By hand:  python tests/misbehaving_server.py --port 8000 --fault 429 --fault ok
          python tests/misbehaving_server.py --port 8000 --delay 0.5 --capacity 100   (well, slow, and not for all at once)
In tests: `with MisbehavingServer("429", "ok") as server: …`; the last fault named goes on for ever.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import argparse
import gzip
import json
import re
from collections.abc import Callable, Coroutine, Mapping
from functools import cache, lru_cache
from typing import Any

from loopback_server import USAGE, Exchange, LoopbackServer, completion

DRAFT = {
    "headline": "Talks go on",
    "abstract": "Two sides talk.",
    "parties": [],
    "quotes": [],
    "positions": [],
    "figures": [],
    "unmarked_quotes": [],
}
CITING = {
    "abstract": [{"text": "Two sides talk.", "evidence": ["s1"]}],
    "headline": {"text": "Talks go on", "evidence": ["s1"]},
}
DRAFTS: dict[str, dict[str, Any]] = {
    "DecidingDraft": {**DRAFT, **CITING},
    "ReferenceDraft": DRAFT,
    "HintedDraft": {
        "speakers": [],
        "figures": [],
        "parties": [],
        "positions": [],
        "what_happened": "Two sides talk.",
        "what_each_side_says": "Both want more.",
        "headline": "Talks go on",
    },
    "CopyDraft": {name: value for name, value in DRAFT.items() if name != "unmarked_quotes"},
    "CitingAbstractDraft": CITING,
    "AbstractDraft": {"abstract": "Two sides talk.", "headline": "Talks go on"},
    "CheckDraft": {"verdicts": []},
}
"""An answer in each format that is right for any article, as it claims nothing of it."""
OF_ITEMS = {"DecidingDraft": ("told_by",), "CitingAbstractDraft": ("evidence",)}
"""Fields of items by which a format is told from one with the same lists."""
GOOD = json.dumps(DRAFT)
FIT, UNFIT = {"quote": "q1", "speaker": None}, {"quote": "first", "speaker": None}
NAMED = re.compile(rb'"json_schema": ?\{"name": ?"(\w+)"')


@cache
def good(name: str) -> str:
    return json.dumps(DRAFTS[name])


@cache
def good_answer(name: str) -> bytes:
    """The whole body of a good answer; made once, as a server that is measured has to be quick."""
    return completion(good(name))


@lru_cache(1)
def bomb() -> bytes:
    return gzip.compress(b"0" * 64_000_000, 1)


class Asked(Exchange):
    """A request for a draft."""

    @property
    def form(self) -> str:
        """The draft that is asked for; by name, or else by the schema's words among the messages."""
        named = NAMED.search(self.raw)
        if named:
            return named[1].decode()
        return next(
            (
                name
                for name, draft in DRAFTS.items()
                if all(f'\\"{field}\\"'.encode() in self.raw for field in (*draft, *OF_ITEMS.get(name, ())))
            ),
            "ReferenceDraft",
        )

    @property
    def good(self) -> str:
        return good(self.form)

    def fine(self):
        self.send(good_answer(self.form))

    def error(self, status: int, message: str, **facts: Any):
        key = self.headers.get("authorization", "").removeprefix("Bearer ")
        self.json({"error": {"message": f"{message} [{key}]", **facts}}, status)

    def refuse_if(self, name: str, message: str, **facts: Any):
        """Refuse requests that hold `name` anywhere, and take the others."""
        if f'"{name}"'.encode() in self.raw:
            self.error(400, message, **facts)
        else:
            self.content(self.good)

    @property
    def asked(self) -> dict[str, Any]:
        body: dict[str, Any] = json.loads(self.raw)
        return body

    def unless(self, is_refused: object, message: Any, status: int = 400):
        """Answer well, or refuse in whatever words."""
        if is_refused:
            self.json(message if isinstance(message, dict) else {"error": {"message": message}}, status)
        else:
            self.fine()

    @property
    def has_schema(self) -> bool:
        return "response_format" in self.asked

    @property
    def has_system(self) -> bool:
        return any(message["role"] == "system" for message in self.asked["messages"])

    @property
    def cap(self) -> int:
        return self.asked.get("max_tokens") or self.asked.get("max_completion_tokens") or 0

    def busy(self, **headers: str):
        self.json({"error": {"message": "slow down"}}, 429, **headers)


def streamed(*deltas: Mapping[str, Any], finish: str = "stop") -> str:
    """An answer in events, as servers send it that stream whether asked to or not."""
    chunks: list[dict[str, Any]] = [
        {"choices": [{"index": 0, "delta": delta, "finish_reason": None}]} for delta in deltas
    ]
    chunks.append({"choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})
    chunks.append({"choices": [], "usage": USAGE})
    lines = [f"data: {json.dumps(chunk)}\n\n" for chunk in chunks]
    return ": PROCESSING\n\n" + "".join(lines) + "data: [DONE]\n\n"


ODDITIES: dict[str, Callable[[Asked], Any]] = {
    "thought_before": lambda h: h.content(f"<think>Who {{says}} it?</think>\n\n{h.good}"),
    "thought_only_closed": lambda h: h.content(f'What of {{"quote": first? So be it.</think>\n{h.good}'),
    "thought_with_draft": lambda h: h.content(f"<think>Perhaps {h.good}?</think>{h.good}"),
    "thinking_tag": lambda h: h.content(f"<thinking>Both want more.</thinking>{h.good}"),
    "reasoning_tag": lambda h: h.content(f"<reasoning>\n1. Both.\n</reasoning>\n```json\n{h.good}\n```"),
    "thought_in_brackets": lambda h: h.content(f"[THINK]Both sides.[/THINK]{h.good}"),
    "parts_of_text": lambda h: h.content(
        [{"type": "text", "text": h.good[:9]}, {"type": "text", "text": h.good[9:]}]
    ),
    "parts_with_thought": lambda h: h.content(
        [{"type": "thinking", "thinking": [{"type": "text", "text": "{"}]}, {"type": "text", "text": h.good}]
    ),
    "content_object": lambda h: h.content(json.loads(h.good)),
    "answer_in_reasoning_content": lambda h: h.content("", reasoning_content=h.good),
    "answer_in_reasoning": lambda h: h.content(None, reasoning=f"Now for it.\n{h.good}"),
    "answer_in_tool_call": lambda h: h.content(
        None, tool_calls=[{"type": "function", "function": {"name": h.form, "arguments": h.good}}]
    ),
    "fence_in_words": lambda h: h.content(f"Here it is:\n```json\n{h.good}\n```\nShall I go on?"),
    "words_around": lambda h: h.content(f"Aquí está el resumen: {h.good} ¿Algo más?"),
    "list_of_one": lambda h: h.content(f"[{h.good}]"),
    "under_its_name": lambda h: h.content(json.dumps({h.form: json.loads(h.good)})),
    "as_a_call": lambda h: h.content(json.dumps({"name": h.form, "arguments": json.loads(h.good)})),
    "as_a_schema": lambda h: h.content(json.dumps({"type": "object", "properties": json.loads(h.good)})),
    "other_field_besides": lambda h: h.content(json.dumps({"$schema": "x", **json.loads(h.good)})),
    "end_token": lambda h: h.content(f"{h.good}<|im_end|>"),
    "end_tokens": lambda h: h.content(f"\ufeff{h.good}\n</s><|eot_id|><end_of_turn>"),
    "harmony": lambda h: h.content(
        f"<|channel|>analysis<|message|>Both {{talk}}.<|end|><|start|>assistant<|channel|>final "
        f"<|constrain|>json<|message|>{h.good}<|return|>"
    ),
    "harmony_without_final": lambda h: h.content(
        f"<|channel|>analysis<|message|>Perhaps {h.good}<|end|>{h.good}"
    ),
    "harmony_without_marks": lambda h: h.content(f"analysisPerhaps {h.good}? Yes.assistantfinal{h.good}"),
    "text_in_quotes": lambda h: h.content(json.dumps(h.good)),
    "line_ends_in_texts": lambda h: h.content(h.good.replace("Talks go on", "Talks\ngo on")),
    "streamed": lambda h: h.text(
        streamed({"role": "assistant"}, {"content": h.good[:7]}, {"content": h.good[7:]}),
        kind="text/event-stream",
    ),
    "streamed_reasoning": lambda h: h.text(
        streamed({"reasoning_content": "Both {"}, {"content": h.good}), kind="text/event-stream"
    ),
}
"""Answers that are right though odd in form, by the name of what is odd."""


NOT_SUPPORTED = {"loc": ["body", "response_format"], "msg": "Extra inputs are not permitted", "input": {}}
NO_ROLE = {"loc": ["body", "messages", 0, "role"], "msg": "Input should be 'user' or 'assistant'"}
TOO_LARGE = "max_tokens is too large: {}. This model supports at most 4096 completion tokens"
SCHEMALESS: dict[str, Callable[[Asked], Any]] = {
    "schema_refused": lambda h: h.unless(h.has_schema, "This response_format type is unavailable now"),
    "schema_refused_404": lambda h: h.unless(
        h.has_schema, "No endpoints found that can handle the requested parameters.", 404
    ),
    "schema_refused_422": lambda h: h.unless(h.has_schema, {"detail": [NOT_SUPPORTED]}, 422),
    "schema_refused_500": lambda h: h.unless(h.has_schema, "failed to parse grammar", 500),
    "schema_refused_in_spanish": lambda h: h.unless(h.has_schema, "No se puede atender lo que se pide"),
    "schema_refused_in_chinese_422": lambda h: h.unless(h.has_schema, "请求无效", 422),
    "schema_refused_without_a_word": lambda h: h.unless(h.has_schema, {}),
    "schema_ignored_for_prose": lambda h: h.content("Both talk.") if h.has_schema else h.fine(),
    "schema_filled_with_blanks": lambda h: (
        h.content(h.good[:30] + " \n" * 900, finish="length") if h.has_schema else h.fine()
    ),
    "schema_ignored_for_other_json": lambda h: h.content('{"summary": "x"}') if h.has_schema else h.fine(),
}
"""Servers that have to be told the schema in words; each costs one request more."""
DIALECTS: dict[str, Callable[[Asked], Any]] = {
    "system_refused": lambda h: h.unless(h.has_system, "System role not supported"),
    "system_refused_422": lambda h: h.unless(h.has_system, {"detail": [NO_ROLE]}, 422),
    "system_refused_500": lambda h: h.unless(
        h.has_system, "Conversation roles must alternate user/assistant/user/assistant/...", 500
    ),
    "system_refused_in_german": lambda h: h.unless(h.has_system, "So geht das nicht"),
    "temperature_refused": lambda h: h.unless(
        h.asked.get("temperature") != 1 and "temperature" in h.asked, "temperature: only 1 is allowed here"
    ),
    "temperature_refused_upstream": lambda h: h.unless(
        "temperature" in h.asked,
        {
            "error": {
                "message": "Provider returned error",
                "code": 400,
                "metadata": {"raw": "{'temperature'}"},
            }
        },
    ),
    "temperature_refused_in_french": lambda h: h.unless("temperature" in h.asked, "Demande non valable"),
    "seed_refused": lambda h: h.unless("seed" in h.asked, "property 'seed' is unsupported"),
    "seed_refused_in_russian": lambda h: h.unless("seed" in h.asked, "Неверный запрос", 422),
    "top_p_refused": lambda h: h.unless("top_p" in h.asked, 'Unknown name "topP": Cannot find field.'),
    "cap_by_its_other_name": lambda h: h.unless("max_tokens" in h.asked, "That is not how it is done here"),
    "cap_too_large": lambda h: h.unless(h.cap > 4096, TOO_LARGE.format(h.cap)),
    "cap_out_of_range": lambda h: h.unless(h.cap > 4096, "the valid range of max_tokens is [1, 4096]"),
    "all_refused_in_other_words": lambda h: h.unless(
        h.has_schema or h.has_system or "temperature" in h.asked, "Nope, not like this"
    ),
    "schema_then_temperature": lambda h: (
        h.unless(h.has_schema, "no grammar, please") if h.has_schema else DIALECTS["temperature_refused"](h)
    ),
}
"""Servers that take requests of another form; what it takes to find out depends on their words."""
MEANT_OTHERWISE: dict[str, tuple[str, Callable[[Asked], Any]]] = {
    "key_400": ("KeyRefused", lambda h: h.error(400, "API key not valid. Please pass a valid API key.")),
    "credit_400": ("QuotaExhausted", lambda h: h.error(400, "Your credit balance is too low")),
    "model_400": ("UnknownModel", lambda h: h.error(400, "The model `it` does not exist.")),
    "model_404": (
        "UnknownModel",
        lambda h: h.error(404, f"'{h.asked['model']}' was nowhere to be seen here"),
    ),
    "model_404_in_chinese": ("UnknownModel", lambda h: h.error(404, "您 请求 的 模型 不存在 。")),
    "policy_400": ("ReplyRefused", lambda h: h.error(400, "Input data may contain inappropriate content.")),
    "context_in_other_words": (
        "ContextExceeded",
        lambda h: h.error(400, "The input token count (9000) exceeds the maximum number of tokens allowed"),
    ),
}
"""Refusals that other words of the request would not mend, and the error that each ends in."""


FAULTS: dict[str, Callable[[Asked], Coroutine[Any, Any, None] | None]] = {
    "ok": Asked.fine,
    "plain_ok": lambda h: h.json({"choices": [{"message": {"content": h.good}}]}),
    "429": lambda h: h.busy(),
    "429_ms": lambda h: h.busy(retry_after_ms="1500"),
    "429_soon": lambda h: h.busy(retry_after_ms="20"),
    "429_seconds": lambda h: h.busy(retry_after="7"),
    "429_date": lambda h: h.busy(retry_after="Fri, 31 Dec 9999 23:59:59 GMT"),
    "429_past": lambda h: h.busy(retry_after="Wed, 21 Oct 2015 07:28:00 GMT"),
    "429_zero": lambda h: h.busy(retry_after="0"),
    "429_negative": lambda h: h.busy(retry_after="-3"),
    "429_nonsense": lambda h: h.busy(retry_after="soon"),
    "429_long": lambda h: h.busy(retry_after="121"),
    "429_days": lambda h: h.busy(retry_after="9" * 12),
    "429_limits": lambda h: h.busy(X_RateLimit_Remaining_Requests="0", x_ratelimit_reset_requests="6s"),
    "quota": lambda h: h.error(429, "You exceeded your quota", code="insufficient_quota"),
    **{
        str(status): lambda h, status=status: h.error(status, "no")  # type: ignore[misc]
        for status in (400, 401, 402, 403, 404, 408, 418, 500, 502, 503, 529)
    },
    "model_not_found": lambda h: h.error(400, "The model does not exist", code="model_not_found"),
    "context": lambda h: h.error(400, "too long", code="context_length_exceeded"),
    "context_llama": lambda h: h.error(
        400, "exceeds the context", type="exceed_context_size_error", code=400
    ),
    "filter_400": lambda h: h.error(400, "The prompt was filtered", code="content_filter"),
    "redirect": lambda h: h.json({}, 307, location="http://elsewhere.invalid/v1"),
    "html": lambda h: h.text("<!DOCTYPE html><html>Please log in</html>"),
    "html_502": lambda h: h.text("<html>Bad gateway</html>", 502),
    "html_as_json": lambda h: h.text("<html>", kind="application/json"),
    "half_json": lambda h: h.text('{"choices": [', kind="application/json"),
    "deep_json": lambda h: h.text("[" * 200_000, kind="application/json"),
    "array": lambda h: h.json([1]),
    "null_choices": lambda h: h.json({"choices": None}),
    "no_choices": lambda h: h.json({"choices": []}),
    "strange_choices": lambda h: h.json({"choices": [7], "usage": "much"}),
    "inner_429": lambda h: h.json({"error": {"code": 429, "message": "busy upstream"}}),
    "inner_529": lambda h: h.json({"error": {"type": "overloaded_error", "message": "Overloaded"}}),
    "inner_quota": lambda h: h.json({"error": {"code": "insufficient_quota", "message": "no credit"}}),
    "inner_context": lambda h: h.json({"error": {"code": "context_length_exceeded", "message": "long"}}),
    "inner_unknown": lambda h: h.json({"error": "something broke", "choices": None}),
    "length": lambda h: h.content(h.good, finish="length"),
    "filter": lambda h: h.content(h.good, finish="content_filter"),
    "refusal": lambda h: h.content(None, refusal="I\x1b[31m cannot\nhelp with that"),
    "empty": lambda h: h.content(""),
    "null": lambda h: h.content(None),
    "parts": lambda h: h.content([{"type": "text"}]),
    "fence": lambda h: h.content(f"```json\n{h.good}\n```"),
    **ODDITIES,
    **SCHEMALESS,
    **DIALECTS,
    **{name: refuse for name, (_, refuse) in MEANT_OTHERWISE.items()},
    "two_objects": lambda h: h.content(h.good + h.good),
    "two_objects_in_a_list": lambda h: h.content(f"[{h.good}, {h.good}]"),
    "two_fences": lambda h: h.content(f"```json\n{h.good}\n```\nor\n```json\n{h.good}\n```"),
    "only_a_thought": lambda h: h.content(f"<think>perhaps {h.good}</think>"),
    "thought_without_end": lambda h: h.content(f"<think>perhaps {h.good}"),
    "only_analysis": lambda h: h.content(f"<|channel|>analysis<|message|>{h.good}<|end|>"),
    "thought_apart_alone": lambda h: h.content("", reasoning_content="What do both sides want? {"),
    "finish_error": lambda h: h.content(h.good, finish="error"),
    "finish_abort": lambda h: h.content(h.good, finish="abort"),
    "choice_error": lambda h: h.json(
        {"choices": [{"error": {"code": 502, "message": "upstream broke"}, "finish_reason": "error"}]}
    ),
    "choice_error_400": lambda h: h.json({"choices": [{"error": {"code": 400, "message": "odd"}}]}),
    "stream_broken": lambda h: h.text('data: {"choices": [{"delta": {"content": "{"}}]}\n\n'),
    "length_by_another_name": lambda h: h.content(h.good, finish="MAX_TOKENS"),
    "filter_by_another_name": lambda h: h.content(h.good, finish="SAFETY"),
    "refusal_part": lambda h: h.content([{"type": "refusal", "refusal": "I cannot"}]),
    "double_key": lambda h: h.content(h.good.replace('"headline"', '"headline": "Other", "headline"')),
    "nan": lambda h: h.content(h.good.replace("[]", "[NaN]", 1)),
    "infinite": lambda h: h.content(h.good.replace("[]", "1e999", 1)),
    "nested": lambda h: h.content(h.good.replace("[]", "[" * 65 + "]" * 65, 1)),
    "surrogate": lambda h: h.content(h.good.replace("Talks", "T\\ud800")),
    "raw_surrogate": lambda h: h.content(h.good.replace("Talks", "T\ud800")),
    "broken_surrogate": lambda h: h.content("T\ud800"),
    "words": lambda h: h.content("I think that both sides talk."),
    "nul": lambda h: h.content(h.good.replace("Talks", "T\\u0000")),
    "long_number": lambda h: h.content(h.good.replace("[]", "9" * 5000, 1)),
    "unfit_item": lambda h: h.content(json.dumps({**DRAFT, "quotes": [UNFIT, FIT, FIT]})),
    "unfit_items": lambda h: h.content(json.dumps({**DRAFT, "quotes": [UNFIT, FIT, UNFIT]})),
    "wrong_shape": lambda h: h.content('{"headline": ""}'),
    "template": lambda h: h.content(h.good.replace("Talks", "{{ 7 * 7 }}")),
    "large": lambda h: h.content("x" * 3_000_000),
    "bomb": lambda h: h.send(bomb(), content_encoding="gzip"),
    "bad_gzip": lambda h: h.send(b"no gzip", content_encoding="gzip"),
    "short": lambda h: h.hang_up(5000),
    "reset": Asked.reset,
    "drip": Asked.drip,
    "stall": lambda _: None,
    "no_bounds": lambda h: h.refuse_if("maxLength", "keyword 'maxLength' is not permitted"),
    "no_schema": lambda h: h.refuse_if("response_format", "json_schema is not supported here"),
    "no_temperature": lambda h: h.refuse_if(
        "temperature", "Unsupported value", param="temperature", code="unsupported_value"
    ),
    "no_max_tokens": lambda h: h.refuse_if(
        "max_tokens", "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
    ),
    "cap_too_high": lambda h: h.error(400, "max_tokens is too large: this model supports at most 4096"),
}


class MisbehavingServer(LoopbackServer):
    """Answers each request with the next fault of its script; the last one goes on for ever.

    Args:
        script: names of faults.
        where: what is done instead with requests that hold a text, whenever they come.
        delay: seconds before each answer.
        capacity: requests under way at once; those beyond it are told 429.
        port: where it listens; 0 for any.
        keep: whether `requests` and `headers` keep what came.
    """

    exchange = Asked

    def __init__(
        self,
        *script: str,
        where: Mapping[str, str] | None = None,
        delay: float = 0.0,
        capacity: int | None = None,
        port: int = 0,
        keep: bool = True,
    ):
        super().__init__(port=port, keep=keep)
        self.script = list(script or ["ok"])
        self.where = dict(where or {})
        self.delay, self.capacity = delay, capacity

    def answer(self, exchange):
        if self.capacity is not None and self.under_way > self.capacity:
            return exchange.busy()
        fault = FAULTS[self.next_fault(exchange)]
        if not self.delay:
            return fault(exchange)
        self._loop.call_later(self.delay, lambda: self.go(fault(exchange)))
        return None

    def next_fault(self, exchange: Exchange) -> str:
        for text, fault in self.where.items():
            if text.encode() in exchange.raw:
                return fault
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fault", action="append", choices=sorted(FAULTS), help="in order; default: ok")
    parser.add_argument("--port", type=int, default=8099)
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--capacity", type=int, help="requests at once; 429 to those beyond")
    arguments = parser.parse_args()
    server = MisbehavingServer(
        *(arguments.fault or ["ok"]),
        port=arguments.port,
        delay=arguments.delay,
        capacity=arguments.capacity,
        keep=False,
    )
    print(server.url, flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print(f"{server.count} requests")


if __name__ == "__main__":
    main()
