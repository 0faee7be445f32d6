import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.draft import Draft, check_json


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
