"""One article with its summary, arranged for the template; all text is still as it came."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from string import ascii_uppercase

from summarizer.analysis import mark
from summarizer.analysis.places import Marks
from summarizer.article import Article, Span
from summarizer.render.report.groups import Group, active, groups, reading_order
from summarizer.render.report.pieces import Run, cut
from summarizer.render.report.places import (
    HEADLINE,
    MARKED,
    Place,
    abstract_id,
    places,
    rejected_id,
)
from summarizer.render.report.voices import Share, shares
from summarizer.review import doubtful_items, unchecked
from summarizer.summary import (
    UNDETERMINED,
    AbstractSentence,
    Anchor,
    Authority,
    FigureItem,
    Party,
    Position,
    Quote,
    Rejected,
    Summary,
    SummaryWarning,
)
from summarizer.text.format_figure import is_narrated, shown, spoken
from summarizer.text.headings import called, titled
from summarizer.text.positions import are_several, stance_toward

COLOURS = 8
"""So many parties have a colour of their own; then they come again, and the letter tells."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Badge:
    """What a party is known by on the page: a letter and a colour."""

    party: Party
    letter: str
    colour: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence's part of the bar beside its paragraph, in percent of the paragraph's height."""

    top: float
    height: float
    reported: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the bar that shows which of its sentences the summary reports."""

    runs: list[Run]
    bar: list[Stretch]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the template shows of one article; `prefix` stands before every id on the page."""

    prefix: str
    article: Article
    summary: Summary
    title: str | None
    """The article's, else the headline that its text begins with."""
    marks: Marks
    paragraphs: list[Paragraph]
    parties: dict[str, Party]
    groups: list[Group]
    badges: dict[str, Badge]
    shares: list[Share]
    places: dict[str, list[Place]]
    warnings: dict[str | None, list[SummaryWarning]]
    left_out: set[str]
    language: str | None
    words_language: str | None

    def colour(self, parties: Iterable[str]) -> str:
        """Return the number of the first party's colour; `n` for nobody's."""
        return next((str(self.badges[party].colour) for party in parties if party in self.badges), "n")

    def letters(self, parties: Iterable[str]) -> str:
        """Return the letters of several parties, such as `A+B`; `?` for nobody's."""
        return "+".join(self.badges[party].letter for party in parties if party in self.badges) or "?"

    def names(self, parties: Iterable[str]) -> list[str]:
        """Return the names of those of `parties` that the summary has."""
        return [self.parties[party].name for party in parties if party in self.parties]

    @property
    def name(self) -> str:
        """What to call the article in a list."""
        return called(self.title, headline=self.summary.headline.text)

    @property
    def authority(self) -> Authority | None:
        """Whose word counts where the model and the rules read the article otherwise."""
        made = self.summary.provenance
        return made.recipe.authority if made else None

    @property
    def doubts_minor(self) -> bool:
        """Return whether anything about a minor party is doubtful, so that it must not stay folded."""
        minor = {party.id for party in self.silent("minor")}
        for group in self.minor:
            minor |= {party.id for party in group.parties}
            minor |= {position.id for position in group.positions} | {quote.id for quote in group.quotes}
        return not minor.isdisjoint(doubtful_items(self.summary))

    @property
    def unchecked(self) -> str:
        """A remark on a headline and abstract that nobody has checked."""
        return unchecked(self.summary)

    @property
    def doubtful(self) -> list[str]:
        """Return the ids on the page of all that is doubtful."""
        return [HEADLINE if item == "headline" else item for item in doubtful_items(self.summary)]

    @property
    def headline(self) -> str:
        """The headline's id on the page."""
        return HEADLINE

    @property
    def abstract(self) -> list[tuple[str, AbstractSentence]]:
        """The sentences of the abstract, each with its id on the page."""
        return [(abstract_id(number), item) for number, item in enumerate(self.summary.abstract, start=1)]

    @property
    def rejected(self) -> list[tuple[str, Rejected]]:
        """What was rejected, each with its id on the page."""
        return [(rejected_id(number), item) for number, item in enumerate(self.summary.rejected, start=1)]

    @property
    def main(self) -> list[Group]:
        """What the parties say without which the news cannot be told, and the article's own voice."""
        return [group for group in self.groups if group.parties and not group.is_minor]

    @property
    def minor(self) -> list[Group]:
        """What the other parties say."""
        return [group for group in self.groups if group.is_minor]

    @property
    def nobodys(self) -> list[Group]:
        """What is quoted of nobody in particular: a group or none."""
        return [group for group in self.groups if not group.parties]

    def silent(self, role: str) -> list[Party]:
        """Return the parties of a role that neither hold, say nor claim anything."""
        return [
            party
            for party in reading_order(self.summary.parties)
            if party.role == role and party.id not in self.badges
        ]

    @property
    def terms(self) -> list[Quote]:
        """What stands in quotation marks and is nobody's statement."""
        return [quote for quote in self.summary.quotes if not quote.is_statement]

    @property
    def kinds(self) -> list[str]:
        """Kinds of highlight there are."""
        present = {place.kind for place in chain.from_iterable(self.places.values())}
        return [kind for kind in MARKED if kind in present]

    def stance(self, position: Position) -> str:
        """Return a position's stance with those it is toward, such as `demands of Israel`."""
        several = are_several(
            [(party.name, party.kind) for party in self.summary.parties if party.id in position.holders]
        )
        return stance_toward(position.stance, self.names(position.toward), several=several)

    def is_narrated(self, quote: Quote) -> bool:
        """Whether the words stand in the article without quotation marks, so that they may be its own."""
        return is_narrated(self.summary, quote)

    def spoken(self, quote: Quote) -> str:
        """Return a quote's words without the comma that leads over to its speaker."""
        return spoken(quote.text)

    def value(self, figure: FigureItem) -> str:
        """Return what a figure says, such as `≥ 34,622` or `≈ 1,500,000 USD`."""
        return shown(figure)

    def shown_places(self, item: str) -> list[Place]:
        """Return where to find an item: its first place in each sentence."""
        first: dict[str, Place] = {}
        for place in self.places.get(item, []):
            first.setdefault(self.sentence(place), place)
        return list(first.values())

    def sentence(self, place: Place | Anchor) -> str:
        """Return the number of the sentence in which a place begins, such as s4."""
        start = place.span.start if isinstance(place, Place) else place.start
        return _sentence(self.marks, start)


