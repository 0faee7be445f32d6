"""The order of the steps, known nowhere else: mark, fill the prompt, ask, ground, and say how it was made."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any, Literal

from summarizer._version import __version__
from summarizer.analysis import ANALYSIS_VERSION, MarkedArticle, mark
from summarizer.analysis.attribution import Attributed, attribute
from summarizer.article import Article, Span
from summarizer.claims import Claims
from summarizer.drafts import CHECKS, FORMATS, PARTS, AnyAbstract, AnyDraft
from summarizer.extracts import own_sentences, sentences_to_choose_from
from summarizer.grounding import ground, reconcile, rule_claims
from summarizer.llm import FLAG_CODES, Meter, Model, read_reply, tracing
from summarizer.pipeline import rewrite
from summarizer.pipeline.by_rules import by_rules
from summarizer.pipeline.checking import sample_request
from summarizer.pipeline.chunking import (
    Asked,
    Asking,
    OnStep,
    chosen_together,
    joined,
    merging_prompt,
    specimen,
)
from summarizer.prompts import MERGING, Message, Prompt, language_name
from summarizer.prompts.hints import (
    headline_sentences,
    open_figures,
    open_quotations,
    party_names,
    report_lines,
    sentence_lines,
)
from summarizer.prompts.rendering import (
    annotated,
    annotated_with_all,
    defused,
    figure_lines,
    number_range,
    on_one_line,
    quotation_lines,
    term_lines,
)
from summarizer.recipe import fingerprint
from summarizer.summary import (
    NO_MODEL,
    Authority,
    PromptUsed,
    Provenance,
    Recipe,
    Summary,
    SummaryWarning,
    Tokens,
)
from summarizer.text.chat_tokens import without_headings

_TURN = 32
"""Tokens around a message of a chat, at most."""
SUMMARY_SCHEMA: str = Summary.model_fields["schema_version"].default


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said, as it came, and what it was asked for.

    `part` is the draft of an article or of a part of it, `merged` the words for all parts together, `neutral`
    the words it gave when asked once more, `check` what another model found of the items.
    """

    kind: Literal["part", "merged", "neutral", "check"]
    raw: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready to be asked about: its marks and the request, and what its wording tells, if known."""

    marked: MarkedArticle
    request: list[Message]
    told: Attributed | None = None
    authority: Authority = "model"

    async def ground(self, claims: Claims) -> Summary:
        """The summary that a model's claims make, wherever that is worked out."""
        return self.grounded(claims)

    def grounded(self, claims: Claims) -> Summary:
        """The summary that a model's claims make."""
        return _ground(self.marked, claims, self.authority, self.told)


@dataclass(frozen=True, slots=True)
class Made:
    """A summary, and what the model said for it: enough to ground it again."""

    summary: Summary
    replies: tuple[Reply, ...]


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
    return (await make(article, prompt=prompt, model=model, on_step=on_step)).summary


def prepare(article: Article, prompt: Prompt) -> Prepared:
    """Mark an article and word the request; no model is asked.

    Raises:
        UsageError: if the prompt is none for summaries.
        PromptMalformed: if it cannot be filled in.
    """
    _ = prompt.format
    marked = mark(article)
    told = attribute(marked)
    return Prepared(marked, messages(marked, prompt, told), told, prompt.authority)


def ground_draft(marked: MarkedArticle, draft: AnyDraft) -> Summary:
    """Ground what a draft and the rules claim of an article, by the authority of the draft's format."""
    return _ground(marked, draft.to_claims(marked), draft.authority)


def _ground(
    marked: MarkedArticle, claims: Claims, authority: Authority, attributed: Attributed | None = None
) -> Summary:
    told = attributed or attribute(marked)
    return ground(
        marked, reconcile(_in_own_words(marked, told, claims), rule_claims(marked, told), authority)
    )


def _in_own_words(marked: MarkedArticle, told: Attributed, claims: Claims) -> Claims:
    """Return the claims, under a headline and an abstract of the article's words if they ask for these."""
    if claims.headline.wording == "model":
        return claims
    wanted = [place for sentence in claims.abstract for place in sentence.evidence if isinstance(place, Span)]
    own = own_sentences(marked, told, wanted)
    return replace(claims, headline=own.headline, abstract=own.abstract)


async def make(
    prepared: Prepared | Article,
    *,
    prompt: Prompt,
    model: Model,
    on_step: OnStep | None = None,
    meter: Meter | None = None,
) -> Made:
    """`summarize`, with the model's replies; `meter` counts what was asked, also if it ends in an error.

    Raises:
        SummarizerError: whatever stood in the way; `summarizer.errors` has the tree.
    """
    ready = prepare(prepared, prompt) if isinstance(prepared, Article) else prepared
    with tracing.article(ready.marked.article.id, prompt.reference):
        return await _make(ready, prompt, model, on_step, meter or Meter())


