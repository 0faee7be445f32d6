"""A light stemmer of English words; words of other languages mostly stay as they are."""

_SHORTEST_PLURAL = 4
_ENDINGS = (("ing", 4), ("ed", 3), ("e", 4))
"""What is cut off, and how many letters must be left."""


def stem(word: str) -> str:
    """Return a folded word without its endings.

    English plurals by the S-stemmer of D. Harman, “How effective is suffixing?”, Journal of the American
    Society for Information Science 42 (1991), 7-15; besides, -ed and -ing are cut off, and an e before them.
    """
    word = _singular(word)
    for ending, shortest in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    return word


def inflections(word: str) -> tuple[str, ...]:
    """Return a folded word and the words that have its stem, sorted."""
    root = stem(word)
    bases = [root + ending for ending in ("", *(ending for ending, _ in _ENDINGS))]
    plurals = [f"{base}s" for base in bases] + [f"{base[:-1]}ies" for base in bases if base.endswith("y")]
    return tuple(sorted({word, *(one for one in (*bases, *plurals) if stem(one) == root)}))


def _singular(word: str) -> str:
    if word.endswith("ies") and not word.endswith(("eies", "aies")) and len(word) > _SHORTEST_PLURAL:
        return word[:-3] + "y"
    keeps = ("us", "ss", "aes", "ees", "oes")
    return (
        word[:-1]
        if word.endswith("s") and not word.endswith(keeps) and len(word) >= _SHORTEST_PLURAL
        else word
    )
