"""Which items a query means, as conditions for the database."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, Select, and_, exists, func, literal, or_, select

from summarizer.store import full_text, selecting
from summarizer.store.asked import Query
from summarizer.store.involved import OWNERS
from summarizer.store.records import ItemRole, Kind
from summarizer.store.schema import articles, item_parties, items, names, recipes, summaries
from summarizer.store.standing_for import stands_before
from summarizer.text.fold import Term, terms
from summarizer.text.stem import inflections

# Hidden from the databases' planners: SQLite's would go through all items of a kind by their index.
KIND = func.coalesce(items.c.kind, "")


def chosen(connection: Connection, kinds: Sequence[Kind], query: Query) -> Select[Any]:
    """Return the keys of the items that a query means, unsorted.

    Raises:
        UsageError: if there is no word in what it asks for.
    """
    wanted = (
        select(items.c.key)
        .select_from(items).join(summaries, summaries.c.key == items.c.summary)
        .join(articles, articles.c.key == summaries.c.article)
        .where(KIND.in_(kinds), *counted_once(query.prompt), *_facts(query))
    )  # fmt: skip
    asked: list[tuple[str, str | None, tuple[ItemRole, ...]]] = [
        ("of_party", query.party, OWNERS),
        ("to_party", query.toward, ("toward",)),
        ("by_party", query.told_by, ("told_by",)),
    ]
    for name, words, roles in asked:
        if words is not None:
            part = _items_of(connection, words, roles, name)
            wanted = wanted.join(part, and_(part.c.summary == items.c.summary, part.c.item == items.c.item))
    if query.about is not None:
        by_party = any(words is not None for _, words, _ in asked)
        wanted = wanted.where(full_text.matching(connection, query.about, leads=not by_party))
    return wanted


def matching_parties(connection: Connection, words: str, name: str = "called") -> CTE:
    """Return summaries and parties of whom one name holds all the words, as a table called `name`.

    Raises:
        UsageError: if there is no word in them.
    """
    whole = literal(" ") + names.c.folded + literal(" ")
    asked = [whole.like(_pattern(term)) for term in terms(words)]
    named = select(names.c.name).where(
        names.c.summary == items.c.summary, names.c.party == items.c.item, *asked
    )
    wanted = select(items.c.summary, items.c.item.label("party")).where(
        KIND == "party", full_text.matching(connection, words), exists(named.correlate(items))
    )
    return wanted.cte(name)


def counted_once(prompt: str | None) -> Iterator[ColumnElement[bool]]:
    """Yield that a summary is the one of the current ones that stands for its article."""
    newer = summaries.alias("newer")
    later = select(newer.c.key).where(
        newer.c.article == summaries.c.article, newer.c.current, stands_before(newer, summaries)
    )
    yield summaries.c.current
    if prompt is not None:
        by_prompt = select(recipes.c.key).where(*selecting.by_prompt(prompt))
        yield summaries.c.recipe.in_(by_prompt)
        later = later.where(newer.c.recipe.in_(by_prompt))
    yield ~exists(later.correlate(summaries))


def _items_of(connection: Connection, words: str, roles: Sequence[ItemRole], name: str) -> CTE:
    """Return summaries and items in which a party that the words match has one of some roles, each once."""
    party = matching_parties(connection, words, f"{name}_called")
    part = and_(item_parties.c.summary == party.c.summary, item_parties.c.party == party.c.party)
    wanted = select(item_parties.c.summary, item_parties.c.item).select_from(party.join(item_parties, part))
    return wanted.where(item_parties.c.role.in_(roles)).distinct().cte(name)


def _facts(query: Query) -> Iterator[ColumnElement[bool]]:
    if query.since is not None:
        yield articles.c.dated >= query.since
    if query.until is not None:
        yield articles.c.dated <= query.until
    if query.topic is not None:
        yield from _of_topic(query.topic)
    if query.doubtful:
        yield items.c.support == "doubtful"
    if query.stances:
        yield items.c.detail.in_(query.stances)
    if query.quote_kinds:
        yield or_(KIND != "quote", items.c.category.in_(query.quote_kinds))
    if query.unit is not None:
        yield or_(items.c.unit == query.unit, func.lower(items.c.unit) == query.unit.lower())


def _of_topic(words: str) -> Iterator[ColumnElement[bool]]:
    """Yield that a topic holds each word, a single one in any of its forms."""
    whole = literal(" ") + items.c.topic_folded + literal(" ")
    for term in terms(words):
        is_plain = len(term.words) == 1 and not term.open_ended
        forms = [Term((form,)) for form in inflections(term.words[0])] if is_plain else [term]
        yield or_(*(whole.like(_pattern(form)) for form in forms))


def _pattern(term: Term) -> str:
    """Return what text between two blanks is like that holds a term.

    Folded words hold nothing that LIKE reads as an operator.
    """
    return f"% {' '.join(term.words)}{'' if term.open_ended else ' '}%"
