"""What an article is called where people are to recognise it."""

from summarizer.text.ids import short_id
from summarizer.text.paragraphs import paragraphs

OPENING = 400
"""So many code points of an article's text tell whether it begins with a headline."""
_LONGEST = 120
# A question mark, an exclamation mark or a quotation mark may well end a headline.
_ENDS_NO_HEADLINE = tuple(".,;:…")


def heading(text: str) -> str | None:
    """The headline that a text begins with; None where its first paragraph is long, or a sentence."""
    match paragraphs(text[:OPENING]):
        case [first, _, *_]:
            words = " ".join(text[first.start : first.end].split())
        case _:
            return None
    is_one = len(words) <= _LONGEST and not words.endswith(_ENDS_NO_HEADLINE) and any(map(str.isalpha, words))
    return words if is_one else None


def titled(title: str | None, text: str) -> str | None:
    """An article's title, else the headline that its text begins with."""
    return title or heading(text)


def called(
    title: str | None,
    *,
    text: str = "",
    headline: str | None = None,
    place: str | None = None,
    article: str = "",
) -> str:
    """What people know an article by: the best of what is known of it.

    Args:
        title: its title, which is best.
        text: of the article, or its first `OPENING` code points; it may begin with a headline.
        headline: of a summary of it.
        place: URL or path.
        article: its id, of which the beginning will do.
    """
    known = (titled(title, text), headline, place)
    return next(filter(None, known), short_id(article))
