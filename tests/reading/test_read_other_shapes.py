# mypy: disable-error-code="union-attr"
# What an entry turned out to be is what these tests are about; one of the other type fails them.

import contextlib
import io
import json
import time
import tracemalloc

import pytest
from pdf_writer import pdf, pdf_of_nested_forms
from sample_pages import ENGLISH, SAMPLES
from site_on_loopback import Site, page, redirect

from summarizer import reading
from summarizer.errors import ArticleEmpty, ArticleUnreadable, ExtraMissing, ManyArticles, NotAnArticle
from summarizer.reading import Entry, NotRead

BODY = "".join(f"<p>{one}</p>" for one in ENGLISH)
TEXT = "\n\n".join(ENGLISH)


# Markdown


def test_markdown_gives_its_words_its_title_and_its_front_matter(tmp_path):
    path = tmp_path / "story.md"
    path.write_text(
        "---\ntitle: Harbour plan divides the town\ndate: 2026-03-04\nauthors: none\nauthor: [Mara Lind, Jo Roe]\nlang: en\n---\n"
        "# Harbour plan divides the town\n\nThe *council* voted on\nTuesday for a [new pier](https://x.example).\n\n"
        "> “We have waited\n> long enough,” said the mayor.\n\n- Stop the work.\n- Ask the people.\n\n"
        "![A pier](p.jpg)\n\n<div>In a `box` of <b>HTML</b>.</div>\n\nFour\\\nfive &amp; \\*six\\*.\n",
        encoding="utf-8",
    )
    article = reading.from_path(path)
    assert article.text.split("\n\n") == [
        "The council voted on Tuesday for a new pier.", "“We have waited long enough,” said the mayor.",
        "Stop the work.", "Ask the people.", "In a `box` of HTML.", "Four\nfive & *six*.",
    ]  # fmt: skip
    assert (article.title, str(article.published), article.author, article.language) == (
        "Harbour plan divides the town", "2026-03-04", "Mara Lind, Jo Roe", "en",
    )  # fmt: skip


def test_a_first_heading_is_the_title_and_a_later_one_is_text():
    article = reading.from_bytes(b"# Pier\n\nIt is new.\n\n## Costs\n\nMany.", name="a.markdown")
    assert (article.title, article.text) == ("Pier", "It is new.\n\nCosts\n\nMany.")


@pytest.mark.parametrize("front", ["a: [", "a: *b", "!!python/object/apply:os.system ['true']"])
def test_front_matter_that_is_no_plain_yaml_is_told(front):
    with pytest.raises(ArticleUnreadable, match="front matter"):
        reading.from_bytes(f"---\n{front}\n---\nText.".encode(), name="a.md")


# JSON and JSON Lines


def test_an_article_in_schema_orgs_form_is_read_from_its_own_file():
    told = {
        "@type": ["NewsArticle"],
        "headline": "Pier",
        "articleBody": TEXT,
        "datePublished": "2026-03-04T08:00",
    }
    article = reading.from_bytes(json.dumps(told).encode(), name="story.json")
    assert (article.text, article.title, str(article.published)) == (TEXT, "Pier", "2026-03-04")


def described(article, *beside):
    """A page's JSON-LD, in a page."""
    nodes = json.dumps({"@graph": [article, *beside]}, ensure_ascii=False)
    return f'<html><head><script type="application/ld+json">{nodes}</script></head><body><article>{BODY}</article></body></html>'


ANN = {"@type": "Person", "@id": "#ann", "name": "Ann Loop"}
AUTHORS = {
    "entities": ({"name": "Ann O&#39;Loop &amp;amp; Jörg Weiß"}, "Ann O'Loop & Jörg Weiß"),
    "a name in a name": ({"@type": "Person", "name": {"@type": "Person", "name": "Hélène Côté"}}, "Hélène Côté"),
    "a reference": ({"@id": "#ann"}, "Ann Loop"),
    "references in a list, one to nobody": ([{"@id": "#ann"}, {"@id": "#none"}, "Jo Roe"], "Ann Loop, Jo Roe"),
    "a reference that is a text": ("#ann", "Ann Loop"),
    "first and last name": ({"givenName": "Łucja", "familyName": "Śliwa"}, "Łucja Śliwa"),
    "a value object": ({"name": {"@value": "青木光", "@language": "ja"}}, "青木光"),
    "a link, which is no name": ("https://news.example/ann", None),
}  # fmt: skip


