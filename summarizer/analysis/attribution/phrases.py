"""The noun phrases of a unit that may be sources, found from where a verb or a mark stands."""

from collections.abc import Sequence
from functools import cached_property

from summarizer.analysis.attribution.holders import Mention
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.units import DASHES, POSSESSIVE, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary

_LONGEST_PHRASE = 8
_LONGEST_ASIDE = 25
"""Words between two commas."""
_MOST_ASIDES = 4
_MOST_JOINED = 6
"""Names that speak together; more stand only in texts made to be slow."""
_MOST_SKIPPED = 12
"""Auxiliaries, adverbs and articles in a row that are skipped; more stand only in texts made to be slow."""
_NEAR = 2
"""Tokens in which a complement begins: the head [of the] Acme union."""
_CONTRACTED = frozenset({"’", "'", "’d", "’s", POSSESSIVE})
_INTERRUPTED = tuple(",?!")
_CLOSING = "'\"’”»"
_PHRASE_ENDS = frozenset(".;:")


class Phrases:
    """The noun phrases of one unit."""

    def __init__(self, text: str, unit: Unit, mentions: Sequence[Mention], words: Vocabulary) -> None:
        """Index the names of `unit` by where they begin and end."""
        self._text, self._unit, self._tokens, self._words = text, unit, unit.tokens, words
        self._ending = {mention.last: mention for mention in mentions}
        self._beginning = {mention.first: mention for mention in mentions}

    def before(self, end: int) -> Source | None:
        """The phrase that ends right before token `end`, adverbs and asides skipped."""
        at = end
        for _ in range(_MOST_ASIDES):
            at = self._skip_back(at)
            if at <= 0:
                return None
            mark = self._tokens[at - 1].text
            if mark == "," or mark in DASHES:
                opened = self._aside(at - 1, mark)
                found = self._around(opened, at - 1)
                if found:
                    return found
            elif mark == ")":
                opened = self._opening(at - 1)
            else:
                return self._ends_at(at)
            if opened is None:
                return None
            at = opened
        return None

    def _around(self, opened: int | None, closed: int) -> Source | None:
        """The source in or before the aside between two marks: Acme’s chief, Ann Roe, said."""
        if self._tokens[closed - 1].text == ")":
            closed = self._opening(closed - 1) or closed
        inside = self._ending.get(closed)
        if inside and inside.holder.person and self._tokens[inside.start - 1].text == ",":
            return self.named(inside)
        if opened is None:
            return None
        here = inside and inside.holder.kind != "place"
        if inside and here and [inside, *self._joined(inside)][-1].start == opened + 1:
            whose = None if inside.holder.person else self._named_before(opened)
            return self.named(whose if whose and whose.holder.person else inside)
        found = self._ends_at(opened)
        return self._described(found) if found else None

    def after(self, start: int) -> Source | None:
        """The phrase that begins at token `start`: behind “said” or “according to”."""
        if start >= len(self._tokens):
            return None
        pronoun = self._pronoun(start)
        if pronoun:
            return pronoun
        # An office or a description may stand before the name: said former Mayor Ann Roe.
        at, role, complete = start, None, False
        while at < min(len(self._tokens), start + _LONGEST_PHRASE):
            token = self._tokens[at]
            mention = self._beginning.get(at)
            if mention and self._is_adjective(mention):
                at = mention.last
                continue
            if mention:
                if not self._hangs_on_a_noun(mention, start):
                    return self.named(self._with_rank(mention))
                at = mention.last
                continue
            if (
                token.kind == "quotation"
                or token.text in _PHRASE_ENDS
                or (token.text == "," and (role is None or not self._is_apposed(at + 1)))
            ):
                break
            complete = complete or (role is not None and token.lower in self._words.complements)
            if token.lower in self._words.roles and not complete:
                role = at
            if token.lower in self._words.ends_source:
                break
            at += 1
        return None if role is None else self._office_behind(start, role)

    def _is_adjective(self, mention: Mention) -> bool:
        """Whether a people’s name tells where somebody is from: the [French] finance minister, Ann Roe."""
        behind = self._tokens[mention.last] if mention.last < len(self._tokens) else None
        return (
            mention.holder.kind == "people"
            and behind is not None
            and behind.text.islower()
            and behind.lower not in self._words.verbs
            and behind.lower not in self._words.ends_source
        )

    def _is_apposed(self, at: int) -> bool:
        """Whether a name begins at token `at`: the head of the union, [Ann Roe], said."""
        mention = self._beginning.get(at) or self.opening(at)
        if mention is None or mention.start != at:
            return False
        return mention.last >= len(self._tokens) or self._tokens[mention.last].kind != "word"

    def _office_behind(self, start: int, role: int) -> Source | None:
        """The office at token `role`, or whose a document is: read a statement from [the council]."""
        words, whose = self._words, role + 2
        told = self._tokens[role].lower in words.documents and whose < len(self._tokens)
        if told and self._tokens[role + 1].lower in words.held_by:
            found = self.after(whose)
            if found is not None:
                return found
        return self._role(max(start, self._phrase_start(role)), role + 1)

    def _with_rank(self, mention: Mention) -> Mention:
        """Whose rank begins with the name of a body: said [Air Force 1st Lt.] Ann Roe."""
        if mention.holder.person:
            return mention
        places = range(mention.last, mention.last + _NEAR + 1)
        found = next((self._beginning[at] for at in places if at in self._beginning), None)
        between = self._tokens[mention.last : found.first] if found and found.holder.person else ()
        ranks = all(
            token.text[0].isdigit() or token.lower.rstrip(".") in self._words.offices for token in between
        )
        return found if found and between and ranks else mention

    def is_governed(self, mention: Mention) -> bool:
        """Whether a name hangs on a preposition that does not give it something to do, as “with” does."""
        at = self._before_determiners(mention.start)
        return self._is_governed(mention) and self._tokens[at - 1].lower not in self._words.accompanied

    def is_interrupted(self, at: int) -> bool:
        """Whether a quotation at token `at` ends as one does that its attribution follows, as by a comma."""
        token = self._tokens[at]
        if token.kind != "quotation":
            return False
        return self._text[token.start : token.end].rstrip(_CLOSING)[-1:] in _INTERRUPTED

    def opening(self, start: int) -> Mention | None:
        """The name whose titles, or which itself, begin at token `start`."""
        places = range(start, min(start + _LONGEST_PHRASE, len(self._tokens)))
        found = next((self._beginning[at] for at in places if at in self._beginning), None)
        return found if found and found.start == start else None

    def ending(self, end: int) -> Mention | None:
        """The name that ends right before token `end`."""
        return self._ending.get(end)

    def possessor(self, end: int) -> Source | None:
        """The name or office that ends right before token `end`, an 's."""
        mention = self._ending.get(end)
        if mention is None and end and self._tokens[end - 1].lower in self._words.roles:
            return self._office(end)
        return self.named(mention) if mention else None

    def beginning(self, start: int) -> Mention | None:
        """The name that begins at token `start`."""
        return self._beginning.get(start)

    def named(self, mention: Mention) -> Source:
        """A name as a source."""
        return Source(mention.span, "name", mention.first, mention.holder)

    def joined(self, source: Source) -> tuple[Source, ...]:
        """Those who are named with a source, if all of them are the subject: [Ann Roe] and Bo Doe said."""
        if source.kind == "role":
            return tuple(reversed(self._listed_before(source.first)))
        mention = self._beginning.get(source.first) if source.kind == "name" else None
        if mention is None:
            return ()
        found = self._joined(mention)
        if not found or not self._opens(self._before_determiners(found[-1].start)):
            return tuple(reversed(self._listed_before(self._before_determiners(mention.start))))
        return tuple(self.named(other) for other in reversed(found))

    def _listed_before(self, at: int) -> list[Source]:
        """The names and offices that “and” and commas join to what begins at token `at`, the last first.

        None, unless all are the subject of their clause: [the family, protesters] and leaders want it.
        """
        found: list[Source] = []
        while at > 1 and len(found) < _MOST_JOINED:
            joint = self._tokens[at - 1]
            if joint.lower not in self._words.joins_names and not (found and joint.text == ","):
                break
            end = at - 2 if self._tokens[at - 2].text == "," else at - 1
            other = self._ending.get(end)
            if other is None and self._tokens[end - 1].lower not in self._words.roles:
                return []
            source = self.named(other) if other else self._role(self._phrase_start(end - 1), end)
            found.append(source)
            at = self._before_determiners(other.start) if other else source.first
        return found if self._opens(at) else []

    def joined_behind(self, source: Source) -> tuple[Source, ...]:
        """Those who are named behind a source, joined to it: said [Ann Roe] and Bo Doe."""
        mention = self._beginning.get(source.first) if source.kind == "name" else None
        found: list[Source] = []
        at = mention.last if mention else len(self._tokens)
        while at + 1 < len(self._tokens) and len(found) < _MOST_JOINED:
            other = self._beginning.get(at + 1)
            if other is None or self._tokens[at].lower not in self._words.joins_names:
                break
            found.append(self.named(other))
            at = other.last
        ends = (
            at >= len(self._tokens)
            or self._tokens[at].kind != "word"
            or self._tokens[at].lower in self._words.days
        )
        return tuple(found) if ends else ()

    def _joined(self, mention: Mention) -> list[Mention]:
        """The names before one that “and” and commas join to it, from right to left."""
        found: list[Mention] = []
        at = self._before_determiners(mention.start)
        while at > 1 and len(found) < _MOST_JOINED:
            if not (
                self._tokens[at - 1].lower in self._words.joins_names
                or (found and self._tokens[at - 1].text == ",")
            ):
                break
            end = at - 2 if self._tokens[at - 2].text == "," else at - 1
            if self._tokens[end - 1].text == ")":
                end = self._opening(end - 1) or end
            other = self._ending.get(end)
            if other is None:
                break
            found.append(other)
            at = self._before_determiners(other.start)
        return found

    def _opens(self, at: int) -> bool:
        """Whether a clause begins at token `at`, so that what stands there is its subject."""
        if at == 0:
            return True
        before = self._tokens[at - 1]
        return (
            before.kind != "word"
            or before.lower in self._words.conjunctions
            or before.lower in self._words.clause_subjects
            or before.lower in self._words.days
        )

    def subject(self, end: int) -> Source | None:
        """The first name or pronoun of the unit that no preposition governs, if it is before token `end`."""
        found = self._subject
        return found if found and found.first < end else None

    @cached_property
    def _subject(self) -> Source | None:
        for at, token in enumerate(self._tokens):
            mention = self._beginning.get(at)
            if mention:
                if not (
                    self._is_governed(mention) or self._possesses(mention) or self._is_attribute(mention)
                ):
                    return self.named(mention)
            elif token.lower in self._words.subjects:
                return self._pronoun(at)
        return None

    def _is_governed(self, mention: Mention) -> bool:
        """Whether a name hangs on a preposition."""
        at = self._before_determiners(mention.start)
        return at > 0 and self._tokens[at - 1].lower in self._words.prepositions

    def _possesses(self, mention: Mention) -> bool:
        return mention.last < len(self._tokens) and self._tokens[mention.last].text == POSSESSIVE

    def _is_attribute(self, mention: Mention) -> bool:
        """Whether a name stands before a noun: Democratic nominee, Acme spokesman."""
        if mention.last >= len(self._tokens):
            return False
        plain = self._tokens[mention.last].lower
        return plain in self._words.offices or plain in self._words.bodies

    def _hangs_on_a_noun(self, mention: Mention, start: int) -> bool:
        """Whether the source is not the name but what it goes with: said a spokesman for Ann Roe."""
        if self._possesses(mention) or self._is_attribute(mention):
            return True
        at = self._before_determiners(mention.first, start)
        return at > start and self._tokens[at - 1].lower in self._words.complements

    def _before_determiners(self, at: int, start: int = 0) -> int:
        limit = max(start, at - _MOST_SKIPPED)
        while at > limit and self._tokens[at - 1].lower in self._words.determiners:
            at -= 1
        return at

    def _described(self, found: Source) -> Source:
        """Whom a phrase between commas describes: Ann Roe, the head of Acme, a bank, said."""
        before = self._before_determiners(found.first)
        named = self._named_before(before)
        if named and (found.kind == "role" or before < found.first or self._is_place(before, named)):
            return self.named(named)
        return found

    def _named_before(self, end: int) -> Mention | None:
        """Whom the words between a comma and token `end` are about: Ann Roe, a lawyer and [head of Acme]."""
        for at in range(end, max(end - _LONGEST_PHRASE, 0), -1):
            token = self._tokens[at - 1]
            if token.text == ",":
                return self._ending.get(at - 1)
            if token.kind != "word" or token.lower in self._words.verbs:
                return None
        return None

    def _is_place(self, at: int, named: Mention) -> bool:
        """Whether a name tells where somebody is from: Ann Roe, of Acmeville, said."""
        return at - named.last > 1 and self._tokens[named.last + 1].lower in self._words.prepositions

    def _ends_at(self, end: int) -> Source | None:
        """The phrase that ends right before token `end`; for a relative pronoun, whom it stands for."""
        related = False
        for _ in range(_MOST_ASIDES):
            if end <= 0 or self._tokens[end - 1].lower not in self._words.relatives or end in self._ending:
                break
            related = True
            end = self._before_relative(end - 1)
        found = self._phrase(end)
        return self._described(found) if found and related else found

    def _before_relative(self, at: int) -> int:
        """Where the phrase ends that the relative pronoun at token `at` stands for."""
        before = at - 1 if at and self._tokens[at - 1].text == "," else at
        if before and self._tokens[before - 1].text == ")":
            return self._opening(before - 1) or before
        return before

    def _phrase(self, end: int) -> Source | None:
        if end <= 0:
            return None
        mention = self._ending.get(end)
        if mention and mention.holder.kind == "place" and self._is_located(mention):
            return self._phrase(mention.start - 1)
        if mention:
            joined = self._joined(mention)
            first = joined[-1] if joined else mention
            governed = bool(joined) and self._is_governed(first)  # the talks with Acme and Roe Estates
            return self._head(first) or (None if governed else self.named(mention))
        if self._tokens[end - 1].lower in self._words.roles:
            return self._office(end)
        return self._pronoun(end - 1)

    def _is_located(self, mention: Mention) -> bool:
        """Whether a place only tells where somebody is: Ann Roe of the bridge office in [Roeville] said."""
        return mention.start > 1 and self._tokens[mention.start - 1].lower in self._words.locating

    def _office(self, end: int) -> Source:
        """The office that ends before token `end`, or whose it is: an official [of the ministry]."""
        start = self._phrase_start(end - 1)
        named = self._ending.get(start - 1)
        if named and self._tokens[start - 1].lower in self._words.held_by:
            return self.named(named)  # Roe of the council
        if (
            start > 1
            and self._tokens[start - 1].lower in self._words.held_by
            and self._tokens[start - 2].lower in self._words.roles
        ):
            return self._role(self._phrase_start(start - 2), start - 1)
        return self._role(start, end)

    def _head(self, mention: Mention) -> Source | None:
        """Who it is that a name belongs to: “a spokesman for Ann Roe”, “Ann Roe of Acme”."""
        words, at = self._words, mention.start
        limit = max(0, at - _MOST_SKIPPED)
        while at > limit and (
            self._tokens[at - 1].lower in words.determiners or self._tokens[at - 1].text == POSSESSIVE
        ):
            at -= 1
        preposition = self._tokens[at - 1].lower if at > 1 else ""
        if preposition not in words.complements:
            return None
        named = self._ending.get(at - 1)
        if named and preposition in words.held_by:
            return self.named(named)
        head = self._tokens[at - 2].lower
        if head in words.governments and preposition in words.of:
            return self.named(mention)
        return self._role(self._phrase_start(at - 2), at - 1) if head in words.roles else None

    def _role(self, start: int, end: int) -> Source:
        """The office in tokens `start` to `end`, with the name that completes it: the head of Acme."""
        tokens = self._tokens
        inner = self._ending.get(end - 1)
        if inner and inner.first >= start and tokens[end - 1].lower in self._words.documents:
            return self.named(inner)  # the Acme report
        complement = self._beginning.get(end + 1) or self._beginning.get(end + _NEAR)
        last = complement.last if complement and tokens[end].lower in self._words.of else end
        span = self._unit.stretch(start, last)
        roles = frozenset(token.lower for token in tokens[start:end] if token.kind == "word")
        text = " ".join(self._text[span.start : span.end].split())
        return Source(span, "role", start, roles=roles, text=text)

    def _phrase_start(self, head: int) -> int:
        """Where the noun phrase of the noun at `head` begins."""
        words = self._words
        for at in range(head, max(head - _LONGEST_PHRASE, 0), -1):
            token = self._tokens[at - 1]
            plain = token.lower
            if plain in words.clause_openers:
                return at
            if plain in words.determiners:
                return at - 1
            if token.kind != "word" and token.text != POSSESSIVE:
                return at
            if plain in words.conjunctions or plain in words.relatives or plain in words.verbs:
                return at
        return max(head - _LONGEST_PHRASE, 0)

    def _pronoun(self, at: int) -> Source | None:
        token = self._tokens[at]
        gender = self._words.pronouns.get(token.lower)
        return Source(token.span, "pronoun", at, pronoun=gender) if gender else None

    def _skip_back(self, end: int) -> int:
        """Where the subject may end: only auxiliaries, adverbs and days stand between it and the verb."""
        at = end
        while at > max(0, end - _MOST_SKIPPED) and self._is_skipped(at - 1):
            at -= 1
        return at

    def _is_skipped(self, at: int) -> bool:
        words, token = self._words, self._tokens[at]
        plain = token.lower
        if plain in words.auxiliaries or plain in words.days or words.is_adverb(plain):
            return True
        following = self._tokens[at + 1].lower if at + 1 < len(self._tokens) else ""
        if plain in words.before_days and following in words.days:
            return True
        # “he’s saying”, “Roe’s called for”: the 's is short for “is” or “has”.
        return token.text in _CONTRACTED and (following in words.verbs or following in words.auxiliaries)

    def _aside(self, close: int, mark: str) -> int | None:
        """Where the aside that the mark at `close` ends was opened."""
        for at in range(close - 1, max(close - _LONGEST_ASIDE, 0), -1):
            token = self._tokens[at]
            if token.text == mark and (mark != "," or self._follows_a_source(at)):
                return at
            if token.kind == "quotation" or token.text in {";", ":"}:
                return None
        return None

    def _follows_a_source(self, at: int) -> bool:
        """Whether the comma at `at` has a possible source before it, rather than being one of a list."""
        before, named = self._tokens[at - 1], self._ending.get(at)
        if named is not None:
            return named.holder.kind != "place"
        return before.text == ")" or before.lower in self._words.roles

    def _opening(self, close: int) -> int | None:
        """Where the parenthesis is opened that ends at `close`."""
        for at in range(close - 1, max(close - _LONGEST_ASIDE, -1), -1):
            if self._tokens[at].text == "(":
                return at
        return None
