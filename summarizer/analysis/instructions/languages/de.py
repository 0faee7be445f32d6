"""German."""

from summarizer.analysis.instructions.commands import Commands

COMMANDS = Commands(
    tasks="",
    task_forms=r"""
        (?:(?:übersetz|schreib|erklär|beschreib|verfass|formulier|nenn|antwort|beantwort|wiederhol|erzähl|berechn|analysier|vergleich|erstell|generier|definier|skizzier|entwerf|lös|dekodier|entschlüssel|programmier|erläuter|zähl|druck|buchstabier|paraphrasier|klassifizier|simulier|empfehl|sag|sprech|geb)(?:e|en sie|n sie)|gib|sag|sprich|schreib|erzähl|nenn|entwirf|empfiehl)(?= (?:(?:ein|all|jed|kein|folgend|welch|dein|ihr)\w*|(?:der|die|das|den|dem|mir|uns|bitte|nur|auf|mit|in|wie|was|warum|wer|dass|drei|zwei|fünf|kurz)\b)| ?[\d„“"«:])
        (?:fass|fasse|fassen sie) .{1,80}\bzusammen\b|(?:liste|listen sie) .{1,80}\bauf\b
        (?:tu so|tun sie so|stell dir vor|verhalte dich|verhalten sie sich)\b
    """,
    edit_forms=r"""
        (?:(?:füg|ersetz|entfern|lösch|ergänz|änder|veränder|bau|bind|integrier|verwend|benutz|nutz|vertausch|ordn|misch|kodier|verschlüssel|wandl|erwähn|beton|beend|beginn|setz|führ|prüf|find|wähl|send|vermeid|ignorier|missacht|zeig|kauf|klick|besuch|vereinfach|verlink|markier|streich|versteck|behaupt|organisier|sortier|bewert|mach|lass|nehm|helf|vergess)(?:e|en sie|n sie)|vergiss|nimm|hilf|mach|lass|füg|zeig)(?= (?:(?:ein|all|jed|kein|dein|ihr|dies|folgend)\w*|(?:der|die|das|den|dem|mir|uns|bitte|nur|auf|mit|in|wie|was|jetzt|nicht|am|an|darauf|zwei|drei)\b)| ?[\d„“"«:])
    """,
    models=r"""
        (?:ki|künstliche intelligenz|assistent(?:en|in)?|sprachmodelle?n?|chatbots?|ki-assistent(?:en|in)?|ki-modelle?)
        (?:chatgpt|gpt|claude|gemini|copilot)
    """,
    override=r"""
        \b(?:ignorier|missacht|vergiss|vergess|übergeh|verwirf|verwerf)\w*\b(?: sie)?(?: \w+){0,3}? (?:vorherig|bisherig|obig|früher|vorangegangen|vorig|alle|deine|ihre|sämtlich)\w*(?: \w+){0,2}? (?:anweisung|instruktion|befehl|vorgabe|regel|aufforderung|prompt|anleitung)\w*
        \bsystem-?prompt\w*\b|\bneue anweisung(?:en)?:
        \bdu bist (?:jetzt|nun|ab jetzt|ab sofort)\b|\bdu bist ein(?:e)? (?:\w+ ){0,2}?{model}\b|\bsie sind (?:jetzt|nun) ein
        \bals (?:ki|ki-modell|sprachmodell|künstliche intelligenz)(?= (?:musst|sollst|hast|bist|darfst|kannst|müssen sie))
    """,
    machine=r"""
        \b(?:achtung|hallo|hey|liebe[rs]?|hinweis (?:an|für)|nachricht an|anweisung (?:an|für)),? (?:alle |die |den |das |jede )?{model}\b
        \b(?:ab jetzt|von nun an|ab sofort|künftig)\b,? (?:antworte|schreibe?|sprich|bist du|sollst du|antworten sie)
        \bwenn du (?:ein|eine) (?:\w+ )?{model}\b|\bwenn (?:du|sie) (?:diesen|den) (?:text|artikel|beitrag) zusammenfass\w+
        \b(?:bei|in) (?:deiner|der|ihrer|jeder) zusammenfassung\b.{0,60}\b(?:schreib|erwähn|sag|füg|behaupt|nenn|muss|soll)
        \b(?:die|jede|deine|ihre) (?:zusammenfassung|antwort|ausgabe) (?:muss|soll|darf|hat)\b
        \b(?:deine|ihre) (?:neue |einzige |eigentliche )?aufgabe (?:ist|lautet|besteht)\b|\bich möchte, dass (?:du|sie)\b
        \b(?:antworte|antworten sie|schreibe?|schreiben sie|sprich) (?:ab jetzt )?(?:nur|ausschließlich)\b
        \b(?:sage?|teile|empfiehl|rate|erkläre) (?:dem|der|den|allen) (?:nutzer|benutzer|leser|anwender)\w*\b
        \b(?:in|zu|an) (?:deine[rn]?|ihre[rn]?) (?:antwort|ausgabe|zusammenfassung)\b
    """,
    openers=r"""
        (?:bitte|nun|jetzt|dann|zudem|außerdem|anschließend|zuerst|zum schluss|einfach|und|aber|hinweis|wichtig|aufgabe|anweisung)[,:]?
        (?:in|an|am|bei|wenn|nach|für|statt|zu)\b[^.!?;:]{1,80},
    """,
    polite=r"""
        (?:kannst|könntest|würdest|magst) du\b|(?:können|könnten|würden) sie (?:mir|uns|bitte)\b|weißt du\b
        was ist (?:dein|ihr)e?\b|wie heißt du\b|magst du\b|hast du\b|ich (?:brauche|suche) (?:ein|hilfe|eine)\w*\b
    """,
    reply=r"""
        \b(?:deine[rmn]?|ihre[rmn]?|diese[rmns]?|folgende[rmns]?) (?:[\w-]+ ){0,2}?(?:antwort|ausgabe|zusammenfassung|überschrift|text|satz|code|absatz|programm|nachricht|wort|wörter|sätze)\b
        \bcode-?(?:block|abschnitt|schnipsel)\b|\bin (?:ein|zwei|drei|fünf|\d+)\w* (?:wort|worten|wörtern|sätzen|satz)\b
    """,
    yours=r"""
        \bdeine[rmn]? (?:[\w-]+ ){0,2}?(?:antwort|ausgabe|zusammenfassung|überschrift|code|programm|lösung)\b
    """,
    service=r"""
        newsletter|facebook|twitter|instagram|whatsapp|youtube|abonnier|kommentar|\bmehr (?:zum thema|dazu|informationen|infos)\b|weitere informationen|\bdieser (?:artikel|beitrag|text)\b
        \b(?:fotos?|videos?|bilder|bildergalerie)\b|\b(?:lesen|hören|sehen) sie (?:auch|hier|mehr)\b|\bpodcast\b|\bunser\w* (?:app|seite|website)
    """,
    you=r"\b(?:du|dich|dir|dein\w*|ihnen)\b",
    persons=r"\b(?:er|ihn|ihm|sein\w*|wir|uns|unser\w*|man|da|dies\w*)\b",
    questions=r"(?:was|wer|wen|wem|wann|wo|warum|wieso|weshalb|welche[rsnm]?|wie|woher|wohin|worin|womit)\b",
    offers=r"(?:besuch|klick|lad|kauf|bestell|abonnier|meld|registrier|sicher|hol|hole|gewinn|spar|entdeck|jetzt|nur heute)\w*\b",
)  # fmt: skip
