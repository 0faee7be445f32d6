"""Where a narrator breaks into what is said, and speech that a dash opens: — No iremos —dijo el alcalde—."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from summarizer.analysis.speech import Speech
from summarizer.article import Span
from summarizer.text.wordlists import words

DIALOGUE = "—"
"""Stands for a mark where a dash opens what is said."""
_LONGEST = 2000
"""Characters of a quotation, or of a paragraph that a dash opens, in which a narrator is looked for."""
_FIRST_BREAK = 400
"""Characters within which a narrator breaks in for the first time, if at all."""
_OPENING_DASH = re.compile(r"(?:[—–―]\s?|-\s)(?=[¿¡«\"“„…(]{0,2}[^\W_])")
_LED_IN_DASH = re.compile(r":\s[—–―-]\s(?=[¿¡]?[^\W\d_])")
_DASH = re.compile(r"\s[—–―-]\s|\s[—–―](?=\w)|\s[—–―-](?=[.,;:!?…])|(?<=[\w.,!?…])[—–―](?=[\s.,;:!?…])")
_COMMA = re.compile(r"[,،!?…]['’”\"]?\s+(?=[^\W\d_A-Z])")
_CLAUSE = re.compile(r"(?:[^.,;:!?…«»“”„\"]|(?<=\d)[.,](?=\d)|(?<=\b[^\W\d_a-z])\.|(?<=\b[A-Z][a-z])\.)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EARLY = 3
"""Words of a narrator's clause among which its verb is."""
_LONGEST_CLAUSE = 200
_ENDS = tuple('.!?…:»”"')
_SENTENCE_END = re.compile(r"[.!?…]['’”\"]?(?:\s|\Z)")
_EDGES = " \t\u00a0\u202f\n.,;:—–―-"
_FRONT = " \t\u00a0\u202f\n,.;:!?—–―-"
_AND = words("et y e og och i и a und")
_ALSO_SPEECH = words("""
    car mais parce puisque donc or ni si quand pero porque pues sino aunque perché ma poiché quindi mas pois
    men fordi for at så för eftersom bo ale gdyż ponieważ потому но так ибо
""")
"""Words behind a narrator's clause that begin no apposition: …, dit Anne Roux, [car] il pleut."""
_STOPS = tuple(".!?…")
_NOBODY = ("-on", "-moi", "-le", "-vous")
"""Endings of a verb that names no narrator: dit-on."""


