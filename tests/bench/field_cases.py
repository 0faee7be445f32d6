"""Small inputs with what is right for each: `figures.jsonl` and `cases.jsonl` of a folder `cases`.

A row of `figures.jsonl` has a text, its language and `right` (its figures) or `speaker`; one of `cases.jsonl` a
file and, in words, what is expected of it. `CHECKS` says how that is told of the files it names; where the words
begin with a number of sentences or quotations, they are enough.
"""

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import summarizer
from summarizer import reading
from summarizer.analysis import MarkedArticle, mark
from summarizer.article import Article

_COUNTED = re.compile(r"(\d+|one) (sentence|quotation)s?\b")
_MEMBERS = ("value", "upper", "comparator", "unit")


class Outcome(NamedTuple):
    """One case: its name, and what came out wrong; None where all is right."""

    name: str
    fault: str | None


Check = Callable[[MarkedArticle, str], bool]


def measure(gold: Path):
    """Yield the rows of the table: how many cases of each file are right, and each one that is not."""
    folder = gold / "cases"
    for title, found in (
        ("figures.jsonl", list(figure_cases(folder))),
        ("cases.jsonl", list(file_cases(folder))),
    ):
        right = sum(one.fault is None for one in found)
        yield f"cases, {title}: right", f"{right} of {len(found)}", "goal: all"
        for one in found:
            if one.fault is not None:
                yield f"  {one.name}"[:58], "wrong", one.fault


def figure_cases(folder: Path):
    """Yield the outcome of every row of `figures.jsonl`."""
    for row in _rows(folder / "figures.jsonl"):
        article = Article(text=row["text"], language=row["language"])
        if "speaker" in row:
            expected, found = [row["speaker"]], _speakers(article)
        else:
            expected = [" ".join(_members(each)) for each in row["right"]]
            found = [
                " ".join(_members({name: getattr(figure, name) for name in _MEMBERS}))
                for figure in mark(article).figures
            ]
        yield Outcome(f"{row['language']}: {row['class']}", _fault(expected, found))


def _fault(expected: list[str], found: list[str]) -> str | None:
    if expected == found:
        return None
    return f"expected {'; '.join(expected) or 'none'}, got {'; '.join(found) or 'none'}"


def _members(figure: dict[str, Any]):
    """Yield what a figure says, numbers without the form they are written in."""
    for name in _MEMBERS:
        value = figure[name]
        if value is not None:
            yield f"{Decimal(value).normalize():f}" if name in ("value", "upper") else str(value)


def _speakers(article: Article) -> list[str]:
    summary = summarizer.summarize(article, model="none")
    names = {party.id: party.name for party in summary.parties}
    return [names.get(speaker, speaker) for quote in summary.quotes for speaker in quote.speakers]


def file_cases(folder: Path):
    """Yield the outcome of every row of `cases.jsonl` that can be checked."""
    for row in _rows(folder / "cases.jsonl"):
        path, expected = folder / row["file"], row["expected"]
        check = CHECKS.get(path.name) or _counted(expected)
        if check is None:
            yield Outcome(path.name, f"no check written for: {expected}")
            continue
        [entry] = reading.entries(path)
        if isinstance(entry, reading.NotRead):
            yield Outcome(path.name, str(entry))
            continue
        marked = mark(entry.article)
        yield Outcome(path.name, None if check(marked, expected) else f"{expected} | got {_said(marked)}")


def _said(marked: MarkedArticle) -> str:
    figures = ", ".join(" ".join(_members({n: getattr(one, n) for n in _MEMBERS})) for one in marked.figures)
    numbers = f"{len(marked.sentences)} sentences, {len(marked.quotations)} quotations"
    return f"{marked.article.title!r}; {numbers}; figures {figures or 'none'}"


def _rows(path: Path):
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _counted(expected: str) -> Check | None:
    told = _COUNTED.match(expected)
    if told is None:
        return None
    number = 1 if told[1] == "one" else int(told[1])
    part = "sentences" if told[2] == "sentence" else "quotations"
    return lambda marked, _: len(getattr(marked, part)) == number


