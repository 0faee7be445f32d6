"""Drafts of reference/3: the model decides, and refers to parties by the ids that it gives them."""

import pytest
from grounding_drafts import codes, deciding, figure, held, marked, one, rejected, said, sentence

from summarizer.claims import Claims, PartyClaim, PositionClaim, SentenceClaim, Unreadable
from summarizer.drafts.reference_v3 import HeadlineDraft, UnmarkedQuoteDraft
from summarizer.grounding import ground, verify
from summarizer.pipeline import ground_draft
from summarizer.summary import Summary, Support

TOWN = marked(
    "“We will mend the bridge,” Ana Ruiz and Bo Doe said in a letter. "
    "Cy Poe said that Ruiz had refused to pay. "
    "At least 40 houses stood under water, Doe said. "
    "He called it a “technical pause”. "
    "The book “Under Water” sold 7 million copies."
)
RUIZ, DOE, POE = one(1, "Ana Ruiz"), one(2, "Bo Doe"), one(3, "Cy Poe", role="minor")
PEOPLE = [RUIZ, DOE, POE]


def summary(**parts: object) -> Summary:
    made = ground_draft(TOWN, deciding(**{"parties": PEOPLE, **parts}))
    assert verify(made, TOWN) == []
    return made


def warned(made: Summary, code: str) -> list[tuple[str | None, str]]:
    return [(warning.item, warning.message) for warning in made.warnings if warning.code == code]


def test_a_position_may_have_several_holders_and_the_quote_that_they_share() -> None:
    made = summary(positions=[held("p1", "p2")], quotes=[said("q1", "p1", "p2", kind="written")])
    [position], [quote] = made.positions, made.quotes
    assert (position.holders, position.quotes) == (["p1", "p2"], ["q1"])
    assert (quote.speakers, quote.kind) == (["p1", "p2"], "written")
    assert codes(made) == []


def test_a_position_keeps_whoever_tells_it_and_whom_it_is_toward() -> None:
    refusal = held("p1", by="p3", toward=["p2"], stance="refuses", evidence=["s2"])
    [position] = summary(positions=[refusal]).positions
    assert (position.holders, position.told_by, position.toward) == (["p1"], "p3", ["p2"])
    assert (position.stance, position.topic, position.origin) == ("refuses", "pay", "model")


def test_a_holder_tells_of_nobody_else_and_is_not_its_own_target() -> None:
    made = summary(positions=[held("p1", "p2", by="p2", toward=["p1", "p3"])])
    [position] = made.positions
    assert (position.told_by, position.toward) == (None, ["p3"])
    assert codes(made) == []


def test_ids_of_the_draft_are_not_those_of_the_summary() -> None:
    parties = [one(7, "Joe Biden"), one(9, "Cy Poe"), one(4, "Ana Ruiz")]
    made = summary(parties=parties, positions=[held("p4", by="p9")], quotes=[said("q1", "p4")])
    assert [(party.id, party.name) for party in made.parties] == [("p1", "Cy Poe"), ("p2", "Ana Ruiz")]
    assert (made.positions[0].holders, made.positions[0].told_by) == (["p2"], "p1")
    assert made.quotes[0].speakers == ["p2"]


def test_an_id_that_no_party_has_is_warned_of_and_the_rest_stays() -> None:
    made = summary(
        positions=[held("p1", "p9", by="p8", toward=["p7", "p2"])],
        quotes=[said("q1", "p9", "p1")],
        figures=[figure("f1", "p9", "p2")],
    )
    [position] = made.positions
    assert (position.holders, position.told_by, position.toward) == (["p1"], None, ["p2"])
    assert made.quotes[0].speakers == ["p1"]
    assert made.figures[0].claimed_by == ["p2"]
    unknown = "The model names 'p{}', who is no party."
    assert warned(made, "reference_unknown") == [("o1", unknown.format(n)) for n in (9, 8, 7)]
    assert [item for item, _ in warned(made, "speaker_unresolved")] == ["q1", "f1"]


