"""What the model and the rules claim, made one under either authority."""

from dataclasses import replace
from typing import Any

import pytest
from grounding_drafts import codes, deciding, figure, held, marked, one, said
from hypothesis import given
from hypothesis import strategies as st

from summarizer.analysis import MarkedArticle
from summarizer.analysis.attribution import attribute
from summarizer.article import Span
from summarizer.claims import (
    ById,
    ByName,
    Claims,
    FigureClaim,
    PartyClaim,
    PositionClaim,
    QuoteClaim,
    SentenceClaim,
    Unknown,
    Who,
)
from summarizer.grounding import ground, reconcile, rule_claims
from summarizer.pipeline import ground_draft
from summarizer.summary import Summary

TOWN = marked(
    "“We will go home now,” Ann Lee said on Monday. “And we will stay there.”\n\n"
    "Mayor Bo Doe denied that the bridge was safe. At least 40 houses stood under water, Doe said. "
    "“Nobody asked us for 12 boats,” he said. “It is over,” the minister said. The “technical pause” goes on."
)
FIRST, SECOND, THIRD = (quotation.span for quotation in TOWN.quotations[:3])
DENIAL = TOWN.sentences[2].span
LEE, DOE = ByName("Ann Lee"), ByName("Bo Doe")
WORDS = SentenceClaim("News", cites=False), (SentenceClaim("It happened.", cites=False),)


def said_by(place: Span, *speakers: Who, **fields: Any) -> QuoteClaim:
    return QuoteClaim(place, speakers, **{"kind": "speech", **fields})


def held_by(*holders: Who, place: Span = DENIAL, **fields: Any) -> PositionClaim:
    return PositionClaim((place,), holders, "denies", "The bridge is not safe.", **fields)


def model(**parts: Any) -> Claims:
    return Claims(*WORDS, **parts)


def rules(**parts: Any) -> Claims:
    return Claims(SentenceClaim(""), (), **parts)


def test_with_the_model_s_authority_its_claims_stand_as_they_are() -> None:
    mine = model(
        quotes=(said_by(FIRST, DOE),), positions=(held_by(LEE),), parties=(PartyClaim("Ann Lee", "person"),)
    )
    theirs = rule_claims(TOWN, attribute(TOWN))
    assert replace(reconcile(mine, theirs, "model"), disputes=()) == mine


def test_a_speaker_whom_a_rule_reads_otherwise_is_disputed() -> None:
    mine, theirs = said_by(FIRST, DOE), said_by(FIRST, LEE, kind=None)
    [dispute] = reconcile(model(quotes=(mine,)), rules(quotes=(theirs,)), "model").disputes
    assert (dispute.items, dispute.rules) == ((mine,), (LEE,))


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (said_by(FIRST, DOE, kind="term"), said_by(FIRST, LEE)),
        (said_by(FIRST, DOE, kind=None), said_by(FIRST, LEE)),
        (said_by(FIRST), said_by(FIRST, LEE)),
        (said_by(FIRST, DOE), said_by(SECOND, LEE)),
        (said_by(FIRST, DOE), said_by(FIRST)),
        (said_by(FIRST, DOE), said_by(FIRST, LEE, explicit=False)),
    ],
)
def test_nothing_is_disputed_where_one_of_both_says_nothing_for_certain(
    mine: QuoteClaim, theirs: QuoteClaim
) -> None:
    assert reconcile(model(quotes=(mine,)), rules(quotes=(theirs,)), "model").disputes == ()


def test_of_a_quote_that_the_model_gives_twice_the_one_that_is_shown_is_disputed() -> None:
    mine = (said_by(FIRST, LEE), said_by(FIRST, DOE))
    [dispute] = reconcile(model(quotes=mine), rules(quotes=(said_by(FIRST, LEE),)), "model").disputes
    assert dispute.items == mine[:1]


def test_the_holders_of_all_positions_of_a_sentence_are_one_reading() -> None:
    mine = (held_by(LEE), held_by(DOE), held_by(LEE, place=FIRST))
    found = reconcile(
        model(positions=mine), rules(positions=(held_by(DOE), held_by(LEE, place=SECOND))), "model"
    )
    assert [(dispute.items, dispute.rules) for dispute in found.disputes] == [(mine[:2], (DOE,))]


def test_a_reading_that_a_rule_only_concludes_disputes_no_position() -> None:
    found = reconcile(
        model(positions=(held_by(LEE),)), rules(positions=(held_by(DOE, explicit=False),)), "model"
    )
    assert found.disputes == ()


