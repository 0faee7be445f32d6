import io
import json

import pytest
from markdown_it import MarkdownIt
from rich.console import Console

from summarizer import render
from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import ReferenceDraft
from summarizer.pipeline import ground_draft

HOSTILE = "\x1b[31mred\x1b[0m \u202eevil\u202c [bold]x[/] :smile: <script>alert(1)</script> [a](javascript:b) \U000e0041"


def summarised(
    text="Ana Ruiz spoke. “We will rebuild this town,” Ana Ruiz said. At least 40 homes burned.", **fields
):
    draft = {
        "quotes": [{"quote": "q1", "speaker": "Ana Ruiz"}],
        "figures": [{"figure": "f1", "measures": "homes", "claimed_by": None}],
        "parties": [{"name": "Ana Ruiz", "kind": "person", "description": "mayor", "aliases": []}],
        "positions": [
            {
                "evidence": ["s2"],
                "party": "Ana Ruiz",
                "stance": "offers",
                "statement": "The town will be rebuilt.",
            }
        ],
        "unmarked_quotes": [{"text": "We will never rebuild", "speaker": "Ana Ruiz"}],
        "abstract": "A town burned.",
        "headline": "A town burned",
    }
    article = Article(text=text)
    return ground_draft(mark(article), ReferenceDraft.model_validate(draft | fields)), article


def pretty(summary, article, **options):
    file = io.StringIO()
    console = Console(file=file, width=80, markup=False, highlight=False, emoji=False, **options)
    render.print_pretty(summary, article, console)
    return file.getvalue()


def test_everything_a_reader_asks_for_is_on_the_terminal():
    text = pretty(*summarised())
    for words in (
        "A town burned",
        "p1   Ana Ruiz, person — mayor",
        "o1   Ana Ruiz offers",
        "     The town will be rebuilt. s2",
        "q1   “We will rebuild this town” s2",
        "f1   at least 40 homes s3",
        "English (detected)",
        "Rejected: 1",
        "We will never rebuild",
        "Coverage: 1 of 1 quotations",
        "sentence s1 not reported: Ana Ruiz spoke.",
    ):
        assert words in text


def framed():
    return summarised(
        text=f"The heinous {HOSTILE} thugs ran. “We will rebuild this town,” Ana Ruiz said. 40 homes. The “Israeli” premier ran."
    )


def test_loaded_wording_of_the_article_is_listed_with_its_sentences():
    for text in (pretty(*framed()), render.as_markdown(*framed())):
        assert "Loaded wording of the article's own" in text
        assert "thugs, dehumanising; neutral: fighters, members" in text
        assert "“Israeli”, scare quoted name; neutral: Israeli" in text


def test_without_loaded_wording_there_is_no_section_for_it():
    assert "Loaded wording" not in pretty(*summarised()) + render.as_markdown(*summarised())


def test_words_that_the_article_narrates_are_not_dressed_up_as_a_quote():
    narrated = {"unmarked_quotes": [{"text": "At least 40 homes burned", "speaker": "Ana Ruiz"}]}
    for text in (pretty(*summarised(**narrated)), render.as_markdown(*summarised(**narrated))):
        assert "ot in quotation marks: At least 40 homes burned" in text
        assert "“At least 40 homes burned" not in text


def test_a_rejected_quote_shows_how_it_differs():
    text = pretty(*summarised())
    assert "[-never-]" in text


@pytest.mark.parametrize("place", ["article", "model"])
def test_nothing_that_a_terminal_obeys_comes_through(place):
    if place == "article":
        shown = pretty(
            *summarised(text=f"{HOSTILE} “We will rebuild this town {HOSTILE},” Ana Ruiz said. 40 homes.")
        )
    else:
        shown = pretty(*summarised(abstract=HOSTILE, headline=HOSTILE))
    assert not set(shown) & {"\x1b", "\u202e", "\u202c", "\U000e0041"}
    assert "[bold]x[/] :smile:" in shown


def test_without_colour_there_is_none():
    assert "\x1b" in pretty(*summarised(), force_terminal=True, color_system="standard", no_color=False)
    plain = pretty(*summarised(), force_terminal=True, no_color=True)
    assert "\x1b[3" not in plain


def test_no_line_ends_in_blanks_or_leaves_the_width():
    for line in pretty(
        *summarised(text="Word " * 200 + "“We will rebuild this town,” Ana Ruiz said. 40 homes.")
    ).splitlines():
        assert line == line.rstrip()
        assert len(line) <= 80


def test_markdown_shows_hostile_words_as_words():
    tokens = MarkdownIt("commonmark").parse(render.as_markdown(*summarised(abstract=HOSTILE)))
    inner = [child for token in tokens for child in token.children or []]
    assert {token.type for token in [*tokens, *inner]}.isdisjoint(
        {"html_block", "html_inline", "link_open", "image"}
    )
    assert any("<script>alert(1)</script> [a](javascript:b)" in token.content for token in inner)


def test_markdown_holds_each_kind_of_item():
    text = render.as_markdown(*summarised())
    for words in (
        "# A town burned",
        "- **Ana Ruiz**, person — mayor",
        "- **Ana Ruiz offers**  \n  The town will be rebuilt. (s2)\n\n  > “We will rebuild this town” (s2)",
        "- at least 40 homes (s3)",
        "## Rejected",
    ):
        assert words in text


def test_json_and_json_lines_hold_the_same():
    summary, _ = summarised()
    line = render.as_jsonl(summary)
    assert line.count("\n") == 1
    assert json.loads(line) == json.loads(render.as_json(summary))


def test_an_article_without_a_title_is_shown_with_the_headline_of_its_text():
    made = summarised(
        "Fire leaves Porto Claro in ashes\n\n"
        "“We will rebuild this town,” Ana Ruiz said. At least 40 homes burned."
    )
    for shown in (pretty(*made), render.as_markdown(*made)):
        assert "Fire leaves Porto Claro in ashes" in shown.partition("A town burned.")[0]
