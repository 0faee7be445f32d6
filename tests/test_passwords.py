"""A password in the URL of an endpoint or a store is shown nowhere, and a URL that is none is no traceback."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

from urllib.parse import quote

import pytest
from misbehaving_server import MisbehavingServer
from secrets_sought import SENTINEL, assert_nowhere

from summarizer import Summarizer, settings
from summarizer.client import choose_model
from summarizer.errors import StoreAddressWrong, SummarizerError, UsageError
from summarizer.llm import Endpoint
from summarizer.llm.wording import shown
from summarizer.store import Store

WITH_PASSWORD = f"me:{quote(SENTINEL, safe='')}@"
ARTICLE = "The mayor of Porto Claro spoke. “We will rebuild this town,” Ana Ruiz said."


@pytest.mark.parametrize("fault", ["ok", "400", "401", "404", "500", "redirect", "refusal", "short", "words"])
def test_a_password_in_the_base_url_is_in_no_message_log_span_or_store(
    command, tmp_path, monkeypatch, spans, fault
):
    monkeypatch.setenv("SUMMARIZER_RETRY_WAIT", "0")
    (tmp_path / "a.txt").write_text(ARTICLE)
    store = f"sqlite:///{tmp_path}/news.db"
    with MisbehavingServer(fault) as server:
        url = server.url.replace("//", f"//{WITH_PASSWORD}")
        common = ("--base-url", url, "--model", "m", "--store", store, "--log-file", tmp_path / "run.jsonl")
        made = command("summarize", tmp_path / "a.txt", *common)
        batch = command("batch", tmp_path / "a.txt", "-o", tmp_path / "out.jsonl", "--log-text", *common)
        plan = command("plan", "--base-url", url, "--model", "m", "--store", store)
    said = [text for told in (made, batch, plan) for text in (told.out, told.err)]
    assert_nowhere(SENTINEL, *said, spans(), *(path for path in tmp_path.iterdir() if path.is_file()))


def test_no_object_shows_a_password(monkeypatch):
    url = f"http://{WITH_PASSWORD}127.0.0.1:9/v1"
    monkeypatch.setenv("OPENAI_BASE_URL", url)
    monkeypatch.setenv("SUMMARIZER_STORE", f"postgresql://{WITH_PASSWORD}127.0.0.1/news")
    with Summarizer(model="m") as made:
        assert_nowhere(SENTINEL, repr(made), repr(made.choice), repr(settings.load()))
    assert_nowhere(SENTINEL, repr(choose_model("m", base_url=url)), repr(Endpoint("m", url, SENTINEL)))


@pytest.mark.parametrize(
    "url",
    [
        "http://me:SE/NT@127.0.0.1:9/v1", "http://me:SE#NT@127.0.0.1/v1", "http://me:SE?NT@127.0.0.1/v1",
        "http://me:SE@NT@127.0.0.1/v1", "me:SE-NT@127.0.0.1/v1", "http://SE-NT@127.0.0.1/v1",
        "https://127.0.0.1/v1?key=SE-NT",
    ],
)  # fmt: skip
def test_no_part_of_a_password_is_shown_whatever_is_in_it(url):
    assert "SE" not in shown(url)
    assert "NT" not in shown(url)
    assert "127.0.0.1" in shown(url)


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("http://[::1/v1", "http://[::1]:8080/v1"),
        ("http://127.0.0.1:99999/v1", "up to 65535"),
        ("http://127.0.0.1:-1/v1", "up to 65535"),
        ("http://me:secret@127.0.0.1:x/v1", "up to 65535"),
        ("127.0.0.1:1/v1", "http://127.0.0.1:1/v1"),
        ("localhost:8080/v1", "http://localhost:8080/v1"),
        ("me:secret@localhost/v1", "http://localhost/v1"),
        ("ftp://127.0.0.1/v1", "give one such as"),
        ("http://", "give one such as"),
        ("http://127.0.0.1:1/v1 --model", "a space"),
        ("http://127.0.0.1\n/v1", "a control character"),
    ],
)
def test_a_base_url_that_is_none_is_told_what_to_write(command, tmp_path, url, advice):
    (tmp_path / "a.txt").write_text(ARTICLE)
    for words in (("--model", "m"), ()):
        told = command("summarize", tmp_path / "a.txt", "--base-url", url, "--no-store", *words)
        assert told.code == 2
        assert advice in told.err
        assert "secret" not in told.err


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://me:{SENTINEL}@127.0.0.1:1/news",
        f"postgresql://{WITH_PASSWORD}127.0.0.1:1/news",
        f"postgresql://me:x@{SENTINEL}@127.0.0.1:1/news",
        f"postgresql://127.0.0.1:1/news?user=me&password={WITH_PASSWORD[3:-1]}",
        f"postgresql://me:{SENTINEL}@127.0.0.1:port/news",
        f"mysql://me:{SENTINEL}@127.0.0.1/news",
        f"postgresql:me:{SENTINEL}@127.0.0.1",
    ],
)
def test_a_password_in_the_url_of_a_store_is_in_no_message(url):
    with pytest.raises(SummarizerError) as failed:
        Store.open(url)
    assert_nowhere(SENTINEL, str(failed.value), repr(failed.value))


def test_an_at_sign_in_a_password_is_to_be_quoted():
    with pytest.raises(StoreAddressWrong, match="%40"):
        Store.open("postgresql://me:x@y@127.0.0.1:1/news")


def test_where_no_model_is_asked_the_url_is_told_without_its_password():
    with pytest.raises(UsageError) as failed:
        choose_model("none", base_url=f"http://{WITH_PASSWORD}127.0.0.1/v1")
    assert_nowhere(SENTINEL, str(failed.value))
