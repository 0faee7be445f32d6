"""Support: what in a model's own words the sentences that they cite may not carry.

    check_support(summary, marks)   the summary with the doubts about its own words, a sentence each
    check_again(…)                  the same for one that was carried over to a later text

Pure, without a model, and linear in the length of the article. A text that passes is not proved: it stays
unchecked. Own words in another language than the article's are checked for names and numbers only.
"""

from summarizer.grounding.support.checks import Doubt, OwnWordChecker, check_again, check_support

__all__ = ["Doubt", "OwnWordChecker", "check_again", "check_support"]
