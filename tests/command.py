"""The command line as a test sees it: arguments in; exit code, stdout and stderr out."""

from dataclasses import dataclass

import pytest

from summarizer.cli import main
from summarizer.cli.output import note_once


@dataclass
class Outcome:
    code: int
    out: str
    err: str


class Command:
    """Runs `summarizer` in this process, so that cassettes can be replayed to it."""

    def __init__(self, monkeypatch, capsys):
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *arguments):
        self._capsys.readouterr()
        note_once.cache_clear()  # each command is a process of its own
        self._monkeypatch.setattr("sys.argv", ["summarizer", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        captured = self._capsys.readouterr()
        return Outcome(int(left.value.code or 0), captured.out, captured.err)
