from itertools import pairwise

import pytest
from decided import SAMPLES, decided, sample, sample_page
from playwright.sync_api import expect
from pointing import IN_VIEW, MARKED, becomes, expect_in_view, expect_lit, faults
from report_fixtures import DESKTOP, PHONE, cairo, cairo_page

from summarizer.render.report import as_html


def quote(name):
    return next(quote.text for quote in cairo()[1].quotes if quote.id == name)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_highlights_of_each_item_are_its_words(visit, name):
    _, summary = sample(name)
    page = visit(sample_page(name)).page
    items = [("headline", summary.headline.evidence)]
    items += [(f"abstract{number}", one.evidence) for number, one in enumerate(summary.abstract, start=1)]
    items += [(quote.id, [quote.anchor]) for quote in summary.quotes]
    items += [(figure.id, [figure.anchor]) for figure in summary.figures]
    items += [(item.id, [item.anchor, *item.others]) for item in summary.framing]
    items += [(item.id, item.evidence) for item in summary.positions]
    items += [(party.id, party.mentions) for party in summary.parties]
    assert len(items) > 20
    for item, anchors in items:
        assert page.evaluate(MARKED, item) == "".join(anchor.exact for anchor in anchors), item


def test_pointing_at_an_item_shows_its_place_and_the_other_way_round(visit):
    page = visit(cairo_page()).page
    page.hover("#q3")
    expect_lit(page, "q3", words=quote("q3"))
    page.hover("#q4")
    expect_lit(page, "q4", words=quote("q4"))
    page.hover('.text mark[data-on="q3"] >> nth=0')
    expect_lit(page, "q3", words=quote("q3"))
    page.hover("h1")
    expect_lit(page, words="")


def test_what_scrolled_under_the_pointer_is_pointed_at_when_the_pointer_moves_on(visit):
    page = visit(cairo_page(), viewport=PHONE).page
    page.locator("#q3").scroll_into_view_if_needed()
    page.hover("#q3 blockquote")
    expect_lit(page, "q3")
    box = page.locator("#q3 blockquote").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    apart = page.evaluate("q4.getBoundingClientRect().top - q3.getBoundingClientRect().top")
    page.evaluate("q4.addEventListener('pointerover', () => { window.slid = true })")
    page.evaluate("(apart) => scrollBy({ top: apart, behavior: 'instant' })", apart)
    assert becomes(page, "() => window.slid")
    expect_lit(page, "q3")
    page.mouse.move(x + 3, y)
    expect_lit(page, "q4")


def test_the_words_that_name_the_speaker_are_shown_with_the_quote(visit):
    page = visit(cairo_page()).page
    page.hover("#q3")
    assert page.locator(".cued").all_text_contents() == [
        "Hossam Badran",
        ", member of ",
        "Hamas",
        "’ Political Bureau, confirmed",
    ]


def test_a_link_to_an_item_opens_the_report_there(visit):
    page = visit(cairo_page(), "#q3").page
    expect_lit(page, "q3", words=quote("q3"))
    expect(page.locator("#q3-at")).to_be_in_viewport()
    expect_in_view(page, "#q3")


def test_a_tap_on_a_highlight_leads_to_its_item_and_a_tap_there_back(visit):
    page = visit(cairo_page(), viewport=PHONE, has_touch=True, is_mobile=True).page
    page.tap('.text mark[data-on="q3"] >> nth=0')
    page.wait_for_url("**#q3")
    expect_lit(page, "q3", words=quote("q3"))
    expect_in_view(page, "#q3")
    page.tap("#q3 .go")
    page.wait_for_url("**#q3-at")
    expect_in_view(page, "#q3-at")
    expect_lit(page, "q3", words=quote("q3"))


