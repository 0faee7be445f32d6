"""Summaries with evidence of their own words, joint holders, tellers and targets, carried over an edit."""

from typing import Any

import pytest
from edited import DECIDED, STORY, TEXT, edit

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.grounding import verify
from summarizer.pipeline.carry_over import Reanchored, in_words, reanchor
from summarizer.summary import Anchor, Summary


def carried(old: str, new: str) -> Reanchored:
    return edit(old, new, summary=DECIDED)


def fates(found: Reanchored) -> set[tuple[str, str, str]]:
    return {(item.kind, item.item, item.fate) for item in found.stale}


def words(anchors: list[Anchor]) -> list[str]:
    return [anchor.exact.split()[0] for anchor in anchors]


def without_places(value: Any) -> Any:
    """A dumped summary without its anchors but for their words, and without what is said of the article."""
    if isinstance(value, list):
        return [without_places(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "exact" in value:
        return value["exact"]
    return {name: without_places(item) for name, item in value.items() if name not in {"article", "warnings"}}


def test_everything_that_was_decided_goes_along_with_an_edit_that_changes_nothing() -> None:
    found = carried("\n\nBo Doe", "\n\n\n\nBo Doe")
    assert found.complete
    assert without_places(found.summary.model_dump()) == without_places(DECIDED.model_dump())
    first, second = found.summary.positions
    assert (first.holders, first.told_by, first.toward) == (["p1"], "p4", ["p2", "p3"])
    assert (second.holders, second.quotes, second.topic) == (["p2", "p3"], ["q2"], "the bridge")
    assert [quote.speakers for quote in found.summary.quotes] == [["p1", "p3"], ["p2"]]
    assert found.summary.quotes[0].kind == "written"
    assert found.summary.figures[0].claimed_by == ["p1", "p2"]
    assert {item.support.verdict for item in found.summary.abstract} == {"supported"}
    assert found.summary.parties[3].mentions == []


def test_anchors_name_the_sentences_of_the_later_text() -> None:
    found = carried("The council of Halm met", "It rained. It snowed. The council of Halm met")
    assert not found.complete
    [first, *_] = found.summary.abstract
    assert [anchor.sentence for anchor in first.evidence] == ["s4", "s5"]
    assert [anchor.sentence for anchor in found.summary.positions[1].evidence] == ["s7", "s8"]
    assert found.summary.quotes[0].anchor.sentence == "s4"
    assert found.summary.coverage.sentences.found == DECIDED.coverage.sentences.found + 2
    after = TEXT.replace("The council of Halm met", "It rained. It snowed. The council of Halm met")
    assert verify(found.summary, mark(Article(text=after, title="A bridge", language="en"))) == []


def test_a_summary_whose_anchors_named_no_sentence_gets_them_with_the_edit() -> None:
    bare = DECIDED.model_dump()

    def strip(value: Any) -> None:
        for item in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
            strip(item)
        if isinstance(value, dict) and "exact" in value:
            value["sentence"] = None

    strip(bare)
    found = reanchor(
        Summary.model_validate(bare), STORY, Article(text=TEXT + " ", title="A bridge", language="en")
    )
    assert found.complete
    assert all(anchor.sentence for _, anchor in found.summary.anchors())


def test_a_sentence_of_the_abstract_without_its_evidence_is_reported_and_doubtful() -> None:
    found = carried("denied that the bridge was safe", "denied that the bridge was ever safe")
    assert {("abstract", "abstract2", "changed"), ("position", "o2", "changed")} <= fates(found)
    first, second, third = found.summary.abstract
    assert (second.text, second.evidence, second.support.verdict) == (
        DECIDED.abstract[1].text,
        [],
        "doubtful",
    )
    assert second.support.reasons == ["Nothing of its evidence stands in the article any more."]
    assert (first.support, third.support) == (DECIDED.abstract[0].support, DECIDED.abstract[2].support)
    [stale] = [item for item in found.stale if item.kind == "abstract"]
    assert stale.after is not None
    assert "ever safe" in stale.after.exact
    assert not found.complete


def test_what_stands_of_its_evidence_stays_and_its_support_is_to_be_checked_again() -> None:
    found = carried("At least 40 houses stood under water. ", "")
    assert ("abstract", "abstract1", "removed") in fates(found)
    assert ("position", "o1", "removed") in fates(found)
    assert words(found.summary.abstract[0].evidence) == ["“We"]
    assert found.summary.abstract[0].support.verdict == "unchecked"
    assert found.summary.positions[0].support.verdict == "unchecked"
    assert found.summary.positions[1].support.verdict == "supported"


def test_a_headline_that_loses_evidence_is_reported_and_stays() -> None:
    found = carried("The council of Halm met on Monday.\n\n", "")
    assert ("headline", "headline", "removed") in fates(found)
    assert found.summary.headline.text == DECIDED.headline.text
    assert words(found.summary.headline.evidence) == ["“We"]
    assert found.summary.headline.support.verdict == "unchecked"


def test_a_position_no_longer_names_a_quote_that_is_gone() -> None:
    assert DECIDED.positions[1].quotes == ["q2"]
    found = carried("“Nobody asked us,” he said. ", "")
    assert ("quote", "q2", "removed") in fates(found)
    assert found.summary.positions[1].quotes == []
    assert found.summary.positions[1].support.verdict == "unchecked"


def test_a_party_that_others_only_address_is_kept_when_its_name_is_gone() -> None:
    found = carried("The council of Halm met", "The town met")
    assert ("party", "p3", "removed") in fates(found)
    assert "p3" in [party.id for party in found.summary.parties]
    assert "p3" in found.summary.positions[0].toward


def test_a_teller_is_kept_also_if_the_article_never_named_it() -> None:
    found = carried("met on Monday", "met on Tuesday")
    assert found.summary.positions[0].told_by == "p4"
    assert [party.kind for party in found.summary.parties if party.id == "p4"] == ["outlet"]


@pytest.mark.parametrize(
    ("old", "new"), [("stayed mild", "stayd mild"), ("slowly returned.", "slowly, returned.")]
)
def test_a_typing_error_in_a_sentence_that_only_the_abstract_cites_is_a_change(old: str, new: str) -> None:
    assert edit(old, new).complete
    found = carried(old, new)
    assert not found.complete
    assert ("abstract", "abstract3") in {fate[:2] for fate in fates(found)}
    assert in_words(found) == "1 sentence new or changed"


def test_coverage_counts_what_the_abstract_cites() -> None:
    found = carried("\n\nBo Doe", "\n\n\n\nBo Doe")
    assert found.summary.coverage.sentences == DECIDED.coverage.sentences
    assert words(found.summary.coverage.sentences_left_out) == ["The", "The", "Repairs"]
