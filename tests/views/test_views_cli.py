import csv
import io
import json
import re
from dataclasses import replace
from html import escape as html_escape

import pytest
from store_samples import keep
from views_samples import HASLAN, VARENIA, count, decided, keep_all, speech, stand, told, took

from summarizer.render.corpus.links import passage_link
from summarizer.store import Store
from summarizer.summary import Support

HOSTILE = "\x1b[31m=cmd|' /C calc'!A0 \u202eevil <script>alert(1)</script> Haslan"
PAPER = "https://paper.example/a?b=1&c=2"
KINDS = (
    ("quotes", "--party", "haslan"),
    ("positions", "--party", "haslan"),
    ("figures",),
    ("figures", "--conflicts"),
    ("positions", "--toward", "varenia"),
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
            took(12, stance="accepts", toward=["p2"], told_by="p4", holders=["p1", "p3"], url=PAPER),
            took(20, stance="refuses", toward=["p2"], by="them"),
        )
    return sqlite_url


@pytest.fixture
def hostile(sqlite_url):
    """Whatever an article or a model can name is hostile."""
    named = HASLAN | {"name": HOSTILE, "aliases": ["Teodor Haslan"]}
    told = {"title": HOSTILE, "site": HOSTILE, "url": "javascript:alert(1)"}
    facts = told | {"parties": [named, VARENIA]}
    with Store.open(sqlite_url) as store:
        keep_all(
            store,
            speech(1, f"Now {HOSTILE}", **facts),
            stand(2, "supports", f"{HOSTILE} treaty.", **facts),
            stand(9, "opposes", f"{HOSTILE} treaty.", **facts),
            count(10, "12,400", measures=HOSTILE, **facts),
            count(10, "2,000", measures=HOSTILE, claimant="Varenia", by="them", **facts),
            *(
                took(
                    day,
                    stance=stance,
                    toward=["p2"],
                    told_by="p2",
                    by=by,
                    people={"p1": HOSTILE, "p2": "Varenia"},
                    topic=HOSTILE,
                    statement=f"{HOSTILE} says.",
                    **told,
                )
                for day, stance, by in ((11, "accepts", "us"), (12, "refuses", "them"))
            ),
        )
    return sqlite_url


