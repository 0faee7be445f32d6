import pytest
from attributed import positions, stances, told


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Ann Roe said the bridge is old.", "claims"),
        ("Ann Roe said on Monday that the bridge is old.", "claims"),
        ("Ann Roe said at a rally in Roeville, Acmeland, that the bridge is old.", "claims"),
        ("Ann Roe pointed out that the bridge is old.", "claims"),
        ("Ann Roe ruled that the bridge is old.", "claims"),
        ("Ann Roe ruled against the builders.", "opposes"),
        ("Ann Roe voiced deep concern about the bridge.", "warns"),
        ("Ann Roe expressed support for the bridge.", "supports"),
        ("Ann Roe told voters that the bridge is old.", "claims"),
        ("Ann Roe called the bridge “a scandal.”", "claims"),
        ("Ann Roe denied that the bridge is old.", "denies"),
        ("Ann Roe warned that the bridge would fall.", "warns"),
        ("Ann Roe rejected the new bridge.", "opposes"),
        ("Ann Roe welcomed the new bridge.", "supports"),
        ("Ann Roe accused the builders of theft.", "accuses"),
        ("Ann Roe blamed the builders.", "accuses"),
        ("Ann Roe demanded a new bridge.", "demands"),
        ("Ann Roe called for a new bridge.", "demands"),
        ("Until Monday, Ann Roe refused to leave.", "refuses"),
        ("Ann Roe urged Mayor Bo Doe to resign.", "demands"),
        ("Ann Roe asked the council to vote.", "demands"),
        ("Ann Roe vowed to attack the town.", "intends"),
        ("Ann Roe pledged to rebuild it.", "intends"),
        ("Ann Roe promised voters a new bridge.", "offers"),
        ("Ann Roe offered to rebuild it.", "offers"),
        ("Ann Roe threatened to sue.", "threatens"),
        ("Ann Roe refused to leave.", "refuses"),
        ("Ann Roe declined to sign the letter.", "refuses"),
        ("Ann Roe agreed to sign the letter.", "accepts"),
        ("Ann Roe did not support the new bridge.", "opposes"),
        ("Ann Roe said she would sell the bridge.", "intends"),
        ("Ann Roe said she would not sell the bridge.", "refuses"),
        ("Ann Roe said she planned to sell the bridge.", "intends"),
        ("Ann Roe has insisted she will sell the bridge.", "intends"),
        ("Ann Roe plans to sell the bridge.", "intends"),
        ("Ann Roe wants to sell the bridge.", "intends"),
        ("Ann Roe wants a new bridge.", "demands"),
        ("Ann Roe said the builders must leave the town.", "demands"),
        ("Ann Roe argued for a new bridge.", "demands"),
        ("Ann Roe voted against the bridge.", "opposes"),
        ("Ann Roe dismissed the claims as nonsense.", "opposes"),
        ("Ann Roe hailed the new bridge.", "supports"),
        ("Ann Roe ruled out a new bridge.", "refuses"),
        ("Ann Roe warned the builders against a strike.", "warns"),
        ("Ann Roe told the Roe Times the bridge was too old.", "claims"),
        ("Ann Roe said she wants to sue but vowed to sell the bridge.", "intends"),
    ],
)
def test_the_verb_and_what_stands_behind_it_tell_the_stance(sentence: str, stance: str) -> None:
    assert stances(sentence) == [("Ann Roe", stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe said in a statement.",
        "Ann Roe told reporters on Monday.",
        "Ann Roe spoke to voters on Monday.",
        "Ann Roe declined to comment.",
        "Ann Roe refused to answer questions.",
        "Ann Roe asked Bo Doe about the bridge.",
        "Ann Roe found a way across the river.",
        "Ann Roe was accused of theft.",
        "Ann Roe backed out of the talks.",
        "Roe Industries maintains a school in the town.",
        "Ann Roe is expected to demand a bridge.",
        "Ann Roe could demand a bridge.",
        "If Ann Roe rejects the bridge, it will fall.",
        "Ann Roe never said the bridge is old.",
        "A statement said the bridge is old.",
        "Has Ann Roe called for a new bridge?",
        "Few experts said the bridge is old.",
        "Ann Roe found it hard to leave the town.",
        "Ann Roe called the police.",
        "Ann Roe dismissed the driver.",
        "Ann Roe wants to know.",
        "Ann Roe said her piece, and left.",
        "They met the mayor, whose aides saw Ann Roe and told her to leave.",
        "Builders worried about the bridge said that they might leave it.",
        "Ann Roe’s earlier claim that Bo Doe had refused to leave was wrong.",
    ],
)
def test_a_verb_that_says_nothing_or_that_nobody_means_makes_no_position(text: str) -> None:
    assert stances(text) == []


