"""Spanish."""

from summarizer.analysis.languages.language import Language

LANGUAGE = Language(
    code="es",
    common="""
        el la los las que del en una un por con para es se al lo como más pero su sus le ya este esta esto
        son fue ha han no y o de a ser está muy sin sobre también entre cuando
    """,
    cues="""
        dice dicen dijo dijeron decía decían dicho afirma afirman afirmó afirmaron afirmaba agrega agregan
        agregó agregaron asegura aseguran aseguró aseguraron aseguraba añade añaden añadió añadieron declara
        declaran declaró declararon declaraba escribe escriben escribió escribieron explica explican explicó
        explicaron explicaba insiste insisten insistió insistieron manifiesta manifiestan manifestó
        manifestaron pregunta preguntan preguntó preguntaron preguntaba responde responden respondió
        respondieron señala señalan señaló señalaron señalaba sostiene sostienen sostuvo sostuvieron subraya
        subrayan subrayó subrayaron advierte advierten advirtió advirtieron advertía admite admiten admitió
        admitieron anuncia anuncian anunció anunciaron apunta apuntó apuntaron apuntaba argumenta argumentó
        avisa avisó cuenta cuentan contó contaron contaba comenta comentan comentó comentaron comentaba
        concluye concluyó concluyeron confiesa confesó confirma confirman confirmó confirmaron contesta
        contestó contestaron critica criticó criticaron denuncia denuncian denunció denunciaron destaca
        destacan destacó destacaron exclama exclamó exige exigen exigió exigieron expresa expresó expresaron
        expuso grita gritan gritó gritaron indica indican indicó indicaron informa informó informaron lamenta
        lamentan lamentó lamentaron matiza matizó menciona mencionó narra narró opina opinan opinó pide piden
        pidió pidieron pedía precisa precisó precisaron promete prometió prometieron reclama reclamó
        reclamaron reconoce reconocen reconoció reconocieron recalca recalcó recordó recuerda recuerdan
        reiteró reitera relata relató remarcó replica replicó reprocha reprochó resumió resume ratificó
        ratifica rechazó rechaza resaltó señalando susurró tuiteó zanjó zanja amenazó amenaza acusó acusa
        desmiente desmintió niega negó calificó califica bromeó espetó lanzó
    """,
    that="que si",
    titles="""
        libro, libros, novela, película, películas, serie, programa, diario, periódico, revista, semanario,
        canción, disco, álbum, obra, ópera, poema, informe, estudio, ensayo, artículo, folleto, cartel,
        pancarta, título, titulado, titulada, titulados, tituladas, lema, eslogan, pódcast, podcast, blog,
        exposición, campaña, proyecto, plan, plataforma, colectivo, asociación, movimiento, grupo, partido,
        barco, buque, restaurante, documental, cuadro, juego, operación, sección, columna, llamado, llamada,
        llamados, llamadas, denominado, denominada, denominados, apodado, apodada, bautizado, bautizada,
        supuesto, supuesta, supuestos, supuestas, presunto, presunta, palabra, término, expresión
    """,
    determiners="el la los las un una unos unas del al este esta ese esa su sus lo de en con",
    abbreviations="""
        Sr., Sra., Srta., Sres., Dr., Dra., Ud., Uds., EE., p. ej., art., núm., pág., págs., Av., Avda.,
        aprox., cap., vol., D., Dña., Gral., Ing., Lic., Prof., Sto., Sta., tel., No.
    """,
    connectives="""
        pero, y, sin embargo, no obstante, además, asimismo, también, mientras tanto, por otra parte, por
        su parte, entonces
    """,
    refers_back="""
        él ella ellos ellas ello este esta esto estos estas ese esa eso esos esas aquel aquella aquellos
        aquellas su sus ambos ambas tal tales así allí aquí
    """,
    means_earlier="""
        decisión medida anuncio grupo comentario comentarios declaraciones incidente propuesta respuesta
        resultado resultados
    """,
    judging="""
        ojalá desgraciadamente lamentablemente afortunadamente obviamente absurdo ridículo vergonzoso
        vergonzosa escandaloso hipocresía
    """,
    definite="el la los las un una unos unas del al",
    first_person="yo nosotros nosotras me mi mis nos nuestro nuestra nuestros nuestras",
    second_person="tú te ti usted ustedes vosotros vosotras vuestro vuestra",
    relatives="quien quienes cuyo cuya cuyos cuyas donde",
    title_labels="""
        exclusiva, exclusivo, última hora, urgente, directo, en directo, en vivo, vídeo, video, fotos,
        opinión, análisis, editorial, columna, entrevista, reportaje, podcast, política, economía,
        deportes, mundo
    """,
    decimal_comma=True,
    number_words="composed",
    number_joiner="y",
    articles="un una uno",
    numbers={
        2: "dos",
        3: "tres",
        4: "cuatro",
        5: "cinco",
        6: "seis",
        7: "siete",
        8: "ocho",
        9: "nueve",
        10: "diez",
        11: "once",
        12: "doce",
        13: "trece",
        14: "catorce",
        15: "quince",
        16: "dieciséis",
        17: "diecisiete",
        18: "dieciocho",
        19: "diecinueve",
        20: "veinte",
        21: "veintiuno veintiún veintiuna",
        22: "veintidós",
        23: "veintitrés",
        24: "veinticuatro",
        25: "veinticinco",
        26: "veintiséis",
        27: "veintisiete",
        28: "veintiocho",
        29: "veintinueve",
        30: "treinta",
        40: "cuarenta",
        50: "cincuenta",
        60: "sesenta",
        70: "setenta",
        80: "ochenta",
        90: "noventa",
        100: "cien ciento",
        200: "doscientos doscientas",
        300: "trescientos trescientas",
        400: "cuatrocientos cuatrocientas",
        500: "quinientos quinientas",
        600: "seiscientos seiscientas",
        700: "setecientos setecientas",
        800: "ochocientos ochocientas",
        900: "novecientos novecientas",
        1000: "mil",
    },
    fractions={
        "0.5": "mitad",
        "0.333333": "un tercio, una tercera parte, la tercera parte",
        "0.666667": "dos tercios, dos terceras partes",
        "0.25": "un cuarto de, una cuarta parte, la cuarta parte",
        "0.75": "tres cuartos, tres cuartas partes",
        "0.2": "una quinta parte, la quinta parte",
        "0.1": "una décima parte",
    },
    not_halves="primera segunda otra",
    magnitudes={1000: "mil", 10**6: "millón, millones", 10**12: "billón, billones", 12: "docenas"},
    links="[ \u00a0\u202f]de[ \u00a0\u202f]",
    half_more="[ \u00a0\u202f]y medio",
    currencies={
        "EUR": "euro, euros",
        "USD": "dólar, dólares, dólares estadounidenses, dólares americanos",
        "GBP": "libras esterlinas, libra esterlina",
        "pesos": "peso, pesos",
        "MXN": "pesos mexicanos",
        "ARS": "pesos argentinos",
        "CLP": "pesos chilenos",
        "COP": "pesos colombianos",
        "PEN": "soles",
        "CHF": "francos suizos",
        "JPY": "yen, yenes",
        "CNY": "yuan, yuanes",
        "RUB": "rublo, rublos",
        "BRL": "real brasileño, reales brasileños",
        "bolívares": "bolívar, bolívares",
        "céntimos": "céntimo, céntimos",
        "centavos": "centavo, centavos",
    },
    regional_currencies={
        "mx": {"MXN": "peso, pesos"},
        "ar": {"ARS": "peso, pesos"},
        "cl": {"CLP": "peso, pesos"},
        "co": {"COP": "peso, pesos"},
    },
    time_units={
        "segundos": "segundos",
        "minutos": "minuto, minutos",
        "horas": "hora, horas",
        "días": "día, días",
        "semanas": "semana, semanas",
        "meses": "mes, meses",
        "años": "año, años",
        "décadas": "década, décadas",
        "siglos": "siglo, siglos",
    },
    units={
        "%": "por ciento, por 100",
        "puntos porcentuales": "punto porcentual, puntos porcentuales",
        "metros": "metro, metros",
        "kilómetros": "kilómetro, kilómetros",
        "centímetros": "centímetro, centímetros",
        "milímetros": "milímetro, milímetros",
        "metros cuadrados": "metro cuadrado, metros cuadrados",
        "kilómetros cuadrados": "kilómetro cuadrado, kilómetros cuadrados",
        "metros cúbicos": "metro cúbico, metros cúbicos",
        "kilómetros por hora": "kilómetros por hora",
        "hectáreas": "hectárea, hectáreas",
        "toneladas": "tonelada, toneladas",
        "kilos": "kilo, kilos",
        "kilogramos": "kilogramo, kilogramos",
        "gramos": "gramo, gramos",
        "litros": "litro, litros",
        "grados": "grado, grados",
        "°C": "grados celsius, grados centígrados",
        "megavatios": "megavatio, megavatios",
        "gigavatios": "gigavatio, gigavatios",
        "barriles": "barril, barriles",
        "millas": "milla, millas",
        "pies": "pies",
    },
    comparators={
        "about": """
            unos, unas, cerca de, alrededor de, aproximadamente, casi, en torno a, aproximado de, próximo a,
            prácticamente, poco más o menos
        """,
        "at_least": "al menos, por lo menos, como mínimo, cuando menos, no menos de, un mínimo de, mínimo",
        "at_most": "como máximo, a lo sumo, hasta, no más de, un máximo de, máximo, a lo más",
        "more_than": """
            más de, superior a, superiores a, por encima de, algo más de, poco más de, mucho más de
        """,
        "less_than": "menos de, inferior a, inferiores a, por debajo de, algo menos de, poco menos de",
        "exactly": "exactamente, justo",
        "between": "entre, de",
    },
    comparators_after={
        "at_least": r",? (?:o|y) más\b(?! de)| como mínimo\b| al menos(?=[.,;:!?)]|\Z)",
        "at_most": r",? o menos\b(?! de)| como máximo\b",
        "about": r" aproximadamente(?=[.,;:!?)]|\Z)",
    },
    ranges={"a": "", "o": "", "y": "entre"},
    either="o",
    changes=(
        r"\b(?:pas(?:a|an|ó|aron|ar|ado|ando)|sub\w*|baj\w*|aument\w*|cay\w*|creci\w*|redu\w*|disminu\w*|elev\w*)\b"
        r"[^.;]{0,25}\bdel? \Z"
    ),
    ratios="de cada, de",
    ratio_noun=True,
    tenths="de",
    months="""
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
    """,
    before_month="de ",
    ordinal="(?:[.]?[ºª°]|er\\b|[oa]\\b)",
    clock=(
        r"[ \u00a0\u202f]?(?:h\b|horas\b(?= del? )|[ap]\. ?m\b|[ap]m\b)"
        r"| de la (?:mañana|tarde|noche|madrugada)\b"
    ),
    clock_units="horas",
    before_clock="las",
    labels="""
        artículo artículos art apartado párrafo página páginas pág capítulo sección número núm no nº volumen
        tomo episodio temporada fase nivel etapa versión sala habitación andén vía línea autobús vuelo ruta
        carretera autopista autovía resolución decreto ley pista puerta edificio bloque zona clase grupo
        canal teléfono tel terminal distrito años década siglo punto expediente
    """,
    before_year="""
        en desde de del hasta antes después hacia y para enero febrero marzo abril mayo junio julio agosto
        septiembre octubre noviembre diciembre primavera verano otoño invierno año años finales principios
        mediados
    """,
)
