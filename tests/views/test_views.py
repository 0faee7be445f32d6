from datetime import timedelta

import pytest
from store_samples import days, keep
from views_samples import HASLAN, VARENIA, count, golden, keep_all, speech, stand, told

from summarizer.comparison import corpus
from summarizer.errors import UsageError
from summarizer.store import Query


def texts(found):
    return [one.text for one in found]


def test_a_party_is_quoted_newest_first_with_article_cue_and_verdict(store):
    keep_all(store, speech(1, "We were given nine hours"), speech(3, "That is not an offer"))
    newest, oldest = corpus.quotes(store, Query(party="Haslan"))
    assert (newest.text, oldest.text) == ("That is not an offer,", "We were given nine hours,")
    assert (newest.speakers, newest.kind, newest.verdict, newest.cue, newest.in_marks) == (
        ("Teodor Haslan",), "speech", "verbatim", "Teodor Haslan said", True,
    )  # fmt: skip
    assert (newest.where.title, newest.where.site, newest.where.dated) == (
        "The river, day 3",
        "Harbour Post",
        days(3),
    )


@pytest.mark.parametrize("party", ["haslan", "TEODOR", '"teodor haslan"', "hasl*", "Haslan Teodor"])
def test_a_party_is_meant_by_whole_words_of_a_name(store, party):
    keep(store, speech(1, "We were given nine hours"))
    assert texts(corpus.quotes(store, Query(party=party))) == ["We were given nine hours,"]


@pytest.mark.parametrize(
    "party", ["hasl", "minister", "Kelmar", "Varenia", '"haslan teodor"', "Haslan Varenia"]
)
def test_neither_part_of_a_word_nor_a_description_nor_another_party_is_meant(store, party):
    keep(store, speech(1, "We were given nine hours"))
    assert texts(corpus.quotes(store, Query(party=party))) == []


def test_a_party_is_found_by_an_alias_too(store):
    keep(store, speech(1, "The river was high", who="Varenia", by="friends in Ostra"))
    assert texts(corpus.quotes(store, Query(party="Ostra"))) == ["The river was high,"]


@pytest.mark.parametrize("party", ["", "*", "-- ;", "\0"])
def test_a_party_without_a_word_is_refused(store, party):
    with pytest.raises(UsageError, match="no word"):
        list(corpus.quotes(store, Query(party=party)))


@pytest.mark.parametrize("party", ["' OR 1=1 --", "100%", "_", "haslan%", "x\\", "\ud800a", "%haslan"])
def test_what_sql_would_take_for_an_operator_is_but_a_word(store, party):
    keep(store, speech(1, "We were given nine hours", parties=[HASLAN | {"aliases": ["the % of"]}, VARENIA]))
    try:
        found = texts(corpus.quotes(store, Query(party=party)))
    except UsageError:
        found = []
    assert found == (["We were given nine hours,"] if "haslan" in party else [])


def test_an_article_counts_once_by_its_newest_summary_or_the_chosen_prompt(store):
    made = "We were given nine hours"
    keep_all(store, speech(1, made, version=1), speech(1, made, version=2))
    assert len(texts(corpus.quotes(store, Query()))) == 1
    assert len(texts(corpus.quotes(store, Query(prompt="summary@1")))) == 1
    assert store.ask_count(Query(party="Haslan"), ("quote",)) == 1
    one, other = (next(corpus.quotes(store, Query(prompt=f"summary@{n}"))).where.summary for n in (1, 2))
    assert next(corpus.quotes(store, Query())).where.summary == other != one
    assert texts(corpus.quotes(store, Query(prompt="other"))) == []


def test_a_view_is_narrowed_by_words_days_limit_and_skip(store):
    keep_all(store, *(speech(day, f"Word{day} about the dam") for day in range(1, 6)))
    assert texts(corpus.quotes(store, Query(about="word3 dam"))) == ["Word3 about the dam,"]
    within = Query(since=days(2), until=days(4))
    assert [one.where.dated for one in corpus.quotes(store, within)] == [days(4), days(3), days(2)]
    assert [one.where.dated for one in corpus.quotes(store, within, limit=1, skip=1)] == [days(3)]
    assert store.ask_count(within, ("quote",)) == 3


def test_positions_come_with_the_sentence_that_carries_them_and_by_stance(store):
    keep_all(
        store,
        stand(1, "demands", "Varenia must open the gates."),
        stand(2, "warns", "The harvest will fail."),
    )
    [one] = corpus.positions(store, Query(party="Haslan", stances=("demands",)))
    assert (one.stance, one.statement, one.named) == ("demands", "Varenia must open the gates.", ("Varenia",))
    assert [passage.text for passage in one.evidence] == [
        "Teodor Haslan said of it: Varenia must open the gates."
    ]


def test_figures_are_found_by_claimant_unit_and_words(store):
    keep_all(store, count(1, "at least 12,400"), count(2, "fewer than 2,000", claimant="Varenia"))
    [one] = corpus.figures(store, Query(party="Varenia"))
    assert (one.claimants, one.text, one.value, one.comparator) == (
        ("Varenia",),
        "fewer than 2,000",
        "2000",
        "less_than",
    )
    assert len(list(corpus.figures(store, Query(about="villages")))) == 2
    assert list(corpus.figures(store, Query(unit="USD"))) == []


def test_several_parties_of_one_word_are_told_apart_and_short_names_are_not(store):
    other = {"name": "Ines Haslan", "kind": "person", "description": "", "aliases": []}
    short = {"name": "Teodor", "kind": "person", "description": "", "aliases": ["Haslan"]}
    keep_all(store, speech(1, "One"), speech(2, "Two", parties=[short, VARENIA], who="Teodor"))
    assert [one.name for one in corpus.which_parties(store, "haslan").distinct] == ["Teodor Haslan"]
    keep(store, speech(3, "Three", parties=[other, VARENIA], who="Ines Haslan"))
    found = corpus.which_parties(store, "haslan")
    assert [(one.name, one.articles) for one in found.distinct] == [("Teodor Haslan", 2), ("Ines Haslan", 1)]
    assert found.which("Teodor") == "Teodor Haslan"


def test_a_reversal_is_marked_with_the_position_it_reverses(store):
    keep_all(
        store,
        stand(1, "supports", "The river treaty must stay as it is."),
        stand(4, "warns", "The river treaty is slow."),
        stand(9, "opposes", "The river treaty must stay as it is in future."),
        stand(12, "opposes", "The river treaty should go."),
    )
    found = list(corpus.timeline(store, Query(party="Haslan")))
    assert [one.day for one in found] == [days(1), days(4), days(9), days(12)]
    assert [one.reverses is not None for one in found] == [False, False, True, False]
    then = found[2].reverses
    assert then is not None
    assert (then.stance, then.where.dated) == ("supports", days(1))
    assert {"river", "treaty"} <= set(then.shared)


@pytest.mark.parametrize(
    ("kind", "statement", "who", "day"),
    [
        ("opposes", "The new airport would be far too loud.", "Teodor Haslan", 9),  # another subject
        ("opposes", "The river treaty must stay.", "Varenia", 9),  # another party
        ("opposes", "The river treaty must stay.", "Teodor Haslan", 1),  # the same day
        ("demands", "The river treaty must stay.", "Teodor Haslan", 9),  # no opposed stance
    ],
)
def test_what_is_no_reversal_is_not_marked(store, kind, statement, who, day):
    keep_all(
        store,
        stand(1, "supports", "The river treaty must stay as it is.", by="them"),
        stand(day, kind, statement, who=who),
    )
    for party in ("Haslan", "Varenia"):
        assert not any(one.reverses for one in corpus.timeline(store, Query(party=party)))


def test_two_people_of_one_surname_do_not_reverse_each_other(store):
    other = {"name": "Ines Haslan", "kind": "person", "description": "", "aliases": []}
    keep_all(
        store,
        stand(1, "supports", "The river treaty must stay."),
        stand(5, "opposes", "The river treaty must stay.", who="Ines Haslan", parties=[other, VARENIA]),
    )
    found = list(corpus.timeline(store, Query(party="Haslan")))
    assert [(one.parties, one.reverses) for one in found] == [
        (("Teodor Haslan",), None),
        (("Ines Haslan",), None),
    ]


def test_copies_of_an_agency_story_are_shown_once_with_their_number(store):
    words = "That is not an offer"
    keep_all(
        store,
        *(speech(day, words, by=f"paper {day}") for day in (1, 1 + 2, 6)),
        speech(30, words, by="a book"),
    )
    first, late = corpus.timeline(store, Query(party="Haslan"))
    assert (first.day, first.copies, [place.dated for place in first.also]) == (
        days(1),
        2,
        [days(3), days(6)],
    )
    assert (late.day, late.copies) == (days(30), 0)


def test_a_quote_stands_with_the_position_whose_sentence_it_is_in(store):
    text = "It rained. “We were given nine hours,” Teodor Haslan said. Varenia was silent."
    position = ("s2", "Teodor Haslan", "claims", "Notice was short.")
    keep(store, told(1, text, positions=[position], quotes=[("q1", "Teodor Haslan")]))
    [one] = corpus.timeline(store, Query(party="Haslan"))
    assert one.position is not None
    assert (one.position.statement, texts(one.quotes)) == ("Notice was short.", ["We were given nine hours,"])


def conflicts(store, query=None, **options):
    return list(corpus.conflicting_figures(store, query or Query(), **options))


