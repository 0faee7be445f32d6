"""The sentences of an article that an abstract might be made of, and what speaks against each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from summarizer.analysis import MarkedArticle, Quotation
from summarizer.analysis.attribution import Attributed
from summarizer.analysis.instructions import find_instructions
from summarizer.article import Span
from summarizer.extracts.cutting import cut
from summarizer.extracts.phrasing import Phrasing, phrasing

LONGEST = 600
"""Characters of a sentence that an abstract shows."""
_SHORTEST = {True: 25, False: 10}
"""Characters of one that says something, by whether blanks divide words."""
_ENDS = re.compile(r"[.!?。！？؟।…][\"'”’»›」』)\]）]*\Z")
_ASKS = re.compile(r"[?？؟][\"'”’»›」』)\]）]*\Z")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_LABELLED = re.compile(r"\A[^\n:：.,]{2,60}[:：]\s*\S")
_ITEM = re.compile(r"\A(?:[-*•–—―▪◦·]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_LEAST_WORDS = 4
_IN_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_LONGER_WORD = 3
_OPENING_WORDS = 4
"""Words outside quotations among which a pronoun means somebody before the sentence."""

_TEASERS = 4
"""Sentences at the beginning among which captions and teasers stand."""
_LONGEST_TEASER = 110
_LEAST_OPINIONS = 3
_OPINIONS = 0.12
"""The share of sentences by the author for himself, or to his reader, that makes an article opinion."""
_GOING_ON_WORDS = 6
_BEHIND_QUOTATION = 2
"""The same where it begins with a quotation: “…,” she said."""


class Fault(Enum):
    """What makes a sentence unfit to stand in an abstract, the worst first."""

    SAYS_LITTLE = 20
    INSTRUCTION = 16
    UNENDED = 12
    UNATTRIBUTED = 11
    FRAGMENT = 10
    QUESTION = 9
    HEADING = 8
    TEASER = 7
    OPINION = 6
    LONG = 5
    ITEM = 4
    PERSONAL = 2
    REFERS_BACK = 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence, or several that one quotation holds together, and the part of it that would be shown.

    `number` counts candidates from 0, `words` are the different words of what is shown, in lower case;
    `is_report` tells that it says what somebody says, `holders` of whom that is known by name; `is_dated`
    that it names a day or a month.
    """

    number: int
    sentences: tuple[Span, ...]
    shown: Span
    faults: frozenset[Fault]
    words: frozenset[str]
    is_report: bool
    holders: frozenset[str]
    is_dated: bool = False

    @property
    def badness(self) -> int:
        """How unfit it is: 0 is fit."""
        return sum(fault.value for fault in self.faults)


def candidates(marked: MarkedArticle, attributed: Attributed) -> list[Candidate]:
    """Return the candidates of an article, in order; linear in its length."""
    text, known = marked.article.text, phrasing(marked.language)
    headings = {unit.span.start for unit in attributed.units if unit.heading}
    holders = _holders(attributed)
    numbers = {instruction.sentence for instruction in find_instructions(marked)}
    addressed = {sentence.span for sentence in marked.sentences if sentence.id in numbers}
    outermost = [quotation for quotation in marked.quotations if quotation.within is None]
    found = []
    for number, (sentences, quoted) in enumerate(_together(marked, outermost)):
        whole = Span(sentences[0].start, sentences[-1].end)
        shown = cut(text, whole, [quotation.outer for quotation in quoted], known)
        own = _outside(text, shown, quoted)
        faults = frozenset(_faults(text[shown.start : shown.end], own, known))
        if not addressed.isdisjoint(sentences):
            faults |= {Fault.INSTRUCTION}
        if whole.start in headings:
            faults |= {Fault.HEADING}
        if number < _TEASERS and _is_teaser(text, whole, own, known):
            faults |= {Fault.TEASER}
        if shown.end == whole.end and not _ENDS.search(text[shown.start : whole.end]):
            faults |= {Fault.UNENDED}
        found.append(
            Candidate(
                number,
                sentences,
                shown,
                faults,
                content_words(text[shown.start : shown.end], spaced=known.spaced),
                is_report=_says(own, known) or any(one.form == "statement" for one in quoted),
                holders=frozenset(holders.get(whole.start, ())),
                is_dated=not known.calendar.isdisjoint(map(str.casefold, _WORD.findall(own))),
            )
        )
    return _less_opinions(text, found)


