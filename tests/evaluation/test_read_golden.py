import json
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest

from summarizer.article import Span
from summarizer.errors import CorpusMalformed
from summarizer.evaluation.gold import GoldFigure, GoldParty
from summarizer.evaluation.golden import read_golden

TEXT = "“Yes,” said Ann Roe. “Yes,” said Roe’s “old” friend. About 12 boats came; Roe wants more."
LINE: dict[str, Any] = {
    "id": "boats",
    "article": {"text": TEXT, "title": "Boats", "published": "2024-11-13", "language": "en"},
    "parties": [{"id": "p1", "names": ["Ann Roe", "Roe"], "kind": "person"}],
    "quotes": [
        {"text": "Yes,", "speaker": "p1"},
        {"text": "Yes,", "occurrence": 2, "speaker": None},
    ],
    "positions": [{"party": "p1", "stances": ["demands"], "evidence": "Roe wants more."}],
    "figures": [
        {
            "text": "About 12 boats",
            "value": "12",
            "comparator": "about",
            "unit": "boats",
            "measures": "boats that came",
            "claimed_by": None,
        }
    ],
    "not_quotes": ["old"],
    "traps": ["the same words twice"],
}


def changed(path, value):
    """The line with the field at `path` (such as `quotes.0.text`) set to `value`."""
    line = deepcopy(LINE)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    part: Any = line
    for step in way:
        part = part[step]
    part[last] = value
    return line


@pytest.fixture
def read(tmp_path):
    def write_and_read(*lines):
        path = tmp_path / "golden.jsonl"
        path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
        return list(read_golden(path))

    return write_and_read


def test_the_occurrence_tells_which_of_the_same_words_are_meant(read):
    [gold] = read(LINE)
    assert [quote.span for quote in gold.quotes] == [Span(1, 5), Span(22, 26)]


def test_a_speaker_goes_by_all_names_of_the_party(read):
    [gold] = read(LINE)
    assert [quote.speaker for quote in gold.quotes] == [("Ann Roe", "Roe"), None]


def test_a_position_has_its_evidence_as_content(read):
    [gold] = read(LINE)
    assert [gold.article.slice(span) for span in gold.positions[0].content] == ["Roe wants more."]


def test_a_position_keeps_the_stances_that_are_accepted(read):
    [gold] = read(LINE)
    assert gold.positions[0].stances == {"demands"}


def test_a_position_without_the_later_fields_marks_neither_teller_nor_target(read):
    [gold] = read(LINE)
    assert (gold.positions[0].told_by, gold.positions[0].toward) == (None, None)


TWO = [*LINE["parties"], {"id": "p2", "names": ["the harbour", "Bo Doe"], "kind": "group"}]


def position(**fields):
    line = changed("parties", TWO)
    line["positions"][0] |= fields
    return line


def test_a_joint_position_goes_by_the_names_of_all_its_holders(read):
    [gold] = read(position(together_with=["p2"]))
    assert gold.positions[0].source == ("Ann Roe", "Roe", "the harbour", "Bo Doe")


@pytest.mark.parametrize(("told_by", "names"), [("p2", ("the harbour", "Bo Doe")), (None, ())])
def test_a_position_keeps_who_tells_it_also_if_that_is_nobody(read, told_by, names):
    [gold] = read(position(told_by=told_by))
    assert gold.positions[0].told_by == names


@pytest.mark.parametrize(("toward", "names"), [(["p2"], (("the harbour", "Bo Doe"),)), ([], ())])
def test_a_position_keeps_whom_it_is_toward_also_if_that_is_nobody(read, toward, names):
    [gold] = read(position(toward=toward))
    assert gold.positions[0].toward == names


def test_a_figure_keeps_value_comparator_and_unit(read):
    [gold] = read(LINE)
    start = TEXT.index("About")
    assert gold.figures == (GoldFigure(Span(start, start + 14), Decimal(12), "about", None, "boats", None),)


def test_parties_keep_names_and_kind(read):
    [gold] = read(LINE)
    assert gold.parties == (GoldParty(("Ann Roe", "Roe"), "person"),)


def test_words_that_are_no_quotes_are_found(read):
    [gold] = read(LINE)
    assert [gold.article.slice(span) for span in gold.not_quotes] == ["old"]


def test_the_article_is_taken_as_it_is(read):
    [gold] = read(LINE)
    assert (gold.article.text, gold.article.title, gold.article.language) == (TEXT, "Boats", "en")


def test_a_folder_is_read_file_by_file(read, tmp_path):
    read(LINE)
    (tmp_path / "another.jsonl").write_text(json.dumps(changed("id", "another")) + "\n\n", "utf-8")
    assert [gold.name for gold in read_golden(tmp_path)] == ["another", "boats"]


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("quotes.0.text", "No", "does not have occurrence 1 of 'No'"),
        ("quotes.1.occurrence", 3, "does not have occurrence 3 of 'Yes,'"),
        ("positions.0.evidence", "Roe wants less.", "Roe wants less."),
        ("figures.0.text", "12 ships", "12 ships"),
        ("not_quotes", ["new"], "new"),
        ("quotes.0.speaker", "p2", "party 'p2' is not among the parties"),
        ("positions.0.party", "p2", "p2"),
        ("figures.0.claimed_by", "p2", "p2"),
        ("positions.0.together_with", ["p2"], "p2"),
        ("positions.0.told_by", "p2", "p2"),
        ("positions.0.toward", ["p1", "p2"], "p2"),
        ("figures.0.value", "a dozen", r"figures\.0\.value"),
        ("figures.0.occurrence", 0, r"figures\.0\.occurrence"),
        ("positions.0.stances", ["sulks"], r"positions\.0\.stances"),
        ("parties", [*LINE["parties"], *LINE["parties"]], "party 'p1' is there twice"),
        ("comment", "nice", "comment"),
        ("article.editor", "me", r"article\.editor"),
        ("article.language", None, r"article\.language"),
    ],
)
def test_what_is_wrong_with_a_line_is_told_with_file_and_line(read, path, value, told):
    with pytest.raises(CorpusMalformed, match=rf"golden\.jsonl:2: .*{told}"):
        read(changed("id", "first"), changed(path, value))


def test_an_article_given_twice_is_refused(read):
    with pytest.raises(CorpusMalformed, match=r":2: article 'boats' is there twice"):
        read(LINE, LINE)


def test_a_line_that_is_no_json_is_refused(tmp_path):
    path = tmp_path / "golden.jsonl"
    path.write_text("{", "utf-8")
    with pytest.raises(CorpusMalformed, match=r"golden\.jsonl:1: "):
        list(read_golden(path))


def test_a_folder_without_a_corpus_is_refused(tmp_path):
    with pytest.raises(CorpusMalformed, match=r"holds no \*\.jsonl"):
        list(read_golden(tmp_path))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CorpusMalformed, match="cannot be read"):
        list(read_golden(tmp_path / "none.jsonl"))


def test_an_error_exits_as_a_wrong_configuration():
    assert CorpusMalformed("golden.jsonl", "is empty").exit_code == 78
