"""News summaries you can check.

    import summarizer

    summary = summarizer.summarize(Path("article.txt"))
    for quote in summary.quotes:
        print(quote.text, quote.anchor.start)

Importing this package is cheap; what a name needs is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarizer._version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.analysis import Figure, MarkedArticle, Quotation, Sentence
    from summarizer.article import Article, Span
    from summarizer.batch import Done, Failed
    from summarizer.client import ArticleLike, Summarizer, ground, mark, read, verify
    from summarizer.comparison import Changes, diff
    from summarizer.drafts import CopyDraft, DecidingDraft, ReferenceDraft
    from summarizer.errors import SummarizerError
    from summarizer.grounding import Finding
    from summarizer.render import to_html, to_markdown, to_rows
    from summarizer.summary import (
        AbstractSentence,
        Anchor,
        Coverage,
        FigureItem,
        Headline,
        Party,
        Position,
        Provenance,
        Quote,
        Recipe,
        Rejected,
        Summary,
        Support,
    )

_HOMES = {
    "article": ("Article", "Span"),
    "batch": ("Done", "Failed"),
    "comparison": ("Changes", "diff"),
    "drafts": ("CopyDraft", "DecidingDraft", "ReferenceDraft"),
    "errors": ("SummarizerError",),
    "grounding": ("Finding",),
    "client": ("Summarizer", "ground", "mark", "read", "verify"),
    "render": ("to_html", "to_markdown", "to_rows"),
    "analysis": ("Figure", "MarkedArticle", "Quotation", "Sentence"),
    "summary": (
        "AbstractSentence",
        "Anchor",
        "Coverage",
        "FigureItem",
        "Headline",
        "Party",
        "Position",
        "Provenance",
        "Quote",
        "Recipe",
        "Rejected",
        "Summary",
        "Support",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "AbstractSentence",
    "Anchor",
    "Article",
    "Changes",
    "CopyDraft",
    "Coverage",
    "DecidingDraft",
    "Done",
    "Failed",
    "Figure",
    "FigureItem",
    "Finding",
    "Headline",
    "MarkedArticle",
    "Party",
    "Position",
    "Provenance",
    "Quotation",
    "Quote",
    "Recipe",
    "ReferenceDraft",
    "Rejected",
    "Sentence",
    "Span",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "Support",
    "__version__",
    "asummarize",
    "diff",
    "ground",
    "mark",
    "read",
    "summarize",
    "to_html",
    "to_markdown",
    "to_rows",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


def summarize(
    article: "ArticleLike",
    *,
    prompt: "str | Path | None" = None,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    prompts: "Path | None" = None,
    language: str | None = None,
    store: str | None = None,
) -> "Summary":
    """Summarise one article: its text, a link to it, the path of its file, or an `Article`.

    Args:
        article: a `str` that is a link is fetched, any other is text; a `Path` is a file. Links on private
            networks need `summarizer.read(link, allow_private=True)`.
        prompt: name, or name@version; without a version the newest. A `Path` is a file of your own. None goes
            by the model: the newest for an able one, `small@1` for one under four billion parameters.
        model: a model's name at the endpoint, `local`, or the path of a `.gguf` file. None takes
            SUMMARIZER_MODEL, else OpenAI's if OPENAI_API_KEY is set, else the embedded one.
        base_url: an OpenAI-compatible endpoint; None takes OPENAI_BASE_URL.
        api_key: the endpoint's; None takes OPENAI_API_KEY.
        prompts: folder of prompts laid over the shipped ones; None takes SUMMARIZER_PROMPTS.
        language: of the model's own words, such as `de`; None takes the article's.
        store: URL of a store to answer from and keep the summary in; None stores nothing.

    Raises:
        SummarizerError: whatever stood in the way; `summarizer.errors` has the tree.
    """
    from summarizer.client import Summarizer

    with Summarizer(
        model=model,
        base_url=base_url,
        api_key=api_key,
        prompt=prompt,
        prompts=prompts,
        language=language,
        store=store,
    ) as summarizer:
        return summarizer.summarize(article)


async def asummarize(
    article: "ArticleLike",
    *,
    prompt: "str | Path | None" = None,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    prompts: "Path | None" = None,
    language: str | None = None,
    store: str | None = None,
) -> "Summary":
    """`summarize`, awaited."""
    from summarizer.client import Summarizer

    async with Summarizer(
        model=model,
        base_url=base_url,
        api_key=api_key,
        prompt=prompt,
        prompts=prompts,
        language=language,
        store=store,
    ) as summarizer:
        return await summarizer.asummarize(article)
