import pytest
from attributed import marked, speakers, told

from summarizer.analysis.attribution import attribute

QUOTE = "“We will build the bridge in spring,”"
ROE = ["Ann Roe"]


@pytest.mark.parametrize(
    "text",
    [
        f"{QUOTE} Ann Roe said.",
        f"{QUOTE} said Ann Roe.",
        f"Ann Roe said, {QUOTE[:-2]}.”",
        f"{QUOTE} Ann Roe told reporters on Monday.",
        f"{QUOTE} Ann Roe has repeatedly said.",
        f"{QUOTE} wrote Ann Roe in a letter.",
        f"According to Ann Roe, {QUOTE[:-2]}.”",
        f"{QUOTE} according to Ann Roe.",
        f"Ann Roe: {QUOTE[:-2]}.”",
        f"{QUOTE[:-2]}.” — Ann Roe",
        f"{QUOTE[:-2]}.”\n\n— Ann Roe",
    ],
)
def test_a_name_beside_the_cue_is_the_speaker(text):
    assert speakers(text) == ROE


@pytest.mark.parametrize(
    "text",
    [
        f"{QUOTE} Ann Roe, head of Acme, said.",
        f"{QUOTE} Acme’s head, Ann Roe, said.",
        f"{QUOTE} said Acme’s head, Ann Roe.",
        f"{QUOTE} said Acme spokeswoman Ann Roe.",
        f"{QUOTE} Ann Roe, the head of Acme, a maker of bridges, said.",
        f"{QUOTE} Ann Roe (the head of Acme) said.",
        f"{QUOTE} Ann Roe, 30, of Acmeville, Ohio, who leads the council, said on Monday.",
        f"{QUOTE} Ann Roe, the head of a local bank, Acme Bank, said.",
        f"At a meeting in Berea, Ohio, Gov. Ann Roe (D-Ohio), said, {QUOTE[:-2]}.”",
        f"{QUOTE} said Air Force 1st Lt. Ann Roe.",
        f"''{QUOTE[1:-1]}'' scoffed Ann Roe, 22, who founded the group.",
        f"{QUOTE} Ann Roe – a friend of the mayor – said.",
        f"{QUOTE} Ann Roe, who leads the council, said.",
        f"{QUOTE} said Ann Roe, a member of the council.",
        f"{QUOTE} said former Mayor Ann Roe.",
        f"{QUOTE} said Dr. Ann Roe.",
    ],
)
def test_an_apposition_or_a_title_leaves_the_name_the_speaker(text):
    assert speakers(text) == ROE


def test_what_stands_between_commas_in_a_list_is_no_apposition():
    text = "Ann Roe, Bo Doe and Cy Poe came. “It was too late to talk,” said Bo Doe."
    assert speakers(text) == ["Bo Doe"]


def test_a_participle_belongs_to_the_source_before_it():
    text = "Ann Roe said the bridge was old, adding that “it will not stand another winter.”"
    assert speakers(text) == ROE


def test_a_participle_behind_a_place_or_a_document_belongs_to_the_subject():
    assert speakers("Ann Roe answered on Acme Radio, writing “we will go home.”") == ROE
    assert speakers("After the Paris attacks, Ann Roe made a film calling it “dangerous to wait.”") == ROE


def test_what_somebody_tells_of_another_is_in_the_words_of_whoever_tells():
    text = "Ann Roe, who spoke later, said Quist has pushed the mayor to be “stronger and far more patient.”"
    assert speakers(text) == ROE


def test_a_cue_at_the_end_tells_of_the_whole_sentence():
    assert speakers("“We are horrified now” by the fire and what it means, Ann Roe said.") == ROE


def test_the_second_verb_of_a_sentence_belongs_to_its_first_source():
    text = "Ann Roe inspected the bridge and said “it will not stand another winter.”"
    assert speakers(text) == ROE


def test_who_was_told_something_did_not_say_it():
    text = "Bo Doe was told to leave. “You have to be out by noon,” Ann Roe told him."
    assert speakers(text) == ROE


def test_a_spokesman_for_somebody_is_not_that_somebody():
    text = "“We will look into it again,” a spokesman for Ann Roe said."
    assert speakers(text) == ["a spokesman"]


def test_behind_the_verb_a_spokesman_for_somebody_is_not_that_somebody():
    text = "“We will look into it again,” said a spokesman for Ann Roe."
    assert speakers(text) == ["a spokesman"]


def test_the_head_of_a_body_speaks_and_not_the_body():
    assert speakers("“We will look into it again,” said Mary Roe of Acme.") == ["Mary Roe"]


@pytest.mark.parametrize(
    "verb", ["said", "asked", "warned", "insisted", "tweeted", "wrote", "replied", "told Bo Doe"]
)
def test_many_verbs_attribute(verb):
    assert speakers(f"“We will build it in spring,” Ann Roe {verb}.") == ROE


def test_a_quotation_that_goes_on_has_the_speaker_of_its_beginning():
    text = "“The bridge is old,” Ann Roe said. “We will build it again in spring.”"
    assert speakers(text) == ROE * 2


def test_a_quotation_in_a_paragraph_of_its_own_is_by_who_spoke_last():
    text = "Ann Roe said the bridge is old.\n\n“We will build it again in spring.”"
    assert speakers(text) == ROE


