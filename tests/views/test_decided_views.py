"""Views of summaries in which a model decided: joint holders, targets, topics, kinds."""

import gzip

import pytest
from conftest import ROOT
from store_samples import days, keep
from views_samples import decided, keep_all, stand, told, took

from summarizer.comparison import corpus
from summarizer.errors import UsageError
from summarizer.store import Query, Store

JOINT = (
    "Printed by us. “We want a truce,” Teodor Haslan and Ines Orlo said. They spoke of a “frozen river” at the "
    "“River Days”. Both said 40 homes had burned. Varenia and Kelmar listened."
)


@pytest.fixture
def joint(store):
    """An article in which two speak, hold and count together."""
    position = {
        "holders": ["p1", "p3"],
        "toward": ["p2"],
        "told_by": "p4",
        "stance": "accuses",
        "topic": "obstruction of a deal",
    }
    made = decided(
        1,
        JOINT,
        positions=[position, {"holders": ["p2"], "stance": "denies", "topic": "prisoner releases"}],
        quotes=[("q1", ["p1", "p3"], "speech"), ("q2", [], "term"), ("q3", [], "title")],
        figures=[("f1", "count", "homes burned", ["p1", "p3"])],
        url="https://paper.example/river",
    )
    keep(store, made)
    return store


def found(store, **asked):
    return [one.holders for one in corpus.positions(store, Query(**asked))]


def test_a_joint_position_is_found_by_each_holder_and_shown_once(joint):
    both = ("Teodor Haslan", "Ines Orlo")
    assert found(joint, party="Haslan") == found(joint, party="Orlo") == [both]
    assert found(joint, party="Haslan OR Orlo") == []
    assert found(joint, about="deal") == [both]
    assert joint.ask_count(Query(), ("position",)) == 2


def test_a_position_says_whom_it_is_toward_who_tells_it_and_on_what(joint):
    [one] = corpus.positions(joint, Query(party="Haslan"))
    assert (one.stance, one.toward, one.told_by, one.topic) == (
        "accuses", ("Varenia",), "Kelmar", "obstruction of a deal",
    )  # fmt: skip
    assert (one.origin, one.where.url) == ("model", "https://paper.example/river")


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"toward": "varenia"}, 1),
        ({"toward": "Haslan"}, 0),
        ({"told_by": "kelm*"}, 1),
        ({"told_by": "Varenia"}, 0),
        ({"party": "Varenia", "toward": "Varenia"}, 0),
        ({"party": "Orlo", "toward": "Varenia", "told_by": "Kelmar", "stances": ("accuses",)}, 1),
        ({"topic": "DEALS"}, 1),
        ({"topic": "deal obstruction"}, 1),
        ({"topic": '"obstruction of a deal"'}, 1),
        ({"topic": '"deal obstruction"'}, 0),
        ({"topic": "obstruct*"}, 1),
        ({"topic": "prisoner release"}, 1),
        ({"topic": "prison"}, 0),  # another word, though prisoner begins so
        ({"topic": "prison*"}, 1),
        ({"topic": "truce"}, 0),  # in the article's words, but no topic
        ({"topic": "' OR 1=1 --"}, 0),
        ({"topic": "%"}, None),
    ],
    ids=str,
)
def test_positions_are_asked_for_by_target_teller_and_topic(joint, asked, number):
    if number is None:
        with pytest.raises(UsageError, match="no word"):
            found(joint, **asked)
    else:
        assert len(found(joint, **asked)) == number


def test_terms_and_titles_are_no_quotes_unless_they_are_asked_for(joint):
    def kinds(**asked):
        return [(one.kind, one.speakers) for one in corpus.quotes(joint, Query(**asked))]

    said = ("speech", ("Teodor Haslan", "Ines Orlo"))
    assert kinds() == kinds(party="Orlo") == [said]
    assert kinds(quote_kinds=("term", "title")) == [("term", ()), ("title", ())]
    assert len(kinds(quote_kinds=())) == 3
    assert joint.ask_count(Query(), ("quote",)) == 1


