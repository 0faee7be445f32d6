"""Framing: loaded wording in an article's own voice, and what in a summary's own words is not neutral.

    find_framing(…)           the loaded words of the article itself, each with its place
    OwnWords(…).problems(…)   what in a model's own words is not neutral

Pure, without a model.
"""

from summarizer.framing.framing import find_framing
from summarizer.framing.neutrality import OwnWords

__all__ = ["OwnWords", "find_framing"]
