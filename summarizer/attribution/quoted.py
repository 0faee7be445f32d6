"""Which words between quotation marks somebody said, and which are titles, names and words held with tongs."""

from summarizer.attribution.units import Unit
from summarizer.attribution.vocabulary import Vocabulary
from summarizer.marking import MarkedArticle, Quotation

_FAR = 15
"""Words between cue and quotation from which on a phrase that a full quotation holds is only a term."""
_LOOK = 4
"""Words before a title in which its kind is named: the book, an episode of."""
_REACH = 10
"""Words before a name in quotation marks in which somebody calls somebody that."""


class SaidWords:
    """Tells, of the quotations of an article, which are somebody’s words."""

    def __init__(self, marked: MarkedArticle, words: Vocabulary) -> None:
        self._marked, self._words = marked, words
        text = marked.article.text
        self._whole = " ".join(
            text[quotation.span.start : quotation.span.end].casefold()
            for quotation in marked.quotations
            if quotation.form == "statement"
        )

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
        words = self._marked.article.slice(quotation.span).strip(" .,;:!?")
        plain = [word.casefold() for word in words.split()]
        if all(word in self._words["functional"] for word in plain):
            return False
        before = [token.lower for token in unit.tokens[max(0, at - _REACH) : at]]
        if unit.heading:
            return True
        if not self._words["naming"].intersection(before) and before[-1:] != ["as"]:
            nouns = {token.text for token in unit.tokens[max(0, at - _LOOK) : at]}
            if self._is_title(words) or self._words["titled"] & nouns:
                return False
            if self._is_attribute(words, unit, at) or self._is_nickname(unit, at):
                return False
        if distance is None:
            return False
        term = unit.tokens[at - 1].lower in self._words["determiners"] and words.casefold() in self._whole
        return distance <= _FAR or not term

    def _is_title(self, words: str) -> bool:
        telling = [word for word in words.replace("-", " ").split() if word not in self._words["functional"]]
        return len(telling) > 1 and all(not word[0].islower() for word in telling)

    def _is_nickname(self, unit: Unit, at: int) -> bool:
        """Whether the marks stand inside a name: Ann “Annie” Roe."""
        inside = 0 < at < len(unit.tokens) - 1
        return inside and unit.tokens[at - 1].capital and unit.tokens[at + 1].capital

    def _is_attribute(self, words: str, unit: Unit, at: int) -> bool:
        """Whether the marks keep a name at a distance: the “Acmean” premier, “Acme’s” aggression."""
        following = unit.tokens[at + 1].text if at + 1 < len(unit.tokens) else ""
        return words[:1].isupper() and len(words.split()) == 1 and following[:1].islower() and at > 0
