"""How a reply is read of which something does not fit its draft format."""

import json
from copy import deepcopy
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import CopyDraft, DecidingDraft, HintedDraft, ReferenceDraft
from summarizer.grounding import verify
from summarizer.pipeline import ground_draft

MARKED = mark(
    Article(
        text="“We will mend the old bridge,” mayor Ana Ruiz said on Monday. At least 40 houses stood under "
        "water. Bo Doe denied that the bridge was safe. “Nobody asked us,” he said."
    )
)
PARTIES = [
    {"id": "p1", "name": "Ana Ruiz", "kind": "person", "role": "main", "description": "mayor", "aliases": []},
    {"id": "p2", "name": "Bo Doe", "kind": "person", "role": "main", "description": "", "aliases": []},
]
DENIAL = {
    "evidence": ["s3"],
    "holders": ["p2"],
    "told_by": None,
    "toward": ["p1"],
    "stance": "denies",
    "topic": "the bridge",
    "statement": "Bo Doe denies that the bridge is safe.",
}
PLAN = DENIAL | {
    "evidence": ["s1"],
    "holders": ["p1"],
    "stance": "intends",
    "statement": "Ruiz will mend it.",
}
REPLY: dict[str, Any] = {
    "parties": PARTIES,
    "positions": [PLAN, DENIAL],
    "quotes": [
        {"quote": "q1", "speakers": ["p1"], "kind": "speech"},
        {"quote": "q2", "speakers": ["p2"], "kind": "speech"},
    ],
    "unmarked_quotes": [],
    "figures": [{"figure": "f1", "kind": "count", "measures": "houses", "claimed_by": []}],
    "abstract": [{"text": "The bridge is to be mended.", "evidence": ["s1"]}],
    "headline": {"text": "A bridge", "evidence": ["s1"]},
}


def read(**changes: Any) -> DecidingDraft:
    return DecidingDraft.model_validate_json(json.dumps(REPLY | changes))


def rejected(draft: DecidingDraft) -> list[tuple[str, str, str]]:
    """Kind, words and reason of what a summary of the draft says is not shown."""
    summary = ground_draft(MARKED, draft)
    assert verify(summary, MARKED) == []
    return [(item.kind, item.text, item.reason) for item in summary.rejected]


def test_a_reply_that_fits_sets_nothing_aside() -> None:
    assert read().unreadable == ()
    assert rejected(read()) == []


def test_a_position_with_an_unknown_stance_is_rejected_and_the_rest_kept() -> None:
    draft = read(positions=[PLAN | {"stance": "sulks"}, DENIAL])
    summary = ground_draft(MARKED, draft)
    assert [position.stance for position in summary.positions] == ["denies"]
    assert (len(summary.parties), len(summary.quotes), len(summary.figures)) == (2, 2, 1)
    [item] = summary.rejected
    assert (item.kind, item.verdict) == ("position", "unreadable")
    assert item.text.startswith('{"evidence": ["s1"], "holders": ["p1"]')
    assert item.reason.startswith("stance: Input should be 'supports', 'opposes'")


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"quotes": [*REPLY["quotes"], {"quote": "3", "speakers": [], "kind": "speech"}]}, "quote"),
        ({"quotes": [*REPLY["quotes"], "q2"]}, "quote"),
        ({"quotes": [*REPLY["quotes"], None]}, "quote"),
        ({"figures": [*REPLY["figures"], {"figure": "f2"}]}, "figure"),
        ({"figures": [*REPLY["figures"], 40]}, "figure"),
        ({"parties": [*PARTIES, PARTIES[0] | {"id": "ruiz"}]}, "party"),
        ({"parties": [*PARTIES, PARTIES[0] | {"id": "p3", "mood": "grim"}]}, "party"),
        ({"positions": [PLAN, DENIAL, DENIAL | {"holders": []}]}, "position"),
        ({"positions": [PLAN, DENIAL, DENIAL | {"evidence": []}]}, "position"),
        ({"positions": [PLAN, DENIAL, DENIAL | {"evidence": ["third"]}]}, "position"),
        ({"unmarked_quotes": [{"sentence": "q1", "speakers": []}]}, "quote"),
        ({"abstract": [*REPLY["abstract"], {"text": 7, "evidence": ["s1"]}]}, "abstract"),
        ({"headline": {"text": "A bridge", "evidence": ["s1", "q1"]}}, "abstract"),
    ],
)
def test_an_item_that_does_not_fit_is_set_aside_with_the_reason(changes: dict[str, Any], kind: str) -> None:
    draft = read(**changes)
    assert {item.kind for item in draft.unreadable} == {kind}
    assert all(item.reason and item.text for item in draft.unreadable)
    left = [len(value) for name, value in draft if isinstance(value, list) and name != "abstract"]
    assert left == [2, 2, 2, 0, 1]
    assert kind in [item for item, _, _ in rejected(draft)]


