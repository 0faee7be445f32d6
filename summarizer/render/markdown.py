"""A summary as Markdown, for a newsletter or a pull request."""

import re
from collections.abc import Iterable, Sequence
from textwrap import indent

from summarizer.article import Article
from summarizer.render.view import (
    PositionView,
    SummaryView,
    Term,
    arrange,
    described,
    in_brief,
    language,
    own_words,
)
from summarizer.store.stored_summary import web_link
from summarizer.summary import Anchor, Party, Quote, Summary, Support, Wording
from summarizer.text.format_figure import framed, is_worded_otherwise, measured, spoken
from summarizer.text.positions import according_to
from summarizer.text.printable import printable

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]<>#!|~&$])")
_LIST = re.compile(r"^(?:(?=[-+=])|(\d+)(?=[.)]))")
_ADDRESS = re.compile(r"(?<=\bwww)\.|:(?=//)|(?<=\bmailto):|(?<=\bxmpp):", re.IGNORECASE)
# GitHub looks for these in the rendered text, where no backslash is left: mentions and addresses, numbers of
# issues, emoji. A word joiner, which nobody sees, keeps them from being found.
_FOUND_LATER = re.compile(
    r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=GH-)(?=\d)|(?<=:)(?!\d\d:)(?=[\w+-]{1,40}:)", re.IGNORECASE
)
_JOINER = "\u2060"
_BREAK = "  \n"
"""A new line within a paragraph."""


def escaped(text: str) -> str:
    """`text` as Markdown that renders as exactly these words: no link, image, HTML, mention or list."""
    apart = _FOUND_LATER.sub(_JOINER, printable(text))
    marked = _ADDRESS.sub(r"\\\g<0>", _PUNCTUATION.sub(r"\\\1", apart))
    return _LIST.sub(r"\g<1>\\", marked)


