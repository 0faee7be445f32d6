from collections.abc import Callable, Sequence

from any_model import WORDS, Model
from grounding_drafts import CAIRO, marked
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.analysis import MarkedArticle
from summarizer.drafts import CopyDraft, DecidingDraft, ReferenceDraft
from summarizer.grounding import verify
from summarizer.grounding.names import bare
from summarizer.pipeline import ground_draft
from summarizer.summary import FigureItem, Quote, Summary
from summarizer.text.glyphs import clean

Drawn = ReferenceDraft | CopyDraft | DecidingDraft
Case = tuple[MarkedArticle, Drawn, Summary]
MAKERS: list[Callable[[Model], Drawn]] = [Model.reference_draft, Model.copy_draft, Model.deciding_draft]


@st.composite
def grounded(draw: st.DrawFn) -> Case:
    words = st.lists(st.sampled_from(WORDS), max_size=60)
    article = marked(draw(st.one_of(st.just(CAIRO.article.text), words.map(" ".join), words.map("".join))))
    model = Model(draw(st.integers(0, 2**32)), article.article.text)
    draft = draw(st.sampled_from(MAKERS))(model)
    return article, draft, ground_draft(article, draft)


def reported(summary: Summary, items: Sequence[Quote | FigureItem], kind: str) -> int:
    ids = {item.id for item in items}
    again = sum(warning.code == "duplicate_item" and warning.item in ids for warning in summary.warnings)
    return len(items) + again + sum(item.kind == kind for item in summary.rejected)


@settings(deadline=None)
@given(grounded())
def test_verification_agrees_with_every_grounded_draft(case: Case) -> None:
    article, _, summary = case
    assert verify(summary, article) == []


@settings(deadline=None)
@given(grounded())
def test_every_anchor_of_every_summary_holds(case: Case) -> None:
    article, _, summary = case
    assert all(anchor.holds_in(article.article.text) for _, anchor in summary.anchors())


@settings(deadline=None)
@given(grounded())
def test_every_offered_quote_is_shown_rejected_or_reported_as_repeated(case: Case) -> None:
    _, draft, summary = case
    offered = len(draft.quotes) + (0 if isinstance(draft, CopyDraft) else len(draft.unmarked_quotes))
    assert reported(summary, summary.quotes, "quote") == offered


@settings(deadline=None)
@given(grounded())
def test_every_offered_figure_is_shown_rejected_or_reported_as_repeated(case: Case) -> None:
    _, draft, summary = case
    offered = [figure for figure in draft.figures if getattr(figure, "kind", None) != "none"]
    assert reported(summary, summary.figures, "figure") == len(offered)


@settings(deadline=None)
@given(grounded())
def test_every_offered_position_is_shown_rejected_or_reported_as_repeated(case: Case) -> None:
    _, draft, summary = case
    ids = {position.id for position in summary.positions}
    again = sum(w.code == "duplicate_item" and w.item in ids for w in summary.warnings)
    statements = {clean(position.statement) for position in draft.positions}
    gone = [item for item in summary.rejected if item.kind == "position" and item.text in statements]
    assert len(ids) + again + len(gone) >= len(draft.positions)


@settings(deadline=None)
@given(grounded())
def test_every_reference_is_to_an_item_of_the_summary(case: Case) -> None:
    _, _, summary = case
    parties, quotes = {party.id for party in summary.parties}, {quote.id for quote in summary.quotes}
    for position in summary.positions:
        told_by = {position.told_by} - {None}
        assert {*position.holders, *position.toward, *told_by} <= parties
        assert position.holders
        assert position.told_by not in position.holders
        assert set(position.quotes) <= quotes
    assert {party for quote in summary.quotes for party in quote.speakers} <= parties
    assert {party for figure in summary.figures for party in figure.claimed_by} <= parties
    everything = (summary.parties, summary.positions, summary.quotes, summary.figures, summary.framing)
    ids = [item.id for items in everything for item in items]
    assert len(ids) == len(set(ids))


@settings(deadline=None)
@given(grounded())
def test_every_offered_party_is_shown_or_rejected(case: Case) -> None:
    _, draft, summary = case
    shown = {name for party in summary.parties for name in (party.name, *party.aliases)}
    gone = {item.text for item in summary.rejected if item.kind in {"party", "alias"}}
    keys = {bare(name) for name in shown}
    assert all(bare(clean(party.name)) in keys or clean(party.name) in gone for party in draft.parties)


@settings(deadline=None)
@given(grounded())
def test_a_summary_survives_its_json(case: Case) -> None:
    _, _, summary = case
    assert type(summary).model_validate_json(summary.model_dump_json()) == summary


@settings(deadline=None)
@given(grounded())
def test_no_words_of_the_model_keep_control_characters(case: Case) -> None:
    _, _, summary = case
    own = [summary.headline.text, *(sentence.text for sentence in summary.abstract)]
    own += [text for item in summary.rejected for text in (item.text, item.reason)]
    own += [text for item in summary.positions for text in (item.statement, item.topic or "")]
    own += [figure.measures for figure in summary.figures]
    own += [party.description for party in summary.parties]
    own += [message.message for message in summary.warnings if message.code != "instruction_like_text"]
    assert not any(letter in text for text in own for letter in "\x1b\u202e\U000e0041\0\n")
