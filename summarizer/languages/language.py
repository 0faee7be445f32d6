"""What a language says about numbers, speech and sentences, as data: the form that every entry fills in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from summarizer.summary import Comparator

NumberWords = Literal["english", "composed", "ideographs", "phrases", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language, from the tables `speech` to `names` of its file.

    Texts are lists: of words, which white space divides (`cues`, `months`, …), or of phrases, which commas
    divide (`comparators`, `magnitudes`, `units`, …). Fields whose docstring says *pattern* hold regular
    expressions. Everything is written in lower case unless case matters.
    """

    code: str
    spaced: bool = True
    """Whether spaces stand between words."""
    common: str = ""
    """Words of a few letters that every text of the language has, and few of another."""

    has_table: bool = True
    """Whether a file says how its numbers are written; otherwise all that is known is the CLDR's."""
    attached: bool = False
    """Whether words hang on numbers, and on one another, though spaces stand between some: 3만 명이."""

    # What is said
    cues: str = ""
    """Words: verb forms that say that somebody speaks."""
    that: str = ""
    """Words that lead in reported speech: she said *that* …"""
    titles: str = ""
    """Phrases: behind them, what is quoted is a title or a name: book, newspaper, so-called."""
    determiners: str = ""
    """Words before a term held with tongs, and seldom before what somebody said: *the* “miracle”."""
    title_case: bool = False
    """Whether a title sets its longer words in capitals, so that other words there are none."""
    said_behind: str = ""
    """Words that tie a quotation to the clause behind it: 「…」と述べた."""
    incise_verbs: str = ""
    """Words among `cues` that open a narrator's clause between commas: « Non, a *dit* le maire, car … »"""
    opens_with_dash: bool = True
    """Whether a dash at the head of a paragraph opens what somebody says."""
    abbreviations: str = ""
    """Phrases ending in a full stop that ends no sentence, where the sentence splitter does not know them."""

    numbered_abbreviations: str = ""
    """Phrases whose full stop ends no sentence before a number, as they are written, without it: No, fig."""

    # What stands alone
    connectives: str = ""
    """Phrases that a sentence begins with to go on from the one before: but, however, meanwhile."""
    refers_back: str = ""
    """Words at the beginning of a sentence that mean something before it: he, this, both."""
    means_earlier: str = ""
    """Nouns that mean something before a sentence which they open, behind an article: the move."""
    judging: str = ""
    """Words of a writer who judges, outside quotations and what is reported: should, sadly, absurd."""
    pronoun_subjects: str = ""
    """Words behind a comma that mean somebody named before: On Monday, *he* …; where verbs need a subject."""
    definite: str = ""
    """Words that make a noun definite or one of many, which a caption or a teaser does without: the, a."""
    subjectless: str = ""
    """Verb forms that open a statement whose subject is left out, or a question."""
    first_person: str = ""
    """Words by which somebody speaks of himself or herself: I, we, my."""
    second_person: str = ""
    """Words by which somebody speaks to a reader: you, your."""
    relatives: str = ""
    """Words that open a clause which only adds something, behind a comma; none where commas tell less."""
    title_labels: str = ""
    """Phrases before a headline that say what kind of text it is: exclusive, opinion."""

    # How numbers are written
    number_words: NumberWords = "none"
    numbers: Mapping[int, str] = field(default_factory=dict)
    """Words for whole numbers; forms that may also mean something else are left out."""
    compound_numbers: bool = False
    """Whether they are written together: zweihundertfünf."""
    articles: str = ""
    """Words for one that also mean a or an; alone they count only what is counted in percent or money."""
    needs_unit: str = ""
    """Number words that also mean something else, and alone count only with a unit."""
    stems: Mapping[int, str] = field(default_factory=dict)
    """Words for numbers that only stand before `glued_units`, in one word: *cztero*letni."""
    ordinal_behind: str = ""
    """Pattern behind a number in words that makes it an ordinal: двадцать *первый*."""
    teens: str = ""
    """Words for ten that make eleven to nineteen of a number or one of `before_teens` before them."""
    before_teens: Mapping[int, str] = field(default_factory=dict)
    dual: str = ""
    """Endings that make two of a unit: *شهرين*, two months."""
    number_article: str = ""
    """The article that hangs on a number behind its noun: السنوات *ال*خمس, the five years."""
    half_more: str = ""
    """Pattern of a half added behind a number, magnitude or unit: un million *et demi*."""
    halves: str = ""
    """Words that halve the magnitude or unit behind them: une *demi*-heure."""
    glued_halves: str = ""
    """Phrases that do so written together with it: *пол*миллиона."""
    glued_half: str = ""
    """Letters behind a number word that add a half: zwei*einhalb*."""
    half_of: str = ""
    """Words behind a half that make it one of something: half *the* seats."""
    middle_of: str = ""
    """Pattern behind a half that makes it the middle of a time: la metà *degli anni* ’80."""
    decimal_word: str = ""
    """Words between a whole number and its decimals: two *point* five."""
    collectives: Mapping[int, str] = field(default_factory=dict)
    """Words for about so many, which count behind an article or a number: une *centaine*."""
    bare_collectives: str = ""
    """Those of them that count without one."""
    collective_of: str = ""
    """Pattern that has to follow one of them: une centaine *de*."""
    denominators: Mapping[int, str] = field(default_factory=dict)
    """Words for one part of so many: third, quarter."""
    ordinal_words: str = ""
    """Words that say which one, in a language whose number words are read in the English way."""
    fraction_of: str = ""
    """Pattern behind a fraction that tells it from a date: 3/4 *of*."""
    negative: str = ""
    """Pattern of the word for a minus, to the number it stands before: *minus* 5."""
    negative_measured: str = ""
    """The same of a word that is one only before money, percents, degrees and decimals: *negative* 5%."""
    positive: str = ""
    """The same of a plus."""
    negative_after: str = ""
    """Pattern behind a number that makes it negative: 5 degrees *below zero*."""
    ones_first: bool = False
    """Whether it is five and twenty."""
    vigesimal: bool = False
    """Whether sixty and eighty are counted on to nineteen."""
    number_joiner: str = ""
    """Word between the parts of a number: *and*, *et*, *y*."""
    fractions: Mapping[str, str] = field(default_factory=dict)
    """Value and phrases: 0.5, half."""
    not_halves: str = ""
    """Words before a half that make it one of two: the *second* half."""
    prefixes: str = ""
    """Letters that are written together with the word or number behind them."""
    magnitudes: Mapping[int, str] = field(default_factory=dict)
    short_magnitudes: Mapping[int, str] = field(default_factory=dict)
    not_thousands: str = ""
    """Words that make a name of what a short one is written to: a 5K *run*."""
    links: str = ""
    """Pattern between a magnitude and what it counts: millions *d’*euros."""
    currencies: Mapping[str, str] = field(default_factory=dict)
    regional_currencies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Currencies that a region has its own idea of, by the last part of a tag such as zh-CN."""
    units: Mapping[str, str] = field(default_factory=dict)
    units_before: Mapping[str, str] = field(default_factory=dict)
    """Units that stand before the number: *yüzde* 25."""
    money_before: Mapping[str, str] = field(default_factory=dict)
    """Signs of money, each with its currency, beside those that every language has: kr."""
    time_units: Mapping[str, str] = field(default_factory=dict)
    glued_units: Mapping[str, str] = field(default_factory=dict)
    """Patterns of units that hang on the number: -year-old."""
    smaller_units: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """How many of the smaller unit make one, and the pattern of those behind it: 20 ft *3 in*."""
    counters: str = ""
    """Phrases: words that count things and are no unit, in languages that cannot do without."""

    not_numbers: str = ""
    """Phrases that look like a number and are none: 十分, enough; لست, I am not."""

    # What bounds a number
    aged: str = ""
    """Pattern behind a time that somebody is old, during which nothing happened: over 70 years *old*."""
    reached: str = ""
    """Phrases among `comparators` that say where something arrived, behind those of `reaching`: *hasta* 7."""
    reaching: str = ""
    """Pattern of the words before them that rise or fall: *subió* hasta 7."""
    comparators: Mapping[Comparator, str] = field(default_factory=dict)
    comparator_tails: str = ""
    """Words that may stand between such a phrase and the number, in languages without spaces: 至少*有*."""
    comparators_after: Mapping[Comparator, str] = field(default_factory=dict)
    """Patterns."""
    lasting: str = ""
    """Phrases among `comparators` that mean “during” before a time: over two years."""
    ranges: Mapping[str, str] = field(default_factory=dict)
    """What joins the ends of a range, and the phrases one of which has to stand before, if one has to."""
    number_articles: str = ""
    """Words that may stand between those or their openers and a number: entre *el* 10 y *el* 15."""
    either: str = ""
    """The one of them whose ends have to be near each other: two *or* three."""
    changed_by: str = ""
    """Pattern before the first of two numbers that are a change and its result: *rose* 7% to 3.4 million."""
    changes: str = ""
    """Pattern of the words of change before a range that is none: rose from 5 to 7."""
    changes_after: str = ""
    """Pattern behind such a range, in languages that put the change there."""
    odds: str = ""
    """Pattern between two numbers that are odds or a score: 3 to 1."""
    odds_not_behind: str = ""
    """Pattern before two numbers that are none: *from* 30 to 3."""
    ratios: str = ""
    """Phrases: one *in* five."""
    hyphened_ratios: bool = False
    """Whether hyphens may stand there: one-in-five."""
    ratio_noun: bool = False
    """Whether what is counted may stand in the middle: un élève sur cinq."""
    tenths: str = ""
    """Phrases that make a ratio only of ten: nine *of* ten."""
    every: str = ""
    """Pattern that may follow those: one in *every* five."""

    # Numbers that count nothing
    months: str = ""
    """Words."""
    months_before: bool = False
    """Whether the day may stand behind the month."""
    date_joints: str = ""
    """Phrases between two dates or times, beside those of `ranges`: du 3 *au* 7 juin."""
    before_month: str = ""
    """Pattern between day and month: 5 *de* mayo."""
    ordinal: str = ""
    """Pattern behind a number that says which one: 5th."""
    ordinal_point: bool = False
    """Whether 5. means the fifth."""
    before_ordinal: str = ""
    """Words before such a number, even if a capital follows: *am* 5. Platz."""
    clock: str = ""
    """Pattern behind a time of day: 5 *p.m.*"""
    clock_words: str = ""
    """Pattern behind a time of day that tells it after one of `before_clock`: *at* 9 *in the evening*."""
    era: str = ""
    """Pattern behind a year before or after the beginning of the calendar: 44 *BC*."""
    clock_units: str = ""
    """Units of time that also tell the time, behind one of `before_clock`: *à* 5 heures."""
    before_clock: str = ""
    labels: str = ""
    """Words whose number is a name: article 5."""
    capital_labels: str = ""
    """The same where they are written with a capital."""
    capitals_name: bool = True
    """Whether any word with a capital makes a name of the number behind it: Windmill 7."""
    no_noun: str = ""
    """Words behind a number that are not what it counts: in, at, and."""
    plural: str = r"[^\W\d_]+"
    """Pattern of a word that may be counted."""
    before_decade: str = ""
    """Pattern before the tens of a decade: *los* 80."""
    before_year: str = ""
    """Words before a year."""
    year_nouns: str = ""
    """Words for year, before the number of one: l’*an* 800."""
    in_a_year: str = ""
    """Words before a year that are rarely before a bare count: *in* 1066."""
    year: str = ""
    """Pattern behind a year: 2020 *г.*"""
    beside_year: str = ""
    """Words that compare with the level of a year: *below* 2005."""
    not_ones: str = ""
    """Words before a one that does not count: *no* one."""
    names_before: str = ""
    """Pattern before a number that is a name."""
    names_after: str = ""
    """Pattern behind such a number, in languages without spaces."""
