import time

import pytest
from sample_pages import ENGLISH, LAYOUTS, NO_ARTICLES, SAMPLES, Sample

from summarizer import analysis, reading
from summarizer.errors import ArticleEmpty, ArticleTooLong, ArticleUnreadable, NotAnArticle, PageHasNoArticle

samples = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


@samples
def test_the_text_of_a_page_is_its_paragraphs_and_nothing_else(sample):
    assert reading.from_bytes(sample.data, name="page.html").text == sample.text


@samples
def test_a_page_says_who_wrote_what_when_and_where(sample):
    article = reading.from_bytes(sample.data, url="https://news.example/story")
    assert (article.title, str(article.published), article.url) == (
        sample.title,
        sample.date,
        "https://news.example/story",
    )
    assert (article.author, article.site, article.language) == (sample.author, sample.site, sample.language)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_quotation_over_two_paragraphs_is_one_in_every_layout(layout):
    sample = Sample(
        "", "en", "utf-8", layout, "Harbour plan", "The Courier", "Mara Lind", "2026-03-04", ENGLISH
    )
    marked = analysis.mark(reading.from_bytes(sample.data))
    texts = [marked.article.slice(quotation.span) for quotation in marked.quotations]
    assert any("Everybody" in text.title() and "That is why we vote today" in text for text in texts) or any(
        quotation.continues for quotation in marked.quotations
    )


@pytest.mark.parametrize(("shape", "markup"), NO_ARTICLES.values(), ids=NO_ARTICLES)
def test_a_page_that_is_no_article_is_refused_and_its_kind_named(shape, markup):
    with pytest.raises(PageHasNoArticle) as refused:
        reading.from_bytes(markup.encode(), name="https://news.example/")
    assert refused.value.shape == shape
    assert refused.value.exit_code == 65


def test_a_brief_of_two_sentences_is_an_article_where_the_page_says_so():
    brief = ENGLISH[0]
    markup = f'<html><head><meta property="og:type" content="article"></head><body><article><h1>Brief</h1><p>{brief}</p></article></body></html>'
    assert reading.from_bytes(markup.encode()).text == brief


def test_an_article_behind_no_wall_may_still_offer_a_login():
    markup = SAMPLES[0].markup.replace("<nav>", '<nav><form><input type="password"></form>')
    assert reading.from_bytes(markup.encode()).text == SAMPLES[0].text


def test_line_breaks_subheadings_lists_and_quotes_in_blocks_are_kept():
    body = (
        f"<p>{ENGLISH[0]}</p><h2>What they want</h2><ul><li>Stop the work.</li><li>Ask the people.</li></ul>"
        f"<blockquote><p>“Nobody asked us.”</p></blockquote><p>One line<br>and another. {ENGLISH[4]}</p>"
    )
    text = reading.from_bytes(f"<html><body><article><h1>T</h1>{body}</article></body></html>".encode()).text
    assert text.split("\n\n") == [
        ENGLISH[0], "What they want", "Stop the work.", "Ask the people.", "“Nobody asked us.”",
        f"One line\nand another. {ENGLISH[4]}",
    ]  # fmt: skip


def test_two_line_breaks_end_a_paragraph_on_old_pages():
    body = f"<div>{ENGLISH[0]}<br><br>\n{ENGLISH[2]}<br/> <br/>{ENGLISH[3]}<br>{ENGLISH[4]}</div>"
    text = reading.from_bytes(f"<html><body><h1>T</h1>{body}</body></html>".encode()).text
    assert text.split("\n\n") == [ENGLISH[0], ENGLISH[2], f"{ENGLISH[3]}\n{ENGLISH[4]}"]


def test_an_article_with_links_between_its_paragraphs_is_one():
    body = "".join(
        f'<p>{one}</p><p><a href="/x">Read also: the harbour, part {n}</a></p>'
        for n, one in enumerate(ENGLISH)
    )
    text = reading.from_bytes(
        f'<html><head><meta property="og:type" content="article"></head><body><div>{body}</div></body></html>'.encode()
    ).text
    assert set(ENGLISH) <= set(text.split("\n\n"))


def test_an_article_below_a_menu_much_longer_than_itself_is_one():
    menu = "".join(f'<li><a href="/{n}">Section number {n}</a></li>' for n in range(200))
    markup = SAMPLES[0].markup.replace("<nav><ul>", f"<nav><ul>{menu}")
    assert reading.from_bytes(markup.encode()).text == SAMPLES[0].text


def test_a_sentence_that_is_said_twice_stays_twice():
    body = "".join(f"<p>{one}</p>" for one in [*ENGLISH, ENGLISH[1]])
    text = reading.from_bytes(f"<html><body><article>{body}</article></body></html>".encode()).text
    assert text.count(ENGLISH[1]) == 2


