import pytest
from grounding_drafts import CAIRO, copied, copy, quoted
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.location import Located, Locator, NotLocated
from summarizer.pipeline import ground_draft
from summarizer.text.tokens import Tokens

TEXT = CAIRO.article.text


def locate(text: str, offer: str) -> Located | NotLocated:
    locator = Locator(Tokens.of(text), [offer])
    return next(iter(locator.occurrences(offer)), None) or locator.miss(offer)


@pytest.mark.parametrize(
    ("offer", "verdict", "place"),
    [
        pytest.param("thwart any possibility", "verbatim", "thwart any possibility", id="a copy"),
        pytest.param('"positive spirit"', "verbatim", "positive spirit", id="marks wrapped around"),
        pytest.param("“positive spirit”", "verbatim", "positive spirit", id="other marks wrapped around"),
        pytest.param(
            "thwart any possibility of concluding an agreement.”",
            "verbatim",
            "thwart any possibility of concluding an agreement.",
            id="the closing mark copied",
        ),
        pytest.param("our people’s demands", "normalised", "our people's demands", id="another apostrophe"),
        pytest.param("rounds of dialog… and", "normalised", "rounds of dialog... and", id="an ellipsis"),
        pytest.param("far–southern city", "normalised", "far-southern city", id="another dash"),
        pytest.param("thwart  any\npossibility", "normalised", "thwart any possibility", id="white space"),
        pytest.param("Thwart any possibility", "normalised", "thwart any possibility", id="a capital first"),
        pytest.param(
            "thwart any possibility.", "normalised", "thwart any possibility", id="a full stop added"
        ),
        pytest.param(
            "... and it is clear that he still is,",
            "verbatim",
            "... and it is clear that he still is,",
            id="an ellipsis first",
        ),
        pytest.param(
            "the ‘Israeli’ premier's insistence",
            "normalised",
            "the “Israeli” premier’s insistence",
            id="inner marks",
        ),
        pytest.param(
            "Netanyahu was an obstructionist of all previous rounds", "altered", None, id="a word exchanged"
        ),
        pytest.param(
            "We in Hamas and the resistance forces are determined", "altered", None, id="a word left out"
        ),
        pytest.param("Thwart Any Possibility", "altered", None, id="capitals throughout"),
        pytest.param("thwart any possibility?", "altered", None, id="a question made of it"),
        pytest.param("the return of the displaced relief", "altered", None, id="a comma left out"),
        pytest.param(
            "We emphasize the positive spirit ... to reach an agreement",
            "spliced",
            None,
            id="a middle left out, shown",
        ),
        pytest.param(
            "We emphasize the positive spirit in the same spirit to reach an agreement",
            "spliced",
            None,
            id="a middle left out",
        ),
        pytest.param(
            "to reach an agreement. We in Hamas and the Palestinian resistance forces",
            "spliced",
            None,
            id="two quotations joined",
        ),
        pytest.param(
            "a serious exchange deal. We emphasize the positive spirit", "spliced", None, id="back to front"
        ),
        pytest.param(
            "The weather in Oslo stayed mild all through the winter", "not_found", None, id="invented"
        ),
        pytest.param("", "not_found", None, id="nothing"),
        pytest.param("a", "not_found", None, id="one letter"),
        pytest.param("…", "not_found", None, id="an ellipsis alone"),
        pytest.param('", "', "not_found", None, id="punctuation"),
        pytest.param("oving", "not_found", None, id="part of a word"),
    ],
)
def test_an_offer_gets_the_verdict_it_deserves(offer: str, verdict: str, place: str | None) -> None:
    found = locate(TEXT, offer)
    assert found.verdict == verdict
    if isinstance(found, Located):
        assert TEXT[slice(*found.span)] == place


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("Er sagte: „Wir gehen nach Kairo“ und ging.", "»Wir gehen nach Kairo«"),
        ("他说：「我们要和平。」然后离开。", "“我们要和平”"),
        ("เขากล่าวว่า “เราต้องการสันติภาพ” แล้วจากไป", "เราต้องการสันติภาพ"),
        ("Elle a dit : « Nous irons au Caire demain ».", "Nous irons au Caire demain"),
        ("קמנו מוקדם והלכנו לעבודה בעיר", "והלכנו לעבודה"),
        ("उसने कहा “हम शांति चाहते हैं” आज।", "हम शांति चाहते हैं"),
    ],
)
def test_words_of_any_script_are_located(text: str, offer: str) -> None:
    assert isinstance(locate(text, offer), Located)


