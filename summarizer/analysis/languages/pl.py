"""Polish."""

from summarizer.analysis.languages.language import Language

LANGUAGE = Language(
    code="pl",
    common="""
        w i z na do nie się że jest to o jak po co ale przez od dla za przy jego jej ich są był była było
        który która które oraz tym tego tej ze już tylko może więc czy
    """,
    cues="""
        mówi mówią mówił mówiła mówili mówiły powiedział powiedziała powiedzieli powiedziały dodaje dodają
        dodał dodała dodali oświadcza oświadczył oświadczyła oświadczyli stwierdza stwierdził stwierdziła
        stwierdzili twierdzi twierdzą twierdził twierdziła twierdzili podkreśla podkreślają podkreślił
        podkreśliła podkreślili zapewnia zapewniają zapewnił zapewniła zapewnili wyjaśnia wyjaśniają wyjaśnił
        wyjaśniła wyjaśnili tłumaczy tłumaczą tłumaczył tłumaczyła tłumaczyli ocenia ocenił oceniła ocenili
        zaznacza zaznaczył zaznaczyła zaznaczyli informuje informują poinformował poinformowała poinformowali
        ogłosił ogłosiła ogłosili pisze piszą pisał pisała napisał napisała napisali odpowiada odpowiadają
        odpowiedział odpowiedziała odpowiedzieli odparł odparła odparli pyta pytają pytał pytała pytali spytał
        spytała zapytał zapytała ostrzega ostrzegają ostrzegł ostrzegła ostrzegli apeluje apelował apelowała
        zaapelował zaapelowała przekonuje przekonywał przekonywała przyznaje przyznał przyznała przyznali
        zauważa zauważył zauważyła relacjonuje relacjonował opowiada opowiadał opowiadała opowiedział
        wspomina wspominał wspominała komentuje skomentował skomentowała krytykuje skrytykował skrytykowała
        zapowiada zapowiedział zapowiedziała zapowiedzieli obiecuje obiecał obiecała obiecali zaprzecza
        zaprzeczył zaprzeczyła żąda zażądał zażądała domaga grozi groził zagroził zagroziła krzyczał krzyczała
        krzyknął krzyknęła szepnął szepnęła przypomina przypomniał przypomniała wskazuje wskazał wskazała
        uważa uważał uważała sądzi uznał uznała potwierdza potwierdził potwierdziła cytuje nazwał nazwała
        żartuje żartował żalił żaliła skarży skarżył brzmi głosi czytamy rzekł rzekła rzucił rzuciła wezwał
        wezwała powtórzył powtórzyła argumentował argumentowała narzekał narzekała
    """,
    that="że iż czy",
    titles="""
        książka, książki, książkę, książce, powieść, powieści, film, filmu, filmie, serial, serialu,
        program, programu, programie, gazeta, gazety, gazecie, gazetę, dziennik, dziennika, tygodnik,
        tygodnika, miesięcznik, pismo, magazyn, magazynu, piosenka, piosenki, piosenkę, płyta, płyty,
        album, sztuka, sztuki, opera, wiersz, raport, raportu, raporcie, badanie, esej, artykuł, artykule,
        broszura, broszury, broszurę, ulotka, ulotki, ulotkę, plakat, transparent, transparentem, napis,
        napisem, tytuł, tytułem, tytule, zatytułowany, zatytułowana, zatytułowanej, zatytułowanym, hasło,
        hasłem, podcast, blog, wystawa, wystawy, kampania, kampanii, projekt, projektu, akcja, akcji,
        stowarzyszenie, fundacja, fundacji, ruch, ruchu, grupa, grupy, partia, partii, statek,
        restauracja, dokument, obraz, audycja, audycji, zwany, zwana, zwane, zwanej, zwanych, zwanego,
        tzw., nazwany, nazwana, rzekomy, rzekoma, rzekomej, słowo, termin, określenie, pojęcie
    """,
    abbreviations="""
        ul., al., pl., św., dr., prof., hab., inż., mgr., gen., płk., kpt., ks., bp., abp., red., np.,
        tzw., tj., tzn., m.in., m. in., ok., nr., art., ust., pkt., godz., wg., im., woj., gm., pow.
    """,
    connectives="""
        ale, lecz, i, a, jednak, natomiast, tymczasem, ponadto, poza tym, również, także, dodatkowo
    """,
    refers_back="""
        on ona ono oni one jego jej ich jemu nim nią nimi to ten ta te ci tego tej tych temu tym obaj obie
        oboje taki taka takie tam dlatego
    """,
    first_person="ja my mnie mi nas nam mój moja moje nasz nasza nasze naszego naszej",
    second_person="ty ciebie cię tobie wy was wam twój twoja twoje wasz wasza wasze",
    title_labels="""
        tylko u nas, pilne, na żywo, relacja, wideo, zdjęcia, opinia, komentarz, analiza, felieton,
        wywiad, aktualizacja, sprostowanie, podcast, polityka, gospodarka, sport, wiadomości
    """,
    decimal_comma=True,
    number_words="composed",
    articles="jeden jedna jedno jednego jednej jedną",
    numbers={
        2: "dwa dwie dwóch dwu dwoje dwaj dwom dwoma",
        3: "trzy trzech trzej troje trzem trzema",
        4: "cztery czterech czterej czworo czterem czterema",
        5: "pięć pięciu pięcioro pięcioma",
        6: "sześć sześciu sześcioro",
        7: "siedem siedmiu siedmioro",
        8: "osiem ośmiu ośmioro",
        9: "dziewięć dziewięciu",
        10: "dziesięć dziesięciu dziesięcioro",
        11: "jedenaście jedenastu",
        12: "dwanaście dwunastu",
        13: "trzynaście trzynastu",
        14: "czternaście czternastu",
        15: "piętnaście piętnastu",
        16: "szesnaście szesnastu",
        17: "siedemnaście siedemnastu",
        18: "osiemnaście osiemnastu",
        19: "dziewiętnaście dziewiętnastu",
        20: "dwadzieścia dwudziestu",
        30: "trzydzieści trzydziestu",
        40: "czterdzieści czterdziestu",
        50: "pięćdziesiąt pięćdziesięciu",
        60: "sześćdziesiąt sześćdziesięciu",
        70: "siedemdziesiąt siedemdziesięciu",
        80: "osiemdziesiąt osiemdziesięciu",
        90: "dziewięćdziesiąt dziewięćdziesięciu",
        100: "sto stu",
        200: "dwieście dwustu",
        300: "trzysta trzystu",
        400: "czterysta czterystu",
        500: "pięćset pięciuset",
        600: "sześćset sześciuset",
        700: "siedemset siedmiuset",
        800: "osiemset ośmiuset",
        900: "dziewięćset dziewięciuset",
        1000: "tysiąc",
    },
    fractions={
        "0.5": "połowa, połowę, połowy, połowie",
        "0.333333": "jedna trzecia, jedną trzecią, jednej trzeciej",
        "0.666667": "dwie trzecie, dwóch trzecich",
        "0.25": "ćwierć, jedna czwarta, jedną czwartą, jednej czwartej",
        "0.75": "trzy czwarte, trzech czwartych",
        "0.2": "jedna piąta, jedną piątą",
        "1.5": "półtora, półtorej",
    },
    not_halves="pierwsza pierwszą pierwszej druga drugą drugiej",
    magnitudes={
        1000: "tys., tys, tysiąc, tysiące, tysięcy, tysiącami, tysiącom",
        10**6: "mln, milion, miliony, milionów, miliona, milionach",
        10**9: "mld, miliard, miliardy, miliardów, miliarda",
        10**12: "bln, bilion, biliony, bilionów, biliona",
    },
    currencies={
        "PLN": "zł, złoty, złote, złotych, złotego, złotówek",
        "EUR": "euro",
        "USD": "dolar, dolary, dolarów, dolara, dolarów amerykańskich, dol.",
        "GBP": "funtów szterlingów, funty szterlingi, funtów brytyjskich",
        "CHF": "franków szwajcarskich, franki szwajcarskie",
        "RUB": "rubli, ruble, rubla",
        "UAH": "hrywien, hrywny",
        "CZK": "koron czeskich, korony czeskie",
        "JPY": "jenów, jeny",
        "CNY": "juanów, juany",
        "grosze": "groszy, grosze",
    },
    time_units={
        "sekund": "sekunda, sekundy, sekund, sekundę",
        "minut": "minuta, minuty, minut, minutę",
        "godzin": "godzina, godziny, godzin, godzinę",
        "dni": "dzień, dni, dnia, dniach",
        "tygodni": "tydzień, tygodnie, tygodni, tygodnia",
        "miesięcy": "miesiąc, miesiące, miesięcy, miesiąca",
        "lat": "rok, lata, lat, latach",
        "dekad": "dekada, dekady, dekad",
        "wieków": "wieki, wieków",
    },
    units={
        "%": "proc., proc, procent, procenta, procentów",
        "punktów procentowych": "punkt procentowy, punkty procentowe, punktów procentowych, p.p., pkt proc.",
        "metrów": "metr, metry, metrów, metra",
        "kilometrów": "kilometr, kilometry, kilometrów, kilometra",
        "centymetrów": "centymetr, centymetry, centymetrów",
        "milimetrów": "milimetr, milimetry, milimetrów",
        "metrów kwadratowych": "metr kwadratowy, metry kwadratowe, metrów kwadratowych, m kw.",
        "kilometrów kwadratowych": "kilometry kwadratowe, kilometrów kwadratowych, km kw.",
        "metrów sześciennych": "metry sześcienne, metrów sześciennych",
        "hektarów": "hektar, hektary, hektarów, hektara",
        "ton": "tona, tony, ton",
        "kilogramów": "kilogram, kilogramy, kilogramów",
        "kilo": "kilo",
        "gramów": "gram, gramy, gramów",
        "litrów": "litr, litry, litrów, litra",
        "stopni": "stopień, stopnie, stopni",
        "°C": "stopni celsjusza, stopnie celsjusza",
        "megawatów": "megawat, megawaty, megawatów",
        "kilometrów na godzinę": "kilometrów na godzinę, km na godz.",
        "decybeli": "decybel, decybele, decybeli",
    },
    glued_units={"lat": r"-letni\w*|-latk\w*|-latek\b", "%": r"-procentow\w*", "km": r"-kilometrow\w*"},
    comparators={
        "about": """
            około, ok, mniej więcej, prawie, niemal, blisko, bez mała, jakieś, w przybliżeniu, circa, z
            grubsza, niespełna, koło
        """,
        "at_least": "co najmniej, przynajmniej, minimum, nie mniej niż, conajmniej",
        "at_most": "najwyżej, co najwyżej, maksymalnie, do, nie więcej niż, maksimum, aż do",
        "more_than": "ponad, więcej niż, powyżej, przeszło, z górą, grubo ponad, nieco ponad",
        "less_than": "mniej niż, poniżej, nie całe, niecałe, poniżej",
        "exactly": "dokładnie, równo",
        "between": "między, pomiędzy, od",
    },
    comparators_after={
        "at_least": r" (?:lub|albo|i) więcej\b(?! niż)",
        "at_most": r" (?:lub|albo|i) mniej\b(?! niż)",
    },
    lasting="ponad",
    ranges={"do": "od", "a": "między, pomiędzy", "i": "między, pomiędzy", "lub": "", "albo": ""},
    either="lub",
    changes=r"\b(?:wzr[oó]s\w*|spad\w*|zmniejsz\w*|zwiększ\w*|podn\w*|obniż\w*)\b[^.;]{0,25}\bod \Z",
    ratios="na, z",
    tenths="z",
    months="""
        stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
        styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
    """,
    ordinal=r"-(?:go|ego|szy|gi|ty|ci|ta|tej|tego|cia)\b",
    ordinal_point=True,
    clock=r"[ \u00a0\u202f]?(?:godz\b|rano\b|wieczorem\b)",
    clock_units="godzin",
    before_clock="o",
    labels="""
        artykuł artykule artykułu art ustęp ust paragraf punkt pkt strona stronie strony str rozdział nr
        numer numerem numeru tom odcinek odcinku sezon faza etap wersja sala sali pokój peron peronie tor
        linia linii autobus tramwaj lot lotu droga drogi drodze rezolucja ustawa dekret pas budynek blok
        strefa klasa grupa kanał kanale telefon tel terminal bramka lata latach godz godzina godzinie
        godziny dz poz lokal mieszkanie
    """,
    before_year="""
        w we od do po przed roku rok lata lat latach stycznia lutego marca kwietnia maja czerwca lipca
        sierpnia września października listopada grudnia wiosną latem jesienią zimą końca koniec połowie
        początku z na
    """,
    year=r"[ \u00a0\u202f](?:r\.|rok\b|roku\b|rokiem\b)",
)
