"""The kinds of change there are, in the order of a release note, and how each reads from the other side."""

from typing import Literal, NamedTuple

Section = Literal["meaning", "lost", "found", "remarks", "wording"]
SECTIONS: dict[Section, str] = {
    "meaning": "Says something else",
    "lost": "No longer shown",
    "found": "New",
    "remarks": "Warnings and rejected items",
    "wording": "Other words",
}

ChangeKind = Literal[
    "positions.flipped",
    "positions.reassigned",
    "speakers.changed",
    "speakers.lost",
    "speakers.found",
    "figures.value",
    "figures.comparator",
    "figures.unit",
    "figures.claimant",
    "parties.merged",
    "parties.split",
    "quotes.lost",
    "quotes.narrowed",
    "positions.lost",
    "figures.lost",
    "parties.lost",
    "framing.lost",
    "sentences.uncovered",
    "quotes.found",
    "quotes.widened",
    "positions.found",
    "figures.found",
    "parties.found",
    "framing.found",
    "sentences.covered",
    "warnings.new",
    "warnings.gone",
    "rejected.new",
    "rejected.gone",
    "parties.renamed",
    "headline.changed",
    "abstract.changed",
    "positions.reworded",
]


class Facts(NamedTuple):
    """What is known of a kind of change.

    `weight` says how much one such change tells an editor beside others; articles are put in order by the
    sum. The weights are our judgement: what reverses a meaning before what loses something before words.
    """

    mirror: ChangeKind
    section: Section
    weight: float
    one: str
    many: str
    about: str


KINDS: dict[ChangeKind, Facts] = {
    "positions.flipped": Facts(
        "positions.flipped", "meaning", 10, "position flipped", "positions flipped",
        "the same party, overlapping evidence, another stance",
    ),
    "positions.reassigned": Facts(
        "positions.reassigned", "meaning", 8, "position of another party", "positions of another party",
        "overlapping evidence, the same stance, another party",
    ),
    "speakers.changed": Facts(
        "speakers.changed", "meaning", 8, "speaker changed", "speakers changed",
        "the same quoted words, said by another party",
    ),
    "speakers.lost": Facts(
        "speakers.found", "meaning", 4, "speaker lost", "speakers lost",
        "the same quoted words, and the speaker is not settled any more",
    ),
    "speakers.found": Facts(
        "speakers.lost", "meaning", 2, "speaker found", "speakers found",
        "the same quoted words, and the speaker is settled now",
    ),
    "figures.value": Facts(
        "figures.value", "meaning", 8, "figure with another value", "figures with another value",
        "the same place, another value or upper end",
    ),
    "figures.comparator": Facts(
        "figures.comparator", "meaning", 4, "comparator changed", "comparators changed",
        "such as at least instead of exactly",
    ),
    "figures.unit": Facts(
        "figures.unit", "meaning", 4, "figure with another unit", "figures with another unit",
        "the same place, another unit",
    ),
    "figures.claimant": Facts(
        "figures.claimant", "meaning", 4, "figure claimed by another", "figures claimed by another",
        "the same place, claimed by another party or by none",
    ),
    "parties.merged": Facts(
        "parties.split", "meaning", 3, "parties merged", "parties merged",
        "several before are one after",
    ),
    "parties.split": Facts(
        "parties.merged", "meaning", 3, "party split", "parties split",
        "one before is several after",
    ),
    "quotes.lost": Facts(
        "quotes.found", "lost", 6, "quote lost", "quotes lost",
        "none of its words is quoted any more",
    ),
    "quotes.narrowed": Facts(
        "quotes.widened", "lost", 3, "quote narrowed", "quotes narrowed",
        "some of its words are not quoted any more",
    ),
    "positions.lost": Facts(
        "positions.found", "lost", 4, "position lost", "positions lost",
        "no position has its evidence and its party",
    ),
    "figures.lost": Facts("figures.found", "lost", 4, "figure lost", "figures lost", "none stands there now"),
    "parties.lost": Facts(
        "parties.found", "lost", 3, "party lost", "parties lost",
        "no party shares its places or names",
    ),
    "framing.lost": Facts(
        "framing.found", "lost", 1, "loaded wording not listed", "loaded wordings not listed",
        "loaded wording that is not listed any more",
    ),
    "sentences.uncovered": Facts(
        "sentences.covered", "lost", 1, "sentence no longer covered", "sentences no longer covered",
        "no item cites it any more",
    ),
    "quotes.found": Facts("quotes.lost", "found", 3, "quote found", "quotes found", "was not quoted before"),
    "quotes.widened": Facts(
        "quotes.narrowed", "found", 1.5, "quote widened", "quotes widened",
        "some of its words were not quoted before",
    ),
    "positions.found": Facts(
        "positions.lost", "found", 2, "position found", "positions found",
        "no position had its evidence and its party",
    ),
    "figures.found": Facts("figures.lost", "found", 2, "figure found", "figures found", "none stood there"),
    "parties.found": Facts(
        "parties.lost", "found", 1.5, "party found", "parties found",
        "no party shared its places or names",
    ),
    "framing.found": Facts(
        "framing.lost", "found", 0.5, "loaded wording listed", "loaded wordings listed",
        "loaded wording that was not listed",
    ),
    "sentences.covered": Facts(
        "sentences.uncovered", "found", 0.5, "sentence newly covered", "sentences newly covered",
        "an item cites it now",
    ),
    "warnings.new": Facts(
        "warnings.gone", "remarks", 1, "new warning", "new warnings", "of a code and place that had none",
    ),
    "warnings.gone": Facts(
        "warnings.new", "remarks", 0.5, "warning gone", "warnings gone", "of a code and place that has none",
    ),
    "rejected.new": Facts(
        "rejected.gone", "remarks", 0.5, "newly rejected", "newly rejected",
        "the model offers what the article does not hold",
    ),
    "rejected.gone": Facts(
        "rejected.new", "remarks", 0.25, "no longer rejected", "no longer rejected",
        "the model does not offer it any more",
    ),
    "parties.renamed": Facts(
        "parties.renamed", "wording", 0.5, "party renamed", "parties renamed",
        "the same party goes by another name",
    ),
    "headline.changed": Facts(
        "headline.changed", "wording", 0.2, "headline in other words", "headlines in other words", "words",
    ),
    "abstract.changed": Facts(
        "abstract.changed", "wording", 0.1, "abstract in other words", "abstracts in other words", "words",
    ),
    "positions.reworded": Facts(
        "positions.reworded", "wording", 0.05, "position in other words", "positions in other words",
        "party, stance and evidence as before; counted, listed only with --reworded",
    ),
}  # fmt: skip
ORDER: dict[ChangeKind, int] = {kind: place for place, kind in enumerate(KINDS)}
