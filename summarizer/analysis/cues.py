"""Words that say that somebody speaks, by language; the words themselves are in `languages`."""

from functools import cache

from summarizer.languages import entry, known_with, main_language
from summarizer.text.wordlists import words

_ELSEWHERE = words("""
    säger sa sade berättar förklarar menar uppger svarar frågar konstaterar tycker hävdar sier forteller
    forklarer mener opplyser svarer spør uttaler påpeker siger sagde fortæller oplyser spørger udtaler
    zegt zei vertelt vertelde aldus verklaarde dice dicono detto disse dissero diz afirma afirmou
    explicou spiega spiegato aggiunto aggiunge dichiarato sanoo sanoi kertoo kertoi toteaa totesi kysyi
    vastasi řekl řekla říká uvedl uvedla povedal povedala hovorí сказав сказала каже заявив заявила
    додав додала spune spus declarat mondta mondja közölte dedi söyledi belirtti είπε δήλωσε λέει τόνισε
    कहा बोले बताया אמר אמרה אמרו הוסיף הוסיפה טען טענה diye กล่าว diu digué kaže rekao rekla izjavio
    izjavila ujar tutur chiede chiesto risposto risponde ribattuto replicato rebateu respondeu perguntou
""")
"""Verbs of languages that have no file, or whose file has none."""


def speech_cues(language: str | None) -> frozenset[str]:
    """The cue words, lower case, of `language` (a code such as `en-GB`); those of all if none are known."""
    return _cues(main_language(language) if is_known(language) else None)


def is_known(language: str | None) -> bool:
    """Whether the words that say that somebody speaks are known in `language`."""
    return language is not None and main_language(language) in known_with("speech")


def is_cue(word: str, cues: frozenset[str]) -> bool:
    """Whether a word, or the first part of one such as dit-il, says that somebody speaks."""
    return word.partition("-")[0].lower() in cues


@cache
def _cues(code: str | None) -> frozenset[str]:
    if code is None:
        return _ELSEWHERE.union(*map(_cues, known_with("speech")))
    return words(entry(code).cues)
