"""Whom a source names: from the annotated words of a source (“its leader Ann Roe, who came late”) to names.

PolNeAR marks the whole phrase that tells who speaks. A source is *named* if its head is a proper name:

- What only describes it is cut: brackets, what follows a relative pronoun or a preposition (“of” and “for”
  only behind a role), and a possessor (“Ann Roe’s adviser Bo Doe” is Bo Doe).
- Of what commas and dashes part, the first piece with a name counts (“his wife, Ann Roe, a lawyer”).
- What is left has a name if it has words with capitals; the last run of them is the name.
- Before a word in lower case they name only a body (“the Roe campaign”): “Roe supporters” are nobody known.
- A capital proves nothing at the start of a sentence, unless the article writes the word so elsewhere too.
- Pronouns and bare roles (“he”, “the president”, “officials”) name nobody, whatever their case.
- “A, B and C” are three names.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from summarizer.article import Article, Span
from summarizer.evaluation.names import BODIES, TITLES

_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_RELATIVE = re.compile(r"\s+(?:who|whom|whose|which|that|where)\b")
_BREAK = re.compile(r"\s*[,;:—–]\s*|\s-\s")
_LIST = re.compile(r"\s*,\s+(?:and\s+)?|\s+(?:and|or|&)\s+")
_COMPLEMENT = re.compile(
    r"(?:\A|\s+)(?:by|at|in|to|from|with|on|under|near|among|between|inside|close|led|about|including)\s.*",
    re.DOTALL,
)
_OF = re.compile(r"(?:\A|\s+)(?:of|for)\s.*", re.DOTALL)
"""May be part of a name, as in Bank of America, and so goes only behind a role."""
_POSSESSOR = re.compile(r".*(?:['’]s|s['’])\s+(?=\S)", re.DOTALL | re.IGNORECASE)
_POSSESSED_BODY = re.compile(rf"(?:['’]s|(?<=s)['’])(?=\s+(?:\w+\s+)?(?:{'|'.join(sorted(BODIES))})\b)")
_JOINED = re.compile(r"\s(?:and|or|&)\s")
_CAPITAL = r"(?:[^\W\d_a-zà-öø-ÿ][\w’'&.-]*)"
_NAME = re.compile(
    rf"{_CAPITAL}(?:\s+(?:(?:of|for|de|da|del|van|von|der|bin|al|la|the|an|a|&)\s+){{0,2}}{_CAPITAL})*"
)
_ONE_NAME = re.compile(rf"(?:both\s+)?(?:[Tt]he\s+)?{_CAPITAL}(?:\s+{_CAPITAL}){{0,4}}")
_INSIDE = re.compile(r"(?<=[a-z,;] )[^\W\d_a-zà-öø-ÿ][\w’'-]*")
_BEGINS = re.compile(r"(?:\A|[.!?:;•\n“\"‘(\]—–-])\s*\Z")
_LOOK_BACK = 8
_PRONOUNS = frozenset(
    """
    i me my we us our you your he him his she her it its they them their this that these those who whom whose
    which someone somebody one others some many several most few all both another everyone people
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
_NO_NAMES = (
    (TITLES - BODIES)
    | _PRONOUNS
    | frozenset(
        """
    officials sources aides allies critics supporters voters protesters police experts reporters moderator
    spokespeople leaders lawmakers analysts authorities witnesses vice former republican democratic american
    monday tuesday wednesday thursday friday saturday sunday january february march july august
    september october november december
    """.split()  # noqa: SIM905 - a table of words reads better as text
    )
)
_AFTER_A_NAME = frozenset({"himself", "herself", "itself", "themselves", "also", "all", "both", "alone"})


class SourceReader:
    """Reads names from sources of one article."""

    def __init__(self, article: Article) -> None:
        self._text = article.text

    def names(self, source: Span) -> tuple[str, ...]:
        """The names at `source`, titles and all; empty if it names nobody."""
        phrase = _BRACKETS.sub("", self._text[source.start : source.end]).strip(" \n\t“”\"'‘’,:;")
        phrase = _RELATIVE.split(phrase, maxsplit=1)[0]
        begins = bool(_BEGINS.search(self._text[max(source.start - _LOOK_BACK, 0) : source.start]))
        for items in _alternatives(phrase):
            found = [_name(item, self._is_proper(begins and phrase.startswith(item))) for item in items]
            if any(found):
                return tuple(dict.fromkeys(name for name in found if name))
        return ()

    @cached_property
    def _inside_sentences(self) -> frozenset[str]:
        return frozenset(_INSIDE.findall(self._text))

    def _is_proper(self, begins: bool) -> Callable[[re.Match[str]], bool]:  # noqa: FBT001 - one private call
        """The test of a run of capitalised words; `begins`: a sentence begins with their part."""

        def test(run: re.Match[str]) -> bool:
            words = [word.strip(".,’'") for word in run.group().split()]
            if all(word.casefold() in _NO_NAMES | {"the", "a", "an"} for word in words):
                return False
            lone = begins and run.start() == 0 and len(words) == 1
            return not lone or _is_shouted(words[0]) or words[0] in self._inside_sentences

        return test


def _alternatives(phrase: str) -> Iterator[list[str]]:
    """Readings of a phrase as one name or several, the likeliest first."""
    items = [item for item in _LIST.split(phrase) if item]
    if _JOINED.search(phrase) and all(map(_ONE_NAME.fullmatch, items)):
        yield items
    for piece in _BREAK.split(phrase):
        yield re.split(r"\s+and\s+", _without_complement(piece))


def _name(part: str, is_proper: Callable[[re.Match[str]], bool]) -> str | None:
    """The name that is the head of `part`, which holds one name at most."""
    part = _POSSESSOR.sub("", _POSSESSED_BODY.sub("", part))
    runs = [run for run in _NAME.finditer(part) if is_proper(run)]
    if not runs:
        return None
    last = runs[-1]
    tail = part[last.end() :].split()
    if not tail or tail[0] in _AFTER_A_NAME:
        return last.group()
    body = next((at for at, word in enumerate(tail, 1) if word.strip(".,") in BODIES), None)
    return " ".join([last.group(), *tail[:body]]) if body else None


def _without_complement(part: str) -> str:
    """`part` without what follows a preposition; “of” and “for” stay behind a proper name."""
    head = _COMPLEMENT.sub("", part)
    cut = _OF.sub("", head)
    return head if cut[cut.rfind(" ") + 1 :][:1].isupper() else cut


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()
