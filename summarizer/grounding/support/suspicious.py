"""Words that a summary has no reason to say: addresses, mark-up, and what speaks to a reader or a model."""

import re
from collections.abc import Iterator

from summarizer.analysis import MarkedArticle
from summarizer.analysis.instructions import find_instructions

_ADDRESS = re.compile(
    r"\b(?:https?|ftp)://\S+|\bwww\.[\w-]+\.\S+|\b(?:javascript|mailto|data):\S+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.-])[\w-]+(?:\.[\w-]+)+/\S*",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"!?\[[^\]]{0,300}\]\([^)]{0,300}\)|</?[a-zA-Z][^<>]{0,200}>|<\|[^|<>]{1,40}\|>|```|\*\*\S|^\s{0,3}#{1,6}\s"
    r"|\{\{.{0,200}?\}\}|\[/?INST\]|<</?SYS>>|&(?:#\d{2,6}|#x[0-9a-f]{2,6}|[a-z]{2,8});",
    re.MULTILINE,
)

_BIDDING = frozenset({"task", "bid", "question"})


def suspicious(own: MarkedArticle, *, is_a_phrase: bool) -> Iterator[str]:
    """Say what in a text is no part of a summary."""
    text = own.article.text
    if found := _ADDRESS.search(text):
        yield f"It holds an address, “{found[0]}”."
    if found := _MARKUP.search(text):
        yield f"It holds mark-up, “{found[0]}”."
    for instruction in find_instructions(own):
        # What looks like a verb in a noun phrase is none: state at war.
        if not is_a_phrase or instruction.kind not in _BIDDING:
            yield f"It says “{instruction.words}”, as if to a reader or a model."
            return
