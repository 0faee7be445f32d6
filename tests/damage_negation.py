"""A negation put into a text, or taken out of one, in the ten languages: by their grammar as far as a pattern knows it.

What a pattern would turn into nonsense is left alone: “had not nothing”, idioms such as 辞さない, double negations
such as «no … ni un solo». A name stays as it is: „Krankenhaus ist keine Fabrik“ may be what an alliance calls itself.
"""

import re
from collections.abc import Callable, Iterable

Change = tuple[str, str | Callable[[re.Match[str]], str]]
_CLAUSE = re.compile(r"[.,;:!?،؛。，；：]")


def negated(text: str, language: str, names: Iterable[str]) -> str | None:
    """Take a negation out, or put one in where there is none; None if no pattern fits."""
    fixed = [found.span() for name in names if name for found in re.finditer(re.escape(name), text)]
    for pattern, with_ in (*_TAKEN_OUT[language], *_PUT_IN[language]):
        for match in re.finditer(pattern, text):
            inside = any(start <= match.start() and match.end() <= end for start, end in fixed)
            taken = (pattern, with_) in _TAKEN_OUT[language]
            if inside or (_agrees(match, language) if taken else _is_asked(match)):
                continue
            other = with_(match) if callable(with_) else match.expand(with_)
            return text[: match.start()] + other + text[match.end() :]
    return None


def _agrees(match: re.Match[str], language: str) -> bool:
    """Whether another word in the clause is negative because this one is: no … nadie, не … никто."""
    if language not in _CONCORD:
        return False
    before = _CLAUSE.split(match.string[: match.start()])[-1]
    behind = _CLAUSE.split(match.string[match.end() :])[0]
    return bool(re.search(rf"\b(?:{_CONCORD[language]})\b", f"{before} {behind}"))


def _is_asked(match: re.Match[str]) -> bool:
    """Whether it is open: to say whether they will not come is to say whether they will."""
    return " whether " in f" {_CLAUSE.split(match.string[: match.start()])[-1]}"


_CONCORD = {
    "es": "ni|nadie|nada|ning[uú]n\\w*|nunca|jamás", "pt": "nem|ninguém|nada|nenhum\\w*|nunca|jamais",
    "ru": "ни|никто|никого|никому|ничего|ничто|никогда|никак\\w*", "pl": "ani|nikt|nikogo|nic|nigdy|żadn\\w*",
}  # fmt: skip


def _listed(words: str) -> str:
    return "|".join(words.split())


def _ne_pas(match: re.Match[str]) -> str:
    clitics, verb = match["clitics"] or "", match["verb"]
    front = f"{clitics}{verb}"
    return f"{'n’' if front[0] in 'aeéèêiouyh' else 'ne '}{front} pas"


def _plain_japanese(match: re.Match[str]) -> str:
    kana, is_past = match["kana"], match["tense"] == "なかった"
    forms = _FROM_A_ROW.get(kana)
    if match["kana"] == "し":
        return "した" if is_past else "する"
    if forms:
        return forms[is_past]
    return kana + ("た" if is_past else "る")


_FROM_A_ROW = {
    "か": ("く", "いた"), "が": ("ぐ", "いだ"), "さ": ("す", "した"), "た": ("つ", "った"), "な": ("ぬ", "んだ"),
    "ば": ("ぶ", "んだ"), "ま": ("む", "んだ"), "ら": ("る", "った"), "わ": ("う", "った"),
}  # fmt: skip


def _plain_arabic(match: re.Match[str]) -> str:
    """The past of a verb behind لم, which stands in the jussive."""
    prefix, stem = match["prefix"], match["stem"]
    stem = f"ا{stem}" if stem.startswith("ست") else stem
    return stem + ("ت" if prefix == "ت" else "")


_LIKE_SAY = "say demand call think accept support reject oppose express claim accuse cite want ask urge offer deny warn propose describe criticize criticise expect plan back welcome condemn hope see consider suggest tell compare promise vow predict seek"
_IRREGULAR = "made said put told left won lost met gone sent been had done kept led held come become brought"
_REGULAR = "call demand reject request accept express claim appeal ask offer object support warn back welcome condemn want predict plan suggest"
_REGULAR_E = "accus urg decid criticis criticiz endors announc describ propos promis oppos compar argu"

