"""What every draft format shares: closed types, and how a reply is read.

Every field is required, every list and every string bounded: an unbounded list is how a small model runs
away. The bounds are part of the schema that a model is held to. A reply is read with more patience: an item
that does not fit is mended or set aside with the reason, and the rest of the reply counts.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from math import inf, isfinite
from typing import Annotated, Any, ClassVar, Literal, NoReturn, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.json_schema import SkipJsonSchema

from summarizer.claims import Unreadable
from summarizer.summary import Authority, RejectedKind

NESTING_LIMIT = 64
_KINDS: dict[str, RejectedKind] = {
    "abstract": "abstract",
    "headline": "abstract",
    "figures": "figure",
    "parties": "party",
    "positions": "position",
    "quotes": "quote",
    "sentences": "abstract",
    "speakers": "quote",
    "unmarked_quotes": "quote",
    "verdicts": "position",  # shown nowhere: an item whose verdict cannot be read stays unchecked
}
"""What each part of a draft holds."""
_LISTS = {"quotation": ("quotes", "speakers"), "figure": ("figures",)}
"""The lists in which a draft has an item for each mark that it is asked about."""
_ITEM = 2
"""Steps from a draft to an item of one of its lists."""
_PASSES = 8
"""How often a reply is mended: a list that is too long hides what is wrong with its items."""
_SHOWN = 120
"""Characters of an item that is set aside, and of the reason."""
_LISTED = 20
"""Items beyond the bound of a list that are reported one by one; the others are counted."""

Headline = Annotated[
    str,
    Field(min_length=1, max_length=160, description="What happened, in one neutral line of your own words."),
]
Abstract = Annotated[
    str,
    Field(
        min_length=1,
        max_length=800,
        description="Two or three neutral sentences in your own words. Loaded wording of the article is "
        "attributed to whoever uses it, never adopted.",
    ),
]


class DraftPart(BaseModel):
    """Part of a draft: closed, and free of control characters."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Draft(DraftPart):
    """What every draft format shares: its name, whose word counts, and how a reply is read.

    `abstract_format` is the format in which a model that filled in such a draft is asked for its words alone;
    None where the words are the article's.
    With `names_terms` it lists the quotations that nobody need have said as well.
    """

    format: ClassVar[str]
    authority: ClassVar[Authority] = "model"
    abstract_format: ClassVar[str | None] = "abstract/1"
    names_terms: ClassVar[bool] = False

    unreadable: SkipJsonSchema[tuple[Unreadable, ...]] = Field(default=(), exclude=True)

    @classmethod
    def most(cls, wanted: Literal["quotation", "figure"]) -> float:
        """Return how many quotations or figures an answer can name; infinity where it lists none."""
        fields = (cls.model_fields.get(name) for name in _LISTS[wanted])
        bounds = (getattr(one, "max_length", None) for field in fields if field for one in field.metadata)
        return min((bound for bound in bounds if bound), default=inf)

    @classmethod
    def model_validate_json(
        cls,
        json_data: str | bytes | bytearray,
        **options: Any,
    ) -> Self:
        """Read a model's reply: strict JSON, nothing before or after it, no key twice, no NUL.

        Texts and lists over their bounds are cut; an item of a list that does not fit otherwise is set aside
        under `unreadable`, unless more than half of the items do not fit.

        Raises:
            json.JSONDecodeError: if the text is not exactly one JSON value.
            pydantic.ValidationError: if the value does not fit this format.
        """
        text = json_data if isinstance(json_data, str) else bytes(json_data).decode()
        value = check_json(text)
        if not isinstance(value, dict) or "unreadable" in value:
            return cls.model_validate({"": value}, **options)  # which fails, and says so in pydantic's words
        try:
            return cls.model_validate(value, **options)
        except ValidationError as error:
            return _read_patiently(cls, value, options, error)


AnyOf = TypeVar("AnyOf", bound=Draft)


