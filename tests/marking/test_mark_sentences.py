import pytest

from summarizer.analysis import mark
from summarizer.article import Article


def sentences(text, language=None):
    marked = mark(Article(text=text, language=language))
    return [text[sentence.span.start : sentence.span.end] for sentence in marked.sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Brown met Sen. Green in the U.S. Senate on Nov. 8 and left.",
        "Dr. White of St. Mary's told Gov. Black, Lt. Col. Grey and Prof. Hill.",
        "The bill costs $3.5 million, i.e. nothing.",
        "“It rains. It pours,” she said.",
        '"Is it late? It is," he said.',
        "The bridge is old, said Ms. Lind.",
    ],
)
def test_a_sentence_is_not_cut_at_an_abbreviation_or_inside_a_quotation(sentence):
    assert sentences(sentence) == [sentence]


def test_each_sentence_stands_alone():
    assert sentences("It rained. The match was off! Was it? Yes.") == [
        "It rained.",
        "The match was off!",
        "Was it?",
        "Yes.",
    ]


def test_offsets_count_code_points_behind_emoji_and_astral_letters():
    assert sentences("Rain 🌧🌧 fell. It was 𝒜 bad. So be it.") == [
        "Rain 🌧🌧 fell.",
        "It was 𝒜 bad.",
        "So be it.",
    ]


def test_paragraphs_are_never_joined():
    assert sentences("A headline without a stop\n\nby someone\n\nThe text.") == [
        "A headline without a stop",
        "by someone",
        "The text.",
    ]


def test_a_line_break_ends_a_paragraph_of_one_line():
    assert sentences("A headline\nThe text begins") == ["A headline", "The text begins"]


def test_lines_wrapped_to_a_width_are_one_paragraph():
    wrapped = (
        "The council of the small town by the river voted late on\n"
        "Monday to keep the old bridge, which engineers had called\n"
        "unsafe, open to walkers until the end of the year."
    )

    assert sentences(wrapped) == [wrapped]


def test_an_inch_mark_does_not_hide_the_end_of_a_sentence():
    assert sentences('The pipe is 12" wide. The hole is 11" wide.') == [
        'The pipe is 12" wide.',
        'The hole is 11" wide.',
    ]


def test_a_quotation_that_stays_open_does_not_swallow_the_sentences_after_it():
    assert sentences("He said “it rains. She left. They stayed.")[1:] == ["She left.", "They stayed."]


def test_an_empty_text_has_no_sentence():
    assert sentences(" \n\n ") == []


def test_a_language_nobody_knows_is_read_like_english():
    assert sentences("It rained. It stopped.", language="xx-XX") == ["It rained.", "It stopped."]


