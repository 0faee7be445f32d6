"""Evaluation: how well summaries do, measured against what people marked in the same articles.

    articles = read_corpus(Path("polnear/dev"))
    with Summarizer(model="local") as summarizer:
        keep = KeptRun.of(default_folder(), dataset="dev", recipe=summarizer.recipe("summary@2"))
        found = summarizer.evaluate(articles, keep=keep, prompt="summary@2")
    measure(found).scores["quotes.recall"].value

No call here opens a model: `run` takes a function that summarises, as `Summarizer.evaluate` gives it one.
"""

from summarizer.evaluation.comparison import (
    Comparison,
    Difference,
    Measured,
    Miss,
    RunScores,
    Shortfall,
    compare,
    compare_runs,
    floors,
    list_misses,
    measure,
    shortfalls,
)
from summarizer.evaluation.corpus import Picked, Selection, read_corpus, words
from summarizer.evaluation.gold import (
    GoldArticle,
    GoldFigure,
    GoldParty,
    GoldPosition,
    GoldQuote,
)
from summarizer.evaluation.golden import read_golden
from summarizer.evaluation.judging import Judgement, MissKind
from summarizer.evaluation.keeping import Failure, KeptRun, default_folder, find_run, kept_runs
from summarizer.evaluation.polnear import read_polnear
from summarizer.evaluation.running import Answered, Run, load, load_earlier, run, waiting
from summarizer.evaluation.scores import AMOUNTS, JUDGED, SHARES, SUPPORTED, misses, score
from summarizer.statistics import Count, Estimate, Paired, difference, estimate

__all__ = [
    "AMOUNTS",
    "JUDGED",
    "SHARES",
    "SUPPORTED",
    "Answered",
    "Comparison",
    "Count",
    "Difference",
    "Estimate",
    "Failure",
    "GoldArticle",
    "GoldFigure",
    "GoldParty",
    "GoldPosition",
    "GoldQuote",
    "Judgement",
    "KeptRun",
    "Measured",
    "Miss",
    "MissKind",
    "Paired",
    "Picked",
    "Run",
    "RunScores",
    "Selection",
    "Shortfall",
    "compare",
    "compare_runs",
    "default_folder",
    "difference",
    "estimate",
    "find_run",
    "floors",
    "kept_runs",
    "list_misses",
    "load",
    "load_earlier",
    "measure",
    "misses",
    "read_corpus",
    "read_golden",
    "read_polnear",
    "run",
    "score",
    "shortfalls",
    "waiting",
    "words",
]
