"""PolNeAR: political news with every attribution marked by hand.

E. Newell, D. Margolin, D. Ruths: An Attribution Relations Corpus for Political News, LREC 2018. The corpus is
read where it lies: `text/NAME.txt` and, for each annotator, `attributions/NAME_ANNOTATOR.ann`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from summarizer.analysis import Quotation, mark
from summarizer.article import Article, Span
from summarizer.errors import CorpusMalformed
from summarizer.evaluation.brat import Event, read_standoff
from summarizer.evaluation.gold import GoldArticle, GoldPosition, GoldQuote
from summarizer.evaluation.sources import SourceReader

_LEFT_OPEN = frozenset({"Discuss", "Discard"})
"""What annotators put aside: to be talked about, or no part of the article."""


@dataclass(frozen=True, slots=True)
class _Attribution:
    """That a source is given for a content; `source` is empty where the article gives none."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]

    def holds(self, span: Span) -> bool:
        """Whether `span` lies inside one piece of the content."""
        return any(piece.start <= span.start and span.end <= piece.end for piece in self.content)

    @property
    def length(self) -> int:
        """Characters of the content."""
        return sum(piece.end - piece.start for piece in self.content)


def read_polnear(folder: Path) -> Iterator[GoldArticle]:
    """The articles of a PolNeAR split, by name, with the annotations of all annotators together.

    A quote is a quotation whose words lie inside one piece of a Content; its speaker is the source of the
    smallest such Content. A Content without a quote is reported speech, a position. Which sources have names,
    `sources` tells; parties and figures are not annotated. A quotation is precise if it overlaps a Content:
    where one begins or ends, annotators differ by a word or a mark.

    Raises:
        CorpusMalformed: if a text has no annotations, annotations no text, or a file is not as it should be.
    """
    texts = {path.stem: path for path in sorted((folder / "text").glob("*.txt"))}
    if not texts:
        raise CorpusMalformed(str(folder), "holds no text/*.txt; give the folder of one split of PolNeAR")
    annotations: dict[str, list[Path]] = {name: [] for name in texts}
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rpartition("_")[0]
        if name not in annotations:
            raise CorpusMalformed(str(path), f"annotates text/{name}.txt, which is not there")
        annotations[name].append(path)
    for name, path in texts.items():
        if not annotations[name]:
            raise CorpusMalformed(str(path), "has no annotations; without them nothing can be scored")
        yield _gold(name, path, annotations[name])


def _gold(name: str, path: Path, annotations: list[Path]) -> GoldArticle:
    article = _article(path)
    files = [read_standoff(each, article.text) for each in annotations]
    attributions = _merged(event for file in files for event in file.events)
    reader = SourceReader(article)
    quoted = {
        quotation: holding
        for quotation in mark(article).quotations
        if (holding := [each for each in attributions if each.holds(quotation.span)])
    }
    return GoldArticle(
        name=name,
        article=article,
        quotes=tuple(
            GoldQuote(quotation.span, _names(_innermost(holding), reader) or None)
            for quotation, holding in quoted.items()
        ),
        positions=tuple(_positions(attributions, quoted, reader)),
        undecided=tuple(
            piece
            for file in files
            for bound in file.bounds
            if bound.label in _LEFT_OPEN
            for piece in bound.pieces
        ),
        contents=tuple(piece for each in attributions for piece in each.content),
    )


def _article(path: Path) -> Article:
    try:
        # newline="" because the offsets count the characters of the file as they are.
        with path.open(encoding="utf-8", newline="") as file:
            return Article(text=file.read(), language="en")
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise CorpusMalformed(str(path), f"cannot be read as an article: {error}") from error


def _merged(events: Iterable[Event]) -> list[_Attribution]:
    """Each attribution once, however many annotators marked it; those without a Content hold nothing."""
    found = (_Attribution(event.pieces("Content"), event.pieces("Source")) for event in events)
    return list(dict.fromkeys(each for each in found if each.content))


def _innermost(holding: list[_Attribution]) -> list[_Attribution]:
    """The attributions with the smallest Content: annotators may give several sources for the same one."""
    smallest = min(each.length for each in holding)
    return [each for each in holding if each.length == smallest]


def _names(attributions: Iterable[_Attribution], reader: SourceReader) -> tuple[str, ...]:
    sources = dict.fromkeys(piece for each in attributions for piece in each.source)
    return tuple(dict.fromkeys(name for source in sources for name in reader.names(source)))


def _positions(
    attributions: list[_Attribution], quoted: Iterable[Quotation], reader: SourceReader
) -> Iterator[GoldPosition]:
    spans = [quotation.span for quotation in quoted]
    for each in attributions:
        if not any(each.holds(span) for span in spans):
            yield GoldPosition(each.content, _names([each], reader))
