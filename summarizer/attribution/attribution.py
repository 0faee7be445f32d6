"""Who says what in an article, as far as its wording tells: no model is asked."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.article import Span
from summarizer.attribution.discourse import Discourse
from summarizer.attribution.figures import counted
from summarizer.attribution.names import Holder, Mention, NameFinder, holders
from summarizer.attribution.quoted import SaidWords
from summarizer.attribution.reported import Report, reports
from summarizer.attribution.reports import Cue, CueReader
from summarizer.attribution.sources import Source
from summarizer.attribution.units import Unit, units
from summarizer.attribution.vocabulary import Vocabulary, vocabulary
from summarizer.marking import Figure, MarkedArticle, Quotation
from summarizer.marking.languages import main_language
from summarizer.summary import PartyKind

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quotation: `source` is the phrase that tells, `cue` the words that attribute it."""

    source: Source
    cue: Span | None
    how: Literal["cue", "pronoun", "role", "carried"]


@dataclass(frozen=True, slots=True)
class Attributed:
    """What an article's wording tells: those with names, quotations with their speakers, and reported speech."""

    holders: tuple[Holder, ...]
    speakers: Mapping[str, Speaker]
    said: tuple[Quotation, ...]
    cues: tuple[Cue, ...]
    units: tuple[Unit, ...]
    reports: tuple[Report, ...]
    text: str = ""
    words: Vocabulary | None = None

    def name(self, source: Source) -> str | None:
        """The fullest name of a source; the words of the article for an office nobody is named for."""
        if source.holder is not None:
            return source.holder.name
        if source.kind != "role":
            return None
        phrase = " ".join(self.text[source.span.start : source.span.end].split())
        return phrase if len(phrase) <= _LONGEST_NAME else None

    def speaker_name(self, quotation: str) -> str | None:
        """Who says a quotation; None where the wording leaves it open."""
        speaker = self.speakers.get(quotation)
        return self.name(speaker.source) if speaker else None

    def is_settled(self, quotation: str) -> bool:
        """Whether the wording tells by name who says a quotation."""
        speaker = self.speakers.get(quotation)
        return speaker is not None and speaker.source.holder is not None

    def sources(self) -> Iterator[Holder]:
        """Those with a name who are quoted or reported; one may come more than once."""
        for report in self.reports:
            if report.source.holder:
                yield report.source.holder
        for quotation in self.said:
            if self.is_settled(quotation.id):
                holder = self.speakers[quotation.id].source.holder
                if holder:
                    yield holder

    def kind(self, holder: Holder) -> PartyKind:
        """What kind of party a name is likely to be."""
        if holder.person:
            return "person"
        words = {word.casefold() for name in holder.names for word in name.split()}
        if holder.governs or (self.words and words & self.words["governing"]):
            return "government"
        if len(holder.name.split()) == 1 and holder.name.endswith("s") and not holder.name.endswith("ss"):
            return "group"
        return "organisation"

    def claimant(self, figure: Figure, speakers: Mapping[str, str | None]) -> str | None:
        """Who gives a number: the speaker of the quotation it is in, or the source that reports it."""
        for item, span in self._quoted:
            if span.start <= figure.span.start and figure.span.end <= span.end:
                return speakers.get(item)
        for report in self.reports:
            if report.words.start <= figure.span.start and figure.span.end <= report.words.end:
                return self.name(report.source)
        return None

    def counted(self, figure: Figure) -> str:
        """What a number counts, in the article's words; empty where no such words stand behind it."""
        if self.words is None:
            return ""
        at = bisect_right(self.units, figure.span.start, key=lambda unit: unit.span.start) - 1
        span = counted(self.units[at].tokens, figure.span, self.words) if at >= 0 else None
        return " ".join(self.text[span.start : span.end].split()) if span else ""

    @property
    def _quoted(self) -> list[tuple[str, Span]]:
        return [(quotation.id, quotation.span) for quotation in self.said]


def attribute(marked: MarkedArticle) -> Attributed:
    words = vocabulary(main_language(marked.language))
    if words is None:
        said = [q for q in marked.quotations if q.form == "statement" and q.within is None]
        return Attributed((), {}, tuple(said), (), (), ())
    found = units(marked)
    mentions = _mentions(marked.article.text, found, words)
    people = holders([m for unit in mentions for m in unit], words)
    discourse, reader = Discourse(marked.article.text, words), CueReader(words)
    for unit, named in zip(found, mentions, strict=True):
        discourse.learn(unit, named)
    all_cues: list[Cue] = []
    speakers: dict[str, Speaker] = {}
    by_id = {q.id: q for q in marked.quotations}
    carrier = _Carrier()
    said: list[Quotation] = []
    judge = SaidWords(marked, words)
    for number, (unit, named) in enumerate(zip(found, mentions, strict=True)):
        discourse.next_unit(unit)
        cues = []
        for cue in reader.cues(number, unit, named):
            source = discourse.resolve(cue.source, unit, named)
            if source.kind == "pronoun" and source.holder:
                discourse.spoken_of([source.holder])
            cues.append(replace(cue, source=source))
        said += _speakers(unit, cues, by_id, speakers, carrier, judge)
        discourse.spoke([c.source.holder for c in cues if c.source and c.source.holder])
        discourse.spoken_of([m.holder for m in named])
        all_cues += cues
    return Attributed(
        tuple(people),
        speakers,
        tuple(said),
        tuple(all_cues),
        tuple(found),
        tuple(reports(marked, found, all_cues, words)),
        marked.article.text,
        words,
    )