def test_all_can_be_done_with_the_keyboard(visit):
    page = visit(cairo_page()).page
    focused = lambda: page.evaluate("document.activeElement.id || document.activeElement.closest('[id]').id")  # noqa: E731 - short
    page.focus("#o5 .go")
    expect_lit(page, "o5")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert focused() == "q3"
    expect_lit(page, "q3", words=quote("q3"))
    page.keyboard.press("Enter")
    expect(page.locator("#q3-at")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect_lit(page, "w4")
    page.keyboard.press("Escape")
    assert focused() == "q3"
    page.keyboard.press("Escape")
    expect_lit(page, words="")
    page.focus("#q3 .go")
    page.keyboard.press("Home")
    assert focused() == "p1"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "go"


def test_a_key_may_be_quicker_than_the_news_that_a_link_has_led_somewhere(visit):
    page = visit(cairo_page()).page
    page.evaluate("""() => {
        const right = () => new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true });
        const place = document.getElementById("q3-at");
        place.addEventListener("focus", () => queueMicrotask(() => place.dispatchEvent(right())), { once: true });
        addEventListener("hashchange", () => { window.arrived = true; });
    }""")
    page.focus("#q3 .go")
    page.keyboard.press("Enter")
    assert becomes(page, "() => window.arrived")
    expect_lit(page, "w4")


def test_every_highlight_can_be_reached_with_the_tab_key(visit):
    page = visit(cairo_page()).page
    page.focus(".source")
    reached = []
    for _ in range(page.locator(".ref").count()):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.dataset.item"))
    assert {item for item in reached if item} >= {"q1", "q2", "q3", "q4", "f1", "f2", "f3", "w1", "o1", "o7"}
    assert None not in reached


def test_parties_and_kinds_can_be_hidden_and_shown_again(visit):
    page = visit(cairo_page()).page
    seen = lambda: page.locator(".item[data-kind=quote]:visible").count()  # noqa: E731 - short
    assert seen() == 4
    page.get_by_role("checkbox", name="Hossam Badran").focus()
    page.keyboard.press("Space")
    assert seen() == 2
    assert not page.locator("#q3-at").is_visible()
    bare = page.locator('.text mark[data-on="q3"]').first
    expect(bare).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    page.get_by_role("checkbox", name="Quotes").uncheck()
    assert seen() == 0
    assert "items" in page.locator("output").inner_text()
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".filtered")).to_have_count(0)
    assert seen() == 4


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_wider_than_a_phone(visit, name):
    page = visit(sample_page(name), viewport=PHONE, has_touch=True, is_mobile=True).page
    assert page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [360, 360]


def test_bars_of_coverage_are_of_one_length_on_a_phone(visit):
    page = visit(cairo_page("summary@3"), viewport=PHONE).page
    widths = page.eval_on_selector_all(".coverage svg", "bars => bars.map(bar => bar.clientWidth)")
    assert widths == [widths[0]] * 3


@pytest.mark.parametrize("name", ["summary@1", "decided"])
def test_on_paper_everything_is_visible_but_the_controls(visit, name):
    _, summary = sample(name)
    page = visit(sample_page(name)).page
    page.get_by_role("checkbox", name="Quotes").uncheck()
    page.emulate_media(media="print")
    assert page.locator(".item:visible").count() == page.locator(".item").count() > len(summary.quotes)
    assert not page.locator(".controls").is_visible()
    clipped = "all => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length"
    assert page.eval_on_selector_all(".pane", clipped) == 0


@pytest.mark.parametrize("name", ["summary@1", "decided"])
def test_without_scripts_all_is_there_and_linked(visit, name):
    visited = visit(sample_page(name), "#q3", java_script_enabled=False)
    page = visited.page
    assert not page.locator(".controls").is_visible()
    if name == "decided":
        page.click("details summary")
    assert page.locator(".item:visible").count() == page.locator(".item").count()
    assert page.locator("#q3").evaluate("(e) => getComputedStyle(e).boxShadow") != "none"
    hrefs = page.eval_on_selector_all("a[href^='#']", "all => all.map((one) => one.hash.slice(1))")
    ids = page.eval_on_selector_all("[id]", "all => all.map((one) => one.id)")
    assert set(hrefs) <= set(ids)
    assert len(ids) == len(set(ids))
    assert visited.is_quiet


@pytest.mark.parametrize("name", ["summary@1", "decided"])
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_there_is_no_serious_fault_of_accessibility(visit, colours, size, name):
    page = visit(sample_page(name), viewport=size, color_scheme=colours, reduced_motion="reduce").page
    page.focus("#q1 .go")
    page.eval_on_selector_all("details", "all => all.forEach((one) => { one.open = true; })")
    assert faults(page) == []


def test_the_landmarks_and_headings_of_a_selection_can_be_told_apart(visit):
    page = visit(as_html([cairo(), cairo("summary@1"), decided()])).page
    assert faults(page, rules={"color-contrast": {"enabled": False}}) == []
    levels = page.eval_on_selector_all("h1, h2, h3, h4, h5", "all => all.map((one) => +one.tagName[1])")
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_nothing_moves_for_those_who_ask_for_calm(visit):
    page = visit(cairo_page(), reduced_motion="reduce").page
    assert page.locator("#q3").evaluate("(e) => getComputedStyle(e).transitionDuration") == "0s"
    page.focus("#q4 .go")
    assert page.evaluate(IN_VIEW, "#q4-at")  # at once, so there was no scrolling to wait for


def test_a_selection_has_an_index_and_finds_its_items(visit):
    page = visit(as_html([cairo(), cairo("summary@1")] * 3)).page
    assert page.locator(".index tbody tr").count() == 6
    page.locator(".index a").nth(3).click()
    page.wait_for_url("**#a4")
    assert -1 < page.locator("#a4").evaluate("(e) => e.getBoundingClientRect().top") < 900
    page.focus("#a4-q1 .go")
    expect_lit(page, "a4-q1", words=cairo("summary@1")[1].quotes[0].text)
    assert page.locator("#a4 .text .on").count() == page.locator(".text .on").count() > 0
