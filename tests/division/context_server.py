"""An OpenAI-compatible server on loopback that takes so many tokens and no more, and answers by what it is shown.

By hand:  PYTHONPATH=tests python tests/division/context_server.py --context 8192 --says props --port 8098
In tests: `with ContextServer(context=8192, says="props") as server: …`

It counts a token for each four characters. Of each quotation listed in a request it gives the speaker that the line
names (“…,” Ana Ruiz said.), of each figure that it counts; what it was not shown it cannot answer.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import argparse
import json
import re
from typing import Any

from loopback_server import LoopbackServer

SPEAKER = re.compile(r"([A-Z]\w+ [A-Z]\w+) said")
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