async def _make(ready: Prepared, prompt: Prompt, model: Model, on_step: OnStep | None, meter: Meter) -> Made:
    marked = ready.marked
    started = datetime.now(UTC)
    draft, again = prompt.format, rewrite.second_prompt(prompt)

    def write(shown: MarkedArticle) -> list[Message]:
        return ready.request if shown is marked else messages(shown, prompt)

    asking = Asking(marked, write, prompt, draft, model, on_step, meter)
    answer = await asking.ask()
    replies = [Reply("part", raw) for raw in answer.part_replies]
    if answer.merged_reply is not None:
        replies.append(Reply("merged", answer.merged_reply))
    summary = await ready.ground(answer.claims)
    settled = await rewrite.settle(marked, summary, again=again, model=model, meter=answer.meter)
    if settled.reply is not None:
        replies.append(Reply("neutral", settled.reply))
    flags = [SummaryWarning(code=flag.code, message=flag.message) for flag in (*answer.flags, *settled.flags)]
    provenance = _provenance(prompt, model, answer, started)
    return Made(_told(settled.summary, answer.left_out, flags, provenance), tuple(replies))


def reground(article: Article | Prepared, made: Made) -> Made:
    """Ground the replies of an earlier summary again with the code of today; no model is asked.

    Args:
        article: what it is of, marked and read for attributions already or not.
        made: the summary, with its replies.

    Raises:
        ValueError: if the earlier summary does not say which draft format its replies have.
        ReplyInvalid: if they are not of that format as it is today.
    """
    provenance = made.summary.provenance
    if provenance is None:
        raise ValueError("a summary without provenance cannot be grounded again")
    ready = Prepared(mark(article), []) if isinstance(article, Article) else article
    marked = ready.marked
    if made.summary.is_by_rules:
        return Made(by_rules(marked.article, provenance.recipe), ())
    form = FORMATS[provenance.recipe.draft_format]
    parts = [read_reply(raw, form).to_claims(marked) for raw in _said(made, "part")]
    claims, left_out = parts[0], tuple[str, ...]()
    for words in _merged(marked, made, form, parts):
        claims, left_out = joined(marked, parts, words)
    summary = _ground(marked, claims, provenance.recipe.authority or form.authority, ready.told)
    for second in _said(made, "neutral"):
        summary = rewrite.better(marked, summary, read_reply(second, _words(form)))
    flags = [warning for warning in made.summary.warnings if warning.code in FLAG_CODES]
    # What a model found when it checked the items is not theirs any more.
    provenance = provenance.model_copy(update={"check": None})
    return Made(_told(summary, left_out, flags, provenance), made.replies)


def _merged(
    marked: MarkedArticle, made: Made, form: type[AnyDraft], parts: Sequence[Claims]
) -> Iterator[Claims]:
    """Yield the headline and abstract of an article that was read in parts."""
    if form.abstract_format is None and len(parts) > 1:
        yield chosen_together(parts)
    for raw in _said(made, "merged"):
        yield read_reply(raw, _words(form)).to_claims(marked)


def _words(form: type[AnyDraft]) -> type[AnyAbstract]:
    """The format in which a model that filled in a draft was asked for its words alone.

    Raises:
        ValueError: if it is never asked for them.
    """
    if form.abstract_format is None:
        raise ValueError(f"{form.format} has no words of a model's own")
    return PARTS[form.abstract_format]


def _said(made: Made, kind: str) -> list[str]:
    return [reply.raw for reply in made.replies if reply.kind == kind]


def _told(
    summary: Summary, left_out: tuple[str, ...], flags: Iterable[SummaryWarning], provenance: Provenance
) -> Summary:
    warnings = [*summary.warnings, *flags]
    if left_out:
        names = ", ".join(left_out)
        message = f"{len(left_out)} parties that are only mentioned, and seldom, are left out: {names}."
        warnings.append(SummaryWarning(code="parties_left_out", message=message))
    return summary.model_copy(update={"warnings": warnings, "provenance": provenance})


