import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import CorpusMalformed
from summarizer.evaluation.polnear import read_polnear

TEXT = (
    "Mayor Ann Roe said that “the bridge will last,” and left. "
    "“It will not,” a worker said. Bo Doe claimed, as always, that bolts were missing.\n"
    "A guest said Cy Poe had called it “a scandal” that evening. Everybody came “home” then."
)


class Corpus:
    """Writes a PolNeAR split of one text."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "text").mkdir()
        (folder / "attributions").mkdir()

    def text(self, text=TEXT, name="a_bridge"):
        (self.folder / f"text/{name}.txt").write_bytes(text.encode())
        return self

    def lines(self, *lines, annotator="1f", name="a_bridge"):
        text = "".join(f"{line}\n" for line in lines)
        (self.folder / f"attributions/{name}_{annotator}.ann").write_text(text, "utf-8")
        return self

    def attributions(self, *attributions, annotator="1f", text=TEXT):
        """Each attribution is (source or None, one or more pieces of the content)."""
        lines: list[str] = []
        for source, *pieces in attributions:
            number = len(lines)
            lines.append(bound(f"T{number}", "Content", pieces, text))
            roles = f"Attribution:T{number} Content:T{number}"
            if source:
                lines.append(bound(f"T{number + 1}", "Source", [source], text))
                roles += f" Source:T{number + 1}"
            lines.append(f"E{number}\t{roles}")
        return self.lines(*lines, annotator=annotator)

    def gold(self):
        [gold] = read_polnear(self.folder)
        return gold


def bound(name, label, pieces, text=TEXT):
    places = ";".join(f"{text.index(piece)} {text.index(piece) + len(piece)}" for piece in pieces)
    return f"{name}\t{label} {places}\t{' '.join(pieces)}"


@pytest.fixture
def corpus(tmp_path):
    return Corpus(tmp_path)


ROE = ("Mayor Ann Roe", "that “the bridge will last,”")
DOE = ("Bo Doe", "that bolts were missing")


def words(gold):
    return [gold.article.slice(quote.span) for quote in gold.quotes]


def test_a_quotation_inside_a_content_is_a_quote(corpus):
    assert words(corpus.text().attributions(ROE).gold()) == ["the bridge will last,"]


def test_a_quotation_outside_every_content_is_none(corpus):
    assert words(corpus.text().attributions(DOE).gold()) == []


def test_a_quotation_across_two_pieces_of_a_content_is_none(corpus):
    split = ("Bo Doe", "that “the bridge", "will last,” and")
    assert words(corpus.text().attributions(split).gold()) == []


def test_the_source_of_a_quote_is_its_speaker(corpus):
    [quote] = corpus.text().attributions(ROE).gold().quotes
    assert quote.speaker == ("Mayor Ann Roe",)


def test_a_quote_of_a_source_without_a_name_has_no_speaker(corpus):
    [quote] = corpus.text().attributions(("a worker", "“It will not,”")).gold().quotes
    assert quote.speaker is None


def test_the_innermost_content_tells_who_speaks(corpus):
    outer = ("A guest", "Cy Poe had called it “a scandal” that evening")
    [quote] = corpus.text().attributions(outer, ("Cy Poe", "“a scandal”")).gold().quotes
    assert quote.speaker == ("Cy Poe",)


def test_a_content_without_a_quote_is_a_position_of_its_source(corpus):
    [position] = corpus.text().attributions(ROE, DOE).gold().positions
    assert position.source == ("Bo Doe",)


def test_a_position_keeps_all_pieces_of_its_content(corpus):
    gold = corpus.text().attributions(("Bo Doe", "as always", "bolts were missing")).gold()
    [position] = gold.positions
    assert [gold.article.slice(piece) for piece in position.content] == ["as always", "bolts were missing"]


def test_a_content_without_a_source_is_nobody_s_position(corpus):
    [position] = corpus.text().attributions((None, "that bolts were missing")).gold().positions
    assert position.source == ()


def test_an_attribution_that_two_annotators_agree_on_is_one(corpus):
    both = corpus.text().attributions(DOE).attributions(DOE, annotator="2e")
    assert len(both.gold().positions) == 1


def test_an_attribution_that_only_one_annotator_has_counts(corpus):
    both = corpus.text().attributions(DOE).attributions(ROE, annotator="2e")
    assert (len(both.gold().quotes), len(both.gold().positions)) == (1, 1)


def test_two_sources_of_the_same_quote_are_both_right(corpus):
    both = corpus.text().attributions(ROE).attributions(("Bo Doe", ROE[1]), annotator="2e")
    assert both.gold().quotes[0].speaker == ("Mayor Ann Roe", "Bo Doe")


def test_what_annotators_put_aside_is_left_open(corpus):
    gold = corpus.text().lines(bound("T1", "Discuss", ["came “home” then"])).gold()
    assert [gold.article.slice(span) for span in gold.undecided] == ["came “home” then"]


def test_parties_are_not_annotated_rather_than_absent(corpus):
    assert corpus.text().attributions(DOE).gold().parties is None


def test_notes_and_attributes_of_brat_are_passed_over(corpus):
    assert corpus.text().lines("#1\tAnnotatorNotes T1\tsee above", "A1\tNested E1").gold().positions == ()


@pytest.mark.parametrize(
    "line",
    [
        "T1\tContent 0 5",
        "T1\tContent 0\tMayor",
        "T1\tContent 5 5\t",
        "T1\tContent 0 9999\tMayor",
        "T1\tContent 1 6\tMayor",
        "T1\tContent 0 5;\tMayor",
        "E1\tAttribution:T7",
        "E1\tAttribution",
        "Mayor Ann Roe",
    ],
)
def test_a_malformed_line_is_named(corpus, line):
    with pytest.raises(CorpusMalformed, match=r"a_bridge_1f\.ann:2: "):
        corpus.text().lines(bound("T0", "Cue", ["said"]), line).gold()


def test_changed_line_ends_are_refused(corpus):
    with pytest.raises(CorpusMalformed):
        corpus.text(TEXT.replace("\n", "\r\n")).attributions(DOE).gold()


def test_a_text_without_annotations_is_refused(corpus):
    with pytest.raises(CorpusMalformed, match="has no annotations"):
        corpus.text().gold()


def test_annotations_without_a_text_are_refused(corpus):
    with pytest.raises(CorpusMalformed, match="which is not there"):
        corpus.text().lines(name="other").gold()


def test_a_folder_without_texts_is_refused(corpus):
    with pytest.raises(CorpusMalformed, match=r"text/\*\.txt"):
        corpus.gold()


def test_a_text_that_is_not_utf_8_is_refused(corpus):
    corpus.text().lines()
    (corpus.folder / "text/a_bridge.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(CorpusMalformed, match="cannot be read"):
        corpus.gold()


@given(st.text(max_size=40))
def test_any_annotation_file_is_read_or_refused(tmp_path_factory, line):
    corpus = Corpus(tmp_path_factory.mktemp("corpus")).text()
    (corpus.folder / "attributions/a_bridge_1f.ann").write_bytes(line.encode("utf-8", "surrogatepass"))
    try:
        gold = corpus.gold()
    except CorpusMalformed:
        return
    assert gold.quotes == ()
