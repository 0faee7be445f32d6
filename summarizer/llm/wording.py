"""Words of an endpoint made fit to show: one line, short, harmless, and without the key."""

import base64
import re
import unicodedata
from urllib.parse import parse_qsl, quote, quote_plus, unquote

LONGEST = 200
"""Characters of a provider's own words that a message repeats."""
SHORTEST_SECRET = 4
HIDDEN = "[key]"


_PATH_AND_REST = re.compile(r"[/?#]")
_QUERY = re.compile(r"[?#]")


def quoted(text: str, *secrets: str | None) -> str:
    """What an endpoint said, fit for a message: one line of at most 200 characters, without the secrets."""
    # Cc, Cf and Cs: control, bidi and tag characters, and surrogates; none belongs on a terminal. A space in
    # their place keeps the pieces of a key apart that they were put between.
    plain = "".join(
        " " if unicodedata.category(one).startswith("C") else one for one in scrubbed(text, *secrets)
    )
    line = " ".join(plain.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def scrubbed(text: str, *secrets: str | None) -> str:
    """`text` without the secrets, be they written plainly, URL-quoted or in base64."""
    spellings: set[str] = set()
    for secret in secrets:
        if secret is not None and len(secret) >= SHORTEST_SECRET:
            raw = secret.encode("utf-8", "surrogatepass")
            spellings |= {
                secret,
                quote(raw, safe=""),
                quote_plus(raw),
                base64.b64encode(raw).decode().rstrip("="),
                base64.urlsafe_b64encode(raw).decode().rstrip("="),
            }
    for spelling in sorted(spellings, key=len, reverse=True):
        text = text.replace(spelling, HIDDEN)
    return text


def shown(url: str) -> str:
    """`url` without user name, password, query and fragment, also where it is no well-formed URL."""
    scheme, mark, rest = url.partition("://")
    if not mark:
        scheme, rest = "", url
    head = _PATH_AND_REST.split(rest, maxsplit=1)[0]
    if "@" in head or (":" in head and "@" in rest):
        rest = rest.rpartition("@")[2]  # a password may hold any character, a slash too
    return f"{scheme}{mark}{_QUERY.split(rest, maxsplit=1)[0]}"


def secrets_in(url: str) -> tuple[str, ...]:
    """What of a URL nobody may see: its password, also with the user's name, and its query's values."""
    rest = url.partition("://")[2] or url
    queried = [value for _, value in parse_qsl(rest.partition("?")[2])]
    user = rest.rpartition("@")[0]
    name, _, password = user.partition(":")
    told = (user, password or name)
    return tuple(one for one in (*told, *map(unquote, told), *queried) if one)
