"""`summarizer` in processes of its own that start at once: forked from one that has imported what they need.

Run as a program it reads orders, a line of JSON each: to start a command line, or to wait for one to end.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
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

    def kill(self):
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
    import instructor  # noqa: F401 - what every child needs, once for all
    import openai  # noqa: F401 - see above
    import psycopg  # noqa: F401 - see above

    from summarizer import cli, mark
    from summarizer.library import batching  # noqa: F401 - see above
    from summarizer.llm import transport  # noqa: F401 - see above
    from summarizer.prompts import PromptLibrary
    from summarizer.store import Store

    mark("“We will rebuild the pier,” Ana Ruiz said.")
    PromptLibrary(None).get("summary")
    with tempfile.TemporaryDirectory() as folder:
        Store.open(f"sqlite:///{folder}/first.db").close()
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


def _turn_to(said: str):
    """Let this process say all into a file, and hear nothing."""
    with Path(os.devnull).open() as nothing, Path(said).open("w") as file:
        for number, target in enumerate((nothing, file, file)):
            os.dup2(target.fileno(), number)


if __name__ == "__main__":
    serve()
