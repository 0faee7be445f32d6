from typing import Any, Literal

import pytest
from grounding_drafts import CAIRO, copied, copy, counted, holds, marked, named, number, party, reference

from summarizer.grounding import Finding, verify
from summarizer.pipeline import ground_draft
from summarizer.summary import Rejected, Summary

HONEST = ground_draft(
    CAIRO,
    reference(
        parties=[party("Hamas", "organisation"), party("Hossam Badran")],
        quotes=[named("q3", "Hamas"), named("q8", "Badran"), named("q99")],
        figures=[counted("f2", "Hamas"), counted("f3")],
        positions=[holds("Hamas", "s9")],
    ),
)


def forged(**changes: Any) -> Summary:
    """The honest summary with values replaced, by path: `quotes__0__speakers=["p9"]`."""
    data = HONEST.model_dump()
    for path, value in changes.items():
        *way, last = [int(step) if step.isdigit() else step for step in path.split("__")]
        target: Any = data
        for step in way:
            target = target[step]
        target[last] = value
    return Summary.model_validate(data)


def test_an_honest_summary_agrees() -> None:
    assert verify(HONEST, CAIRO) == []


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"article__id": "sha256:0"}, "summary.article.id"),
        ({"article__characters": 7}, "summary.article.characters"),
        ({"quotes__0__anchor__prefix": "Oslo"}, "summary.quotes[0].anchor"),
        ({"quotes__0__anchor__suffix": "Oslo"}, "summary.quotes[0].anchor"),
        ({"parties__0__mentions__1__end": 9**9}, "summary.parties[0].mentions[1]"),
        ({"quotes__1__cue__exact": "Hamas said"}, "summary.quotes[1].cue"),
        ({"quotes__0__text": "We surrender"}, "summary.quotes[0].text"),
        ({"quotes__0__speakers": ["p1", "p9"]}, "summary.quotes[0].speakers"),
        ({"quotes__0__continues": "q7"}, "summary.quotes[0].continues"),
        ({"quotes__0__continues": "q1"}, "summary.quotes[0].continues"),
        ({"positions__0__holders": ["p1", "p9"]}, "summary.positions[0].holders"),
        ({"positions__0__told_by": "p9"}, "summary.positions[0].told_by"),
        ({"positions__0__told_by": "p1"}, "summary.positions[0].told_by"),
        ({"positions__0__toward": ["p9"]}, "summary.positions[0].toward"),
        ({"positions__0__quotes": ["q9"]}, "summary.positions[0].quotes"),
        ({"figures__0__claimed_by": ["p1", "p9"]}, "summary.figures[0].claimed_by"),
        ({"figures__0__value": "15"}, "summary.figures[0].value"),
        ({"figures__0__comparator": "exactly"}, "summary.figures[0].comparator"),
        ({"figures__0__upper": "9"}, "summary.figures[0].upper"),
        ({"figures__0__unit": "USD"}, "summary.figures[0].unit"),
        ({"figures__0__text": "1.5"}, "summary.figures[0].text"),
        ({"quotes__1__id": "q1"}, "summary"),
        ({"coverage__quotations__reported": 4}, "summary.coverage.quotations"),
        ({"coverage__sentences_left_out": []}, "summary.coverage.sentences_left_out"),
    ],
)
def test_a_forged_value_is_found(changes: dict[str, Any], path: str) -> None:
    assert path in [finding.path for finding in verify(forged(**changes), CAIRO)]


def rejecting(kind: Literal["quote", "figure"], text: str) -> Summary:
    item = Rejected(kind=kind, text=text, verdict="not_found", reason="It is not there.")
    return HONEST.model_copy(update={"rejected": [item]})


def test_a_quote_that_stands_in_the_article_after_all_is_found() -> None:
    (finding,) = verify(rejecting("quote", "“thwart any possibility”"), CAIRO)
    assert finding == Finding("summary.rejected[0]", "It stands in the article, at 2082.")


def test_a_figure_that_stands_in_the_article_after_all_is_found() -> None:
    assert verify(rejecting("figure", "34622"), CAIRO)


def test_a_rejected_number_that_counts_nothing_is_no_finding() -> None:
    assert verify(ground_draft(CAIRO, copy(figures=[number("2024", "2024")])), CAIRO) == []


def test_a_closest_place_that_does_not_hold_is_found() -> None:
    summary = ground_draft(
        CAIRO, copy(quotes=[copied("thwart every possibility of concluding an agreement")])
    )
    closest = summary.rejected[0].closest
    assert closest
    moved = summary.rejected[0].model_copy(update={"closest": closest.model_copy(update={"start": 3})})
    findings = verify(summary.model_copy(update={"rejected": [moved]}), CAIRO)
    assert [finding.path for finding in findings] == ["summary.rejected[0].closest"]


def test_a_figure_where_none_is_marked_is_found() -> None:
    quote = HONEST.quotes[0].anchor
    wrong = HONEST.figures[0].model_copy(update={"anchor": quote, "text": quote.exact})
    findings = verify(HONEST.model_copy(update={"figures": [wrong, HONEST.figures[1]]}), CAIRO)
    assert "summary.figures[0].anchor" in [finding.path for finding in findings]


def test_a_summary_of_an_edited_article_does_not_agree() -> None:
    edited = marked(CAIRO.article.text.replace("Cairo", "Doha"))
    assert verify(HONEST, edited)