def test_a_position_whose_holders_are_all_unknown_is_rejected_with_their_ids() -> None:
    [item] = rejected(summary(positions=[held("p8", "p9")]), "position")
    assert item.reason == "'p8' and 'p9' are no parties of the article."


def test_a_party_of_whose_names_the_article_has_none_is_rejected_and_so_are_its_positions() -> None:
    made = summary(
        parties=[*PEOPLE, one(4, "Joe Biden", "person", "the White House")],
        positions=[
            held("p4"),
            held("p1", "p4", statement="Both want it."),
            held("p3", by="p4", stance="offers"),
        ],
        quotes=[said("q1", "p4")],
    )
    assert [party.name for party in made.parties] == ["Ana Ruiz", "Bo Doe", "Cy Poe"]
    assert [item.text for item in rejected(made, "party")] == ["Joe Biden"]
    assert [item.reason for item in rejected(made, "position")] == ["'Joe Biden' is no party of the article."]
    assert [position.holders for position in made.positions] == [["p1"], ["p3"]]
    assert made.positions[1].told_by is None
    assert {item for item, message in warned(made, "reference_unknown") if "Joe Biden" in message} == {
        "o1",
        "o2",
    }
    assert made.quotes[0].speakers == []


def test_one_party_under_two_ids_is_one_that_both_mean() -> None:
    made = summary(
        parties=[RUIZ, DOE, one(3, "Ana Ruiz")], positions=[held("p1"), held("p3", stance="offers")]
    )
    assert [party.name for party in made.parties] == ["Ana Ruiz", "Bo Doe"]
    assert [position.holders for position in made.positions] == [["p1"], ["p1"]]
    assert "duplicate_item" in codes(made)


def test_one_party_under_one_id_with_two_names_is_one() -> None:
    made = summary(parties=[RUIZ, DOE, one(1, "Ruiz")], positions=[held("p1")])
    assert [(party.name, party.aliases) for party in made.parties] == [
        ("Ana Ruiz", ["Ruiz"]),
        ("Bo Doe", ["Doe"]),
    ]
    assert made.positions[0].holders == ["p1"]


def test_an_id_given_to_two_parties_means_the_first_and_that_is_said_of_the_second() -> None:
    made = summary(parties=[RUIZ, one(1, "Bo Doe")], positions=[held("p1")], quotes=[said("q1", "p1")])
    assert [(party.id, party.name) for party in made.parties] == [("p1", "Ana Ruiz"), ("p2", "Bo Doe")]
    assert (made.positions[0].holders, made.quotes[0].speakers) == (["p1"], ["p1"])
    [(item, message)] = warned(made, "reference_unknown")
    assert (item, "'Ana Ruiz'" in message) == ("p2", True)


def test_an_id_whose_first_party_is_rejected_does_not_pass_to_the_second() -> None:
    made = summary(parties=[one(1, "Joe Biden"), one(1, "Bo Doe")], positions=[held("p1")])
    assert made.positions == []
    assert [item.reason for item in rejected(made, "position")] == ["'Joe Biden' is no party of the article."]


def test_parties_that_share_a_surname_are_told_apart_by_their_ids() -> None:
    article = marked("“We will stay,” Clinton said. Bill Clinton and Hillary Clinton left.")
    parties = [one(1, "Bill Clinton"), one(2, "Hillary Clinton", "person", "Clinton")]
    made = ground_draft(article, deciding(parties=parties, quotes=[said("q1", "p2")]))
    assert made.quotes[0].speakers == ["p2"]
    assert "Clinton" in made.parties[1].aliases
    assert "speaker_unresolved" not in codes(made)


def test_the_article_s_own_voice_needs_no_mention() -> None:
    voice = one(4, "The Halm Post", "outlet", "the paper")
    made = summary(parties=[*PEOPLE, voice], positions=[held("p4", stance="warns")])
    party = made.parties[3]
    assert (party.name, party.kind, party.mentions) == ("The Halm Post", "outlet", [])
    assert made.positions[0].holders == ["p4"]
    assert [item.text for item in rejected(made, "alias")] == ["the paper"]
    assert rejected(made, "party") == []


