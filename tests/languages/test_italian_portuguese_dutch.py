from decimal import Decimal

import pytest

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.languages import KNOWN, has_table


def figures(text, language):
    return [
        (figure.value, figure.upper, figure.comparator, figure.unit)
        for figure in mark(Article(text=text, language=language)).figures
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "Il comune spende 3,5 milioni di euro.", [(3_500_000, None, "exactly", "EUR")]),
        ("it", "Circa duecentocinquanta famiglie sono partite.", [(250, None, "about", None)]),
        ("it", "Tra 40 e 60 tonnellate di fango.", [(40, 60, "between", "tonnellate")]),
        ("it", "Meno 5 gradi a Corvara.", [(-5, None, "exactly", "gradi")]),
        ("it", "Il 12 marzo 2024 si vota alle 18, come negli anni 80.", []),
        ("pt-BR", "A obra custa R$ 2,5 bilhões.", [(2_500_000_000, None, "exactly", "BRL")]),
        ("pt-PT", "A obra custa 25 mil milhões de euros.", [(25_000_000_000, None, "exactly", "EUR")]),
        ("pt", "Cerca de duzentas e cinquenta casas.", [(250, None, "about", None)]),
        ("pt", "Uma em cada cinco casas.", [(Decimal("0.2"), None, "exactly", None)]),
        ("pt", "Dois milhões e meio de aves.", [(2_500_000, None, "exactly", None)]),
        ("pt", "A reunião é em 12 de março de 2024, às 18h30.", []),
        ("nl", "De brug kost 3,5 miljoen euro.", [(3_500_000, None, "exactly", "EUR")]),
        ("nl", "Ruim vijfentwintig boten.", [(25, None, "more_than", None)]),
        ("nl", "Een op de vijf huizen.", [(Decimal("0.2"), None, "exactly", None)]),
        ("nl", "Min 5 graden in de jaren 80.", [(-5, None, "exactly", "graden")]),
        ("nl", "Een 23-jarige man werd derde.", [(23, None, "exactly", "jaar")]),
        ("nl", "Op 12 maart 2024 om 18.30 uur wordt gestemd.", []),
    ],
)
def test_figures_are_read_with_the_words_of_the_language(language, text, expected):
    assert figures(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "«Non pagheremo», ha detto la sindaca che non è nel porto con il consiglio."),
        ("pt", "“Não vamos pagar”, disse a prefeita, que não foi ao porto com o conselho."),
        ("nl", "‘We betalen niet’, zei de burgemeester, die niet naar de haven is gegaan met de raad."),
    ],
)
def test_the_language_is_guessed_and_its_speech_is_known(language, text):
    marked = mark(Article(text=text))
    assert marked.language == language
    assert marked.unread is None
    assert [quotation.form for quotation in marked.quotations] == ["statement"]


def test_each_language_with_a_table_has_loaded_words_and_what_the_checks_need():
    assert {"it", "pt", "nl"} <= {code for code in KNOWN if has_table(code)}


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("pt", "A tarifa ficaria entre R$ 4 e R$ 7.", "BRL"),
        ("nl", "Een kaartje kost tussen € 4 en € 7.", "EUR"),
        ("en", "A ticket costs between R$4 and R$7.", "BRL"),
    ],
)
def test_money_before_both_ends_makes_one_range(language, text, unit):
    [figure] = mark(Article(text=text, language=language)).figures
    assert (str(figure.value), str(figure.upper), figure.unit) == ("4", "7", unit)


def test_the_number_of_a_quay_is_its_name():
    assert not mark(Article(text="La nave è ferma alla banchina 3 da ieri.", language="it")).figures
