"""How far the figures of parallel sentences agree with those of the English sentence of the same id.

A folder holds one file a language, `de.tsv`, each line an id, a tab and a sentence. English is a reference and not
the truth: what a translator left out counts against the language.

    python -m bench.field_agreement FOLDER [--half even|odd] [--languages de,fr] [--list]
"""

import argparse
from collections import Counter
from pathlib import Path

from summarizer.analysis import mark
from summarizer.article import Article

REFERENCE = "en"
KINDS = ("missing", "extra", "different")
"""A figure that the language lacks, one that English lacks, and one that both have with other values."""


def values(text, language):
    """The values of the sentence's figures, with their upper bounds and whether they are percents."""
    figures = mark(Article(text=text, language=language)).figures
    return Counter((figure.value, figure.upper, figure.unit == "%") for figure in figures)


def sentences(path, half=None):
    """The sentences of a file by id; `half` is "even" or "odd" by the number of the line, from 1."""
    lines = path.read_text(encoding="utf-8").splitlines()
    wanted = {None: (0, 1), "even": (0,), "odd": (1,)}[half]
    return dict(line.split("\t", 1) for number, line in enumerate(lines, 1) if number % 2 in wanted)


def disagreements(folder, language, half=None):
    """Each sentence with figures on either side: its id, what is missing and what is there beside."""
    reference = sentences(Path(folder) / f"{REFERENCE}.tsv", half)
    for name, text in sentences(Path(folder) / f"{language}.tsv", half).items():
        right, found = values(reference[name], REFERENCE), values(text, language)
        if right or found:
            yield name, right - found, found - right


def agreement(folder, language, half=None):
    """The share of sentences with figures in which both sides have the same, and the kinds of disagreement."""
    kinds: Counter[str] = Counter()
    same = number = 0
    for _, missing, extra in disagreements(folder, language, half):
        number += 1
        same += not (missing or extra)
        kinds.update(filter(None, [kind(missing, extra)]))
    return (same / number if number else 1.0), number, kinds


def kind(missing, extra):
    if missing and extra:
        return "different"
    return "missing" if missing else "extra" if extra else ""


def languages(folder):
    return sorted(path.stem for path in Path(folder).glob("*.tsv") if path.stem != REFERENCE)


def measure(folder, chosen=None, half=None):
    """Lines for the bench: a language, its agreement, and its disagreements by kind."""
    for language in chosen or languages(folder):
        share, number, kinds = agreement(folder, language, half)
        counts = ", ".join(f"{kinds[name]} {name}" for name in KINDS)
        yield f"figures that agree with English: {language}", f"{share:.3f} of {number}", counts


def listed(folder, language, half=None):
    """Each disagreement, for a reader: its kind, its id, the values, and both sentences."""
    reference = sentences(Path(folder) / f"{REFERENCE}.tsv", half)
    own = sentences(Path(folder) / f"{language}.tsv", half)
    for name, missing, extra in disagreements(folder, language, half):
        if missing or extra:
            yield (
                f"{kind(missing, extra)} {name}: {shown(missing)} | {shown(extra)}\n"
                f"  {reference[name]}\n  {own[name]}"
            )


def shown(values):
    return ", ".join(
        f"{value}{'' if upper is None else f'…{upper}'}{' %' if percent else ''}"
        for value, upper, percent in values.elements()
    )


def main():
    parser = argparse.ArgumentParser(
        prog="python -m bench.field_agreement", description=__doc__.split("\n")[0]
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--languages", default="")
    parser.add_argument("--list", action="store_true", help="the disagreements themselves")
    asked = parser.parse_args()
    chosen = [name for name in asked.languages.split(",") if name]
    for what, value, kinds in measure(asked.folder, chosen, asked.half):
        print(f"{what:<40} {value:>14}   {kinds}", flush=True)
    if asked.list:
        for language in chosen or languages(asked.folder):
            print(f"\n{language}")
            for line in listed(asked.folder, language, asked.half):
                print(line)


if __name__ == "__main__":
    main()