@pytest.mark.parametrize(("author", "read"), AUTHORS.values(), ids=AUTHORS)
def test_authors_are_found_however_json_ld_names_them(author, read):
    page = described({"@type": "NewsArticle", "headline": "Pier", "author": author}, ANN)
    assert reading.from_bytes(page.encode()).author == read


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("Rat &quot;schließt&quot; Brücke", 'Rat "schließt" Brücke'),
        ("The <i>Courier</i> &amp;amp; the pier", "The Courier & the pier"),
        ("Pier\x08 and\ttown\x7f", "Pier and town"),
        ([{"@value": "Le port &agrave; quai"}], "Le port à quai"),
    ],
)
def test_a_headline_in_json_ld_is_words(headline, read):
    page = described({"@type": "NewsArticle", "headline": headline})
    assert reading.from_bytes(page.encode()).title == read


@pytest.mark.parametrize("wrapped", ["\x01{}\x02", "//<![CDATA[\n{}\n//]]>", "<!-- {} -->", "{};"])
def test_json_ld_with_control_characters_or_in_a_comment_is_read(wrapped):
    told = '{"@type": "NewsArticle", "headline": "Pier\x0b plan", "author": "Ann\nLoop"}'
    page = f'<html><head><script type="application/ld+json">{wrapped.format(told)}</script></head><body><article>{BODY}</article></body></html>'
    article = reading.from_bytes(page.encode())
    assert (article.title, article.author) == ("Pier plan", "Ann Loop")


NINJS = {
    "1": {"uri": "urn:wire:1", "headline": "Pier", "byline": "Mara Lind", "body_text": "Short.", "body_xhtml": f"<div>{BODY}</div>", "versioncreated": "2026-03-04T08:00:00Z", "language": "en-GB"},
    "2": {"uri": "urn:wire:1", "headlines": [{"role": "main", "value": "Pier"}], "by": "Mara Lind", "bodies": [{"role": "teaser", "value": "T."}, {"role": "main", "contenttype": "text/html", "value": BODY}], "firstcreated": "2026-03-04T08:00:00Z", "language": "en-GB"},
    "3": {"uri": "urn:wire:1", "headlines": [{"value": "Pier"}], "by": "Mara Lind", "bodies": [{"contentType": "text/plain", "value": TEXT}], "contentCreated": "2026-03-04T08:00:00Z", "language": "en-GB"},
}  # fmt: skip


@pytest.mark.parametrize("item", NINJS.values(), ids=NINJS)
def test_ninjs_of_every_version_is_read(item):
    article = reading.from_bytes(json.dumps(item).encode())
    assert article.text == TEXT
    assert (article.title, article.author, str(article.published), article.language) == (
        "Pier", "Mara Lind", "2026-03-04", "en-GB",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1}',
        '{"text": 5}',
        '{"@type": "NewsArticle", "headline": "x"}',
        '{"text": "  "}',
        '{"text": "a"',
        '{"a": ' + "[" * 100_000,
    ],
    ids=lambda text: text[:20],
)
def test_json_that_holds_no_article_is_told(text):
    with pytest.raises(NotAnArticle) as refused:
        reading.from_bytes(text.encode(), name="a.json")
    assert "\n" not in str(refused.value)


