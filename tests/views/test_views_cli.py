import csv
import io
import json
import re

import pytest
from store_samples import keep
from views_samples import HASLAN, VARENIA, count, keep_all, speech, stand, told

from summarizer.store import Store

HOSTILE = "\x1b[31m=cmd|' /C calc'!A0 \u202eevil <script>alert(1)</script> Haslan"
KINDS = (
    ("quotes", "--party", "haslan"),
    ("positions", "--party", "haslan"),
    ("figures",),
    ("figures", "--conflicts"),
    ("timeline", "--party", "haslan"),
)


@pytest.fixture
def river(sqlite_url):
    with Store.open(sqlite_url) as store:
        keep_all(
            store,
            speech(1, "We were given nine hours"),
            stand(2, "supports", "The river treaty must stay."),
            stand(9, "opposes", "The river treaty must stay.", by="them"),
            count(10, "at least 12,400"),
            count(11, "fewer than 2,000", claimant="Varenia", by="them"),
        )
    return sqlite_url


@pytest.fixture
def hostile(sqlite_url):
    """Whatever an article or a model can name is hostile."""
    named = HASLAN | {"name": HOSTILE, "aliases": ["Teodor Haslan"]}
    facts = {"title": HOSTILE, "site": HOSTILE, "url": "javascript:alert(1)", "parties": [named, VARENIA]}
    with Store.open(sqlite_url) as store:
        keep_all(
            store,
            speech(1, f"Now {HOSTILE}", **facts),
            stand(2, "supports", f"{HOSTILE} treaty.", **facts),
            stand(9, "opposes", f"{HOSTILE} treaty.", **facts),
            count(10, "12,400", measures=HOSTILE, **facts),
            count(10, "2,000", measures=HOSTILE, claimant="Varenia", by="them", **facts),
        )
    return sqlite_url


def test_a_person_reads_quotes_positions_figures_conflicts_and_reversals(command, river):
    def pretty(*words):
        return " ".join(command(*words, "--format", "pretty", "--store", river).out.split())

    assert "Harbour Post · The river, day 1" in pretty("quotes", "--party", "haslan")
    assert "“We were given nine hours,” — Teodor Haslan, Teodor Haslan said · verbatim" in pretty("quotes")
    assert "Teodor Haslan supports The river treaty must stay." in pretty("positions", "--stance", "supports")
    assert "at least 12,400 people who left their villages, says Teodor Haslan — ≥ 12400" in pretty("figures")
    conflicts = pretty("figures", "--conflicts")
    assert "A against B: 2000 or less leaves out 12400 or more; 1 day apart" in conflicts
    assert "REVERSAL 2026-01-03, supports: The river treaty must stay." in pretty(
        "timeline", "--party", "Haslan"
    )


@pytest.mark.parametrize("words", KINDS)
def test_programs_read_json_in_a_pipe_and_the_same_as_lines(command, river, words):
    found = json.loads(command(*words, "--store", river).out)
    lines = command(*words, "--format", "jsonl", "--store", river).out.splitlines()
    assert found
    assert [json.loads(line) for line in lines] == found


def test_json_says_why_figures_conflict(command, river):
    [one] = json.loads(command("figures", "--conflicts", "--store", river).out)
    [why] = one["why"]
    assert (why["sides"], why["ranges"], why["days_apart"]) == ([0, 1], [[None, "2000"], ["12400", None]], 1)


def test_more_than_is_shown_is_said_on_stderr(command, river):
    outcome = command("figures", "--limit", "1", "--store", river)
    assert len(json.loads(outcome.out)) == 1
    assert "1 of 2 shown; more with --skip 1 or --limit 0" in outcome.err
    assert "shown" not in command("figures", "--store", river).err
    assert "nothing found" in command("figures", "--about", "sheep", "--store", river).err
    assert command("figures", "--about", "sheep", "--store", river).out == "[]\n"


def test_a_name_that_several_parties_bear_is_told(command, river):
    other = {"name": "Ines Haslan", "kind": "person", "description": "", "aliases": []}
    with Store.open(river) as store:
        keep(store, speech(30, "Three", parties=[other, VARENIA], who="Ines Haslan"))
    err = command("quotes", "--party", "haslan", "--store", river).err
    assert "'haslan' matches 2 parties: Teodor Haslan (5 articles), Ines Haslan (1 article)" in err
    assert "no party is called 'nobody'" in command("quotes", "--party", "nobody", "--store", river).err


