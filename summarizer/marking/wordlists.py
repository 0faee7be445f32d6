"""Tables of words, written as running text so that a reader takes them in at a glance."""


def words(text: str) -> frozenset[str]:
    """The words of `text`, which white space divides."""
    return frozenset(text.split())


def phrases(text: str) -> list[str]:
    """The phrases of `text`, which commas divide; a line break counts as a space."""
    return [" ".join(phrase.split()) for phrase in text.split(",")]
