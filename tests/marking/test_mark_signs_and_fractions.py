import pytest

from summarizer.analysis import mark
from summarizer.article import Article


def values(text, language):
    """Each figure as `value…upper unit`, with its comparator in front if it is neither exactly nor between."""
    return [
        " ".join(
            filter(
                None,
                (
                    "" if figure.comparator in ("exactly", "between") else figure.comparator,
                    str(figure.value) + (f"…{figure.upper}" if figure.upper is not None else ""),
                    figure.unit,
                ),
            )
        )
        for figure in mark(Article(text=text, language=language)).figures
    ]


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        (
            "en",
            "Output changed by –0.7% and the wells gave −3.5 million litres.",
            ["-0.7 %", "-3500000 litres"],
        ),
        (
            "en",
            "The club reported -$4m, then $-6m, then minus 8 degrees.",
            ["-4000000 USD", "-6000000 USD", "-8 degrees"],
        ),
        (
            "en",
            "Cash flow was negative $12.5 million, a margin of negative 3 percent.",
            ["-12500000 USD", "-3 %"],
        ),
        ("en", "It was 15 to 20 degrees below zero.", ["-20…-15 degrees"]),
        ("en", "It was minus seven on the hill.", ["-7"]),
        ("de", "Nachts waren es minus 9 Grad, die Quote lag bei −1,5 %.", ["-9 Grad", "-1.5 %"]),
        ("de", "Es waren 7 Grad unter Null.", ["-7 Grad"]),
        ("fr", "Il a fait moins 9 degrés, puis 4 degrés sous zéro.", ["-9 degrés", "-4 degrés"]),
        ("es", "Anoche hubo menos 9 grados y el PIB cayó al -1,5 %.", ["-9 grados", "-1.5 %"]),
        ("es", "El valle amaneció con 6 grados bajo cero.", ["-6 grados"]),
        ("pl", "W nocy było minus 9 stopni, rano 3 stopnie mrozu.", ["-9 stopni", "-3 stopni"]),
        ("ru", "Ночью было минус 9 градусов, днём –2 °C.", ["-9 градусов", "-2 °C"]),
        ("ar", "كانت الحرارة 9 درجة تحت الصفر.", ["-9 درجة"]),
        ("zh", "最低气温零下9度，增速为-2.5%。", ["-9 度", "-2.5 %"]),
        ("ja", "利益は▲7.5%、△8億円。", ["-7.5 %", "-800000000 JPY"]),
        ("ja", "最低気温はマイナス9度、氷点下3度だった。", ["-9 度", "-3 度"]),
    ],
)
def test_a_negative_number_keeps_its_sign(language, text, right):
    assert values(text, language) == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "The 8-11 and 20 –30 people came – 5 of them late.", ["8…11", "20…30", "5"]),
        ("en", "He tested negative 14 days later.", ["14 days"]),
        ("en", "The score was 10 minus 3.", ["10", "3"]),
        ("fr", "Au moins 9 bateaux, du moins 8 voiles.", ["at_least 9", "8"]),
        ("fr", "– 9 bateaux sont là.", ["9"]),
        ("es", "Al menos 9 barcas, por lo menos 8 velas.", ["at_least 9", "at_least 8"]),
        ("zh", "他肩负3项任务，驾驶歼-20飞机。", ["3"]),
    ],
)
def test_hyphens_dashes_and_words_that_mean_something_else_are_no_minus(language, text, right):
    assert values(text, language) == right


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Expect minus 5 to 10 degrees."),
        ("de", "Erwartet werden minus 5 bis 10 Grad."),
        ("fr", "On attend moins 5 à 10 degrés."),
        ("en", "The reading was negative 12."),
    ],
)
def test_where_nobody_can_tell_the_sign_there_is_no_figure(language, text):
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        (
            "en",
            "Expect minus 5 to plus 10 degrees, or minus 8 to minus 3 degrees.",
            ["-5…10 degrees", "-8…-3 degrees"],
        ),
        ("en", "It took between three and nine million years.", ["3000000…9000000 years"]),
        ("en", "A nine-to-twelve percent loss, a 9-to-12 percent gain.", ["9…12 %", "9…12 %"]),
        ("en", "The camp takes 6- to 9-year-olds.", ["6…9 years"]),
        ("de", "Das Lager ist für 6- bis 9-Jährige.", ["6…9 Jahre"]),
        ("de", "Zwischen drei und neun Millionen Vögel.", ["3000000…9000000"]),
        ("fr", "Entre trois et neuf millions d’euros.", ["3000000…9000000 EUR"]),
        ("es", "Cuesta entre el 20 y el 25 por ciento.", ["20…25 %"]),
        ("es", "Murieron entre 2 y más de 9 millones de aves.", ["2000000…9000000"]),
        ("ru", "Работы займут 3—7 дней.", ["3…7 дней"]),
        ("ru", "Ожидается −9…−4 градуса.", ["-9…-4 градусов"]),
        ("zh", "三至九百万只鸟。", ["3000000…9000000"]),
    ],
)
def test_a_range_has_the_ends_that_its_words_say(language, text, right):
    assert values(text, language) == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "Sales climbed 9% to 2.6 million bottles.", ["9 %", "2600000"]),
        ("en", "Prices rose 0.4 percent to 6.2 percent.", ["0.4 %", "6.2 %"]),
        ("en", "Debt went from nothing in 2017 to $64bn.", ["64000000000 USD"]),
        ("en", "They hold three million and seven million shares.", ["3000000", "7000000"]),
        ("en", "There were two hundred and four hundred seats.", ["200", "400"]),
        ("de", "Es sind drei Millionen und sieben Millionen.", ["3000000", "7000000"]),
        ("fr", "Il y a trois millions et sept millions de lampes.", ["3000000", "7000000"]),
        ("es", "Hay tres millones y siete millones de lámparas.", ["3000000", "7000000"]),
        ("es", "Cuesta dos mil seiscientos millones de euros.", ["2600000000 EUR"]),
        ("ru", "Это три миллиона и семь миллионов.", ["3000000", "7000000"]),
        ("ar", "ألف سبع قصص.", []),
    ],
)
def test_two_numbers_are_not_read_as_one(language, text, right):
    assert values(text, language) == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "Walk 4½ miles, or 4 1/4 miles, or 1⁄4 mile.", ["4.5 miles", "4.25 miles", "0.25 miles"]),
        (
            "en",
            "It cost £3½m; ⅓ of the crowd and 3/8 of the staff left.",
            ["3500000 GBP", "0.333333", "0.375"],
        ),
        ("en", "The final is on 3/4 and he scored 4/5.", []),
        ("en", "A million and a half bees, two million and a half ants.", ["1500000", "2500000"]),
        ("en", "It took an hour and a half, then 3 years and a half.", ["1.5 hours", "3.5 years"]),
        ("en", "A quarter-million bees left half the hives.", ["250000", "0.5"]),
        ("en", "Three point two million bees; four point five percent.", ["3200000", "4.5 %"]),
        ("en", "At one point four bees came.", ["4"]),
        ("en", "A 1-in-8 chance, one-in-four odds.", ["0.125", "0.25"]),
        ("fr", "Un million et demi d’abeilles en trois heures et demie.", ["1500000", "3.5 heures"]),
        ("fr", "Un demi-million d’abeilles en une demi-heure.", ["500000", "0.5 heures"]),
        ("fr", "Trois virgule deux pour cent, zéro virgule zéro cinq pour cent.", ["3.2 %", "0.05 %"]),
        ("es", "Un millón y medio de abejas en medio año.", ["1500000", "0.5 años"]),
        ("es", "Medio millón de abejas a las tres y media.", ["500000"]),
        ("de", "Eine halbe Million Bienen in einer halben Stunde.", ["500000", "0.5 Stunden"]),
        ("de", "Viereinhalb Millionen Bienen, drei Komma zwei Prozent.", ["4500000", "3.2 %"]),
        ("pl", "Pół miliona pszczół, trzy i pół miliona os.", ["500000", "3500000"]),
        (
            "ru",
            "Полмиллиарда пчёл за полчаса, три с половиной миллиона ос.",
            ["500000000", "0.5 часов", "3500000"],
        ),
        ("ar", "مليون ونصف المليون نحلة.", ["1500000"]),
        ("zh", "用了3年半，又用了两个半小时、半年。", ["3.5 年", "2.5 小时", "0.5 年"]),
        ("ja", "3年半と2時間半かかった。", ["3.5 年", "2.5 時間"]),
        ("en", "It took six and three quarters hours.", ["6.75 hours"]),
        ("es", "Un cuarto de millón de abejas.", ["250000"]),
        ("zh", "有一点三亿人，占百分之九点四；下午三点五分。", ["130000000", "9.4 %"]),
    ],
)
def test_a_fraction_belongs_to_its_number(language, text, right):
    assert values(text, language) == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("fr", "Une trentaine de barques et plus d’une centaine de voiles.", ["about 30", "more_than 100"]),
        ("fr", "Une dizaine de millions d’euros.", ["about 10000000 EUR"]),
        ("fr", "Une quarantaine de 14 jours et des dizaines de voiles.", ["14 jours"]),
        ("es", "Una decena de barcas, medio centenar de velas, decenas de redes.", ["about 10", "about 50"]),
        ("de", "Ein Dutzend Boote, Dutzende Segel.", ["12"]),
        ("ru", "Десяток лодок, три десятка сетей, сотни парусов.", ["about 10", "about 30"]),
        ("pl", "Setka łodzi, kilkanaście sieci, kilkadziesiąt żagli.", ["about 100"]),
    ],
)
def test_words_for_tens_and_hundreds_are_rough_and_count_only_with_a_number(language, text, right):
    assert values(text, language) == right


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They studied the Thirty Years War."),
        ("fr", "Elle étudie la guerre de Trente Ans."),
        ("es", "Estudia la Guerra de los Treinta Años."),
        ("de", "1734 wurde der Turm gebaut, am Ende des frühen 12. Jahrhunderts."),
        ("ru", "Храм построен в 12 веке и перестроен в конце 14 века."),
        ("ru", "Он пришёл в половине третьего."),
        ("pl", "Most powstał w połowie lat 80."),
        ("zh", "1934年到1938年之间，电影《河》(1961)上映。"),
    ],
)
def test_names_years_and_centuries_count_nothing(language, text):
    assert values(text, language) == []


def test_number_words_tell_the_language_of_a_short_text():
    text = "Twelve thousand people paid three point five percent for seven hundred litres of juice."
    assert values(text, None) == ["12000", "3.5 %", "700 litres"]


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "The error is plus or minus 3 degrees, or +/-2 percent.", ["3 degrees", "2 %"]),
        ("de", "Der Fehler liegt bei plus oder minus 3 Grad.", ["3 Grad"]),
        ("fr", "L’erreur est de plus ou moins 3 degrés.", ["3 degrés"]),
        ("ru", "Ошибка плюс-минус 3 процента.", ["3 %"]),
    ],
)
def test_plus_or_minus_is_no_sign(language, text, right):
    assert values(text, language) == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "Rents fell by between 4% and 6% and rose by 3% to $900.", ["4…6 %", "3 %", "900 USD"]),
        ("de", "Die Mieten sanken um zwischen 4 % und 6 %.", ["4…6 %"]),
        ("es", "Los alquileres bajaron entre un 4 % y un 6 %.", ["4…6 %"]),
    ],
)
def test_a_change_by_between_two_numbers_is_a_range(language, text, right):
    assert values(text, language) == right
