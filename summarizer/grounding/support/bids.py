"""Own words that repeat, or rest on, what the article says as if to a model."""

import re
from collections.abc import Iterator, Sequence

from summarizer.analysis import MarkedArticle
from summarizer.analysis.instructions import find_instructions
from summarizer.summary import Anchor

_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{2,}")
_RUN = 5
"""Words in a row, or characters of a script without blanks, that nobody writes twice by chance."""
_UNSPACED_RUN = 8


class Bids:
    """The sentences of an article that bid, to be looked for in own words."""

    def __init__(self, marked: MarkedArticle) -> None:
        """Find them."""
        found = find_instructions(marked)
        self._words = {one.sentence: one.words for one in found}
        self._runs = {run: one.words for one in found for run in _runs(marked.article.slice(one.span))}

    def doubts(self, text: str, evidence: Sequence[Anchor]) -> Iterator[str]:
        """Say what of a text is from a sentence that bids: its words, or what it cites."""
        if echoed := next((self._runs[run] for run in _runs(text) if run in self._runs), None):
            yield f"It repeats what the article says as if to a model, “{echoed}”."
            return
        cited = [anchor.sentence for anchor in evidence if anchor.sentence in self._words]
        if cited and cited[0]:
            yield f"It rests on what the article says as if to a model, “{self._words[cited[0]]}”."


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    size = _RUN if _LONG_WORD.search(" ".join(words)) else _UNSPACED_RUN
    return (tuple(words[place : place + size]) for place in range(len(words) - size + 1))
