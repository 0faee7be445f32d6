"""One article with its summary, arranged for the template; all text is still as it came."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import chain
from string import ascii_uppercase

from summarizer.analysis import mark
from summarizer.article import Article, Span
from summarizer.render.report.pieces import Run, cut
from summarizer.render.report.places import MARKED, Place, places
from summarizer.render.report.voices import Share, shares
from summarizer.render.view import SummaryView, arrange
from summarizer.summary import FigureItem, Party, Rejected, Summary, SummaryWarning
from summarizer.text.format_figure import reading
from summarizer.text.headings import called

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
    view: SummaryView
    paragraphs: list[Paragraph]
    badges: dict[str, Badge]
    voices: list[Share]
    places: dict[str, list[Place]]
    warnings: dict[str | None, list[SummaryWarning]]
    left_out: set[str]
    language: str | None
    words_language: str | None

    def colour(self, party: str | None) -> str:
        """The number of a party's colour; `n` for nobody's."""
        return str(self.badges[party].colour) if party in self.badges else "n"

    @property
    def name(self) -> str:
        """What to call the article in a list."""
        return called(self.view.title, headline=self.summary.headline)

    @property
    def rejected(self) -> list[tuple[str, Rejected]]:
        """What was rejected, each with its id on the page."""
        return [(f"r{number}", item) for number, item in enumerate(self.summary.rejected, start=1)]

    @property
    def named(self) -> list[Party]:
        """The parties that neither say nor claim anything."""
        return [party for party in self.summary.parties if party.id not in self.badges]

    @property
    def kinds(self) -> list[str]:
        """Kinds of highlight there are."""
        present = {place.kind for place in chain.from_iterable(self.places.values())}
        return [kind for kind in MARKED if kind in present]

    def value(self, figure: FigureItem) -> str:
        """What a figure says, in digits."""
        return reading(figure)

    def shown_places(self, item: str) -> list[Place]:
        """Where to find an item: its first place in each sentence."""
        return list({self.sentence(place): place for place in reversed(self.places.get(item, []))}.values())[
            ::-1
        ]

    def sentence(self, place: Place) -> str:
        """The number of the sentence in which a place begins, such as s4."""
        return self.view.sentence_at(place.span.start)


def entry(article: Article, summary: Summary, *, prefix: str = "") -> Entry:
    """Arrange one article and its summary.

    Raises:
        ValueError: if the summary is not of this article.
    """
    if summary.article.id != article.id:
        raise ValueError(f"the summary is of {summary.article.id}, not of {article.id}")
    marked = mark(article)
    view, found = arrange(summary, marked), places(summary)
    badges = _badges(view)
    runs = cut(article.text, [(sentence.id, sentence.span) for sentence in marked.sentences], found)
    starts = [anchor.start for anchor in summary.coverage.sentences_left_out]
    left_out = {view.sentence_at(start) for start in starts}
    by_item, warnings = (
        defaultdict[str, list[Place]](list),
        defaultdict[str | None, list[SummaryWarning]](list),
    )
    for place in found:
        if place.kind != "cue":
            by_item[place.item].append(place)
    for warning in summary.warnings:
        warnings[warning.item].append(warning)
    made = summary.provenance
    language = _tag(summary.article.language or article.language or marked.language)
    return Entry(
        prefix=prefix,
        article=article,
        summary=summary,
        view=view,
        paragraphs=[Paragraph(found_runs, _bar(found_runs, left_out)) for found_runs in runs],
        badges=badges,
        voices=shares((piece for run in chain.from_iterable(runs) for piece in run.pieces), summary, badges),
        places=dict(by_item),
        warnings=dict(warnings),
        left_out=left_out,
        language=language,
        words_language=_tag(made.recipe.language if made and made.recipe.language else language),
    )


def _badges(view: SummaryView) -> dict[str, Badge]:
    claiming = {figure.claimed_by for figure in view.summary.figures}
    active = [shown.party for shown in view.parties if shown in view.speaking or shown.party.id in claiming]
    return {party.id: Badge(party, _letter(number), number % COLOURS) for number, party in enumerate(active)}


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
    """`language` if it can be a language tag."""
    return language if language and _LANGUAGE.fullmatch(language) else None
