"""The order of the steps, known nowhere else: mark, fill the prompt, ask, ground, and say how it was made."""

from datetime import UTC, datetime
from functools import partial
from typing import Any

from summarizer._version import __version__
from summarizer.article import Article
from summarizer.division import Asked, Asking, OnStep, merging_prompt, specimen
from summarizer.draft import FORMATS
from summarizer.errors import UsageError
from summarizer.grounding import ground
from summarizer.llm import Model
from summarizer.marking import MARKING_VERSION, MarkedArticle, mark
from summarizer.marking.rendering import annotated, defused, figure_lines, quotation_lines, term_lines
from summarizer.prompts import Message, Prompt
from summarizer.provenance import fingerprint
from summarizer.summary import PromptUsed, Provenance, Recipe, Summary, SummaryWarning

SUMMARY_SCHEMA: str = Summary.model_fields["schema_version"].default


async def summarize(
    article: Article, *, prompt: Prompt, model: Model, on_step: OnStep | None = None
) -> Summary:
    """Summarise one article; one that is too long for the model is asked about in parts.

    Args:
        article: what to summarise.
        prompt: how.
        model: by whom.
        on_step: is told before each request, if the article takes several.

    Raises:
        SummarizerError: whatever stood in the way; `summarizer.errors` has the tree. If one part of an
            article fails, the article does.
    """
    draft = FORMATS.get(prompt.front.draft)
    if draft is None:
        raise UsageError(f"{prompt.reference} puts abstracts together; an article needs another prompt")
    marked = mark(article)
    started = datetime.now(UTC)
    asking = Asking(marked, partial(messages, prompt=prompt), prompt, draft, model, on_step)
    answer = await asking.ask()
    summary = ground(marked, answer.draft)
    flags = [SummaryWarning(code=flag.code, message=flag.message) for flag in answer.flags]
    if answer.left_out:
        flags.append(SummaryWarning(code="parties_left_out", message=_left_out(answer.left_out)))
    return summary.model_copy(
        update={
            "warnings": [*summary.warnings, *flags],
            "provenance": _provenance(prompt, model, answer, started),
        }
    )


def messages(marked: MarkedArticle, prompt: Prompt) -> list[Message]:
    """What the model is sent for an article."""
    article = marked.article
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
    }
    return prompt.messages(variables)


def recipe(prompt: Prompt, model: str) -> Recipe:
    """All that can change what `model` answers to an article under this prompt.

    The prompt that puts parts together is always among it, as nobody knows beforehand which articles a model
    will have to be shown in parts; `Provenance.parts` says which were.
    """
    return Recipe(
        prompt=_used(prompt),
        merge=_used(merging_prompt(prompt)),
        draft_format=prompt.front.draft,
        summary_schema=SUMMARY_SCHEMA,
        marking=MARKING_VERSION,
        model=model,
        parameters=prompt.parameters,
    )


def _provenance(prompt: Prompt, model: Model, answer: Asked, started: datetime) -> Provenance:
    used, meter = recipe(prompt, model.endpoint.model), answer.meter
    return Provenance(
        recipe=used,
        fingerprint=fingerprint(used),
        base_url=model.endpoint.base_url,
        created=started.replace(microsecond=0),
        attempts=meter.attempts,
        parts=answer.parts,
        tokens=meter.tokens,
        seconds=round(meter.seconds, 3),
        package_version=__version__,
    )


def _used(prompt: Prompt) -> PromptUsed:
    return PromptUsed(name=prompt.name, version=prompt.version, sha256=prompt.sha256)


def _left_out(names: tuple[str, ...]) -> str:
    return f"{len(names)} parties that are only mentioned, and seldom, are left out: {', '.join(names)}."


def tried_out(prompt: Prompt) -> list[Message]:
    """A prompt filled in with a sample of what it is for.

    Raises:
        PromptMalformed: if it cannot be.
    """
    return messages(sample(), prompt) if prompt.front.draft in FORMATS else specimen(prompt)


def sample() -> MarkedArticle:
    """A short article with one of each mark, to try a prompt on."""
    text = (
        'The mayor asked for calm on Monday.\n\n"We will rebuild," Ana Ruiz said. At least 40 homes burned.'
    )
    return mark(Article(text=text, title="A sample"))
