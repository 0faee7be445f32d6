"""Speech that a dash opens, and a narrator's words inside quotation marks."""

import pytest

from summarizer.analysis import mark
from summarizer.article import Article


def quotations(text, language=None):
    return mark(Article(text=text, language=language)).quotations


def words(text, language=None):
    return [text[quote.span.start : quote.span.end] for quote in quotations(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "—Abriremos mañana —aseguró la jueza—. Hace sol.", ["Abriremos mañana", "Hace sol."]),
        ("fr", "— Nous ouvrirons, répond la juge. Il fait beau.", ["Nous ouvrirons,", "Il fait beau."]),
        ("ru", "— Мы откроем завтра, — ответила судья. — Солнечно.", ["Мы откроем завтра,", "Солнечно."]),
        ("pl", "– Otworzymy jutro – odparła sędzia. – Świeci słońce.", ["Otworzymy jutro", "Świeci słońce."]),
        ("pt", "— Abriremos amanhã — disse a juíza. — Faz sol.", ["Abriremos amanhã", "Faz sol."]),
        ("it", "— Apriremo domani — dice la giudice. — C’è il sole.", ["Apriremo domani", "C’è il sole."]),
        (
            "sv",
            "– Vi öppnar i morgon, säger domaren. Solen skiner.",
            ["Vi öppnar i morgon,", "Solen skiner."],
        ),
        ("no", "- Vi åpner i morgen, sier Liv Dal. - Sola skinner.", ["Vi åpner i morgen,", "Sola skinner."]),
        ("pl", "– Otwieracie? – zdziwiła się sędzia. – Dziś?", ["Otwieracie?", "Dziś?"]),
        ("uk", "— Відкриємо завтра, — додала суддя. — Сонячно.", ["Відкриємо завтра,", "Сонячно."]),
        (None, "– Otevřeme zítra, – uvedla soudkyně. – Svítí slunce.", ["Otevřeme zítra,", "Svítí slunce."]),
    ],
)
def test_a_dash_opens_speech_and_the_narrators_words_stay_outside(language, text, said):
    assert words(text, language) == said
    assert [quote.continues for quote in quotations(text, language)] == [None, "q1"]


def test_each_line_of_a_dialogue_is_somebody_elses():
    text = "—¿Abren hoy?\n\n—No —dijo la jueza—. Mañana.\n\n—Vuelvo mañana.\n\nSe fue."

    assert words(text, "es") == ["¿Abren hoy?", "No", "Mañana.", "Vuelvo mañana."]
    assert [quote.continues for quote in quotations(text, "es")] == [None, None, "q2", None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Au programme :\n\n- Visite du musée.\n\n- Repas au port."),
        ("es", "— Eva Sol, corresponsal"),
        ("fr", "– Luc Roy, ancien directeur, a souligné l’importance du port."),
        ("sv", "– Eva Lind, domare, säger nej."),
        ("en", "– Costs will rise, said Ann Roe.\n\n– Taxes will fall."),
    ],
)
def test_a_list_that_dashes_open_is_no_speech(language, text):
    assert words(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "fr",
            "« Nous ouvrirons, a répondu la juge, car il fait beau. »",
            ["Nous ouvrirons,", "car il fait beau."],
        ),
        ("fr", "« Jamais ! s’exclame M. Roy. Fermez. »", ["Jamais !", "Fermez."]),
        (
            "fr",
            "« Nous ouvrirons, a lancé Anne Roux, juge à Foix, devant la gare. Venez ! »",
            ["Nous ouvrirons,", "Venez !"],
        ),
        ("es", "«Abriremos, dijo la jueza, porque hace sol».", ["Abriremos,", "porque hace sol"]),
        ("it", "«Apriremo, ha detto la giudice, perché c’è il sole».", ["Apriremo,", "perché c’è il sole"]),
        ("ru", "«Мы откроем, — вздохнула судья, — но не сегодня».", ["Мы откроем,", "но не сегодня"]),
        ("ru", "«Мы откроем, — сказала судья. — Завтра».", ["Мы откроем,", "Завтра"]),
        ("pl", "„Otworzymy – powiedziała sędzia – bo jest słońce”.", ["Otworzymy", "bo jest słońce"]),
    ],
)
def test_a_narrators_words_inside_quotation_marks_are_cut_out(language, text, said):
    assert words(text, language) == said
    assert [quote.continues for quote in quotations(text, language)] == [None, "q1"]


@pytest.mark.parametrize(
    "text",
    [
        "« Le rapport, publié hier, souligne l’importance du port. »",
        "« Madame, je m’appelle Luc Roy. »",
        "« Il faut, dit-on, fermer. »",
    ],
)
def test_what_somebody_says_of_others_is_not_cut_out(text):
    assert len(words(text, "fr")) == 1


def test_an_aside_of_the_speaker_between_dashes_is_no_narrator_in_english():
    text = "“Our club — and I say our, as we are one — would have paid for the pier,” Ann Roe said."
    assert words(text, "en") == ["Our club — and I say our, as we are one — would have paid for the pier,"]
