"""Who stands where a source should: a name, a pronoun, or somebody by office (“a spokesman for the mayor”)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.article import Span
from summarizer.attribution.names import Gender, Holder, Mention
from summarizer.attribution.units import Unit
from summarizer.attribution.vocabulary import Vocabulary

_LONGEST_PHRASE = 8
_LONGEST_ASIDE = 25
"""Words between two commas."""


@dataclass(frozen=True, slots=True)
class Source:
    """Whom a clause gives as its source; `holder` is None until, or unless, somebody with a name is found."""

    span: Span
    kind: Literal["name", "pronoun", "role"]
    first: int
    holder: Holder | None = None
    pronoun: Gender | None = None
    roles: frozenset[str] = frozenset()


class Phrases:
    """The noun phrases of a unit that may be sources."""

    def __init__(self, unit: Unit, mentions: Sequence[Mention], words: Vocabulary) -> None:
        self._unit, self._tokens, self._words = unit, unit.tokens, words
        self.mentions = mentions
        self._ending: Mapping[int, Mention] = {mention.last: mention for mention in mentions}
        self._beginning: Mapping[int, Mention] = {mention.first: mention for mention in mentions}
        self._pronouns: dict[str, Gender] = {
            **dict.fromkeys(words["pronouns_he"], "he"),
            **dict.fromkeys(words["pronouns_she"], "she"),
            **dict.fromkeys(words["pronouns_they"], "they"),
            **dict.fromkeys(words["pronouns_it"], "it"),
        }

    def before(self, end: int) -> Source | None:
        """The phrase that ends right before token `end`, adverbs and asides skipped."""
        at = end
        for _ in range(4):
            at = self._skip_back(at)
            if at <= 0:
                return None
            token = self._tokens[at - 1]
            if token.text in {",", "―", "—", "–"}:
                opened = self._aside(at - 1, token.text)
                if opened is None:
                    return None
                inside = self._ending.get(at - 1)
                if inside and inside.first - len(inside.titles) == opened + 1:
                    return self._named(inside)  # Acme’s chief, Ann Roe, said
                found = self._ends_at(opened)
                if found:
                    return self._described(found)
                at = opened
            elif token.text == ")":
                opened = self._matching(at - 1)
                if opened is None:
                    return None
                at = opened
            else:
                return self._ends_at(at)
        return None

    def _described(self, found: Source) -> Source:
        """Whom a phrase between commas describes: Ann Roe, the head of Acme, a bank, said."""
        before = found.first
        while before and self._tokens[before - 1].lower in self._words["determiners"]:
            before -= 1
        if before and self._tokens[before - 1].text == ",":
            named = self._ending.get(before - 1)
            if named and (found.kind == "role" or before < found.first):
                return self._named(named)
        return found

    def after(self, start: int) -> Source | None:
        """The phrase that begins at token `start`: behind “said” or “according to”."""
        at = start
        if at >= len(self._tokens):
            return None
        pronoun = self._pronoun(at)
        if pronoun:
            return pronoun
        # An office or a description may stand before the name: said former Mayor Ann Roe, said the group’s head, Ann Roe
        limit = min(len(self._tokens), start + _LONGEST_PHRASE)
        role: int | None = None
        while at < limit:
            token = self._tokens[at]
            mention = self._beginning.get(at)
            if mention:
                if self._possesses(mention) or self._is_complement(at, start) or self._is_attribute(mention):
                    at = mention.last
                    continue
                return self._named(mention)
            if token.kind == "quotation" or token.text in {".", ";", ":"}:
                break
            if token.text == "," and role is None:
                break
            if token.kind == "word" and token.lower in self._words["roles"]:
                role = at
            if token.lower in self._words["relatives"] | {"that", "in", "on", "at", "during", "as", "after"}:
                break
            at += 1
        if role is not None:
            return self._role(max(start, self._phrase_start(role)), role + 1)
        return None

    def relative(self, at: int) -> Source | None:
        """Whom the relative pronoun at token `at` stands for."""
        before = at - 1 if at and self._tokens[at - 1].text == "," else at
        if before and self._tokens[before - 1].text == ")":
            before = self._matching(before - 1) or before
        found = self._ends_at(before)
        return self._described(found) if found else None

    def named(self, mention: Mention) -> Source:
        """A mention as a source."""
        return self._named(mention)

    def _ends_at(self, end: int) -> Source | None:
        mention = self._ending.get(end)
        if mention:
            return self._head(mention) or self._named(mention)
        if end <= 0:
            return None
        pronoun = self._pronoun(end - 1)
        if pronoun:
            return pronoun
        token = self._tokens[end - 1]
        if token.lower in self._words["relatives"]:
            return self.relative(end - 1)
        if token.kind == "word" and token.lower in self._words["roles"]:
            return self._role(self._phrase_start(end - 1), end)
        return None

    def _head(self, mention: Mention) -> Source | None:
        """Who it is that a name belongs to: “a spokesman for Ann Roe”, “Ann Roe of Acme”."""
        at = mention.first - len(mention.titles)
        while at and self._tokens[at - 1].lower in self._words["determiners"] | {"'s"}:
            at -= 1
        if at >= 2 and self._tokens[at - 1].lower in {"for", "of", "to", "from", "at", "with", "in", "by"}:  # noqa: PLR2004 - the preposition and its noun
            named = self._ending.get(at - 1)
            if named and self._tokens[at - 1].lower != "in":
                return self._named(named)
            head = self._tokens[at - 2]
            if head.lower in {"government", "administration"} and self._tokens[at - 1].lower == "of":
                return self._named(mention)
            if head.kind == "word" and head.lower in self._words["roles"]:
                return self._role(self._phrase_start(at - 2), at - 1)
        return None

    def _role(self, start: int, end: int) -> Source:
        roles = frozenset(token.lower for token in self._tokens[start:end] if token.kind == "word")
        inner = next((m for m in self.mentions if start <= m.first and m.last == end - 1), None)
        if inner and self._tokens[end - 1].lower in self._words["documents"]:
            return self._named(inner)  # the Acme report
        complement = next((m for m in self.mentions if m.first > end and m.first - end <= 2), None)  # noqa: PLR2004 - of the
        last = end
        if complement and self._tokens[end].lower == "of":
            last = complement.last
        span = Span(self._tokens[start].span.start, self._tokens[last - 1].span.end)
        return Source(span, "role", start, roles=roles)

    def _phrase_start(self, head: int) -> int:
        """Where the noun phrase of the noun at `head` begins."""
        at = head
        while at and head - at < _LONGEST_PHRASE:
            token = self._tokens[at - 1]
            if token.lower in self._words["determiners"]:
                return at - 1
            if token.kind != "word" and token.text != "'s":
                return at
            if (
                token.lower in self._words["conjunctions"] | self._words["relatives"]
                or token.lower in self._words.verbs
            ):
                return at
            at -= 1
        return at

    def _pronoun(self, at: int) -> Source | None:
        gender = self._pronouns.get(self._tokens[at].lower)
        if gender is None or self._tokens[at].kind != "word":
            return None
        return Source(self._tokens[at].span, "pronoun", at, pronoun=gender)

    def _named(self, mention: Mention) -> Source:
        return Source(mention.span, "name", mention.first, mention.holder)

    def _possesses(self, mention: Mention) -> bool:
        return mention.last < len(self._tokens) and self._tokens[mention.last].text == "'s"

    def _is_attribute(self, mention: Mention) -> bool:
        """Whether a name stands before an office: said Acme spokesman Bo Doe."""
        following = self._tokens[mention.last] if mention.last < len(self._tokens) else None
        return following is not None and following.lower in self._words["roles"] | self._words["titles"]

    def _is_complement(self, at: int, start: int) -> bool:
        """Whether a name hangs on a preposition: said a spokesman for Ann Roe."""
        while at > start and self._tokens[at - 1].lower in self._words["determiners"]:
            at -= 1
        return at > start and self._tokens[at - 1].lower in {
            "for",
            "of",
            "from",
            "at",
            "with",
            "in",
            "by",
            "to",
        }

    def _skip_back(self, at: int) -> int:
        """Skip auxiliaries, adverbs, and days before the verb."""
        while at:
            token = self._tokens[at - 1]
            plain = token.lower
            if (
                plain in self._words["auxiliaries"]
                or plain in self._words["days"]
                or (plain.endswith("ly") and token.kind == "word" and len(plain) > 4)
                or (
                    plain in {"on", "last", "this", "in"}
                    and at < len(self._tokens)
                    and (self._tokens[at].lower in self._words["days"])
                )
                or (token.text in {"’", "'", "’d", "’s", "'s"} and self._is_contraction(at - 1))
            ):
                at -= 1
            else:
                return at
        return at

    def _is_contraction(self, at: int) -> bool:
        """Whether 's is short for “is” or “has”: he’s saying, Roe’s called for."""
        following = self._tokens[at + 1].lower if at + 1 < len(self._tokens) else ""
        return following in self._words.verbs or following in self._words["auxiliaries"]

    def _aside(self, close: int, mark: str) -> int | None:
        """Where the aside that the mark at `close` ends was opened."""
        for at in range(close - 1, max(close - _LONGEST_ASIDE, 0), -1):
            token = self._tokens[at]
            if token.text == mark and (mark != "," or self._plausible(at)):
                return at
            if token.kind == "quotation" or token.text in {";", ":"}:
                return None
        return None

    def _plausible(self, at: int) -> bool:
        """Whether the comma at `at` has a possible source before it, rather than being one of a list."""
        return (
            at in self._ending
            or self._tokens[at - 1].text == ")"
            or (self._tokens[at - 1].lower in self._words["roles"])
        )

    def _matching(self, close: int) -> int | None:
        for at in range(close - 1, max(close - _LONGEST_ASIDE, -1), -1):
            if self._tokens[at].text == "(":
                return at
        return None
