from decimal import Decimal, localcontext

import pytest

from summarizer.analysis import mark
from summarizer.article import Article


def figures(text, language=None):
    return mark(Article(text=text, language=language)).figures


def slices(text, language=None):
    return [text[figure.span.start : figure.span.end] for figure in figures(text, language)]


def only(text, language=None):
    (figure,) = figures(text, language)
    return figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They sold 34622 hats.", "34622"),
        ("They sold 1,234,567 hats.", "1234567"),
        ("They sold 12,34,567 hats.", "1234567"),
        ("They sold 1\u00a0234\u00a0567 hats.", "1234567"),
        ("They sold 1\u2009234 hats.", "1234"),
        ("They sold 1 234 567 hats.", "1234567"),
        ("They sold 1.234.567 hats.", "1234567"),
        ("They sold 1.234,50 hats.", "1234.5"),
        ("They sold 1'234'567 hats.", "1234567"),
        ("It fell by 0.5 points.", "0.5"),
        ("It fell by .5 percent.", "0.5"),
        ("It was -5 degrees.", "-5"),
        ("They sold seven hats.", "7"),
        ("They sold twenty-one hats.", "21"),
        ("They sold seven hundred and fifty thousand hats.", "750000"),
        ("They sold two million three hundred thousand and six hats.", "2300006"),
        ("They sold twenty-five hundred hats.", "2500"),
        ("They sold a dozen hats.", "12"),
        ("They sold two dozen hats.", "24"),
        ("They sold half a dozen hats.", "6"),
        ("They sold half a million hats.", "500000"),
        ("They sold a half-million hats.", "500000"),
        ("They sold a hundred hats.", "100"),
        ("They sold one and a half million hats.", "1500000"),
        ("It took two and a half years.", "2.5"),
        ("It took half an hour.", "0.5"),
        ("They sold 1.5 million hats.", "1500000"),
        ("They sold 20 thousand hats.", "20000"),
        ("They sold 40k hats.", "40000"),
        ("They sold 2.5m hats.", "2500000"),
        ("They sold 3 lakh hats.", "300000"),
        ("Two-thirds of the hats were sold.", "0.666667"),
        ("Two thirds of the hats were sold.", "0.666667"),
        ("A third of the hats were sold.", "0.333333"),
        ("A quarter of the hats were sold.", "0.25"),
        ("Three quarters of the hats were sold.", "0.75"),
        ("They sold a quarter of a million hats.", "250000"),
        ("Half of the hats were sold.", "0.5"),
        ("One in five hats was sold.", "0.2"),
        ("Nine out of 10 hats were sold.", "0.9"),
        ("The 12-member choir sang.", "12"),
        ("At the fair 1500 people sang.", "1500"),
    ],
)
def test_a_number_has_the_value_it_says(text, value):
    assert only(text).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "span", "unit"),
    [
        ("It took almost seven months to build.", "almost seven months", "months"),
        ("A 70-year-old man sang.", "70-year-old", "years"),
        ("A 30-second song was sung.", "30-second", "seconds"),
        ("It is 5 km away.", "5 km", "km"),
        ("It is 5km away.", "5km", "km"),
        ("It is 40 kilometres away.", "40 kilometres", "kilometres"),
        ("They dug up 300 tonnes of coal.", "300 tonnes", "tonnes"),
        ("It burned 20 square miles of wood.", "20 square miles", "square miles"),
        ("It rose 5%.", "5%", "%"),
        ("It rose 5 percent.", "5 percent", "%"),
        ("It rose 5 per cent.", "5 per cent", "%"),
        ("It rose five percentage points.", "five percentage points", "percentage points"),
        ("It was 30°C.", "30°C", "°C"),
        ("One percent was left.", "One percent", "%"),
        ("It cost $5.", "$5", "USD"),
        ("It cost US$ 5 million.", "US$ 5 million", "USD"),
        ("It cost $3bn.", "$3bn", "USD"),
        ("It cost $64.8million.", "$64.8million", "USD"),
        ("It cost a $400-million loan.", "$400-million", "USD"),
        ("It cost £5.", "£5", "GBP"),
        ("It cost £5m.", "£5m", "GBP"),
        ("It cost €5.", "€5", "EUR"),
        ("It cost 5 €.", "5 €", "EUR"),
        ("It cost ¥5000.", "¥5000", "JPY"),
        ("It cost ₹500.", "₹500", "INR"),
        ("It cost EUR 500.", "EUR 500", "EUR"),
        ("It cost 500 USD.", "500 USD", "USD"),
        ("It cost 5 million dollars.", "5 million dollars", "USD"),
        ("It cost seven euros.", "seven euros", "EUR"),
        ("It cost 500 pounds sterling.", "500 pounds sterling", "GBP"),
        ("It weighs 500 pounds.", "500 pounds", "pounds"),
        ("They sold 500 votes.", "500", None),
        ('The hatch was 20" wide.', '20"', "inches"),
        ("It is 20 ft long.", "20 ft", "feet"),
        ("It is 20 ft 3 in long.", "20 ft 3 in", "feet"),
        ("It is 20 feet 3 inches long.", "20 feet 3 inches", "feet"),
    ],
)
def test_a_unit_directly_beside_a_number_belongs_to_it(text, span, unit):
    assert (slices(text), only(text).unit) == ([span], unit)


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("at least 300", "at_least"),
        ("At least 300", "at_least"),
        ("no fewer than 300", "at_least"),
        ("300 or more", "at_least"),
        ("300+", "at_least"),
        ("at most 300", "at_most"),
        ("up to 300", "at_most"),
        ("as many as 300", "at_most"),
        ("no more than 300", "at_most"),
        ("nearly 300", "about"),
        ("almost 300", "about"),
        ("about 300", "about"),
        ("around 300", "about"),
        ("some 300", "about"),
        ("roughly 300", "about"),
        ("approximately 300", "about"),
        ("an estimated 300", "about"),
        ("300 or so", "about"),
        ("~300", "about"),
        ("more than 300", "more_than"),
        ("over 300", "more_than"),
        ("just over 300", "more_than"),
        (">300", "more_than"),
        ("less than 300", "less_than"),
        ("fewer than 300", "less_than"),
        ("under 300", "less_than"),
        ("≥ 300", "at_least"),
        ("exactly 300", "exactly"),
        ("300", "exactly"),
    ],
)
def test_the_words_that_bound_a_number_are_part_of_the_figure(words, comparator):
    text = f"{words} hats were sold."

    assert (slices(text), only(text).comparator) == ([words], comparator)


def test_feet_and_inches_are_one_figure_in_feet():
    assert only("It is 20 ft 3 in long.").value == Decimal("20.25")


def test_a_closing_quotation_mark_behind_a_number_is_no_inch():
    assert [figure.unit for figure in figures('He said "we sold 20" twice.')] == [None]


def test_over_a_time_means_during_it():
    assert slices("It was built over two years.") == ["two years"]


@pytest.mark.parametrize(
    ("words", "value", "upper", "unit"),
    [
        ("20 to 30", 20, 30, None),
        ("between 5 and 7 percent", 5, 7, "%"),
        ("10–15", 10, 15, None),
        ("10-15", 10, 15, None),
        ("10%–15%", 10, 15, "%"),
        ("$1 million to $2 million", 1000000, 2000000, "USD"),
        ("$1-2 million", 1000000, 2000000, "USD"),
        ("$500,000 to $2 million", 500000, 2000000, "USD"),
        ("3 to 5 million", 3000000, 5000000, None),
        ("six to eight weeks", 6, 8, "weeks"),
        ("two or three", 2, 3, None),
    ],
)
def test_a_range_has_two_ends(words, value, upper, unit):
    text = f"They needed {words} for it."
    figure = only(text)

    assert (slices(text), figure.comparator, figure.value, figure.upper, figure.unit) == (
        [words],
        "between",
        value,
        upper,
        unit,
    )


def test_a_comparison_behind_a_number_does_not_bound_it():
    assert slices("It rose 5 percent, or less than half of last year.")[0] == "5 percent"


def test_a_level_of_a_year_is_no_count():
    assert slices("It is 30 percent below 2005 levels.") == ["30 percent"]


def test_a_change_from_one_number_to_another_is_no_range():
    assert slices("It rose from 5 percent to 7 percent.") == ["5 percent", "7 percent"]


@pytest.mark.parametrize(
    "text",
    [
        "date 2024-11-13 A headline",
        "It was 13/11/2024 and 13.11.2024.",
        "On May 7, 2024, and on 7 May 2024 and on Nov. 8 it rained.",
        "On Nov. 7 and 8 it rained, and on the 7th of May.",
        "The 1990s and the '80s were wet; in her early 20s she sang.",
        "In 2016 it rained, as in 2015-16 and from 1939 to 1945.",
        "Since 2000 the hats are gone, and the 2016 hats too.",
        "At 10:30, at 5 p.m. and at 5 to 7 a.m. it rained.",
        "The 1st, the 21st, the first, the third and the twenty-first sang.",
        "Call 555-123-4567, (555) 123-4567 or 123-4567.",
        "Call +1 (555) 123-4567, +49 30 123456 or +1 555-123-4567.",
        "See p. 12, page 3, pp. 3-4 and pages 5 and 6.",
        "An F-16, a COVID-19 ward, the G7 and a Boeing 747 landed.",
        "Resolution 2334, Article 5, Section 230 and Chapter 11 apply.",
        "Flight 370, No. 5, #3, Room 12, Highway 61, Route 66, Area 51 and Channel 4.",
        "Version 3.11.2 runs at 192.168.1.1 and https://example.org/2016/09/12345.",
        "1. Buy hats.",
        "One of the hats was sold one day, and no one saw this one.",
        "In nineteen eighty-four it rained.",
        "Hundreds of thousands came, and tens of thousands left, several hundred by train.",
        "They won 21-14, by a 5-4 vote, at 3 to 1 and 2-to-1.",
        "After 9/11 it was 50/50, and open 24/7.",
        "The Big Ten sang in the second half of the match.",
        "A 6'2\" man and a 5' 11\" woman sang.",
        "Dial 555 0142 or 0800 555 019.",
        '<img id="783499116076687360">',
        "School 285 in the valley and Windmill 7.",
    ],
)
def test_dates_names_scores_and_pronouns_are_no_figures(text):
    assert slices(text) == []


def test_a_year_beside_a_count_leaves_the_count():
    assert slices("In 2016, more than 2000 people sang.") == ["more than 2000"]


def test_a_figure_inside_a_quotation_counts():
    assert slices("“We lost 300 hats,” she said.") == ["300"]


def test_a_comma_is_a_decimal_point_where_the_language_says_so():
    assert only("Es kostet 1.234,5 Euro und mehr.", "de").value == Decimal("1234.5")


def test_three_digits_behind_a_point_are_thousands_where_the_language_says_so():
    assert only("Sie zählten 1.234 Hüte.", "de").value == 1234


def test_english_number_words_are_not_read_in_another_language():
    assert slices("Ils ont dix six chapeaux.", "fr") == []


def test_a_value_does_not_hang_on_the_callers_decimal_context():
    with localcontext() as context:
        context.prec = 3
        assert only("They sold 1.23456 million hats.").value == Decimal(1234560)


def test_a_value_is_written_without_an_exponent():
    assert str(only("They sold 1.50 million hats.").value) == "1500000"


def test_a_run_of_digits_without_end_is_no_figure():
    assert slices("9" * 5000) == []


def test_a_figure_does_not_reach_into_the_next_paragraph():
    assert slices("They sold 5\n\nmillion hats.") == ["5"]
