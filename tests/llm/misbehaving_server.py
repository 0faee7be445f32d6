"""An OpenAI-compatible server on loopback that misbehaves on command.

By hand:  python tests/llm/misbehaving_server.py --fault 429 --fault ok --port 8099
In tests: `with MisbehavingServer("429", "ok") as server: …`; the last fault named goes on for ever.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import argparse
import gzip
import json
import socket
import struct
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

DRAFT = {
    "headline": "Talks go on",
    "abstract": "Two sides talk.",
    "parties": [],
    "quotes": [],
    "positions": [],
    "figures": [],
    "unmarked_quotes": [],
}
GOOD = json.dumps(DRAFT)
HINTED = json.dumps(
    {
        "speakers": [],
        "figures": [],
        "parties": [],
        "positions": [],
        "what_happened": "Two sides talk.",
        "what_each_side_says": "Both want more.",
        "headline": "Talks go on",
    }
)
USAGE = {"prompt_tokens": 100, "completion_tokens": 20, "prompt_tokens_details": {"cached_tokens": 60}}


class Handler(BaseHTTPRequestHandler):
    """Answers each request with the next fault of the server's script."""

    protocol_version = "HTTP/1.1"
    server: "MisbehavingServer"

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.requests.append(body)
        asked = body.get("response_format", {}).get("json_schema", {}).get("name")
        self.good = HINTED if asked == "HintedDraft" else GOOD
        self.server.asked.set()
        self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
        FAULTS[self.server.next_fault()](self)

    def log_message(self, *_):
        pass

    def json(self, body: Any, status: int = 200, **headers: str):
        self.text(json.dumps(body), status, "application/json", **headers)

    def text(self, text: str, status: int = 200, kind: str = "text/html", **headers: str):
        self.bytes(text.encode(), status, kind, **headers)

    def bytes(self, data: bytes, status: int, kind: str, **headers: str):
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def content(self, content: Any, finish: str = "stop", **message: Any):
        choice = {
            "index": 0,
            "finish_reason": finish,
            "message": {"role": "assistant", "content": content, **message},
        }
        self.json({"id": "1", "object": "chat.completion", "choices": [choice], "usage": USAGE})

    def error(self, status: int, message: str, **facts: Any):
        key = self.headers.get("authorization", "").removeprefix("Bearer ")
        self.json({"error": {"message": f"{message} [{key}]", **facts}}, status)

    def hang_up(self, announced: int):
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(announced))
        self.end_headers()
        self.wfile.write(b'{"choices"')
        self.close_connection = True

    def reset(self):
        # With a linger time of zero the system sends RST instead of FIN.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.shutdown(socket.SHUT_RD)
        self.close_connection = True

    def drip(self):
        self.hang_up(1_000_000)
        for _ in range(200):
            time.sleep(0.05)
            try:
                self.wfile.write(b" ")
            except OSError:
                return

    def refuse_if(self, name: str, message: str, **facts: Any):
        """Refuse requests that hold `name` anywhere, and take the others."""
        if f'"{name}"' in json.dumps(self.server.requests[-1]):
            self.error(400, message, **facts)
        else:
            self.content(self.good)

    def busy(self, **headers: str):
        self.json({"error": {"message": "slow down"}}, 429, **headers)


