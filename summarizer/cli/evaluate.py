"""`summarizer evaluate`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from summarizer.cli import asking, output
from summarizer.cli.progress import over_articles
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.client import Summarizer
    from summarizer.evaluation import Comparison, KeptRun, Picked, Run

_PROMPT = "--prompt"
_JOBS_AT_AN_ENDPOINT = 4

EXAMPLE = """\
\b
Examples:
  summarizer evaluate polnear/dev --prompt summary@1 summary@2 --words 250-750 --limit 20
  summarizer evaluate tests/golden --model gpt-5-mini --fail-under quotes.recall=0.98
  summarizer evaluate polnear/dev --reground --against summary@2 --errors errors.jsonl
  summarizer evaluate --list-runs
"""


class SeveralPrompts(TyperCommand):
    """A command whose `--prompt` takes all names that follow it, up to an option or a path."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As the parser wants it: the option once for each name."""
        return super().parse_args(ctx, list(_spread(args)))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(cls=SeveralPrompts, epilog=EXAMPLE, short_help="Score prompts against annotated articles.")(
        evaluate
    )


def evaluate(
    dataset: Annotated[
        Path | None,
        typer.Argument(
            metavar="DATASET",
            help="Folder of PolNeAR (text/ and attributions/), golden folder or .jsonl file.",
        ),
    ] = None,
    prompt: Annotated[
        list[str] | None,
        typer.Option(
            _PROMPT, metavar="NAME...", help="Prompts, as name, name@version or file.  [default: summary]"
        ),
    ] = None,
    model: asking.Model = None,
    base_url: asking.BaseUrl = None,
    check: asking.Check = None,
    check_base_url: asking.CheckBaseUrl = None,
    prompts: asking.Prompts = None,
    words: Annotated[
        str | None, typer.Option(metavar="LEAST-MOST", help="Only articles of so many words: 250-750.")
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Only so many articles, picked at random by --seed."),
    ] = None,
    seed: Annotated[
        int, typer.Option(metavar="N", help="Of the pick; a larger --limit keeps what is picked.")
    ] = 1,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--concurrency",
            "--jobs",
            min=1,
            metavar="N",
            help="Articles at once; default: 1 for a model in this process, else 4.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Folder where runs are kept; default: the user's data folder."),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(metavar="RUN", help="Kept run to compare with: its folder, or (part of) its name."),
    ] = None,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(metavar="SCORE=SHARE", help="Exit with 1 if a score is lower: quotes.recall=0.98."),
    ] = None,
    errors: Annotated[
        Path | None, typer.Option(metavar="FILE.jsonl", help="Write each miss there, a JSON line each.")
    ] = None,
    reground: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--reground", help="Ground kept replies with the code of today; ask no model.")
    ] = False,
    retry_failed: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--retry-failed", help="Ask again about articles that failed before.")
    ] = False,
    json: output.Json = False,  # noqa: FBT002 - a flag
    list_runs: Annotated[bool, typer.Option("--list-runs", help="List the kept runs, and end.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Score prompts against annotated articles, with intervals, and paired.

    Each answer is kept as it comes; the same command again goes on where it stopped, and asks nothing twice.
    With --check the shares of items that another model finds supported and not are scores as well.
    An article that fails counts against the scores; the exit code is 0 all the same, unless --fail-under says
    otherwise.
    """
    from summarizer import evaluation, render
    from summarizer.client import Summarizer, choose_model, default_prompt
    from summarizer.prompts import prompt_or_path

    runs = out or evaluation.default_folder()
    if list_runs:
        _list(runs, json=json)
        return
    if dataset is None:
        raise UsageError("which articles? name a folder of PolNeAR, a golden folder or a .jsonl file")
    output.ensure_writable(errors)
    floors = evaluation.floors(fail_under or [])
    picked = evaluation.Selection.of(words, limit=limit, seed=seed).pick(dataset)
    earlier = None if against is None else evaluation.load_earlier(picked, against, runs)
    names = [
        prompt_or_path(word) for word in prompt or [default_prompt(choose_model(model, base_url=base_url))]
    ]
    with Summarizer(
        model=model,
        base_url=base_url,
        check=check,
        check_base_url=check_base_url,
        prompt=names[0],
        prompts=prompts,
    ) as summarizer:
        source = _Answers(summarizer, picked, runs, names)
        found = source.regrounded() if reground else source.asked(jobs, retry_failed=retry_failed)
    with output.working("working out the intervals"):
        compared = evaluation.compare_runs(picked, found, against=earlier, floors=floors)
    if errors is not None:
        output.write(
            "".join(render.as_jsonl(miss) for run in found for miss in evaluation.list_misses(run)), errors
        )
    _print(compared, json=json)
    if compared.under:
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class _Answers:
    """Where the answers to picked articles come from, for each prompt."""

    summarizer: "Summarizer"
    picked: "Picked"
    runs: Path
    prompts: "Sequence[str | Path]"

    def asked(self, jobs: int | None, *, retry_failed: bool) -> "list[Run]":
        """Ask the model for all that is not kept."""
        from summarizer.evaluation import waiting

        articles, kept = self.picked.articles, self._kept()
        left = sum(len(waiting(articles, run, retry_failed=retry_failed)) for run, _ in kept)
        total = len(kept) * len(articles)
        if left < total:
            output.note(f"{total - left} of {total} answers are kept from before")
        if left:
            output.note_choice(self.summarizer.choice)
        try:
            with over_articles("evaluate", left) as count:
                # One prompt after the other, so that its system part stays in the model's prefix cache.
                return [
                    self.summarizer.evaluate(
                        articles,
                        keep=run,
                        prompt=prompt,
                        jobs=jobs or (1 if self.summarizer.choice.is_local else _JOBS_AT_AN_ENDPOINT),
                        retry_failed=retry_failed,
                        report=lambda answered: count(answered.failure is not None),
                    )
                    for run, prompt in kept
                ]
        finally:
            output.note(f"answers are kept in {self.runs}")

    def regrounded(self) -> "list[Run]":
        """Ground all that is kept again.

        Raises:
            UsageError: if nothing is.
        """
        from summarizer.evaluation import load

        found = [load(self.picked.articles, run, reground=True) for run, _ in self._kept()]
        for run in found:
            if not run.answers:
                raise UsageError(f"nothing is kept of {run.name} in {self.runs}; ask once without --reground")
            missing = len(self.picked.articles) - len(run.answers)
            if missing:
                output.note(f"{missing} of {len(self.picked.articles)} articles are not kept in {run.name}")
        return found

    def _kept(self) -> "list[tuple[KeptRun, str | Path]]":
        """The run of each prompt, there already or not; a prompt named twice once."""
        from summarizer.evaluation import KeptRun

        found = {}
        for prompt in self.prompts:
            recipe = self.summarizer.recipe(prompt)
            run = KeptRun.of(self.runs, dataset=self.picked.dataset, recipe=recipe)
            found[run.facts.prompt] = run, prompt
        return list(found.values())


def _print(compared: "Comparison", *, json: bool) -> None:
    from summarizer import render
    from summarizer.cli.scoreboard import print_scores

    if json:
        output.write(render.as_json(compared), None)
    else:
        print_scores(compared, output.console())
    for each in compared.under:
        measured = "not measured here" if each.value is None else f"{each.value:.4f}"
        output.note(f"{each.score} of {each.prompt} is {measured}; it should be {each.floor:g} at least")


def _list(runs: Path, *, json: bool) -> None:
    from summarizer import render
    from summarizer.evaluation import kept_runs

    rows = []
    for run in kept_runs(runs):
        answers = list(run.answers())
        facts = run.facts
        rows.append(
            {
                "run": run.name,
                "dataset": facts.dataset,
                "prompt": facts.prompt,
                "model": facts.recipe.model,
                "articles": len(answers),
                "failed": sum(answer.failure is not None for answer in answers),
            }
        )
    if json:
        output.write(render.rows_as_json(rows), None)
        return
    output.note(f"{len(rows)} runs in {runs}")
    render.print_rows(rows, ("run", "articles", "failed"), output.console())


def _spread(arguments: Sequence[str]) -> Iterator[str]:
    """`--prompt a b DATASET` as `--prompt a --prompt b DATASET`: a path is no prompt, but for .md."""
    several, value = False, False
    for each in arguments:
        if value:
            value = False
        elif each == _PROMPT or each.startswith(f"{_PROMPT}="):
            several, value = True, each == _PROMPT
        elif several and _is_prompt(each):
            yield _PROMPT
        else:
            several = False
        yield each


def _is_prompt(word: str) -> bool:
    from summarizer.prompts import PromptReference, prompt_or_path

    named = prompt_or_path(word)
    if isinstance(named, Path):
        return named.suffix == ".md"  # no data set is a file of that kind
    if named and Path(named).exists():
        return False
    try:
        PromptReference.parse(named)
    except UsageError:
        return False
    return True
