"""What of a summary follows from its article and the rules alone, worked out again: names, cues, doubts.

What every version of the analysis keeps to is checked in any summary, the rest in those of today's analysis.
"""

from collections.abc import Iterator

from summarizer.analysis import ANALYSIS_VERSION
from summarizer.analysis.attribution import attribute
from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.claims import ByName
from summarizer.framing import find_framing
from summarizer.grounding.coverage import Cover
from summarizer.grounding.findings import Finding
from summarizer.grounding.inflections import DECLINING, inflected
from summarizer.grounding.names import find_names, key, untitled
from summarizer.grounding.rules import rule_claims
from summarizer.grounding.support import OwnWordChecker
from summarizer.languages import main_language
from summarizer.summary import Anchor, Party, Quote, Summary
from summarizer.text.tokens import Tokens


def is_of_today(summary: Summary) -> bool:
    """Whether today's analysis made the summary, or nobody says which."""
    made = summary.provenance
    return made is None or made.recipe.analysis == ANALYSIS_VERSION


def check_names(summary: Summary, marks: Marks, tokens: Tokens) -> Iterator[Finding]:
    """Names that the article does not have, and mentions at which no name of the party stands."""
    parties = [(index, party) for index, party in enumerate(summary.parties) if party.kind != "outlet"]
    places = _places({name for _, party in parties for name in _names(party)}, marks, tokens)
    for index, party in parties:
        path = f"summary.parties[{index}]"
        if not party.mentions:
            yield Finding(f"{path}.mentions", "It is mentioned nowhere.")
        if not places[party.name]:
            yield Finding(f"{path}.name", "The article does not contain this name.")
        for number, alias in enumerate(party.aliases):
            if not places[alias]:
                yield Finding(f"{path}.aliases[{number}]", "The article does not contain this name.")
        own = set[Span]().union(*(places[name] for name in _names(party)))
        for number, anchor in enumerate(party.mentions):
            if _span(anchor) not in own:
                yield Finding(f"{path}.mentions[{number}]", "No name of the party stands there.")


def _places(names: set[str], marks: Marks, tokens: Tokens) -> dict[str, set[Span]]:
    """Where each name stands, as it is or else in other cases."""
    found = find_names(tokens, names, names)
    inflects = main_language(marks.marked.language) in DECLINING
    for name in [name for name in names if not found[name]]:
        forms = inflected(name, tokens.vocabulary, names=inflects)
        found[name] = [place for there in find_names(tokens, forms).values() for place in there]
    return {name: {place.span for place in there} for name, there in found.items()}


def check_cues(summary: Summary) -> Iterator[Finding]:
    """Cues with a party's name in them, and none of a speaker's."""
    named = {party.id: Cover(map(_span, party.mentions)) for party in summary.parties}
    for index, quote in enumerate(summary.quotes):
        if quote.cue is None:
            continue
        cue = _span(quote.cue)
        if not quote.speakers:
            yield Finding(f"summary.quotes[{index}].cue", "It attributes the quote to nobody.")
        elif not any(named[who].touches(cue) for who in quote.speakers if who in named) and (
            others := [who for who, places in named.items() if places.touches(cue)]
        ):
            yield Finding(
                f"summary.quotes[{index}].speakers",
                f"“{quote.cue.exact}” attributes it to {' or '.join(others)}.",
            )


def check_framing(summary: Summary, marks: Marks, tokens: Tokens) -> Iterator[Finding]:
    """Loaded wording that the rules do not find, or find otherwise; their ids are of no account."""
    known = [item.model_copy(update={"id": ""}) for item in find_framing(marks, tokens)]
    for index, item in enumerate(summary.framing):
        if item.model_copy(update={"id": ""}) not in known:
            yield Finding(f"summary.framing[{index}]", "The article's own wording is read otherwise.")


def check_doubts(summary: Summary, marks: Marks) -> Iterator[Finding]:
    """Own words that are given without a doubt that the rules have of them."""
    found = OwnWordChecker(summary, marks).all()
    supports = {
        "headline": ("summary.headline", summary.headline.support),
        **{
            f"abstract{number}": (f"summary.abstract[{number - 1}]", item.support)
            for number, item in enumerate(summary.abstract, 1)
        },
        **{item.id: (f"summary.parties[{at}]", item.support) for at, item in enumerate(summary.parties)},
        **{item.id: (f"summary.positions[{at}]", item.support) for at, item in enumerate(summary.positions)},
        **{item.id: (f"summary.figures[{at}]", item.support) for at, item in enumerate(summary.figures)},
    }
    for item, (path, support) in supports.items():
        for doubt in found[item].doubts:
            if doubt.reason not in support.reasons:
                yield Finding(f"{path}.support", f"It does not say: {doubt.reason}")
        if support.reasons and support.verdict != "doubtful":
            yield Finding(f"{path}.support.verdict", "It has reasons for doubt.")


def check_speakers(summary: Summary, marks: Marks) -> Iterator[Finding]:
    """Quotes that by the rules another party of the summary says, without a warning of it.

    What was carried over from another text, or read in parts, the rules may have read otherwise then.
    """
    made = summary.provenance
    warned = {warning.item for warning in summary.warnings if warning.code in {"disputed", "reanchored"}}
    if made is None or made.parts > 1 or any(one.code == "reanchored" for one in summary.warnings):
        return
    shown = {_span(quote.anchor): (index, quote) for index, quote in enumerate(summary.quotes)}
    known = _by_name(summary)
    for claim in rule_claims(marks.marked, attribute(marks.marked)).quotes:
        index, quote = shown.get(claim.place, (0, None)) if isinstance(claim.place, Span) else (0, None)
        if quote is None or not claim.explicit or not (claim.certain or made.recipe.authority == "model"):
            continue
        meant = [known.get(untitled(key(who.text))) for who in claim.speakers if isinstance(who, ByName)]
        if _is_others(quote, [who for who in meant if who], summary) and quote.id not in warned:
            names = " and ".join(who.name for who in meant if who)
            yield Finding(f"summary.quotes[{index}].speakers", f"The article gives these words to {names}.")


def _is_others(quote: Quote, meant: list[Party], summary: Summary) -> bool:
    """Whether somebody else than the speakers of a quote is meant; by a surname alone two are the same."""
    said = [party for party in summary.parties if party.id in quote.speakers]
    if not meant or not said or not quote.is_statement:
        return False
    return not any(
        one is other or key(one.name)[-1:] == key(other.name)[-1:] for one in said for other in meant
    )


def _by_name(summary: Summary) -> dict[tuple[str, ...], Party | None]:
    """The party of each name; None where several have it."""
    found: dict[tuple[str, ...], Party | None] = {}
    for party in summary.parties:
        for words in {untitled(key(name)) for name in _names(party)}:
            found[words] = None if words in found else party
    return found


def _names(party: Party) -> list[str]:
    return [party.name, *party.aliases]


def _span(anchor: Anchor) -> Span:
    return Span(anchor.start, anchor.end)
