"""Who has a part in the article: entries whose every name the article contains, and where it names them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from summarizer.analysis.places import Marks
from summarizer.claims import PartyClaim
from summarizer.grounding.inflections import DECLINING, inflected
from summarizer.grounding.merging import FULL_NAME, Entry, merge
from summarizer.grounding.names import Key, Place, bare, find_names, has_capital, key, untitled
from summarizer.grounding.vocabulary import NAME_SUFFIXES, NOBODY, PRONOUNS, SENTENCE_OPENERS, TITLES
from summarizer.languages import main_language
from summarizer.summary import Party, PartyKind, Rejected, Role
from summarizer.text.spelling import misspellings
from summarizer.text.tokens import Tokens

_Kept = tuple[dict[str, str], list[str]]


@dataclass(eq=False)
class Member:
    """A party whose name stands in the article, or the article's own voice, whose name need not."""

    name: str
    kind: PartyKind
    description: str
    aliases: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    role: Role | None = None

    @property
    def names(self) -> list[str]:
        """Its name and its aliases."""
        return [self.name, *self.aliases]

    @property
    def surname(self) -> str | None:
        """The last word of a full name, if this is or may be a person."""
        full = untitled(key(self.name))
        return full[-1] if len(full) >= FULL_NAME and self.kind in {"person", "other"} else None

    @property
    def short_names(self) -> set[str]:
        """Single words that mean this party: names of one word, and a person's last words."""
        person = self.kind in {"person", "other"}
        return {name[-1] for name in map(key, self.names) if name and (person or len(name) == 1)}

    def party(self, item: str, marks: Marks, *, is_active: bool) -> Party:
        """This party as a summary shows it; where nobody says which role it has, an active one is main."""
        return Party(
            id=item,
            name=self.name,
            kind=self.kind,
            role=self.role or ("main" if is_active else "minor"),
            description=self.description,
            aliases=self.aliases,
            mentions=[marks.anchor(place.span) for place in self.places],
        )