def test_words_of_two_count_for_each_of_their_voices(joint):
    assert [(one.party, one.quotes) for one in joint.voices(Query())] == [
        ("Ines Orlo", 1),
        ("Teodor Haslan", 1),
    ]


def test_a_figure_is_found_by_each_claimant_and_says_its_kind(joint):
    for party in ("Haslan", "Orlo"):
        [one] = corpus.figures(joint, Query(party=party))
        assert (one.claimants, one.kind, one.text) == (("Teodor Haslan", "Ines Orlo"), "count", "40")


def reversed_by(store, *made, party="Haslan"):
    keep_all(store, *made)
    return [one.reverses.by for one in corpus.timeline(store, Query(party=party)) if one.reverses]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"stance": "supports"}, {"stance": "opposes"}),
        ({"stance": "accepts"}, {"stance": "refuses"}),
        ({"stance": "intends"}, {"stance": "refuses"}),
        ({"stance": "offers"}, {"stance": "threatens"}),
        ({"stance": "opposes"}, {"stance": "accepts"}),
        ({"stance": "supports", "topic": "the river treaties"}, {"topic": "treaty on the river"}),
        ({"stance": "supports", "holders": ["p1", "p3"]}, {"holders": ["p1", "p2"]}),
        ({"stance": "supports", "toward": ["p2", "p4"]}, {"toward": ["p2"]}),
        ({"stance": "supports", "toward": ["p2"]}, {"toward": []}),
        (
            {"stance": "claims", "statement": "The dam of Kelmar was blown up."},
            {"stance": "denies", "statement": "It is untrue that the dam was blown up."},
        ),
        (
            {
                "stance": "supports",
                "topic": "ceasefire deal",
                "statement": "Haslan wants the truce of Ostra.",
            },
            {"topic": "ceasefire proposal", "statement": "Haslan rejects the truce of Ostra."},
        ),
    ],
    ids=lambda one: " ".join(map(str, one.values())),
)
def test_an_opposed_stance_on_the_same_topic_is_a_reversal(store, earlier, later):
    assert reversed_by(store, took(1, **earlier), took(9, by="them", **later)) == ["topic"]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"stance": "supports", "topic": "airport noise"}, {}),
        ({"stance": "supports", "topic": "release of hostages"}, {"topic": "release of statements"}),
        ({"stance": "supports", "toward": ["p2"]}, {"toward": ["p4"]}),
        ({"stance": "supports", "holders": ["p3"]}, {}),
        ({"stance": "demands"}, {}),
        ({"stance": "demands"}, {"stance": "offers"}),
        ({"stance": "accuses"}, {"stance": "supports"}),
        ({"stance": "claims", "statement": "The dam broke."}, {"stance": "denies"}),
        ({"stance": "supports", "topic": "Varenia", "toward": ["p2"]}, {"topic": "oil from abroad"}),
    ],
    ids=lambda one: " ".join(map(str, one.values())),
)
def test_another_topic_target_or_holder_or_no_opposed_stance_is_none(store, earlier, later):
    assert reversed_by(store, took(1, **earlier), took(9, by="them", **later)) == []


def test_a_joint_position_is_reversed_by_either_holder_alone(store):
    made = [
        took(1, stance="supports", holders=["p1", "p3"]),
        took(9, by="them", holders=["p3"], statement="Orlo says no."),
    ]
    assert reversed_by(store, *made, party="Orlo") == ["topic"]
    assert [one.reverses for one in corpus.timeline(store, Query(party="Haslan"))] == [None]


def test_where_a_position_has_no_topic_a_reversal_is_told_by_words_and_says_so(store):
    words = "The river treaty must stay as it is."
    made = [stand(1, "supports", words), took(9, by="them", statement=words)]
    assert reversed_by(store, *made) == ["words"]


