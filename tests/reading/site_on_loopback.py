"""A web site on loopback that misbehaves on command, and a network that takes public addresses there.

`with Site({"/story": page("<p>…")}) as site: fetch(site.url + "/story", allow_private=True)`
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpcore2

from summarizer.reading.fetching import Network

PUBLIC = "93.184.215.14"
"""An address that is public; nothing in these tests connects to it."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "Site"

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers.items())))
        answer = self.server.pages.get(self.path.partition("?")[0], status(404))
        try:
            answer(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the reader has had enough

    def log_message(self, *_):
        pass

    def send(self, data, code=200, **headers):
        self.send_response(code)
        for name, value in {"content_length": len(data), "connection": "close", **headers}.items():
            if value is not None:
                self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(data)

    def drip(self, piece):
        """Send the same piece again and again, until the reader or the site goes away."""
        while not self.server.closing.wait(0.05):
            self.wfile.write(piece)


class Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, pages, tls=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages, self.asked, self.closing = pages, [], threading.Event()
        self.port = self.server_address[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)

    def handle_error(self, *_):
        pass  # a client that breaks off in the handshake is what some tests are about

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.closing.set()
        self.shutdown()
        self.server_close()


class Rerouted(httpcore2.SyncBackend):
    """Writes down where connections are wanted, and takes those to the public address to a site on loopback."""

    def __init__(self, site=None):
        self.site, self.wanted = site, []

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        self.wanted.append((host, port))
        assert self.site is not None, f"a connection to {host}:{port} was attempted"
        return super().connect_tcp("127.0.0.1", self.site.port, timeout, local_address, socket_options)


def network(answers, site=None, certificates=None):
    """A network whose name service knows `answers` alone, and counts the questions."""
    questions = []

    def resolve(host, port):
        del port
        questions.append(host)
        if host not in answers:
            raise OSError("Name or service not known")
        found = answers[host]
        return found.pop(0) if found and isinstance(found[0], list) else found

    backend = Rerouted(site)
    return Network(resolve=resolve, backend=backend, certificates=certificates), backend.wanted, questions


def page(html, kind="text/html; charset=utf-8", **headers):
    data = html if isinstance(html, bytes) else html.encode()
    return lambda handler: handler.send(data, content_type=kind, **headers)


def status(code):
    return lambda handler: handler.send(b"<p>Sorry.</p>", code)


def redirect(location, code=302):
    return lambda handler: handler.send(b"", code, location=location)


def packed(data, coding, times=1):
    def answer(handler):
        body = data
        for _ in range(times):
            body = gzip.compress(body, 9)
        handler.send(body, content_type="text/html", content_encoding=coding)

    return answer


def dripping_body(handler):
    handler.send(b"<p>", content_length=None, content_type="text/html")
    handler.drip(b"w")


def dripping_head(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nx-a: ")
    handler.drip(b"a")


def endless(handler):
    handler.send(b"<p>", content_length=None, content_type="text/html")
    while True:
        handler.wfile.write(b"word " * 20_000)


def silent(handler):
    handler.server.closing.wait(30)


def broken_off(handler):
    handler.send(b"<p>half", content_length=5_000)
    handler.connection.close()


def no_http(handler):
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")
    handler.close_connection = True
