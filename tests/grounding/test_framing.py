import json
import sys
from pathlib import Path

import pytest
from grounding_drafts import CAIRO, reference

from summarizer.analysis import mark
from summarizer.analysis.places import Marks
from summarizer.article import Article
from summarizer.framing.framing import find_framing
from summarizer.grounding import verify
from summarizer.pipeline import ground_draft
from summarizer.text import wordlists
from summarizer.text.tokens import Tokens

NEUTRAL = sorted((Path(__file__).parent / "neutral").glob("*.txt"))
GOLDEN = Path(__file__).parent.parent / "golden"


def framing(text, language=None):
    marked = mark(Article(text=text, language=language))
    return find_framing(Marks(marked), Tokens.of(text))


def words(text, language=None):
    return [item.text for item in framing(text, language)]


def test_the_first_article_is_caught_at_its_own_loaded_words_and_not_at_those_it_quotes():
    found = {item.text: (item.category, item.neutral) for item in ground_draft(CAIRO, reference()).framing}
    assert found == {
        "resistance movement": ("glorifying", "armed group"),
        "“Israel’s”": ("scare_quoted_name", "Israel’s"),
        "genocidal aggression": ("accusation", "military campaign"),
        "“Israeli”": ("scare_quoted_name", "Israeli"),
        "martyred": ("glorifying", "killed"),
    }


def test_a_word_that_comes_again_is_one_item_with_all_its_places():
    [item] = [item for item in ground_draft(CAIRO, reference()).framing if item.text == "resistance movement"]
    assert item.times == 3
    assert [place.exact for place in item.others] == ["resistance movement"] * 2
    assert len({item.anchor.start, *(place.start for place in item.others)}) == 3


def test_items_are_numbered_in_the_order_of_the_text():
    items = ground_draft(CAIRO, reference()).framing
    assert [item.id for item in items] == [f"w{number}" for number in range(1, 6)]
    assert sorted(items, key=lambda item: item.anchor.start) == items


@pytest.mark.parametrize("path", NEUTRAL, ids=lambda path: path.stem)
def test_neutral_agency_prose_raises_no_alarm(path):
    assert words(path.read_text(encoding="utf-8")) == []


