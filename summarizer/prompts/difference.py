"""What two prompts say differently: front matter by field, sections by line, what changed by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.prompts.prompt import Prompt
from summarizer.text.align import Run, runs

Op = Literal["equal", "removed", "added"]
_WORD = re.compile(r"[^\S\n]*(?:\n|\S+)|[^\S\n]+$")
_LEAST_KEPT = 2
"""Fewer words in a row than this, between words that changed, make no diff easier to read."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text with its line ends: in both prompts, as the new one has it, or only in one of them."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A field of the front matter, or a section; the pieces that are not `removed` make up its new text."""

    name: str
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether it differs."""
        return any(piece.op != "equal" for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two prompts, part by part; a part that neither has is not among them."""

    old: Prompt
    new: Prompt
    front: tuple[Part, ...]
    sections: tuple[Part, ...]

    @property
    def changed(self) -> bool:
        """Whether they differ in anything but how their front matter is written."""
        return any(part.changed for part in (*self.front, *self.sections))


def difference(old: Prompt, new: Prompt) -> Difference:
    """What `new` says otherwise than `old`."""
    before, after = dict(_fields(old)), dict(_fields(new))
    names = list(dict.fromkeys([*before, *after]))
    return Difference(
        old=old,
        new=new,
        front=tuple(_part(name, before.get(name, ""), after.get(name, "")) for name in names),
        sections=(_part("system", old.system, new.system), _part("user", old.user, new.user)),
    )


def _fields(prompt: Prompt) -> Iterator[tuple[str, str]]:
    found = prompt.front.model_dump(exclude_none=True)
    parameters = found.pop("parameters")
    yield from ((name, str(value)) for name, value in found.items())
    yield from ((f"parameters.{name}", str(value)) for name, value in parameters.items())


def _part(name: str, old: str, new: str) -> Part:
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    pieces: list[Piece] = []
    for run in runs([line.rstrip() for line in before], [line.rstrip() for line in after]):
        left, right = _joined(before, run.old), _joined(after, run.new)
        pieces += _pieces("equal", right) if run.same else _by_words(left, right)
    return Part(name, tuple(_merged(pieces)))


def _by_words(old: str, new: str) -> Iterator[Piece]:
    """Lines that changed, by words; blanks alone are no difference."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    found = runs([_key(word) for word in before], [_key(word) for word in after])
    for run in _readable(list(found)):
        if run.same:
            yield from _pieces("equal", _joined(after, run.new))
        else:
            yield from _pieces("removed", _joined(before, run.old))
            yield from _pieces("added", _joined(after, run.new))


def _key(word: str) -> str:
    return word.strip() or word[-1:]


def _readable(found: Sequence[Run]) -> Iterator[Run]:
    """The runs, with a lone word between two changes counted among what changed."""
    pending: Run | None = None
    for number, run in enumerate(found):
        inner = 0 < number < len(found) - 1
        if run.same and not (inner and len(run.new) < _LEAST_KEPT):
            if pending is not None:
                yield pending
                pending = None
            yield run
        elif pending is None:
            pending = run._replace(same=False)
        else:
            old, new = range(pending.old.start, run.old.stop), range(pending.new.start, run.new.stop)
            pending = Run(same=False, old=old, new=new)
    if pending is not None:
        yield pending


def _joined(words: Sequence[str], run: range) -> str:
    return "".join(words[run.start : run.stop])


def _pieces(op: Op, text: str) -> list[Piece]:
    return [Piece(op, text)] if text else []


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last.op == piece.op:
            last = Piece(last.op, last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