_ES_VERBS = (
    "es son será serán está están ha han había va van quiere quieren debe deben puede pueden exige exigen pide piden "
    "aprueba aprobó apoya apoyan celebra celebran rechaza rechazó rechazan rehúsa niega afirma dice dijo señala advierte "
    "avisa adelanta anuncia anunció acusa acusó recuerda defiende defendió calcula considera critica critican reclama "
    "reclaman tacha califica llama indica sostiene asegura propone promete ofrece denuncia cree"
)
_PT_VERBS = (
    "é são será serão foi foram está estão vai vão quer querem deve devem pode podem exige exigem pede pedem apoia apoiam "
    "defende defendeu rejeita rejeitam rejeitaram nega negou afirma diz dizem disse escreveu respondeu ofereceu oferece "
    "descartou descarta cobrou acusa acusam acusou propôs propõe recomenda recomendaram alertaram alerta fala ironizou "
    "desmentiu anunciou anunciaram considera critica prometeu aceita assinou"
)
_FR_VERBS = (
    "est sont sera seront serait seraient a ont aura auront va vont doit doivent peut peuvent veut veulent exige exigent "
    "demande demandent rejette rejettent réclame réclament annonce annoncent dément conteste affirme assure propose "
    "refuse refusent déclare reproche dit parle indique accuse appelle soutient estime critique défend avertit menace promet"
)
_DE_VERBS = (
    "ist sind war waren wird werden will wollen soll sollen sollte hat haben kann können muss müssen würde würden wäre sei "
    "seien habe fordert fordern verlangt verlangen nennt nennen bietet bieten sagt sagen begrüßt begrüßen lehnt kündigt "
    "spricht sprechen erwartet erwarten beziffert beklagt kritisiert hält wirft macht appelliert ruft unterstützt warnt "
    "gibt weist schließt schlägt droht plant"
)
_RU_STEMS = (
    "говор заяв сказа утвержда счита требу потребова предлага предлож обеща предупре призва призыва назва называ готов "
    "отверг опроверг сообщ объяв напомн подсчита возрази поддержа поддержива обвин критику намерен хочет хотят может могут "
    "будет будут отказыва отказа призна просят"
)
_PL_STEMS = "jest są będzie będą chce chcą może mogą żąda domaga popiera uważa mówi twierdzi zapowiad odrzuc proponuj krytykuj oskarża"
_ZH_VERBS = "要求 指责 警告 承认 提出 提议 支持 接受 拒绝 否认 认为 呼吁 批评 敦促 宣布 强调 反驳 提醒 同意 表示 愿意 公布 相信 称 说"

