"""Who stands where a source should: a name, a pronoun, or an office (“a spokesman for the mayor”)."""

from typing import Literal, NamedTuple

from summarizer.analysis.attribution.holders import Holder
from summarizer.analysis.attribution.vocabulary import Gender
from summarizer.article import Span

_LONGEST_NAME = 60


class Source(NamedTuple):
    """Whom a clause gives as its source.

    `span` is the phrase that tells, `first` its first token, `text` its words if it is an office. `holder` is
    None until, or unless, somebody with a name is found to be meant.
    """

    span: Span
    kind: Literal["name", "pronoun", "role"]
    first: int
    holder: Holder | None = None
    pronoun: Gender | None = None
    roles: frozenset[str] = frozenset()
    text: str = ""

    @property
    def name(self) -> str | None:
        """The fullest name; the words of the article for an office nobody is named for; else None."""
        if self.holder is not None:
            return self.holder.name
        return self.text if self.kind == "role" and len(self.text) <= _LONGEST_NAME else None

    def meaning(self, holder: Holder | None) -> "Source":
        """The same phrase with `holder` for who is meant."""
        return self._replace(holder=holder)
