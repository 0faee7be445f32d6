"""A headline and an abstract in an article's own words: which of its sentences, and how much of each.

    own_sentences(…)              the headline and the sentences, as claims with `wording="article"`
    sentences_to_choose_from(…)   those that can stand alone, for somebody who chooses

Pure, without a model; which sentences a model would have is taken into account.
"""

from summarizer.extracts.extract import OwnSentences, own_sentences, sentences_to_choose_from

__all__ = ["OwnSentences", "own_sentences", "sentences_to_choose_from"]
