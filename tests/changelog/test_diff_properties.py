import time

from changed_summaries import TEXT, first_version, summary
from hypothesis import given
from hypothesis import strategies as st

from summarizer import diff
from summarizer.article import Span
from summarizer.comparison.kinds import KINDS
from summarizer.comparison.matching import Placed, apart, meetings, partners
from summarizer.summary import (
    AbstractSentence,
    Anchor,
    FigureItem,
    Headline,
    Party,
    Position,
    Quote,
    SummaryWarning,
    Support,
)

BASE = summary()
anchors = st.integers(0, len(TEXT) - 2).flatmap(
    lambda start: st.integers(start + 1, min(len(TEXT), start + 60)).map(
        lambda end: Anchor.at(TEXT, start, end)
    )
)
party_ids = st.sampled_from(["p1", "p2", "p3", "p9"])
some_parties = st.lists(party_ids, max_size=2, unique=True)
supports = st.sampled_from(
    [Support(), Support(verdict="supported"), Support(verdict="doubtful", reasons=["No."])]
)
parties = st.lists(
    st.builds(
        Party,
        id=st.just("p1"),
        name=st.sampled_from(["Ana Ruíz", "Ruíz", "the mayor", "Union", "Bruno Sá", "—"]),
        kind=st.sampled_from(["other", "outlet"]),
        role=st.sampled_from(["main", "minor"]),
        description=st.just(""),
        aliases=st.lists(st.sampled_from(["Ruíz", "Sá", "the mayor", "Union"]), max_size=2),
        mentions=st.lists(anchors, max_size=3),
        support=supports,
    ),
    max_size=4,
)
quotes = st.lists(
    st.builds(
        Quote, id=st.just("q1"), text=st.just("words"), anchor=anchors, speakers=some_parties,
        kind=st.sampled_from(["speech", "written", "term"]), verdict=st.just("verbatim"), cue=st.none(),
        continues=st.none(), origin=st.just("model"), support=supports,
    ),
    max_size=5,
)  # fmt: skip
positions = st.lists(
    st.builds(
        Position, id=st.just("o1"), holders=st.lists(party_ids, min_size=1, max_size=2, unique=True),
        told_by=st.none() | party_ids, toward=some_parties, stance=st.sampled_from(["demands", "claims", "denies"]),
        topic=st.none() | st.sampled_from(["houses", "new houses", "the fire"]),
        statement=st.sampled_from(["New houses by May.", "Houses by summer.", "It burned again."]),
        wording=st.just("model"), evidence=st.lists(anchors, min_size=1, max_size=2), quotes=st.just([]),
        support=supports, origin=st.just("model"),
    ),
    max_size=5,
)  # fmt: skip
figures = st.lists(
    st.builds(
        FigureItem, id=st.just("f1"), text=st.just("40"), anchor=anchors, value=st.sampled_from(["4", "40"]),
        comparator=st.sampled_from(["about", "exactly"]), upper=st.none(), unit=st.none(),
        kind=st.none() | st.sampled_from(["count", "share"]), measures=st.just(""), claimed_by=some_parties,
        support=supports,
    ),
    max_size=4,
)  # fmt: skip
sentences = st.lists(
    st.builds(
        AbstractSentence, text=st.sampled_from(["A town burned.", "The town burned down.", "A mayor spoke."]),
        evidence=st.lists(anchors, max_size=1), support=supports, wording=st.just("model"),
    ),
    max_size=4,
)  # fmt: skip
warnings = st.lists(
    st.builds(
        SummaryWarning, code=st.sampled_from(["speaker_unresolved", "scare_quote", "disputed"]),
        item=st.none() | st.sampled_from(["q1", "f1", "p1"]), message=st.sampled_from(["a", "b"]),
    ),
    max_size=3,
)  # fmt: skip


def numbered(letter, items):
    return [item.model_copy(update={"id": f"{letter}{number}"}) for number, item in enumerate(items, start=1)]


