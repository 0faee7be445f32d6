"""Which pronoun stands for whom, as the article itself tells: by its titles, relations and pronouns.

No list of first names is asked: it would know the names of some countries and guess those of others.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from summarizer.analysis.attribution.holders import Holder, Mention
from summarizer.analysis.attribution.units import Token, Unit
from summarizer.analysis.attribution.vocabulary import Gender, Vocabulary

_RECENT = 3
"""Units in which somebody else may be meant by a pronoun."""
_ALONE, _LATEST, _AMONG_OTHERS = 3, 2, 1
"""What a pronoun tells of the only person lately spoken of; of the only one in the sentence; of others."""
_CLOSE = 2
"""Words between a name and a pronoun that goes with it: Ann Roe and her brother."""
_SEVERAL = 2
_ENOUGH, _AGREEING = 2, 0.66
"""What has to be told in all, and the share of it for one gender."""
_BEFORE_NAME, _BEHIND_NAME = 2, 6
"""Words beside a name among which a noun may tell: his wife Ann Roe; Ann Roe, a young mother of two."""


class _Told(NamedTuple):
    holder: Holder
    gender: Gender
    weight: int


def learn_genders(units: Sequence[Unit], named: Sequence[Sequence[Mention]], words: Vocabulary) -> None:
    """Set the gender of everybody of whom the article tells it, if no title does, by nouns or pronouns."""
    told: defaultdict[Holder, Counter[Gender]] = defaultdict(Counter)
    for holder, gender, weight in _Reader(words).told(units, named):
        told[holder][gender] += weight
    for holder, genders in told.items():
        [(gender, most)] = genders.most_common(1)
        if most >= max(_ENOUGH, _AGREEING * genders.total()) and holder.gender is None:
            holder.gender = gender


class _Reader:
    """Reads an article, unit by unit."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._pronouns: dict[str, Gender] = {
            **dict.fromkeys(words.he_pronouns, "he"),
            **dict.fromkeys(words.she_pronouns, "she"),
        }

    def told(self, units: Sequence[Unit], named: Sequence[Sequence[Mention]]) -> Iterator[_Told]:
        """What each unit tells, by those it names, or by whom the one before it names alone."""
        recent: deque[dict[Holder, None]] = deque(maxlen=_RECENT)
        current: Holder | None = None
        paragraph = -1
        for unit, mentions in zip(units, named, strict=True):
            if unit.heading:
                continue
            likely = [mention for mention in mentions if mention.holder.person]
            recent.append(dict.fromkeys(mention.holder for mention in likely))
            people = {holder for spoken_of in recent for holder in spoken_of}
            alone = _ALONE if len(people) == 1 else _LATEST if len(recent[-1]) < _SEVERAL else _AMONG_OTHERS
            ends = [*(mention.first for mention in likely), len(unit.tokens)][1:]
            for mention, end in zip(likely, ends, strict=True):
                yield from self._by_nouns(unit.tokens, mention)
                at = self._first_pronoun(unit.tokens, mention.last, end)
                if at is not None:
                    weight = _LATEST if at - mention.last <= _CLOSE else alone
                    yield _Told(mention.holder, self._pronouns[unit.tokens[at].lower], weight)
            if not likely and current and unit.paragraph == paragraph:
                at = self._first_pronoun(unit.tokens, 0, len(unit.tokens))
                if at is not None:
                    # Who speaks is just what is not known.
                    quoted = at > 0 and unit.tokens[at - 1].kind == "quotation"
                    yield _Told(
                        current, self._pronouns[unit.tokens[at].lower], _AMONG_OTHERS if quoted else alone
                    )
            elif likely:
                paragraph = unit.paragraph
                current = likely[0].holder if len(recent[-1]) < _SEVERAL else None

    def _first_pronoun(self, tokens: Sequence[Token], start: int, end: int) -> int | None:
        """The first pronoun of tokens `start` to `end` that may go on from a name: he, his, himself."""
        for at in range(start, end):
            if tokens[at].lower in self._pronouns:
                # An object (Ann Roe told her) or an apposition (Ann Roe, his lawyer) means somebody else.
                before = tokens[at - 1].lower if at else ""
                is_object = tokens[at].lower == "her" and before in self._words.verbs
                return None if is_object or (start and before == ",") else at
        return None

    def _by_nouns(self, tokens: Sequence[Token], mention: Mention) -> Iterator[_Told]:
        beside = [*self._before(tokens, mention), *self._behind(tokens, mention)]
        for word in beside:
            if word in self._words.she_nouns:
                yield _Told(mention.holder, "she", _ALONE)
            elif word in self._words.he_nouns:
                yield _Told(mention.holder, "he", _ALONE)

    def _before(self, tokens: Sequence[Token], mention: Mention) -> Iterable[str]:
        """The words right before a name, a comma skipped: his wife, Ann Roe."""
        end = mention.start
        if end and tokens[end - 1].text == ",":
            end -= 1
        for token in reversed(tokens[max(0, end - _BEFORE_NAME) : end]):
            if token.kind != "word" or token.lower in self._words.prepositions:
                return
            yield token.lower

    def _behind(self, tokens: Sequence[Token], mention: Mention) -> Iterable[str]:
        """The words of an apposition up to what completes its noun: Ann Roe, a young mother of two."""
        if mention.last >= len(tokens) or tokens[mention.last].text != ",":
            return
        behind = tokens[mention.last + 1 : mention.last + 1 + _BEHIND_NAME]
        if (
            not behind
            or behind[0].lower not in self._words.determiners | self._words.she_nouns | self._words.he_nouns
        ):
            return
        for token in behind:
            if token.kind != "word" or token.lower in self._words.prepositions or token.capital:
                return
            yield token.lower