def test_with_the_authority_of_rules_their_speakers_stand_and_the_model_names_the_others() -> None:
    mine = model(quotes=(said_by(FIRST, DOE), said_by(SECOND, DOE), said_by(THIRD, LEE)))
    theirs = rules(
        quotes=(
            said_by(FIRST, LEE, origin="rule"),
            said_by(SECOND, origin="rule", certain=False),
            said_by(THIRD, ByName("he"), origin="rule", certain=False),
        )
    )
    found = reconcile(mine, theirs, "rules")
    assert [(claim.speakers, claim.origin) for claim in found.quotes] == [
        ((LEE,), "rule"),
        ((DOE,), "model"),
        ((LEE,), "model"),
    ]
    assert found.disputes == ()


def test_a_mark_of_the_model_that_is_none_is_still_reported_under_the_authority_of_rules() -> None:
    unknown = QuoteClaim(Unknown("q9", "quotation"), (LEE,))
    assert reconcile(model(quotes=(unknown,)), rules(), "rules").quotes == (unknown,)


def test_under_the_authority_of_rules_the_model_says_what_figures_count_and_the_quote_who_claims_them() -> (
    None
):
    inside = FigureClaim(Span(5, 9), "", (DOE,), within=FIRST, claimant_origin="rule")
    beside = FigureClaim(Span(90, 99), "houses", (DOE,), claimant_origin="rule")
    mine = model(
        quotes=(said_by(FIRST, LEE),),
        figures=(
            FigureClaim(Span(5, 9), "boats", ()),
            FigureClaim(Span(90, 99), "unknown", ()),
            FigureClaim(Span(200, 201), "ships", ()),
        ),
    )
    theirs = rules(quotes=(said_by(FIRST, certain=False),), figures=(inside, beside))
    found = reconcile(mine, theirs, "rules").figures
    assert [(claim.measures, claim.claimed_by) for claim in found] == [
        ("boats", (LEE,)),
        ("houses", (DOE,)),
        ("ships", ()),
    ]


def test_under_the_authority_of_rules_whoever_has_a_part_is_a_party_and_their_positions_come_first() -> None:
    lee, poe = (PartyClaim(name, "person", origin="rule") for name in ("Ann Lee", "Poe"))
    doe = PartyClaim("Bo Doe", "person", role="main", origin="rule")
    mine = model(parties=(PartyClaim("Bo Doe", "person"),), positions=(held_by(DOE),))
    theirs = rules(
        parties=(lee, doe, poe),
        quotes=(said_by(FIRST, LEE),),
        positions=(held_by(LEE, origin="rule"),),
    )
    found = reconcile(mine, theirs, "rules")
    assert [(party.name, party.origin) for party in found.parties] == [
        ("Bo Doe", "model"),
        ("Ann Lee", "rule"),
        ("Bo Doe", "rule"),
    ]
    assert [position.origin for position in found.positions] == ["rule", "model"]


@given(st.sampled_from(["model", "rules"]), st.randoms())
def test_reconciling_changes_neither_side_and_always_gives_the_same(authority: Any, random: Any) -> None:
    places = [FIRST, SECOND, THIRD, DENIAL]
    whos: list[Who] = [LEE, DOE, ByName("he"), ById("p1")]

    def some(make: Any) -> tuple[Any, ...]:
        return tuple(make(random.choice(places), random.sample(whos, 2)) for _ in range(3))

    mine = model(
        quotes=some(lambda place, who: said_by(place, *who)),
        positions=some(lambda p, w: held_by(*w, place=p)),
    )
    theirs = rules(
        quotes=some(lambda place, who: said_by(place, *who)),
        positions=some(lambda p, w: held_by(*w, place=p)),
    )
    before = hash(mine), hash(theirs)
    first = reconcile(mine, theirs, authority)
    assert reconcile(mine, theirs, authority) == first
    assert (hash(mine), hash(theirs)) == before
    assert (first.headline, first.abstract) == (mine.headline, mine.abstract)


def decided(article: MarkedArticle, **parts: Any) -> Summary:
    return ground_draft(article, deciding(parties=[one(1, "Ann Lee"), one(2, "Bo Doe")], **parts))


def messages(summary: Summary) -> list[tuple[str | None, str]]:
    return [(item.item, item.message) for item in summary.warnings if item.code == "disputed"]


def test_a_disputed_speaker_is_warned_of_with_both_readings_and_the_model_s_is_shown() -> None:
    summary = decided(TOWN, quotes=[said("q1", "p2")])
    assert messages(summary) == [("q1", "The model reads Bo Doe as the speaker, the rules Ann Lee.")]
    assert summary.quotes[0].speakers == ["p2"]
    assert summary.quotes[0].origin == "model"


