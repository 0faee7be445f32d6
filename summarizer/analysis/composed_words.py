"""Numbers in words, put together in the usual way: trois cent vingt, zweihundertfünf, двадцать пять."""

import re
from dataclasses import dataclass
from decimal import Decimal

from summarizer.analysis.number_words import Spelled, first_letters_and_rest
from summarizer.languages import Language
from summarizer.text.wordlists import phrases, words

_RUN = re.compile(r"[^\W\d_]+(?:[ \u00a0\u202f-][^\W\d_]+){0,9}")
_WORD = re.compile(r"[^\W\d_]+")
_HALF = Decimal("0.5")
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
_FOUR, _SEVEN, _SCORES = 4, 7, (60, 80)
_LONGEST_COMPOUND = 60
_LOOK = 16
_DIGIT_BEFORE = re.compile(r"\d[ \u00a0\u202f-]?\Z")
_LAST_WORD = re.compile(r"(\w+) \Z")


@dataclass(slots=True)
class _Sum:
    """What has been read so far: `group` is below a thousand, `room` what the next word must stay below."""

    total: int = 0
    group: int = 0
    room: int = _THOUSAND
    scale: int = 0
    words: int = 0
    last: int = 0
    shared: int = 1

    @property
    def value(self) -> int:
        return self.total + self.group


