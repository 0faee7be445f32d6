"""The prompt folders: which prompts and versions there are, and whether the released ones are untouched."""

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from summarizer import resources
from summarizer.drafts import FORMATS, Draft
from summarizer.errors import PromptMalformed, ReleasedPromptChanged, UnknownPrompt, UsageError
from summarizer.prompts import releases
from summarizer.prompts.prompt import Prompt, read_prompt

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_VERSION_FILE = re.compile(r"v([1-9][0-9]{0,5})\.md")
MERGING = "merge"
"""The prompt that goes with all others: it puts the parts of a long article together."""
_REFERENCE = re.compile(rf"({NAME.pattern})(?:@v?([1-9][0-9]{{0,5}}))?")
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9_-]+")
_ENDING = ".md"
_WITHOUT_A_NAME = "draft"
_NO_VERSION = 0


@dataclass(frozen=True, slots=True)
class PromptReference:
    """`summary@2`, or `summary` for the newest version."""

    name: str
    version: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PromptReference":
        """Read `name` or `name@version`.

        Raises:
            UsageError: if it is neither.
        """
        match = _REFERENCE.fullmatch(text)
        if match is None:
            raise UsageError(f"{text!r} is no prompt; write name or name@version, such as summary@2")
        return cls(match[1], int(match[2]) if match[2] else None)


PromptLike = str | Path | PromptReference
"""A prompt by name, or name@version; a `Path` is a file that is tried before it is a version."""


def prompt_or_path(word: str) -> str | Path:
    """What a word of the command line means: a file if it has a path's separator or ends in .md."""
    is_path = "/" in word or "\\" in word or word.lower().endswith(_ENDING)
    return Path(word) if is_path else word


class PromptLibrary:
    """The shipped prompts, with a folder of the user's own laid over them."""

    def __init__(self, overlay: Path | None = None) -> None:
        if overlay is not None and not overlay.is_dir():
            raise UsageError(f"{overlay}: no such folder of prompts")
        self._folders = (
            [resources.folder("prompts")] if overlay is None else [resources.folder("prompts"), overlay]
        )

    @property
    def folder(self) -> Path:
        """The folder that lies over all others."""
        return self._folders[-1]

    def paths(self) -> dict[tuple[str, int], Path]:
        """Every version of every prompt, sorted; a file of the overlay hides the shipped one."""
        found: dict[tuple[str, int], Path] = {}
        for folder in self._folders:
            for path in folder.glob("*/v*.md"):
                match = _VERSION_FILE.fullmatch(path.name)
                if match and NAME.fullmatch(path.parent.name):
                    found[path.parent.name, int(match[1])] = path
        return dict(sorted(found.items()))

    def newest(self, name: str) -> int | None:
        """The highest version of that name, if there is one."""
        return max((version for known, version in self.paths() if known == name), default=None)

    def purpose(self, name: str) -> str:
        """What prompts of that name are for, by the newest version; the name itself where that is unknown."""
        try:
            return self.get(PromptReference(name)).purpose
        except (UnknownPrompt, PromptMalformed, ReleasedPromptChanged):
            return name

    def get(self, reference: PromptLike) -> Prompt:
        """The prompt of that name and version, checked against its release, or the one in a file.

        Raises:
            UsageError: if the reference is malformed, or there is no such file.
            UnknownPrompt: if there is none of that name and version.
            PromptMalformed: if its file is not of the form a prompt has.
            ReleasedPromptChanged: if it was released with other bytes.
        """
        prompt = self._file(reference) if isinstance(reference, Path) else self._version(reference)
        if prompt.front.draft not in FORMATS:
            return prompt
        return replace(prompt, merging=self.merging(prompt.format))

    def merging(self, draft: type[Draft]) -> Prompt | None:
        """The newest prompt that puts parts together in the format that `draft` wants, else the shipped one.

        None for a draft whose words are the article's.

        Raises:
            UnknownPrompt: if there is none.
        """
        if draft.abstract_format is None:
            return None
        versions = [version for name, version in self.paths() if name == MERGING]
        for version in reversed(versions):
            prompt = self._version(PromptReference(MERGING, version))
            if prompt.front.draft == draft.abstract_format:
                return prompt
        if len(self._folders) > 1:
            return PromptLibrary().merging(draft)
        known = [f"{MERGING}@{version}" for version in versions]
        raise UnknownPrompt(name=MERGING, version=None, available=known)

    def _version(self, reference: str | PromptReference) -> Prompt:
        wanted = PromptReference.parse(reference) if isinstance(reference, str) else reference
        paths = self.paths()
        version = wanted.version or self.newest(wanted.name)
        if version is None or (wanted.name, version) not in paths:
            known = [f"{name}@{number}" for name, number in paths]
            raise UnknownPrompt(name=wanted.name, version=wanted.version, available=known)
        prompt = read_prompt(paths[wanted.name, version], name=wanted.name, version=version)
        self.check_release(prompt)
        return prompt

    def _file(self, path: Path) -> Prompt:
        """The prompt in a file: the version that it is in these folders, else one without a version."""
        path = path.expanduser()
        if not path.is_file():
            raise UsageError(
                f"{path}: no such prompt file; write name or name@version, such as summary@2, or name a file"
            )
        for (name, version), known in self.paths().items():
            if known.resolve() == path.resolve():
                return self._version(PromptReference(name, version))
        prompt = read_prompt(path, name=_name_of(path), version=_NO_VERSION)
        return replace(prompt, home=self.folder)

    def released(self, prompt: Prompt) -> str | None:
        """The sha256 this version was released with, from the `released.toml` of its own folder.

        Raises:
            PromptMalformed: if that file is not of the form it must have.
        """
        return releases.read(prompt.folder, prompt.name, prompt.version)

    def check_release(self, prompt: Prompt) -> None:
        """Refuse a released prompt whose file is not the released one.

        Raises:
            ReleasedPromptChanged: if the bytes differ.
        """
        released = self.released(prompt)
        if released is not None and released != prompt.sha256:
            following = (self.newest(prompt.name) or prompt.version) + 1
            raise ReleasedPromptChanged(
                f"{prompt.path}: {prompt.reference} is released and was changed since; "
                f"put the file back and make v{following} instead"
            )


def _name_of(path: Path) -> str:
    """A file's name as that of a prompt: `Kürzer, 2nd try.md` is `kurzer-2nd-try`."""
    stem = f"{path.resolve().parent.name}-{path.stem}" if _VERSION_FILE.fullmatch(path.name) else path.stem
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_A_NAME.sub("-", plain).strip("-_")[:64] or _WITHOUT_A_NAME
