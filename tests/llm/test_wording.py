# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import base64

import pytest

from summarizer.llm.wording import quoted, scrubbed, shown

KEY = "sk-a/b+c?d=e&f g"


@pytest.mark.parametrize(
    "spelling",
    [
        KEY,
        "sk-a%2Fb%2Bc%3Fd%3De%26f%20g",
        "sk-a%2Fb%2Bc%3Fd%3De%26f+g",
        base64.b64encode(KEY.encode()).decode(),
        base64.urlsafe_b64encode(KEY.encode()).decode(),
    ],
)
def test_the_key_is_hidden_however_it_is_spelt(spelling):
    assert scrubbed(f"before {spelling} after", KEY).replace("=", "") == "before [key] after"


def test_a_message_is_one_short_harmless_line():
    line = quoted("red \x1b[31m\r\nline \u202e\U000e0041\ud800 " + "x" * 500, None)
    assert line.startswith("red [31m line xxx")
    assert line.isprintable()
    assert len(line) == 200


def test_the_key_is_hidden_before_the_line_is_cut():
    assert "sk-a" not in quoted("x" * 190 + KEY, KEY)


def test_no_key_hides_nothing():
    assert scrubbed("none of it", None) == "none of it"


def test_a_shown_address_holds_no_password():
    assert shown("https://me:secret@host:8/v1?token=secret#x") == "https://host:8/v1"
