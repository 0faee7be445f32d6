"""Jinja for prompts: nothing of Python is reached, and no template takes long or grows beyond measure.

Jinja's sandbox bounds `range` alone. Here each turn of a loop, each call and each text that is made counts as
steps, of which a rendering has so many; what one operation may make is bounded before it is made.
"""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from jinja2.visitor import NodeTransformer

STEPS = 300_000
"""A turn of a loop, a thousand characters, or a tenth of a call; an article's length gives more."""
LARGEST = 1_000_000
"""Of numbers that a template makes, and of the characters or items that it makes beside what it is given."""
TOKENS = 10_000
"""Names, signs and words of Jinja's in a section."""
_LARGEST_POWER = 20
_CALL = 10
_CHARACTERS = 1_000
_TIMES = 8
"""How many times a section may hold what it is given."""
_WIDE = re.compile(r"%[^a-zA-Z]*(\*|\d{5})")
"""A format that fills up to ten thousand characters and more, or to as many as something says."""


@dataclass(slots=True)
class _Budget:
    steps: int = STEPS
    size: int = LARGEST


_left: ContextVar[_Budget] = ContextVar("what is left to a rendering")
FAULTS = (
    TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError,
    RecursionError, MemoryError, SyntaxError,
)  # fmt: skip
"""What a template may do wrong; Python refuses to compile what is nested too deep."""


def render(template: Template, variables: Mapping[str, Any]) -> str:
    """Fill in a template.

    Raises:
        SecurityError: if it takes too many steps, or makes too much.
    """
    given = max((len(value) for value in variables.values() if isinstance(value, str)), default=0)
    budget = _Budget(STEPS + given // _CALL, LARGEST + _TIMES * given)
    before = _left.set(budget)
    try:
        pieces: list[str] = []
        length = 0
        for piece in template.generate(variables):
            pieces.append(piece)
            length += len(piece)
            if length > budget.size:
                raise SecurityError(f"it makes more than {budget.size:,} characters")
        return "".join(pieces)
    finally:
        _left.reset(before)


def ensure_short(environment: SandboxedEnvironment, section: str) -> None:
    """Refuse a section with more of Jinja in it than a prompt can need.

    Raises:
        SecurityError: if it has.
    """
    tokens = sum(kind not in {"data", "whitespace"} for _, kind, _ in environment.lex(section))
    if tokens > TOKENS:
        raise SecurityError(f"it has more than {TOKENS:,} names and signs of Jinja")


def _take(steps: int = 1) -> None:
    budget = _left.get()
    budget.steps -= steps
    if budget.steps < 0:
        raise SecurityError("it takes too many steps")


def _counted(items: Iterable[Any]) -> Iterator[Any]:
    """The items of a loop, a step each."""
    for item in items:
        _take()
        yield item


def _made(value: Any) -> Any:
    """What a template made, if it is not too much."""
    _ensure_small(value)
    if isinstance(value, str | list | tuple):
        _ensure_size(len(value))
        _take(1 + len(value) // _CHARACTERS)
    return value


def _ensure_small(value: Any) -> None:
    if isinstance(value, int) and abs(value) > LARGEST:
        raise SecurityError(f"it makes a number over {LARGEST:,}")


def _ensure_size(size: int) -> None:
    if size > _left.get().size:
        raise SecurityError(f"it makes more than {_left.get().size:,} characters or items")


def _counting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def counting(*arguments: Any, **named: Any) -> Any:
        if name == "format" and _WIDE.search(str(arguments[0])):
            raise SecurityError("its format is too wide")
        return _made(function(*arguments, **named))

    return counting


class _Counted(NodeTransformer):
    """Has loops and joined texts counted, and refuses large numbers."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - theirs
        self.generic_visit(node)
        node.iter = _filtered(node.iter, "_counted")
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - theirs
        return _filtered(self.generic_visit(node), "_made")

    def visit_Const(self, node: nodes.Const) -> nodes.Node:  # noqa: N802 - theirs
        _ensure_small(node.value)
        return node


def _filtered(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


class PromptEnvironment(SandboxedEnvironment):
    """Fills in the sections of prompts."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,  # what is constant is counted like the rest, when it is filled in
            autoescape=False,  # this is a message to a model; escaping would change the article's words
        )
        del self.globals["lipsum"]
        del self.filters["wordwrap"]  # slow beyond measure
        self.filters = {name: _counting(name, function) for name, function in self.filters.items()}
        self.filters |= {"_counted": _counted, "_made": _made}

    def _generate(self, source: nodes.Template, *arguments: Any, **named: Any) -> str:
        """Jinja's hook for another way to make code of a template."""
        return super()._generate(_Counted().visit(source), *arguments, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse what would be too large before it is made."""
        sizes = [len(side) if hasattr(side, "__len__") else abs(side) for side in (left, right)]
        if operator == "**" and (sizes[0] > LARGEST or sizes[1] > _LARGEST_POWER):
            raise SecurityError(f"it makes a number over {LARGEST:,}")
        if operator in {"+", "*"}:
            _ensure_size(int(sizes[0] + sizes[1] if operator == "+" else sizes[0] * sizes[1]))
        if operator == "%" and _WIDE.search(str(left)):
            raise SecurityError("its format is too wide")
        return _made(super().call_binop(context, operator, left, right))

    def call(self, context: Any, called: Any, /, *arguments: Any, **named: Any) -> Any:
        """Count a call."""
        _take(_CALL)
        return _made(super().call(context, called, *arguments, **named))

    def wrap_str_format(self, value: Any) -> None:
        """Keep away from `format` of a text, which fills up to any width."""
        if super().wrap_str_format(value) is not None:
            raise SecurityError("format is no method for templates; join with ~")
