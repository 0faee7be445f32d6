from typing import get_args

import pytest

from summarizer.summary import Stance
from summarizer.text.positions import (
    according_to,
    are_several,
    joined,
    lead_in,
    position_heading,
    stance_toward,
)


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"), (["A", ""], "A")],
)
def test_names_are_joined_as_in_a_sentence(names, words):
    assert joined(names) == words


def test_a_position_is_told_with_its_target_topic_and_teller():
    heading = position_heading(
        ["Hamas"], "demands", toward=["Israel"], topic="prisoner exchange", teller="Badran"
    )
    assert heading == "Hamas demands of Israel · prisoner exchange (told by Badran)"


def test_what_is_not_known_of_a_position_leaves_no_trace():
    assert position_heading(["Hamas"], "claims") == "Hamas says"


def test_several_holders_have_a_verb_in_the_plural():
    assert lead_in(["Egypt", "Qatar"], "claims") == "Egypt and Qatar say"
    assert lead_in(["Egypt", "Qatar", "Jordan"], "undecided") == "Egypt, Qatar and Jordan are undecided"


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        ("supports", "supports X and Y"),
        ("opposes", "opposes X and Y"),
        ("demands", "demands of X and Y"),
        ("offers", "offers X and Y"),
        ("claims", "says regarding X and Y"),
        ("accuses", "accuses X and Y"),
        ("denies", "denies regarding X and Y"),
        ("warns", "warns X and Y"),
        ("threatens", "threatens X and Y"),
        ("intends", "intends regarding X and Y"),
        ("accepts", "accepts regarding X and Y"),
        ("refuses", "refuses X and Y"),
        ("undecided", "is undecided regarding X and Y"),
    ],
)
def test_a_stance_is_a_verb_with_those_it_is_toward(stance, words):
    assert stance_toward(stance, ["X", "Y"]) == words


def test_every_stance_has_its_verb_for_one_and_for_several():
    for stance in get_args(Stance):
        assert stance_toward(stance)
        assert stance_toward(stance, several=True) != stance_toward(stance)


def test_claimants_are_named_only_where_there_are_any():
    assert according_to(["the ministry", "the UN"]) == "according to the ministry and the UN"
    assert according_to([]) == ""


@pytest.mark.parametrize(
    ("parties", "several"),
    [
        ([("Residents", "group")], True),
        ([("a crowd of drivers", "group")], False),
        ([("people in Port Ellis", "group")], True),
        ([("Hamas", "group")], False),
        ([("the opposition", "group")], False),
        ([("The union", "organisation")], False),
        ([("Egypt", "government"), ("Qatar", "government")], True),
    ],
)
def test_people_without_an_organisation_are_spoken_of_in_the_plural(parties, several):
    assert are_several(parties) is several
