"""Text in an article that speaks to a model instead of a reader."""

import re

from summarizer.grounding.vocabulary import MODEL_ADDRESSES, OVERRIDING_VERBS

_OVERRIDES = re.compile(
    r"\w+ (?:(?:all|any|of|the|your|my) ){0,4}(?:previous|prior|above|earlier|preceding|your|system) "
    r"(?:\w+ )?(?:instruction|prompt|direction|guideline|rule)"
)


def instruction_like(text: str) -> str | None:
    """The first phrase of `text` that addresses a model, in lower case; None if there is none."""
    plain = " ".join(text.lower().split())
    for phrase in MODEL_ADDRESSES:
        if phrase in plain:
            return phrase
    for verb in OVERRIDING_VERBS:
        place = plain.find(verb)
        while place >= 0:
            if found := _OVERRIDES.match(plain, place):
                return found[0]
            place = plain.find(verb, place + len(verb))
    return None
