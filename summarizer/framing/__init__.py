"""Framing: loaded wording in an article's own voice, and what in a summary's own words is not neutral.

    find_framing(…)           the loaded words of the article itself, each with its place
    OwnWords(…).problems(…)   what in a headline and an abstract is not neutral, or not in the article

Pure, without a model.
"""

from summarizer.framing.framing import find_framing
from summarizer.framing.neutrality import PROBLEMS, OwnWords

__all__ = ["PROBLEMS", "OwnWords", "find_framing"]