def entry(article: Article, summary: Summary, *, prefix: str = "") -> Entry:
    """Arrange one article and its summary.

    Raises:
        ValueError: if the summary is not of this article.
    """
    if summary.article.id != article.id:
        raise ValueError(f"the summary is of {summary.article.id}, not of {article.id}")
    marked = mark(article)
    marks, found, badges = Marks(marked), places(summary), _badges(summary)
    runs = cut(article.text, [(sentence.id, sentence.span) for sentence in marked.sentences], found)
    left_out = {_sentence(marks, anchor.start) for anchor in summary.coverage.sentences_left_out}
    by_item = defaultdict[str, list[Place]](list)
    for place in found:
        if place.kind != "cue":
            by_item[place.item].append(place)
    made = summary.provenance
    known = (summary.article.language, article.language, marked.language)
    language = next((tag for tag in map(_tag, known) if tag), None)
    return Entry(
        prefix=prefix,
        article=article,
        summary=summary,
        title=titled(summary.article.title, article.text),
        marks=marks,
        paragraphs=[Paragraph(found_runs, _bar(found_runs, left_out)) for found_runs in runs],
        parties={party.id: party for party in summary.parties},
        groups=groups(summary),
        badges=badges,
        shares=shares((piece for run in chain.from_iterable(runs) for piece in run.pieces), summary, badges),
        places=dict(by_item),
        warnings=_warnings(summary),
        left_out=left_out,
        language=language,
        words_language=_tag(made.recipe.language if made and made.recipe.language else language),
    )


def _sentence(marks: Marks, start: int) -> str:
    sentences = marks.marked.sentences
    return sentences[marks.sentence_number(start)].id if sentences else ""


def _badges(summary: Summary) -> dict[str, Badge]:
    speaking = active(summary)
    parties = [party for party in reading_order(summary.parties) if party.id in speaking]
    return {party.id: Badge(party, _letter(number), number % COLOURS) for number, party in enumerate(parties)}


def _warnings(summary: Summary) -> dict[str | None, list[SummaryWarning]]:
    """Return the warnings under the items they are about; those about nothing on the page under None."""
    items = {
        item.id
        for shown in (
            summary.parties,
            summary.positions,
            summary.quotes,
            summary.figures,
            summary.framing,
        )
        for item in shown
    }
    found = defaultdict[str | None, list[SummaryWarning]](list)
    for warning in summary.warnings:
        found[warning.item if warning.item in items else None].append(warning)
    return dict(found)


def _letter(number: int) -> str:
    """A to Z, then A2 to Z2, and so on."""
    again, letter = divmod(number, len(ascii_uppercase))
    return ascii_uppercase[letter] + (str(again + 1) if again else "")


def _bar(runs: list[Run], left_out: set[str]) -> list[Stretch]:
    whole = Span(runs[0].span.start, runs[-1].span.end)
    share = partial(_share, whole=whole)
    return [
        Stretch(
            share(run.span.start - whole.start),
            share(run.span.end - run.span.start),
            run.sentence not in left_out,
        )
        for run in runs
        if run.sentence is not None
    ]


def _share(length: int, *, whole: Span) -> float:
    return round(100 * length / (whole.end - whole.start), 2)


def _tag(language: str | None) -> str | None:
    """`language` if it is a language tag that says something."""
    known = language if language and _LANGUAGE.fullmatch(language) else None
    return None if known == UNDETERMINED else known