def test_a_person_reads_quotes_positions_figures_conflicts_and_reversals(command, river):
    def pretty(*words):
        return " ".join(command(*words, "--format", "pretty", "--store", river).out.split())

    assert "Harbour Post · The river, day 1" in pretty("quotes", "--party", "haslan")
    assert "“We were given nine hours” — Teodor Haslan, Teodor Haslan said · verbatim" in pretty("quotes")
    assert "Teodor Haslan supports: The river treaty must stay." in pretty(
        "positions", "--stance", "supports"
    )
    assert "at least 12,400 people who left their villages, according to Teodor Haslan — ≥ 12,400" in pretty(
        "figures"
    )
    conflicts = pretty("figures", "--conflicts")
    assert "A against B: 2,000 or less leaves out 12,400 or more; 1 day apart" in conflicts
    assert "PERHAPS A REVERSAL 2026-01-03, supports: The river treaty must stay." in pretty(
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
    assert "'haslan' matches 2 parties: Teodor Haslan (7 articles), Ines Haslan (1 article)" in err
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
    wide, narrow = html.split('<svg class="line narrow"')
    for drawing in (wide, narrow):
        assert drawing.count('class="ring"') == drawing.count('class="turn"') == 2
    assert html.count("<strong>Perhaps a reversal.") == html.count("<strong>Reversal.") == 1


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_a_page_leads_to_the_items_in_the_reports_beside_it(command, river, tmp_path, kind):
    page, reports = tmp_path / "page #1.html", tmp_path / "page #1.reports.html"
    assert command(*kind, "-o", page, "--reports", "--store", river).code == 0
    links = re.findall(r'href="page%20%231\.reports\.html#([^"]+)"', page.read_text(encoding="utf-8"))
    ids = re.findall(r'id="([^"]+)"', reports.read_text(encoding="utf-8"))
    assert any("-" in link for link in links)
    assert set(links) <= set(ids)


def test_reports_are_for_a_page_in_a_file(command, river, tmp_path):
    for words in ([], ["-o", tmp_path / "quotes.csv"]):
        assert command("quotes", "--reports", "--store", river, *words).code == 2


def test_a_page_says_how_much_it_shows_and_the_terminal_how_to_see_more(command, river, tmp_path):
    page = tmp_path / "quotes.html"
    said = command("positions", "--limit", "1", "-o", page, "--store", river).err
    assert "1 of 4 shown; more with --skip 1 or --limit 0" in said
    shown = page.read_text(encoding="utf-8")
    assert "1 of 4 shown" in shown
    assert "--" not in re.sub(r"<style>.*</style>|<!--.*?-->", "", shown, flags=re.DOTALL)


def test_a_table_for_a_spreadsheet_has_a_row_for_each_claim(command, river):
    rows = list(
        csv.DictReader(
            io.StringIO(command("figures", "--conflicts", "--format", "csv", "--store", river).out)
        )
    )
    assert [(row["side"], row["claimants"], row["value"], row["conflicts_with"]) for row in rows] == [
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


def test_a_person_reads_stance_target_topic_and_teller_in_front(command, river):
    def pretty(*words):
        return " ".join(command(*words, "--format", "pretty", "--store", river).out.split())

    words = "Teodor Haslan and Ines Orlo accept regarding Varenia · river treaty (told by Kelmar): Haslan says no."
    shown = pretty("positions", "--toward", "varenia", "--topic", "treaties", "--told-by", "kelmar")
    assert words in shown
    assert f"Harbour Post · The river, day 12 {short(river)} {PAPER}" in shown
    assert "refuse" not in shown
    timeline = pretty("timeline", "--party", "Haslan")
    assert words in timeline
    assert (
        " REVERSAL 2026-01-13, accepts regarding Varenia · river treaty (told by Kelmar): Haslan says no."
        in timeline
    )


def short(url):
    with Store.open(url) as store:
        return next(one.id for one in store.listing() if one.title == "The river, day 12")[:12]


def test_names_that_match_nobody_are_told_for_every_option_that_takes_one(command, river):
    words = ("positions", "--party", "nobody", "--toward", "noone", "--told-by", "whoever", "--store", river)
    err = command(*words).err
    assert all(f"no party is called {name!r}" in err for name in ("nobody", "noone", "whoever"))


@pytest.mark.parametrize("option", ["--toward", "--told-by", "--topic"])
def test_an_option_without_a_word_is_a_usage_error(command, river, option):
    assert command("positions", option, "--", "--store", river).code == 2
    assert command("positions", option, " , ", "--store", river).code == 2


def test_a_table_names_joint_holders_and_what_a_position_is_about(command, river):
    out = command("positions", "--told-by", "kelmar", "--format", "csv", "--store", river).out
    [row] = csv.DictReader(io.StringIO(out))
    assert [row[name] for name in ("holders", "stance", "toward", "topic", "told_by", "url")] == [
        "Teodor Haslan; Ines Orlo", "accepts", "Varenia", "river treaty", "Kelmar", PAPER,
    ]  # fmt: skip


def test_terms_and_titles_are_shown_if_they_are_asked_for(command, sqlite_url):
    text = "Printed by us. “We want a truce,” Teodor Haslan said of the “frozen river” at the “River Days”."
    quotes = [("q1", ["p1"], "speech"), ("q2", [], "term"), ("q3", [], "title")]
    with Store.open(sqlite_url) as store:
        keep(store, decided(1, text, quotes=quotes))

    def kinds(*words):
        return [one["kind"] for one in json.loads(command("quotes", *words, "--store", sqlite_url).out)]

    assert kinds() == ["speech"]
    assert kinds("--kind", "term", "--kind", "title") == ["term", "title"]
    assert command("quotes", "--kind", "shout", "--store", sqlite_url).code == 2
    shown = command("quotes", "--kind", "term", "--format", "pretty", "--store", sqlite_url).out
    assert "nobody’s words · term" in shown


@pytest.mark.parametrize("words", [("positions",), ("timeline", "--party", "haslan")])
def test_a_page_leads_from_each_row_to_its_article_and_to_its_words_there(command, river, tmp_path, words):
    page = tmp_path / "view.html"
    command(*words, "--format", "html", "-o", page, "--store", river)
    html = page.read_text()
    there = html_escape(PAPER)
    words_there = "Teodor%20Haslan%20and%20Varenia%20and,"
    assert f'<a href="{there}" rel="noreferrer">The river, day 12</a>' in html
    assert f'<a class="item" href="{there}#:~:text={words_there}' in html


@pytest.mark.parametrize(
    ("url", "passage", "link"),
    [
        ("https://a.example/x", "A b, c-d & “e”.", "https://a.example/x#:~:text=A%20b%2C%20c%2Dd%20%26%20%E2%80%9Ce%E2%80%9D."),
        ("https://a.example/x#top", "one", "https://a.example/x#top:~:text=one"),
        ("https://a.example/x", " ".join("abcdefghijklm"), "https://a.example/x#:~:text=a%20b%20c%20d%20e,i%20j%20k%20l%20m"),
        ("https://a.example/x", "\u202e ", "https://a.example/x"),
        ("javascript:alert(1)", "one", None),
        (None, "one", None),
    ],
)  # fmt: skip
def test_a_link_to_a_passage_is_a_text_fragment_of_a_page_of_the_web(url, passage, link):
    assert passage_link(url, passage) == link


def test_what_is_doubtful_says_so_with_the_reason(command, sqlite_url, tmp_path):
    made = took(1, statement="Haslan says no.")
    doubtful = Support(verdict="doubtful", reasons=["No word of <b>no</b> there."])
    held = made.summary.positions[0].model_copy(update={"support": doubtful})
    with Store.open(sqlite_url) as store:
        keep(store, replace(made, summary=made.summary.model_copy(update={"positions": [held]})))
    page = tmp_path / "view.html"
    command("positions", "--format", "html", "-o", page, "--store", sqlite_url)
    assert "Doubtful.</strong> No word of &lt;b&gt;no&lt;/b&gt; there." in page.read_text()
    shown = command("positions", "--format", "pretty", "--store", sqlite_url).out
    assert "doubtful: No word of <b>no</b> there." in shown


def doubted(made, where):
    """A stored summary's sample of which the first item of a kind is doubtful."""
    support = Support(verdict="doubtful", reasons=["No word of <b>it</b> there."])
    first, *others = getattr(made.summary, where)
    items = [first.model_copy(update={"support": support}), *others]
    return replace(made, summary=made.summary.model_copy(update={where: items}))


@pytest.mark.parametrize(
    ("view", "where", "make"),
    [
        ("positions", "positions", lambda day: stand(day, "opposes", f"The dam of day {day} must go.")),
        ("quotes", "quotes", lambda day: speech(day, f"We will talk on day {day}")),
        ("figures", "figures", lambda day: count(day, f"{day + 10}")),
    ],
)
def test_only_what_is_doubtful_is_listed_if_that_is_asked_for(command, url, tmp_path, view, where, make):
    with Store.open(url) as store:
        keep(store, make(1))
        keep(store, doubted(make(2), where))
    both = json.loads(command(view, "--format", "json", "--store", url).out)
    [one] = json.loads(command(view, "--doubtful", "--format", "json", "--store", url).out)
    assert (len(both), one["doubts"]) == (2, ["No word of <b>it</b> there."])
    assert "doubtful: No word of <b>it</b> there." in command(view, "--format", "pretty", "--store", url).out
    page = tmp_path / "view.html"
    command(view, "--doubtful", "--format", "html", "-o", page, "--store", url)
    assert "Doubtful.</strong> No word of &lt;b&gt;it&lt;/b&gt; there." in page.read_text()
    assert f"Doubtful {view}" in page.read_text()
    assert "No word of <b>it</b> there." in command(view, "--format", "csv", "--store", url).out
