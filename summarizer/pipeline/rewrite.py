"""The second question: a headline and an abstract that are not neutral are asked for once more, alone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from summarizer.analysis import MarkedArticle
from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.claims import Claims, SentenceClaim, Unknown, Where
from summarizer.drafts import PARTS, AnyAbstract
from summarizer.errors import (
    ContextExceeded,
    ModelUnavailable,
    QuotaExhausted,
    RateLimited,
    ReplyError,
    UsageError,
)
from summarizer.grounding import ground
from summarizer.grounding.coverage import measure_coverage
from summarizer.grounding.support import OwnWordChecker
from summarizer.llm import Flag, Meter, Model
from summarizer.prompts import Message, Prompt, PromptLibrary
from summarizer.prompts.rendering import defused, figure_lines
from summarizer.summary import AbstractSentence, Anchor, Headline, Summary

_MOST_SHOWN = 40
"""Figures of the article that the second question lists."""
_LONGEST_SHOWN = 600
"""Characters of a sentence of the article that the second question shows."""
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
    wanted = prompt.format.abstract_format
    if wanted is None:
        raise UsageError(f"{prompt.reference}: its words are the article's; leave out neutrality")
    found = _prompt(prompt.folder, reference, _changed(prompt.folder, reference))
    if found.front.draft != wanted:
        raise UsageError(f"{prompt.reference}: {reference} must ask for {wanted}")
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
    if again is None or not _problems(marked, summary):
        return Settled(summary)
    request, form = messages(marked, summary, again), PARTS[again.front.draft]
    try:
        second = await model.ask(request, draft=form, parameters=again.parameters, meter=meter)
    except _KEPT_FIRST:
        return Settled(summary)
    # The format asked for; Answer knows those of whole summaries only.
    draft = cast("AnyAbstract", cast("Any", second.draft))
    return Settled(better(marked, summary, draft), second.raw, second.flags)


def messages(marked: MarkedArticle, summary: Summary, prompt: Prompt) -> list[Message]:
    """The second question: the words, what carries them, what is wrong, and the figures of the article."""
    evidence = [*summary.headline.evidence, *(place for own in summary.abstract for place in own.evidence)]
    carrying = {place.sentence: place for place in evidence if place.sentence}
    return prompt.messages(
        {
            "headline": defused(summary.headline.text),
            "headline_evidence": _numbers(summary.headline),
            "abstract": defused(summary.abstract_text),
            "sentences": [
                {"text": defused(sentence.text), "evidence": _numbers(sentence)}
                for sentence in summary.abstract
            ],
            "carrying": [
                {"id": number, "text": _shown(carrying[number])}
                for number in sorted(carrying, key=lambda number: carrying[number].start)
            ],
            "problems": list(map(defused, _problems(marked, summary))),
            "figures": [line.text for line in figure_lines(marked)[:_MOST_SHOWN]],
        }
    )


def _numbers(own: Headline | AbstractSentence) -> list[str]:
    return [anchor.sentence for anchor in own.evidence if anchor.sentence]


def _shown(anchor: Anchor) -> str:
    """Return a sentence of the article on one line, cut short."""
    words = " ".join(defused(anchor.exact).split())
    return words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1] + "…"


def sample(marked: MarkedArticle) -> Summary:
    """A summary of an article with something wrong in its own words, to try a prompt on."""
    places = tuple(sentence.span for sentence in marked.sentences)
    headline = SentenceClaim("A heinous fire", places)
    return ground(marked, Claims(headline, (SentenceClaim("Some 9,000 homes burned.", places),)))


def _problems(marked: MarkedArticle, summary: Summary) -> list[str]:
    """What is doubtful in the headline and the abstract, each with where it stands."""
    checker = OwnWordChecker(summary, Marks(marked))
    own: list[tuple[str, Headline | AbstractSentence]] = [("The headline", summary.headline)]
    own += [(f"Sentence {number}", sentence) for number, sentence in enumerate(summary.abstract, 1)]
    return [f"{name}: {doubt.reason}" for name, text in own for doubt in checker.of_sentence(text).doubts]


def better(marked: MarkedArticle, summary: Summary, second: AnyAbstract) -> Summary:
    """The summary with the second headline and abstract, if fewer things are wrong with them."""
    words = ground(marked, _on_what_was_shown(marked, summary, second.to_claims(marked)))
    left = _problems(marked, words)
    if not (words.headline.text and words.abstract_text) or len(left) >= len(_problems(marked, summary)):
        return summary
    return summary.model_copy(
        update={
            "headline": words.headline,
            "abstract": words.abstract,
            "rejected": [*(item for item in summary.rejected if item.kind != "abstract"), *words.rejected],
            "coverage": measure_coverage(
                Marks(marked), summary.quotes, summary.figures, summary.positions, words.abstract
            ),
        }
    )


def _on_what_was_shown(marked: MarkedArticle, summary: Summary, second: Claims) -> Claims:
    """Return the second words, resting on nothing but what the model was shown of the article.

    A sentence that names none of it keeps the evidence of the one in its place, if there are as many of them.
    """
    first = [_places(sentence) for sentence in summary.abstract]
    numbers = {sentence.span: sentence.id for sentence in marked.sentences}
    shown = {place for places in (_places(summary.headline), *first) for place in places}
    as_many = len(first) == len(second.abstract)

    def resting(sentence: SentenceClaim, before: tuple[Span, ...]) -> SentenceClaim:
        if not sentence.evidence:
            return sentence
        known = tuple(place for place in sentence.evidence if place in shown)
        others = (_unseen(place, numbers) for place in sentence.evidence if place not in shown)
        return replace(sentence, evidence=(*(known or before), *others))

    return replace(
        second,
        headline=resting(second.headline, _places(summary.headline)),
        abstract=tuple(
            resting(sentence, first[at] if as_many else ()) for at, sentence in enumerate(second.abstract)
        ),
    )


def _places(own: Headline | AbstractSentence) -> tuple[Span, ...]:
    return tuple(Span(anchor.start, anchor.end) for anchor in own.evidence)


def _unseen(place: Where, numbers: Mapping[Span, str]) -> Where:
    """Return what a number stands for that the model was not shown: nothing."""
    if not isinstance(place, Span):
        return place
    number = numbers[place]
    return Unknown(number, "sentence", f"The model was not shown sentence {number} when it was asked again.")