def test_words_of_the_article_that_stand_in_no_item_are_not_said_to_be_missing_from_it() -> None:
    draft = read(quotes=[*REPLY["quotes"], "Nobody asked us,"], figures=[*REPLY["figures"], 40])
    assert {item.verdict for item in ground_draft(MARKED, draft).rejected} == {"unreadable"}
    assert len(rejected(draft)) == 2


def with_unfit(number: int) -> str:
    """The reply with so many of its eight items unfit."""
    reply = deepcopy(REPLY)
    for item in [*reply["parties"], *reply["quotes"], *reply["positions"]][:number]:
        item["extra"] = True
    return json.dumps(reply)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_up_to_half_of_the_items_may_be_unfit(number: int) -> None:
    assert len(DecidingDraft.model_validate_json(with_unfit(number)).unreadable) == number


@pytest.mark.parametrize("number", [5, 6])
def test_more_than_half_unfit_is_no_answer(number: int) -> None:
    with pytest.raises(ValidationError, match="extra"):
        DecidingDraft.model_validate_json(with_unfit(number))


def test_items_beyond_a_bound_do_not_outweigh_those_that_do_not_fit() -> None:
    with pytest.raises(ValidationError):
        read(quotes=[{"quote": "?"}] * 5000)


@pytest.mark.parametrize("name", sorted(REPLY))
def test_a_field_missing_at_the_top_is_no_answer(name: str) -> None:
    with pytest.raises(ValidationError, match=name):
        DecidingDraft.model_validate_json(json.dumps({key: REPLY[key] for key in REPLY if key != name}))


@pytest.mark.parametrize("name", sorted(REPLY))
def test_a_field_of_another_type_at_the_top_is_no_answer(name: str) -> None:
    with pytest.raises(ValidationError, match=name):
        read(**{name: "none"})


def test_a_field_that_was_not_asked_for_at_the_top_is_no_answer() -> None:
    for name in ("notes", "unreadable"):
        with pytest.raises(ValidationError):
            read(**{name: []})


def test_texts_over_their_bounds_are_cut_between_words() -> None:
    draft = read(
        headline={"text": "bridge " * 100, "evidence": ["s1"]},
        positions=[DENIAL | {"topic": "the bridge " * 20, "statement": "They want it. " * 50}],
    )
    [position] = draft.positions
    assert (len(draft.headline.text) <= 160, draft.headline.text.endswith("bridge…")) == (True, True)
    assert (len(position.topic) <= 80, len(position.statement) <= 300) == (True, True)
    assert draft.unreadable == ()


def test_lists_over_their_bounds_are_cut_and_what_is_left_out_is_told() -> None:
    many = [DENIAL | {"statement": f"It is so, {number}."} for number in range(100)]
    draft = read(positions=many)
    assert [position.statement for position in draft.positions] == [f"It is so, {n}." for n in range(40)]
    assert {item.reason for item in draft.unreadable} == {"An answer has at most 40 of positions."}
    assert [item.text for item in draft.unreadable][-1] == "40 more"
    assert len(draft.unreadable) == 21


