"""Italian."""

from summarizer.analysis.instructions.commands import Commands

COMMANDS = Commands(
    tasks="""
        traduci traduca traducete riassumi riassuma riassumete scrivi scrivete spieghi spiegate descrivi
        descriva descrivete rispondi risponda rispondete ripeti ripetete generate calcolate definisci
        elencate componi componete raccontami dimmi dammi mostrami risolvi suggerisci proponi trascrivi
        create redigi fammi
    """,
    ambiguous_tasks="""
        spiega recita genera calcola elenca riformula parafrasa inventa cita stampa decodifica analizza
        confronta classifica consiglia nomina simula programma elabora crea
    """,
    edits="""
        aggiungi aggiungete inserisci inserite sostituisci sostituite eliminate includi includete inverti
        converti usate utilizzate fingi ignorate dimenticate correggi scegli agisci esegui unisci metti
        visitate scaricate acquistate cliccate
    """,
    ambiguous_edits="""
        elimina cancella integra modifica mescola usa utilizza menziona sottolinea termina inizia afferma
        ignora dimentica evita incoraggia invita codifica cifra migliora trova cerca aiuta immagina
        incorpora organizza ordina valuta indovina invia visita scarica acquista clicca
    """,
    objects=r"""
        (?=(?:un|una|uno|il seguente|la seguente|le seguenti|i seguenti|questo|questa|queste|tutto|tutte|tutti|ogni|in|come|se|chi|quale|perché|solo|due|tre|cinque)\b|un[’\']|[\d“"«:])
    """,
    not_behind=r"(?:di|del|della|è|sono|ha|hanno|da|dal|e|o|che|[,.:;])\b",
    models=r"""
        (?:ia|ai|intelligenza artificiale|assistent[ei]|modell[oi] linguistic[oi]|chatbot)
        (?:chatgpt|gpt|claude|gemini|copilot)
    """,
    override=r"""
        \b(?:ignora|dimentica|trascura|scarta)\w*\b(?: \w+){0,4}? (?:istruzion|indicazion|regol|direttiv|ordin|comand)\w+\b(?: \w+){0,2}? ?(?:precedent|sopra|inizial|di sistema|ricevut)\w*
        \b(?:ignora|dimentica)\w*\b (?:tutto ciò|tutto quello|\w+ precedenti (?:istruzioni|indicazioni))\b
        \bprompt di sistema\b|\bnuove istruzioni ?:|\b(?:ora|adesso|d['’]ora in poi) sei\b|\bsei un[ao']? ?(?:\w+ ){0,2}?{model}\b
    """,
    machine=r"""
        \b(?:attenzione|ciao|car[oiae]|gentil[ei]|nota (?:per|a)|messaggio (?:per|a)),? (?:le |gli |i |tutti gli |tutte le )?(?:\w+ )?{model}\b
        \bse sei un[ao']? ?(?:\w+ )?{model}\b|\bd['’]ora in poi,? (?:rispondi|scrivi|parla|devi)
        \bquando riassum\w+\b|\bnel riassumere\b|\b(?:il|tuo|ogni) riassunto deve\b|\bla tua risposta deve\b
        \bil tuo (?:nuovo |unico |vero )?compito è\b|\bvoglio che tu\b|\b(?:rispondi|scrivi|parla) (?:solo|soltanto|esclusivamente|unicamente)\b
        \b(?:di[’']?|dica|consiglia|ricorda|chiedi) (?:all['’]utente|agli utenti|al lettore|ai lettori)\b
        \b(?:nella|alla) tua (?:risposta|sintesi)\b|\bnel tuo riassunto\b
    """,
    openers=r"""
        (?:per favore|per piacere|ora|adesso|poi|anche|inoltre|infine|prima|semplicemente|e|ma|importante|nota|compito|non dimenticare di)[,:]?
        (?:in|nel|nella|a|al|quando|se|per|prima|dopo)\b[^.!?;:]{1,80},
    """,
    polite=r"""
        (?:puoi|potresti|sai|vuoi|ti piace|hai)\b|(?:può|potrebbe) (?:dirmi|spiegarmi|tradurre|scrivere|aiutarmi|darmi)
        qual è (?:il tuo|la tua)\b|ho bisogno di\b|come si dice\b
    """,
    reply=r"""
        \b(?:tua|tuo|tuoi|questa|questo|la|il) (?:[\w-]+ ){0,2}?(?:risposta|riassunto|titolo|testo|frase|paragrafo|codice|programma|messaggio)\b
        \b(?:seguent[ei]) (?:frase|testo|codice|parol[ae]|frammento|blocco)\b|\bin (?:una|due|tre|cinque|\d+) (?:parol[ae]|fras[ei])\b
    """,
    yours=r"\b(?:tua|tuo) (?:[\w-]+ ){0,2}?(?:risposta|riassunto|codice|programma|titolo)\b",
    service=r"newsletter|facebook|twitter|instagram|whatsapp|youtube|abbon|iscri|commenti|leggi anche|\b(?:maggiori|ulteriori) informazioni\b|scopri di più|\b(?:foto|video|podcast)\b",
    you=r"\b(?:tu|tuo|tua|voi|vi|vostr\w*)\b",
    persons=r"\b(?:egli|lui|lei|suo|sua|suoi|sue|loro|noi|ci|nostr\w*|quest[ei]|quei|quelle)\b",
    questions=r"(?:che|cosa|chi|quando|dove|perché|come|quanto|quanti|quante|quale|quali|qual|in che|a che|di che)\b",
    offers=r"(?:visit|clicca|acquist|scaric|approfitt|iscriv|registr|vinc|scopr|chiam|prenot|prov)\w*\b",
)  # fmt: skip