class Narration:
    """Finds a narrator's words in what is said, in one language."""

    def __init__(self, words_of_speech: Speech) -> None:
        """Take the language's words of speech."""
        self._words = words_of_speech

    def in_quotation(self, text: str, span: Span, inner: Iterable[Span]) -> list[Span]:
        """The pieces of a quotation in marks that somebody says; the whole where no narrator breaks in.

        Nothing is looked for in `inner`, the quotations inside it.
        """
        breaks_in = self._words.spaced and (self._words.incises or self._words.opens_with_dash)
        if span.end - span.start > _LONGEST or not breaks_in:
            return [span]
        content = text[span.start : span.end]
        for start, end in inner:
            hidden = content[start - span.start : end - span.start]
            content = content.replace(hidden, "0" * len(hidden), 1)
        told = list(self._told(content, marked=True))
        if not told or not 0 < told[0].start < _FIRST_BREAK:
            return [span]
        return [Span(span.start + piece.start, span.start + piece.end) for piece in _rest(content, told)]

    def in_dialogue(self, text: str, paragraph: Span, *, goes_on: bool) -> list[Span]:
        """The words that somebody says in a paragraph that a dash opens; none if it is no dialogue.

        `goes_on` tells that the paragraph stands beside such a dialogue, or that words before lead it in:
        then it need not name a narrator itself.
        """
        content = text[paragraph.start : paragraph.end]
        begin = self._begin(content) if len(content) <= _LONGEST else None
        if begin is None:
            return []
        said = content[begin:]
        told = list(self._told(said, marked=False)) or list(self._by_form(said))
        led_in = begin > _EDGES_OF_DASH
        if not told and not ((goes_on or led_in) and said.rstrip().endswith(_ENDS)):
            return []
        if told and told[0].start == 0:
            return []
        shift = paragraph.start + begin
        return [Span(shift + piece.start, shift + piece.end) for piece in _rest(said, told)]

    def leads_in(self, text: str, paragraph: Span) -> bool:
        """Whether a paragraph ends by saying that somebody speaks, with a colon."""
        end = text[max(paragraph.start, paragraph.end - _LONGEST_CLAUSE) : paragraph.end]
        return end.endswith(":") and self._has_cue(end)

    def _begin(self, content: str) -> int | None:
        """Where the words behind the dash begin; None without one."""
        opening = _OPENING_DASH.match(content)
        if opening:
            letter = next(filter(str.isalpha, content[opening.end() :]), "")
            return None if letter.islower() else opening.end()
        led_in = _LED_IN_DASH.search(content[:_LONGEST_CLAUSE])
        if led_in is None or not self._has_cue(content[: led_in.start()].rpartition(". ")[2]):
            return None
        return None if content[led_in.end() :].lstrip("¿¡")[:1].islower() else led_in.end()

    def _told(self, said: str, *, marked: bool) -> Iterator[Span]:
        """The narrator's words, dashes and commas around them included; `marked` by quotation marks."""
        commas = self._words.incises or not marked
        dashes = [(found.start(), found.end()) for found in _DASH.finditer(said)]
        at = 0
        for number, (start, end) in enumerate(dashes):
            if start < at:
                continue
            if commas:
                yield from self._between_commas(said, at, start, marked=marked)
            following = dashes[number + 1][0] if number + 1 < len(dashes) else len(said)
            at = start
            before = said[max(0, start - 2) : start].rstrip()[-1:]
            calls = not marked and before in tuple("!?")
            between = before in tuple(",!?…") and said[end:following].rstrip().endswith((",", "."))
            if self._is_narration(said[end:following], calls=calls or (between and following < len(said))):
                at = dashes[number + 1][1] if number + 1 < len(dashes) else len(said)
                yield Span(start, at)
        if commas:
            yield from self._between_commas(said, at, len(said), marked=marked)

    def _is_narration(self, clause: str, *, calls: bool) -> bool:
        """Whether a clause behind a dash is a narrator's: by a verb of speech, or by the marks around it."""
        plain = _CLAUSE.match(clause[:_LONGEST_CLAUSE])
        found = _WORD.findall(plain[0]) if plain else []
        if not found or not _WORD.match(clause) or found[0][0].isupper():
            return False
        return (calls and found[0][0].islower()) or any(map(self._is_cue, found[:_EARLY]))

    def _has_cue(self, clause: str) -> bool:
        return any(map(self._is_cue, _WORD.findall(clause)))

    def _is_cue(self, word: str) -> bool:
        """Whether a word is a verb of speech of somebody, with a pronoun before it or not: s’écria."""
        return not word.endswith(_NOBODY) and (self._words.is_cue(word) or self._words.is_cue(_verb(word)))

    def _between_commas(self, said: str, start: int, end: int, *, marked: bool) -> Iterator[Span]:
        """The same between commas, or behind a call: …, a dit le maire."""
        at = start
        while (comma := _COMMA.search(said, at, end)) is not None:
            at = comma.end()
            clause = _CLAUSE.match(said, at, min(end, at + _LONGEST_CLAUSE))
            if clause is None or not self._is_inverted(clause[0], marked=marked):
                continue
            at = _behind_apposition(said, clause.end(), end, marked=marked)
            yield Span(comma.start() + 1, min(at + 1, end))

    def _is_inverted(self, clause: str, *, marked: bool) -> bool:
        """Whether a clause begins with a verb of speech and names a narrator behind it."""
        found = _WORD.findall(clause)
        if any(map(self._words.reports_that, found)):
            return False
        for place, word in enumerate(found[:_EARLY]):
            if self._is_cue(word):
                if marked and not self._words.may_break_in(_verb(word)):
                    return False
                reflexive = word[1:2] in ("'", "’") or any(
                    before[1:2] in ("'", "’") for before in found[:place]
                )
                return (
                    "-" in word
                    or any("-t-" in each for each in found[:place])
                    or self._words.names_narrator(
                        _verb(word), found[place + 1 :][:_EARLY], reflexive=reflexive
                    )
                )
            if not self._words.precedes_cue(word):
                return False
        return False

    def _by_form(self, said: str) -> Iterator[Span]:
        """The narrator's words in a language whose verbs are not known: – Speech – so says she. – Speech."""
        if self._words.known:
            return
        dashes = [(found.start(), found.end()) for found in _DASH.finditer(said)]
        for (start, end), (following, behind) in pairwise(dashes):
            clause = said[end:following].strip()
            ends = clause[-1:] in tuple(".,!?…")
            if clause[:1].islower() and ends and said[behind:].lstrip()[:1].isalpha() and " " in clause:
                yield Span(start, behind)
                return


