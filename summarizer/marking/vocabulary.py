"""Words beside numbers, in English: what bounds them, what multiplies them, and what makes a name of them."""

from decimal import Decimal

from summarizer.marking.marks import Comparator
from summarizer.marking.wordlists import phrases, words

_COMPARATORS: dict[Comparator, str] = {
    "about": """
        nearly, almost, about, around, some, roughly, approximately, approx, circa, an estimated,
        estimated, close to, in the region of, in the neighborhood of, in the neighbourhood of
    """,
    "at_least": """
        at least, at the very least, no fewer than, no less than, not less than, not fewer than, as
        few as, a minimum of, minimum of
    """,
    "at_most": """
        at most, at the most, no more than, not more than, no greater than, up to, as many as, as
        much as, as little as, a maximum of, maximum of
    """,
    "more_than": """
        more than, greater than, higher than, over, above, upwards of, upward of, in excess of,
        exceeding, just over, well over, slightly over, a little over, just above, well above,
        slightly more than, a little more than, just more than, well more than, north of
    """,
    "less_than": """
        less than, fewer than, lower than, under, below, just under, well under, slightly under, a
        little under, just below, well below, slightly less than, slightly fewer than, a little less
        than, just less than, just shy of, shy of
    """,
    "exactly": "exactly, precisely",
    "between": "between, between the ages of, between ages",
}

COMPARATORS_BEFORE: dict[str, Comparator] = {
    phrase: comparator for comparator, text in _COMPARATORS.items() for phrase in phrases(text)
}
LONGEST_COMPARATOR = 4
"""Words."""

LASTING = frozenset({"over"})
"""Comparators that mean “during” before a time: over two years."""

SIGNS_BEFORE: dict[str, Comparator] = {
    "~": "about",
    "≈": "about",
    "∼": "about",
    ">": "more_than",
    "<": "less_than",
    "≥": "at_least",
    "≤": "at_most",
}

MAGNITUDES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
    "quadrillion": Decimal(10) ** 15,
    "dozen": Decimal(12),
    "lakh": Decimal(10) ** 5,
    "crore": Decimal(10) ** 7,
}
SHORT_MAGNITUDES = {
    "k": Decimal(1000),
    "m": Decimal(10) ** 6,
    "mn": Decimal(10) ** 6,
    "mln": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
    "bn": Decimal(10) ** 9,
    "tn": Decimal(10) ** 12,
    "trn": Decimal(10) ** 12,
}

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)

LABELS = words(
    """
    page pages p pp para paragraph paragraphs chapter chapters section sections sec article articles
    art clause clauses verse verses resolution resolutions amendment amendments proposition prop
    rule rules item items exhibit no nos number numbers route flight flights volume vol issue season
    episode act phase stage level tier grade category channel version round table fig appendix annex
    schedule title psalm serial ref
    """
)
"""A number directly behind one of these is the name of something."""

CAPITAL_LABELS = words(
    """
    School Room Rooms Highway Hwy Interstate Area Boeing Airbus Figure Gate Platform Track Lane Unit
    Apartment Apt Suite Floor Type Model Windows Apollo Pier District Precinct Ward Zone Sector
    Block Lot Case Group Class Line Week Day Game Studio Building Bldg Bay Terminal Camp Checkpoint
    Division Local Lock Measure Question Pot Gemini Soyuz Falcon Galaxy Playstation PlayStation
    Formula Super Route Exit Psalm Hall Court Booth Box Bus Train Tram Radio BBC ITV Catch
    """
)
"""The same where they are written with a capital."""

RANK_WORDS = frozenset({"run", "race", "walk", "tv", "video", "resolution"})
"""Behind 5K and 4K: names of things."""
