"""Quotations: words between quotation marks, how they hang together, and whether they look like speech."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.analysis.analysis import Quotation
from summarizer.analysis.cues import is_cue
from summarizer.analysis.narration import DIALOGUE, Narration, dialogues
from summarizer.analysis.pairs import Pair, pairs
from summarizer.analysis.quotation_forms import cue_after, is_term
from summarizer.analysis.sentences import in_sentence
from summarizer.analysis.speech import Speech, speaker_label, speech
from summarizer.article import Span

_LONGEST_ATTRIBUTION = 120
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SAYS_SOMETHING = re.compile(r"\w")
_NEW_SENTENCE = re.compile(
    r"(?:[!?…;]|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.)\s+\w|[。！？；؟]."
)
_BARE_CLAUSE = re.compile(r"[ \u00a0]?[,—–]*[ \u00a0]([^.,;:!?…\n“”\"«»„]+)[.,;:]")
_WORDS_OF_A_SAYING, _WORDS_OF_A_NAMED_SAYING = range(2, 6), range(2, 13)
"""Words of a clause that needs no known verb to say who speaks, and of one that begins with a name."""
_CALLED_CLAUSE = re.compile(r"[ \u00a0\u202f]([^\W\d_A-Z][^.,;:!?…\n“”\"«»„]+)\.")
_TIES = re.compile(r"[ \u00a0\u202f]*([,،—–-]*)[ \u00a0\u202f]*([^.,;:!?…\n“”\"«»„]*)")
_WORDS_TO_NEXT_CUE = 3


@dataclass(slots=True, eq=False)
class Quoted:
    """A quotation on its way: what `Quotation` holds, but for ids and form.

    `marks` are the quotation marks around it and all it is cut from; None where a mark is missing, or where a
    narrator's words stand before it.
    """

    span: Span
    outer: Span
    closed: bool
    mark: str
    marks: Span | None = None
    spoken: bool = False
    """Whether its place alone tells that somebody says it: behind a dash, or around a narrator's words."""
    within: "Quoted | None" = None
    continues: "Quoted | None" = None


def find(text: str, paragraphs: Sequence[Span], language: str | None) -> list[Quoted]:
    """Every quotation of the article, in order of its opening mark, an outer one before its inner ones."""
    words = speech(language)
    narration = Narration(words)
    spoken = dialogues(text, paragraphs, narration) if words.opens_with_dash else {}
    found: list[Quoted] = []
    above: Quoted | None = None
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].start if index + 1 < len(paragraphs) else len(text)
        here = _in_paragraph(text, paragraph, text[following : following + 2], above.mark if above else "")
        here = _without_narrator(text, here, narration)
        if index in spoken:
            here = _with_dialogue(text, here, paragraph, spoken[index])
        if here and above is not None and _takes_up(text, here[0], above, paragraph):
            here[0].continues = above
        _link(text, here, words)
        above = _left_open(here, paragraph)
        found += here
    return found


def quotations(
    text: str, found: Sequence[Quoted], starts: Sequence[int], language: str | None
) -> Iterator[Quotation]:
    """The quotations found, with their names, forms and sentences; `starts` are where those begin."""
    words = speech(language)
    ids = {id(quote): f"q{number}" for number, quote in enumerate(found, 1)}
    goes_on = {id(quote.continues) for quote in found}
    for quote in found:
        part = quote.within or quote.continues or quote.spoken or not quote.closed or id(quote) in goes_on
        yield Quotation(
            id=ids[id(quote)],
            span=quote.span,
            outer=quote.outer,
            sentence=in_sentence(starts, quote.span.start),
            form="scare"
            if not part and is_term(text, quote.span, quote.outer, quote.mark, words)
            else "statement",
            within=ids[id(quote.within)] if quote.within else None,
            continues=ids[id(quote.continues)] if quote.continues else None,
            closed=quote.closed,
        )


def _in_paragraph(text: str, paragraph: Span, goes_on_with: str, above: str) -> list[Quoted]:
    found: list[Quoted] = []
    made: dict[int, Quoted] = {}
    content = text[paragraph.start : paragraph.end]
    for pair in pairs(content, goes_on_with=goes_on_with, taken_up=above):
        span = _stripped(text, paragraph.start + pair.mark.end, paragraph.start + pair.inner_end)
        if span is None:
            continue
        parent = pair.parent
        while parent is not None and id(parent) not in made:
            parent = parent.parent
        end = paragraph.start + pair.outer_end if pair.closed else span.end
        outer = Span(paragraph.start + pair.mark.start, end)
        within = made[id(parent)] if parent is not None and _holds(parent, pair) else None
        marks = outer if pair.closed else None
        made[id(pair)] = Quoted(span, outer, pair.closed, pair.mark.text, marks, within=within)
        found.append(made[id(pair)])
    return found


def _without_narrator(text: str, found: list[Quoted], narration: Narration) -> list[Quoted]:
    """The same, those cut in pieces that a narrator breaks into: « Non, dit Anne, car il pleut »."""
    inner: dict[int, list[Span]] = {}
    for quote in found:
        inner.setdefault(id(quote.within), []).append(quote.outer)
    cut: list[Quoted] = []
    pieces: list[Quoted] = []
    for quote in found:
        if quote.within is None:
            pieces = [quote]
            within = inner.get(id(quote), [])
            spans = narration.in_quotation(text, quote.span, within) if quote.closed else [quote.span]
            if spans and spans != [quote.span]:
                pieces = _pieces(text, spans, quote.outer, quote.mark)
                pieces[0].marks = quote.marks
            cut += pieces
            whole = quote
        else:
            if quote.within is whole:
                quote.within = next((piece for piece in pieces if _covers(piece.span, quote.outer)), None)
            cut.append(quote)
    return sorted(cut, key=lambda quote: (quote.outer.start, -quote.outer.end))


