"""What a model decides that names holders, targets, tellers, topics, kinds and evidence."""

import pytest
from changed_summaries import DECIDED, RUIZ, SA, UNION, decided, first_version, holding

from summarizer import diff
from summarizer.comparison import KINDS, Compared, Gate, Totals, Unpaired, failures
from summarizer.comparison.stances import NEIGHBOURS, OPPOSED
from summarizer.summary import SummaryWarning, Support

NOBODY = Unpaired(number=0, named=[])
SIDES = Compared(before="old", after="new", only_before=NOBODY, only_after=NOBODY)


def told(after, before=None):
    return [
        (change.kind, change.before and change.before.value, change.after and change.after.value)
        for change in diff(before or decided(), after).items
    ]


def kinds(after, before=None):
    return [kind for kind, *_ in told(after, before)]


def with_position(**facts):
    return decided(positions=[holding(**facts)])


def held_by(*holders, **facts):
    return decided(positions=[holding(*holders, **facts)])


def turned(was, is_now):
    return told(with_position(stance=is_now), with_position(stance=was))


@pytest.mark.parametrize(
    ("was", "is_now"),
    [("supports", "opposes"), ("accepts", "refuses"), ("claims", "denies"), ("threatens", "offers")],
)
def test_opposed_stances_are_a_flip(was, is_now):
    assert turned(was, is_now) == [("positions.flipped", was, is_now)]


@pytest.mark.parametrize(
    ("was", "is_now"), [("claims", "accuses"), ("opposes", "refuses"), ("offers", "intends")]
)
def test_neighbouring_stances_are_other_words_and_no_change_of_meaning(was, is_now):
    assert turned(was, is_now) == [("positions.stance_worded", was, is_now)]
    totals = Totals(limit=None)
    totals.add(diff(with_position(stance=was), with_position(stance=is_now)))
    assert totals._changed == 0


def test_no_stances_are_both_opposed_and_neighbours():
    assert not OPPOSED & NEIGHBOURS
    assert {len(pair) for pair in OPPOSED | NEIGHBOURS} == {2}


def test_a_holder_that_joins_or_leaves_is_told_by_name():
    alone, joint = held_by("p3"), held_by("p3", "p1")
    assert told(joint, alone) == [("holders.added", None, "Ana Ruíz")]
    assert told(alone, joint) == [("holders.removed", "Ana Ruíz", None)]


def test_of_two_joint_holders_one_may_be_another():
    changes = told(held_by("p3", "p2"), held_by("p3", "p1"))
    assert changes == [("holders.removed", "Ana Ruíz", None), ("holders.added", None, "Bruno Sá")]


def test_two_positions_that_become_a_joint_one_are_neither_lost_nor_a_new_holder():
    apart = decided(positions=[holding("p3"), holding("p1", statement="Ana Ruíz wants new houses by May.")])
    assert kinds(held_by("p3", "p1"), apart) == []
    assert kinds(apart, held_by("p3", "p1")) == []


def test_a_position_with_other_holders_is_told_with_both():
    other = held_by("p1", "p2", statement="Ana Ruíz and Bruno Sá want new houses by May.")
    changes = [row for row in told(other) if row[0].startswith("positions")]
    assert changes == [("positions.reassigned", "Harbour Union", "Ana Ruíz and Bruno Sá")]


def test_a_teller_that_was_taken_for_the_holder_is_told_as_that():
    claimed = held_by("p1", stance="claims", statement="Ana Ruíz says the union wants new houses by May.")
    held = held_by("p3", told_by="p1")
    found = diff(claimed, held)
    [change] = found.of("positions.reassigned")
    assert (change.before and change.before.stance, change.side.stance) == ("claims", "demands")
    assert change.side.told_by == "Ana Ruíz"
    assert not found.of("positions.lost", "positions.found", "positions.teller")


def test_a_target_that_comes_goes_or_changes_is_told():
    nobody, ruiz, both = (with_position(toward=toward) for toward in ([], ["p1"], ["p1", "p2"]))
    assert told(ruiz, nobody) == [("positions.target", None, "Ana Ruíz")]
    assert told(both, ruiz) == [("positions.target", "Ana Ruíz", "Ana Ruíz and Bruno Sá")]
    assert told(nobody, both) == [("positions.target", "Ana Ruíz and Bruno Sá", None)]


