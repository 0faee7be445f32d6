"""Answers made of rows: what was said, held or counted, by whom and where."""

import json
from typing import Any

from summarizer import summary_v1
from summarizer.store import naming
from summarizer.store.asked import Counted, Held, Passage, Quoted, Surrounded, Where
from summarizer.store.involved import Involved
from summarizer.store.rows import AnyRow
from summarizer.text.fold import folded


class Maker:
    """Makes items of rows; what no column has is read from the summary, once for items that follow."""

    def __init__(self) -> None:
        self._summary: str | None = None
        self._whole: dict[str, Any] = {}

    def __call__(self, row: AnyRow, parties: Involved) -> Quoted | Held | Counted:
        """Return the item of a row, given the names of its parties."""
        if row.kind == "figure" and row.support is None:
            return counted(row, parties)
        if row.summary != self._summary:
            self._summary, self._whole = row.summary, _items(row.json)
        if row.kind == "figure":
            return counted(row, parties, _doubts(_of(self._whole["figures"], row.item)))
        return self._quoted(row, parties) if row.kind == "quote" else self._held(row, parties)

    def _quoted(self, row: AnyRow, parties: Involved) -> Quoted:
        quote = _of(self._whole["quotes"], row.item)
        unmarked = any(
            warning["code"] == "no_quotation_marks" and warning.get("item") == row.item
            for warning in self._whole["warnings"]
        )
        cue = quote.get("cue")
        return Quoted(
            speakers=parties.get("speaker", ()),
            text=row.text,
            kind=row.category,
            verdict=quote["verdict"],
            in_marks=not unmarked,
            cue=cue and cue["exact"],
            origin=quote.get("origin", "model"),
            support=quote.get("support", {}).get("verdict", "unchecked"),
            doubts=_doubts(quote),
            where=_where(row),
        )

    def _held(self, row: AnyRow, parties: Involved) -> Held:
        position = _of(self._whole["positions"], row.item)
        said = f" {folded(position['statement'])} "
        others = [party for party in self._whole["parties"] if party["id"] not in position["holders"]]
        return Held(
            holders=parties.get("holder", ()),
            told_by=next(iter(parties.get("told_by", ())), None),
            toward=parties.get("toward", ()),
            stance=row.detail,
            topic=row.topic,
            statement=row.text,
            wording=position.get("wording", "model"),
            evidence=tuple(Passage(one["exact"], one["start"], one["end"]) for one in position["evidence"]),
            quotes=tuple(position.get("quotes", ())),
            support=position.get("support", {}).get("verdict", "unchecked"),
            doubts=_doubts(position),
            origin=position.get("origin", "model"),
            named=tuple(
                party["name"]
                for party in others
                if any(words and f" {words} " in said for words in map(folded, _names(party)))
            ),
            where=_where(row),
        )


def counted(row: AnyRow, parties: Involved, doubts: tuple[str, ...] = ()) -> Counted:
    """Return the figure of a row."""
    return Counted(
        claimants=parties.get("claimant", ()), text=row.text, value=row.value, upper=row.upper,
        comparator=row.detail, unit=row.unit, kind=row.category, measures=row.measures,
        doubts=doubts, where=_where(row),
    )  # fmt: skip


def surrounded(row: AnyRow, parties: Involved) -> Surrounded:
    """Return the figure of a row with what stands around it."""
    called = frozenset((row.called or "").split("\n")) - {""}
    return Surrounded(counted(row, parties), row.context, row.headline, called)


def _items(stored: str) -> dict[str, Any]:
    """Return a summary's JSON in today's form; nobody asks for the abstract."""
    whole: dict[str, Any] = json.loads(stored)
    return summary_v1.upgraded({**whole, "abstract": ""}) if summary_v1.is_v1(whole) else whole


def _names(party: dict[str, Any]) -> list[str]:
    return [party["name"], *party.get("aliases", ())]


def _doubts(item: dict[str, Any]) -> tuple[str, ...]:
    """Return why an item is doubtful; one that is without a reason has that word for it."""
    support = item.get("support", {})
    return tuple(support.get("reasons", ()))


def _of(found: list[dict[str, Any]], item: str) -> dict[str, Any]:
    return next(one for one in found if one["id"] == item)


def _where(row: AnyRow) -> Where:
    return Where(
        article=row.article, name=naming.name(row, headline=row.headline, place=row.url, article=row.article),
        title=row.title, site=row.site, url=row.url, published=row.published,
        dated=row.dated, summary=row.summary, model=row.model, item=row.item, start=row.begins, end=row.ends,
    )  # fmt: skip