def test_what_a_rival_is_said_to_want_is_not_the_rivals_position() -> None:
    assert stances("Ann Roe said that Bo Doe wanted the builders to leave.") == [("Ann Roe", "claims")]


@pytest.mark.parametrize(
    ("text", "holder", "teller"),
    [
        ("Bo Doe plans to sell the bridge, according to a spokesman.", "Bo Doe", "a spokesman"),
        ("Bo Doe has refused to leave the bridge, police said.", "Bo Doe", "police"),
        ("Police said Bo Doe had refused to leave the bridge.", "Bo Doe", "Police"),
        ("Bo Doe has refused to leave the bridge, Ann Roe said.", "Ann Roe", None),
    ],
)
def test_who_gives_an_account_of_somebody_else_tells_it(text: str, holder: str, teller: str | None) -> None:
    assert [(note.names, note.told_by) for note in told(text).positions] == [((holder,), teller)]


def test_a_participle_goes_on_with_whoever_spoke_and_with_nobody_else() -> None:
    assert stances("Ann Roe rejected the plan, saying the bridge is old.") == [("Ann Roe", "opposes")]
    assert stances("The town granted Bo Doe a delay, saying the bridge is old.") == []


def test_two_sides_of_a_sentence_have_a_clause_each() -> None:
    assert positions("Ann Roe demanded a new bridge, while Mayor Bo Doe rejected it.") == [
        ("Ann Roe", "demands", "Ann Roe demanded a new bridge"),
        ("Bo Doe", "opposes", "Mayor Bo Doe rejected it."),
    ]


def test_what_stands_before_its_attribution_is_told_with_it() -> None:
    assert positions("The old bridge will not last, Ann Roe said.") == [
        ("Ann Roe", "claims", "The old bridge will not last, Ann Roe said.")
    ]


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("The bridge is older than the town,", "claims"),
        ("The builders must leave the town today,", "demands"),
        ("We will never accept such a bridge,", "refuses"),
        ("I support the bridge with all my heart,", "supports"),
        ("We condemn all that was done here,", "opposes"),
        ("It is a lie that the bridge is safe,", "accuses"),
        ("We will build another bridge by summer,", "intends"),
        ("We are worried about the old bridge,", "warns"),
        ("If it should rain, the bridge will last,", "claims"),
        ("The builders should have known of it,", "claims"),
    ],
)
def test_words_of_a_named_speaker_are_a_position_of_hers(said: str, stance: str) -> None:
    assert positions(f"“{said}” Ann Roe said.") == [("Ann Roe", stance, f"“{said}” Ann Roe said.")]


@pytest.mark.parametrize(
    "text",
    ["“Yes, of course,” Ann Roe said.", "“Who is going to pay for it all?” Ann Roe asked."],
)
def test_a_quotation_that_is_short_or_asks_is_no_position(text: str) -> None:
    assert stances(text) == []


def test_each_sentence_that_somebody_says_is_a_position() -> None:
    text = "“The bridge is much too old,” Ann Roe said. “The builders must leave the town.”"
    assert stances(text) == [("Ann Roe", "claims"), ("Ann Roe", "demands")]


def test_each_sentence_within_a_quotation_is_a_position_of_its_own() -> None:
    text = "“The bridge is much too old. The builders must leave the town,” Ann Roe said."
    assert positions(text) == [
        ("Ann Roe", "claims", "The bridge is much too old."),
        ("Ann Roe", "demands", "The builders must leave the town,"),
    ]


def test_a_clause_that_is_cut_goes_on_behind_the_verb_that_tells_it() -> None:
    text = (
        "Ann Roe, an Acme builder and spokeswoman for the Acme Bridge Coalition, which is made up of builders and drivers "
        "of all the towns, said many of the bridges that critics call old are not, as the program has helped towns that "
        "were poor, and some others of which nobody thought when it was made up by the council of that time."
    )
    [(_, _, clause)] = positions(text)
    assert len(clause) < 280
    assert clause.endswith("as the program has helped towns that were poor")


def test_of_a_long_quotation_three_claims_are_enough() -> None:
    text = f"“{' '.join(['The bridge is much too old.'] * 4)} It may fall soon,” Ann Roe said."
    assert len(positions(text)) == 3


def test_a_label_in_a_transcript_tells_whose_position_it_is_but_not_where_it_asks() -> None:
    text = "“LIND: We will build the bridge by summer.\n\n“QUIST: The town has no money left. Who pays?”"
    assert stances(text) == [("LIND", "intends")]


