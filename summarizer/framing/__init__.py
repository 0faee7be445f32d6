"""Framing: loaded wording in an article's own voice, and what in a summary's own words is not neutral.

    find_framing(…)      the loaded words of the article itself, each with its place
    check_own_words(…)   what in a headline and an abstract is not neutral, or not in the article

Pure, without a model.
"""

from summarizer.framing.framing import find_framing
from summarizer.framing.neutrality import PROBLEMS, OwnWords, check_own_words

__all__ = ["PROBLEMS", "OwnWords", "check_own_words", "find_framing"]
