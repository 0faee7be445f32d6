"""A made-up report of any length, with its quotations known: what was said, by whom, in order."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import random
from dataclasses import dataclass
from itertools import count

FIRST = ["Ana", "Boris", "Clara", "Dmitri", "Elena", "Farid", "Grete", "Hiro", "Ines", "Jonas"]
LAST = ["Moravec", "Okafor", "Lindqvist", "Baranov", "Quispe", "Haddad", "Teixeira", "Yamane", "Dubois"]
SYLLABLES = ["ka", "lo", "mi", "ter", "wen", "dra", "su", "pol", "gar", "ne"]
NOUNS = ["bridge", "market", "harbour", "school", "council", "river", "station", "archive", "ferry"]
VERBS = ["served", "divided", "reached", "fed", "outlived", "supported", "surprised", "crossed"]


@dataclass(frozen=True)
class Report:
    text: str
    said: list[tuple[str, str]]
    """Speaker and words of each quotation."""


def report(characters: int, *, quotation_every: int = 3, seed: int = 1) -> Report:
    """At least so many characters: chapters with headings, and paragraphs, each third of which quotes somebody."""
    dice = random.Random(seed)
    blocks: list[str] = ["The long inquiry into the valley"]
    said: list[tuple[str, str]] = []
    length = 0
    for number in count():
        if number % 25 == 0:
            blocks.append(f"Chapter {place(number)}: the {dice.choice(NOUNS)} of {place(number + 3)}")
        block = " ".join(sentence(dice) for _ in range(dice.randrange(2, 7)))
        if number % quotation_every == 0:
            words = f"Nobody asked us about the {dice.choice(NOUNS)} at {place(len(said) + 200)},"
            speaker = f"{dice.choice(FIRST)} {dice.choice(LAST)}"
            said.append((speaker, words))
            block += f" “{words}” {speaker} said."
        blocks.append(block)
        length += len(block) + 2
        if length >= characters:
            return Report("\n\n".join(blocks), said)
    raise AssertionError


def place(number: int) -> str:
    """A name for each number."""
    digits = str(number)
    return "".join(SYLLABLES[int(digit)] for digit in digits).capitalize()


def sentence(dice: random.Random) -> str:
    """Something that happened, in about a dozen words; now and then with a number."""
    amount = f" for {dice.randrange(20, 900)} people" if dice.random() < 0.05 else ""
    return (
        f"The {dice.choice(NOUNS)} at {place(dice.randrange(100, 999))} {dice.choice(VERBS)} "
        f"the old {dice.choice(NOUNS)} of {place(dice.randrange(100, 999))}{amount}."
    )
