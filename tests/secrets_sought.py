"""A key that must turn up nowhere, and the search for it in every spelling."""

import base64
from pathlib import Path
from urllib.parse import quote, quote_plus

SENTINEL = "sk-SENTINEL/+key?0123456789"


def spellings(key: str) -> set[bytes]:
    """Plain, URL-quoted, and in base64 wherever in a longer text it begins, alone or after a user's name."""
    found = {key.encode(), quote(key, safe="").encode(), quote_plus(key).encode()}
    for before in range(3):
        # The first and last digits depend on what stands beside the key.
        whole = base64.b64encode(b"\0" * before + key.encode())
        found |= {whole[4:-4], whole[4:-4].replace(b"+", b"-").replace(b"/", b"_")}
    return found


def assert_nowhere(key: str, *places: str | Path) -> None:
    """Look into texts and files."""
    for place in places:
        held = place.read_bytes() if isinstance(place, Path) else place.encode()
        for spelling in spellings(key):
            assert spelling not in held, f"the key is in {place!s:.60}"