def test_another_teller_is_told():
    assert told(with_position(told_by="p1")) == [("positions.teller", None, "Ana Ruíz")]


def test_another_topic_for_the_same_statement_is_a_matter_of_words():
    assert told(with_position(topic="rebuilding")) == [("positions.topic", "new houses", "rebuilding")]


def test_positions_of_one_sentence_are_told_apart_by_their_topics():
    wall = {"topic": "sea wall", "statement": "The Harbour Union asks for a higher sea wall."}
    boats = {"topic": "fishing boats", "statement": "The Harbour Union calls for other fishing boats."}
    both = decided(positions=[holding(), holding(**wall), holding(**boats)])
    less = decided(positions=[holding(**boats), holding()])
    [lost] = diff(both, less).items
    assert (lost.kind, lost.side.topic) == ("positions.lost", "sea wall")
    assert kinds(decided(positions=[holding(**boats)]), decided(positions=[holding(**wall)])) == [
        "positions.lost",
        "positions.found",
    ]


def test_two_positions_of_one_topic_that_are_joined_are_no_loss():
    two = decided(positions=[holding(), holding(statement="New houses have to stand by May.")])
    assert kinds(decided(), two) == []
    assert kinds(two, decided()) == []


def test_a_position_that_rests_on_another_sentence_is_not_lost():
    assert kinds(with_position(evidence=["s5"])) == ["sentences.covered", "positions.evidence"]


def test_a_topic_that_is_called_otherwise_loses_no_position_of_its_own_sentence():
    dwellings = {"topic": "dwellings", "statement": "It asks that houses be put up in spring."}
    assert kinds(with_position(**dwellings)) == ["positions.topic", "positions.reworded"]


def quoted(kind="speech", speakers=("p1",)):
    first = {"quote": "q1", "speakers": list(speakers), "kind": kind}
    return decided(quotes=[first, DECIDED["quotes"][1]])


def test_speech_that_is_a_term_now_says_so_once():
    changes = [row for row in told(quoted("term", ())) if row[0].startswith(("quotes", "speakers"))]
    assert changes == [("quotes.kind", "speech", "term")]


def test_joint_speakers_that_come_and_go_are_told_by_name():
    alone, joint = quoted(), quoted(speakers=("p1", "p3"))
    assert told(joint, alone)[0] == ("speakers.added", None, "Harbour Union")
    assert told(alone, joint)[0] == ("speakers.removed", "Harbour Union", None)
    assert told(quoted(speakers=("p3",)))[0] == ("speakers.changed", "Ana Ruíz", "Harbour Union")


def counted(**facts):
    return decided(figures=[DECIDED["figures"][0] | facts])


def test_claimants_and_the_kind_of_a_figure_are_told():
    assert told(counted(claimed_by=["p1", "p3"])) == [
        ("figures.claimant", "Ana Ruíz", "Ana Ruíz and Harbour Union")
    ]
    assert told(counted(kind="measure")) == [("figures.kind", "count", "measure")]


def cast(**union):
    parties = [RUIZ | {"id": "p1", "role": "main"}, SA | {"id": "p2", "role": "main"}]
    return decided(parties=[*parties, UNION | {"id": "p3", "role": "main"} | union])


def test_another_kind_or_role_of_a_party_is_told():
    assert told(cast(kind="group", role="minor")) == [
        ("parties.kind", "organisation", "group"),
        ("parties.role", "main", "minor"),
    ]


def abstract(*texts):
    return decided(abstract=[{"text": text, "evidence": [number]} for text, number in texts])


FIRST = ("At least 40 homes of a town burned.", "s3")
SECOND = ("The Harbour Union wants new houses by May.", "s4")


def test_an_abstract_is_compared_sentence_by_sentence():
    found = diff(decided(), abstract(FIRST, ("By May, the Harbour Union wants houses.", "s4")))
    [change] = found.items
    assert change.kind == "abstract.changed"
    assert change.before
    assert change.before.text == SECOND[0]
    assert kinds(abstract(SECOND, FIRST)) == []
    assert [change.kind for change in diff(decided(), abstract(FIRST)).items] == ["abstract.lost"]
    assert [change.kind for change in diff(abstract(FIRST), decided()).items] == ["abstract.found"]


