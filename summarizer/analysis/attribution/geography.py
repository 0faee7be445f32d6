"""Countries, regions, large cities, and the words for who is from there, as the CLDR has them."""

from functools import cache

_SHORTEST_STEM = 4
_NO_TERRITORIES = frozenset({"XA", "XB", "ZZ"})
"""Codes for tests, and for what is not known."""
_ADJECTIVE_ENDINGS = ("an", "ese", "ish", "i")


@cache
def countries(language: str) -> frozenset[str]:
    """The names of countries and territories, lower case."""
    return frozenset(name for code, name in _territories(language) if code.isalpha())


@cache
def regions(language: str) -> frozenset[str]:
    """The names of continents and parts of them, lower case."""
    return frozenset(name for code, name in _territories(language) if code.isdigit())


@cache
def cities() -> frozenset[str]:
    """The cities that time zones are called by, in English and lower case."""
    from babel.core import get_global

    zones = (zone.rpartition("/")[2] for zone in get_global("zone_territories") if "/" in zone)
    return frozenset(zone.replace("_", " ").lower() for zone in zones)


@cache
def peoples(language: str) -> frozenset[str]:
    """The names of languages, most of which are also said of those who speak them, lower case."""
    from babel import Locale

    return frozenset(name.lower() for name in Locale(language).languages.values())


def is_demonym(word: str, language: str) -> bool:
    """Whether a word, lower case, tells where somebody is from: Danish, Brazilian, Israelis."""
    if word in countries(language):
        return False
    if word in peoples(language):
        return True
    stem = word.removesuffix("s")
    longer = len(stem) > _SHORTEST_STEM and stem.endswith(_ADJECTIVE_ENDINGS)
    return longer and stem[:_SHORTEST_STEM] in _stems(language)


@cache
def _stems(language: str) -> frozenset[str]:
    names = (countries(language) | regions(language)) - {"world"}
    return frozenset(word[:_SHORTEST_STEM] for name in names for word in name.split()[:1] if len(word) > 3)  # noqa: PLR2004 - shorter names have no stem


@cache
def _territories(language: str) -> tuple[tuple[str, str], ...]:
    from babel import Locale

    names = Locale(language).territories
    return tuple((code, name.lower()) for code, name in names.items() if code not in _NO_TERRITORIES)
