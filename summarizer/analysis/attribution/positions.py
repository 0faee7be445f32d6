"""Positions: what somebody demands, refuses or says, as far as the wording tells it nine times in ten."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.analysis import MarkedArticle
from summarizer.analysis.attribution.clauses import Clauses, is_parenthesis, subject_start
from summarizer.analysis.attribution.complements import Complement, Complements
from summarizer.analysis.attribution.cues import Cue
from summarizer.analysis.attribution.holders import Mention
from summarizer.analysis.attribution.reports import outermost, whose
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.units import Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.article import Span
from summarizer.summary import Stance

_LEAST_CONTENT = 4
"""Tokens that may be what is said, before a cue that trails."""
_LATEST_SUBJECT = 3
"""The token up to which whoever is named is the subject of the sentence."""
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
        complements = Complements(units[number], named[number], statements, words)
        reader = _Reader(units[number], outermost(units[number], held), complements, words)
        for cue, told, earlier, later in reader.told():
            clause = clauses.of(units[number], cue, earlier, later)
            rule = f"{cue.rule} {told.frame}"
            yield PositionNote(
                holders=(*cue.joint, cue.source),
                stance=told.stance,
                rule=rule,
                sentences=clauses.sentences(clause),
                clause=clause,
                cue=cue.span,
                toward=told.toward.holder.name if told.toward else None,
            )


def all_positions(
    reported: Iterable[PositionNote], quoted: Iterable[PositionNote]
) -> tuple[PositionNote, ...]:
    """Both in the order of the article; what a sentence tells of its holder twice, once."""
    notes = sorted([*reported, *quoted], key=lambda note: note.clause.start)
    telling = {(note.names, note.sentences[0]) for note in notes if note.stance != "claims"}
    kept: dict[object, PositionNote] = {}
    for note in notes:
        place = (note.names, note.sentences[0])
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
        found = [self._told(cue) if _is_somebody(cue.source, self._words) else None for cue in self._cues]
        earlier = _others_before(self._cues)
        later = reversed(_others_before(self._cues[::-1]))
        for at, (told, before, behind) in enumerate(zip(found, earlier, later, strict=True)):
            if told is not None and not self._says_again(at, found):
                yield self._cues[at], told, before, behind

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

    def _trailing(self, cue: Cue) -> Complement | None:
        """What is said before the cue, outside of quotation marks; for “according to”, behind it too."""
        told = Complement("clause", cue.stance)
        if cue.rule == "according" and cue.first == 0:
            behind = self._tokens[cue.source.first : cue.source.first + _REACH]
            return told if len(behind) > _LEAST_CONTENT and any(each.text == "," for each in behind) else None
        verb = " ".join(token.lower for token in self._tokens[cue.first : cue.last])
        if cue.rule != "according" and verb not in self._words.saying:
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
    if source.kind != "role":
        return source.sure and source.name is not None
    if source.holder is not None:
        personal = not source.roles.isdisjoint(words.titles)
        return personal == source.holder.person
    return source.roles.isdisjoint(words.crowds) and source.roles.isdisjoint(words.documents)
