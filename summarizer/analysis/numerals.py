"""Numbers written in digits: how a run of digits and separators is read, and which runs are no numbers."""

import re
import unicodedata
from decimal import Context, Decimal

SPACE = r"[ \u00a0\u2009\u202f]"
FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
CLUSTER_REST = r"\d*(?:[.,:/'’٫٬\u00a0\u2007\u2009\u202f‐‑–-]\d+)*"
"""What follows the first digit: more of them with single separators between; what they mean is seen later."""

_NUMERAL = re.compile(r"\d+(?:[.,'’٫٬\u00a0\u2007\u2009\u202f]\d+)*")
_SPACED = re.compile(r"\d{1,3}(?: \d{3}){2,}(?!\w)")
_SPACED_ONCE = re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?![\w\u202f\u00a0]| \d)")
_DIALLED = re.compile(r"\d+(?:[ \u00a0\u202f]\d+|[\u200e\u200f]?-\d+){1,6}(?!\w)")
_FRACTION = re.compile(
    rf"(?:(?P<whole>\d{{1,6}})(?:{SPACE}|-)?(?=[{FRACTIONS}])|(?P<before>\d{{1,6}})(?:{SPACE}|-)(?=\d{{1,2}}[/⁄]\d))?"
    rf"(?:(?P<sign>[{FRACTIONS}])|(?P<part>\d{{1,3}})(?P<slash>[/⁄])(?P<of>\d{{1,3}}))(?![\d/⁄{FRACTIONS}])"
)
_DENOMINATORS = frozenset((2, 3, 4, 5, 8, 10, 16, 32))
"""Of fractions that are written with a slash and not said to be parts of anything."""
_GROUPS = re.compile(r"\d+")
_GROUPS_OF_A_CALL = 3
_THOUSANDS = 3
"""Digits."""
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d[‐‑–-](?:(?:1[5-9]|20)\d\d|\d\d)")
_PHONE = re.compile(r"\d{3}-\d{4}")
_DASH = re.compile(r"[‐‑–-]")

_LONGEST = 30
"""Characters; a longer run of digits counts nothing."""

