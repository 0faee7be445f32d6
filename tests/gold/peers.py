"""What a user would take instead, with the same model: `python -m gold.peers NAME GOLD URL OUT`.

NAME is `langextract` or `instructor`; URL an OpenAI-compatible endpoint; OUT takes what they find as JSON Lines that
`gold_score.py` reads. Both are asked for the same things in their own way, as their documentation shows it: LangExtract
with a description and one example, instructor with a pydantic model. Words that they give are looked up in the article
as they stand, LangExtract by its own alignment.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel

from gold.articles import file_of, gold_lines

STANCES = "supports, opposes, demands, offers, claims, accuses, denies, warns, threatens, intends, accepts, refuses, undecided"
DESCRIPTION = f"""\
Extract from a news article, in order of appearance and with exact text:
- party: each person, organisation, government or group that takes a position, is quoted, or is the target of one; once,
  at its fullest name. Attributes: kind (person, organisation, government, group, outlet, other), role (main or minor),
  aliases (other names the article uses for it, separated by "; ").
- position: each demand, offer, claim, accusation, denial, warning, threat, intention, acceptance or refusal; one for each
  matter. The text is the words that state it. Attributes: holders, told_by (who tells it of the holders, if it is
  second-hand), toward (whom it is about or addressed to), all of them party names separated by "; ", stance (one of
  {STANCES}), statement (one neutral sentence).
- quote: each stretch of words between quotation marks. Attributes: speakers (party names), kind (speech, written, term,
  title).
- figure: each number that counts or measures something. Attributes: value (in plain digits), claimed_by (party names;
  empty if the article says it itself), measures.
