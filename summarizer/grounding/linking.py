"""Which party a name means: a speaker, the holder of a position, the source of a figure."""

from collections.abc import Iterable
from typing import NamedTuple

from summarizer.claims import ById, Who
from summarizer.grounding.merging import FULL_NAME
from summarizer.grounding.names import Key, bare, has_capital, key, untitled
from summarizer.grounding.parties import Cast, Member
from summarizer.grounding.vocabulary import NOBODY, PRONOUNS, ROLES, TITLES
from summarizer.text.glyphs import clean
from summarizer.text.spelling import misspells


class Linked(NamedTuple):
    """The party a name means, or None; `offered` is the name, None where the model names nobody."""

    member: Member | None
    offered: str | None


def offered_name(who: Who) -> str | None:
    """The name that is meant: None for an id, and for `null`, `unknown`, `the narrator` and their like."""
    if isinstance(who, ById):
        return None
    cleaned = clean(who.text)
    return None if " ".join(key(cleaned)) in NOBODY else cleaned


class Linker:
    """Links names and ids to the members of a cast; takes in speakers whom the draft lists nowhere."""

    def __init__(self, cast: Cast, names: Iterable[str]) -> None:
        """Prepare for all offered `names`; whoever stands in the article under one becomes a member."""
        self._cast = cast
        self._links: dict[str, Member | None] = {}
        # Full names come first, so that a surname finds the member it belongs to.
        for name in sorted(dict.fromkeys(names), key=lambda name: -len(key(name))):
            self._links[name] = self._find(name) or self._newcomer(name)
        cast.order()

    def link(self, who: Who) -> Linked:
        """The member that `who` means; a name is one of the prepared ones."""
        if isinstance(who, ById):
            member = self._cast.by_id.get(who.id)
            return Linked(member, member.name if member else self._cast.offered.get(who.id, who.id))
        offered = offered_name(who)
        return Linked(self._links[offered] if offered else None, offered)

    def known(self, who: Who) -> Member | None:
        """The member that any name means, if it is one that is there already."""
        if isinstance(who, ById):
            return self._cast.by_id.get(who.id)
        offered = offered_name(who)
        return self._find(offered) if offered else None

    def _find(self, name: str) -> Member | None:
        words = key(name)
        short = untitled(words)
        for test in (
            lambda member: words == key(member.name),
            lambda member: words in map(key, member.names),
            lambda member: short in (untitled(key(own)) for own in _personal(member)),
            lambda member: len(short) == 1 and short[0] == member.surname,
            lambda member: any(_slip(short, key(own)) for own in member.names),
            lambda member: len(short) == 1 and misspells(short[0], member.surname or ""),
            lambda member: any(_contains(words, untitled(key(own))) for own in _personal(member)),
        ):
            found = [member for member in self._cast.members if test(member)]
            if found:
                return found[0] if len(found) == 1 else None
        return self._representative(words)

    def _representative(self, words: Key) -> Member | None:
        """The party of which `words` names a role: `Hamas spokesman`, `senior US official`."""
        rest = [word for word in words if word not in ROLES]
        if len(rest) == len(words) or not rest:
            return None
        found = [member for member in self._cast.members if tuple(rest) in map(key, member.names)]
        return found[0] if len(found) == 1 else None

    def _newcomer(self, name: str) -> Member | None:
        words = key(name)
        names_nobody = not words or set(words) <= PRONOUNS | TITLES | ROLES
        if names_nobody or not has_capital(bare(name)) or not self._cast.sightings.get(name):
            return None
        return self._cast.add(name)


def _personal(member: Member) -> list[str]:
    return member.names if member.kind in {"person", "other"} else []


def _slip(one: Key, other: Key) -> bool:
    differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return len(one) == len(other) and len(differing) == 1 and misspells(*differing[0])


def _contains(words: Key, name: Key) -> bool:
    return len(name) >= FULL_NAME and any(
        words[start : start + len(name)] == name for start in range(len(words) - len(name) + 1)
    )
