"""Loaded wording in an article's own voice: what a neutral summary must not take over.

After M. Recasens, C. Danescu-Niculescu-Mizil and D. Jurafsky, Linguistic Models for Analyzing and Detecting
Biased Language, ACL 2013: words that frame are told by a lexicon and by whose words they are. A lexicon is
as even-handed as its table; a test has the same event told by both sides.
"""

from collections.abc import Iterator, Sequence

from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.framing.lexicon import Lexicon, lexicons
from summarizer.framing.loaded import Loaded, LoadedFinder
from summarizer.framing.voice import Voice
from summarizer.summary import Framing, FramingCategory
from summarizer.text.tokens import Tokens

MOST = 24
"""Expressions that a summary lists."""
MOST_OTHERS = 8
"""Further places that it lists of each."""
_TELLING: tuple[FramingCategory, ...] = (
    "scare_quoted_name",
    "accusation",
    "dehumanising",
    "glorifying",
    "euphemism",
    "partisan",
    "belittling",
    "intensifier",
)
"""Categories, the most telling first."""


def find_framing(marks: Marks, tokens: Tokens) -> list[Framing]:
    """The article's own loaded wording, numbered from w1 in the order of the text; bounded, and linear."""
    found: dict[str, list[Loaded]] = {}
    for lexicon in lexicons(marks.marked.language, marks.text):
        for loaded in own_words(marks, tokens, lexicon):
            found.setdefault(loaded.form, []).append(loaded)
    groups = sorted(found.values(), key=_least_telling_last)[:MOST]
    groups.sort(key=lambda group: group[0].span)
    return [_item(number, group, marks) for number, group in enumerate(groups, 1)]


def own_words(marks: Marks, tokens: Tokens, lexicon: Lexicon) -> Iterator[Loaded]:
    """Each loaded expression that the article uses itself."""
    finder, voice = LoadedFinder(marks, tokens, lexicon), Voice(marks, tokens, lexicon)
    for loaded in every_expression(finder):
        # Quotation marks around an adversary's name are the writer's, whoever is being reported.
        if loaded.is_scare_quoted or voice.is_own(loaded.first, loaded.last):
            yield loaded


def every_expression(finder: LoadedFinder) -> Iterator[Loaded]:
    """All that a finder finds; where so-called goes with a loaded word, the word alone."""
    taken: list[Span] = []
    for loaded in finder.words():
        taken.append(loaded.span)
        yield loaded
    starts = {span.start for span in taken}
    yield from (loaded for loaded in finder.introduced_offices() if loaded.span.start not in starts)
    yield from finder.scare_quoted_names()


def _least_telling_last(group: Sequence[Loaded]) -> tuple[int, int, Span]:
    return _TELLING.index(group[0].meaning.category), -len(group), group[0].span


def _item(number: int, group: Sequence[Loaded], marks: Marks) -> Framing:
    places = [marks.anchor(loaded.span) for loaded in group[: MOST_OTHERS + 1]]
    return Framing(
        id=f"w{number}",
        text=places[0].exact,
        anchor=places[0],
        category=group[0].meaning.category,
        neutral=group[0].meaning.neutral,
        times=len(group),
        others=places[1:],
    )
