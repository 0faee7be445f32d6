"""Endpoint quirks by name: what of each is read.

Every quirk is a fault of `misbehaving_server`, met by the model client over loopback, once each.
"""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Shares the tests' server.

import asyncio

from misbehaving_server import DIALECTS, ODDITIES, SCHEMALESS, MisbehavingServer

from summarizer.drafts import ReferenceDraft
from summarizer.errors import SummarizerError
from summarizer.llm import Endpoint, Model
from summarizer.prompts import Message

MESSAGES: list[Message] = [
    {"role": "system", "content": "Summarise."},
    {"role": "user", "content": "Talks go on."},
]
PARAMETERS = {"temperature": 0, "seed": 7, "top_p": 1, "max_tokens": 8000}
QUIRKS = (*ODDITIES, *SCHEMALESS, *DIALECTS)


async def _soon(_: float) -> None:
    """Wait for nothing."""


async def _outcome(quirk: str) -> str:
    with MisbehavingServer(quirk) as server:
        async with Model(Endpoint("m", server.url), sleep=_soon) as model:
            try:
                answer = await model.ask(MESSAGES, draft=ReferenceDraft, parameters=PARAMETERS)
            except SummarizerError as error:
                return f"not read: {type(error).__name__}"
    told = ", ".join(sorted({flag.code for flag in answer.flags}))
    requests = f"{answer.attempts} request{'s' * (answer.attempts > 1)}"
    return f"read, {requests}" + (f" ({told})" if told else "")


def endpoint_quirks() -> list[tuple[str, str]]:
    """Return each quirk with what came of it: `read, …` or `not read: …`."""
    return [(quirk, asyncio.run(_outcome(quirk))) for quirk in QUIRKS]


def measure(_gold):
    """Yield how many of the quirks are read, and a row for each."""
    found = endpoint_quirks()
    read = sum(outcome.startswith("read") for _, outcome in found)
    yield "endpoint quirks: read", f"{read} of {len(found)}", "goal: all"
    for quirk, outcome in found:
        what, _, how = outcome.partition(", " if outcome.startswith("read") else ": ")
        yield f"  {quirk}", what, how


if __name__ == "__main__":
    for name, what, how in measure(None):
        print(f"{name:34} {what}, {how}")
