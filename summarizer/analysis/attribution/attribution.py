"""Who says what in an article, as far as its wording tells: no model is asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.analysis import MarkedArticle, Quotation
from summarizer.analysis.attribution.claimants import claimants
from summarizer.analysis.attribution.clauses import Clauses
from summarizer.analysis.attribution.cues import Cue, cues
from summarizer.analysis.attribution.discourse import Discourse
from summarizer.analysis.attribution.figures import FigureFacts, figure_facts, measures
from summarizer.analysis.attribution.genders import learn_genders
from summarizer.analysis.attribution.holders import Holder, Mention, mentions
from summarizer.analysis.attribution.names import names
from summarizer.analysis.attribution.offices import Offices
from summarizer.analysis.attribution.parties import NamedParty, parties
from summarizer.analysis.attribution.positions import PositionNote, all_positions, reported_positions
from summarizer.analysis.attribution.quoted_positions import quoted_positions
from summarizer.analysis.attribution.reports import Report, reports
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.speakers import Speaker, Speakers
from summarizer.analysis.attribution.units import Unit, units
from summarizer.analysis.attribution.unnamed import UnnamedSources
from summarizer.analysis.attribution.vocabulary import Vocabulary, vocabulary
from summarizer.analysis.attribution.weight import Opening, weights
from summarizer.languages import main_language


@dataclass(frozen=True, slots=True)
class Attributed:
    """What an article’s wording tells; every span and id is one of the marked article’s.

    `units` are its sentences, those that share a quotation as one; `cues` the words that attribute, each with
    the number of its unit; `parties` all that have a name, or are quoted or reported without; `said` the
    quotations that are somebody’s words, `speakers` whose, by the quotation’s id, as far as it is known;
    `reports` what is reported of somebody; `figures` what is told of each figure, by its id.
    """

    units: tuple[Unit, ...]
    cues: tuple[Cue, ...]
    parties: tuple[NamedParty, ...]
    said: tuple[Quotation, ...]
    speakers: Mapping[str, Speaker]
    reports: tuple[Report, ...]
    positions: tuple[PositionNote, ...]
    figures: Mapping[str, FigureFacts]

    def speaker_name(self, quotation: str) -> str | None:
        """Who says a quotation; None where the wording leaves it open."""
        speaker = self.speakers.get(quotation)
        return speaker.source.name if speaker else None

    def speaker_names(self, quotation: str) -> tuple[str, ...]:
        """All who say a quotation together."""
        speaker = self.speakers.get(quotation)
        return speaker.names if speaker else ()

    def is_settled(self, quotation: str) -> bool:
        """Whether the wording tells by name who says a quotation."""
        speaker = self.speakers.get(quotation)
        return speaker is not None and speaker.source.holder is not None


def attribute(marked: MarkedArticle) -> Attributed:
    """Read off an article’s wording who says what; pure, and linear in its length.

    It refuses no article. Of one in a language whose words of attribution are not known, it tells only that
    the quotations that read like something said are said, and which figures stand in them.
    """
    words = vocabulary(main_language(marked.language))
    return _unread(marked) if words is None else _read(marked, words)


def _unread(marked: MarkedArticle) -> Attributed:
    said = tuple(
        quotation
        for quotation in marked.quotations
        if quotation.form == "statement" and quotation.within is None
    )
    return Attributed((), (), (), said, {}, (), (), figure_facts(marked, said, {}, {}))


def _read(marked: MarkedArticle, words: Vocabulary) -> Attributed:
    text = marked.article.text
    cut = tuple(units(marked, words))
    holders, named = mentions(cut, names(text, cut, words), words)
    learn_genders(cut, named, words)
    offices = Offices(text, cut, named, words)
    discourse, speakers = Discourse(offices, words), Speakers(marked, words, holders)
    found: dict[int, list[Cue]] = {}
    for number, (unit, inside) in enumerate(zip(cut, named, strict=True)):
        discourse.begin(unit, inside)
        found[number] = [
            cue.told_by(discourse.resolve(cue.source)) for cue in cues(text, number, unit, inside, words)
        ]
        discourse.end(cue.source for cue in found[number])
        speakers.read(unit, found[number])
    speakers.end()
    clauses = Clauses(marked, words)
    told = reports(clauses, cut, found, words)
    held = all_positions(
        reported_positions(marked, clauses, cut, named, found, words),
        quoted_positions(marked, clauses, speakers.said, holders, speakers.found, found, words),
    )
    clauses_held = (note.clause for note in held if note.stance != "intends")
    given = claimants(marked, cut, named, told, clauses_held, words)
    return Attributed(
        units=cut,
        cues=tuple(cue for held in found.values() for cue in held),
        parties=_parties(cut, holders, named, offices, [*_sources(told, speakers), *_joint(held)], words),
        said=tuple(speakers.said),
        speakers=speakers.found,
        reports=tuple(told),
        positions=held,
        figures=figure_facts(marked, speakers.said, given, measures(marked, cut, words)),
    )


def _sources(told: list[Report], speakers: Speakers) -> list[Source]:
    """The source of each report and each quotation."""
    quoted = (speakers.found.get(quotation.id) for quotation in speakers.said)
    return [*(report.source for report in told), *(speaker.source for speaker in quoted if speaker)]


def _joint(held: Iterable[PositionNote]) -> Iterator[Source]:
    """Those who hold a position beside others."""
    return (source for note in held for source in note.holders[:-1])


def _parties(
    cut: Sequence[Unit],
    holders: Sequence[Holder],
    named: Sequence[Sequence[Mention]],
    offices: Offices,
    sources: Sequence[Source],
    words: Vocabulary,
) -> tuple[NamedParty, ...]:
    opening = Opening.of(cut)
    weighed = weights(opening, named, [source.holder for source in sources if source.holder])
    unnamed = UnnamedSources(offices, weighed, opening, words)
    unnamed.read(sources)
    return parties(holders, offices, weighed, unnamed, words)
