"""Pipeline: summarise one article; what is stored or carried over is not asked for again.

    prepare(article, prompt)   the article analysed and the request for it
    make(…)                    its summary, with what the model said
    reground(…)                the summary anew from what the model said then, without asking
    by_rules(article, recipe)  what the rules alone know; there is no model

`cached` looks in the store first and stores what is new, `rewrite` has loaded words put more neutrally,
`chunking` asks for a long article in parts, `carry_over` takes a summary along when its article is edited.
"""

from summarizer.pipeline.by_rules import by_rules
from summarizer.pipeline.summarize import (
    SUMMARY_SCHEMA,
    Made,
    Prepared,
    Reply,
    ground_draft,
    make,
    messages,
    most,
    prepare,
    recipe,
    reground,
    sample,
    summarize,
    tried,
)

__all__ = [
    "SUMMARY_SCHEMA",
    "Made",
    "Prepared",
    "Reply",
    "by_rules",
    "ground_draft",
    "make",
    "messages",
    "most",
    "prepare",
    "recipe",
    "reground",
    "sample",
    "summarize",
    "tried",
]
