"""One prompt file: front matter, a system and a user section, and what it takes to fill them."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from summarizer.drafts import CHECKS, FORMATS, PARTS, AnyDraft
from summarizer.errors import PromptMalformed, UsageError
from summarizer.summary import Authority, prompt_reference

if TYPE_CHECKING:
    from jinja2 import Template

    from summarizer.prompts.sandbox import PromptEnvironment

LONGEST = 200_000
"""Bytes of a prompt's file."""
_LONGEST_WHY = 300
_FILE = re.compile(r"---\r?\n(?P<front>.*?)^---[ \t]*\r?\n(?P<body>.*)\Z", re.DOTALL | re.MULTILINE)
_SECTION = re.compile(r"^# (system|user)[ \t]*$", re.MULTILINE)


class Message(TypedDict):
    """A chat message, as OpenAI's API spells it."""

    role: Literal["system", "user"]
    content: str


class Parameters(BaseModel):
    """The sampling parameters a prompt may set; they are part of its recipe."""

    model_config = ConfigDict(extra="forbid", strict=True)

    temperature: float | None = Field(default=None, ge=0, le=2)
    top_p: float | None = Field(default=None, gt=0, le=1)
    seed: int | None = None
    max_tokens: int | None = Field(default=None, ge=1)
    frequency_penalty: float | None = Field(default=None, ge=-2, le=2)
    presence_penalty: float | None = Field(default=None, ge=-2, le=2)


class FrontMatter(BaseModel):
    """What stands between the two `---` lines."""

    model_config = ConfigDict(extra="forbid", strict=True)

    description: str = Field(min_length=1)
    changes: str = Field(min_length=1)
    draft: str
    purpose: str | None = Field(
        default=None,
        pattern=r"^[a-z][a-z0-9_-]{0,63}$",
        description="What it is for; families of one purpose replace each other. None: its name.",
    )
    authority: Authority | None = Field(
        default=None,
        description="Whose word counts where the model and the rules read the article otherwise; None takes "
        "the draft format's own.",
    )
    parameters: Parameters = Parameters()
    neutrality: str | None = Field(
        default=None,
        pattern=r"^[a-z0-9][a-z0-9_-]{0,63}@[1-9][0-9]{0,5}$",
        description="The prompt, as name@version, that asks once more for a headline and an abstract with "
        "loaded words or wrong numbers. With its version: what it says is part of this prompt's recipe.",
    )

    @field_validator("draft")
    @classmethod
    def _is_known(cls, draft: str) -> str:
        known = (*FORMATS, *PARTS, *CHECKS)
        if draft not in known:
            raise ValueError(f"unknown draft format; known: {', '.join(known)}")
        return draft


@dataclass(frozen=True)
class Prompt:
    """A version of a prompt, read from `path`; `sha256` is of the file's bytes.

    A file that is tried before it is a version has version 0, and in `home` the folder of prompts that others
    come from; the home of a version is the folder it lies in.
    `merging` is the prompt that puts the parts of a long article together, if a library gave this one out.
    `language` is the tag of the language asked for the model's own words; None leaves them in the article's.
    """

    name: str
    version: int
    path: Path
    sha256: str
    front: FrontMatter
    system: str
    user: str
    merging: "Prompt | None" = None
    language: str | None = None
    home: Path | None = None

    @property
    def reference(self) -> str:
        """How people are told of it: `summary@2`, or `draft (sha256 1a2b3c4d5e6f)` if it is no version."""
        return prompt_reference(self.name, self.version, self.sha256)

    @property
    def folder(self) -> Path:
        """The folder of prompts that it belongs to."""
        return self.home or self.path.parent.parent

    @property
    def format(self) -> type[AnyDraft]:
        """The draft that it has the model fill in.

        Raises:
            UsageError: if that is no whole summary, so that the prompt cannot make one.
        """
        if self.front.draft not in FORMATS:
            wanted = "a check" if self.front.draft in CHECKS else "a part"
            raise UsageError(
                f"{self.reference} asks for {wanted} of a summary only; take another prompt, such as summary"
            )
        return FORMATS[self.front.draft]

    @property
    def authority(self) -> Authority:
        """Whose word counts where the model and the rules read the article otherwise."""
        return self.front.authority or self.format.authority

    @property
    def purpose(self) -> str:
        """What it is for: families of prompts of one purpose replace each other."""
        return self.front.purpose or self.name

    @property
    def parameters(self) -> dict[str, str | int | float | bool | None]:
        """The sampling parameters it sets."""
        return self.front.parameters.model_dump(exclude_none=True)

    def messages(self, variables: Mapping[str, Any]) -> list[Message]:
        """Both sections, filled in.

        Raises:
            PromptMalformed: if a section uses a variable that does not exist, or does what templates may not.
        """
        from summarizer.prompts.sandbox import FAULTS, render

        try:
            system, user = (render(template, variables).strip() for template in self._templates)
        except FAULTS as error:
            raise PromptMalformed(f"{self.path}: cannot be filled in: {_why(error)}") from error
        return [{"role": "system", "content": system}, {"role": "user", "content": user}]

    @cached_property
    def variables(self) -> frozenset[str]:
        """Names of the variables that it uses."""
        from jinja2.meta import find_undeclared_variables

        environment = _environment()
        sections = (environment.parse(section) for section in (self.system, self.user))
        return frozenset[str]().union(*map(find_undeclared_variables, sections))

    @cached_property
    def _templates(self) -> "tuple[Template, Template]":
        environment = _environment()
        return environment.from_string(self.system), environment.from_string(self.user)