def _with_dialogue(text: str, found: list[Quoted], paragraph: Span, spans: list[Span]) -> list[Quoted]:
    """The quotations in marks and those that a dash opens, which hold the others."""
    outer = Span(min(paragraph.start, spans[0].start), spans[-1].end)
    pieces = [
        piece
        for piece in _pieces(text, spans, outer, DIALOGUE)
        if not any(quote.outer == piece.span for quote in found)
    ]
    outermost = [quote for quote in found if quote.within is None]
    if any(_cuts(piece.span, quote.outer) for piece in pieces for quote in outermost):
        return found
    for quote in outermost:
        quote.within = next((piece for piece in pieces if _covers(piece.span, quote.outer)), None)
    return sorted([*pieces, *found], key=lambda quote: (quote.outer.start, -quote.outer.end))


def _pieces(text: str, spans: Sequence[Span], outer: Span, mark: str) -> list[Quoted]:
    """The pieces of what one voice says, each going on from the one before."""
    pieces: list[Quoted] = []
    for number, span in enumerate(spans):
        # A mark belongs to a piece only if no words of a narrator stand between them.
        start = span.start if _SAYS_SOMETHING.search(text[outer.start : span.start]) else outer.start
        end = span.end if _SAYS_SOMETHING.search(text[span.end : outer.end]) else outer.end
        pieces.append(Quoted(span, Span(start, end), closed=True, mark=mark, spoken=True))
        if number:
            pieces[-1].continues = pieces[-2]
    return pieces


def _cuts(piece: Span, quotation: Span) -> bool:
    """Whether two stretches share a part, and the first does not hold the second."""
    return piece.overlaps(quotation) and not _covers(piece, quotation)


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _holds(parent: Pair, pair: Pair) -> bool:
    return pair.outer_end <= parent.inner_end


def _stripped(text: str, start: int, end: int) -> Span | None:
    """`start`…`end` without white space at its edges; None if no letter or digit is left."""
    words = text[start:end]
    if not _SAYS_SOMETHING.search(words):
        return None
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _takes_up(text: str, quotation: Quoted, above: Quoted, paragraph: Span) -> bool:
    """Whether a quotation goes on from the one above; a label of who speaks (LIND: …) begins another."""
    taken_up = quotation.outer.start == paragraph.start and quotation.mark == above.mark
    return taken_up and speaker_label(text[quotation.span.start : quotation.span.end]) is None


def _left_open(found: list[Quoted], paragraph: Span) -> Quoted | None:
    """The outermost quotation that runs out of the paragraph, if any."""
    return next(
        (
            quote
            for quote in found
            if quote.within is None and not quote.closed and quote.outer.end == paragraph.end
        ),
        None,
    )


def _link(text: str, found: list[Quoted], speech_words: Speech) -> None:
    """Join the halves of each “A,” he said. “B.” within the paragraph."""
    for before, after in pairwise(quote for quote in found if quote.within is None):
        between = Span(before.outer.end, after.outer.start)
        if (
            before.closed
            and after.continues is None
            and DIALOGUE not in (before.mark, after.mark)
            and _is_attribution(text, before.span, between, speech_words)
            and not _has_its_own(text, after, speech_words, same_sentence=text[between.end - 1] in "，、")
        ):
            after.continues = before


def _is_attribution(text: str, quoted: Span, between: Span, speech_words: Speech) -> bool:
    """Whether the words between two quotations only say who speaks: one clause, one cue, nobody else."""
    if not 0 < between.end - between.start <= _LONGEST_ATTRIBUTION:
        return False
    words = text[between.start : between.end].strip()
    interrupts = text[quoted.end - 1] in ",.!?…—–-，。！？、؟" or words[:1] in tuple(",—–،，")
    if not interrupts and not speech_words.interrupts(words):
        return False
    if words[-1:] not in tuple(".,:—–،，。：、") or _NEW_SENTENCE.search(words):
        return False
    if words[-1] in ":：" and not (
        text[quoted.end - 1] in ",，、" or words[0] in ",،，—–" or words[0].islower()
    ):
        return False
    return speech_words.attributes(words)


def _has_its_own(text: str, quote: Quoted, speech_words: Speech, *, same_sentence: bool) -> bool:
    """Whether a clause behind a quotation says who speaks: “Never,” Quist shot back."""
    if not quote.closed:
        return False
    words = text[quote.span.start : quote.span.end]
    after = text[quote.outer.end : quote.outer.end + _LONGEST_ATTRIBUTION].partition("\n")[0]
    if not speech_words.spaced:
        return not same_sentence and speech_words.surrounds("", after)
    tie = _TIES.match(after)
    ties = words[-1:] == "," or bool(tie and tie[1])
    if tie and (ties or tie[2][:1].islower()) and _has_early_cue(tie[2], speech_words.cues):
        return True
    if not ties:
        calls = words[-1:] in tuple("!?…؟")
        clause = _CALLED_CLAUSE.match(after) if calls else None
        short = clause is not None and len(clause[1].split()) in _WORDS_OF_A_NAMED_SAYING
        return calls and (short or speech_words.goes_with_quotation(after))
    clause = _BARE_CLAUSE.match(after.replace("،", ","))
    usual = _WORDS_OF_A_NAMED_SAYING if clause and clause[1][:1].isupper() else _WORDS_OF_A_SAYING
    short = clause is not None and len(clause[1].split()) in usual
    return short or cue_after(words, after, speech_words.cues) or speech_words.goes_with_quotation(after)


def _has_early_cue(clause: str, cues: frozenset[str]) -> bool:
    return any(is_cue(word, cues) for word in _WORD.findall(clause)[:_WORDS_TO_NEXT_CUE])
