"""The project's own corpus: JSON Lines, an annotated article a line, every slice checked against the text."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.article import Article, Span
from summarizer.errors import CorpusMalformed
from summarizer.evaluation.gold import (
    GoldArticle,
    GoldFigure,
    GoldParty,
    GoldPosition,
    GoldQuote,
    Names,
)
from summarizer.summary import Comparator, Id, Number, PartyKind, Stance

Words = Annotated[str, Field(min_length=1)]


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class GoldenParty(_Closed):
    """A party by all names the article uses for it, the fullest first."""

    id: Id
    names: list[Words] = Field(min_length=1)
    kind: PartyKind


class _Slice(_Closed):
    text: Words = Field(description="The article's own characters.")
    occurrence: int = Field(default=1, ge=1, description="Which of the places with these characters it is.")


class GoldenQuote(_Slice):
    """Words between quotation marks, without the marks; `speaker` is null where the article tells of none."""

    speaker: Id | None


class GoldenPosition(_Closed):
    """What a party wants or says; `evidence` is the article's sentence that carries it.

    `told_by` and `toward` are scored where they are written down: null and an empty list mean nobody.
    """

    party: Id
    together_with: list[Id] = Field(default_factory=list, description="Who holds it jointly with the party.")
    told_by: Id | None = Field(default=None, description="Who tells it of its holders, if they do not.")
    toward: list[Id] | None = Field(default=None, description="Whom it is about or addressed to.")
    stances: list[Stance] = Field(min_length=1, description="All that a careful reader would accept.")
    evidence: Words


class GoldenFigure(_Slice):
    """A number with the words that bound it, as marking should mark it."""

    value: Number
    upper: Number | None = None
    comparator: Comparator
    unit: str | None = None
    measures: Words
    claimed_by: Id | None


class GoldenArticle(Article):
    """The article; here its language must be told."""

    language: str


class GoldenLine(_Closed):
    """One line of the corpus. `traps` says in words what the article tests, and is not scored."""

    id: Words
    article: GoldenArticle
    parties: list[GoldenParty]
    quotes: list[GoldenQuote]
    positions: list[GoldenPosition]
    figures: list[GoldenFigure]
    not_quotes: list[Words]
    traps: list[Words]


def read_golden(path: Path) -> Iterator[GoldArticle]:
    """The articles of a file, or of all `*.jsonl` of a folder, in order.

    Raises:
        CorpusMalformed: naming file, line and what is wrong: a line that is no JSON or not of this form, a
            slice that the article does not have, a party nobody introduced, an id given twice.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise CorpusMalformed(str(path), "holds no *.jsonl")
    seen: set[str] = set()
    for file in files:
        for number, line in _lines(file):
            try:
                gold = _Reading(GoldenLine.model_validate_json(line)).gold()
            except ValueError as error:
                raise CorpusMalformed(str(file), _told(error), line=number) from error
            if gold.name in seen:
                raise CorpusMalformed(str(file), f"article {gold.name!r} is there twice", line=number)
            seen.add(gold.name)
            yield gold


class _Reading:
    """A line with its slices looked up; every method raises ValueError for what the line gets wrong."""

    def __init__(self, line: GoldenLine) -> None:
        self._line = line
        twice = [each for each, times in Counter(party.id for party in line.parties).items() if times > 1]
        if twice:
            raise ValueError(f"party {twice[0]!r} is there twice")
        self._names: dict[str, Names] = {party.id: tuple(party.names) for party in line.parties}

    def gold(self) -> GoldArticle:
        """The line as the scores want it."""
        line = self._line
        return GoldArticle(
            name=line.id,
            article=Article.model_validate(line.article.model_dump()),
            quotes=tuple(GoldQuote(self._span(each), self._party(each.speaker)) for each in line.quotes),
            positions=tuple(self._position(each) for each in line.positions),
            parties=tuple(GoldParty(tuple(each.names), each.kind) for each in line.parties),
            figures=tuple(self._figure(each) for each in line.figures),
            not_quotes=tuple(self._find(each) for each in line.not_quotes),
        )

    def _position(self, position: GoldenPosition) -> GoldPosition:
        is_told_marked = "told_by" in position.model_fields_set
        return GoldPosition(
            content=(self._find(position.evidence),),
            source=tuple(
                name for party in (position.party, *position.together_with) for name in self._known(party)
            ),
            stances=frozenset(position.stances),
            told_by=(self._party(position.told_by) or ()) if is_told_marked else None,
            toward=None if position.toward is None else tuple(map(self._known, position.toward)),
        )

    def _figure(self, figure: GoldenFigure) -> GoldFigure:
        return GoldFigure(
            span=self._span(figure),
            value=Decimal(figure.value),
            comparator=figure.comparator,
            upper=None if figure.upper is None else Decimal(figure.upper),
            unit=figure.unit,
            claimed_by=self._party(figure.claimed_by),
        )

    def _party(self, party: str | None) -> Names | None:
        return None if party is None else self._known(party)

    def _known(self, party: str) -> Names:
        if party not in self._names:
            raise ValueError(f"party {party!r} is not among the parties")
        return self._names[party]

    def _span(self, part: _Slice) -> Span:
        return self._find(part.text, part.occurrence)

    def _find(self, words: str, occurrence: int = 1) -> Span:
        start = -1
        for _ in range(occurrence):
            start = self._line.article.text.find(words, start + 1)
            if start < 0:
                raise ValueError(f"the article does not have occurrence {occurrence} of {words!r}")
        return Span(start, start + len(words))


def _told(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"{place}: {first['msg']}" if place else first["msg"]


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusMalformed(str(file), f"cannot be read: {error}") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line
