"""Serving, as far as it goes without the engine, which CI does not have."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import socket
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from summarizer import Summarizer
from summarizer.errors import ExtraMissing, ModelFileCorrupt, UnknownModel, UsageError
from summarizer.local_model import CONTEXT, identity, serve
from summarizer.local_model.serving import cores


class Engine:
    """Stands in for xllamacpp: keeps what it was asked for, and fails if told so."""

    def __init__(self, *, loads=True):
        self.loads = loads

    def CommonParams(self):  # noqa: N802 - xllamacpp's name
        return SimpleNamespace(
            model=SimpleNamespace(), cpuparams=SimpleNamespace(), cpuparams_batch=SimpleNamespace()
        )

    def Server(self, parameters):  # noqa: N802 - xllamacpp's name
        if not self.loads:
            raise RuntimeError("Failed to init server, please check the input params.")
        self.asked = parameters
        return SimpleNamespace(listening_address="http://127.0.0.1:4321")


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
