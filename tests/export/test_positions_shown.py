import csv
import io
import json
from decimal import Decimal

import pytest
from export_samples import CALLS, DEMANDS, INTENDS, ROOT, WARNS, changed, talks
from markdown_it import MarkdownIt
from rich.console import Console

from summarizer import render
from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.store import Record
from summarizer.summary import FigureItem, Summary
from summarizer.text.format_figure import grouped, in_words, measured

HOSTILE = "\x1b[31mred \u202eevil [bold]x[/] <script>alert(1)</script> [a](javascript:b) \U000e0041"
FIRST_VERSION = ROOT / "tests/grounding/recorded/summaries.v1.jsonl"


def pretty(record, width=80):
    file = io.StringIO()
    console = Console(file=file, width=width, markup=False, highlight=False, emoji=False)
    render.print_pretty(record.summary, record.article, console)
    return file.getvalue()


def unwrapped(record):
    """What the terminal shows, without the ends of its lines."""
    return " ".join(pretty(record).split())


def markdown(record):
    return render.as_markdown(record.summary, record.article)


def rows(record, table):
    return list(csv.DictReader(io.StringIO("".join(render.as_csv([record], table)), newline="")))


def section(text, title):
    """The lines of a section, up to the blank line behind it."""
    return text.partition(f"\n{title}\n")[2].partition("\n\n")[0]


@pytest.fixture(scope="module")
def cairo_talks():
    """The sample article's summary without its warnings, which tests give it one by one."""
    return changed(talks(), warnings=[])


def test_positions_say_who_wants_what_of_whom_and_who_tells_it(cairo_talks):
    shown = section(pretty(cairo_talks), "Positions")
    for line in (
        "  o1   Hamas demands of Benjamin Netanyahu · ceasefire talks",
        f"       {DEMANDS} s5",
        "  o2   Benjamin Netanyahu intends · offensive in Rafah (told by Hossam Badran)",
        f"       {INTENDS} s8",
        "  o3   UN agencies and Washington warn · offensive in Rafah",
    ):
        assert line in shown


def test_markdown_says_the_same_of_positions(cairo_talks):
    text = markdown(cairo_talks)
    for words in (
        f"- **Hamas demands of Benjamin Netanyahu · ceasefire talks**  \n  {DEMANDS} (s5 s9)\n\n  > “We in Hamas",
        f"- **UN agencies and Washington warn · offensive in Rafah**  \n  {WARNS} (s10)",
        "- at least 34,622 Palestinians killed, according to UN agencies and Hamas (s11)",
    ):
        assert words in text


def test_a_quote_stands_under_its_position_and_nowhere_else(cairo_talks):
    for text in (pretty(cairo_talks), markdown(cairo_talks)):
        assert text.count("We in Hamas and the") == 1
        assert text.index("We in Hamas and the") < text.index("Other quotes") < text.index("We emphasize the")


def test_a_quote_of_two_positions_is_shown_once_and_named_again(cairo_talks):
    first, second, *others = cairo_talks.summary.model_dump()["positions"]
    both = changed(cairo_talks, positions=[first, {**second, "quotes": first["quotes"]}, *others])
    assert pretty(both).count("We in Hamas and the") == 1
    assert f"{INTENDS} s8 (also {first['quotes'][0]})" in pretty(both)


def test_quotes_name_their_speakers_and_say_what_was_written(cairo_talks):
    shown = unwrapped(cairo_talks)
    assert "Hamas, in writing: “We emphasize" in shown
    assert "Hamas and Hossam Badran: “Netanyahu was the obstructionist" in shown


