"""Portuguese."""

from summarizer.analysis.instructions.commands import Commands

COMMANDS = Commands(
    tasks="""
        traduza traduzam resuma escreva escrevam redija explique descreva responda respondam repita
        recite gere calcule defina enumere liste reformule compõe componha invente conta-me conte-me
        diz-me diga-me dá-me dê-me mostra-me mostre-me cite imprima resolve resolva decifre decodifique
        analise compare classifique recomende sugira proponha simule programe elabore transcreva faça
        crie
    """,
    ambiguous_tasks="""
        traduz resume escreve redige explica descreve responde repete recita gera calcula define enumera
        lista reformula parafraseia inventa cita imprime decifra descodifica analisa compara classifica
        recomenda sugere propõe nomeia soletra simula programa elabora transcreve faz cria
    """,
    edits="""
        acrescente adicione insira substitua elimine apague integre inclua modifique misture inverta
        converta use utilize mencione sublinhe termine comece afirme finja ignore esqueça evite incentive
        convide codifique melhore corrija encontre procure escolha ajude aja imagine execute incorpore
        organize ordene avalie adivinhe ponha envie visite baixe compre clique
    """,
    ambiguous_edits="""
        acrescenta adiciona insere substitui elimina apaga integra inclui modifica mistura inverte
        converte usa utiliza menciona sublinha termina começa afirma finge ignora esquece evita incentiva
        convida codifica melhora corrige encontra procura escolhe ajuda age imagina executa incorpora
        organiza ordena avalia adivinha põe envia visita descarrega compra clica
    """,
    objects=r"""
        (?=(?:uma?|o seguinte|a seguinte|os seguintes|as seguintes|este|esta|estas|estes|todo|todas|todos|cada|em|como|se|quem|qual|por que|só|dois|três|cinco|tua|teu)\b|[\d“"«:])
    """,
    not_behind=r"(?:de|do|da|dos|das|é|são|foi|há|por|e|ou|que|[,.:;])\b",
    models=r"""
        (?:ia|inteligência artificial|assistentes?|modelos? de linguagem|chatbots?)
        (?:chatgpt|gpt|claude|gemini|copilot)
    """,
    override=r"""
        \b(?:ignor|esque[cç]|desconsider|descart)\w*\b(?: \w+){0,4}? (?:instruç|indicaç|ordem|ordens|regra|diretri)\w*\b(?: \w+){0,2}? ?(?:anterior|prévi|acima|inicia|do sistema|recebid)\w*
        \b(?:ignor|esque[cç])\w*\b tudo o que\b|\bprompt d[eo] sistema\b|\bnovas instruções ?:
        \b(?:agora (?:és|você é)|a partir de agora (?:és|você é))\b|\b(?:és|você é) uma? (?:\w+ ){0,2}?{model}\b
    """,
    machine=r"""
        \b(?:atenção|olá|car[oa]s?|nota (?:para|a)|mensagem (?:para|a)),? (?:a |as |os |todos os |todas as )?(?:\w+ )?{model}\b
        \bse (?:és|você é|fores|você for) uma? (?:\w+ )?{model}\b|\ba partir de agora,? (?:responde|responda|escreve|escreva|deve)
        \b(?:quando|ao) (?:resum|traduz|respond)\w+ (?:este|esta|o|a|diz|diga)\b|\b(?:o|teu|seu|cada|todo) resumo (?:deve|tem de|tem que)\b|\b(?:tua|sua) resposta (?:deve|tem de|tem que)\b
        \b(?:tua|sua) (?:nova |única )?(?:tarefa|missão) (?:é|consiste)\b|\bquero que (?:tu|você|me)\b
        \b(?:responde|responda|escreve|escreva|fala|fale) (?:só|apenas|somente|exclusivamente|unicamente)\b
        \b(?:diz|diga|aconselha|aconselhe|recomenda|recomende|lembra|lembre) (?:ao utilizador|ao usuário|aos utilizadores|aos usuários|ao leitor|aos leitores)\b
        \b(?:na|à) (?:tua|sua) resposta\b|\bno (?:teu|seu) resumo\b
    """,
    openers=r"""
        (?:por favor|agora|depois|também|além disso|finalmente|primeiro|simplesmente|e|mas|importante|nota|tarefa|não te esqueças de|não se esqueça de|não)[,:]?
        (?:em|na|no|ao|quando|se|para|antes|depois)\b[^.!?;:]{1,80},
    """,
    polite=r"""
        (?:podes|poderias|sabes|queres|gostas|tens)\b|(?:você )?(?:pode|poderia) (?:me |dizer-me|explicar|traduzir|escrever|ajudar|dar)
        qual é (?:o teu|a tua|o seu|a sua)\b|preciso (?:de|que)\b|como se diz\b
    """,
    reply=r"""
        \b(?:tua|teu|sua|seu|esta|este|a|o) (?:[\w-]+ ){0,2}?(?:resposta|resumo|título|texto|frase|parágrafo|código|programa|mensagem)\b
        \b(?:seguintes?) (?:frase|texto|código|palavras?|fragmento|bloco)\b|\bem (?:uma|duas|três|cinco|\d+) (?:palavras?|frases?)\b
    """,
    yours=r"\b(?:tua|teu) (?:[\w-]+ ){0,2}?(?:resposta|resumo|código|programa|título)\b",
    service=r"newsletter|facebook|twitter|instagram|whatsapp|youtube|assin|subscrev|inscrev|comentário|leia também|saiba mais|\bmais informações\b|\b(?:fotos?|vídeos?|podcast)\b",
    you=r"\b(?:você|vocês|teu|tua)\b",
    persons=r"\b(?:ele|ela|lhe|seu|sua|seus|suas|eles|elas|lhes|nós|noss\w*|est[ae]s|ess[ae]s)\b",
    questions=r"(?:que|o que|quem|quando|onde|porque|por que|como|quanto|quantos|quantas|qual|quais|em que|a que|de que)\b",
    offers=r"(?:visit|cliq|compr|descarreg|baix|aproveit|inscrev|regist|ganh|descubr|ligue|reserv|experiment)\w*\b",
)  # fmt: skip
