import subprocess
import sys
import time

import pytest
from attributed import marked, told
from hypothesis import given
from hypothesis import strategies as st

from summarizer.analysis.attribution import attribute
from summarizer.text.spelling import misspells

PIECES = st.sampled_from(
    [
        *(
            "Ann Roe ",
            "Roe ",
            "Acme Holdings ",
            "Mr. ",
            "the mayor ",
            "the group ",
            "he ",
            "they ",
            "who ",
            "Bo ",
        ),
        *(
            "said ",
            "saying ",
            "denied ",
            "told ",
            "called for ",
            "according to ",
            "claim that ",
            "was ",
            "by ",
            "’s ",
        ),
        *("“", "”", "“We will build it,” ", "“old” ", "‘", "’", '"', "(", ")"),
        *(", ", ". ", ": ", "; ", " — ", "\n\n", "\n", " ", "and ", "but ", "of ", "for ", "the "),
        *("40 homes ", "at least 5", "5% ", "é", "🌧", "_", "U.S. ", "Sen. ", "likely ", "also ", "Monday "),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map("".join),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80),
).filter(lambda text: "\r\n" not in text)


def spans(found):
    yield from (unit.span for unit in found.units)
    yield from (token.span for unit in found.units for token in unit.tokens)
    yield from (cue.span for cue in found.cues)
    yield from (cue.source.span for cue in found.cues)
    yield from (quotation.span for quotation in found.said)
    yield from (speaker.source.span for speaker in found.speakers.values())
    yield from (speaker.cue for speaker in found.speakers.values() if speaker.cue)
    for report in found.reports:
        yield from (report.words, report.cue, report.source.span)


@given(TEXTS)
def test_every_span_is_a_stretch_of_the_article(text):
    assert all(0 <= span.start < span.end <= len(text) for span in spans(told(text)))


@given(TEXTS)
def test_the_same_article_is_always_read_the_same(text):
    assert repr(told(text)) == repr(told(text))


@given(TEXTS)
def test_every_id_is_one_of_the_marks(text):
    article = marked(text)
    found = attribute(article)

    assert {*found.speakers} <= {quotation.id for quotation in article.quotations}
    assert {*found.figures} == {figure.id for figure in article.figures}
    sentences = {sentence.id for sentence in article.sentences}
    assert all(report.sentences and sentences.issuperset(report.sentences) for report in found.reports)


@given(TEXTS)
def test_names_stand_in_the_article(text):
    plain = " ".join(text.split())
    assert all(party.name in plain for party in told(text).parties)


REPEATED = {
    "two words": "said who ",
    "relative pronouns": "who ",
    "names": "Roe ",
    "two names": "Ann Roe, ",
    "verbs": "reply ",
    "cues of one name": "Roe said ",
    "pronouns": "he said he denied ",
    "offices": "the mayor said ",
    "holders of one office": "Mayor Ann, he said the mayor denied ",
    "short quotations": "Roe “a” ",
    "cues behind quotations": "“a” said Roe ",
    "quotations in one sentence": "“a b c,” said the ",
    "terms": "the “a b” of ",
    "commas": "Roe, said, ",
    "parentheses": "(Roe) said ",
    "dashes": "— Roe said ",
    "articles": "the the the Roe said ",
    "auxiliaries": "has ",
    "possessives": "Roe’s claim that ",
    "participles": ", saying ",
    "numbers": "40 homes said Roe 30 ",
    "headings": "Roe Bridge Falls Down\n\n",
    "one word": "A",
    "capitals of one word": "a",
    "semicolons": "Roe said “a”; ",
    "orders": "Roe denied he, Doe claimed ",
}
SIZE = 80_000


def letters(number):
    """A different four letters for every number."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))


HOSTILE = {
    "different names": " ".join(f"Roe{letters(number)}" for number in range(10_000)),
    "namesakes": " ".join(f"A{letters(number)} Roe, Roe said" for number in range(4_000)),
    **{name: (piece * (SIZE // len(piece) + 1))[:SIZE] for name, piece in REPEATED.items()},
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_article_takes_time_in_proportion_to_its_length(text):
    def seconds(length):
        article = marked(text[:length])
        began = time.process_time()
        attribute(article)
        return time.process_time() - began

    part, whole = min(seconds(len(text) // 8) for _ in range(2)), seconds(len(text))
    assert whole < 24 * max(part, 0.05)  # eight times as long; a quadratic part would make it 64 times


@pytest.mark.parametrize(("one", "other"), [("Barlow", "Bralow"), ("Barlow", "Barllow")])
def test_swapped_and_doubled_letters_are_slips(one, other):
    assert misspells(one, other)
    assert misspells(other, one)


@pytest.mark.parametrize(("one", "other"), [("Barlow", "Barlew"), ("Roe", "Ore"), ("Barlow", "Barlow")])
def test_another_letter_is_another_name(one, other):
    assert not misspells(one, other)


def test_a_word_of_a_hundred_thousand_letters_has_no_misspellings_to_list():
    assert not misspells("A" + "b" * 100_000, "A" + "b" * 100_001)


def test_no_word_list_is_read_before_an_article_is():
    code = (
        "import summarizer, summarizer.analysis.attribution.vocabulary as room, sys;"
        "sys.exit(room.vocabulary.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