def test_words_that_share_nothing_are_another_sentence():
    other = abstract(FIRST, ("An engineer predicts fires.", "s2"))
    found = [change.kind for change in diff(decided(), other).items if change.kind.startswith("abstract")]
    assert found == ["abstract.lost", "abstract.found"]


def doubtful(found, *, where="positions"):
    doubt = Support(verdict="doubtful", reasons=["May is not in its evidence."])
    if where == "headline":
        return found.model_copy(update={"headline": found.headline.model_copy(update={"support": doubt})})
    first, *rest = getattr(found, where)
    return found.model_copy(update={where: [first.model_copy(update={"support": doubt}), *rest]})


@pytest.mark.parametrize("where", ["positions", "abstract", "headline", "parties", "quotes", "figures"])
def test_what_became_doubtful_is_told_with_the_reason(where):
    [change] = diff(decided(), doubtful(decided(), where=where)).items
    assert (change.kind, change.side.doubt) == ("support.doubtful", "May is not in its evidence.")
    assert kinds(decided(), doubtful(decided(), where=where)) == ["support.cleared"]


def test_that_something_was_looked_at_and_found_right_is_no_change():
    right = [
        held.model_copy(update={"support": Support(verdict="supported")}) for held in decided().positions
    ]
    assert kinds(decided().model_copy(update={"positions": right})) == []


def test_what_the_first_version_could_not_know_is_no_change():
    full = decided(
        positions=[holding(told_by="p1", toward=["p2"], topic="new houses")],
        quotes=[DECIDED["quotes"][0], DECIDED["quotes"][1] | {"kind": "written"}],
        parties=[*DECIDED["parties"][:2], DECIDED["parties"][2] | {"role": "minor", "kind": "outlet"}],
    )
    older = first_version(full)
    assert older.schema_version == "summary/2"
    assert older.positions[0].topic is None
    assert kinds(full, older) == []
    assert kinds(older, full) == []
    assert kinds(doubtful(full), older) == []


def test_what_the_first_version_did_know_is_told():
    older = first_version(decided())
    assert told(with_position(stance="opposes"), older) == [("positions.flipped", "demands", "opposes")]
    assert told(held_by("p3", "p1", toward=["p2"]), older) == [("holders.added", None, "Ana Ruíz")]
    assert ("speakers.changed", "Ana Ruíz", "Bruno Sá") in told(quoted(speakers=("p2",)), older)


def test_a_demand_of_five_items_that_was_one_position_is_no_find():
    one = first_version(with_position(statement="The union wants houses, a wall, boats, light and water."))
    five = decided(
        positions=[
            holding(topic=topic, statement=f"The union wants {topic}.")
            for topic in ("houses", "a wall", "boats", "light", "water")
        ]
    )
    assert set(kinds(five, one)) <= {"positions.reworded"}
    assert not diff(one, five).of("positions.found")


def test_sentences_are_not_compared_with_those_that_the_first_version_counted_otherwise():
    older = first_version(decided())
    assert "sentences" not in diff(older, decided()).coverage
    assert set(diff(decided(), decided()).coverage) == {"quotations", "figures", "sentences"}


def test_disputes_are_a_kind_of_change_and_a_gate():
    dispute = SummaryWarning(code="disputed", item="o1", message="The rules read the Harbour Union.")
    wrong = decided().model_copy(update={"warnings": [dispute]})
    totals = Totals(limit=None)
    totals.add(diff(decided(), wrong))
    found = totals.changelog(SIDES)
    assert found.format == "changelog/2"
    assert found.counts["disputes.new"] == 1
    assert failures([Gate.parse("disputes.new>0"), Gate.parse("support.doubtful>0")], found) == [
        "disputes.new>0: disputes.new is 1"
    ]


def test_every_kind_of_change_is_a_gate():

    assert [Gate.parse(f"{kind}>0").name for kind in KINDS] == list(KINDS)
