"""A headline in an article's own words: its title without what the site adds, else its first sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from summarizer.analysis import MarkedArticle
from summarizer.analysis.instructions import find_instructions
from summarizer.article import Article, Span
from summarizer.claims import SentenceClaim
from summarizer.extracts.candidates import Candidate, Fault
from summarizer.extracts.phrasing import Phrasing, phrasing
from summarizer.extracts.wording import phrase, shortened
from summarizer.text.headings import OPENING, heading
from summarizer.text.paragraphs import paragraphs

LONGEST = 160
"""Characters of a headline."""
_SHORT_OPENING = 120
_MOST_IN_OPENING = 3
_LEAST_PARAGRAPHS = 2
_LEAST_WORDS = 3
_MOST_SITE_WORDS = 5
_PARTS = re.compile(r"\s+[|｜•·–—-]\s+|\s*[|｜]\s*|\s*[_＿](?=\S)")
_NO_LETTER = re.compile(r"[\W_]+")
_STOP = re.compile(r"(?<![.。])[.。;,:]\Z")


def headline(marked: MarkedArticle, title: str, lede: Candidate | None) -> SentenceClaim:
    """Return the headline; empty only where the article has no word.

    Args:
        marked: the article.
        title: its title, as `title_of` gives it.
        lede: the sentence that carries a title from outside the text, or stands in for one.
    """
    if title:
        inside = marked.article.title is None and marked.sentences
        evidence = (marked.sentences[0].span,) if inside else lede.sentences if lede else ()
        return SentenceClaim(shortened(title, LONGEST), evidence, wording="article")
    if lede is None:
        return SentenceClaim("", wording="article")
    words = _STOP.sub("", phrase(marked, lede.shown, ends=False, longest=LONGEST))
    return SentenceClaim(words, lede.sentences, wording="article")


def title_of(marked: MarkedArticle) -> str:
    """Return an article's title, or the headline that its text begins with, cleaned; else nothing."""
    article, known = marked.article, phrasing(marked.language)
    speaks_to_a_model = {one.sentence for one in find_instructions(marked)}
    opens_with_one = bool(marked.sentences) and marked.sentences[0].id in speaks_to_a_model
    for given in (article.title, None if opens_with_one else heading(article.text)):
        words = cleaned(" ".join((given or "").split()), article, known)
        if _says_something(words, known):
            return words
    return ""


def _says_something(words: str, known: Phrasing) -> bool:
    enough = len(words.split()) >= _LEAST_WORDS if known.spaced else len(words) > _LEAST_WORDS
    return enough and any(map(str.isalpha, words))


def short_opening(marked: MarkedArticle, found: Sequence[Candidate]) -> Candidate | None:
    """Return what a text without a title begins with, if it is a paragraph as short as one."""
    opening = paragraphs(marked.article.text[:OPENING])
    if len(opening) < _LEAST_PARAGRAPHS or not found:
        return None
    first, end = found[0], opening[0].end
    if Fault.INSTRUCTION in first.faults:
        return None
    heads = [one for one in found[:_MOST_IN_OPENING] if one.sentences[0].start < end]
    short = end - opening[0].start <= _SHORT_OPENING and heads[-1].sentences[-1].end <= end
    shown = Span(first.shown.start, heads[-1].shown.end)
    if not short or not _says_something(marked.article.slice(shown), phrasing(marked.language)):
        return None
    return replace(first, shown=shown, sentences=tuple(place for one in heads for place in one.sentences))


def cleaned(title: str, article: Article, known: Phrasing) -> str:
    """Return a title without the names of its site and section, and without what kind of text it is."""
    sites = {_bare(name) for name in (article.site, *_hosts(article.url)) if name}
    parts, marks = _PARTS.split(title), _PARTS.findall(title)
    while len(parts) > 1 and _is_site(parts[-1], marks[-1], sites, parts):
        parts.pop()
        marks.pop()
    while len(parts) > 1 and (
        _bare(parts[0]) in sites or ("|" in marks[0] and len(parts[0].split()) < _LEAST_WORDS)
    ):
        parts.pop(0)
        marks.pop(0)
    words = parts[0] + "".join(mark + part for mark, part in zip(marks, parts[1:], strict=True))
    label = known.label.match(words)
    words = (words[label.end() :] if label else words).rstrip(" ,;:|–—-")
    return words[:1].upper() + words[1:]


def _is_site(part: str, mark: str, sites: set[str], parts: Sequence[str]) -> bool:
    """Whether the last part of a title is the name of its site or section."""
    if _bare(part) in sites:
        return True
    few = len(part.split()) <= _MOST_SITE_WORDS and len(parts[0].split()) >= _LEAST_WORDS
    return few and ("|" in mark or "｜" in mark)


def _hosts(url: str | None) -> list[str]:
    """Return what the address of an article calls its site: bbc and bbc.co.uk of www.bbc.co.uk."""
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return []
    return [host, host.partition(".")[0]] if host else []


def _bare(name: str) -> str:
    plain = _NO_LETTER.sub("", name.casefold())
    return plain.removeprefix("the") or plain
