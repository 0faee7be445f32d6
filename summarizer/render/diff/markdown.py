"""A changelog as Markdown, as a release note for a pull request."""

from collections.abc import Iterator

from summarizer.comparison.changes import Changes
from summarizer.comparison.kinds import KINDS
from summarizer.comparison.totals import Changelog
from summarizer.render.diff.describe import (
    COVERAGE_HEADS,
    COVERAGE_NOTE,
    Told,
    counted,
    coverage_cells,
    scope,
    told,
)
from summarizer.render.diff.sentences import Piece, Tone
from summarizer.render.markdown import escaped

_MARKS: dict[Tone, str] = {"plain": "", "who": "**", "before": "~~", "after": "**"}


def as_markdown(found: Changelog, *, reworded: bool = False) -> str:
    """A document of CommonMark, with the tables and the struck text of GitHub."""
    blocks = [f"# {escaped(found.sides.before)} → {escaped(found.sides.after)}"]
    if found.of_many:
        blocks += _totals(found)
    if not found.counts:
        blocks.append("Nothing changed in meaning.")
    for changes in found.listed:
        blocks += _article(changes, reworded=reworded)
    return "\n\n".join(blocks) + "\n"


def _totals(found: Changelog) -> Iterator[str]:
    yield "  \n".join(map(escaped, scope(found)))
    rows = [coverage_cells(name, change) for name, change in found.coverage.items()]
    yield _table([list(COVERAGE_HEADS), *rows])
    yield f"*{escaped(COVERAGE_NOTE)}*"
    if found.counts:
        counts = [
            [KINDS[kind].many, f"{number:,}", f"{found.articles_with[kind]:,}"]
            for kind, number in found.counts.items()
        ]
        yield _table([["Changes", "number", "articles"], *counts])


def _table(rows: list[list[str]]) -> str:
    head, *others = (f"| {' | '.join(map(escaped, row))} |" for row in rows)
    return "\n".join([head, "|---" * len(rows[0]) + "|", *others])


def _article(changes: Changes, *, reworded: bool) -> Iterator[str]:
    published = f", {changes.article.published}" if changes.article.published else ""
    yield f"## {escaped(changes.name)}{published}"
    for section, some in told(changes, reworded=reworded):
        yield f"### {section}"
        yield "\n".join(map(_line, some))
    left = changes.counts.get("positions.reworded", 0)
    if left and not reworded:
        yield f"{counted('positions.reworded', left)}."


def _line(one: Told) -> str:
    ids = f" ({escaped(one.ids)})" if one.ids else ""
    return f"- {one.label}: {''.join(map(_piece, one.pieces))}{ids}"


def _piece(piece: Piece) -> str:
    """Marks hug the words, or they would not be marks; blanks go outside."""
    mark, words = _MARKS[piece.tone], escaped(piece.text)
    before = " " if piece.text[:1].isspace() and piece.text.strip() else ""
    after = " " if piece.text[-1:].isspace() else ""
    return f"{before}{mark}{words}{mark}{after}" if words else after
