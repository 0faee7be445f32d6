"""Cells of a table that a spreadsheet shows rather than computes."""

_COMPUTED = ("=", "+", "-", "@", "\t", "\r")


def cell(text: str) -> str:
    """`text` with an apostrophe before what a spreadsheet would take for a formula.

    After OWASP's “CSV Injection”, https://owasp.org/www-community/attacks/CSV_Injection.
    """
    return f"'{text}" if text.startswith(_COMPUTED) else text
