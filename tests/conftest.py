"""Fixtures for tests that replay a model's recorded answers."""

import os
from contextlib import contextmanager, nullcontext
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
import vcr
from command import Command
from gold.endpoint import serving
from hypothesis import settings

ROOT = Path(__file__).parent.parent
CASSETTES = ROOT / "cassettes"
CAIRO = ROOT / "tests/articles/cairo-talks.txt"
MODEL = "qwen2.5-coder-1.5b-instruct-q4_k_m"
NOWHERE = "http://127.0.0.1:9/v1"
pytest_plugins = ["batch_fixtures", "export_fixtures", "report_fixtures", "spans_fixture", "store_fixtures"]


# The same examples each time: a failure that another machine cannot repeat helps nobody. Look for new ones with
# HYPOTHESIS_PROFILE=explore.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


def pytest_addoption(parser):
    parser.addoption("--record", action="store_true", help="record cassettes anew from the embedded model")
    parser.addoption(
        "--record-able",
        metavar="FOLDER",
        help="record those of the able model anew, from its answers in a folder",
    )
    parser.addoption("--golden", action="store_true", help="write the golden files of exports anew")


def pytest_configure(config):
    config.addinivalue_line("markers", "cassette: replays recorded answers of the embedded model")


@pytest.fixture(autouse=True)
def _no_surroundings(monkeypatch, tmp_path_factory):
    """No key, setting or terminal of the machine that runs the tests reaches them."""
    for name in list(os.environ):
        if name.startswith(("OPENAI_", "SUMMARIZER_")) or name in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(scope="session")
def recorder(request):
    """The embedded model's server while recording; None while replaying."""
    if not request.config.getoption("--record"):
        yield None
        return
    from summarizer.llm import local

    path = local.find()
    assert path is not None, "fetch the model first: summarizer models pull"
    with local.serve(path) as server:
        yield server


@pytest.fixture
def endpoint(request, recorder):
    """Base URL of the embedded model, as recorded in the cassette that is named after the test."""
    with taped(request, request.node.name, recorder and recorder.base_url) as url:
        yield url


@pytest.fixture
def able_endpoint(request):
    """Base URL of a large hosted model, as recorded in November 2026 in the cassette named after the test."""
    with answering(request, request.node.name) as url:
        yield url


@contextmanager
def answering(request, name):
    """The base URL of the large hosted model, as recorded in the cassette of that name of a test's module."""
    answers = request.config.getoption("--record-able")
    with serving(Path(answers)) if answers else nullcontext() as url, taped(request, name, url) as asked:
        yield asked


@contextmanager
def taped(request, name, url):
    """The base URL that a test asks: of the server at `url`, which is recorded; without one of what is recorded."""
    path = CASSETTES / request.module.__name__ / f"{name}.yaml"
    if url is not None:
        path.unlink(missing_ok=True)
    tape = vcr.VCR(
        record_mode="once" if url is not None else "none",
        match_on=["method", "path", "query", "body"],
        filter_headers=["authorization", "cookie", "user-agent"],
        before_record_request=_without_host,
        before_record_response=_without_cookies,
        decode_compressed_response=True,
    )
    with tape.use_cassette(str(path)) as cassette:
        yield NOWHERE if url is None else url
        if url is None:
            assert cassette.all_played, "the cassette holds answers that nothing asks for; record it anew"


def _without_host(request):
    """The port differs each time, and a cassette should not know a machine."""
    request.uri = urlunsplit(urlsplit(request.uri)._replace(netloc="model"))
    for name in [name for name in request.headers if name.lower() == "host" or name.lower().startswith("x-")]:
        del request.headers[name]
    return request


def _without_cookies(response):
    for name in [name for name in response["headers"] if name.lower() == "set-cookie"]:
        del response["headers"][name]
    return response


@pytest.fixture
def command(monkeypatch, capsys):
    """`command("mark", path)` runs the command line and returns its exit code and what it printed."""
    return Command(monkeypatch, capsys)
