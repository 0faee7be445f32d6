import pytest

from summarizer import reading
from summarizer.article import Article
from summarizer.errors import (
    ArticleBinary,
    ArticleEmpty,
    ArticleNotFound,
    ArticleTooLong,
    ArticleUnreadable,
    NotAnArticle,
)


def test_a_header_line_gives_date_and_title_and_stays_in_the_text():
    article = reading.from_text(" date 2024-11-13 Talks Resume\n\nBy Staff\n")
    assert (str(article.published), article.title) == ("2024-11-13", "Talks Resume")
    assert article.text.startswith(" date 2024-11-13")


def test_a_header_with_an_impossible_date_is_only_text():
    article = reading.from_text(" date 2024-13-45 Talks Resume\n\nBy Staff\n")
    assert (article.published, article.title) == (None, None)


def test_what_offsets_cannot_live_with_is_replaced_one_for_one():
    assert reading.from_text("a\0b\ud800c\r\nd").text == "a\ufffdb\ufffdc\nd"


def test_equal_words_have_equal_ids():
    assert reading.from_text("a\r\nb").id == reading.from_bytes("a\nb".encode("utf-16")).id


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert reading.from_bytes(b"\xef\xbb\xbfNews").text == "News"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", ArticleEmpty),
        (b" \n\t ", ArticleEmpty),
        (bytes(range(256)), ArticleBinary),
        (b"\x01\x02\x03\x04text", ArticleBinary),
        (b"PK\x03\x04 a document of an office", ArticleBinary),
        ("Français".encode("latin-1"), ArticleUnreadable),
        (b"<!DOCTYPE html><p>News", NotAnArticle),
        (b"<?xml version='1.0'?><invoice/>", NotAnArticle),
        (b"a" * (reading.BYTE_LIMIT + 1), ArticleTooLong),
    ],
)
def test_bytes_that_hold_no_article_are_refused(data, error):
    with pytest.raises(error):
        reading.from_bytes(data)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(ArticleNotFound):
        reading.from_path(tmp_path / "none.txt")
    with pytest.raises(ArticleUnreadable):
        reading.from_path(tmp_path)


def test_an_article_cannot_be_built_from_text_that_was_not_mended():
    with pytest.raises(ValueError, match="from_text"):
        Article(text="a\0b")


@pytest.mark.parametrize("field", ["text", "title", "author", "site", "url", "language"])
def test_an_article_built_by_hand_may_hold_no_lone_surrogate(field):
    with pytest.raises(ValueError, match="reading"):
        Article(**{"text": "Words.", field: "a\ud800"})
