"""The one call of this package: which sentences of an article sum it up, and in which words of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.analysis import MarkedArticle
from summarizer.analysis.attribution import Attributed
from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.claims import SentenceClaim
from summarizer.extracts.candidates import Candidate, candidates, content_words
from summarizer.extracts.choosing import Choice, choose
from summarizer.extracts.headlines import headline, short_opening, title_of
from summarizer.extracts.phrasing import phrasing
from summarizer.extracts.wording import worded
from summarizer.framing import find_framing
from summarizer.text.tokens import Tokens

_MOST_TO_CHOOSE_FROM = 12


@dataclass(frozen=True, slots=True)
class OwnSentences:
    """The headline and the abstract of an article in its own words."""

    headline: SentenceClaim
    abstract: tuple[SentenceClaim, ...]


def own_sentences(marked: MarkedArticle, attributed: Attributed, wanted: Iterable[Span] = ()) -> OwnSentences:
    """Return a headline, and two or three sentences that sum up an article, or as many as it has.

    Pure, and linear in the length of the article but for sorting. Only an article without a word has none.

    Args:
        marked: the article.
        attributed: what its wording tells.
        wanted: sentences that somebody chose, the best first; those unfit to stand alone are not taken.
    """
    choice, title, as_title = _choice(marked, attributed, frozenset(wanted))
    chosen = choose(choice)
    abstract = tuple(_claim(marked, candidate) for candidate in chosen)
    lede = as_title or (chosen[0] if chosen else None)
    return OwnSentences(headline(marked, title, lede), tuple(one for one in abstract if one.text))


def sentences_to_choose_from(marked: MarkedArticle, attributed: Attributed) -> list[Span]:
    """Return the most telling sentences that an abstract could be made of, in their order."""
    choice, _, _ = _choice(marked, attributed, frozenset())
    return [
        Span(one.sentences[0].start, one.sentences[-1].end)
        for one in choose(choice, most=_MOST_TO_CHOOSE_FROM)
    ]


def _choice(
    marked: MarkedArticle, attributed: Attributed, wanted: frozenset[Span]
) -> tuple[Choice, str, Candidate | None]:
    """Return what to choose from, the title, and the sentence that stands in for one."""
    found = candidates(marked, attributed)
    title = title_of(marked)
    as_title = None if title else short_opening(marked, found)
    heads = as_title.sentences if as_title else ()
    body = [
        one for one in found if one.sentences[0] not in heads and not _is_title(marked, one, title)
    ] or found
    said = title or (marked.article.slice(as_title.shown) if as_title else "")
    topic = content_words(said, spaced=phrasing(marked.language).spaced)
    main = {
        word: number
        for number, party in enumerate(attributed.parties)
        if party.role == "main"
        for name in (party.name, *party.aliases)
        for word in content_words(name, spaced=True)
    }
    return Choice(body, topic, _showing(found, _loaded(marked)), wanted, main), title, as_title


def _is_title(marked: MarkedArticle, candidate: Candidate, title: str) -> bool:
    """Whether a sentence repeats the title."""
    shown = " ".join(marked.article.slice(candidate.shown).split()).rstrip(".").casefold()
    return bool(title) and shown == title.rstrip(".").casefold()


def _claim(marked: MarkedArticle, candidate: Candidate) -> SentenceClaim:
    return SentenceClaim(worded(marked, candidate), candidate.sentences, wording="article")


def _loaded(marked: MarkedArticle) -> list[Span]:
    """Where the article's own loaded words stand, in order."""
    framing = find_framing(Marks(marked), Tokens.of(marked.article.text))
    anchors = (anchor for item in framing for anchor in (item.anchor, *item.others))
    return sorted(Span(anchor.start, anchor.end) for anchor in anchors)


def _showing(found: Sequence[Candidate], loaded: Sequence[Span]) -> frozenset[int]:
    """Return the numbers of the candidates that show one of the `loaded` words."""
    numbers, at = set(), 0
    for candidate in found:
        while at < len(loaded) and loaded[at].end <= candidate.shown.start:
            at += 1
        if at < len(loaded) and loaded[at].start < candidate.shown.end:
            numbers.add(candidate.number)
    return frozenset(numbers)
