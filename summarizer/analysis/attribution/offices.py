"""What an article says that somebody is: an office, a description, a government."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile

from summarizer.analysis.attribution.holders import Holder, Mention
from summarizer.analysis.attribution.units import POSSESSIVE, Token, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary

_LONGEST_APPOSITION = 24
_BESIDE_NAME = 5
"""Words before or behind a name in which its office may stand."""
_BEHIND_POSSESSIVE = 3
_LONGEST_TITLE = 8
"""Words of an office right before a name."""
_ADJECTIVES = ("al", "ic", "an", "ive", "ary", "ous", "ese", "ish")
"""Endings of words that are no verbs."""
_APPOSITION_ENDS = frozenset(",.;:()")


class Offices:
    """The offices, descriptions and governments of a whole article, by holder."""

    def __init__(
        self, text: str, units: Sequence[Unit], mentions: Sequence[Sequence[Mention]], words: Vocabulary
    ) -> None:
        """Note them wherever a name stands: `the group’s head, Ann Roe`, `Ann Roe, a lawyer`."""
        self._text, self._words = text, words
        self._holding: dict[str, set[Holder]] = {}
        self._offices: dict[Holder, set[str]] = {}
        self.somebodies: set[Holder] = set()
        """Those who hold an office."""
        self.descriptions: dict[Holder, str] = {}
        self.governing: set[Holder] = set()
        self._titles: dict[Holder, Sequence[Token]] = {}
        """The longest noun phrase before the name of each."""
        for unit, named in zip(units, mentions, strict=True):
            for mention in named:
                self._learn(unit.tokens, mention)
        for holder, title in self._titles.items():
            self.descriptions.setdefault(holder, self._slice(title))

    def holders_of(self, role: str) -> Collection[Holder]:
        """Who holds an office, lower case, under whichever of its names."""
        return self._holding.get(self._same(role), ())

    def offices_of(self, holder: Holder) -> Collection[str]:
        """What somebody is by the article."""
        return self._offices.get(holder, ())

    def holds(self, holder: Holder, roles: Iterable[str]) -> bool:
        """Whether somebody holds one of the offices."""
        return any(holder in self.holders_of(role) for role in roles)

    def _same(self, role: str) -> str:
        """One name for an office that goes by several: judge, justice."""
        plain = role.rstrip(".")
        return self._words.same_office.get(plain, plain)

    def _learn(self, tokens: Sequence[Token], mention: Mention) -> None:
        holder = mention.holder
        for word in (*mention.titles, *self._beside(tokens, mention)):
            if word in self._words.offices and self._is_body(word) != holder.person:
                self._holding.setdefault(self._same(word), set()).add(holder)
                self._offices.setdefault(holder, set()).add(self._same(word))
                self.somebodies.add(holder)
        if not holder.person and self._is_governed(tokens, mention):
            self.governing.add(holder)
        if holder not in self.descriptions:
            described = self._apposition(tokens, mention)
            if described:
                self.descriptions[holder] = self._slice(described)
            else:
                title = self._title(tokens, mention)
                if len(title) > len(self._titles.get(holder, ())):
                    self._titles[holder] = title

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
                plain = token.lower
                if token.kind != "word" or plain in self._words.ends_office_behind:
                    break
                if plain in self._words.prepositions or self._is_verb(plain):
                    break
                yield plain

    def _is_body(self, plain: str) -> bool:
        words = self._words
        return plain in words.bodies or plain in words.collectives or plain in words.governing

    def _is_verb(self, plain: str) -> bool:
        return plain in self._words.verbs and plain not in self._words.offices

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
        """The noun phrase between marks behind a name that says who it is: Ann Roe, [head of Acme], left.

        None where it is cut short, a list goes on, or it is a clause rather than a noun phrase.
        """
        words = self._words
        if mention.last >= len(tokens) or tokens[mention.last].text != ",":
            return ()
        behind = tokens[mention.last + 1 : mention.last + 1 + _LONGEST_APPOSITION]
        aside = list(takewhile(lambda token: token.text not in _APPOSITION_ENDS, behind))
        whole = list(takewhile(lambda token: token.lower not in words.opens_clause, aside))
        plain = [token.lower for token in whole]
        if (
            len(aside) == _LONGEST_APPOSITION
            or not plain
            or any(token.kind == "quotation" for token in aside)
        ):
            return ()
        determined = plain[0] in words.determiners
        ends_head = words.prepositions | words.locating
        head = list(takewhile(lambda word: word not in ends_head, plain)) or [""]
        fitting = words.offices if mention.holder.person else words.roles & words.bodies
        if (
            head[-1] not in fitting
            or not (determined or mention.holder.person)
            or not words.quoting.isdisjoint(plain)
            or not words.auxiliaries.isdisjoint(plain)
            or plain[0] in words.conjunctions
            or not plain[0][0].isalpha()
            or plain[-1] in words.conjunctions
            or (words.is_participle(plain[0]) and not whole[0].capital)
            or (plain[0].endswith("ed") and (plain[1:2] or [""])[0] in words.determiners | words.prepositions)
            or (plain[0] in words.verbs and plain[0] not in words.offices)
            or plain[0] in words.possessives
            or plain[0] in words.he_pronouns
            or plain[0] in words.she_pronouns
            or plain[-1] in words.affiliations
        ):
            return ()
        return whole[1:] if determined else whole

    def _title(self, tokens: Sequence[Token], mention: Mention) -> Sequence[Token]:
        """The whole noun phrase before a name that ends with an office: [former council leader] Ann Roe.

        None where it may be cut short, or may hold more than the phrase: met council leader Ann Roe.
        """
        words, last = self._words, mention.first
        office = tokens[last - 1].lower.rstrip(".") if last else ""
        if not mention.holder.person or office not in words.offices:
            return ()
        if office in words.affiliations or office in words.forms_of_address or office in words.crowds:
            return ()
        first = last
        while first > 0 and last - first < _LONGEST_TITLE and self._is_in_title(tokens[first - 1]):
            first -= 1
        title = tokens[first:last]
        if not 0 < len(title) < _LONGEST_TITLE or self._is_cut(title, tokens[first - 1] if first else None):
            return ()
        if first and tokens[first - 1].text == POSSESSIVE:
            first -= 1
            while first > 0 and tokens[first - 1].capital:
                first -= 1
        return tokens[first:last]

    def _is_cut(self, title: Sequence[Token], before: Token | None) -> bool:
        """Whether words with an office may be part of a longer phrase, or hold a verb."""
        words, plain = self._words, before.lower if before else ""
        is_behind = plain in words.clause_subjects or plain in words.relatives or plain in words.of
        if is_behind or title[0].text[0].isdigit():
            return True
        if plain in words.possessives:
            return len(title) == 1
        if plain == POSSESSIVE or plain in words.articles:
            return self._may_hold_verb(title, bounded=True)
        if plain in words.conjunctions or (plain in words.determiners and plain not in words.clause_openers):
            # Bread and [Roses star], Three [Bridges star]
            if title[0].capital and title[0].lower.rstrip(".") not in words.titles:
                return True
        elif plain in words.openers and not (plain in words.prepositions or plain in words.clause_openers):
            return True
        return self._may_hold_verb(title)

    def _is_in_title(self, token: Token) -> bool:
        """Whether a word before an office may be part of the same noun phrase."""
        words, plain = self._words, token.lower
        if (
            token.kind != "word"
            or plain in words.days
            or (plain in words.openers and plain not in words.titles)
        ):
            return False
        if plain.rstrip(".") in words.offices or token.capital:
            return True
        is_joint = plain in words.determiners or plain in words.prepositions or plain in words.conjunctions
        is_verb = plain in words.verbs or plain in words.auxiliaries or words.is_adverb(plain)
        return not (is_joint or is_verb or plain in words.clause_subjects or plain in words.relatives)

    def _may_hold_verb(self, title: Sequence[Token], *, bounded: bool = False) -> bool:
        """Whether a word of which nothing tells may be a verb: Acme [hired] director Ann Roe.

        Behind an article, with which the phrase begins, only a past tense behind a capital may.
        """
        words, named = self._words, False
        for token in title:
            plain = token.lower.rstrip(".")
            known = plain in words.offices or plain in words.bodies or plain in words.affiliations
            if token.capital or known:
                named = named or token.capital
                continue
            past, told = plain.endswith("ed"), plain.endswith(_ADJECTIVES)
            if (past and named) if bounded else (past or (named and not told)):
                return True
        return False

    def _slice(self, tokens: Sequence[Token]) -> str:
        return " ".join(self._text[tokens[0].start : tokens[-1].end].split())
