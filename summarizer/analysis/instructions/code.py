"""Program code and encoded text, which no reader of news is meant to read."""

import base64
import binascii
import re
from collections.abc import Sequence

_FENCE = re.compile(r"^\s*(?:```|~~~)", re.MULTILINE)
_LINE = re.compile(
    r"""^\s*(?:
        import\s+\w[\w.]*(?:\s*,\s*\w[\w.]*)*\s*;?$
      | from\s+[\w.]+\s+import\s+\w
      | \#include\s*<
      | (?:async\s+)?def\s+\w+\s*\(
      | class\s+\w+\s*(?:\(.*\))?\s*[:{]$
      | (?:public|private|static)\s.*[({;]$
      | (?:var|let|const|my|local)\s+[\w$]+\s*=\s*\S
      | function\s*\w*\s*\(
      | [\w.]+\s*=\s*(?:[\w.]+\s*[(\[]|["'{\[])
      | (?:sudo|chmod|curl|wget|rm\s+-|pip\s+install|npm\s|apt(?:-get)?\s)\s*\S
      | select\s.+\sfrom\s+\w+\s*(?:where\b|;|$)
      | insert\s+into\s+\w+ | drop\s+table\s | <\?php | \$\w+\s*=\s
      | (?:print|exec|eval|open|system|require)\s*\(.*\)\s*;?$
      | [a-z_]\w*(?:\.\w+)+\(.*\)?\s*;?$
      | </?script\b[^>]*>
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CALL = re.compile(
    r"\b[a-z_]\w*(?:\.\w+)+\([^()]*\)|\b(?:eval|exec)\(|\bimport \w+; ?\w+|<script\b|javascript:|rm -rf"
)
_BASE64 = re.compile(r"(?<![\w/+=.-])[A-Za-z0-9+/]{20,}={0,2}(?![\w/+=])")
_DIGITS = re.compile(
    r"(?<!\w)(?:0x)?(?:[0-9a-fA-F]{2}[ :]?){16,}(?!\w)|(?:\\x[0-9a-fA-F]{2}){4,}|(?:[01]{8} ?){4,}"
)
_MOST_LETTERS = 0.75
_PROGRAMMING = re.compile(
    r"\b(?:code|programming|programmers?|developers?|software|scripts?|python|javascript|html|css|sql|linux|server|api"
    r"|terminal|command line|install(?:s|ed|ing|ation)?|repository|github|compiler|function|browser)\b",
    re.IGNORECASE,
)
_ABOUT_PROGRAMMING = 3
"""Paragraphs without code that speak of programming."""


def code_among(paragraphs: Sequence[str]) -> set[int]:
    """Return the numbers of the paragraphs of code, unless the article is about programming."""
    code = {number for number, text in enumerate(paragraphs) if is_code(text)}
    near = code | {number + 1 for number in code} | {number - 1 for number in code}
    about = sum(
        bool(_PROGRAMMING.search(text)) for number, text in enumerate(paragraphs) if number not in near
    )
    return code if about < _ABOUT_PROGRAMMING else set()


def is_code(paragraph: str) -> bool:
    """Whether program code, or text that is encoded, stands in a paragraph."""
    return bool(
        _FENCE.search(paragraph)
        or _LINE.match(paragraph)
        or _CALL.search(paragraph)
        or _DIGITS.search(paragraph)
        or any(_says_something(found[0]) for found in _BASE64.finditer(paragraph))
    )


def _says_something(encoded: str) -> bool:
    """Whether base64 stands for text."""
    try:
        text = base64.b64decode(encoded[: len(encoded) // 4 * 4], validate=True).decode()
    except (binascii.Error, ValueError):
        return False
    letters = sum(letter.isalpha() or letter == " " for letter in text)
    return text.isprintable() and letters >= _MOST_LETTERS * len(text)
