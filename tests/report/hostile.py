"""Text that wants to be more than text, and a summary that has it wherever a summary has words."""

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import ReferenceDraft
from summarizer.pipeline import ground_draft
from summarizer.summary import (
    AbstractSentence,
    Anchor,
    DiffPiece,
    FigureItem,
    Headline,
    Judgement,
    Party,
    Position,
    Rejected,
    SummaryWarning,
    Support,
)

PAYLOADS = (
    "<script>alert(1)</script>",
    "</style><script>alert(2)</script>",
    "</script><script>alert(3)</script>",
    "</title><img src=x onerror=alert(4)>",
    "<img src=http://127.0.0.1:9/5.png>",
    "<svg onload=alert(6)>",
    "<svg><script href=data:,alert(7)></script>",
    "<iframe srcdoc='<script>alert(8)</script>'></iframe>",
    "<iframe src=javascript:alert(9)>",
    '" onmouseover=alert(10) x="',
    "' onfocus=alert(11) autofocus tabindex=0 x='",
    "javascript:alert(12)",
    "JaVaScRiPt:alert(13)//http://example.org",
    "data:text/html,<script>alert(14)</script>",
    "<a href='javascript:alert(15)'>x</a>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/16'>",
    "<base href=http://127.0.0.1:9/>",
    "<link rel=stylesheet href=http://127.0.0.1:9/18.css>",
    "<style>@import url(http://127.0.0.1:9/19.css)</style>",
    "<form action=http://127.0.0.1:9/20><button autofocus>x",
    "<object data=http://127.0.0.1:9/21></object>",
    "<details open ontoggle=alert(22)>",
    "<video><source onerror=alert(23)>",
    "<!--<img src='--><img src=x onerror=alert(24)>",
    "<![CDATA[<script>alert(25)</script>]]>",
    "&lt;script&gt;alert(26)&lt;/script&gt;&#x3c;script>alert(26)</script>",
    "{{ 7 * 7 }}{% raw %}{{ self }}{# x #}${alert(27)}",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(28)>",
    "\u202ehsup\u202c \u2066x\u2069 \u200bzero \x1b[31m \x07 \U000e0041tag",
    "</textarea></noscript></template><script>alert(30)</script>",
    "`;alert(31)//",
    "\\u003cscript\\u003ealert(32)",
    "<p id=q1 class=item data-item=q1>clobbered<a name=body id=location>",
)


def hostile(payload):
    """An article and a summary of it that say `payload` everywhere they can."""
    text = f"{payload} Ana Ruiz spoke.\n\n“We {payload} rebuild,” Ana Ruiz said. At least 40 {payload} homes burned."
    article = Article(text=text, title=payload, author=payload, site=payload, url=payload, language=payload)
    draft = {
        "quotes": [{"quote": "q1", "speaker": "Ana Ruiz"}],
        "figures": [],
        "parties": [{"name": "Ana Ruiz", "kind": "person", "description": "mayor", "aliases": []}],
        "positions": [],
        "unmarked_quotes": [],
        "abstract": payload,
        "headline": payload,
    }
    summary = ground_draft(mark(article), ReferenceDraft.model_validate(draft))
    where = Anchor.at(text, 0, len(text))
    judged = Judgement(model=payload, verdict="contradicted", reason=payload)
    doubtful = Support(verdict="doubtful", reasons=[payload, payload], judgement=judged)
    parties = [
        Party(
            id=f"p{number}",
            name=payload,
            kind=kind,
            role=role,
            description=payload,
            support=doubtful,
            aliases=[payload],
            mentions=[where],
        )
        for number, (kind, role) in enumerate(
            [("person", "main"), ("outlet", "main"), ("group", "minor"), ("other", "minor")], start=1
        )
    ]
    refused = Rejected(
        kind="quote",
        text=payload,
        verdict="altered",
        reason=payload,
        closest=where,
        diff=[DiffPiece(op="offered", text=payload), DiffPiece(op="article", text=payload)],
    )
    said = Position(
        id="o1",
        holders=["p1", "p3"],
        told_by="p2",
        toward=["p2", "p4"],
        stance="claims",
        topic=payload,
        statement=payload,
        evidence=[where],
        quotes=["q1"],
        support=doubtful,
    )
    codes = (("scare_quote", None), ("disputed", "o1"), ("scare_quote", "p1"), ("disputed", "f1"))
    [first, *others] = summary.quotes
    parts = {
        "headline": Headline(text=payload, evidence=[where], support=doubtful),
        "abstract": [AbstractSentence(text=payload, evidence=[where], support=doubtful)],
        "parties": parties,
        "positions": [said],
        "quotes": [
            first.model_copy(update={"speakers": ["p1", "p2"], "support": doubtful}),
            *others,
            first.model_copy(update={"id": "q99", "kind": "term", "speakers": ["p3"]}),
        ],
        "figures": [
            FigureItem(
                id="f1",
                text=payload,
                support=doubtful,
                anchor=where,
                value="40",
                comparator="at_least",
                unit=payload,
                kind="count",
                measures=payload,
                claimed_by=["p1", "p4"],
            )
        ],
        "rejected": [refused],
        "warnings": [SummaryWarning(code=code, item=item, message=payload) for code, item in codes],
    }
    return article, summary.model_copy(update=parts)


def overlapping(text, spans):
    """An article whose summary has one position for each span, however they overlap."""
    article = Article(text=text)
    draft: dict[str, object] = {key: [] for key in ("quotes", "figures", "positions", "unmarked_quotes")}
    words = {"abstract": "All overlaps.", "headline": "Overlapping", "parties": []}
    summary = ground_draft(mark(article), ReferenceDraft.model_validate(draft | words))
    party = Party(id="p1", name="Ana Ruiz", kind="person", description="", mentions=[])
    positions = [
        Position(
            id=f"o{n}", holders=["p1"], stance="claims", statement="x", evidence=[Anchor.at(text, *span)]
        )
        for n, span in enumerate(spans, start=1)
    ]
    return article, summary.model_copy(update={"parties": [party], "positions": positions})
