"""What a text must not say to a model's tokenizer, or in the place of a request's own marks."""

import re

_TURNS = (
    r"\|[^|<>\n]{1,40}\|>|\||｜"
    r"|/?(?:s|bos|eos|pad|unk|sep|cls|mask|image|audio|system|user|assistant|human|think|thinking|analysis|final"
    r"|start_of_turn|end_of_turn|start_of_image|turn|channel|tool|tool_call|tool_response|tools|function_calls?"
    r"|function_results?|invoke|fim_(?:prefix|middle|suffix)|extra_id_\d+|unused\d+|reserved_special_token_\d+"
    r"|instructions?|prompt)\|?>"
    r"|/?<{0,1}/?SYS>>"
)
_BRACKETS = r"/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|IMG|THINK)\]"
_TURN = re.compile(rf"<(?={_TURNS})|\[(?={_BRACKETS})", re.IGNORECASE)
_MARK = re.compile(r"\[(?=[sqfp]\d+\])")
_FORGED = re.compile(r"\[(?=[sqf]\d)")
_SHOWN = re.compile(r"[^\s>\]]{1,40}[>\]]{0,2}")
_HEADING = re.compile(
    r"^(?=[ \t]*(?:Article|Example article|Example answer|Parties|Reports|Quotations|Figures|Open quotations"
    r"|Open figures|Language of your own words)[ \t]*:)",
    re.MULTILINE,
)


def defanged(text: str) -> str:
    """`text` whose chat tokens and forged marks can be read, but are none to a tokenizer or in a request."""
    if "[" in text:
        text = _FORGED.sub("(", text)
    return (
        _TURN.sub(lambda found: "< " if found[0] == "<" else "(", text)
        if "<" in text or "[" in text
        else text
    )


def without_headings(text: str) -> str:
    """`text` with a bar before lines that read like a heading of a request."""
    return _HEADING.sub("| ", text)


def chat_token(text: str) -> str | None:
    """The first chat token, or mark of a request, in `text`; None if there is none."""
    found = _TURN.search(text) or _MARK.search(text)
    shown = found and _SHOWN.match(text, found.start())
    return shown[0] if shown else None