def _environment() -> "PromptEnvironment":
    from summarizer.prompts.sandbox import PromptEnvironment

    return PromptEnvironment()


def read_prompt(path: Path, *, name: str, version: int) -> Prompt:
    """Read a prompt file.

    Raises:
        PromptMalformed: if it cannot be read, or is not of the form a prompt has.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
    except OSError as error:
        raise PromptMalformed(f"{path}: cannot be read: {error.strerror or error}") from error
    return parse_prompt(data, path=path, name=name, version=version)


def parse_prompt(data: bytes, *, path: Path, name: str, version: int) -> Prompt:
    """The prompt that a file of these bytes at `path` would be.

    Raises:
        PromptMalformed: if they are not of the form a prompt has.
    """
    from summarizer.prompts.sandbox import FAULTS, ensure_short

    if len(data) > LONGEST:
        raise PromptMalformed(f"{path}: is longer than {LONGEST:,} bytes; no prompt is")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise PromptMalformed(f"{path}: cannot be read: {error}") from error
    front, system, user = _parts(path, text)
    environment = _environment()
    try:
        for section in (system, user):
            ensure_short(environment, section)
            environment.parse(section)
    except FAULTS as error:
        raise PromptMalformed(f"{path}: template error: {_why(error)}") from error
    sha256 = hashlib.sha256(data).hexdigest()
    return Prompt(name=name, version=version, path=path, sha256=sha256, front=front, system=system, user=user)


def front_matter(path: Path, text: str) -> re.Match[str]:
    """Where the `front` matter and the `body` of a prompt's file are.

    Raises:
        PromptMalformed: if it does not begin with front matter.
    """
    match = _FILE.match(text)
    if match is None:
        raise PromptMalformed(f"{path}: must begin with front matter between two lines of ---")
    return match


def _parts(path: Path, text: str) -> tuple[FrontMatter, str, str]:
    match = front_matter(path, text)
    try:
        front = FrontMatter.model_validate(yaml.safe_load(match["front"]))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "front matter"
        raise PromptMalformed(f"{path}: {where}: {first['msg']}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:  # a day or a number that is none
        raise PromptMalformed(f"{path}: front matter is not YAML: {_why(error)}") from error
    pieces = _SECTION.split(match["body"])
    if pieces[1::2] != ["system", "user"] or pieces[0].strip():
        raise PromptMalformed(f"{path}: after the front matter come '# system' and '# user', in this order")
    return front, pieces[2].strip(), pieces[4].strip()


def _why(error: Exception) -> str:
    """What is wrong, on one line."""
    if isinstance(error, RecursionError | MemoryError | SyntaxError):
        return "it is nested too deep"
    line = " ".join(str(error).split())
    return line if len(line) <= _LONGEST_WHY else f"{line[:_LONGEST_WHY]}…"