def _less_opinions(text: str, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates; where authors speak for themselves, what reports nothing is opinion."""
    personal = sum(Fault.PERSONAL in one.faults for one in found)
    judging = sum(Fault.OPINION in one.faults for one in found)
    if personal + judging < max(_LEAST_OPINIONS, _OPINIONS * len(found)):
        return found

    def is_opinion(one: Candidate) -> bool:
        shown = text[one.shown.start : one.shown.end]
        return not (one.is_report or one.is_dated or any(map(str.isdigit, shown)))

    return [replace(one, faults=one.faults | {Fault.OPINION}) if is_opinion(one) else one for one in found]


def _is_teaser(text: str, whole: Span, own: str, known: Phrasing) -> bool:
    """Whether it is a paragraph as short as a caption, and as sparing with words: without an article."""
    if not known.definite or whole.end - whole.start > _LONGEST_TEASER or _says(own, known):
        return False
    alone = text[: whole.start].rstrip(" \t").endswith("\n") and text[whole.end :].lstrip(" \t")[:1] == "\n"
    return alone and known.definite.isdisjoint(map(str.casefold, _WORD.findall(own)))


def content_words(text: str, *, spaced: bool) -> frozenset[str]:
    """Return the different words of a text, or pairs of characters in a script without blanks."""
    found = [word.casefold() for word in _WORD.findall(text)]
    if spaced:
        return frozenset(word for word in found if len(word) > _LONGER_WORD)
    return frozenset(word[at : at + 2] for word in found for at in range(len(word) - 1))


def _holders(attributed: Attributed) -> dict[int, set[str]]:
    """Who is reported in each unit, by name, by where it begins."""
    found: dict[int, set[str]] = {}
    for cue in attributed.cues:
        if cue.source.holder is not None:
            found.setdefault(attributed.units[cue.unit].span.start, set()).add(cue.source.holder.name)
    return found


def _together(
    marked: MarkedArticle, outermost: Sequence[Quotation]
) -> Iterator[tuple[tuple[Span, ...], list[Quotation]]]:
    """Yield the sentences, those that a quotation holds together at once, with their quotations."""
    held: list[Span] = []
    quoted: list[Quotation] = []
    following = 0
    for sentence in marked.sentences:
        if sentence.span.end == sentence.span.start:
            continue
        held.append(sentence.span)
        while following < len(outermost) and outermost[following].outer.start < sentence.span.end:
            quoted.append(outermost[following])
            following += 1
        if not quoted or quoted[-1].outer.end <= sentence.span.end:
            yield tuple(held), quoted
            held, quoted = [], []
    if held:
        yield tuple(held), quoted


def _outside(text: str, shown: Span, quoted: Sequence[Quotation]) -> str:
    """Return what is shown with a mark for each quotation."""
    pieces: list[str] = []
    done = shown.start
    for quotation in quoted:
        start, end = max(quotation.outer.start, shown.start), min(quotation.outer.end, shown.end)
        if start < end:
            pieces += text[done:start], "“”"
            done = max(done, end)
    return "".join([*pieces, text[done : shown.end]])


def _faults(words: str, own: str, known: Phrasing) -> Iterator[Fault]:
    """Yield what is wrong with `words`, of which `own` are those outside quotations."""
    spoken = [word.casefold() for word in _WORD.findall(own)]
    if _says_little(words, known):
        yield Fault.SAYS_LITTLE
    if _ASKS.search(words):
        yield Fault.QUESTION
    if len(words) > LONGEST:
        yield Fault.LONG
    if _ITEM.match(words):
        yield Fault.ITEM
    if not spoken:
        yield Fault.UNATTRIBUTED
    if spoken[:1] and spoken[0] in known.subjectless:
        yield Fault.FRAGMENT
    if not known.judging.isdisjoint(spoken[:1] if _says(own, known) else spoken):
        yield Fault.OPINION
    if not _LABELLED.match(words) and _is_personal(spoken, own, known):
        yield Fault.PERSONAL
    if _refers_back(spoken, own, known):
        yield Fault.REFERS_BACK


def _says_little(words: str, known: Phrasing) -> bool:
    """Whether it is too short for a sentence: a name, a place with a date, an agency in brackets."""
    if len(words) < _SHORTEST[known.spaced] or not any(map(str.isalpha, words)):
        return True
    return known.spaced and len(_WORD.findall(_IN_BRACKETS.sub(" ", words))) < _LEAST_WORDS


def _is_personal(spoken: Sequence[str], own: str, known: Phrasing) -> bool:
    """Whether the article speaks of its writer, or to its reader."""
    if not known.spaced:
        return any(word in own for word in known.persons)
    if known.persons.isdisjoint(spoken):
        return False
    words = _WORD.findall(own)
    return any(
        word.casefold() in known.persons and not _is_within_name(words, at) for at, word in enumerate(words)
    )


def _is_within_name(words: Sequence[str], at: int) -> bool:
    """Whether a word stands between others with a capital, as in “Save Our Schools”."""
    if not 0 < at < len(words) - 1:
        return False
    return all(word.istitle() and len(word) > 1 for word in words[at - 1 : at + 2])


def _refers_back(spoken: Sequence[str], own: str, known: Phrasing) -> bool:
    """Whether the first words mean somebody or something before the sentence."""
    if not known.spaced:
        begun = own.removeprefix("“”").lstrip(" ，、")
        return any(begun.startswith(word) for word in known.refers_back)
    opening = spoken[: _BEHIND_QUOTATION if own.startswith("“”") else _OPENING_WORDS]
    found = _WORD.findall(own)
    named = any(_is_name(word, known) for word in found[1:_OPENING_WORDS])
    if spoken[:1] and spoken[0] in known.definite and not known.means_earlier.isdisjoint(spoken[1:2]):
        return True
    if _late_pronoun(own, known):
        return True
    if not known.refers_back.isdisjoint(opening if not named or own.startswith("“”") else opening[:1]):
        return True
    if not known.going_on.isdisjoint(spoken[:_GOING_ON_WORDS]):
        return True
    subjectless = opening[:1] and opening[0] in known.cues and opening[1:2] and opening[1] in known.that
    return bool(subjectless)


def _is_name(word: str, known: Phrasing) -> bool:
    return word[0].isupper() and word.casefold() not in known.calendar and word.casefold() != "i"


def _late_pronoun(own: str, known: Phrasing) -> bool:
    """Whether behind an opening without a name a pronoun is the subject: On Monday, he …, say."""
    opening, comma, rest = own.partition(",")
    first = _WORD.match(rest.lstrip()) if comma else None
    if first is None or first[0].casefold() not in known.pronoun_subjects:
        return False
    return not any(_is_name(word, known) for word in _WORD.findall(opening)[1:])


def _says(own: str, known: Phrasing) -> bool:
    """Whether it says that somebody speaks."""
    if not known.spaced:
        return any(cue in own for cue in known.cues)
    return any(word.casefold() in known.cues for word in _WORD.findall(own))
