"""What a model changed: a diff in words from what it offered to what the article has."""

import re
from typing import Literal

from summarizer.grounding.glyphs import canonical
from summarizer.summary import DiffPiece

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\s\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")


def word_diff(offered: str, article: str) -> list[DiffPiece]:
    """Runs of words: in both (`equal`, as the article writes them), in the offer only, in the article only.

    Glyphs, and the case of a word's first letter, are no difference here unless nothing else is. Between two
    pieces belongs a blank; without those marked `offered`, the pieces make up the article's words.
    """
    # rapidfuzz takes 60 ms to import, which a draft whose words are all found need not pay.
    from rapidfuzz.distance import LCSseq

    old, new = _WORD.findall(offered), _WORD.findall(article)
    left, right = [canonical(word) for word in old], [canonical(word) for word in new]
    if left == right:
        left, right = old, new
    pieces: list[DiffPiece] = []
    at, new_at = 0, 0
    for block in LCSseq.opcodes(left, right).as_matching_blocks():
        pieces += _piece("offered", old[at : block.a]) + _piece("article", new[new_at : block.b])
        at, new_at = block.a + block.size, block.b + block.size
        pieces += _piece("equal", new[block.b : new_at])
    return pieces


def _piece(op: Literal["equal", "offered", "article"], words: list[str]) -> list[DiffPiece]:
    return [DiffPiece(op=op, text=" ".join(words))] if words else []