def test_a_colon_announces_the_speaker_of_what_follows():
    text = "Ann Roe told reporters after the talks:\n\n“We will build it again in spring. It will stand.”"
    assert speakers(text) == ROE


def test_a_quotation_that_nobody_stands_near_is_left_open():
    assert speakers("“We will build it again in spring.” The river rose at night.") == [None]


def test_each_of_two_quotations_in_a_sentence_has_its_own_speaker():
    text = "“We will build it in spring,” said Ann Roe, but Bo Doe said “we will never pay for it.”"
    assert speakers(text) == ["Ann Roe", "Bo Doe"]


def test_a_semicolon_divides_speakers():
    text = "Ann Roe said “it is old and cold”; “we will never pay for it,” said Bo Doe."
    assert speakers(text) == ["Ann Roe", "Bo Doe"]


def test_two_quotations_before_one_cue_are_both_its():
    text = "Ann Roe spoke about a “lost year” of “idle talk” and urged the town to build."
    assert speakers(text) == ROE * 2


def test_the_cue_is_the_words_that_attribute():
    article = marked("“We will build it in spring,” Ann Roe said.")
    [speaker] = attribute(article).speakers.values()

    assert speaker.cue is not None
    assert (article.article.slice(speaker.cue), speaker.how) == ("said", "cue")


def test_a_speaker_by_name_is_settled_and_one_by_office_is_not():
    text = "“We will build it in spring,” Ann Roe said. “We will never pay for it,” a lawyer said."
    assert [told(text).is_settled(item) for item in ("q1", "q2", "q3")] == [True, False, False]


def test_an_article_in_another_language_gives_its_full_quotations_and_nobody():
    text = "„Wir bauen die Brücke im Frühjahr“, sagte Ann Roe. Die „Brücke“ ist alt."
    found = told(text, language="de")

    assert [quotation.id for quotation in found.said] == ["q1"]
    assert [*found.speakers, *found.reports, *found.parties, *found.cues] == []


@pytest.mark.parametrize("language", ["en-GB", "EN", None])
def test_english_is_read_whatever_its_country(language):
    assert told("“We will build it in spring,” Ann Roe said.", language).speakers


@pytest.mark.parametrize(
    "cue", ["Roe and Doe said", "said Ann Roe and Bo Doe", "Ann Roe and Bo Doe told the town on Monday"]
)
def test_names_joined_by_and_speak_together(cue):
    text = f"Ann Roe and Bo Doe lead the town. {QUOTE} {cue}. “It is old.”"
    found = told(text)
    assert [found.speaker_names(item) for item in ("q1", "q2")] == [("Ann Roe", "Bo Doe")] * 2


def test_a_name_that_is_joined_to_something_else_speaks_alone():
    text = f"{QUOTE} Ann Roe said and Bo Doe left. “It is old,” said Bo Doe and left."
    assert [told(text).speaker_names(item) for item in ("q1", "q2")] == [("Ann Roe",), ("Bo Doe",)]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Mr. Roe came on Monday. “It is late,” he said.", True),
        ("Ann Roe met Bo Doe on Monday. “It is late,” she said.", False),
        ("Ann Roe said it was late.\n\n“It is old.”", False),
    ],
)
def test_a_speaker_whom_others_rival_is_unsure(text, sure):
    assert [speaker.is_sure for speaker in told(text).speakers.values()] == [sure]


@pytest.mark.parametrize("clause", ["Doe shot back.", "Doe hissed angrily.", "laughed Bo Doe."])
def test_a_second_speaker_in_a_paragraph_is_known_by_any_verb(clause):
    text = f"Ann Roe met Bo Doe on Monday. {QUOTE} Roe said. “Never, not in a hundred years,” {clause}"
    assert speakers(text) == ["Ann Roe", "Bo Doe"]


def test_a_question_has_the_speaker_of_the_clause_behind_it():
    assert speakers("Ann Roe met Bo Doe. “Who will pay?” Doe asked. “Not us!” Roe cried.") == [
        "Bo Doe",
        "Ann Roe",
    ]


def test_a_statement_that_is_read_is_whose_it_is():
    assert speakers(f"{QUOTE} read a statement from the council.") == ["the council"]


def test_what_somebody_does_behind_a_question_does_not_attribute_it():
    text = "Ann Roe said it was late. “Who will pay?” Doe left the town for the hills of Acme."
    assert speakers(text) == ["Ann Roe"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bo Doe came. “Who will pay for it?” a questioner asked.", "a questioner"),
        (
            "Bo Doe fears the worst, with one shopkeeper writing “we will never pay for it” on a wall.",
            "one shopkeeper",
        ),
        ("Bo Doe came. “It is far too late,” Mr. King, 82, told me.", "King"),
    ],
)
def test_somebody_without_a_full_name_speaks_too(text, speaker):
    assert speakers(text) == [speaker]


def test_a_quotation_of_the_title_is_by_whoever_says_the_words_in_the_text_but_unsure():
    title = "The Bridge of Acmeville Is ‘Far Too Old’ for Another Winter"
    found = told(f"{title}\n\nThe sun shone. “The bridge is far too old,” said Ann Roe.").speakers
    assert [(speaker.source.name, speaker.is_sure) for speaker in found.values()] == [
        ("Ann Roe", True),
        ("Ann Roe", False),
    ]
