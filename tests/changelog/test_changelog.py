"""Many articles: totals, gates, runs of a store and of files, and how it all reads."""

import io
import json
import re
from itertools import groupby

import pytest
from changed_summaries import FULL, decided, first_version_json, held, holding, made, summary
from markdown_it import MarkdownIt
from rich.console import Console
from store_samples import keep, sample

from summarizer import diff
from summarizer.comparison import KINDS, Compared, Gate, Totals, Unpaired, failures
from summarizer.comparison.kinds import SECTIONS
from summarizer.errors import UsageError
from summarizer.render.diff import as_html, as_markdown, print_changelog
from summarizer.store import Store
from summarizer.summary import SummaryWarning, Support

NOBODY = Unpaired(number=0, named=[])
SIDES = Compared(before="old", after="new", only_before=NOBODY, only_after=NOBODY)
HOSTILE = "\x1b[31mred\x1b[0m \u202eevil [bold]x[/] <script>alert(1)</script> ](javascript:b) `@all` | x"
LESS = {"quotes": FULL["quotes"][:1]}


def changelog_of(*pairs, limit=None):
    totals = Totals(limit=limit)
    for before, after in pairs:
        totals.add(diff(before, after))
    return totals.changelog(SIDES)


def pretty(found, **options):
    file = io.StringIO()
    console = Console(file=file, width=100, markup=False, highlight=False, emoji=False, **options)
    print_changelog(found, console)
    return file.getvalue()


def three(store_url, *others):
    """A store with three articles by summary@2 and two of them by summary@3; the first has lost a quote."""
    with Store.open(store_url) as store:
        keep(store, made(2))
        keep(store, made(3, **LESS))
        for number in (1, 2):
            keep(store, sample(number, version=2, title=f"Day {number}"))
        keep(store, sample(1, version=3))
        for other in others:
            keep(store, other)


def test_the_most_telling_articles_come_first_and_only_so_many():
    flipped = summary(positions=[held(stance="opposes")])
    reworded = summary(headline="Fire")
    found = changelog_of((summary(), reworded), (summary(), summary()), (summary(), flipped), limit=1)
    assert (found.articles, found.changed) == (3, 1)
    assert [list(one.counts) for one in found.listed] == [["positions.flipped"]]
    assert found.counts == {"positions.flipped": 1, "headline.changed": 1}


def test_coverage_that_went_down_everywhere_says_so_with_an_interval_and_a_p_value():
    found = changelog_of(*[(summary(), summary(**LESS))] * 8).coverage["quotations"]
    assert (found.before, found.after, found.difference) == (1.0, 0.5, -0.5)
    assert (found.up, found.down, found.same) == (0, 8, 0)
    assert found.p_value == pytest.approx(2 / 2**8)
    assert found.significant


def test_gates_say_which_of_them_failed():
    found = changelog_of((summary(), summary(**LESS)))
    gates = [Gate.parse(one) for one in ("quotes.lost>0", "quotes.lost >= 2", "coverage.quotations<0")]
    assert failures(gates, found) == [
        "quotes.lost>0: quotes.lost is 1",
        "coverage.quotations<0: coverage.quotations is -0.5000",
    ]


@pytest.mark.parametrize(
    "written", ["quotes.lost", "quotes.gone>1", "quotes.lost>x", ">1", "quotes.lost=>1", ""]
)
def test_a_wrong_gate_is_a_usage_error(written):
    with pytest.raises(UsageError):
        Gate.parse(written)


def test_a_wrong_gate_is_refused_before_anything_is_read(command, tmp_path):
    outcome = command("diff", tmp_path / "none.json", tmp_path / "none.json", "--fail-if", "quotes.loss>1")
    assert outcome.code == 2
    assert "known: positions.flipped" in outcome.err


def test_two_prompts_are_compared_over_the_store(command, sqlite_url):
    three(sqlite_url)
    arguments = ("diff", "--from", "summary@2", "--to", "summary@3", "--store", sqlite_url)
    outcome = command(*arguments, "--fail-if", "quotes.lost>0", "--fail-if", "positions.flipped>0")
    assert outcome.code == 1
    assert "failed: quotes.lost>0: quotes.lost is 1" in outcome.err
    assert "flipped" not in outcome.err
    found = json.loads(outcome.out)
    assert (found["articles"], found["changed"], found["counts"]["quotes.lost"]) == (2, 1, 1)
    assert found["sides"]["only_before"] == {"number": 1, "named": ["Day 2"]}
    assert command(*arguments).code == 0