@dataclass
class Cast:
    """The parties that are claimed and that the article knows, and what was rejected of them.

    `names_inflect` says whether the article's language declines names. `by_id` has those that are referred to
    by id; None for one that was rejected.
    """

    tokens: Tokens
    members: list[Member] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    merged: list[tuple[Member, list[str]]] = field(default_factory=list)
    sightings: dict[str, list[Place]] = field(default_factory=dict)
    names_inflect: bool = False
    by_id: dict[str, Member | None] = field(default_factory=dict)
    offered: dict[str, str] = field(default_factory=dict)
    """The name under which each id was claimed."""
    without_id: list[tuple[Member, str]] = field(default_factory=list)
    """Those that were claimed under an id that another party has already."""
    _listed: int = 0
    _short_names: Counter[str] = field(default_factory=Counter)
    """How many members each short name means."""

    @classmethod
    def of(
        cls, tokens: Tokens, parties: Sequence[PartyClaim], others: Iterable[str], language: str | None = None
    ) -> "Cast":
        """The cast of these claims; `others` are names used elsewhere, looked up in the same pass."""
        entries = merge(parties)
        offered = [name for entry in entries for name in entry.offered]
        derived = [_derived(entry, tokens.vocabulary) for entry in entries]
        told_apart = {name for entry in entries if entry.ids for name in entry.offered}
        names = [*offered, *chain(*derived), *others]
        sightings = find_names(tokens, names, told_apart)
        cast = cls(tokens, sightings=sightings, names_inflect=main_language(language) in DECLINING)
        for entry in entries:
            for number in entry.ids:
                cast.offered.setdefault(number, entry.names[0])
        settled = []
        for entry, forms, judged in zip(entries, derived, cast._kept(entries), strict=True):
            member = cast._settle(entry, judged)
            taken = [number for number in entry.ids if number in cast.by_id]
            cast.by_id = {**dict.fromkeys(entry.ids, member), **cast.by_id}
            if member:
                cast.without_id += [(member, number) for number in dict.fromkeys(taken)]
                settled.append((entry, member, forms))
        cast.members = [member for _, member, _ in settled]
        cast._listed = len(settled)
        cast.merged = [(member, entry.names) for entry, member, _ in settled if len(entry.names) > 1]
        cast._short_names.update(word for member in cast.members for word in member.short_names)
        for _, member, forms in settled:
            cast._derive(member, forms)
        covering = cast._covering()
        for member in cast.members:
            member.places = cast._mentions(member, covering)
        return cast

    def add(self, name: str) -> Member:
        """Take in somebody whom the draft does not list; `name` is one of `others`, and in the article."""
        member = Member(bare(name), "other", "", places=self.sightings[name])
        self.members.append(member)
        return member

    def order(self) -> None:
        """Put the newcomers, who stand behind the draft's own parties, in the order of the article."""
        listed = self.members[: self._listed]
        self.members = listed + sorted(self.members[self._listed :], key=lambda member: member.places[0].span)

    def _kept(self, entries: Sequence[Entry]) -> list[_Kept]:
        """Of each entry, what is wrong with its names, and which stand in the article.

        Where none does, those that the article spells otherwise: these are looked up in another pass.
        """
        self._look_for_inflections(entries)
        found = [
            (problems, [name for name in entry.offered if name not in problems and self.sightings[name]])
            for entry, problems in zip(entries, _problems(entries), strict=True)
        ]
        spelt = [
            [] if kept or entry.kind == "outlet" else _spellings(entry, self.tokens.vocabulary)
            for entry, (_, kept) in zip(entries, found, strict=True)
        ]
        if any(spelt):
            self.sightings |= find_names(self.tokens, chain(*spelt))
        return [
            (problems, kept or [form for form in forms if self.sightings[form]])
            for (problems, kept), forms in zip(found, spelt, strict=True)
        ]

    def _look_for_inflections(self, entries: Sequence[Entry]) -> None:
        """Note where the names of parties with ids stand in other cases, if they stand nowhere as given."""
        forms = {
            name: inflected(name, self.tokens.vocabulary, names=self.names_inflect)
            for entry in entries
            if entry.ids
            for name in entry.offered
            if not self.sightings[name]
        }
        places = find_names(self.tokens, chain(*forms.values()))
        for name, others in forms.items():
            standing = dict.fromkeys(place for form in others for place in places[form])
            self.sightings[name] = sorted(standing, key=lambda place: place.first)

    def _settle(self, entry: Entry, judged: _Kept) -> Member | None:
        """The member, with the names that stand in the article; None, and all rejected, if none does."""
        problems, kept = judged
        for number, name in enumerate(entry.offered):
            if name not in kept and not (entry.kind == "outlet" and name in entry.names):
                reason = problems.get(name, "The article does not contain this name.")
                kind: Literal["party", "alias"] = "alias" if number or kept else "party"
                self.rejected.append(Rejected(kind=kind, text=name, verdict="not_found", reason=reason))
        if entry.kind == "outlet":
            kept = [*entry.names, *(name for name in kept if name not in entry.names)]
        if not kept:
            return None
        names = [name for name in kept if name in entry.names] or kept
        main = _fullest(names) if entry.kind == "person" else names[0]
        aliases = {bare(name): name for name in reversed(kept) if bare(name) != bare(main)}
        return Member(main, entry.kind, entry.description, list(reversed(aliases.values())), role=entry.role)

    def _derive(self, member: Member, forms: Iterable[str]) -> None:
        """Add those of the forms derived from its names that are this party's alone and in the article."""
        short = member.short_names
        own = _words(member)
        known = set(map(key, member.names))
        for form in forms:
            words = key(form)
            if (
                words not in known
                and self._short_names[words[-1]] <= (words[-1] in short)
                and self.sightings[form]
                and not any(self._is_foreign(place, own) for place in self.sightings[form])
            ):
                known.add(words)
                member.aliases.append(form)
        self._short_names.update(member.short_names - short)

    def _mentions(self, member: Member, covering: Mapping[int, set[Member]]) -> list[Place]:
        """The places that name `member`, the longest name first, none overlapping another."""
        taken: set[int] = set()
        chosen: list[Place] = []
        places = [place for name in member.names for place in self.sightings[name]]
        own, surname, alone = _words(member), member.surname, {member}
        for place in sorted(places, key=lambda place: place.first - place.last):
            words = range(place.first, place.last)
            if not taken.isdisjoint(words):
                continue
            if (
                len(words) == 1
                and surname
                and (self._is_foreign(place, own) or not covering.get(place.first, alone) <= alone)
            ):
                continue
            taken.update(words)
            chosen.append(place)
        return sorted(chosen, key=lambda place: place.first)

    def _covering(self) -> dict[int, set[Member]]:
        """Whose longer names each word is part of."""
        found: dict[int, set[Member]] = {}
        for member in self.members:
            for name in member.names:
                for place in self.sightings[name]:
                    for index in range(place.first, place.last) if place.last - place.first > 1 else ():
                        found.setdefault(index, set()).add(member)
        return found

    def _is_foreign(self, place: Place, own: set[str]) -> bool:
        """Whether a surname stands behind another's first name: `Hillary` before `Clinton`."""
        if not place.first or place.last - place.first > 1 or self.tokens.gap(place.first) != " ":
            return False
        word = self.tokens.words[place.first - 1]
        plain = word.casefold()
        return (
            word[:1].isupper()
            and plain not in own
            and plain not in TITLES
            and plain not in SENTENCE_OPENERS
            and word.lower() not in self.tokens.vocabulary
        )


