"""Brat standoff annotations: spans with labels, and events that join them.

The format: P. Stenetorp and others, brat: a Web-based Tool for NLP-Assisted Text Annotation, EACL 2012, and
https://brat.nlplab.org/standoff.html. Read here are text-bound annotations (T) and events (E).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.article import Span
from summarizer.errors import CorpusMalformed

_OTHER = re.compile(r"[ARMN#*]\d*\t.*")
"""Relations, attributes, normalisations, notes and equivalences: nothing here needs them."""
_BOUND = re.compile(r"T\S+\t(?P<label>\S+) (?P<pieces>\d+ \d+(?:;\d+ \d+)*)\t(?P<words>.*)")
_EVENT = re.compile(r"E\S+\t(?P<roles>\S+:T\S+(?: \S+:T\S+)*) ?")
_ROLE = re.compile(r"(?P<role>\S+?)\d*:(?P<id>T\S+)")


@dataclass(frozen=True, slots=True)
class Bound:
    """A labelled stretch of the text, in one piece or several, in the order of the text."""

    label: str
    pieces: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Annotations joined: role (`Source`; a number behind it is dropped) and what plays it."""

    roles: tuple[tuple[str, Bound], ...]

    def pieces(self, role: str) -> tuple[Span, ...]:
        """The pieces of all annotations that play `role`."""
        return tuple(sorted({piece for each, bound in self.roles if each == role for piece in bound.pieces}))


@dataclass(frozen=True, slots=True)
class Standoff:
    """What one annotation file holds."""

    bounds: tuple[Bound, ...]
    events: tuple[Event, ...]


def read_standoff(path: Path, text: str) -> Standoff:
    """Read an annotation file of `text`; its offsets count code points.

    Raises:
        CorpusMalformed: naming file and line, if a line is none of brat's, a span does not hold the words
            that the line repeats from the text, or an event names an annotation that is not there.
    """
    bounds: dict[str, Bound] = {}
    events: list[tuple[int, str]] = []
    for number, line in _lines(path):
        if line.startswith("T"):
            bounds[line.partition("\t")[0]] = _bound(line, text, path, number)
        elif line.startswith("E"):
            events.append((number, line))
        elif not _OTHER.fullmatch(line):
            raise CorpusMalformed(str(path), "no line of a brat file", line=number)
    read = tuple(_event(line, bounds, path, number) for number, line in events)
    return Standoff(tuple(bounds.values()), read)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusMalformed(str(path), f"cannot be read: {error}") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def _bound(line: str, text: str, path: Path, number: int) -> Bound:
    match = _BOUND.fullmatch(line)
    if match is None:
        raise CorpusMalformed(str(path), "expected “T1<tab>Label 0 5;9 12<tab>words”", line=number)
    pieces = [Span(*map(int, piece.split(" "))) for piece in match["pieces"].split(";")]
    if any(not piece.start < piece.end <= len(text) for piece in pieces):
        raise CorpusMalformed(str(path), f"a span leaves the text of {len(text)} characters", line=number)
    found = " ".join(text[piece.start : piece.end] for piece in pieces)
    if found.split() != match["words"].split():
        problem = f"the span holds {found[:40]!r}, not {match['words'][:40]!r}; have line ends been changed?"
        raise CorpusMalformed(str(path), problem, line=number)
    return Bound(match["label"], tuple(sorted(pieces)))


def _event(line: str, bounds: dict[str, Bound], path: Path, number: int) -> Event:
    match = _EVENT.fullmatch(line)
    if match is None:
        raise CorpusMalformed(str(path), "expected “E1<tab>Label:T1 Role:T2”", line=number)
    roles = [(role["role"], role["id"]) for role in _ROLE.finditer(match["roles"])]
    missing = [each for _, each in roles if each not in bounds]
    if missing:
        raise CorpusMalformed(str(path), f"the event names {missing[0]}, which is not there", line=number)
    return Event(tuple((role, bounds[each]) for role, each in roles))
