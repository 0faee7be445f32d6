"""Articles that describe themselves: schema.org in JSON-LD, and the IPTC's ninjs."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.errors import NotAnArticle
from summarizer.reading.text import FACT_LENGTH, NO_FACTS, Facts
from summarizer.reading.unescaping import bare_words, of_cdata

NODE_LIMIT = 10_000
"""So many objects of a page's JSON-LD are looked at; pages have some dozens."""
_POSTS = frozenset({"BlogPosting", "LiveBlogPosting", "Report"})
_LISTS = frozenset({"CollectionPage", "ItemList", "SearchResultsPage", "ProfilePage"})
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NAMES = 20
"""So many names of an article's authors are read."""
_NAME_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Described:
    """What structured data says of an article; `body` may hold markup, `free` whether all may read it."""

    facts: Facts = NO_FACTS
    body: str | None = None
    is_article: bool = False
    is_list: bool = False
    free: bool | None = None


NOTHING = Described()


def json_ld(scripts: Iterable[str]) -> Described:
    """What a page's JSON-LD says of the article the page is about; what cannot be read is passed over."""
    loaded = [_loaded(script) for script in scripts]
    nodes = [node for value in loaded for node in _nodes(value)]
    articles = [node for node in nodes if any(map(_is_article, _types(node)))]
    is_list = any(kind in _LISTS for node in nodes for kind in _types(node))
    if not articles:
        return Described(is_list=is_list)
    main = max(articles, key=lambda node: len(_text(node.get("articleBody"))))
    names = _Names(loaded)
    return Described(
        facts=Facts.of(
            {
                "title": names.of(main.get("headline")) or names.of(main.get("name")),
                "author": names.of(main.get("author")) or names.of(main.get("creator")),
                "published": _text(main.get("datePublished")),
                "site": names.of(main.get("publisher")),
                "url": _text(main.get("url")),
                "language": _language(main.get("inLanguage")),
            }
        ),
        body=_text(main.get("articleBody")) or None,
        is_article=True,
        is_list=is_list,
        free=_truth(main.get("isAccessibleForFree")),
    )


def described(value: Mapping[str, Any], *, source: str) -> Described:
    """What one JSON object says of an article: ninjs, or schema.org's.

    Raises:
        NotAnArticle: if it is of neither kind, or carries no text.
    """
    found = _ninjs(value) if _is_ninjs(value) else json_ld([json.dumps(value)])
    if found.body is None:
        kinds = "neither 'text' nor a ninjs or schema.org article"
        raise NotAnArticle(
            source, "has no text of its article" if found.is_article else f"is JSON that holds {kinds}"
        )
    return found


