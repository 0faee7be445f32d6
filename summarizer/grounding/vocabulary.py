"""Words grounding knows, as data: titles, pronouns, roles, cue verbs, phrases that address a model."""

TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness king queen prince princess
    duke emir sheikh sultan pope cardinal archbishop bishop father reverend rev rabbi imam ayatollah
    hojjatoleslam president premier prime minister vice deputy chancellor secretary senator sen
    representative rep congressman congresswoman governor gov mayor ambassador envoy spokesman
    spokeswoman spokesperson speaker judge justice attorney general gen colonel col major maj captain
    capt lieutenant lt sergeant sgt admiral commander marshal brigadier chief chairman chairwoman chair
    director ceo mp mep former ex acting then late foreign defence defense finance interior
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words that stand before the name of a person, lower case."""
PRONOUNS = frozenset(
    """
    i me my we our you your he him his he she hers her it its they them their theirs this that these
    those who whom whose which someone somebody one others himself herself itself themselves
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words that mean a party only in their place."""
ROLES = frozenset(
    """
    spokesman spokeswoman spokesperson spokespeople official officials leader leaders leadership member
    members representative representatives delegation delegate delegates statement government
    administration movement group party team chief head senior top high ranking political bureau office
    officer officers army military police source sources diplomat diplomats lawmaker lawmakers
    authorities negotiator negotiators
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words for those who speak for a party without being it."""
SENTENCE_OPENERS = frozenset(
    """
    a about after again all also although an and another any as at because before both but by can could
    did do does during each even every for from had has have he her here his how however i if in is it
    its last like many may meanwhile more most my neither no nor not now of on once one only or other
    our over she should since so some still such than that the their then there these they this those
    though through thus to today tomorrow under unlike unless until upon was we were what when where
    whether which while who whose why will with without would yesterday yet you despite according monday
    tuesday wednesday thursday friday saturday sunday
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words that have a capital at the beginning of a sentence without being a first name."""
CUES = frozenset(
    """
    said says saying told tells added adds confirmed confirms posted mentioned mentions stated declared
    declares announced announces argued argues claimed warned insisted insists wrote writes tweeted
    noted replied explained explains asked denied vowed called stressed emphasized emphasised emphasizes
    emphasises reiterated asserted asserts acknowledged admitted alleged commented concluded continued
    remarked responded suggested urged described recalled observed testified quipped joked promised
    predicted recounted complained proclaimed
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Verbs that attribute words, lower case; those that are as often nouns (claims, notes) are left out."""
OBJECT_CUES = frozenset({"told", "tells", "asked", "asks", "urged", "called", "warned"})
"""Cues after which a name is more likely the one addressed than the one who speaks."""
NAME_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
ARTICLES = frozenset({"the", "a", "an"})
NOBODY = frozenset(
    {"", "null", "none", "unknown", "unnamed", "anonymous", "unspecified", "not specified", "n a"}
    | {"narrator", "author", "article", "writer"}
)
"""What models write for a speaker that nobody names."""
