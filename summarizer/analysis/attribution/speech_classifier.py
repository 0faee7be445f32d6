"""Which words between quotation marks somebody said, and which are titles, names and terms."""

from collections.abc import Container, Iterator
from functools import cached_property

from summarizer.analysis import MarkedArticle, Quotation
from summarizer.analysis.attribution.units import Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary

_FAR = 15
"""Words between cue and quotation from which on a phrase that a full quotation holds is only a term."""
_LONGEST_TERM = 6
"""Words."""
_LOOK = 4
"""Words before a title in which its kind is named: the book, an episode of."""
_REACH = 10
"""Words before a name in quotation marks in which somebody calls somebody that."""
_EDGES = " .,;:!?"


class SaidWords:
    """Tells, of the quotations of an article, which are somebody’s words."""

    def __init__(self, marked: MarkedArticle, words: Vocabulary) -> None:
        """Take the article; nothing is read before a quotation is asked for."""
        self._marked, self._words = marked, words
        self._phrases: dict[int, set[tuple[str, ...]]] = {}

    def is_said(self, quotation: Quotation, unit: Unit, at: int, distance: int | None) -> bool:
        """Whether the quotation, token `at` of `unit`, is said.

        Args:
            quotation: one that stands in no other.
            unit: the unit that holds it.
            at: its token.
            distance: words between it and the cue that attributes it; None if nothing does.
        """
        if quotation.form == "statement":
            return True
        text = self._marked.article.slice(quotation.span).strip(_EDGES)
        if all(word in self._words.functional for word in text.casefold().split()):
            return False
        if unit.heading:
            return True
        if self._is_name(text, unit, at):
            return False
        if distance is None:
            return self._is_told(unit, at)
        return distance <= _FAR or not self._is_term(text, unit, at)

    def _is_told(self, unit: Unit, at: int) -> bool:
        """Whether a clause around the words tells what somebody means: a message that the “rich” pay less."""
        return any(token.text == "that" for token in unit.tokens[max(0, at - _REACH) : at])

    def _is_name(self, text: str, unit: Unit, at: int) -> bool:
        """Whether the marks hold a title or a name, and nobody is said to call somebody that."""
        before = [token.lower for token in unit.tokens[max(0, at - _REACH) : at]]
        if before and (before[-1] in self._words.calls_so or not self._words.naming.isdisjoint(before)):
            return False
        return (
            self._is_title(text)
            or not self._words.titled.isdisjoint(token.text for token in unit.tokens[max(0, at - _LOOK) : at])
            or self._keeps_at_a_distance(text, unit, at)
            or self._is_nickname(unit, at)
        )

    def _is_title(self, text: str) -> bool:
        telling = [word for word in text.replace("-", " ").split() if word not in self._words.functional]
        return len(telling) > 1 and all(not word[0].islower() for word in telling)

    def _is_nickname(self, unit: Unit, at: int) -> bool:
        """Whether the marks stand inside a name: Ann “Annie” Roe."""
        inside = 0 < at < len(unit.tokens) - 1
        return inside and unit.tokens[at - 1].capital and unit.tokens[at + 1].capital

    def _keeps_at_a_distance(self, text: str, unit: Unit, at: int) -> bool:
        """Whether the marks keep a word at a distance: the “Acmean” premier, the “flexible” timetable."""
        following = unit.tokens[at + 1].text if at + 1 < len(unit.tokens) else ""
        if at == 0 or len(text.split()) > 1 or not following[:1].islower():
            return False
        attribute = unit.tokens[at - 1].lower == "the" and following not in self._words.prepositions
        return text[:1].isupper() or attribute

    def _is_term(self, text: str, unit: Unit, at: int) -> bool:
        """Whether the words are taken up from a full quotation: the “lost year”."""
        if at == 0 or unit.tokens[at - 1].lower not in self._words.determiners:
            return False
        term = tuple(_plain(text))
        return len(term) <= _LONGEST_TERM and term in self._phrases_of_statements(len(term))

    def _phrases_of_statements(self, size: int) -> Container[tuple[str, ...]]:
        """Every phrase of so many words that a full quotation holds."""
        if size not in self._phrases:
            self._phrases[size] = {
                phrase
                for words in self._statements
                for phrase in zip(*(words[at:] for at in range(size)), strict=False)
            }
        return self._phrases[size]

    @cached_property
    def _statements(self) -> list[list[str]]:
        """The words of the full quotations."""
        article = self._marked.article
        return [
            list(_plain(article.slice(quotation.span)))
            for quotation in self._marked.quotations
            if quotation.form == "statement"
        ]


def _plain(text: str) -> Iterator[str]:
    return (word.strip(_EDGES) for word in text.casefold().split())
