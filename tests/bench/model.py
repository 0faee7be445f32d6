"""The embedded model on the sample article, with the plain prompt and with the current one."""

from pathlib import Path

import summarizer
from summarizer.client import LOCAL

SAMPLE = Path(__file__).parent.parent / "articles/cairo-talks.txt"


def measure():
    spent = {}
    for prompt in ("summary@1", "summary@2"):
        with summarizer.Summarizer(model=LOCAL, prompt=prompt) as made:
            made.open()  # loading the model is not the article's
            summary = made.summarize(SAMPLE)
        provenance = summary.provenance
        assert provenance is not None
        tokens = provenance.tokens
        spent[prompt] = tokens.output
        shown = f"{len(summary.quotes)} quotes shown, {len(summary.rejected)} items rejected"
        yield f"{prompt}, sample article", f"{provenance.seconds:.0f} s", shown
        yield f"{prompt}, tokens in / out", f"{tokens.input} / {tokens.output}", ""
    share = spent["summary@2"] / spent["summary@1"]
    yield "output tokens, summary@2 of summary@1", f"{100 * share:.0f} %", "goal: at most 50 %"
