"""English."""

from summarizer.analysis.instructions.commands import Commands

COMMANDS = Commands(
    tasks="""
        analyse analyze brainstorm calculate categorise categorize classify compile compose compute construct
        contrast convert craft create critique debug decode define demonstrate describe develop devise discuss
        elaborate encode enumerate evaluate execute explain extract formulate generate identify illustrate
        impersonate implement interpret invent narrate paraphrase predict pretend print produce pronounce
        proofread prove provide recite recommend rephrase repeat reply respond rewrite reword role-play roleplay
        simulate solve spell suggest summarise summarize tell transcribe translate write
    """,
    ambiguous_tasks="""
        answer code compare complete continue count design detail display draft edit finish give list name
        outline output plan program quote rank rate review say show sketch sort speak speculate state
    """,
    edits="""
        absorb act add adjust adopt advertise advise allocate alter amplify anagram append apply arrange
        ascertain assert assess assign assimilate augment avoid blend break bypass capitalise capitalize choose
        clarify coach combine come conduct convey convince correct curate decide decipher deploy detect determine
        disable disclose disregard edit embed emphasise emphasize employ encourage encrypt engage enhance
        enlist enrich ensure enter erase estimate examine expand explore fabricate fill find fuse gather grade
        guess guide harmonise harmonize help imagine improve include incorporate indicate inform infuse inject
        insert integrate interweave introduce inventory investigate invert jumble keep lengthen leverage make
        match meld mention merge misspell mix modify name notify obfuscate obtain omit optimise optimize organise
        organize parse pay perform persuade pick pinpoint polish praise prepare prepend press promote quiz
        rearrange redirect refrain remind remove render replace retrieve reveal rhyme schedule score scramble
        select send shorten shuffle simplify sing solve spot substitute teach think transfer type unlock
        unscramble use utilise utilize verify walk weave
    """,
    ambiguous_edits="""
        alert ask begin book call change chart check claim close cover delete direct download email end endorse
        forget format forward get give graph group highlight hint ignore joke label let link log look map mark
        measure model open order place point post put recall record refer remember report research return
        reverse run scan search set share start stop stress study swap tag take tap tease test track try turn
        upload urge warn
    """,
    objects=r"""
        (?=(?:an?|the|this|that|these|those|your|my|our|me|us|it|them|all|any|some|each|every|both|only|no|random)\b)
        (?=(?:following|next|as if|how|what|why|which|who|whether|if|in|to|with|at|a?loud|one|two|three|four|five)\b)
        (?=[\d“"'‘«@#$`*<\[{(])
    """,
    not_behind=r"""
        (?:of|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|shall|said|says)\b
        (?:and|or|by|from|but|who|which|when|while|after|before|between|does|do|did)\b
        [,.:;–—-]
    """,
    task_forms=r"""
        (?:tell|inform|remind|ask|warn|convince|persuade|direct|redirect|encourage|instruct) (?:the |all |your )?(?:user|reader)s? (?:to|that|about|how|they)\b
        (?:question|input|output|user|system|assistant|task|instructions?): ?(?=\S)
        (?:act as|pretend to be|play the role of|take on the role of) (?:an?|my|the|if)\b
    """,
    models=r"""
        (?:ai|a\.i\.|artificial intelligence|assistant|(?:large )?language model|llm|chatbot|summari[sz]er)
        (?:gpt|chatgpt|claude|gemini|copilot)
    """,
    override=r"""
        (?:(?<!\bto )|(?<=\byou to ))\b(?:ignore|disregard|forget|override|bypass|discard|skip) (?:\w+ ){0,3}?(?:previous|prior|above|earlier|preceding|your|system|former|existing|original)\b(?: \w+){0,2}? (?:instruction|prompt|direction|guideline|rule|command|order|task|context|message|text)s?\b
        (?<!\bto )\b(?:ignore|disregard|forget) (?:everything|anything|all) (?:\w+ ){0,3}?(?:above|before|previous|previously|prior|said so far|you were told)\b
        \byour (?:\w+ )?system prompt\b
        ^(?:please )?(?:reveal|print|repeat|show|output|display|ignore|disregard|forget|tell) (?:\w+ ){0,3}?system prompt\b
        \b(?:your )?new instructions? ?(?:are|is|follow|:)
        \byou are (?:now )?(?:an? )?(?:\w+ ){0,2}?(?:ai|assistant|language model|chatbot|chatgpt)\b
        \bas an? (?:ai|artificial intelligence|(?:large |ai )?language model|ai model)(?= ?(?:,|you|i |model|language|assistant))
    """,
    role=r"""
        \byou are now (?:an?|the|my|in)\b
        \bfrom now on,? (?:you|your|answer|respond|reply|always|only|act)\b
        ^you(?: are|'re|’re| will be) (?:given|provided with|presented with)\b
        ^when(?:ever)? (?:you )?(?:summari[sz](?:e|ing)|translat(?:e|ing)|answering|responding|replying)\b[^.!?;:]{0,60}, (?:{task}|{edit}|always|never|do not|don['’]t|you)
        \byour (?:only |real |new |main |next )?(?:task|job|goal|role|mission|objective) (?:(?:is|will be)(?: to\b|:)|:)
        \bi (?:want|need|would like|'d like|’d like|order|command|ask) you to\b
        \b(?:respond|reply|answer|write|speak) (?:only|exclusively|solely|entirely) (?:in|with|using)\b
    """,
    machine=r"""
        \b(?:dear|hey|hi|hello|attention|note (?:to|for)|instructions? (?:to|for)|message (?:to|for)) (?:the |all |any |every )?(?:\w+ )?{model}s?(?= ?[,:;!.—–]| (?:please|you|if|when|do|don['’]t|always|never|{task}|{edit})\b)
        \bif you are an? (?:\w+ ){0,2}?{model}\b
        \b{model}s? (?:reading|processing|summari[sz]ing|that reads?|who reads?) this\b
        \b(?:(?:the|any|every|your) (?:summary|{model})|your (?:response|reply|output|answer)) (?:must|should|shall|has to|needs to|is to) (?:\w+ )?(?:say|state|include|mention|end|begin|start|contain|be written|respond|reply|answer|output|ignore|claim|conclude|read|link|point|recommend)\b
        \bin (?:your|the) (?:\w+ )?(?:response|reply|output|answer),? (?:\w+ )?(?:{task}|{edit})
    """,
    openers=r"""
        (?:please|kindly|now|then|also|next|finally|first|just|simply|instead|otherwise|and|but|to proceed),?:?
        (?:important|note|task|instruction|p\.?s\.?|hint|always|never|do not|don['’]t|let['’]s|let us),?:?
        (?:be sure to|make sure to|make sure you|remember to|(?:do not|don['’]t) (?:forget|hesitate) to)
        (?:keep in mind to|feel free to|go ahead and|try to|consider|you must|you are to|you need to|let your \w+)
        (?:you are|you will be) (?:asked|required|expected) to
        (?:it is )?up to you to
        (?!(?:italy|july|family|assembly|supply|police|only)\b)\w+ly,?
        (?:using|given|considering|based on|on the basis of|according to)\b[^.!?,;:]{1,80},
        (?:in|to|at|with|for|as|when|if|before|after|once|while)\b[^.!?,;:]{1,80},
    """,
    polite=r"""
        (?:can|could|would|will) you (?:please |kindly |also )?(?:help|{task}|{edit})
        i(?: would|['’]d) like you to
        would you mind|do you (?:know|have|like|prefer|speak|enjoy)\b
        are you (?:able|an?)\b|what(?:['’]s| is| are) your\b|how (?:are|do|would|can|could) you\b
        i (?:need|want|am looking for|['’]m looking for) (?:you|an?|some|help|to know)\b
    """,
    reply=r"""
        \b(?:your|this|the following|the subsequent|the below|the next) (?:[\w-]+ ){0,3}?(?:response|reply|replies|answers?|output|summary|summaries|headline|abstract|message|text|code|solution|implementation|codebase|algorithm|program|script|project|application|translation|prompt|instructions|explanation|elucidation|conclusion|completion|generation|sentence|paragraph|passage|phrase|word|string)\b
        \b(?:the) (?:[\w-]+ )?(?:response|reply|output)s?\b
        \bcode (?:block|snippet|excerpt|section|segment)\b
        \b(?:given|provided|underlined) (?:[\w-]+ ){0,2}?(?:sentence|text|paragraph|word|code|question|list|table|number|description|information|article|passage|email|conversation|input|topic)s?\b
        \bin (?:one|two|three|five|\d+) (?:words?|sentences?|bullet points|paragraphs?)\b
        \bin simple terms\b
    """,
    yours=r"""
        \byour (?:[\w-]+ ){0,2}?(?:response|reply|replies|answers?|output|summary|headline|code|codebase|solution|implementation|algorithm|program|script|translation)\b
        \bcode (?:block|snippet|excerpt|section|segment)\b
    """,
    service=r"""
        newsletter|\bcomments?\b|facebook|twitter|instagram|whatsapp|youtube|subscri|\bread more\b
        \b(?:this|the full|our) (?:story|article|post|report|coverage|website|site|app|channel|podcast)\b
        \bmore (?:about|information|details|on|at|news|stories)\b
        \b(?:photos?|videos?|pictures?|slideshow|gallery)\b|\b(?:click|tap|scroll|sign up|log in|sign in)\b
        \b(?:e-?mail|contact|call|tell|alert|follow|join|write to|reach|find) (?:us\b|\S*@)
        \bget in touch\b|\bemailing us\b|\b(?:a story|something) (?:to (?:tell|share)|for us)\b
        \bshare (?:this|your|it|on|with|via)\b|\b(?:phone|tel)\b|\d{3}[ .)-]+\d{3,4}
    """,
    you=r"\byou(?:r|rs|rself)?\b",
    persons=r"\b(?:he|she|his|her|him|they|them|their|these|those|we|us|our)\b",
    questions=r"""
        (?:what|who|whom|whose|when|where|why|which|how)\b
        (?:(?:in|at|on|for|to) what|in which|by whom|is it|is there|are there|can i|should i|could i|do i|does)\b
    """,
    offers=r"""
        (?:visit|click|subscribe|sign up|download|buy|order|call|install|register|join|claim|get|grab|try|shop)\b
        (?:book|win|earn|check out|hurry|act now|apply|go to|follow|enter|text|contact|upgrade|save|discover)\b
    """,
)  # fmt: skip