def test_json_lines_give_articles_in_order_with_what_else_they_hold_and_tell_what_they_cannot_read(tmp_path):
    path = tmp_path / "news.jsonl"
    lines = [
        {"id": "a-1", "text": "One\r\ntwo \u0000", "title": "T", "published": "2026-03-04T05:06:07Z", "url": "https://n.example/1", "language": "de", "desk": "city"},
        {"text": ""},
        ["no object"],
        {"text": "Three \ud800", "url": "javascript:alert(1)", "published": "soon", "language": "no language at all"},
    ]  # fmt: skip
    path.write_bytes(
        b"\xef\xbb\xbf"
        + "\n\n".join(json.dumps(line) for line in lines).encode()
        + b'\n{"text": "cut\n{"text": "\xff"}\n'
    )
    first, empty, no_object, mended, cut, broken = reading.entries(path)
    assert (first.article.text, first.place, first.fields) == (
        "One\ntwo \ufffd",
        1,
        {"id": "a-1", "desk": "city"},
    )
    assert (str(first.article.published), first.article.language) == ("2026-03-04", "de")
    assert (mended.article.text, mended.article.url, mended.article.published, mended.article.language) == (
        "Three \ufffd",
        None,
        None,
        None,
    )
    assert [(one.place, type(one)) for one in (empty, no_object, cut, broken)] == [
        (3, NotRead),
        (5, NotRead),
        (8, NotRead),
        (9, NotRead),
    ]
    assert str(empty) == f"{path}:3: holds no text"
    assert [type(one).__name__ for one in reading.articles(path)] == [
        "Article",
        "NotRead",
        "NotRead",
        "Article",
        "NotRead",
        "NotRead",
    ]


def test_json_lines_come_from_a_pipe_too_and_a_line_without_end_is_told():
    pipe = io.BytesIO(b'{"text": "One."}\n{"text": "' + b"x" * 500 + b'"}\n{"text": "Three."}')
    one, long, three = reading.read_lines(
        reading.lines_of(pipe, limit=100), source="standard input", limit=100
    )
    assert (one.article.text, three.article.text, three.place) == ("One.", "Three.", 3)
    assert "line of more than" in long.reason


