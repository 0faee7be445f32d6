"""Requests about the items of a summary: the sentences that they rest on, then the items."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.analysis import MarkedArticle
from summarizer.analysis.places import Marks
from summarizer.drafts import MOST_ITEMS
from summarizer.llm.token_estimate import tokens_at_most
from summarizer.pipeline.checking.checked_items import CheckedItem
from summarizer.pipeline.chunking import Room, weight
from summarizer.prompts import Message, Prompt, language_name
from summarizer.prompts.rendering import defused
from summarizer.summary import Support

_LONGEST = 2_000
"""Characters of a sentence that are shown."""
_FOR_A_VERDICT = 50
"""Tokens of the answer for one item, rather more than most take."""
_AROUND = 10
"""Estimated tokens of a line beside its words."""


@dataclass(slots=True)
class CheckRequest:
    """Items that are asked about together, numbered from 1, and the sentences that they are shown with."""

    items: list[CheckedItem] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)
    weighs: int = 0
    """Estimated tokens of the items and sentences."""


@dataclass(slots=True)
class RequestWriter:
    """Words the requests about one summary."""

    marks: Marks
    prompt: Prompt
    language: str | None
    frame: int = 0
    """What a request without items weighs."""

    def __post_init__(self) -> None:
        self.frame = weight(self.messages(CheckRequest()))

    def messages(self, request: CheckRequest) -> list[Message]:
        """Return the chat of a request."""
        sentences = self.marks.marked.sentences
        return self.prompt.messages(
            {
                "sentences": [
                    {"id": sentences[number].id, "text": self._sentence(number)}
                    for number in sorted(request.sentences)
                ],
                "items": [
                    {
                        "number": number,
                        "evidence": [sentences[index].id for index in item.sentences],
                        "text": item.text,
                    }
                    for number, item in enumerate(request.items, 1)
                ],
                "language": language_name(self.language or self.marks.marked.language),
            }
        )

    def first(self, items: Sequence[CheckedItem], room: Room) -> CheckRequest:
        """Return the request about the first items, as many as there is room for; one at least."""
        request = CheckRequest()
        for item in items:
            shown = {number for index in item.sentences for number in (index - 1, index) if number >= 0}
            new = shown - request.sentences
            lines = [item.text, *(self._sentence(number) for number in new)]
            adds = sum(tokens_at_most(line) + _AROUND for line in lines)
            if request.items and not self._fits(request, adds, room):
                break
            request.items.append(item)
            request.sentences |= shown
            request.weighs += adds
        return request

    def _fits(self, request: CheckRequest, more: int, room: Room) -> bool:
        answers = len(request.items) + 1
        weighs = self.frame + request.weighs + more
        cap = room.for_request(weighs).get("max_tokens")
        is_answerable = not isinstance(cap, int) or answers * _FOR_A_VERDICT <= cap
        return answers <= MOST_ITEMS and weighs <= room.budget and is_answerable

    def _sentence(self, number: int) -> str:
        span = self.marks.marked.sentences[number].span
        words = " ".join(defused(self.marks.text[span.start : min(span.end, span.start + _LONGEST)]).split())
        return words if span.end - span.start <= _LONGEST else words + " …"


def sample_request(prompt: Prompt, marked: MarkedArticle) -> list[Message]:
    """Return a check prompt filled in with an item, to try it on."""
    marks = Marks(marked)
    item = CheckedItem(("headline", 0), "headline: Homes burned", (0,), Support())
    return RequestWriter(marks, prompt, None).messages(CheckRequest([item], {0}))
