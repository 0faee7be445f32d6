import string

from hypothesis import given
from hypothesis import strategies as st

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.languages import KNOWN

PIECES = st.sampled_from(
    [
        *"\"“”„«»‹›「」'‘’()-–—.,:;!?%$€°+ \n\u00a0🌧é",
        *("\n\n", "“A b c,” he said. ", "``", "''", "rain ", "Mr. "),
        *(
            "at least ",
            "between ",
            " and ",
            " to ",
            " or more",
            "half a ",
            "two",
            "-thirds",
            "twenty ",
            "a dozen ",
        ),
        *(
            "1",
            "2,000",
            "3.5",
            " million",
            " percent",
            "May ",
            "2016",
            " p.m.",
            "page ",
            "-year-old",
            "'90s",
            "6'2\"",
        ),
        *(
            "5 ft 3 in",
            "zwischen ",
            "dreizehn",
            " Mio. Euro",
            "z. B. ",
            "am 5. ",
            "vingt",
            "-et-",
            "d’",
            " sur ",
        ),
        *("от ", " до ", "пять", " тыс. ", "35-летний", "بين ", "و", "خمسة ", "٤٥", "٪", "٫", "، قال "),
        *(
            "第",
            "三",
            "十",
            "万",
            "億",
            "分之",
            "約",
            "以上",
            "人",
            "年",
            "月",
            "说，",
            "と述べた。",
            "0 800 55",
        ),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80),
).filter(lambda text: "\r\n" not in text)

LANGUAGES = st.sampled_from([None, *KNOWN])


def marks(marked):
    return [*marked.sentences, *marked.quotations, *marked.figures]


@given(TEXTS, LANGUAGES)
def test_every_span_is_a_stretch_of_the_text(text, language):
    assert all(
        0 <= item.span.start < item.span.end <= len(text)
        for item in marks(mark(Article(text=text, language=language)))
    )


@given(TEXTS, LANGUAGES)
def test_no_span_has_white_space_at_its_edges(text, language):
    slices = [
        text[item.span.start : item.span.end] for item in marks(mark(Article(text=text, language=language)))
    ]

    assert slices == [piece.strip() for piece in slices]


@given(TEXTS, LANGUAGES)
def test_every_list_is_in_the_order_of_the_text(text, language):
    marked = mark(Article(text=text, language=language))
    starts = [
        [sentence.span.start for sentence in marked.sentences],
        [quote.outer.start for quote in marked.quotations],
        [figure.span.start for figure in marked.figures],
    ]

    assert starts == [sorted(places) for places in starts]


@given(TEXTS, LANGUAGES)
def test_sentences_and_figures_never_overlap_each_other(text, language):
    marked = mark(Article(text=text, language=language))

    for spans in ([item.span for item in marked.sentences], [item.span for item in marked.figures]):
        assert all(spans[place].end <= spans[place + 1].start for place in range(len(spans) - 1))


@given(TEXTS, LANGUAGES)
def test_every_character_that_is_no_white_space_is_in_a_sentence(text, language):
    inside = "".join(
        text[item.span.start : item.span.end]
        for item in mark(Article(text=text, language=language)).sentences
    )

    assert "".join(inside.split()) == "".join(text.split())


@given(TEXTS, LANGUAGES)
def test_a_quotation_lies_inside_its_marks(text, language):
    assert all(
        quote.outer.start < quote.span.start and quote.span.end <= quote.outer.end <= len(text)
        for quote in mark(Article(text=text, language=language)).quotations
    )


@given(TEXTS, LANGUAGES)
def test_a_quotation_lies_inside_the_one_it_is_within(text, language):
    quotations = {quote.id: quote for quote in mark(Article(text=text, language=language)).quotations}

    for quote in quotations.values():
        if quote.within is not None:
            outer = quotations[quote.within].span
            assert outer.start <= quote.outer.start < quote.outer.end <= outer.end


@given(TEXTS, LANGUAGES)
def test_a_quotation_refers_only_to_earlier_ones(text, language):
    earlier: set[str] = set()
    for quote in mark(Article(text=text, language=language)).quotations:
        assert {quote.within, quote.continues} - {None} <= earlier
        earlier.add(quote.id)


@given(TEXTS, LANGUAGES)
def test_every_mark_names_the_sentence_that_holds_its_beginning(text, language):
    marked = mark(Article(text=text, language=language))
    sentences = {sentence.id: sentence.span for sentence in marked.sentences}

    named = [(item.sentence, item.span.start) for item in marked.quotations]
    named += [(item.sentence, item.span.start) for item in marked.figures]

    assert all(sentences[name].start <= start < sentences[name].end for name, start in named)


@given(TEXTS, LANGUAGES)
def test_the_end_of_a_range_lies_above_its_beginning(text, language):
    figures = mark(Article(text=text, language=language)).figures

    assert all((item.comparator == "between") == (item.upper is not None) for item in figures)
    assert all(item.upper is None or item.value < item.upper for item in figures)


@given(TEXTS, LANGUAGES)
def test_the_same_article_is_marked_the_same_way(text, language):
    assert mark(Article(text=text, language=language)) == mark(Article(text=text, language=language))


@given(TEXTS, LANGUAGES, st.text(string.ascii_lowercase + " ", min_size=1, max_size=40).filter(str.strip))
def test_a_paragraph_added_behind_changes_no_mark_before_it(text, language, paragraph):
    text = text.rstrip("\r")  # reading lets no CR LF come about
    language = language or "en"  # a guess would be made from both paragraphs
    alone = mark(Article(text=text, language=language))
    followed = mark(Article(text=f"{text}\n\n{paragraph.strip()}", language=language))

    for before, after in (
        (alone.quotations, followed.quotations),
        (alone.figures, followed.figures),
        (alone.sentences, followed.sentences),
    ):
        assert after[: len(before)] == before
