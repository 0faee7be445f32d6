import pytest

from summarizer.analysis import mark
from summarizer.article import Article


def quotations(text, language=None):
    return mark(Article(text=text, language=language)).quotations


def words(text, language=None):
    return [text[quote.span.start : quote.span.end] for quote in quotations(text, language)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“The rain will stop,” she said.", ["The rain will stop,"]),
        ('"The rain will stop," she said.', ["The rain will stop,"]),
        ("„Der Regen hört auf“, sagte sie.", ["Der Regen hört auf"]),
        ("„Deszcz ustanie”, powiedziała.", ["Deszcz ustanie"]),
        ("”Regnet slutar snart”, sade hon.", ["Regnet slutar snart"]),
        ("»Der Regen hört auf«, sagte sie. »Bald.«", ["Der Regen hört auf", "Bald."]),
        ("«\u00a0La pluie va cesser\u00a0», dit-elle.", ["La pluie va cesser"]),
        ("« La pluie va cesser », dit-elle.", ["La pluie va cesser"]),
        ("‹Der Regen hört auf›, sagte sie.", ["Der Regen hört auf"]),
        ("「雨はやむ」と彼女は言った。", ["雨はやむ"]),
        ("``The rain will stop,'' she said.", ["The rain will stop,"]),
        ("''The rain will stop,'' she said.", ["The rain will stop,"]),
    ],
)
def test_every_style_of_quotation_marks_is_paired(text, quoted):
    assert words(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("'The rain will stop,' she said.", ["The rain will stop,"]),
        ("‘It’s the farmers’ rain,’ she said.", ["It’s the farmers’ rain,"]),
        ("'I can't wait,' he said. 'The dogs' bowl is full.'", ["I can't wait,", "The dogs' bowl is full."]),
        ("The mayor's 'bright idea' failed.", ["bright idea"]),
        ("The farmers' 'rain tax' failed.", ["rain tax"]),
    ],
)
def test_single_marks_are_read_where_they_quote(text, quoted):
    assert words(text) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "The '90s were wet, and so were the '80s.",
        "'Tis the farmers' rain and the dogs' bowl.",
        "Rock 'n' roll, he thought, won't die; it's ol' news.",
        "A 5' 10\" man and a 6'2\" woman.",
        'A 12" pipe and an 11" hole.',
        "The workers’ union and the drivers’ union.",
        '=====""""""""""=====',
        '<img width="40" height="70" alt="A bridge">',
        'Nothing is quoted in "" or “ ”.',
        "“…”",
    ],
)
def test_apostrophes_inches_and_ornaments_are_no_quotation_marks(text):
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('The 6\'2" keeper said "the net is empty" twice.', ["the net is empty"]),
        ('A 12" pipe "that leaks all day" broke.', ["that leaks all day"]),
        ('"It is a 12" pipe," she said. "It leaks."', ['It is a 12" pipe,', "It leaks."]),
        ('They read "Catch 22" and "Room 9".', ["Catch 22", "Room 9"]),
    ],
)
def test_an_inch_beside_straight_marks_does_not_turn_the_pairs_round(text, quoted):
    assert words(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“The rain will stop,“ she said. “It must.”", ["The rain will stop,", "It must."]),
        ("”The rain will stop,” she said.", ["The rain will stop,"]),
        ('“The rain will stop," she said. "It must.”', ["The rain will stop,", "It must."]),
        ('She said,"The rain will stop."', ["The rain will stop."]),
    ],
)
def test_a_wrong_glyph_still_pairs_by_its_place(text, quoted):
    assert words(text) == quoted


def test_the_span_leaves_out_the_marks_and_the_space_beside_them():
    (quote,) = quotations("Il dit « la pluie va cesser » hier.")

    assert (quote.outer, quote.span) == ((7, 29), (9, 27))


@pytest.mark.parametrize(
    "text",
    [
        "“He called it ‘a very wet day’ and left,” she said.",
        "‘He called it “a very wet day” and left,’ she said.",
        '"He called it “a very wet day” and left," she said.',
        '"He called it "a very wet day" and left," she said.',
        "“He called it “a very wet day” and left,” she said.",
        "« Il parle d'un “jour de pluie” encore », dit-elle.",
    ],
)
def test_a_quotation_in_a_quotation_is_within_it(text):
    assert [quote.within for quote in quotations(text)] == [None, "q1"]


def test_two_quotations_that_begin_together_are_nested():
    assert words("“‘We were wet,’ he told me,” she said.") == ["‘We were wet,’ he told me,", "We were wet,"]


