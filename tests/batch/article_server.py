"""An endpoint on loopback that tells articles apart by the number in them, and does to each as it is told."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json
import re
import threading
from collections import Counter

from misbehaving_server import FAULTS, GOOD, HINTED, Handler, MisbehavingServer

TEXT = "The council of Port Ellis met on day {number}.\n\n“We will rebuild the pier,” Ana Ruiz said. At least 40 homes burned."


def lines(numbers, **more):
    """Articles as JSON Lines."""
    return [json.dumps({"text": TEXT.format(number=n), "id": f"a{n}", **more}) + "\n" for n in numbers]


class ArticleHandler(Handler):
    server: "ArticleServer"

    def do_POST(self):  # noqa: N802 - the name that http.server calls
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        found = re.search(r"met on day (?:\[f\d+\] ?)*(\d+)", body["messages"][-1]["content"])
        number = int(found[1]) if found else -1
        name = body.get("response_format", {}).get("json_schema", {}).get("name")
        self.good = HINTED if name == "HintedDraft" else GOOD
        server = self.server
        with server._turn:
            server.requests.append(body)
            server.asked_about[number] += 1
            server.inside += 1
            server.most_inside = max(server.most_inside, server.inside)
            fault = server.faults.get(number, server.otherwise)
            server.news.notify_all()
        try:
            if server.hold is not None:
                server.hold.wait(60)
            server.look()
            FAULTS[fault](self)
        finally:
            with server._turn:
                server.inside -= 1

    def content(self, content, finish="stop", **message):
        choice = {"index": 0, "finish_reason": finish, "message": {"content": content, **message}}
        usage = {"prompt_tokens": self.server.input_tokens, "completion_tokens": 20}
        self.json({"choices": [choice], "usage": usage})


class ArticleServer(MisbehavingServer):
    """`faults` says which article meets which fault; `asked_about` counts requests by article."""

    def __init__(self, faults=None, *, otherwise="ok", hold=None):
        super().__init__("ok")
        self.RequestHandlerClass = ArticleHandler
        self.faults, self.otherwise, self.hold = faults or {}, otherwise, hold
        self._turn = threading.RLock()
        self.news = threading.Condition(self._turn)
        self.asked_about: Counter[int] = Counter()
        self.input_tokens = 100
        self.look = lambda: None
        self.inside = self.most_inside = 0

    def wait_for(self, condition):
        with self.news:
            assert self.news.wait_for(condition, 120)