def as_markdown(summary: Summary, article: Article) -> str:
    """A document of CommonMark."""
    view = arrange(summary, article)
    blocks = [
        f"# {escaped(summary.headline.text)}",
        _facts(view),
        *(f"*{remark}*" for remark in (view.by_rules, view.doubtful, view.unchecked) if remark),
        *_abstract(view),
        *_parties(view),
    ]
    if view.positions:
        blocks += ["## Positions", *[_position(view, shown) for shown in view.positions]]
    if view.quotes:
        blocks += [f"## {view.quotes_title}", *[_quote(view, quote) for quote in view.quotes]]
    blocks += [
        _terms(view, "Words held at a distance", view.terms),
        _terms(view, "Titles", view.titles),
        *_figures(view),
        *_framing(view),
        *_rejected(view),
        _coverage(summary),
        _notes(view),
        _foot(summary),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _facts(view: SummaryView) -> str:
    article = view.summary.article
    published = article.published.isoformat() if article.published else ""
    facts = [escaped(fact) for fact in (published, article.site, article.author) if fact]
    title = _linked(view.title, web_link(article.url))
    return " · ".join(filter(None, [*facts, title, escaped(language(article))]))


def _linked(title: str | None, link: str | None) -> str:
    if link is None:
        return escaped(title or "")
    return f"[{escaped(title or 'The article')}](<{link.replace('&', '&amp;')}>)"


def _abstract(view: SummaryView) -> list[str]:
    """What is doubtful about the headline; then the abstract, each sentence with those that carry it."""
    sentences = [
        " ".join(
            [_carried(view, item.text, item.evidence, item.wording), *_remarks(view, support=item.support)]
        )
        for item in view.summary.abstract
    ]
    return [" ".join(_remarks(view, support=view.summary.headline.support)), " ".join(sentences)]


def _carried(view: SummaryView, text: str, evidence: Iterable[Anchor], wording: Wording = "model") -> str:
    """Words with the sentences of the article that carry them: `Hamas demands a ceasefire. (s9)`."""
    where = ", ".join(filter(None, (own_words(wording), view.sentences(evidence))))
    return f"{escaped(text)} ({escaped(where)})" if where else escaped(text)


def _parties(view: SummaryView) -> list[str]:
    if not view.summary.parties:
        return []
    items = [_with_remarks(_party(party), _remarks(view, party.id, party.support)) for party in view.main]
    if view.minor:
        also = f"- Also: {escaped(', '.join(map(in_brief, view.minor)))}"
        doubts = [
            f"{escaped(party.name)}: {remark}"
            for party in view.minor
            for remark in _remarks(view, party.id, party.support)
        ]
        items.append(_with_remarks(also, doubts))
    return ["## Parties", "\n".join(items)]


def _party(party: Party) -> str:
    about = f" — {escaped(party.description)}" if party.description else ""
    aliases = f" (also {escaped(', '.join(party.aliases))})" if party.aliases else ""
    return f"- **{escaped(party.name)}**, {described(party)}{about}{aliases}"


def _with_remarks(item: str, remarks: Sequence[str]) -> str:
    """An item of a list, and below it what a reader should know of it."""
    return f"{_BREAK}  ".join([item, *remarks])


def _position(view: SummaryView, shown: PositionView) -> str:
    """An item of a list: in bold whose position it is, then the statement; the quotes that carry it below."""
    position = shown.position
    lines = [
        f"**{escaped(view.heading(position))}**",
        _carried(view, view.statement(position), position.evidence),
        *_remarks(view, position.id, position.support),
    ]
    quotes = [_quote(view, quote, known=position.holders) for quote in shown.quotes]
    text = "\n\n".join([_BREAK.join(lines), *quotes])
    return f"- {indent(text, '  ').lstrip()}"


def _remarks(view: SummaryView, item: str | None = None, support: Support | None = None) -> list[str]:
    return [f"*{escaped(remark)}*" for remark in view.remarks(item, support)]


def _quote(view: SummaryView, quote: Quote, *, known: Sequence[str] = ()) -> str:
    speakers = view.speakers(quote, known=known)
    words = quote.text if view.is_narrated(quote) else f"“{spoken(quote.text)}”"
    lead_in = f"{escaped(speakers)}: " if speakers else ""
    lines = [
        f"{lead_in}{_carried(view, words, [quote.anchor])}",
        *_remarks(view, quote.id, quote.support),
    ]
    return f"> {f'{_BREAK}> '.join(lines)}"


def _terms(view: SummaryView, name: str, terms: Iterable[Term]) -> str:
    items = [
        " ".join(
            [
                _carried(view, f"“{term.words}”", [quote.anchor for quote in term.quotes]),
                *(remark for quote in term.quotes for remark in _remarks(view, support=quote.support)),
            ]
        )
        for term in terms
    ]
    return f"{name}: {', '.join(items)}" if items else ""


def _figures(view: SummaryView) -> list[str]:
    items = []
    for figure in view.summary.figures:
        claimants = according_to(view.named(figure.claimed_by))
        what = ", ".join(filter(None, (measured(figure), claimants)))
        words = f" (“{figure.text}”)" if is_worded_otherwise(figure) else ""
        item = f"- {_carried(view, f'{what}{words}', [figure.anchor])}"
        items.append(_with_remarks(item, _remarks(view, figure.id, figure.support)))
    return ["## Figures", "\n".join(items)] if items else []


def _framing(view: SummaryView) -> list[str]:
    if not view.summary.framing:
        return []
    items = [
        f"- {_carried(view, f'{item.text}, {framed(item)}', [item.anchor, *item.others])}"
        for item in view.summary.framing
    ]
    return ["## Loaded wording of the article's own", "\n".join(items)]


def _rejected(view: SummaryView) -> list[str]:
    items = []
    for item, times in view.rejected:
        what, why = f"{item.kind}, {item.verdict.replace('_', ' ')}", escaped(f"{item.reason}{times}")
        items.append(f"- {what}: {escaped(item.text)} — {why}")
    title = f"## Rejected: offered by the {view.who_offers}, not in the article"
    return [title, "\n".join(items)] if items else []


def _coverage(summary: Summary) -> str:
    coverage = summary.coverage
    return (
        f"Coverage: {coverage.quotations.reported} of {coverage.quotations.found} quotations, "
        f"{coverage.figures.reported} of {coverage.figures.found} figures, "
        f"{coverage.sentences.reported} of {coverage.sentences.found} sentences."
    )


def _notes(view: SummaryView) -> str:
    """What a careful reader should know beside what stands with the items."""
    if not view.notes:
        return ""
    return "\n".join(f"- Note: {escaped(message)}" for message in view.notes)


def _foot(summary: Summary) -> str:
    made = summary.provenance
    if made is None:
        return ""
    if summary.is_by_rules:
        return f"*Made by the rules alone ({made.recipe.analysis}).*"
    return f"*Made with {made.recipe.prompt.reference} and {escaped(made.recipe.model)}.*"
