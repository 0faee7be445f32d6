"""What is shown of a candidate: it begins and ends like a sentence, and closes its quotations."""

from bisect import bisect_left
from collections.abc import Sequence

from summarizer.analysis import MarkedArticle, Quotation
from summarizer.article import Span
from summarizer.extracts.candidates import LONGEST, Candidate, Fault

_BREAKS = "，、；,;:—–"
_ENDS = tuple(".!?…。！？؟।:")
_CLOSING = "\"'”’»›」』)]）】"


def worded(marked: MarkedArticle, candidate: Candidate) -> str:
    """Return the words of the article that a candidate shows."""
    return phrase(marked, candidate.shown, ends=Fault.UNENDED not in candidate.faults)


def phrase(marked: MarkedArticle, span: Span, *, ends: bool = True, longest: int = LONGEST) -> str:
    """Return the article's words at `span`, cut between two words where they are more than `longest`.

    Args:
        marked: the article.
        span: where the words are.
        ends: whether to end them like a sentence, if they do not.
        longest: characters that are shown at most.
    """
    text = marked.article.text
    shown = _shortened(text, span, longest)
    words = " ".join(text[shown.start : shown.end].split()) + _missing_marks(marked, shown)
    if shown.end < span.end:
        words += " …"
    elif ends and words and not words.rstrip(_CLOSING).endswith(_ENDS):
        words += _full_stop(words)
    return words[:1].upper() + words[1:]


def _full_stop(words: str) -> str:
    return "。" if any("\u3040" <= letter <= "\u9fff" for letter in words) else "."


def shortened(words: str, longest: int) -> str:
    """Return words, cut at a mark or between two of them, with dots, where they are more than `longest`."""
    if len(words) <= longest:
        return words
    return words[: _place_to_cut(words[:longest])].rstrip() + " …"


def _place_to_cut(window: str) -> int:
    """Return where words that go on are cut: at a mark of their second half, else at the last blank."""
    mark = max(window.rfind(mark) for mark in _BREAKS)
    if mark > len(window) // 2:
        return mark
    blank = window.rfind(" ")
    return blank if blank > 0 else len(window)


def _shortened(text: str, span: Span, longest: int) -> Span:
    if span.end - span.start <= longest:
        return span
    return Span(span.start, span.start + _place_to_cut(text[span.start : span.start + longest]))


def _missing_marks(marked: MarkedArticle, shown: Span) -> str:
    """Return the closing marks of the quotations that go on behind what is shown, the innermost first."""
    text = marked.article.text
    open_ones = [
        quotation
        for quotation in _beginning_in(marked.quotations, shown)
        if quotation.outer.end > shown.end or not quotation.closed
    ]
    return "".join(_closing(text, quotation) for quotation in reversed(open_ones))


def _beginning_in(quotations: Sequence[Quotation], shown: Span) -> list[Quotation]:
    first = bisect_left(quotations, shown.start, key=lambda quotation: quotation.outer.start)
    stop = bisect_left(quotations, shown.end, key=lambda quotation: quotation.outer.start)
    return list(quotations[first:stop])


_PAIRS = {
    "“": "”",
    "„": "“",
    "«": "»",
    "‹": "›",
    "»": "«",
    "‘": "’",
    "‚": "‘",
    "「": "」",
    "『": "』",
    '"': '"',
    "'": "'",
}


def _closing(text: str, quotation: Quotation) -> str:
    return _PAIRS.get(text[quotation.outer.start], "")
