"""What a large hosted model makes of articles, with the default prompt; its answers were recorded in November 2026."""

import pytest
from conftest import CAIRO, ROOT, answering

import summarizer
from summarizer.evaluation import read_golden, score

HARBOUR = ROOT / "tests/articles/harbour.txt"
ABLE = "able"


@pytest.fixture(scope="module")
def cairo(request):
    """The summary of the sample article, asked for once."""
    with answering(request, "sample") as url:
        return summarizer.summarize(CAIRO, base_url=url, model=ABLE)


def named(summary, ids):
    names = {party.id: party.name for party in summary.parties}
    return {names[item] for item in ids}


def held(summary, holder, *stances):
    return [
        position
        for position in summary.positions
        if holder in named(summary, position.holders) and position.stance in stances
    ]


def test_five_demands_in_one_quotation_are_five_positions_toward_whom_they_are_made(cairo):
    demands = held(cairo, "Hamas", "demands")
    for words in ("cessation", "withdrawal", "return of the displaced", "reconstruction", "exchange"):
        [demand] = [item for item in demands if words in item.statement]
        assert "Israel" in named(cairo, demand.toward)
        assert demand.quotes


def test_a_vow_to_attack_is_a_threat_or_an_intention_and_no_offer(cairo):
    vows = held(cairo, "Benjamin Netanyahu", "threatens", "intends")
    assert any("Rafah" in vow.statement for vow in vows)
    assert not held(cairo, "Benjamin Netanyahu", "offers")


def test_the_concern_of_those_who_only_voice_it_is_a_joint_position(cairo):
    [concern] = held(cairo, "Washington", "warns", "opposes")
    assert named(cairo, concern.holders) == {"UN agencies", "Washington"}


def test_a_misspelt_name_is_the_same_party(cairo):
    [badran] = [party for party in cairo.parties if "Badran" in party.name]
    assert "Bardan" in badran.aliases
    assert {mention.exact for mention in badran.mentions} >= {"Hossam Badran", "Badran", "Bardan"}


def test_names_in_scare_quotes_are_terms_and_nobody_s_speech(cairo):
    kinds = {quote.text: quote.kind for quote in cairo.quotes}
    assert kinds["Israel’s"] == kinds["Israeli"] == "term"
    assert not any(quote.speakers for quote in cairo.quotes if quote.kind == "term")


def test_every_sentence_of_its_own_names_what_it_rests_on(cairo):
    for sentence in (cairo.headline, *cairo.abstract):
        assert sentence.evidence
        assert all(place.sentence for place in sentence.evidence)


def test_an_able_model_is_asked_with_the_newest_prompt_and_its_word_counts(cairo):
    recipe = cairo.provenance.recipe
    assert (recipe.prompt.name, recipe.prompt.version, recipe.authority) == ("summary", 4, "model")
    assert (cairo.article.language, cairo.article.language_source) == ("en", "detected")


def test_its_summary_agrees_with_the_article(cairo):
    assert summarizer.verify(cairo, CAIRO) == []


@pytest.mark.cassette
def test_a_person_reads_who_wants_what_of_whom_on_the_terminal(command, able_endpoint):
    outcome = command(
        "summarize", HARBOUR, "--base-url", able_endpoint, "--model", ABLE, "--format", "pretty"
    )
    assert outcome.code == 0, outcome.err
    assert "Positions\n" in outcome.out
    assert "o1 " in outcome.out


@pytest.mark.cassette
@pytest.mark.parametrize("name", ["en-1-dam", "fr-1-laiterie", "ar-1-mina"])
def test_of_articles_in_three_languages_all_that_is_annotated_is_found(name, able_endpoint):
    [gold] = [gold for gold in read_golden(ROOT / "tests/golden") if gold.name == name]
    summary = summarizer.summarize(gold.article, base_url=able_endpoint, model=ABLE)
    scores = score(gold, summary)
    assert scores["quotes.recall"] == (len(gold.quotes), len(gold.quotes))
    assert summarizer.verify(summary, gold.article) == []
    assert all(position.topic for position in summary.positions)