def test_a_file_of_any_number_of_lines_is_not_held_in_memory(tmp_path):
    path = tmp_path / "many.jsonl"
    line = json.dumps({"id": 1, "text": "word " * 200})
    with path.open("w") as file:
        file.writelines(f"{line}\n" for _ in range(6_000))  # 6 MB
    tracemalloc.start()
    count = sum(isinstance(entry, Entry) for entry in reading.entries(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 6_000
    assert peak < 2_000_000


def test_many_articles_where_one_is_asked_for_are_told_so(tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two."}\n')
    with pytest.raises(ManyArticles, match="summarizer batch"):
        reading.from_path(path)
    path.write_text('{"text": "One."}\n')
    assert reading.from_path(path).text == "One."


# Feeds


def rss(*items):
    return f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Marrow Courier</title><link>https://news.example/</link><language>en-gb</language>{"".join(items)}</channel></rss>"""


WHOLE = f"<item><title>Pier</title><link>https://news.example/1</link><guid>g1</guid><dc:creator>Mara Lind</dc:creator><pubDate>Wed, 04 Mar 2026 08:00:00 +0100</pubDate><content:encoded><![CDATA[{BODY}<script>no()</script>]]></content:encoded></item>"
LINKED = "<item><title>Linked</title><link>/story</link><description>Only a teaser.</description></item>"


def test_a_feed_that_carries_its_articles_is_read_without_any_fetch(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(rss(WHOLE), encoding="utf-8")
    [entry] = reading.entries(path)
    article = entry.article
    assert (article.text, article.title, article.author, article.site) == (
        TEXT,
        "Pier",
        "Mara Lind",
        "The Marrow Courier",
    )
    assert (str(article.published), article.url, article.language) == (
        "2026-03-04",
        "https://news.example/1",
        "en-gb",
    )
    assert (entry.place, entry.fields) == (1, {"id": "g1"})


def test_an_atom_feed_is_read_too():
    atom = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><id>f</id>
<entry><title>Pier</title><id>e1</id><link href="https://news.example/1"/><updated>2026-03-04T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content></entry></feed>"""
    with Site({"/atom": page(atom, "text/html")}) as site:
        [article] = reading.articles(f"{site.url}/atom", allow_private=True)
    assert (article.text, article.title, str(article.published)) == (TEXT, "Pier", "2026-03-04")


def test_what_a_feed_only_links_to_is_fetched_under_the_same_guard():
    forbidden = "<item><title>F</title><link>http://169.254.169.254/latest/meta-data/</link></item>"
    hopping = "<item><title>H</title><link>/hop</link></item>"
    gone = "<item><title>G</title><link>/gone</link></item>"
    nowhere = "<item><title>N</title><link>http://[</link></item>"
    with Site(
        {
            "/feed": page(rss(LINKED, forbidden, hopping, gone, nowhere), "application/rss+xml"),
            "/story": page(SAMPLES[0].data),
            "/hop": redirect("file:///etc/passwd"),
        }
    ) as site:
        linked, refused, hopped, missing, bare = reading.entries(f"{site.url}/feed", allow_private=True)
        assert linked.article.text == SAMPLES[0].text
        assert (linked.article.title, linked.article.url) == (SAMPLES[0].title, f"{site.url}/story")
    assert isinstance(refused, NotRead)
    assert "169.254.169.254" in refused.reason
    assert "file" in hopped.reason
    assert "404" in missing.reason
    assert "no text" in bare.reason
    assert [entry.place for entry in (linked, refused, hopped, missing, bare)] == [1, 2, 3, 4, 5]


def test_the_pages_of_a_feed_are_fetched_one_at_a_time():
    with Site({"/feed": page(rss(LINKED, LINKED)), "/story": page(SAMPLES[0].data)}) as site:
        entries = reading.entries(f"{site.url}/feed", allow_private=True)
        next(entries)
        assert [path for path, _ in site.asked] == ["/feed", "/story"]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (rss(), "without entries"),
        ("<rss>", "without entries"),
        (
            '<!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
            "entities",
        ),
    ],
)
def test_a_feed_that_is_none_is_told(tmp_path, markup, said):
    path = tmp_path / "feed.xml"
    path.write_text(markup, encoding="utf-8")
    [told] = reading.entries(path)
    assert said in told.reason


def test_a_feed_where_one_article_is_asked_for_is_told_so():
    with pytest.raises(ManyArticles):
        reading.from_bytes(rss(WHOLE).encode(), name="feed.xml")


def test_a_source_that_holds_one_article_gives_that_one_and_one_that_holds_none_says_why(tmp_path):
    path = tmp_path / "story.html"
    path.write_bytes(SAMPLES[0].data)
    assert [article.text for article in reading.articles(path)] == [SAMPLES[0].text]
    [told] = reading.articles(tmp_path / "none.txt")
    assert (told.place, told.reason) == (None, "no such file")
    [refused] = reading.articles("http://127.0.0.1/")
    assert "private" in refused.reason


ESCAPED = "".join(
    f"&lt;p&gt;{one.replace('“', '&quot;').replace('”', '&quot;')}&lt;/p&gt;" for one in ENGLISH
)
STRAIGHT = str.maketrans("“”", '""')
CARRIED = {
    "escaped twice, in CDATA": f"<content:encoded><![CDATA[{ESCAPED}]]></content:encoded>",
    "escaped three times": f"<content:encoded>{ESCAPED.replace('&', '&amp;amp;')}</content:encoded>",
    "CDATA escaped": f"<content:encoded>&lt;![CDATA[{BODY.replace('<', '&lt;')}]]&gt;</content:encoded>",
    "CDATA in CDATA": f"<content:encoded><![CDATA[&lt;![CDATA[{ESCAPED}]]&gt;]]></content:encoded>",
}


@pytest.mark.parametrize("content", CARRIED.values(), ids=CARRIED)
def test_a_body_escaped_once_too_often_is_read_as_the_markup_it_was(tmp_path, content):
    path = tmp_path / "feed.xml"
    path.write_text(rss(f"<item><title>Pier</title>{content}</item>"), encoding="utf-8")
    [article] = reading.articles(path)
    assert article.text.translate(STRAIGHT) == TEXT.translate(STRAIGHT)


def test_what_an_article_shows_of_markup_stays_as_its_readers_see_it(tmp_path):
    path = tmp_path / "feed.xml"
    shown = f"<p>A page begins with &lt;p&gt; and says &amp;amp; for an ampersand, R&D too.</p>{BODY}"
    path.write_text(
        rss(f"<item><content:encoded><![CDATA[{shown}]]></content:encoded></item>"), encoding="utf-8"
    )
    [article] = reading.articles(path)
    assert article.text.startswith("A page begins with <p> and says &amp; for an ampersand, R&D too.")


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Town &amp;amp; port", "Town & port"),
        ("&lt;b&gt;Straße&lt;/b&gt; &amp;#8211; gesperrt", "Straße – gesperrt"),
        ("<![CDATA[Le port &laquo;&nbsp;ferm&eacute;&nbsp;&raquo;]]>", "Le port « fermé »"),
        ("Five &lt; six", "Five < six"),
    ],
)
def test_a_title_is_words_whatever_markup_a_feed_wraps_them_in(tmp_path, title, read):
    path = tmp_path / "feed.xml"
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">{title}</title><content type="html">{BODY.replace("<", "&lt;")}</content></entry></feed>"""
    for feed in (atom, rss(f"<item><title>{title}</title><content:encoded>{BODY.replace('<', '&lt;')}</content:encoded></item>")):  # fmt: skip
        path.write_text(feed, encoding="utf-8")
        [article] = reading.articles(path)
        assert article.title == read


CROWDED = {
    "attributes": "<rss><channel><item " + " ".join(f"a{n}='1'" for n in range(60_000)) + "><title>a</title></item></channel></rss>",
    "names of namespaces": "<rss " + " ".join(f"xmlns:a{n}='u{n}'" for n in range(25_000)) + "><channel><item/></channel></rss>",
    "depth": "<rss><channel><item>" + "<a>" * 150_000,
    "references": "<rss><channel><item><title>a</title><description>" + "&" * 1_000_000,
    "elements": "<rss><channel>" + "<item><title>a</title></item>" * 60_000,
}  # fmt: skip


@pytest.mark.parametrize("markup", CROWDED.values(), ids=CROWDED)
def test_a_feed_of_more_parts_than_feeds_have_is_refused_before_it_is_parsed(tmp_path, markup):
    path = tmp_path / "feed.xml"
    path.write_text(markup, encoding="utf-8")
    [refused] = reading.entries(path)
    assert "more" in refused.reason
    assert "than" in refused.reason


@pytest.mark.parametrize(
    "markup",
    ["<rss>" + " " * 500_000, "<rss><channel>" + "<item>" * 5_000, "<rss>" + "<![CDATA[" * 50_000, "<rss><channel><item><title>a</title><description>" + "&lt;p " * 100_000],
    ids=["spaces", "items", "sections", "tags"],
)  # fmt: skip
def test_a_hostile_feed_ends_soon(tmp_path, markup):
    path = tmp_path / "feed.xml"
    path.write_text(markup, encoding="utf-8")
    started = time.process_time()
    assert all(isinstance(entry, NotRead | Entry) for entry in reading.entries(path))
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "[a]: b\n" * 20_000, "_a_ " * 20_000, "<a " * 20_000, "a" + " " * 500_000, "- " * 20_000, "> " * 20_000]
)  # fmt: skip
def test_hostile_markdown_ends_soon(text):
    started = time.process_time()
    with contextlib.suppress(NotAnArticle):
        reading.from_bytes(text.encode(), name="a.md")
    assert time.process_time() - started < 10


# E-mail


def message(body, kind="text/plain; charset=utf-8", *extra, encoding="8bit"):
    head = [
        "Received: from a.example by b.example", "From: Mara Lind <mara@news.example>", "To: desk@news.example",
        "Subject: =?utf-8?q?Hafenpl=C3=A4ne?= divide the town", "Date: Wed, 4 Mar 2026 23:30:00 +0100",
        "MIME-Version: 1.0", f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}", *extra,
    ]  # fmt: skip
    return "\r\n".join(head).encode() + b"\r\n\r\n" + (body if isinstance(body, bytes) else body.encode())


def test_a_message_gives_its_text_subject_sender_and_day():
    article = reading.from_bytes(message(TEXT.replace("\n", "\r\n") + "\r\n-- \r\nMara\r\n"), name="a.eml")
    assert article.text.strip() == TEXT
    assert (article.title, article.author, str(article.published)) == (
        "Hafenpläne divide the town",
        "Mara Lind",
        "2026-03-04",
    )


def test_lines_broken_for_the_journey_are_joined_again():
    flowed = "“We have waited \r\nlong enough,” \r\nsaid the mayor.\r\n\r\n A second paragraph.\r\n"
    article = reading.from_bytes(message(flowed, "text/plain; charset=utf-8; format=flowed"))
    assert article.text.strip() == "“We have waited long enough,” said the mayor.\n\nA second paragraph."


def test_of_two_forms_of_a_message_the_plain_one_is_read_unless_it_says_nothing():
    parts = "--x\r\nContent-Type: text/plain\r\n\r\nSee the HTML part.\r\n--x\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n<p>Мэр сказал: «Нет».</p><p>Потом ушёл.</p>\r\n--x--\r\n"
    article = reading.from_bytes(message(parts.encode("cp1251"), 'multipart/alternative; boundary="x"'))
    assert article.text == "Мэр сказал: «Нет».\n\nПотом ушёл."


NESTED = "MIME-Version: 1.0\r\n" + "".join(
    f'Content-Type: multipart/mixed; boundary="{n}"\r\n\r\n--{n}\r\n' for n in range(400)
)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (message(""), ArticleEmpty),
        (message(b"\x89PNG", 'image/png; name="p.png"'), ArticleEmpty),
        (message("x", 'multipart/mixed; boundary="none"'), NotAnArticle),
        (message(b"Fran\xe7ais", "text/plain; charset=nonsense"), ArticleUnreadable),
        (message("x", "text/plain; " + "a=b; " * 20_000), ArticleUnreadable),
        (message("x", "text/plain", "Subject: " + "=?utf-8?q?a?= " * 20_000), ArticleUnreadable),
        (
            message(b"--x\r\nContent-Type: text/html\r\n\r\na\r\n" * 2_000, 'multipart/mixed; boundary="x"'),
            ArticleUnreadable,
        ),
        (NESTED.encode(), NotAnArticle),
        (message(b"--x\r\n\r\na\r\n" * 20_000, 'multipart/mixed; boundary="x"'), ArticleUnreadable),
    ],
)
def test_a_message_without_an_article_is_told(data, error):
    with pytest.raises(error):
        reading.from_bytes(data, name="a.eml")


