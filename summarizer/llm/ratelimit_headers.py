"""What an endpoint's headers say of how much it still allows.

`x-ratelimit-remaining-requests`, `-tokens` and the like with their `-reset-…`, as OpenAI and its kin send
them (https://platform.openai.com/docs/guides/rate-limits), and `ratelimit-remaining` with `ratelimit-reset`
of the IETF's draft (draft-ietf-httpapi-ratelimit-headers).
"""

import re
from collections.abc import Mapping

_REMAINING = re.compile(r"(?:x-)?ratelimit-remaining(?:-(?P<what>[a-z-]+))?")
_STEP = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)(ms|s|m|h|d)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}
_LONGEST = 32
"""Characters of a header's value that is looked at."""


def pause_in(headers: Mapping[str, str]) -> float | None:
    """Seconds until an endpoint that allows nothing more allows something again; None if it still does.

    Args:
        headers: with names in lower case; what cannot be understood is passed over.
    """
    pauses = []
    for name, value in headers.items():
        found = _REMAINING.fullmatch(name)
        if found and _number(value) == 0.0:
            reset = headers.get(name.replace("remaining", "reset", 1))
            seconds = None if reset is None else seconds_in(reset)
            if seconds is not None:
                pauses.append(seconds)
    return max(pauses, default=None)


def seconds_in(text: str) -> float | None:
    """`1s`, `6m0s`, `20ms` or plain seconds; None for anything else, such as a point in time."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    plain = _number(text)
    if plain is not None:
        # A day and more is a time of day, counted from 1970, of a clock that may not be ours.
        return plain if 0 <= plain < _SECONDS["d"] else None
    steps = list(_STEP.finditer(text))
    if not steps or "".join(step[0] for step in steps) != text:
        return None
    return sum(float(step[1]) * _SECONDS[step[2]] for step in steps)


def _number(text: str) -> float | None:
    text = text.strip()
    return float(text) if re.fullmatch(r"[0-9]{1,12}(?:\.[0-9]{1,9})?", text) else None
