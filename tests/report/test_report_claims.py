"""What a model that decides may say of an article, as a reader of the report finds it."""

import re
from typing import Any

import pytest
from decided import DISPUTE, REASON, decided, sample_page
from playwright.sync_api import expect
from pointing import becomes, expect_in_view, expect_lit
from report_fixtures import PHONE

import summarizer
from summarizer.analysis import mark
from summarizer.article import Article, Span
from summarizer.render.report import as_html
from summarizer.render.report.pieces import Piece
from summarizer.render.report.places import Place
from summarizer.render.report.voices import Share, shares
from summarizer.summary import Anchor, FigureItem, SummaryWarning, Support

PAGE = sample_page("decided")


def evidence(item):
    return "".join(anchor.exact for anchor in item.evidence)


def texts(page, selector):
    return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]


def headings(page):
    return texts(page, ".found > section h3")


def test_a_sentence_of_the_abstract_shows_what_it_rests_on(visit):
    _, summary = decided()
    page = visit(PAGE).page
    page.hover("#abstract2 p")
    expect_lit(page, "abstract2", words=evidence(summary.abstract[1]))
    expect_in_view(page, '.text [data-items~="abstract2"]')
    page.hover("#headline h1")
    expect_lit(page, "headline", words=evidence(summary.headline))


@pytest.mark.parametrize("size", [{}, {"viewport": PHONE, "has_touch": True, "is_mobile": True}])
def test_a_number_behind_a_sentence_of_the_abstract_leads_to_the_article(visit, size):
    _, summary = decided()
    page = visit(PAGE, **size).page
    page.click("#abstract3 .go >> nth=1")
    page.wait_for_url("**#abstract3-at2")
    expect_in_view(page, "#abstract3-at2 ~ mark")
    expect_lit(page, "abstract3", words=evidence(summary.abstract[2]))


def test_a_link_to_a_place_shows_its_item_though_other_places_begin_there(visit):
    _, summary = decided()
    page = visit(PAGE, "#headline-at").page
    expect_lit(page, "headline", words=evidence(summary.headline))


def test_the_abstract_can_be_gone_through_with_the_keyboard(visit):
    page = visit(PAGE).page
    page.focus("#headline .go")
    for item in ("abstract1", "abstract2", "abstract3", "p1"):
        page.keyboard.press("ArrowDown")
        expect_lit(page, item)
    page.keyboard.press("Escape")
    expect_lit(page, words="")


def test_an_abstract_of_the_first_version_has_no_places_to_show(visit):
    page = visit(sample_page("summary@3")).page
    assert page.locator(".abstract li").count() >= 1
    assert page.locator(".lead .item, .lead .go").count() == 0


def test_main_parties_come_first_then_the_articles_own_voice_then_minor_ones(visit):
    page = visit(PAGE).page
    assert headings(page)[:7] == [
        "A Hamas",
        "A Hamas and B Palestinian resistance forces, jointly",
        "B Palestinian resistance forces",
        "C Hossam Badran",
        "D Benjamin Netanyahu",
        "E Al-Ahed News",
        "Also named",
    ]
    assert "the article’s own voice" in page.inner_text("#p5")
    assert texts(page, "details h3")[0] == "Minor parties"
    silent = page.locator(".named .item").evaluate_all(
        "all => all.map((one) => one.querySelector('bdi').textContent)"
    )
    assert silent == ["Ismail Haniyeh", "Israel", "Recep Tayyip Erdogan"]


def test_a_position_says_its_stance_toward_whom_and_on_what(visit):
    page = visit(PAGE).page
    joint = page.locator("section:has(> .joint)").first
    assert [" ".join(one.split()) for one in joint.locator(".lead-in").all_inner_texts()] == [
        "demand of Israel · ceasefire",
        "demand of Israel · withdrawal of troops",
        "demand of Israel · displaced people",
        "demand of Israel · reconstruction",
        "demand of Israel · prisoner exchange",
    ]
    assert texts(page, "#o8 .lead-in") == ["accuses Benjamin Netanyahu · ceasefire talks"]
    assert "told by C Hossam Badran" in " ".join(page.inner_text("#o10").split())


def test_a_position_leads_to_the_quote_that_carries_it(visit):
    page = visit(PAGE).page
    page.click("#o3 .go:text-is('q4')")
    page.wait_for_url("**#q4")
    expect_lit(page, "q4", words=next(quote.text for quote in decided()[1].quotes if quote.id == "q4"))
    expect_in_view(page, "#q4")
    assert page.locator("section:has(#o3) #q4").count() == 1


def test_what_is_doubtful_says_so_and_why(visit):
    page = visit(PAGE).page
    for item in ("#abstract3", "#o11"):
        expect(page.locator(f"{item} .doubtful")).to_be_visible()
        assert texts(page, f"{item} .doubtful") == [f"Doubtful {REASON}"]
    assert page.locator(".doubtful").count() == 2
    assert "supported" in page.inner_text("#o1")
    assert "supported" not in page.inner_text("#o11")


