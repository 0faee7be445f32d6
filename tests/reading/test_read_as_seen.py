"""A page is read as its readers see it: hidden text out, small type written out, quotations marked."""

import json

import pytest
from sample_pages import CAPTION, ENGLISH, MENU, SHARE

from summarizer import analysis, reading
from summarizer.grounding.instructions import text_warnings

PARAGRAPHS = [f"<p>{one}</p>" for one in ENGLISH]
SPANISH = (
    "El ayuntamiento de Puerto Llano aprobó el martes, por nueve votos contra seis, un muelle nuevo que costará tres millones de euros.",
    "La alcaldesa, Lucía Peña, dijo que el muelle viejo no soporta ya el ferri y que las obras empezarán en mayo.",
    "Unos cuarenta pescadores protestaron ante el ayuntamiento y pidieron que el muelle viejo se repare.",
)
GERMAN = (
    "Der Stadtrat von Moorbucht hat am Dienstag mit neun zu sechs Stimmen eine neue Seebrücke beschlossen, die drei Millionen Euro kostet.",
    "Bürgermeister Ove Brandt sagte dem Stadtrat am Dienstag, die alte Seebrücke trage die Fähre nicht mehr, und die Arbeiten begännen im Mai.",
    "Etwa vierzig Fischer protestierten vor dem Stadtrat und verlangten, die alte Seebrücke instand zu setzen.",
)


def page(*parts, language="en", head="", after=""):
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>Pier</title>{head}</head>'
        f"<body>{MENU}<main><article><h1>Pier</h1>{''.join(parts)}</article>{after}</main></body></html>"
    ).encode()


def read(*parts, **others):
    return reading.from_bytes(page(*parts, **others), name="page.html")


def codes(article):
    return [note.code for note in article.notes]


# What boxes hold

WORDS = [
    "teaser",
    "newsletter",
    "share",
    "social",
    "widget",
    "embed",
    "embedded",
    "caption",
    "quote-caption",
    "author",
    "byline",
    "related",
    "sidebar",
    "banner",
    "promo",
    "tags",
    "meta",
    "footer",
    "nav",
    "menu",
    "bar",
    "cookie",
    "consent",
    "attachment",
    "rating",
    "slide",
    "overlay",
    "options",
    "expand",
    "viral",
    "story-teaser",
    "article-teaser",
    "next-page",
    "timestamp",
    "bottom",
    "link",
    "message",
    "pullquote",
    "highlight",
    "factbox",
    "outbrain",
    "premium",
]
QUOTE = "“It will ruin us,” said Nora Vale, who sells nets at the harbour. “Nobody walks a mile for a net.”"


@pytest.mark.parametrize("word", WORDS)
def test_a_paragraph_of_the_article_stays_whatever_its_class_is_called(word):
    boxes = (
        f'<div class="{word}"><p>{QUOTE}</p></div>',
        f'<p class="{word}">{QUOTE}</p>',
        f'<section id="{word}">{QUOTE}</section>',
    )
    for box in boxes:
        article = read(*PARAGRAPHS[:3], box, *PARAGRAPHS[3:])
        assert article.text.split("\n\n") == [*ENGLISH[:3], QUOTE, *ENGLISH[3:]]


@pytest.mark.parametrize(("paragraphs", "language"), [(SPANISH, "es"), (GERMAN, "de")])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_paragraph_in_a_box_comes_back_where_it_stood_and_a_note_says_so(paragraphs, language, place):
    parts = [f"<p>{one}</p>" for one in paragraphs]
    parts[place] = f'<div class="teaser share">{parts[place]}</div>'
    article = read(*parts, language=language)
    assert article.text.split("\n\n") == list(paragraphs)
    assert codes(article) == ["text_uncertain"]
    assert paragraphs[place][:60] in article.notes[0].message


BESIDE = {
    "a form": '<div class="newsletter"><p>Get news of the council and the harbour every morning.</p><form><input name="mail"><button>Go</button></form></div>',
    "links": '<div class="related"><p><a href="/a">The mayor and the harbour: how the town and the council came to this vote.</a></p></div>',
    "an advertisement": '<div class="newsletter"><p>Enjoy unlimited stories with an annual plan, free during December.</p></div>',
    "a caption": '<div class="caption"><img src="p.jpg"><p>The old pier and the ferry on the day of the council vote.</p></div>',
    "a figure": CAPTION,
    "buttons": SHARE,
}  # fmt: skip


