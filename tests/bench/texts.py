"""Articles of given sizes, made from the two in tests/articles, and text that no one wrote."""

import random
from pathlib import Path

ARTICLES = Path(__file__).parent.parent / "articles"


def words(number):
    """An article of that many words."""
    text = "\n\n".join(path.read_text() for path in sorted(ARTICLES.glob("*.txt")))
    many = (text + "\n\n") * (number // len(text.split()) + 1)
    return cut(many, number)


def cut(text, number):
    end = 0
    for _ in range(number):
        end = min(
            position for position in (text.find(" ", end + 1), text.find("\n", end + 1)) if position > 0
        )
    return text[:end]


def characters(number):
    """An article of that many characters."""
    text = "\n\n".join(path.read_text() for path in sorted(ARTICLES.glob("*.txt"))) + "\n\n"
    return (text * (number // len(text) + 1))[:number]


def prose(size, seed=7):
    """Words that occur as often as words do (Zipf), in sentences, some in quotation marks."""
    chance = random.Random(seed)
    letters = "etaoinshrdlucmfwypvbgkjqxz"
    made = ["".join(chance.choices(letters, range(26, 0, -1), k=chance.randint(2, 9))) for _ in range(40_000)]
    weights = [1 / (rank + 3) for rank in range(len(made))]
    parts, length = [], 0
    while length < size:
        sentence = " ".join(chance.choices(made, weights, k=chance.randint(6, 30))).capitalize()
        if chance.random() < 0.2:
            sentence = f"“{sentence},” {chance.choice(made).title()} said"
        parts.append(sentence + chance.choice([". ", ". ", ".\n\n", "; "]))
        length += len(parts[-1])
    return "".join(parts)


def offers(text, number=500, seed=3):
    """Quotes a model might offer: a fifth each verbatim, with other glyphs, altered, spliced and invented."""
    chance = random.Random(seed)
    words = text.split(" ")
    return [_offer(chance, words, index % 5) for index in range(number)]


def _offer(chance, words, kind):
    size = chance.randint(5, 40)
    at = chance.randrange(len(words) - 2 * size - 60)
    run = words[at : at + size]
    if kind == 1:
        run = " ".join(run).replace("“", '"').replace("”", '"').split(" ")
    elif kind == 2:
        for _ in range(max(1, size // 10)):
            run[chance.randrange(len(run))] = chance.choice(words)
    elif kind == 3:
        further = at + size + 20
        run = run[: size // 2 + 3] + words[further : further + size // 2 + 3]
    elif kind == 4:
        run = [chance.choice(words) for _ in range(size)]
    return " ".join(run)
