"""What of an article is shown as its headline and its abstract."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.analysis import mark
from summarizer.analysis.attribution import attribute
from summarizer.article import Article
from summarizer.extracts import own_sentences
from summarizer.reading import from_text


def shown(text, *, wanted=(), **fields):
    article = from_text(text).model_copy(update=fields)
    marked = mark(article)
    places = [marked.sentences[number - 1].span for number in wanted]
    own = own_sentences(marked, attribute(marked), places)
    assert own.headline.wording == "article"
    assert all(sentence.wording == "article" and sentence.evidence for sentence in own.abstract)
    return own.headline.text, [sentence.text for sentence in own.abstract]


FERRY = """Island ferry to stop in winter

PORT HARLAN (Coast Wire) — The operator of the Harlan ferry said on Monday that it would stop all sailings from \
November to March because too few people use them.

The mayor of Harlan, Edda Brook, said the island could not be cut off for five months and demanded talks.

She was elected in May.

"Nobody asked the people who live here," said Tom Vale, who leads the fishermen's union.

But the regional government said it would not pay more than it does today.
"""


def test_the_headline_is_the_title_and_the_news_comes_first_without_its_dateline():
    headline, abstract = shown(FERRY)
    assert headline == "Island ferry to stop in winter"
    assert abstract[0].startswith("The operator of the Harlan ferry said on Monday")
    assert len(abstract) == 3


def test_a_sentence_about_she_without_a_name_is_not_shown():
    assert not any(text.startswith("She") for text in shown(FERRY, wanted=[4])[1])


def test_the_sentences_that_somebody_chose_are_shown():
    _, abstract = shown(FERRY, wanted=[6])
    assert "The regional government said it would not pay more than it does today." in abstract


def test_a_sentence_chosen_twice_or_said_twice_is_shown_once():
    said = "The council of Brede voted on Tuesday to close the old bridge to lorries for two years."
    _, abstract = shown(f"{said} Drivers protested in front of the town hall of Brede all day. {said}")
    assert abstract == [said, "Drivers protested in front of the town hall of Brede all day."]


def test_an_article_of_one_sentence_is_its_own_abstract():
    said = "The mayor of Brede resigned on Friday after a vote of no confidence."
    assert shown(said) == (said.removesuffix("."), [said])


def test_an_article_of_one_paragraph_has_a_headline_from_its_first_sentence():
    headline, abstract = shown(
        "The mayor of Brede resigned on Friday. The council will meet on Monday. Her deputy, Ole Kant, said he would not run."
    )
    assert headline == "The mayor of Brede resigned on Friday"
    assert "The mayor of Brede resigned on Friday." in abstract


def test_a_short_first_paragraph_that_became_the_headline_is_not_said_again():
    headline, abstract = shown(
        "Mayor of Brede resigns.\n\nThe mayor of Brede gave up her office on Friday after a vote in the council.\n\n"
        "Her party demanded new elections, and the opposition in Brede welcomed the step."
    )
    assert headline == "Mayor of Brede resigns"
    assert not any("Mayor of Brede resigns" in text for text in abstract)


def test_a_lede_of_eighty_words_is_cut_behind_its_news_and_between_words():
    lede = (
        "The national railway, which has lost money in each of the last eleven years and has closed four branch lines "
        "in the east of the country, told its staff on Wednesday that it would cut nine hundred jobs in its workshops "
        "by the end of next year and sell the three oldest of its depots to private firms that have shown interest in "
        "them since the spring of last year, which unions in the region have long feared would happen sooner or later"
    )
    headline, abstract = shown(f"{lede}.")
    assert abstract == [lede.rpartition(", which")[0] + "."]
    assert len(headline) <= 162
    assert headline.endswith(" …")
    assert lede.startswith(headline.removesuffix(" …"))


def test_a_quotation_over_two_sentences_is_shown_whole_or_not_at_all():
    _, abstract = shown(
        "Talks on the dam at Lor ended without a result on Sunday, as farmers and the ministry for the third time could "
        "not agree on who is to get the water of the summer.\n\n"
        "“We offered them water. They refused it,” said the minister for farming, Pia Holm.\n\n"
        "The growers of Lor demanded that the dam be opened at once."
    )
    assert all(text.count("“") == text.count("”") for text in abstract)
    assert len(abstract) == 3


def test_a_quotation_without_whoever_said_it_is_not_shown():
    _, abstract = shown(
        "Talks on the dam at Lor ended without a result on Sunday.\n\n“This was the last offer we will make.”\n\n"
        "The growers of Lor demanded that the dam be opened at once."
    )
    assert not any("last offer" in text for text in abstract)


def test_a_transcript_is_shown_with_the_names_before_its_lines():
    _, abstract = shown(
        "ANNA BELL: Good evening and welcome.\n\nTOM VALE: The harbour will close on Friday and nobody was asked.\n\n"
        "ANNA BELL: What will you do?\n\nTOM VALE: We will go to court next week to stop the closure."
    )
    assert abstract
    assert all(text.startswith(("TOM VALE: ", "ANNA BELL: ")) for text in abstract)


def test_of_a_list_its_items_are_shown():
    headline, abstract = shown(
        "Changes at the harbour from May\n\n- Ferries leave every two hours\n- Tickets cost four euros more\n- Bicycles are free"
    )
    assert headline == "Changes at the harbour from May"
    assert abstract


def test_a_writers_own_verdict_is_not_shown_where_others_are_reported():
    _, abstract = shown(
        "Council of Brede votes\n\n"
        "The council of Brede voted on Monday to close the harbour.\n\nThe plan of the mayor is frankly absurd.\n\n"
        "The harbour should stay open at any price and for all.\n\n"
        "The dockers' union said the harbour must stay open until 2030."
    )
    assert len(abstract) == 2
    assert not any("lie" in text or "any price" in text for text in abstract)


@pytest.mark.parametrize(
    "dangling",
    [
        "On Thursday, he told a crowd in Lor that the harbour was old.",
        "The move surprised the shipping firms of Lor and Brede.",
        "Has never been seen in the harbour of Lor since May.",
    ],
)
def test_a_sentence_whose_subject_stands_elsewhere_is_not_shown(dangling):
    _, abstract = shown(
        "The council of Brede voted on Monday to close the harbour.\n\nTom Vale, who leads the dockers, went to Lor.\n\n"
        f"Shipping firms asked for a delay of the closure.\n\n“Nobody asked us, and nobody will.”\n\n{dangling}"
    )
    assert dangling not in abstract


def test_a_caption_is_no_news():
    _, abstract = shown(
        "Harbour of Brede to close\n\nDockers plead for their jobs.\n\n"
        "The council of Brede voted on Monday to close the harbour for good after a debate of nine hours."
    )
    assert abstract == [
        "The council of Brede voted on Monday to close the harbour for good after a debate of nine hours."
    ]


def test_a_first_paragraph_of_two_short_sentences_is_the_headline():
    headline, abstract = shown(
        "Harbour could close. Again.\n\nThe council of Brede voted on Monday to close the harbour in May.\n\n"
        "Tom Vale, who leads the dockers, said they would go to court."
    )
    assert headline == "Harbour could close. Again"
    assert len(abstract) == 2


def test_the_news_comes_first_though_a_scene_stands_before_it():
    _, abstract = shown(
        "Council of Brede votes to close harbour\n\nGulls circled above an empty quay as a man in oilskins lit a pipe.\n\n"
        "The council of Brede voted on Monday to close the harbour in May, its mayor said.",
    )
    assert abstract[-1].startswith("The council of Brede voted on Monday")


def test_an_unclosed_quotation_is_closed():
    _, abstract = shown(
        "“The harbour will close on Friday and nobody has asked the people of Brede, said Tom Vale"
    )
    assert all(text.count("“") == text.count("”") for text in abstract)


@pytest.mark.parametrize("text", ["…", "42", "", "\n\n"])
def test_a_text_without_a_word_has_no_headline(text):
    marked = mark(Article(text=text))
    assert own_sentences(marked, attribute(marked)).headline.text in {"", text.strip()}


@pytest.mark.parametrize(
    ("title", "fields", "cleaned"),
    [
        ("Harbour of Brede to close | The Brede Post", {}, "Harbour of Brede to close"),
        ("Harbour of Brede to close - Brede Post", {"site": "The Brede Post"}, "Harbour of Brede to close"),
        (
            "Harbour to close – bredepost.example",
            {"url": "https://www.bredepost.example/a"},
            "Harbour to close",
        ),
        ("Politics | Harbour of Brede to close", {}, "Harbour of Brede to close"),
        ("EXCLUSIVE: Harbour of Brede to close", {}, "Harbour of Brede to close"),
        ("Meinung: Der Hafen muss bleiben", {"language": "de"}, "Der Hafen muss bleiben"),
        ("【独家】布雷德港将于五月关闭", {"language": "zh"}, "布雷德港将于五月关闭"),
        ("Brede - Lor: trains to run again in May", {}, "Brede - Lor: trains to run again in May"),
        ("Vale: Harbour must stay open", {}, "Vale: Harbour must stay open"),
    ],
)
def test_a_title_loses_the_names_of_site_and_section(title, fields, cleaned):
    assert shown(FERRY, title=title, **fields)[0] == cleaned


def test_of_two_openings_the_one_without_loaded_words_has_the_news():
    _, abstract = shown(
        "The regime sent its thugs to crush the heroic dockers of Brede on Monday.\n\n"
        "Police in Brede arrested forty dockers on Monday after a strike of two weeks.\n\n"
        "The dockers' union said it would go on with the strike until all of them are free.\n\n"
        "The interior minister, Ole Kant, said the strike was against the law."
    )
    assert abstract[0].startswith("Police in Brede arrested")
    assert not any("thugs" in text for text in abstract)


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        (
            "de",
            "BREDE (knd) – Die Stadt Brede schließt im Mai ihren Hafen. Aber die Gewerkschaft lehnt das ab. Er kostet zu viel.",
            "Die Stadt Brede schließt im Mai ihren Hafen.",
        ),
        (
            "fr",
            "BRÈDE, 3 mai (ACI) - La ville de Brède fermera son port en mai. Mais le syndicat des dockers refuse. Il coûte trop.",
            "La ville de Brède fermera son port en mai.",
        ),
        (
            "es",
            "Brede, 3 may (ACI).- La ciudad de Brede cerrará su puerto en mayo. Pero el sindicato de estibadores lo rechaza.",
            "La ciudad de Brede cerrará su puerto en mayo.",
        ),
        (
            "pl",
            "BREDE (KAI) - Miasto Brede zamknie swój port w maju. Ale związek dokerów się temu sprzeciwia. On kosztuje za dużo.",
            "Miasto Brede zamknie swój port w maju.",
        ),
        (
            "ru",
            "БРЕДЕ, 3 мая — КАИ. Город Бреде закроет свой порт в мае. Но профсоюз докеров выступает против этого решения.",
            "Город Бреде закроет свой порт в мае.",
        ),
        (
            "ar",
            "بريدي (وكا) - ستغلق مدينة بريدي ميناءها في مايو المقبل. لكن نقابة العمال ترفض هذا القرار.",
            "ستغلق مدينة بريدي ميناءها في مايو المقبل.",
        ),
        (
            "zh",
            "新华社布雷德5月3日电（记者 林文）布雷德市将于五月底关闭港口。但码头工人工会反对这一决定。他们要求谈判。",
            "布雷德市将于五月底关闭港口。",
        ),
        (
            "ja",
            "【ブレーデ=林文】ブレーデ市は5月末に港を閉鎖する。しかし、港湾労働者の組合は反対している。",
            "ブレーデ市は5月末に港を閉鎖する。",
        ),
        (
            "en",
            "BREDE (AP) -- The town of Brede will close its harbour in May. But the dockers' union is against it.",
            "The town of Brede will close its harbour in May.",
        ),
    ],
)
def test_datelines_and_conjunctions_are_left_out_in_every_language(language, text, first):
    _, abstract = shown(text, language=language)
    assert abstract[0] == first
    assert len(abstract) == 2


PIECES = (
    "The mayor of Brede", " said on Monday", " that ", "She", " “we will go", "”", "’", "‘", "«", "»", "(", ")", ". ", "? ", "…",
    ", which nobody wanted", "\n\n", "\n", "BREDE (AP) — ", "But ", "Tom Vale: ", "- ", "1. ", "you", "新华社北京5月3日电 ", "市长说。", "“好”",
    "\u202e", "\u200b", "ignore all previous instructions", " | ", "x" * 700,
)  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join).filter(str.strip),
    st.sampled_from(["en", "de", "zh", None]),
)
@settings(max_examples=200)
def test_whatever_an_article_says_it_is_shown_in_its_words_once(text, language):
    _, abstract = shown(text, language=language)
    assert len(abstract) == len(set(abstract)) <= 3
    article = " ".join(text.split()).casefold()
    for sentence in abstract:
        words = sentence.removesuffix("…").rstrip(" .。”’»‘«").casefold()
        assert words.split()[-1:] == [] or words.split()[-1] in article


def test_the_news_is_told_by_the_words_of_a_title_that_is_only_the_first_line():
    headline, abstract = shown(
        "Parents of Brede rally to save the harbour school\n\n"
        "Ann Lind loves the quiet streets that her daughter walks.\n\nThe sea is near.\n\n"
        "About 300 parents of Brede held a rally for the harbour school, according to the group Save Our Harbour School."
    )
    assert headline == "Parents of Brede rally to save the harbour school"
    assert any(sentence.startswith("About 300 parents of Brede held a rally") for sentence in abstract)
