"""Numbers in words, by the rules of the Unicode CLDR, which unicode-rbnf carries and Babel does not."""

import unicodedata
from collections.abc import Mapping
from functools import cache

_SPELLED = (*range(2, 101), *range(200, 1000, 100))
"""News write larger numbers in digits; one is an article in too many languages."""
_FEW = 5


@cache
def number_phrases(code: str) -> Mapping[str, int]:
    """Words of whole numbers from 2 to 100, and of hundreds, in all genders and cases.

    Words that mean two numbers are left out.
    """
    from unicode_rbnf import RbnfEngine

    if code not in RbnfEngine.get_supported_languages():
        return {}
    engine = RbnfEngine.for_language(code)
    found: dict[str, set[int]] = {}
    for number in _SPELLED:
        spellings = engine.format_number(number).text_by_ruleset
        chosen = [rules for rules in spellings if "cardinal" in rules and "financial" not in rules]
        native = [rules for rules in chosen if rules.endswith("native-attributive")]
        for rules in native or chosen:
            found.setdefault(_plain(spellings[rules]), set()).add(number)
    return {words: min(values) for words, values in found.items() if len(values) == 1 and not words.isdigit()}


@cache
def minus_words(code: str) -> frozenset[str]:
    """The words that the language spells a negative number with: minus, eksi, мінус; in Hindi, a loan."""
    from unicode_rbnf import RbnfEngine

    if code not in RbnfEngine.get_supported_languages():
        return frozenset()
    engine = RbnfEngine.for_language(code)
    above, below = (engine.format_number(number).text_by_ruleset for number in (_FEW, -_FEW))
    found = (
        _plain(below[rules].removesuffix(spelled))
        for rules, spelled in above.items()
        if "cardinal" in rules and below.get(rules, "").endswith(spelled)
    )
    return frozenset(word for word in found if word.isalpha())


def _plain(words: str) -> str:
    """The words as texts write them: no soft hyphens and no spaces without width."""
    shown = "".join(letter for letter in words if unicodedata.category(letter) != "Cf")
    return " ".join(shown.split()).lower()