def _words(member: Member) -> set[str]:
    return {word for name in member.names for word in key(name)}


def _problems(entries: Sequence[Entry]) -> Iterator[dict[str, str]]:
    """Why names of each entry are none: pronouns, or aliases that mean somebody else as well."""
    own_names = [_keys_of(entry) for entry in entries]
    own_aliases = [set(map(key, entry.aliases)) for entry in entries]
    taken, shared = Counter(chain(*own_names)), Counter(chain(*own_aliases))
    for entry, names, aliases in zip(entries, own_names, own_aliases, strict=True):
        problems: dict[str, str] = {}
        for name in entry.offered:
            words = key(name)
            if set(words) <= PRONOUNS or " ".join(words) in NOBODY:
                problems[name] = "It names nobody by itself."
            elif name in entry.names or words in map(key, entry.names):
                continue
            elif taken[words] > (words in names):
                problems[name] = "It is a name of another party too."
            elif shared[words] > (words in aliases):
                problems[name] = "More than one party is offered under it."
        yield problems


def _keys_of(entry: Entry) -> set[Key]:
    """Its names as they are compared, and the surnames of a person.

    Whoever gives parties ids says whom a surname means.
    """
    surnames = entry.surnames if entry.kind == "person" and not entry.ids else ()
    return {*entry.keys, *((surname,) for surname in surnames)}


def _fullest(names: Sequence[str]) -> str:
    return max(names, key=lambda name: len(untitled(key(name))))


def _derived(entry: Entry, vocabulary: frozenset[str]) -> list[str]:
    """Names the draft does not offer but the article may have: the surname, and misspellings."""
    forms: dict[str, None] = {}
    for name in entry.names:
        words = Tokens.of(bare(name)).words
        while len(words) > 1 and words[-1].casefold() in NAME_SUFFIXES:
            words = words[:-1]
        if not words or not has_capital(words[-1]) or (len(words) > 1 and entry.kind != "person"):
            continue
        last = words[-1]
        slips = sorted(slip for slip in misspellings(last) & vocabulary if slip.lower() not in vocabulary)
        for surname in (last, *slips) if last.casefold() not in TITLES else ():
            full = bare(name)
            if surname != last and len(words) > 1:
                forms[full[: full.rindex(last)] + surname] = None
            forms[surname] = None
    return list(forms)


def _spellings(entry: Entry, vocabulary: frozenset[str]) -> list[str]:
    """What the article may write for names it does not have: without the title, or a word spelt otherwise."""
    forms: dict[str, None] = {}
    for name in entry.names:
        words = bare(name).split()
        start = len(words) - len(untitled(tuple(word.casefold().rstrip(".") for word in words)))
        if entry.kind == "person" and start:
            forms[" ".join(words[start:])] = None
        for at, word in enumerate(words):
            for slip in sorted(misspellings(word) & vocabulary):
                forms[" ".join([*words[:at], slip, *words[at + 1 :]])] = None
    return list(forms)
