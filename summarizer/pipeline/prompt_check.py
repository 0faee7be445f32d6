"""The life of a prompt's version: copied from another, checked, and released, to change no more."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer import files, pipeline, resources
from summarizer.errors import SummarizerError, UsageError
from summarizer.pipeline.rewrite import second_prompt
from summarizer.prompts import Prompt, PromptLibrary, PromptReference, releases
from summarizer.prompts.changes import PLACEHOLDER, with_changes
from summarizer.prompts.prompt import parse_prompt


@dataclass(frozen=True, slots=True)
class Checked:
    """A prompt that is sound; `released` says whether it may no longer change."""

    prompt: Prompt
    released: bool

    @property
    def says_why(self) -> bool:
        """Whether somebody has said why it exists."""
        return self.prompt.front.changes != PLACEHOLDER


def check(library: PromptLibrary, prompt: Prompt) -> Checked:
    """See that a prompt can be filled in and, if it was released, is untouched.

    Raises:
        SummarizerError: if it cannot be used.
    """
    pipeline.tried(prompt)
    library.check_release(prompt)
    return Checked(prompt, library.released(prompt) is not None)


def check_all(
    library: PromptLibrary, which: Sequence[str | Path] = ()
) -> Iterator[Checked | SummarizerError]:
    """Check some prompts, or every version there is; what is wrong with one is told, not raised."""
    every = [PromptReference(name, version) for name, version in library.paths()]
    for one in which or every:
        try:
            yield check(library, library.get(one))
        except SummarizerError as error:
            yield error


def new_version(name: str, *, folder: Path | None = None, source: str | None = None) -> tuple[Prompt, Path]:
    """Copy a prompt to the next version of `name`; what it is copied from, and where the copy lies.

    Args:
        name: of the prompt to be; one that does not exist yet begins with version 1.
        folder: of the user's prompts, made if it is not there; None is the `prompts` folder of a checkout.
        source: name, or name@version, of what is copied; None is the newest of `name`.

    Raises:
        UsageError: if `name` is none, or there is no folder for the copy, or none that may be written.
        UnknownPrompt: if there is nothing to copy.
        OutputFailed: if the copy cannot be written.
    """
    if PromptReference.parse(name).version is not None:
        raise UsageError(f"{name}: a new version gets its number by itself; write {name.partition('@')[0]}")
    into = _ensure_own(folder)
    library = PromptLibrary(into if into.is_dir() else None)
    original = library.get(source or name)
    copy = with_changes(original.path.read_bytes(), PLACEHOLDER, path=original.path)
    path = into / name / f"v{(library.newest(name) or 0) + 1}.md"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{path.parent}: cannot be made: {error.strerror or error}") from error
    _ensure_writable(path.parent)
    files.create(copy.decode(), path)
    return original, path


def _ensure_own(folder: Path | None) -> Path:
    """The folder that new versions go into, which must not be that of an installed package."""
    chosen = resources.folder("prompts") if folder is None else folder.expanduser()
    if resources.is_packaged(chosen):
        raise UsageError(
            "the shipped prompts are part of the installed package and stay as they are; "
            "give a folder of your own: --prompts ./prompts"
        )
    return chosen


def release(library: PromptLibrary, prompt: Prompt, *, changes: str | None = None) -> Prompt:
    """Write down the sha256 of a version in the `released.toml` of its folder; from then on it never changes.

    Args:
        library: where the prompt is from.
        prompt: the version; one that is released already is written down no second time.
        changes: why it exists, for its line `changes:`; None leaves that as it is.

    Raises:
        UsageError: if nobody said what changes, or it asks with a prompt that may still change.
        SummarizerError: if it is not sound, or cannot be written.
    """
    _ensure_own(prompt.folder)
    _ensure_writable(prompt.folder)
    _ensure_writable(prompt.path.parent)
    if changes is not None:
        data = with_changes(prompt.path.read_bytes(), changes, path=prompt.path)
        prompt = parse_prompt(data, path=prompt.path, name=prompt.name, version=prompt.version)
    if prompt.front.changes == PLACEHOLDER:
        raise UsageError(
            f"{prompt.reference} does not say why it exists; add --changes 'why', or fill in the line "
            f"'changes:' of {prompt.path}"
        )
    if check(library, prompt).released:
        return prompt
    _ensure_second_is_released(library, prompt)
    if changes is not None:
        files.write(data.decode(), prompt.path)
    releases.add(prompt.folder, prompt.name, prompt.version, prompt.sha256)
    return prompt


def _ensure_writable(folder: Path) -> None:
    if not os.access(folder, os.W_OK):
        raise UsageError(f"{folder}: the folder may not be written; give one of your own with --prompts")


def _ensure_second_is_released(library: PromptLibrary, prompt: Prompt) -> None:
    second = second_prompt(prompt)
    if second is not None and library.released(second) is None:
        raise UsageError(
            f"{prompt.reference} asks with {second.reference}, which may still change; "
            f"first: summarizer prompts release {second.reference}"
        )