def _read_patiently(
    draft: type[AnyOf], value: Mapping[str, Any], options: Mapping[str, Any], first: ValidationError
) -> AnyOf:
    """Return the draft that `value` is once what does not fit is cut or set aside.

    Raises:
        pydantic.ValidationError: `first`, if too much does not fit.
    """
    mended, unreadable = deepcopy(dict(value)), list[Unreadable]()
    unfit, error = 0, first
    for _ in range(_PASSES):
        more = _mend(mended, error.errors(include_url=False), unreadable)
        unfit += more or 0
        if more is None or unfit > sum(len(entry) for entry in mended.values() if isinstance(entry, list)):
            break
        try:
            return draft.model_validate({**mended, "unreadable": tuple(unreadable)}, **options)
        except ValidationError as another:
            error = another
    raise first


def _mend(value: dict[str, Any], problems: Sequence[Any], unreadable: list[Unreadable]) -> int | None:
    """Cut what is over its bounds, set aside what does not fit: how many items. None if more is wrong."""
    set_aside: dict[tuple[str, int], str] = {}
    dropped: dict[tuple[Any, ...], str] = {}
    for problem in problems:
        where, reason = problem["loc"], problem["msg"]
        if problem["type"] in {"string_too_long", "too_long"}:
            _cut(value, where, problem["ctx"]["max_length"], unreadable)
        elif len(where) > _ITEM and isinstance(where[-1], int):
            dropped[where] = reason  # one number of several, such as a sentence that has none
        elif len(where) >= _ITEM and isinstance(where[1], int):
            set_aside[where[0], where[1]] = _short(f"{'.'.join(map(str, where[2:])) or where[0]}: {reason}")
        else:
            return None
    for where, reason in sorted(dropped.items(), reverse=True):
        inner = _at(value, where[:-1])
        unreadable.append(Unreadable(_KINDS[where[0]], _shown(inner.pop(where[-1])), reason))
    for (field, index), reason in sorted(set_aside.items(), reverse=True):
        unreadable.append(Unreadable(_KINDS[field], _shown(value[field].pop(index)), reason))
    return len(set_aside)


def _cut(value: dict[str, Any], where: Sequence[Any], most: int, unreadable: list[Unreadable]) -> None:
    holder, last = _at(value, where[:-1]), where[-1]
    entry = holder[last]
    if isinstance(entry, str):
        holder[last] = entry[: most - 1].rsplit(" ", 1)[0] + "…"
        return
    holder[last] = entry[:most]
    if len(where) == 1:
        reason = f"An answer has at most {most} of {last}."
        unreadable += [Unreadable(_KINDS[last], _shown(item), reason) for item in entry[most:][:_LISTED]]
        others = len(entry) - most - _LISTED
        if others > 0:
            unreadable.append(Unreadable(_KINDS[last], f"{others} more", reason))


def _at(value: Any, where: Sequence[Any]) -> Any:
    for step in where:
        value = value[step]
    return value


def _shown(item: Any) -> str:
    return _short(json.dumps(item, ensure_ascii=False))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


class NestedTooDeep(json.JSONDecodeError):
    """The text has more levels than any draft."""


def check_json(text: str) -> Any:
    """Return the JSON value of `text`; refuse what Python's and pydantic's JSON readers let pass.

    Raises:
        json.JSONDecodeError: for a second value, a key given twice, NaN or infinity, NUL, a lone surrogate,
            or nesting beyond 64 levels.
    """

    def refuse(problem: str) -> NoReturn:
        raise json.JSONDecodeError(problem, text, 0)

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        return found if len(found) == len(pairs) else refuse("a key is given twice")

    def finite(digits: str) -> float:
        value = float(digits)
        return value if isfinite(value) else refuse(f"{digits} is no JSON number")

    if _nesting(text) > NESTING_LIMIT:
        raise NestedTooDeep(f"nested deeper than {NESTING_LIMIT} levels", text, 0)
    value = json.loads(text, object_pairs_hook=once, parse_constant=finite, parse_float=finite)
    written = "".join(_strings(value))
    if "\0" in written:
        refuse("NUL in a string")
    try:
        written.encode()
    except UnicodeEncodeError:
        refuse("lone surrogate in a string")
    return value


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _nesting(text: str) -> int:
    """How many brackets are open at once; those inside strings count too, no honest draft has many."""
    depth = deepest = 0
    for character in text:
        if character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest
