"""What the words around a quotation say of it in its language: somebody's own words, or a title or a term."""

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.analysis.cues import is_cue, is_known, speech_cues
from summarizer.languages import Language, entry, main_language
from summarizer.text.wordlists import alternatives, phrases, words

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BEFORE_VERB = words("""
    a ont avait avaient eut ha han hanno aveva avevano había habían havia tem har s m l est était étaient
    lui leur nous me nos le les lhe gli mi ci
""")
"""Auxiliaries and pronouns between a comma and a narrator’s verb; none that may be the subject of one."""
_INCISE_VERBS = words("""
    detto dice disse dit dijo diz disseram afirmou respondeu risposto risponde rispose aggiunto aggiunge
    spiegato spiega spus diu digué
""")
"""Words that open a narrator’s clause between commas in languages whose file lists none."""
_ARTICLES = words("il lo la l i gli le o a os as un una um uma el la les primarul ministrul un suo sua")
_LEAST_NARRATOR = 5
"""Letters of a noun for who speaks, in a language that nothing is known of."""
_NARRATORS = words("han hon hun hän el ea ő on ona він вона")
_LONGEST_NAMER = 3
"""Words."""
_SHORT_WORD = 3
"""Letters; a title may leave such words in lower case."""
_FEWEST_REPORTED = 2
"""Words in quotation marks that reported speech makes a quotation; a single one may be a term."""
_MOST_UNMARKED = 3
_ENDS_A_SENTENCE = re.compile(r"[.!?…؟。！？][\s\W]*\w")
_CALLS_OUT = ("!", "?", "！", "？", "؟")
_SENTENCE_ENDS = ".!?…؟\n"
_CLAUSE = re.compile(r"[^，。；：！？、,.;:!?…\n「『“‘]{0,40}")
_AFTER_CUE = ("", *"道着著了过過")
_INTRODUCES = "：:，,、 "
_TITLE_MARK = "『"
_LOOK_BEHIND = 250
"""Characters behind a quotation in which its attribution is looked for."""
_ASIDE = re.compile(r",[^,.;:!?…“”]{1,100},")
_SHORT_TITLE = re.compile(r"\b(?:[A-Z][a-z]{0,2}|Prof|Capt|Sgt|Adm|Supt)\.")
_SPACED_CLAUSE = re.compile(r"[^.,;:!?…\n“”]*")
_MOST_BEFORE_CUE, _MOST_BEHIND_CUE = 6, 3
"""Words of an attribution behind a question: [Mayor Ann Lind] asked [the council]."""
_LABEL = re.compile(r"([^\W\d_a-z][^\W\d_a-z.'’ -]{1,40}):\s")
"""A name in capitals before a colon."""


def speaker_label(quoted: str) -> str | None:
    """Who speaks by the label that a transcript sets before his words: LIND: We will build it."""
    label = _LABEL.match(quoted)
    return label[1] if label and label[1].isupper() else None


