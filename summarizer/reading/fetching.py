"""Fetch a page: bounded in time and size, and only from addresses that were checked."""

import queue
import ssl
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpcore2
import httpx2

from summarizer._version import __version__
from summarizer.errors import AddressRefused, ArticleTooLong, PageUnavailable
from summarizer.reading import addresses
from summarizer.reading.addresses import Resolve, Target

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CODINGS = frozenset({"", "identity", "gzip", "deflate"})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_GREETING = [
    ("user-agent", f"Mozilla/5.0 (compatible; summarizer/{__version__})"),
    ("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
    ("accept-encoding", "gzip, deflate"),
    ("connection", "close"),
]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may cost: bytes sent and unpacked, seconds for all, redirects, seconds to connect."""

    sent: int = 10_000_000
    unpacked: int = 20_000_000
    seconds: float = 20.0
    redirects: int = 3
    connect: float = 5.0


@dataclass(frozen=True, slots=True)
class Network:
    """What a fetch stands on: the name service, sockets, and the certificates that are trusted."""

    resolve: Resolve = addresses.of_name
    backend: httpcore2.NetworkBackend = field(default_factory=httpcore2.SyncBackend)
    certificates: ssl.SSLContext | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What came from a link: `url` is where it was found in the end."""

    url: str
    data: bytes
    content_type: str | None


def fetch(
    url: str, *, allow_private: bool = False, limits: Limits | None = None, network: Network | None = None
) -> Page:
    """Get the page at `url`, following redirects, each of them checked like the first link.

    Environment variables that name proxies or certificates are not read.

    Args:
        url: http or https.
        allow_private: also from private networks and this machine; not from where clouds keep keys.
        limits: what it may cost.
        network: what to fetch with.

    Raises:
        AddressRefused: if the link, or one it redirects to, leads where nothing is fetched from.
        PageUnavailable: if no page comes.
        ArticleTooLong: if it has more bytes than `limits` allow.
    """
    limits, network = limits or Limits(), network or Network()
    deadline = _Deadline(limits.seconds)
    guard = _Guard(network, deadline, allow_private=allow_private, connect=limits.connect)
    place = addresses.target(url, allow_private=allow_private)
    with httpcore2.ConnectionPool(
        ssl_context=network.certificates or _certificates(), network_backend=guard
    ) as pool:
        for _ in range(limits.redirects + 1):
            found = _ask(pool, place, limits, deadline)
            if isinstance(found, Page):
                return found
            place = _next(place, found, allow_private=allow_private)
    raise PageUnavailable(url, f"redirects more than {limits.redirects} times")


class _Deadline:
    """A moment by the monotonic clock; each wait gets what is left until then."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds until then.

        Raises:
            httpcore2.ReadTimeout: if it has passed.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout
        return left


class _Guard(httpcore2.NetworkBackend):
    """The one place where connections are made: to addresses that were checked, in their order."""

    def __init__(self, network: Network, deadline: _Deadline, *, allow_private: bool, connect: float) -> None:
        self._network, self._deadline = network, deadline
        self._allow_private, self._connect = allow_private, connect

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        del timeout, local_address
        found = addresses.resolved(host, port, allow_private=self._allow_private, resolve=self._resolve)
        problem: Exception | None = None
        for address in found:
            try:
                stream = self._network.backend.connect_tcp(
                    str(address),
                    port,
                    timeout=min(self._connect, self._deadline.left()),
                    socket_options=socket_options,
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                problem = error
            else:
                return _Stream(stream, self._deadline)
        raise problem or httpcore2.ConnectError(f"{host} has no address")

    def _resolve(self, host: str, port: int) -> Sequence[str]:
        """Ask the name service, in a thread: it knows no deadline of its own."""
        answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self._network.resolve(host, port))
            except (OSError, UnicodeError) as error:  # UnicodeError: a label longer than 63 characters
                answers.put(error)

        threading.Thread(target=ask, daemon=True).start()
        try:
            answer = answers.get(timeout=self._deadline.left())
        except queue.Empty:
            raise httpcore2.ConnectTimeout from None
        if isinstance(answer, Exception):
            raise httpcore2.ConnectError(f"there is no host {host}") from answer
        return answer


class _Stream(httpcore2.NetworkStream):
    """A connection whose every wait ends with the deadline: dripped bytes do not prolong it."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: _Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        del timeout
        return self._inner.read(max_bytes, timeout=self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        self._inner.write(buffer, timeout=self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        del timeout
        return _Stream(
            self._inner.start_tls(ssl_context, server_hostname, timeout=self._deadline.left()), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _ask(pool: httpcore2.ConnectionPool, place: Target, limits: Limits, deadline: _Deadline) -> Page | str:
    """The page at a place, or where it redirects to."""
    source = str(place.url)
    request = httpcore2.URL(
        scheme=place.url.raw_scheme, host=place.host, port=place.port, target=place.url.raw_path
    )
    try:
        with pool.stream("GET", request, headers=[("Host", place.url.netloc), *_GREETING]) as raw:
            response = httpx2.Response(raw.status, headers=raw.headers, content=_counted(raw, source, limits))
            if raw.status in _REDIRECTS:
                return response.headers.get("location", "")
            _check(response, source, limits)
            data = _unpacked(response, source, limits, deadline)
            return Page(source, data, response.headers.get("content-type"))
    except AddressRefused as error:
        raise AddressRefused(source, error.problem) from error
    except httpcore2.TimeoutException as error:
        raise PageUnavailable(
            source, f"did not answer within {deadline.seconds:g} s", passing=True
        ) from error
    except httpcore2.NetworkError as error:
        raise _not_reached(source, error) from error
    except (httpcore2.ProtocolError, httpx2.DecodingError) as error:
        raise PageUnavailable(source, f"sends what is no proper answer: {error}") from error


def _not_reached(source: str, error: httpcore2.NetworkError) -> PageUnavailable:
    cause = error.__cause__ or error.__context__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return PageUnavailable(source, f"shows a certificate that does not hold: {cause.verify_message}")
    reason = str(error) or type(error).__name__
    return PageUnavailable(source, f"cannot be reached: {reason}", passing=True)


def _check(response: httpx2.Response, source: str, limits: Limits) -> None:
    """Refuse by its head what need not be read.

    Raises:
        PageUnavailable: if it is no page, or packed in a way nobody asked for.
        ArticleTooLong: if it says that it is longer than it may be.
    """
    status = response.status_code
    if status != httpx2.codes.OK:
        words = response.reason_phrase or "no page"
        raise PageUnavailable(source, f"answers {status} {words}", status=status, passing=status in _PASSING)
    # Two codings, one in the other, could unpack for minutes without a byte coming out at the end.
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding not in _CODINGS:
        raise PageUnavailable(source, f"comes packed as {coding[:40]!r}, which was not asked for")
    length = response.headers.get("content-length", "")
    if length.isdecimal() and int(length[:20]) > limits.sent:
        raise ArticleTooLong(source, _too_long(limits.sent))


def _counted(raw: httpcore2.Response, source: str, limits: Limits) -> Iterator[bytes]:
    count = 0
    for piece in raw.iter_stream():
        count += len(piece)
        if count > limits.sent:
            raise ArticleTooLong(source, _too_long(limits.sent))
        yield piece


def _unpacked(response: httpx2.Response, source: str, limits: Limits, deadline: _Deadline) -> bytes:
    data = bytearray()
    for piece in response.iter_bytes():
        data += piece
        if len(data) > limits.unpacked:
            raise ArticleTooLong(source, _too_long(limits.unpacked, "unpacked "))
        deadline.left()
    # httpx2 takes the end of what was sent for the end of what was packed, and asks zlib no more.
    packed: Any = getattr(response, "_decoder", None)
    while hasattr(packed, "decompressor"):
        packed = packed.decompressor
    if getattr(packed, "eof", True) is False:
        raise PageUnavailable(source, "ends in the middle of its packed text", passing=True)
    return bytes(data)


def _too_long(limit: int, how: str = "") -> str:
    return f"has more than {limit / 1e6:g} MB {how}".rstrip() + "; no article has"


def _next(place: Target, location: str, *, allow_private: bool) -> Target:
    """Where a redirect leads.

    Raises:
        AddressRefused: if that is nowhere pages are fetched from, or no longer encrypted.
        PageUnavailable: if it does not say.
    """
    source = str(place.url)
    if not location:
        raise PageUnavailable(source, "redirects without saying where to")
    try:
        joined = str(place.url.join(location))
    except (httpx2.InvalidURL, ValueError) as error:
        raise PageUnavailable(source, f"redirects to what is no proper URL: {error}") from error
    try:
        found = addresses.target(joined, allow_private=allow_private)
    except AddressRefused as error:
        raise AddressRefused(source, f"redirects to {error.source}, which {error.problem}") from error
    if place.url.scheme == "https" and found.url.scheme == "http":
        raise AddressRefused(
            source, f"redirects to {found.url}, which is not encrypted; name that link if you trust it"
        )
    return found


@cache
def _certificates() -> ssl.SSLContext:
    return httpx2.create_ssl_context(trust_env=False)
