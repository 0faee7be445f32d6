"""What stands in two sequences of words or lines, and what in only one of them."""

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of both sequences: the same in both, or else replaced, where one of them may be empty."""

    same: bool
    old: range
    new: range


def runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Run]:
    """Both sequences from beginning to end, along their longest common subsequence."""
    # rapidfuzz takes 60 ms to import, which a draft whose words are all found need not pay.
    from rapidfuzz.distance import LCSseq

    old_at = new_at = 0
    for block in LCSseq.opcodes(old, new).as_matching_blocks():
        if block.a > old_at or block.b > new_at:
            yield Run(same=False, old=range(old_at, block.a), new=range(new_at, block.b))
        old_at, new_at = block.a + block.size, block.b + block.size
        if block.size:
            yield Run(same=True, old=range(block.a, old_at), new=range(block.b, new_at))
