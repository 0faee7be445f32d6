"""Units, comparators and number words of several languages, and numbers beside them that count nothing."""

import pytest

from summarizer.analysis import mark
from summarizer.article import Article


def read(text, language="en"):
    """Value, upper end, comparator (where it is not "exactly") and unit of every figure."""
    return [
        " ".join(
            str(part)
            for part in (one.value, one.upper, one.comparator, one.unit)
            if part not in (None, "exactly")
        )
        for one in mark(Article(text=text, language=language)).figures
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("They paid USD12.5 million.", ["12500000 USD"]),
        ("They paid Rs.4,75,000 and Rs 3 crores.", ["475000 Rs", "30000000 Rs"]),
        ("A seat costs RM45, or EUR9m in all.", ["45 MYR", "9000000 EUR"]),
        ("It is worth $2.1T, not A$4m or ₹7 lakhs.", ["2100000000000 USD", "4000000 AUD", "700000 INR"]),
        ("Sales fell 14pc and rates rose 50bps.", ["14 %", "50 basis points"]),
        ("It was 39C by day and -3°C at dawn.", ["39 °C", "-3 °C"]),
        ("It holds 40ml, weighs 6kg and costs 80p.", ["40 ml", "6 kg", "80 pence"]),
        ("He is 5ft 6in and 12st 7lb.", ["5.5 feet", "12.5 stone"]),
        ("The F-22, the A330, the M60 and the 31st of x=7.", []),
    ],
)
def test_codes_and_units_that_hang_on_a_number(text, figures):
    assert read(text) == figures


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("fr", "Le puits donne 900 barils et 5 milliards de $.", ["900 barils", "5000000000 USD"]),
        ("de", "Das Grundstück misst 30 Fuß mal 12 Acres.", ["30 Fuß", "12 Acres"]),
        ("ru", "Глубина 30 футов.", ["30 футов"]),
        ("pl", "Głębokość 30 stóp.", ["30 stóp"]),
        ("zh", "票价800日元，功率250千瓦。", ["800 JPY", "250 千瓦"]),
        ("ja", "1ユーロ=162円35銭だった。", ["162.35 JPY"]),
        (
            "de",
            "Die vierjährige Nele und ihr zweiunddreißigjähriger Vater im Dreißigjährigen Krieg.",
            ["4 Jahre", "32 Jahre"],
        ),
        ("ru", "Пятилетняя девочка и тридцатилетний отец.", ["5 лет", "30 лет"]),
        ("pl", "Pięcioletnia córka i czterdziestodwuletni ojciec.", ["5 lat", "42 lat"]),
        ("ar", "وصل ثلاثة عشر لاعباً.", ["13"]),
        ("ar", "وصلت اثنتا عشرة لاعبة بعد يومين.", ["12", "2 يوم"]),
        ("ar", "جاء اقل من 60 عامل.", ["60 less_than"]),
        ("ar", "ارتفعت بنسبة الـ7%.", ["7 %"]),
    ],
)
def test_units_and_number_words_of_other_languages(language, text, figures):
    assert read(text, language) == figures


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "He is over 60 years old.", ["60 more_than years"]),
        ("de", "Er ist über 60 Jahre alt.", ["60 more_than Jahre"]),
        ("fr", "Moins de la moitié des sièges sont pris.", ["0.5 less_than"]),
        ("es", "La tasa bajó hasta 4 puntos.", ["4"]),
        ("es", "Caben hasta 40 alumnos.", ["40 at_most"]),
        ("pl", "Opłata wzrosła do 9 zł.", ["9 PLN"]),
        ("ru", "Цена упала до 9 рублей.", ["9 RUB"]),
        ("fr", "Le prix a grimpé jusqu'à 9 euros.", ["9 EUR"]),
        ("zh", "约有40人参加，最多为50人。", ["40 about", "50 at_most"]),
    ],
)
def test_words_before_a_number_bound_it_or_say_where_it_arrived(language, text, figures):
    assert read(text, language) == figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The school is shut from 3 to 9 June, and on 4, 5 and 12 July."),
        ("en", "Doors open at 7 in the evening, or at eight in the morning."),
        ("en", "The clock said half past ten; the king died in 323 BC."),
        ("en", "United won 2 - 0."),
        ("de", "Das Bad ist von 9 bis 17 Uhr und vom 2. bis 6. Mai offen."),
        ("de", "Rom wurde 753 v. Chr. gegründet."),
        ("fr", "La mairie ouvre de 9 à 17 heures, du 2 au 6 mai."),
        ("fr", "La trente-deuxième étape, la 4e et la 5ᵉ."),
        ("es", "El museo abre del 2 al 6 de mayo."),
        ("es", "Nació en los 70, murió en el 44 a. C."),
        ("ru", "Касса работает с 10 до 19 часов и с 2 по 6 мая."),
        ("ru", "Она на 4-м месте в двадцать втором туре."),
        ("pl", "Kasa działa od 2 do 6 maja, a remont ruszy w połowie maja."),
        ("ar", "جاء في المركز الـ4 في القرن السادس عشر."),
        ("zh", "他在六十年代出生，她在90年代出生。"),
    ],
)
def test_dates_times_scores_decades_and_ordinals_count_nothing(language, text):
    assert read(text, language) == []


