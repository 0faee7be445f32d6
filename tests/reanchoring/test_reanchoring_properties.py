import time
from typing import TYPE_CHECKING

from edited import DECIDED, STORY, SUMMARY, TEXT, Editor, summarise
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.analysis import mark
from summarizer.analysis.places import Marks
from summarizer.article import Article, Span
from summarizer.grounding import verify
from summarizer.pipeline.carry_over import reanchor
from summarizer.text.alignment import NOWHERE, align, inverted
from summarizer.text.glyphs import canonical

if TYPE_CHECKING:
    from summarizer.summary import FigureItem, Quote

EDITS = st.integers(0, 2**32).map(lambda seed: Editor(seed).edit(TEXT))


SUMMARIES = st.sampled_from([SUMMARY, DECIDED])


def carried(text, summary):
    after = Article(text=text, title=STORY.title, language="en")
    return after, reanchor(summary, STORY, after)


@settings(max_examples=40, deadline=None)
@given(EDITS, SUMMARIES)
def test_every_anchor_holds_after_any_edit_and_names_the_sentence_that_it_is_in(text, summary):
    after, found = carried(text, summary)
    marks = Marks(mark(after))
    for _, anchor in found.summary.anchors():
        assert anchor == marks.anchor(Span(anchor.start, anchor.end))
    places = [*found.new_quotations, *found.new_figures, *found.new_sentences]
    places += [item.after for item in found.stale if item.after]
    assert all(anchor.holds_in(after.text) for anchor in places)
    assert all(
        anchor.holds_in(TEXT) for anchor in [*found.gone_sentences, *(item.before for item in found.stale)]
    )


@settings(max_examples=40, deadline=None)
@given(EDITS, SUMMARIES)
def test_no_item_is_dropped_in_silence_and_each_says_what_it_said(text, summary):
    _, found = carried(text, summary)
    stale = {item.item for item in found.stale}
    for name in ("parties", "positions", "quotes", "figures"):
        before = {item.id: item for item in getattr(summary, name)}
        after = {item.id: item for item in getattr(found.summary, name)}
        assert before.keys() - after.keys() <= stale
        assert after.keys() <= before.keys()
    said: list[Quote | FigureItem] = [*summary.quotes, *summary.figures]
    words = {item.id: item.text for item in said}
    for item in (*found.summary.quotes, *found.summary.figures):
        assert canonical(item.text) == canonical(words[item.id])
    own = [("headline", summary.headline, found.summary.headline)]
    pairs = zip(summary.abstract, found.summary.abstract, strict=True)
    own += [(f"abstract{number}", *pair) for number, pair in enumerate(pairs, 1)]
    for item, was, now in own:
        assert now.text == was.text
        assert len(now.evidence) == len(was.evidence) or item in stale
        assert item not in stale or now.support.verdict != "supported"


@settings(max_examples=40, deadline=None)
@given(EDITS)
def test_every_reference_of_a_carried_summary_is_to_one_of_its_items(text):
    _, found = carried(text, DECIDED)
    parties, quotes = {item.id for item in found.summary.parties}, {item.id for item in found.summary.quotes}
    for position in found.summary.positions:
        assert {*position.holders, *position.toward} | ({position.told_by} - {None}) <= parties
        assert {*position.quotes} <= quotes
    assert {party for quote in found.summary.quotes for party in quote.speakers} <= parties
    assert {party for figure in found.summary.figures for party in figure.claimed_by} <= parties


@settings(max_examples=40, deadline=None)
@given(EDITS, SUMMARIES)
def test_a_complete_summary_verifies_and_reports_every_quotation_it_reported(text, summary):
    after, found = carried(text, summary)
    if found.complete:
        assert verify(found.summary, mark(after)) == []
        assert found.summary.coverage.quotations == summary.coverage.quotations
        assert found.summary.coverage.figures == summary.coverage.figures
    else:
        assert (
            found.stale
            or found.new_sentences
            or found.gone_sentences
            or found.new_quotations
            or (found.new_figures or found.moved_sentences or verify(found.summary, mark(after)))
        )


@settings(max_examples=40, deadline=None)
@given(EDITS, st.integers(0, 2**32))
def test_a_summary_of_an_edited_text_goes_back_to_the_first(text, seed):
    before = Article(text=text, language="en")
    after = Article(text=Editor(seed).edit(text), language="en")
    found = reanchor(summarise(before), before, after)
    assert all(anchor.holds_in(after.text) for _, anchor in found.summary.anchors())


WORDS = st.lists(st.sampled_from("abcdefg"), max_size=60)


@given(WORDS, WORDS)
def test_an_alignment_rises_and_joins_equal_words_only(old, new):
    places = align(old, new)
    there = [place for place in places if place != NOWHERE]
    assert there == sorted(set(there))
    assert all(old[at] == new[place] for at, place in enumerate(places) if place != NOWHERE)
    back = inverted(places, len(new))
    assert [(at, place) for place, at in enumerate(back) if at != NOWHERE] == [
        (at, place) for at, place in enumerate(places) if place != NOWHERE
    ]


@given(WORDS, WORDS)
def test_words_around_an_insertion_keep_their_places(old, inserted):
    middle = len(old) // 2
    places = align(old, [*old[:middle], *inserted, *old[middle:]])
    assert NOWHERE not in places


def test_an_article_four_times_as_long_takes_hardly_more_than_four_times_as_long():
    def seconds(paragraphs):
        text = "\n\n".join(f"{TEXT} It was day {number} of the flood." for number in range(paragraphs))
        before = Article(text=text, language="en")
        after = Article(text=text.replace("was day 7 of", "is day 7 of").replace("the", "a"), language="en")
        summary = (
            summarise(before)
            if paragraphs < 10
            else SUMMARY.model_copy(update={"article": SUMMARY.article.model_copy(update={"id": before.id})})
        )
        began = time.process_time()
        reanchor(summary, before, after)
        return time.process_time() - began

    def at_best(paragraphs):
        return min(seconds(paragraphs) for _ in range(3))  # a busy machine takes longer at times

    seconds(5)
    assert at_best(120) < 12 * at_best(30)
