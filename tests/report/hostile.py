"""Text that wants to be more than text, and a summary that has it wherever a summary has words."""

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.draft import ReferenceDraft
from summarizer.grounding import ground
from summarizer.summary import Anchor, DiffPiece, Party, Position, Rejected, SummaryWarning

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
    summary = ground(mark(article), ReferenceDraft.model_validate(draft))
    where = Anchor.at(text, 0, len(text))
    party = Party(
        id="p1", name=payload, kind="person", description=payload, aliases=[payload], mentions=[where]
    )
    refused = Rejected(
        kind="quote",
        text=payload,
        verdict="altered",
        reason=payload,
        closest=where,
        diff=[DiffPiece(op="offered", text=payload), DiffPiece(op="article", text=payload)],
    )
    said = Position(id="o1", party="p1", stance="claims", statement=payload, evidence=[where])
    warnings = [SummaryWarning(code="scare_quote", item=item, message=payload) for item in (None, "o1", "p1")]
    parts = {"parties": [party], "positions": [said], "rejected": [refused], "warnings": warnings}
    return article, summary.model_copy(update=parts)


def overlapping(text, spans):
    """An article whose summary has one position for each span, however they overlap."""
    article = Article(text=text)
    draft: dict[str, object] = {key: [] for key in ("quotes", "figures", "positions", "unmarked_quotes")}
    words = {"abstract": "All overlaps.", "headline": "Overlapping", "parties": []}
    summary = ground(mark(article), ReferenceDraft.model_validate(draft | words))
    party = Party(id="p1", name="Ana Ruiz", kind="person", description="", mentions=[])
    positions = [
        Position(id=f"o{n}", party="p1", stance="claims", statement="x", evidence=[Anchor.at(text, *span)])
        for n, span in enumerate(spans, start=1)
    ]
    return article, summary.model_copy(update={"parties": [party], "positions": positions})
