"""What is wrong with a model's own words: loaded wording taken over, numbers the article does not hold."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from summarizer.analysis import MarkedArticle, mark
from summarizer.analysis.places import Marks
from summarizer.article import Article
from summarizer.framing.framing import every_expression
from summarizer.framing.lexicon import Lexicon, lexicons, read_lexicon
from summarizer.framing.loaded import Loaded, LoadedFinder
from summarizer.framing.numbers import ArticleNumbers
from summarizer.framing.voice import Voice
from summarizer.summary import Framing, Position, SummaryWarning, WarningCode
from summarizer.text.tokens import Tokens

PROBLEMS: frozenset[WarningCode] = frozenset({"loaded_wording", "number_not_in_article"})
"""The warnings that this module gives."""


class OwnWords:
    """What a model says in its own words is held against its article.

    `framing` is the article's own loaded wording; the rest of the table counts as well.
    """

    def __init__(self, marks: Marks, framing: Iterable[Framing]) -> None:
        """Nothing is read yet."""
        self._text, self._language = marks.text, marks.marked.language
        self._numbers = ArticleNumbers(marks)
        self._framing = {item.text.casefold(): item for item in framing}
        self._meanings = {(item.category, item.neutral) for item in self._framing.values() if item.neutral}

    def problems(
        self, headline: str, abstract: str, positions: Iterable[Position] = ()
    ) -> list[SummaryWarning]:
        """A warning for each loaded word and each number, by field.

        A word is the model's own unless its sentence says whose it is: what Hamas calls genocide, accused
        of genocide; or sets it in quotation marks and names a speaker. The statement of a position is its
        party's; there it counts if the article itself says it, or nobody in the article, and not at all where
        the article's words are shown as they are.
        """
        found = [*self._of_field("headline", None, headline), *self._of_field("abstract", None, abstract)]
        for position in positions:
            if position.wording == "model":
                found += self._of_field("statement", position.id, position.statement)
        return found

    def _of_field(self, name: str, item: str | None, text: str) -> Iterator[SummaryWarning]:
        own = mark(Article(text=text, language=self._language))
        for loaded in self._loaded(own):
            words = text[loaded.span.start : loaded.span.end]
            of_article = self._is_of_the_article(words, loaded)
            if item is None or of_article or words.casefold() not in self._folded:
                message = _message(name, words, loaded, of_article=of_article)
                yield SummaryWarning(code="loaded_wording", item=item, message=message)
        for number in self._numbers.missing(own):
            message = f"The {name} says “{number}”, a number that the article does not hold."
            yield SummaryWarning(code="number_not_in_article", item=item, message=message)

    def _loaded(self, own: MarkedArticle) -> list[Loaded]:
        """The loaded expressions of a text that it uses itself, each once."""
        text = own.article.text
        marks, tokens = Marks(own), Tokens.of(text)
        found: dict[str, Loaded] = {}
        for lexicon in self._lexicons(text):
            voice = Voice(marks, tokens, lexicon)
            for loaded in every_expression(LoadedFinder(marks, tokens, lexicon)):
                if loaded.is_scare_quoted or voice.is_unattributed(loaded.first, loaded.last):
                    found.setdefault(loaded.form, loaded)
        return list(found.values())

    def _lexicons(self, text: str) -> list[Lexicon]:
        """The article's tables, and the English one: models answer in English about other articles too."""
        mine, english = lexicons(self._language, text), read_lexicon("en")
        return mine if english in mine else [*mine, english]

    def _is_of_the_article(self, words: str, loaded: Loaded) -> bool:
        """Whether the article itself says so, perhaps in another form of the word."""
        meaning = (loaded.meaning.category, loaded.meaning.neutral)
        return words.casefold() in self._framing or meaning in self._meanings

    @cached_property
    def _folded(self) -> str:
        return self._text.casefold()


def _message(field: str, words: str, loaded: Loaded, *, of_article: bool) -> str:
    shown = words if loaded.is_scare_quoted else f"“{words}”"
    neutral = loaded.meaning.neutral
    better = f"neutral is “{neutral}”" if neutral else "neutral is to leave it out"
    what = "the article's loaded wording" if of_article else "a loaded word"
    return f"The {field} says {shown}, {what}, without saying whose it is; {better}."
