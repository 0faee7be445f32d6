import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import CitingAbstractDraft, Draft, check_json


class Little(Draft):
    format = "little/1"
    word: str


def test_a_reply_of_the_right_form_is_read():
    assert Little.model_validate_json('{"word": "yes"}').word == "yes"


@pytest.mark.parametrize(
    "text",
    [
        '{"word": "a", "word": "b"}',
        '{"word": "a"} {"word": "b"}',
        'Here you are: {"word": "a"}',
        '{"word": "a\\u0000"}',
        '{"word": "a\\ud800"}',
        '{"word": NaN}',
        '{"word": 1e999}',
        '{"word": "a"',
        "",
        "[" * 65 + "]" * 65,
    ],
)
def test_json_that_readers_would_quarrel_over_is_refused(text):
    with pytest.raises(json.JSONDecodeError):
        Little.model_validate_json(text)


def test_an_escaped_backslash_before_u0000_is_no_nul():
    assert Little.model_validate_json('{"word": "\\\\u0000"}').word == "\\u0000"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), inner, max_size=4),
        max_leaves=20,
    )
)  # fmt: skip
def test_any_honest_json_is_let_through(value):
    check_json(json.dumps(value))


def citing(headline, *sentences):
    abstract = [{"text": text, "evidence": evidence} for text, *evidence in sentences]
    words = {"abstract": abstract, "headline": {"text": "News", "evidence": headline}}
    return CitingAbstractDraft.model_validate_json(json.dumps(words), strict=True)


def test_a_number_that_is_none_of_a_sentence_is_set_aside_and_the_sentence_kept():
    made = citing(["s1", "q1"], ("It rained.", "s1", "first"), ("It snowed.", "s2"))
    assert made.headline.evidence == ["s1"]
    assert [sentence.evidence for sentence in made.abstract] == [["s1"], ["s2"]]
    assert sorted((item.kind, item.text) for item in made.unreadable) == [
        ("abstract", '"first"'),
        ("abstract", '"q1"'),
    ]


def test_a_sentence_without_any_number_is_kept():
    made = citing([], ("It rained.", "s1"), ("It snowed.",))
    assert [sentence.evidence for sentence in made.abstract] == [["s1"], []]
    assert made.unreadable == ()


def test_a_sentence_without_the_field_for_numbers_is_set_aside():
    words = {
        "abstract": [{"text": "It rained.", "evidence": ["s1"]}, {"text": "It snowed."}],
        "headline": {"text": "News", "evidence": ["s1"]},
    }
    made = CitingAbstractDraft.model_validate_json(json.dumps(words))
    assert [sentence.text for sentence in made.abstract] == ["It rained."]
    assert [(item.kind, "It snowed." in item.text) for item in made.unreadable] == [("abstract", True)]


def test_words_with_evidence_claim_the_places_of_the_sentences_that_they_name():
    article = Article(text="It rained. It snowed.")
    claims = citing(["s2"], ("Rain and snow.", "s1", "s2")).to_claims(mark(article))
    assert [article.slice(place) for place in claims.headline.evidence] == ["It snowed."]
    assert [article.slice(place) for place in claims.abstract[0].evidence] == ["It rained.", "It snowed."]
