"""What the first draft formats share: parties that others refer to by name, and stances."""

from typing import Annotated, Literal

from pydantic import Field

from summarizer.claims import PartyClaim
from summarizer.drafts.base import DraftPart

Mark = Annotated[str, Field(pattern=r"^[qfs][1-9][0-9]{0,3}$", max_length=5)]
Name = Annotated[str, Field(min_length=1, max_length=100)]
PartyKind = Literal["person", "organisation", "government", "group", "other"]
Stance = Literal[
    "supports", "opposes", "demands", "offers", "claims", "denies", "warns", "threatens", "undecided"
]


class DraftParty(DraftPart):
    """A party, under the fullest name the article uses."""

    name: Name = Field(description="The fullest name the article uses.")
    kind: PartyKind
    description: str = Field(max_length=120, description="Role or office, in a few words of the article.")
    aliases: list[Name] = Field(
        max_length=6, description="Other names in the article for the same party, misspelt ones included."
    )

    def to_claim(self) -> PartyClaim:
        """Return what this claims."""
        return PartyClaim(self.name, self.kind, self.description, tuple(self.aliases))
