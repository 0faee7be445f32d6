import gzip
import os
import ssl
import time
import zlib

import pytest
import trustme
from site_on_loopback import (
    PUBLIC,
    Site,
    broken_off,
    dripping_body,
    dripping_head,
    endless,
    network,
    no_http,
    packed,
    page,
    redirect,
    silent,
    status,
)

from summarizer.errors import AddressRefused, ArticleTooLong, PageUnavailable
from summarizer.reading.fetching import Limits, fetch

QUICK = Limits(seconds=0.6, connect=0.3)
STORY = b"<p>The mayor said no.</p>"


def fetched(answer, **options):
    with Site({"/story": answer}) as site:
        return fetch(f"{site.url}/story", allow_private=True, **options)


def test_a_page_comes_with_its_link_its_bytes_and_its_type():
    with Site({"/story": page(STORY)}) as site:
        found = fetch(f"{site.url}/story?id=1#top", allow_private=True)
    assert found.url == f"{site.url}/story?id=1"
    assert (found.data, found.content_type) == (STORY, "text/html; charset=utf-8")


def test_the_server_is_asked_under_its_own_name_and_told_who_asks():
    with Site({"/story": page(STORY)}) as site:
        given, wanted, _ = network({"news.example": [PUBLIC]}, site)
        fetch("http://news.example:8080/story", network=given)
    [(_, headers)] = site.asked
    assert headers["Host"] == "news.example:8080"
    assert "summarizer/" in headers["user-agent"]
    assert wanted == [(PUBLIC, 8080)]


def test_an_address_of_ipv6_is_named_in_brackets():
    with Site({"/story": page(STORY)}) as site:
        given, wanted, _ = network({}, site)
        fetch("http://[2606:4700:4700::1111]/story", network=given)
    [(_, headers)] = site.asked
    assert headers["Host"] == "[2606:4700:4700::1111]"
    assert wanted == [("2606:4700:4700::1111", 80)]


def test_without_leave_this_machine_is_not_asked():
    with Site({"/story": page(STORY)}) as site, pytest.raises(AddressRefused, match="private"):
        fetch(f"{site.url}/story")
    assert site.asked == []


def test_proxies_and_certificates_in_the_environment_are_not_used(monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("SSL_CERT_FILE", os.devnull)
    assert fetched(page(STORY)).data == STORY


def test_three_redirects_are_followed_and_a_fourth_is_not():
    hops = {f"/{number}": redirect(f"/{number + 1}") for number in range(4)}
    with Site({**hops, "/3": page(STORY)}) as site:
        assert fetch(f"{site.url}/0", allow_private=True).url == f"{site.url}/3"
    with Site({**hops, "/4": page(STORY)}) as site, pytest.raises(PageUnavailable, match="more than 3 times"):
        fetch(f"{site.url}/0", allow_private=True)


def test_a_redirect_to_itself_ends():
    with pytest.raises(PageUnavailable, match="redirects more than 3 times"):
        fetched(redirect("/story"))


@pytest.mark.parametrize("location", ["", None])
def test_a_redirect_to_nowhere_is_told(location):
    with pytest.raises(PageUnavailable, match="without saying where"):
        fetched(lambda handler: handler.send(b"", 302, location=location))


@pytest.mark.parametrize("code", [204, 304, 400, 401, 403, 404, 410, 429, 451, 500, 503])
def test_a_page_that_is_not_there_is_told_with_its_status_and_whether_to_try_again(code):
    with pytest.raises(PageUnavailable, match=f"answers {code}") as failed:
        fetched(status(code))
    assert failed.value.status == code
    assert failed.value.passing == (code in {429, 500, 503})


def test_a_name_that_does_not_exist_and_a_port_where_nobody_listens_are_told():
    with pytest.raises(PageUnavailable, match=r"no host news\.example"):
        fetch("http://news.example/", network=network({})[0])
    with Site({}) as site:
        url = site.url
    with pytest.raises(PageUnavailable, match="cannot be reached"):
        fetch(url, allow_private=True)


@pytest.mark.parametrize("answer", [silent, dripping_head, dripping_body], ids=lambda answer: answer.__name__)
def test_the_deadline_holds_however_the_bytes_are_dripped(answer):
    started = time.monotonic()
    with pytest.raises(PageUnavailable, match=r"within 0\.6 s") as failed:
        fetched(answer, limits=QUICK)
    assert time.monotonic() - started < 3
    assert failed.value.passing


def test_the_deadline_is_one_for_all_redirects_together():
    def slow(handler):
        handler.server.closing.wait(0.3)
        handler.send(b"", 302, location="/story")

    started = time.monotonic()
    with pytest.raises(PageUnavailable, match="within"):
        fetched(slow, limits=QUICK)
    assert time.monotonic() - started < 3


def test_a_name_service_that_does_not_answer_is_waited_for_no_longer():
    given, _, _ = network({})
    with Site({}) as site, pytest.raises(PageUnavailable, match="within"):
        fetch(
            "http://news.example/",
            limits=QUICK,
            network=type(given)(resolve=lambda *_: site.closing.wait(30) and [], backend=given.backend),
        )


def test_a_page_that_says_it_has_5_gigabytes_is_refused_unread():
    with pytest.raises(ArticleTooLong, match="10 MB"):
        fetched(lambda handler: handler.send(b"<p>", content_length=5_000_000_000))


def test_a_page_that_never_ends_is_left_at_the_bound():
    started = time.monotonic()
    with pytest.raises(ArticleTooLong, match="10 MB"):
        fetched(endless)
    assert time.monotonic() - started < 15


def deflated(data):
    return lambda handler: handler.send(zlib.compress(data, 9), content_encoding="deflate")


@pytest.mark.parametrize(
    "answer", [packed(b"a" * 40_000_000, "gzip"), deflated(b"a" * 40_000_000)], ids=["gzip", "deflate"]
)
def test_a_bomb_is_left_at_the_bound_of_what_it_unpacks_to(answer):
    with pytest.raises(ArticleTooLong, match="20 MB unpacked"):
        fetched(answer)


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "gzip, deflate", "compress", "x" * 500])
def test_what_is_packed_in_a_way_nobody_asked_for_is_not_unpacked(coding):
    with pytest.raises(PageUnavailable, match="not asked for") as failed:
        fetched(packed(b"a" * 1000, coding, times=2))
    assert len(str(failed.value)) < 200


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_packed_page_is_unpacked(coding):
    data = gzip.compress(STORY) if coding == "gzip" else zlib.compress(STORY)
    assert fetched(page(data, content_encoding=coding)).data == STORY


