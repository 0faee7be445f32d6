"""Who stands where a source should: a name, a pronoun, or an office (“a spokesman for the mayor”)."""

from typing import Literal, NamedTuple

from summarizer.analysis.attribution.holders import Holder
from summarizer.analysis.attribution.vocabulary import Gender
from summarizer.article import Span

_LONGEST_NAME = 60


class Source(NamedTuple):
    """Whom a clause gives as its source.

    `span` is the phrase that tells, `first` its first token, `text` the words of the office it is or means.
    `holder` is None until, or unless, somebody with a name is found to be meant; `sure` is False where others
    may be.
    """

    span: Span
    kind: Literal["name", "pronoun", "role"]
    first: int
    holder: Holder | None = None
    pronoun: Gender | None = None
    roles: frozenset[str] = frozenset()
    text: str = ""
    sure: bool = True

    @property
    def name(self) -> str | None:
        """The fullest name; the words of the article for an office nobody is named for; else None."""
        if self.holder is not None:
            return self.holder.name
        return self.text if self.text and len(self.text) <= _LONGEST_NAME else None

    def meaning(self, meant: "Holder | Source | None", *, sure: bool = True) -> "Source":
        """The same phrase with whom it means: somebody with a name, or an office nobody is named for."""
        if isinstance(meant, Source):
            return self._replace(text=meant.text, roles=meant.roles, sure=sure)
        return self._replace(holder=meant, sure=sure)
