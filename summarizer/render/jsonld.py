"""JSON-LD that may stand in a page."""

import json
from collections.abc import Mapping

from summarizer.text.printable import encodable

# In a <script> element "</script>" and "<!--" would be the page's, not ours; JSON has other words for them.
_FOR_PAGES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def dumped(document: Mapping[str, object], *, indent: int | None) -> str:
    """A document as JSON with a line end, safe inside a `<script>` element of an HTML page."""
    text = json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)
    return encodable(text).translate(_FOR_PAGES) + "\n"


def known(node: Mapping[str, object]) -> dict[str, object]:
    """`node` without what is not known or empty."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}
