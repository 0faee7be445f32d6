"""Whether a text can be from the sentences that it cites: how many of its words they have."""

from summarizer.analysis.cues import speech_cues
from summarizer.grounding.support.cited import Cited
from summarizer.grounding.support.naming import PartyNames
from summarizer.grounding.support.polarity import Reading

_FEWEST = 4
"""Words that a text must have for a judgement."""
_SHARE = 5
"""Fewer than one in so many of them in what it cites is too little, in the same language."""


def is_elsewhere(mine: Reading, cited: Cited, names: PartyNames) -> bool:
    """Whether a text has hardly a word in common with what it cites, but for names and words such as said."""
    common = names.every_word | speech_cues(mine.language.code)
    units = {mine.unit(place) for place in mine.content if mine.words[place] not in common}
    if len(units) < _FEWEST:
        return False
    there = [reading for sentence in cited.sentences for reading in sentence.readings]
    return sum(any(one.has(unit) for one in there) for unit in units) * _SHARE < len(units)
