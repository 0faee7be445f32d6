"""Each data file of a language is sound, and a contributor is told what is not."""

import re
from pathlib import Path

import pytest
import tomli

from summarizer.analysis.grammar import grammar
from summarizer.languages import KNOWN, entry, tables

FOLDER = Path(tables.__file__).parent


def data_of(code):
    return tomli.loads((FOLDER / f"{code}.toml").read_text())


@pytest.mark.parametrize("code", KNOWN)
def test_a_file_has_only_known_fields_and_its_patterns_compile(code):
    assert tables.faults(data_of(code)) == []
    assert grammar(code).language is entry(code)


@pytest.mark.parametrize("code", KNOWN)
def test_no_number_word_means_two_numbers(code):
    found = [word for words in entry(code).numbers.values() for word in set(words.split())]
    assert sorted(found) == sorted(set(found))


def test_a_misspelt_field_is_named_with_the_nearest():
    assert tables.faults({"speech": {"cuess": "says"}}) == [
        "[speech] cuess: no such field; did you mean cues?"
    ]


def test_the_documentation_names_every_table_of_a_file():
    docs = (Path(__file__).parents[2] / "docs/languages.md").read_text()
    groups = {key for code in KNOWN for key, value in data_of(code).items() if isinstance(value, dict)}
    assert groups <= set(re.findall(r"`([a-z]+)`", docs))
