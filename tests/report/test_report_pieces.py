from hypothesis import given
from hypothesis import strategies as st

from summarizer.analysis import mark
from summarizer.article import Article, Span
from summarizer.render.report.pieces import cut, paragraphs
from summarizer.render.report.places import Place

texts = st.text(st.sampled_from("ab .\n\r\t😀ا“”1"), max_size=60)


@st.composite
def articles(draw):
    text = draw(texts.filter(lambda text: "\r\n" not in text))
    edges = st.integers(0, len(text))
    spans = (
        draw(st.lists(st.tuples(edges, edges).filter(lambda span: span[0] < span[1]), max_size=8))
        if text
        else []
    )
    return text, [Place(f"q{number}", "quote", Span(*span)) for number, span in enumerate(spans, start=1)]


def cut_up(text, places):
    sentences = [(sentence.id, sentence.span) for sentence in mark(Article(text=text)).sentences]
    return cut(text, sentences, places)


@given(articles())
def test_the_pieces_of_a_paragraph_are_the_paragraph(article):
    text, places = article
    found = ["".join(piece.text for run in runs for piece in run.pieces) for runs in cut_up(text, places)]
    assert found == [text[span.start : span.end] for span in paragraphs(text)]


@given(articles())
def test_no_visible_character_is_outside_the_paragraphs(article):
    text, _ = article
    inside = "".join(text[span.start : span.end] for span in paragraphs(text))
    assert "".join(inside.split()) == "".join(text.split())


@given(articles())
def test_the_pieces_of_a_place_are_its_words(article):
    text, places = article
    pieces = [piece for runs in cut_up(text, places) for run in runs for piece in run.pieces]
    for place in places:
        words = "".join(piece.text for piece in pieces if place in piece.places)
        assert "".join(words.split()) == "".join(text[place.span.start : place.span.end].split())
        begins = [piece for piece in pieces if place in piece.begin]
        assert len(begins) == (1 if words else 0)


@given(articles())
def test_the_innermost_place_comes_first(article):
    for runs in cut_up(*article):
        for run in runs:
            for piece in run.pieces:
                lengths = [place.span.end - place.span.start for place in piece.places]
                assert lengths == sorted(lengths)


def test_a_sentence_is_named_once_however_many_paragraphs_it_has():
    runs = cut("One\n\ntwo three.", [("s1", Span(0, 15))], [])
    assert [[(run.sentence, run.first) for run in paragraph] for paragraph in runs] == [
        [("s1", True)],
        [("s1", False)],
    ]