def test_composed_and_decomposed_letters_are_the_same_and_offsets_stay() -> None:
    text = "Le cafe\u0301 de\u0301ja\u0300 ferme\u0301 rouvre demain."
    found = locate(text, "café déjà fermé rouvre")
    assert isinstance(found, Located)
    assert text[slice(*found.span)] == "cafe\u0301 de\u0301ja\u0300 ferme\u0301 rouvre"


def test_letters_that_grow_when_folded_do_not_shift_the_place() -> None:
    text = "İİİß İstanbul Straße. " * 20 + "Then he said we will all go home today."
    found = locate(text, "we will all go home")
    assert isinstance(found, Located)
    assert text[slice(*found.span)] == "we will all go home"


def test_a_phrase_of_common_words_is_found_where_all_its_parts_are_everywhere() -> None:
    text = "a b c d b c d e c d e f " * 2000 + "a b c d e f"
    assert isinstance(locate(text, "b c d e f"), Located)


def test_words_of_the_offer_never_act_as_a_pattern() -> None:
    assert isinstance(locate("He came (again) and left.", "(.*) again .+"), NotLocated)


def test_a_short_offer_does_not_disturb_the_search_for_a_long_one() -> None:
    text = "The talks in Cairo will go on. He hopes for peace now"
    long = "The talks in Cairo peace now"
    locator = Locator(Tokens.of(text), ["peace now", long])
    assert locator.miss(long).verdict == "altered"


def test_two_sets_of_marks_inside_an_offer_are_no_wrapping() -> None:
    text = 'He called it "war" and "peace" in one breath.'
    found = locate(text, '"war" and "peace"')
    assert isinstance(found, Located)
    assert text[slice(*found.span)] == '"war" and "peace"'


@given(st.data())
def test_every_slice_of_three_words_or_more_is_located_verbatim(data: st.DataObject) -> None:
    text = data.draw(
        st.sampled_from(
            [TEXT, TEXT.replace(" ", "\n", 40), "ab ab ab ab “ab ab” ab ab. Ab ab " * 5, "我们要和平。" * 9]
        )
    )
    tokens = Tokens.of(text)
    first = data.draw(st.integers(0, len(tokens.words) - 3))
    last = data.draw(st.integers(first + 3, min(len(tokens.words), first + 60)))
    start, end = tokens.span(first, last)
    found = locate(text, text[start:end])
    assert found.verdict == "verbatim"


def test_an_altered_quote_is_rejected_with_the_closest_place() -> None:
    summary = ground_draft(
        CAIRO, copy(quotes=[copied("Netanyahu was an obstructionist of all previous rounds")])
    )
    (item,) = summary.rejected
    assert item.closest
    assert item.closest.exact == "Netanyahu was the obstructionist of all previous rounds"


def test_the_diff_of_a_rejected_quote_names_the_words_that_differ() -> None:
    summary = ground_draft(
        CAIRO, copy(quotes=[copied("Netanyahu was an obstructionist of all previous rounds")])
    )
    pieces = [(piece.op, piece.text) for piece in summary.rejected[0].diff]
    assert pieces == [
        ("equal", "Netanyahu was"),
        ("offered", "an"),
        ("article", "the"),
        ("equal", "obstructionist of all previous rounds"),
    ]


def test_a_spliced_quote_shows_what_it_left_out() -> None:
    summary = quoted(
        "“Peace is possible in the coming days,” said Ann Lee on Monday. “But the siege must end at once.”",
        "Peace is possible in the coming days. But the siege must end at once.",
    )
    assert ("article", "days,” said Ann Lee on Monday. “But") in [
        (piece.op, piece.text) for piece in summary.rejected[0].diff
    ]
