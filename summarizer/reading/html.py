"""A web page to its article: the words alone, paragraphs kept, boilerplate out; or why it has none."""

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from summarizer.article import Article, ReadingNote
from summarizer.errors import ArticleUnreadable, SummarizerError
from summarizer.reading import blocks, gaps, structured, verdict
from summarizer.reading.blocks import Block
from summarizer.reading.seen import Seen, as_seen, beginnings, read_markup, with_notes
from summarizer.reading.structured import Described
from summarizer.reading.text import NO_FACTS, Facts, from_text, one_line
from summarizer.reading.unescaping import MARKUP, as_written, unescaped
from summarizer.reading.verdict import ENOUGH_OF_AN_ARTICLE, weight

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BODY_GAIN = 1.5  # an articleBody that is so much longer than the text found has what the page hides

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    # Without any handler Python prints their remarks, which say nothing to a reader, to stderr.
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_html(markup: str, *, source: str = "page", url: str | None = None) -> Article:
    """The article of a page.

    Args:
        markup: the page, decoded.
        source: what errors call it.
        url: where it was found; without it the page's own canonical link is taken.

    Raises:
        PageHasNoArticle: if it is a login wall, an index, an empty shell, or too short.
        NotAnArticle: if there is nothing to be read in it, or far too much.
    """
    tree = blocks.parse(markup, source=source)
    said = structured.json_ld(_json_ld(tree))
    language, canonical = _language(tree), _canonical(tree)
    author = one_line(_attribute(tree, "//meta[@name='author']/@content"))
    signs = _signs(tree, said)
    seen = as_seen(tree, language)
    found = _extracted(tree, url or canonical, source)
    title = said.facts.title or found.facts.title
    whole = _whole(
        _without_headline(found.blocks, title), seen, said.body and body_text(said.body, source=source)
    )
    text, text_blocks = whole.text, whole.blocks
    verdict.demand_article(text, text_blocks, replace(signs, shown=seen.shown), source=source)
    facts = said.facts.over(found.facts)
    own = Facts(url=url or canonical, language=language)
    named = Facts(author=author)  # trafilatura passes over names of two ideographs
    article = from_text(text, source=source, facts=own.over(facts).over(named))
    return with_notes(article, seen.hidden.said, [*seen.notes_on(text, whole.container), *whole.notes])


def body_text(body: str, *, source: str) -> str:
    """The text of an article's body as JSON carries it, marked up or plain.

    Raises:
        ArticleEmpty: if there are no words in it.
    """
    return read_body(body, source=source).text if body.strip() else body


def read_body(body: str, *, source: str, facts: Facts = NO_FACTS) -> Article:
    """The article whose body a feed or a wire carries, marked up or plain, escaped or not.

    Raises:
        ArticleEmpty: if there are no words in it.
    """
    body = as_written(body)
    if MARKUP.search(body):
        return read_markup(body, source=source, facts=facts)
    return from_text(unescaped(body), source=source, facts=facts)


@dataclass(frozen=True, slots=True)
class _Whole:
    """An article's text; the blocks it was made of, if the page shows it, and the element that holds them."""

    text: str
    blocks: list[Block]
    container: "Element | None"
    notes: list[ReadingNote]


def _whole(found: list[Block], seen: Seen, body: str | None) -> _Whole:
    """What was extracted, with what was left out of it put back; or the page's `articleBody`, flagged."""
    mended = gaps.mend(found, seen.shown, body)
    text, messages = blocks.joined(mended.blocks), list[str]()
    if body and len(body) > _BODY_GAIN * len(text):
        is_shown = gaps.is_shown(body, seen.shown)
        if is_shown or weight(text) < ENOUGH_OF_AN_ARTICLE:
            if not is_shown:
                messages.append(
                    f"The page shows {len(text):,} characters of its article; all {len(body):,} are from its"
                    " JSON-LD (articleBody)."
                )
            return _Whole(body, [], mended.container, _uncertain(messages))
        messages.append(
            f"The page's JSON-LD gives an article of {len(body):,} characters, of which readers see"
            f" {len(text):,}; only these are read."
        )
    if mended.doubtful:
        messages.append(
            "Put back, as it stands among the article's paragraphs, though its markup is that of a box: "
            f"{beginnings(mended.doubtful)}."
        )
    if mended.left_out:
        messages.append(
            "Left out, as a caption or an advertisement, from among the article's paragraphs: "
            f"{beginnings(mended.left_out)}."
        )
    return _Whole(text, mended.blocks, mended.container, _uncertain(messages))


def _uncertain(messages: list[str]) -> list[ReadingNote]:
    return [ReadingNote("text_uncertain", message) for message in messages]


@dataclass(frozen=True, slots=True)
class _Found:
    blocks: list[Block]
    facts: Facts


def _extracted(tree: "Element", url: str | None, source: str) -> _Found:
    from trafilatura import bare_extraction

    try:
        document: Any = bare_extraction(
            tree,
            url=url,
            with_metadata=True,
            favor_precision=True,
            include_comments=False,
            include_tables=False,
            include_links=True,  # kept only to be counted
            deduplicate=False,  # a sentence that is said twice stays twice
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except SummarizerError:
        raise  # an interrupt
    except Exception as error:  # a page can be made to trip any of four libraries
        raise ArticleUnreadable(source, f"cannot be taken apart: {type(error).__name__}") from error
    if document is None:
        return _Found([], NO_FACTS)
    facts = Facts.of(
        {
            "title": document.title,
            "author": (document.author or "").replace("; ", ", "),
            "published": document.date,
            "site": document.sitename,
        }
    )
    return _Found(blocks.of_tree(document.body), facts)


def _without_headline(found: list[Block], title: str | None) -> list[Block]:
    """The blocks but for a first heading that only says the title again."""
    if found and title and found[0].tag == "head" and one_line(found[0].text) == title:
        return found[1:]
    return found


def _signs(tree: "Element", said: Described) -> verdict.Signs:
    kind = _attribute(tree, "//meta[@property='og:type']/@content").lower()
    return verdict.Signs(
        is_article=said.is_article or kind in {"article", "news"} or bool(tree.xpath("count(//article) = 1")),
        is_list=not said.is_article and (said.is_list or kind in {"website", "profile"}),
        asks_password=bool(
            tree.xpath("boolean(//input[translate(@type, 'PASWORD', 'pasword') = 'password'])")
        ),
        is_free=said.free,
        runs_scripts=bool(
            tree.xpath("boolean(//script[not(@type) or contains(@type, 'javascript') or @type='module'])")
        ),
        shown=[],
    )


def _json_ld(tree: "Element") -> list[str]:
    scripts: Any = tree.xpath("//script[contains(@type, 'ld+json')]")
    return [script.text or "" for script in scripts]


def _language(tree: "Element") -> str | None:
    tag = (
        tree.get("lang") or tree.get("xml:lang") or _attribute(tree, "//meta[@property='og:locale']/@content")
    )
    return Facts.of({"language": tag}).language


def _canonical(tree: "Element") -> str | None:
    link = _attribute(tree, "//link[@rel='canonical']/@href")
    return Facts.of({"url": link or _attribute(tree, "//meta[@property='og:url']/@content")}).url


def _attribute(tree: "Element", path: str) -> str:
    found: Any = tree.xpath(path)
    return str(found[0]) if found else ""
