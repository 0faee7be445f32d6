"""An endpoint that gives every question the same answer, after a while, and costs next to nothing itself.

By hand: `python -m bench.endpoint 0.5 answer.txt`, which prints its address.
"""

import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from loopback_server import LoopbackServer, completion


class Endpoint(LoopbackServer):
    def __init__(self, content, delay):
        super().__init__(keep=False)
        self._body, self._delay = completion(content), delay

    def answer(self, exchange):
        if self._delay:
            self._loop.call_later(self._delay, exchange.send, self._body)
        else:
            exchange.send(self._body)


@contextmanager
def endpoint(content, delay=0.0):
    """The address of one in a process of its own."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(content)
        file.flush()
        line = [sys.executable, "-m", "bench.endpoint", str(delay), file.name]
        with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            try:
                url = process.stdout.readline().strip()
                assert url, "the endpoint does not start"
                yield url
            finally:
                process.kill()


def main():
    delay, path = sys.argv[1:]
    server = Endpoint(Path(path).read_text(), float(delay))
    print(server.url, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
