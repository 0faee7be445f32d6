"""Whom a position is toward: whoever is accused, asked, praised or opposed, where the grammar names them."""

from collections.abc import Mapping, Sequence

from summarizer.analysis.attribution.holders import Mention
from summarizer.analysis.attribution.units import POSSESSIVE, Token
from summarizer.analysis.attribution.vocabulary import Frame, Vocabulary
from summarizer.summary import Stance

_REACH = 12
"""Tokens behind a verb in which whom it is toward is named: demanded [an apology] from Ann Roe."""
_MOST_DETERMINERS = 4
_WITH_OBJECT: frozenset[Frame] = frozenset({"object", "addressed", "phrase", "named", "heard"})
_OF_DEEDS: frozenset[Stance] = frozenset({"opposes", "accuses", "supports"})
"""Stances on what somebody does that are toward whoever does it: condemned Roe’s attack."""
_STOPS = frozenset(".,;:!?")


class Targets:
    """Finds in one unit whom a verb is toward."""

    def __init__(self, tokens: Sequence[Token], named: Mapping[int, Mention], words: Vocabulary) -> None:
        """Take the tokens and the names among them, by where they begin."""
        self._tokens, self._named, self._words = tokens, named, words

    def of(self, frame: Frame, stance: Stance, at: int) -> Mention | None:
        """Whom a verb is toward whose complement begins at token `at`, if a name tells."""
        if frame in _WITH_OBJECT or stance == "warns":
            found = self._object(stance, at)
            if found is not None:
                return found
        if stance == "claims" and frame in {"clause", "that"}:
            return self._told_of(at)
        if stance == "demands" and frame in {"object", "that", "clause"}:
            return self._asked(at)
        return self._behind(at, self._words.upon) if stance == "accuses" and frame == "object" else None

    def subject(self, first: int, last: int) -> Mention | None:
        """The name that is all of the tokens from `first` to `last`, but for what opens a clause."""
        if first < last and self._lower(first) in self._words.opens_said:
            first += 1
        found = self._at(first)
        return found if found and found.last == last else None

    def _lower(self, at: int) -> str:
        return self._tokens[at].lower if at < len(self._tokens) else ""

    def _at(self, at: int) -> Mention | None:
        last = at + _MOST_DETERMINERS
        while at < last and self._lower(at) in self._words.determiners:
            at += 1
        return self._named.get(at)

    def _object(self, stance: Stance, at: int) -> Mention | None:
        """Whoever is named at token `at`, if the name is all of the object or what is judged is theirs."""
        found = self._at(at)
        if found is None or found.last == len(self._tokens):
            return found
        if self._tokens[found.last].text == POSSESSIVE:
            return found if stance in _OF_DEEDS else None
        if self._tokens[found.last].text == "," and found.last + 1 in self._named:
            return None  # criticised Roeville, Acmeland, police
        return found if self._ends(found) or self._tokens[found.last].kind != "word" else None

    def _ends(self, mention: Mention) -> bool:
        """Whether nothing goes on with a name, as a noun would: Acme shares."""
        words, plain = self._words, self._lower(mention.last)
        ends = (
            words.prepositions,
            words.infinitive,
            words.conjunctions,
            words.joints,
            words.days,
            words.relatives,
            words.clause_subjects,
            words.determiners,
        )
        return not plain or words.is_adverb(plain) or any(plain in group for group in ends)

    def _asked(self, at: int) -> Mention | None:
        """Of whom a deed is demanded: demanded that Ann Roe leave, an apology from Ann Roe."""
        if self._lower(at) in self._words.opens_said:
            found = self._at(at + 1)
            goes_on = found is not None and self._lower(found.last).isalpha()
            return found if goes_on else None
        return self._behind(at, self._words.source_of)

    def _told_of(self, at: int) -> Mention | None:
        """Of whom a clause tells that begins at token `at`: said (that) Ann Roe is late."""
        found = self._at(at + (self._lower(at) in self._words.opens_said))
        if found is None:
            return None
        verb = self._lower(found.last)
        return found if verb in self._words.auxiliaries or verb in self._words.verbs else None

    def _behind(self, at: int, prepositions: frozenset[str]) -> Mention | None:
        """Whoever is named right behind one of the prepositions, in the same clause."""
        for further in range(at + 1, min(at + _REACH, len(self._tokens))):
            token = self._tokens[further]
            if token.text in _STOPS or token.kind == "quotation" or token.lower in self._words.clause_openers:
                return None
            if token.lower in prepositions:
                found = self._at(further + 1)
                alone = found is not None and (
                    found.last == len(self._tokens)
                    or self._ends(found)
                    or self._tokens[found.last].text in _STOPS
                )
                return found if alone else None
        return None
