"""The claims of several parts made one: everything they list, each party once, and the main ones."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json
import time
from typing import Any

from report import place

import summarizer
from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.claims import ById, Copied, SentenceClaim
from summarizer.drafts import AbstractDraft, CopyDraft, DecidingDraft, ReferenceDraft
from summarizer.grounding import ground
from summarizer.pipeline.chunking.merge_claims import MOST_PARTIES, joined

WORDS = AbstractDraft(abstract="All that happened.", headline="All")
NOTHING = {
    "quotes": [], "figures": [], "parties": [], "positions": [], "unmarked_quotes": [],
    "abstract": "A part.", "headline": "Part",
}  # fmt: skip


def party(name, kind="person", description="", aliases=()):
    return {"name": name, "kind": kind, "description": description, "aliases": list(aliases)}


def draft(**lists):
    return ReferenceDraft.model_validate({**NOTHING, **lists})


def join(text, *drafts):
    marked = mark(Article(text=text))
    return joined(marked, [draft.to_claims(marked) for draft in drafts], WORDS.to_claims(marked))


def words_at(text, quote):
    return text[quote.place.start : quote.place.end]


def test_lists_follow_each_other_and_the_words_are_those_of_the_whole():
    text = "“We stay at home,” Ana Ruiz said. “They all went away,” it said."
    first = draft(quotes=[{"quote": "q1", "speaker": "Ana Ruiz"}])
    second = draft(quotes=[{"quote": "q2", "speaker": None}])
    made, _ = join(text, first, second)
    assert [words_at(text, quote) for quote in made.quotes] == ["We stay at home,", "They all went away,"]
    assert made.abstract == (SentenceClaim("All that happened.", cites=False),)
    assert made.headline == SentenceClaim("All", cites=False)


def test_a_draft_of_copied_words_is_joined_the_same_way():
    figure = {"text": "40", "value": "40", "unit": None, "measures": "homes", "claimed_by": None}
    part = CopyDraft.model_validate(
        {**{name: NOTHING[name] for name in ("parties", "quotes", "positions", "abstract", "headline")}, "figures": [figure]}
    )  # fmt: skip
    made, _ = join("40 homes.", part, part)
    assert [figure.place for figure in made.figures] == [Copied("40"), Copied("40")]


def test_a_joined_draft_may_be_longer_than_one_answer_and_grounds():
    text = " ".join(f"“We stay at {place(n)} for now,” Ana Ruiz said." for n in range(100))
    quotes = [{"quote": f"q{n}", "speaker": "Ana Ruiz"} for n in range(1, 101)]
    made, _ = join(text, draft(quotes=quotes[:50]), draft(quotes=quotes[50:]))
    summary = ground(mark(Article(text=text)), made)
    assert len(summary.quotes) == 100
    assert summarizer.verify(summary, Article(text=text)) == []


def test_a_party_of_several_parts_is_one_with_the_kind_of_most_and_the_names_of_all():
    made, _ = join(
        "Hamas met Badran.",
        draft(parties=[party("Hamas", "other", aliases=["the group"])]),
        draft(parties=[party("Hamas", "organisation", "movement", ["the movement"])]),
    )
    [only] = made.parties
    assert (only.kind, only.description) == ("organisation", "movement")
    assert only.aliases == ("the group", "the movement")


def test_of_parties_that_do_nothing_the_most_named_are_kept_and_the_others_told():
    names = [f"{place(n)} {place(n + 50)}" for n in range(100, 140)]
    text = " ".join(f"{name} came." * (2 if index >= 5 else 1) for index, name in enumerate(names))
    made, left_out = join(
        text,
        draft(parties=[party(name) for name in names[:8]], quotes=[{"quote": "q1", "speaker": names[0]}]),
        *(draft(parties=[party(name) for name in names[at : at + 8]]) for at in range(8, 40, 8)),
    )
    assert len(made.parties) == MOST_PARTIES
    assert names[0] in {one.name for one in made.parties}
    assert set(names[1:5]) <= set(left_out)
    assert len(left_out) == len(names) - MOST_PARTIES


def test_whoever_speaks_is_kept_however_many_there_are():
    names = [f"{place(n)} {place(n + 50)}" for n in range(100, 160)]
    drafts = [
        draft(
            parties=[party(name) for name in names[at : at + 8]],
            quotes=[
                {"quote": f"q{at + n + 1}", "speaker": name} for n, name in enumerate(names[at : at + 8])
            ],
        )
        for at in range(0, 60, 8)
    ]
    made, left_out = join("News.", *drafts)
    assert (len(made.parties), left_out) == (60, ())


def test_a_hundred_speakers_by_full_name_and_by_surname_are_grounded_in_seconds():
    names = [f"{place(n)} {place(n + 500)}" for n in range(100, 200)]
    text = " ".join(f"“It rained at home all day,” {name} said." for name in names)
    parties = [party(name) for name in names] + [party(name.split()[1]) for name in names]
    made, _ = join(text, *(draft(parties=parties[at : at + 8]) for at in range(0, 200, 8)))
    started = time.monotonic()
    summary = ground(mark(Article(text=text)), made)
    assert time.monotonic() - started < 20
    assert len(summary.parties) <= 100


TEXT = (
    "“We stay at home,” said Ana Ruiz, the mayor. “They all went away,” the mayor told the Herald. "
    "Bo Ruiz of the Dockers' Union wants more money. The union counted 300 ships. — It is late, he said."
)


def decided(*parties, **lists):
    nothing: dict[str, list[Any]] = {"positions": [], "quotes": [], "unmarked_quotes": [], "figures": []}
    words = {
        "abstract": [{"text": "A part.", "evidence": ["s1"]}],
        "headline": {"text": "Part", "evidence": ["s1"]},
    }
    listed = [{**WHO, "id": f"p{number}", **one} for number, one in enumerate(parties, 1)]
    return DecidingDraft.model_validate({**nothing, **words, "parties": listed, **lists})


WHO = {"kind": "person", "role": "main", "description": "", "aliases": []}
ANA, BO, MAYOR = {"name": "Ana Ruiz"}, {"name": "Bo Ruiz"}, {"name": "the mayor"}


def says(quote, *who, kind="speech"):
    return {"quote": quote, "speakers": list(who), "kind": kind}


def wants(*who, evidence=("s3",), **other):
    common: dict[str, Any] = {
        "told_by": None,
        "toward": [],
        "stance": "demands",
        "topic": "Money",
        "statement": "It wants more.",
    }
    return {**common, "evidence": list(evidence), "holders": list(who), **other}


def speakers(made):
    names = {party.id: party.name for party in made.parties}
    return [[names.get(who.id, who.id) for who in quote.speakers] for quote in made.quotes]


def test_an_id_means_whom_its_own_part_gave_it_to():
    made, _ = join(
        TEXT, decided(ANA, quotes=[says("q1", "p1")]), decided(BO, ANA, quotes=[says("q2", "p1", "p2")])
    )
    assert [(party.id, party.name) for party in made.parties] == [("p1", "Ana Ruiz"), ("p2", "Bo Ruiz")]
    assert speakers(made) == [["Ana Ruiz"], ["Bo Ruiz", "Ana Ruiz"]]


def test_a_name_that_is_an_alias_in_another_part_is_the_same_party_under_its_fullest_name():
    known = {**ANA, "aliases": ["the mayor"], "description": "mayor"}
    made, _ = join(
        TEXT, decided(MAYOR, quotes=[says("q2", "p1")]), decided(BO, known, quotes=[says("q1", "p2")])
    )
    [ana, bo] = made.parties
    assert (ana.name, ana.aliases, ana.description) == ("Ana Ruiz", ("the mayor",), "mayor")
    assert bo.name == "Bo Ruiz"
    assert speakers(made) == [["Ana Ruiz"], ["Ana Ruiz"]]


def test_two_parties_that_one_part_tells_apart_are_never_made_one():
    both = decided(MAYOR, ANA, quotes=[says("q1", "p2"), says("q2", "p1")])
    later = decided({**ANA, "aliases": ["the mayor"]}, positions=[wants("p1")])
    made, _ = join(TEXT, both, later)
    assert [party.name for party in made.parties] == ["the mayor", "Ana Ruiz"]
    assert speakers(made) == [["Ana Ruiz"], ["the mayor"]]
    assert made.positions[0].holders == made.quotes[0].speakers, "the full name says more than an alias"


def test_a_surname_that_two_have_is_neither():
    made, _ = join(TEXT, decided(ANA, BO), decided({"name": "Ruiz"}, quotes=[says("q2", "p1")]))
    assert [party.name for party in made.parties] == ["Ana Ruiz", "Bo Ruiz", "Ruiz"]
    assert speakers(made) == [["Ruiz"]]


def test_an_id_that_a_part_gave_nobody_does_not_become_that_of_another_part():
    first = decided(ANA, BO, quotes=[says("q1", "p1")])
    made, _ = join(
        TEXT, first, decided(ANA, quotes=[says("q2", "p2")], positions=[wants("p1", toward=["p7"])])
    )
    summary = ground(mark(Article(text=TEXT)), made)
    assert [quote.speakers for quote in summary.quotes] == [["p1"], []]
    assert [warning.message for warning in summary.warnings if warning.item in {"q2", "o1"}] == [
        "The model names 'p2 of part 2', who is no party.",
        "The model names 'p7 of part 2', who is no party.",
    ]


def test_holders_tellers_addressees_and_claimants_are_carried_over():
    union = {"name": "Dockers' Union", "kind": "organisation", "aliases": ["the union"]}
    figure = {"figure": "f1", "kind": "count", "measures": "ships", "claimed_by": ["p2"]}
    made, _ = join(
        TEXT,
        decided(ANA, MAYOR),
        decided(BO, union, ANA, positions=[wants("p2", told_by="p1", toward=["p3"])], figures=[figure]),
    )
    names = {party.id: party.name for party in made.parties}
    [position] = made.positions
    assert [names[who.id] for who in (*position.holders, position.told_by, *position.toward)] == [
        "Dockers' Union",
        "Bo Ruiz",
        "Ana Ruiz",
    ]
    assert [names[who.id] for who in made.figures[0].claimed_by] == ["Dockers' Union"]


def test_what_two_parts_are_shown_is_told_once():
    spoken = {"sentence": "s5", "speakers": ["p1"]}
    first = decided(BO, positions=[wants("p1")], unmarked_quotes=[spoken])
    again = wants("p2", statement="Bo Ruiz asks for more money.", topic="money")
    new = wants("p2", evidence=["s4", "s3"], statement="Bo Ruiz wants money for ships.", topic="money")
    made, _ = join(
        TEXT,
        first,
        decided(ANA, BO, positions=[again, new], unmarked_quotes=[{"sentence": "s5", "speakers": ["p2"]}]),
    )
    assert [position.statement for position in made.positions] == [
        "It wants more.",
        "Bo Ruiz wants money for ships.",
    ]
    assert {position.topic for position in made.positions} == {"Money"}, "the same words for the same matter"
    assert len(made.quotes) == 1


def test_the_articles_own_voice_is_one_with_the_publication_that_a_part_names():
    herald = {"name": "The Herald", "kind": "outlet"}
    voice = {"name": "the article", "kind": "outlet"}
    made, _ = join(
        TEXT, decided(voice, positions=[wants("p1")]), decided(ANA, herald, positions=[wants("p2")])
    )
    assert [party.name for party in made.parties if party.kind == "outlet"] == ["The Herald"]
    assert made.positions[0].holders == (ById("p1"),)


def test_main_parties_come_before_minor_ones_and_a_party_is_main_if_one_part_says_so():
    minor = {"role": "minor"}
    made, _ = join(TEXT, decided({**MAYOR, **minor}, {**ANA, **minor}), decided(BO, ANA))
    assert [(party.name, party.role) for party in made.parties] == [
        ("Ana Ruiz", "main"),
        ("Bo Ruiz", "main"),
        ("the mayor", "minor"),
    ]


def test_of_parties_with_ids_those_that_nobody_refers_to_are_left_out_where_there_are_many():
    names = [f"{place(n)} {place(n + 50)}" for n in range(100, 140)]
    text = " ".join(f"{name} came." for name in names)
    listed = [{"name": name} for name in names]
    made, left_out = join(
        text,
        decided(*listed[:20]),
        decided(*listed[20:], positions=[wants("p19", toward=["p20"], evidence=["s1"])]),
    )
    assert len(made.parties) == MOST_PARTIES
    assert len(left_out) == 10
    assert set(left_out).isdisjoint(names[38:])


def test_words_that_were_copied_are_looked_for_behind_all_that_have_a_number():
    copied = {"text": "They all went away", "speaker": "Bo"}
    made, _ = join(
        TEXT, draft(unmarked_quotes=[copied]), draft(quotes=[{"quote": "q2", "speaker": "Ana Ruiz"}])
    )
    assert [isinstance(quote.place, Copied) for quote in made.quotes] == [False, True]


def test_what_could_not_be_read_of_any_part_is_kept():
    broken = [
        {**part.model_dump(), "quotes": [{"quote": "x", "speaker": None}], "figures": FIGURES}
        for part in (draft(), draft())
    ]
    made, _ = join(TEXT, *(ReferenceDraft.model_validate_json(json.dumps(part)) for part in broken))
    assert [item.kind for item in made.unreadable] == ["quote", "quote"]


FIGURES = [{"figure": "f1", "measures": "ships", "claimed_by": None}] * 2


def test_hundreds_of_parties_with_ids_are_joined_in_seconds():
    names = [f"{place(n)} {place(n % 40 + 500)}" for n in range(100, 420)]
    text = " ".join(f"“It rained at home all day,” {name} said." for name in names)
    listed = [{"name": name, "aliases": [f"Mr {name.split()[1]}"]} for name in names]
    parts = [
        decided(*listed[at : at + 24], quotes=[says(f"q{at + n + 1}", f"p{n + 1}") for n in range(len(listed[at : at + 24]))])
        for at in range(0, 320, 24)
    ]  # fmt: skip
    started = time.monotonic()
    made, _ = join(text, *parts)
    assert time.monotonic() - started < 20
    assert speakers(made) == [[name] for name in names]
