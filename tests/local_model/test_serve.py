"""Serving, as far as it goes without the engine, which CI does not have."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import os
import signal
import socket
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from misbehaving_server import MisbehavingServer

from summarizer import Summarizer
from summarizer.errors import ExtraMissing, ModelFileCorrupt, UnknownModel, UsageError
from summarizer.llm.local import CONTEXT, identity, serve
from summarizer.llm.local.serving import cores


class Engine:
    """Stands in for xllamacpp: keeps what it was asked for, and fails if told so."""

    def __init__(self, *, loads=True, address="http://127.0.0.1:4321"):
        self.loads, self.address = loads, address
        self.waited_for = None

    def CommonParams(self):  # noqa: N802 - xllamacpp's name
        return SimpleNamespace(
            model=SimpleNamespace(),
            cpuparams=SimpleNamespace(),
            cpuparams_batch=SimpleNamespace(),
            n_batch=2048,
            n_ubatch=512,
        )

    def Server(self, parameters):  # noqa: N802 - xllamacpp's name
        if not self.loads:
            raise RuntimeError("Failed to init server, please check the input params.")
        self.asked = parameters
        return Served(self)


class Served:
    """Notes, as it is unloaded, who still waits for an answer: the real one never ends then."""

    def __init__(self, engine):
        self._engine, self.listening_address = engine, engine.address

    def __del__(self):
        self._engine.waited_for = connections_to(int(self.listening_address.rpartition(":")[2]))


def connections_to(port):
    """How many open connections of this machine lead to a port."""
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(there.endswith(f":{port:04X}") and state == "01" for _, _, there, state, *_ in lines)


@pytest.fixture
def interruptible():
    """Let SIGINT interrupt, also where the tests run in a shell's background and it would be ignored."""
    kept = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, kept)


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.gguf"
    path.write_bytes(b"GGUF")
    return path


def test_a_server_says_where_it_is_and_what_it_runs(own, monkeypatch):
    engine = Engine()
    monkeypatch.setitem(sys.modules, "xllamacpp", engine)
    with serve(own, context=2048, parallel=3) as server:
        assert server.base_url == "http://127.0.0.1:4321/v1"
        assert server.model == identity(own)
    assert engine.asked.model_alias == {server.model}
    assert engine.asked.n_ctx == 3 * 2048
    assert engine.asked.verbosity < 0


@pytest.mark.parametrize(("wanted", "given"), [(None, CONTEXT), (2048, 2048)])
def test_a_model_that_runs_here_is_given_the_context_that_is_asked_for(own, monkeypatch, wanted, given):
    engine = Engine()
    monkeypatch.setitem(sys.modules, "xllamacpp", engine)
    with Summarizer(model=str(own), context=wanted) as made:
        assert made.open().context == given
    assert engine.asked.n_ctx == given


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_gives_the_question_up_before_the_model_is_unloaded(own, monkeypatch):
    with MisbehavingServer("drip") as server:

        def interrupt():
            assert server.asked.wait(60)
            assert connections_to(server.port) == 1
            os.kill(os.getpid(), signal.SIGINT)

        engine = Engine(address=server.url.removesuffix("/v1"))
        monkeypatch.setitem(sys.modules, "xllamacpp", engine)
        threading.Thread(target=interrupt).start()
        with pytest.raises(KeyboardInterrupt), Summarizer(model=str(own)) as made:
            made.summarize("Ana Ruiz asked for calm.")
        assert engine.waited_for == 0


def test_a_file_the_engine_cannot_load_is_corrupt(own, monkeypatch):
    monkeypatch.setitem(sys.modules, "xllamacpp", Engine(loads=False))
    with pytest.raises(ModelFileCorrupt, match=r"own\.gguf"), serve(own):
        pass


def test_without_the_engine_the_extra_is_named(own, monkeypatch):
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(ExtraMissing, match=r"summarizer\[local\]"), serve(own):
        pass


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(UnknownModel, match="absent"), serve(tmp_path / "absent.gguf"):
        pass


def test_a_port_that_is_taken_is_named(own):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=str(port)), serve(own, port=port):
            pass


def test_there_is_at_least_one_core_and_never_more_than_the_system_has():
    assert 1 <= cores() <= len(list(Path("/sys/devices/system/cpu").glob("cpu[0-9]*")) or [0] * 1024)
