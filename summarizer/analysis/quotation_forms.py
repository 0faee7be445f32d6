"""What the form of a quotation suggests: something said, or a word, a term or a title held with tongs."""

import re

from summarizer.analysis.cues import is_cue
from summarizer.analysis.speech import Speech
from summarizer.article import Span

_MOST_SCARE_WORDS = 3
_MOST_UNSPACED = 6
"""Characters of a script that sets no spaces between its words."""
_LONGEST_SCARE = 60
_SHORT_WORD = 3
"""Letters; a title may leave such words in lower case."""
_LOOK = 60
_LONGEST_REPORT = 160
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE_PUNCTUATION = re.compile(r"[.!?…;:؟](?!\w)|[，。！？；：]")
_ABBREVIATED = re.compile(r"\b(?:[A-Z][a-z]{0,2}|Prof|Capt|Sgt|Adm|Supt)\.")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af]")
_SAYS_SO = re.compile(r"(?:이?라고|이?라며|이?라면서|고|며|면서)(?![가-힣])")
"""What ties words to a verb of speech behind them in Korean."""
_FEWEST_WORDS = 2
_ENDS_CLAUSE = re.compile(r"\s*[.!?…;।؟]")
_ENDS_BEFORE = re.compile(r"(?:\A|\n|[.!?…:;।؟”»\"])\s*\Z")
_CLAUSE = re.compile(r"\s*,?\s*([^.,;:!?…\n]*)")
_WORDS_TO_CUE_AFTER = 6


def is_term(text: str, span: Span, outer: Span, mark: str, speech_words: Speech) -> bool:
    """Whether the form alone suggests a word or term held with tongs."""
    if span.end - span.start > _LONGEST_SCARE:
        return False
    words = text[span.start : span.end]
    before = text[max(outer.start - _LOOK, 0) : outer.start]
    if speech_words.names(before, words):
        return True
    after = text[outer.end : outer.end + _LOOK].replace("،", ",")
    if not speech_words.spaced:
        return _is_unspaced_scare(words, before, after, mark, speech_words)
    foreign = not speech_words.known and not (speech_words.may_be_english and words.isascii())
    long = len(words.split()) > _MOST_SCARE_WORDS and not _is_title(words)
    long = long or len(_UNSPACED.findall(words)) > _MOST_UNSPACED
    if long or (foreign and _is_statement_in_any_language(words, before, after)):
        return False
    # American printers put the sentence's own comma or full stop inside: called it a “mistake.”
    goes_on = before.rstrip(" ")[-1:]
    inside = (
        words.rstrip(".,")
        if goes_on.isalnum() or goes_on in tuple(",’'") or _is_title(words)
        else words.rstrip(",")
    )
    cues = speech_words.cues
    said = _cue_before(before, words, after, cues) or cue_after(words, after, cues)
    said = said or (words[-1:] in tuple(",!?") and speech_words.goes_with_quotation(after))
    if said or _SENTENCE_PUNCTUATION.search(inside):
        return False
    return not speech_words.reports(text[max(outer.start - _LONGEST_REPORT, 0) : outer.start], words)


def _is_statement_in_any_language(words: str, before: str, after: str) -> bool:
    """Whether the place of words tells that somebody says them, though nothing is known of the language.

    They stand behind a colon, before what ties them to a verb, or make up a sentence or the beginning of one.
    """
    led_in = before.rstrip()
    if _SAYS_SO.match(after) or (led_in.endswith(":") and not _is_title(words)):
        return True
    if len(words.split()) < _FEWEST_WORDS or _is_title(words):
        return False
    ends = not after.strip() or _ENDS_CLAUSE.match(after) is not None
    if led_in.endswith(tuple(",،")):
        return ends
    tied = after.lstrip()[:1]
    return _ENDS_BEFORE.search(before) is not None and (ends or tied in tuple(",،—–-") or tied.islower())


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


def cue_after(quoted: str, after: str, cues: frozenset[str]) -> bool:
    """Whether a cue follows: “No,” she said; “no” said the minister."""
    clause = _CLAUSE.match(_ABBREVIATED.sub(" ", after))
    words = _WORD.findall(clause[1])[:_WORDS_TO_CUE_AFTER] if clause else []
    if quoted[-1:] in tuple(",!?…") or after.lstrip()[:1] == ",":
        return any(is_cue(word, cues) for word in words)
    return bool(words) and is_cue(words[0], cues)
