"""How a language bids somebody do something: the fields of its `instructions` table, and their patterns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from summarizer.languages import table
from summarizer.text.wordlists import alternatives, words

_LINK = re.compile(
    r"https?://|www\.|\w@\w+\.\w|\w\.(?:com|net|org|info|xyz|io|co|biz|site|online|shop|app|top|me|example)\b"
)
_MOST_OPENERS = 3
_ASKS = ("?", "？", "؟")
_CLOSES = " “…”'\"»）)」"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commands:
    """The words of one language, in lower case: the table `instructions` of its file.

    Fields named *words* are divided by white space; in the others every line is a regular expression, one of
    which has to match. Lines may name `{task}` and `{edit}`, which stand for the verbs, and `{model}`.
    """

    tasks: str = ""
    """Words: what a machine is bidden to do with text or knowledge: translate, write, explain."""
    edits: str = ""
    """Words: other verbs that bid; they count where a sentence has nothing to do with the article."""
    ambiguous_tasks: str = ""
    """Words: forms that may be no command; they need one of `objects` behind them."""
    ambiguous_edits: str = ""
    objects: str = ""
    """Lines: what can only follow a command."""
    not_behind: str = ""
    """Lines: what never follows a command."""
    task_forms: str = ""
    """Lines: commands whose verb does not stand first."""
    edit_forms: str = ""
    models: str = ""
    """Lines: what a model is called."""
    override: str
    """Lines: what sets aside what a model was told before; also in quotations that no sentence reports."""
    role: str = ""
    """Lines: how a task is given to the one addressed: your task is, from now on you."""
    machine: str
    """Lines, looked for anywhere outside quotations: a model or a summary is told what to do."""
    openers: str = ""
    """Lines: what may stand before a command, a space behind it: please, in your reply, when you are done."""
    polite: str = ""
    """Lines: how a wish begins: could you tell, do you know."""
    reply: str = ""
    """Lines: what the one addressed is to work on; they count beside a command."""
    yours: str = ""
    """Lines: the same where only the one addressed can be meant; they count alone."""
    service: str = ""
    """Lines: what pages ask of their readers: newsletter, comments, share this story."""
    you: str = ""
    """Lines: pronouns for the one addressed."""
    persons: str = ""
    """Lines: words that point to somebody or something of which the article spoke before."""
    questions: str = ""
    """Lines: how a question begins that asks for knowledge."""
    offers: str = ""
    """Lines: how an advertisement begins: visit, download."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one language, compiled."""

    override: re.Pattern[str]
    role: re.Pattern[str]
    machine: re.Pattern[str]
    task: re.Pattern[str]
    edit: re.Pattern[str]
    polite: re.Pattern[str]
    reply: re.Pattern[str]
    yours: re.Pattern[str]
    service: re.Pattern[str]
    you: re.Pattern[str]
    persons: re.Pattern[str]
    question: re.Pattern[str]
    offer: re.Pattern[str]

    def bids(self, own: str) -> bool:
        """Whether a sentence, its quoted words left out, is a command."""
        return bool(self.task.match(own) or self.edit.match(own))

    def tells_a_machine(self, whole: str, own: str) -> bool:
        """Whether a quotation within a sentence speaks of a model, or of what one writes."""
        return any(said.search(whole) and not said.search(own) for said in (self.machine, self.reply))

    def weak_signs(self, own: str) -> Iterator[str]:
        """Yield what a sentence is if it has nothing to do with its article."""
        if self.yours.search(own):
            yield "reply"
        if self.service.search(own):
            return
        if self.task.match(own):
            yield "task"
        if _LINK.search(own) and self.offer.match(own):
            yield "offer"
        if self.polite.match(own):
            yield "wish"
        if self.edit.match(own):
            yield "bid"
        if own.rstrip(_CLOSES).endswith(_ASKS) and self.question.match(own):
            yield "question"


@cache
def patterns_of(language: str) -> Patterns | None:
    """The patterns of a language, a code of two letters; None if none are known."""
    listed = table(language, "instructions")
    return _compiled(Commands(**listed)) if listed else None


def _compiled(commands: Commands) -> Patterns:
    task = _verbs(commands, commands.tasks, commands.ambiguous_tasks, commands.task_forms)
    edit = _verbs(commands, commands.edits, commands.ambiguous_edits, commands.edit_forms)
    names = {"{task}": task, "{edit}": edit, "{model}": _any(commands.models)}

    def pattern(lines: str, before: str = "") -> re.Pattern[str]:
        for name, meant in names.items():
            lines = lines.replace(name, meant)
        return re.compile(before + _any(lines))

    openers = f"(?:{_any(commands.openers)} ){{0,{_MOST_OPENERS}}}"  # bounded: some match in two ways
    return Patterns(
        override=pattern(commands.override),
        role=pattern(commands.role),
        machine=pattern(commands.machine),
        task=pattern(task, openers),
        edit=pattern(edit, openers),
        polite=pattern(commands.polite, openers),
        reply=pattern(commands.reply),
        yours=pattern(commands.yours),
        service=pattern(commands.service),
        you=pattern(commands.you),
        persons=pattern(commands.persons),
        question=pattern(commands.questions, openers),
        offer=pattern(commands.offers, openers),
    )


def _verbs(commands: Commands, clear: str, ambiguous: str, forms: str) -> str:
    sure = rf"(?:{alternatives(words(clear))})\b(?! ?{_any(commands.not_behind)})"
    unsure = rf"(?:{alternatives(words(ambiguous))}) {_any(commands.objects)}"
    return f"(?:{sure}|{unsure}|{_any(forms)})"


def _any(lines: str) -> str:
    """A pattern that matches what one of the lines does; none if there is no line."""
    return f"(?:{'|'.join(line.strip() for line in lines.splitlines() if line.strip()) or '(?!)'})"
