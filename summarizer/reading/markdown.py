"""Markdown to an article: the words without their markup; title and date from where authors put them."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from summarizer.article import Article
from summarizer.errors import ArticleUnreadable, NotAnArticle
from summarizer.reading import blocks
from summarizer.reading.text import Facts, from_text, one_line

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
    tokens = MarkdownIt("commonmark").parse(body)
    title = one_line(said.get("title"))
    pieces: list[str] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        words = _words(token)
        if token.type == "heading_open" and not pieces and following is not None:
            heading = one_line(_words(following))
            if heading and title in {None, heading}:
                title, following.children = heading, []
        if words:
            pieces.append(words)
    return from_text("\n\n".join(pieces), source=source, facts=Facts.of({**said, "title": title}))


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
    if token.type in {"fence", "code_block"}:
        return token.content.strip("\n")
    if token.type == "html_block":
        try:
            return blocks.of_markup(token.content, source="")
        except NotAnArticle:
            return ""
    return "".join(map(_inline, token.children or [])).strip() if token.type == "inline" else ""


def _inline(token: "Token") -> str:
    if token.type in {"text", "code_inline", "text_special"}:
        return token.content
    if token.type == "softbreak":
        return " "
    return "\n" if token.type == "hardbreak" or _BREAK.fullmatch(token.content) else ""
