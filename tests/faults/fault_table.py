"""What can go wrong, and what the program does then: a row for each fault.

Actions: R, a repeat mends it · F, the article fails and a run goes on · S, the run stops · D, kept with a warning.
"""

from dataclasses import dataclass

from misbehaving_server import ODDITIES, SCHEMALESS

NOBODY = "http://127.0.0.1:9/v1"
NO_NAME = "http://nowhere.invalid/v1"


@dataclass(frozen=True)
class Row:
    script: str
    """Faults of the server, in order; the last goes on for ever."""
    action: str
    requests: int
    """That reach the server."""
    code: int = 0
    error: str | None = None
    """What the store holds of the last attempt."""
    retriable: bool = True
    articles: int = 1
    warning: str | None = None
    text: bytes | None = None
    """Of the article, where that is what is wrong."""
    url: str | None = None
    """Where it is asked, if not at the server."""
    timeout: float | None = None
    besides: int = 0
    """Requests, at most, for another article that a batch may have begun by the time that the run is stopped."""

    def __str__(self) -> str:
        place = f" at {self.url}" if self.url else ""
        return f"{self.action}: {self.script or 'ok'}{place}, {self.articles} of {self.text or 'text'!r}"


def mended(*faults, requests=2):
    return [Row(f"{fault} ok", "R", requests) for fault in faults]


def failed(error, *faults, requests=1, code=1, retriable=True, timeout=None):
    return [Row(fault, "F", requests, code, error, retriable, timeout=timeout) for fault in faults]


def stopped(error, *faults, requests=1, code=69):
    return [Row(fault, "S", requests, code, error) for fault in faults]


def kept(warning, *faults, requests=1):
    return [Row(fault, "D", requests, warning=warning) for fault in faults]


UNFLAGGED = {"streamed", "streamed_reasoning"}
"""Oddities of which nothing is to be said: the model wrote what was asked for."""

ROWS = [
    *mended("429", "429_soon", "429_zero", "429_past", "429_negative", "429_nonsense", "inner_429"),
    *mended("408", "500", "502", "503", "529", "inner_529", "html_502", "inner_unknown"),
    *mended("short", "reset", "bad_gzip", "half_json", "html"),
    *mended("empty", "null", "parts", "null_choices", "no_choices", "strange_choices"),
    *mended("wrong_shape", "words", "two_objects", "double_key", "two_fences", "only_a_thought"),
    *mended("finish_error", "choice_error", "choice_error_400", "stream_broken", "thought_apart_alone"),
    *mended("raw_surrogate", requests=1),
    *mended("broken_surrogate", "nan", "infinite", "nul", "surrogate", "length"),
    Row("429 503 reset ok", "R", 4),
    *kept("output_repaired", "fence", *sorted(set(ODDITIES) - UNFLAGGED)),
    *kept(None, *sorted(UNFLAGGED)),
    *kept("schema_fallback", "no_schema", *SCHEMALESS, requests=2),
    *kept(
        "parameter_refused",
        "no_temperature",
        "temperature_refused",
        "temperature_refused_upstream",
        requests=2,
    ),
    *kept("parameter_refused", "system_refused", "system_refused_422", "system_refused_500", requests=2),
    *kept("parameter_refused", "system_refused_in_german", requests=3),
    *kept("parameter_refused", "temperature_refused_in_french", requests=4),
    *failed("ReplyEmpty", "empty", "null_choices", requests=2),
    *failed("ReplyInvalid", "wrong_shape", "words", "two_objects", "double_key", requests=2),
    *failed("ReplyInvalid", "nan", "infinite", "nul", requests=2),
    *failed("ReplyInvalid", "nested", "long_number"),
    *failed("ReplyTruncated", "length", requests=2),
    *failed("ReplyTooLarge", "bomb"),
    *failed("ReplyRefused", "refusal", "filter", "filter_400", "filter_by_another_name", retriable=False),
    *failed("DeadlineExceeded", "drip", "stall", timeout=2.0),
    *failed("EndpointUnreachable", "500", "503", "529", "inner_unknown", "finish_error", requests=4, code=69),
    *failed("EndpointUnreachable", "short", "reset", "html", "deep_json", requests=2, code=69),
    *failed("RequestRefused", "400", requests=7, code=69, retriable=False),
    *failed("RequestRefused", "418", code=69, retriable=False),
    *stopped("RateLimited", "429", requests=8, code=75),
    *stopped("RateLimited", "429_long", "429_date", "429_days", code=75),
    *stopped("QuotaExhausted", "quota", "402", "inner_quota", code=75),
    *stopped("KeyRefused", "401", "403"),
    *stopped("UnknownModel", "404", "model_not_found"),
    *stopped("Redirected", "redirect"),
    Row("500", "S", 8, 69, "EndpointDown", articles=2),
    Row("500", "S", 8, 69, "EndpointDown", articles=3, besides=3),
    Row("reset", "S", 8, 69, "EndpointDown", articles=4),
    Row("reset", "S", 8, 69, "EndpointDown", articles=5, besides=1),
    Row("html", "S", 3, 69, "EndpointDown", articles=3),
    Row("400", "S", 16, 69, "EveryRequestRefused", articles=11),
    Row("stall", "S", 3, 69, "EndpointDown", articles=4, timeout=2.0),
    Row("ok", "S", 0, 69, "EndpointDown", articles=5, url=NOBODY),
    Row("ok", "F", 0, 69, "EndpointUnreachable", url=NO_NAME),
    Row("ok", "F", 0, 65, text=b""),
    Row("ok", "F", 0, 65, text=b"\x7fELF\0\1\2\3"),
    Row("ok", "R", 1, text="“We will rebuild\0 this town,” Ana Ruiz said.".encode()),
]
