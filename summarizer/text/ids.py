"""Ids of articles and summaries, as people see them."""


def short_id(identifier: str) -> str:
    """An id as people see it, without its tag; 48 bits are enough among millions."""
    return identifier.removeprefix("sha256:")[:12]
