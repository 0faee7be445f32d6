"""Find the one draft in what a model wrote, where no doubt is possible which it is; guess nothing."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.drafts import Draft, check_json

_MOST = 1 << 20
"""Characters; a longer answer is none, and is not searched for one."""
_WRAPPINGS = 4
"""Lists of one, schema names and the like that may stand around a draft."""
_THOUGHT = r"(?:think|thinking|thoughts?|reasoning|reflection|analysis|scratchpad|seed:think)"
_MARK = re.compile(
    rf"(?P<open><{_THOUGHT}>|\[THINK\]|◁think▷|<\|begin_of_thought\|>|<\|channel>thought\b)|"
    rf"(?P<close></{_THOUGHT}>|\[/THINK\]|◁/think▷|<\|end_of_thought\|>|<channel\|>|"
    r"<\|channel\|>\s?final[^<]{0,40}(?:<\|constrain\|>[^<]{0,20})?<\|message\|>|assistantfinal(?=\s*[{\[`]))|"
    r"(?P<analysis><\|channel\|>\s?analysis[^<]{0,40}<\|message\|>)|"
    r"(?P<end><\|end\|>)",
    re.IGNORECASE,
)
"""Marks of what a model thinks before it answers: tags of several makes, and harmony's channels (gpt-oss)."""
_OBJECT = re.compile(r'\{\s*"')
_FENCE = re.compile(r"\s*```[a-zA-Z]{0,10}\s*|\s*")
_ANSWER = re.compile(r"\s*(?:[{\[]|```)")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_LINE_ENDS = {ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}
_DECODER = json.JSONDecoder(strict=False)

FENCE = "a Markdown fence around the answer was taken off"
THOUGHTS = "what the model thought before its answer was left out"
AROUND = "what stood around the answer was left out"
INSIDE = "the answer stood inside a list or under a name of its own"
BESIDES = "what the answer had besides the asked-for fields was left out"
LINE_ENDS = "line ends inside texts of the answer were put right"
QUOTED = "the answer came as a text inside quotation marks"


@dataclass(frozen=True, slots=True)
class Found:
    """JSON to be read as a draft, and what was done to get it from what the model wrote."""

    text: str
    repairs: tuple[str, ...] = ()


def find_draft(text: str, form: type[Draft]) -> Found:
    """Return the one JSON object in a model's words as a draft of that form is to be read from it.

    What is ambiguous is returned as it is, for whoever reads it to refuse: two objects, an object inside the
    model's thoughts, JSON that is broken. Linear in the length of the text.
    """
    if len(text) > _MOST or is_draft(text, form):
        return Found(text)
    plain = text.strip().removeprefix("\ufeff")
    if plain.startswith('"'):
        inner = _loaded(plain)
        if isinstance(inner, str):
            found = _found(inner, form)
            return Found(found.text, (QUOTED, *found.repairs))
    return _found(plain, form)


def is_draft(text: str, form: type[Draft]) -> bool:
    """Whether the text is one JSON object with the fields of that form and no others."""
    value = _loaded(text) if text.lstrip().startswith("{") else None
    return isinstance(value, dict) and value.keys() == _fields(form)


def _found(text: str, form: type[Draft]) -> Found:
    span = _only_object(text)
    if span is None:
        return Found(text)
    start, end = span
    inside, repairs = text[start:end], _around(text[:start], text[end:])
    mended = _STRING.sub(lambda string: string[0].translate(_LINE_ENDS), inside)
    if mended != inside:
        inside = mended
        repairs.append(LINE_ENDS)
    try:
        value = check_json(inside)
    except (ValueError, RecursionError):
        return Found(inside, tuple(repairs))  # its reader says what is wrong with it
    draft = _unwrapped(value, _fields(form))
    if draft is None:
        return Found(inside, tuple(repairs))
    if draft is not value:
        repairs.append(INSIDE)
    asked_for = {name: part for name, part in draft.items() if name in _fields(form)}
    if len(asked_for) < len(draft):
        repairs.append(BESIDES)
    if asked_for != value:
        inside = json.dumps(asked_for, ensure_ascii=False)
    return Found(inside, tuple(repairs))


def _around(before: str, after: str) -> list[str]:
    """What is said of that which stands before and after an object."""
    if not before.strip() and not after.strip():
        return []
    if re.fullmatch(r"[\s\[]*", before) and re.fullmatch(r"[\s\]]*", after):
        return [INSIDE]
    if _MARK.search(before):
        return [THOUGHTS]
    return [FENCE if _FENCE.fullmatch(before) and _FENCE.fullmatch(after) else AROUND]


def _only_object(text: str) -> tuple[int, int] | None:
    """Return where the one object stands that is no part of a thought."""
    for begin in dict.fromkeys((0, _after_thoughts(text))):
        span = _single(text, begin)
        if span is not None and _is_answer(text, begin, span):
            return span
    return None


def _single(text: str, begin: int) -> tuple[int, int] | None:
    """Return where the only object from `begin` on stands; None if there are more, or a broken one."""
    span = None
    while (brace := _OBJECT.search(text, begin)) is not None:
        if span is not None:
            return None
        try:
            _, begin = _DECODER.raw_decode(text, brace.start())
        except (ValueError, RecursionError):
            return None
        span = (brace.start(), begin)
    return span


def _is_answer(text: str, begin: int, span: tuple[int, int]) -> bool:
    """Whether an object stands outside all thoughts, those included whose beginning is not marked."""
    start, end = span
    before = list(_thinking(text, begin, start))
    if before and before[-1][1]:
        return False
    first = next((mark for mark in _MARK.finditer(text, end) if mark.lastgroup != "end"), None)
    return first is None or first.lastgroup != "close"


def _thinking(text: str, begin: int, end: int) -> Iterator[tuple[int, bool]]:
    """Yield each place from which on the model thinks, or thinks no longer."""
    in_channel = False
    for mark in _MARK.finditer(text, begin, end):
        if mark.lastgroup == "end":
            if in_channel:
                in_channel = False
                yield mark.end(), False
        else:
            in_channel = mark.lastgroup == "analysis"
            yield mark.end(), mark.lastgroup != "close"


def _after_thoughts(text: str) -> int:
    """Return where the answer begins: after the first thought that JSON or a fence follows, else the last."""
    last = 0
    for place, thinks in _thinking(text, 0, len(text)):
        if not thinks:
            last = place
            if _ANSWER.match(text, place):
                break
    return last


def _unwrapped(value: Any, fields: frozenset[str]) -> dict[str, Any] | None:
    """Return the one object with all fields among those that stand inside each other here."""
    for _ in range(_WRAPPINGS):
        if isinstance(value, dict) and fields <= value.keys():
            return value
        inner = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
        held = [one for one in map(_object_in, inner) if one is not None]
        if len(held) != 1 or (isinstance(value, dict) and fields & value.keys()):
            return None
        value = held[0]
    return None


def _object_in(value: Any) -> Mapping[str, Any] | list[Any] | None:
    if isinstance(value, str) and value.lstrip().startswith("{"):
        try:
            value = check_json(value)
        except (ValueError, RecursionError):
            return None
    return value if isinstance(value, dict) or (isinstance(value, list) and len(value) == 1) else None


def _fields(form: type[Draft]) -> frozenset[str]:
    return frozenset(form.model_fields) - {"unreadable"}


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