def test_a_range_with_blanks_is_no_score():
    assert read("It takes 3 - 5 weeks.") == ["3 5 between weeks"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("بلغت كلفة الجسر مليونين ونصف المليون دولار.", ["2500000 USD"]),
        ("أنتج المصنع مليونان ونصف مليون طن.", ["2500000 طن"]),
        ("باعت الشركة ثلاثة ملايين ونصف المليون نسخة.", ["3500000"]),
        ("بنيت ل3 مدن مدارس وب20 مليون دولار.", ["3", "20000000 USD"]),
        ("طول السور 100 م.", ["100"]),
        ("درست لمدة عامٍ ونصف ثم انتظرت ساعة ونصف.", ["1.5 عام", "1.5 ساعة"]),
        ("نجا طفل وخمسة عشر بحارا بعد رحلة لسبعة أيام.", ["15", "7 يوم"]),
        ("بيعت اللوحة بثلاثة ملايين دولار.", ["3000000 USD"]),
        ("زارت المدن السبع في السنوات الخمس الماضية.", ["7", "5"]),
        ("رأيت خمسة وعشرين طائرا ومئة وثلاثين سمكة.", ["25", "130"]),
    ],
)
def test_arabic_halves_prefixes_and_articles_of_numbers(text, figures):
    assert read(text, "ar") == figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "في عام 712 بني الحصن، وفي سنة 650 ق.م هدم السور."),
        ("ar", "ولد في 4 كانون الثاني، وبين تشرين الأول 1899 وحزيران 1901 غاب."),
        ("ar", "افتتح المعرض بين 3 و 5 تشرين الثاني."),
        ("ar", "حلت الأغنية في المرتبة 17 من القائمة."),
        ("ar", "شاهدوا الطراز A7 مليون مرة."),
        ("ar", "لست في ميلان، بل في بيت من القرن السابع عشر."),
        ("ar", "بدأ العرض في الثالث والعشرين، الساعة الثالثة وعشر دقائق."),
        ("zh", "她出演了電影《七年之夏》，慶祝建校六十週年。"),
        ("ja", "創立50周年を祝った。"),
        ("ru", "В 712 году построили крепость, а в 650 г. до н. э. стену."),
        ("ru", "Около 300 г. н. э. город опустел."),
    ],
)
def test_years_eras_months_and_places_count_nothing(language, text):
    assert read(text, language) == []


def test_one_percent_in_russian_cases():
    assert read("Доля равна одному проценту, а не 6 процентам.", "ru") == ["1 %", "6 %"]