def test_quotation_marks_and_dashes_come_through_as_they_were():
    words = "“A” ‘b’ «c» „d“ “e'f” \"g\" 'h' ‹i› 「j」 -- … " + ENGLISH[0]
    text = reading.from_bytes(
        f"<html><body><article><p>{words}</p><p>{ENGLISH[4]}</p></article></body></html>".encode()
    ).text
    assert text.startswith(words)


def test_what_a_page_hides_in_scripts_and_comments_is_not_read():
    markup = SAMPLES[0].markup.replace(
        "<main>",
        "<main><!-- ignore all of this --><script>document.write('<p>No.</p>')</script><style>p{}</style>",
    )
    assert reading.from_bytes(markup.encode()).text == SAMPLES[0].text


def test_the_encoding_a_server_names_goes_before_the_one_in_the_page():
    markup = SAMPLES[9].markup.replace("windows-1251", "utf-8")
    data = markup.encode("cp1251")
    assert reading.from_bytes(data, content_type="text/html; charset=windows-1251").text == SAMPLES[9].text


def test_a_page_with_a_few_broken_bytes_is_read_with_marks_in_their_place():
    data = SAMPLES[9].markup.replace("windows-1251", "utf-8").encode()
    data = data.replace("паром".encode(), "паром".encode()[:-1], 1)
    assert reading.from_bytes(data).text.count("\ufffd") == 1


def test_a_page_that_declares_a_wrong_encoding_is_read_in_the_right_one():
    markup = SAMPLES[9].markup.replace("windows-1251", "utf-8")
    assert reading.from_bytes(markup.encode("cp1251")).text == SAMPLES[9].text


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body><p>Fran\xe7ais</p></body></html>",
        b"\xff\xfe<\x00h\x00t\x00\xd8\xd8",
        b"<html><p>" + bytes(range(128, 256)) * 3,
    ],
)
def test_a_page_whose_encoding_cannot_be_told_is_refused_rather_than_guessed(data):
    with pytest.raises(NotAnArticle):
        reading.from_bytes(data)


def test_the_canonical_link_counts_only_where_no_link_is_known():
    markup = SAMPLES[0].markup.replace(
        "<head>", '<head><link rel="canonical" href="https://other.example/x">'
    )
    assert reading.from_bytes(markup.encode()).url == "https://other.example/x"
    assert reading.from_bytes(markup.encode(), url="https://news.example/").url == "https://news.example/"
    script = markup.replace("https://other.example/x", "javascript:alert(1)")
    assert reading.from_bytes(script.encode()).url is None


HOSTILE = {
    "depth": "<div>" * 50_000 + ENGLISH[0],
    "a huge attribute": f"<html><body><article><p title='{'a' * 2_000_000}'>{ENGLISH[0]}</p></article></body></html>",
    "many attributes": "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + ENGLISH[0],
    "entities": "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><html><body>" + "&b;" * 100_000,
    "an external entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p></body></html>',
    "many elements": "<html><body>" + "<p>a" * 50_000,
    "nothing but tags": "<" * 200_000,
    "open comments": "<html><!--" * 50_000,
    "one huge paragraph": "<html><body><article><p>" + "word “quote” " * 60_000,
    "deep JSON": '<script type="application/ld+json">' + "[" * 100_000 + "</script><p>x",
    "many JSON nodes": '<script type="application/ld+json">[' + ",".join(['{"@type":"NewsArticle"}'] * 100_000) + "]</script>",
    "a huge number": '<script type="application/ld+json">{"@type":"NewsArticle","wordCount":' + "9" * 10_000 + "}</script>",
    "nested tables": "<table><tr><td>" * 50_000,
    "many forms": "<form><input type=password>" * 40_000,
    "NUL": "<html>\0<body>\0<p>" + "\0" * 100_000,
    "many metas": "<html><head>" + "<meta property='og:type' content='x'>" * 5_000,
    "many links": "<html><body>" + "<a href='/2026/01/02/x'>A link that is long enough to count</a> " * 4_000,
}  # fmt: skip


@pytest.mark.parametrize("markup", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_ends_soon_in_an_article_or_one_clear_line(markup):
    started = time.process_time()
    try:
        said = reading.from_bytes(markup.encode(), name="page.html").text
    except NotAnArticle as error:
        said = str(error)
    assert "root:" not in said
    assert time.process_time() - started < 10


def test_a_page_of_too_many_elements_is_told_so():
    with pytest.raises(ArticleTooLong, match="30,000 elements"):
        reading.from_bytes(HOSTILE["many elements"].encode())


@pytest.mark.parametrize("markup", ["<html>", "<html><body></body></html>", "<!doctype html>", "<!-- -->"])
def test_a_page_without_anything_is_no_article(markup):
    with pytest.raises((PageHasNoArticle, ArticleEmpty, ArticleUnreadable)):
        reading.from_bytes(markup.encode(), name="page.html")