def test_terms_and_titles_are_no_quotes(cairo_talks):
    ids = {quote.anchor.start: quote.id for quote in cairo_talks.summary.quotes if quote.kind == "term"}
    assert len(ids) == 3
    shown = unwrapped(cairo_talks)
    one, two, three = ids.values()
    assert f"Words held at a distance: “Israel’s” {one} s3, “Israeli” {two} s6, {three} s8" in shown
    assert "Titles: “thwart any possibility" in shown
    assert "“Israeli”" not in section(pretty(cairo_talks), "Other quotes")
    assert "Words held at a distance: “Israel’s” (s3), “Israeli” (s6 s8)" in markdown(cairo_talks)


def test_main_parties_have_a_line_each_and_minor_ones_share_one(cairo_talks):
    lines = section(pretty(cairo_talks), "Parties").splitlines()
    assert [line[:7] for line in lines if line.startswith("  p")] == ["  p1   ", "  p2   ", "  p3   "]
    shown = unwrapped(cairo_talks)
    assert (
        "Also: p4 UN agencies, p5 Washington (ally of Israel), p6 Al-Ahed (the article's own voice)" in shown
    )


def test_every_item_has_its_id_on_the_terminal(cairo_talks):
    words = set(pretty(cairo_talks).replace(",", " ").split())
    summary = cairo_talks.summary
    lists = (summary.parties, summary.positions, summary.quotes, summary.figures, summary.framing)
    assert {item.id for items in lists for item in items} <= words


def test_each_sentence_of_the_abstract_has_its_evidence_and_its_doubts(cairo_talks):
    first, second = cairo_talks.summary.model_dump()["abstract"]
    doubt = {"verdict": "doubtful", "reasons": ["No sentence says so."]}
    doubted = changed(cairo_talks, abstract=[first, {**second, "support": doubt}])
    assert "Hamas goes to Cairo for talks. s3 s4\n" in pretty(doubted)
    assert "Hamas goes to Cairo. s7\n  doubtful: No sentence says so.\n" in pretty(doubted)
    assert "(s3 s4) Hamas goes to Cairo. (s7) *doubtful: No sentence says so.*\n" in markdown(doubted)


WHY = {"verdict": "doubtful", "reasons": ["No sentence says so."]}


def doubting(record, where):
    """The same, with the first item of a kind doubtful."""
    first, *others = record.summary.model_dump()[where]
    return changed(record, **{where: [{**first, "support": WHY}, *others]})


@pytest.mark.parametrize(("where", "item"), [("parties", "p1"), ("quotes", "q1"), ("figures", "f1")])
def test_a_doubtful_description_speaker_or_count_says_so_in_every_output(cairo_talks, where, item):
    record = doubting(cairo_talks, where)
    for text in (pretty(record), markdown(record)):
        assert f"Doubtful: {item}" in text
        assert text.count("doubtful: No sentence says so.") == 1
    assert bodies(record, item, "assessing") == ["doubtful: No sentence says so."]
    row = rows(record, where)[0]
    assert (row["support"], row["support_reasons"]) == ("doubtful", "No sentence says so.")
    graph = render.as_schema_org(record)
    assert graph.count("doubtful: No sentence says so.") == 1


def test_a_doubtful_minor_party_says_so_beside_its_name(cairo_talks):
    parties = cairo_talks.summary.model_dump()["parties"]
    minor = next(party for party in parties if party["role"] == "minor")
    record = changed(
        cairo_talks, parties=[{**party, "support": WHY} if party is minor else party for party in parties]
    )
    assert f"{minor['id']} doubtful: No sentence says so." in pretty(record)
    assert f"{minor['name']}: *doubtful: No sentence says so.*" in markdown(record)


def test_doubts_and_disputes_stand_with_the_item_they_are_about_and_not_again(cairo_talks):
    first, *others = cairo_talks.summary.model_dump()["positions"]
    doubt = {"verdict": "doubtful", "reasons": ["The evidence names no deal."]}
    dispute = {"code": "disputed", "item": "o1", "message": "The rules read Badran."}
    record = changed(cairo_talks, positions=[{**first, "support": doubt}, *others], warnings=[dispute])
    for text, end in ((pretty(record), "o2"), (markdown(record), "Benjamin Netanyahu intends")):
        item = text[text.index(DEMANDS) : text.index(end)]
        assert "doubtful: The evidence names no deal." in item
        assert "disputed: The rules read Badran." in item
        assert text.count("The rules read Badran.") == 1


