"""Markup as its readers see it: what is hidden is out, and what its type says stands in its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.article import Article, ReadingNote
from summarizer.errors import ArticleEmpty
from summarizer.reading import blocks, quoted, unseen, written
from summarizer.reading.blocks import Block
from summarizer.reading.text import NO_FACTS, Facts, from_text
from summarizer.reading.verdict import weight

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SCRIPTS = ("script", "noscript", "template", "svg", "iframe")
_WORDS = 4
_LETTERS = 20  # fewer are a label or an icon's name
_SHOWN = 3
_BEGINNING = 80  # characters


@dataclass(frozen=True, slots=True)
class Seen:
    """A tree as its readers see it, with what was taken out of it and put into it."""

    shown: list[Block]
    hidden: unseen.Unseen
    struck: str
    quoted: list[str]

    def notes_on(self, text: str, container: "Element | None" = None) -> Iterator[ReadingNote]:
        """What to say of how `text` was come by: what was hidden inside `container`, and the marks added."""
        hidden = [
            words
            for parent, words in self.hidden.stretches
            if is_worded(words) and (container is None or _is_within(parent, container))
        ]
        if hidden:
            yield ReadingNote(
                "hidden_text", f"Readers do not see, and so it is left out: {beginnings(hidden)}."
            )
        if self.struck:
            yield ReadingNote("hidden_text", f"Struck out, and so left out: {beginnings([self.struck])}.")
        marked = [words for words in self.quoted if words[:_LETTERS] in " ".join(text.split())]
        if marked:
            yield ReadingNote(
                "quotation_marks_added",
                f"Set as block quotations; the quotation marks were added: {beginnings(marked)}.",
            )


def as_seen(tree: "Element", language: str | None) -> Seen:
    """Change `tree` to what its readers see of it, written out in words."""
    from lxml import etree

    etree.strip_elements(tree, *_SCRIPTS, with_tail=False)
    hidden = unseen.take_out(tree)
    struck = written.write_out(tree)
    marked = quoted.add_marks(tree, language)
    return Seen(blocks.of_tree(tree), hidden, struck, marked)


def read_markup(markup: str, *, source: str, facts: Facts = NO_FACTS) -> Article:
    """The article that a piece of HTML is: a mail's or a feed's body, which holds nothing else.

    Raises:
        ArticleEmpty: if there are no words in it.
        ArticleTooLong: as `blocks.parse`.
    """
    seen = as_seen(blocks.parse(markup, source=source), facts.language)
    text = blocks.joined(seen.shown)
    if not text:
        raise ArticleEmpty(source, "holds no text")
    return with_notes(
        from_text(text, source=source, facts=facts), seen.hidden.said, tuple(seen.notes_on(text))
    )


def with_notes(article: Article, hidden: str, notes: Sequence[ReadingNote]) -> Article:
    """`article`, with what its readers do not see, and what they should know of it."""
    return (
        article.model_copy(update={"hidden": hidden, "notes": tuple(notes)}) if hidden or notes else article
    )


def beginnings(texts: Sequence[str]) -> str:
    """The first words of a few texts, for a warning."""
    shown = [repr(text if len(text) <= _BEGINNING else f"{text[:_BEGINNING]}…") for text in texts[:_SHOWN]]
    more = f" and {len(texts) - _SHOWN} more" if len(texts) > _SHOWN else ""
    return ", ".join(shown) + more


def is_worded(text: str) -> bool:
    """Whether a text says something, and is no label."""
    letters = weight(text)
    return letters >= _LETTERS and (len(text.split()) >= _WORDS or letters > len(text) * 2)


def _is_within(element: "Element | None", container: "Element") -> bool:
    while element is not None and element is not container:
        element = element.getparent()
    return element is container
