"""The one call of this package: an article in, its marks out."""

from summarizer.analysis import quotations
from summarizer.analysis.analysis import MarkedArticle, Sentence
from summarizer.analysis.figures import figures
from summarizer.analysis.guessing import guess, looks_english
from summarizer.analysis.sentences import sentences
from summarizer.article import Article
from summarizer.summary import UNDETERMINED
from summarizer.text.paragraphs import paragraphs


def mark(article: Article) -> MarkedArticle:
    """Find the sentences, quotations and figures of an article.

    Pure, deterministic, without a model, and linear in the length of the text. It refuses no text: where
    nothing is found, the lists are empty. The language is the article's, or guessed if it names none; where
    it cannot be told, the text is read as English if it looks so, else without the words of any language.
    """
    text = article.text
    language = article.language or guess(text) or (None if looks_english(text) else UNDETERMINED)
    blocks = paragraphs(text)
    quoted = quotations.find(text, blocks, language)
    outermost = [quote.marks for quote in quoted if quote.within is None and quote.marks]
    spans = sentences(text, blocks, outermost, language)
    starts = [span.start for span in spans]
    marks = {place for quote in quoted for place in (quote.outer.start, (quote.marks or quote.outer).end - 1)}
    return MarkedArticle(
        article=article,
        sentences=tuple(Sentence(f"s{number}", span) for number, span in enumerate(spans, 1)),
        quotations=tuple(quotations.quotations(text, quoted, starts, language)),
        figures=tuple(figures(text, blocks, starts, marks, language)),
        language=language,
    )