def _loaded(script: str) -> Any:
    """The JSON of a script, also one wrapped in a comment or CDATA, or with control characters about it."""
    for text in (script, _CONTROL.sub(" ", of_cdata(script))):
        try:
            return json.loads(text.strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """The objects that speak of the page itself, not those that it lists."""
    waiting, seen = [value], 0
    while waiting and seen < NODE_LIMIT:
        seen += 1
        found = waiting.pop(0)
        if isinstance(found, list):
            waiting += found[: NODE_LIMIT - len(waiting)]
        elif isinstance(found, dict):
            yield found
            waiting += [found[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in found]


def _types(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return [kind.rpartition("/")[2].rpartition(":")[2] for kind in named if isinstance(kind, str)]


def _is_article(kind: str) -> bool:
    return kind.endswith("Article") or kind in _POSTS


def _text(value: Any) -> str:
    """A text, that of a value object of JSON-LD, or the first of several."""
    for _ in range(_NAME_DEPTH):
        if isinstance(value, dict):
            value = value.get("@value")
        if isinstance(value, list):
            value = next(iter(value), None)
    return value if isinstance(value, str) else ""


def _language(value: Any) -> str | None:
    named = value.get("alternateName") or value.get("name") if isinstance(value, dict) else value
    return _text(named) or None


def _names(value: Any) -> str | None:
    """The names in a text, an object with a name, or a list of either."""
    return _Names([]).of(value)


class _Names:
    """Reads names: texts, objects with a name, references (`@id`) to such objects, or lists of these."""

    def __init__(self, documents: list[Any]) -> None:
        self._known: dict[str, dict[str, Any]] = {}
        waiting, seen = list(documents), 0
        while waiting and seen < NODE_LIMIT:
            seen += 1
            value = waiting.pop()
            if isinstance(value, list):
                waiting += value[:NODE_LIMIT]
            elif isinstance(value, dict):
                waiting += list(value.values())[:NODE_LIMIT]
                if isinstance(value.get("@id"), str) and _has_name(value):
                    self._known.setdefault(value["@id"], value)

    def of(self, value: Any) -> str | None:
        """The names, apart by commas; None if there are none."""
        return ", ".join(dict.fromkeys(self._each(value, _NAME_DEPTH))) or None

    def _each(self, value: Any, depth: int) -> Iterator[str]:
        if depth < 0:
            return
        if isinstance(value, list):
            for one in value[:_NAMES]:
                yield from self._each(one, depth - 1)
        elif isinstance(value, dict):
            if not _has_name(value):
                value = self._known.get(str(value.get("@id")), value)
            parts = (_text(value.get(part)) for part in ("givenName", "familyName"))
            name = value.get("name") or value.get("@value") or " ".join(filter(None, parts))
            yield from self._each(name, depth - 1)
        elif isinstance(value, str) and value in self._known:
            yield from self._each(self._known[value], depth - 1)
        elif isinstance(value, str) and not value.startswith(("http://", "https://")):
            name = bare_words(value) if len(value) <= 2 * FACT_LENGTH else value
            yield from [name] if name else []


def _has_name(value: Mapping[str, Any]) -> bool:
    return any(value.get(part) for part in ("name", "givenName", "familyName"))


def _truth(value: Any) -> bool | None:
    said = {"true": True, "false": False}
    return value if isinstance(value, bool) else said.get(_text(value).rpartition("/")[2].lower())


def _is_ninjs(value: Mapping[str, Any]) -> bool:
    names = {name.lower() for name in value}
    return "uri" in names and any(name == "bodies" or name.startswith("body_") for name in names)


def _ninjs(value: Mapping[str, Any]) -> Described:
    """What an item in ninjs 1 to 3 says (https://iptc.org/standards/ninjs): 3 is in camel case."""
    item = {name.lower(): held for name, held in value.items()}
    created = (item.get(name) for name in ("contentcreated", "firstcreated", "versioncreated"))
    return Described(
        facts=Facts.of(
            {
                "title": _main(item.get("headlines")) or item.get("headline"),
                "author": item.get("byline") or item.get("by"),
                "published": next(filter(None, created), None),
                "site": _names(item.get("infosources") or item.get("source")),
                "url": item.get("url") or item.get("uri"),
                "language": item.get("language"),
            }
        ),
        body=_main(item.get("bodies")) or _first_body(item),
        is_article=True,
    )


def _main(values: Any) -> str | None:
    """The value whose role is main, else one that is marked up, else the first."""
    found = [
        {name.lower(): held for name, held in one.items()}
        for one in (values if isinstance(values, list) else [])
        if isinstance(one, dict) and _text(one.get("value")).strip()
    ]
    found.sort(
        key=lambda one: ("main" not in _text(one.get("role")), "html" not in _text(one.get("contenttype")))
    )
    return _text(found[0]["value"]) if found else None


def _first_body(item: Mapping[str, Any]) -> str | None:
    others = sorted(name for name in item if name.startswith("body_"))
    for name in ("body_xhtml", "body_html", "body_text", *others):
        if _text(item.get(name)).strip():
            return _text(item[name])
    return None
