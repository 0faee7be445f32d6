"""The abstract and headline of an article that was read in parts, made of those of the parts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from summarizer.analysis import MarkedArticle
from summarizer.article import Span
from summarizer.claims import Claims, SentenceClaim
from summarizer.drafts import PARTS, AnyAbstract
from summarizer.llm import Flag, Meter, Model
from summarizer.llm.token_estimate import tokens_at_most
from summarizer.pipeline.chunking.context_budget import Room, weight
from summarizer.prompts import Message, Prompt, PromptLibrary, language_name
from summarizer.prompts.rendering import defused, on_one_line
from summarizer.summary import joined_sentences

_AT_ONCE = 6000
"""Estimated tokens of abstracts that are put together by one request; more are by several, and then again."""


def merging_prompt(prompt: Prompt) -> Prompt | None:
    """The prompt that puts together what `prompt` says of parts: its own library's, else the shipped one.

    None where the words are the article's: then nobody is asked.
    """
    return prompt.merging or PromptLibrary().merging(prompt.format)


def chosen_together(parts: Iterable[Claims]) -> Claims:
    """Return the sentences of the article that were chosen in any of its parts, in its order."""
    every = list(parts)
    return Claims(every[0].headline, tuple(sentence for part in every for sentence in part.abstract))


def specimen(prompt: Prompt, marked: MarkedArticle) -> list[Message]:
    """A merging prompt filled in with two short abstracts, to try it on."""
    places = tuple(sentence.span for sentence in marked.sentences)
    parts = [
        Claims(SentenceClaim("News", places), (SentenceClaim(f"What happened on day {day}.", places),))
        for day in (1, 2)
    ]
    return _messages(prompt, marked, parts, language=None)


def _messages(
    prompt: Prompt, marked: MarkedArticle, parts: Sequence[Claims], *, language: str | None
) -> list[Message]:
    article = marked.article
    numbers = {sentence.span: sentence.id for sentence in marked.sentences}
    return prompt.messages(
        {
            "article": {
                "title": article.title and on_one_line(article.title),
                "published": article.published and article.published.isoformat(),
                "url": article.url,
                "language": article.language,
            },
            "parts": [
                {
                    "headline": defused(part.headline.text),
                    "headline_evidence": _evidence(part.headline, numbers),
                    "abstract": defused(_text(part.abstract)),
                    "sentences": [
                        {"text": defused(sentence.text), "evidence": _evidence(sentence, numbers)}
                        for sentence in part.abstract
                    ],
                }
                for part in parts
            ],
            "language": language_name(language or marked.language),
        }
    )


def _text(abstract: Iterable[SentenceClaim]) -> str:
    return joined_sentences(sentence.text for sentence in abstract)


def _evidence(sentence: SentenceClaim, numbers: dict[Span, str]) -> list[str]:
    """Return the numbers of the sentences that carry a sentence, apart from those that do not exist."""
    places = (place for place in sentence.evidence if isinstance(place, Span))
    return [number for place in places if (number := numbers.get(place))]


@dataclass(slots=True)
class Words:
    """Puts abstracts together, a group at a time."""

    marked: MarkedArticle
    prompt: Prompt
    model: Model
    room: Room
    meter: Meter
    flags: list[Flag] = field(default_factory=list)
    last_reply: str | None = None

    async def merged(self, parts: Sequence[Claims]) -> Claims:
        """One abstract and headline for those of the parts, in the order of the article.

        Raises:
            SummarizerError: if the model gives none.
        """
        prompt = merging_prompt(self.prompt)
        found = [chosen_together(parts)] if prompt is None else list(parts)
        while prompt is not None and len(found) > 1:
            found = [await self._one(prompt, group) for group in self._groups(found)]
        return found[0]

    async def _one(self, prompt: Prompt, group: Sequence[Claims]) -> Claims:
        if len(group) == 1:
            return group[0]
        request = _messages(prompt, self.marked, group, language=self.prompt.language)
        room = Room(prompt.parameters, self.room.context, self.room.scale)
        answer = await self.model.ask(
            request,
            draft=PARTS[prompt.front.draft],
            parameters=room.for_request(weight(request)),
            meter=self.meter,
        )
        self.flags += answer.flags
        self.last_reply = answer.raw
        # The format asked for; Answer knows those of whole summaries only.
        return cast("AnyAbstract", cast("Any", answer.draft)).to_claims(self.marked)

    def _groups(self, found: Sequence[Claims]) -> Iterator[list[Claims]]:
        """Two or more that go into one request together; one may be left over."""
        most = min(_AT_ONCE, self.room.budget / 2)
        group: list[Claims] = []
        held = 0
        for words in found:
            weighs = tokens_at_most(_text(words.abstract) + words.headline.text)
            if len(group) > 1 and held + weighs > most:
                yield group
                group, held = [], 0
            group.append(words)
            held += weighs
        yield group