@pytest.mark.parametrize("box", BESIDE.values(), ids=BESIDE)
def test_what_stands_between_paragraphs_and_is_no_part_of_the_article_stays_out(box):
    assert read(*PARAGRAPHS[:3], box, *PARAGRAPHS[3:]).text.split("\n\n") == list(ENGLISH)


def body(*paragraphs):
    told = {"@type": "NewsArticle", "headline": "Pier", "articleBody": "\n".join(paragraphs)}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def test_what_a_page_shows_and_its_article_body_holds_is_article_without_a_doubt():
    told = "Enjoy the view from the café until December, the owner advised."
    box = f'<div class="promo"><img src="p.jpg">{told}</div>'
    article = read(*PARAGRAPHS[:2], box, *PARAGRAPHS[2:], head=body(*ENGLISH[:2], told, *ENGLISH[2:]))
    assert article.text.split("\n\n") == [*ENGLISH[:2], told, *ENGLISH[2:]]
    assert codes(article) == []


def test_what_an_article_body_does_not_hold_is_no_article():
    box = f'<div class="widget"><p>{QUOTE}</p></div>'
    article = read(*PARAGRAPHS[:3], box, *PARAGRAPHS[3:], head=body(*ENGLISH))
    assert article.text.split("\n\n") == list(ENGLISH)


def test_an_article_body_that_readers_do_not_see_is_not_read_and_a_note_says_so():
    made_up = [
        f"The mayor took {n} bribes in the year {2000 + n}, a document that nobody has seen says."
        for n in range(12)
    ]
    article = read(*PARAGRAPHS, head=body(*ENGLISH, *made_up))
    assert article.text.split("\n\n") == list(ENGLISH)
    assert codes(article) == ["text_uncertain"]
    assert "only these are read" in article.notes[0].message


def test_a_page_that_scripts_fill_is_read_from_its_article_body_with_a_note():
    markup = f'<html lang="en"><head>{body(*ENGLISH)}</head><body><div id="root"></div><script src="/a.js"></script></body></html>'
    article = reading.from_bytes(markup.encode())
    assert article.text.split("\n") == list(ENGLISH)
    assert codes(article) == ["text_uncertain"]
    assert "articleBody" in article.notes[0].message


def test_notes_on_how_a_page_was_read_become_warnings_of_its_summary():
    article = read(*PARAGRAPHS[:3], f'<div class="share"><p>{QUOTE}</p></div>', *PARAGRAPHS[3:])
    assert "text_uncertain" in {warning.code for warning in text_warnings(analysis.mark(article))}


# What readers do not see

UNSEEN = "Der Bürgermeister nimmt jeden Freitag Geld, sagte er 2019."
HIDING = {
    "the attribute": ("<p hidden>{}</p>", ""),
    "no display": ('<p style="color:red; DISPLAY : none !important">{}</p>', ""),
    "no visibility": ('<div style="visibility:hidden"><p>{}</p></div>', ""),
    "no opacity": ('<p style="opacity:0">{}</p>', ""),
    "no size": ('<span style="font-size:0px">{}</span>', ""),
    "one pixel": ('<span style="font-size: 1px">{}</span>', ""),
    "far left": ('<p style="position:absolute;left:-9999px">{}</p>', ""),
    "far left in em": ('<p style="position:absolute;left:-999em">{}</p>', ""),
    "indented away": ('<p style="text-indent:-9999px">{}</p>', ""),
    "moved away": ('<p style="transform: translateX(-9999px)">{}</p>', ""),
    "clipped": ('<p style="clip:rect(0,0,0,0)">{}</p>', ""),
    "without height": ('<p style="height:0;overflow:hidden">{}</p>', ""),
    "one pixel wide": ('<p style="width:1px;height:1px;overflow:hidden">{}</p>', ""),
    "white on white": ('<p style="color:#FFF;background:white">{}</p>', ""),
    "transparent": ('<p style="color: transparent">{}</p>', ""),
    "for screen readers": ('<p class="sr-only">{}</p>', ""),
    "visually hidden": ('<p class="lead visually-hidden">{}</p>', ""),
    "a WordPress class": ('<p class="screen-reader-text">{}</p>', ""),
    "a closed dialog": ("<dialog><p>{}</p></dialog>", ""),
    "a class of the page": ('<p class="x9">{}</p>', "<style>.a, .x9 { display: none }</style>"),
    "an id of the page": ('<p id="x9">{}</p>', "<style>/* . */ #x9{opacity:0;}</style>"),
    "a tag and classes": ('<p class="x y">{}</p>', "<style>@charset 'a'; p.x.y{position:absolute;left:-5000px}</style>"),
    "padding before it": (f'<p style="{"a:b;" * 2000}display:none">{{}}</p>', ""),
}  # fmt: skip