def test_the_article_s_own_voice_keeps_its_name_where_the_article_has_another_for_it() -> None:
    article = marked("Ana Ruiz spoke. The Post asked her why.")
    made = ground_draft(article, deciding(parties=[one(1, "The Halm Post", "outlet", "The Post")]))
    assert [(party.name, party.aliases) for party in made.parties] == [("The Halm Post", ["The Post"])]
    assert [anchor.exact for anchor in made.parties[0].mentions] == ["Post"]


def test_roles_are_those_that_the_model_gives() -> None:
    made = summary(positions=[held("p3")])
    assert [party.role for party in made.parties] == ["main", "main", "minor"]


@pytest.mark.parametrize(
    ("mark", "kind", "text"), [("q2", "term", "technical pause"), ("q3", "title", "Under Water")]
)
def test_a_term_or_title_needs_no_speaker_and_is_nobody_s_statement(mark: str, kind: str, text: str) -> None:
    made = summary(quotes=[said(mark, kind=kind)])
    [quote] = made.quotes
    assert (quote.text, quote.kind, quote.speakers, quote.is_statement) == (text, kind, [], False)
    assert codes(made) == []
    assert made.coverage.sentences.reported == 1  # the one that the abstract cites


def test_a_term_carries_no_position_also_where_somebody_uses_it() -> None:
    made = summary(positions=[held("p2", evidence=["s4"])], quotes=[said("q2", "p2", kind="term")])
    assert made.quotes[0].speakers == ["p2"]
    assert made.positions[0].quotes == []


def test_speech_that_nobody_says_is_warned_of() -> None:
    assert codes(summary(quotes=[said("q1")])) == ["speaker_unresolved"]


def test_a_sentence_without_marks_can_be_a_quote() -> None:
    made = summary(unmarked_quotes=[UnmarkedQuoteDraft(sentence="s3", speakers=["p2"])])
    [quote] = made.quotes
    assert (quote.text, quote.speakers, quote.kind) == (
        "At least 40 houses stood under water, Doe said.",
        ["p2"],
        "speech",
    )
    assert "no_quotation_marks" in codes(made)


def test_a_figure_has_a_kind_and_may_have_several_claimants_wherever_they_stand() -> None:
    made = summary(figures=[figure("f1", "p1", "p2", "p1"), figure("f2", kind="measure", measures="copies")])
    assert [(item.kind, item.measures, item.claimed_by) for item in made.figures] == [
        ("count", "houses", ["p1", "p2"]),
        ("measure", "copies", []),
    ]
    assert codes(made) == []


def test_a_number_that_counts_nothing_is_neither_shown_nor_rejected() -> None:
    made = summary(figures=[figure("f2", kind="none", measures=""), figure("f1")])
    assert [item.text for item in made.figures] == ["At least 40"]
    assert (made.rejected, codes(made)) == ([], [])
    assert [anchor.exact for anchor in made.coverage.figures_left_out] == ["7 million"]


def test_a_figure_without_a_measure_shows_the_number_alone() -> None:
    assert summary(figures=[figure("f1", measures="")]).figures[0].measures == ""


@pytest.mark.parametrize(
    ("parts", "kind", "text", "reason"),
    [
        ({"quotes": [said("q9", "p1")]}, "quote", "q9", "The article has no quotation q9."),
        ({"figures": [figure("f9")]}, "figure", "f9", "The article has no figure f9."),
        (
            {"unmarked_quotes": [UnmarkedQuoteDraft(sentence="s99", speakers=[])]},
            "quote",
            "s99",
            "The article has no sentence s99.",
        ),
        (
            {"positions": [held("p1", evidence=["s1", "s99"])]},
            "position",
            "s99",
            "The article has no sentence s99.",
        ),
        (
            {"abstract": [sentence("News.", "s1", "s99")]},
            "abstract",
            "s99",
            "The article has no sentence s99.",
        ),
    ],
)
def test_a_number_of_nothing_is_rejected(parts: dict[str, object], kind: str, text: str, reason: str) -> None:
    made = summary(**parts)
    assert [(item.kind, item.text, item.reason) for item in made.rejected] == [(kind, text, reason)]