class ComposedWords:
    """The reader of one language's number words."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._values = {word: value for value, text in language.numbers.items() for word in text.split()}
        self._scales = {
            word: value
            for value, text in language.magnitudes.items()
            for word in phrases(text)
            if value >= _THOUSAND and word.isalpha()
        }
        self._fractions = {
            phrase: Decimal(value) for value, text in language.fractions.items() for phrase in phrases(text)
        }
        if language.glued_half:
            halved = {word: value for word, value in self._values.items() if value < _TWENTY}
            self._fractions.update(
                {f"{word}{language.glued_half}": value + Decimal("0.5") for word, value in halved.items()}
            )
        self._fraction = re.compile(_either([*self._fractions]) + r"(?![\w-])", re.IGNORECASE)
        self._middle = re.compile(language.middle_of or "(?!)")
        joiner = language.number_joiner
        self._glued_joiner = joiner if joiner in language.prefixes.split() else ""
        self._articles = frozenset(language.articles.split())
        self._halves = words(language.halves)
        self._decimal_word = language.decimal_word
        self._glued_halves = _glued_halves(language)
        self._collectives = {
            word: value for value, text in language.collectives.items() for word in text.split()
        }
        self._bare_collectives = words(language.bare_collectives)
        self._collective_of = re.compile(language.collective_of)
        self._needs_unit = frozenset(language.needs_unit.split())
        parts = [word for word, value in self._values.items() if len(word) > 1]
        self._compound = re.compile(_either([*parts, *self._scales, *self._articles, language.number_joiner]))
        self._whole_compound = re.compile(f"(?:{self._compound.pattern})+")
        self._ordinal = re.compile(language.ordinal_behind or "(?!)", re.IGNORECASE)
        self._teens = words(language.teens)
        self._values |= {
            f"{one} {ten}": value + _TEN for one, value in self._ones_of_teens() for ten in self._teens
        }
        stems = {word: value for value, text in language.stems.items() for word in text.split()}
        self._stem_values = self._values if language.compound_numbers else stems
        glued = "|".join(
            source.replace("-?", "") for source in language.glued_units.values() if "-?" in source
        )
        stem = self._whole_compound.pattern if language.compound_numbers else f"{_either([*stems])}{{1,3}}"
        self._stem = re.compile(f"({stem})(?={glued or '(?!)'})")
        self._part_of_stem = self._compound if language.compound_numbers else re.compile(_either([*stems]))
        self._duals = frozenset(duals(language))
        self._prefixed = self._with_prefixes(language.prefixes.split())
        self._definite = _definite(self._values, language.number_article)
        self._singulars = words(" ".join(language.time_units)) if language.dual else frozenset()
        self._half_more = re.compile(language.half_more or "(?!)")
        starts = {
            *stems,
            *self._prefixed,
            *self._definite,
            *self._singulars,
            *self._duals,
            *(word.split()[0] for word in self._values),
            *self._articles,
            *self._halves,
            *self._glued_halves,
            *self._collectives,
            *(phrase.split()[0] for phrase in self._fractions),
        }
        self.first_letters, self.rest = first_letters_and_rest(
            starts, glued="-", tail=r"[^\W\d_]*" if language.compound_numbers or stems else ""
        )

    def read(self, text: str, start: int) -> Spelled | int:
        """The number whose words begin at `start`, or where to go on if they are none."""
        fraction = self._fraction.match(text, start)
        if fraction:
            return self._part(text, fraction)
        run = _RUN.match(text, start)
        if run is None:
            return start + 1
        found = [(word.group().lower(), start + word.end()) for word in _WORD.finditer(run.group())]
        special = self._special(text, start, found)
        if special:
            return special
        if self._teens:
            found = self._with_teens(found)
        if self._language.compound_numbers:
            found = [(part, end) for word, end in found for part in self._parts(word)]
        elif self._glued_joiner:
            found = [(part, end) for word, end in found for part in self._unglued(word)]
        whole = self._read(found)
        ordinal = self._ordinal.match(text, whole.end) if isinstance(whole, Spelled) else None
        if ordinal:
            return ordinal.end()
        return whole if isinstance(whole, int) else self._with_decimals(whole, found)

    def _part(self, text: str, fraction: re.Match[str]) -> Spelled | int:
        """A half or third, or the end of a half that is the middle of a time."""
        value = self._fractions[" ".join(fraction.group().lower().split())]
        if value == _HALF and self._middle.match(text, fraction.end()):
            return fraction.end()
        return Spelled(fraction.end(), value, lone=False)

    def _special(self, text: str, start: int, found: list[tuple[str, int]]) -> Spelled | int | None:
        """What is no sum: a half, a collective, a dual, a number before its unit, the end of a teen."""
        first, end = found[0]
        special = self._attached(text, start, found) or self._collective(text, found) or self._half(found)
        if special:
            return special
        if first in self._duals:
            half = self._half_more.match(text, end)
            return Spelled(half.end() if half else end, Decimal("2.5" if half else 2), unit_end=end)
        if first in self._teens and self._is_second(text[max(start - _LOOK, 0) : start]):
            return end
        stem = self._stem.match(first)
        return self._before_unit(stem[1], start) if stem else None

    def _attached(self, text: str, start: int, found: list[tuple[str, int]]) -> Spelled | int | None:
        """A number behind a prefix or article, or a year and a half; nothing of one that began before."""
        first, end = found[0]
        if first in self._definite:
            return self._counted(text, start, found)
        if first in self._singulars:
            half = None if self._goes_on(text, start) else self._half_more.match(text, end)
            return Spelled(half.end(), Decimal("1.5"), unit_end=end) if half else end
        if first not in self._prefixed and first not in self._scales:
            return None
        if self._goes_on(text, start):
            return end
        return self.read(text, start + 1) if first in self._prefixed else None

    def _with_prefixes(self, prefixes: list[str]) -> frozenset[str]:
        """The number words that hang on a prefix, but for those that are other words then: لست, وتسع."""
        least, most = 3, 999
        plain = [word for word, value in self._values.items() if least <= value <= most and " " not in word]
        glued = {prefix + word for prefix in prefixes for word in plain}
        return frozenset(glued - {*phrases(self._language.not_numbers)} - self._values.keys())

    def _goes_on(self, text: str, start: int) -> bool:
        """Whether the word before is a number, or an hour or ordinal: ثلاثة وعشرين, الثالثة وعشر دقائق."""
        before = text[max(start - _LOOK, 0) : start]
        word = _LAST_WORD.search(before)
        if word is None:
            return bool(_DIGIT_BEFORE.search(before))
        known = (word[1], word[1][1:]) if word[1][0] in self._language.prefixes.split() else (word[1],)
        is_number = any(one in self._values or one in self._scales or one[-1:].isdigit() for one in known)
        return is_number or (text[start] == self._glued_joiner and word[1].startswith("ال"))

    def _counted(self, text: str, start: int, found: list[tuple[str, int]]) -> Spelled | int:
        """The number of السنوات الخمس and أبناؤه الثلاثة, but of no السابع عشر, الثلاثة والعشرين or السبع."""
        first, end = found[0]
        word = _LAST_WORD.search(text[max(start - _LOOK, 0) : start])
        following = found[1][0] if len(found) > 1 else ""
        agrees = word is not None and word[1].startswith(("ال", "وال", "بال", "لل"))
        goes_on = following in self._teens or following in self._scales or following.startswith("وال")
        if not agrees or goes_on:
            return end
        return Spelled(end, Decimal(self._definite[first]))

    def _ones_of_teens(self) -> list[tuple[str, int]]:
        """Words for one to nine, with what stands for one and two before ten."""
        own = {word: value for value, text in self._language.before_teens.items() for word in text.split()}
        return [*((word, value) for word, value in self._values.items() if value < _TEN), *own.items()]

    def _with_teens(self, found: list[tuple[str, int]]) -> list[tuple[str, int]]:
        """The words with أحد عشر and the like as one."""
        joined: list[tuple[str, int]] = []
        for word, end in found:
            pair = f"{joined[-1][0]} {word}" if joined else ""
            if word in self._teens and pair in self._values:
                joined[-1] = pair, end
            else:
                joined.append((word, end))
        return joined

    def _is_second(self, before: str) -> bool:
        """Whether a teen is the end of a number or ordinal: واثنا عشر, الثاني عشر."""
        word = _LAST_WORD.search(before)
        if word is None:
            return False
        ones = {one for one, _ in self._ones_of_teens()}
        return word[1].startswith(("ال", "وال")) or word[1] in ones or word[1][1:] in ones

    def _before_unit(self, stem: str, start: int) -> Spelled | int:
        """The number that is one word with the unit behind it: dreijährig, трёхлетний, czteroletni."""
        parts = self._part_of_stem.findall(stem)
        values = {**self._stem_values, self._language.number_joiner: 0}
        number = self._read([(part, start + len(stem)) for part in parts]) if len(parts) > 1 else None
        if len(parts) == 1:
            return Spelled(start + len(stem), Decimal(values[parts[0]]))
        if isinstance(number, Spelled) and self._language.compound_numbers:
            return number
        return Spelled(start + len(stem), Decimal(sum(values[part] for part in parts)))

    def _half(self, found: list[tuple[str, int]]) -> Spelled | None:
        """Полмиллиона, pół miliona, une demi-heure, eine halbe Million; no other half counts."""
        first, end = found[0]
        glued = self._glued_halves.get(first)
        if glued is not None:
            value, has_unit = glued
            return Spelled(end, value, unit_end=end if has_unit else 0)
        place = int(first in self._articles and len(found) > 1)
        if found[place][0] not in self._halves:
            return None
        return Spelled(found[place][1], Decimal("0.5"), needs_unit=True)

    def _collective(self, text: str, found: list[tuple[str, int]]) -> Spelled | None:
        """Une centaine de, dos decenas, три десятка; without a number before, most of them have no value."""
        first, end = found[0]
        if first in self._bare_collectives:
            return Spelled(end, Decimal(self._collectives[first]), about=True)
        second, end = found[1] if len(found) > 1 else ("", 0)
        if second not in self._collectives:
            return None
        many = 1 if first in self._articles else Decimal("0.5") if first in self._halves else 0
        many = many or self._values.get(first, 0)
        named = self._collective_of.match(text, end) and (
            len(found) < _FOUR or found[3][0] not in self._values
        )
        return Spelled(end, many * Decimal(self._collectives[second]), about=True) if many and named else None

    def _with_decimals(self, whole: Spelled, found: list[tuple[str, int]]) -> Spelled | int:
        """Deux *virgule cinq*, zwei *Komma fünf*."""
        if not self._decimal_word or whole.shared > 1:
            return whole
        place = next((place for place, (_, end) in enumerate(found) if end > whole.end), len(found))
        if place + 1 >= len(found) or found[place][0] not in self._decimal_word.split():
            return whole
        digits = [word for word in found[place + 1 :] if word[0] in self._values]
        digits = digits[
            : next((n for n, word in enumerate(digits) if word[1] > found[place + 1 + n][1]), None)
        ]
        zeros = next((n for n, (word, _) in enumerate(digits) if self._values[word]), len(digits))
        rest = self._read(digits[zeros:]) if zeros < len(digits) else found[-1][1]
        if isinstance(rest, int) or rest.value >= _HUNDRED or rest.shared > 1:
            return digits[-1][1] if digits else found[place][1]
        return Spelled(rest.end, Decimal(f"{whole.value}.{'0' * zeros}{rest.value}"))

    def _unglued(self, word: str) -> tuple[str, ...]:
        """Joiner and number of a word that has both, as وعشرون has."""
        if word not in self._values and word[0] == self._glued_joiner and word[1:] in self._values:
            return word[0], word[1:]
        return (word,)

    def _parts(self, word: str) -> list[str]:
        """The numbers a word is put together from, or the word."""
        if word in self._values or len(word) > _LONGEST_COMPOUND or not self._whole_compound.fullmatch(word):
            return [word]
        return self._compound.findall(word)

    def _read(self, found: list[tuple[str, int]]) -> Spelled | int:
        sum_ = _Sum()
        place = 0
        behind_scale = (0, 0)
        while place < len(found):
            ahead = int(place > 0 and found[place][0] == self._language.number_joiner)
            word = found[place + ahead][0] if place + ahead < len(found) else ""
            if ahead and word not in self._values and word not in self._articles:
                break
            if not self._add(sum_, word, joined=bool(ahead)):
                if word in self._scales and sum_.group and sum_.scale and not self._multiplies(sum_, word):
                    place, sum_.total = behind_scale  # three million and five million are two numbers
                    sum_.group, sum_.shared = 0, sum_.scale
                break
            place += 1 + ahead
            if sum_.shared > 1:
                behind_scale = (place, sum_.total)
        if place == 0:
            return found[0][1]
        if place < len(found) and found[place][0] in self._values:
            return found[place][1]  # two numbers side by side are none
        if place < len(found) and found[place][1] == found[place - 1][1]:
            return found[place][1]  # a word that only begins like a number
        lone = place == 1 and (found[0][0] in self._articles or not sum_.value)
        needs_unit = place == 1 and found[0][0] in self._needs_unit
        return Spelled(
            found[place - 1][1], Decimal(sum_.value), lone=lone, needs_unit=needs_unit, shared=sum_.shared
        )

    def _multiplies(self, sum_: _Sum, word: str) -> bool:
        """Whether it goes on from thousands to millions: dos mil quinientos millones."""
        return sum_.scale == _THOUSAND < self._scales[word] and sum_.group >= _HUNDRED

    def _add(self, sum_: _Sum, word: str, *, joined: bool) -> bool:
        """Take in one more word; False if it does not go on from those before."""
        value = self._values.get(word)
        if value is None and word in self._articles:
            value = 1
        if word in self._scales and sum_.words:
            return self._multiply(sum_, self._scales[word])
        if value is None:
            return False
        if value >= _THOUSAND:
            return self._multiply(sum_, value)
        if sum_.words and sum_.scale and self._glued_joiner and not joined:
            return False  # ألف سبع are two words, or none is a number
        sum_.shared = 1
        if value == _HUNDRED and self._counts_hundreds(sum_.group):
            sum_.room = _HUNDRED if sum_.group < _TEN else 0  # what goes on, such as 1984, is a year
            sum_.group *= _HUNDRED
        elif self._language.vigesimal and value == _TWENTY and sum_.group % _HUNDRED == _FOUR:
            sum_.group, sum_.room = sum_.group - _FOUR + _FOUR * _TWENTY, _TWENTY
        elif self._language.ones_first and joined and 0 < sum_.group % _HUNDRED < _TEN and value % _TEN == 0:
            sum_.group, sum_.room = sum_.group + value, 0
        elif value < sum_.room and not (sum_.words and sum_.last == _TEN and value < _SEVEN):
            sum_.group, sum_.room = sum_.group + value, self._room(value)
        else:
            return False
        sum_.words, sum_.last = sum_.words + 1, value
        return True

    def _counts_hundreds(self, group: int) -> bool:
        return 1 < group < _TEN or (self._language.ones_first and _TEN < group < _TWENTY)

    def _room(self, value: int) -> int:
        if value >= _HUNDRED:
            return _HUNDRED
        if self._language.vigesimal and value in _SCORES:
            return _TWENTY
        tens = value % _TEN == 0 and (value >= _TWENTY or self._language.vigesimal)
        return _TEN if tens else 0

    @staticmethod
    def _multiply(sum_: _Sum, scale: int) -> bool:
        if sum_.scale and scale >= sum_.scale:
            return False
        sum_.shared = scale // int(str(scale)[0]) if not sum_.total else 1
        sum_.total, sum_.group = sum_.total + max(sum_.group, 1) * scale, 0
        sum_.room, sum_.scale, sum_.words = _THOUSAND, scale, sum_.words + 1
        return True


def _definite(values: dict[str, int], article: str) -> dict[str, int]:
    """The value of three to ten behind the article, by word; from eleven on they may be ordinals."""
    least = 3
    return {article + word: value for word, value in values.items() if article and least <= value <= _TEN}


def duals(language: Language) -> dict[str, str]:
    """The unit of شهرين and دولارين by word."""
    tables = (language.units, language.time_units, language.currencies)
    found: dict[str, str] = {}
    others = phrases(language.not_numbers)
    for name, text in (row for table in tables for row in table.items()):
        base = phrases(text)[0] if name.isascii() else name
        stem = base[:-1] + "ت" if base.endswith("ة") else base
        if base.isalpha() and len(base) > 2:  # noqa: PLR2004 - no abbreviations
            found |= {stem + ending: name for ending in language.dual.split()}
    return {word: name for word, name in found.items() if word not in others}


def _glued_halves(language: Language) -> dict[str, tuple[Decimal, bool]]:
    """The value of полмиллиона and полгода by word, and whether the word ends with a unit."""
    found: dict[str, tuple[Decimal, bool]] = {}
    half = Decimal("0.5")
    units = (spelling for table in (language.units, language.time_units) for spelling in table.values())
    for prefix in phrases(language.glued_halves):
        for value, text in language.magnitudes.items():
            found.update({prefix + word: (half * value, False) for word in phrases(text) if word.isalpha()})
        measured = (word for text in units for word in phrases(text) if word.isalpha() and len(word) > 2)  # noqa: PLR2004 - no abbreviations
        found.update({prefix + word: (half, True) for word in measured})
    return found


def _either(spellings: list[str]) -> str:
    found = "|".join(re.escape(word) for word in sorted(filter(None, spellings), key=len, reverse=True))
    return f"(?:{found or '(?!)'})"
