"""Numbers in words of languages without a file: whole phrases, looked up."""

import re
import unicodedata
from decimal import Decimal

from summarizer.analysis.number_words import Spelled
from summarizer.languages import Language, number_phrases

_TOKEN = re.compile(r"[^\s\d.,;:!?()\[\]«»“”\"'’-]+")
_RUN = 60
"""Characters of the longest phrase."""


class SpelledOut:
    """The reader of one language's number phrases."""

    def __init__(self, language: Language, not_numbers: frozenset[str]) -> None:
        """Read the phrases of a language but for `not_numbers`, which mean something else beside a number."""
        self._phrases = {
            words: value for words, value in number_phrases(language.code).items() if words not in not_numbers
        }
        self._tokens = frozenset(token for words in self._phrases for token in words.split())
        self._longest = max((len(words.split()) for words in self._phrases), default=0)
        firsts = sorted({words[0] for words in self._phrases})
        self.first_letters = "".join(dict.fromkeys(case for one in firsts for case in (one, one.upper())))
        self.rest = r"(?<![\w'’-].)"

    def read(self, text: str, start: int) -> Spelled | int:
        """The number whose words begin at `start`, or where to go on if they are none."""
        if start and unicodedata.category(text[start - 1]).startswith("M"):
            return start + 1
        tokens = self._run(text, start)
        for length in range(min(len(tokens), self._longest), 0, -1):
            words = " ".join(token for token, _ in tokens[:length])
            value = self._phrases.get(words)
            if value is None:
                continue
            end = tokens[length - 1][1]
            more = self._more(tokens, length)
            if more or text[end : end + 1] in tuple("-'’"):
                return more or end  # two numbers side by side, or a part of a word, are none
            return Spelled(end, Decimal(value))
        return tokens[0][1] if tokens else start + 1

    def _more(self, tokens: list[tuple[str, int]], place: int) -> int:
        """Where the further words of numbers end that follow; 0 if there are none."""
        end = 0
        for word, end_of_word in tokens[place:]:
            if word not in self._tokens:
                break
            end = end_of_word
        return end

    def _run(self, text: str, start: int) -> list[tuple[str, int]]:
        """Words that only spaces divide, with their ends."""
        found: list[tuple[str, int]] = []
        place = start
        for token in _TOKEN.finditer(text, start, start + _RUN):
            if text[place : token.start()].strip(" \u00a0") or len(found) > self._longest:
                break
            if token.end() == start + _RUN and text[token.end() : token.end() + 1].isalpha():
                break
            found.append((token.group().lower(), token.end()))
            place = token.end()
        return found
