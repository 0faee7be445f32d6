"""What marking finds in an article: sentences, quotations and figures, each a span with a name."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from summarizer.article import Article, Span
from summarizer.languages import has_table

Comparator = Literal["exactly", "at_least", "at_most", "about", "more_than", "less_than", "between"]

ANALYSIS_VERSION = "analysis/3"
"""Raised whenever code that works before the model is asked finds something else; part of every recipe."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, without the white space around it."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, or behind a dash that opens what somebody says.

    Where a narrator breaks in (« Non, dit-elle, car … »), each piece that is said is a quotation that goes on
    from the one before. `span` holds the words, `outer` the words with their marks. `form` is what the
    form alone suggests: a `statement` reads like something said, a `scare` quote is a word, a term or a
    title held with tongs. `within` names the quotation this one is part of, `continues` the one that it
    goes on from (“A,” he said. “B.”). `closed` is False where the closing mark is missing: then the
    quotation ends with its paragraph.
    """

    id: str
    span: Span
    outer: Span
    sentence: str
    form: Literal["statement", "scare"]
    within: str | None = None
    continues: str | None = None
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures something; `span` includes words such as “at least”.

    `value` is what the words say, in plain units (`1.5 million` is 1500000), `upper` the end of a range.
    `unit` is a currency code, `%`, or a unit word, if one stands beside the number. A figure is `uncertain`
    where a word beside it may multiply it, in a language of which too little is known; `value` is then the
    number that is written.
    """

    id: str
    span: Span
    sentence: str
    value: Decimal
    comparator: Comparator = "exactly"
    upper: Decimal | None = None
    unit: str | None = None
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with its marks, each list in the order of the text; `language` is its own or a guess."""

    article: Article
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    figures: tuple[Figure, ...]
    language: str | None = None

    @property
    def unread(self) -> str | None:
        """What cannot be read of the article for want of a table of its language; None where there is one."""
        if has_table(self.language):
            return None
        return (
            f"The article's language ({self.language}) has no table: figures are read by the Unicode CLDR "
            "alone, without words such as at least, and quotations without verbs of speech."
        )
