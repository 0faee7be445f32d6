import re
import webbrowser

import pytest
from conftest import CAIRO, MODEL, NOWHERE
from report_fixtures import cairo, replayed

from summarizer.render.report import as_html


@pytest.fixture
def opened(monkeypatch):
    """What the browser of the person at the keyboard would have been asked to show."""
    asked = []

    def shown(url):
        asked.append(url)
        return True

    monkeypatch.setattr(webbrowser, "open", shown)
    return asked


def test_a_summary_is_written_as_a_page_and_shown_again_from_the_store(command, opened, tmp_path):
    out, again = tmp_path / "report.html", tmp_path / "again.html"
    with replayed("summary@3"):
        outcome = command(
            "summarize",
            CAIRO,
            "--prompt",
            "summary@3",
            "--base-url",
            NOWHERE,
            "--model",
            MODEL,
            "--format",
            "html",
            "-o",
            out,
            "--open",
        )
    assert outcome.code == 0, outcome.err
    assert out.read_text().startswith("<!doctype html>")
    assert 'id="q3"' in out.read_text()
    assert opened == [out.as_uri()]
    assert command("show", CAIRO, "--format", "html", "-o", again).code == 0
    assert again.read_text() == out.read_text()


@pytest.mark.parametrize("wrong", [["--format", "json", "-o", "x.json"], ["--format", "html"]])
def test_what_is_no_page_in_a_file_is_not_opened(command, opened, tmp_path, monkeypatch, wrong):
    monkeypatch.chdir(tmp_path)
    outcome = command("show", CAIRO, "--open", *wrong)
    assert (outcome.code, opened) == (2, [])
    assert "--format html -o report.html" in outcome.err


def test_parties_are_told_apart_by_a_letter_and_by_their_share_of_voice():
    html = as_html([cairo()])
    rows = html.partition('class="voices"')[2].partition("</table>")[0]
    assert rows.count('class="badge') == 4
    shares = [int(percent) for percent in re.findall(r"<span>(\d+)&nbsp;%", rows)]
    assert 98 <= sum(shares[::2]) <= 102
    assert 98 <= sum(shares[1::2]) <= 102


def test_the_same_summary_makes_the_same_page():
    assert as_html([cairo()]) == as_html([cairo()])