def test_in_every_language_only_the_planted_words_are_found():
    found = {}
    for path in sorted(GOLDEN.glob("*.jsonl")):
        for item in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if listed := words(item["article"]["text"], item["article"]["language"]):
                found[item["id"]] = listed
    assert found == {
        "ar-1-mina": ["هزيلة", "ومخجلة"],
        "de-1-moor": ["übler", "Randalierer"],
        "en-2-mill": ["greedy", "shameful"],
        "ja-1-fusha": ["強欲な企業"],
        "pl-1-lotnisko": ["bezczelna"],
        "nl-1-molen": ["schandalige"],
        "pt-1-ponte": ["vergonhosa"],
        "ru-1-most": ["Алчные"],
        "zh-1-river": ["无良企业"],
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The terrorists shelled the town at dawn.", "The freedom fighters shelled the town at dawn."),
        ("The Zionist entity bombed the port on Monday.", "The terrorist organisation bombed the port on Monday."),
        ("Two soldiers of the regime were neutralised.", "Two soldiers of the occupation army were martyred."),
        ("A “Ukrainian” army post fell on Tuesday.", "A “Russian” army post fell on Tuesday."),
        ("Pro-abortion groups marched in the rain.", "Anti-choice groups marched in the rain."),
        ("The abortion lobby won the vote.", "The anti-choice zealots won the vote."),
        ("Paid protesters met at the mill.", "Fat cats met at the mill."),
        ("The union thugs left the talks.", "The capitalist pigs left the talks."),
        ("The rigged election cost him the office.", "The voter suppression law cost him the office."),
        ("Illegals crossed the river at night.", "Racist cops crossed the river at night."),
        ("The climate hoax cost millions.", "The climate criminals cost millions."),
        ("Lawmakers kept the death tax.", "Lawmakers passed tax handouts for the rich."),
        ("The woke mob cheered the ruling.", "The MAGA cult cheered the ruling."),
        ("The thugs of the militia burned the bus.", "The goons of the police burned the bus."),
    ],
)  # fmt: skip
def test_both_sides_telling_of_one_event_are_found_alike(one, other):
    assert len(framing(one)) == len(framing(other)) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "“The regime martyred forty,” said Sulif.",
        "Sulif said the regime had martyred forty people.",
        "The regime has martyred forty people, Sulif said on Monday.",
        "The regime has martyred forty people, according to the rebels.",
        "The minister accused the neighbours of genocidal aggression.",
        "She denounced the heinous attack.",
        "The group, listed as a terrorist organisation by Norland, did not answer.",
        "In the eyes of the rebels the soldiers are terrorists.",
    ],
)
def test_words_of_somebody_else_are_not_the_articles(text):
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The regime said on Monday that talks would go on.", ["regime"]),
        ("The leader of the terrorist group told reporters he was tired.", ["terrorist group"]),
        ("Ruiz, the tyrant, said that they would all of them be paid on Friday.", ["tyrant"]),
        ("He spoke. The heinous plan goes on.", ["heinous"]),
    ],
)
def test_words_about_the_one_who_speaks_are_the_articles(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The tax regime changed on Monday.",
        "A crowd met on Martyrs' Square.",
        "They flew to the Holy War Museum.",
        "A convicted war criminal went home.",
        "Rabid foxes were seen.",
        "The attack killed nine; the war and the invasion go on; it was a massacre.",
    ],
)
def test_what_is_only_grim_or_a_term_or_a_name_is_left_alone(text):
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The “Israeli” prime minister left.", ["“Israeli”"]),
        ("Troops of ‘president’ Ruiz left.", ["‘president’"]),
        ("The so-called president of the valley left.", ["so-called"]),
        ("Talks with “Taiwan’s” envoy failed.", ["“Taiwan’s”"]),
        ("On Monday “Ukrainian” forces left.", ["“Ukrainian”"]),
    ],
)
def test_a_state_or_an_office_between_quotation_marks_is_belittled(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The song “America” was played.",
        "They sang the song “Israel” again.",
        "Joe “Russia” Hayes spoke.",
        "He spelled the word “government” out.",
        "They will resume talks with a “positive spirit” in May.",
        "The mayor called it a “mistake”.",
        "The so-called Islamic State is gone.",
        "The so-called government shutdown ended.",
    ],
)
def test_titles_nicknames_terms_and_partial_quotations_are_no_scare_quotes(text):
    assert words(text) == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Das Terrorregime ließ am Montag schießen.", ["Terrorregime"]),
        ("de", "„Das ist ein Terrorregime“, sagte Ruiz.", []),
        ("fr", "Les odieux casseurs ont fui.", ["odieux"]),
        ("fr", "Selon Ruiz, le régime fantoche est à bout.", []),
        ("es", "La banda terrorista voló el puente.", ["banda terrorista"]),
        ("es", "Ruiz acusó a la banda terrorista de volar el puente.", []),
        ("ru", "Отряд киевского режима ушёл.", ["киевского режима"]),
        ("ru", "Ruiz заявил, что террористы ушли.", []),
        ("pl", "Haniebny atak trwał godzinę.", ["Haniebny"]),
        ("ar", "استشهد أربعون شخصا في القصف.", ["استشهد"]),
        ("ar", "قالت الحركة إن أربعين شخصا استشهدوا.", []),
        ("zh", "台湾“总统”周一访问美国。", ["“总统”"]),
        ("zh", "他指责恐怖分子炸毁了桥。", []),
        ("ja", "テロリストが橋を爆破。", ["テロリスト"]),
        ("ja", "首相はテロリストが橋を爆破したと述べた。", []),
    ],
)
def test_other_languages_have_tables_of_their_own(language, text, found):
    assert words(text, language) == found


def test_where_the_language_is_unknown_the_script_says_enough():
    assert words("Алчные подрядчики ушли.") == ["Алчные"]
    assert words("The heinous plan goes on.", "tlh") == []


def test_an_article_full_of_loaded_words_stays_bounded():
    table = wordlists.words(
        """
        heinous barbaric vile odious abhorrent monstrous diabolical satanic demonic evil shameful appalling sickening
        disgusting repugnant loathsome cowardly perfidious sinister ruthless savage brutal merciless murderous
        """
    )
    text = " ".join(f"The {word} regime fell and its thugs ran." for word in sorted(table) * 20)
    marked = mark(Article(text=text))
    summary = ground_draft(marked, reference())
    assert len(summary.framing) == 24
    assert {"regime", "thugs"} <= {item.text for item in summary.framing}
    assert all(len(item.others) <= 8 for item in summary.framing)
    assert max(item.times for item in summary.framing) == 480
    assert verify(summary, marked) == []


@pytest.mark.parametrize(
    "piece",
    ["martyred “Israeli” said ", "The “Israeli” regime, he said. ", "brutal-", "so-called ", "“president” "],
)
def test_the_time_is_linear_in_the_length_of_a_hostile_article(piece):
    calls = []
    for size in (4_000, 16_000):
        marked = mark(Article(text=piece * (size // len(piece))))
        calls.append(
            _calls(lambda marked=marked: find_framing(Marks(marked), Tokens.of(marked.article.text)))
        )
    assert calls[1] < 5 * calls[0] + 2000


def _calls(work):
    """How many functions `work` calls: a clock would depend on the machine."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