WHY = "Nothing in the article says so."


@pytest.mark.parametrize("where", ["parties", "quotes", "figures"])
def test_a_doubtful_description_speaker_or_count_says_so_and_is_linked_at_the_top(visit, where):
    article, summary = decided()
    doubt = Support(verdict="doubtful", reasons=[WHY])
    last = getattr(summary, where)[-1].model_copy(update={"support": doubt})
    parts = {where: [*getattr(summary, where)[:-1], last]}
    page = visit(as_html([(article, summary.model_copy(update=parts))])).page
    expect(page.locator(f"#{last.id} .doubtful")).to_be_visible()
    assert texts(page, f"#{last.id} .doubtful") == [f"Doubtful {WHY}"]
    page.click(f".doubts a:text-is('{last.id}')")
    page.wait_for_url(f"**#{last.id}")
    expect_in_view(page, f"#{last.id}")


def test_what_the_rules_alone_know_says_so_at_the_top(visit):
    article, _ = decided()
    page = visit(as_html([(article, summarizer.summarize(article, model="none"))])).page
    expect(page.locator(".lead .notice").first).to_have_text("What the rules alone know: no model was asked.")


def test_a_dispute_stands_beside_its_item(visit):
    page = visit(PAGE).page
    assert texts(page, "#o10 .disputed") == [f"Disputed {DISPUTE}"]
    assert page.locator(".disputed").count() == 1


def test_a_warning_of_something_that_is_not_on_the_page_stands_at_the_top(visit):
    article, summary = decided()
    lost = SummaryWarning(code="reanchored", item="q77", message="The quote q77 has moved.")
    page = visit(as_html([(article, summary.model_copy(update={"warnings": [lost]}))])).page
    assert texts(page, ".lead > .warnings li") == ["The quote q77 has moved."]


def test_written_words_are_marked_and_terms_are_no_quotes(visit):
    page = visit(PAGE).page
    assert texts(page, "#q3 .tag") == texts(page, "#q4 .tag") == ["written"]
    assert page.locator("#q6 .tag").count() == 0
    section = page.locator(".group:has(> ul > #q2)")
    assert section.get_by_role("heading").all_inner_texts() == ["Terms and titles"]
    assert section.locator(".item").evaluate_all("all => all.map((one) => one.id)") == [
        "q1",
        "q2",
        "q5",
        "q7",
    ]
    assert "used by A Hamas" in " ".join(page.inner_text("#q1").split())
    assert page.locator('.item[data-kind="quote"]').count() == 4
    page.get_by_role("checkbox", name="Terms and titles").uncheck()
    assert page.locator(".item[data-kind=term]:visible, #q1-at:visible").count() == 0
    assert page.locator(".item[data-kind=quote]:visible").count() == 4


def test_a_joint_position_is_hidden_when_none_of_its_holders_is_wanted(visit):
    page = visit(PAGE).page
    page.get_by_role("checkbox", name="Hamas", exact=True).uncheck()
    expect(page.locator("#o3")).to_be_visible()
    expect(page.locator("#o7")).to_be_hidden()
    page.get_by_role("checkbox", name="Palestinian resistance forces").uncheck()
    expect(page.locator("#o3")).to_be_hidden()
    expect(page.get_by_role("heading", name="jointly").first).to_be_hidden()


def test_a_joint_quote_has_the_letters_of_all_its_speakers(visit):
    page = visit(PAGE).page
    assert page.inner_text("#q4-at") == "A+B"
    label = page.get_attribute("#q4-at", "aria-label")
    assert label == "A+B: quote q4 of Hamas and Palestinian resistance forces"


def test_positions_that_begin_together_are_told_apart(visit):
    page = visit(PAGE).page
    assert texts(page, ".text :is(#o2-at, #o3-at, #o4-at, #o5-at, #o6-at)") == ["A+B", "o3", "o4", "o5", "o6"]


FOLDED = "() => !document.querySelector('details').open"
UNFOLDED = "() => document.querySelector('details').open"


def test_minor_parties_are_folded_until_they_are_wanted(visit):
    page = visit(PAGE).page
    assert becomes(page, FOLDED)
    page.hover('.text .ref[data-item="o12"]')
    assert page.locator("details.on").count() == 1
    page.click('.text .ref[data-item="o12"]')
    assert becomes(page, UNFOLDED)
    expect_lit(page, "o12", words=evidence(decided()[1].positions[11]))
    expect_in_view(page, "#o12")


def test_a_link_opens_what_is_folded(visit):
    page = visit(PAGE, "#o12").page
    assert becomes(page, UNFOLDED)
    expect_lit(page, "o12")