# PDF

LINES = [
    "The council of Marrow Bay voted on Tuesday to replace the old pier with a", "new one that would cost £3.5 million and take two years to com-",
    "plete.", "", "“The harbour is our future. The old pier cannot carry the ferry any more,", "and everybody knows it.", "",
    "“That is why we vote today,” he added (twice).",
]  # fmt: skip
PARAGRAPHS = [
    "The council of Marrow Bay voted on Tuesday to replace the old pier with a new one that would cost £3.5 million and take two years to complete.",
    "“The harbour is our future. The old pier cannot carry the ferry any more, and everybody knows it.",
    "“That is why we vote today,” he added (twice).",
]  # fmt: skip


def test_a_pdf_gives_its_paragraphs_title_author_and_day():
    article = reading.from_bytes(pdf([LINES], title="Harbour plan"), name="story.pdf")
    assert article.text.split("\n\n") == PARAGRAPHS
    assert (article.title, article.author, str(article.published)) == (
        "Harbour plan",
        "Mara Lind",
        "2026-03-04",
    )


def test_a_paragraph_goes_on_over_the_page_and_into_the_next_column():
    pages = [
        [(72, 780, "He said that the"), (72, 766, "plan, which was made in"), (300, 780, "the spring and changed"), (300, 766, "twice since, had no")],
        ["end that anybody could see."],
    ]  # fmt: skip
    article = reading.from_bytes(pdf(pages))
    assert article.text == (
        "He said that the plan, which was made in the spring and changed twice since, had no end that anybody could see."
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf([[]]), "without text"),
        (b"%PDF-1.7\nplain looking", "damaged"),
        (pdf([LINES])[:300], "damaged"),
        (pdf([["x"]] * 201), "200 pages"),
        (pdf_of_nested_forms(depth=20, times=10, innermost="He said no."), "draws more"),
        (pdf_of_nested_forms(depth=30, times=1, innermost="He said no."), "draws more"),
        (pdf_of_nested_forms(depth=1, times=10, innermost="He said no. " * 20_000), "draws more"),
    ],
)
def test_a_pdf_without_an_article_is_told(data, said):
    with pytest.raises(NotAnArticle, match=said) as refused:
        reading.from_bytes(data, name="scan.pdf")
    assert "\n" not in str(refused.value)