def test_a_paragraph_longer_than_one_reading_keeps_all_its_words():
    text = "The river rose again and the town waited. " * 400

    assert " ".join(sentences(text)) == text.strip()


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("de", ["Das kostet z. B. 5 Euro.", "Dr. Kern kam am 5. Oktober, d. h. zu spät.", "Er ging."]),
        ("de", ["„Regnet es? Ja!“, rief Prof. Kern.", "Sie fanden 118.", "Die Suche ging weiter."]),
        ("fr", ["M. Kern est venu, p. ex. hier.", "« Il pleut. Enfin. », dit-il.", "Mme Roux aussi."]),
        (
            "es",
            ["El Sr. Roca vino a EE. UU. ayer.", "¿Llueve?", "¡Sí!", "La Dra. Roca dijo: «Llueve. Por fin»."],
        ),
        ("pl", ["Mieszka przy ul. Długiej.", "W 2020 r. odszedł, m.in. z powodu deszczu.", "Dr Kern wie."]),
        (
            "ru",
            [
                "Это, т. е. дождь, надоело.",
                "Он живёт на ул. Лесной с 2020 г. и рад.",
                "«Хватит!» — крикнул он.",
            ],
        ),
        ("ar", ["هل نزل المطر؟", "نعم!", "قال: «نزل المطر. سنبقى».", "ثم نام."]),
        ("zh", ["下雨了。", "真的吗？", "“下雨了。我们留下。”林小河说。", "她又说：“风大了。”", "他走了。"]),
        ("ja", ["雨だ。", "本当か？", "「雨だ。残ろう。」と林は言った。", "風が吹いた。"]),
    ],
)
def test_sentences_end_where_their_language_ends_them(language, parts):
    text = ("" if language in ("zh", "ja") else " ").join(parts)

    assert sentences(text, language) == parts


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["“Is it raining?” Lind asked.", "Nobody knew."]),
        ("en", ["“It rains!” Mr. Lind, the mayor, shouted.", "“It rains?” The mayor asked.", "He left."]),
        ("de", ["„Regnet es?“ Lind fragte.", "Niemand wusste es."]),
        ("fr", ["« Il pleut ? » Lind a demandé.", "Rien."]),
    ],
)
def test_a_question_and_the_clause_that_says_whose_it_is_are_one_sentence(language, parts):
    assert sentences(" ".join(parts), language) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["“Is it raining?”", "Lind said that the town was dry."],
        ["“Is it raining?”", "The wind rose over the hills."],
        ["Lind asked, “Is it raining?”", "Kern said nothing."],
    ],
)
def test_a_sentence_behind_a_question_that_tells_something_else_stands_alone(parts):
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["The doors close at 6 p.m. Friday, at 9 a.m. PST and on 3 p.m. May 4.", "Nobody left."]),
        ("en", ["At 6 p.m. Ann Roe spoke.", "She left at 6 p.m.", "The hall was dark."]),
        ("es", ["Cierra a las 6 p. m. Viernes y lunes abre a las 9 a. m. GMT.", "Luego llovió."]),
        ("fr", ["Le port fut bâti en 50 av. J.-C. par J.-B. Roux.", "Il dure."]),
        ("de", ["Gestern kam Karl-H. Fuchs mit J.-M. Roux.", "Er ging."]),
        ("ru", ["Вчера Ж.-К. Ру и Р. О. Фукс пришли.", "Они ушли."]),
        ("pl", ["Wczoraj przyszedł R. Lis i J.-K. Wilk.", "Padało."]),
        ("ar", ["قالت د. ليلى إن أ. د. سامي هنا.", "ثم نامت."]),
        ("it", ["Ne servono ca. 70, vedi fig. 4 e vol. 3.", "Poi piovve."]),
        ("el", ["Ήρθε ο κ. Λύκος και ο Γ. Αετός.", "Έβρεξε."]),
        ("he", ["אתמול בא א. ב. זאב.", "ירד גשם."]),
        ("en", ["Rooms incl. Mt. Roe suite cost approx. 70 euros, see No. 4 and Sec. 9.", "It rained."]),
        ("fr", ["Le Pr. Roux et Mgr. Sol sont venus.", "Il pleut."]),
        ("pt", ["O gov. Mar mora na Av. Sol, art. 7, pág. 9.", "Choveu."]),
        ("nl", ["Mevr. De Wit kwam met ca. 70 man, bijv. Ann Roos.", "Het regende."]),
        ("no", ["Møtet er kl. 19 med bl.a. Liv Dal.", "Det regnet."]),
        ("cs", ["Přišel např. Petr Vlk a Ing. Jan Liška, č. 7.", "Pršelo."]),
        ("hi", ["डॉ. वर्मा और प्रो. राय आए।", "बारिश हुई।"]),
        (None, ["Gisteren kwam J.-B. Roux met ca. 70 man.", "Toen regende het."]),
    ],
)
def test_initials_times_and_numbered_words_end_no_sentence(language, parts):
    assert sentences(" ".join(parts), language) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["They chose plan B.", "The mayor left."],
        ["He said no.", "The vote came later."],
        ["He moved to the U.S.", "The rest stayed."],
    ],
)
def test_a_letter_or_a_short_word_may_end_a_sentence(parts):
    assert sentences(" ".join(parts), "en") == parts
