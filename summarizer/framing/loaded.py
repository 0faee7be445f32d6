"""Loaded words and belittling names in a text, wherever they stand and whoever uses them."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from summarizer.analysis import Quotation
from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.framing.lexicon import Lexicon, LoadedWord
from summarizer.framing.phrases import Hit, joined
from summarizer.text.tokens import Tokens

_OFFICE_REACH = 4
"""Words behind so-called within which the office stands: the so-called Lower Arden People's Republic."""
_WORKS_REACH = 2
_JOINING_WORD = 3
"""Letters of a word, such as of, in or has, that may follow an office without making it part of a term."""
_PUNCTUATION = ".,;:!?،。，"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded expression at the words `first` to `last`; `span` has its quotation marks, if it has any.

    `form` is what makes two places the same expression.
    """

    first: int
    last: int
    span: Span
    form: str
    meaning: LoadedWord

    @property
    def is_scare_quoted(self) -> bool:
        """Whether it is a name that quotation marks belittle."""
        return self.meaning.category == "scare_quoted_name"


class LoadedFinder:
    """Looks a text over with the table of one language."""

    def __init__(self, marks: Marks, tokens: Tokens, lexicon: Lexicon) -> None:
        """Nothing is looked for yet."""
        self._marks, self._tokens, self._lexicon = marks, tokens, lexicon

    def words(self) -> Iterator[Loaded]:
        """The loaded words of the table, in order, but for those inside names."""
        for hit in self._lexicon.words.find(self._tokens):
            if not self._is_in_a_name(hit):
                yield self._loaded(hit, self._lexicon.meanings[hit.phrase.form])

    def introduced_offices(self) -> Iterator[Loaded]:
        """So-called and its like before an office or a state."""
        for hit in self._lexicon.introducers.find(self._tokens):
            offices, reach = self._offices, range(hit.last, hit.last + _OFFICE_REACH)
            if any(place in offices and self._ends_its_term(offices[place].last) for place in reach):
                yield self._loaded(hit, LoadedWord("belittling", None))

    @cached_property
    def _offices(self) -> Mapping[int, Hit]:
        """The offices of the text, by where they begin."""
        return {hit.first: hit for hit in self._lexicon.offices.find(self._tokens)}

    def scare_quoted_names(self) -> Iterator[Loaded]:
        """States and offices between quotation marks that nobody speaks: the “Israeli” prime minister.

        A title, a nickname, a word that is spoken about and a quotation of somebody are none of these.
        """
        if not any(quotation.form == "scare" for quotation in self._marks.quotations.values()):
            return
        places = {hit.first: hit for hit in self._lexicon.places.find(self._tokens)}
        for quotation in self._marks.quotations.values():
            if quotation.form != "scare" or quotation.within is not None:
                continue
            words = self._tokens.within(quotation.span)
            place, office = self._whole(words, places), self._whole(words, self._offices)
            used = (place and self._is_used_place(quotation, words, place)) or (
                office and self._is_used_office(quotation, words)
            )
            hit = place or office
            if hit and used and not self._is_spoken_about(words):
                name = self._marks.text[quotation.span.start : quotation.span.end]
                meaning = LoadedWord("scare_quoted_name", name)
                yield Loaded(words.start, words.stop, quotation.outer, f"“{hit.phrase.form}”", meaning)

    def _is_spoken_about(self, words: range) -> bool:
        """Whether what stands before makes a title or a mere word of these: the novel “…”, the term “…”."""
        return any(index in self._works for index in range(words.start - _WORKS_REACH, words.start))

    @cached_property
    def _works(self) -> AbstractSet[int]:
        """Where the words for what has a title, or is spoken about, begin."""
        return {hit.first for hit in self._lexicon.works.find(self._tokens)}

    def _whole(self, words: range, hits: Mapping[int, Hit]) -> Hit | None:
        """The hit that is all there is between the marks, but for a genitive's s."""
        hit = hits.get(words.start) if words else None
        if hit is None or self._tokens.words[hit.last : words.stop] not in ([], ["s"]):
            return None
        return hit

    def _is_used_place(self, quotation: Quotation, words: range, hit: Hit) -> bool:
        """Whether the sentence goes on right behind the name, or the marks hold its genitive; no nickname."""
        before, after = self._around(quotation)
        following = after.strip()[:1]
        nickname = (
            before == " "
            and self._tokens.words[words.start - 1][:1].isupper()
            and following.isupper()
            and words.stop not in self._offices
        )
        return not nickname and (hit.last < words.stop or following.isalpha() or after[:1] in tuple("'’"))

    def _is_used_office(self, quotation: Quotation, words: range) -> bool:
        """Whether a name or a word that goes on from it follows the office: ‘president’ Ruiz; 台湾“总统”."""
        before, after = self._around(quotation)
        if before.isalpha() or after[:1].isalpha():  # no blanks between words
            return True
        following = after.strip()[:1]
        return bool(following) and following not in _PUNCTUATION and self._ends_its_term(words.stop)

    def _around(self, quotation: Quotation) -> tuple[str, str]:
        """The character before the marks and the two behind."""
        text, (start, end) = self._marks.text, quotation.outer
        return text[max(start - 1, 0) : start], text[end : end + 2]

    def _ends_its_term(self, index: int) -> bool:
        """Whether the word at `index` is no noun that an office only describes: government shutdown."""
        tokens = self._tokens
        if index >= len(tokens.words) or not joined(tokens, index):
            return True
        word = tokens.words[index]
        return not word.islower() or len(word) <= _JOINING_WORD

    def _is_in_a_name(self, hit: Hit) -> bool:
        """Whether the words stand with a capital beside another one: Martyrs' Square, Holy War Street."""
        words, tokens = self._tokens.words, self._tokens
        if self._lexicon.nouns_have_capitals or not words[hit.first][0].isupper():
            return False
        if not hit.phrase.form.islower():
            return False
        before = joined(tokens, hit.first) and self._has_idle_capital(hit.first - 1)
        after = hit.last < len(words) and joined(tokens, hit.last) and words[hit.last][0].isupper()
        return before or after or self._genitive_of_a_name(hit)

    def _has_idle_capital(self, index: int) -> bool:
        """Whether the word at `index` has a capital that does not come from beginning a sentence."""
        if index < 0 or not self._tokens.words[index][0].isupper():
            return False
        start = self._tokens.starts[index]
        sentence = self._marks.marked.sentences[self._marks.sentence_number(start)]
        return start > sentence.span.start

    def _genitive_of_a_name(self, hit: Hit) -> bool:
        words = self._tokens.words
        following = words[hit.last : hit.last + 2]
        return following[:1] == ["s"] and following[1:] != [] and following[1][0].isupper()

    def _loaded(self, hit: Hit, meaning: LoadedWord) -> Loaded:
        return Loaded(hit.first, hit.last, self._tokens.span(hit.first, hit.last), hit.phrase.form, meaning)
