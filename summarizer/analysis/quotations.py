"""Quotations: words between quotation marks, how they hang together, and whether they look like speech."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.analysis.analysis import Quotation
from summarizer.analysis.cues import is_cue
from summarizer.analysis.pairs import Pair, pairs
from summarizer.analysis.sentences import in_sentence
from summarizer.analysis.speech import Speech, speaker_label, speech
from summarizer.article import Span

_MOST_SCARE_WORDS = 3
_MOST_UNSPACED = 6
"""Characters of a script that sets no spaces between its words."""
_LONGEST_SCARE = 60
_SHORT_WORD = 3
"""Letters; a title may leave such words in lower case."""
_LONGEST_ATTRIBUTION = 120
_LOOK = 60
_LONGEST_REPORT = 160
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SAYS_SOMETHING = re.compile(r"\w")
_SENTENCE_PUNCTUATION = re.compile(r"[.!?…;:؟](?!\w)|[，。！？；：]")
_NEW_SENTENCE = re.compile(
    r"(?:[!?…;]|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.)\s+\w|[。！？；؟]."
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z][a-z]{0,2}|Prof|Capt|Sgt|Adm|Supt)\.")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af]")
_CLAUSE = re.compile(r"\s*,?\s*([^.,;:!?…\n]*)")
_WORDS_TO_CUE_AFTER = 6
_BARE_CLAUSE = re.compile(r"[ \u00a0]?,?[ \u00a0]([^.,;:!?…\n“”\"«»„]+)[.,;:]")
_WORDS_OF_A_SAYING = range(2, 6)
"""Words of a clause that needs no known verb to say who speaks."""


@dataclass(slots=True)
class Quoted:
    """A quotation on its way: what `Quotation` holds, but for ids and form; others go by their place."""

    span: Span
    outer: Span
    closed: bool
    mark: str
    within: int | None = None
    continues: int | None = None


def find(text: str, paragraphs: Sequence[Span], language: str | None) -> list[Quoted]:
    """Every quotation of the article, in order of its opening mark, an outer one before its inner ones."""
    words = speech(language)
    found: list[Quoted] = []
    open_above: int | None = None
    for index, paragraph in enumerate(paragraphs):
        first = len(found)
        following = paragraphs[index + 1].start if index + 1 < len(paragraphs) else len(text)
        found += _in_paragraph(text, paragraph, text[following : following + 1], first)
        if len(found) == first:
            open_above = None
            continue
        if open_above is not None and _takes_up(text, found[first], found[open_above], paragraph):
            found[first].continues = open_above
        _link(text, found, first, words)
        open_above = _left_open(found, first, paragraph)
    return found


def quotations(
    text: str, found: Sequence[Quoted], starts: Sequence[int], language: str | None
) -> Iterator[Quotation]:
    """The quotations found, with their names, forms and sentences; `starts` are where those begin."""
    words = speech(language)
    goes_on = {quote.continues for quote in found}
    for number, quote in enumerate(found, 1):
        yield Quotation(
            id=f"q{number}",
            span=quote.span,
            outer=quote.outer,
            sentence=in_sentence(starts, quote.span.start),
            form="scare" if number - 1 not in goes_on and _is_scare(text, quote, words) else "statement",
            within=None if quote.within is None else f"q{quote.within + 1}",
            continues=None if quote.continues is None else f"q{quote.continues + 1}",
            closed=quote.closed,
        )


def _in_paragraph(text: str, paragraph: Span, goes_on_with: str, first: int) -> list[Quoted]:
    found: list[Quoted] = []
    places: dict[int, int] = {}
    for pair in pairs(text[paragraph.start : paragraph.end], goes_on_with=goes_on_with):
        span = _stripped(text, paragraph.start + pair.mark.end, paragraph.start + pair.inner_end)
        if span is None:
            continue
        parent = pair.parent
        while parent is not None and id(parent) not in places:
            parent = parent.parent
        places[id(pair)] = first + len(found)
        end = paragraph.start + pair.outer_end if pair.closed else span.end
        outer = Span(paragraph.start + pair.mark.start, end)
        within = places[id(parent)] if parent is not None and _holds(parent, pair) else None
        found.append(Quoted(span, outer, pair.closed, pair.mark.text, within))
    return found


def _holds(parent: Pair, pair: Pair) -> bool:
    return pair.outer_end <= parent.inner_end


def _stripped(text: str, start: int, end: int) -> Span | None:
    """`start`…`end` without white space at its edges; None if no letter or digit is left."""
    words = text[start:end]
    if not _SAYS_SOMETHING.search(words):
        return None
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _takes_up(text: str, quotation: Quoted, above: Quoted, paragraph: Span) -> bool:
    """Whether a quotation goes on from the one above; a label of who speaks (LIND: …) begins another."""
    taken_up = quotation.outer.start == paragraph.start and quotation.mark == above.mark
    return taken_up and speaker_label(text[quotation.span.start : quotation.span.end]) is None


def _left_open(found: list[Quoted], first: int, paragraph: Span) -> int | None:
    """The outermost quotation that runs out of the paragraph, if any."""
    for index in range(first, len(found)):
        if (
            found[index].within is None
            and not found[index].closed
            and found[index].outer.end == paragraph.end
        ):
            return index
    return None


def _link(text: str, found: list[Quoted], first: int, speech_words: Speech) -> None:
    """Join the halves of each “A,” he said. “B.” within the paragraph."""
    outermost = [index for index in range(first, len(found)) if found[index].within is None]
    for before, after in pairwise(outermost):
        between = Span(found[before].outer.end, found[after].outer.start)
        if (
            found[before].closed
            and _is_attribution(text, found[before].span, between, speech_words)
            and not _has_its_own(text, found[after], speech_words)
        ):
            found[after].continues = before


def _is_attribution(text: str, quoted: Span, between: Span, speech_words: Speech) -> bool:
    """Whether the words between two quotations only say who speaks: one clause, one cue, nobody else."""
    if not 0 < between.end - between.start <= _LONGEST_ATTRIBUTION:
        return False
    words = text[between.start : between.end].strip()
    interrupts = text[quoted.end - 1] in ",.!?…—–-，。！？、؟" or words[:1] in tuple(",—–،，")
    if not interrupts and not speech_words.interrupts(words):
        return False
    if words[-1:] not in tuple(".,:—–،，。：、") or _NEW_SENTENCE.search(words):
        return False
    return speech_words.attributes(words)


def _has_its_own(text: str, quote: Quoted, speech_words: Speech) -> bool:
    """Whether a clause behind a quotation says who speaks: “Never,” Quist shot back."""
    if not (quote.closed and speech_words.spaced):
        return False
    words = text[quote.span.start : quote.span.end]
    after = text[quote.outer.end : quote.outer.end + _LONGEST_ATTRIBUTION].partition("\n")[0]
    if words[-1:] != "," and after.lstrip()[:1] not in tuple(",،"):
        return words[-1:] in tuple("!?…؟") and speech_words.goes_with_quotation(after)
    clause = _BARE_CLAUSE.match(after.replace("،", ","))
    short = clause is not None and len(clause[1].split()) in _WORDS_OF_A_SAYING
    return short or _cue_after(words, after, speech_words.cues) or speech_words.goes_with_quotation(after)


def _is_scare(text: str, quote: Quoted, speech_words: Speech) -> bool:
    """Whether the form alone suggests a word or term held with tongs."""
    part = quote.within is not None or quote.continues is not None or not quote.closed
    if part or quote.span.end - quote.span.start > _LONGEST_SCARE:
        return False
    words = text[quote.span.start : quote.span.end]
    before = text[max(quote.outer.start - _LOOK, 0) : quote.outer.start]
    if speech_words.names(before, words):
        return True
    after = text[quote.outer.end : quote.outer.end + _LOOK].replace("،", ",")
    if not speech_words.spaced:
        return _is_unspaced_scare(words, before, after, quote.mark, speech_words)
    long = len(words.split()) > _MOST_SCARE_WORDS and not _is_title(words)
    if long or len(_UNSPACED.findall(words)) > _MOST_UNSPACED:
        return False
    # American printers put the sentence's own comma or full stop inside: called it a “mistake.”
    goes_on = before.rstrip(" ")[-1:]
    inside = (
        words.rstrip(".,")
        if goes_on.isalnum() or goes_on in tuple(",’'") or _is_title(words)
        else words.rstrip(",")
    )
    cues = speech_words.cues
    said = _cue_before(before, words, after, cues) or _cue_after(words, after, cues)
    said = said or (words[-1:] in tuple(",!?") and speech_words.goes_with_quotation(after))
    if said or _SENTENCE_PUNCTUATION.search(inside):
        return False
    return not speech_words.reports(
        text[max(quote.outer.start - _LONGEST_REPORT, 0) : quote.outer.start], words
    )


def _is_unspaced_scare(words: str, before: str, after: str, mark: str, speech_words: Speech) -> bool:
    """The same in Chinese and Japanese."""
    if speech_words.surrounds(before, after):
        return False
    if speech_words.is_title_mark(mark):
        return True
    return len(_UNSPACED.findall(words)) <= _MOST_UNSPACED and not _SENTENCE_PUNCTUATION.search(words)


def _is_title(words: str) -> bool:
    """Whether the words are written like a title: longer ones with a capital, but not all in capitals."""
    longer = [word for word in words.split() if len(word.strip(".,!?’'")) > _SHORT_WORD]
    capitals = len(longer) > 1 and all(word[0].isupper() for word in longer) and words[0].isupper()
    return capitals and not words.isupper()


def _cue_before(before: str, quoted: str, after: str, cues: frozenset[str]) -> bool:
    """Said: “no”, or said “no” where the clause ends; but not: said “so-called” friends."""
    led_in = before.rstrip()
    introduced = led_in[-1:] in (":", ",")
    words = _WORD.findall(led_in)
    if not words or not is_cue(words[-1], cues) or not led_in.rstrip(":,").endswith(words[-1]):
        return False
    ends = quoted[-1:] in tuple(".,!?") or not after.strip() or not after.lstrip()[0].isalnum()
    return introduced or ends


def _cue_after(quoted: str, after: str, cues: frozenset[str]) -> bool:
    """“No,” she said; “no” said the minister."""
    clause = _CLAUSE.match(_ABBREVIATED.sub(" ", after))
    words = _WORD.findall(clause[1])[:_WORDS_TO_CUE_AFTER] if clause else []
    if quoted[-1:] in tuple(",!?…") or after.lstrip()[:1] == ",":
        return any(is_cue(word, cues) for word in words)
    return bool(words) and is_cue(words[0], cues)
