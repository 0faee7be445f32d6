"""What stands behind a verb of attribution, and so what it tells: vowed to attack, told voters to go."""

from collections.abc import Callable, Container, Sequence
from itertools import takewhile
from typing import NamedTuple

from summarizer.analysis.attribution.cues import Cue
from summarizer.analysis.attribution.holders import Mention
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.targets import Targets
from summarizer.analysis.attribution.units import POSSESSIVE, Unit
from summarizer.analysis.attribution.vocabulary import Frame, Vocabulary
from summarizer.summary import Stance

_REACH = 12
"""Tokens behind a verb in which what it goes with begins: urged [the ministers of the north] to resign."""
_MOST_ADVERBS = 4
_FEELING = 3
"""Tokens in which a feeling is named behind “expressed”."""
_LONGEST_PLAN = 4
"""Words: is not going to."""
_BEFORE = 4
"""Tokens before a verb in which it may be denied."""
_STOPS = frozenset(".;:!?")
_MARKS = _STOPS | {","}
_NOT = ("n’t", "n't")
_DENIED: dict[Stance, Stance] = {"supports": "opposes", "accepts": "refuses", "offers": "refuses"}
"""What it is not to do so: did not support. Of other verbs that are denied nobody knows what is held."""


class Complement(NamedTuple):
    """How a verb goes on: the frame that it fills, the stance that this tells, and the name it is toward."""

    frame: Frame
    stance: Stance
    toward: Mention | None = None


