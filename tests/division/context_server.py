"""An OpenAI-compatible server on loopback that takes so many tokens and no more, and answers by what it is shown.

By hand:  PYTHONPATH=tests python tests/division/context_server.py --context 8192 --says props --port 8098
In tests: `with ContextServer(context=8192, says="props") as server: …`

It counts a token for each four characters. Of each quotation listed in a request it gives the speaker that the line
names (“…,” Ana Ruiz said.), of each figure that it counts; what it was not shown it cannot answer.
Asked for a draft with ids, it gives those it meets p1, p2 and so on, in each part anew; it reads who demanded
something of whom, who told it of whom, and who counted.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import argparse
import json
import re
from typing import Any

from loopback_server import LoopbackServer

SPEAKER = re.compile(r"([A-Z]\w+ [A-Z]\w+) said")
NAME = r"(?:the )?([A-Z]\w+(?: [A-Z]\w+)?)"
LINE = re.compile(r"^\[(s\d+)\] (.*)$", re.MULTILINE)
SAID = re.compile(rf"\[(q\d+)\] “[^”]*” {NAME} said")
COUNTED = re.compile(rf"(?:{NAME} counted )?\[(f\d+)\]")
TOLD = re.compile(rf"{NAME} said that {NAME} refuses")
DEMANDED = re.compile(rf"{NAME} demanded money from {NAME}")
EVIDENCE = re.compile(r"\[(s\d+(?:, s\d+)*)\]$", re.MULTILINE)
MOST_PARTIES = 24
LISTED = re.compile(r"^([qf]\d+) (.*)$", re.MULTILINE)
SAYS = ("props", "models", "vllm", "ollama", "nothing")
REFUSES = ("llama.cpp", "vllm", "tersely")


SAYING: dict[tuple[str, str], Any] = {
    ("props", "/props"): lambda size: {"default_generation_settings": {"n_ctx": size}, "total_slots": 1},
    ("props", "/v1/models"): lambda size: {"data": [{"id": "m", "meta": {"n_ctx_train": 4 * size}}]},
    ("models", "/v1/models"): lambda size: {"data": [{"id": "m", "context_length": size}]},
    ("vllm", "/v1/models"): lambda size: {"data": [{"id": "m", "max_model_len": size}]},
    ("ollama", "/api/ps"): lambda size: {"models": [{"name": "m", "context_length": size}]},
}


def refusal(manner, tokens, cap, context):
    """The error as each of them words it."""
    if manner == "llama.cpp":
        message = f"request ({tokens} tokens) exceeds the available context size ({context} tokens)"
        facts = {"n_prompt_tokens": tokens, "n_ctx": context}
        return {"error": {"code": 400, "type": "exceed_context_size_error", "message": message, **facts}}
    if manner == "vllm":
        message = (
            f"This model's maximum context length is {context} tokens. However, you requested {tokens + cap} "
            f"tokens ({tokens} in the messages, {cap} in the completion)."
        )
        return {"error": {"code": 400, "type": "BadRequestError", "message": message}}
    return {"error": {"code": "context_length_exceeded", "message": "Too long."}}


def answer(body):
    """A draft of what the request shows."""
    user = body["messages"][-1]["content"]
    if body["response_format"]["json_schema"]["name"] == "AbstractDraft":
        parts = len(re.findall(r"^Part \d+:", user, re.MULTILINE))
        return {"abstract": f"{parts} abstracts made one.", "headline": "All of it"}
    if body["response_format"]["json_schema"]["name"] == "CitingAbstractDraft":
        return put_together(user)
    if body["response_format"]["json_schema"]["name"] == "DecidingDraft":
        return decided(user)
    if body["response_format"]["json_schema"]["name"] == "ChoosingDraft":
        numbers = re.findall(r"^(s\d+) ", user, re.MULTILINE)
        return {"speakers": [], "sentences": numbers[:3]}
    if body["response_format"]["json_schema"]["name"] == "HintedDraft":
        return {
            "speakers": [],
            "figures": [],
            "parties": [],
            "positions": [],
            "what_happened": "Much was said.",
            "what_each_side_says": "Each said its own.",
            "headline": "A part of it",
        }
    listed = LISTED.findall(user.partition("\nQuotations:\n")[2] or user.partition("\nFigures:\n")[2])
    quotes = [(mark, SPEAKER.search(line)) for mark, line in listed if mark.startswith("q")]
    names = list(dict.fromkeys(found[1] for _, found in quotes if found))
    first = re.search(r"\[(s\d+)\]", user)
    position = {"stance": "demands", "statement": "It should be done.", "evidence": [first and first[1]]}
    return {
        "quotes": [{"quote": mark, "speaker": found[1] if found else None} for mark, found in quotes],
        "figures": [
            {"figure": mark, "measures": "things", "claimed_by": None}
            for mark, _ in listed
            if mark.startswith("f")
        ],
        "parties": [
            {"name": name, "kind": "person", "description": "speaker", "aliases": []} for name in names[:8]
        ],
        "positions": [{"party": name, **position} for name in names[:1]],
        "unmarked_quotes": [],
        "abstract": f"What {', '.join(names[:3]) or 'nobody'} said. " + "It went on for a while. " * 8,
        "headline": "A part of it",
    }


def put_together(user):
    """One abstract of those of the parts: a sentence that rests on some of theirs, and one on nothing."""
    numbers = [found.split(", ")[0] for found in EVIDENCE.findall(user)]
    return {
        "abstract": [
            {"text": "All abstracts made one.", "evidence": [*dict.fromkeys(numbers[-5:]), "s90000"]},
            {"text": "It rests on nothing.", "evidence": ["s90001"]},
        ],
        "headline": {"text": "All of it", "evidence": numbers[:1]},
    }


def decided(user):
    """A draft with ids of what the request shows, the sentences before a part's own included."""
    parties: dict[str, str] = {}

    def of(*names):
        for name in names:
            if name and len(parties) < MOST_PARTIES:
                parties.setdefault(name, f"p{len(parties) + 1}")
        return [parties[name] for name in names if name in parties]

    lines = LINE.findall(user)
    quotes = [(mark, of(name)) for _, line in lines for mark, name in SAID.findall(line)]
    figures = [(mark, of(name)) for _, line in lines for name, mark in COUNTED.findall(line)]
    told = [
        {**position(number, of(holder), []), "stance": "refuses", "told_by": of(teller)[0]}
        for number, line in lines
        for teller, holder in TOLD.findall(line)
    ]
    demanded = [
        position(number, of(holder), of(whom))
        for number, line in lines
        for holder, whom in DEMANDED.findall(line)
    ]
    shown = [number for number, _ in lines]
    return {
        "parties": [
            {
                "id": item,
                "name": name,
                "kind": "organisation" if "Board" in name else "person",
                "role": "main",
                "description": "",
                "aliases": [],
            }
            for name, item in parties.items()
        ],
        "positions": [*told, *demanded],
        "quotes": [{"quote": mark, "speakers": who, "kind": "speech"} for mark, who in quotes],
        "unmarked_quotes": [],
        "figures": [
            {"figure": mark, "kind": "count", "measures": "people", "claimed_by": who}
            for mark, who in figures
        ],
        "abstract": [{"text": f"{len(quotes)} people spoke.", "evidence": shown[-1:]}],
        "headline": {"text": "A part of it", "evidence": shown[:1]},
    }