def test_of_several_summaries_by_a_prompt_the_one_stored_last_counts(command, sqlite_url):
    three(sqlite_url, sample(text=made().article.text, version=3, model="model-b", draft=FULL))
    arguments = ("diff", "--from", "summary@2", "--to", "summary@3", "--store", sqlite_url)
    assert json.loads(command(*arguments).out)["counts"] == {}
    narrowed = json.loads(command(*arguments, "--model", "model-a").out)
    assert narrowed["counts"]["quotes.lost"] == 1


def test_an_article_is_compared_with_its_summary_before_and_by_prompts(command, sqlite_url, tmp_path):
    path = tmp_path / "town.txt"
    path.write_text(made().article.text)
    three(sqlite_url)
    for arguments in ((), ("--from", "summary@2", "--to", "summary@3")):
        found = json.loads(command("diff", path, *arguments, "--store", sqlite_url).out)
        assert (found["articles"], found["counts"]["quotes.lost"]) == (1, 1)
    other = tmp_path / "other.txt"
    other.write_text(sample(7).article.text)
    with Store.open(sqlite_url) as store:
        keep(store, sample(7), place=other)
    lonely = command("diff", other, "--store", sqlite_url)
    assert lonely.code == 1
    assert "nothing to compare with" in lonely.err


EARLIER = (
    "The mayor of Lund spoke. “We will stay here,” Eva Holm said. At least 40 homes burned near the old port."
)


@pytest.mark.parametrize("named_by", ["path", "id"])
def test_an_edited_article_is_compared_with_the_summary_of_its_earlier_text(
    command, sqlite_url, tmp_path, named_by
):
    path = tmp_path / "edited.txt"
    by_rules = ("--model", "none", "--store", sqlite_url, "--format", "json")
    for text in (EARLIER, EARLIER + " “Nobody asked us,” Jan Berg said. About 12 boats sank."):
        path.write_text(text)
        assert command("summarize", path, *by_rules).code == 0
    with Store.open(sqlite_url) as store:
        (new,) = [one for one in store.history(str(path)) if one.summary.article.characters > len(EARLIER)]
    named = path if named_by == "path" else new.id[:16]
    found = command("diff", named, "--store", sqlite_url)
    assert found.code == 0
    assert "compared with the summary of an earlier text" in found.err
    assert "1 new quotation, 1 new figure" in found.err
    counts = json.loads(found.out)["counts"]
    assert (counts["quotes.found"], counts["figures.found"]) == (1, 1)
    assert "of an earlier text" in json.loads(found.out)["sides"]["before"]


def test_a_file_used_again_for_another_article_is_not_compared_with_the_first(command, sqlite_url, tmp_path):
    path = tmp_path / "again.txt"
    for text in (EARLIER, "Le maire de Nantes a parlé. « Nous partons », a dit Luc Roy."):
        path.write_text(text)
        assert command("summarize", path, "--model", "none", "--store", sqlite_url).code == 0
    lonely = command("diff", path, "--store", sqlite_url)
    assert (lonely.code, "nothing to compare with" in lonely.err) == (1, True)


def test_only_articles_with_a_party_on_either_side(command, sqlite_url):
    three(sqlite_url)
    arguments = ("diff", "--from", "summary@2", "--to", "summary@3", "--store", sqlite_url)
    assert json.loads(command(*arguments, "--party", "Bruno").out)["articles"] == 1


def test_two_summaries_are_compared_by_id_and_as_files(command, sqlite_url, tmp_path):
    with Store.open(sqlite_url) as store:
        ids = [keep(store, made(2)), keep(store, made(3, **LESS))]
    by_id = json.loads(command("diff", *ids, "--store", sqlite_url).out)
    for name, one in (("a.json", made(2)), ("b.json", made(3, **LESS))):
        (tmp_path / name).write_text(one.summary.model_dump_json(indent=2))
    by_file = json.loads(command("diff", tmp_path / "a.json", tmp_path / "b.json").out)
    assert by_id["counts"] == by_file["counts"]
    assert by_id["counts"]["quotes.lost"] == 1


