from http.server import ThreadingHTTPServer
from threading import Thread

import pytest
import replay
from changed_summaries import FULL, RUIZ, SA, UNION, held, summary
from conftest import CAIRO, CASSETTES, MODEL
from store_samples import sample

import summarizer
from summarizer import diff
from summarizer.errors import UsageError


def told(after, before=None):
    """Kinds of change with what stood before and what stands now; the abstract and headline stay the same."""
    return [
        (change.kind, change.before and change.before.value, change.after and change.after.value)
        for change in diff(before or summary(), after).items
    ]


def kinds(after, before=None):
    return [kind for kind, *_ in told(after, before)]


def quotes(summary_of, *texts):
    """The summary with quotes of these words, said as they were."""
    from changed_summaries import TEXT

    from summarizer.summary import Anchor

    [first, *_] = summary_of.quotes
    found = [
        first.model_copy(
            update={
                "id": f"q{number}",
                "text": text,
                "anchor": Anchor.at(TEXT, TEXT.index(text), TEXT.index(text) + len(text)),
                "speakers": next(
                    quote.speakers for quote in summary_of.quotes if text in quote.text or quote.text in text
                ),
            }
        )
        for number, text in enumerate(texts, start=1)
    ]
    return summary_of.model_copy(update={"quotes": found})


def test_a_summary_does_not_differ_from_itself():
    assert diff(summary(), summary()).items == []


def test_other_words_for_the_same_are_no_change_of_meaning():
    reworded = summary(positions=[held(statement="Houses must stand in May.")], headline="Fire in a town")
    assert kinds(reworded) == ["headline.changed", "positions.reworded"]


def test_a_quote_that_is_not_reported_any_more_is_lost_and_its_sentence_uncovered():
    less = summary(quotes=FULL["quotes"][:1])
    found = diff(summary(), less)
    [lost] = found.of("quotes.lost")
    assert lost.after is None
    assert (lost.side.text, lost.side.parties) == ("It will burn again, and again.", ["Bruno Sá"])
    assert found.of("sentences.uncovered")
    assert found.coverage["quotations"].before.reported - found.coverage["quotations"].after.reported == 1


def test_a_quote_said_by_another_party_is_told_as_that_and_not_as_a_loss():
    other = summary(quotes=[{"quote": "q1", "speaker": "Bruno Sá"}, {"quote": "q2", "speaker": "Bruno Sá"}])
    changed = [row for row in told(other) if row[0].startswith(("speakers", "quotes"))]
    assert changed == [("speakers.changed", "Ana Ruíz", "Bruno Sá")]


def test_a_quote_that_is_split_in_two_or_joined_from_two_is_no_loss():
    whole, halves = "It will burn again, and again.", ("It will burn again,", "and again.")
    split = quotes(summary(), "We will rebuild this town,", *halves)
    joined = quotes(summary(), "We will rebuild this town,", whole)
    assert kinds(split, joined) == []
    assert kinds(joined, split) == []


def test_a_quote_that_keeps_some_of_its_words_is_narrowed_and_the_other_way_round_widened():
    part = quotes(summary(), "We will rebuild this town,", "It will burn again,")
    assert told(part) == [("quotes.narrowed", "and again.", None)]
    assert told(summary(), part) == [("quotes.widened", None, "and again.")]


def test_a_position_of_the_same_party_and_place_with_the_opposed_stance_is_flipped():
    assert told(summary(positions=[held(stance="opposes")])) == [("positions.flipped", "demands", "opposes")]


def test_a_stance_that_is_another_but_not_opposed_is_no_flip():
    assert told(summary(positions=[held(stance="denies")])) == [("positions.stance", "demands", "denies")]


def test_a_position_that_agrees_is_paired_before_one_that_is_flipped():
    both = summary(positions=[held(stance="claims"), held(stance="demands")])
    less = summary(positions=[held(stance="demands", statement="Houses.")])
    assert told(less, both) == [
        ("positions.lost", "claims", None),
        ("positions.reworded", "demands", "demands"),
    ]


def test_a_position_of_another_party_is_told_with_both():
    assert told(summary(positions=[held(party="Bruno Sá")]))[0] == (
        "positions.reassigned", "Harbour Union", "Bruno Sá",
    )  # fmt: skip


def test_a_position_that_nobody_holds_any_more_is_lost():
    assert "positions.lost" in kinds(summary(positions=[]))
    assert "positions.found" in kinds(summary(), summary(positions=[]))


