"""French."""

from summarizer.analysis.languages.language import Language

LANGUAGE = Language(
    code="fr",
    common="""
        le la les des une est dans que qui pour pas sur au aux avec par son sa ses ce cette ces il elle ils
        nous vous on ne se ont été sont était mais ou et plus du de à en un leur comme cela
    """,
    cues="""
        dit disait disent disaient dirent redit déclare déclaré déclarait déclarent déclara affirme affirmé
        affirmait affirment affirma ajoute ajouté ajoutait ajoutent ajouta assure assuré assurait assurent
        assura confie confié confiait confia demande demandé demandait demandent demanda estime estimé
        estimait estiment estima explique expliqué expliquait expliquent expliqua indique indiqué indiquait
        indiquent indiqua lance lancé lançait lança précise précisé précisait précisent précisa répond
        répondu répondait répondent répondit souligne souligné soulignait soulignent souligna écrit écrivait
        écrivent écrivit raconte raconté racontait racontent raconta annonce annoncé annonçait annoncent
        annonça avertit averti avertissait dénonce dénoncé dénonçait dénoncent dénonça reconnaît reconnu
        reconnaissait reconnut rappelle rappelé rappelait rappellent rappela martèle martelé martelait
        insiste insisté insistait insistent insista soupire soupiré plaisante plaisanté regrette regretté
        regrettait regrettent résume résumé juge jugé jugeait jugent jugea note noté notait notent observe
        observé observait poursuit poursuivi poursuivait poursuivit reprend repris reprenait conclut concluait
        prévient prévenu prévenait prévint promet promis promettait promettent promit témoigne témoigné
        témoignait s'exclame exclame exclamé exclamait exclama s'indigne indigne indigné indignait s'inquiète
        inquiète inquiété plaide plaidé plaidait plaident réclame réclamé réclamait réclament rétorque
        rétorqué rétorquait rétorqua réplique répliqué répliquait répliqua réagit réagi réagissait soutient
        soutenu soutenait soutiennent martela commente commenté commentait tempête peste ironise ironisé
        glisse glissé lâche lâché tranche tranché tweete tweeté nie nié niait dément démenti démentait
        parle parlé parlait évoque évoqué évoquait accuse accusé accusait appelle fustige fustigé fustigeait
        déplore déploré déplorait déplorent salue salué saluait balaie balayé interroge
    """,
    that="que qu",
    titles="""
        livre, livres, roman, film, films, série, émission, journal, quotidien, hebdomadaire, magazine, revue,
        chanson, album, pièce, opéra, poème, rapport, étude, essai, article, brochure, tract, affiche,
        pancarte, banderole, titre, titré, titrée, intitulé, intitulée, intitulés, intitulées, titre de,
        slogan, podcast, blog, exposition, campagne, projet, programme, collectif, association, mouvement,
        groupe, parti, navire, restaurant, café, documentaire, tableau, jeu, opération, plan, baptisé,
        baptisée, surnommé, surnommée, appelé, appelée, nommé, nommée, prétendu,
        prétendue, prétendus, prétendues, soi-disant, mot, terme, expression, rubrique, chronique, revue de
    """,
    determiners="""
        le la les l un une des du au aux ce cette ces cet son sa ses leur leurs notre nos de d en
    """,
    abbreviations="""
        M., MM., Me., Dr., St., p. ex., env., cf., art., av., J.-C., n., p., pp., vol., chap., fig.
    """,
    connectives="""
        mais, et, or, cependant, toutefois, pourtant, par ailleurs, en outre, de plus, aussi, ensuite,
        enfin
    """,
    refers_back="""
        il elle ils elles ce cet cette ces cela ça celui celle ceux celles son sa ses leur leurs eux lui
        dernier tous toutes ici là
    """,
    means_earlier="""
        décision mesure annonce groupe propos déclaration déclarations incident initiative réponse proposition
        résultat résultats
    """,
    judging="""
        hélas évidemment heureusement malheureusement absurde ridicule honteux honteuse scandaleux scandaleuse
        hypocrisie
    """,
    definite="le la les l un une des du au aux",
    first_person="je j nous me moi mon ma mes notre nos",
    second_person="tu te toi vous votre vos",
    relatives="dont où lequel laquelle lesquels lesquelles",
    title_labels="""
        exclusif, direct, en direct, vidéo, vidéos, photos, opinion, tribune, analyse, éditorial, édito,
        chronique, entretien, interview, reportage, enquête, podcast, politique, économie, sport, monde,
        infographie, décryptage
    """,
    decimal_comma=True,
    names_before=r"\d[ \u00a0\u202f]?h[ \u00a0\u202f]",
    number_words="composed",
    vigesimal=True,
    number_joiner="et",
    articles="un une",
    needs_unit="neuf",
    numbers={
        2: "deux",
        3: "trois",
        4: "quatre",
        5: "cinq",
        6: "six",
        7: "sept",
        8: "huit",
        9: "neuf",
        10: "dix",
        11: "onze",
        12: "douze",
        13: "treize",
        14: "quatorze",
        15: "quinze",
        16: "seize",
        20: "vingt vingts",
        30: "trente",
        40: "quarante",
        50: "cinquante",
        60: "soixante",
        70: "septante",
        80: "huitante octante",
        90: "nonante",
        100: "cent cents",
        1000: "mille",
    },
    fractions={
        "0.5": "moitié",
        "0.333333": "un tiers, le tiers",
        "0.666667": "deux tiers",
        "0.25": "un quart, le quart",
        "0.75": "trois quarts",
        "0.2": "un cinquième",
        "0.1": "un dixième",
    },
    not_halves="première seconde deuxième autre",
    magnitudes={
        1000: "mille, milliers",
        10**6: "million, millions",
        10**9: "milliard, milliards, mds, md",
        10**12: "billion, billions",
    },
    short_magnitudes={1000: "k", 10**6: "m"},
    links="[ \u00a0\u202f](?:de[ \u00a0\u202f]|d['’])",
    half_more="[ \u00a0\u202f]et demie?",
    currencies={
        "EUR": "euro, euros",
        "USD": "dollar, dollars, dollars américains",
        "CAD": "dollars canadiens",
        "GBP": "livres sterling, livre sterling",
        "CHF": "francs suisses, franc suisse",
        "XOF": "francs cfa, franc cfa",
        "francs": "franc, francs",
        "JPY": "yen, yens",
        "CNY": "yuan, yuans",
        "RUB": "rouble, roubles",
        "dinars": "dinar, dinars",
        "dirhams": "dirham, dirhams",
        "centimes": "centime, centimes",
    },
    time_units={
        "secondes": "seconde, secondes",
        "minutes": "minute, minutes, min",
        "heures": "heure, heures",
        "jours": "jour, jours",
        "semaines": "semaine, semaines",
        "mois": "mois",
        "ans": "an, ans",
        "années": "année, années",
        "décennies": "décennie, décennies",
        "siècles": "siècle, siècles",
    },
    units={
        "%": "pour cent, pourcent",
        "points": "points de pourcentage, point de pourcentage",
        "mètres": "mètre, mètres",
        "kilomètres": "kilomètre, kilomètres",
        "centimètres": "centimètre, centimètres",
        "millimètres": "millimètre, millimètres",
        "mètres carrés": "mètre carré, mètres carrés",
        "kilomètres carrés": "kilomètre carré, kilomètres carrés",
        "mètres cubes": "mètre cube, mètres cubes",
        "hectares": "hectare, hectares",
        "tonnes": "tonne, tonnes",
        "kilos": "kilo, kilos",
        "kilogrammes": "kilogramme, kilogrammes",
        "grammes": "gramme, grammes",
        "litres": "litre, litres",
        "degrés": "degré, degrés",
        "°C": "degrés celsius",
        "kilomètres par heure": "kilomètres par heure, kilomètres à l'heure, kilomètres-heure",
        "mégawatts": "mégawatt, mégawatts",
        "gigawatts": "gigawatt, gigawatts",
        "milles": "milles nautiques, milles marins",
    },
    comparators={
        "about": """
            environ, près de, près d', quelque, autour de, à peu près, presque, approximativement, quasi,
            quasiment, aux alentours de, aux environs de
        """,
        "at_least": "au moins, au minimum, pas moins de, un minimum de, minimum",
        "at_most": "au plus, tout au plus, au maximum, jusqu'à, pas plus de, un maximum de, maximum",
        "more_than": """
            plus de, plus d', au-delà de, au delà de, supérieur à, supérieure à, bien plus de, un peu plus
            de
        """,
        "less_than": "moins de, moins d', inférieur à, inférieure à, un peu moins de, en dessous de",
        "exactly": "exactement, précisément",
        "between": "entre, de, d'",
    },
    comparators_after={
        "at_least": r" (?:et|ou) (?:plus|davantage)\b| au (?:moins|minimum)(?=[.,;:!?)]|\Z)| minimum\b",
        "at_most": r" (?:et|ou) moins\b| au (?:plus|maximum)(?=[.,;:!?)]|\Z)| maximum\b",
        "about": r" environ(?=[.,;:!?)]|\Z)",
    },
    ranges={"à": "", "ou": "", "et": "entre"},
    either="ou",
    changes=(
        r"\b(?:pass(?:e|ent|é|ée|és|ées|er|ait|ant)|augment\w*|baiss\w*|grimp\w*|chut\w*|recul\w*|progress\w*"
        r"|tomb\w*|ramen\w*|port(?:é|ée|és|er)|mont\w*|hauss\w*)\b[^.;]{0,25}\b(?:de |d['’])\Z"
    ),
    ratios="sur",
    ratio_noun=True,
    months="""
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr avr
        juil sept oct nov déc
    """,
    ordinal="(?:er|re|e|ème|nd|nde)",
    clock=r"[ \u00a0\u202f]?h(?:[ \u00a0\u202f]?\d\d)?\b",
    clock_units="heures",
    before_clock="à vers dès après avant jusqu",
    labels="""
        article articles art alinéa paragraphe page pages chapitre section numéro no n volume tome épisode
        saison phase niveau étape version salle chambre quai voie ligne bus vol route autoroute
        départementale nationale résolution décret loi piste porte bâtiment bloc zone classe groupe chaîne
        téléphone tél terminal arrondissement années lot point
    """,
    before_year="""
        en depuis dès de à avant après vers jusqu janvier février mars avril mai juin juillet août septembre
        octobre novembre décembre printemps été automne hiver fin début mi l année années an et d entre
    """,
)