class Speech:
    """The words of one language that tell what a quotation is. `speech` keeps those once built."""

    def __init__(self, language: Language, *, known: bool, unnamed: bool) -> None:
        self.known = known
        self.may_be_english = unnamed and not known
        self.cues = speech_cues(language.code if known else None)
        self.spaced = language.spaced
        self._incise_verbs = words(language.incise_verbs) or _INCISE_VERBS & self.cues
        self.incises = bool(self._incise_verbs)
        self.opens_with_dash = not known or language.opens_with_dash
        self._subjects = words(language.determiners) | words(language.refers_back)
        self._namers = frozenset(phrases(language.titles))
        self._namer_endings = tuple(self._namers)
        self._title_case = language.title_case
        self._that = words(language.that)
        self._determiners = words(language.determiners)
        self._said_behind = tuple(language.said_behind.split())
        self._cue = re.compile(alternatives(self.cues))
        self._cue_endings = tuple(cue + ending for cue in self.cues for ending in _AFTER_CUE)

    def is_cue(self, word: str) -> bool:
        """Whether a word says that somebody speaks."""
        return is_cue(word, self.cues)

    def may_break_in(self, verb: str) -> bool:
        """Whether a verb opens a narrator's clause inside marks, as far as it can be told."""
        return self.known or verb in _INCISE_VERBS

    def names_narrator(self, verb: str, behind: Sequence[str], *, reflexive: bool) -> bool:
        """Whether words behind a verb of speech say who speaks: dit [Anne Roux], dit [le maire]."""
        if any(word[0].isupper() for word in behind):
            return True
        if not self.known and verb not in _INCISE_VERBS:
            return any(len(word) >= _LEAST_NARRATOR or word in _NARRATORS for word in behind[:2])
        articles = (word.lower().replace("’", "'").partition("'")[0] for word in behind)
        subjects = self._subjects if self.known else _ARTICLES
        return (reflexive or verb in self._incise_verbs) and any(word in subjects for word in articles)

    def reports_that(self, word: str) -> bool:
        """Whether a word leads in reported speech: that."""
        return word.lower().replace("’", "'").partition("'")[0] in self._that

    def precedes_cue(self, word: str) -> bool:
        """Whether a word may stand between a comma and the verb of a narrator: [a] dit, [s’est] exclamé."""
        return "-t-" in word or _BEFORE_VERB.issuperset(word.lower().replace("’", "'").split("'"))

    def attributes(self, between: str) -> bool:
        """Whether the words between two quotations have one cue, so that one person speaks."""
        if self.spaced:
            return sum(is_cue(word, self.cues) for word in _WORD.findall(between)) == 1
        return self._cue.search(between) is not None

    def goes_with_quotation(self, after: str) -> bool:
        """Whether a clause behind a question or a call tells whose it is: “Who will pay?” [Lind asked]."""
        plain = _SHORT_TITLE.sub(" ", _ASIDE.sub(" ", after[:_LOOK_BEHIND]))
        clause = _SPACED_CLAUSE.match(plain)
        found = _WORD.findall(clause[0]) if clause else []
        places = [place for place, word in enumerate(found) if is_cue(word, self.cues)]
        if len(places) != 1 or not self._that.isdisjoint(word.lower() for word in found):
            return False
        [cue] = places
        return len(found) > 1 and cue <= _MOST_BEFORE_CUE and len(found) - cue - 1 <= _MOST_BEHIND_CUE

    def interrupts(self, between: str) -> bool:
        """Whether what stands behind a quotation ties it to who said it, as と does."""
        return between.startswith(self._said_behind) if self._said_behind else False

    def names(self, before: str, quoted: str) -> bool:
        """Whether a word directly before makes a title, a name or a term of what is quoted: the novel “…”."""
        inside = quoted.rstrip(".,… \u00a0\u202f")
        if inside.endswith(_CALLS_OUT) or _ENDS_A_SENTENCE.search(inside):
            return False
        led_in = before.rstrip(" \u00a0\u202f")
        if not self.spaced:
            return led_in.endswith(self._namer_endings)
        if not led_in[-1:].isalpha() and led_in[-1:] != ".":
            return False
        last = [word.lower() for word in led_in.split()[-_LONGEST_NAMER:]]
        tails = (" ".join(last[place:]).replace("’", "'") for place in range(len(last)))
        if not any(tail in self._namers or tail.rpartition("'")[2] in self._namers for tail in tails):
            return False
        return self._may_be_title(inside)

    def _may_be_title(self, quoted: str) -> bool:
        found = quoted.split()
        if self._title_case:
            longer = [word for word in found if len(word) > _SHORT_WORD]
            return quoted[:1].isupper() and all(word[0].isupper() for word in longer)
        return len(found) <= _MOST_UNMARKED or not quoted[:1].islower()

    def reports(self, before: str, quoted: str) -> bool:
        """Whether the sentence so far reports speech: “she says: …”, or “she says that …”.

        Right behind an article, a term is likelier: she says that the “miracle” …
        """
        if not self._that:
            return False
        begin = max(before.rfind(mark) for mark in _SENTENCE_ENDS) + 1
        found = [word.lower() for word in _WORD.findall(before, begin)]
        if before.rstrip()[-1:] == ":":
            return any(is_cue(word, self.cues) for word in found)
        if not found or found[-1] in self._determiners or len(quoted.split()) < _FEWEST_REPORTED:
            return False
        cue = next((place for place, word in enumerate(found) if is_cue(word, self.cues)), len(found))
        return any(word.partition("'")[0].partition("’")[0] in self._that for word in found[cue + 1 :])

    def surrounds(self, before: str, after: str) -> bool:
        """Whether a cue stands beside a quotation in a script without spaces: 说：“…”, 「…」と述べた."""
        if before.rstrip(_INTRODUCES).endswith(self._cue_endings):
            return True
        clause = _CLAUSE.match(after.lstrip(_INTRODUCES))
        words_after = clause.group() if clause else ""
        if self._said_behind:
            return self.interrupts(words_after) and self._cue.search(words_after) is not None
        return words_after.rstrip().endswith(self._cue_endings)

    def is_title_mark(self, mark: str) -> bool:
        """Whether a quotation mark is one for titles, where it stands alone."""
        return not self.spaced and mark == _TITLE_MARK


def speech(language: str | None) -> Speech:
    """The speech words of a language, by a tag such as `en-GB`."""
    return _speech(main_language(language), is_known(language), language is None)


@lru_cache(maxsize=64)
def _speech(code: str, known: bool, unnamed: bool) -> Speech:  # noqa: FBT001 - cached functions take no keywords
    return Speech(entry(code), known=known, unnamed=unnamed)
