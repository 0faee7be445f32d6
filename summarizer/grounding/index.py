"""Where the runs of words that a set of offers is made of stand in an article: one pass for all offers."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import compress, count, islice

from summarizer.text.tokens import Tokens

CROWD = 1000
"""Places of a run beyond which it is too common to try them all."""
_RARE = 64
"""A word that stands no more often than this says where to look."""
_NOWHERE: list[int] = []

Run = tuple[int | None, ...]


class Index:
    """The places of word runs, in time linear in the article.

    Words become numbers, those that no offer has become None; a run of `size` words is a tuple of numbers.
    """

    def __init__(self, tokens: Tokens, offered: Iterable[tuple[str, ...]]) -> None:
        """Number the words of `offered`, which are casefolded."""
        self.tokens = tokens
        self._numbers: dict[str, int] = {}
        for words in offered:
            for word in words:
                self._numbers.setdefault(word, len(self._numbers))
        self._places: dict[Run, list[int]] = {}

    @cached_property
    def numbers(self) -> list[int | None]:
        """The words of the article as numbers."""
        spelt = {
            word: number
            for word, form in self.tokens.forms.items()
            if (number := self._numbers.get(form)) is not None
        }
        return list(map(spelt.get, self.tokens.words))

    def numbered(self, words: tuple[str, ...]) -> Run:
        """The words of an offer as numbers."""
        return tuple(self._numbers[word] for word in words)

    def record(self, size: int, runs: Iterable[Run]) -> None:
        """Note the places of all `size` words in a row of `runs`: of each the first `CROWD` and one more."""
        wanted: dict[Run, list[int]] = {
            run[start : start + size]: [] for run in runs for start in range(len(run) - size + 1)
        }
        if not wanted:
            return
        numbers = self.numbers
        windows = zip(*(islice(numbers, start, None) for start in range(size)), strict=False)
        self._places |= wanted
        for place in compress(count(), map(wanted.__contains__, windows)):
            run = tuple(numbers[place : place + size])
            found = wanted[run]
            found.append(place)
            if len(found) > CROWD:
                del wanted[run]

    def places(self, run: Run) -> list[int]:
        """Where `run`, of a recorded size, begins."""
        return self._places.get(run, _NOWHERE)

    @cached_property
    def rare(self) -> dict[int, list[int]]:
        """The places of each offered word that is rare in the article."""
        often = Counter(self.numbers)
        places: dict[int | None, list[int]] = {
            number: [] for number, times in often.items() if times <= _RARE and number is not None
        }
        for place in compress(count(), map(places.__contains__, self.numbers)):
            places[self.numbers[place]].append(place)
        return {number: found for number, found in places.items() if number is not None}
