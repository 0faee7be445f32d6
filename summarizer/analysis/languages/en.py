"""English."""

from summarizer.analysis.languages.language import Language

LANGUAGE = Language(
    code="en",
    common="""
        the of and to in that is was for on with as by at from his her he she it they have had were
        said this which not are been their would has who will but after an be
    """,
    cues="""
        acknowledge acknowledged acknowledges add added adds admit admits admitted advise advised
        advises agree agreed agrees allege alleged alleges announce announced announces answer
        answered answers argue argued argues ask asked asking asks assert asserted asserts begged
        boast boasted boasts cautioned cautions chanted claimed claims commented comments complain
        complained complains concede conceded concedes conclude concluded concludes confirm
        confirmed confirms contend contended contends continue continued continues counter countered
        counters cried cries declare declared declares demanded denied denies deny emphasise
        emphasised emphasises emphasize emphasized emphasizes exclaim exclaimed exclaims explain
        explained explains gushed hissed insist insisted insists joked jokes lamented maintain
        maintained maintains mention mentioned mentions murmured mused muttered noted notes observe
        observed observes opine opined opines pleaded posted posts predicted proclaim proclaimed
        proclaims promised promises pronounce pronounced pronounces quip quipped quips read reads
        recall recalled recalls reiterate reiterated reiterates remark remarked remarks replied
        replies reply reported reports respond responded responds retort retorted retorts said say
        saying says shout shouted shouts snapped speaks spoke stated states stressed stresses
        suggest suggested suggests tell telling tells testified testifies testify told tweet tweeted
        tweets urge urged urges vow vowed vows warn warned warns whisper whispered whispers wonder
        wondered wonders write writes writing wrote yell yelled yells
    """,
    titles="""
        column, columns, book, books, novel, film, films, movie, song, songs, album, report, study, paper,
        essay, article, newspaper, magazine, programme, program, show, series, podcast, play, opera, poem,
        exhibition, painting, documentary, booklet, leaflet, pamphlet, brochure, manifesto, memoir,
        musical, blog, game, headed, titled, entitled, called, named, dubbed, self-styled, so-called,
        nicknamed
    """,
    title_case=True,
    abbreviations="Ms.",
    connectives="""
        but, and, so, yet, however, meanwhile, also, in addition, moreover, furthermore, still,
        nevertheless, then, instead, besides
    """,
    refers_back="""
        he she they it his her their its this that these those such both neither another others there here
        him them latter former one some
    """,
    means_earlier="""
        move decision group pair duo comment comments remark remarks statement incident announcement exchange
        allegation allegations accusation accusations ruling finding findings answer reply response result
        results figure figures episode claim claims proposal idea latter former same other others
    """,
    judging="""
        should shouldn't mustn't ought obviously clearly frankly sadly surely hopefully thankfully ironically
        shamelessly absurd ridiculous shameful disgraceful outrageous laughable pathetic hypocrisy
        hypocritical hypocrite
    """,
    pronoun_subjects="he she they it",
    definite="the a an",
    subjectless="is are was were has have had does do did isn't wasn't hasn't doesn't lacks wants says",
    first_person="""
        i we me us my our mine ours myself ourselves i'm i've i'd i'll we're we've we'd we'll
    """,
    second_person="you your yours yourself yourselves",
    relatives="who which where whose",
    title_labels="""
        exclusive, breaking, breaking news, live, live updates, video, watch, photos, pictures, opinion,
        analysis, editorial, comment, commentary, column, explainer, interview, factbox, update, updated,
        correction, corrected, report, podcast, news, politics, world, business, sport, sports
    """,
    number_words="english",
    magnitudes={
        100: "hundred",
        1000: "thousand",
        10**6: "million",
        10**9: "billion",
        10**12: "trillion",
        10**15: "quadrillion",
        12: "dozen",
        10**5: "lakh",
        10**7: "crore",
    },
    short_magnitudes={
        1000: "k",
        10**6: "m, mn, mln",
        10**9: "b, bn",
        10**12: "tn, trn",
    },
    currencies={
        "USD": "dollar,dollars,us dollar,us dollars,u.s. dollars,american dollars",
        "CAD": "canadian dollars",
        "AUD": "australian dollars",
        "NZD": "new zealand dollars",
        "HKD": "hong kong dollars",
        "SGD": "singapore dollars",
        "EUR": "euro,euros",
        "GBP": "pounds sterling,pound sterling,british pounds",
        "EGP": "egyptian pounds",
        "JPY": "yen,japanese yen",
        "CNY": "yuan,renminbi,chinese yuan",
        "RUB": "ruble,rubles,rouble,roubles",
        "CHF": "swiss francs",
        "INR": "indian rupees",
        "PKR": "pakistani rupees",
        "rupees": "rupee,rupees",
        "francs": "franc,francs",
        "pesos": "peso,pesos",
        "MXN": "mexican pesos",
        "TRY": "turkish lira,turkish liras",
        "ILS": "shekel,shekels,israeli shekels",
        "UAH": "hryvnia,hryvnias",
        "PLN": "zloty,zlotys,zlotych",
        "KRW": "south korean won,korean won",
        "SEK": "swedish kronor,swedish crowns",
        "NOK": "norwegian kroner,norwegian crowns",
        "DKK": "danish kroner,danish crowns",
        "ZAR": "rand",
        "NGN": "naira",
        "THB": "baht",
        "riyals": "riyal,riyals",
        "dirhams": "dirham,dirhams",
        "dinars": "dinar,dinars",
        "cents": "cent,cents",
    },
    time_units={
        "seconds": "seconds",
        "minutes": "minute,minutes,min,mins",
        "hours": "hour,hours,hrs",
        "days": "day,days",
        "weeks": "week,weeks",
        "months": "month,months",
        "years": "year,years,yrs",
        "decades": "decade,decades",
        "centuries": "century,centuries",
    },
    units={
        "%": "percent,per cent,pct",
        "percentage points": "percentage point,percentage points",
        "basis points": "basis point,basis points",
        "inches": "inch,inches",
        "feet": "foot,feet,ft",
        "yards": "yard,yards",
        "miles": "mile,miles",
        "nautical miles": "nautical mile,nautical miles",
        "light years": "light year,light years,light-years",
        "mph": "mph",
        "miles per hour": "miles per hour,miles an hour",
        "km/h": "km/h,kph,kmh",
        "kilometers per hour": "kilometers per hour,kilometers an hour",
        "kilometres per hour": "kilometres per hour,kilometres an hour",
        "knots": "knots",
        "mm": "mm",
        "cm": "cm",
        "km": "km,kms",
        "millimeters": "millimeter,millimeters",
        "millimetres": "millimetre,millimetres",
        "centimeters": "centimeter,centimeters",
        "centimetres": "centimetre,centimetres",
        "meters": "meter,meters",
        "metres": "metre,metres",
        "kilometers": "kilometer,kilometers",
        "kilometres": "kilometre,kilometres",
        "acres": "acre,acres",
        "hectares": "hectare,hectares",
        "square inches": "square inch,square inches",
        "square feet": "square foot,square feet,sq ft,sq. ft.",
        "square yards": "square yard,square yards",
        "square miles": "square mile,square miles,sq miles",
        "square meters": "square meter,square meters",
        "square metres": "square metre,square metres",
        "square kilometers": "square kilometer,square kilometers",
        "square kilometres": "square kilometre,square kilometres,sq km",
        "cubic feet": "cubic foot,cubic feet",
        "cubic meters": "cubic meter,cubic meters",
        "cubic metres": "cubic metre,cubic metres",
        "liters": "liter,liters",
        "litres": "litre,litres",
        "gallons": "gallon,gallons",
        "barrels": "barrel,barrels",
        "ounces": "ounce,ounces,oz",
        "pounds": "pound,pounds,lb,lbs",
        "mg": "mg",
        "kg": "kg,kgs",
        "grams": "gram,grams",
        "kilograms": "kilogram,kilograms,kilo,kilos",
        "tons": "ton,tons",
        "metric tons": "metric ton,metric tons",
        "tonnes": "tonne,tonnes",
        "degrees": "degree,degrees",
        "°C": "degrees Celsius,degrees celsius,degrees C",
        "°F": "degrees Fahrenheit,degrees fahrenheit,degrees F",
        "watts": "watt,watts",
        "kilowatts": "kilowatt,kilowatts,kW",
        "megawatts": "megawatt,megawatts,MW",
        "gigawatts": "gigawatt,gigawatts,GW",
        "kWh": "kWh,kilowatt hours,kilowatt-hours",
        "MWh": "MWh,megawatt hours,megawatt-hours",
        "GWh": "GWh,gigawatt hours,gigawatt-hours",
        "kilobytes": "kilobyte,kilobytes,KB",
        "megabytes": "megabyte,megabytes,MB",
        "gigabytes": "gigabyte,gigabytes,GB",
        "terabytes": "terabyte,terabytes,TB",
        "MHz": "MHz,megahertz",
        "GHz": "GHz,gigahertz",
        "calories": "calorie,calories",
        "decibels": "decibel,decibels",
    },
    glued_units={"years": r"[ -]year[ -]olds?\b", "seconds": r"-second\b", "metres": r"m\b"},
    smaller_units={
        "feet": (12, r",?(?: and)? (\d{1,2})(?:[ -]inch(?:es)?\b|(?<=ft \d) in\b|(?<=ft \d\d) in\b)"),
        "pounds": (16, r",?(?: and)? (\d{1,2}) (?:oz|ounces?)\b"),
    },
    comparators={
        "about": """
        nearly, almost, about, around, some, roughly, approximately, approx, circa, an estimated,
        estimated, close to, in the region of, in the neighborhood of, in the neighbourhood of
    """,
        "at_least": """
        at least, at the very least, no fewer than, no less than, not less than, not fewer than, as
        few as, a minimum of, minimum of
    """,
        "at_most": """
        at most, at the most, no more than, not more than, no greater than, up to, as many as, as
        much as, as little as, a maximum of, maximum of
    """,
        "more_than": """
        more than, greater than, higher than, over, above, upwards of, upward of, in excess of,
        exceeding, just over, well over, slightly over, a little over, just above, well above,
        slightly more than, a little more than, just more than, well more than, north of
    """,
        "less_than": """
        less than, fewer than, lower than, under, below, just under, well under, slightly under, a
        little under, just below, well below, slightly less than, slightly fewer than, a little less
        than, just less than, just shy of, shy of
    """,
        "exactly": "exactly, precisely",
        "between": "between, between the ages of, between ages",
    },
    comparators_after={
        "at_least": (
            r"\+(?!\w)|-plus\b|,? (?:or|and) (?:more|older|above|over|higher|greater|longer|up)\b(?! than)"
            r"| plus(?=[.,;:)]|\Z)| at (?:the very )?least(?=[.,;:!?)\"”]|\Z)"
        ),
        "at_most": (
            r",? or (?:fewer|less|under|younger|lower)\b(?! than)| at (?:the )?most(?=[.,;:!?)\"”]|\Z)"
        ),
        "about": r",? or (?:so|thereabouts)\b",
    },
    lasting="over",
    ranges={"to": "", "or": "", "and": "between, between the ages of, between ages"},
    either="or",
    changes=(
        r"\b(?:r[io]se|risen|grew|grown?|increased?|climbed|jumped|went|raised|expanded|up|down|fell|dropped"
        r"|cut|moved?|change[ds]?|rising|growing|increasing|shifted|surged|soared|doubled|tripled)\b"
        r"[^.;]{0,25}\bfrom \Z"
    ),
    odds=" to ",
    odds_not_behind=r"\b[Ff]rom \Z",
    ratios="in, out of",
    tenths="of",
    every="(?: every)?",
    months="""
        January February March April May June July August September October November December
        Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
    """,
    months_before=True,
    before_month="(?:of )?",
    labels="""
        page pages p pp para paragraph paragraphs chapter chapters section sections sec article articles
        art clause clauses verse verses resolution resolutions amendment amendments proposition prop
        rule rules item items exhibit no nos number numbers route flight flights volume vol issue season
        episode act phase stage level tier grade category channel version round table fig appendix annex
        schedule title psalm serial ref
    """,
    capital_labels="""
        School Room Rooms Highway Hwy Interstate Area Boeing Airbus Figure Gate Platform Track Lane Unit
        Apartment Apt Suite Floor Type Model Windows Apollo Pier District Precinct Ward Zone Sector
        Block Lot Case Group Class Line Week Day Game Studio Building Bldg Bay Terminal Camp Checkpoint
        Division Local Lock Measure Question Pot Gemini Soyuz Falcon Galaxy Playstation PlayStation
        Formula Super Route Exit Psalm Runway Hall Court Booth Box Bus Train Tram Radio BBC ITV Catch
    """,
    not_thousands="run race walk tv video resolution",
    ordinal="(?:st|nd|rd|th)",
    clock=r"[ \u00a0]?(?:[ap]\.m\b|[apAP][mM]\b|o[’']clock|GMT|UTC|EST|EDT|ET\b|CET|BST)|-to-",
    no_noun="in at on of to from and or for with by as is was has had will would that who",
    plural="(?:[a-z]+ )?(?:[a-z]+s|people|men|women|children)",
    before_year="""
        in since of by until till from to during after before the for early late mid his her its
        their this last and s through circa january february march april may june july august
        september october november december spring summer autumn fall winter
    """,
    beside_year="below above",
    not_ones="no this that any every each which the another only not",
    not_halves="first second other latter back top bottom upper lower each this that last",
)