_TAKEN_OUT: dict[str, list[Change]] = {
    "en": [
        (r"\bcannot\b", "can"), (r" not\b", ""), (r"n['’]t\b", ""), (r"\bnever ", ""), (r"\bnothing\b", "something"),
        (r"\b[Nn]obody\b", "everybody"), (r"\b[Nn]o (?=[a-z])(?!longer|more|less|later)", ""),
        (r"\b(?:refus|declin)ed to\b", "agreed to"), (r"\b(?:refuse|decline)s to\b", "agrees to"),
        (r"\b(?:refus|declin)ing to\b", "agreeing to"), (r"\b(?:refuse|decline) to\b", "agree to"),
    ],
    "de": [(r" noch nicht\b", " schon"), (r" nicht\b(?! nur)", ""), (r"\bkein", "ein"), (r"\bnie ", "")],
    "fr": [
        (r"\bn[’'e] ?(\w+ )?(\w+) pas encore\b", r"\1\2 déjà"), (r"\b[Aa]ucun(e?) (\w+) ne\b", r"un\1 \2"),
        (r"\bn[’'e] ?(y )?(\w+) (?:pas|plus|jamais)\b", r"\1\2"), (r"\bn[’'e] ?(y )?(\w+) aucun(e?)\b", r"\1\2 un\3"),
    ],
    "es": [(r"\b[Nn]o (?!obstante|solo|sólo)", ""), (r"\bnunca ", "")],
    "pt": [(r"\bnão (?!só|apenas)", ""), (r"\b(?:nunca|jamais) ", "")],
    "ru": [(r"\bне (?!только)", ""), (r"\bнет ", "есть ")],
    "pl": [(r"\bnie (?!tylko)", "")],
    "ar": [
        ("\\bلن (?=[يتن])", "س"), ("\\bلم (?P<prefix>[يت])\u064f?(?P<stem>\\w{3,6})\\b(?<!ها)", _plain_arabic),
        ("\\bليست? (\\w+?)اً", r"\1"), ("(\\bو?)لا (?=[يتن])", r"\1"), ("\\bلا (?=\\w{3})", ""),
    ],
    "zh": [
        ("不会", "会"), ("没有被", "已被"), ("没有", "有"), ("[尚并]?未(?=[^来知必])", "已"), ("不([上了到下起出])", r"得\1"),
        ("不(?![仅过同断少久满安足得可动良])", ""),
    ],
    "ja": [
        ("ていない", "ている"), ("ではない", "である"), ("ではなかった", "だった"),
        (("(?<!やむを)(?<!かも)(?P<kana>[かがさたなばまらわしえけげせてねべめれいきぎちにびみりじ])(?P<tense>なかった|ない)"
         "(?<!辞さない)(?<!かもしれない)(?<!少ない)"), _plain_japanese),
    ],
}  # fmt: skip
_PUT_IN: dict[str, list[Change]] = {
    "en": [
        (r"\b(is|are|was|were|will|would|can|could|should|must|may|might)\b", r"\1 not"),
        (rf"\b(has|have|had)\b(?= (?:\w+ly )?(?:\w+ed|\w+en|{_listed(_IRREGULAR)})\b)", r"\1 not"),
        (rf"^((?:[\w.'’-]+ ){{1,6}}?)({_listed(_LIKE_SAY)})s\b", r"\1does not \2"),
        (rf"^((?:[\w.'’-]+ ){{1,6}}?)({_listed(_REGULAR)})ed\b", r"\1did not \2"),
        (rf"^((?:[\w.'’-]+ ){{1,6}}?)({_listed(_REGULAR_E)})ed\b", r"\1did not \2e"),
        (r"(?<!According) to (?=[a-z]+\b)(?!\w+ing\b|come\b|the\b|an?\b|his\b|her\b|its\b|their\b)(\w+)", r" not to \1"),
    ],
    "de": [
        (rf"\b({_listed(_DE_VERBS)})\b(?! nach)(?= [^,]*[^,\w]?(?:[A-ZÄÖÜ\d“]\S*|%)[.!]?$)", r"\1 nicht"),
        (r"((?:zu )?\b[a-zäöüß]+(?: (?:ist|sind|hat|haben|wird|werden|wurde|wurden))?)(?=[.!]?$)", r"nicht \1"),
        (rf"\b({_listed(_DE_VERBS)})\b(?! nach|(?<=haben)[:,])", r"\1 nicht"),
    ],
    "fr": [(
        rf"(?<![’'\w])(?P<clitics>(?:(?:lui|leur|y|en|se|le|la|les) |[sl][’'])*)\b(?P<verb>{_listed(_FR_VERBS)})\b", _ne_pas,
    )],
    "es": [(rf"(?<!«)(?<!según )\b((?:(?:se|lo|la|le|los|las|les|me|nos) )?(?:recurrirá|pedirá|\w{{3,}}(?:ará|erá|arán|erán)|{_listed(_ES_VERBS)}))\b(?!,)", r"no \1")],
    "pt": [(rf"\b((?:(?:se|lhe|o|a|os|as) )?(?:\w{{3,}}(?:ará|erá|arão|erão)|{_listed(_PT_VERBS)}))\b(?!,)", r"não \1")],
    "ru": [(rf"\b((?:{_listed(_RU_STEMS)})\w*)\b(?<!ость)(?<!ение)", r"не \1")],
    "pl": [(rf"\b((?:{_listed(_PL_STEMS)})\w*)\b", r"nie \1")],
    "ar": [
        ("^([يت]\\w[\\w\u064b-\u0652]{2,})", r"لا \1"), ("^(?:و|ف)?قال(?P<f>ت?)\\b", lambda match: "لم تقل" if match["f"] else "لم يقل"),
        ("^(?P<v>رفض|عرض|طلب|منع|كشف|ذكر)ت\\b", r"لم ت\g<v>"), ("^(?P<v>رفض|عرض|طلب|منع|كشف|ذكر)\\b", r"لم ي\g<v>"),
        ("\\b((?:و)?)((?:يطالب|تطالب|يريد|تريد|يؤيد|تؤيد|ترفض|يرفض|تعتزم|يعتزم|تدعو|يدعو|تخطط|يقول|تقول))\\b", r"\1لا \2"),
    ],
    "zh": [
        (r"(?<![未不])将(?=[\u4e00-\u9fff])(?!军)", "将不"), ("(?<![协委议社大机理事工商员国公])会(?![议员谈长计见])", "不会"), ("已(?!经)", "未"),
        (f"(?<=[\u4e00-\u9fff])(?<![未不或])({_listed(_ZH_VERBS)})(?!明|服)", r"并未\1"),
    ],
    "ja": [
        ("ている(。?)$", r"ていない\1"), ("する(。?)$", r"しない\1"), ("した(。?)$", r"しなかった\1"), ("である(。?)$", r"ではない\1"),
        ("べきだ", "べきではない"),
    ],
}  # fmt: skip
