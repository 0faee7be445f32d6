"""The same articles with names of twelve origins: whoever has them, the answers are the same."""

import pytest
from attributed import speakers

ORIGINS = {
    "English": ("James Walker", "Emily Carter"),
    "Nigerian": ("Oluwaseun Adeyemi", "Chidinma Okafor"),
    "Vietnamese": ("Quang Tran", "Thuy Nguyen"),
    "Indian": ("Arjun Deshpande", "Lakshmi Raghavan"),
    "Ukrainian": ("Bohdan Kovalenko", "Oksana Shevchuk"),
    "Turkish": ("Emre Yildiz", "Zeynep Demir"),
    "Spanish": ("Joaquín Herrera", "Rocío Navarro"),
    "Chinese": ("Wei Zhang", "Xiu Huang"),
    "Arabic": ("Tariq Haddad", "Rania Khoury"),
    "Korean": ("Minjun Baek", "Jiwoo Seo"),
    "Finnish": ("Veikko Lahtinen", "Päivi Korhonen"),
    "Hawaiian": ("Keoni Kahale", "Leilani Akana"),
}
ARTICLES = {
    "a pronoun earlier in the sentence tells": (
        (
            "Health warning\n\n{he}, a minister, said he was worried.\n\n"
            "{she} lost her house in the flood. “We were told nothing at all,” she said."
        ),
        ["she"],
    ),
    "a relation tells": (
        (
            "Flood\n\n{she} and her husband left on Monday, and {he} stayed to guard his shop.\n\n"
            "{he} sold bread. “The water came at night,” he said.\n\n“We lost it all,” she said."
        ),
        ["he", "she"],
    ),
    "whoever is called otherwise is passed over": (
        (
            "Bridge vote\n\n{she} opened the meeting. She read the plan aloud.\n\n"
            "{he} rose. He shook his head. Then {she} closed her folder. “It is a waste of money,” he said."
        ),
        ["he"],
    ),
    "the subject speaks": (
        (
            "Bridge vote\n\n{he} met {she} on Monday.\n\n“We agreed on the price,” {he_last} said. “It is fair.”\n\n"
            "{she_last} disagreed. “It is too high,” she said."
        ),
        ["he", "he", "she"],
    ),
}


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize("article", ARTICLES)
def test_the_answers_are_the_same_whatever_the_names(article, origin):
    he, she = ORIGINS[origin]
    text, expected = ARTICLES[article]
    names = {"he": he, "she": she, "he_last": he.split()[-1], "she_last": she.split()[-1]}
    assert speakers(text.format(**names)) == [names[each] for each in expected]


@pytest.mark.parametrize("origin", ORIGINS)
def test_the_answers_are_the_same_with_the_names_the_other_way_round(origin):
    she, he = ORIGINS[origin]
    text, expected = ARTICLES["a pronoun earlier in the sentence tells"]
    assert speakers(text.format(he=he, she=she)) == [{"he": he, "she": she}[each] for each in expected]