def position(number, holders, toward):
    """A position; worded otherwise in each part, as the parts number their parties."""
    return {
        "evidence": [number],
        "holders": holders,
        "told_by": None,
        "toward": toward,
        "stance": "demands",
        "topic": "Money for the ferry",
        "statement": f"{holders[0]} speaks of money.",
    }


class ContextServer(LoopbackServer):
    """`requests`, `refused`, `questions` and `spent` keep what came and what it cost; `requests` those that fitted."""

    def __init__(
        self, *, context: int, says="nothing", refuses="llama.cpp", declines=0, longest_reply=10**9, port=0
    ):
        super().__init__(port=port)
        self.context, self.says, self.refuses = context, says, refuses
        self.declines, self.longest_reply = declines, longest_reply
        self.questions: list[str] = []
        self.spent: list[dict[str, int]] = []
        self.refused = 0

    def get(self, exchange):
        self.questions.append(exchange.path)
        body = SAYING.get((self.says, exchange.path))
        exchange.json(body(self.context)) if body else super().get(exchange)

    def answer(self, exchange):
        body = exchange.body
        prompt = "\n".join(message["content"] for message in body["messages"])
        tokens, cap = len(prompt) // 4, body.get("max_tokens", 0)
        if self.too_long(tokens, cap):
            self.refused += 1
            self.requests.pop()
            exchange.json(refusal(self.refuses, tokens, cap, self.context), 400)
            return
        if len(self.requests) == self.declines:
            self.choose(exchange, None, "content_filter", tokens)
            return
        said = json.dumps(answer(body), ensure_ascii=False)
        room = min(cap or self.context, self.context - tokens, self.longest_reply)
        self.choose(exchange, said[: room * 4], "stop" if len(said) <= room * 4 else "length", tokens)

    def choose(self, exchange, content, finish, tokens):
        self.spent.append({"prompt_tokens": tokens, "completion_tokens": len(content or "") // 4})
        exchange.content(content, finish, self.spent[-1])

    def too_long(self, tokens, cap):
        """vLLM counts the answer it may have to give, llama.cpp only what it is given."""
        return tokens + (cap if self.refuses == "vllm" else 1) > self.context


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--context", type=int, default=8192)
    parser.add_argument("--says", choices=SAYS, default="nothing")
    parser.add_argument("--refuses", choices=REFUSES, default="llama.cpp")
    parser.add_argument("--port", type=int, default=8098)
    arguments = parser.parse_args()
    server = ContextServer(**vars(arguments))
    print(server.url, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
