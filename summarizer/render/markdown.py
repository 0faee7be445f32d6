"""A summary as Markdown, for a newsletter or a pull request."""

import re

from summarizer.analysis import MarkedArticle
from summarizer.render.view import PartyView, SummaryView, arrange
from summarizer.store.stored_summary import web_link
from summarizer.summary import Quote, Summary
from summarizer.text.format_figure import framed, reading
from summarizer.text.printable import printable

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]<>#!|~&$])")
_LIST = re.compile(r"^(?:(?=[-+])|(\d+)(?=[.)]))")
_ADDRESS = re.compile(r"(?<=\bwww)\.|:(?=//)|(?<=\bmailto):|(?<=\bxmpp):", re.IGNORECASE)
# GitHub looks for these in the rendered text, where no backslash is left: mentions and addresses, numbers of
# issues, emoji. A word joiner, which nobody sees, keeps them from being found.
_FOUND_LATER = re.compile(
    r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=GH-)(?=\d)|(?<=:)(?!\d\d:)(?=[\w+-]{1,40}:)", re.IGNORECASE
)
_JOINER = "\u2060"


def escaped(text: str) -> str:
    """`text` as Markdown that renders as exactly these words: no link, image, HTML, mention or list."""
    apart = _FOUND_LATER.sub(_JOINER, printable(text))
    marked = _ADDRESS.sub(r"\\\g<0>", _PUNCTUATION.sub(r"\\\1", apart))
    return _LIST.sub(r"\g<1>\\", marked)


def as_markdown(summary: Summary, marked: MarkedArticle) -> str:
    """A document of CommonMark."""
    view = arrange(summary, marked)
    blocks = [f"# {escaped(summary.headline)}", _facts(view), escaped(summary.abstract)]
    if view.parties:
        also_named = f"Also named: {escaped(view.also_named)}" if view.also_named else ""
        blocks += ["## Parties", *[_party(view, shown) for shown in view.speaking], also_named]
    if view.unattributed:
        blocks += ["## Quoted, speaker not settled", *[_quote(view, quote) for quote in view.unattributed]]
    blocks += _figures(view) + _framing(view) + _rejected(summary) + [_coverage(summary), _foot(summary)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _facts(view: SummaryView) -> str:
    article = view.summary.article
    published = article.published.isoformat() if article.published else ""
    facts = [escaped(fact) for fact in (published, article.site, article.author) if fact]
    return " · ".join(filter(None, [*facts, _linked(view.title, web_link(article.url))]))


def _linked(title: str | None, link: str | None) -> str:
    if link is None:
        return escaped(title or "")
    return f"[{escaped(title or 'The article')}](<{link.replace('&', '&amp;')}>)"


def _party(view: SummaryView, shown: PartyView) -> str:
    party = shown.party
    about = f" — {escaped(party.description)}" if party.description else ""
    aliases = f" (also {escaped(', '.join(party.aliases))})" if party.aliases else ""
    blocks = [f"**{escaped(party.name)}**, {party.kind}{about}{aliases}"]
    positions = [
        f"- *{position.stance}*: {escaped(position.statement)} ({view.sentences(position.evidence)})"
        for position in shown.positions
    ]
    if positions:
        blocks.append("\n".join(positions))
    return "\n\n".join(blocks + [_quote(view, quote) for quote in shown.quotes])


def _quote(view: SummaryView, quote: Quote) -> str:
    words, where = escaped(quote.text), view.sentence(quote.anchor)
    if view.is_narrated(quote):
        return f"Not in quotation marks: {words} ({where})"
    return f"> “{words}” ({where})"


def _figures(view: SummaryView) -> list[str]:
    if not view.summary.figures:
        return []
    rows = ["| Figure | Value | Counts | Claimed by | Sentence |", "|---|---|---|---|---|"]
    for figure in view.summary.figures:
        cells = (
            escaped(figure.text),
            escaped(reading(figure)),
            escaped(figure.measures),
            escaped(view.name(figure.claimed_by) or ""),
            view.sentence(figure.anchor),
        )
        rows.append(f"| {' | '.join(cells)} |")
    return ["## Figures", "\n".join(rows)]


def _framing(view: SummaryView) -> list[str]:
    if not view.summary.framing:
        return []
    items = [
        f"- {escaped(item.text)}, {escaped(framed(item))} ({view.sentences([item.anchor, *item.others])})"
        for item in view.summary.framing
    ]
    return ["## Loaded wording of the article's own", "\n".join(items)]


def _rejected(summary: Summary) -> list[str]:
    if not summary.rejected:
        return []
    items = [
        f"- {item.kind}, {item.verdict.replace('_', ' ')}: {escaped(item.text)} — {escaped(item.reason)}"
        for item in summary.rejected
    ]
    return ["## Rejected: offered by the model, not in the article", "\n".join(items)]


def _coverage(summary: Summary) -> str:
    coverage = summary.coverage
    return (
        f"Coverage: {coverage.quotations.reported} of {coverage.quotations.found} quotations, "
        f"{coverage.figures.reported} of {coverage.figures.found} figures, "
        f"{coverage.sentences.reported} of {coverage.sentences.found} sentences."
    )


def _foot(summary: Summary) -> str:
    made = summary.provenance
    if made is None:
        return ""
    return f"*Made with {made.recipe.prompt.reference} and {escaped(made.recipe.model)}.*"