@pytest.mark.parametrize("source", ["export", "lines", "stores"])
def test_two_runs_are_paired_by_article(command, tmp_path, source):
    urls = [f"sqlite:///{tmp_path}/{name}.db" for name in ("old", "new")]
    runs = ([made(2), sample(1), sample(2)], [made(3, **LESS), sample(1, version=3), sample(4)])
    arguments: list[object] = []
    for url, run in zip(urls, runs, strict=True):
        path = tmp_path / f"{len(arguments)}.jsonl"
        with Store.open(url) as store:
            for one in run:
                keep(store, one)
            lines = list(store.export())
        if source == "lines":
            lines = [one.summary.model_dump_json() + "\n" for one in run]
        path.write_text("".join(lines))
        arguments.append(url if source == "stores" else path)
    outcome = command("diff", *arguments)
    assert outcome.code == 0, outcome.err
    found = json.loads(outcome.out)
    assert (found["articles"], found["counts"]["quotes.lost"]) == (2, 1)
    assert (found["sides"]["only_before"]["number"], found["sides"]["only_after"]["number"]) == (1, 1)


def test_of_a_file_of_a_whole_store_each_prompt_is_a_run(command, sqlite_url, tmp_path):
    three(sqlite_url)
    path = tmp_path / "all.jsonl"
    assert command("export", "--store", sqlite_url, "-o", path).code == 0
    found = json.loads(command("diff", path, path, "--from", "summary@2", "--to", "summary@3").out)
    assert (found["articles"], found["counts"]["quotes.lost"]) == (2, 1)


@pytest.mark.parametrize(
    "content", ["", "{}", "[1]", "[" * 100_000, "nonsense", '{"article": 1}\n{}', '{"a":1}\nx']
)
def test_what_is_no_file_of_summaries_is_refused(command, tmp_path, content):
    path = tmp_path / "in.jsonl"
    path.write_text(content)
    outcome = command("diff", path, path)
    assert outcome.code in {2, 65}
    assert len(outcome.err.strip().splitlines()) == 1


def test_different_articles_are_refused(command, tmp_path):
    for name, one in (("a.json", sample(1)), ("b.json", sample(2))):
        (tmp_path / name).write_text(one.summary.model_dump_json())
    outcome = command("diff", tmp_path / "a.json", tmp_path / "b.json")
    assert outcome.code == 2
    assert "only summaries of one text can be compared" in outcome.err


def test_without_anything_to_compare_it_says_what_to_name(command):
    outcome = command("diff")
    assert outcome.code == 2
    assert "--from and --to" in outcome.err


def hostile():
    before = summary()
    parties = [party.model_copy(update={"name": HOSTILE}) for party in before.parties]
    article = before.article.model_copy(update={"title": HOSTILE, "url": "javascript:alert(1)"})
    after = summary(
        **LESS, headline=HOSTILE, abstract=HOSTILE, positions=[held(statement=HOSTILE, stance="denies")]
    )
    return changelog_of(
        (before, after.model_copy(update={"parties": parties, "article": article})),
        (before, before),
        *hostile_details(),
    )


def hostile_details():
    """Topics, targets, tellers, doubts and warnings that are no better; each change that has them."""
    calm = decided()
    [held] = calm.positions
    doubt = Support(verdict="doubtful", reasons=[HOSTILE])
    parties = [party.model_copy(update={"name": HOSTILE}) for party in calm.parties]
    warning = SummaryWarning(code="disputed", item=HOSTILE, message=HOSTILE)
    for other in (
        {"topic": HOSTILE},
        {"toward": ["p1"]},
        {"told_by": "p2"},
        {"holders": ["p3", "p1"]},
        {"stance": "refuses", "topic": HOSTILE, "told_by": "p2", "toward": ["p1"]},
        {"support": doubt},
        {"statement": HOSTILE, "topic": HOSTILE, "evidence": [calm.quotes[0].anchor]},
    ):
        positions = [held.model_copy(update=other)]
        yield (
            calm,
            calm.model_copy(update={"positions": positions, "parties": parties, "warnings": [warning]}),
        )
    abstract = [sentence.model_copy(update={"text": HOSTILE, "support": doubt}) for sentence in calm.abstract]
    yield calm, calm.model_copy(update={"abstract": abstract})


def test_nothing_that_a_terminal_obeys_comes_through():
    shown = pretty(hostile())
    assert not set(shown) & {"\x1b", "\u202e"}
    assert "[bold]x[/]" in shown
    assert "toward" in shown
    assert "told by" in shown


def test_markdown_shows_hostile_words_as_words():
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(as_markdown(hostile()))
    inner = [child for token in tokens for child in token.children or []]
    assert {token.type for token in [*tokens, *inner]}.isdisjoint(
        {"html_block", "html_inline", "link_open", "image", "code_inline", "fence"}
    )