def test_a_long_clause_ends_at_a_mark() -> None:
    text = f"Ann Roe said the bridge is old{', and the river is deep and cold' * 20}."
    [(_, _, clause)] = positions(text)

    assert len(clause) <= 280
    assert text[len(clause)] == ","


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Ann Roe and Bo Doe said the bridge is old.", "Ann Roe and Bo Doe"),
        ("Acmeland, Roeland and Doeland demand a truce.", "Acmeland and Roeland and Doeland"),
        ("The bridge is far too old, Ann Roe and Bo Doe said.", "Ann Roe and Bo Doe"),
        ("Ann Roe (D-Ore.) and Bo Doe (R-Iowa) said the bridge is old.", "Ann Roe and Bo Doe"),
        ("Cy Poe met Ann Roe and Bo Doe said the bridge is old.", "Bo Doe"),
        ("The ministers of Acmeland and Roeland said the bridge is old.", "The ministers of Acmeland"),
        ("The family, builders and voters demand a bridge.", "The family and builders and voters"),
        ("Ann Roe and her lawyers have been demanding a bridge.", "Ann Roe and her lawyers"),
    ],
)
def test_names_joined_by_and_hold_a_position_together(text: str, holders: str) -> None:
    assert [names for names, _ in stances(text)] == [holders]


def test_one_of_several_of_whom_the_others_are_not_known_holds_nothing_alone() -> None:
    assert stances("Bridges, rivers and groups said the town is old.") == []


def test_a_deed_that_may_be_somebody_else_s_is_not_the_speaker_s() -> None:
    text = "Police say he broke a window and refused to leave the town."
    assert stances(text) == [("Police", "claims")]


def test_a_place_between_commas_says_nothing() -> None:
    text = "Ann Roe of the Bridge Institute in Munich, Germany, said the bridge is old."
    assert stances(text) == [("Ann Roe", "claims")]


def test_those_who_are_only_met_hold_nothing() -> None:
    assert stances("The talks with Acmeland and Roeland said nothing new.") == []


def test_an_office_before_the_name_does_not_hide_what_is_said_before() -> None:
    text = "The bridge is far too old, union leader Ann Roe has said."
    assert positions(text) == [("Ann Roe", "claims", text)]


def test_an_attribution_in_the_middle_takes_the_clause_before_it() -> None:
    text = "Crews will vote on a strike, the Harbour Union said on Tuesday, after talks had failed."
    assert positions(text) == [
        ("Harbour Union", "claims", "Crews will vote on a strike, the Harbour Union said on Tuesday")
    ]


def test_a_condition_is_told_with_what_follows_from_it() -> None:
    text = "If all of this fails, Mr. Roe argued, there are other bridges."
    assert positions(text) == [("Roe", "claims", text)]


def test_an_attribution_between_commas_takes_what_stands_around_it() -> None:
    text = "All of this, Ann Roe acknowledged, could be undone."
    assert positions(text) == [("Ann Roe", "claims", text)]


def test_a_clause_does_not_end_where_somebody_else_is_named_inside_it() -> None:
    text = "Ann Roe said Bo Doe was “quite right” in saying that it is old."
    assert positions(text) == [("Ann Roe", "claims", text)]


def test_a_verb_before_a_day_s_event_does_not_take_what_stands_before_it() -> None:
    text = (
        "In a letter to the council, Ann Roe condemned Friday’s test of the bridge as a danger to the town."
    )
    assert positions(text) == [("Ann Roe", "opposes", text)]


@pytest.mark.parametrize(
    ("text", "toward"),
    [
        ("Ann Roe accused Bo Doe of theft.", "Bo Doe"),
        ("Ann Roe urged Mayor Bo Doe to resign.", "Bo Doe"),
        ("Ann Roe called on Bo Doe to resign.", "Bo Doe"),
        ("Ann Roe warned Bo Doe that the bridge would fall.", "Bo Doe"),
        ("Ann Roe rejected Bo Doe’s plan.", "Bo Doe"),
        ("Ann Roe demanded that Bo Doe leave the town.", "Bo Doe"),
        ("Ann Roe demanded an apology from Bo Doe.", "Bo Doe"),
        ("Ann Roe blamed the delay on Bo Doe.", "Bo Doe"),
        ("Ann Roe said that Bo Doe should leave the town.", "Bo Doe"),
        ("Ann Roe called for Bo Doe’s release.", None),
        ("Ann Roe told Bo Doe that the bridge is old.", None),
    ],
)
def test_whoever_is_accused_urged_or_warned_is_whom_it_is_toward(text: str, toward: str | None) -> None:
    assert [note.toward for note in told(text).positions] == [toward]
