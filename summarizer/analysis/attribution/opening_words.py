"""Words that have their capital only because a sentence begins with them."""

from collections import Counter
from collections.abc import Sequence

from summarizer.analysis.attribution.units import DASHES, POSSESSIVE, Token, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary

OPENS = frozenset('.!?:;“”"()•*|') | DASHES
"""Marks behind which a word may have a capital as the first of a sentence."""


class OpeningWords:
    """Tells them from names, by how an article writes them elsewhere and by what goes on from them."""

    def __init__(self, units: Sequence[Unit], words: Vocabulary) -> None:
        """Learn which words the article writes in lower case, and which with a capital inside a sentence."""
        self._words = words
        self._times = Counter(token.text for unit in units for token in unit.tokens if token.capital)
        self._common = {token.text for unit in units for token in unit.tokens if not token.capital}
        self._inside = {
            token.text
            for unit in units
            if not unit.heading
            for before, token, behind in zip(
                unit.tokens, unit.tokens[1:], (*unit.tokens[2:], None), strict=False
            )
            if token.capital and before.text not in OPENS and before.kind != "quotation"
            if not (behind and behind.capital)
        }
        """Words with a capital inside a sentence, alone or at the end of a name."""

    def opens_with_noun(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """Whether one word at the beginning of a sentence, before an `of`, is no name: Staff of Acme."""
        words, token = self._words, tokens[first]
        if first or at != 1 or at == len(tokens) or tokens[at].lower not in words.of:
            return False
        return token.text not in self._inside and token.lower not in words.bodies

    def only_opens(self, tokens: Sequence[Token], at: int, last: int, *, opens: bool) -> bool:
        """Whether the first word of a run has its capital only because a sentence begins with it."""
        words, token, alone = self._words, tokens[at], last - at == 1
        if token.lower in words.openers:
            return True
        is_title = not alone and token.lower.rstrip(".") in words.titles
        if token.text in self._inside or words.is_given(token.lower) or is_title:
            return False
        if token.lower in self._common:
            return alone or (opens and tokens[at + 1].lower not in words.offices)
        if not opens or not alone:
            return opens and self._is_other_word(token.lower)
        tells_kind = (
            self._is_plural_noun(tokens, at)
            or token.lower in words.roles
            or token.lower.removesuffix("s") in words.documents
        )
        return tells_kind or self._is_other_word(token.lower) or not self._acts(tokens, last)

    def _is_plural_noun(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an opening word is a plain noun of several: Problems are …; Jurors …, the juror."""
        words, plain = self._words, tokens[at].lower
        if (
            not tokens[at].text[1:].islower()
            or not words.is_plural(plain)
            or words.is_demonym(plain)
            or plain[:-1] in words.affiliations
        ):
            return False
        behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        is_rare = self._times[tokens[at].text] == 1
        return is_rare or behind in words.plural_auxiliaries or plain[:-1] in self._common

    def _is_other_word(self, plain: str) -> bool:
        """Whether a word is no name by its form: plainly, heading, say."""
        words = self._words
        return words.is_adverb(plain) or words.is_participle(plain) or plain in words.bases

    def _acts(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether what goes on at `at` makes a word that nothing else tells to be a name one: [Acme] said."""
        if at >= len(tokens):
            return False
        if tokens[at].text == ":":
            return tokens[at - 1].text.isupper() and self._times[tokens[at - 1].text] > 1
        if tokens[at].text == ",":
            behind = tokens[at + 1 : at + 3]
            lists = (
                len(behind) > 1 and behind[0].capital and behind[1].lower in {",", *self._words.joins_names}
            )
            return lists or bool(behind and behind[0].lower in self._words.articles)
        return self.goes_on(tokens, at)

    def goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an ’s or a finite verb stands at `at`, which a name before it may be the subject of."""
        if at >= len(tokens):
            return False
        words, plain = self._words, tokens[at].lower
        if tokens[at].text == POSSESSIVE or plain in words.auxiliaries:
            return True
        return plain in words.verbs and plain not in words.bases and not words.is_participle(plain)
