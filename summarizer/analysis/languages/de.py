"""German."""

from summarizer.analysis.languages.language import Language

LANGUAGE = Language(
    code="de",
    common="""
        der die das und nicht ist ein eine einen einem einer den dem des mit auf für von zu im am sich auch
        als wie aus bei nach sind war wird werden wurde hat haben er sie es ich wir dass oder aber nur noch
        über um vor zur zum kein keine in an so
    """,
    cues="""
        sagt sagte sagten sagen gesagt erklärt erklärte erklärten erklären betont betonte betonten betonen
        meint meinte meinten schreibt schrieb schrieben geschrieben antwortet antwortete antworteten
        entgegnet entgegnete entgegneten erwidert erwiderte erwiderten ergänzt ergänzte ergänzten fordert
        forderte forderten fragt fragte fragten fügte fügten hinzu heißt hieß kritisiert kritisierte
        kritisierten warnt warnte warnten mahnt mahnte mahnten klagt klagte klagten beklagte beklagten
        teilte teilten mitgeteilt berichtet berichtete berichteten erzählt erzählte erzählten behauptet
        behauptete behaupteten bestätigt bestätigte bestätigten bekräftigt bekräftigte bekräftigten
        versichert versicherte versicherten verspricht versprach versprachen droht drohte drohten lobt lobte
        lobten räumt räumte räumten gesteht gestand bestreitet bestritt bestritten bezeichnet bezeichnete
        nennt nannte spricht sprach sprachen ruft rief riefen urteilt urteilte verkündet verkündete
        verkündeten verlangt verlangte verlangten appelliert appellierte glaubt glaubte findet fand
        befand scherzte schimpft schimpfte schimpften spottete höhnte lautet lautete zitiert zitierte
        kommentiert kommentierte kündigte kündigten erinnert erinnerte wiederholt wiederholte stellte
        unterstrich unterstreicht argumentiert argumentierte vermutet vermutete prophezeit rät riet beteuert
        beteuerte wundert seufzte murmelte flüsterte brüllte twitterte
    """,
    that="dass ob",
    titles="""
        buch, buches, buchs, bücher, roman, romans, film, films, filme, serie, sendung, magazin, zeitung,
        zeitschrift, blatt, lied, liedes, song, album, stück, theaterstück, oper, gedicht, bericht, studie,
        aufsatz, artikel, broschüre, flugblatt, plakat, schild, aufschrift, titel, titeln, überschrift,
        motto, slogan, parole, podcast, blog, ausstellung, kampagne, projekt, programm, gruppe, initiative,
        verein, bündnis, partei, schiff, restaurant, café, gaststätte, dokumentation, reihe, talkshow, show,
        namens, genannt, genannte, genannten, sogenannt, sogenannte, sogenannten, sogenannter, sogenanntes,
        sogenanntem, so genannte, so genannten, so genannter, vermeintliche, vermeintlichen, angebliche,
        angeblichen, selbsternannten, selbst ernannten, wort, begriff, stichwort, schlagwort
    """,
    determiners="""
        der die das den dem des ein eine einen einem einer eines diese dieser dieses diesen diesem im am zum
        zur vom beim ins ihr ihre ihren sein seine seinen als
    """,
    abbreviations="""
        z. B., z.B., d. h., d.h., u. a., u.a., o. ä., o.ä., i. d. R., bzw., ca., vgl., evtl., ggf., inkl.,
        zzgl., Dr., Prof., Nr., Hr., Fr., St., Str., Abs., Art., sog., geb., gest., Ing.,
        Dipl., jun., sen., Jh., Kap., Bd., S., Aufl., Tel.
    """,
    connectives="""
        aber, doch, und, jedoch, allerdings, zudem, außerdem, inzwischen, unterdessen, derweil, indes,
        zugleich, auch
    """,
    refers_back="""
        er sie es ihn ihm ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner dies diese dieser
        dieses diesen diesem das beide beiden solche jene jener letztere dort damit dafür dagegen darauf
        darin daran dabei davon dazu deshalb daher
    """,
    means_earlier="""
        schritt entscheidung gruppe äußerung äußerungen vorfall ankündigung maßnahme erklärung aussage
        aussagen ergebnis ergebnisse antwort vorschlag
    """,
    judging="""
        leider natürlich offensichtlich selbstverständlich absurd lächerlich schändlich empörend peinlich
        heuchelei hoffentlich
    """,
    definite="der die das den dem des ein eine einen einem einer eines",
    first_person="""
        ich wir mich mir uns mein meine meinen meinem meiner unser unsere unseren unserem unserer
    """,
    second_person="du dich dir dein deine deinen deinem deiner euch euer eure",
    title_labels="""
        exklusiv, eilmeldung, eil, live, liveticker, liveblog, video, fotos, bilder, kommentar, meinung,
        analyse, leitartikel, kolumne, interview, update, korrektur, reportage, politik, wirtschaft,
        sport, nachrichten, podcast
    """,
    decimal_comma=True,
    number_words="composed",
    compound_numbers=True,
    ones_first=True,
    number_joiner="und",
    articles="ein eine einen einem einer eines",
    numbers={
        2: "zwei zwo",
        3: "drei",
        4: "vier",
        5: "fünf",
        6: "sechs",
        7: "sieben",
        8: "acht",
        9: "neun",
        10: "zehn",
        11: "elf",
        12: "zwölf",
        13: "dreizehn",
        14: "vierzehn",
        15: "fünfzehn",
        16: "sechzehn",
        17: "siebzehn",
        18: "achtzehn",
        19: "neunzehn",
        20: "zwanzig",
        30: "dreißig dreissig",
        40: "vierzig",
        50: "fünfzig",
        60: "sechzig",
        70: "siebzig",
        80: "achtzig",
        90: "neunzig",
        100: "hundert",
        1000: "tausend",
    },
    fractions={
        "0.5": "hälfte",
        "0.333333": "ein drittel, einem drittel",
        "0.666667": "zwei drittel, zwei dritteln",
        "0.25": "ein viertel, einem viertel",
        "0.75": "drei viertel, drei vierteln, dreiviertel",
        "0.2": "ein fünftel, einem fünftel",
        "0.4": "zwei fünftel",
        "0.6": "drei fünftel",
        "0.8": "vier fünftel",
        "0.1": "ein zehntel, einem zehntel",
        "1.5": "anderthalb, eineinhalb",
        "2.5": "zweieinhalb",
        "3.5": "dreieinhalb",
    },
    not_halves="erste ersten erster zweite zweiten zweiter obere oberen untere unteren andere anderen",
    magnitudes={
        100: "hundert",
        1000: "tausend, tsd., tsd",
        10**6: "million, millionen, mio., mio",
        10**9: "milliarde, milliarden, mrd., mrd",
        10**12: "billion, billionen, bio.",
        12: "dutzend",
    },
    currencies={
        "EUR": "euro, euros",
        "USD": "dollar, us-dollar, dollars",
        "GBP": "britische pfund, pfund sterling",
        "CHF": "franken, schweizer franken, fr., sfr.",
        "JPY": "yen",
        "CNY": "yuan",
        "RUB": "rubel",
        "PLN": "zloty, złoty",
        "TRY": "türkische lira",
        "UAH": "hrywnja",
        "SEK": "schwedische kronen",
        "NOK": "norwegische kronen",
        "DKK": "dänische kronen",
        "CZK": "tschechische kronen",
        "Kronen": "kronen",
        "Cent": "cent",
    },
    time_units={
        "Sekunden": "sekunde, sekunden, sek.",
        "Minuten": "minute, minuten, min.",
        "Stunden": "stunde, stunden, std.",
        "Tage": "tag, tage, tagen",
        "Wochen": "woche, wochen",
        "Monate": "monat, monate, monaten",
        "Jahre": "jahr, jahre, jahren",
        "Jahrzehnte": "jahrzehnt, jahrzehnte, jahrzehnten",
        "Jahrhunderte": "jahrhundert, jahrhunderte, jahrhunderten",
    },
    units={
        "%": "prozent",
        "Prozentpunkte": "prozentpunkt, prozentpunkte, prozentpunkten",
        "Meter": "meter, metern",
        "Kilometer": "kilometer, kilometern",
        "Zentimeter": "zentimeter, zentimetern",
        "Millimeter": "millimeter, millimetern",
        "Quadratmeter": "quadratmeter, quadratmetern, qm",
        "Quadratkilometer": "quadratkilometer, quadratkilometern",
        "Kubikmeter": "kubikmeter, kubikmetern",
        "Hektar": "hektar",
        "Tonnen": "tonne, tonnen",
        "Kilogramm": "kilogramm",
        "Kilo": "kilo",
        "Gramm": "gramm",
        "Liter": "liter, litern",
        "Grad": "grad",
        "°C": "grad celsius",
        "Stundenkilometer": "stundenkilometer, stundenkilometern",
        "Megawatt": "megawatt",
        "Gigawatt": "gigawatt",
        "Kilowattstunden": "kilowattstunde, kilowattstunden",
        "Seemeilen": "seemeile, seemeilen",
        "Meilen": "meile, meilen",
    },
    glued_units={
        "Jahre": r"-?[jJ]ährig[a-z]*",
        "%": r"-?prozentig[a-z]*|-Prozent(?=-)",
        "Stunden": r"-?stündig[a-z]*",
        "Tage": r"-?tägig[a-z]*",
        "Wochen": r"-?wöchig[a-z]*",
        "Monate": r"-?monatig[a-z]*",
        "Minuten": r"-?minütig[a-z]*",
    },
    comparators={
        "about": """
            etwa, rund, circa, ca, ungefähr, knapp, fast, nahezu, gut, schätzungsweise, annähernd, an die,
            in etwa, um die, beinahe
        """,
        "at_least": "mindestens, wenigstens, zumindest, nicht weniger als, nicht unter, minimal",
        "at_most": """
            höchstens, maximal, bis zu, nicht mehr als, allenfalls, nicht über, längstens, bis maximal
        """,
        "more_than": "mehr als, über, gut über, deutlich mehr als, weit mehr als, weit über",
        "less_than": "weniger als, unter, knapp unter, deutlich weniger als, nicht einmal",
        "exactly": "genau, exakt",
        "between": "zwischen, von",
    },
    comparators_after={
        "at_least": r" (?:und|oder) mehr\b(?! als)|,? mindestens(?=[.,;:!?)]|\Z)",
        "at_most": r" (?:und|oder) weniger\b(?! als)|,? höchstens(?=[.,;:!?)]|\Z)",
    },
    lasting="über",
    ranges={"bis": "", "bis zu": "", "oder": "", "und": "zwischen"},
    either="oder",
    ratios="von, von je",
    tenths="",
    months="""
        Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
        Jan Feb Mrz Apr Jun Jul Aug Sept Sep Okt Nov Dez
    """,
    ordinal_point=True,
    before_ordinal="""
        der die das den dem des am im vom zum zur beim ins ihr ihre ihren ihrem sein seine seinen seinem
        jeder jede jedes jeden ein eine einen einem einer unser unsere dieser diese diesem
    """,
    clock=r"[ \u00a0\u202f]?Uhr\b",
    labels="""
        artikel art absatz abs paragraf paragraph nummer nr seite seiten kapitel ziffer zeile satz punkt
        band ausgabe folge staffel phase stufe version raum zimmer saal halle gleis linie bus flug platz
        rang windows tor haus hausnummer block gate kreis bezirk klasse gruppe liga gebäude resolution
        drucksache aktenzeichen telefon telefonnummer tel rufnummer notruf hotline autobahn bundesstraße
        straße landstraße route landebahn startbahn bahn kanal postleitzahl jahrgang formel typ modell
        protokoll anlage lot
    """,
    capitals_name=False,
    before_year="""
        in im seit von bis um ab vor nach jahr jahre jahres jahren und sommer herbst winter frühjahr
        frühling ende anfang mitte gegen januar februar märz april mai juni juli august september oktober
        november dezember
    """,
    beside_year="unter über",
)
