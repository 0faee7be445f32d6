"""Forms of a name in which an article may have it: cases, plurals, and what Arabic writes in front."""

from collections.abc import Iterable, Iterator
from itertools import islice, product, takewhile

DECLINING = frozenset("ar be bg cs de el et fi hr hu lt lv pl ro ru sk sl sr tr uk".split())  # noqa: SIM905
"""Languages that decline names, or write something in front of them."""
_SHORTEST = 4
"""Letters; a shorter word is taken to have one form."""
_REPLACED = 2
"""Letters of an ending that another one replaces."""
_ADDED = 3
"""Letters of the ending that replaces it, or of what Arabic writes in front."""
_MOST_FORMS = 6
"""Forms of one word."""
_MOST_NAMES = 64
_ARABIC_ARTICLE = "ال"


def inflected(name: str, vocabulary: Iterable[str], *, names: bool) -> list[str]:
    """Return the forms of `name` that words of the article could make, at most 64; its own is not among them.

    Words with a capital have several forms only where `names` are declined.
    """
    words = name.split()
    folded = [(word, word.casefold()) for word in vocabulary]
    forms = [
        list(islice(_forms(word, folded), _MOST_FORMS)) or [word]
        if names or not word[:1].isupper()
        else [word]
        for word in words
    ]
    combined = (" ".join(form) for form in product(*forms))
    return [form for form in islice(combined, _MOST_NAMES) if form != name]


def _forms(word: str, vocabulary: Iterable[tuple[str, str]]) -> Iterator[str]:
    plain = word.casefold()
    return (other for other, folded in vocabulary if _is_form(plain, folded))


def _is_form(word: str, other: str) -> bool:
    if word == other:
        return True
    if len(word) < _SHORTEST or not word.isalpha():
        return False
    core = word.removeprefix(_ARABIC_ARTICLE)
    if "\u0621" <= word[0] <= "\u064a":
        return other.endswith(core) and len(other) - len(core) <= _ADDED
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    return stem >= max(_SHORTEST - 1, len(word) - _REPLACED) and len(other) - stem <= _ADDED
