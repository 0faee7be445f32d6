"""Each fault of the table, through each way of asking: what reaches the server, what is said, what is kept."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json
import shutil
from dataclasses import dataclass, field

import pytest
from fault_table import ROWS
from misbehaving_server import MisbehavingServer
from secrets_sought import SENTINEL, assert_nowhere
from sqlalchemy import create_engine, select
from sqlalchemy.pool import NullPool

from summarizer import Failed, Summarizer, errors
from summarizer.errors import SummarizerError
from summarizer.store import Store
from summarizer.store.schema import attempts, summaries

BATCHES = {"batch", "library_batch"}
TEXT = "The mayor of Porto Claro spoke on day {}. “We will rebuild this town,” Ana Ruiz said."


@dataclass
class Ended:
    """How a run ended: its exit code, all it said, the warnings of its summaries."""

    code: int
    said: str = ""
    warnings: list[str] = field(default_factory=list)


@dataclass
class Place:
    """Where runs leave something: files, a store, a log."""

    folder: object
    store: str

    def attempts(self):
        with create_engine(self.store, poolclass=NullPool).connect() as connection:
            wanted = select(attempts.c.status, attempts.c.fault, attempts.c.retriable, attempts.c.sends)
            return [tuple(row) for row in connection.execute(wanted.order_by(attempts.c.key))]

    def summaries(self):
        with create_engine(self.store, poolclass=NullPool).connect() as connection:
            return len(connection.execute(select(summaries.c.key)).all())


class Command:
    """`summarizer summarize`."""

    def __init__(self, command):
        self._command = command

    def __call__(self, place, paths, url):
        told = self._command(
            "summarize", *paths, "--format", "jsonl", "--base-url", url, "--model", "m",
            "--store", place.store, "--log-file", place.folder / "run.jsonl",
        )  # fmt: skip
        warnings = [
            warning["code"] for line in told.out.splitlines() for warning in json.loads(line)["warnings"]
        ]
        return Ended(told.code, told.out + told.err, warnings)


class Library:
    """`Summarizer.summarize`, of one article after another, until an error says to stop."""

    def __call__(self, place, paths, url):
        ended = Ended(0)
        with Summarizer(model="m", base_url=url, store=place.store) as made:
            for path in paths:
                try:
                    summary = made.summarize(path)
                except SummarizerError as error:
                    stop = error.stops_the_run or len(paths) == 1
                    ended = Ended(error.exit_code if stop else 1, f"{ended.said}{error}{error!r}")
                    if error.stops_the_run:
                        break
                else:
                    ended.warnings += [warning.code for warning in summary.warnings]
        return ended


class BatchCommand:
    """`summarizer batch`, one request at a time; an article that fails makes its exit code 1."""

    def __init__(self, command):
        self._command = command

    def __call__(self, place, paths, url):
        out = place.folder / "out.jsonl"
        told = self._command(
            "batch", *paths, "-o", out, "--base-url", url, "--model", "m", "--concurrency", 1, "--retry-failed",
            "--store", place.store, "--log-file", place.folder / "run.jsonl",
        )  # fmt: skip
        written = [json.loads(line)["summary"] for line in out.read_text().splitlines()]
        warnings = [warning["code"] for summary in written for warning in summary["warnings"]]
        return Ended(told.code, told.out + told.err, warnings)


class BatchLibrary:
    """`Summarizer.batch`, one request at a time; what would be its exit code."""

    def __call__(self, place, paths, url):
        ended = Ended(0)
        with Summarizer(model="m", base_url=url, store=place.store) as made:
            try:
                for one in made.batch(paths, concurrency=1, retry_failed=True):
                    if isinstance(one, Failed):
                        ended = Ended(1, f"{ended.said}{one.error}{one.error!r}")
                    else:
                        ended.warnings += [warning.code for warning in one.summary.warnings]
            except SummarizerError as error:
                ended = Ended(error.exit_code, f"{ended.said}{error}{error!r}")
        return ended


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory):
    """An SQLite file with all tables: to copy it is quicker than to make one for each row."""
    path = tmp_path_factory.mktemp("store") / "empty.db"
    Store.open(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def summarize(command, tmp_path, empty_store):
    shutil.copy(empty_store, tmp_path / "news.db")
    return Command(command), Place(tmp_path, f"sqlite:///{tmp_path}/news.db")


@pytest.fixture
def library(tmp_path, request):
    return Library(), Place(tmp_path, request.getfixturevalue("postgresql_url"))


@pytest.fixture
def batch(command, tmp_path, empty_store):
    shutil.copy(empty_store, tmp_path / "news.db")
    return BatchCommand(command), Place(tmp_path, f"sqlite:///{tmp_path}/news.db")


@pytest.fixture
def library_batch(tmp_path, request):
    return BatchLibrary(), Place(tmp_path, request.getfixturevalue("postgresql_url"))


@pytest.mark.parametrize("asked_by", ["summarize", "library", "batch", "library_batch"])
@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_fault_is_met_as_the_table_says(row, asked_by, request, monkeypatch, tmp_path, spans):
    run, place = request.getfixturevalue(asked_by)
    monkeypatch.setenv("OPENAI_API_KEY", SENTINEL)
    monkeypatch.setenv("SUMMARIZER_RETRY_WAIT", "0")
    if row.timeout is not None:
        monkeypatch.setenv("SUMMARIZER_TIMEOUT", str(row.timeout))
    paths = [tmp_path / f"{number}.txt" for number in range(row.articles)]
    for number, path in enumerate(paths):
        path.write_bytes(TEXT.format(number).encode() if row.text is None else row.text)

    with MisbehavingServer(*row.script.split()) as server:
        ended = run(place, paths, row.url or server.url)
    code = 1 if asked_by in BATCHES and row.action == "F" else row.code
    most = row.requests + (row.besides if asked_by in BATCHES else 0)
    assert ended.code == code, ended.said
    assert row.requests <= server.count <= most, ended.said
    assert row.warning is None or row.warning in ended.warnings
    _assert_kept(row, place, asked_by)
    assert_nowhere(SENTINEL, ended.said, spans(), *tmp_path.iterdir())

    monkeypatch.delenv("SUMMARIZER_TIMEOUT", raising=False)
    if row.code != 65:
        with MisbehavingServer("ok") as well:
            assert run(place, paths, well.url).code == 0
        assert place.summaries() == row.articles


def _assert_kept(row, place, asked_by):
    """A good answer is stored, a failed one leaves its reason, and nothing else leaves anything."""
    kept = place.attempts()
    if row.code == 65:
        assert kept == []
    elif row.error is None:
        assert kept == [("done", None, None, row.requests)]
        assert place.summaries() == 1
    else:
        # What a batch has in hand besides when it stops is given back.
        told = kept[-1:] if asked_by not in BATCHES else kept
        others = {"failed"} if asked_by not in BATCHES else {"failed", "stopped"}
        assert {status for status, *_ in kept[:-1]} <= others
        status = "stopped" if getattr(errors, row.error).stops_the_run else "failed"
        assert (status, row.error, row.retriable) in [one[:3] for one in told]
        assert len(kept) <= row.articles
        assert place.summaries() == 0