@pytest.mark.parametrize(("hidden", "head"), HIDING.values(), ids=HIDING)
def test_what_readers_do_not_see_is_not_read_and_a_note_says_so(hidden, head):
    article = read(*PARAGRAPHS[:3], hidden.format(UNSEEN), *PARAGRAPHS[3:], head=head)
    assert article.text.split("\n\n") == list(ENGLISH)
    assert UNSEEN in article.hidden
    assert codes(article) == ["hidden_text"]


SHOWN = {
    "a rule for paper": ('<p class="x">{}</p>', "<style>@media print { .x { display: none } }</style>"),
    "a later rule": ('<p class="x">{}</p>', "<style>.x{display:none} .x{display:block}</style>"),
    "its own style": ('<p class="x" style="display:block">{}</p>', "<style>.x{display:none}</style>"),
    "a rule for others": ('<p class="x">{}</p>', "<style>.x .y, .x > p, .x:hover, div.x {display:none}</style>"),
    "hidden on phones": ('<p class="hidden md:block">{}</p>', ""),
    "hidden until found": ('<p hidden="until-found">{}</p>', ""),
    "size given back": ('<div style="font-size:0"><p style="font-size:16px">{}</p></div>', ""),
    "no zero": ('<p style="font-size:medium;opacity:0.9;left:-10px">{}</p>', ""),
    "for eyes alone": ('<p><span aria-hidden="true">{}</span></p>', ""),
    "other colours": ('<p style="color:#fff;background:#000">{}</p>', ""),
}  # fmt: skip


@pytest.mark.parametrize(("shown", "head"), SHOWN.values(), ids=SHOWN)
def test_what_readers_see_is_read_although_something_of_it_may_hide(shown, head):
    article = read(*PARAGRAPHS[:3], shown.format(QUOTE), *PARAGRAPHS[3:], head=head)
    assert QUOTE in article.text


def test_paragraphs_that_fade_in_are_read():
    article = read(
        *[one.replace("<p>", '<p class="fade">') for one in PARAGRAPHS],
        head="<style>.fade{opacity:0}</style>",
    )
    assert article.text.split("\n\n") == list(ENGLISH)


def test_hidden_text_of_a_mail_and_of_markdown_is_not_read_either():
    hidden = f'<div style="display:none">{UNSEEN}</div>'
    mail = (
        b"From: Mara Lind <m@news.example>\r\nSubject: Pier\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        + (hidden + "".join(PARAGRAPHS)).encode()
    )
    inline = f'{ENGLISH[0]}<span style="font-size:0">{UNSEEN}</span>'
    markdown = f'# Pier\n\n{inline}\n\n<div class="sr-only">\n\n{UNSEEN}\n\n</div>\n\n' + "\n\n".join(
        ENGLISH[1:]
    )
    for data, name in ((mail, "a.eml"), (markdown.encode(), "a.md")):
        article = reading.from_bytes(data, name=name)
        assert article.text.split("\n\n") == list(ENGLISH)
        assert UNSEEN in article.hidden
        assert codes(article) == ["hidden_text"]


# What type says

TYPE = {
    "a power": ("about 10<sup>6</sup> tons", "about 10⁶ tons"),
    "a negative power": ("10<sup>−3</sup> grams", "10⁻³ grams"),
    "a power of a sum": ("2<sup>n+1</sup> times", "2ⁿ⁺¹ times"),
    "a unit": ("12 km<sup>2</sup> of land", "12 km² of land"),
    "a fraction": ("3<sup>1</sup>/<sub>2</sub> tons", "3½ tons"),
    "a rare fraction": ("3<sup>3</sup>⁄<sub>16</sub> inches", "3 3/16 inches"),
    "a fraction alone": ("<sup>3</sup>/<sub>4</sub> of them", "¾ of them"),
    "an ordinal": ("the 19<sup>th</sup> century", "the 19th century"),
    "a French ordinal": ("le XIX<sup>e</sup> siècle, M<sup>me</sup> Roe", "le XIXe siècle, Mme Roe"),
    "a formula": ("CO<sub>2</sub> and H<sub>2</sub>O", "CO2 and H2O"),
    "an isotope": ("by <sup>14</sup>C dating", "by ¹⁴C dating"),
    "a base": ("101<sub>2</sub> is five", "101₂ is five"),
    "a footnote": ("the winter<sup>1</sup>, he said", "the winter, he said"),
    "a footnote in brackets": ("in 2019<sup>[12]</sup> already", "in 2019 already"),
    "a linked footnote": ('in 2019<sup><a href="#n3">3</a></sup> already', "in 2019 already"),
    "several footnotes": ("the winter<sup>1</sup><sup>,2</sup> and<sup>3, 4</sup> after", "the winter and after"),
    "a dagger": ("the winter<sup>†</sup> before", "the winter before"),
    "a lettered footnote": ("the winter<sup>a</sup> before", "the winter before"),
    "a footnote between words": ("winter<sup>1</sup>and spring", "winter and spring"),
    "a trade mark": ("Lego<sup>®</sup> bricks", "Lego® bricks"),
    "a word": ("Courier<sup>premium</sup>", "Courier premium"),
    "a deletion": ("it cost <del>5</del> <ins>6</ins> million, <s>not much</s> a lot", "it cost 6 million, a lot"),
    "a quotation": ("he said <q>we vote</q> today", "he said “we vote” today"),
    "a quotation in a quotation": ("<q>They say <q>no</q> to it</q>", "“They say ‘no’ to it”"),
    "a quotation with marks": ("he said <q>“we vote”</q>", "he said “we vote”"),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "words"), TYPE.values(), ids=TYPE)