def test_a_position_of_whose_evidence_nothing_stands_is_rejected() -> None:
    [item] = rejected(summary(positions=[held("p1", evidence=["s98", "s99"])]), "position")
    assert (item.text, item.reason) == (
        "They want it.",
        "Nothing of its evidence stands in the article: s98; s99.",
    )


def test_a_position_without_evidence_is_rejected() -> None:
    claim = PositionClaim((), (), "demands", "They want it.")
    claims = Claims(
        SentenceClaim("News"), (), parties=(PartyClaim("Ana Ruiz", "person"),), positions=(claim,)
    )
    assert [item.kind for item in ground(TOWN, claims).rejected] == ["position"]


def test_a_sentence_of_the_abstract_has_its_evidence() -> None:
    made = summary(abstract=[sentence("A bridge.", "s1", "s1", "s2"), sentence("Houses.", "s3")])
    assert [[anchor.sentence for anchor in item.evidence] for item in made.abstract] == [["s1", "s2"], ["s3"]]
    assert [item.support.verdict for item in made.abstract] == ["unchecked", "unchecked"]
    assert made.abstract_text == "A bridge. Houses."
    assert made.coverage.sentences.reported == 3


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [(["s98", "s99"], "Nothing of its evidence stands in the article."), ([], "It names no evidence.")],
)
def test_own_words_that_rest_on_nothing_are_doubtful(evidence: list[str], reason: str) -> None:
    headline = HeadlineDraft(text="News", evidence=evidence)
    made = summary(abstract=[sentence("It is so.", *evidence)], headline=headline)
    [only] = made.abstract
    assert (made.headline.evidence, only.evidence) == ([], [])
    assert made.headline.support == only.support == Support(verdict="doubtful", reasons=[reason])
    assert [item.kind for item in made.rejected] == ["abstract"] * 2 * len(evidence)


def test_own_words_that_are_nothing_but_control_characters_are_rejected() -> None:
    made = summary(
        abstract=[sentence("\u202e\x1b", "s1"), sentence("A bridge.", "s1")],
        positions=[held("p1", statement="\u202e"), held("p2", topic="\u202e")],
    )
    assert [item.text for item in made.abstract] == ["A bridge."]
    assert [(item.kind, item.reason) for item in made.rejected] == [
        ("position", "It says nothing."),
        ("abstract", "It says nothing."),
    ]
    assert [(position.holders, position.topic) for position in made.positions] == [(["p2"], None)]


def test_what_could_not_be_read_is_rejected_as_such_and_fit_to_show() -> None:
    unreadable = (Unreadable("figure", "40\u202e", "figures: \x1b[31mInput should be an object"),)
    [item] = ground(TOWN, Claims(SentenceClaim("News"), (), unreadable=unreadable)).rejected
    assert (item.kind, item.verdict, item.text) == ("figure", "unreadable", "40")
    assert item.reason == "figures: [31mInput should be an object"
    assert (item.closest, item.diff) == (None, [])


def test_every_anchor_names_the_sentence_in_which_it_begins() -> None:
    made = summary(positions=[held("p1", evidence=["s2"])], quotes=[said("q2", "p2")], figures=[figure("f1")])
    numbers = {sentence.id: sentence.span for sentence in TOWN.sentences}
    for path, anchor in made.anchors():
        assert anchor.sentence is not None, path
        span = numbers[anchor.sentence]
        assert span.start <= anchor.start < span.end, path


def test_a_position_given_twice_by_the_same_holders_is_one() -> None:
    made = summary(positions=[held("p1", "p2"), held("p1", "p2", evidence=["s2"]), held("p1")])
    assert [position.holders for position in made.positions] == [["p1", "p2"], ["p1"]]
    assert [anchor.sentence for anchor in made.positions[0].evidence] == ["s1", "s2"]
    assert warned(made, "duplicate_item") == [("o1", "The model reported this position more than once.")]