Do not paraphrase extracted text."""
EXAMPLE = (
    "Dockers in Port Ellis walked out on Monday over a “flexible” rota, about 300 of them, police said. “The rota breaks "
    "the law,” Maria Lund, head of the Dock Union, told reporters. Harbour chief Tom Reyes denied that."
)


class PartyFound(BaseModel):
    name: str
    kind: Literal["person", "organisation", "government", "group", "outlet", "other"]
    role: Literal["main", "minor"]
    aliases: list[str]


class PositionFound(BaseModel):
    holders: list[str]
    told_by: str | None
    toward: list[str]
    stance: Literal[
        "supports", "opposes", "demands", "offers", "claims", "accuses", "denies", "warns", "threatens", "intends",
        "accepts", "refuses", "undecided",
    ]  # fmt: skip
    statement: str
    evidence: list[str]
    """The sentences of the article that state it, word for word."""


class QuoteFound(BaseModel):
    text: str
    speakers: list[str]
    kind: Literal["speech", "written", "term", "title"]


class FigureFound(BaseModel):
    text: str
    value: str
    measures: str
    claimed_by: list[str]


class Found(BaseModel):
    """The parties, positions, quotes and figures of a news article; all text as the article has it, word for word."""

    parties: list[PartyFound]
    positions: list[PositionFound]
    quotes: list[QuoteFound]
    figures: list[FigureFound]


def with_instructor(text: str, url: str) -> dict[str, Any]:
    """What a plain call with a schema gives."""
    import instructor
    import openai

    client = instructor.from_openai(
        openai.OpenAI(base_url=url, api_key="none", timeout=3600, max_retries=0),
        mode=instructor.Mode.JSON_SCHEMA,
    )
    found = client.chat.completions.create(
        model="able",
        temperature=0,
        response_model=Found,
        max_retries=1,
        messages=[
            {
                "role": "system",
                "content": "Extract the parties, positions, quotes and figures of the news article. A position is a "
                "demand, offer, claim, accusation, denial, warning, threat, intention, acceptance or refusal that the "
                "article reports of somebody: one for each matter, with the sentences that state it, word for word. "
                "Quotes are all words between quotation marks; say which are speech, written words, terms or titles. "
                "Figures are all numbers that count or measure something; value in plain digits.",
            },
            {"role": "user", "content": text},
        ],
    )
    parties = Parties([party.model_dump() for party in found.parties])
    return {
        "parties": parties.listed,
        "positions": [
            {
                **position.model_dump(),
                **parties.of_position(position.holders, position.told_by, position.toward),
                "evidence": [place for words in position.evidence if (place := stands(text, words))],
            }
            for position in found.positions
        ],
        "quotes": [
            {"anchor": place, "speakers": parties.ids(quote.speakers), "kind": quote.kind}
            for quote in found.quotes
            if (place := stands(text, quote.text))
        ],
        "figures": [
            {"anchor": place, "value": figure.value, "claimed_by": parties.ids(figure.claimed_by)}
            for figure in found.figures
            if (place := stands(text, figure.text))
        ],
        "spans": [
            stands(text, words) is not None
            for words in (
                *(words for position in found.positions for words in position.evidence),
                *(quote.text for quote in found.quotes),
                *(figure.text for figure in found.figures),
            )
        ],
    }


def with_langextract(text: str, url: str) -> dict[str, Any]:
    """What LangExtract gives, with its own prompt and one example."""
    import langextract

    extraction = langextract.data.Extraction
    example = langextract.data.ExampleData(
        text=EXAMPLE,
        extractions=[
            extraction("quote", "“flexible”", attributes={"speakers": "", "kind": "term"}),
            extraction(
                "figure",
                "about 300",
                attributes={"value": "300", "claimed_by": "police", "measures": "dockers"},
            ),
            extraction("party", "police", attributes={"kind": "government", "role": "minor", "aliases": ""}),
            extraction(
                "quote", "“The rota breaks the law,”", attributes={"speakers": "Maria Lund", "kind": "speech"}
            ),
            extraction(
                "position",
                "The rota breaks the law",
                attributes={
                    "holders": "Maria Lund",
                    "told_by": "",
                    "toward": "Tom Reyes",
                    "stance": "accuses",
                    "statement": "Maria Lund says that the rota is illegal.",
                },
            ),
            extraction("party", "Maria Lund", attributes={"kind": "person", "role": "main", "aliases": ""}),
            extraction(
                "position",
                "Harbour chief Tom Reyes denied that",
                attributes={
                    "holders": "Tom Reyes",
                    "told_by": "",
                    "toward": "Maria Lund",
                    "stance": "denies",
                    "statement": "Tom Reyes denies that the rota is illegal.",
                },
            ),
            extraction("party", "Tom Reyes", attributes={"kind": "person", "role": "main", "aliases": ""}),
        ],
    )
    document = langextract.extract(
        text,
        prompt_description=DESCRIPTION,
        examples=[example],
        config=langextract.factory.ModelConfig(
            model_id="able",
            provider="OpenAILanguageModel",
            provider_kwargs={"api_key": "none", "base_url": url, "temperature": 0, "timeout": 3600},
        ),
        max_char_buffer=1_000_000,
        show_progress=False,
    )
    by_class: dict[str, list[Any]] = {"party": [], "position": [], "quote": [], "figure": []}
    spans = []
    for one in document.extractions or []:
        place = one.char_interval
        spans.append(one.alignment_status == langextract.data.AlignmentStatus.MATCH_EXACT)
        if one.extraction_class in by_class and (place or one.extraction_class == "party"):
            anchor = {"start": place.start_pos, "end": place.end_pos} if place else None
            told = {name: value or "" for name, value in (one.attributes or {}).items()}
            by_class[one.extraction_class].append((one.extraction_text, anchor, told))
    parties = Parties(
        [
            {**told, "name": name, "kind": told.get("kind", "other"), "aliases": several(told.get("aliases"))}
            for name, _, told in by_class["party"]
        ]
    )
    return {
        "parties": parties.listed,
        "positions": [
            {
                "stance": told.get("stance"),
                "statement": told.get("statement"),
                **parties.of_position(
                    several(told.get("holders")), told.get("told_by") or None, several(told.get("toward"))
                ),
                "evidence": [anchor],
            }
            for _, anchor, told in by_class["position"]
        ],
        "quotes": [
            {
                "anchor": anchor,
                "speakers": parties.ids(several(told.get("speakers"))),
                "kind": told.get("kind", "speech"),
            }
            for _, anchor, told in by_class["quote"]
        ],
        "figures": [
            {
                "anchor": anchor,
                "value": told.get("value"),
                "claimed_by": parties.ids(several(told.get("claimed_by"))),
            }
            for _, anchor, told in by_class["figure"]
        ],
        "spans": spans,
    }


class Parties:
    """The parties that are listed, and those that others only name."""

    def __init__(self, listed: list[dict[str, Any]]) -> None:
        self.listed = [{**party, "id": f"p{number}"} for number, party in enumerate(listed, 1)]
        self._ids = {
            name.casefold(): party["id"]
            for party in reversed(self.listed)
            for name in (*party["aliases"], party["name"])
        }

    def ids(self, names: list[str]) -> list[str]:
        return [self._id(name) for name in names]

    def of_position(self, holders: list[str], told_by: str | None, toward: list[str]) -> dict[str, Any]:
        return {
            "holders": self.ids(holders),
            "told_by": self._id(told_by) if told_by else None,
            "toward": self.ids(toward),
        }

    def _id(self, name: str) -> str:
        if name.casefold() not in self._ids:
            self._ids[name.casefold()] = f"p{len(self.listed) + 1}"
            self.listed.append(
                {"id": self._ids[name.casefold()], "name": name, "kind": "other", "aliases": []}
            )
        return str(self._ids[name.casefold()])


def several(names: str | list[str] | None) -> list[str]:
    parts = names if isinstance(names, list) else (names or "").split(";")
    return [name.strip() for name in parts if name.strip()]


def stands(text: str, words: str) -> dict[str, int] | None:
    start = text.find(words)
    return None if start < 0 or not words else {"start": start, "end": start + len(words)}


WAYS: dict[str, Callable[[str, str], dict[str, Any]]] = {
    "langextract": with_langextract,
    "instructor": with_instructor,
}


def answers(way: Callable[[str, str], dict[str, Any]], gold: Path, url: str) -> Iterator[dict[str, Any]]:
    def found(line: dict[str, Any]) -> dict[str, Any]:
        with file_of(gold, line["file"]).open(encoding="utf-8", newline="") as file:
            text = file.read().replace("\r\n", "\n")
        return {"article": {"id": f"sha256:{line['sha256']}"}, **way(text, url)}

    lines = gold_lines(gold)
    with ThreadPoolExecutor(len(lines)) as pool:
        yield from pool.map(found, lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=WAYS)
    parser.add_argument("gold", type=Path)
    parser.add_argument("url")
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    exact: list[bool] = []
    with arguments.out.open("w", encoding="utf-8") as out:
        for found in answers(WAYS[arguments.name], arguments.gold, arguments.url):
            exact += found.pop("spans")
            out.write(json.dumps(found, ensure_ascii=False) + "\n")
    sys.stdout.write(f"{arguments.name}: {sum(exact)} of {len(exact)} spans stand in the article as given\n")


if __name__ == "__main__":
    main()
