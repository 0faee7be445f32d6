"""Words that a model offers as the article's own, taken apart for the search."""

from dataclasses import dataclass
from functools import cached_property

from summarizer.text.glyphs import CLOSING_MARKS, DOUBLE_MARKS, SINGLE_MARKS, canonical
from summarizer.text.tokens import Tokens

_LOOSE_EDGE = frozenset(".,;:-' ")


@dataclass(frozen=True)
class Offer:
    """An offered text: its words, and what stands before the first (`lead`) and after the last (`trail`).

    Quotation marks that the model wrapped around its copy are gone from `lead` and `trail`.
    """

    core: str
    lead: str
    trail: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Offer | None":
        """Take `text` apart; None if it says too little to be looked for: no word, or a single character."""
        tokens = Tokens.of(text.strip())
        if sum(map(len, tokens.words)) < 2:  # noqa: PLR2004 - one character stands everywhere
            return None
        return cls._split(tokens)

    @classmethod
    def of_number(cls, text: str) -> "Offer | None":
        """Take `text` apart; a single digit is enough."""
        tokens = Tokens.of(text.strip())
        return cls._split(tokens) if tokens.words else None

    @classmethod
    def _split(cls, tokens: Tokens) -> "Offer":
        start, end = tokens.starts[0], tokens.ends[-1]
        core = tokens.text[start:end]
        lead, trail = _unwrap(tokens.text[:start], core, tokens.text[end:])
        return cls(core=core, lead=lead, trail=trail, words=tuple(word.casefold() for word in tokens.words))

    @property
    def text(self) -> str:
        """The offered words without the marks around them."""
        return self.lead + self.core + self.trail

    @cached_property
    def canonical_core(self) -> str:
        """The words in the form that is compared for `normalised`."""
        return canonical(self.core)

    @property
    def has_ellipsis(self) -> bool:
        """Whether the model shows that it left something out."""
        return "..." in self.canonical_core


def loose(edge: str) -> bool:
    """Whether an edge of an offer may be missing in the article: punctuation that ends any copied stretch."""
    return _LOOSE_EDGE.issuperset(canonical(edge))


def _unwrap(lead: str, core: str, trail: str) -> tuple[str, str]:
    marks = [index for index, letter in enumerate(core) if letter in DOUBLE_MARKS]
    # `"A" and "B"`: the first mark inside closes the one before, so neither is a wrapping.
    if not (marks and _closes(core, marks[0])):
        lead = lead[_last(lead, DOUBLE_MARKS) + 1 :]
    if not (marks and not _closes(core, marks[-1])):
        trail = trail[: _first(trail, DOUBLE_MARKS)]
    if lead[-1:] and lead[-1] in SINGLE_MARKS and _first(trail, SINGLE_MARKS) < len(trail):
        lead, trail = lead[: _first(lead, SINGLE_MARKS)], trail[: _first(trail, SINGLE_MARKS)]
    return lead.lstrip(), trail.rstrip()


def _closes(core: str, index: int) -> bool:
    if core[index] in CLOSING_MARKS:
        return True
    after = core[index + 1 : index + 2]
    return not core[index - 1].isspace() and not after.isalnum()


def _first(text: str, marks: str) -> int:
    return next((index for index, letter in enumerate(text) if letter in marks), len(text))


def _last(text: str, marks: str) -> int:
    return max((index for index, letter in enumerate(text) if letter in marks), default=-1)
