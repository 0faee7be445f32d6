"""The public contract: what a summary holds, and the promise that every anchor is a slice of its article.

`schemas/summary.v2.json` is generated from these types. A change that a reader of the JSON would notice makes
a new schema version. Summaries of the first version are read into these types: `summary_v1` says how.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from html import escape
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from summarizer import summary_v1

CONTEXT_CHARACTERS = 32
"""How much of the article an anchor keeps on each side, so that it can be found again after an edit."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z]+[1-9][0-9]*$", max_length=16)]
Number = Annotated[str, StringConstraints(pattern=r"^-?[0-9]+(\.[0-9]+)?$", max_length=400)]
Count = Annotated[int, Field(ge=0, le=2**31 - 1)]
Seconds = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)]
Dollars = Annotated[Decimal, Field(ge=0, le=10**6, allow_inf_nan=False)]
Parameter = (
    str
    | Annotated[int, Field(ge=-(2**63), lt=2**63)]
    | Annotated[float, Field(allow_inf_nan=False)]
    | bool
    | None
)


def in_reach(moment: datetime) -> datetime:
    """Return a point in time that every database and time zone can hold.

    Raises:
        ValueError: if it is none.
    """
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"the year {moment.year} is before {FIRST_YEAR} or after {LAST_YEAR}")
    return moment


