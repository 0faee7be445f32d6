"""`summarizer` in processes of its own that start at once: forked from one that has been through it all before.

Run as a program it reads orders, a line of JSON each: to start a command line, or to wait for one to end.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import gc
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path


class Process:
    """A `summarizer` that runs; what it says goes into a file."""

    def __init__(self, warm: "Warm", pid: int, said: Path):
        self._warm, self.pid, self._said = warm, pid, said

    def send(self, number: int):
        os.kill(self.pid, number)  # it stays a zombie until it is waited for, so the number is its own

    def wait(self) -> int:
        """Its exit code; negative, the signal that ended it."""
        return self._warm.order("wait", self.pid)

    @property
    def ended(self) -> bool:
        return bool(self._warm.order("look", self.pid))

    def kill(self) -> int:
        self.send(signal.SIGKILL)
        return self.wait()

    @property
    def said(self) -> str:
        return self._said.read_text()


class Warm:
    """Starts processes; to be used in a `with`."""

    def __init__(self, folder: Path):
        self._folder, self._number = folder, 0

    def __enter__(self):
        self._server = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        return self

    def __exit__(self, *_: object):
        os.killpg(self._server.pid, signal.SIGKILL)
        self._server.communicate()

    def start(self, *arguments: object) -> Process:
        self._number += 1
        said = self._folder / f"said-{self._number}.txt"
        return Process(self, self.order("start", [str(said), *map(str, arguments)]), said)

    def order(self, what: str, which: object) -> int:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(json.dumps([what, which]) + "\n")
        self._server.stdin.flush()
        return int(self._server.stdout.readline())


def serve():
    import sqlalchemy.dialects.postgresql.psycopg  # noqa: F401 - what no SQLite file needs

    from summarizer import cli

    _live_once(cli.main)
    gc.freeze()
    for line in sys.stdin:
        what, which = json.loads(line)
        if what == "wait":
            told = os.waitstatus_to_exitcode(os.waitpid(which, 0)[1])
        elif what == "look":
            told = os.waitid(os.P_PID, which, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
        elif not (told := os.fork()):
            said, *sys.argv[1:] = which
            _turn_to(said)
            cli.main()
        print(int(told), flush=True)


def _live_once(main):
    """Summarise an article and look what is to be redone: all that is made on first use is there from then on."""
    from article_server import ArticleServer, lines

    with tempfile.TemporaryDirectory() as folder, ArticleServer() as server:
        news = Path(folder, "news.jsonl")
        news.write_text("".join(lines([0])))
        at = ["--store", f"sqlite:///{folder}/first.db", "--base-url", server.url, "--model", "news-1"]
        for command in (["batch", str(news), "-o", f"{folder}/out.jsonl"], ["regenerate", "--yes"]):
            sys.argv[1:] = [*command, *at]
            said = io.StringIO()
            with redirect_stdout(said), redirect_stderr(said), suppress(SystemExit):
                main()
        assert server.count == 1, said.getvalue()
    assert threading.active_count() == 1, "a process that has threads must not be forked"


def _turn_to(said: str):
    """Let this process say all into a file, and hear nothing."""
    with Path(os.devnull).open() as nothing, Path(said).open("w") as file:
        for number, target in enumerate((nothing, file, file)):
            os.dup2(target.fileno(), number)


if __name__ == "__main__":
    serve()