def test_a_disputed_holder_is_warned_of_with_both_readings() -> None:
    summary = decided(TOWN, positions=[held("p1", evidence=["s3"])])
    assert messages(summary) == [("o1", "The model reads Ann Lee as the holder, the rules Bo Doe.")]


@pytest.mark.parametrize(
    "parts",
    [
        {"quotes": [said("q1", "p1")]},
        {"quotes": [said("q1", "p2", "p1")]},
        {"quotes": [said("q1", "p2", kind="title")]},
        {"positions": [held("p2", evidence=["s3"])]},
        {"positions": [held("p1", by="p2", evidence=["s3"])]},
        {"positions": [held("p1", evidence=["s3"]), held("p2", evidence=["s3"])]},
        {"figures": [figure("f1", "p1")]},
    ],
)
def test_what_both_can_mean_is_not_disputed(parts: dict[str, Any]) -> None:
    assert messages(decided(TOWN, **parts)) == []


def test_readings_of_somebody_who_is_no_party_dispute_nothing() -> None:
    summary = ground_draft(TOWN, deciding(parties=[one(1, "Bo Doe")], quotes=[said("q1", "p1")]))
    assert messages(summary) == []


def test_a_position_that_is_rejected_is_not_disputed() -> None:
    summary = decided(TOWN, positions=[held("p9", evidence=["s3"])])
    assert messages(summary) == []
    assert codes(summary) == []


def test_claims_of_rules_alone_make_a_summary() -> None:
    theirs = rule_claims(TOWN, attribute(TOWN))
    summary = ground(TOWN, reconcile(model(), theirs, "rules"))
    names = {party.id: party.name for party in summary.parties}
    assert [[names[who] for who in quote.speakers] for quote in summary.quotes] == [
        ["Ann Lee"],
        ["Ann Lee"],
        ["Bo Doe"],
        ["the minister"],
    ]
    assert {quote.origin for quote in summary.quotes} == {"rule"}
    assert [(names[item.holders[0]], item.stance, item.wording) for item in summary.positions] == [
        ("Ann Lee", "intends", "article"),
        ("Ann Lee", "intends", "article"),
        ("Bo Doe", "denies", "article"),
        ("Bo Doe", "claims", "article"),
        ("Bo Doe", "claims", "article"),
    ]
    assert [[names[who] for who in item.claimed_by] for item in summary.figures] == [["Bo Doe"], ["Bo Doe"]]


def test_of_a_party_that_the_model_only_names_the_rules_know_more() -> None:
    lee = PartyClaim("Ann Lee", "person", "mayor", role="main", origin="rule")
    mine = model(parties=(PartyClaim("Mayor Ann Lee", "other"),))
    assert reconcile(mine, rules(parties=(lee,)), "rules").parties == (lee,)


def test_a_name_that_the_model_gives_to_nothing_is_no_party_beside_those_of_the_rules() -> None:
    lee = PartyClaim("Ann Lee", "person", "mayor", role="main", origin="rule")
    mine = model(parties=(PartyClaim("Bo Doe", "other"),), quotes=(said_by(FIRST, DOE),))
    speaking = reconcile(
        mine, rules(parties=(lee,), quotes=(said_by(FIRST, certain=False),)), "rules"
    ).parties
    assert [party.name for party in speaking] == ["Bo Doe", "Ann Lee"]
    assert reconcile(replace(mine, quotes=()), rules(parties=(lee,)), "rules").parties == (lee,)
    assert reconcile(mine, rules(), "rules").parties == mine.parties


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("bridge council chair Ann Lee", "Ann Lee"),
        ("Ann Lee of Acmeville", "Ann Lee"),
        ("a spokesman for Ann Lee", "a spokesman for Ann Lee"),
        ("Ann Lee's campaign", "Ann Lee's campaign"),
        ("Ann Lee Bridge", "Ann Lee Bridge"),
    ],
)
def test_a_speaker_whom_the_model_gives_with_an_office_or_a_place_is_the_one_the_rules_know(
    answer: str, meant: str
) -> None:
    lee = PartyClaim("Ann Lee", "person", role="main", origin="rule")
    mine = model(parties=(PartyClaim(answer, "other"),), quotes=(said_by(FIRST, ByName(answer)),))
    [quote] = reconcile(mine, rules(parties=(lee,), quotes=(said_by(FIRST, certain=False),)), "rules").quotes
    assert quote.speakers == (ByName(meant),)
