"""One draft of several: everything they list, each party once, and the main ones."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import time

from report import place

import summarizer
from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.draft import AbstractDraft, CopyDraft, ReferenceDraft
from summarizer.grounding import ground
from summarizer.pipeline.chunking.merge_drafts import MOST_PARTIES, joined

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
    return joined(mark(Article(text=text)), drafts, WORDS)


def test_lists_follow_each_other_and_the_words_are_those_of_the_whole():
    first = draft(quotes=[{"quote": "q1", "speaker": "Ana Ruiz"}])
    second = draft(quotes=[{"quote": "q2", "speaker": None}])
    made, _ = join("News.", first, second)
    assert [quote.quote for quote in made.quotes] == ["q1", "q2"]
    assert (made.abstract, made.headline) == ("All that happened.", "All")


def test_a_draft_of_copied_words_is_joined_the_same_way():
    figure = {"text": "40", "value": "40", "unit": None, "measures": "homes", "claimed_by": None}
    part = CopyDraft.model_validate(
        {**{name: NOTHING[name] for name in ("parties", "quotes", "positions", "abstract", "headline")}, "figures": [figure]}
    )  # fmt: skip
    made, _ = join("40 homes.", part, part)
    assert type(made) is CopyDraft
    assert len(made.figures) == 2


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
    assert only.aliases == ["the group", "the movement"]


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
