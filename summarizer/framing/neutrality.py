"""Loaded wording that a model's own words take over."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from summarizer.analysis import MarkedArticle
from summarizer.analysis.places import Marks
from summarizer.framing.framing import every_expression
from summarizer.framing.lexicon import Lexicon, lexicons, read_lexicon
from summarizer.framing.loaded import Loaded, LoadedFinder
from summarizer.framing.voice import Voice
from summarizer.summary import Framing
from summarizer.text.tokens import Tokens


class OwnWords:
    """The loaded words in what a model says in its own, held against its article.

    `framing` is the article's own loaded wording; the rest of the table counts as well.
    """

    def __init__(self, marks: Marks, framing: Iterable[Framing]) -> None:
        """Nothing is read yet."""
        self._text, self._language = marks.text, marks.marked.language
        self._framing = {item.text.casefold(): item for item in framing}
        self._meanings = {(item.category, item.neutral) for item in self._framing.values() if item.neutral}

    def problems(self, own: MarkedArticle, *, is_of_a_party: bool = False) -> Iterator[str]:
        """Say of each loaded word of a text that it is one, and what would be neutral.

        A word is the model's own unless its sentence says whose it is: what Hamas calls genocide, accused
        of genocide; or sets it in quotation marks and names a speaker. What a party is said to want is that
        party's; there a word counts if the article itself says it, or nobody in the article.
        """
        text = own.article.text
        for loaded in self._loaded(own):
            words = text[loaded.span.start : loaded.span.end]
            of_article = self._is_of_the_article(words, loaded)
            if not is_of_a_party or of_article or words.casefold() not in self._folded:
                yield _message(words, loaded, of_article=of_article)

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


def _message(words: str, loaded: Loaded, *, of_article: bool) -> str:
    neutral = loaded.meaning.neutral
    better = f"neutral is “{neutral}”" if neutral else "neutral is to leave it out"
    what = "the article's loaded wording" if of_article else "a loaded word"
    if loaded.is_scare_quoted:
        return f"It holds {words} at a distance by quotation marks, without saying who does; {better}."
    return f"It says “{words}”, {what}, without saying whose it is; {better}."