def test_a_page_shows_hostile_words_as_words():
    page = as_html(hostile())
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "javascript:alert" not in page
    assert not set(page) & {"\x1b", "\u202e"}
    assert "default-src" in page


def test_kinds_of_change_are_listed_section_by_section():
    sections = [section for section, _ in groupby(facts.section for facts in KINDS.values())]
    assert sections == list(SECTIONS)


def test_an_article_without_a_title_is_called_by_a_summarys_headline():
    found = changelog_of((summary(), summary(**LESS)))
    assert {"A town burned" in text for text in (pretty(found), as_markdown(found), as_html(found))} == {True}


def test_a_release_note_says_what_a_reader_asks_for():
    flipped = summary(**LESS, positions=[held(stance="opposes")])
    found = changelog_of((summary(), flipped), (summary(), summary()))
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", as_html(found)))
    for text in (pretty(found), re.sub(r"[*~\\]", "", as_markdown(found)), page):
        for words in (
            "2 articles on both sides, 1 changed",
            "position flipped",
            "Harbour Union: demands → opposes",
            "quote lost",
            "“It will burn again, and again.”",
            "Bruno Sá",
            "0.750",
        ):
            assert words in re.sub(r"\s+", " ", text)


def test_what_went_and_what_came_can_be_told_apart_without_colours():
    found = changelog_of((summary(), summary(headline="A village burned")))
    assert "A [-town-] {+village+} burned" in pretty(found)


def shown_everywhere(before, after):
    """A comparison as each of the three shows it, marks and markup taken out."""
    found = changelog_of((before, after))
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", as_html(found)))
    return [
        re.sub(r"\s+", " ", pretty(found)),
        re.sub(r"[*~\\]", "", as_markdown(found)),
        page.replace("&#39;", "'"),
    ]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            {"toward": ["p1"]},
            "Harbour Union demands · new houses, toward nobody → Ana Ruíz: The Harbour Union",
        ),
        (
            {"told_by": "p2"},
            "Harbour Union demands · new houses, told by nobody else → Bruno Sá: The Harbour",
        ),
        ({"stance": "refuses", "toward": ["p1"]}, "position flipped: Harbour Union: demands → refuses · new"),
        ({"topic": "dwellings"}, "Harbour Union demands · new houses → dwellings: The Harbour Union wants"),
        (
            {"holders": ["p3", "p1"]},
            "Harbour Union, now with Ana Ruíz: demand · new houses: The Harbour Union",
        ),
    ],
)
def test_a_changed_position_reads_as_a_sentence(facts, words):
    for text in shown_everywhere(decided(), decided(positions=[holding() | facts])):
        assert words.removeprefix("position flipped: ") in text
        assert "(o1 → o1)" in text


def test_a_new_position_says_who_holds_it_toward_whom_on_what_and_who_tells_it():
    joint = holding("p1", "p3", toward=["p2"], told_by="p2")
    joint["toward"] = ["p2"]
    for text in shown_everywhere(decided(positions=[]), decided(positions=[joint])):
        assert "Ana Ruíz and Harbour Union demand of Bruno Sá · new houses: The Harbour Union wants" in text
        assert "(told by Bruno Sá)" in text
        assert "(→ o1)" in text


def test_what_the_article_says_stands_once_under_positions_of_one_place():
    five = [
        holding(topic=topic, statement=f"The union wants {topic}.") for topic in ("boats", "light", "water")
    ]
    found = changelog_of((decided(positions=[]), decided(positions=five)))
    assert found.counts["positions.found"] == 3
    assert pretty(found).count("The Harbour Union wants new houses by May.") == 1


def test_a_file_of_the_first_version_is_compared_with_one_of_today(command, tmp_path):
    now = decided(positions=[holding(toward=["p1"], stance="opposes")])
    older = first_version_json(decided())
    (tmp_path / "old.json").write_text(json.dumps(older))
    (tmp_path / "new.json").write_text(now.model_dump_json())
    outcome = command(
        "diff", tmp_path / "old.json", tmp_path / "new.json", "--fail-if", "positions.flipped>0"
    )
    assert outcome.code == 1
    found = json.loads(outcome.out)
    assert (found["format"], found["counts"]) == ("changelog/2", {"positions.flipped": 1})
    [change] = found["listed"][0]["items"]
    assert change["after"]["parties"] == ["Harbour Union"]
    assert (change["before"]["topic"], change["after"]["topic"]) == (None, "new houses")
