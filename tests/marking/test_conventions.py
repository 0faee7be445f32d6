"""How an article writes its numerals, decided from its language, its country and its own habits."""

import pytest

from summarizer.analysis import mark
from summarizer.article import Article


def read(text, language="en"):
    """Value and unit of every figure."""
    figures = mark(Article(text=text, language=language)).figures
    return [f"{figure.value} {figure.unit or ''}".strip() for figure in figures]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The valley has 816 000 residents.", ["816000"]),
        ("The valley has 816\u00a0250 residents and 312\u202f400 visitors.", ["816250", "312400"]),
        ("A flat costs $120 500 there.", ["120500 USD"]),
        ("Roughly 12 345 fans came.", ["12345"]),
        ("It has 450 000 residents, 12 345 of them abroad.", ["450000", "12345"]),
        ("It has 12 345 residents.", []),
        ("Of 1,250 guests in Group 7 120 stayed.", ["1250", "120"]),
        ("On May 12 300 fans came.", ["300"]),
    ],
)
def test_a_blank_parts_thousands_where_nothing_else_can_be_meant(text, values):
    assert read(text) == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("es-MX", "Son 1,250 y crecen 2.5 por ciento.", ["1250", "2.5 %"]),
        ("es-GT", "Llegaron 1,375 millones de quetzales.", ["1375000000"]),
        ("es-ES", "Crecen un 1,25 por ciento, hasta 1.250 vecinos.", ["1.25 %", "1250"]),
        ("es", "Marcharon 1,250 vecinos.", ["1250"]),
        ("es", "La obra cuesta $17,250 pesos.", ["17250 pesos"]),
        ("es", "La obra cuesta 3,500 millones de dólares.", ["3500000000 USD"]),
        ("es", "El litro cuesta 1,459 euros.", ["1.459 EUR"]),
        ("es", "Pesa 1,250 kg.", []),
        ("es", "Crecen 2.5% y son 1,255.", ["2.5 %", "1255"]),
        ("de", "Es kamen 1,250,000 Gäste und 1,250 Hunde.", ["1250000", "1250"]),
        ("de", "Der Liter kostet 1,459 Euro, und 1.250 Gäste kamen.", ["1.459 EUR", "1250"]),
        ("en", "It rose 3,5% and sold 1.250 hats.", ["3.5 %", "1250"]),
        ("en", "It sold 1,250 hats and 1.375 million pins.", ["1250", "1375000"]),
        ("en", "It sold 1.250 hats.", []),
        ("en", "It sold 1,234,567 hats, 1.234.567 pins and 1.250 nails.", ["1234567", "1234567"]),
    ],
)
def test_comma_and_point_mean_what_they_mean_in_the_article(language, text, values):
    assert read(text, language) == values


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("es-MX", "La entrada cuesta $250.", "MXN"),
        ("es-CO", "La entrada cuesta $25.000.", "COP"),
        ("en-AU", "A ticket costs $25.", "AUD"),
        ("en", "A ticket costs $25.", "USD"),
        ("en-CA", "A ticket costs US$25.", "USD"),
        ("zh-CN", "票价¥250。", "CNY"),
        ("ja", "入場料は¥250。", "JPY"),
    ],
)
def test_a_sign_of_money_is_that_of_the_country(language, text, unit):
    [figure] = mark(Article(text=text, language=language)).figures
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ja", "成長率は２．５％で、１，２００人が働く。", ["2.5 %", "1200"]),
        ("zh", "今年增长１２．５％，共有３０００人参加。", ["12.5 %", "3000"]),
        ("ja", "２０１８年に完成した。", []),
        ("ja", "午後１０：３０に始まる。", []),
    ],
)
def test_full_width_digits_and_marks_are_read_like_others(language, text, values):
    assert read(text, language) == values