def _figures(*expected: str) -> Check:
    """The figures of an article, each as its value, unit and comparator where it is not "exactly"."""

    def check(marked: MarkedArticle, _: str) -> bool:
        found = [" ".join(_members({n: getattr(one, n) for n in _MEMBERS})) for one in marked.figures]
        return [each.replace(" exactly", "") for each in found] == list(expected)

    return check


def _facts(marked: MarkedArticle, expected: str) -> bool:
    """Whether title and author are those that the words name."""
    facts = [part.partition(": ") for part in expected.split("; ")]
    said = {name: value for name, _, value in facts if name in ("title", "author")}
    return all(getattr(marked.article, name) == value for name, value in said.items())


def _lacks(*patterns: str) -> Check:
    return lambda marked, _: not any(re.search(pattern, marked.article.text) for pattern in patterns)


def _inside(*patterns: str) -> Check:
    """Whether no quotation holds what these patterns say, and there are some."""
    return lambda marked, _: (
        bool(marked.quotations)
        and not any(
            re.search(pattern, marked.article.text[one.span.start : one.span.end])
            for one in marked.quotations
            for pattern in patterns
        )
    )


CHECKS: dict[str, Check] = {
    "atom-title-html.xml": _facts,
    "collective-fr.txt": _figures("100 about", "20 about"),
    "es-entre-el.txt": _figures("10 15 between %"),
    "feet-inches.txt": _figures("6.166667 feet", "11.285714 stone"),
    "guillemets-fr.txt": lambda marked, _: [one.continues for one in marked.quotations] == [None, "q1", "q2"],
    "half-million-fr.txt": _figures("1500000", "2.5 heures"),
    "half-million-ru.txt": _figures("500000"),
    "hebrew.txt": lambda marked, _: len(marked.quotations) == 1 and _values(marked) == ["1500000000"],
    "html-blockquote.html": lambda marked, _: len(marked.quotations) == 1,
    "html-hidden-attribute.html": lambda marked, _: "2019" not in marked.article.text,
    "html-jsonld-entities.html": _facts,
    "html-jsonld-nested-name.html": lambda marked, said: f"author {marked.article.author};" in said,
    "html-quote-caption-class.html": lambda marked, _: marked.article.text.count("\n\n") in (3, 4),
    "html-sup.html": _lacks(r"\b106\b", r"\b31/2\b", r"[a-z]1\b"),
    "incise-fr.txt": _inside(r", a dit\b"),
    "korean.txt": lambda marked, _: (
        _values(marked) == ["1500000000000", "30000"] and len(marked.quotations) == 2
    ),
    "minus-de.txt": _figures("-0.3 %", "-12 Grad"),
    "minus-zh.txt": _figures("-12 度", "-1.1 %"),
    "mixed-fractions.txt": _figures("2.5 miles", "0.75", "0.5 litres"),
    "one-in-ten-chance.txt": _figures("0.1", "0.2"),
    "pc-bps.txt": _figures("12 %", "1100000000 EUR", "25 basis points", "5.25 %"),
    "pronoun-names.txt": lambda marked, _: set(_speakers(marked.article)) <= {"Chidinma Okafor"},
    "rss-cdata-entities.xml": _lacks("&[a-z]+;", "<p>"),
    "rss-escaped-cdata.xml": _lacks(r"\A<!\[CDATA"),
    "spelled-decimals.txt": _figures("1200000 about", "2.5 %"),
    "to-hyphen-range.txt": _figures("5 10 between %", "5 10 between %", "12 15 between years"),
    "two-speakers-de.txt": lambda marked, _: marked.quotations[1].continues is None,
    "vulgar-fractions.txt": _figures("3.5 miles", "2.75 hours", "1500000", "0.5", "3.5 %"),
}


def _values(marked: MarkedArticle) -> list[str]:
    return [f"{one.value.normalize():f}" for one in marked.figures]