class Complements:
    """Tells of the verbs of one unit what they say with the words around them."""

    def __init__(
        self, unit: Unit, named: Sequence[Mention], statements: Container[str], words: Vocabulary
    ) -> None:
        """Take the unit, the names in it, and the ids of the quotations that are whole statements."""
        self._heading = unit.heading
        self._tokens, self._statements, self._words = unit.tokens, statements, words
        self._named = {mention.start: mention for mention in named}
        self._targets = Targets(unit.tokens, self._named, words)

    def of(self, cue: Cue) -> Complement | None:
        """What the verb of a cue tells; None where it tells no position, or that of nobody can know which."""
        found = self._behind(cue)
        if found is None or self._is_conditional(cue):
            return None
        before = self._before(cue)
        denied = any(word in self._words.negations or word.endswith(_NOT) for word in before)
        if denied:
            stance = _DENIED.get(found.stance)
            return found._replace(stance=stance) if stance else None
        return None if any(word in self._words.modals for word in before) else found

    def _before(self, cue: Cue) -> list[str]:
        """The words right before the verb, back to its source or to a mark."""
        first = max(0, cue.first - _BEFORE)
        for at in range(cue.first - 1, first - 1, -1):
            if self._tokens[at].kind != "word" and self._tokens[at].text != POSSESSIVE:
                first = at + 1
                break
        return [token.lower for token in self._tokens[first : cue.first]]

    def _behind(self, cue: Cue) -> Complement | None:
        verb = " ".join(token.lower for token in self._tokens[cue.first : cue.last])
        frames = self._words.frames
        for phrase, last in ((verb, cue.last), (f"{verb} {self._lower(cue.last)}", cue.last + 1)):
            if phrase in frames["phrase"]:
                stance = frames["phrase"][phrase]
                told = Complement("phrase", stance, self._targets.of("phrase", stance, last))
                return told if self._is_object(self._behind_adverbs(last)) else None
        at = self._behind_adverbs(cue.last)
        if verb in self._words.voicing:
            return self._voiced(at)
        tests: dict[Frame, Callable[[int], bool]] = {
            "infinitive": self._is_infinitive,
            "wished": self._is_wish,
            "addressed": self._is_addressed,
            "told": self._is_told,
            "object": self._is_object,
            "named": self._is_named,
            "heard": self._is_heard,
            "that": self._is_open_clause,
            "clause": self._is_clause,
        }
        for frame, fits in tests.items():
            tells = frames[frame].get(verb)
            if tells and fits(at):
                planned = self._planned(at, cue.source) if tells == "claims" else None
                told = Complement(frame, tells, self._targets.of(frame, tells, at))
                return told if planned is None else told._replace(stance=planned[0], toward=planned[1])
        return None

    def _voiced(self, at: int) -> Complement | None:
        """The feeling named near token `at`: expressed [deep concern] about the bridge."""
        for further in range(at, at + _FEELING):
            stance = self._words.frames["voiced"].get(self._lower(further))
            if stance:
                return Complement("voiced", stance)
        return None

    def _planned(self, at: int, source: Source) -> tuple[Stance, Mention | None] | None:
        """What somebody plans, refuses or asks for who says it behind token `at`.

        Said that she will (not) resign; said that the builders should leave.
        """
        words = self._words
        for further in range(at, min(at + _REACH, len(self._tokens))):
            token = self._tokens[further]
            if token.text in _STOPS or token.kind == "quotation" or token.lower in words.conditions:
                return None
            if token.lower in words.asking:
                asks = self._lower(further + 1) not in words.guessing
                return ("demands", self._targets.subject(at, further)) if asks else None
            if self._may_be(token.lower, source):
                plan = self._plan(further + 1)
                guesses = token.lower in words.expletive and self._lower(further + 1) in words.modals
                return (plan, None) if plan and not guesses else None
            if token.lower in words.auxiliaries or token.lower in words.doings:
                return None
        return None

    def _may_be(self, pronoun: str, source: Source) -> bool:
        """Whether a pronoun that a clause begins with may mean whoever says it."""
        words = self._words
        if source.holder is not None and source.holder.person:
            return pronoun in words.subjects
        several = words.pronouns.get(pronoun) in {"it", "they"}
        return several and (source.holder is not None or words.persons.isdisjoint(source.roles))

    def _plan(self, at: int) -> Stance | None:
        plain = [self._lower(place).replace("’", "'") for place in range(at, at + _LONGEST_PLAN + 1)]
        for size in range(_LONGEST_PLAN, 0, -1):
            stance = self._words.planned.get(tuple(plain[:size]))
            if stance:
                return None if plain[size] in self._words.no_deeds else stance
        return None

    def _lower(self, at: int) -> str:
        return self._tokens[at].lower if 0 <= at < len(self._tokens) else ""

    def _is_wish(self, at: int) -> bool:
        """Whether `to …` behind “want” tells a deed: wants to build, never wants to know."""
        return self._is_infinitive(at) and self._lower(at + 1) not in self._words.no_deeds

    def _behind_adverbs(self, at: int) -> int:
        last = at + _MOST_ADVERBS
        while at < last and self._tells_when_or_how(at):
            at += 1
        return at

    def _tells_when_or_how(self, at: int) -> bool:
        plain = self._lower(at)
        is_day = plain in self._words.days and self._lower(at + 1) != POSSESSIVE
        return is_day or self._words.is_adverb(plain)

    def _is_infinitive(self, at: int) -> bool:
        """Whether `to …` stands at token `at`, and says more than that nothing was said."""
        behind = self._tokens[at + 1 : at + 2]
        return self._lower(at) in self._words.infinitive and any(
            token.kind == "word"
            and (self._heading or not token.capital)
            and token.lower not in self._words.determiners
            and token.lower not in self._words.says_nothing
            for token in behind
        )

    def _is_addressed(self, at: int) -> bool:
        """Whether somebody and then `to …` stands at token `at`."""
        if not self._is_object(at):
            return False
        for further in range(at + 1, min(at + _REACH, len(self._tokens))):
            if (
                self._tokens[further].text in _STOPS
                or self._tokens[further].kind == "quotation"
                or self._lower(further) in self._words.verbs
                or self._lower(further) in self._words.clause_subjects
            ):
                return False
            if self._lower(further) in self._words.infinitive:
                return self._is_infinitive(further)
        return False

    def _is_told(self, at: int) -> bool:
        """Whether somebody and then a clause stands at token `at`."""
        return self._is_object(at) and (self._opens_clause_behind(at + 1) or self._is_told_without_that(at))

    def _is_told_without_that(self, at: int) -> bool:
        """Whether a name and then another subject with its verb stands there: told CNN the bridge is old."""
        while self._lower(at) in self._words.determiners:
            at += 1
        found = self._named.get(at)
        if found is None and self._lower(at) not in self._words.roles:
            return False
        last = found.last if found else at + 1
        opens = last in self._named or self._lower(last) in self._words.determiners
        behind = self._tokens[last : last + _REACH]
        finite = self._words.passive | self._words.modals | self._words.perfect
        return opens and any(token.lower in finite for token in behind)

    def _is_named(self, at: int) -> bool:
        """Whether somebody is given a name: called it a scandal, never called the police."""
        if not self._is_object(at) or self._tokens[at].kind == "quotation":
            return False
        behind = list(takewhile(lambda token: token.text not in _MARKS, self._tokens[at + 1 : at + _REACH]))
        names = any(token.kind == "quotation" or token.lower in self._words.articles for token in behind)
        return names and not any(token.lower in self._words.parts_of_verbs for token in behind)

    def _is_heard(self, at: int) -> bool:
        """Whether something that others say stands there: dismissed the claims, never the staff."""
        if not self._is_object(at):
            return False
        behind = self._tokens[at : at + _REACH]
        return any(
            token.lower in self._words.nouns or token.lower in self._words.calls_so for token in behind
        )

    def _is_object(self, at: int) -> bool:
        """Whether a noun phrase or words of somebody stand at token `at`, rather than how or when."""
        if at >= len(self._tokens):
            return False
        token, words = self._tokens[at], self._words
        if token.kind == "quotation":
            return token.text not in self._statements
        return (
            token.kind == "word"
            and token.lower not in words.prepositions
            and token.lower not in words.conjunctions
            and token.lower not in words.relatives
            and token.lower not in words.infinitive
            and token.lower not in words.auxiliaries
            and token.lower not in words.parts_of_verbs
        )

    def _is_clause(self, at: int) -> bool:
        """Whether what is said stands at token `at`, or behind how and when it is said."""
        if self._is_object(at):
            is_thing = self._lower(at) in self._words.determiners and self._lower(at + 2) in _MARKS
            return self._lower(at + 1) != "" and not is_thing  # said her piece, and left
        return self._lower(at) in self._words.prepositions and self._opens_clause_behind(at + 1)

    def _is_open_clause(self, at: int) -> bool:
        """Whether a clause stands at token `at` and shows its beginning."""
        plain, behind = self._lower(at), self._lower(at + 1)
        if plain in self._words.expletive and not self._is_verb(behind):
            return False  # found it hard to leave
        if plain in self._words.clause_subjects:
            return behind not in self._words.parts_of_verbs  # ruled that out
        return (
            plain in self._words.prepositions
            and plain not in self._words.concerning
            and self._opens_clause_behind(at + 1)
        )

    def _is_verb(self, plain: str) -> bool:
        """Whether a word may be a verb, by its form or by being known."""
        words = self._words
        return plain in words.auxiliaries or plain in words.verbs or words.is_inflected(plain)

    def _opens_clause_behind(self, at: int) -> bool:
        """Whether a clause begins behind token `at`: said in a letter [that …], told voters [he …]."""
        parted = False
        for further in range(at, min(at + _REACH, len(self._tokens))):
            token = self._tokens[further]
            if token.kind == "quotation" or token.text in _STOPS:
                return False
            parted = parted or token.text == ","
            if token.lower in self._words.opens_said and self._lower(further + 1):
                return True
            if (
                not parted
                and token.lower in self._words.clause_subjects
                and self._lower(further - 1) != POSSESSIVE
            ):
                return self._lower(further - 1) not in self._words.prepositions
        return False

    def _is_conditional(self, cue: Cue) -> bool:
        """Whether the clause says what would be: if Ann Roe refused."""
        for token in reversed(self._tokens[max(0, cue.start - _BEFORE) : cue.start]):
            if token.text == ",":
                return False
            if token.lower in self._words.conditions:
                return True
        return False
