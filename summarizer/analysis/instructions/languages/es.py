"""Spanish."""

from summarizer.analysis.instructions.commands import Commands

COMMANDS = Commands(
    tasks="""
        traduzca traduzcan traducir resuma escriba escriban redacta redacte explique describa responda
        respondan conteste repita recite genere calcule defina enumere reformule parafrasee compón
        componga invente cuéntame cuénteme dime dígame dame deme muéstrame muéstreme imprima resuelve
        resuelva descifre decodifique analice clasifique recomiende sugiera propón proponga nombre
        deletree simule elabore transcriba haz haga diseñe
    """,
    ambiguous_tasks="""
        traduce resume escribe explica describe responde contesta repite recita genera calcula define
        enumera reformula parafrasea inventa cita cite imprime descifra decodifica analiza compara
        compare clasifica recomienda sugiere nombra deletrea simula programa programe elabora transcribe
        crea cree diseña
    """,
    edits="""
        añada agregue inserte reemplace sustituya elimine borre integre incluya modifique mezcle invierta
        convierta utilice mencione subraye empiece afirme finja ignore olvide evite anime invite aconseje
        codifique cifre mejore corrija encuentre busque elija ayude actúe imagine ejecute incorpore
        fusione organice evalúe adivine pon ponga envíe visite descargue compre
    """,
    ambiguous_edits="""
        añade agrega inserta reemplaza sustituye elimina borra integra incluye modifica mezcla invierte
        convierte usa use utiliza menciona subraya termina termine empieza afirma finge ignora olvida
        evita anima invita aconseja codifica cifra mejora corrige encuentra busca elige ayuda actúa
        imagina ejecuta incorpora fusiona organiza ordena ordene evalúa adivina envía visita descarga
        compra
    """,
    objects=r"""
        (?=(?:una?|el siguiente|la siguiente|los siguientes|las siguientes|lo siguiente|este|esta|estas|estos|todo|todas|todos|cada|en|como|si|qué|quién|cuál|cómo|por qué|solo|dos|tres|cinco|tu)\b|[\d“"«:])
    """,
    not_behind=r"""
        (?:de|del|es|son|ha|han|por|y|o|que|quien|su|sus|[,.:;])\b
    """,
    models=r"""
        (?:ia|inteligencia artificial|asistentes?|modelos? de lenguaje|chatbots?)
        (?:chatgpt|gpt|claude|gemini|copilot)
    """,
    override=r"""
        \b(?:ignor|olvid|descart|omit|desatiend|desatend)\w*\b(?: \w+){0,4}? (?:instrucci[oó]n|indicaci[oó]n|orden|regla|directriz|directric)(?:es|s)?\b(?: \w+){0,2}? ?(?:anterior|previa|de arriba|inicial|del sistema|recibida)\w*
        \b(?:ignor|olvid)\w*\b todo lo (?:anterior|que)\b|\b(?:ignor|olvid)\w*\b (?:\w+ ){0,2}(?:anteriores|previas) (?:instrucciones|órdenes|indicaciones)\b
        \bprompt del sistema\b|\bnuevas instrucciones ?:
        \b(?:ahora eres|a partir de ahora eres|ahora usted es)\b|\b(?:eres|usted es) una? (?:\w+ ){0,2}?{model}\b
        \bcomo (?:ia|inteligencia artificial|modelo de lenguaje)(?=,| debes| tienes| eres)
    """,
    machine=r"""
        \b(?:atención|hola|estimad[oa]s?|querid[oa]s?|nota (?:para|a)|mensaje (?:para|a)|aviso a),? (?:la |las |el |los |todos los |todas las )?(?:\w+ )?{model}\b
        \bsi eres una? (?:\w+ )?{model}\b|\b(?:a partir de ahora|desde ahora),? (?:responde|responda|habla|escribe|debes|solo)
        \b(?:cuando|al) (?:resum|traduz|traduc|respond)\w+ (?:este|esta|el|la|di|diga|escriba|añade|menciona)\b
        \b(?:el|tu|su|todo|cada) resumen (?:debe|tiene que|deberá|ha de)\b|\b(?:tu|su) respuesta (?:debe|tiene que|deberá)\b
        \btu (?:nueva |única |verdadera )?(?:tarea|misión) (?:es|consiste)\b|\bquiero que (?:me )?(?:escribas|traduzcas|respondas|actúes|ignores|digas|hagas)\b
        \b(?:responde|responda|escribe|escriba|habla|hable) (?:solo|sólo|solamente|únicamente|exclusivamente)\b
        \b(?:di|diga|dile|dígale|aconseja|aconseje|recomienda|pide|recuerda) (?:al usuario|a los usuarios|al lector|a los lectores)\b
        \b(?:en|a) tu (?:respuesta|resumen|salida)\b|\ben su (?:respuesta|resumen),
    """,
    openers=r"""
        (?:por favor|ahora|luego|después|también|además|finalmente|primero|simplemente|y|pero|importante|nota|tarea|no olvides|no olvide|no)[,:]?
        (?:en|a|al|cuando|si|para|antes|después|como)\b[^.!?;:]{1,80},
    """,
    polite=r"""
        ¿?(?:puedes|podrías|sabes|quieres|te gusta|tienes)\b|¿?(?:puede|podría) (?:usted )?(?:decirme|explicarme|traducir|escribir|ayudarme|darme)
        ¿?(?:cuál|cómo) (?:es|estás|te)(?: tu)?\b(?=.{0,20}\b(?:tu|te|estás)\b)|necesito (?:un|una|que|ayuda)\b|¿?cómo se dice\b
    """,
    reply=r"""
        \b(?:tu|tus|su|sus|esta|este|la|el) (?:[\w-]+ ){0,2}?(?:respuesta|salida|resumen|titular|texto|frase|oración|párrafo|código|programa|mensaje)\b
        \b(?:siguientes?) (?:frase|oración|texto|código|palabra|fragmento|bloque)s?\b|\ben (?:una|dos|tres|cinco|\d+) (?:palabras?|frases?)\b
    """,
    yours=r"""
        \btu (?:[\w-]+ ){0,2}?(?:respuesta|resumen|salida|código|programa|titular)\b
    """,
    service=r"""
        newsletter|boletín|facebook|twitter|instagram|whatsapp|youtube|suscr|comentario|lea también|leer más|\bmás información\b|conoce más
        \b(?:fotos?|vídeos?|videos?|imágenes|podcast)\b|\b(?:nuestr[oa]s?) (?:sitio|aplicación|canal|página|web|artículo)
    """,
    you=r"\b(?:usted|ustedes|tú|tu|tus|te)\b",
    persons=r"\b(?:él|ella|lo|le|su|sus|ellos|ellas|les|nosotros|nos|nuestr\w*|est[ao]s|es[ao]s)\b",
    questions=r"¿?(?:qué|quién|quiénes|cuándo|dónde|por qué|cómo|cuánto|cuántos|cuántas|cuál|cuáles|en qué|a qué|de qué|para qué)\b",
    offers=r"(?:visit|haz clic|haga clic|compr|descarg|aprovech|suscr|regístr|gan|descubr|llam|reserv|prueb|inscrí)\w*\b",
)  # fmt: skip
