"""A summary with all that a summary can have, as `reference/3` gives it: a hand-made draft of the sample article."""

from functools import cache

from report_fixtures import CAIRO, cairo

from summarizer.article import Article
from summarizer.client.calls import mark, read
from summarizer.drafts.reference_v3 import DecidingDraft
from summarizer.pipeline import ground_draft
from summarizer.render.report import as_html
from summarizer.summary import Summary, SummaryWarning, Support

HAMAS, FORCES, BADRAN, NETANYAHU, VOICE, AGENCIES, WASHINGTON, HANIYEH, ISRAEL, ERDOGAN = (
    f"p{number}" for number in range(1, 11)
)
DEMANDS = {
    "ceasefire": "a complete cessation of the aggression",
    "withdrawal of troops": "the withdrawal of the occupation forces",
    "displaced people": "the return of the displaced",
    "reconstruction": "relief and reconstruction",
    "prisoner exchange": "a serious exchange deal",
}


def party(item, name, kind, description="", role="main", aliases=()):
    return {
        "id": item,
        "name": name,
        "kind": kind,
        "role": role,
        "description": description,
        "aliases": list(aliases),
    }


def position(evidence, holders, stance, topic, statement, told_by=None, toward=()):
    return {
        "evidence": evidence.split(),
        "holders": list(holders),
        "told_by": told_by,
        "toward": list(toward),
        "stance": stance,
        "topic": topic,
        "statement": statement,
    }


def quoted(quote, speakers, kind):
    return {"quote": quote, "speakers": list(speakers), "kind": kind}


def counted(figure, kind, measures, claimed_by=()):
    return {"figure": figure, "kind": kind, "measures": measures, "claimed_by": list(claimed_by)}


DRAFT = {
    "parties": [
        party(HAMAS, "Hamas", "organisation", "Palestinian resistance movement"),
        party(FORCES, "Palestinian resistance forces", "group", "armed groups beside Hamas"),
        party(BADRAN, "Hossam Badran", "person", "member of Hamas’ Political Bureau", aliases=["Badran", "Bardan"]),
        party(NETANYAHU, "Benjamin Netanyahu", "person", "prime minister of Israel", aliases=["Netanyahu"]),
        party(VOICE, "Al-Ahed News", "outlet", "the publication"),
        party(AGENCIES, "UN agencies", "organisation", "agencies of the United Nations", "minor"),
        party(WASHINGTON, "Washington", "government", "ally of Israel", "minor"),
        party(HANIYEH, "Ismail Haniyeh", "person", "leader of Hamas"),
        party(ISRAEL, "Israel", "government", "at war in Gaza", aliases=["Tel Aviv"]),
        party(ERDOGAN, "Recep Tayyip Erdogan", "person", "president of Turkey", "minor"),
    ],
    "positions": [
        position("s3 s4", [HAMAS], "intends", "ceasefire talks", "Hamas will send a delegation to Cairo to resume the talks."),
        *(
            position("s5", [HAMAS, FORCES], "demands", topic, f"Hamas and the Palestinian resistance forces demand {what}.", toward=[ISRAEL])
            for topic, what in DEMANDS.items()
        ),
        position("s9", [HAMAS], "demands", "ceasefire", "Hamas demands a lasting ceasefire."),
        position("s7", [BADRAN], "accuses", "ceasefire talks", "Badran says Netanyahu obstructed all rounds of talks.", toward=[NETANYAHU]),
        position("s12", [BADRAN], "accuses", "Rafah offensive", "Badran says the plan to attack Rafah is meant to prevent an agreement.", toward=[NETANYAHU]),
        position("s8", [NETANYAHU], "intends", "Rafah offensive", "Netanyahu insists on a ground invasion of Rafah.", told_by=BADRAN),
        position("s9 s10", [NETANYAHU], "threatens", "Rafah offensive", "Netanyahu vows to send ground troops into Rafah."),
        position("s10", [AGENCIES, WASHINGTON], "warns", "Rafah offensive", "UN agencies and Washington are concerned for civilians in Rafah.", toward=[NETANYAHU]),
        position("s3", [VOICE], "accuses", "war in Gaza", "The article calls Israel’s war in Gaza genocidal.", toward=[ISRAEL]),
    ],
    "quotes": [
        quoted("q1", [HAMAS], "term"),
        quoted("q2", [], "term"),
        quoted("q3", [HAMAS], "written"),
        quoted("q4", [HAMAS, FORCES], "written"),
        quoted("q5", [], "title"),
        quoted("q6", [BADRAN], "speech"),
        quoted("q7", [], "term"),
        quoted("q8", [BADRAN], "speech"),
    ],
    "unmarked_quotes": [],
    "figures": [
        counted("f1", "duration", "length of the war in Gaza"),
        counted("f2", "count", "Palestinians who have sought refuge in Rafah", [AGENCIES, WASHINGTON]),
        counted("f3", "count", "Palestinians killed in the war", [HAMAS]),
    ],
    "abstract": [
        {"text": "Hamas will send a delegation to Cairo to resume ceasefire talks.", "evidence": ["s3", "s4"]},
        {"text": "It demands a lasting ceasefire and an Israeli withdrawal.", "evidence": ["s5", "s9"]},
        {"text": "Netanyahu says he will attack Rafah whether or not there is a deal.", "evidence": ["s9", "s10"]},
    ],
    "headline": {"text": "Hamas to resume ceasefire talks in Cairo", "evidence": ["s3"]},
}  # fmt: skip
REASON = "The sentences do not say “whether or not there is a deal”."
DISPUTE = "The model reads Benjamin Netanyahu as the holder, the rules read Hossam Badran."


@cache
def decided() -> tuple[Article, Summary]:
    """The article and its summary, with a sentence that is doubtful, a position that is, and one in dispute."""
    summary = ground_draft(mark(CAIRO), DecidingDraft.model_validate(DRAFT))
    doubtful = Support(verdict="doubtful", reasons=[REASON])
    supported = Support(verdict="supported")
    abstract = [
        item.model_copy(update={"support": doubtful if "whether" in item.text else supported})
        for item in summary.abstract
    ]
    positions = [
        item.model_copy(update={"support": doubtful if item.id == "o11" else supported})
        for item in summary.positions
    ]
    parties = [item.model_copy(update={"support": Support()}) for item in summary.parties]
    figures = [item.model_copy(update={"support": Support()}) for item in summary.figures]
    dispute = SummaryWarning(code="disputed", item="o10", message=DISPUTE)
    parts = {"abstract": abstract, "parties": parties, "positions": positions, "figures": figures}
    parts |= {"warnings": [*summary.warnings, dispute]}
    return read(CAIRO), summary.model_copy(update=parts)


SAMPLES = ("summary@3", "summary@1", "decided")


def sample(name: str) -> tuple[Article, Summary]:
    """The sample article with the summary that a prompt gave, or that of the draft above."""
    return decided() if name == "decided" else cairo(name)


@cache
def sample_page(name: str) -> str:
    return as_html([sample(name)])
