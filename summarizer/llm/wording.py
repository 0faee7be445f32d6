"""Words of an endpoint made fit to show: one line, short, harmless, and without the key."""

import base64
import unicodedata
from urllib.parse import quote, quote_plus, urlsplit

LONGEST = 200
"""Characters of a provider's own words that a message repeats."""
SHORTEST_SECRET = 4
HIDDEN = "[key]"


def quoted(text: str, key: str | None) -> str:
    """What an endpoint said, fit for a message: one line of at most 200 characters, without the key."""
    # Cc, Cf and Cs: control, bidi and tag characters, and surrogates; none belongs on a terminal. A space in
    # their place keeps the pieces of a key apart that they were put between.
    plain = "".join(" " if unicodedata.category(one).startswith("C") else one for one in scrubbed(text, key))
    line = " ".join(plain.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def scrubbed(text: str, key: str | None) -> str:
    """`text` without `key`, be it written plainly, URL-quoted or in base64."""
    if key is None or len(key) < SHORTEST_SECRET:
        return text
    raw = key.encode("utf-8", "surrogatepass")
    spellings = {
        key,
        quote(raw, safe=""),
        quote_plus(raw),
        base64.b64encode(raw).decode().rstrip("="),
        base64.urlsafe_b64encode(raw).decode().rstrip("="),
    }
    for spelling in sorted(spellings, key=len, reverse=True):
        text = text.replace(spelling, HIDDEN)
    return text


def shown(url: str) -> str:
    """`url` without user name, password, query and fragment."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
