"""Whether a page shows an article, by what is measured on it: length, links, forms, what it says it is."""

import re
from dataclasses import dataclass
from itertools import pairwise

from summarizer.errors import PageHasNoArticle
from summarizer.reading.blocks import Block

# Characters of text. A brief on a page that calls itself an article has two sentences; elsewhere so short a
# text is as well a notice or a menu.
ENOUGH_OF_AN_ARTICLE = 120
ENOUGH = 250
TEASER = 1_500  # under it, what a paid page shows is taken for its beginning
FORM = 500  # under it, a password field is what the page is about
SHELL = 300  # a page that shows less than this, and runs scripts, has its text from them
LINKED_TEXT = 0.5  # of the extracted text inside links: the teasers of an index
LINKED_PAGE = 0.75  # of all that is shown by pages that call themselves no article
TEASERS = 0.5  # of the paragraphs below a link of their own, on such pages
FEW = 4  # "Read also" stands between the paragraphs of articles too
_BEGINNING = 60  # characters that tell one paragraph from another
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_IDEOGRAPH_WEIGHT = 3  # what one such character says takes about three letters


@dataclass(frozen=True, slots=True)
class Signs:
    """What a page says of itself, and all that it shows, menus included."""

    is_article: bool
    is_list: bool
    asks_password: bool
    is_free: bool | None
    runs_scripts: bool
    shown: list[Block]


def demand_article(text: str, found: list[Block], signs: Signs, *, source: str) -> None:
    """Let an article pass; `found` are the page's blocks that its text was made of.

    Raises:
        PageHasNoArticle: saying what the page is instead.
    """
    size = weight(text)
    if signs.is_free is False and size < TEASER:
        raise PageHasNoArticle(source, "shows only its beginning without a subscription", shape="login wall")
    if signs.asks_password and size < FORM:
        raise PageHasNoArticle(source, "shows a login form, not an article", shape="login wall")
    if _is_linked(found, LINKED_TEXT) or (not signs.is_article and _is_index(size, found, signs)):
        raise PageHasNoArticle(source, "is a list of links, not one article", shape="index")
    if size >= (ENOUGH_OF_AN_ARTICLE if signs.is_article else ENOUGH):
        return
    if signs.runs_scripts and sum(len(block.text) for block in signs.shown) < SHELL:
        raise PageHasNoArticle(
            source, "is an empty shell that scripts fill; save its text from a browser", shape="empty shell"
        )
    raise PageHasNoArticle(
        source, f"holds too little text to be an article ({len(text):,} characters)", shape="too short"
    )


def weight(text: str) -> int:
    """The length of a text in letters; an ideograph, a kana or a Hangul syllable counts for three."""
    return len(text) + (_IDEOGRAPH_WEIGHT - 1) * len(_IDEOGRAPH.findall(text))


def _is_linked(shown: list[Block], share: float) -> bool:
    return sum(block.linked for block in shown) > share * sum(len(block.text) for block in shown)


def _is_index(size: int, found: list[Block], signs: Signs) -> bool:
    if size < TEASER and _is_linked(signs.shown, LINKED_TEXT if signs.is_list else LINKED_PAGE):
        return True
    teasers = _teasers(found, signs.shown)
    return teasers >= FEW and teasers > TEASERS * sum(not block.is_link for block in found)


def _teasers(found: list[Block], shown: list[Block]) -> int:
    """How many of the paragraphs found stand below a link, as those of an index do below its headlines."""
    beginnings = {block.text[:_BEGINNING] for block in found}
    return sum(
        above.is_link and not block.is_link and block.text[:_BEGINNING] in beginnings
        for above, block in pairwise(shown)
    )
