"""Positions: what somebody demands, refuses or says, as far as the wording tells it nine times in ten."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.analysis import MarkedArticle
from summarizer.analysis.attribution.clauses import Clauses, is_parenthesis, subject_start
from summarizer.analysis.attribution.complements import Complement, Complements
from summarizer.analysis.attribution.cues import Cue
from summarizer.analysis.attribution.holders import Mention
from summarizer.analysis.attribution.relays import relayed
from summarizer.analysis.attribution.reports import outermost, whose
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.units import DASHES, Token, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.article import Span
from summarizer.summary import Stance

_LEAST_CONTENT = 4
"""Tokens that may be what is said, before a cue that trails."""
_LATEST_SUBJECT = 3
"""The token up to which whoever is named is the subject of the sentence."""
_LONGEST_LIST = 12
"""Tokens of those who are joined by “and”."""
_CLAUSE_MARKS = DASHES | frozenset(";:")
_PAST = "ed"
_DEEDS: frozenset[Stance] = frozenset({"refuses", "accepts", "threatens", "intends"})
"""Stances that verbs of doing tell, as well as those of saying."""
_NEAR = 2
"""Tokens between “said” and the pronoun of what is said."""
_REACH = 14
"""Tokens in which the source behind “according to” ends."""


@dataclass(frozen=True, slots=True)
class PositionNote:
    """That holders have a stance: `clause` is the article’s own wording of it, with who says it.

    `sentences` are the numbers of those that hold it, `rule` what was read in the words.
    """

    holders: tuple[Source, ...]
    stance: Stance
    rule: str
    sentences: tuple[str, ...]
    clause: Span
    cue: Span | None = None
    toward: str | None = None
    told_by: str | None = None
    """Who tells it of the holders, where they do not themselves."""

    @property
    def names(self) -> tuple[str, ...]:
        """The holders’ names, as far as they have any."""
        return tuple(name for source in self.holders if (name := source.name))

    @property
    def is_explicit(self) -> bool:
        """Whether the words name the holders, so that nobody has to conclude who is meant."""
        return all(source.kind == "name" for source in self.holders)


def reported_positions(
    marked: MarkedArticle,
    clauses: Clauses,
    units: Sequence[Unit],
    named: Sequence[Sequence[Mention]],
    cues: Mapping[int, Sequence[Cue]],
    words: Vocabulary,
) -> Iterator[PositionNote]:
    """The positions that cues tell outside quotations; `named` and `cues` are those of each unit."""
    statements = {quotation.id for quotation in marked.quotations if quotation.form == "statement"}
    for number, held in cues.items():
        unit = units[number]
        complements = Complements(unit, named[number], statements, words)
        accounts = {
            inner: outer
            for inner, outer in relayed(unit, held, words)
            if _is_somebody(inner.source, words) and _is_told(complements.of(inner), outer)
        }
        tellers = set(accounts.values())
        outer = outermost(unit, [cue for cue in held if cue not in tellers])
        reader = _Reader(unit, outer, complements, words)
        for cue, told, earlier, later in reader.told():
            account = accounts.get(cue)
            clause = clauses.of(unit, cue, earlier, later)
            if account:
                clause = clauses.around(unit, cue, account)
            yield PositionNote(
                holders=(*cue.joint, cue.source),
                stance=told.stance,
                rule=f"{cue.rule} {told.frame}",
                sentences=clauses.sentences(clause),
                clause=clause,
                cue=cue.span,
                toward=told.toward.holder.name if told.toward else None,
                told_by=account.source.name if account else None,
            )


def _is_told(told: Complement | None, account: Cue) -> bool:
    """Whether a cue tells a position by another’s account; what is only said may be that account."""
    return told is not None and (account.trails or told.stance != "claims")


def all_positions(
    reported: Iterable[PositionNote], quoted: Iterable[PositionNote]
) -> tuple[PositionNote, ...]:
    """Both in the order of the article; what a sentence tells of its holder twice, once."""
    notes = sorted([*reported, *quoted], key=lambda note: note.clause.start)
    telling = {(note.names, note.clause.start) for note in notes if note.stance != "claims"}
    kept: dict[object, PositionNote] = {}
    for note in notes:
        place = (note.names, note.clause.start)
        if note.stance != "claims" or place not in telling:
            kept.setdefault((*place, note.stance), note)
    return tuple(kept.values())


class _Reader:
    """Reads the positions of one unit off its cues."""

    def __init__(self, unit: Unit, cues: Sequence[Cue], complements: Complements, words: Vocabulary) -> None:
        self._unit, self._tokens, self._cues, self._words = unit, unit.tokens, cues, words
        self._complements = complements
        self._continued = continuations(cues)

    def told(self) -> Iterator[tuple[Cue, Complement, Cue | None, Cue | None]]:
        """Each cue that tells a position, with the cues of other sources before and behind it."""
        if self._tokens[-1].text == "?":
            return
        found = [self._told(cue) if self._is_known(cue) else None for cue in self._cues]
        for at, (last, cue) in enumerate(pairwise(self._cues), 1):
            if self._may_be_another(last, cue, found[at]):
                found[at] = None
        earlier = _others_before(self._cues)
        later = reversed(_others_before(self._cues[::-1]))
        for at, (told, before, behind) in enumerate(zip(found, earlier, later, strict=True)):
            if told is not None and not self._says_again(at, found):
                yield self._cues[at], told, before, behind

    def _is_known(self, cue: Cue) -> bool:
        """Whether it is somebody, and not one of several of whom the others are not known."""
        before = self._tokens[max(0, cue.start - _LONGEST_LIST) : cue.start]
        last = before[-1].lower if before else ""
        one_of_several = last in self._words.joins_names and not cue.trails and self._is_list(before[:-1])
        return _is_somebody(cue.source, self._words) and not one_of_several

    def _is_list(self, before: Sequence[Token]) -> bool:
        """Whether what an “and” joins to a subject are nouns, not a clause: [bridges] and groups said."""
        words, behind = self._words, None
        for token in reversed(before):
            if token.kind == "quotation" or token.text in _CLAUSE_MARKS:
                return True
            is_verb = token.lower in words.auxiliaries or token.lower in words.doings
            if is_verb or (token.lower.endswith(_PAST) and not token.capital):
                return False
            if token.capital and behind and behind.kind == "word" and not behind.capital:
                return behind.lower in words.prepositions or behind.lower in words.joins_names
            behind = token
        return len(before) < _LONGEST_LIST - 1

    def _says_again(self, at: int, found: Sequence[Complement | None]) -> bool:
        """Whether another cue says it: Ann Roe [said] she wants a bridge; said she [thinks] so."""
        cue, told = self._cues[at], found[at]
        if at + 1 < len(self._cues) and self._leads_to(cue, self._cues[at + 1]):
            behind = found[at + 1]
            return behind is not None and behind.stance != "claims"
        if at and self._leads_to(self._cues[at - 1], cue) and found[at - 1]:
            return told is not None and told.stance == "claims"
        return False

    def _leads_to(self, cue: Cue, other: Cue) -> bool:
        """Whether the other cue has the same source, as a pronoun right behind the first: said she wants."""
        return (
            _is_same(cue, other)
            and other.source.kind == "pronoun"
            and not cue.trails
            and 0 <= other.source.first - cue.last <= _NEAR
        )

    def _told(self, cue: Cue) -> Complement | None:
        match cue.rule:
            case "active":
                return self._complements.of(cue)
            case "inherited":
                is_base = self._tokens[cue.first].lower in self._words.bases
                is_subject = cue.source.first <= _LATEST_SUBJECT or cue.span in self._continued
                return self._complements.of(cue) if is_subject and not is_base else None
            case "participle":
                comma = self._tokens[cue.first - 1].text == ","
                return self._complements.of(cue) if comma and cue.span in self._continued else None
            case "label":
                return Complement("clause", "claims") if self._unit.heading else None
            case "trailing" | "inverted" | "according":
                return self._trailing(cue)
            case _:
                return None

    def _may_be_another(self, before: Cue, cue: Cue, told: Complement | None) -> bool:
        """Whether a deed behind “and” may go on with what is said: Roe said he left and [refused] to pay."""
        verb = " ".join(token.lower for token in self._tokens[cue.first : cue.last])
        between = self._tokens[before.last : cue.first]
        inner = any(token.lower in self._words.opens_clause for token in between)
        is_deed = (
            told is not None
            and told.stance != "claims"
            and (inner or (told.stance in _DEEDS and verb not in self._words.saying))
        )
        joins = self._tokens[cue.first - 1].lower in self._words.joins_names
        inherits = cue.rule == "inherited" and _is_same(before, cue)
        return is_deed and joins and inherits and before.stance == "claims" and not before.trails

    def _is_present(self, cue: Cue, verb: str) -> bool:
        """Whether a base form that says something tells of several, never of what will be said."""
        words, before = self._words, self._tokens[cue.first - 1].lower
        return verb in words.saying and before not in words.modals and before not in words.perfect

    def _trailing(self, cue: Cue) -> Complement | None:
        """What is said before the cue, outside of quotation marks; for “according to”, behind it too."""
        told = Complement("clause", cue.stance)
        if cue.rule == "according" and cue.first == 0:
            behind = self._tokens[cue.source.first : cue.source.first + _REACH]
            return told if len(behind) > _LEAST_CONTENT and any(each.text == "," for each in behind) else None
        verb = " ".join(token.lower for token in self._tokens[cue.first : cue.last])
        is_told = verb in self._words.saying and verb not in self._words.bases
        if cue.rule != "according" and not (is_told or self._is_present(cue, verb)):
            return None
        end = subject_start(self._unit, cue.start, self._words)
        end -= end > 0 and self._tokens[end - 1].text == ","
        between = end > 0 and is_parenthesis(self._unit, cue, self._words)
        if (end < _LEAST_CONTENT and not between) or self._tokens[end - 1].kind == "quotation":
            return None
        last = max(cue.last, cue.source.first + 1)
        quotes = any(token.kind == "quotation" for token in self._tokens[last : last + _NEAR + 1])
        return None if quotes else told


def continuations(cues: Iterable[Cue]) -> set[Span]:
    """The cues of a unit whose source an earlier one has already: Ann Roe objected, [saying] so."""
    known: set[object] = set()
    found: set[Span] = set()
    for cue in cues:
        if whose(cue) in known:
            found.add(cue.span)
        known.add(whose(cue))
    return found


def _others_before(cues: Sequence[Cue]) -> list[Cue | None]:
    """For each cue, the last one before it that another source has."""
    found: list[Cue | None] = []
    for at, cue in enumerate(cues):
        before = cues[at - 1] if at else None
        found.append(found[-1] if before and _is_same(before, cue) else before)
    return found


def _is_same(one: Cue, other: Cue) -> bool:
    return whose(one) == whose(other)


def _is_somebody(source: Source, words: Vocabulary) -> bool:
    """Whether the source is somebody: a name, or an office that is no crowd and no paper."""
    if source.text.partition(" ")[0].lower() in words.nobodies:
        return False  # few experts believe
    if source.pronoun == "they" and source.holder and not words.is_plural(source.holder.name):
        return source.holder.kind == "people"
    if source.kind != "role":
        return source.sure and source.name is not None
    if source.holder is not None:
        personal = not source.roles.isdisjoint(words.titles)
        return personal == source.holder.person
    return source.roles.isdisjoint(words.crowds) and source.roles.isdisjoint(words.documents)
