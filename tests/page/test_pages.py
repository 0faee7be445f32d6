"""The pages: whole in their markup, and usable on a phone; how the report behaves has tests of its own."""

from html.parser import HTMLParser

import pytest
from changed_summaries import FULL, held, summary
from decided import SAMPLES, sample
from report_fixtures import DESKTOP, PHONE
from views_samples import count, keep_all, speech, stand

from summarizer import diff
from summarizer.comparison import Compared, Totals, Unpaired, corpus
from summarizer.render.corpus import conflicts_page, figures_page, positions_page, quotes_page, timeline_page
from summarizer.render.diff import as_html as as_comparison_page
from summarizer.render.report import as_html
from summarizer.store import Query, Store


def compared(_):
    changed = summary(headline="Fire", positions=[held(stance="denies")], quotes=FULL["quotes"][:1])
    totals, nobody = Totals(limit=None), Unpaired(number=0, named=[])
    for after in (changed, summary(figures=[])):
        totals.add(diff(summary(), after))
    sides = Compared(before="old", after="new", only_before=nobody, only_after=nobody)
    return as_comparison_page(totals.changelog(sides))


def timeline(store):
    return timeline_page("Timeline", list(corpus.timeline(store, Query(party="Haslan"))))


def conflicts(store):
    return conflicts_page("Conflicts", list(corpus.conflicting_figures(store, Query())))


def quotes(store):
    return quotes_page("Quotes", list(corpus.quotes(store, Query())), voices=store.voices(Query()))


def positions(store):
    return positions_page("Positions", list(corpus.positions(store, Query())))


def figures(store):
    return figures_page("Figures", list(corpus.figures(store, Query())))


PAGES = [compared, timeline, conflicts, figures, quotes, positions]


@pytest.fixture
def river(sqlite_url):
    with Store.open(sqlite_url) as store:
        keep_all(
            store,
            stand(2, "supports", "The river treaty must stay."),
            stand(20, "opposes", "The river treaty must stay.", by="them"),
            count(10, "at least 12,400"),
            count(11, "fewer than 2,000", claimant="Varenia", by="them"),
            count(12, "exactly 31,000", by="others"),
            speech(13, "We were given nine hours"),
        )
        yield store


@pytest.mark.parametrize("page", PAGES)
def test_a_wide_table_scrolls_by_itself_on_a_phone(visit, river, page):
    shown = visit(page(river), viewport=PHONE, has_touch=True, is_mobile=True).page
    assert shown.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [360, 360]


def test_every_side_of_a_conflict_has_room_for_words_and_bars_of_one_length(visit, river):
    page = visit(conflicts(river), viewport=PHONE).page
    widths = page.eval_on_selector_all("td svg.bar", "bars => bars.map(bar => bar.clientWidth)")
    assert len(widths) == 3
    assert set(widths) == {widths[0]}
    assert widths[0] >= 140


@pytest.mark.parametrize(("size", "viewport"), [("wide", DESKTOP), ("narrow", PHONE)])
def test_no_date_is_cut_off_at_the_edge_of_the_drawing(visit, river, size, viewport):
    page = visit(timeline(river), viewport=viewport).page
    assert page.locator("svg.line:visible").count() == 1
    left, right = page.eval_on_selector(
        f"svg.{size}", "one => [one.getBoundingClientRect().left, one.getBoundingClientRect().right]"
    )
    boxes = page.eval_on_selector_all(
        f"svg.{size} text, svg.{size} circle",
        "all => all.map(one => [one.getBoundingClientRect().left, one.getBoundingClientRect().right])",
    )
    assert left <= min(begin for begin, _ in boxes)
    assert max(end for _, end in boxes) <= right
    assert right <= viewport["width"]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_of_a_page_is_beyond_the_edge_of_a_phone(visit, river, page):
    shown = visit(page(river), viewport=PHONE, has_touch=True, is_mobile=True).page
    beyond = """[...document.querySelectorAll("main *")]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
        .map(one => one.outerHTML.slice(0, 80))"""
    assert shown.evaluate(beyond) == []


LONG = "between 300,000,000 and 350,000,000"


@pytest.mark.parametrize("media", ["screen", "print"])
def test_long_figures_run_into_no_other_column(visit, sqlite_url, media):
    with Store.open(sqlite_url) as store:
        keep_all(store, count(10, LONG, measures="cubic metres of water kept behind the upper dam"))
        [one] = corpus.figures(store, Query())
        pages = [
            figures(store),
            as_html([(store.material(one.where.summary).article, store.find(one.where.summary).summary)]),
        ]
    for html in pages:
        page = visit(html, viewport={"width": 1280 if media == "screen" else 700, "height": 900}).page
        page.emulate_media(media=media)
        wide = "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).length"
        assert page.eval_on_selector_all("td, th", wide) == 0
        assert "300,000,000 to 350,000,000" in page.inner_text("main").replace("\n", " ")


def test_the_index_of_several_reports_is_sorted_by_a_column_and_back(visit):
    page = visit(as_html([sample(name) for name in SAMPLES])).page
    titles = "rows => rows.map(row => row.cells[0].textContent.trim())"
    orders = []
    for _ in range(2):
        page.get_by_role("button", name="Sort by article").click()
        orders.append(page.eval_on_selector_all(".index tbody tr", titles))
    assert orders[0] == sorted(orders[0], key=str.casefold)
    assert orders[1] == orders[0][::-1]


VOID = {"meta", "br", "input", "link", "hr", "img", "col"}
REFERENCES = ("aria-labelledby", "aria-describedby", "for")


class Markup(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str | None] = []
        self.wanted: list[str] = []
        self.feed(page)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]
        self.faults += [f"#{one} twice" for one in set(self.ids) if self.ids.count(one) > 1]
        self.faults += [f"no #{one}" for one in self.wanted if one not in self.ids]

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if len(facts) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.ids += [facts["id"]] if "id" in facts else []
        self.wanted += [one for name in REFERENCES for one in facts.get(name, "").split()]
        if facts.get("href", "").startswith("#"):
            self.wanted.append(facts["href"][1:])

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


@pytest.mark.parametrize("page", PAGES)
def test_a_view_or_comparison_closes_what_it_opens_and_leads_nowhere_in_vain(river, page):
    assert Markup(page(river)).faults == []


@pytest.mark.parametrize("names", [("summary@3",), ("summary@1",), ("decided",), SAMPLES, ()])
def test_a_report_closes_what_it_opens_and_leads_nowhere_in_vain(names):
    assert Markup(as_html([sample(name) for name in names])).faults == []


def test_what_is_wrong_is_found():
    wrong = '<p id="a"><b>x</p></b><p id="a"><a href="#b">y</a>'
    assert sorted(Markup(wrong).faults) == [
        "#a twice", "</b> closes nothing", "</p> closes nothing", "<p> is not closed", "no #b"
    ]  # fmt: skip