@st.composite
def summaries(draw):
    return BASE.model_copy(
        update={
            "parties": numbered("p", draw(parties)),
            "quotes": numbered("q", draw(quotes)),
            "positions": numbered("o", draw(positions)),
            "figures": numbered("f", draw(figures)),
            "warnings": draw(warnings),
            "abstract": draw(sentences),
            "headline": Headline(text=draw(st.sampled_from(["Fire", "A fire"])), support=draw(supports)),
            "provenance": draw(st.sampled_from([None, BASE.provenance])),
        }
    )


@given(summaries())
def test_nothing_differs_from_itself(one):
    assert diff(one, one).items == []


@given(summaries(), summaries())
def test_the_difference_seen_from_the_other_side_is_its_mirror_image(one, other):
    found, turned = diff(one, other), diff(other, one)
    assert found.mirrored() == turned
    assert turned.counts == {KINDS[kind].mirror: number for kind, number in found.counts.items()}


@given(summaries())
def test_a_summary_of_the_first_version_differs_in_nothing_that_it_could_not_know(one):
    alone = [held.model_copy(update={"holders": held.holders[:1]}) for held in one.positions]
    spoken = [quote.model_copy(update={"speakers": quote.speakers[:1]}) for quote in one.quotes]
    claimed = [figure.model_copy(update={"claimed_by": figure.claimed_by[:1]}) for figure in one.figures]
    one = one.model_copy(
        update={"positions": alone, "quotes": spoken, "figures": claimed, "provenance": None}
    )
    told = diff(first_version(one), one).counts
    assert not {"positions.lost", "positions.found", "holders.added", "positions.topic"} & set(told)
    assert not [kind for kind in told if kind.startswith(("quotes", "speakers", "figures"))]


@given(summaries(), summaries())
def test_the_same_two_summaries_have_the_same_difference(one, other):
    assert diff(one, other) == diff(one.model_copy(deep=True), other.model_copy(deep=True))


def test_every_kind_is_the_mirror_image_of_its_mirror_image():
    for kind, facts in KINDS.items():
        assert KINDS[facts.mirror].mirror == kind


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 10)).map(lambda pair: Span(pair[0], sum(pair))), max_size=6
)


@given(spans, spans)
def test_a_sweep_meets_wherever_two_spans_overlap(ones, others):
    met = {
        place
        for meeting in meetings([[one] for one in ones], [[other] for other in others])
        for place in range(*meeting.span)
    }
    wanted = {
        place
        for one in ones
        for other in others
        for place in range(max(one[0], other[0]), min(one[1], other[1]))
    }
    assert met == wanted


@given(spans, spans)
def test_partners_share_a_place_and_no_item_has_two(ones, others):
    before, after = ([Placed((span,)) for span in side] for side in (ones, others))
    found = partners(before, after)
    assert all(ones[one].overlaps(others[other]) for one, other in found)
    assert len({one for one, _ in found}) == len({other for _, other in found}) == len(found)
    assert apart(before, after) == [
        number for number, one in enumerate(ones) if not any(one.overlaps(other) for other in others)
    ]


def test_time_of_positions_grows_with_them_and_not_with_their_pairs():
    def seconds(number):
        held = BASE.positions[0]
        many = [
            held.model_copy(update={"id": f"o{at}", "statement": f"Number {at}."}) for at in range(1, number)
        ]
        others = [one.model_copy(update={"statement": f"{one.statement} Again."}) for one in many]
        before, after = (BASE.model_copy(update={"positions": side}) for side in (many, others))
        started = time.process_time()
        diff(before, after)
        return time.process_time() - started

    seconds(50)
    assert seconds(2000) < 40 * seconds(250) + 0.5


def test_time_grows_with_the_items_and_not_with_their_pairs():
    def seconds(number):
        nested = [Placed((Span(place, 2 * number - place),)) for place in range(number)]
        started = time.process_time()
        partners(nested, nested)
        return time.process_time() - started

    seconds(100)
    assert seconds(8000) < 40 * seconds(1000) + 0.1
