"""The abstract and headline of an article that was read in parts, made of those of the parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from summarizer.article import Article
from summarizer.draft import AbstractDraft, AnyDraft
from summarizer.llm import Flag, Meter, Model
from summarizer.llm.token_estimate import tokens_at_most
from summarizer.pipeline.chunking.context_budget import Room, weight
from summarizer.prompts import MERGING, Message, Prompt, PromptLibrary
from summarizer.prompts.rendering import defused

_AT_ONCE = 6000
"""Estimated tokens of abstracts that are put together by one request; more are by several, and then again."""


def merging_prompt(prompt: Prompt) -> Prompt:
    """The prompt that puts together what `prompt` says of parts: its own library's, else the shipped one."""
    return prompt.merging or PromptLibrary().get(MERGING)


def specimen(prompt: Prompt) -> list[Message]:
    """A merging prompt filled in with two short abstracts, to try it on."""
    parts = [AbstractDraft(abstract=f"What happened on day {day}.", headline="News") for day in (1, 2)]
    return _messages(prompt, Article(text="News.", title="A sample"), parts)


def _messages(prompt: Prompt, article: Article, parts: Sequence[AbstractDraft]) -> list[Message]:
    return prompt.messages(
        {
            "article": {
                "title": article.title and defused(article.title),
                "published": article.published and article.published.isoformat(),
                "url": article.url,
                "language": article.language,
            },
            "parts": [
                {"abstract": defused(part.abstract), "headline": defused(part.headline)} for part in parts
            ],
        }
    )


@dataclass(slots=True)
class Words:
    """Puts abstracts together, a group at a time."""

    article: Article
    prompt: Prompt
    model: Model
    room: Room
    meter: Meter
    flags: list[Flag] = field(default_factory=list)
    last_reply: str | None = None

    async def merged(self, drafts: Sequence[AnyDraft]) -> AbstractDraft:
        """One abstract and headline for those of the parts, in the order of the article.

        Raises:
            SummarizerError: if the model gives none.
        """
        prompt = merging_prompt(self.prompt)
        found = [AbstractDraft(abstract=draft.abstract, headline=draft.headline) for draft in drafts]
        while len(found) > 1:
            found = [await self._one(prompt, group) for group in self._groups(found)]
        return found[0]

    async def _one(self, prompt: Prompt, group: Sequence[AbstractDraft]) -> AbstractDraft:
        if len(group) == 1:
            return group[0]
        request = _messages(prompt, self.article, group)
        room = Room(prompt.parameters, self.room.context, self.room.scale)
        answer = await self.model.ask(
            request, draft=AbstractDraft, parameters=room.for_request(weight(request)), meter=self.meter
        )
        self.flags += answer.flags
        self.last_reply = answer.raw
        return cast("AbstractDraft", answer.draft)  # the format asked for

    def _groups(self, found: Sequence[AbstractDraft]) -> Iterator[list[AbstractDraft]]:
        """Two or more that go into one request together; one may be left over."""
        most = min(_AT_ONCE, self.room.budget / 2)
        group: list[AbstractDraft] = []
        held = 0
        for words in found:
            weighs = tokens_at_most(words.abstract + words.headline)
            if len(group) > 1 and held + weighs > most:
                yield group
                group, held = [], 0
            group.append(words)
            held += weighs
        yield group
