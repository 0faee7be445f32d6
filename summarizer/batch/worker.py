"""A process beside the run's own that marks articles and grounds what the model says of them.

It is told what to do on standard input and answers on standard output, both pickled by and for this package.
It ends with its input, so that it never outlives the process it works for.
"""

import gc
import pickle
import sys
from collections import OrderedDict
from contextlib import suppress
from dataclasses import replace
from typing import Any, BinaryIO, NamedTuple

from summarizer import pipeline
from summarizer.analysis import MarkedArticle
from summarizer.article import Article
from summarizer.batch.collector import seldom_collecting
from summarizer.claims import Claims
from summarizer.prompts import Message, Prompt
from summarizer.summary import Summary

LENGTH = 8
"""Bytes that say how long an answer is."""
_KEPT = 256
"""Articles that are kept until the model has answered, at most: each takes some 200 kB."""


class Prepare(NamedTuple):
    """Mark an article and word the request for it; answered with the marks and the request."""

    number: int
    article: Article


class Ground(NamedTuple):
    """Ground a model's claims in the article of that number; answered with the summary."""

    number: int
    claims: Claims


Piece = Prepare | Ground
Answer = tuple[MarkedArticle, list[Message]] | Summary | None


class Worker:
    """Does pieces of work on articles, with one prompt."""

    def __init__(self, prompt: Prompt) -> None:
        self._prompt = prompt
        self._kept: OrderedDict[int, pipeline.Prepared] = OrderedDict()

    def do(self, piece: Piece) -> Answer:
        """What comes of a piece; None of one that fails: who asked meets the error again, doing it."""
        try:
            return self._prepared(piece) if isinstance(piece, Prepare) else self._grounded(piece)
        except Exception:  # noqa: BLE001 - as said
            return None

    def _prepared(self, piece: Prepare) -> Answer:
        ready = self._kept[piece.number] = pipeline.prepare(piece.article, self._prompt)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return ready.marked, ready.request

    def _grounded(self, piece: Ground) -> Answer:
        return self._kept.pop(piece.number).grounded(piece.claims)


def told(what: object) -> bytes:
    """Something to tell the other process."""
    return pickle.dumps(what, pickle.HIGHEST_PROTOCOL)


def understood(said: bytes) -> Any:
    """What the other process told."""
    return pickle.loads(said)  # noqa: S301 - from the process at the other end of a pipe of our own


def without_templates(prompt: Prompt) -> Prompt:
    """A prompt that can be told: what was compiled of it stays here, as does what is for long articles."""
    return replace(prompt, merging=None)


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Do what is asked, a prompt first and then lists of pieces, until there is no more."""

    def read() -> Any:
        return pickle.load(asked)  # noqa: S301 - from the process that started this one, through its pipe

    def answer(found: list[Answer]) -> None:
        body = told(found)
        answers.write(len(body).to_bytes(LENGTH) + body)
        answers.flush()

    with suppress(EOFError, BrokenPipeError):
        worker = Worker(read())
        answer([])
        while True:
            answer([worker.do(piece) for piece in read()])


def main() -> None:
    """Serve the process that started this one."""
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    gc.freeze()  # what is imported stays
    with seldom_collecting():
        serve(asked, answers)
