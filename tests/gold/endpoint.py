"""An OpenAI-compatible endpoint on loopback that answers from files named by a hash of the request."""

import hashlib
import json
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

CHARACTERS_A_TOKEN = 4


def request_hash(body: dict[str, Any]) -> str:
    """What an answer's file is called: sixteen hexadecimal digits over what the model is shown."""
    shown = {name: body.get(name) for name in ("messages", "response_format", "tools")}
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:16]


@contextmanager
def serving(answers: Path, live: str | None = None) -> Iterator[str]:
    """The base URL of an endpoint that answers from this folder while the context is open.

    What is not recorded there is asked at the base URL `live`, if there is one, and recorded.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), handler(answers, live)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()


def answer(live: str, body: dict[str, Any]) -> str:
    """What the model at a base URL replies."""
    sent = urllib.request.Request(  # noqa: S310, as it is a server of ours
        f"{live}/chat/completions", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(sent) as reply:  # noqa: S310
        text: str = json.load(reply)["choices"][0]["message"]["content"]
    return text


def handler(answers: Path, live: str | None = None) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            model = {"id": "able", "object": "model", "max_model_len": 128000}
            self.reply(200, {"object": "list", "data": [model]})

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            path = answers / f"{request_hash(body)}.res.json"
            if live and not path.is_file():
                path.write_text(answer(live, body) + "\n", "utf-8")
            if not path.is_file():
                self.reply(
                    404, {"error": {"message": f"{path.stem} is not recorded", "code": "not_recorded"}}
                )
                return
            text = path.read_text("utf-8").strip()
            asked = sum(len(message["content"]) for message in body["messages"]) // CHARACTERS_A_TOKEN
            told = len(text) // CHARACTERS_A_TOKEN
            usage = {"prompt_tokens": asked, "completion_tokens": told, "total_tokens": asked + told}
            choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
            self.reply(
                200, {"id": path.stem, "object": "chat.completion", "choices": [choice], "usage": usage}
            )

        def reply(self, status: int, body: dict[str, Any]) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *arguments: Any) -> None:
            del arguments

    return Handler