def test_what_type_says_stands_in_the_words(markup, words):
    article = read(f"<p>{ENGLISH[0]} {markup}.</p>", *PARAGRAPHS[1:])
    assert article.text.split("\n\n")[0].removesuffix(".") == f"{ENGLISH[0]} {words}".removesuffix(".")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("de-AT", "„Wir bleiben hier, sagten alle.“"),
        ("fr", "« Wir bleiben hier, sagten alle. »"),
        ("pl", "„Wir bleiben hier, sagten alle.”"),
        ("ja", "「Wir bleiben hier, sagten alle.」"),
        ("zh", "“Wir bleiben hier, sagten alle.”"),
        ("de-CH", "«Wir bleiben hier, sagten alle.»"),
    ],
)
def test_a_block_quotation_gets_the_marks_of_the_pages_language_and_a_note_says_so(language, marked):
    words = "Wir bleiben hier, sagten alle."
    block = f"<blockquote><p>{words}</p><footer>Ida Lund</footer></blockquote>"
    article = read(*PARAGRAPHS[:3], block, *PARAGRAPHS[3:], language=language)
    assert article.text.split("\n\n") == [*ENGLISH[:3], marked, "— Ida Lund", *ENGLISH[3:]]
    assert codes(article) == ["quotation_marks_added"]


def test_a_block_quotation_is_found_as_a_quotation():
    words = "We cannot wait another winter. The steel is thinner than a coin."
    for block in (
        f"<blockquote>{words}</blockquote>",
        f"<blockquote>{words} <cite>Ida Lund</cite></blockquote>",
        f"<blockquote><div><p>{words}</p></div></blockquote>",
    ):
        marked = analysis.mark(read(*PARAGRAPHS[:3], block, *PARAGRAPHS[3:]))
        assert words in [marked.article.slice(quotation.span) for quotation in marked.quotations]


@pytest.mark.parametrize(
    "block",
    [
        "<blockquote><p>“We stay,” said Ida Lund, and left.</p></blockquote>",
        "<blockquote><p>— We stay, said Ida Lund.</p></blockquote>",
        "<blockquote><p>More on the harbour and its boats:</p></blockquote>",
        '<blockquote><p><a href="/x">How the harbour came to be what it is.</a></p></blockquote>',
        "<blockquote><pre>make all</pre></blockquote>",
    ],
)
def test_a_block_that_has_marks_or_is_no_quotation_gets_none(block):
    article = read(*PARAGRAPHS[:3], block, *PARAGRAPHS[3:])
    assert "quotation_marks_added" not in codes(article)


def test_a_page_that_indents_all_of_its_text_quotes_nothing():
    article = read("<blockquote>", PARAGRAPHS[0], PARAGRAPHS[5], "</blockquote>")
    assert article.text.split("\n\n") == [ENGLISH[0], ENGLISH[5]]


def test_code_keeps_its_lines_and_the_quotations_of_markdown_are_marked():
    article = reading.from_bytes(
        b"# T\n\nHe wrote this and no more:\n\n```\nif a:\n    b()\n```\n\n> We stay, all of us, here.\n",
        name="a.md",
    )
    assert article.text.split("\n\n") == [
        "He wrote this and no more:",
        "if a:\n    b()",
        "“We stay, all of us, here.”",
    ]
