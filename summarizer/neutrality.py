"""The second question: a headline and an abstract that are not neutral are asked for once more, alone."""

from dataclasses import replace
from typing import cast

from summarizer.draft import AbstractDraft, ReferenceDraft
from summarizer.errors import (
    ContextExceeded,
    ModelUnavailable,
    QuotaExhausted,
    RateLimited,
    ReplyError,
    UsageError,
)
from summarizer.grounding import PROBLEMS, check_own_words, clean, ground
from summarizer.llm import Answer, Model
from summarizer.marking import MarkedArticle
from summarizer.marking.rendering import defused, figure_lines
from summarizer.prompts import Message, Prompt, PromptLibrary
from summarizer.summary import Summary, SummaryWarning, Tokens

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
    found = PromptLibrary(prompt.path.parent.parent).get(reference)
    if found.front.draft != AbstractDraft.format:
        raise UsageError(f"{prompt.reference}: {reference} must ask for {AbstractDraft.format}")
    return found


async def settle(
    marked: MarkedArticle, summary: Summary, answer: Answer, *, again: Prompt | None, model: Model
) -> tuple[Summary, Answer]:
    """Ask with `again`, if given, for a neutral headline and abstract where something is wrong with them.

    The second pair is taken if it has fewer problems, else the first stays, with its warnings; it stays too
    if there is no second answer. What both answers cost is added up.

    Returns:
        The summary, and the answer with tokens, attempts, seconds and flags of both questions.
    """
    if again is None or not _problems(summary):
        return summary, answer
    try:
        second = await model.ask(
            messages(marked, summary, again), draft=AbstractDraft, parameters=again.parameters
        )
    except _KEPT_FIRST:
        return summary, answer
    draft = cast("AbstractDraft", second.draft)  # Answer knows the formats of whole summaries only
    return _better(marked, summary, draft), _both(answer, second)


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


def _better(marked: MarkedArticle, summary: Summary, second: AbstractDraft) -> Summary:
    headline, abstract = clean(second.headline), clean(second.abstract)
    left = check_own_words(marked, headline, abstract, summary.framing)
    if not (headline and abstract) or len(left) >= len(_problems(summary)):
        return summary
    others = [warning for warning in summary.warnings if not _is_of_own_words(warning)]
    return summary.model_copy(
        update={"headline": headline, "abstract": abstract, "warnings": [*others, *left]}
    )


def _both(first: Answer, second: Answer) -> Answer:
    return replace(
        first,
        tokens=Tokens(
            input=first.tokens.input + second.tokens.input,
            output=first.tokens.output + second.tokens.output,
            cached=first.tokens.cached + second.tokens.cached,
        ),
        attempts=first.attempts + second.attempts,
        seconds=first.seconds + second.seconds,
        flags=tuple(dict.fromkeys((*first.flags, *second.flags))),
    )
