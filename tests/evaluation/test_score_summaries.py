from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hand_made import anchor, at, figure, gold, party, position, quote, summary

from summarizer.evaluation.gold import GoldFigure, GoldParty, GoldPosition, GoldQuote
from summarizer.evaluation.scores import score
from summarizer.statistics import Count
from summarizer.summary import PromptUsed, Provenance, Recipe, Tokens

CENTURY = "It will last a century,"
KNOW, SILENT = "They know it,", "and they are silent."
CLAIM = "claimed that about 40 bolts were missing"
ROE = ("Ann Roe",)
DOE = ("Bo Doe", "Mr. Doe")


def counted(name, gold_article, **parts):
    return score(gold_article, summary(**parts))[name]


def quoted(*words, speaker=None):
    return gold(quotes=tuple(GoldQuote(at(each), speaker) for each in words))


def test_quotes_are_recalled_without_regard_to_marks_at_their_edges():
    assert counted("quotes.recall", quoted(CENTURY, KNOW), quotes=[quote("“It will last a century")]) == (
        1,
        2,
    )


def test_a_quote_cut_short_is_not_recalled():
    assert counted("quotes.recall", quoted(CENTURY), quotes=[quote("It will last")]) == (0, 1)


def test_a_quote_cut_short_is_precise():
    assert counted("quotes.precision", quoted(CENTURY), quotes=[quote("It will last")]) == (1, 1)


def test_a_quote_with_words_of_the_reporter_is_not_precise():
    shown = [quote("“They know it,” he added, “and they are silent.”")]
    assert counted("quotes.precision", quoted(KNOW, SILENT), quotes=shown) == (0, 1)


def test_a_quote_that_annotators_left_open_counts_neither_way():
    left_open = gold(undecided=(at("“so-called” expert"),))
    assert counted("quotes.precision", left_open, quotes=[quote("so-called")]) == (0, 0)


def test_a_quote_that_is_not_its_anchor_s_slice_is_not_exact():
    shown = [quote(CENTURY), quote(KNOW, text="They knew it,")]
    assert counted("quotes.exact", gold(), quotes=shown) == (1, 2)


def test_tongs_shown_as_a_quote_are_not_refused():
    both = gold(not_quotes=(at("so-called"), at("bridge")))
    assert counted("quotes.refused", both, quotes=[quote("“so-called”")]) == (1, 2)


@pytest.mark.parametrize(("shown", "hits"), [("Mayor Roe", 1), ("Bo Doe", 0)])
def test_a_speaker_is_right_if_it_has_a_name_of_the_source(shown, hits):
    parts = {"parties": [party(1, shown)], "quotes": [quote(CENTURY, "p1")]}
    assert counted("speakers.accuracy", quoted(CENTURY, speaker=ROE), **parts) == (hits, 1)


def test_a_speaker_is_right_by_an_alias():
    parts = {"parties": [party(1, "The mayor", "Roe")], "quotes": [quote(CENTURY, "p1")]}
    assert counted("speakers.accuracy", quoted(CENTURY, speaker=ROE), **parts) == (1, 1)


def test_no_speaker_is_a_wrong_one_where_the_source_has_a_name():
    assert counted("speakers.accuracy", quoted(CENTURY, speaker=ROE), quotes=[quote(CENTURY)]) == (0, 1)


def test_a_quote_whose_source_has_no_name_asks_for_no_speaker():
    assert counted("speakers.accuracy", quoted(CENTURY), quotes=[quote(CENTURY)]) == (0, 0)


def test_a_quote_inside_another_has_a_speaker_of_its_own():
    nested = gold(quotes=(GoldQuote(at(CENTURY), ROE), GoldQuote(at("a century"), DOE)))
    parts = {"parties": [party(1, "Doe")], "quotes": [quote("a century", "p1")]}
    assert counted("speakers.accuracy", nested, **parts) == (1, 1)


