"""Sentences of an article that bid a model or a reader do something, and have no place in a report."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from summarizer.analysis.analysis import MarkedArticle, Sentence
from summarizer.analysis.guessing import guess
from summarizer.analysis.instructions.code import code_among
from summarizer.analysis.instructions.commands import Patterns, patterns_of
from summarizer.analysis.instructions.relatedness import Vocabulary
from summarizer.article import Span
from summarizer.text.chat_tokens import chat_token
from summarizer.text.glyphs import seen
from summarizer.text.paragraphs import paragraphs

Kind = Literal["override", "machine", "token", "reply", "task", "bid", "question", "code", "offer"]

_SURE: tuple[Kind, ...] = ("reply", "task", "offer")
"""What needs no paragraph of its own."""
_RELATED = 0.35
_RELATED_WITH_NAME = 0.51
"""Shares of the words of a sentence that the article has elsewhere; the second if it names somebody new."""
_FEWEST_WORDS = 2
"""Different words of a question; fewer ask for nothing that could be told apart."""
_MOST_SENTENCES = 3
_SHORT_WORD = 3
_LETTER = re.compile(r"[^\W\d_]")
_SHOWN = 80
_OWN_WAY = 2
"""Paragraphs that address a reader, or ask, and have to do with their article; then it is its way."""
_ASKING = frozenset({"question"})
_BIDDING = frozenset({"reply", "task", "offer", "wish", "bid"})
_REMEMBERED = 4
"""Texts whose answers are kept: extracts, rules, warnings and checks ask about an article one by one."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """A sentence that bids: which, what makes it one, and its first words."""

    sentence: str
    span: Span
    kind: Kind
    words: str


@lru_cache(maxsize=_REMEMBERED)
def find_instructions(marked: MarkedArticle) -> tuple[Instruction, ...]:
    """Return the sentences that bid, in order.

    Pure, and linear in the length of the article.
    """
    texts = _texts(marked)
    blocks = [
        _Block(
            texts.whole[span.start : span.end],
            [_read(sentence, texts, marked.language) for sentence in within],
        )
        for span, within in _by_paragraph(marked)
    ]
    code = code_among([block.text for block in blocks])
    vocabulary = Vocabulary(
        [read.text for read in block.sentences if not (read.sure or read.signs) and number not in code]
        for number, block in enumerate(blocks)
    )
    ways = _own_ways(blocks, vocabulary)
    found: list[Instruction] = []
    for number, block in enumerate(blocks):
        for read in block.sentences:
            kind = "code" if number in code else _kind(read, block, number, vocabulary, ways)
            if kind:
                found.append(
                    Instruction(read.sentence.id, read.sentence.span, kind, read.bidding or _cut(read.text))
                )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence, what it surely is, else signs of bidding, and the words that bid.

    `is_about` somebody or something that stands before, as a heading or by its pronouns.
    `addresses` a reader, by a bid or a pronoun.
    """

    sentence: Sentence
    text: str
    sure: Kind | None = None
    signs: tuple[str, ...] = ()
    is_about: bool = False
    addresses: bool = False
    bidding: str = ""


class _Texts(NamedTuple):
    """An article's text, without its quotations, and without those that a sentence reports (all blank)."""

    whole: str
    unquoted: str
    unreported: str


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    sentences: Sequence[_Read]


def _by_paragraph(marked: MarkedArticle) -> Iterator[tuple[Span, Sequence[Sentence]]]:
    sentences, following = marked.sentences, 0
    for span in paragraphs(marked.article.text):
        first = following
        while following < len(sentences) and sentences[following].span.start < span.end:
            following += 1
        yield span, sentences[first:following]


def _read(sentence: Sentence, texts: _Texts, language: str | None) -> _Read:
    start, end = sentence.span
    said = texts.whole[start:end]
    whole, own, unreported = (
        _plain(said),
        _plain(texts.unquoted[start:end]),
        _plain(texts.unreported[start:end]),
    )
    tongues = list(_tongues(own, language))
    for tongue in tongues:
        found = tongue.override.search(whole)
        if found and (tongue.override.search(unreported) or tongue.tells_a_machine(whole, own)):
            return _Read(sentence, said, "override", bidding=_cut(said, whole, found.start()))
        if found := tongue.machine.search(own):
            return _Read(sentence, said, "machine", bidding=_cut(said, own, found.start()))
        if tongue.role.search(own) or (tongue.reply.search(own) and tongue.bids(own)):
            return _Read(sentence, said, "reply", bidding=_cut(said))
    if token := chat_token(said):
        return _Read(sentence, said, "token", bidding=token)
    signs = tuple(sign for tongue in tongues for sign in tongue.weak_signs(own))
    is_about = bool(signs) and (_is_heading(said) or any(tongue.persons.search(own) for tongue in tongues))
    addresses = any(tongue.you.search(own) for tongue in tongues) or bool(_BIDDING & set(signs))
    return _Read(sentence, said, signs=signs, is_about=is_about, addresses=addresses, bidding=_cut(said))


