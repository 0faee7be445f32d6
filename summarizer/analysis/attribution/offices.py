"""What an article says that somebody is: an office, a description, a government."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile

from summarizer.analysis.attribution.holders import Holder, Mention
from summarizer.analysis.attribution.units import POSSESSIVE, Token, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary

_LONGEST_APPOSITION = 14
_BESIDE_NAME = 5
"""Words before or behind a name in which its office may stand."""
_BEHIND_POSSESSIVE = 3
_LONGEST_TITLE = 8
"""Words of an office right before a name."""
_APPOSITION_ENDS = frozenset(",.;:()")


class Offices:
    """The offices, descriptions and governments of a whole article, by holder."""

    def __init__(
        self, text: str, units: Sequence[Unit], mentions: Sequence[Sequence[Mention]], words: Vocabulary
    ) -> None:
        """Note them wherever a name stands: `the group’s head, Ann Roe`, `Ann Roe, a lawyer`."""
        self._text, self._words = text, words
        self._holding: dict[str, set[Holder]] = {}
        self.somebodies: set[Holder] = set()
        """Those who hold an office."""
        self.descriptions: dict[Holder, str] = {}
        self.governing: set[Holder] = set()
        for unit, named in zip(units, mentions, strict=True):
            for mention in named:
                self._learn(unit.tokens, mention)

    def holders_of(self, role: str) -> Collection[Holder]:
        """Who holds an office, lower case."""
        return self._holding.get(role, ())

    def holds(self, holder: Holder, roles: Iterable[str]) -> bool:
        """Whether somebody holds one of the offices."""
        return any(holder in self._holding.get(role, ()) for role in roles)

    def _learn(self, tokens: Sequence[Token], mention: Mention) -> None:
        holder = mention.holder
        for word in (*mention.titles, *self._beside(tokens, mention)):
            if word in self._words.offices:
                self._holding.setdefault(word, set()).add(holder)
                self.somebodies.add(holder)
        if not holder.person:
            if self._is_governed(tokens, mention):
                self.governing.add(holder)
        elif holder not in self.descriptions:
            described = self._apposition(tokens, mention) or self._title(tokens, mention)
            if described:
                self.descriptions[holder] = self._slice(described)

    def _beside(self, tokens: Sequence[Token], mention: Mention) -> Iterator[str]:
        """The words before a name and, behind a comma, after it that may be its office."""
        near = list(tokens[max(0, mention.start - _BESIDE_NAME) : mention.start])
        while near and near[-1].text == ",":
            near.pop()
        for token in reversed(near):
            plain = token.lower
            if token.kind != "word" or plain in self._words.verbs or plain in self._words.ends_office_before:
                break
            yield plain
        if mention.last < len(tokens) and tokens[mention.last].text == ",":
            for token in tokens[mention.last + 1 : mention.last + 1 + _BESIDE_NAME]:
                if token.kind != "word" or token.lower in self._words.ends_office_behind:
                    break
                yield token.lower

    def _is_governed(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """Whether a name is that of a country, by its government: Acme’s army, the government of Acme."""
        words = self._words
        if mention.last < len(tokens) and tokens[mention.last].text == POSSESSIVE:
            behind = tokens[mention.last + 1 : mention.last + 1 + _BEHIND_POSSESSIVE]
            for token in takewhile(lambda token: token.kind == "word", behind):
                if token.lower in words.governing or token.lower in words.rulers:
                    return True
        before = mention.first - 1
        return before > 0 and tokens[before].lower in words.of and tokens[before - 1].lower in words.realms

    def _apposition(self, tokens: Sequence[Token], mention: Mention) -> Sequence[Token]:
        """The words between commas behind a name that say who it is: Ann Roe, [head of Acme], left."""
        if mention.last >= len(tokens) or tokens[mention.last].text != ",":
            return ()
        behind = tokens[mention.last + 1 : mention.last + 1 + _LONGEST_APPOSITION]
        aside = list(
            takewhile(lambda token: token.kind != "quotation" and token.text not in _APPOSITION_ENDS, behind)
        )
        plain = [token.lower for token in aside]
        if (
            self._words.offices.isdisjoint(plain)
            or plain[0] in self._words.opens_clause
            or not self._words.quoting.isdisjoint(plain)
        ):
            return ()
        return aside[1:] if plain[0] in self._words.determiners else aside

    def _title(self, tokens: Sequence[Token], mention: Mention) -> Sequence[Token]:
        """The office before a name, in lower case or with capitals: [council leader] Ann Roe."""
        first = mention.start
        while (
            first > 0
            and mention.start - first < _LONGEST_TITLE
            and tokens[first - 1].text.islower()
            and tokens[first - 1].lower in self._words.offices
        ):
            first -= 1
        return tokens[first : mention.first]

    def _slice(self, tokens: Sequence[Token]) -> str:
        return " ".join(self._text[tokens[0].start : tokens[-1].end].split())
