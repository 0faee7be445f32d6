"""What of a summary stands for what of the gold: stretches of text by their words, parties one to one."""

from collections.abc import Iterable, Sequence

from summarizer.article import Span
from summarizer.evaluation.gold import Names
from summarizer.evaluation.names import share_a_name


class Places:
    """Compares stretches of one text by their words: marks and punctuation at the edges do not matter."""

    def __init__(self, text: str) -> None:
        self._text = text

    def words(self, span: Span) -> Span:
        """`span` without what is neither letter nor digit at its edges; as it is if it has neither."""
        inside = [at for at in range(span.start, span.end) if self._text[at].isalnum()]
        return Span(inside[0], inside[-1] + 1) if inside else span

    def within(self, inner: Span, outer: Span) -> bool:
        """Whether all words of `inner` are in `outer`."""
        words = self.words(inner)
        return outer.start <= words.start and words.end <= outer.end

    def within_any(self, inner: Span, outers: Iterable[Span]) -> bool:
        """Whether one of `outers` has all words of `inner`."""
        return any(self.within(inner, outer) for outer in outers)


def touch(ones: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether any stretch on the one side shares a character with one on the other."""
    return any(one.overlaps(other) for one in ones for other in others)


def likeness(one: Span, other: Span) -> float:
    """Shared characters over all characters of both (P. Jaccard's index): 1 for the same, 0 for apart."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


def paired_parties(gold: Sequence[Names], shown: Sequence[Names]) -> list[tuple[int, int]]:
    """As many pairs (index in `gold`, index in `shown`) that share a name as can be, each in one at most.

    A party that a summary lists twice is so paired once. Method: augmenting paths (H. W. Kuhn, The Hungarian
    Method for the Assignment Problem, Naval Research Logistics Quarterly 1955), recursion as deep as there
    are gold parties.
    """
    candidates = [[at for at, names in enumerate(shown) if share_a_name(names, wanted)] for wanted in gold]
    taken: dict[int, int] = {}

    def place(one: int, tried: set[int]) -> bool:
        for other in candidates[one]:
            if other not in tried:
                tried.add(other)
                if other not in taken or place(taken[other], tried):
                    taken[other] = one
                    return True
        return False

    for one in range(len(gold)):
        place(one, set())
    return sorted((one, other) for other, one in taken.items())
