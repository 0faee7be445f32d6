"""The order of the steps, known nowhere else: mark, fill the prompt, ask, ground, and say how it was made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from summarizer import neutrality
from summarizer._version import __version__
from summarizer.article import Article
from summarizer.attribution import attribute
from summarizer.attribution.hints import (
    headline_sentences,
    open_figures,
    open_quotations,
    party_names,
    report_lines,
)
from summarizer.draft import FORMATS, PARTS
from summarizer.grounding import ground
from summarizer.llm import FLAG_CODES, Answer, Model, read_reply
from summarizer.marking import MARKING_VERSION, MarkedArticle, mark
from summarizer.marking.rendering import annotated, defused, figure_lines, quotation_lines, term_lines
from summarizer.prompts import Message, Prompt
from summarizer.provenance import fingerprint
from summarizer.summary import PromptUsed, Provenance, Recipe, Summary, SummaryWarning

SUMMARY_SCHEMA: str = Summary.model_fields["schema_version"].default


@dataclass(frozen=True, slots=True)
class Made:
    """A summary, and what the model said for it, as it came: enough to ground it again."""

    summary: Summary
    replies: tuple[str, ...]


async def summarize(article: Article, *, prompt: Prompt, model: Model) -> Summary:
    """Summarise one article.

    Raises:
        SummarizerError: whatever stood in the way; `summarizer.errors` has the tree.
    """
    return (await make(article, prompt=prompt, model=model)).summary


async def make(article: Article, *, prompt: Prompt, model: Model) -> Made:
    """`summarize`, with the model's replies.

    Raises:
        SummarizerError: whatever stood in the way; `summarizer.errors` has the tree.
    """
    marked = mark(article)
    started = datetime.now(UTC)
    draft, again = prompt.format, neutrality.second_prompt(prompt)
    answer = await model.ask(messages(marked, prompt), draft=draft, parameters=prompt.parameters)
    summary = ground(marked, answer.draft)
    summary, answer = await neutrality.settle(marked, summary, answer, again=again, model=model)
    flags = [SummaryWarning(code=flag.code, message=flag.message) for flag in answer.flags]
    summary = _told(summary, flags, _provenance(prompt, model, answer, started))
    return Made(summary, (answer.raw,))


def reground(article: Article, made: Made) -> Made:
    """Ground the replies of an earlier summary again with the code of today; no model is asked.

    Raises:
        ValueError: if the earlier summary does not say which draft format its replies have.
        ReplyInvalid: if they are not of that format as it is today.
    """
    provenance = made.summary.provenance
    if provenance is None:
        raise ValueError("a summary without provenance cannot be grounded again")
    [reply] = made.replies
    draft = read_reply(reply, FORMATS[provenance.recipe.draft_format])
    flags = [warning for warning in made.summary.warnings if warning.code in FLAG_CODES]
    return Made(_told(ground(mark(article), draft), flags, provenance), made.replies)


def _told(summary: Summary, flags: Iterable[SummaryWarning], provenance: Provenance) -> Summary:
    warnings = [*summary.warnings, *flags]
    return summary.model_copy(update={"warnings": warnings, "provenance": provenance})


def messages(marked: MarkedArticle, prompt: Prompt) -> list[Message]:
    """What the model is sent for an article."""
    article, told = marked.article, attribute(marked)
    asked, counted = open_quotations(marked, told), open_figures(marked, told)
    variables: dict[str, Any] = {
        "article": {
            "text": defused(article.text),
            "title": article.title and defused(article.title),
            "published": article.published and article.published.isoformat(),
            "url": article.url,
            "language": article.language,
        },
        "annotated": annotated(marked),
        "quotations": quotation_lines(marked),
        "terms": term_lines(marked),
        "figures": figure_lines(marked),
        "parties": party_names(told),
        "reports": report_lines(marked, told),
        "open_quotations": asked,
        "open_figures": counted,
        "numbered": annotated(
            marked,
            only={line.id for line in (*asked, *counted)},
            without=headline_sentences(marked, told),
        ),
    }
    return prompt.messages(variables)


def recipe(prompt: Prompt, model: str) -> Recipe:
    """All that can change what `model` answers to an article under this prompt."""
    return Recipe(
        prompt=PromptUsed(name=prompt.name, version=prompt.version, sha256=prompt.sha256),
        draft_format=prompt.front.draft,
        summary_schema=SUMMARY_SCHEMA,
        marking=MARKING_VERSION,
        model=model,
        parameters=prompt.parameters,
    )


def _provenance(prompt: Prompt, model: Model, answer: Answer, started: datetime) -> Provenance:
    used = recipe(prompt, model.endpoint.model)
    return Provenance(
        recipe=used,
        fingerprint=fingerprint(used),
        base_url=model.endpoint.base_url,
        created=started.replace(microsecond=0),
        attempts=answer.attempts,
        tokens=answer.tokens,
        seconds=round(answer.seconds, 3),
        package_version=__version__,
    )


def tried(prompt: Prompt) -> list[Message]:
    """What the model is sent for a sample, to see that a prompt can be filled in."""
    marked = sample()
    if prompt.front.draft in PARTS:
        return neutrality.messages(marked, neutrality.sample(marked), prompt)
    neutrality.second_prompt(prompt)
    return messages(marked, prompt)


def sample() -> MarkedArticle:
    """A short article with one of each mark, to try a prompt on."""
    text = (
        'The mayor asked for calm on Monday.\n\n"We will rebuild," Ana Ruiz said. At least 40 homes burned.'
    )
    return mark(Article(text=text, title="A sample"))
