"""The misbehaving server, which tells articles apart by the number in them, and does to each as it is told."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import http.client
import json
import re
import threading
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from misbehaving_server import FAULTS, MisbehavingServer

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "The council of Port Ellis met on day {number}.\n\n“We will rebuild the pier,” Ana Ruiz said. At least 40 homes burned."
NUMBER = re.compile(rb"met on day (?:\[f\d+\] ?)*(\d+)")


def lines(numbers, **more):
    """Articles as JSON Lines."""
    return [json.dumps({"text": TEXT.format(number=n), "id": f"a{n}", **more}) + "\n" for n in numbers]


class ArticleServer(MisbehavingServer):
    """`faults` says which article meets which fault; `asked_about` counts requests by article.

    A server that is to `hold` answers nobody until its `release`.
    """

    def __init__(self, faults: dict[int, str] | None = None, *, otherwise="ok", hold=False, delay=0.0):
        super().__init__(otherwise, delay=delay, keep=False)
        self.faults, self._hold = faults or {}, hold
        self._held: list[Callable[[], Any]] = []
        self._news = threading.Condition()
        self.asked_about: Counter[int] = Counter()
        self.input_tokens = 100
        self.look: Callable[[], Any] = lambda: None
        self.most_under_way = 0

    def answer(self, exchange):
        found = NUMBER.search(exchange.raw)
        number = int(found[1]) if found else -1
        with self._news:
            self.asked_about[number] += 1
            self.most_under_way = max(self.most_under_way, self.under_way)
            self._news.notify_all()
        self.look()
        fault = self.faults.get(number, self.script[0])
        does = partial(self._good if fault == "ok" else FAULTS[fault], exchange)
        if self._hold:
            self._held.append(does)
        elif self.delay:
            self._loop.call_later(self.delay, lambda: self.go(does()))
        else:
            return does()
        return None

    def _good(self, exchange):
        usage = {"prompt_tokens": self.input_tokens, "completion_tokens": 20}
        exchange.content(exchange.good, usage=usage)

    def wait_for(self, condition):
        with self._news:
            assert self._news.wait_for(condition, 60)

    def hear(self, seconds: float = 0.02):
        """Wait a moment for the next request."""
        with self._news:
            self._news.wait(seconds)

    def settle(self):
        """Wait until all that killed clients sent has been counted."""
        # Whoever came before is let in once this is answered.
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", "/")
        connection.getresponse().read()
        connection.close()
        while self.connections:
            self.hear()

    def release(self):
        """Answer all who wait, and from now on everybody at once."""
        self._loop.call_soon_threadsafe(self._release)

    def _release(self):
        self._hold, held = False, self._held
        for does in held:
            self.go(does())
