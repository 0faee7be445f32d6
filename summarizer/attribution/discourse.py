"""Whom a pronoun or an office means, by who was spoken of before."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from summarizer.attribution.names import Holder, Mention
from summarizer.attribution.sources import Source
from summarizer.attribution.units import Token, Unit
from summarizer.attribution.vocabulary import Vocabulary

_MEMORY = 8
"""Units after which nobody is still `he`."""
_LONGEST_APPOSITION = 14
_BEFORE_NAME = 5
"""Words before or behind a name in which its office may stand."""


class Discourse:
    """Who was spoken of, unit by unit."""

    def __init__(self, text: str, words: Vocabulary) -> None:
        self._text, self._words = text, words
        self._recent: list[list[Holder]] = []
        self._roles: dict[str, list[Holder]] = {}
        self._speaking: list[Holder] = []

    def learn(self, unit: Unit, mentions: Sequence[Mention]) -> None:
        """Note the offices that a unit gives to names: `the group’s head, Ann Roe`, `Ann Roe, a lawyer`."""
        for mention in mentions:
            tokens = unit.tokens
            start = mention.first - len(mention.titles)
            near = list(tokens[max(0, start - _BEFORE_NAME) : start])
            while near and near[-1].text == ",":
                near.pop()
            found: set[str] = set(mention.titles)
            for token in reversed(near):
                if (
                    token.kind != "word"
                    or token.lower in self._words.verbs
                    or token.lower in {"that", "and", "for", "of", "to", "by", "with", "from"}
                ):
                    break
                found.add(token.lower)
            if mention.last < len(tokens) and tokens[mention.last].text == ",":
                for token in tokens[mention.last + 1 : mention.last + 1 + _BEFORE_NAME]:
                    if token.kind != "word" or token.lower in {"who", "that", "and", "but"}:
                        break
                    found.add(token.lower)
            self._see_government(unit, mention)
            self._describe(unit, mention, start)
            for role in found & (self._words["roles"] | self._words["titles"]):
                self._roles.setdefault(role, []).append(mention.holder)

    def _see_government(self, unit: Unit, mention: Mention) -> None:
        """Note a country by its government: Acme’s army, the government of Acme."""
        tokens = unit.tokens
        behind = (
            tokens[mention.last + 1 : mention.last + 4]
            if tokens[mention.last : mention.last + 1] and tokens[mention.last].text == "'s"
            else ()
        )
        before = [token.lower for token in tokens[max(mention.first - 2, 0) : mention.first]]
        rules = self._words["governing"] | {
            "minister",
            "ministers",
            "president",
            "premier",
            "chancellor",
            "ambassador",
        }
        if not mention.holder.person and (
            any(token.lower in rules for token in takewhile(lambda token: token.kind == "word", behind))
            or (before[-1:] == ["of"] and before[0] in {"government", "president", "republic"})
        ):
            mention.holder.governs = True

    def _describe(self, unit: Unit, mention: Mention, start: int) -> None:
        """Note what the article says of who somebody is: in an apposition, or in the words before the name."""
        holder, tokens = mention.holder, unit.tokens
        if holder.description or not holder.person:
            return
        behind = tokens[mention.last : mention.last + 1]
        if behind and behind[0].text == ",":
            aside = list(
                takewhile(
                    lambda token: (
                        token.kind != "quotation" and token.text not in {",", ".", ";", ":", "(", ")"}
                    ),
                    tokens[mention.last + 1 : mention.last + 1 + _LONGEST_APPOSITION],
                )
            )
            told = {token.lower for token in aside} & (self._words["roles"] | self._words["titles"])
            if (
                told
                and aside[0].lower not in self._words["relatives"] | {"whose", "where"}
                and not any(token.lower in self._words["quoting"] for token in aside)
            ):
                if aside[0].lower in self._words["determiners"]:
                    aside = aside[1:]
                holder.description = self._slice(aside)
                return
        first = start
        while (
            first
            and tokens[first - 1].kind == "word"
            and tokens[first - 1].text.islower()
            and (tokens[first - 1].lower in self._words["roles"] | self._words["titles"])
        ):
            first -= 1
        if first < mention.first:
            holder.description = self._slice(tokens[first : mention.first])

    def _slice(self, tokens: Sequence[Token]) -> str:
        return " ".join(self._text[tokens[0].span.start : tokens[-1].span.end].split()) if tokens else ""

    def next_unit(self, unit: Unit) -> None:
        """Begin with another unit."""
        self._recent.append([])
        del self._recent[:-_MEMORY]

    def spoken_of(self, holders: Iterable[Holder]) -> None:
        """Note who was spoken of, the most likely to be meant first."""
        self._recent[-1] += [holder for holder in holders if holder not in self._recent[-1]]

    def spoke(self, holders: Iterable[Holder]) -> None:
        """Note who was given as a source."""
        for holder in holders:
            if holder in self._speaking:
                self._speaking.remove(holder)
            self._speaking.append(holder)
            self.spoken_of([holder])

    def resolve(self, source: Source, unit: Unit, mentions: Sequence[Mention]) -> Source:
        """The source with its holder, if there is one to be found."""
        if source.kind == "pronoun":
            return replace(source, holder=self._meant(source, mentions))
        if source.kind == "role":
            return replace(source, holder=self._by_role(source, unit))
        return source

    def _meant(self, source: Source, mentions: Sequence[Mention]) -> Holder | None:
        before = [mention.holder for mention in mentions if mention.first < source.first]
        for holder in before:
            if self._agrees(holder, source) and (holder.gender is not None or self._is_somebody(holder)):
                return holder
        for sure in (True, False):
            for group in reversed(self._recent):
                for holder in group:
                    if self._agrees(holder, source) and (
                        holder.gender is not None or (not sure and self._is_somebody(holder))
                    ):
                        return holder
        return None

    def _is_somebody(self, holder: Holder) -> bool:
        """Whether the article treats the name as a person’s: by an office, a title, or a surname alone."""
        return (
            bool(holder.titles)
            or len(holder.names) > 1
            or holder in self._speaking
            or any(holder in group for group in self._roles.values())
        )

    def _agrees(self, holder: Holder, source: Source) -> bool:
        if source.pronoun in {"he", "she"}:
            return holder.person and holder.gender in {None, source.pronoun}
        if source.pronoun == "it" and holder not in self._speaking:
            return False
        return not holder.person

    def _by_role(self, source: Source, unit: Unit) -> Holder | None:
        """The one holder of the office, the latest before if there were several."""
        first = unit.tokens[source.first].lower
        if first not in {"the"} or any(role.endswith("s") for role in source.roles & self._words["roles"]):
            return None
        found = [holder for role in source.roles for holder in self._roles.get(role, ())]
        if not found:
            if source.roles & self._words["collectives"] and len(source.roles) <= 2:  # noqa: PLR2004 - the group
                return next((holder for holder in reversed(self._speaking) if not holder.person), None)
            return None
        for group in reversed(self._recent):
            for holder in group:
                if holder in found:
                    return holder
        return found[0] if len(set(map(id, found))) == 1 else None
