"""What a draft of each format claims of an article."""

from decimal import Decimal

import pytest
from grounding_drafts import (
    copied,
    copied_position,
    copy,
    counted,
    deciding,
    figure,
    held,
    holds,
    marked,
    named,
    number,
    one,
    party,
    reference,
    said,
    sentence,
    unmarked,
)

from summarizer.article import Span
from summarizer.claims import (
    ById,
    ByName,
    Copied,
    FigureClaim,
    PartyClaim,
    PositionClaim,
    QuoteClaim,
    SentenceClaim,
    Unknown,
    Unreadable,
)
from summarizer.drafts import FORMATS, HintedDraft
from summarizer.drafts.reference_v2 import CountedFigure, OpenQuote
from summarizer.drafts.reference_v3 import HeadlineDraft, UnmarkedQuoteDraft

TEXT = "“We will stay,” Ann Lee said. At least 40 boats left."
TOWN = marked(TEXT)
QUOTE, FIRST, SECOND, BOATS = (
    Span(1, 14),
    TOWN.sentences[0].span,
    TOWN.sentences[1].span,
    TOWN.figures[0].span,
)
LEE = ByName("Ann Lee")
PERSON = PartyClaim("Ann Lee", "person", "", ("Lee",))


def test_reference_1_refers_to_marks_and_names_parties() -> None:
    found = reference(
        parties=[party("Ann Lee", "person", "Lee")],
        quotes=[named("q1", "Ann Lee"), named("q7"), named("s1")],
        unmarked_quotes=[unmarked("boats left", "Ann Lee")],
        positions=[holds("Ann Lee", "s1", "s9")],
        figures=[counted("f1", "Ann Lee")],
    ).to_claims(TOWN)
    assert found.headline == SentenceClaim("News", cites=False)
    assert found.abstract == (SentenceClaim("Something happened.", cites=False),)
    assert found.parties == (PERSON,)
    assert found.quotes == (
        QuoteClaim(QUOTE, (LEE,)),
        QuoteClaim(Unknown("q7", "quotation"), ()),
        QuoteClaim(Unknown("s1", "quotation"), ()),
        QuoteClaim(Copied("boats left"), (LEE,)),
    )
    evidence = (FIRST, Unknown("s9", "sentence"))
    assert found.positions == (PositionClaim(evidence, (LEE,), "demands", "They want it."),)
    assert found.figures == (FigureClaim(BOATS, "people", (LEE,)),)


def test_reference_2_claims_what_the_rules_leave_open() -> None:
    found = HintedDraft(
        speakers=[OpenQuote(quote="q1", speaker="Ann Lee"), OpenQuote(quote="q2", speaker=None)],
        figures=[CountedFigure(figure="f1", measures="boats")],
        parties=[party("Ann Lee", "person", "Lee")],
        positions=[holds("Ann Lee", "s2")],
        what_happened="Boats left. ",
        what_each_side_says=" Lee stays.",
        headline="News",
    ).to_claims(TOWN)
    assert found.abstract == (SentenceClaim("Boats left. Lee stays.", cites=False),)
    assert found.quotes == (QuoteClaim(QUOTE, (LEE,)), QuoteClaim(Unknown("q2", "quotation"), ()))
    assert found.figures == (FigureClaim(BOATS, "boats", ()),)
    assert found.positions == (PositionClaim((SECOND,), (LEE,), "demands", "They want it."),)


def test_copy_1_copies_what_is_to_be_searched_for() -> None:
    found = copy(
        parties=[party("Ann Lee", "person", "Lee")],
        quotes=[copied("We will stay", "Ann Lee")],
        positions=[copied_position("Ann Lee", "We will", "boats left")],
        figures=[number("40 boats", "40")],
    ).to_claims(TOWN)
    assert found.quotes == (QuoteClaim(Copied("We will stay"), (LEE,)),)
    evidence = (Copied("We will"), Copied("boats left"))
    assert found.positions == (PositionClaim(evidence, (LEE,), "demands", "They want it."),)
    assert found.figures == (FigureClaim(Copied("40 boats"), "people", (), value=Decimal(40)),)


def test_reference_3_refers_to_everything_by_number_and_says_of_what_kind_it_is() -> None:
    found = deciding(
        parties=[one(1, "Ann Lee", "person", "Lee", role="minor")],
        positions=[held("p1", "p2", "p1", by="p3", toward=["p4", "p4"], stance="accuses", topic="boats")],
        quotes=[said("q1", "p1", kind="written"), said("q3", kind="title")],
        unmarked_quotes=[UnmarkedQuoteDraft(sentence="s2", speakers=["p1"])],
        figures=[figure("f1", "p1", kind="change"), figure("f3", kind="none")],
        abstract=[sentence("Boats left.", "s2", "s7"), sentence("Lee stays.")],
        headline=HeadlineDraft(text="News", evidence=["s1"]),
    ).to_claims(TOWN)
    lee = ById("p1")
    assert found.headline == SentenceClaim("News", (FIRST,))
    assert found.abstract == (
        SentenceClaim("Boats left.", (SECOND, Unknown("s7", "sentence"))),
        SentenceClaim("Lee stays.", ()),
    )
    assert found.parties == (PartyClaim("Ann Lee", "person", "", ("Lee",), "minor", "p1"),)
    assert found.positions == (
        PositionClaim(
            (FIRST,),
            (lee, ById("p2")),
            "accuses",
            "They want it.",
            told_by=ById("p3"),
            toward=(ById("p4"),),
            topic="boats",
        ),
    )
    assert found.quotes == (
        QuoteClaim(QUOTE, (lee,), "written"),
        QuoteClaim(Unknown("q3", "quotation"), (), "title"),
        QuoteClaim(SECOND, (lee,), "speech"),
    )
    assert found.figures == (
        FigureClaim(BOATS, "houses", (lee,), "change"),
        FigureClaim(Unknown("f3", "figure"), "houses", (), "none"),
    )


def test_nobody_is_nobody_and_not_a_party_called_so() -> None:
    assert reference(quotes=[named("q1", None)]).to_claims(TOWN).quotes[0].speakers == ()
    assert deciding(positions=[held("p1")]).to_claims(TOWN).positions[0].told_by is None


@pytest.mark.parametrize("draft", [reference(), copy(), deciding()], ids=lambda draft: draft.format)
def test_what_could_not_be_read_is_claimed_as_such(draft: object) -> None:
    unreadable = (Unreadable("quote", "{}", "text: Field required"),)
    assert draft.model_copy(update={"unreadable": unreadable}).to_claims(TOWN).unreadable == unreadable  # type: ignore[attr-defined]


def test_every_format_says_whose_word_counts() -> None:
    authorities = {name: draft.authority for name, draft in FORMATS.items()}
    assert authorities == {
        "reference/1": "model",
        "reference/2": "rules",
        "reference/3": "model",
        "copy/1": "model",
        "small/1": "rules",
    }


@pytest.mark.parametrize("text", ["", "“”"])
def test_a_mark_without_characters_stands_nowhere(text: str) -> None:
    found = reference(quotes=[named("q1")], figures=[counted("f1")]).to_claims(marked(text))
    assert found.quotes[0].place == Unknown("q1", "quotation")
    assert found.figures[0].place == Unknown("f1", "figure")
