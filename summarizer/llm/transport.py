"""The one place that knows the openai SDK: a client that is bounded, and that retries nothing by itself."""

import asyncio
import contextlib
import ipaddress
import json
import logging
from typing import Any
from urllib.parse import urlsplit

import httpx2
import openai

from summarizer.errors import ReplyTooLarge, RequestRefused
from summarizer.llm.endpoint import Endpoint, Limits
from summarizer.llm.faults import Complaint, Fault, Interpreter, Kind
from summarizer.llm.reply import Reply
from summarizer.llm.streamed import on_piece

NO_KEY = "none"
"""Sent where no key is set: local servers ask for none, and the SDK insists on one."""

for _name in ("instructor", "openai", "httpx2"):
    # Without any handler Python prints their errors, which we report ourselves, to stderr.
    logging.getLogger(_name).addHandler(logging.NullHandler())


class BoundedClient(httpx2.AsyncClient):
    """An HTTP client that stops reading a reply once its decompressed body passes a bound."""

    def __init__(self, *, reply_bytes: int, **options: Any) -> None:
        super().__init__(**options)
        self.reply_bytes = reply_bytes

    async def send(self, request: httpx2.Request, *, stream: bool = False, **options: Any) -> httpx2.Response:
        """Send a request and read the whole reply, `stream` or not.

        Raises:
            ReplyTooLarge: as soon as the body has more than `reply_bytes`.
        """
        del stream
        response = await super().send(request, stream=True, **options)
        body, watch = bytearray(), on_piece.get()
        async with contextlib.aclosing(response):
            async for piece in response.aiter_bytes():
                body += piece
                if watch is not None:
                    watch(piece)
                if len(body) > self.reply_bytes:
                    raise ReplyTooLarge(
                        f"the reply has more than {self.reply_bytes} bytes, and no summary has; try another"
                    )
        told = {"content-encoding", "content-length", "transfer-encoding"}  # these spoke of the body as sent
        headers = [(name, value) for name, value in response.headers.multi_items() if name not in told]
        return httpx2.Response(response.status_code, headers=headers, content=bytes(body), request=request)


class Transport:
    """One connection pool to one endpoint."""

    def __init__(self, endpoint: Endpoint, limits: Limits) -> None:
        self.endpoint = endpoint
        self.interpreter = Interpreter(endpoint)
        timeout = httpx2.Timeout(limits.read, connect=limits.connect, pool=None)
        self._http = BoundedClient(
            reply_bytes=limits.reply_bytes,
            timeout=timeout,
            # How many there are is for the pace to say; each that is closed early costs a handshake.
            limits=httpx2.Limits(max_connections=None, max_keepalive_connections=None),
            # The article must not travel to another host, nor the key.
            follow_redirects=False,
            trust_env=not is_loopback(endpoint.url),
        )
        self._sdk = openai.AsyncOpenAI(
            api_key=endpoint.api_key or NO_KEY,
            base_url=endpoint.url,
            max_retries=0,
            timeout=timeout,
            http_client=self._http,
        )
        # The SDK reads these from the environment on its own; a call is what its caller says.
        self._sdk.organization = self._sdk.project = self._sdk.admin_api_key = None
        self._sdk._custom_headers = {}  # noqa: SLF001 - OPENAI_CUSTOM_HEADERS has no public switch

    async def post(self, body: dict[str, Any]) -> Reply:
        """Send one request, and read what comes back.

        Raises:
            Fault: whatever goes wrong; no exception of the SDK passes.
        """
        named = {"messages": body["messages"], "model": self.endpoint.model, **body}
        try:
            # `chat.completions.create` would go over every message to send the very same.
            raw = await self._sdk.post("/chat/completions", cast_to=httpx2.Response, body=named)
        except openai.OpenAIError as error:
            fault = self.translated(error)
        else:
            return Reply.read(raw.text, raw.headers, self.interpreter, status=raw.status_code)
        raise fault  # out here, so that no traceback shows what the SDK knew

    async def get(self, url: str, *, seconds: float) -> Any:
        """The JSON at a URL of the endpoint's own host; None if none comes within `seconds`."""
        headers = {"authorization": f"Bearer {self.endpoint.api_key}"} if self.endpoint.api_key else {}
        try:
            async with asyncio.timeout(seconds):
                response = await self._http.get(url, headers=headers)
                return json.loads(response.text) if response.is_success else None
        except (TimeoutError, httpx2.HTTPError, httpx2.InvalidURL, ReplyTooLarge, ValueError, RecursionError):
            return None

    def translated(self, error: openai.OpenAIError) -> Fault:
        """The fault that an SDK exception means."""
        if isinstance(error, openai.APIStatusError):
            response = error.response
            return self.interpreter.status(
                response.status_code, Complaint.read(response.text), response.headers
            )
        if isinstance(error, openai.APIConnectionError):
            return self._not_connected(error.__cause__)
        if isinstance(error, openai.APIResponseValidationError):
            response = error.response
            fault = self.interpreter.no_json(response.text)
            return fault.under(response.status_code, response.headers)
        return Fault(
            RequestRefused(f"the openai library gave up: {type(error).__name__}; please report this")
        )

    def _not_connected(self, cause: BaseException | None) -> Fault:
        if isinstance(cause, ReplyTooLarge):
            return Fault(cause.with_traceback(None))
        reason = str(cause) or type(cause).__name__
        if isinstance(cause, httpx2.UnsupportedProtocol | httpx2.LocalProtocolError | httpx2.InvalidURL):
            return self.interpreter.unreachable(reason, "final")
        kind: Kind = "reading"
        if isinstance(cause, httpx2.ConnectError):
            kind = "loopback" if is_loopback(self.endpoint.url) else "connection"
        elif isinstance(cause, httpx2.ConnectTimeout | httpx2.ProxyError):
            kind = "timeout"
        return self.interpreter.unreachable(reason, kind)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._sdk.close()


def is_loopback(url: str) -> bool:
    """Whether `url` leads to this machine; proxies are no way there."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
