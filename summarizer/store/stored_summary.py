"""A summary with all that an export tells beside it."""

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from summarizer.article import Article
from summarizer.recipe import identity
from summarizer.review import Review
from summarizer.summary import Summary
from summarizer.text.headings import titled
from summarizer.text.printable import followable, visible


@dataclass(frozen=True, slots=True)
class Record:
    """A summary, its id, its article, and what people said of it, oldest first."""

    article: Article
    summary: Summary
    id: str
    reviews: tuple[Review, ...] = ()
    source: str | None = None
    """The path or link that the article was read at last, as far as that is known."""
    _names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        article: Article,
        summary: Summary,
        *,
        summary_id: str | None = None,
        reviews: tuple[Review, ...] = (),
        source: str | None = None,
    ) -> Self:
        """A record; the id follows from the summary where it is not known."""
        names = {party.id: party.name for party in summary.parties}
        return cls(article, summary, summary_id or identity(summary), reviews, source, names)

    @property
    def title(self) -> str | None:
        """The article's title, else the headline that its text begins with."""
        return titled(self.summary.article.title, self.article.text)

    def name(self, party: str | None) -> str | None:
        """What a party is called."""
        return None if party is None else self._names.get(party)

    def verdict(self, item: str | None) -> str | None:
        """The newest verdict of a reviewer on an item, or with None on the whole summary."""
        return next((mark.verdict for mark in reversed(self.reviews) if mark.item == item), None)

    @property
    def prompt(self) -> str | None:
        """The prompt, such as summary@3."""
        made = self.summary.provenance
        return made.recipe.prompt.reference if made else None

    @property
    def uri(self) -> str:
        """The summary as a URI; that of an item has its id as fragment."""
        return f"urn:sha256:{self.id}"

    @property
    def article_uri(self) -> str:
        """The article's link if it is one, else a URI of its text."""
        return web_link(self.summary.article.url) or f"urn:{self.summary.article.id}"


def web_link(url: str | None) -> str | None:
    """`url` if it is an http or https link and holds nothing that has no place in a link; else None."""
    if url is None or visible(url) != url or not _NOT_IN_LINKS.isdisjoint(url):
        return None
    return followable(url)


_NOT_IN_LINKS = frozenset(string.whitespace + '<>"\\^`{|}')  # RFC 3986
