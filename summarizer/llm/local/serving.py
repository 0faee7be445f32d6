"""Run a model file in this process, as an OpenAI-compatible server on loopback."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import ExtraMissing, ModelFileCorrupt, UsageError
from summarizer.llm.local.files import ensure_intact, identity

CONTEXT = 16_384
"""Tokens of context for each parallel request, unless told otherwise; see `serve`."""
SILENT = -1
"""The verbosity at which llama.cpp's log keeps off stderr, also when a file cannot be loaded."""


@dataclass(frozen=True, slots=True)
class LocalServer:
    """A running server: where it listens, and what it calls its model."""

    base_url: str
    model: str


@contextmanager
def serve(path: Path, *, context: int = CONTEXT, parallel: int = 1, port: int = 0) -> Iterator[LocalServer]:
    """Load the model at `path` and answer on loopback until the block is left.

    Loading takes about five seconds. The server ends with the process, also when it is killed.

    Args:
        path: a GGUF file; one that lies at `model_path()` must be the published one, byte for byte.
        context: tokens each request may use, article and answer together. The embedded model was trained on
            32,768; half of that holds an article of some 8,000 words and its summary, and its key-value cache
            takes 0.47 GB of memory instead of 0.94 GB. A model trained on less is capped there by the engine.
        parallel: how many requests are answered at once. On a CPU more than one gains little.
        port: 0 lets the system choose.

    Raises:
        ExtraMissing: if xllamacpp is not installed.
        ModelFileCorrupt: if the file is no model this engine can load.
        UnknownModel: if there is no file.
        UsageError: if the port cannot be had.
    """
    _ensure_free(port)
    ensure_intact(path)
    engine = _engine()
    name = identity(path)
    parameters = _parameters(engine, path, name)
    parameters.n_ctx, parameters.n_parallel, parameters.port = context * parallel, parallel, port
    try:
        server = engine.Server(parameters)
    except RuntimeError:
        raise ModelFileCorrupt(
            f"{path} is no model xllamacpp can load; it may be cut short, or of a newer kind"
        ) from None
    try:
        yield LocalServer(base_url=f"{server.listening_address}/v1", model=name)
    finally:
        del server


def cores() -> int:
    """How many cores this process may compute on: hyperthreads of one core count once.

    A thread more than there are cores makes llama.cpp slower, not faster: its threads wait for each other at
    every layer.
    """
    if not hasattr(os, "sched_getaffinity"):
        return os.cpu_count() or 1
    siblings = set()
    for number in os.sched_getaffinity(0):
        topology = Path(f"/sys/devices/system/cpu/cpu{number}/topology/thread_siblings_list")
        try:
            siblings.add(topology.read_text())
        except OSError:
            siblings.add(str(number))
    return len(siblings)


def _engine() -> Any:
    try:
        import xllamacpp  # an extra, and slow to load
    except ImportError:
        raise ExtraMissing(extra="local", purpose="running a model on this machine") from None
    return xllamacpp


def _parameters(engine: Any, path: Path, name: str) -> Any:
    parameters = engine.CommonParams()
    parameters.model.path = str(path)
    parameters.model_alias = {name}
    parameters.verbosity = SILENT
    parameters.ui = parameters.endpoint_slots = parameters.endpoint_props = False
    # The slot keeps the prefix that all articles share; caches beyond that only take memory.
    parameters.cache_idle_slots = False
    parameters.cache_ram_mib = 0
    # Between two batches the engine sees that nobody waits any more; whole prompts would take half a minute.
    parameters.n_batch = parameters.n_ubatch
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = cores()
    return parameters


def _ensure_free(port: int) -> None:
    # The engine itself says of a port it cannot have and of a broken file the same.
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError as error:
        raise UsageError(
            f"port {port} cannot be had ({error.strerror}); choose another, or 0 for any"
        ) from None