@pytest.mark.parametrize(
    "answer",
    [broken_off, no_http, page(b"no gzip", content_encoding="gzip")],
    ids=["broken off", "no HTTP", "no gzip"],
)
def test_an_answer_that_is_none_is_told(answer):
    with pytest.raises(PageUnavailable):
        fetched(answer)


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


def secure(authority, *names):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    return context, trust


def test_a_certificate_is_checked_against_the_name_though_the_address_is_connected_to(authority):
    context, trust = secure(authority, "news.example")
    with Site({"/story": page(STORY)}, tls=context) as site:
        given, wanted, _ = network({"news.example": [PUBLIC], "other.example": [PUBLIC]}, site, trust)
        assert fetch("https://news.example./story", network=given).data == STORY
        with pytest.raises(PageUnavailable, match="certificate that does not hold"):
            fetch("https://other.example/story", network=given)
    assert wanted == [(PUBLIC, 443)] * 2


def test_a_certificate_nobody_vouches_for_is_refused(authority):
    context, _ = secure(authority, "news.example")
    with Site({"/story": page(STORY)}, tls=context) as site:
        given, _, _ = network({"news.example": [PUBLIC]}, site)
        with pytest.raises(PageUnavailable, match="certificate"):
            fetch("https://news.example/story", network=given)
    assert site.asked == []


def test_a_redirect_from_an_encrypted_page_to_a_plain_one_is_refused(authority):
    context, trust = secure(authority, "news.example")
    with Site({"/story": redirect("http://news.example/story")}, tls=context) as site:
        given, wanted, _ = network({"news.example": [PUBLIC]}, site, trust)
        with pytest.raises(AddressRefused, match="not encrypted"):
            fetch("https://news.example/story", network=given)
    assert wanted == [(PUBLIC, 443)]


def test_the_next_address_of_a_name_is_tried_where_the_first_does_not_answer():
    with Site({"/story": page(STORY)}) as site:
        found = fetch(
            f"http://two.example:{site.port}/story",
            allow_private=True,
            network=type(network({})[0])(resolve=lambda *_: ["::1", "127.0.0.1"]),
        )
    assert found.data == STORY


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_packed_page_that_was_cut_short_is_told(coding):
    data = (gzip.compress(STORY) if coding == "gzip" else zlib.compress(STORY))[:-12]
    with pytest.raises(PageUnavailable, match="packed text"):
        fetched(page(data, content_encoding=coding))