@pytest.mark.parametrize("within", ["", "x", "-1", "1w", "99999d"])
def test_days_that_are_none_are_a_usage_error(command, river, within):
    assert command("figures", "--conflicts", "--within", within, "--store", river).code == 2


@pytest.mark.parametrize("words", KINDS)
@pytest.mark.parametrize("shape", ["pretty", "csv"])
def test_hostile_text_reaches_neither_terminal_nor_spreadsheet(command, hostile, words, shape):
    outcome = command(*words, "--format", shape, "--store", hostile)
    assert outcome.code == 0
    assert "evil" in outcome.out
    assert "\x1b" not in outcome.out + outcome.err
    assert "\u202e" not in outcome.out + outcome.err
    if shape == "csv":
        for row in csv.reader(io.StringIO(outcome.out)):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize("words", KINDS)
def test_a_page_shows_hostile_text_as_text_and_fetches_nothing(command, hostile, tmp_path, words):
    page = tmp_path / "view.html"
    assert command(*words, "--format", "html", "-o", page, "--store", hostile).code == 0
    html = page.read_text()
    assert "&lt;script&gt;alert(1)" in html
    assert "<script" not in html
    assert "javascript:" not in re.sub(r">[^<]*<", "><", html)
    assert "style=" not in html
    assert "default-src 'none'" in html.replace("&#39;", "'")
    assert not re.findall(r'(?:src|href)="(?!#)', html)


def test_a_page_draws_a_timeline_whose_dots_lead_to_the_words(command, river, tmp_path):
    page = tmp_path / "line.html"
    command("timeline", "--party", "haslan", "--format", "html", "-o", page, "--store", river)
    html = page.read_text()
    dots = re.findall(r'<a href="#(m\d+)"', html)
    assert dots
    assert all(f'<li id="{dot}">' in html for dot in dots)
    assert '<a href="#m2">2026-01-03</a>, supports: The river treaty must stay.' in html
    assert html.count('class="ring"') == html.count('class="turn"') == html.count("Reversal.") == 1


def test_a_table_for_a_spreadsheet_has_a_row_for_each_claim(command, river):
    rows = list(
        csv.DictReader(
            io.StringIO(command("figures", "--conflicts", "--format", "csv", "--store", river).out)
        )
    )
    assert [(row["side"], row["claimant"], row["value"], row["conflicts_with"]) for row in rows] == [
        ("1", "Varenia", "2000", "2"), ("2", "Teodor Haslan", "12400", "1"),
    ]  # fmt: skip


def test_a_table_in_a_file_begins_with_the_mark_that_excel_asks_for(command, river, tmp_path):
    kept, words = tmp_path / "said.csv", ("quotes", "--party", "haslan", "--store", river)
    assert command(*words, "-o", kept).code == 0
    assert kept.read_bytes().decode() == "\ufeff" + command(*words, "--format", "csv").out


def test_an_article_without_a_title_is_known_by_its_first_line_or_its_summarys_headline(
    command, sqlite_url, tmp_path
):
    untitled = {"title": None, "site": None}
    headed = count(1, "40").article.text.replace("Printed by us. ", "Villages empty as river rises\n\n")
    with Store.open(sqlite_url) as store:
        keep_all(
            store,
            told(1, headed, figures=[("f1", "people", None)], **untitled),
            speech(2, "We were given nine hours", headline="Nine hours for the river", **untitled),
        )
    for words, name in (
        (("figures",), "Villages empty as river rises"),
        (("quotes",), "Nine hours for the river"),
    ):
        page = tmp_path / f"{words[0]}.html"
        command(*words, "--format", "html", "-o", page, "--store", sqlite_url)
        shown = command(*words, "--format", "pretty", "--store", sqlite_url).out
        [found] = json.loads(command(*words, "--store", sqlite_url).out)
        assert (name in shown, name in page.read_text(), found["where"]["name"]) == (True, True, name)
    listed = command("list", "--store", sqlite_url)
    assert [name in listed.out for name in ("Villages empty", "Nine hours")] == [True, True]
