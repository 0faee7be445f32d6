"""The second question: a headline and an abstract that are not neutral are asked for once more, alone."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

from summarizer.analysis import MarkedArticle
from summarizer.draft import AbstractDraft, ReferenceDraft
from summarizer.errors import (
    ContextExceeded,
    ModelUnavailable,
    QuotaExhausted,
    RateLimited,
    ReplyError,
    UsageError,
)
from summarizer.framing import PROBLEMS, check_own_words
from summarizer.grounding import ground
from summarizer.llm import Flag, Meter, Model
from summarizer.prompts import Message, Prompt, PromptLibrary
from summarizer.prompts.rendering import defused, figure_lines
from summarizer.summary import Summary, SummaryWarning
from summarizer.text.glyphs import clean

_MOST_SHOWN = 40
"""Figures of the article that the second question lists."""
_KEPT_FIRST = (ReplyError, ContextExceeded, ModelUnavailable, RateLimited, QuotaExhausted)
"""What may come of the second question without losing the first answer."""


def second_prompt(prompt: Prompt) -> Prompt | None:
    """The prompt of the second question, beside `prompt` or else the shipped one; None if it wants none.

    Raises:
        UnknownPrompt: if there is none of that name and version.
        ConfigurationError: if it is malformed, or was changed since its release.
        UsageError: if it asks for something else.
    """
    reference = prompt.front.neutrality
    if reference is None:
        return None
    found = _prompt(prompt.folder, reference, _changed(prompt.folder, reference))
    if found.front.draft != AbstractDraft.format:
        raise UsageError(f"{prompt.reference}: {reference} must ask for {AbstractDraft.format}")
    return found


@lru_cache
def _prompt(folder: Path, reference: str, changed: int | None) -> Prompt:
    """The prompt, read once for all articles, and again once its file has changed."""
    del changed
    return PromptLibrary(folder).get(reference)


def _changed(folder: Path, reference: str) -> int | None:
    name, _, version = reference.partition("@")
    try:
        return (folder / name / f"v{version}.md").stat().st_mtime_ns
    except OSError:
        return None  # it may be a shipped one, which does not change


@dataclass(frozen=True, slots=True)
class Settled:
    """A summary after the second question, if one was asked: `reply` is what came, as it came."""

    summary: Summary
    reply: str | None = None
    flags: tuple[Flag, ...] = ()


async def settle(
    marked: MarkedArticle, summary: Summary, *, again: Prompt | None, model: Model, meter: Meter
) -> Settled:
    """Ask with `again`, if given, for a neutral headline and abstract where something is wrong with them.

    The second pair is taken if it has fewer problems, else the first stays, with its warnings; it stays too
    if there is no second answer. What the question costs is added to `meter`.
    """
    if again is None or not _problems(summary):
        return Settled(summary)
    request = messages(marked, summary, again)
    try:
        second = await model.ask(request, draft=AbstractDraft, parameters=again.parameters, meter=meter)
    except _KEPT_FIRST:
        return Settled(summary)
    draft = cast("AbstractDraft", second.draft)  # Answer knows the formats of whole summaries only
    return Settled(better(marked, summary, draft), second.raw, second.flags)


def messages(marked: MarkedArticle, summary: Summary, prompt: Prompt) -> list[Message]:
    """The second question: the words as they are, what is wrong with them, and the article's figures."""
    return prompt.messages(
        {
            "headline": defused(summary.headline),
            "abstract": defused(summary.abstract),
            "problems": [defused(problem.message) for problem in _problems(summary)],
            "figures": [line.text for line in figure_lines(marked)[:_MOST_SHOWN]],
        }
    )


def sample(marked: MarkedArticle) -> Summary:
    """A summary of an article with something wrong in its own words, to try a prompt on."""
    draft = ReferenceDraft(
        headline="A heinous fire",
        abstract="Some 9,000 homes burned.",
        parties=[],
        quotes=[],
        figures=[],
        positions=[],
        unmarked_quotes=[],
    )
    return ground(marked, draft)


def _problems(summary: Summary) -> list[SummaryWarning]:
    """Those of the headline and the abstract."""
    return [warning for warning in summary.warnings if _is_of_own_words(warning)]


def _is_of_own_words(warning: SummaryWarning) -> bool:
    return warning.code in PROBLEMS and warning.item is None


def better(marked: MarkedArticle, summary: Summary, second: AbstractDraft) -> Summary:
    """The summary with the second headline and abstract, if fewer things are wrong with them."""
    headline, abstract = clean(second.headline), clean(second.abstract)
    left = check_own_words(marked, headline, abstract, summary.framing)
    if not (headline and abstract) or len(left) >= len(_problems(summary)):
        return summary
    others = [warning for warning in summary.warnings if not _is_of_own_words(warning)]
    return summary.model_copy(
        update={"headline": headline, "abstract": abstract, "warnings": [*others, *left]}
    )