@pytest.mark.parametrize(("speakers", "hits"), [(["p1", "p2"], 1), (["p1", "p3"], 0), (["p2"], 1)])
def test_of_several_speakers_all_have_to_be_the_source_s(speakers, hits):
    both = quoted(CENTURY, speaker=("Ann Roe", "Bo Doe"))
    parts = {
        "parties": [party(1, "Roe"), party(2, "Doe"), party(3, "Cy Poe")],
        "quotes": [quote(CENTURY, *speakers)],
    }
    assert counted("speakers.accuracy", both, **parts) == (hits, 1)


@pytest.mark.parametrize(("kind", "hits"), [("speech", 1), ("written", 1), ("term", 0), ("title", 0)])
def test_only_what_somebody_said_or_wrote_recalls_a_quote(kind, hits):
    assert counted("quotes.recall", quoted(CENTURY), quotes=[quote(CENTURY, kind=kind)]) == (hits, 1)


def test_words_shown_as_a_term_are_refused_as_a_quote_and_not_held_against_its_precision():
    tongs = gold(not_quotes=(at("so-called"),))
    shown = [quote("so-called", kind="term")]
    assert counted("quotes.refused", tongs, quotes=shown) == (1, 1)
    assert counted("quotes.precision", tongs, quotes=shown) == (0, 0)


def claimed(source=DOE, stances=None, **marked):
    return gold(positions=(GoldPosition((at(CLAIM),), source, stances, **marked),))


@pytest.mark.parametrize(("holders", "recall", "precise"), [("p1 p2", 1, 1), ("p1", 1, 1), ("p1 p3", 1, 0)])
def test_a_joint_position_is_recalled_by_any_holder_and_right_if_all_are(holders, recall, precise):
    joint = claimed(source=(*DOE, *ROE))
    parts = {"parties": PEOPLE, "positions": [position(holders, CLAIM)]}
    assert counted("positions.recall", joint, **parts) == (recall, 1)
    assert counted("positions.party", joint, **parts) == (precise, 1)


PEOPLE = [party(1, "Doe"), party(2, "Roe"), party(3, "Harbour Post")]
POST = ("Harbour Post",)


@pytest.mark.parametrize(
    ("wanted", "shown", "hits"),
    [(ROE, "p2", 1), (ROE, "p3", 0), (ROE, None, 0), ((), None, 1), ((), "p2", 0)],
)
def test_whoever_tells_a_position_is_right_by_name_or_by_being_nobody(wanted, shown, hits):
    parts = {"parties": PEOPLE, "positions": [position("p1", CLAIM, told_by=shown)]}
    assert counted("positions.told_by", claimed(told_by=wanted), **parts) == (hits, 1)


@pytest.mark.parametrize(
    ("wanted", "shown", "hits"),
    [
        ((ROE,), ["p2"], 1),
        ((ROE, POST), ["p2"], 1),
        ((ROE, POST), ["p2", "p3"], 1),
        ((ROE,), ["p2", "p3"], 0),
        ((ROE,), [], 0),
        ((), [], 1),
        ((), ["p2"], 0),
    ],
)
def test_a_position_is_toward_one_of_the_marked_parties_and_nobody_else(wanted, shown, hits):
    parts = {"parties": PEOPLE, "positions": [position("p1", CLAIM, toward=shown)]}
    assert counted("positions.toward", claimed(toward=wanted), **parts) == (hits, 1)


def test_what_a_corpus_does_not_mark_of_its_positions_is_not_scored():
    shown = summary(parties=PEOPLE, positions=[position("p1", CLAIM, told_by="p2", toward=["p2"])])
    assert not {"positions.told_by", "positions.toward"} & set(score(claimed(), shown))


def test_a_position_that_is_not_recalled_has_neither_teller_nor_target():
    marked = claimed(told_by=ROE, toward=(ROE,))
    assert counted("positions.told_by", marked) == (0, 0)
    assert counted("positions.toward", marked) == (0, 0)


