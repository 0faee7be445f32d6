"""Links that lead to the words of an article on its page."""

from urllib.parse import quote

from summarizer.text.printable import followable, printable

_ALL_WORDS = 12
"""Up to so many words of a passage are looked for as they stand, of longer ones the first and last …"""
_END_WORDS = 5
"""… so many."""


def passage_link(url: str | None, passage: str) -> str | None:
    """Return the link to a passage on an article's page; None if its URL is not one of the web.

    It is a text fragment (https://wicg.github.io/scroll-to-text-fragment/): where the page has the passage, a
    browser scrolls to it and highlights it, else it shows the page.
    """
    page = followable(url)
    words = printable(passage).split()
    if page is None or not words:
        return page
    ends = [words] if len(words) <= _ALL_WORDS else [words[:_END_WORDS], words[-_END_WORDS:]]
    # A hyphen has a meaning of its own there, and `quote` leaves it.
    text = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{page}{'' if '#' in page else '#'}:~:text={text}"