def test_what_was_offered_several_times_is_rejected_once(cairo_talks):
    miss = {"kind": "party", "text": "Egypt", "verdict": "not_found", "reason": "No such name."}
    record = changed(cairo_talks, rejected=[miss, miss, {**miss, "text": "Jordan"}])
    for text in (pretty(record), markdown(record)):
        assert "Egypt — No such name. (2 times)\n" in text.replace("\\", "")
        assert "Jordan — No such name.\n" in text.replace("\\", "")
    assert "Rejected: 3 offered" in pretty(record)


def test_what_warnings_say_of_items_that_are_not_shown_stands_at_the_end(cairo_talks):
    term = next(quote.id for quote in cairo_talks.summary.quotes if quote.kind == "term")
    dispute = {"code": "disputed", "item": term, "message": "The rules read Badran."}
    record = changed(cairo_talks, warnings=[dispute])
    assert f"note: {term}: The rules read Badran." in pretty(record)
    assert "- Note: The rules read Badran." in markdown(record)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"language": "de", "language_source": "detected"}, "German (detected)"),
        ({"language": "pt-BR", "language_source": "declared"}, "Portuguese · "),
        ({"language": "und", "language_source": "unknown"}, "language unknown"),
        ({"language": "x-none", "language_source": "declared"}, "x-none"),
    ],
)
def test_the_language_is_named_and_how_it_is_known(cairo_talks, facts, words):
    article = cairo_talks.summary.article.model_dump() | facts
    assert words in unwrapped(changed(cairo_talks, article=article))


def test_printing_does_not_analyse_the_article_again(cairo_talks, monkeypatch):
    monkeypatch.setattr("summarizer.analysis.mark", None)
    assert "s11" in pretty(cairo_talks)
    assert "s11" in markdown(cairo_talks)


def first_version():
    """A summary of the first version, and its article."""
    for line in FIRST_VERSION.read_text(encoding="utf-8").splitlines():
        recorded = json.loads(line)
        facts = recorded["article"]
        if facts.get("file", "").endswith("cairo-talks.txt") and recorded["summary"]["quotes"]:
            text = (ROOT / "tests/articles/cairo-talks.txt").read_text(encoding="utf-8")
            summary = Summary.model_validate(whole(recorded["summary"], text))
            return Record.of(Article(text=text), summary)
    raise LookupError("cairo-talks.txt")