def test_evidence_over_its_bound_is_cut() -> None:
    [position] = read(positions=[DENIAL | {"evidence": ["s1"] * 50}]).positions
    assert position.evidence == ["s1"] * 6


def test_ten_thousand_quotations_in_one_answer_never_raise() -> None:
    began = process_time()
    quotes = [
        {"quote": f"q{number}", "speakers": ["p1"] * 9, "kind": "speech"} for number in range(1, 10_001)
    ]
    draft = read(quotes=quotes)
    summary = ground_draft(MARKED, draft)
    assert len(draft.quotes) == 200
    assert [quote.id for quote in summary.quotes] == ["q1", "q2"]
    assert len(summary.rejected) < 300
    assert "9780 more" in [item.text for item in summary.rejected]
    assert verify(summary, MARKED) == []
    assert process_time() - began < 10


def test_what_is_wrong_with_an_item_is_told_in_few_words_whatever_the_model_calls_its_fields() -> None:
    draft = read(positions=[PLAN | {"\x1b[31m\u202e" + "k" * 5000: 1}, DENIAL])
    [(_, text, reason)] = rejected(draft)
    assert len(text) <= 120
    assert len(reason) <= 120
    assert not set("\x1b\u202e") & set(text + reason)


def test_what_is_set_aside_is_no_part_of_the_schema_or_of_the_draft_as_it_is_kept() -> None:
    draft = read(positions=[PLAN | {"stance": "sulks"}, DENIAL])
    assert "unreadable" not in json.dumps(DecidingDraft.model_json_schema())
    assert "unreadable" not in draft.model_dump()
    assert DecidingDraft.model_validate_json(draft.model_dump_json()).unreadable == ()


@pytest.mark.parametrize(
    ("draft", "reply", "field", "kind"),
    [
        (
            ReferenceDraft,
            {"quotes": [{"quote": "q1", "speaker": None}, {"quote": "one", "speaker": None}]},
            "quotes",
            "quote",
        ),
        (
            HintedDraft,
            {"speakers": [{"quote": "q1", "speaker": None}, {"quote": "one", "speaker": None}]},
            "speakers",
            "quote",
        ),
        (
            CopyDraft,
            {"quotes": [{"text": "Nobody", "speaker": None}, {"text": "", "speaker": None}]},
            "quotes",
            "quote",
        ),
    ],
)
def test_the_first_formats_are_read_with_the_same_patience(
    draft: Any, reply: dict[str, Any], field: str, kind: str
) -> None:
    texts = {name: "News." for name, part in draft.model_fields.items() if "str" in str(part.annotation)}
    lists: dict[str, Any] = {
        name: [] for name, part in draft.model_fields.items() if "list" in str(part.annotation)
    }
    read = draft.model_validate_json(json.dumps({**texts, **lists, **reply}))
    assert len(getattr(read, field)) == 1
    assert [item.kind for item in read.unreadable] == [kind]


ANY = st.recursive(
    st.sampled_from([None, True, 5, 1.5, "", "p1", "s1", "q1", "q99999", "p100", "\u202e", "40", "x" * 500]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text"]), inner, max_size=2)
    ),
    max_leaves=4,
)


def places(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [here, *(place for name, part in inside for place in places(part, (*here, name)))]


@given(st.data())
def test_any_reply_is_read_or_refused_and_what_is_read_can_be_grounded(data: st.DataObject) -> None:
    reply = deepcopy(REPLY)
    for _ in range(data.draw(st.integers(1, 4))):
        *way, last = data.draw(st.sampled_from(places(reply)[1:]))
        part: Any = reply
        for step in way:
            part = part[step]
        part[last] = data.draw(ANY)
    try:
        draft = DecidingDraft.model_validate_json(json.dumps(reply))
    except ValidationError:
        return
    summary = ground_draft(MARKED, draft)
    assert verify(summary, MARKED) == []
    assert len(summary.rejected) >= len(draft.unreadable)
