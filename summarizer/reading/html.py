"""A web page to its article: the words alone, paragraphs kept, boilerplate out; or why it has none."""

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.article import Article
from summarizer.errors import ArticleUnreadable, SummarizerError
from summarizer.reading import blocks, structured, unseen, verdict
from summarizer.reading.blocks import Block
from summarizer.reading.structured import Described
from summarizer.reading.text import NO_FACTS, Facts, from_text, one_line
from summarizer.reading.unescaping import MARKUP, as_written, unescaped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BODY_GAIN = 1.5  # an articleBody that is so much longer than the text found has what the page hides
_SCRIPTS = ("script", "style", "noscript", "template", "svg", "iframe")

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
    signs = _signs(tree, said)
    language, canonical = _language(tree), _canonical(tree)
    author = one_line(_attribute(tree, "//meta[@name='author']/@content"))
    _without_scripts(tree)
    hidden = unseen.take_out(tree)
    found = _extracted(tree, url or canonical, source)
    text_blocks = _without_headline(found.blocks, said.facts.title or found.facts.title)
    text = blocks.joined(text_blocks)
    if said.body and len(said.body) > _BODY_GAIN * len(text):
        text, text_blocks = body_text(said.body, source=source), []
    verdict.demand_article(text, text_blocks, signs, source=source)
    facts = said.facts.over(found.facts)
    own = Facts(url=url or canonical, language=language)
    named = Facts(author=author)  # trafilatura passes over names of two ideographs
    article = from_text(text, source=source, facts=own.over(facts).over(named))
    return article.model_copy(update={"hidden": hidden}) if hidden else article


def body_text(body: str, *, source: str) -> str:
    """The text of an article's body as feeds and wires carry it, marked up or plain.

    Raises:
        ArticleEmpty: if there are no words in it.
    """
    body = as_written(body)
    return blocks.of_markup(body, source=source) if MARKUP.search(body) else unescaped(body)


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
        shown=blocks.of_tree(tree),
    )


def _json_ld(tree: "Element") -> list[str]:
    scripts: Any = tree.xpath("//script[contains(@type, 'ld+json')]")
    return [script.text or "" for script in scripts]


def _without_scripts(tree: "Element") -> None:
    """What a page runs or hides may be of any size, and no text is in it."""
    from lxml import etree

    etree.strip_elements(tree, *_SCRIPTS, with_tail=False)


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