@pytest.mark.parametrize("stance", ["accuses", "intends", "accepts", "refuses"])
def test_every_stance_of_a_summary_can_be_the_right_one(stance):
    parts = {"parties": [party(1, "Doe")], "positions": [position("p1", CLAIM, stance)]}
    assert counted("positions.stance", claimed(stances=frozenset({stance})), **parts) == (1, 1)
    assert counted("positions.stance", claimed(stances=frozenset({"claims"})), **parts) == (0, 1)


def test_a_position_is_recalled_by_its_party_and_a_sentence_that_overlaps():
    parts = {"parties": [party(1, "Doe")], "positions": [position("p1", "expert, claimed that about 40")]}
    assert counted("positions.recall", claimed(), **parts) == (1, 1)


def test_a_position_of_another_party_is_not_recalled():
    parts = {"parties": [party(1, "Roe")], "positions": [position("p1", CLAIM)]}
    assert counted("positions.recall", claimed(), **parts) == (0, 1)


def test_a_position_from_another_sentence_is_not_recalled():
    parts = {"parties": [party(1, "Doe")], "positions": [position("p1", CENTURY)]}
    assert counted("positions.recall", claimed(), **parts) == (0, 1)


def test_reported_speech_of_nobody_named_need_not_be_recalled():
    assert counted("positions.recall", claimed(source=())) == (0, 0)


def test_the_party_of_a_position_is_wrong_if_nobody_of_that_name_speaks_there():
    both = gold(quotes=(GoldQuote(at(CENTURY), ROE),), positions=(GoldPosition((at(CLAIM),), DOE),))
    parts = {
        "parties": [party(1, "Roe")],
        "positions": [position("p1", CENTURY), position("p1", CLAIM), position("p1", "opened the bridge")],
    }
    assert counted("positions.party", both, **parts) == (1, 2)


@pytest.mark.parametrize(("stance", "hits"), [("claims", 1), ("denies", 0)])
def test_a_stance_is_right_if_the_annotators_accept_it(stance, hits):
    parts = {"parties": [party(1, "Doe")], "positions": [position("p1", CLAIM, stance)]}
    accepted = claimed(stances=frozenset({"claims", "warns"}))
    assert counted("positions.stance", accepted, **parts) == (hits, 1)


BOLTS = GoldFigure(at("about 40 bolts"), Decimal(40), "about", unit="bolts", claimed_by=DOE)


def bolts(name, *shown, parties=()):
    return counted(name, gold(figures=(BOLTS,)), figures=list(shown), parties=parties)


def test_a_figure_is_recalled_where_one_overlaps():
    assert bolts("figures.recall", figure("40", "40")) == (1, 1)


def test_a_figure_elsewhere_recalls_nothing():
    assert bolts("figures.recall", figure("century", "100")) == (0, 1)


@pytest.mark.parametrize(("value", "upper", "hits"), [("40.0", None, 1), ("4", None, 0), ("40", "50", 0)])
def test_the_value_of_a_figure_is_right_if_it_is_the_same_number(value, upper, hits):
    assert bolts("figures.value", figure("about 40", value, upper=upper)) == (hits, 1)


def test_a_figure_without_its_bounds_has_a_wrong_comparator():
    assert bolts("figures.comparator", figure("40", "40")) == (0, 1)


def test_a_unit_is_right_in_any_case():
    assert bolts("figures.unit", figure("40", "40", unit="Bolts")) == (1, 1)


def test_a_claimant_is_right_by_name():
    shown = figure("40", "40", claimed_by=["p1"])
    assert bolts("figures.claimant", shown, parties=[party(1, "Bo Doe")]) == (1, 1)


def test_figures_that_a_corpus_does_not_mark_are_not_scored():
    assert "figures.recall" not in score(gold(), summary())


