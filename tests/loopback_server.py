"""An HTTP server on loopback, in a thread of its own, for tests: quick, and free to break the protocol.

A test's server says in `answer` what it does with a request; whatever it can do to a client is an `Exchange`'s.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
import json
import re
import socket
import struct
import threading
from collections.abc import Coroutine
from typing import Any

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
USAGE = {"prompt_tokens": 100, "completion_tokens": 20, "prompt_tokens_details": {"cached_tokens": 60}}


def completion(content: Any, finish: str = "stop", usage: Any = USAGE, **message: Any) -> bytes:
    """The body of an answer of a chat model."""
    told = {"role": "assistant", "content": content, **message}
    choice = {"index": 0, "finish_reason": finish, "message": told}
    return json.dumps({"id": "1", "object": "chat.completion", "choices": [choice], "usage": usage}).encode()


class Exchange:
    """One request, and the means to answer it, well or badly."""

    def __init__(self, connection: "Connection", head: bytes, raw: bytes):
        self.connection, self.server, self.raw = connection, connection.server, raw
        first, *rest = head.decode("latin-1").split("\r\n")
        self.method, self.path, _ = first.split(" ", 2)
        self._rest = rest
        self.headers: dict[str, str] = {}
        self.body: Any = None
        self.sending: dict[str, str] = {}

    def read(self):
        """Take in what the client sent; a server that is measured need not."""
        self.headers = {
            name.lower(): value for name, _, value in (line.partition(": ") for line in self._rest)
        }
        self.body = json.loads(self.raw) if self.raw else None

    def send(self, data: bytes, status: int = 200, kind: str = "application/json", **headers: str):
        self.start(len(data), status, kind, **headers)
        self.write(data)
        self.connection.done()

    def text(self, text: str, status: int = 200, kind: str = "text/html", **headers: str):
        self.send(text.encode(), status, kind, **headers)

    def json(self, body: Any, status: int = 200, **headers: str):
        self.send(json.dumps(body).encode(), status, **headers)

    def start(self, length: int, status: int = 200, kind: str = "application/json", **headers: str):
        """Send the head of an answer of so many bytes."""
        told = {**self.sending, **headers, "content-type": kind, "content-length": str(length)}
        lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in told.items())
        self.write(f"HTTP/1.1 {status} -\r\n{lines}\r\n".encode("latin-1"))

    def write(self, data: bytes):
        if not self.connection.transport.is_closing():
            self.connection.transport.write(data)

    def content(self, content: Any, finish: str = "stop", usage: Any = USAGE, **message: Any):
        """Answer as a chat model does."""
        self.send(completion(content, finish, usage, **message))

    def hang_up(self, announced: int, data: bytes = b'{"choices"'):
        """Announce more bytes than come."""
        self.start(announced)
        self.write(data)
        self.connection.transport.close()

    def reset(self):
        """Break the connection; with a linger time of zero the system sends RST instead of FIN."""
        plug = self.connection.transport.get_extra_info("socket")
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.transport.abort()

    async def drip(self, seconds: float = 0.05):
        """Send a byte now and then, and never come to an end."""
        self.start(1_000_000)
        while not self.connection.transport.is_closing():
            self.write(b" ")
            await asyncio.sleep(seconds)


class Connection(asyncio.Protocol):
    """A client's connection, kept open from one request to the next."""

    transport: asyncio.Transport

    def __init__(self, server: "LoopbackServer"):
        self.server, self.buffer, self.busy = server, b"", False

    def connection_made(self, transport):
        self.transport = transport
        self.server.connections.add(self)

    def connection_lost(self, exc):
        del exc
        self.server.connections.discard(self)
        if self.busy:
            self.done()

    def data_received(self, data):
        self.buffer += data
        head, found, rest = self.buffer.partition(b"\r\n\r\n")
        told = LENGTH.search(head)
        length = int(told[1]) if told else 0
        if found and len(rest) >= length:
            self.buffer, self.busy = rest[length:], True
            self.server.receive(self.server.exchange(self, head, rest[:length]))

    def done(self):
        """An answer is whole, or its client has left."""
        if self.busy:
            self.busy = False
            self.server.under_way -= 1


class LoopbackServer:
    """Listens on a port of its own from the start; answers inside `with`.

    `requests` and `headers` keep what reached it by POST, unless told not to `keep`; `count` counts it.
    """

    exchange: type[Exchange] = Exchange

    def __init__(self, *, port: int = 0, keep: bool = True):
        self.socket = socket.create_server(("127.0.0.1", port), backlog=1024)
        self.port = self.socket.getsockname()[1]
        self.keep = keep
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.count = self.under_way = 0
        self.asked = threading.Event()
        self.connections: set[Connection] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def answer(self, exchange: Any) -> Coroutine[Any, Any, None] | None:
        """What is done with a POST; a coroutine may take its time."""
        raise NotImplementedError

    def get(self, exchange: Exchange):
        """What is done with a GET."""
        exchange.json({"error": "not found"}, 404)

    def receive(self, exchange: Exchange):
        self.under_way += 1
        if exchange.method == "GET":
            exchange.read()
            self.get(exchange)
            return
        self.count += 1
        exchange.sending["x_request_id"] = f"req-{self.count}"
        if self.keep:
            exchange.read()
            self.requests.append(exchange.body)
            self.headers.append(exchange.headers)
        self.asked.set()
        self.go(self.answer(exchange))

    def go(self, coming: Coroutine[Any, Any, None] | None):
        if coming is not None:
            task = self._loop.create_task(coming)
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def serve_forever(self):
        self._loop.run_until_complete(self._loop.create_server(lambda: Connection(self), sock=self.socket))
        self._loop.run_forever()

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_: object):
        asyncio.run_coroutine_threadsafe(self._leave(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
        self.socket.close()

    async def _leave(self):
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for connection in list(self.connections):
            connection.transport.abort()
