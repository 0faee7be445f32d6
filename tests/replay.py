"""Serve a cassette as an OpenAI-compatible endpoint on loopback.

    python tests/replay.py CASSETTE --port-file PORT

A request whose body is not recorded gets 404 and says so. Used where vcrpy cannot reach: a program installed elsewhere.
"""

import argparse
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import yaml


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cassette", type=Path)
    parser.add_argument("--port-file", type=Path, required=True)
    arguments = parser.parse_args()
    with ThreadingHTTPServer(("127.0.0.1", 0), handler(arguments.cassette)) as server:
        temporary = arguments.port_file.with_suffix(".part")
        temporary.write_text(str(server.server_port))
        temporary.replace(arguments.port_file)
        server.serve_forever()


def handler(cassette):
    recorded = yaml.safe_load(cassette.read_text(encoding="utf-8"))["interactions"]
    answers = [
        (
            json.loads(item["request"]["body"]),
            item["response"]["status"]["code"],
            item["response"]["body"]["string"],
        )
        for item in recorded
    ]

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            found = [(code, text) for body, code, text in answers if body == asked]
            code, text = found[0] if found else (404, '{"error": {"message": "not recorded"}}')
            data = text.encode() if isinstance(text, str) else text
            self.send_response(code)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    return Handler


if __name__ == "__main__":
    main()
