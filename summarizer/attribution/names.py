"""Proper names in running text, and whose they are: `Roe` is `Ann Roe`, if one is named."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from summarizer.article import Span
from summarizer.attribution.spelling import misspellings
from summarizer.attribution.units import Token, Unit
from summarizer.attribution.vocabulary import Vocabulary

Gender = Literal["he", "she", "they", "it"]
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_FULL = 2
"""Words from which on a name says more than a surname."""
_LONGEST_ACRONYM = 6


@dataclass(eq=False, slots=True)
class Holder:
    """Somebody with a name: all names the article uses, the fullest first."""

    name: str
    person: bool
    gender: Gender | None = None
    names: dict[str, None] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    description: str = ""
    governs: bool = False
    mentions: list["Mention"] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Mention:
    """A name at a place: tokens `first` to `last`, `last` exclusive, of a unit; titles before it apart."""

    unit: int
    first: int
    last: int
    words: tuple[str, ...]
    titles: tuple[str, ...]
    span: Span
    definite: bool
    name: str
    numbered: bool
    holder: Holder = None  # type: ignore[assignment]  # set once all names are known


class NameFinder:
    """Finds the names of an article, unit by unit."""

    def __init__(self, text: str, units: Sequence[Unit], words: Vocabulary) -> None:
        """Learn which words the article writes in lower case, and which it never does."""
        self._text, self._words = text, words
        self._common = Counter(
            token.text
            for unit in units
            for token in unit.tokens
            if token.kind == "word" and token.text.islower()
        )
        self._inside = {
            token.text for unit in units if not unit.heading for token in unit.tokens[1:] if token.capital
        }

    def mentions(self, number: int, unit: Unit) -> Iterator[Mention]:
        """The names in a unit, from left to right."""
        tokens, at = unit.tokens, 0
        while at < len(tokens):
            last = self._run(tokens, at)
            if last == at:
                at += 1
                continue
            mention = self._mention(number, unit, at, last)
            if mention:
                yield mention
            at = max(last, mention.last if mention else last)

    def _run(self, tokens: Sequence[Token], first: int) -> int:
        """Where the run of capitalised words that begins at `first` ends; `first` if none does."""
        at = first
        while at < len(tokens) and self._may_name(tokens[at]):
            at += 1
            if self._owns_a_body(tokens, at):
                at += 1
                continue
            joint = at
            while joint < len(tokens) and (
                tokens[joint].lower in self._words["particles"] or tokens[joint].text in {"&", "the"}
            ):
                joint += 1
            linked = joint < len(tokens) and self._may_name(tokens[joint]) and joint - at <= _FULL
            if (joint > at and linked and tokens[joint - 1].text != "the") or (joint > at + 1 and linked):
                at = joint
        return at

    def _owns_a_body(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the apostrophe at `at` is part of a name: the Farmers’ Union."""
        return (
            at + 1 < len(tokens)
            and tokens[at].text in {"’", "'"}
            and tokens[at - 1].text.endswith("s")
            and tokens[at + 1].capital
            and tokens[at + 1].lower in self._words["bodies"]
        )

    def _may_name(self, token: Token) -> bool:
        return token.capital and token.lower.rstrip(".") not in self._words["days"]

    def _mention(self, number: int, unit: Unit, first: int, last: int) -> Mention | None:
        tokens = unit.tokens
        if first == 0 or tokens[first - 1].kind != "word":
            while first < last and self._only_opens(tokens[first], alone=last - first == 1):
                first += 1
        start = self._after_titles(tokens, first, last)
        if start == last:
            return None
        if last < len(tokens) and tokens[last].kind == "word" and tokens[last].text in self._words["bodies"]:
            start, last = first, last + 1  # the Roe campaign
        words = tuple(token.text for token in tokens[start:last] if token.kind == "word")
        if len(words) == 1 and (words[0].lower() in self._words["openers"] or len(words[0].strip(".")) == 1):
            return None
        if first == 0 and last < len(tokens) and tokens[last].text in {"―", "—", "–", "-"}:
            return None  # a dateline
        definite = first > 0 and tokens[first - 1].lower == "the"
        titles = tuple(token.lower.rstrip(".") for token in tokens[first:start])
        span = Span(tokens[start].span.start, tokens[last - 1].span.end)
        numbered = last < len(tokens) and tokens[last].text[0].isdigit()
        name = " ".join(self._text[span.start : span.end].split())
        return Mention(number, start, last, words, titles, span, definite, name, numbered)

    def _only_opens(self, token: Token, *, alone: bool) -> bool:
        """Whether a word has its capital only because a sentence begins with it."""
        plain = token.lower
        if plain in self._words["openers"]:
            return True
        return alone and plain in self._common and token.text not in self._inside

    def _after_titles(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Where the name begins behind titles and offices: Secretary of State Ann Roe."""
        start = first
        for at in range(first, last):
            plain = tokens[at].lower.rstrip(".")
            if plain in self._words["titles"] or (
                at == start + 1 and tokens[start].lower == "of" and plain in self._words["offices"]
            ):
                start = at + 1
        if start == last:  # King may be a surname; President, the Attorney General, is none
            start = first
            while start < last and tokens[start].lower.rstrip(".") in self._words["titles"]:
                start += 1
            return start
        if tokens[start].lower in self._words["particles"] and start > first:
            return first  # Bank of America, Justice of the Peace
        if tokens[last - 1].lower in self._words["bodies"]:
            return first
        return start


def holders(mentions: Sequence[Mention], words: Vocabulary) -> list[Holder]:
    """Give each mention its holder; full names first, so that surnames find theirs."""
    book = _Book(words)
    full = [mention for mention in mentions if len(mention.words) >= _FULL]
    for mention in full:
        book.enter(mention)
    for mention in mentions:
        if len(mention.words) >= _FULL:
            book.seen(mention.holder)
        else:
            book.enter(mention)
    return book.holders


class _Book:
    """Holders by their names."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self.holders: list[Holder] = []
        self._full: dict[tuple[str, ...], Holder] = {}
        self._by_word: defaultdict[str, list[Holder]] = defaultdict(list)
        self._order = 0
        self._last_seen: dict[int, int] = {}

    def seen(self, holder: Holder) -> None:
        """Note that the article has just named `holder`."""
        self._order += 1
        self._last_seen[id(holder)] = self._order

    def enter(self, mention: Mention) -> None:
        """Find or make the holder of a mention, and note what the mention says of it."""
        holder = self._find(mention) or self._make(mention)
        mention.holder = holder
        holder.mentions.append(mention)
        holder.names[mention.name] = None
        holder.titles.update(mention.titles)
        holder.gender = holder.gender or self._gender(mention, holder)
        self.seen(holder)

    def _find(self, mention: Mention) -> Holder | None:
        key = _key(mention.words)
        if key in self._full:
            return self._full[key]
        if len(key) == 1 and key[0] not in self._by_word:
            slips = misspellings(key[0])
            key = next(((known,) for known in self._by_word if known in slips), key)
        if len(key) == 1:
            found = [holder for holder in self._by_word[key[0]] if self._fits(holder, mention)]
            return max(found, key=lambda holder: self._last_seen.get(id(holder), 0), default=None)
        # “Ann B. Roe” and “Ann Roe”, “Democrat Ann Roe” and “Ann Roe”: one name holds all words of the other.
        for holder in self._by_word[key[-1]]:
            own = _key(holder.name.split())
            shorter, longer = sorted((own, key), key=len)
            if len(shorter) >= _FULL and holder.person and set(shorter) <= set(longer):
                return holder
        return None

    def _fits(self, holder: Holder, mention: Mention) -> bool:
        female, male = {"mrs", "ms", "miss"}, {"mr", "sir"}
        if female & set(mention.titles) and holder.gender == "he":
            return False
        return not (male & set(mention.titles) and holder.gender == "she")

    def _make(self, mention: Mention) -> Holder:
        key = _key(mention.words)
        person = self._is_person(mention)
        holder = Holder(mention.name, person)
        self.holders.append(holder)
        self._full[key] = holder
        if person:
            self._by_word[key[-1]].append(holder)
            if len(key) > 1:
                self._by_word[key[0]].append(holder)
        elif len(key) > 1:
            initials = "".join(word[0] for word in mention.words if word[0].isupper()).casefold()
            if 1 < len(initials) <= _LONGEST_ACRONYM:
                self._by_word[initials].append(holder)
            self._by_word[key[0]].append(holder)
            self._by_word[key[-1]].append(holder)
        return holder

    def _is_person(self, mention: Mention) -> bool:
        words = [word.lower().strip(".") for word in mention.words]
        if mention.titles and not mention.definite:
            return True
        if (
            mention.numbered
            or "&" in mention.name
            or mention.definite
            or any(word in self._words["bodies"] for word in words)
        ):
            return False
        if "of" in words or len(words) > 4 or any(word.isupper() and len(word) > 2 for word in mention.words):  # noqa: PLR2004 - longest personal name, shortest acronym
            return words[0] in self._words["male"] | self._words["female"]
        return len(words) > 1

    def _gender(self, mention: Mention, holder: Holder) -> Gender | None:
        if not holder.person:
            return "it"
        titles = set(mention.titles)
        if titles & {
            "mrs",
            "ms",
            "miss",
            "spokeswoman",
            "congresswoman",
            "queen",
            "lady",
            "dame",
            "chairwoman",
        }:
            return "she"
        if titles & {"mr", "sir", "spokesman", "congressman", "king", "lord", "chairman"}:
            return "he"
        first = mention.words[0].lower() if len(mention.words) > 1 else ""
        if first in self._words["male"]:
            return "he"
        return "she" if first in self._words["female"] else None


def _key(words: Iterable[str]) -> tuple[str, ...]:
    plain = [word.casefold().strip(".,") for word in words]
    kept = [word for word in plain if word not in _SUFFIXES and len(word) > 1]
    return tuple(kept or plain)