_WITHOUT_MARKS = str.maketrans("", "", ",.'’ \u00a0\u2007\u2009\u202f")
_OFFSET = ord("Ａ") - ord("A")
_FULL_WIDTH = re.compile("[０-９ａ-ｚＡ-Ｚ％＄￥￡]")
_HALF_WIDTH = str.maketrans(
    {
        **{chr(code + _OFFSET): chr(code) for code in range(ord("0"), ord("z") + 1) if chr(code).isalnum()},
        "％": "%",
        "＄": "$",
        "￥": "¥",
        "￡": "£",
    }
)
_MARK_BETWEEN = re.compile(r"(?<=\d)[．：／](?=\d)|(?<=\d)，(?=\d{3}(?!\d))|[－＋](?=\d)|(?<=\d)＋")
_ARABIC = {ord("٫"): ".", ord("٬"): ","}
# How a number may be written, and what divides its whole part from the rest; the first that fits counts.
_FORMS = tuple(
    (re.compile(pattern), point)
    for pattern, point in (
        (r"\d+(?:\.\d+)?", "."),
        (r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", "."),
        (r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?", "."),
        (r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+", ","),
        (r"\d{1,3}(?:([ '’\u00a0\u2007\u2009\u202f])\d{3})(?:\1\d{3})*(?:\.\d+)?", "."),
        (r"\d{1,3}(?:([ '’\u00a0\u2007\u2009\u202f])\d{3})(?:\1\d{3})*,\d+", ","),
        (r"\d+,\d{1,2}", ","),
    )
)
_COMMA_FORMS = ((re.compile(r"\d{1,3}\.\d{3}"), ","), (re.compile(r"\d+,\d+"), ","), *_FORMS)

ARITHMETIC = Context(prec=60)
"""Of our own, so that no caller's decimal context changes a value."""


def halfwidth(text: str) -> str:
    """The same text with full-width digits, letters and marks of numbers as ASCII has them, one for one."""
    if not _FULL_WIDTH.search(text):
        return text
    text = text.translate(_HALF_WIDTH)
    return _MARK_BETWEEN.sub(lambda mark: chr(ord(mark.group()) - _OFFSET), text)


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent and without zeros behind its last decimal place."""
    if value == value.to_integral_value(context=ARITHMETIC):
        return value.quantize(Decimal(1), context=ARITHMETIC)
    return value.normalize(ARITHMETIC)


def is_no_number(cluster: str) -> bool:
    """Whether a run of digits is a date, a time, a score, a telephone number or an address by its form."""
    if cluster.isdigit():
        return len(cluster) > _LONGEST
    if len(cluster) > 2 * _LONGEST or ":" in cluster or "/" in cluster:
        return True
    dashes = len(_DASH.findall(cluster))
    if dashes > 1 or _PHONE.fullmatch(cluster):
        return True
    return bool(_YEARS.fullmatch(cluster) or (_ADDRESS.fullmatch(cluster) and _is_address(cluster)))


def _is_address(cluster: str) -> bool:
    return all(int(part) <= 255 for part in cluster.split("."))  # noqa: PLR2004 - the largest byte of an IP address


def dialled(text: str, start: int) -> int | None:
    """Where the telephone number ends whose first group of digits begins at `start`; None if it is none."""
    match = _DIALLED.match(text, start)
    if match is None:
        return None
    first, *others = _GROUPS.findall(match.group())
    zero_led = first[0] == "0" or any(
        group[0] == "0" and len(group) not in (1, _THOUSANDS) for group in others
    )
    many = len(others) >= _GROUPS_OF_A_CALL and any(len(group) != _THOUSANDS for group in others)
    return match.end() if zero_led or many else None


def spaced_once(text: str, start: int) -> re.Match[str] | None:
    """Two or more groups of digits that a blank parts, and that may be one number: 12 345."""
    return _SPACED_ONCE.match(text, start)


def read_numeral(
    text: str, start: int, *, decimal_comma: bool, blanks: bool = False
) -> tuple[int, Decimal] | None:
    """The number whose digits begin at `start`, and where they end; None if they make no number.

    `blanks` says that a blank parts thousands even where there is but one: 12 345.
    """
    match = _SPACED.match(text, start) or (spaced_once(text, start) if blanks else None)
    match = match or _NUMERAL.match(text, start)
    if match is None:
        return None
    value = _value(match.group(), _COMMA_FORMS if decimal_comma else _FORMS)
    return None if value is None else (match.end(), value)


def read_fraction(text: str, start: int) -> tuple[int, Decimal, bool] | None:
    """Where 3½, 2 1/2 or 1⁄2 ends, its value, and whether it is surely no date; None if there is none."""
    match = _FRACTION.match(text, start)
    if match is None:
        return None
    whole = Decimal(match["whole"] or match["before"] or 0)
    if match["sign"]:
        part = Decimal(unicodedata.numeric(match["sign"])).quantize(Decimal("0.000001"))
        return match.end(), ARITHMETIC.add(whole, part), True
    many, of = int(match["part"]), int(match["of"])
    sure = match["slash"] == "⁄"
    if not 0 < many < of or not (sure or of in _DENOMINATORS):
        return None
    share = ARITHMETIC.divide(Decimal(many), Decimal(of)).quantize(Decimal("0.000001"))
    return match.end(), ARITHMETIC.add(whole, share), sure or bool(match["before"])


def _value(digits: str, forms: tuple[tuple[re.Pattern[str], str], ...]) -> Decimal | None:
    if not digits.isascii():
        digits = digits.translate(_ARABIC)
    if digits[0] == "0" and digits[1:2].isdigit():
        return None
    for pattern, point in forms:
        if pattern.fullmatch(digits):
            whole, _, rest = digits.partition(point)
            return Decimal(
                whole.translate(_WITHOUT_MARKS) + "." + rest if rest else whole.translate(_WITHOUT_MARKS)
            )
    return None