FAULTS: dict[str, Callable[[Handler], None]] = {
    "ok": lambda h: h.content(h.good),
    "plain_ok": lambda h: h.json({"choices": [{"message": {"content": h.good}}]}),
    "429": lambda h: h.busy(),
    "429_ms": lambda h: h.busy(retry_after_ms="1500"),
    "429_seconds": lambda h: h.busy(retry_after="7"),
    "429_date": lambda h: h.busy(retry_after="Fri, 31 Dec 9999 23:59:59 GMT"),
    "429_past": lambda h: h.busy(retry_after="Wed, 21 Oct 2015 07:28:00 GMT"),
    "429_zero": lambda h: h.busy(retry_after="0"),
    "429_negative": lambda h: h.busy(retry_after="-3"),
    "429_nonsense": lambda h: h.busy(retry_after="soon"),
    "429_long": lambda h: h.busy(retry_after="121"),
    "quota": lambda h: h.error(429, "You exceeded your quota", code="insufficient_quota"),
    **{
        str(status): lambda h, status=status: h.error(status, "no")  # type: ignore[misc]
        for status in (400, 401, 403, 404, 418, 500, 502, 503, 529)
    },
    "model_not_found": lambda h: h.error(400, "The model does not exist", code="model_not_found"),
    "context": lambda h: h.error(400, "too long", code="context_length_exceeded"),
    "context_llama": lambda h: h.error(
        400, "exceeds the context", type="exceed_context_size_error", code=400
    ),
    "redirect": lambda h: h.json({}, 307, location="http://elsewhere.invalid/v1"),
    "html": lambda h: h.text("<!DOCTYPE html><html>Please log in</html>"),
    "html_as_json": lambda h: h.text("<html>", kind="application/json"),
    "half_json": lambda h: h.text('{"choices": [', kind="application/json"),
    "deep_json": lambda h: h.text("[" * 200_000, kind="application/json"),
    "array": lambda h: h.json([1]),
    "null_choices": lambda h: h.json({"choices": None}),
    "no_choices": lambda h: h.json({"choices": []}),
    "strange_choices": lambda h: h.json({"choices": [7], "usage": "much"}),
    "inner_429": lambda h: h.json({"error": {"code": 429, "message": "busy upstream"}}),
    "inner_context": lambda h: h.json({"error": {"code": "context_length_exceeded", "message": "long"}}),
    "inner_unknown": lambda h: h.json({"error": "something broke", "choices": None}),
    "length": lambda h: h.content(GOOD, finish="length"),
    "filter": lambda h: h.content(GOOD, finish="content_filter"),
    "refusal": lambda h: h.content(None, refusal="I\x1b[31m cannot\nhelp with that"),
    "empty": lambda h: h.content(""),
    "null": lambda h: h.content(None),
    "parts": lambda h: h.content([{"type": "text"}]),
    "fence": lambda h: h.content(f"```json\n{GOOD}\n```"),
    "fence_and_words": lambda h: h.content(f"Here it is:\n```json\n{GOOD}\n```"),
    "two_objects": lambda h: h.content(GOOD + GOOD),
    "double_key": lambda h: h.content(GOOD.replace('"quotes"', '"headline": "Other", "quotes"')),
    "nan": lambda h: h.content(GOOD.replace("[]", "[NaN]", 1)),
    "nul": lambda h: h.content(GOOD.replace("Talks", "T\\u0000")),
    "long_number": lambda h: h.content(GOOD.replace("[]", "9" * 5000, 1)),
    "wrong_shape": lambda h: h.content('{"headline": ""}'),
    "template": lambda h: h.content(GOOD.replace("Talks", "{{ 7 * 7 }}")),
    "large": lambda h: h.content("x" * 3_000_000),
    "bomb": lambda h: h.bytes(
        gzip.compress(b"0" * 300_000_000, 1), 200, "application/json", content_encoding="gzip"
    ),
    "bad_gzip": lambda h: h.bytes(b"no gzip", 200, "application/json", content_encoding="gzip"),
    "short": lambda h: h.hang_up(5000),
    "reset": Handler.reset,
    "drip": Handler.drip,
    "stall": lambda _: time.sleep(0.6),
    "no_bounds": lambda h: h.refuse_if("maxLength", "keyword 'maxLength' is not permitted"),
    "no_schema": lambda h: h.refuse_if("response_format", "json_schema is not supported here"),
    "no_temperature": lambda h: h.refuse_if(
        "temperature", "Unsupported value", param="temperature", code="unsupported_value"
    ),
    "no_max_tokens": lambda h: h.refuse_if(
        "max_tokens", "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
    ),
    "cap_too_high": lambda h: h.error(400, "max_tokens is too large: this model supports at most 4096"),
}


class MisbehavingServer(ThreadingHTTPServer):
    """Listens on loopback; `requests` and `headers` keep what reached it."""

    daemon_threads = True

    def __init__(self, *script: str, port: int = 0):
        super().__init__(("127.0.0.1", port), Handler)
        self.script = list(script)
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.asked = threading.Event()
        self._turn = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def next_fault(self) -> str:
        with self._turn:
            return self.script.pop(0) if len(self.script) > 1 else self.script[0]

    def handle_error(self, *_: Any):
        pass  # a client that hangs up is what some faults are for

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object):
        self.shutdown()
        self.server_close()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fault", action="append", choices=sorted(FAULTS), help="in order; default: ok")
    parser.add_argument("--port", type=int, default=8099)
    arguments = parser.parse_args()
    server = MisbehavingServer(*(arguments.fault or ["ok"]), port=arguments.port)
    print(server.url)
    server.serve_forever()


if __name__ == "__main__":
    main()
