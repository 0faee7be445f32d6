"""Which quotation glyphs of a paragraph belong together."""

from dataclasses import dataclass, field

from summarizer.analysis.glyphs import Glyph, glyphs

_DEEPEST = 4
_HEAD = 3
"""Characters behind a mark at the head of a paragraph in which its first letter stands."""
_LONGEST_UNSURE = 6
"""Words between single marks whose closing one may as well be the apostrophe of a plural."""


@dataclass(slots=True)
class Pair:
    """An opening mark and the place where its quotation ends; offsets count from the paragraph's start."""

    mark: Glyph
    parent: "Pair | None"
    inner_end: int = -1
    outer_end: int = -1
    closed: bool = False
    kept: bool = True

    def end(self, inner: int, outer: int, *, closed: bool) -> None:
        """Settle where the words end, and where their closing mark does."""
        self.inner_end, self.outer_end, self.closed = inner, outer, closed


@dataclass(slots=True)
class _Reader:
    paragraph: str
    goes_on_with: str
    taken_up: str
    marks: list[Glyph]
    following: list[int]
    pairs: list[Pair] = field(default_factory=list)
    stack: list[Pair] = field(default_factory=list)

    def read(self) -> list[Pair]:
        for index, mark in enumerate(self.marks):
            if self._takes_up(index, mark):
                self._open(index, mark._replace(text=self.taken_up, nature="opens"))
                continue
            partner = self._partner(mark)
            if self._intends_to_open(index, mark, partner):
                self._open(index, mark)
            elif partner and not self._is_no_mark(index, mark, partner):
                self._close(mark, partner)
        end = len(self.paragraph)
        for pair in self.stack:
            pair.end(end, end, closed=False)
            # A single mark that nothing answers is an apostrophe, unless the next paragraph takes it up.
            pair.kept = not _needs_answer(pair.mark) or self.goes_on_with.startswith(
                (pair.mark.text, _CLOSES.get(pair.mark.text, pair.mark.text))
            )
        return [pair for pair in self.pairs if pair.kept]

    def _takes_up(self, index: int, mark: Glyph) -> bool:
        """Whether a closing mark at the head takes up a quotation that is open above: » Il ajoute."""
        if index or mark.start or mark.text != _CLOSES.get(self.taken_up):
            return False
        letter = next((each for each in self.paragraph[mark.end : mark.end + _HEAD] if each.isalpha()), "")
        return not letter.islower()

    def _partner(self, mark: Glyph) -> Pair | None:
        """The open quotation that `mark` would close: its counterpart's, else the innermost of its family."""
        innermost = None
        for pair in reversed(self.stack):
            if pair.mark.family == mark.family:
                innermost = innermost or pair
                if pair.mark.text == _COUNTERPART.get(mark.text, mark.text):
                    return pair
            elif mark.family == "single":
                break
        return innermost

    def _next(self, index: int) -> Glyph | None:
        """The next mark of the same family."""
        return self.marks[self.following[index]] if self.following[index] >= 0 else None

    def _intends_to_open(self, index: int, mark: Glyph, partner: Pair | None) -> bool:
        only_opens = mark.opens and not mark.closes
        only_closes = mark.closes and not mark.opens
        if partner is None:
            if mark.nature != "either" or mark.opens or mark.closes:
                return not only_closes if mark.nature == "opens" else mark.opens or self._glued(mark)
            coming = self._next(index)
            return mark.family != "single" and coming is not None and not (coming.opens and not coming.closes)
        if mark.nature == "opens":
            turned = partner.mark.text in _TURNED.get(mark.text, ())
            return not only_closes and not turned
        if mark.nature == "closes":
            return only_opens and partner.mark.text == mark.text
        return only_opens

    def _glued(self, mark: Glyph) -> bool:
        """Whether a straight mark sticks to the comma or colon before it and to the word after it."""
        before, after = self.paragraph[mark.start - 1 : mark.start], self.paragraph[mark.end : mark.end + 1]
        return (
            mark.nature == "either"
            and mark.family == "double"
            and before in tuple(",:;.")
            and after.isalnum()
        )

    def _is_no_mark(self, index: int, mark: Glyph, partner: Pair) -> bool:
        """Whether a mark that could close is an inch or an apostrophe, as a better one follows."""
        if mark.family == "single" and not mark.closes:
            return True
        if not mark.measures:
            return False
        coming = self._next(index)
        if coming is not None and coming.closes and not coming.opens:
            return True
        between = self.paragraph[partner.mark.end : mark.start]
        return mark.family == "single" and between.count(" ") >= _LONGEST_UNSURE

    def _open(self, index: int, mark: Glyph) -> None:
        for pair in self.stack:
            if pair.mark.text == mark.text and not self._nests(index, mark):
                self._leave_open(pair, mark.start)
                break
        if len(self.stack) < _DEEPEST:
            pair = Pair(mark, self.stack[-1] if self.stack else None)
            self.pairs.append(pair)
            self.stack.append(pair)

    def _nests(self, index: int, mark: Glyph) -> bool:
        """Whether two closing marks follow, one for this quotation and one for the one around it."""
        if mark.family == "single":
            return False
        for _ in range(2):
            index = self.following[index]
            if index < 0 or not self.marks[index].closes or self.marks[index].opens:
                return False
        return True

    def _leave_open(self, outermost: Pair, end: int) -> None:
        """End `outermost` and all within it at `end`, without a closing mark."""
        place = self.stack.index(outermost)
        for pair in self.stack[place:]:
            pair.end(end, end, closed=False)
            pair.kept = not _needs_answer(pair.mark)
        del self.stack[place:]

    def _close(self, mark: Glyph, partner: Pair) -> None:
        place = self.stack.index(partner)
        if self.stack[place + 1 :]:
            self._leave_open(self.stack[place + 1], mark.start)
        partner.end(mark.start, mark.end, closed=True)
        del self.stack[place:]


def _needs_answer(mark: Glyph) -> bool:
    """Whether a mark is something else where no other closes it."""
    return mark.family == "single" or mark.text == "<<"


_COUNTERPART = {"”": "“", "»": "«", "›": "‹", "」": "「", "』": "『", "’": "‘", "''": "``", ">>": "<<"}
_CLOSES = {"“": "”", "«": "»", "‹": "›", "<<": ">>"}
"""The closing marks that some countries set at the head of each further paragraph of a quotation."""
_TURNED = {"“": ("„", "‟", "”"), "«": ("»",), "‹": ("›",), "‘": ("‚", "’")}
"""Opening glyphs that close what these others opened: „ “ in German, » « in Danish."""


def pairs(paragraph: str, *, goes_on_with: str = "", taken_up: str = "") -> list[Pair]:
    """The quotations of one paragraph, in order of their opening marks, an outer one before its inner ones.

    `goes_on_with` are the first characters of the next paragraph: a quotation that stays open and is opened
    again there by the same mark goes on. `taken_up` is the mark of a quotation that is open above.
    """
    marks = glyphs(paragraph)
    if not marks:
        return []
    following = [-1] * len(marks)
    last: dict[str, int] = {}
    for index in range(len(marks) - 1, -1, -1):
        family = marks[index].family
        following[index] = last.get(family, -1)
        last[family] = index
    return _Reader(paragraph, goes_on_with, taken_up, marks, following).read()
