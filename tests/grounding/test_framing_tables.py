from typing import get_args

import pytest

from summarizer.framing.lexicon import read_lexicon
from summarizer.framing.phrases import Phrases
from summarizer.languages import known_with
from summarizer.summary import FramingCategory
from summarizer.text.tokens import Tokens
from summarizer.text.wordlists import words

LANGUAGES = known_with("loaded")

GRIM = words(
    "killed attack war massacre invasion bombed bombing died dead conflict strike arrested hostage crisis"
)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_table_can_be_read_and_holds_enough(language):
    lexicon = read_lexicon(language)
    assert len(lexicon.meanings) >= (300 if language == "en" else 100)
    assert {meaning.category for meaning in lexicon.meanings.values()} == set(get_args(FramingCategory)) - {
        "scare_quoted_name"
    }


def test_the_languages_are_those_of_the_promise():
    assert {"en", "de", "fr", "es", "ru", "ar", "pl", "zh", "ja"} <= LANGUAGES


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_form_is_found_where_it_stands(language):
    lexicon = read_lexicon(language)
    for form in lexicon.meanings:
        tokens = Tokens.of(form.replace("*", ""))
        assert any(hit.last == len(tokens.words) for hit in lexicon.words.find(tokens)), form


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_neutral_wording_is_loaded_itself(language):
    lexicon = read_lexicon(language)
    for meaning in lexicon.meanings.values():
        assert not list(lexicon.words.find(Tokens.of(meaning.neutral or ""))), meaning


def test_words_that_are_merely_grim_are_in_no_table():
    assert not GRIM & set(read_lexicon("en").meanings)


def test_a_form_that_does_not_stand_in_its_harmless_phrase_is_an_error():
    with pytest.raises(ValueError, match="does not stand in"):
        Phrases.of(["regime"], {"regime": ["tax rules"]})


def test_the_longest_phrase_wins_and_line_breaks_and_hyphens_join():
    phrases = Phrases.of(["terror", "terror group"])
    found = [
        hit.phrase.form for hit in phrases.find(Tokens.of("A terror\ngroup, terror-group; terror, group."))
    ]
    assert found == ["terror group", "terror group", "terror"]
