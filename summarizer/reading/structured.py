"""Articles that describe themselves: schema.org in JSON-LD, and the IPTC's ninjs."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.errors import NotAnArticle
from summarizer.reading.text import NO_FACTS, Facts

NODE_LIMIT = 10_000
"""So many objects of a page's JSON-LD are looked at; pages have some dozens."""
_POSTS = frozenset({"BlogPosting", "LiveBlogPosting", "Report"})
_LISTS = frozenset({"CollectionPage", "ItemList", "SearchResultsPage", "ProfilePage"})


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
    nodes = [node for script in scripts for node in _nodes(_loaded(script))]
    articles = [node for node in nodes if any(map(_is_article, _types(node)))]
    is_list = any(kind in _LISTS for node in nodes for kind in _types(node))
    if not articles:
        return Described(is_list=is_list)
    main = max(articles, key=lambda node: len(_text(node.get("articleBody"))))
    return Described(
        facts=Facts.of(
            {
                "title": _text(main.get("headline")) or _text(main.get("name")),
                "author": _names(main.get("author")),
                "published": main.get("datePublished"),
                "site": _names(main.get("publisher")),
                "url": _text(main.get("url")),
                "language": _names(main.get("inLanguage")),
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
    try:
        return json.loads(script.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
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
    return value if isinstance(value, str) else ""


def _names(value: Any) -> str | None:
    """The names in a text, an object with a name, or a list of either."""
    several = value if isinstance(value, list) else [value]
    names = [_text(one.get("name") if isinstance(one, dict) else one).strip() for one in several[:20]]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


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
