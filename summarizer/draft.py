"""What the model fills in. One pydantic model per draft format, static, inside OpenAI's strict subset.

Every field is required, every list and every string bounded: an unbounded list is how a small model runs
away. The descriptions are part of the schema, and the model reads them.
"""

import json
from collections.abc import Iterator
from math import isfinite
from typing import Annotated, Any, ClassVar, Literal, NoReturn, Self

from pydantic import BaseModel, ConfigDict, Field

NESTING_LIMIT = 64
Headline = Annotated[
    str,
    Field(min_length=1, max_length=160, description="What happened, in one neutral line of your own words."),
]
Abstract = Annotated[
    str,
    Field(
        min_length=1,
        max_length=800,
        description="Two or three neutral sentences in your own words. Loaded wording of the article is "
        "attributed to whoever uses it, never adopted.",
    ),
]
Sentence = Annotated[str, Field(min_length=1, max_length=300)]
Mark = Annotated[str, Field(pattern=r"^[qfs][1-9][0-9]{0,3}$", max_length=5)]
Name = Annotated[str, Field(min_length=1, max_length=100)]
PartyKind = Literal["person", "organisation", "government", "group", "other"]
Stance = Literal[
    "supports", "opposes", "demands", "offers", "claims", "denies", "warns", "threatens", "undecided"
]


class DraftPart(BaseModel):
    """Part of a draft: closed, and free of control characters."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Draft(DraftPart):
    """What every draft format shares: its name, and how a reply is read."""

    format: ClassVar[str]

    @classmethod
    def model_validate_json(
        cls,
        json_data: str | bytes | bytearray,
        **options: Any,
    ) -> Self:
        """Read a model's reply: strict JSON, nothing before or after it, no key twice, no NUL.

        Raises:
            json.JSONDecodeError: if the text is not exactly one JSON value.
            pydantic.ValidationError: if the value does not fit this format.
        """
        text = json_data if isinstance(json_data, str) else bytes(json_data).decode()
        check_json(text)
        return super().model_validate_json(text, **options)


class NestedTooDeep(json.JSONDecodeError):
    """The text has more levels than any draft."""


def check_json(text: str) -> None:
    """Refuse what Python's and pydantic's JSON readers let pass.

    Raises:
        json.JSONDecodeError: for a second value, a key given twice, NaN or infinity, NUL, a lone surrogate,
            or nesting beyond 64 levels.
    """

    def refuse(problem: str) -> NoReturn:
        raise json.JSONDecodeError(problem, text, 0)

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        return found if len(found) == len(pairs) else refuse("a key is given twice")

    def finite(digits: str) -> float:
        value = float(digits)
        return value if isfinite(value) else refuse(f"{digits} is no JSON number")

    if _nesting(text) > NESTING_LIMIT:
        raise NestedTooDeep(f"nested deeper than {NESTING_LIMIT} levels", text, 0)
    value = json.loads(text, object_pairs_hook=once, parse_constant=finite, parse_float=finite)
    written = "".join(_strings(value))
    if "\0" in written:
        refuse("NUL in a string")
    try:
        written.encode()
    except UnicodeEncodeError:
        refuse("lone surrogate in a string")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _nesting(text: str) -> int:
    """How many brackets are open at once; those inside strings count too, no honest draft has many."""
    depth = deepest = 0
    for character in text:
        if character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


class DraftParty(DraftPart):
    """A party, under the fullest name the article uses."""

    name: Name = Field(description="The fullest name the article uses.")
    kind: PartyKind
    description: str = Field(max_length=120, description="Role or office, in a few words of the article.")
    aliases: list[Name] = Field(
        max_length=6, description="Other names in the article for the same party, misspelt ones included."
    )


class MarkedQuote(DraftPart):
    """Which quotation mark of the article, and who says it."""

    quote: Mark = Field(description="Number of the quotation, such as q3.")
    speaker: Name | None = Field(description="Who says it: a name from the article; null if nobody is named.")


class UnmarkedQuote(DraftPart):
    """Words said by somebody that stand in the article without quotation marks."""

    text: str = Field(min_length=1, max_length=400, description="The words, copied exactly.")
    speaker: Name | None = Field(description="Who says it.")


class MarkedPosition(DraftPart):
    """A position, with the numbers of the sentences that show it.

    The evidence is asked for first: a small model that has named the sentence stays with what it says.
    """

    evidence: list[Mark] = Field(
        min_length=1, max_length=3, description="Numbers of the sentences that show it, such as s4."
    )
    party: Name = Field(description="Whose position it is: a name from parties.")
    stance: Stance
    statement: str = Field(min_length=1, max_length=200, description="The position in one short sentence.")


class MarkedFigure(DraftPart):
    """Which figure of the article, and what it counts."""

    figure: Mark = Field(description="Number of the figure, such as f2.")
    measures: str = Field(min_length=1, max_length=100, description="What it counts, in a few words.")
    claimed_by: Name | None = Field(description="The party that gives the number; null for the article.")


class ReferenceDraft(Draft):
    """Format `reference/1`: the model names marks and copies nothing that is marked.

    What can be read off the article comes first, the model's own words last.
    """

    format = "reference/1"

    quotes: list[MarkedQuote] = Field(max_length=60)
    figures: list[MarkedFigure] = Field(max_length=40)
    parties: list[DraftParty] = Field(max_length=8)
    positions: list[MarkedPosition] = Field(max_length=8)
    unmarked_quotes: list[UnmarkedQuote] = Field(max_length=4)
    abstract: Abstract
    headline: Headline


class OpenQuote(DraftPart):
    """Who says a quotation that the article's wording leaves open."""

    quote: Annotated[str, Field(pattern=r"^q[1-9][0-9]{0,3}$", max_length=5)] = Field(
        description="Number of the quotation, such as q3."
    )
    speaker: Name | None = Field(description="Who says it: a name from the article; null if nobody is named.")


