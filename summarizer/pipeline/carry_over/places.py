"""Where the places of a summary are in a later text: by the alignment, else where a sentence has moved to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.grounding.location import Locator
from summarizer.pipeline.carry_over.texts import Cited, Texts
from summarizer.summary import Anchor, Summary
from summarizer.text.glyphs import canonical

_LEAST_WORDS = 3
"""Of a stretch that is looked for elsewhere; shorter ones stand in other places by chance."""


def span_of(anchor: Anchor) -> Span:
    """The anchor's place."""
    return Span(anchor.start, anchor.end)


@dataclass(frozen=True, slots=True)
class Sentences:
    """What has become of the sentences: those that stand, by number, and the others."""

    standing: dict[int, Span | None]
    """Of those that stand word for word, where; None for one without a word."""
    corrected: frozenset[int]
    moved: dict[int, Span]
    gone: tuple[int, ...]
    new: tuple[int, ...]


class Places:
    """The places of a summary in a later text of its article."""

    def __init__(self, summary: Summary, before: Marks, after: Marks) -> None:
        """Align the texts; linear in their length."""
        self.before, self.after = before, after
        self.texts = Texts.of(before.text, after.text)
        quotes = [quote.anchor for quote in summary.quotes]
        lost = [anchor.exact for anchor in quotes if self.texts.image(span_of(anchor)) is None]
        cited = self._cited(summary)
        kept = self._kept(before, self.texts, cited)
        changed = [number for number, standing in enumerate(kept) if standing == "changed"]
        texts = [*lost, *(self._sentence(number) for number in changed)]
        self.locator = Locator(self.texts.new, texts)
        self._searched = frozenset(texts)
        self.sentences = self._sentences(kept, changed, cited)
        images = [self.texts.image(span_of(anchor)) for anchor in quotes]
        self._taken = set(filter(None, images))
        self._found: dict[Span, Anchor | None] = {}

    def _cited(self, summary: Summary) -> Cited:
        anchors = [
            *(quote.anchor for quote in summary.quotes),
            *(quote.cue for quote in summary.quotes if quote.cue is not None),
            *(figure.anchor for figure in summary.figures),
            *(anchor for position in summary.positions for anchor in position.evidence),
            *(anchor for sentence in summary.abstract for anchor in sentence.evidence),
            *summary.headline.evidence,
        ]
        here = {word for anchor in anchors for word in self.texts.words(span_of(anchor))}
        return Cited(here, {self.texts.places[word] for word in here})

    @staticmethod
    def _kept(marks: Marks, texts: Texts, cited: Cited) -> list[str]:
        return [texts.standing(sentence.span, cited) for sentence in marks.marked.sentences]

    def _sentences(self, kept: Sequence[str], changed: Sequence[int], cited: Cited) -> Sentences:
        spans = [sentence.span for sentence in self.before.marked.sentences]
        standing = {
            number: self.texts.image(spans[number]) for number, state in enumerate(kept) if state == "same"
        }
        found = set(filter(None, standing.values()))
        moved = self._moved(changed, found)
        backwards = self._kept(self.after, self.texts.turned(), cited.turned())
        new = [
            number
            for number, sentence in enumerate(self.after.marked.sentences)
            if backwards[number] == "changed" and sentence.span not in found
        ]
        corrected = frozenset(number for number, state in enumerate(kept) if state == "corrected")
        gone = tuple(number for number in changed if number not in moved)
        return Sentences(standing, corrected, moved, gone, tuple(new))

    def _moved(self, changed: Iterable[int], taken: set[Span]) -> dict[int, Span]:
        """Those that stand elsewhere now, at places that are `taken` from then on."""
        found: dict[int, Span] = {}
        for number in changed:
            if len(self.texts.words(self.before.marked.sentences[number].span)) < _LEAST_WORDS:
                continue
            place = self._elsewhere(self._sentence(number), taken)
            if place is not None:
                found[number] = place
                taken.add(place)
        return found

    def _elsewhere(self, text: str, taken: set[Span]) -> Span | None:
        """The first place of `text` that nothing else has."""
        for located in self.locator.occurrences(text):
            exact = self.after.text[located.span.start : located.span.end]
            if located.span not in taken and canonical(exact) == canonical(text):
                return located.span
        return None

    def _sentence(self, number: int) -> str:
        return self.before.marked.article.slice(self.before.marked.sentences[number].span)

    def share_kept(self) -> float:
        """How much of the earlier text, by words, stands in the later one in runs that tell something."""
        kept = self.texts.in_runs()
        for number in (*self.sentences.standing, *self.sentences.moved):
            kept.update(self.texts.words(self.before.marked.sentences[number].span))
        return len(kept) / max(1, len(self.texts.places))

    def find(self, anchor: Anchor) -> Anchor | None:
        """The same words in the later text, at the place that an edit has left or moved them to."""
        span = span_of(anchor)
        if span not in self._found:
            self._found[span] = self._find(span, anchor)
        return self._found[span]

    def _find(self, span: Span, anchor: Anchor) -> Anchor | None:
        image = self.texts.image(span) or self._inside_moved(span)
        if image is None and anchor.exact in self._searched and len(self.texts.words(span)) >= _LEAST_WORDS:
            image = self._elsewhere(anchor.exact, self._taken)
            self._taken.update(filter(None, [image]))
        return None if image is None else self.after.anchor(image)

    def _inside_moved(self, span: Span) -> Span | None:
        for number in self.before.sentence_range(span):
            sentence, image = self.before.marked.sentences[number].span, self.sentences.moved.get(number)
            if image is None or span.start < sentence.start or span.end > sentence.end:
                return None
            shift = image.start - sentence.start
            there = Span(span.start + shift, span.end + shift)
            same = self.after.text[there.start : there.end] == self.before.text[span.start : span.end]
            return there if same and there.end <= len(self.after.text) else None
        return None

    def is_undisturbed(self, *anchors: Anchor | None) -> bool:
        """Whether all sentences in which these places are stand, here or elsewhere."""
        standing, moved = self.sentences.standing, self.sentences.moved
        return all(
            number in standing or number in moved
            for anchor in anchors
            if anchor is not None
            for number in self.before.sentence_range(span_of(anchor))
        )

    def closest(self, anchor: Anchor) -> Span | None:
        """Where words that were searched for resemble what stands now."""
        if anchor.exact not in self._searched:
            return None
        miss = self.locator.miss(anchor.exact)
        return None if miss.verdict == "not_found" else miss.closest

    def sentence_at(self, span: Span) -> Span:
        """The sentences of the later text that hold `span`."""
        touched = self.after.sentence_range(span)
        if not touched:
            return span
        sentences = self.after.marked.sentences
        return Span(sentences[touched[0]].span.start, sentences[touched[-1]].span.end)
