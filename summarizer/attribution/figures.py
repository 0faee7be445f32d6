"""What stands beside a figure: what it counts."""

from itertools import takewhile

from summarizer.article import Span
from summarizer.attribution.units import Token
from summarizer.attribution.vocabulary import Vocabulary

_MOST_WORDS = 6


def counted(tokens: tuple[Token, ...], figure: Span, words: Vocabulary) -> Span | None:
    """The words behind a number that say what it counts: 40 [homes in the valley] burned; None if none do."""
    behind = [token for token in tokens if token.span.start >= figure.end]
    if not behind or behind[0].kind != "word" or behind[0].span.start > figure.end + 1:
        return None

    def belongs(token: Token) -> bool:
        plain = token.lower
        return token.kind == "word" and not (
            plain in words["auxiliaries"]
            or plain in words["relatives"]
            or plain in words["conjunctions"]
            or plain in words["stops"]
            or (plain in words.verbs and plain.endswith(("ed", "ing", "s")) and plain not in words.nouns)
            or plain in words["days"]
        )

    held = list(takewhile(belongs, behind[:_MOST_WORDS]))
    while held and held[-1].lower in words["prepositions"] | words["determiners"]:
        held.pop()
    while held and held[0].lower in {"of", "for"} | words["determiners"]:
        held.pop(0)
    if not held or all(token.lower in words["prepositions"] | words["determiners"] for token in held):
        return None
    return Span(held[0].span.start, held[-1].span.end)