class CountedFigure(DraftPart):
    """What a figure of the article counts."""

    figure: Annotated[str, Field(pattern=r"^f[1-9][0-9]{0,3}$", max_length=5)] = Field(
        description="Number of the figure, such as f2."
    )
    measures: str = Field(min_length=1, max_length=60, description="What it counts, in two to five words.")


class HintedDraft(Draft):
    """Format `reference/2`: the model fills in what the article's wording leaves open.

    Who is quoted, what is reported of whom, and what stands beside a figure is read off the wording and put
    before the model; it answers what is open, puts the positions into words, and sums up.
    """

    format = "reference/2"

    speakers: list[OpenQuote] = Field(max_length=60)
    figures: list[CountedFigure] = Field(max_length=40)
    parties: list[DraftParty] = Field(max_length=6)
    positions: list[MarkedPosition] = Field(max_length=8)
    what_happened: Sentence = Field(description="One neutral sentence of your own words.")
    what_each_side_says: Sentence = Field(description="One neutral sentence of your own words.")
    headline: Headline

    @property
    def abstract(self) -> str:
        """Both sentences."""
        return f"{self.what_happened.rstrip()} {self.what_each_side_says.lstrip()}".rstrip()


class CopiedQuote(DraftPart):
    """A quotation, copied."""

    text: str = Field(
        min_length=1, max_length=1200, description="The quoted words, copied from the article exactly."
    )
    speaker: Name | None = Field(description="Who says it: a name from the article; null if nobody is named.")


class CopiedPosition(DraftPart):
    """A position, with the sentences that show it, copied."""

    party: Name = Field(description="Whose position it is: a name from parties.")
    stance: Stance
    statement: str = Field(min_length=1, max_length=200, description="The position in one short sentence.")
    evidence: list[Annotated[str, Field(min_length=1, max_length=600)]] = Field(
        min_length=1, max_length=3, description="The sentences that show it, copied from the article exactly."
    )


class CopiedFigure(DraftPart):
    """A figure, copied, with its value."""

    text: str = Field(
        min_length=1,
        max_length=80,
        description="The number as the article writes it, copied with words such as 'at least'.",
    )
    value: str = Field(
        pattern=r"^-?[0-9]{1,18}(\.[0-9]{1,6})?$",
        max_length=26,
        description="The number in plain digits: 1.5 million is 1500000.",
    )
    unit: str | None = Field(max_length=40, description="Currency, % or unit; null if it only counts.")
    measures: str = Field(min_length=1, max_length=100, description="What it counts, in a few words.")
    claimed_by: Name | None = Field(description="The party that gives the number; null for the article.")


class CopyDraft(Draft):
    """Format `copy/1`: the model copies the words, and grounding has to find them."""

    format = "copy/1"

    headline: Headline
    abstract: Abstract
    parties: list[DraftParty] = Field(max_length=12)
    quotes: list[CopiedQuote] = Field(max_length=40)
    positions: list[CopiedPosition] = Field(max_length=12)
    figures: list[CopiedFigure] = Field(max_length=40)


class AbstractDraft(Draft):
    """Format `abstract/1`: the model's own words alone."""

    format = "abstract/1"

    abstract: Abstract
    headline: Headline


AnyDraft = ReferenceDraft | HintedDraft | CopyDraft
FORMATS: dict[str, type[ReferenceDraft] | type[HintedDraft] | type[CopyDraft]] = {
    ReferenceDraft.format: ReferenceDraft,
    HintedDraft.format: HintedDraft,
    CopyDraft.format: CopyDraft,
}
"""The formats that a summary can be made from."""
PARTS: dict[str, type[AbstractDraft]] = {AbstractDraft.format: AbstractDraft}
"""The formats of questions that fill in a part of a summary."""