def test_without_a_topic_an_offer_and_a_threat_are_no_reversal(store):
    words = "Varenia gets water from the river."
    made = [stand(1, "offers", words), stand(9, "threatens", words, by="them")]
    assert reversed_by(store, *made) == []


def test_several_positions_of_one_sentence_are_copied_one_to_one(store):
    demands = [{"stance": "demands", "topic": "gates", "statement": f"Haslan wants gate {n}."} for n in "ab"]
    text = (
        "Printed by {}. Haslan wants gates a and b, Teodor Haslan said. Varenia, Kelmar, Ines Orlo listened."
    )
    keep_all(
        store, *(decided(day, text.format(by), positions=demands) for day, by in ((1, "us"), (2, "them")))
    )
    moments = list(corpus.timeline(store, Query(party="Haslan")))
    assert [(one.day, one.copies) for one in moments] == [(days(1), 1), (days(1), 1)]


def counted(day, number, kind="count", measures="homes burned in Ostra", who=("p1",), by="us"):
    text = f"Printed by {by}. Teodor Haslan, Ines Orlo and Varenia said {number} homes had burned. Kelmar listened."
    return decided(day, text, figures=[("f1", kind, measures, list(who))])


@pytest.mark.parametrize(
    ("other", "is_conflict"),
    [
        ({}, True),
        ({"who": ("p1", "p3")}, True),
        ({"kind": "change"}, False),
        ({"kind": "rank"}, False),
        ({"measures": "homes burned in Kelmar"}, False),
        ({"measures": "homes burned"}, True),
    ],
    ids=str,
)
def test_only_figures_that_measure_the_same_conflict(store, other, is_conflict):
    keep_all(store, counted(1, "40"), counted(2, "90", by="them", **other))
    assert bool(list(corpus.conflicting_figures(store, Query()))) == is_conflict


def test_a_conflict_names_all_claimants_of_a_side_and_who_claims_both(store):
    keep_all(store, counted(1, "40", who=("p2",)), counted(2, "90", who=("p1", "p2"), by="them"))
    [one] = corpus.conflicting_figures(store, Query(party="Haslan"))
    assert [side.reading.claimants for side in one.sides] == [("Teodor Haslan", "Varenia"), ("Varenia",)]
    assert one.why[0].same_claimant


def test_a_figure_of_unknown_kind_is_not_held_against_a_change(store):
    text = "Printed by them. Varenia met Teodor Haslan. Varenia said 90 homes had burned in Ostra."
    keep_all(
        store,
        counted(1, "40", kind="change"),
        told(2, text, figures=[("f1", "homes burned in Ostra", "Varenia")]),
    )
    assert list(corpus.conflicting_figures(store, Query())) == []


def test_a_search_names_all_who_hold_an_item(joint):
    assert {hit.parties for hit in joint.search("obstruction")} == {("Teodor Haslan", "Ines Orlo")}


@pytest.fixture
def older(tmp_path):
    """A store of summaries of the first version, after its upgrade."""
    path = tmp_path / "news.db"
    path.write_bytes(gzip.decompress((ROOT / "tests/store/older/store.0004.db.gz").read_bytes()))
    Store.upgrade(f"sqlite:///{path}")
    with Store.open(f"sqlite:///{path}") as store:
        yield store


def test_summaries_of_the_first_version_are_asked_like_others(older):
    positions, quotes = list(corpus.positions(older, Query())), list(corpus.quotes(older, Query()))
    assert {(one.topic, one.told_by, one.toward, one.support) for one in positions} == {
        (None, None, (), "unchecked")
    }
    assert all(len(one.holders) == 1 and one.evidence for one in positions)
    assert {one.kind for one in quotes} == {"speech"}
    assert {one.kind for one in corpus.figures(older, Query())} == {None}
    [holder] = positions[0].holders
    assert positions[0] in list(corpus.positions(older, Query(party=holder)))
    assert found(older, topic="ceasefire") == found(older, toward=holder) == []
    assert list(corpus.timeline(older, Query(party=holder)))