def test_of_a_figure_each_thing_that_is_read_otherwise_is_told():
    found = summary()
    [ruiz] = [party.id for party in found.parties if party.name == "Ana Ruíz"]
    claimed = found.figures[0].model_copy(update={"claimed_by": [ruiz]})
    before = found.model_copy(update={"figures": [claimed]})
    read = claimed.model_copy(
        update={"value": "40000", "comparator": "about", "unit": "EUR", "claimed_by": []}
    )
    assert told(before.model_copy(update={"figures": [read]}), before) == [
        ("figures.value", "40", "40000"),
        ("figures.comparator", "at least", "about"),
        ("figures.unit", None, "EUR"),
        ("figures.claimant", "Ana Ruíz", None),
    ]


def test_the_same_number_written_otherwise_is_the_same():
    before = summary()
    again = before.figures[0].model_copy(update={"value": "40.0"})
    assert kinds(before.model_copy(update={"figures": [again]}), before) == []


def test_a_party_that_is_not_listed_any_more_is_lost():
    assert told(summary(parties=[RUIZ, SA], positions=[]), summary(positions=[])) == [
        ("parties.lost", "Harbour Union", None)
    ]


def test_two_parties_that_become_one_are_merged_and_their_quotes_keep_their_speaker():
    one = summary(
        parties=[RUIZ | {"aliases": ["the mayor"]}, SA, UNION],
        quotes=[{"quote": "q1", "speaker": "Ana Ruíz"}, {"quote": "q2", "speaker": "Bruno Sá"}],
    )
    mayor = {"name": "the mayor", "kind": "person", "description": "", "aliases": []}
    two = summary(
        parties=[RUIZ, mayor, SA, UNION],
        figures=[{"figure": "f1", "measures": "homes", "claimed_by": "the mayor"}],
    )
    merged = diff(two, one)
    [change] = merged.of("parties.merged")
    assert change.before is not None
    assert set((change.before.value or "").split(", ")) == {"Ana Ruíz", "the mayor"}
    assert not merged.of("parties.lost", "figures.claimant", "speakers.changed")
    assert diff(one, two).of("parties.split")


def test_a_party_called_otherwise_is_renamed_and_keeps_its_positions():
    longer = summary()
    parties = [
        party.model_copy(update={"name": "The Union"}) if party.name == "Harbour Union" else party
        for party in longer.parties
    ]
    assert told(longer.model_copy(update={"parties": parties}), longer) == [
        ("parties.renamed", "Harbour Union", "The Union")
    ]


def test_loaded_wording_that_is_listed_no_more_is_told():
    before = summary()
    assert before.framing
    assert set(kinds(before.model_copy(update={"framing": []}), before)) == {"framing.lost"}


def test_rejected_items_and_warnings_that_appear_are_told():
    worse = summary(unmarked_quotes=[{"text": "We will never rebuild", "speaker": "Ana Ruíz"}])
    assert "rejected.new" in kinds(worse)
    assert "rejected.gone" in kinds(summary(), worse)


def test_summaries_of_different_texts_are_refused():
    with pytest.raises(UsageError, match="different texts"):
        diff(summary(), sample(2).summary)


def test_the_library_has_it():
    assert "diff" in summarizer.__all__
    assert isinstance(summarizer.diff(summary(), summary()), summarizer.Changes)


def recorded(cassette, prompt):
    """What the embedded model said of the sample article, summarised again from its recorded answers."""
    path = CASSETTES / f"test_summarize/{cassette}.yaml"
    with ThreadingHTTPServer(("127.0.0.1", 0), replay.handler(path)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            base_url = f"http://127.0.0.1:{server.server_port}/v1"
            return summarizer.summarize(CAIRO, prompt=prompt, model=MODEL, base_url=base_url)
        finally:
            server.shutdown()


def test_two_prompts_of_the_recorded_model_agree_on_the_quotes_and_not_on_the_positions():
    before = recorded("test_the_referring_prompt_copies_nothing_that_has_a_number", "summary@2")
    after = recorded("test_the_completing_prompt_summarises_the_sample_article", "summary@3")
    found = diff(before, after)
    assert not found.of("quotes.lost", "quotes.narrowed", "speakers.changed", "figures.lost", "figures.value")
    [renamed] = found.of("parties.renamed")
    assert (renamed.before and renamed.before.value, renamed.side.value) == (
        "Netanyahu",
        "Benjamin Netanyahu",
    )
    # Of the demands that the first one lays into his mouth, the second one has none of the words.
    lost = {(*change.side.parties, change.side.value) for change in found.of("positions.lost")}
    assert ("Netanyahu", "opposes") in lost
    assert not found.of("positions.flipped")
    assert len(found.of("positions.found")) > len(found.of("positions.lost"))
