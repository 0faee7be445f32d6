"""What of a sentence is its news: without the dateline before it and what is only added behind."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from summarizer.article import Span
from summarizer.extracts.phrasing import Phrasing

_LONG = 220
"""Characters from which on a sentence is cut where it only adds something."""
_LEAST = 60
"""Characters that have to be left."""
_LEAST_BEHIND = 10
"""Characters that have to follow what is left out at the beginning."""
_UPPER = "A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻА-ЯЁ"
_AGENCY = r"[(（][^()（）\n]{2,40}[)）]"
_DASH = r"\s*\.?\s*(?:[–—―]|--?(?=\s))\s*"
_CHINESE_AGENCY = "新华社|新華社|中新社|本报|本報|中央社|法新社|路透社"
_DATELINES = (
    r"【[^】\n]{1,40}】\s*",  # 【ロンドン=山田】
    rf"(?:{_CHINESE_AGENCY})[^\n。]{{0,40}}?(?:电|電|讯|訊|报道|報導)(?:{_AGENCY})?[\s，,：:]*",
    r"[（(][^）)\n]{2,40}(?:电|電|讯|訊|报道|報導)[）)]\s*",
    rf"[{_UPPER}][\w.,'’/\-\s]{{1,50}}?\s*,?\s*{_AGENCY}{_DASH}",  # Paris, 3 mai (AFP) -
    rf"[{_UPPER}][{_UPPER}.'’/\-]{{2,}}(?:[ ,]+[\w.]{{1,15}}){{0,6}}?,?{_DASH}",  # WASHINGTON, May 3 —
    rf"[^\W\d_][^\n.()–—]{{2,40}}?\s*{_AGENCY}{_DASH}",  # of scripts without capitals
)
_DATELINE = re.compile("|".join(f"(?:{one})" for one in _DATELINES))
_REST = re.compile(r"\.?[-–—]\s+")


def cut(text: str, whole: Span, quoted: Sequence[Span], known: Phrasing) -> Span:
    """Return the part of a sentence that is its news; it begins and ends with words, or with its own mark.

    `quoted` are the quotations in it, in order, of which none is cut.
    """
    start = _start(text, whole, quoted, known)
    return Span(start, _end(text, Span(start, whole.end), quoted, known))


def _start(text: str, whole: Span, quoted: Sequence[Span], known: Phrasing) -> int:
    start = whole.start
    if start and text[start - 1] not in "\n\r":  # no list item: what is left of a dateline
        rest = _REST.match(text, start, whole.end)
        start = rest.end() if rest else start
    limit = min([whole.end, *(span.start for span in quoted[:1])])
    for pattern in (_DATELINE, known.connective):
        found = pattern.match(text, start, max(limit, start))
        if found and whole.end - found.end() >= _LEAST_BEHIND:
            start = found.end()
    return start


def _end(text: str, span: Span, quoted: Sequence[Span], known: Phrasing) -> int:
    """Return where a long sentence ends, before a last clause that only adds something."""
    if span.end - span.start <= _LONG:
        return span.end
    place = text.rfind(",", span.start + _LEAST, span.end)
    found = known.relative.match(text, place, span.end) if place >= 0 else None
    if not found or _is_inside(place, quoted):
        return span.end
    tail = re.findall(r"\w+", text[place : span.end].lower())
    reaches = any(one.end > place for one in quoted)
    return span.end if reaches or not known.cues.isdisjoint(tail) else place


def _is_inside(place: int, quoted: Sequence[Span]) -> bool:
    at = bisect_left(quoted, place, key=lambda span: span.end)
    return at < len(quoted) and quoted[at].start < place