def test_two_parties_who_count_differently_are_a_conflict_with_reasons(store):
    keep_all(store, count(1, "at least 12,400"), count(2, "fewer than 2,000", claimant="Varenia", by="them"))
    [one] = conflicts(store)
    assert [(side.reading.claimants, side.reading.text) for side in one.sides] == [
        (("Varenia",), "fewer than 2,000"), (("Teodor Haslan",), "at least 12,400"),
    ]  # fmt: skip
    [why] = one.why
    assert why.ranges == ((None, "2000"), ("12400", None))
    assert (why.days_apart, why.same_article, why.same_claimant) == (1, False, False)
    assert why.shared_measure == ("people", "left", "villages")
    assert "varenia" in why.shared_parties


@pytest.mark.parametrize(
    ("one", "other", "is_conflict"),
    [
        ("at least 34,622", "34,622", False),
        ("at least 34,622", "35,100", False),
        ("at least 30", "20", True),
        ("more than 200", "200", False),
        ("about 300", "320", False),
        ("about 300", "400", True),
        ("between 300 and 350", "340", False),
        ("between 300 and 350", "360", True),
        ("fewer than 300", "at least 12", False),
        ("1.5 million", "1,480,000", False),
        ("1.5 million", "1,900,000", True),
        ("20", "22", True),
        ("a third", "22", False),
    ],
)
def test_figures_conflict_only_where_both_cannot_be_right(store, one, other, is_conflict):
    keep_all(store, count(1, one), count(1, other, claimant="Varenia", by="them"))
    assert bool(conflicts(store)) == is_conflict


@pytest.mark.parametrize(
    "facts",
    [
        {"day": 20},  # too late
        {"measures": "sheep sold at the market"},  # something else
        {"parties": [{"name": "Ines", "kind": "person", "description": "", "aliases": []}], "headline": "Flood abroad",
         "claimant": None, "title": "Abroad"},  # another matter
    ],
    ids=["later", "something else", "elsewhere"],
)  # fmt: skip
def test_figures_of_another_time_thing_or_matter_do_not_conflict(store, facts):
    told_of = {"day": 2, "claimant": "Varenia", "by": "them"} | facts
    keep_all(store, count(1, "at least 12,400"), count(told_of.pop("day"), "2,000", **told_of))
    assert conflicts(store) == []


def test_days_apart_are_a_choice(store):
    keep_all(store, count(1, "12,400"), count(20, "2,000", claimant="Varenia", by="them"))
    assert len(conflicts(store, within=timedelta(days=30))) == 1


def test_one_voice_that_counts_two_things_in_one_article_does_not_conflict_with_itself(store):
    text = "Teodor Haslan said 12 homes in the valley burned and 40 homes in the valley were flooded. Varenia was silent."
    figures = [("f1", "homes in the valley", "Teodor Haslan"), ("f2", "homes in the valley", "Teodor Haslan")]
    keep(store, told(1, text, figures=figures))
    assert conflicts(store) == []


def test_of_a_golden_article_just_the_disputed_count_is_a_conflict(store):
    keep(store, golden(0))
    [one] = conflicts(store)
    assert {(side.reading.claimants, side.reading.text) for side in one.sides} == {
        (("Teodor Haslan",), "at least 12,400"), (("Varenia",), "fewer than 2,000"),
    }  # fmt: skip
    assert one.why[0].same_article


def test_copies_of_a_claim_are_one_side(store):
    keep_all(store, *(count(1, "12,400", by=paper) for paper in ("Anna", "Bert", "Carl", "Dora", "Emil")))
    keep(store, count(2, "2,000", claimant="Varenia", by="them"))
    [one] = conflicts(store)
    assert sorted(len(side.claims) for side in one.sides) == [1, 5]


def test_a_party_finds_the_conflicts_it_has_a_side_in(store):
    keep_all(
        store,
        count(1, "12,400"),
        count(2, "2,000", claimant="Varenia", by="them"),
        count(40, "800", measures="boats that sank near villages"),
        count(40, "90", measures="boats that sank near villages", by="them"),
    )
    assert len(conflicts(store)) == 2
    assert [one.measures for one in conflicts(store, Query(party="Varenia"))] == [
        "people who left their villages"
    ]
    assert [one.measures for one in conflicts(store, Query(about="boats"))] == [
        "boats that sank near villages"
    ]
    assert conflicts(store, Query(party="Nobody")) == []


def test_voices_are_shared_out_over_the_articles_of_a_view(store):
    text = "“We were given nine hours,” Teodor Haslan said. “No,” Varenia said. “Not so,” Varenia said."
    keep(store, told(1, text, quotes=[("q1", "Teodor Haslan"), ("q2", "Varenia"), ("q3", "Varenia")]))
    keep(store, speech(2, "Elsewhere nobody asked", who="Varenia"))
    assert [(voice.party, voice.quotes) for voice in store.voices(Query(party="Haslan"))] == [
        ("Varenia", 2), ("Teodor Haslan", 1),
    ]  # fmt: skip
