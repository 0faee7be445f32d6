from decimal import Decimal

import pytest
from hand_made import at, figure, gold, party, position, quote, summary
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluation import AMOUNTS, SHARES, misses, score
from summarizer.evaluation.gold import GoldFigure, GoldParty, GoldPosition, GoldQuote

CENTURY, KNOW, SILENT = "It will last a century,", "They know it,", "and they are silent."
CLAIM = "claimed that about 40 bolts were missing"
ROE, DOE, POST = ("Ann Roe",), ("Bo Doe",), ("Harbour Post",)
FULL = gold(
    quotes=(GoldQuote(at(CENTURY), ROE), GoldQuote(at(KNOW), DOE), GoldQuote(at(SILENT), DOE)),
    positions=(GoldPosition((at(CLAIM),), DOE, frozenset({"claims"}), told_by=POST, toward=(ROE,)),),
    parties=(GoldParty(ROE, "person"), GoldParty(DOE, "person"), GoldParty(POST, "organisation")),
    figures=(GoldFigure(at("about 40 bolts"), Decimal(40), "about", unit="bolts", claimed_by=DOE),),
    not_quotes=(at("so-called"),),
)
PEOPLE = [party(1, "Ann Roe"), party(2, "Bo Doe"), party(3, "Harbour Post", kind="organisation")]


def kinds(**parts):
    return [miss.kind for miss in misses(FULL, summary(**parts))]


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({}, "missed_quote"),
        ({"quotes": [quote("It will last")]}, "cut_quote"),
        ({"quotes": [quote("opened the bridge")]}, "wrong_quote"),
        ({"quotes": [quote(KNOW, text="They knew it,")]}, "inexact_quote"),
        ({"quotes": [quote("so-called")]}, "quote_of_nobody"),
        ({"quotes": [quote(CENTURY)]}, "missed_speaker"),
        ({"parties": PEOPLE, "quotes": [quote(CENTURY, "p2")]}, "wrong_speaker"),
        ({"parties": PEOPLE, "quotes": [quote(CENTURY, "p1", "p2")]}, "wrong_speaker"),
        ({"quotes": [quote(CENTURY, kind="term")]}, "missed_quote"),
        ({}, "missed_position"),
        ({"parties": PEOPLE, "positions": [position("p1", CLAIM)]}, "position_of_wrong_party"),
        ({"parties": PEOPLE, "positions": [position("p2", CLAIM, "denies")]}, "wrong_stance"),
        ({"parties": PEOPLE, "positions": [position("p2", CLAIM)]}, "missed_teller"),
        ({"parties": PEOPLE, "positions": [position("p2", CLAIM, told_by="p1")]}, "wrong_teller"),
        ({"parties": PEOPLE, "positions": [position("p2", CLAIM)]}, "missed_target"),
        ({"parties": PEOPLE, "positions": [position("p2", CLAIM, toward=["p3"])]}, "wrong_target"),
        ({"parties": PEOPLE, "positions": [position("p2", CLAIM, toward=["p1", "p3"])]}, "wrong_target"),
        ({"parties": PEOPLE, "positions": [position("p2 p1", CLAIM)]}, "position_of_wrong_party"),
        ({}, "missed_figure"),
        ({"figures": [figure("40", "41")]}, "wrong_value"),
        ({"figures": [figure("40", "40")]}, "wrong_comparator"),
        ({"figures": [figure("40", "40")]}, "wrong_unit"),
        ({"figures": [figure("40", "40")]}, "missed_claimant"),
        ({"parties": PEOPLE, "figures": [figure("40", "40", claimed_by=["p1"])]}, "wrong_claimant"),
        ({"parties": PEOPLE, "figures": [figure("40", "40", claimed_by=["p2", "p1"])]}, "wrong_claimant"),
        ({}, "missed_party"),
        ({"parties": [party(1, "Cy Poe")]}, "wrong_party"),
        ({"parties": [party(1, "Ann Roe", kind="group")]}, "wrong_kind"),
    ],
)
def test_what_is_wrong_is_called_by_its_kind(parts, kind):
    assert kind in kinds(**parts)


def test_nothing_is_missed_by_a_summary_of_the_gold_itself():
    assert (
        kinds(
            parties=PEOPLE,
            quotes=[quote(CENTURY, "p1"), quote(KNOW, "p2"), quote(SILENT, "p2")],
            positions=[position("p2", CLAIM, told_by="p3", toward=["p1"])],
            figures=[figure("about 40 bolts", "40", "about", unit="bolts", claimed_by=["p2"])],
        )
        == []
    )


def test_a_wrong_speaker_comes_with_both_names_and_the_place():
    [miss] = [
        miss
        for miss in misses(FULL, summary(parties=PEOPLE, quotes=[quote(CENTURY, "p2")]))
        if miss.kind == "wrong_speaker"
    ]
    assert (miss.wanted, miss.shown, miss.spans) == (ROE, DOE, (at(CENTURY),))


def test_a_position_of_another_party_is_missed_with_the_name_that_stands_there():
    found = misses(FULL, summary(parties=PEOPLE, positions=[position("p1", CLAIM)]))
    [miss] = [miss for miss in found if miss.kind == "missed_position"]
    assert (miss.wanted, miss.shown) == (DOE, ROE)


some_parties = st.lists(st.sampled_from(["p1", "p2", "p3"]), max_size=2, unique=True)
some_quotes = st.lists(
    st.builds(
        lambda words, speakers, kind: quote(words, *speakers, kind=kind),
        st.sampled_from([CENTURY, KNOW, "It will last", "so-called", "Mayor"]),
        some_parties,
        st.sampled_from(["speech", "written", "term", "title"]),
    )
)
some_positions = st.lists(
    st.builds(
        position,
        st.sampled_from(["p1", "p2", "p2 p1"]),
        st.sampled_from([CLAIM, KNOW]),
        told_by=st.sampled_from([None, "p3"]),
        toward=some_parties,
    )
)


@given(some_quotes, some_positions, st.lists(st.sampled_from(PEOPLE), unique_by=lambda each: each.id))
def test_there_are_as_many_misses_as_the_scores_count(quotes, positions, parties):
    made = summary(quotes=quotes, positions=positions, parties=parties)
    counts = score(FULL, made)
    for name in SHARES:
        missed = sum(miss.score == name for miss in misses(FULL, made))
        assert missed == counts[name].of - counts[name].hits


def test_every_score_is_a_share_or_an_amount():
    assert set(score(FULL, summary())) <= {*SHARES, *AMOUNTS}
    assert set(SHARES) <= set(score(FULL, None))
