"""Languages of which no more is known than the Unicode CLDR says: their figures are right, flagged, or none."""

from decimal import Decimal

import pytest

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.client import Summarizer


def marked(text, language):
    return mark(Article(text=text, language=language))


def figures(text, language):
    return [(figure.value, figure.unit) for figure in marked(text, language).figures if not figure.uncertain]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("ko", "공사비는 2조 3000억 원이다.", 2_300_000_000_000, "KRW"),
        ("ko", "시민 4만 2000명이 모였다.", 42000, None),
        ("ko", "주민 7명이 다쳤다.", 7, None),
        ("he", "התקציב עומד על 2.5 מיליארד שקל.", 2_500_000_000, "ILS"),
        ("he", "המפעל קנה מכונות ב-3 מיליון דולר.", 3_000_000, "USD"),
        ("sv", "Kommunen betalar 4,5 miljoner kronor.", 4_500_000, "SEK"),
        ("sv", "Hamnen tog emot sjutton fartyg.", 17, None),
        ("tr", "Belediye 12 milyon dolar harcadı.", 12_000_000, None),
        ("tr", "Kiralar yüzde 8,5 arttı.", Decimal("8.5"), "%"),
        ("tr", "Kiralar %8,5 arttı.", Decimal("8.5"), "%"),
        ("el", "Το έργο κοστίζει 35 εκατ. ευρώ.", 35_000_000, "EUR"),
        ("el", "Το έργο κοστίζει 2,5 δισεκατομμύρια ευρώ.", 2_500_000_000, "EUR"),
        ("hi", "पुल पर ३५ करोड़ रुपये खर्च हुए।", 350_000_000, None),
        ("hi", "गाँव में 12 हजार लोग रहते हैं।", 12000, None),
        ("fi", "Silta maksaa 12 miljoonaa euroa.", 12_000_000, "EUR"),
        ("cs", "Most stál 12 milionů korun.", 12_000_000, "CZK"),
        ("da", "Broen koster 12 millioner kroner.", 12_000_000, "DKK"),
        ("hu", "A híd 12 millió euróba kerül.", 12_000_000, None),
        ("id", "Jembatan itu menelan 12 juta dolar.", 12_000_000, None),
        ("th", "สะพานใช้งบ 12 ล้านบาท", 12_000_000, "THB"),
        ("fa", "این پل ۱۲ میلیون یورو هزینه دارد.", 12_000_000, "EUR"),
        ("uk", "Міст коштує 12 мільйонів гривень.", 12_000_000, "UAH"),
    ],
)
def test_digits_magnitudes_and_money_are_read_by_the_rules_of_the_cldr(language, text, value, unit):
    [(found, named)] = figures(text, language)
    assert found == value
    assert unit is None or named == unit


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Mötet hölls den 12 mars 2019."),
        ("sv", "Bussen går från plats nr 4."),
        ("da", "Mødet er den 5. maj."),
        ("hi", "बैठक 14 जनवरी को हुई।"),
        ("hi", "यह उनकी 20 वीं किताब है।"),
        ("ko", "회의는 2019년 3월 5일에 열렸다."),
        ("ko", "그는 두 번째 후보였다."),
        ("he", "הפגישה התקיימה ב-12 במרץ 2019."),
        ("el", "Η συνάντηση έγινε στις 12 Μαρτίου 2019."),
        ("hu", "Az ülést 2019. március 5-én tartották."),
        ("tr", "Toplantı 12 Mart 2019'da yapıldı."),
        ("ko", "회의는 오후 6시 30분에 시작한다."),
        ("sv", "Mötet börjar halv tio eller kvart i nio."),
        ("nb", "Møtet begynner klokken 9."),
    ],
)
def test_days_years_places_and_names_are_no_figures(language, text):
    assert not marked(text, language).figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Kaupunki sai 3 miljoonan euron lainan."),
        ("sv", "Priset steg från 5 till 7 miljoner kronor."),
        ("sv", "Staden har 5 och en halv miljon invånare."),
        ("sv", "Kommunen lånade 4 milj. kronor."),
        ("hi", "सेना में 3 मिलियन लोग थे।"),
        ("xx", "Za 5 qumala danu."),
    ],
)
def test_a_number_that_a_word_beside_it_may_multiply_is_uncertain(language, text):
    assert marked(text, language).figures[0].uncertain


