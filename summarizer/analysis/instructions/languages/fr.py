"""French."""

from summarizer.analysis.instructions.commands import Commands

COMMANDS = Commands(
    tasks="""
        traduis traduisez traduire résumez écris écrivez rédigez expliquez décris décrivez réponds
        répondez répétez récitez générez calculez définis définissez énumérez reformulez paraphrasez
        composez inventez racontez donne-moi donnez-moi dis-moi dites-moi montre-moi montrez-moi citez
        imprimez affichez codez résous résolvez décodez analysez comparez classez esquissez recommandez
        suggérez proposez nommez épelez simulez programmez conçois concevez élaborez transcris
        transcrivez
    """,
    ambiguous_tasks="""
        résume rédige explique répète récite génère calcule énumère reformule paraphrase compose invente
        raconte cite imprime affiche code décode analyse compare classe esquisse recommande suggère
        propose nomme épelle simule programme élabore
    """,
    edits="""
        ajoutez insérez remplacez supprimez effacez intégrez inclus incluez modifiez mélangez inversez
        convertis convertissez utilisez employez mentionnez soulignez terminez commencez affirmez
        prétends prétendez ignorez oubliez évitez encouragez invitez conseillez encodez chiffrez
        améliorez enrichis enrichissez corrigez trouvez cherchez choisis choisissez aidez agis agissez
        imaginez exécutez incorporez fusionnez organisez triez évaluez devinez fais faites mets mettez
        envoyez cliquez visitez téléchargez achetez
    """,
    ambiguous_edits="""
        ajoute insère remplace supprime efface intègre modifie mélange inverse utilise emploie mentionne
        souligne termine commence affirme ignore oublie évite encourage invite conseille encode chiffre
        améliore corrige trouve cherche aide imagine exécute incorpore fusionne organise trie évalue
        devine envoie clique visite télécharge achète
    """,
    objects=r"""
        (?=(?:une?|ce|cette|ces|en|comment|pourquoi|qui|quel(?:le)?s?|tout|toute|toutes|chaque|si|deux|trois|cinq|ta|ton|tes|votre)\b|[\d“"«:])
        (?=l(?:a|e|es) (?:\w+ )?(?:suivante?s?|ci-dessous)\b)|(?=(?:la phrase|le texte|l['’]utilisateur|les mots))
    """,
    not_behind=r"""
        (?:de|du|des|est|sont|a|ont|par|et|ou|que|qui|[,.:;])\b
    """,
    models=r"""
        (?:ia|intelligence artificielle|assistante?s?|modèles? de langage|chatbots?|robots?)
        (?:chatgpt|gpt|claude|gemini|copilot)
    """,
    override=r"""
        \b(?:ignor|oubli|néglig|outrepass|contourn|écart)\w*\b(?: \w+){0,4}? (?:instruction|consigne|directive|règle|ordre|commande)s?\b(?: \w+){0,2}? ?(?:précédent|antérieur|ci-dessus|initial|système|du système|reçu|plus haut)\w*
        \b(?:ignor|oubli)\w*\b (?:tout|toutes|tous) ce qui (?:précède|a été)\b|\b(?:ignor|oubli)\w*\b (?:\w+ ){0,2}(?:précédentes|anciennes) (?:instruction|consigne|directive)s?\b
        \bprompt système\b|\bnouvelles? (?:instruction|consigne)s? ?:
        \b(?:tu es|vous êtes) (?:maintenant|désormais|à présent)\b|\b(?:tu es|vous êtes) une? (?:\w+ ){0,2}?{model}\b
        \ben tant qu[e’'] ?(?:ia|intelligence artificielle|modèle de langage|assistant)\b
    """,
    machine=r"""
        \b(?:attention|bonjour|salut|chère?s?|note (?:à|aux|pour)|message (?:à|aux|pour)|avis aux?),? (?:l['’]|les |tous les |toutes les |aux )?(?:\w+ )?{model}\b
        \bsi (?:tu es|vous êtes) une? (?:\w+ )?{model}\b|\bdésormais,? (?:réponds|répondez|tu|vous|écris)
        \b(?:quand|lorsque) (?:tu|vous) (?:résum|tradui|répond)\w+\b|\ben résumant\b
        \b(?:le|ton|votre|tout|chaque) résumé (?:doit|devra|est tenu)\b|\b(?:ta|votre) (?:réponse|sortie) (?:doit|devra)\b
        \b(?:ta|votre) (?:nouvelle |seule |vraie )?(?:tâche|mission) (?:est|consiste)\b|\bje (?:veux|voudrais|souhaite) que (?:tu|vous)\b
        \b(?:réponds|répondez|écris|écrivez|parle|parlez) (?:uniquement|seulement|exclusivement)\b
        \b(?:dis|dites|conseille|conseillez|demande|demandez|rappelle|rappelez) (?:à l['’]utilisateur|aux? utilisateurs?|au lecteur|aux lecteurs)\b
        \bdans (?:ta|votre) (?:réponse|sortie)\b|\bdans (?:ton|votre) résumé\b|\bà (?:ta|votre) réponse\b
    """,
    openers=r"""
        (?:s['’]il (?:te|vous) plaît|merci de|veuille[zs]?|maintenant|ensuite|puis|aussi|également|enfin|d['’]abord|simplement|et|mais|important|note|tâche|n['’]oubliez pas de|n['’]oublie pas de)[,:]?
        (?:dans|à|en|quand|si|pour|avant|après|lorsque)\b[^.!?;:]{1,80},
    """,
    task_forms=r"""
        (?:fais|faites) (?:semblant|comme si|un résumé|une liste|un poème)|joue le rôle|jouez le rôle
        (?:merci de|veuillez|veuille) (?:traduire|résumer|écrire|rédiger|expliquer|décrire|répondre|répéter|ajouter|insérer|ignorer|inclure)
    """,
    polite=r"""
        (?:peux-tu|pourrais-tu|sais-tu|veux-tu|aimes-tu|as-tu)\b|(?:pouvez-vous|pourriez-vous|savez-vous|voulez-vous) (?:me|nous|m['’]|traduire|expliquer|écrire|donner|dire)
        quel(?:le)? est (?:ton|ta|votre)\b|j['’]ai besoin (?:d['’]|de)|je cherche (?:un|une|à)\b|comment (?:vas|fais|dis)-tu\b|comment dit-on\b
    """,
    reply=r"""
        \b(?:ta|ton|tes|votre|vos|cette|ce|la|le) (?:[\w-]+ ){0,2}?(?:réponse|sortie|résumé|titre|texte|phrase|paragraphe|code|programme|message) ?(?:suivante?)?\b
        \b(?:phrase|texte|code|mot|extrait|bloc)s? (?:suivante?s?|ci-dessous|de code)\b|\ben (?:un|deux|trois|cinq|\d+) (?:mots?|phrases?)\b
    """,
    yours=r"""
        \b(?:ta|ton|votre) (?:[\w-]+ ){0,2}?(?:réponse|résumé|sortie|code|programme)\b
    """,
    service=r"""
        newsletter|facebook|twitter|instagram|whatsapp|youtube|abonn|commentaire|lire aussi|à lire|lisez|\bplus d['’]informations?\b|en savoir plus|infolettre
        \b(?:photos?|vidéos?|images?|podcast)\b|\b(?:notre|nos) (?:site|application|chaîne|page|dossier|article)
    """,
    you=r"\b(?:vous|votre|vos|tu|ton|tes)\b",
    persons=r"\b(?:il|elle|lui|son|sa|ses|ils|elles|leurs?|nous|notre|nos|ces)\b",
    questions=r"(?:que|qu['’]|quoi|qui|quand|où|pourquoi|comment|combien|quel(?:le)?s?|est-ce que|à quoi|de quoi|dans quel(?:le)?)\b",
    offers=r"(?:visite|clique|achète|télécharge|profite|commande|inscri|découvr|gagne|abonne|essaye|essaie|réserve|appel)\w*\b",
)  # fmt: skip
