"""Answers of a model that are damaged on purpose, one kind of damage at a time, from a seed.

What says something false of the article is to be found by the checks of a model's own words: a position is given to
another party, a negation is put in or taken out, a number or a name is another one, or what is cited is the evidence of
another item.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, Literal, get_args

from damage_negation import negated

from summarizer.drafts import DecidingDraft
from summarizer.drafts.reference_v3 import PartyDraft

Kind = Literal["speaker", "negation", "number", "name", "evidence"]
KINDS: tuple[Kind, ...] = get_args(Kind)
INVENTED = {
    "en": ("Oliver Grantham", "Marjory Plumb", "the Tellwright Foundation"),
    "de": ("Ottokar Brenzinger", "Wiltrud Haselhorn", "Stiftung Brennhagen"),
    "fr": ("Thibault Garnereau", "Odette Plessivier", "Fondation Marcoux"),
    "es": ("Baltasar Montoliu", "Eulalia Garmendi", "Fundación Torrealta"),
    "pt": ("Baltazar Quintães", "Eulália Gormaz", "Fundação Torrealta"),
    "ru": ("Остап Гребенщук", "Марфа Плотвина", "фонд «Светлояр»"),
    "pl": ("Ostap Grzebieluch", "Marfa Płotwińska", "Fundacja Świetlik"),
    "ar": ("مروان القندلفت", "سوزان البرغوثاني", "مؤسسة النخيل"),
    "zh": ("欧阳霆钧", "诸葛婉", "鼎泓基金会"),
    "ja": ("大河内蓮太郎", "鷹司みどり", "セリグラン財団"),
}
"""Names that no article has."""
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass
class Damaged:
    """A draft, and the texts in it that are false now."""

    draft: DecidingDraft
    texts: set[str]


def damaged(draft: DecidingDraft, kind: Kind, language: str, seed: int) -> Damaged:
    """The draft with every text damaged in one way, as far as it has what is to be damaged."""
    return _Damage(draft, language.partition("-")[0], Random(seed)).of(kind)


class _Damage:
    def __init__(self, draft: DecidingDraft, language: str, chance: Random) -> None:
        self.language, self.chance = language, chance
        self.draft: dict[str, Any] = draft.model_dump()
        self.texts: set[str] = set()
        self.parties = {party.id: party for party in draft.parties}

    def of(self, kind: Kind) -> Damaged:
        if kind == "speaker":
            self.speakers()
        elif kind == "evidence":
            self.moved()
        else:
            change: Callable[[str], str | None] = {
                "negation": self.negated, "number": self.renumbered, "name": self.renamed
            }[kind]  # fmt: skip
            for item, name, longest in self.own_words(kind):
                other = change(item[name])
                if other and other != item[name]:
                    item[name] = other[:longest]
                    self.texts.add(item[name])
        return Damaged(DecidingDraft.model_validate(self.draft), self.texts)

    def own_words(self, kind: Kind) -> Iterator[tuple[dict[str, Any], str, int]]:
        """Each item with the field that is in the model's words, and the most characters that it may have."""
        draft = self.draft
        yield draft["headline"], "text", 160
        yield from ((one, "text", 400) for one in draft["abstract"])
        yield from ((one, "statement", 300) for one in draft["positions"])
        if kind != "negation":
            yield from ((one, "description", 120) for one in draft["parties"])
            yield from ((one, "measures", 100) for one in draft["figures"] if one["kind"] != "none")

    def speakers(self) -> None:
        """Give each position to another party, in its statement too."""
        for position in self.draft["positions"]:
            holders = [self.parties[one] for one in position["holders"] if one in self.parties]
            if not holders or "outlet" in {party.kind for party in holders}:
                continue
            others = [
                party
                for party in self.parties.values()
                if party.kind != "outlet" and party.id not in {*position["holders"], position["told_by"]}
            ]
            if not others:
                continue
            other = self.chance.choice(others)
            statement = position["statement"]
            for holder in holders:
                statement = _replaced(statement, holder, other.name) or statement
            position["holders"], position["statement"] = [other.id], statement[:300]
            position["toward"] = [one for one in position["toward"] if one != other.id]
            self.texts.add(position["statement"])

    def moved(self) -> None:
        """Let each item rest on the sentences of another, none of which it cites itself."""
        items = [
            (self.draft["headline"], "text"),
            *((one, "text") for one in self.draft["abstract"]),
            *((one, "statement") for one in self.draft["positions"]),
        ]
        cited = [item["evidence"] for item, _ in items]
        for item, name in items:
            others = [one for one in cited if one and set(one).isdisjoint(item["evidence"])]
            if others:
                item["evidence"] = self.chance.choice(others)
                self.texts.add(item[name])

    def renamed(self, text: str) -> str | None:
        """Put another name in the place of one: of another party of the article, or one that nobody has."""
        proper = [party for party in self.parties.values() if _has_proper_name(party)]
        named = [party for party in proper if _replaced(text, party, "")]
        if not named:
            return None
        one = self.chance.choice(named)
        others = [party.name for party in proper if party is not one and party.name not in text]
        invented = self.chance.choice(INVENTED[self.language])
        other = self.chance.choice(others) if others and self.chance.random() < 0.5 else invented
        return _replaced(text, one, other)

    def renumbered(self, text: str) -> str | None:
        """Change one number that is written in digits."""
        places = list(_DIGITS.finditer(text))
        if not places:
            return None
        place = self.chance.choice(places)
        digits = place[0]
        at = self.chance.choice([index for index, letter in enumerate(digits) if letter.isdigit()][:2])
        other = str((int(digits[at]) + self.chance.randint(1, 8)) % 9 + 1)
        if other == digits[at]:
            other = str(int(other) % 9 + 1)
        return text[: place.start() + at] + other + text[place.start() + at + 1 :]

    def negated(self, text: str) -> str | None:
        """Take a negation out, or put one in."""
        names = (name for party in self.parties.values() for name in _names(party))
        return negated(text, self.language, names)


def _has_proper_name(party: PartyDraft) -> bool:
    """Whether its name is nobody else's, as that of a group such as voters may be."""
    return party.kind in {"person", "organisation", "government"} and (
        party.name[:1].isupper() or _caseless(party.name)
    )


def _names(party: PartyDraft) -> list[str]:
    return sorted(
        {party.name, *(alias for alias in party.aliases if alias[:1].isupper() or _caseless(alias))}, key=len
    )[::-1]


def _caseless(text: str) -> bool:
    return text[:1].lower() == text[:1].upper()


def _replaced(text: str, party: PartyDraft, other: str) -> str | None:
    """The text with a name of a party replaced, and None if it has none."""
    for name in _names(party):
        if len(name) < 2:
            continue
        edge = "" if _caseless(name) and not "\u0600" < name[0] < "\u06ff" else r"\b"
        found = re.sub(f"{edge}{re.escape(name)}{edge}", lambda _: other, text)
        if found != text:
            return found
    return None