PARTIES = gold(parties=(GoldParty(ROE, "person"), GoldParty(("Harbour Post", "the Post"), "organisation")))


def test_parties_are_recalled_by_any_of_their_names():
    shown = [party(1, "The newspaper", "the Post"), party(2, "Roe")]
    assert counted("parties.recall", PARTIES, parties=shown) == (2, 2)


def test_the_article_s_own_voice_counts_only_where_the_corpus_lists_it():
    shown = [party(1, "Ann Roe"), party(2, "Harbour Herald", kind="outlet")]
    assert counted("parties.precision", PARTIES, parties=shown) == (1, 1)
    listed = gold(parties=(GoldParty(ROE, "person"), GoldParty(("Harbour Herald",), "outlet")))
    assert counted("parties.precision", listed, parties=shown) == (2, 2)
    assert counted("parties.kind", listed, parties=shown) == (2, 2)


def test_a_party_listed_twice_is_right_once():
    shown = [party(1, "Ann Roe"), party(2, "Mayor Roe")]
    assert counted("parties.precision", PARTIES, parties=shown) == (1, 2)


def test_pairing_gives_way_so_that_as_many_parties_as_can_be_are_paired():
    roes = gold(parties=(GoldParty(("Roe",), "person"), GoldParty(ROE, "person")))
    shown = [party(1, "Ann Roe"), party(2, "Cy Roe")]
    assert counted("parties.recall", roes, parties=shown) == (2, 2)


def test_a_person_taken_for_a_group_has_the_wrong_kind():
    assert counted("parties.kind", PARTIES, parties=[party(1, "Roe", kind="group")]) == (0, 1)


def test_a_failed_article_recalls_nothing():
    assert score(quoted(CENTURY), None)["quotes.recall"] == Count(0, 1)


def test_a_failed_article_shows_nothing_that_could_be_wrong():
    assert score(quoted(CENTURY), None)["quotes.precision"] == Count(0, 0)


def spent(seconds, tokens):
    recipe = Recipe(
        prompt=PromptUsed(name="summary", version=1, sha256="0"),
        draft_format="reference/1",
        summary_schema="summary/2",
        analysis="analysis/1",
        model="m",
        parameters={},
    )
    return Provenance(
        recipe=recipe,
        fingerprint="x",
        created=datetime(2024, 1, 1, tzinfo=UTC),
        attempts=1,
        tokens=tokens,
        seconds=seconds,
        package_version="0",
    )


def test_seconds_and_tokens_are_measured_per_article():
    provenance = spent(1.5, Tokens(input=70, output=9, cached=0))
    found = score(gold(), summary(provenance=provenance))
    assert (found["seconds"], found["tokens.input"], found["tokens.output"]) == ((1.5, 1), (70, 1), (9, 1))


def test_a_summary_of_the_gold_itself_is_perfect():
    perfect = gold(
        quotes=(GoldQuote(at(CENTURY), ROE),),
        positions=(GoldPosition((at(CLAIM),), DOE, frozenset({"claims"}), told_by=(), toward=(ROE,)),),
        parties=(GoldParty(ROE, "person"), GoldParty(DOE, "person")),
        figures=(BOLTS,),
        not_quotes=(at("so-called"),),
    )
    shown = summary(
        parties=[party(1, *ROE), party(2, *DOE)],
        quotes=[quote(CENTURY, "p1")],
        positions=[position("p2", CLAIM, toward=["p1"])],
        figures=[figure("about 40 bolts", "40", "about", unit="bolts", claimed_by=["p2"])],
    )
    assert {
        name for name, count in score(perfect, shown).items() if count.hits != count.of or not count.of
    } == set()


def test_an_anchor_of_another_article_is_not_exact():
    stray = quote(CENTURY).model_copy(update={"anchor": anchor(KNOW)})
    assert counted("quotes.exact", gold(), quotes=[stray]) == (0, 1)