def whole(value, text):
    """A recorded value with the words of its anchors, which the record leaves out."""
    if isinstance(value, list):
        return [whole(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"start", "end"}:
        start, end = value["start"], value["end"]
        exact, before, after = text[start:end], text[max(0, start - 32) : start], text[end : end + 32]
        return value | {"exact": exact, "prefix": before, "suffix": after}
    return {name: whole(item, text) for name, item in value.items()}


def test_a_summary_of_the_first_version_has_the_numbers_of_its_sentences():
    record = first_version()
    quote = record.summary.quotes[0]
    [sentence] = [
        sentence.id
        for sentence in mark(record.article).sentences
        if sentence.span.start <= quote.anchor.start < sentence.span.end
    ]
    assert quote.anchor.sentence is None
    assert f"{quote.text}” {sentence}" in unwrapped(record)
    assert f"({sentence})" in markdown(record)


def test_no_line_leaves_a_narrow_terminal(cairo_talks):
    for width in (40, 80):
        for line in pretty(cairo_talks, width).splitlines():
            assert line == line.rstrip()
            assert len(line) <= width


@pytest.mark.parametrize("place", ["topic", "told"])
def test_topics_and_headlines_are_shown_and_not_obeyed(place):
    record = talks(**{place: HOSTILE})
    shown = pretty(record)
    assert not set(shown) & {"\x1b", "\u202e", "\U000e0041"}
    assert "[bold]x[/]" in unwrapped(record)
    found = MarkdownIt("commonmark").parse(markdown(record))
    inner = [child for token in found for child in token.children or []]
    assert {token.type for token in [*found, *inner]}.isdisjoint(
        {"html_block", "html_inline", "link_open", "image"}
    )


@pytest.mark.parametrize("words", ["===", "---", "- a", "1. a", "# a", "> a", "***", "```"])
def test_a_statement_begins_no_block_of_markdown(cairo_talks, words):
    first, *others = cairo_talks.summary.model_dump()["positions"]
    kinds = [
        {token.type for token in MarkdownIt("commonmark").parse(markdown(record))}
        for statement in (words, "fine")
        for record in [changed(cairo_talks, positions=[{**first, "statement": statement}, *others])]
    ]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("words", ["=1+1", "@SUM(1)", "harmless; =1", "\t=1"])
def test_topics_and_reasons_are_no_formulas(cairo_talks, words):
    first, *others = cairo_talks.summary.model_dump()["positions"]
    doubt = {"verdict": "doubtful", "reasons": [words]}
    record = changed(cairo_talks, positions=[{**first, "topic": words, "support": doubt}, *others])
    row = rows(record, "positions")[0]
    for column in ("topic", "support_reasons"):
        assert all(part.strip()[:1] == "'" or part.strip() == "harmless" for part in row[column].split(";"))


def test_positions_in_a_table_have_all_their_parties(cairo_talks):
    first, second, third, voice = rows(cairo_talks, "positions")
    assert (first["toward"], first["toward_ids"], first["topic"]) == (
        "Benjamin Netanyahu", "p2", "ceasefire talks",
    )  # fmt: skip
    assert (second["told_by"], second["told_by_id"]) == ("Hossam Badran", "p3")
    assert (third["holders"], third["holder_ids"]) == ("UN agencies; Washington", "p4; p5")
    assert (first["sentences"], first["support"], first["origin"]) == ("s5 s9", "unchecked", "model")
    assert voice["statement"] == CALLS


def test_quotes_and_figures_in_tables_have_kinds_and_everybody_who_says_them(cairo_talks):
    kinds = [row["kind"] for row in rows(cairo_talks, "quotes")]
    assert kinds == ["term", "written", "speech", "term", "speech", "term", "title"]
    assert "Hamas; Hossam Badran" in [row["speakers"] for row in rows(cairo_talks, "quotes")]
    figures = rows(cairo_talks, "figures")
    assert [(row["kind"], row["claimed_by"], row["claimed_by_ids"]) for row in figures] == [
        ("duration", "Hamas", "p1"),
        ("count", "UN agencies; Hamas", "p4; p1"),
    ]


def test_the_headline_and_the_abstract_are_a_table(cairo_talks):
    found = [(row["item"], row["statement"], row["sentences"]) for row in rows(cairo_talks, "abstract")]
    assert found == [
        ("headline", "Hamas goes to Cairo.", "s3"),
        ("abstract1", "Hamas goes to Cairo for talks.", "s3 s4"),
        ("abstract2", "Hamas goes to Cairo.", "s7"),
    ]


def test_tables_say_how_the_language_is_known_and_what_is_warned_of(cairo_talks):
    warning = {"code": "disputed", "item": "o2", "message": "The rules read Badran."}
    found = rows(changed(cairo_talks, warnings=[warning]), "positions")
    assert {(row["language"], row["language_source"]) for row in found} == {("en", "detected")}
    assert [row["warnings"] for row in found] == ["", "disputed", "", ""]


def bodies(record, item, purpose):
    """The values of an annotation's bodies for a purpose."""
    items = json.loads(render.as_annotations(record))["first"]["items"]
    [found] = [annotation for annotation in items if annotation["id"].endswith(f"#{item}")]
    return [body["value"] for body in found["body"] if body["purpose"] == purpose]


def test_annotations_name_all_holders_the_topic_and_the_heading(cairo_talks):
    assert bodies(cairo_talks, "o3", "identifying") == ["UN agencies", "Washington"]
    assert bodies(cairo_talks, "o3", "tagging") == ["position", "offensive in Rafah"]
    assert bodies(cairo_talks, "o2", "describing") == [
        INTENDS,
        "Benjamin Netanyahu intends · offensive in Rafah (told by Hossam Badran)",
    ]
    assert bodies(cairo_talks, "abstract1", "describing") == ["Hamas goes to Cairo for talks."]


def test_annotations_assess_what_is_doubtful_or_disputed(cairo_talks):
    warning = {"code": "disputed", "item": "o2", "message": "The rules read Badran."}
    assert bodies(changed(cairo_talks, warnings=[warning]), "o2", "assessing") == [
        "disputed: The rules read Badran."
    ]


def test_the_graph_has_all_authors_the_topic_and_those_it_is_toward(cairo_talks):
    found = {
        node["@id"].partition("#")[2]: node
        for node in json.loads(render.as_schema_org(cairo_talks))["@graph"]
    }
    assert [author["@id"].partition("#")[2] for author in found["o3"]["author"]] == ["p4", "p5"]
    topic, toward = found["o1"]["about"]
    assert (topic["name"], toward["@id"].partition("#")[2]) == ("ceasefire talks", "p2")
    assert found["o2"]["creditText"] == "(told by Hossam Badran)"
    kinds = {quote.kind: found[quote.id]["@type"] for quote in cairo_talks.summary.quotes}
    assert kinds == {
        "term": "DefinedTerm", "written": "Quotation", "speech": "Quotation", "title": "CreativeWork",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("34622", "34,622"),
        ("-1500.25", "-1,500.25"),
        ("999", "999"),
        ("1000000", "1,000,000"),
        ("0.125", "0.125"),
        ("9" * 6000, ",".join(["999"] * 2000)),
    ],
)
def test_thousands_are_told_apart(number, words):
    assert grouped(number) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            {"value": "34622", "comparator": "at_least", "measures": "people killed"},
            "at least 34,622 people killed",
        ),
        (
            {"value": "60", "comparator": "more_than", "unit": "%", "measures": "vote share"},
            "more than 60%: vote share",
        ),
        ({"value": "5000000", "unit": "USD"}, "5,000,000 USD"),
        (
            {"value": "3", "upper": "40", "comparator": "between", "measures": "homes"},
            "between 3 and 40 homes",
        ),
        ({"value": "3", "upper": "5", "comparator": "about", "unit": "days"}, "about 3 to 5 days"),
        ({"value": "12", "kind": "age", "unit": "years", "measures": "the boy"}, "12 years: the boy (age)"),
        (
            {"value": "12", "kind": "age", "unit": "years", "measures": "age of the boy"},
            "12 years: age of the boy",
        ),
        ({"value": "4", "kind": "count", "measures": "homes"}, "4 homes"),
    ],
)
def test_figures_are_read_out_with_what_they_measure(cairo_talks, facts, words):
    [first, *_] = cairo_talks.summary.figures
    plain = {"comparator": "exactly", "upper": None, "unit": None, "kind": None, "measures": ""}
    figure = FigureItem.model_validate(first.model_dump() | plain | facts)
    assert measured(figure) == words
    assert words.startswith(in_words(figure))
    assert Decimal(figure.value or 0)


def test_the_articles_words_for_a_number_are_shown_where_they_are_others(cairo_talks):
    shown = unwrapped(cairo_talks)
    assert "about 7 months: length of the war, according to Hamas (“almost seven months”) s3" in shown
    assert "at least 34,622 Palestinians killed, according to UN agencies and Hamas s11" in shown