def dialogues(text: str, paragraphs: Sequence[Span], narration: Narration) -> Mapping[int, list[Span]]:
    """What is said in each paragraph that a dash opens, by the paragraph's place.

    A paragraph that names no narrator is speech where one beside it does, or where the one above leads it in.
    """
    found: dict[int, list[Span]] = {}
    run: list[int] = []
    led_in = False
    for index, paragraph in enumerate([*paragraphs, None]):
        if paragraph is not None and _OPENING_DASH.match(text, paragraph.start, paragraph.end):
            led_in = led_in or (not run and index > 0 and narration.leads_in(text, paragraphs[index - 1]))
            run.append(index)
            continue
        sure = {at: narration.in_dialogue(text, paragraphs[at], goes_on=False) for at in run}
        goes_on = led_in or any(sure.values())
        for at in run if goes_on else ():
            found[at] = sure[at] or narration.in_dialogue(text, paragraphs[at], goes_on=True)
        run, led_in = [], False
        if paragraph is not None and ":" in text[paragraph.start : paragraph.start + _LONGEST_CLAUSE]:
            found[index] = narration.in_dialogue(text, paragraph, goes_on=False)
    return {index: spans for index, spans in found.items() if spans}


_EDGES_OF_DASH = 2
"""Characters of a dash at the head of a paragraph with the space behind it."""


def _verb(word: str) -> str:
    """A verb without the pronoun before it: s’écria."""
    return word.replace("’", "'").rpartition("'")[2].lower()


def _behind_apposition(said: str, at: int, end: int, *, marked: bool) -> int:
    """Where a narrator's clause that stops at `at` ends: behind what is told of a name.

    Behind a dash, where no mark will end what is said, a narrator goes on to the end of the sentence; and so
    where an apposition has ended and the sentence does before another comma: …, a dit Anne Roux, maire de
    Foix, devant la gare. Nous …
    """
    if said[at : at + 1] != ",":
        return at
    more = _CLAUSE.match(said, at + 1, min(end, at + _LONGEST_CLAUSE))
    first = _WORD.search(more[0]) if more else None
    if more is None or first is None or first[0].lower() in _ALSO_SPEECH:
        return at
    named = said[:at].rsplit(None, 1)[-1][:1].isupper() and first[0].lower() not in _AND
    if not named and marked:
        return at
    behind = _CLAUSE.match(said, more.end() + 1, min(end, more.end() + _LONGEST_CLAUSE))
    goes_on = marked and said[more.end() : more.end() + 1] == "," and behind is not None
    further = _WORD.search(behind[0]) if goes_on and behind else None
    if behind is None or further is None or further[0].lower() in _ALSO_SPEECH:
        return more.end()
    return behind.end() if said[behind.end() : behind.end() + 1] in _STOPS else more.end()


def _rest(said: str, told: list[Span]) -> list[Span]:
    """What is left of words that are said, without white space and marks that only join it."""
    pieces: list[Span] = []
    at = 0
    for start, end in [*told, Span(len(said), len(said))]:
        words_said = said[at:start]
        front = len(words_said) - len(words_said.lstrip(_FRONT if at else _EDGES))
        piece = words_said[front:].rstrip()
        if any(map(str.isalnum, piece)):
            pieces.append(Span(at + front, at + front + len(piece)))
        at = end
    return pieces
