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


@pytest.mark.parametrize("code", KNOWN)
def test_the_documentation_says_what_each_language_has(code):
    docs = (Path(__file__).parents[2] / "docs/languages.md").read_text()
    [head] = re.findall(r"^\| language \| (.+) \|$", docs, re.MULTILINE)
    [row] = re.findall(rf"^\| {code} \| (.+) \|$", docs, re.MULTILINE)
    has = [name in data_of(code) for name in head.split(" | ")]
    assert [cell == "yes" for cell in row.split(" | ")] == has


def test_an_unsound_file_is_refused_with_its_name_and_fault(tmp_path, monkeypatch):
    (tmp_path / "qaa.toml").write_text('[speech]\ncuess = "says"\n')
    monkeypatch.setattr(tables, "_FOLDER", tmp_path)
    monkeypatch.setattr(tables, "KNOWN", ("qaa",))
    with pytest.raises(ValueError, match=r"qaa\.toml.*cuess.*did you mean cues"):
        entry("qaa")
