"""Whom a pronoun or an office means, by who was spoken of before."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from summarizer.analysis.attribution.holders import Holder, Mention
from summarizer.analysis.attribution.offices import Offices
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.units import POSSESSIVE, Token, Unit
from summarizer.analysis.attribution.vocabulary import Gender, Vocabulary

_MEMORY = 8
"""Units after which nobody is still `he`."""
_NEAR = 3
"""Units after which the subject of one is no likelier than anybody else."""
_MOST_REMEMBERED = 200
"""Holders; more are spoken of only in texts made to be slow."""
_MOST_HERE = 20
"""Those of a unit before a pronoun who are looked at."""
_BARE = 2
"""Words of an office that means whoever of its kind spoke last: the group."""
_MOST_SKIPPED = 8
"""Words between a preposition and the name it governs: with [the former police officer] Ann Roe."""
_PERSONAL = frozenset({"he", "she"})

Antecedent = Holder | Source
"""Whom a pronoun may mean: somebody with a name, or an office nobody is named for (a spokesman)."""


@dataclass(slots=True)
class _SpokenOf:
    """Whom a unit speaks of: sources, the subject, others that stand free, those that hang on a word."""

    paragraph: int = -1
    sources: dict[Antecedent, None] = field(default_factory=dict)
    subjects: dict[Antecedent, None] = field(default_factory=dict)
    objects: dict[Antecedent, None] = field(default_factory=dict)
    rest: dict[Antecedent, None] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Antecedent]:
        return chain(self.sources, self.subjects, self.objects, self.rest)


class Discourse:
    """Who was spoken of, unit by unit; told in the order of the article."""

    def __init__(self, offices: Offices, words: Vocabulary) -> None:
        """Begin before the first unit."""
        self._offices, self._words = offices, words
        self._before: deque[_SpokenOf] = deque(maxlen=_MEMORY)
        self._have_spoken: set[Holder] = set()
        self._last_body: Holder | None = None
        self._unit: Unit | None = None
        self._now = _SpokenOf()
        self._places: dict[Antecedent, int] = {}
        """Where the unit first speaks of each."""
        self._latest: dict[Gender, tuple[Antecedent | None, bool]] = {}
        """Whom each pronoun means by the units before, and whether surely."""

    def begin(self, unit: Unit, named: Sequence[Mention]) -> None:
        """Begin with another unit, which names these."""
        self._unit, self._now = unit, _SpokenOf(unit.paragraph)
        self._places.clear()
        self._latest.clear()
        for mention in named:
            self._places.setdefault(mention.holder, mention.first)
            if self._hangs(unit.tokens, mention):
                self._now.rest[mention.holder] = None
            elif self._now.subjects:
                self._now.objects[mention.holder] = None
            else:
                self._now.subjects[mention.holder] = None
        self._go_on_from(unit.tokens)

    def end(self, sources: Iterable[Source]) -> None:
        """Leave the unit, in which these were found to be sources."""
        for source in sources:
            holder = source.holder
            if holder is not None:
                self._have_spoken.add(holder)
                self._last_body = holder if holder.kind == "body" else self._last_body
        self._before.append(self._now)

    def resolve(self, source: Source) -> Source:
        """The source with its holder, if there is one to be found."""
        found = source
        if source.kind == "role":
            held = self._by_office(source)
            found = source.meaning(held) if held else source
        elif source.pronoun is not None:
            meant, sure = self._by_pronoun(source.pronoun, source.first)
            found = source.meaning(meant, sure=sure)
            if isinstance(meant, Source):
                return found
        antecedent = found.holder or (found if source.kind == "role" else None)
        if antecedent is not None:
            self._places.setdefault(antecedent, source.first)
            self._now.sources.setdefault(antecedent, None)
        return found

    def _go_on_from(self, tokens: Sequence[Token]) -> None:
        """Keep in mind whom a unit speaks of by pronouns alone: She was born in Acmeville."""
        for at, token in enumerate(tokens):
            pronoun = self._words.pronouns.get(token.lower)
            if pronoun in _PERSONAL:
                if not any(self._may_mean(each, pronoun) for each in islice(self._now.subjects, _MOST_HERE)):
                    found, _ = self._by_pronoun(pronoun, at)
                    if found is not None:
                        self._places.setdefault(found, at)
                        self._now.subjects.setdefault(found, None)
                return

    def _hangs(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """Whether a name hangs on a preposition or on what it possesses: Acme’s, the Acme spokesman."""
        words, at = self._words, mention.start
        behind = tokens[mention.last].lower if mention.last < len(tokens) else ""
        if behind == POSSESSIVE or behind in words.offices or behind in words.bodies:
            return True
        limit = max(0, at - _MOST_SKIPPED)
        while at > limit and (
            tokens[at - 1].lower in words.determiners or tokens[at - 1].lower in words.offices
        ):
            at -= 1
        return at > 0 and tokens[at - 1].lower in words.prepositions

    def _by_pronoun(self, pronoun: Gender, before: int) -> tuple[Antecedent | None, bool]:
        """Whom a pronoun at token `before` means, and whether nobody else may be; rather nobody."""
        found, sure = self._nearest(pronoun, before)
        if isinstance(found, Holder) and pronoun in _PERSONAL and found.gender is None:
            found = found if self._is_spoken_of_here(found, pronoun) else None
        return found, sure and found is not None

    def _is_spoken_of_here(self, holder: Holder, pronoun: Gender) -> bool:
        """Whether somebody whom the article calls neither he nor she is near enough to be meant.

        That is in this paragraph or, where it begins, in the one before; and not beside somebody else of
        whom nothing more is known.
        """
        if holder in self._now:
            return True
        paragraph = self._now.paragraph
        begins = not self._before or self._before[-1].paragraph != paragraph
        for unit in reversed(self._before):
            if unit.paragraph < paragraph - begins:
                return False
            if holder in unit:
                others = islice(chain(unit.subjects, unit.objects), _MOST_HERE)
                return holder in unit.sources or not any(
                    each is not holder and self._may_be_newcomer(each, pronoun) for each in others
                )
        return False

    def _nearest(self, pronoun: Gender, before: int) -> tuple[Antecedent | None, bool]:
        """The same by what was spoken of last, however far away."""
        here = [each for each in islice(self._now, _MOST_HERE) if self._places[each] < before]
        free = [each for each in here if each not in self._now.rest]
        known = next((each for each in free if self._is_known(each, pronoun)), None)
        found = known or self._of_unit(self._now, free, pronoun)
        if found is not None:
            return found, not any(each is not found and self._may_mean(each, pronoun) for each in here)
        if pronoun not in self._latest:
            self._latest[pronoun] = self._from_before(pronoun)
        found, sure = self._latest[pronoun]
        return (
            (found, sure) if found else (next((e for e in here if self._may_mean(e, pronoun)), None), False)
        )

    def _of_unit(self, unit: _SpokenOf, free: Sequence[Antecedent], pronoun: Gender) -> Antecedent | None:
        """Whom of a unit: who spoke, else whom the article calls so, else the first it calls nothing else."""
        likely = [each for each in free if self._may_mean(each, pronoun)]
        spoke = [each for each in likely if each in unit.sources]
        for group in (spoke, likely):
            known = (each for each in group if self._is_known(each, pronoun))
            found = next(known, None) or next(iter(group), None)
            if found is not None:
                return found
        return None

    def _from_before(self, pronoun: Gender) -> tuple[Antecedent | None, bool]:
        """The same by the units before; sure if nobody else agrees or the nearest subject is called so."""
        near = list(islice(reversed(self._before), _NEAR))
        rivals = {each for unit in near for each in islice(unit, _MOST_HERE) if self._may_mean(each, pronoun)}
        for unit in near:
            free = islice(chain(unit.sources, unit.subjects, unit.objects), _MOST_HERE)
            found = self._of_unit(unit, list(free), pronoun)
            if found is not None:
                leads = found in unit.sources or found in unit.subjects
                return found, rivals == {found} or (leads and self._is_known(found, pronoun))
            newcomer = next((each for each in unit.subjects if self._may_be_newcomer(each, pronoun)), None)
            if newcomer is not None:
                return newcomer, False
        likely = [each for each in self._remembered() if self._may_mean(each, pronoun)]
        known = (each for each in likely if self._is_known(each, pronoun))
        found = next(known, None) or next(iter(likely), None)
        return found, len(set(likely)) == 1

    def _may_be_newcomer(self, antecedent: Antecedent, pronoun: Gender) -> bool:
        """Whether a full name that the article has not called a person’s may be one."""
        return (
            pronoun in _PERSONAL
            and isinstance(antecedent, Holder)
            and self._agrees(antecedent, pronoun)
            and len(antecedent.name.split()) > 1
        )

    def _remembered(self) -> Iterable[Antecedent]:
        """Those spoken of, the latest unit first."""
        return islice(chain.from_iterable(reversed(self._before)), _MOST_REMEMBERED)

    def _may_mean(self, antecedent: Antecedent, pronoun: Gender) -> bool:
        if isinstance(antecedent, Source):
            return pronoun in _PERSONAL and self._is_one_person(antecedent.roles, pronoun)
        return self._agrees(antecedent, pronoun) and self._is_somebody(antecedent)

    def _is_known(self, antecedent: Antecedent, pronoun: Gender) -> bool:
        return isinstance(antecedent, Holder) and antecedent.gender == pronoun

    def _is_one_person(self, roles: Collection[str], pronoun: Gender) -> bool:
        """Whether an office is held by one person, whom the pronoun may mean."""
        words = self._words
        others = words.she_titles | words.she_nouns if pronoun == "he" else words.he_titles | words.he_nouns
        held = words.persons.intersection(roles)
        return bool(held) and others.isdisjoint(roles)

    def _is_somebody(self, holder: Holder) -> bool:
        """Whether the article treats the name as a person’s: by an office, a title, or a surname alone."""
        return (
            holder.gender is not None
            or bool(holder.titles)
            or len(holder.names) > 1
            or holder in self._have_spoken
            or holder in self._offices.somebodies
        )

    def _agrees(self, holder: Holder, pronoun: Gender) -> bool:
        if pronoun in _PERSONAL:
            return holder.person and holder.gender in {None, pronoun}
        return not holder.person and (pronoun != "it" or holder in self._have_spoken)

    def _by_office(self, source: Source) -> Holder | None:
        """The one holder of the office, the latest before if there were several."""
        words, offices = self._words, self._offices
        if self._unit is None or self._unit.tokens[source.first].lower not in words.definite:
            return None
        if any(role.endswith("s") for role in source.roles & words.roles):
            return None
        held = [holders for role in source.roles if (holders := offices.holders_of(role))]
        if not held:
            bare = len(source.roles) <= _BARE and not source.roles.isdisjoint(words.collectives)
            return self._last_body if bare else None
        spoken_of = (each for each in self._remembered() if isinstance(each, Holder))
        recent = next((holder for holder in spoken_of if offices.holds(holder, source.roles)), None)
        return recent or self._only(held)

    def _only(self, held: Sequence[Collection[Holder]]) -> Holder | None:
        if any(len(holders) > 1 for holders in held):
            return None
        [holder, *others] = {holder for holders in held for holder in holders}
        return None if others else holder