def _mentions(text: str, found: Sequence[Unit], words: Vocabulary) -> list[list[Mention]]:
    finder = NameFinder(text, found, words)
    plain = [[] if unit.heading else list(finder.mentions(number, unit)) for number, unit in enumerate(found)]
    known = {m.words for ms in plain for m in ms} | {
        m.words[-1:] for ms in plain for m in ms if len(m.words) > 1
    }
    return [
        _headline(number, unit, known) if unit.heading else plain[number] for number, unit in enumerate(found)
    ]


def _headline(number: int, unit: Unit, known: set[tuple[str, ...]]) -> list[Mention]:
    """The names of a headline, where every word has a capital: those that the text below has too."""
    out, at = [], 0
    tokens = unit.tokens
    longest = max(map(len, known), default=0)
    while at < len(tokens):
        for length in range(min(longest, len(tokens) - at), 0, -1):
            words = tuple(t.text for t in tokens[at : at + length])
            if words in known and all(t.kind == "word" for t in tokens[at : at + length]):
                out.append(
                    Mention(
                        number,
                        at,
                        at + length,
                        words,
                        (),
                        Span(tokens[at].span.start, tokens[at + length - 1].span.end),
                        False,
                        " ".join(words),
                        False,
                    )
                )
                at += length
                break
        else:
            at += 1
    return out


class _Carrier:
    """Who spoke last, for quotations that nothing beside them attributes."""

    def __init__(self) -> None:
        self.last: Source | None = None
        self.paragraph = -9
        self.colon = False
        self.quoted: str | None = None


def _speakers(
    unit: Unit,
    cues: Sequence[Cue],
    by_id: Mapping[str, Quotation],
    speakers: dict[str, Speaker],
    carrier: _Carrier,
    judge: SaidWords,
) -> list[Quotation]:
    tokens = unit.tokens
    quotes = [at for at, token in enumerate(tokens) if token.kind == "quotation"]
    if carrier.quoted and tokens and tokens[0].text in {"―", "—", "–"} and cues and cues[0].first == 0:
        speakers[carrier.quoted] = Speaker(cues[0].source, None, "cue")
        cues = cues[1:]
    carrier.quoted = tokens[quotes[-1]].text if quotes and quotes[-1] == len(tokens) - 1 else None
    said: list[Quotation] = []
    for at in quotes:
        quotation = by_id[tokens[at].text]
        cue = _nearest(tokens, at, cues, quotes)
        if cue:
            source = cue.source
            how = "cue" if source.kind == "name" else source.kind
            speakers[quotation.id] = Speaker(
                source, Span(tokens[cue.first].span.start, tokens[cue.last - 1].span.end), how
            )
        elif quotation.continues in speakers:
            speakers[quotation.id] = replace(speakers[quotation.continues], how="carried")
        elif carrier.last and (
            carrier.colon
            or carrier.paragraph == unit.paragraph
            or (len(tokens) <= 2 and carrier.paragraph >= unit.paragraph - 1)
        ):
            speakers[quotation.id] = Speaker(carrier.last, None, "carried")
        distance = None
        if cue:
            distance = sum(t.kind == "word" for t in tokens[cue.last : at])
        elif quotation.id in speakers and any(cues):
            distance = 0
        if judge.is_said(quotation, unit, at, distance):
            said.append(quotation)
        if quotation.id in speakers:
            carrier.last, carrier.paragraph = speakers[quotation.id].source, unit.paragraph
    if cues and not quotes:
        carrier.last, carrier.paragraph = cues[-1].source, unit.paragraph
    carrier.colon = bool(tokens) and tokens[-1].text == ":" and carrier.last is not None
    return said


def _nearest(tokens, at: int, cues: Sequence[Cue], quotes: Sequence[int]) -> Cue | None:
    """The cue that attributes the quotation at token `at`."""
    best, cost = None, 10**6
    for cue in cues:
        lo = min(cue.first, cue.source.first)
        if lo > at:  # the cue stands behind
            between = [t for t in tokens[at + 1 : lo]]
            gap = sum(t.kind != "mark" and t.lower not in {"the", "a", "an"} for t in between)
            if any(
                t.text in {";"} or t.kind == "quotation" or t.lower in {"and", "but", "while"}
                for t in between
            ):
                continue
            score = gap * 2 + (0 if cue.trails else 6)
            if gap > 2:
                score += 30
        else:
            between = tokens[cue.last : at]
            gap = sum(t.kind == "word" for t in between)
            crossed = sum(t.kind == "quotation" for t in between)
            score = 3 + gap * 0.5 + crossed * 2 + (14 if cue.trails else 0)
            if any(t.text == ";" for t in between):
                score += 20
        if cue.noun:
            score += 8
        if score < cost:
            best, cost = cue, score
    return best
