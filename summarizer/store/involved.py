"""Who has a part in stored items: their holders, tellers, speakers and claimants, by name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, and_, select

from summarizer.store.records import ItemRole
from summarizer.store.schema import item_parties, items, names

OWNERS: tuple[ItemRole, ...] = ("holder", "speaker", "claimant")
"""The roles of those whose item it is."""
_AT_ONCE = 500  # keys in one question
Involved = Mapping[ItemRole, tuple[str, ...]]
"""The names of an item's parties in each role, in the order of the summary."""


def by_role(connection: Connection, keys: Sequence[int]) -> dict[int, Involved]:
    """Return by the key of an item what its parties are called first; without parties it is left out."""
    part = and_(item_parties.c.summary == items.c.summary, item_parties.c.item == items.c.item)
    wanted = (
        select(items.c.key, item_parties.c.role, names.c.name)
        .select_from(items).join(item_parties, part)
        .join(names, and_(names.c.summary == items.c.summary, names.c.party == item_parties.c.party))
        .where(items.c.key.in_(keys), names.c.position == 0)
        .order_by(items.c.key, item_parties.c.role, item_parties.c.position)
    )  # fmt: skip
    found: dict[int, dict[ItemRole, tuple[str, ...]]] = defaultdict(dict)
    for key, role, name in connection.execute(wanted):
        found[key][role] = (*found[key].get(role, ()), name)
    return dict(found)


def owners(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return by the key of an item the names of those who hold, say or claim it; of a party its own."""
    found: dict[int, tuple[str, ...]] = {}
    itself = and_(names.c.summary == items.c.summary, names.c.party == items.c.item)
    parties = (
        select(items.c.key, names.c.name)
        .select_from(items).join(names, itself)
        .where(items.c.kind == "party", names.c.position == 0)
    )  # fmt: skip
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        for key, involved in by_role(connection, some).items():
            found[key] = tuple(name for role in OWNERS for name in involved.get(role, ()))
        found.update((key, (name,)) for key, name in connection.execute(parties.where(items.c.key.in_(some))))
    return found
