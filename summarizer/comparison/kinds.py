"""The kinds of change there are, in the order of a release note, and how each reads from the other side."""

from typing import Literal, NamedTuple

Section = Literal["meaning", "lost", "found", "remarks", "own_words", "wording"]
SECTIONS: dict[Section, str] = {
    "meaning": "Says something else",
    "lost": "No longer shown",
    "found": "New",
    "remarks": "Doubts, warnings and rejected items",
    "own_words": "Headline and abstract",
    "wording": "Other words",
}
WITHOUT_MEANING: frozenset[Section] = frozenset({"own_words", "wording"})
"""Sections of which nothing makes an article a changed one."""

ChangeKind = Literal[
    "positions.flipped",
    "positions.reassigned",
    "positions.stance",
    "holders.removed",
    "holders.added",
    "positions.target",
    "positions.teller",
    "speakers.changed",
    "speakers.lost",
    "speakers.removed",
    "speakers.added",
    "speakers.found",
    "quotes.kind",
    "figures.value",
    "figures.comparator",
    "figures.unit",
    "figures.claimant",
    "figures.kind",
    "parties.merged",
    "parties.split",
    "parties.kind",
    "parties.role",
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
    "support.doubtful",
    "support.cleared",
    "disputes.new",
    "disputes.gone",
    "warnings.new",
    "warnings.gone",
    "rejected.new",
    "rejected.gone",
    "headline.changed",
    "abstract.lost",
    "abstract.found",
    "abstract.changed",
    "parties.renamed",
    "positions.stance_worded",
    "positions.topic",
    "positions.evidence",
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
        "the same holders and matter, and a stance that takes the other one back",
    ),
    "positions.reassigned": Facts(
        "positions.reassigned", "meaning", 8, "position of other holders", "positions of other holders",
        "the same matter, held by others; also where the teller and the holder were taken for each other",
    ),
    "positions.stance": Facts(
        "positions.stance", "meaning", 5, "stance changed", "stances changed",
        "the same holders and matter, and another stance, which is not the opposite",
    ),
    "holders.removed": Facts(
        "holders.added", "meaning", 4, "holder removed", "holders removed",
        "the same stance on the same matter, held by fewer parties",
    ),
    "holders.added": Facts(
        "holders.removed", "meaning", 3, "holder added", "holders added",
        "the same stance on the same matter, held by more parties",
    ),
    "positions.target": Facts(
        "positions.target", "meaning", 4, "target changed", "targets changed",
        "the same position, about or addressed to others",
    ),
    "positions.teller": Facts(
        "positions.teller", "meaning", 3, "teller changed", "tellers changed",
        "the same position, told of its holders by another party or by themselves",
    ),
    "speakers.changed": Facts(
        "speakers.changed", "meaning", 8, "speaker changed", "speakers changed",
        "the same quoted words, said by another party",
    ),
    "speakers.lost": Facts(
        "speakers.found", "meaning", 4, "speaker lost", "speakers lost",
        "the same quoted words, and the speaker is not settled any more",
    ),
    "speakers.removed": Facts(
        "speakers.added", "meaning", 3, "joint speaker removed", "joint speakers removed",
        "the same quoted words, said by fewer parties",
    ),
    "speakers.added": Facts(
        "speakers.removed", "meaning", 2, "joint speaker added", "joint speakers added",
        "the same quoted words, said by more parties",
    ),
    "speakers.found": Facts(
        "speakers.lost", "meaning", 2, "speaker found", "speakers found",
        "the same quoted words, and the speaker is settled now",
    ),
    "quotes.kind": Facts(
        "quotes.kind", "meaning", 5, "quote of another kind", "quotes of another kind",
        "such as a term that was taken for speech",
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
        "the same place, claimed by other parties or by none",
    ),
    "figures.kind": Facts(
        "figures.kind", "meaning", 2, "figure of another kind", "figures of another kind",
        "such as a share that was taken for a count",
    ),
    "parties.merged": Facts(
        "parties.split", "meaning", 3, "parties merged", "parties merged",
        "several before are one after",
    ),
    "parties.split": Facts(
        "parties.merged", "meaning", 3, "party split", "parties split",
        "one before is several after",
    ),
    "parties.kind": Facts(
        "parties.kind", "meaning", 1, "party of another kind", "parties of another kind",
        "such as a government that was taken for a group",
    ),
    "parties.role": Facts(
        "parties.role", "meaning", 0.5, "role of a party changed", "roles of parties changed",
        "whether the news can be told without it",
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
        "no position has its holders, stance and matter",
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
        "no position had its holders, stance and matter",
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
    "support.doubtful": Facts(
        "support.cleared", "remarks", 3, "now doubtful", "now doubtful",
        "what its evidence may not carry: a position, headline, sentence, description, speaker or count",
    ),
    "support.cleared": Facts(
        "support.doubtful", "remarks", 1.5, "no longer doubtful", "no longer doubtful",
        "what was doubtful and is not, of the same kinds",
    ),
    "disputes.new": Facts(
        "disputes.gone", "remarks", 2, "new dispute", "new disputes",
        "the rules read a speaker or holder otherwise than the model, and did not before",
    ),
    "disputes.gone": Facts(
        "disputes.new", "remarks", 1, "dispute gone", "disputes gone",
        "the rules do not read a speaker or holder otherwise any more",
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
    "headline.changed": Facts(
        "headline.changed", "own_words", 0.2, "headline in other words", "headlines in other words", "words",
    ),
    "abstract.lost": Facts(
        "abstract.found", "own_words", 0.5, "abstract sentence dropped", "abstract sentences dropped",
        "no sentence of the abstract is like it",
    ),
    "abstract.found": Facts(
        "abstract.lost", "own_words", 0.25, "abstract sentence added", "abstract sentences added",
        "no sentence of the abstract was like it",
    ),
    "abstract.changed": Facts(
        "abstract.changed", "own_words", 0.1, "abstract sentence in other words",
        "abstract sentences in other words",
        "a sentence with much the same words or evidence",
    ),
    "parties.renamed": Facts(
        "parties.renamed", "wording", 0.5, "party renamed", "parties renamed",
        "the same party goes by another name",
    ),
    "positions.stance_worded": Facts(
        "positions.stance_worded", "wording", 0.5, "stance worded otherwise", "stances worded otherwise",
        "a neighbouring stance, such as accuses instead of claims",
    ),
    "positions.topic": Facts(
        "positions.topic", "wording", 0.1, "topic worded otherwise", "topics worded otherwise",
        "the same position under another topic",
    ),
    "positions.evidence": Facts(
        "positions.evidence", "wording", 0.2, "position from another place", "positions from other places",
        "holders, stance and topic as before, and none of the evidence",
    ),
    "positions.reworded": Facts(
        "positions.reworded", "wording", 0.05, "position in other words", "positions in other words",
        "holders, stance and evidence as before; counted, listed only with --reworded",
    ),
}  # fmt: skip
ORDER: dict[ChangeKind, int] = {kind: place for place, kind in enumerate(KINDS)}
