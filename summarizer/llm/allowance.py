"""How many requests one article has left of those that were paid for beforehand."""

from contextvars import ContextVar
from dataclasses import dataclass
from math import ceil

from summarizer.errors import ReplyTooDear
from summarizer.llm.token_estimate import tokens_at_most

_BESIDES = 2
"""Requests paid for beside those for the parts: one for an answer of the wrong form, one for other words."""
_PART = 6000
"""Estimated tokens of an article that is asked about whole wherever there is room."""


def requests_for(text: str) -> int:
    """How many requests are set aside for an article: twice as many as it may have parts, and two besides."""
    return _BESIDES + 2 * max(1, ceil(tokens_at_most(text) / _PART))


@dataclass(slots=True)
class Allowance:
    """Requests that an article may still cost; one that is as long as two of the first counts as two."""

    left: int
    _first: int = 0
    _last: int = 0

    def take(self, tokens: int) -> None:
        """Take what a request of so many tokens counts as.

        Raises:
            ReplyTooDear: if there is too little left.
        """
        self._first = self._first or max(1, tokens)
        counts = ceil(tokens / self._first) or 1
        if counts > self.left:
            raise ReplyTooDear(
                "no answer of use came from as many requests as the budget had set aside for the article; "
                "run the same command again, or give a higher --budget"
            )
        self.left -= counts
        self._last = counts

    def give_back(self) -> None:
        """The last request was refused, which costs nothing."""
        self.left, self._last = self.left + self._last, 0


current: ContextVar[Allowance | None] = ContextVar("current", default=None)
"""The allowance of the article that is being asked about; None where nothing has to be set aside."""
