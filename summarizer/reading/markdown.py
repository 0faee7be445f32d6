"""Markdown to an article: the words without their markup; title and date from where authors put them."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from summarizer.article import Article
from summarizer.errors import ArticleUnreadable
from summarizer.reading.seen import read_markup
from summarizer.reading.text import Facts, one_line

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_LENGTH = 20_000  # characters
_NAMES = {"date": "published", "lang": "language", "link": "url"}
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_markdown(text: str, *, source: str = "text") -> Article:
    """The article in CommonMark, with or without YAML front matter.

    Raises:
        ArticleEmpty: if there are no words in it.
        ArticleUnreadable: if the front matter is no YAML.
    """
    from markdown_it import MarkdownIt

    said, body = _split(text.replace("\r\n", "\n"), source)
    parser = MarkdownIt("commonmark")
    tokens = parser.parse(body)
    title = one_line(said.get("title"))
    if tokens and tokens[0].type == "heading_open":
        heading = one_line(_words(tokens[1]))
        if heading and title in {None, heading}:
            title, tokens = heading, tokens[3:]
    facts = Facts.of({**said, "title": title})
    return read_markup(parser.renderer.render(tokens, parser.options, {}), source=source, facts=facts)


def _split(text: str, source: str) -> tuple[Mapping[str, Any], str]:
    import yaml

    front = _FRONT.match(text, 0, _FRONT_LENGTH)
    if front is None:
        return {}, text
    try:
        said = yaml.safe_load(front[1])
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = " ".join(str(error).split())[:200]
        raise ArticleUnreadable(source, f"has front matter that is no YAML: {problem}") from error
    if not isinstance(said, dict):
        return {}, text
    named = {_NAMES.get(str(name).lower(), str(name).lower()): value for name, value in said.items()}
    return {name: value if isinstance(value, str) else _plain(value) for name, value in named.items()}, text[
        front.end() :
    ]


def _plain(value: Any) -> str | None:
    """YAML's dates, and lists of authors, as text."""
    if isinstance(value, list):
        return ", ".join(one for one in value if isinstance(one, str))
    return value.isoformat() if hasattr(value, "isoformat") else None


def _words(token: "Token") -> str:
    return "".join(map(_inline, token.children or [])).strip()


def _inline(token: "Token") -> str:
    if token.type in {"text", "code_inline", "text_special"}:
        return token.content
    if token.type == "softbreak":
        return " "
    return "\n" if token.type == "hardbreak" or _BREAK.fullmatch(token.content) else ""