def messages(marked: MarkedArticle, prompt: Prompt, told: Attributed | None = None) -> list[Message]:
    """What the model is sent for an article; `told` is what `attribute` says of it, if that is known."""
    article, told = marked.article, told or attribute(marked)
    asked, counted = open_quotations(marked, told), open_figures(marked, told)
    variables: dict[str, Callable[[], Any]] = {
        "article": lambda: {
            "text": without_headings(defused(article.text)),
            "title": article.title and on_one_line(article.title),
            "published": article.published and article.published.isoformat(),
            "url": article.url and on_one_line(article.url),
            "site": article.site and on_one_line(article.site),
            "language": article.language,
        },
        "annotated": lambda: annotated(marked),
        "numbered_all": lambda: annotated_with_all(marked),
        "quotation_numbers": lambda: number_range(marked.quotations),
        "figure_numbers": lambda: number_range(marked.figures),
        "quotations": lambda: quotation_lines(marked),
        "terms": lambda: term_lines(marked),
        "figures": lambda: figure_lines(marked),
        "sentences": lambda: sentence_lines(marked, sentences_to_choose_from(marked, told)),
        "parties": lambda: party_names(told),
        "reports": lambda: report_lines(marked, told),
        "open_quotations": lambda: asked,
        "open_figures": lambda: counted,
        "numbered": lambda: annotated(
            marked,
            only={line.id for line in (*asked, *counted)},
            without=headline_sentences(marked, told),
        ),
        "language": lambda: language_name(prompt.language or marked.language),
    }
    return prompt.messages({name: fill() for name, fill in variables.items() if name in prompt.variables})


def most(ready: Prepared, prompt: Prompt, *, requests: int = 1) -> Tokens:
    """The most that so many requests for an article, or for parts of it, and their answers may take.

    No tokenizer makes more tokens than a text has bytes; what a provider makes of the draft's schema, and of
    the turns of a chat, comes on top. An answer without a cap is taken to be as long as the request.
    """
    sent = _schema_bytes(prompt.format) + sum(
        len(message["content"].encode()) + _TURN for message in ready.request
    )
    cap = prompt.parameters.get("max_tokens")
    answer = cap if isinstance(cap, int) else sent
    return Tokens(input=requests * sent, output=requests * answer, cached=0)


@cache
def _schema_bytes(draft: type[AnyDraft]) -> int:
    return len(json.dumps(draft.model_json_schema()))


def recipe(prompt: Prompt, model: str) -> Recipe:
    """All that can change what `model` answers to an article under this prompt.

    The prompt that puts parts together is always among it, as nobody knows beforehand which articles a model
    will have to be shown in parts; `Provenance.parts` says which were. Where no model is asked nothing is
    put together, and no parameter or language matters.
    """
    asks = model != NO_MODEL
    return Recipe(
        prompt=_used(prompt),
        merge=_used(merging) if asks and (merging := merging_prompt(prompt)) else None,
        draft_format=prompt.front.draft,
        summary_schema=SUMMARY_SCHEMA,
        analysis=ANALYSIS_VERSION,
        authority=prompt.authority if asks else "rules",
        model=model,
        parameters=prompt.parameters if asks else {},
        language=prompt.language if asks else None,
    )


def _provenance(prompt: Prompt, model: Model, answer: Asked, started: datetime) -> Provenance:
    used, meter = recipe(prompt, model.endpoint.model), answer.meter
    price = model.endpoint.known_price
    return Provenance(
        recipe=used,
        fingerprint=fingerprint(used),
        base_url=model.endpoint.shown_url,
        created=started.replace(microsecond=0),
        attempts=meter.attempts,
        possibly_billed=meter.possibly_billed,
        parts=answer.parts,
        tokens=meter.tokens,
        cost_usd=price.cost(meter.tokens) if price else None,
        seconds=round(meter.seconds, 3),
        package_version=__version__,
    )


def _used(prompt: Prompt) -> PromptUsed:
    return PromptUsed(name=prompt.name, version=prompt.version, sha256=prompt.sha256)


def tried(prompt: Prompt) -> list[Message]:
    """What the model is sent for a sample of what the prompt is for, to see that it can be filled in.

    Raises:
        PromptMalformed: if it cannot be.
    """
    marked = sample()
    if prompt.front.draft in CHECKS:
        return sample_request(prompt, marked)
    if prompt.front.draft in PARTS:
        if prompt.name.startswith(MERGING):  # a file that is tried may be called merge-shorter
            return specimen(prompt, marked)
        return rewrite.messages(marked, rewrite.sample(marked), prompt)
    rewrite.second_prompt(prompt)
    return messages(marked, prompt)


def sample() -> MarkedArticle:
    """A short article with one of each mark, to try a prompt on."""
    text = (
        'The mayor asked for calm on Monday.\n\n"We will rebuild," Ana Ruiz said. At least 40 homes burned.'
    )
    return mark(Article(text=text, title="A sample"))