def test_forms_of_a_pdf_are_read_where_they_are_drawn():
    data = pdf_of_nested_forms(depth=3, times=2, innermost="We wait.", page_text="The mayor said this.")
    assert reading.from_bytes(data).text.split() == ["The", "mayor", "said", "this.", *["We", "wait."] * 8]


def test_a_marker_that_a_plot_draws_ten_thousand_times_costs_a_pdf_nothing():
    data = pdf_of_nested_forms(depth=1, times=10_000, marker="0 0 m 2 2 l S", page_text="The votes fell.")
    assert reading.from_bytes(data).text == "The votes fell."


def test_without_the_extra_a_pdf_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    with pytest.raises(ExtraMissing, match=r"summarizer\[pdf\]"):
        reading.from_bytes(pdf([LINES]))


# What decides


def test_the_bytes_decide_before_the_name_and_the_declared_type():
    assert (
        reading.from_bytes(SAMPLES[0].data, name="story.txt", content_type="text/plain").text
        == SAMPLES[0].text
    )
    assert (
        reading.from_bytes(b"Just words, 5 < 6.", name="page.html", content_type="text/html").text
        == "Just words, 5 < 6."
    )
    assert reading.from_bytes(pdf([LINES]), name="x.html", content_type="text/html").text.startswith(
        "The council"
    )
    assert reading.from_bytes(b"# No heading", name="a.txt").text == "# No heading"


@pytest.mark.parametrize(
    "text",
    [
        "X-rays: the new machine is here\nIt came late.",
        "<3 is what she wrote.",
        "{ a brace }",
        "From: the heart, they say.\nBut no.",
        "date 2024-11-13 Talks\n\nBy Staff",
    ],
)
def test_plain_text_that_only_looks_like_something_else_is_plain_text(text):
    assert reading.from_bytes(text.encode()).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(sample.text, sample.encoding) for sample in SAMPLES if sample.language not in {"en", "en-GB"}]
    + [(SAMPLES[9].text, "koi8-r"), (SAMPLES[12].text, "euc_jp"), (SAMPLES[12].text, "iso2022_jp"), (SAMPLES[0].text, "utf-16-le"), (SAMPLES[6].text, "utf-32")],
)  # fmt: skip
def test_a_text_file_in_any_of_the_webs_encodings_is_read(text, encoding):
    data = text.encode(encoding, "replace")
    assert reading.from_bytes(data).text == data.decode(encoding).removeprefix("\ufeff")
