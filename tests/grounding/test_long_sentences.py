"""What an endless sentence costs grows with its length, not with its square."""

from summarizer.analysis import mark
from summarizer.analysis.attribution import attribute
from summarizer.analysis.instructions.commands import patterns_of
from summarizer.article import Article
from summarizer.claims import Claims, SentenceClaim
from summarizer.grounding import ground, reconcile, rule_claims
from summarizer.grounding.support import cited
from summarizer.grounding.support.suspicious import suspicious
from summarizer.grounding.support.words import WordIndex


def test_the_words_of_a_sentence_are_indexed_once_for_all_figures_in_it(monkeypatch):
    built = []

    class Counted(WordIndex):
        def __init__(self, known):
            built.append(1)
            super().__init__(known)

    monkeypatch.setattr(cited, "WordIndex", Counted)
    marked = mark(Article(text="The wall is " + "6ft 2in, " * 60 + "high.", language="en"))
    rules = rule_claims(marked, attribute(marked))
    summary = ground(marked, reconcile(Claims(SentenceClaim("x"), ()), rules, "rules"))

    assert len(summary.figures) >= 60
    assert len(built) < 10


def test_a_link_is_sought_in_a_sentence_of_a_million_hyphens():
    english = patterns_of("en")
    assert english
    hostile = "1-2-" * 500_000

    assert "offer" not in set(english.weak_signs(hostile))
    assert "offer" in set(english.weak_signs("visit my-shop.example now"))


def test_addresses_and_markup_are_sought_in_endless_words_of_a_summary():
    for unit in ("a-", "a@", "[a](", "{{a"):
        hostile = mark(Article(text=unit * 100_000, language="en"))
        assert not [reason for reason in suspicious(hostile, is_a_phrase=True) if "mark-up" in reason]
