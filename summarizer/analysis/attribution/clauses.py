"""The article's own wording of a position: a clause that names its holder, and the sentences that hold it."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from summarizer.analysis import MarkedArticle
from summarizer.analysis.attribution.cues import Cue
from summarizer.analysis.attribution.units import DASHES, Token, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.analysis.places import Marks
from summarizer.article import Span

_LONGEST = 280
"""Characters of a clause."""
_LONGEST_WHOLE = 400
"""Characters up to which a clause that has no mark to be cut at is left whole."""
_LEAST_SAID = 40
"""Characters behind the verb of a clause that is cut."""
_MOST_TRIMMED = 12
_LEAST_CLAUSE = 4
"""Tokens that may be a clause."""
_LONGEST_SUBJECT = 8
"""Words."""
_BREAKS = DASHES | frozenset(",;:")


class Clauses:
    """Cuts clauses out of an article's units."""

    def __init__(self, marked: MarkedArticle, words: Vocabulary) -> None:
        """Take the article."""
        self._marks, self._sentences = Marks(marked), marked.sentences
        self._words = words

    def of(self, unit: Unit, cue: Cue, earlier: Cue | None, later: Cue | None) -> Span:
        """The clause that a cue rules: of the sentence that holds it, up to what others say in it.

        Args:
            unit: the unit that holds the cue.
            cue: it.
            earlier: the last cue before it that another source has.
            later: the first cue behind it that another source has.
        """
        sentence = self._sentence(cue.span)
        tokens = unit.tokens
        first = 0 if earlier is None else subject_start(unit, cue.start, self._words)
        last = len(tokens)
        if cue.trails and not is_parenthesis(unit, cue, self._words):
            last = self._mark_behind(tokens, max(cue.last, cue.source.first + 1))
        elif later is not None and later.start > cue.last and cue.rule != "according":
            last = self._divide(unit, cue.last, later)
        start = max(tokens[first].start, sentence.start)
        end = min(tokens[last - 1].end, sentence.end)
        return self.cut(tokens, Span(start, max(end, cue.span.end)), cue.span.end)

    def around(self, unit: Unit, cue: Cue, account: Cue) -> Span:
        """The sentence of a cue and of the cue by which somebody else gives an account of it."""
        sentence = self._sentence(cue.span)
        start = max(unit.tokens[0].start, sentence.start)
        return self.cut(unit.tokens, Span(start, max(sentence.end, account.span.end)), cue.span.end)

    def _divide(self, unit: Unit, first: int, later: Cue) -> int:
        """Where a clause that goes on at token `first` ends before a later cue; the unit, if it has none."""
        start = subject_start(unit, later.start, self._words)
        before = unit.tokens[start - 1]
        if start <= first or before.lower in self._words.opens_said or not self._only_joins(before):
            return len(unit.tokens)
        return self._trimmed(unit.tokens, first, start)

    def sentences(self, span: Span) -> tuple[str, ...]:
        """The numbers of the sentences that a span touches."""
        return tuple(self._sentences[at].id for at in self._marks.sentence_range(span))

    def within(self, span: Span) -> list[Span]:
        """The sentences that a span touches."""
        return [self._sentences[at].span for at in self._marks.sentence_range(span)]

    def _sentence(self, span: Span) -> Span:
        at = min(self._marks.sentence_range(span).start, len(self._sentences) - 1)
        return self._sentences[at].span

    def _mark_behind(self, tokens: Sequence[Token], at: int) -> int:
        while at < len(tokens) and tokens[at].text not in _BREAKS and tokens[at].kind != "quotation":
            at += 1
        return at

    def _trimmed(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Where the tokens from `first` to `last` end, without the marks and joints at their end."""
        limit = max(first, last - _MOST_TRIMMED)
        while last > limit and self._only_joins(tokens[last - 1]):
            last -= 1
        return last

    def _only_joins(self, token: Token) -> bool:
        plain, words = token.lower, self._words
        return token.kind == "mark" or plain in words.joints or plain in words.relatives

    def cut_text(self, text: str, span: Span) -> Span:
        """A sentence, ended at a mark, or else at a word, before it gets too long."""
        if span.end - span.start <= _LONGEST_WHOLE:
            return span
        words = text[span.start : span.start + _LONGEST].rsplit(None, 1)
        return Span(span.start, span.start + len(words[0]))

    def cut(self, tokens: Sequence[Token], span: Span, told: int = 0) -> Span:
        """A span that begins in `tokens`, ended at a mark, or else at a word, before it gets too long.

        If it can, it goes beyond `told`, where the verb ends that tells what somebody says.
        """
        if span.end - span.start <= _LONGEST:
            return span
        is_near = told <= span.start + _LONGEST - _LEAST_SAID
        least = max(span.start + _LONGEST // 3, told + _LEAST_SAID if is_near else 0)
        first = bisect_left(tokens, span.start, key=lambda token: token.start)
        last = bisect_left(tokens, span.start + _LONGEST_WHOLE, key=lambda token: token.start)
        inside = [token for token in tokens[first:last] if token.end <= span.end]
        limit = span.start + _LONGEST
        ends = [
            before.end
            for before, token in pairwise(inside)
            if token.text in _BREAKS and least < before.end <= limit
        ]
        if ends:
            return Span(span.start, ends[-1])
        if span.end - span.start <= _LONGEST_WHOLE:
            return span
        whole = [token.end for token in inside if token.end <= limit]
        return Span(span.start, whole[-1] if whole else limit)


def is_parenthesis(unit: Unit, cue: Cue, words: Vocabulary) -> bool:
    """Whether a cue stands between two commas in what is said: all of it, Ann Roe said, is old."""
    behind = max(cue.last, cue.source.first + 1)
    comma = subject_start(unit, cue.start, words) - 1
    if comma <= 0 or behind >= len(unit.tokens) or unit.tokens[behind].text != ",":
        return False
    before = unit.tokens[comma - 1].lower
    waits = unit.tokens[0].lower in words.conditions | words.clause_openers
    return comma < _LEAST_CLAUSE or waits or before in words.relatives or before in words.conjunctions


def subject_start(unit: Unit, first: int, words: Vocabulary) -> int:
    """Where the noun phrase begins that goes on with the source at token `first` of a unit."""
    at = first
    while at > max(0, first - _LONGEST_SUBJECT) and _belongs(unit.tokens[at - 1], words):
        at -= 1
        if unit.tokens[at].lower in words.determiners:
            break
    return at


def _belongs(token: Token, words: Vocabulary) -> bool:
    return (
        token.kind == "word"
        and token.lower not in words.joints - words.articles
        and token.lower not in words.verbs
        and token.lower not in words.conjunctions
        and token.lower not in words.relatives
    )
