"""The one call of this package: marks and a draft in, a summary out."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.analysis import MarkedArticle
from summarizer.analysis.attribution import Attributed, attribute
from summarizer.analysis.places import Marks
from summarizer.draft import AnyDraft, CopyDraft, HintedDraft, ReferenceDraft
from summarizer.framing import OwnWords, find_framing
from summarizer.grounding.attribution import Attribution
from summarizer.grounding.completion import completed
from summarizer.grounding.coverage import measure_coverage
from summarizer.grounding.figures import FigureFinder, FigureWriter
from summarizer.grounding.instructions import instruction_like
from summarizer.grounding.ledger import Ledger
from summarizer.grounding.linking import Linker, offered_name
from summarizer.grounding.location import Locator
from summarizer.grounding.parties import Cast
from summarizer.grounding.positions import PositionWriter
from summarizer.grounding.quotes import QuoteFinder, QuoteWriter
from summarizer.summary import ArticleFacts, Summary
from summarizer.text.glyphs import clean
from summarizer.text.tokens import Tokens


def ground(marked: MarkedArticle, draft: AnyDraft, told: Attributed | None = None) -> Summary:
    """Point everything a draft says at the article; report, never drop, what cannot be.

    Pure, and linear in the length of the article. It refuses no draft: whatever a model may offer ends up
    under its heading, under `rejected`, or, if offered twice, in a warning. The summary has no provenance.
    What `attribute` says of the article may be handed in as `told`, if it is known.
    """
    if isinstance(draft, HintedDraft):
        draft = completed(marked, told or attribute(marked), draft)
    marks, tokens, ledger = Marks(marked), Tokens.of(marked.article.text), Ledger(marked.article.text)
    offers = _Offers.of(draft)
    locator = Locator(tokens, offers.texts, offers.numbers)
    quotes = QuoteFinder(marks, locator, ledger)
    figures = FigureFinder(marks, locator, ledger)
    _take(draft, quotes, figures)

    names = _names(draft, quotes, figures)
    cast = Cast.of(tokens, draft.parties, names)
    linker = Linker(cast, names)
    ids = {member: f"p{number}" for number, member in enumerate(cast.members, 1)}
    ledger.rejected += cast.rejected
    for member, merged in cast.merged:
        ledger.warn("duplicate_item", ids[member], f"Listed as {len(merged)} parties: {', '.join(merged)}.")

    attribution = Attribution(marks, tokens, cast.members)
    quote_items = QuoteWriter(marks, linker, attribution, ids, ledger).write(quotes.found(), quotes.repeated)
    figure_items = FigureWriter(marks, linker, attribution, ids, ledger).write(
        figures.found(), figures.repeated
    )
    positions = PositionWriter(marks, locator, linker, ids, ledger).write(draft.positions)
    phrase = instruction_like(marked.article.text)
    if phrase:
        ledger.warn("instruction_like_text", None, f"The article says {phrase!r}, as if to a model.")
    headline, abstract = clean(draft.headline), clean(draft.abstract)
    framing = find_framing(marks, tokens)
    ledger.warnings += OwnWords(marks, framing).problems(headline, abstract, positions)
    return Summary(
        article=facts(marked),
        headline=headline,
        abstract=abstract,
        parties=[member.party(ids[member], marks.text) for member in cast.members],
        positions=positions,
        quotes=quote_items,
        figures=figure_items,
        framing=framing,
        rejected=ledger.rejected,
        coverage=measure_coverage(marks, quote_items, figure_items, positions),
        warnings=ledger.warnings,
    )


def facts(marked: MarkedArticle) -> ArticleFacts:
    """Which article it is."""
    article = marked.article
    return ArticleFacts(
        id=article.id,
        title=article.title,
        author=article.author,
        published=article.published,
        site=article.site,
        url=article.url,
        language=article.language,
        characters=len(article.text),
    )


def _take(draft: ReferenceDraft | CopyDraft, quotes: QuoteFinder, figures: FigureFinder) -> None:
    if isinstance(draft, ReferenceDraft):
        for quote in draft.quotes:
            quotes.name(quote)
        for unmarked in draft.unmarked_quotes:
            quotes.copy(unmarked)
        for figure in draft.figures:
            figures.name(figure)
    else:
        for copied in draft.quotes:
            quotes.copy(copied)
        for number in draft.figures:
            figures.copy(number)


def _names(draft: ReferenceDraft | CopyDraft, quotes: QuoteFinder, figures: FigureFinder) -> list[str]:
    """The names that the draft's items use, apart from those of rejected ones."""
    used = [quote.speaker for quote in quotes.found()]
    used += [position.party for position in draft.positions]
    used += [figure.claimed_by for figure in figures.found()]
    return [name for name in map(offered_name, used) if name]


@dataclass(frozen=True)
class _Offers:
    """The texts a draft copies from the article, cleaned; those of figures apart."""

    texts: list[str]
    numbers: list[str]

    @classmethod
    def of(cls, draft: ReferenceDraft | CopyDraft) -> "_Offers":
        if isinstance(draft, ReferenceDraft):
            return cls([clean(quote.text) for quote in draft.unmarked_quotes], [])
        return cls(list(map(clean, _copied(draft))), [clean(figure.text) for figure in draft.figures])


def _copied(draft: CopyDraft) -> Iterator[str]:
    yield from (quote.text for quote in draft.quotes)
    for position in draft.positions:
        yield from position.evidence
