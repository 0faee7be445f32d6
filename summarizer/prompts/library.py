"""The prompt folders: which prompts and versions there are, and whether the released ones are untouched."""

import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from summarizer import resources
from summarizer.draft import PARTS
from summarizer.errors import PromptMalformed, ReleasedPromptChanged, UnknownPrompt, UsageError
from summarizer.prompts.prompt import Prompt, read_prompt

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_VERSION_FILE = re.compile(r"v([1-9][0-9]{0,5})\.md")
MERGING = "merge"
"""The prompt that goes with all others: it puts the parts of a long article together."""
_REFERENCE = re.compile(rf"({NAME.pattern})(?:@v?([1-9][0-9]{{0,5}}))?")


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


class PromptLibrary:
    """The shipped prompts, with a folder of the user's own laid over them."""

    def __init__(self, overlay: Path | None = None) -> None:
        if overlay is not None and not overlay.is_dir():
            raise UsageError(f"{overlay}: no such folder of prompts")
        self._folders = (
            [resources.folder("prompts")] if overlay is None else [resources.folder("prompts"), overlay]
        )

    def paths(self) -> dict[tuple[str, int], Path]:
        """Every version of every prompt, sorted; a file of the overlay hides the shipped one."""
        found: dict[tuple[str, int], Path] = {}
        for folder in self._folders:
            for path in folder.glob("*/v*.md"):
                match = _VERSION_FILE.fullmatch(path.name)
                if match and NAME.fullmatch(path.parent.name):
                    found[path.parent.name, int(match[1])] = path
        return dict(sorted(found.items()))

    def get(self, reference: str | PromptReference) -> Prompt:
        """The prompt of that name and version, checked against its release.

        Raises:
            UsageError: if the reference is malformed.
            UnknownPrompt: if there is none.
            PromptMalformed: if its file is not of the form a prompt has.
            ReleasedPromptChanged: if it was released with other bytes.
        """
        wanted = PromptReference.parse(reference) if isinstance(reference, str) else reference
        paths = self.paths()
        versions = [version for name, version in paths if name == wanted.name]
        version = wanted.version or max(versions, default=None)
        if version not in versions or version is None:
            known = [f"{name}@{number}" for name, number in paths]
            raise UnknownPrompt(name=wanted.name, version=wanted.version, available=known)
        prompt = read_prompt(paths[wanted.name, version], name=wanted.name, version=version)
        self.check_release(prompt)
        if prompt.front.draft in PARTS:
            return prompt
        return replace(prompt, merging=self.get(MERGING))

    def released(self, prompt: Prompt) -> str | None:
        """The sha256 this version was released with, from the `released.toml` of its own folder."""
        path = prompt.path.parent.parent / "released.toml"
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise PromptMalformed(f"{path}: cannot be read: {error}") from error
        versions = table.get(prompt.name, {})
        sha256 = versions.get(f"v{prompt.version}") if isinstance(versions, dict) else None
        if sha256 is not None and not isinstance(sha256, str):
            raise PromptMalformed(f"{path}: {prompt.name}.v{prompt.version} must be a sha256")
        return sha256

    def check_release(self, prompt: Prompt) -> None:
        """Refuse a released prompt whose file is not the released one.

        Raises:
            ReleasedPromptChanged: if the bytes differ.
        """
        released = self.released(prompt)
        if released is not None and released != prompt.sha256:
            following = max(v for n, v in self.paths() if n == prompt.name) + 1
            raise ReleasedPromptChanged(
                f"{prompt.path}: {prompt.reference} is released and was changed since; "
                f"put the file back and make v{following} instead"
            )
