"""Words that say that somebody speaks, by language; the words themselves are in `languages`."""

from functools import cache

from summarizer.languages import entry, main_language
from summarizer.text.wordlists import words


def speech_cues(language: str | None) -> frozenset[str]:
    """The cue words, lower case, of `language` (a code such as `en-GB`); English ones if none are known."""
    return _cues(main_language(language))


def is_cue(word: str, cues: frozenset[str]) -> bool:
    """Whether a word, or the first part of one such as dit-il, says that somebody speaks."""
    return word.partition("-")[0].lower() in cues


@cache
def _cues(code: str) -> frozenset[str]:
    return words(entry(code).cues)
