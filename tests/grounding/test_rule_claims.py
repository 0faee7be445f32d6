"""What the rules claim of an article."""

from dataclasses import replace

import pytest
from grounding_drafts import CAIRO, marked

from summarizer.analysis import MarkedArticle
from summarizer.analysis.attribution import attribute
from summarizer.claims import ByName, Claims, SentenceClaim
from summarizer.grounding import ground, reconcile, rule_claims

TEXT = (
    "“We will go home now,” Ann Lee said on Monday. “And we will stay there.”\n\n"
    "Mayor Bo Doe denied that the bridge was safe, and Roe Industries warned of a flood. "
    "At least 40 houses stood under water, Doe said. “Nobody asked us for 12 boats,” he said. "
    "“It is over,” the minister said. The “technical pause” goes on."
)
TOWN = marked(TEXT)


def claims(article: MarkedArticle = TOWN) -> Claims:
    return rule_claims(article, attribute(article))


def quote(words: str) -> tuple[tuple[object, ...], bool, bool]:
    """Speakers of the quote that begins so, whether they are certain, and whether a name stands beside it."""
    [claim] = [
        claim
        for claim in claims().quotes
        if TOWN.article.slice(claim.place).startswith(words)  # type: ignore[arg-type]
    ]
    return claim.speakers, claim.certain, claim.explicit


@pytest.mark.parametrize(
    ("words", "speaker", "certain", "explicit"),
    [
        ("We will go", "Ann Lee", True, True),
        ("And we", "Ann Lee", True, False),
        ("Nobody", "Bo Doe", True, False),
        ("It is over", "the minister", False, False),
    ],
)
def test_a_quote_has_the_speaker_that_its_wording_tells(
    words: str, speaker: str, *, certain: bool, explicit: bool
) -> None:
    assert quote(words) == ((ByName(speaker),), certain, explicit)


def test_words_that_nobody_need_have_said_are_no_quote() -> None:
    assert not [claim for claim in claims().quotes if "technical" in TEXT[slice(*claim.place)]]  # type: ignore[misc]


def test_what_is_reported_is_a_position_in_the_words_of_the_article_with_its_sentence() -> None:
    found = claims().positions
    assert [(claim.holders, claim.stance, claim.statement) for claim in found] == [
        ((ByName("Ann Lee"),), "intends", "“We will go home now,” Ann Lee said on Monday."),
        ((ByName("Ann Lee"),), "intends", "“And we will stay there.”"),
        ((ByName("Bo Doe"),), "denies", "Mayor Bo Doe denied that the bridge was safe …"),
        ((ByName("Roe Industries"),), "warns", "Roe Industries warned of a flood."),
        ((ByName("Bo Doe"),), "claims", "At least 40 houses stood under water, Doe said."),
        ((ByName("Bo Doe"),), "claims", "“Nobody asked us for 12 boats,” he said."),
    ]
    sentences = [sentence.span for sentence in TOWN.sentences]
    assert [claim.evidence for claim in found] == [(sentences[at],) for at in (0, 1, 2, 2, 3, 4)]
    assert {(claim.wording, claim.origin, claim.topic) for claim in found} == {("article", "rule", None)}


def test_a_figure_is_its_quotation_s_or_that_of_whoever_reports_it() -> None:
    counted, asked = claims().figures
    assert (counted.claimed_by, counted.within, counted.measures) == (
        (ByName("Bo Doe"),),
        None,
        "houses stood under water",
    )
    assert asked.within == TOWN.quotations[2].span
    assert {counted.claimant_origin, asked.claimant_origin} == {"rule"}


def test_everybody_who_speaks_is_a_party_with_a_kind_a_role_and_an_office() -> None:
    found = claims()
    assert [(party.name, party.kind, party.role, party.description) for party in found.parties] == [
        ("Ann Lee", "person", "main", ""),
        ("Bo Doe", "person", "main", "Mayor"),
        ("Roe Industries", "organisation", "minor", ""),
        ("the minister", "person", "main", ""),
    ]
    assert {party.id for party in found.parties} == {None}


def test_rules_sum_nothing_up() -> None:
    assert (claims().headline.text, claims().abstract) == ("", ())


@pytest.mark.parametrize("text", ["", " ", "“”", "“", "No one.", "\n\n"])
def test_of_an_article_that_tells_nothing_rules_claim_nothing(text: str) -> None:
    found = claims(marked(text))
    assert (found.quotes, found.positions, found.figures) == ((), (), ())


def test_of_the_first_article_rules_know_who_speaks() -> None:
    speakers = {
        who.text for claim in claims(CAIRO).quotes for who in claim.speakers if isinstance(who, ByName)
    }
    assert {"Hamas", "Hossam Badran"} <= speakers


def test_a_speaker_who_may_be_another_is_shown_with_a_warning() -> None:
    article = marked("The bridge\n\nMayor Ann Lee said Senator Bo Doe was wrong. “It is late,” she said.")
    found = ground(article, reconcile(Claims(SentenceClaim("x"), ()), claims(article), "rules"))

    assert [quote.speakers for quote in found.quotes] == [
        [party.id for party in found.parties if party.name == "Ann Lee"]
    ]
    assert [warning.item for warning in found.warnings if warning.code == "speaker_uncertain"] == ["q1"]


def test_a_party_that_only_tells_of_a_position_is_linked() -> None:
    told = replace(claims().positions[0], told_by=ByName("the minister"))
    made = ground(TOWN, replace(claims(), quotes=(), figures=(), positions=(told,)))
    [party] = [party for party in made.parties if party.id == made.positions[0].told_by]
    assert party.name == "the minister"
