"""Python's search for cycles, which finds next to nothing in what articles leave behind."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_COLLECT_AFTER = 50_000
"""Objects more than before, at which Python looks for cycles that nobody holds any more; its own 700 (2,000
from Python 3.13 on) are fewer than one article in hand has, and none of those is in a cycle."""


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Have Python look for cycles seldom; a program that collects as seldom, or never, is let be."""
    usual = gc.get_threshold()
    if not 0 < usual[0] < _COLLECT_AFTER:
        yield
        return
    gc.set_threshold(_COLLECT_AFTER, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