FIRST_YEAR, LAST_YEAR = 1970, 2200
"""When a summary can have been made."""
Moment = Annotated[datetime, AfterValidator(in_reach)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Anchor(_Part):
    """A place in the article: W3C TextPositionSelector and TextQuoteSelector in one."""

    start: Count = Field(
        description="First code point of the place in the article's text; JavaScript counts UTF-16 units."
    )
    end: Count = Field(description="One past the last code point.")
    exact: str = Field(description="The article's characters from start to end.")
    prefix: str = Field(description="Up to 32 code points before start.")
    suffix: str = Field(description="Up to 32 code points from end on.")
    sentence: str | None = Field(
        default=None, description="Number of the sentence in which the place begins, such as s4."
    )

    @classmethod
    def at(cls, text: str, start: int, end: int, sentence: str | None = None) -> Self:
        """Return the anchor of `text[start:end]`, which begins in `sentence`.

        Raises:
            ValueError: if that is not a non-empty stretch of `text`.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no stretch of the article: {start} to {end} of {len(text)} characters")
        return cls(
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT_CHARACTERS) : start],
            suffix=text[end : end + CONTEXT_CHARACTERS],
            sentence=sentence,
        )

    def holds_in(self, text: str) -> bool:
        """Whether this anchor, prefix and suffix included, is what `text` has at its place."""
        return 0 <= self.start < self.end <= len(text) and self == Anchor.at(
            text, self.start, self.end, self.sentence
        )


UNDETERMINED = "und"
"""The BCP 47 tag of a language that cannot be told."""


class ArticleFacts(_Part):
    """Which article was summarised."""

    id: str = Field(description="sha256: and the hash of the article's text in UTF-8.")
    title: str | None = None
    author: str | None = Field(default=None, description="Who wrote it, as its source says.")
    published: date | None = None
    site: str | None = Field(default=None, description="Name of the publication.")
    url: str | None = None
    language: str = Field(default=UNDETERMINED, description="BCP 47 tag; und where it cannot be told.")
    language_source: Literal["declared", "detected", "unknown"] = Field(
        default="unknown", description="Whether the article says its language, or its text was looked at."
    )
    characters: Count = Field(description="Length of the text in code points.")


JudgedSupport = Literal["supported", "partly", "not", "contradicted"]


class Judgement(_Part):
    """What another model says of an item when it is asked whether the evidence carries it."""

    model: str
    verdict: JudgedSupport
    reason: str = Field(default="", description="Why it is less than supported, in the model's words.")


class Support(_Part):
    """Whether the evidence of an item carries what the item says."""

    verdict: Literal["supported", "unchecked", "doubtful"] = "unchecked"
    reasons: list[str] = Field(default_factory=list, description="Why it is doubtful, a sentence each.")
    judgement: Judgement | None = Field(
        default=None, description="The answer of a model that was asked to check; null if none was."
    )


UNCHECKED = Support()

Wording = Literal["model", "article"]
Origin = Literal["model", "rule"]


class Headline(_Part):
    """What happened, in one line."""

    text: str
    evidence: list[Anchor] = Field(default_factory=list)
    support: Support = UNCHECKED
    wording: Wording = Field(default="model", description="Whose words these are.")


def joined_sentences(sentences: Iterable[str]) -> str:
    """Return sentences one behind the other, with a blank between those of scripts that have blanks."""
    text = ""
    for sentence in sentences:
        text += sentence if not text or text.endswith(_FULL_STOPS) else f" {sentence}"
    return text


_FULL_STOPS = ("。", "！", "？")


class AbstractSentence(_Part):
    """One sentence of the abstract, with the sentences of the article that it rests on."""

    text: str
    evidence: list[Anchor] = Field(description="Empty only in summaries of the first version.")
    support: Support = UNCHECKED
    wording: Wording = Field(default="model", description="Whose words these are.")


PartyKind = Literal["person", "organisation", "government", "group", "outlet", "other"]
Role = Literal["main", "minor"]


class Party(_Part):
    """Someone with a part in the news: one entry, however many names the article uses."""

    id: Id
    name: str
    kind: PartyKind = Field(description="outlet is the article's own voice.")
    role: Role = Field(default="main", description="main: the news cannot be told without it.")
    description: str = Field(description="Who this is, by the article; may be empty.")
    support: Support = Field(default=UNCHECKED, description="Of the description.")
    aliases: list[str] = Field(default_factory=list, description="Other names the article uses for it.")
    mentions: list[Anchor] = Field(
        description="Where the article names it; empty only for the article's own voice."
    )


Stance = Literal[
    "supports",
    "opposes",
    "demands",
    "offers",
    "claims",
    "accuses",
    "denies",
    "warns",
    "threatens",
    "intends",
    "accepts",
    "refuses",
    "undecided",
]


class Position(_Part):
    """What its holders want, say or refuse, with the sentences that carry it."""

    id: Id
    holders: list[Id] = Field(min_length=1, description="Whose it is; several hold it together.")
    told_by: Id | None = Field(
        default=None, description="The party that tells it of the holders; null if they say it themselves."
    )
    toward: list[Id] = Field(default_factory=list, description="Whom it is about or addressed to.")
    stance: Stance
    topic: str | None = Field(
        default=None, description="A short noun phrase, the same for the same matter within an article."
    )
    statement: str = Field(description="One sentence that names its holder and stands alone.")
    wording: Wording = Field(
        default="model", description="Whose words the statement is in: the model's, or the article's own."
    )
    evidence: list[Anchor] = Field(min_length=1)
    quotes: list[Id] = Field(default_factory=list, description="The quotes that carry it.")
    support: Support = UNCHECKED
    origin: Origin = Field(default="model", description="Who found it: the model, or a rule.")


QuoteKind = Literal["speech", "written", "term", "title"]


class Quote(_Part):
    """Words the article gives as somebody's own; `text` is always the article's own slice."""

    id: Id
    text: str
    anchor: Anchor
    speakers: list[Id] = Field(description="Who said it; empty where nobody did, or it is not settled.")
    kind: QuoteKind = Field(
        default="speech",
        description="speech was said, written was written; term and title are nobody's statement.",
    )
    verdict: Literal["verbatim", "normalised"]
    cue: Anchor | None = Field(default=None, description="The words that attribute it (“X said”).")
    continues: Id | None = Field(default=None, description="The quote that this one goes on from.")
    origin: Origin = Field(default="model", description="Who named its speakers: the model, or a rule.")
    support: Support = Field(
        default=UNCHECKED, description="Whether the article says that these are its speakers."
    )

    @property
    def is_statement(self) -> bool:
        """Whether somebody said or wrote these words as their own."""
        return self.kind in {"speech", "written"}


Comparator = Literal["exactly", "at_least", "at_most", "about", "more_than", "less_than", "between"]
FigureKind = Literal["count", "money", "share", "rate", "duration", "age", "measure", "change", "rank"]


class FigureItem(_Part):
    """A number of the article, with what it counts and who claims it."""

    id: Id
    text: str = Field(description="The article's own words, comparator included.")
    anchor: Anchor
    value: Number | None = Field(
        description="The number in plain units, as a decimal; null where a word beside it may multiply it, "
        "in a language that too little is known of (warning `figure_uncertain`)."
    )
    comparator: Comparator
    upper: Number | None = Field(default=None, description="The upper end, for a range.")
    unit: str | None = Field(default=None, description="Currency code, % or unit word.")
    kind: FigureKind | None = Field(
        default=None, description="What kind of number it is, where that is known."
    )
    measures: str = Field(description="What it counts; empty where the model says no more than the number.")
    support: Support = Field(default=UNCHECKED, description="Of what it counts.")
    claimed_by: list[Id] = Field(
        default_factory=list, description="The parties that say so; empty for the article itself."
    )


FramingCategory = Literal[
    "accusation",
    "belittling",
    "dehumanising",
    "euphemism",
    "glorifying",
    "intensifier",
    "partisan",
    "scare_quoted_name",
]


class Framing(_Part):
    """Loaded wording in the article's own voice: not in a quotation, and not reported as somebody's view."""

    id: Id
    text: str = Field(description="The article's own words.")
    anchor: Anchor = Field(description="Where they stand first.")
    category: FramingCategory
    neutral: str | None = Field(description="A neutral wording; null where the words are best left out.")
    times: Count = Field(ge=1, description="How often the article uses them.")
    others: list[Anchor] = Field(description="Where else they stand: the first eight places.")


class DiffPiece(_Part):
    """A run of words in a word diff from what the model offered to what the article has."""

    op: Literal["equal", "offered", "article"]
    text: str


RejectedKind = Literal["quote", "figure", "position", "party", "alias", "abstract"]


class Rejected(_Part):
    """Something the model offered that the article does not hold."""

    kind: RejectedKind
    text: str
    verdict: Literal["altered", "spliced", "not_found", "unreadable"] = Field(
        description="unreadable does not fit the form that was asked for, and was looked for nowhere."
    )
    reason: str = Field(description="Why it is not shown, in a sentence.")
    closest: Anchor | None = Field(default=None, description="The place in the article that comes nearest.")
    diff: list[DiffPiece] = Field(default_factory=list)


class Tally(_Part):
    """How many the article has, and how many of them the summary reports."""

    found: Count
    reported: Count


class Coverage(_Part):
    """What of the article the summary accounts for, and what it leaves out."""

    quotations: Tally
    figures: Tally
    sentences: Tally
    quotations_left_out: list[Anchor]
    figures_left_out: list[Anchor]
    sentences_left_out: list[Anchor]


WarningCode = Literal[
    "speaker_unresolved",
    "speaker_far_from_quote",
    "speaker_uncertain",
    "no_quotation_marks",
    "scare_quote",
    "figure_value_differs",
    "figure_uncertain",
    "no_language_table",
    "claimant_not_near",
    "duplicate_item",
    "parties_left_out",
    "instruction_like_text",
    "hidden_text",
    "text_uncertain",
    "quotation_marks_added",
    "output_truncated",
    "output_repaired",
    "schema_fallback",
    "parameter_refused",
    "loaded_wording",
    "number_not_in_article",
    "reanchored",
    "disputed",
    "reference_unknown",
    "check_failed",
]


class SummaryWarning(_Part):
    """Something a careful reader should know about an item."""

    code: WarningCode
    item: str | None = Field(default=None, description="Id of the item it is about.")
    message: str


class PromptUsed(_Part):
    """Which prompt was used, down to its bytes."""

    name: str
    version: Count = Field(description="0 for a file that was tried before it was a version.")
    sha256: str

    @property
    def reference(self) -> str:
        """As people read it: `summary@2`, or `draft (sha256 1a2b3c4d5e6f)` for what is no version."""
        return prompt_reference(self.name, self.version, self.sha256)


def prompt_reference(name: str, version: int, sha256: str) -> str:
    """How people are told of a prompt; a file that is no version is known by its bytes alone."""
    return f"{name}@{version}" if version else f"{name} (sha256 {sha256[:12]})"


Authority = Literal["model", "rules"]


NO_MODEL = "none"
"""The model of summaries that none was asked for."""


class Recipe(_Part):
    """All that can change what the model answers to an article, or what is made of the answer."""

    prompt: PromptUsed
    merge: PromptUsed | None = Field(
        default=None, description="The prompt for putting together an article that has to be read in parts."
    )
    draft_format: str
    summary_schema: str
    analysis: str = Field(description="Version of all code that works before the model is asked.")
    authority: Authority | None = Field(
        default=None,
        description="Whose word counts where the model and the rules read the article otherwise; "
        "null in recipes of the first version, where the draft format decided.",
    )
    model: str = Field(description="none: no model is asked, and this is what the rules alone know.")
    parameters: dict[str, Parameter]
    language: str | None = Field(
        default=None, description="Language asked for the model's own words; null for the article's."
    )

    @model_validator(mode="before")
    @classmethod
    def _of_any_version(cls, data: Any) -> Any:
        """Accept what the first version wrote."""
        return summary_v1.upgraded_recipe(data)

    @property
    def asks_model(self) -> bool:
        """Whether there is a model to ask; else a summary says what the rules alone know."""
        return self.model != NO_MODEL


class Tokens(_Part):
    """Tokens as the endpoint counted them, over all attempts."""

    input: Count
    output: Count
    cached: Count = Field(description="Part of input that the endpoint had in its prefix cache.")

    def __add__(self, other: "Tokens") -> "Tokens":
        """Those of both."""
        return Tokens(
            input=self.input + other.input,
            output=self.output + other.output,
            cached=self.cached + other.cached,
        )


class CheckedBy(_Part):
    """Which model was asked whether the evidence carries the items, and how."""

    prompt: PromptUsed
    draft_format: str
    model: str
    parameters: dict[str, Parameter]


class Check(CheckedBy):
    """How the items were checked, and what that took; no part of the recipe."""

    base_url: str | None = None
    created: Moment
    attempts: Count = Field(description="Requests sent.")
    possibly_billed: Count = Field(default=0, description="As of the summary itself.")
    tokens: Tokens
    cost_usd: Dollars | None = Field(default=None, description="US dollars; null where no price is known.")
    seconds: Seconds = Field(description="From the first request to the last answer.")


class Provenance(_Part):
    """How this summary came to be."""

    recipe: Recipe
    fingerprint: str = Field(description="Tagged digest of the recipe.")
    base_url: str | None = None
    created: Moment
    attempts: Count = Field(
        description="Requests sent, the successful one included; 0 where no model was asked."
    )
    possibly_billed: Count = Field(
        default=0,
        description="Requests among them that broke off after they were sent; their tokens are not counted, "
        "and the endpoint may bill them.",
    )
    parts: Count = Field(default=1, ge=1, description="In how many parts the model was shown the article.")
    tokens: Tokens
    cost_usd: Dollars | None = Field(default=None, description="US dollars; null where no price is known.")
    seconds: Seconds = Field(description="From the first request to the last answer.")
    package_version: str
    check: Check | None = Field(
        default=None, description="What the check of the items took; null where none was made."
    )


class Summary(_Part):
    """An article's parties, positions, quotes and figures, each pointing at the characters that carry it."""

    schema_version: Literal["summary/2"] = "summary/2"
    article: ArticleFacts
    headline: Headline
    abstract: list[AbstractSentence]
    parties: list[Party]
    positions: list[Position]
    quotes: list[Quote]
    figures: list[FigureItem]
    framing: list[Framing] = Field(
        default_factory=list,
        description="Loaded wording in the article's own voice, in order; the 24 most telling.",
    )
    rejected: list[Rejected]
    coverage: Coverage
    warnings: list[SummaryWarning]
    provenance: Provenance | None = Field(
        default=None, description="Null only for a summary grounded from a draft of unknown origin."
    )

    @model_validator(mode="before")
    @classmethod
    def _of_any_version(cls, data: Any) -> Any:
        """Accept what the first version wrote, and refuse offsets that are not in code points."""
        if isinstance(data, dict) and "offsets" in data:
            raise ValueError(
                f"its offsets are in {data['offsets']} and not in code points; write it without --offsets"
            )
        return summary_v1.upgraded(data) if summary_v1.is_v1(data) else data

    @property
    def is_by_rules(self) -> bool:
        """Whether no model was asked, so that it says what the rules alone know."""
        return self.provenance is not None and not self.provenance.recipe.asks_model

    @property
    def abstract_text(self) -> str:
        """The sentences of the abstract, one behind the other."""
        return joined_sentences(sentence.text for sentence in self.abstract)

    def party(self, party_id: str) -> Party:
        """Return the party of an id, such as p3.

        Raises:
            KeyError: if there is none.
        """
        for party in self.parties:
            if party.id == party_id:
                return party
        raise KeyError(party_id)

    def names(self, party_ids: Iterable[str]) -> list[str]:
        """Return what the parties of some ids are called: `summary.names(quote.speakers)`."""
        return [self.party(party_id).name for party_id in party_ids]

    def _repr_html_(self) -> str:
        """Return headline and abstract for a notebook; `summarizer.to_html` has the whole."""
        sentences = "".join(f"<p>{escape(sentence.text)}</p>" for sentence in self.abstract)
        held = f"{len(self.parties)} parties, {len(self.positions)} positions, {len(self.quotes)} quotes"
        return (
            f"<h3>{escape(self.headline.text)}</h3>{sentences}"
            f"<p><small>{held}, {len(self.figures)} figures</small></p>"
        )

    def anchors(self) -> Iterator[tuple[str, Anchor]]:
        """Every anchor, with a path that says where in the summary it is."""
        yield from _walk(self, "summary")


def _walk(value: Any, path: str) -> Iterator[tuple[str, Anchor]]:
    if isinstance(value, Anchor):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _walk(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, f"{path}[{index}]")
