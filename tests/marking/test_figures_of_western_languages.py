"""Figures whose words and signs differ from language to language: duals, elisions, middles, early years."""

import pytest

from summarizer.analysis import mark
from summarizer.article import Article


def values(language, text):
    return [str(figure.value) for figure in mark(Article(text=text, language=language)).figures]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Sie ist die Mutter zweier Töchter und dreier Söhne.", ["2", "3"]),
        ("de", "Einundzwanzig Boote und eintausend Netze lagen dort.", ["21", "1000"]),
        ("de", "Achtzehnhundert Gäste kamen, eine Viertelmillion sah zu.", ["1800", "250000"]),
        ("de", "Ein fünfköpfiges Team bezog ein dreistöckiges Haus.", ["5", "3"]),
        ("pl", "Dwojga ludzi szukano z pomocą sześciorga strażaków.", ["2", "6"]),
        ("pl", "Trzyosobowa załoga odbyła 12-godzinny lot.", ["3", "12"]),
        ("nl", "Een half miljoen kaarten en twee en een half uur wachten.", ["500000", "2.5"]),
        ("nl", "Het duurde vierenhalf uur, toen kwam een twintigtal leden.", ["4.5", "20"]),
        ("it", "L'80% delle barche e ventun reti.", ["80", "21"]),
    ],
)
def test_words_of_numbers_count(language, text, expected):
    assert values(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Il 1° luglio aprì il porto."),
        ("it", "Verso la metà degli anni '70 la barca affondò."),
        ("es", "Hacia la mitad del siglo XIX cerró el puerto."),
        ("es", "Desde la década de los 70 crecieron los barrios."),
        ("fr", "À la moitié des années soixante, le port ferma."),
        ("pl", "Port zamknięto w połowie XIX wieku."),
        ("en", "In 952, the harbour silted up; it was dredged in 1388."),
        ("fr", "En 952, le port ferma, et en l'an 960 il rouvrit."),
        ("es", "En el año 952 se cerró el puerto."),
        ("de", "Im Jahr 952 wurde der Hafen geschlossen."),
        ("pl", "W 952 roku port zamknięto."),
        ("fr", "Le port ferme entre le 3 et le 5 mai."),
        ("it", "Il porto chiude il 20 e il 21 maggio."),
        ("de", "Der Verein gewann 2 : 0."),
        ("de", "Sechs Achtel sind ein Takt."),
        ("it", "Tu sei stato bravo."),
        ("nl", "De haven opent om half zes."),
        ("de", "Der Hafen öffnet um halb zehn und schließt um Viertel vor acht."),
        ("en", "The gate opens at a quarter to ten."),
        ("en", "In 1388 it was dredged again."),
    ],
)
def test_dates_middles_and_scores_are_no_figures(language, text):
    assert values(language, text) == []


def test_a_count_behind_a_word_of_years_is_a_figure():
    assert values("de", "Im Jahr 300 Menschen zu retten, war schwer.") == ["300"]
    assert values("en", "The fire was seen in 1200 homes.") == ["1200"]
    assert values("es", "La mitad de los barcos volvió.") == ["0.5"]


def test_short_words_are_no_units_of_an_italian_number():
    units = [figure.unit for figure in mark(Article(text="I pesci passano da 5 a 9.", language="it")).figures]
    assert set(units) == {None}
    assert values("it", "Il porto chiude dal 5 al 10 maggio.") == []


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "The pier cost 5m Swiss francs.", "5000000", "CHF"),
        ("en", "It was a 5-foot-9 mast.", "5.75", "feet"),
        ("ar", "استمر الإضراب سنتين ونصف.", "2.5", "سنة"),
    ],
)
def test_what_belongs_to_a_number_is_taken_in_with_it(language, text, value, unit):
    [figure] = mark(Article(text=text, language=language)).figures
    assert (str(figure.value), figure.unit) == (value, unit)
