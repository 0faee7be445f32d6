"""What a model changed: a diff in words from what it offered to what the article has."""

import re
from collections.abc import Sequence
from typing import Literal

from summarizer.summary import DiffPiece
from summarizer.text.align import runs
from summarizer.text.glyphs import canonical

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\s\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")


def word_diff(offered: str, article: str) -> list[DiffPiece]:
    """Runs of words: in both (`equal`, as the article writes them), in the offer only, in the article only.

    Glyphs, and the case of a word's first letter, are no difference here unless nothing else is. Between two
    pieces belongs a blank; without those marked `offered`, the pieces make up the article's words.
    """
    old, new = _WORD.findall(offered), _WORD.findall(article)
    left, right = [canonical(word) for word in old], [canonical(word) for word in new]
    if left == right:
        left, right = old, new
    pieces: list[DiffPiece] = []
    for run in runs(left, right):
        if run.same:
            pieces += _piece("equal", new, run.new)
        else:
            pieces += _piece("offered", old, run.old) + _piece("article", new, run.new)
    return pieces


def _piece(op: Literal["equal", "offered", "article"], words: Sequence[str], run: range) -> list[DiffPiece]:
    return [DiffPiece(op=op, text=" ".join(words[run.start : run.stop]))] if run else []
