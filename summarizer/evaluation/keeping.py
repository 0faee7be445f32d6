"""Runs on disk: a folder for each dataset and recipe, a file for each article that was answered.

A run is found again by what it was made with, so that the same call goes on where an earlier one stopped.
Each file is there whole or not at all, and is never written again but for an article that failed.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self, TypeVar

import platformdirs
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from summarizer import files
from summarizer.errors import OutputFailed, RunMalformed, SummarizerError, UnknownRun
from summarizer.evaluation.gold import GoldArticle
from summarizer.pipeline import Made, Reply
from summarizer.recipe import canonical_json, fingerprint
from summarizer.summary import Recipe, Summary

_RUN_FILE = "run.json"
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_NAME = 60
_DIGITS = 8


def default_folder() -> Path:
    """Where runs are kept unless told otherwise; it may not exist yet."""
    return platformdirs.user_data_path("summarizer") / "evaluations"


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Failure(_Closed):
    """Why an article has no summary: the error's name and its message."""

    kind: str
    reason: str

    @classmethod
    def of(cls, error: SummarizerError) -> Self:
        """The failure that `error` is."""
        return cls(kind=type(error).__name__, reason=str(error))


class KeptAnswer(_Closed):
    """What a model made of one article: a summary with the replies it comes from, or a failure."""

    format: Literal["answer/1"] = "answer/1"
    article: str
    text: str
    fingerprint: str
    summary: Summary | None = None
    replies: tuple[Reply, ...] = ()
    failure: Failure | None = None

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Self:
        if (self.summary is None) == (self.failure is None):
            raise ValueError("holds neither a summary nor a failure, or both")
        return self

    @property
    def outcome(self) -> Made | Failure:
        """The summary with its replies, or why there is none."""
        if self.failure is not None:
            return self.failure
        if self.summary is None:
            raise AssertionError("checked when it was read")
        return Made(self.summary, self.replies)


class RunFacts(_Closed):
    """What a run was made with."""

    format: Literal["run/1"] = "run/1"
    dataset: str
    recipe: Recipe
    fingerprint: str

    @property
    def prompt(self) -> str:
        """As the command line names it: `summary@2`."""
        return self.recipe.prompt.reference

    @property
    def name(self) -> str:
        """Of the dataset, prompt and model, and the first digits of the fingerprint: a folder's name."""
        digits = self.fingerprint.rpartition(":")[2][:_DIGITS]
        prompt = f"{self.recipe.prompt.name}-{self.recipe.prompt.version}"
        return ".".join([_plain(self.dataset), prompt, _plain(self.recipe.model), digits])


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run's folder; it comes about with the first answer."""

    folder: Path
    facts: RunFacts

    @property
    def name(self) -> str:
        """The name it is kept by."""
        return self.folder.name

    @classmethod
    def of(cls, runs: Path, *, dataset: str, recipe: Recipe) -> Self:
        """The run of `dataset` with `recipe` among those under `runs`, there already or not."""
        facts = RunFacts(dataset=dataset, recipe=recipe, fingerprint=fingerprint(recipe))
        return cls(runs / facts.name, facts)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The run that lies in `folder`.

        Raises:
            RunMalformed: if none does.
        """
        return cls(folder, _read(folder / _RUN_FILE, RunFacts))

    def keep(self, gold: GoldArticle, outcome: Made | Failure) -> None:
        """Write down what became of an article.

        Raises:
            OutputFailed: if it cannot be written.
        """
        made = outcome if isinstance(outcome, Made) else None
        answer = KeptAnswer(
            article=gold.name,
            text=gold.article.id,
            fingerprint=self.facts.fingerprint,
            summary=made and made.summary,
            replies=made.replies if made else (),
            failure=None if isinstance(outcome, Made) else outcome,
        )
        path = self._path(gold)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputFailed(f"{path.parent}: cannot be made: {error.strerror or error}") from error
        facts = self.folder / _RUN_FILE
        if not facts.exists():
            files.write(self.facts.model_dump_json(indent=2) + "\n", facts)
        files.write(answer.model_dump_json(indent=2) + "\n", path)

    def answer(self, gold: GoldArticle) -> KeptAnswer | None:
        """What was kept of an article, if anything was.

        Raises:
            RunMalformed: if its file is not of ours.
        """
        path = self._path(gold)
        return _read(path, KeptAnswer) if path.exists() else None

    def answers(self) -> Iterator[KeptAnswer]:
        """All that was kept.

        Raises:
            RunMalformed: if a file is not of ours.
        """
        for path in sorted(self.folder.glob("articles/*.json")):
            yield _read(path, KeptAnswer)

    def _path(self, gold: GoldArticle) -> Path:
        """An article is known by its name and all that a prompt may show of it."""
        digest = hashlib.sha256(canonical_json([gold.name, gold.article.model_dump(mode="json")]).encode())
        return self.folder / "articles" / f"{_plain(gold.name)}.{digest.hexdigest()[: 2 * _DIGITS]}.json"


def kept_runs(runs: Path) -> list[KeptRun]:
    """The runs under a folder, by name.

    Raises:
        RunMalformed: if one of them cannot be read.
    """
    return [KeptRun.open(path.parent) for path in sorted(runs.glob(f"*/{_RUN_FILE}"))]


def find_run(named: str, runs: Path, *, dataset: str) -> KeptRun:
    """The run in the folder `named`, or else the one under `runs` whose name is, or alone holds, `named`.

    Among names only those of runs on `dataset` are looked at: `summary@1` will do where one run of it was
    made with that prompt.

    Raises:
        UnknownRun: if there is none, or more than one.
        RunMalformed: if it cannot be read.
    """
    if (Path(named) / _RUN_FILE).is_file():
        return KeptRun.open(Path(named))
    kept = {run.name: run for run in kept_runs(runs) if run.facts.dataset == dataset}
    found = [name for name in kept if name == named] or [name for name in kept if _plain(named) in name]
    if len(found) != 1:
        raise UnknownRun(name=named, found=found, available=list(kept))
    return kept[found[0]]


Kept = TypeVar("Kept", bound=BaseModel)


def _read(path: Path, kind: type[Kept]) -> Kept:
    try:
        return kind.model_validate_json(path.read_bytes())
    except OSError as error:
        raise RunMalformed(str(path), f"cannot be read: {error.strerror or error}") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "file"
        raise RunMalformed(str(path), f"{place}: {first['msg']}") from error


def _plain(name: str) -> str:
    """`name` as part of a file's name."""
    return _NOT_IN_A_NAME.sub("-", name).strip(".-")[:_LONGEST_NAME] or "unnamed"