def _own_ways(blocks: Sequence[_Block], vocabulary: Vocabulary) -> frozenset[str]:
    """The signs that say nothing in this article: it is a recipe, advice, or an interview."""
    bidding = asking = 0
    for number, block in enumerate(blocks):
        related = [
            read
            for read in block.sentences
            if (read.addresses or "question" in read.signs) and vocabulary.relation(read.text, number).shared
        ]
        bidding += any(read.addresses for read in related)
        asking += any("question" in read.signs for read in related)
    return frozenset().union(_BIDDING if bidding >= _OWN_WAY else (), _ASKING if asking >= _OWN_WAY else ())


def _kind(
    read: _Read, block: _Block, number: int, vocabulary: Vocabulary, ways: frozenset[str]
) -> Kind | None:
    """What a sentence with signs is, if it is sure or has nothing to do with its article."""
    signs = [sign for sign in read.signs if sign not in ways]
    if read.sure or not signs:
        return None if read.sure in ways else read.sure
    relation = vocabulary.relation(read.text, number)
    if relation.share >= _RELATED_WITH_NAME:
        return None
    is_far = relation.share < _RELATED
    sure = [kind for kind in _SURE if kind in signs and (is_far or kind == "task")]
    if sure:
        return sure[0]
    is_foreign = bool(vocabulary) and not read.is_about and (is_far or relation.has_new_name)
    if not is_foreign or not _is_apart(block, number, vocabulary):
        return None
    if {"wish", "bid"} & set(signs):
        return "bid"
    return "question" if relation.words >= _FEWEST_WORDS else None


def _is_apart(block: _Block, number: int, vocabulary: Vocabulary) -> bool:
    """Whether a paragraph is one sentence, or few that share hardly a word with the rest."""
    size = len(block.sentences)
    return size == 1 or (size <= _MOST_SENTENCES and vocabulary.relation(block.text, number).share < _RELATED)


def _is_heading(sentence: str) -> bool:
    """Whether it is set like a headline, its words in capitals."""
    longer = [word for word in sentence.split() if len(word) > _SHORT_WORD]
    return len(longer) > 1 and all(word[0].isupper() or not word[0].isalpha() for word in longer)


def _tongues(sentence: str, language: str | None) -> Iterator[Patterns]:
    """The languages a sentence may be in: its own, and the article's."""
    own = guess(sentence) or "en"
    codes = dict.fromkeys((own, (language or own).partition("-")[0]))
    return filter(None, map(patterns_of, codes))


def _plain(text: str) -> str:
    return " ".join(seen(text).lower().split()).lstrip("-–—•*·#>[(“\"' ")


def _cut(said: str, plain: str = "", place: int = 0) -> str:
    """The words of a sentence from a place of its plain form on, cut short."""
    words = " ".join(said.split()[plain.count(" ", 0, place) :])
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"


def _texts(marked: MarkedArticle) -> _Texts:
    text, sentences = marked.article.text, marked.sentences
    quoted = [one.span for one in marked.quotations if one.within is None and one.closed]
    unquoted = _blanked(text, quoted)
    starts = [sentence.span.start for sentence in sentences]
    around = (
        sentences[max(0, bisect_right(starts, span.start) - 1) : bisect_left(starts, span.end)]
        for span in quoted
    )
    reported = [
        span
        for span, near in zip(quoted, around, strict=True)
        if any(_LETTER.search(unquoted, *sentence.span) for sentence in near)
    ]
    return _Texts(text, unquoted, _blanked(text, reported))


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """`text` with blanks for the characters of spans."""
    pieces, done = list[str](), 0
    for start, end in spans:
        if end > start >= done:
            pieces += text[done:start], "…" + " " * (end - start - 1)
            done = end
    return "".join([*pieces, text[done:]])
