"""The one call of this package: an analysed article and claims in, a summary out."""

from collections.abc import Iterable, Iterator

from summarizer.analysis import MarkedArticle, mark
from summarizer.analysis.places import Marks
from summarizer.article import Article
from summarizer.claims import Claims, Copied, SentenceClaim, Unknown, Where, Who
from summarizer.framing import find_framing
from summarizer.grounding.attribution import Attribution
from summarizer.grounding.coverage import measure_coverage
from summarizer.grounding.disputes import disputed
from summarizer.grounding.figures import FigureFinder, FigureWriter, FoundFigure
from summarizer.grounding.instructions import text_warnings
from summarizer.grounding.ledger import SAYS_NOTHING, Ledger, no_such_mark
from summarizer.grounding.linking import Linker, offered_name
from summarizer.grounding.location import Locator
from summarizer.grounding.parties import Cast
from summarizer.grounding.positions import PositionWriter
from summarizer.grounding.quotes import FoundQuote, QuoteFinder, QuoteWriter
from summarizer.grounding.support import check_support
from summarizer.summary import (
    UNDETERMINED,
    AbstractSentence,
    Anchor,
    ArticleFacts,
    Headline,
    Summary,
    Support,
)
from summarizer.text.glyphs import clean
from summarizer.text.tokens import Tokens


def ground(marked: MarkedArticle, claims: Claims) -> Summary:
    """Point everything that is claimed of an article at the article; report, never drop, what cannot be.

    Pure, and linear in the length of the article. It refuses no claims: whatever a model may say ends up
    under its heading, under `rejected`, or, if said twice, in a warning. The summary has no provenance.
    """
    marks, tokens = Marks(marked), Tokens.of(marked.article.text)
    ledger = Ledger(marks)
    locator = Locator(tokens, _copied_words(claims), _copied_numbers(claims))
    quotes = QuoteFinder(marks, locator, ledger)
    figures = FigureFinder(marks, locator, ledger)
    for quote in claims.quotes:
        quotes.take(quote)
    for figure in claims.figures:
        figures.take(figure)

    found_quotes, found_figures = quotes.found(), figures.found()
    names = _names(claims, found_quotes, found_figures)
    cast = Cast.of(tokens, claims.parties, names, marked.language)
    linker = Linker(cast, names)
    ids = {member: f"p{number}" for number, member in enumerate(cast.members, 1)}
    ledger.rejected += cast.rejected
    for member, merged in cast.merged:
        ledger.warn("duplicate_item", ids[member], f"Listed as {len(merged)} parties: {', '.join(merged)}.")
    for member, number in cast.without_id:
        message = f"The model gives it the id of another party, {cast.offered[number]!r}, who is meant by it."
        ledger.warn("reference_unknown", ids[member], message)

    attribution = Attribution(marks, tokens, cast.members)
    quote_items = QuoteWriter(marks, linker, attribution, ids, ledger).write(found_quotes, quotes.repeated)
    figure_items = FigureWriter(marks, linker, attribution, ids, ledger).write(
        found_figures, figures.repeated
    )
    positions = PositionWriter(marks, locator, linker, ids, ledger, quote_items).write(claims.positions)
    position_items = list({position.id: position for position in positions.values()}.values())
    ledger.warnings += text_warnings(marked)
    by_place = {quote.span: item for quote, item in zip(found_quotes, quote_items, strict=True)}
    ledger.warnings += disputed(claims.disputes, linker, by_place, positions)
    for item in claims.unreadable:
        ledger.set_aside(item)
    headline = _headline(claims.headline, marks, ledger)
    abstract = [sentence for claim in claims.abstract for sentence in _sentences(claim, marks, ledger)]
    framing = find_framing(marks, tokens)
    active = {
        *(party for quote in quote_items for party in quote.speakers),
        *(party for figure in figure_items for party in figure.claimed_by),
        *(party for position in position_items for party in position.holders),
    }
    summary = Summary(
        article=facts(marked),
        headline=headline,
        abstract=abstract,
        parties=[
            member.party(ids[member], marks, is_active=ids[member] in active) for member in cast.members
        ],
        positions=position_items,
        quotes=quote_items,
        figures=figure_items,
        framing=framing,
        rejected=ledger.rejected,
        coverage=measure_coverage(marks, quote_items, figure_items, position_items, abstract),
        warnings=ledger.warnings,
    )
    return check_support(summary, marks)


def facts(marked: MarkedArticle) -> ArticleFacts:
    """Which article it is."""
    article = marked.article
    detected = marked.language not in (None, UNDETERMINED)
    return ArticleFacts(
        id=article.id,
        title=article.title,
        author=article.author,
        published=article.published,
        site=article.site,
        url=article.url,
        language=marked.language or UNDETERMINED,
        language_source="declared" if article.language else "detected" if detected else "unknown",
        characters=len(article.text),
    )


def _headline(claim: SentenceClaim, marks: Marks, ledger: Ledger) -> Headline:
    evidence = _evidence(claim, marks, ledger)
    return Headline(
        text=clean(claim.text), evidence=evidence, support=_support(claim, evidence), wording=claim.wording
    )


def _sentences(claim: SentenceClaim, marks: Marks, ledger: Ledger) -> Iterator[AbstractSentence]:
    """The sentences of what is claimed as one: an abstract without evidence may be a whole paragraph."""
    text = clean(claim.text)
    evidence = _evidence(claim, marks, ledger)
    if not text:
        ledger.reject("abstract", text, SAYS_NOTHING)
        return
    if claim.cites:
        yield AbstractSentence(
            text=text, evidence=evidence, support=_support(claim, evidence), wording=claim.wording
        )
        return
    own = mark(Article(text=text, language=marks.marked.language))
    for sentence in own.sentences:
        yield AbstractSentence(text=own.article.slice(sentence.span), evidence=[], wording=claim.wording)


def _support(claim: SentenceClaim, evidence: list[Anchor]) -> Support:
    """What is known of a sentence before it is checked: whether it rests on anything at all."""
    if evidence or not claim.cites:
        return Support()
    reason = "Nothing of its evidence stands in the article." if claim.evidence else "It names no evidence."
    return Support(verdict="doubtful", reasons=[reason])


def _evidence(claim: SentenceClaim, marks: Marks, ledger: Ledger) -> list[Anchor]:
    found: dict[Where, Anchor] = {}
    for place in claim.evidence:
        if isinstance(place, Unknown):
            ledger.reject("abstract", place.number, no_such_mark(place))
        elif not isinstance(place, Copied):
            found[place] = marks.anchor(place)
    return list(found.values())


def _names(claims: Claims, quotes: Iterable[FoundQuote], figures: Iterable[FoundFigure]) -> list[str]:
    """The names that the claims use, apart from those of rejected ones."""
    used: list[Who] = [who for quote in quotes for who in quote.claim.speakers]
    used += [who for position in claims.positions for who in (*position.holders, *position.toward)]
    used += [position.told_by for position in claims.positions if position.told_by]
    used += [who for figure in figures for who in figure.claim.claimed_by]
    return [name for name in map(offered_name, used) if name]


def _copied_words(claims: Claims) -> list[str]:
    """The words that were copied from the article, cleaned; those of figures apart."""
    quoted = [claim.place for claim in claims.quotes]
    return _texts([*quoted, *(place for claim in claims.positions for place in claim.evidence)])


def _copied_numbers(claims: Claims) -> list[str]:
    return _texts([claim.place for claim in claims.figures])


def _texts(places: Iterable[Where]) -> list[str]:
    return [clean(place.text) for place in places if isinstance(place, Copied)]