def test_a_quotation_over_paragraphs_goes_on_in_each():
    text = "“It rained for a week.\n\n“Then it snowed.\n\n“Then it thawed,” he said. He left."

    assert [quote.continues for quote in quotations(text)] == [None, "q1", "q2"]


def test_a_quotation_over_paragraphs_is_closed_once():
    text = "“It rained for a week.\n\n“Then it snowed,” he said."

    assert [quote.closed for quote in quotations(text)] == [False, True]


def test_single_marks_go_on_over_paragraphs_too():
    assert words("‘It rained for a week.\n\n‘Then it snowed,’ he said.") == [
        "It rained for a week.",
        "Then it snowed,",
    ]


def test_a_quotation_closed_in_its_paragraph_does_not_go_on_in_the_next():
    text = "“It rained for a week.”\n\n“Then it snowed,” he said."

    assert [quote.continues for quote in quotations(text)] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "“It will rain,” he said. “Take a coat.”",
        "“It will rain,” he said, “so take a coat.”",
        "“It will rain,” said Ann Lee, the mayor of the town, “so take a coat.”",
        "“It will rain,” Mr. Lee said on Monday. “Take a coat.”",
        "“It will rain” — she added — “so take a coat.”",
        "“Will it rain?” asked Ann Lee. “Then take a coat.”",
    ],
)
def test_the_halves_of_a_split_quotation_are_linked(text):
    assert [quote.continues for quote in quotations(text)] == [None, "q1"]


@pytest.mark.parametrize(
    "text",
    [
        "“It will rain,” he said. Lee said: “Take a coat.”",
        "“It will rain,” she told Bob, who replied, “Take a coat.”",
        "“It will rain,” he said. The wind rose over the hills. “Take a coat.”",
        "“It will rain” and “we will get wet,” he said.",
        "“It will rain,” he said of the “great flood”",
        "“It will rain,” he said.\n\n“Take a coat.”",
        "“It will rain.” “Take a coat.”",
        "“It will rain,” Lee said. “Never,” Kern shot back.",
        "“It will rain,” Lee said. “Will it?” Kern asked.",
        "“It will rain,” Lee said. “Never,” laughed the old man.",
        "“It will rain,” Lee said. “It is late,” Mr. Kern, 82, told me.",
    ],
)
def test_quotations_are_not_linked_over_another_speaker_or_another_clause(text):
    assert [quote.continues for quote in quotations(text)] == [None, None]


def test_an_open_quotation_ends_with_its_paragraph():
    text = "She said “it will rain.\n\nThe wind rose."

    assert words(text) == ["it will rain."]


def test_an_open_quotation_is_marked_as_not_closed():
    (quote,) = quotations("She said “it will rain.")

    assert not quote.closed


def test_a_straight_mark_that_opens_again_ends_the_one_before():
    assert words('She said "it will rain. He said "it will not" twice.') == [
        "it will rain. He said",
        "it will not",
    ]


def test_a_stray_closing_mark_spoils_nothing():
    assert words("It will rain,” she said. “Take a coat.”") == ["Take a coat."]


@pytest.mark.parametrize(
    "text",
    [
        'The "so-called" experts left.',
        'He said "so-called" experts left.',
        'She called it a "mistake."',
        'The "rain tax," which failed, is gone.',
        "A ‘soft landing’ is likely.",
        "She owns “The Long Winter of the North,” a novel, twice.",
        "The word “moist” is disliked.",
    ],
)
def test_a_term_held_with_tongs_is_a_scare_quote(text):
    assert [quote.form for quote in quotations(text)] == ["scare"]


@pytest.mark.parametrize(
    "text",
    [
        'She said: "no"',
        'She said "no."',
        'She said, "not now".',
        '"No," she said.',
        '"No," the deputy prime minister said.',
        '"No," Mr. Lee said.',
        '"No" said the minister.',
        '"Yes." He left.',
        '"Why?" he wondered.',
        "„Nein“, sagte sie.",
        "The plan would “ruin the whole valley” in a year.",
    ],
)
def test_what_reads_like_something_said_is_a_statement(text):
    assert [quote.form for quote in quotations(text, "de" if text[0] == "„" else None)] == ["statement"]


@pytest.mark.parametrize(
    "text", ["“He called it ‘soggy’ and left,” she said.", "“It will rain,” he said. “Much rain.”"]
)
def test_part_of_another_quotation_is_no_scare_quote(text):
    assert [quote.form for quote in quotations(text)] == ["statement", "statement"]


def test_a_quotation_names_the_sentence_it_begins_in():
    assert [quote.sentence for quote in quotations("It rained. She said “it will stop soon” twice.")] == [
        "s2"
    ]
