"""Which models a server has, by its own list."""

import json
import time
from typing import Any

from summarizer.errors import EndpointUnreachable, SummarizerError, UsageError
from summarizer.llm.endpoint import Endpoint, Limits, ensure_base_url

_SECONDS = 5.0
_MOST_BYTES = 4 << 20
_NAMED = 20
"""Models that a message lists."""


def only_model(url: str, key: str | None) -> str:
    """Return the one model that the server at a base URL has.

    Raises:
        EndpointUnreachable: if nothing answers there.
        KeyRefused: if it does not accept the key.
        UsageError: if it has several, none, or no list of them; its message names them.
    """
    found = served_models(Endpoint("", url, key))
    place = Endpoint("", url).shown_url
    if found is None:
        raise UsageError(f"which model of {place}? it has no list of them; name it with --model")
    if not found:
        raise UsageError(f"{place} has no model; load one there, or name another place with --base-url")
    if len(found) > 1:
        more = "" if len(found) <= _NAMED else f" and {len(found) - _NAMED} more"
        names = Endpoint("", url, key).quoted(", ".join(found[:_NAMED]))
        raise UsageError(f"which model of {place}? name one with --model: {names}{more}")
    return found[0]


def served_models(endpoint: Endpoint) -> list[str] | None:
    """Return the names of a server's models, in its order; None if it answers without a list of them.

    Raises:
        EndpointUnreachable: if nothing answers within five seconds.
        KeyRefused: if it does not accept the key.
        UsageError: if the base URL is none.
    """
    ensure_base_url(endpoint.url)
    status, body, headers = _fetched(endpoint)
    from summarizer.llm.faults import Complaint, Interpreter

    if status in {401, 403}:
        error: SummarizerError = Interpreter(endpoint).status(status, Complaint.of(body), headers).error
        raise error
    entries = body.get("data", body.get("models")) if isinstance(body, dict) else body
    if status >= 300 or not isinstance(entries, list):  # noqa: PLR2004 - no success
        return None
    found = [one.get("id") or one.get("name") for one in entries if isinstance(one, dict)]
    return [name for name in found if isinstance(name, str) and name]


def _fetched(endpoint: Endpoint) -> tuple[int, Any, dict[str, str]]:
    """The status, the JSON and the headers that come from the list's place."""
    import httpx2

    from summarizer.llm.transport import is_loopback

    headers = {"authorization": f"Bearer {endpoint.api_key}"} if endpoint.api_key else {}
    timeout = httpx2.Timeout(_SECONDS, connect=Limits().connect)
    address = endpoint.url.rstrip("/") + "/models"
    text, ends = bytearray(), time.monotonic() + _SECONDS
    try:
        with (
            httpx2.Client(timeout=timeout, trust_env=not is_loopback(endpoint.url)) as client,
            client.stream("GET", address, headers=headers) as response,
        ):
            for piece in response.iter_bytes():
                text += piece
                if len(text) > _MOST_BYTES or time.monotonic() > ends:
                    break
        status, told = response.status_code, dict(response.headers)
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        reason = endpoint.quoted(str(error) or type(error).__name__)
    else:
        try:
            return status, json.loads(bytes(text)), told
        except (ValueError, RecursionError):
            return status, None, told
    raise EndpointUnreachable(
        f"nothing answers at {endpoint.shown_url} ({reason}); is the server running, and is --base-url right?"
    )