def test_the_arrow_keys_open_what_is_folded(visit):
    page = visit(PAGE).page
    page.focus("#p9 .go")
    page.keyboard.press("ArrowDown")
    assert becomes(page, UNFOLDED)
    expect_lit(page, "p6")
    assert page.evaluate("document.activeElement.closest('.item').id") == "p6"


def test_a_figure_says_its_kind_its_value_in_groups_and_everybody_who_gives_it(visit):
    page = visit(PAGE).page
    assert texts(page, "#f2 td.number") == ["≈ 1,500,000"]
    assert texts(page, "#f3 td.number") == ["≥ 34,622"]
    assert texts(page, "#f1 .tag") == ["duration"]
    assert texts(page, "#f2 td:last-child p") == ["F UN agencies", "G Washington"]
    assert texts(page, "#f1 td:last-child") == ["the article"]
    assert "Palestinians who have sought refuge in Rafah" in page.inner_text("#f2")


WIDE = "The lake lost between 300 million and 350 million cubic metres, or 12345678901234567890123456789.25 litres."
OVERLAPPING = """() => [...document.querySelectorAll(".figures tr > *")].flatMap((cell) => {
    const room = cell.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(cell);
    return [...range.getClientRects()]
        .filter((box) => box.width > 1 && (box.left < room.left - 1 || box.right > room.right + 1))
        .map(() => cell.textContent.trim());
})"""


def with_wide_figures():
    article, summary = Article(text=WIDE), decided()[1]
    facts = summary.article.model_copy(update={"id": article.id, "characters": len(WIDE)})
    figures = [
        FigureItem(
            id=f"f{number}",
            text=words,
            anchor=Anchor.at(WIDE, WIDE.index(words), WIDE.index(words) + len(words)),
            value=value,
            upper=upper,
            comparator=comparator,
            unit=unit,
            measures="water lost",
            claimed_by=["p2", "p5"],
        )
        for number, (words, value, upper, comparator, unit) in enumerate(
            [
                ("between 300 million and 350 million cubic metres", "300000000", "350000000", "between", "cubic metres"),
                ("12345678901234567890123456789.25 litres", "12345678901234567890123456789.25", None, "exactly", "litres"),
            ],
            start=1,
        )
    ]  # fmt: skip
    nothing: dict[str, list[Any]] = {
        "quotes": [],
        "positions": [],
        "framing": [],
        "warnings": [],
        "abstract": [],
    }
    headline = summary.headline.model_copy(update={"evidence": []})
    changed = {"article": facts, "headline": headline, "figures": figures, **nothing}
    return article, summary.model_copy(update=changed)


@pytest.mark.parametrize("width", [1280, 960, 700, 390])
@pytest.mark.parametrize("medium", ["screen", "print"])
def test_no_figure_runs_over_its_neighbour(visit, width, medium):
    page = visit(as_html([with_wide_figures()]), viewport={"width": width, "height": 900}).page
    page.emulate_media(media=medium)
    assert texts(page, "td.number") == [
        "300,000,000 to 350,000,000 cubic metres",
        "12,345,678,901,234,567,890,123,456,789.25 litres",
    ]
    assert page.evaluate(OVERLAPPING) == []


def test_share_of_voice_says_that_it_counts_characters():
    caption = PAGE.partition('class="voices"')[2].partition("</caption>")[0]
    assert "by characters" in caption


def test_what_several_say_together_is_shared_out_and_a_term_is_nobodys_voice():
    _, summary = decided()
    _, _, joint, _, *_ = [quote for quote in summary.quotes if quote.id in {"q1", "q3", "q4", "q6"}]
    pieces = [
        Piece("both say", (Place("q1", "quote", Span(0, 8), ("p1", "p2")),), ()),
        Piece("a term", (Place("q2", "term", Span(9, 15), ("p3",)),), ()),
    ]
    only = summary.model_copy(update={"positions": [], "quotes": [joint, summary.quotes[0]]})
    assert shares(pieces, only, ["p1", "p2", "p3"]) == [Share("p1", 50, 50), Share("p2", 50, 50)]


def test_two_holders_of_one_sentence_share_its_words():
    span = Span(0, 10)
    piece = Piece(
        "some words", (Place("o1", "position", span, ("p1",)), Place("o2", "position", span, ("p2",))), ()
    )
    assert piece.voice == ("p1", "p2")


def test_a_position_in_the_articles_words_says_its_stance_behind_them(visit):
    page = visit(sample_page("summary@3")).page
    assert page.locator("li.position").count() == 8
    assert texts(page, ".lead-in") == ["says regarding Benjamin Netanyahu"]
    assert texts(page, "#o8 .meta") == ["s12 o8 says quoted q4 supported in the article’s words"]


def test_how_it_was_made_says_the_language_and_how_it_is_known():
    assert re.search(r"Language</dt><dd>en \(detected\)", PAGE)
    assert mark(decided()[0]).language == "en"
