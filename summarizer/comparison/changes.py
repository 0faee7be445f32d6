"""What differs between two summaries of an article, as values."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, computed_field

from summarizer.comparison.kinds import KINDS, ORDER, ChangeKind
from summarizer.comparison.knowledge import is_first_version
from summarizer.summary import Anchor, ArticleFacts, Stance, Summary, Tally

Measure = Literal["quotations", "figures", "sentences"]
MEASURES: tuple[Measure, ...] = ("quotations", "figures", "sentences")


class Closed(BaseModel):
    """A value that does not change and holds nothing unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Side(Closed):
    """What one of the two summaries has at the place of a change."""

    items: list[str] = Field(description="Ids in that summary; empty for what has none.")
    text: str = Field(description="Its words: a quote, a statement, a name, a sentence, a message.")
    parties: list[str] = Field(
        default_factory=list, description="Names of those whose it is: holders, speakers or claimants."
    )
    value: str | None = Field(
        default=None,
        description="What the change is about: a stance, a name, a kind, a value, words lost.",
    )
    stance: Stance | None = Field(default=None, description="Of a position.")
    topic: str | None = Field(default=None, description="Of a position, where it is known.")
    toward: list[str] = Field(default_factory=list, description="Names of those that a position is toward.")
    told_by: str | None = Field(default=None, description="Name of the party that tells a position.")
    doubt: str | None = Field(default=None, description="Why the evidence may not carry it.")
    anchors: list[Anchor] = Field(default_factory=list, description="Where the article has it.")


class Change(Closed):
    """One difference; `before` is null for what is new, `after` for what is lost."""

    kind: ChangeKind
    before: Side | None = None
    after: Side | None = None

    def mirrored(self) -> "Change":
        """The same, with the two summaries in the other order."""
        return Change(kind=KINDS[self.kind].mirror, before=self.after, after=self.before)

    @property
    def side(self) -> Side:
        """The side that there is; of two the later one."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change has a side")
        return found

    def sort_key(self) -> tuple[Any, ...]:
        """Kinds as in a release note, then places as in the article; the same from either side."""
        start = min((anchor.start for side in self._sides() for anchor in side.anchors), default=-1)
        return ORDER[self.kind], start, *sorted(side.model_dump_json() for side in self._sides())

    def _sides(self) -> list[Side]:
        return [side for side in (self.before, self.after) if side is not None]


class Version(Closed):
    """Which of an article's summaries one is."""

    prompt: str | None = Field(description="Such as summary@3; null where the summary does not tell.")
    model: str | None
    created: datetime | None

    @classmethod
    def of(cls, summary: Summary) -> Self:
        """What a summary says of how it was made."""
        made = summary.provenance
        if made is None:
            return cls(prompt=None, model=None, created=None)
        recipe = made.recipe
        return cls(prompt=recipe.prompt.reference, model=recipe.model, created=made.created)


class Covered(Closed):
    """How much of the article each summary reports: quotations, figures or sentences."""

    before: Tally
    after: Tally


class Changes(Closed):
    """All that differs in meaning between two summaries of an article, and how far each covers it.

    `before` and `after` say which summaries; `items` has the differences in the order of a release note.
    """

    article: ArticleFacts
    name: str = Field(description="What to call the article: its title, else a summary's headline.")
    before: Version
    after: Version
    coverage: dict[Measure, Covered] = Field(description="Of what both summaries count in the same way.")
    items: list[Change]

    @computed_field  # type: ignore[prop-decorator] # mypy knows no decorated properties (python/mypy#1362)
    @property
    def counts(self) -> dict[ChangeKind, int]:
        """How many changes there are of each kind that occurs."""
        found = Counter(change.kind for change in self.items)
        return {kind: found[kind] for kind in KINDS if found[kind]}

    def of(self, *kinds: ChangeKind) -> list[Change]:
        """The changes of some kinds."""
        return [change for change in self.items if change.kind in kinds]

    @property
    def weight(self) -> float:
        """How much there is to tell; see `kinds.Facts`."""
        return sum(KINDS[change.kind].weight for change in self.items)

    def mirrored(self) -> "Changes":
        """The same, with the two summaries in the other order."""
        turned = {
            name: Covered(before=covered.after, after=covered.before)
            for name, covered in self.coverage.items()
        }
        return Changes(
            article=self.article,
            name=self.name,
            before=self.after,
            after=self.before,
            coverage=turned,
            items=in_order(change.mirrored() for change in self.items),
        )


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Changes as a release note lists them."""
    return sorted(changes, key=Change.sort_key)


def covered(before: Summary, after: Summary) -> dict[Measure, Covered]:
    """Both tallies of each measure; without sentences where one summary counted them as summary/1 did."""
    comparable: list[Measure] = [
        name
        for name in MEASURES
        if name != "sentences" or is_first_version(before) == is_first_version(after)
    ]
    return {
        name: Covered(before=getattr(before.coverage, name), after=getattr(after.coverage, name))
        for name in comparable
    }
