"""Transcripts, in which a label before the words says who speaks."""

from attributed import marked, speakers

TALK = (
    "The bridge will stand, mayor says\n\n"
    "Mayor Ilse Lind told the radio host Dan Quist on Sunday that the town would pay for the bridge.\n\n"
    "“QUIST: Will you build it again?\n\n"
    "“LIND: We will, in spring. It is old.\n\n"
    "“And it is too small.\n\n"
    "“KERN: But who pays?\n\n"
    "“LIND: The town pays. It always has.”"
)


def test_a_label_names_the_speaker_of_what_follows_it():
    assert speakers(TALK) == ["Dan Quist", "Ilse Lind", "Ilse Lind", "KERN", "Ilse Lind"]


def test_a_label_begins_a_speech_of_its_own():
    assert [quote.continues for quote in marked(TALK).quotations] == [None, None, "q2", None, None]


def test_a_heading_before_a_colon_is_no_speaker():
    text = (
        "The bridge fell.\n\n"
        "Old Bridges Impede Road Work: Ending “the scourge of rust that eats them” is one of the aims of the town.\n\n"
        "Ann Lind: “We will build it again in the spring.”"
    )
    assert speakers(text) == [None, "Ann Lind"]