def test_no_words_of_english_are_read_in_another_language():
    [figure] = marked("Kommunen har over 500 busser.", "nb").figures
    assert figure.comparator == "exactly"
    assert not marked("Filmen heter six, said kungen.", "sv").figures


@pytest.mark.parametrize("text", ["Rents rose 5% to $3 million.", "The dam cost over 40 million euros."])
def test_a_text_without_a_language_is_read_as_english_where_it_looks_so(text):
    assert mark(Article(text=text)).unread is None
    assert (
        Decimal(40_000_000) in [figure.value for figure in mark(Article(text=text)).figures] or "5%" in text
    )


def test_a_text_in_no_known_language_is_read_without_words_of_any():
    found = mark(
        Article(text="Zula merane qando 5 milu over 40 bakana tirode pelu sandu merika dolu vana zeti.")
    )
    assert found.unread is not None
    assert all(figure.uncertain and figure.comparator == "exactly" for figure in found.figures)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("시장은 다리를 건설한다고 밝혔다.", "ko"),
        ("ראש העיר הודיע על הגשר.", "he"),
        ("Ο δήμαρχος ανακοίνωσε τη γέφυρα.", "el"),
        ("Belediye başkanı köprü için bir karar olarak daha sonra açıklama yapacak.", "tr"),
        ("Kommunen säger att det inte är klart och att de vill bygga en bro.", "sv"),
    ],
)
def test_the_language_of_such_a_text_is_guessed(text, language):
    assert mark(Article(text=text)).language == language


def test_a_summary_says_which_figures_are_uncertain_and_that_the_language_has_no_table():
    text = "Kommunen lånade 4 milj. kronor. Bron kostar 12 miljoner kronor, och den byggs i hamnen."
    with Summarizer(model="none") as summarizer:
        summary = summarizer.summarize(Article(text=text, language="sv"))
    codes = {warning.code: warning.item for warning in summary.warnings}
    assert "no_language_table" in codes
    assert [figure.value for figure in summary.figures] == [None, "12000000"]
    assert codes["figure_uncertain"] == summary.figures[0].id


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("sv", "I natt sjönk temperaturen till minus 5 grader i dalen.", -5),
        ("sv", "Resultatet blev minus 4,5 miljoner kronor.", -4_500_000),
        ("sv", "I dalen var det 7 minusgrader i natt.", -7),
        ("fi", "Aamulla mitattiin miinus 12 astetta.", -12),
        ("tr", "Hava sıcaklığı eksi 5 dereceye düştü.", -5),
        ("uk", "Уночі було мінус 5 градусів.", -5),
        ("cs", "Ráno bylo minus 8 stupňů.", -8),
        ("el", "Η θερμοκρασία έπεσε στους μείον 3 βαθμούς.", -3),
        ("he", "הטמפרטורה ירדה אל מינוס 4 מעלות.", -4),
        ("ko", "아침 기온은 영하 5도까지 떨어졌다.", -5),
        ("ko", "성장률은 마이너스 1.2%였다.", Decimal("-1.2")),
        ("hi", "रात में तापमान माइनस 6 डिग्री रहा।", -6),
        ("nb", "I natt var det minus 9 grader.", -9),
    ],
)
def test_a_word_for_a_minus_makes_the_figure_negative(language, text, value):
    found = marked(text, language).figures
    assert [figure.value for figure in found] == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Nhiệt độ xuống âm 5 độ vào sáng nay."),
        ("id", "Pertumbuhan tercatat negatif 3 persen."),
        ("hi", "किसान ने ऋण 5 लाख रुपये लिया।"),
    ],
)
def test_a_word_that_may_be_a_minus_or_something_else_makes_the_figure_uncertain(language, text):
    assert [figure.uncertain for figure in marked(text, language).figures] == [True]


def test_what_one_number_less_another_is_has_no_minus():
    assert all(figure.value > 0 for figure in marked("Det är 7 minus 5 miljoner kronor.", "sv").figures)
