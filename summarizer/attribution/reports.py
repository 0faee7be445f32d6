"""Reported speech: where the article says that somebody says, wants or denies something."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.attribution.names import Mention
from summarizer.attribution.sources import Phrases, Source
from summarizer.attribution.units import Token, Unit
from summarizer.attribution.vocabulary import Vocabulary
from summarizer.summary import Stance

_NEAR = 3


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say that somebody says: tokens `first` to `last` of a unit, and whom they name."""

    unit: int
    first: int
    last: int
    stance: Stance
    source: Source | None
    trails: bool
    """The content stands before the cue: “…,” said Ann Roe."""
    noun: bool = False


class CueReader:
    """Finds the cues of units, each with its source."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words

    def cues(self, number: int, unit: Unit, mentions: Sequence[Mention]) -> list[Cue]:
        """The cues of a unit, from left to right."""
        phrases = Phrases(unit, mentions, self._words)
        found: list[Cue] = []
        for at, token in enumerate(unit.tokens):
            cue = self._cue(number, unit, at, token, phrases, found)
            if cue:
                found.append(cue)
        return found

    def _cue(
        self, number: int, unit: Unit, at: int, token: Token, phrases: Phrases, earlier: Sequence[Cue]
    ) -> Cue | None:
        tokens = unit.tokens
        if token.text in {":", "―", "—", "–"}:
            return self._label(number, unit, at, phrases, earlier)
        if token.kind != "word":
            return None
        plain = token.lower
        if plain == "according" and tokens[at + 1 : at + 2] and tokens[at + 1].lower == "to":
            source = phrases.after(at + 2)
            return Cue(number, at, at + 2, "claims", source, trails=at > 0) if source else None
        if (
            plain in self._words.nouns
            and at
            and tokens[at - 1].text == "'s"
            and self._opens_content(tokens, at + 1)
        ):
            return self._noun(number, at, phrases, self._words.nouns[plain])
        stance, length = self._verb(tokens, at)
        if stance is None:
            return None
        return self._verbal(number, unit, at, length, stance, phrases, earlier)

    def _verb(self, tokens: Sequence[Token], at: int) -> tuple[Stance | None, int]:
        plain = tokens[at].lower
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        phrase = f"{plain} {following}"
        if phrase in self._words.phrases:
            return self._words.phrases[phrase], 2
        return self._words.verbs.get(plain), 1

    def _verbal(
        self,
        number: int,
        unit: Unit,
        at: int,
        length: int,
        stance: Stance,
        phrases: Phrases,
        earlier: Sequence[Cue],
    ) -> Cue | None:
        tokens = unit.tokens
        plain = tokens[at].lower
        last = at + length
        before = tokens[at - 1] if at else None
        if (
            before is not None
            and before.lower in {"to", "'s", *self._words["prepositions"], *self._words["determiners"]}
            and not plain.endswith("ing")
            and not (before.text == "'s" and plain.endswith("ing"))
        ):
            return None
        if plain.endswith("ing"):
            if before is not None and before.lower in self._words["determiners"]:
                return None
            return self._participle(number, unit, at, last, stance, phrases, earlier)
        if last < len(tokens) and tokens[last].lower == "by":
            source = phrases.after(last + 1)
            return (
                Cue(number, at, last + 1, stance, source, trails=True)
                if source and source.kind == "name"
                else None
            )
        if self._is_passive(tokens, at):
            return None
        if (
            before is not None
            and before.kind == "quotation"
            and (inverted := self._inverted(tokens, at, last, phrases))
        ):
            return Cue(number, at, last, stance, inverted, trails=True)
        source = phrases.before(at)
        if source is not None and not self._agrees(tokens, at, source):
            return None
        if (
            source is None
            and before is not None
            and before.text == ","
            and (inverted := self._inverted(tokens, at, last, phrases))
        ):
            return Cue(number, at, last, stance, inverted, trails=True)
        if source is None and before is not None and before.lower in self._words["conjunctions"] | {","}:
            source = self._inherited(unit, at, phrases, earlier)
        if source is None:
            return None
        trails = self._follows_content(tokens, source, at)
        return Cue(number, at, last, stance, source, trails)

    def _inverted(self, tokens: Sequence[Token], at: int, last: int, phrases: Phrases) -> Source | None:
        """“…,” said Ann Roe: the source behind a verb that follows what is said."""
        if tokens[at].lower not in self._words["quoting"]:
            return None
        return phrases.after(last)

    def _participle(
        self,
        number: int,
        unit: Unit,
        at: int,
        last: int,
        stance: Stance,
        phrases: Phrases,
        earlier: Sequence[Cue],
    ) -> Cue | None:
        """“…, saying …”: whoever is spoken of before."""
        tokens = unit.tokens
        before = tokens[at - 1] if at else None
        if before is not None and (before.lower in self._words["passive"] or before.lower in {"'s", "’re"}):
            source = phrases.before(at)
        elif (
            before is None
            or before.text in {","}
            or before.lower in self._words["conjunctions"] | {"by"}
            or before.kind == "quotation"
        ):
            source = self._inherited(unit, at, phrases, earlier)
        else:
            named = next((mention for mention in phrases.mentions if mention.last == at), None)
            source = phrases.named(named) if named else self._inherited(unit, at, phrases, earlier)
        return Cue(number, at, last, stance, source, trails=False) if source else None

    def _inherited(self, unit: Unit, at: int, phrases: Phrases, earlier: Sequence[Cue]) -> Source | None:
        """The source of the cue before in this unit, else whom the unit begins with."""
        for cue in reversed(earlier):
            if cue.source is not None and not cue.noun:
                return cue.source
        return self._subject(unit, at, phrases)

    def _subject(self, unit: Unit, end: int, phrases: Phrases) -> Source | None:
        """The first name or pronoun of the unit that no preposition governs."""
        tokens = unit.tokens
        starts = {mention.first: mention for mention in phrases.mentions}
        for at in range(end):
            mention = starts.get(at)
            if mention:
                governed = self._is_governed(tokens, mention)
                owner = mention.last < len(tokens) and tokens[mention.last].text == "'s"
                if not governed and not owner and not self._attributive(tokens, mention):
                    return phrases.named(mention)
            elif tokens[at].lower in {"he", "she", "they"}:
                return phrases.before(at + 1)
        return None

    def _is_governed(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """Whether a name hangs on a preposition."""
        at = mention.first - len(mention.titles)
        while at and tokens[at - 1].lower in self._words["determiners"]:
            at -= 1
        return bool(at) and tokens[at - 1].lower in self._words["prepositions"]

    def _attributive(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """Whether a name stands before a noun: Democratic nominee, Acme spokesman."""
        if mention.last >= len(tokens) or tokens[mention.last].kind != "word":
            return False
        plain = tokens[mention.last].lower
        return plain in self._words["roles"] | self._words["titles"] | self._words["bodies"]

    def _agrees(self, tokens: Sequence[Token], at: int, source: Source) -> bool:
        """Whether a base form may be the verb of that source: `they want`, `did not say`, never `Ann Roe want`."""
        plain = tokens[at].lower
        if (
            source.kind == "name"
            and plain in self._words.nouns
            and source.first
            and (
                tokens[source.first - 1].lower in self._words["prepositions"]  # of Acme claims
            )
        ):
            return False
        if plain not in self._words["bases"]:
            return True
        if tokens[at - 1].lower in self._words["auxiliaries"]:
            return True
        return (
            source.pronoun == "they"
            or tokens[at - 1].lower.endswith("s")
            or tokens[at - 1].lower in {"who", "people", "police"}
        )

    def _label(
        self, number: int, unit: Unit, at: int, phrases: Phrases, earlier: Sequence[Cue]
    ) -> Cue | None:
        """`Ann Roe: …` at the beginning of a unit, and `“…” — Ann Roe` at its end."""
        tokens = unit.tokens
        if tokens[at].text == ":":
            mention = next(
                (m for m in phrases.mentions if m.last == at and m.first - len(m.titles) <= 1), None
            )
            return (
                Cue(number, at, at + 1, "claims", phrases.named(mention), trails=False) if mention else None
            )
        if not at or tokens[at - 1].kind == "quotation":
            mention = next((m for m in phrases.mentions if m.first == at + 1), None)
            return Cue(number, at, at + 1, "claims", phrases.named(mention), trails=True) if mention else None
        return None

    def _opens_content(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether what is claimed follows: Roe’s claim that …, Roe’s demand for …"""
        return at < len(tokens) and (
            tokens[at].kind == "quotation" or tokens[at].lower in self._words["behind_nouns"]
        )

    def _noun(self, number: int, at: int, phrases: Phrases, stance: Stance) -> Cue | None:
        mention = next((m for m in phrases.mentions if m.last == at - 1), None)
        if mention is None:
            return None
        return Cue(number, at, at + 1, stance, phrases.named(mention), trails=False, noun=True)

    def _is_passive(self, tokens: Sequence[Token], at: int) -> bool:
        before = at - 1
        while before >= 0 and (
            tokens[before].lower.endswith("ly") or tokens[before].lower in {"also", "not", "widely"}
        ):
            before -= 1
        return before >= 0 and tokens[before].lower in self._words["passive"]

    def _follows_content(self, tokens: Sequence[Token], source: Source, at: int) -> bool:
        """Whether what is said stands before: “…,” Ann Roe said."""
        before = source.first - 1
        while before >= 0 and tokens[before].lower in self._words["determiners"] | self._words["titles"]:
            before -= 1
        if before < 0:
            return False
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        ends = behind is None or behind.text in {".", ",", ";"} or behind.lower in self._words["days"]
        if tokens[before].kind == "quotation":
            return ends or behind.lower in {"in", "on", "at", "during", "after"}
        return ends and tokens[before].text == ","
