"""Invented news pages, in the ways sites build them, with the paragraphs that make up each article."""

import json
from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True)
class Sample:
    name: str
    language: str
    encoding: str
    layout: str
    title: str
    site: str
    author: str
    date: str
    paragraphs: tuple[str, ...]
    declared: bool = True
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def text(self):
        return "\n\n".join(self.paragraphs).replace("\u00a0", " ")

    @property
    def markup(self):
        return LAYOUTS[self.layout](self)

    @property
    def data(self):
        return self.markup.encode(self.encoding, "xmlcharrefreplace")


def paragraphs(sample, opening="<p>", closing="</p>"):
    return "\n".join(f"{opening}{escape(one, quote=False)}{closing}" for one in sample.paragraphs)


def charset(sample):
    label = {"utf-8-sig": "utf-8", "cp1251": "windows-1251", "iso8859_2": "ISO-8859-2"}.get(
        sample.encoding, sample.encoding
    )
    return f'<meta charset="{label}">' if sample.declared else ""


COOKIES = '<div class="cookie-consent" role="dialog"><p>We and our 412 partners value your privacy. <button>Accept all</button> <a href="/privacy">Learn more</a></p></div>'
MENU = '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/politics">Politics</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>'
RELATED = '<aside class="related-articles"><h3>More on this</h3><ul><li><a href="/a1">Ferry company counts its losses once again</a></li><li><a href="/a2">What the old lighthouse keeper remembers</a></li><li><a href="/a3">Five walks along the northern coast</a></li></ul></aside>'
SHARE = '<div class="share-buttons"><a href="https://social.example/s">Share</a> <a href="mailto:?x">E-mail</a> <a href="#">Print</a></div>'
CAPTION = '<figure><img src="/p.jpg" alt="A pier"><figcaption>The pier on a grey morning. Photograph: Press pool</figcaption></figure>'
COMMENTS = '<section id="comments" class="comments"><h3>3 comments</h3><div class="comment"><p>First! What a silly idea this whole thing is.</p></div></section>'
FOOTER = '<footer><p>© 2026 All rights reserved. <a href="/imprint">Imprint</a> <a href="/terms">Terms of use</a></p><p>Sign up for our newsletter and never miss a story.</p></footer>'


def semantic(s):
    return f"""<!DOCTYPE html><html lang="{s.language}"><head>{charset(s)}<title>{escape(s.title)} | {s.site}</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="{s.site}"><meta property="og:title" content="{escape(s.title)}">
<meta name="author" content="{s.author}"><meta property="article:published_time" content="{s.date}T06:30:00+01:00"></head>
<body>{COOKIES}{MENU}<main><article><h1>{escape(s.title)}</h1>{CAPTION}{paragraphs(s)}{SHARE}</article>{RELATED}{COMMENTS}</main>{FOOTER}</body></html>"""


def linked_data(s):
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": s.site},
            {
                "@type": "NewsArticle",
                "headline": s.title,
                "datePublished": f"{s.date}T10:00:00Z",
                "inLanguage": s.language,
                "author": [{"@type": "Person", "name": s.author}],
                "publisher": {"@type": "NewsMediaOrganization", "name": s.site},
            },
        ],
    }
    return f"""<!doctype html><html><head>{charset(s)}<title>{escape(s.title)}</title>
<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>
<script>var dataLayer = [{{"p": "<p>not text</p>"}}];</script></head>
<body class="single"><div id="page">{MENU}<div class="content-area"><div class="entry-header"><h1 class="entry-title">{escape(s.title)}</h1></div>
<div class="entry-content">{paragraphs(s)}</div>{SHARE}</div>{RELATED}</div>{FOOTER}{COOKIES}</body></html>"""


def hidden_body(s):
    data = {
        "@type": "NewsArticle",
        "headline": s.title,
        "datePublished": s.date,
        "inLanguage": s.language,
        "author": {"name": s.author},
        "publisher": {"name": s.site},
        "articleBody": "\n\n".join(s.paragraphs),
    }
    return f"""<!doctype html><html lang="{s.language}"><head>{charset(s)}<title>{escape(s.title)}</title>
<script type="application/ld+json">{json.dumps(data)}</script></head><body><div id="root"></div>
<script src="/app.js"></script></body></html>"""


def tables(s):
    return f"""<HTML LANG={s.language}><HEAD>{charset(s)}<TITLE>{escape(s.title)}</TITLE><META NAME="author" CONTENT="{s.author}"><META NAME="date" CONTENT="{s.date}"><META PROPERTY="og:site_name" CONTENT="{s.site}"></HEAD>
<BODY BGCOLOR=white><TABLE WIDTH=100%><TR><TD><A HREF="/">Home</A> | <A HREF="/archive">Archive</A></TD></TR></TABLE>
<H1>{escape(s.title)}</H1>{paragraphs(s, "<P>", "")}<HR><P><FONT SIZE=1><A HREF="/">Back to the front page</A></FONT></BODY></HTML>"""


def divisions(s):
    return f"""<!DOCTYPE html><html lang="{s.language}"><head>{charset(s)}<title>{escape(s.title)} – {s.site}</title>
<meta property="og:site_name" content="{s.site}"><meta name="author" content="{s.author}"><meta name="date" content="{s.date}"></head>
<body>{MENU}<div class="wrap"><div class="col-8"><h1>{escape(s.title)}</h1><div class="article-body">{paragraphs(s)}</div></div>
<div class="col-4 sidebar">{RELATED}</div></div>{COMMENTS}{FOOTER}</body></html>"""


LAYOUTS = {
    "semantic": semantic,
    "linked data": linked_data,
    "hidden body": hidden_body,
    "tables": tables,
    "divisions": divisions,
}

ENGLISH = (
    "The council of Marrow Bay voted on Tuesday, by 9 to 6, to replace the old pier with a new one that would cost £3.5 million and take two years to build.",
    "“We have waited long enough,” said the mayor, Ove Brandt, after a debate of almost five hours.",
    "“The harbour is our future. The old pier cannot carry the ferry any more, and everybody in this town knows it.",
    "“That is why we vote today and not after another winter of repairs,” he added.",
    "At least 40 fishermen protested outside the town hall. Their spokeswoman, Ida Lund, called the plan “a monument to one man's vanity” and said her members' boats had nowhere to go.",
    "Work is to begin in May, if the regional court doesn't stop it.",
)
SAMPLES = (
    Sample("english, semantic", "en-GB", "utf-8", "semantic", "Harbour plan divides the town", "The Marrow Courier", "Mara Lind", "2026-03-04", ENGLISH),
    Sample("english, linked data", "en", "utf-8", "linked data", "Harbour plan divides the town", "The Marrow Courier", "Mara Lind", "2026-03-04", ENGLISH),
    Sample("english, rendered by scripts", "en", "utf-8", "hidden body", "Harbour plan divides the town", "The Marrow Courier", "Mara Lind", "2026-03-04", ENGLISH),
    Sample("english, old tables", "en", "cp1252", "tables", "Harbour plan divides the town", "The Marrow Courier", "Mara Lind", "2026-03-04", ENGLISH),
    Sample("english, UTF-16", "en", "utf-16", "semantic", "Harbour plan divides the town", "The Marrow Courier", "Mara Lind", "2026-03-04", ENGLISH),
    Sample("english, UTF-8 with a mark", "en", "utf-8-sig", "divisions", "Harbour plan divides the town", "The Marrow Courier", "Mara Lind", "2026-03-04", ENGLISH),
    Sample("german", "de", "utf-8", "divisions", "Hafenpläne spalten die Stadt", "Küstenbote", "Jörg Weiß", "2026-03-05", (
        "Der Stadtrat von Moorbucht hat am Dienstag mit 9 zu 6 Stimmen den Bau einer neuen Seebrücke beschlossen, die 3,5 Millionen Euro kosten soll.",
        "„Wir haben lange genug gewartet“, sagte Bürgermeister Ove Brandt nach fast fünf Stunden Debatte.",
        "„Der Hafen ist unsere Zukunft. Die alte Brücke trägt die Fähre nicht mehr, und das weiß hier jeder.",
        "„Deshalb stimmen wir heute ab“, fügte er hinzu.",
        "Mindestens 40 Fischer protestierten vor dem Rathaus gegen den Plan.",
    )),
    Sample("french", "fr", "cp1252", "semantic", "Le port divise la ville", "Le Courrier côtier", "Hélène Côté", "2026-03-06", (
        "Le conseil municipal a voté mardi la construction d’une nouvelle jetée, qui coûtera 3,5 millions d’euros et prendra deux ans.",
        "«\u00a0Nous avons assez attendu\u00a0», a déclaré le maire, Hervé Brandt, après un débat de près de cinq heures.",
        "«\u00a0Le port est notre avenir. L’ancienne jetée ne supporte plus le ferry, et tout le monde le sait.",
        "»\u00a0Voilà pourquoi nous votons aujourd’hui\u00a0», a-t-il ajouté.",
        "Au moins quarante pêcheurs ont manifesté devant l’hôtel de ville.",
    )),
    Sample("spanish", "es", "utf-8", "linked data", "El puerto divide al pueblo", "El Correo de la Costa", "Lucía Peña", "2026-03-07", (
        "El ayuntamiento votó el martes, por 9 votos contra 6, la construcción de un nuevo muelle que costará 3,5 millones de euros.",
        "«Hemos esperado bastante», dijo el alcalde, Ove Brandt, tras un debate de casi cinco horas.",
        "—El puerto es nuestro futuro —añadió—. El viejo muelle ya no soporta el ferri.",
        "¿Y los pescadores? Al menos cuarenta protestaron ante el ayuntamiento.",
    )),
    Sample("russian, windows-1251", "ru", "cp1251", "divisions", "Порт расколол город", "Береговой вестник", "Анна Ветрова", "2026-03-08", (
        "Городской совет во вторник девятью голосами против шести одобрил строительство нового причала, который обойдётся в 3,5 миллиона рублей.",
        "«Мы ждали достаточно долго», — сказал мэр Олег Брандт после почти пятичасовых прений.",
        "«Порт — наше будущее. Старый причал больше не выдерживает паром, и это знают все.",
        "Вот почему мы голосуем сегодня», — добавил он.",
        "Не менее 40 рыбаков протестовали у здания мэрии.",
    )),
    Sample("russian, windows-1251 that nothing declares", "ru", "cp1251", "semantic", "Порт расколол город", "Береговой вестник", "Анна Ветрова", "2026-03-08", (
        "Городской совет во вторник девятью голосами против шести одобрил строительство нового причала, который обойдётся в 3,5 миллиона рублей.",
        "«Мы ждали достаточно долго», — сказал мэр Олег Брандт после почти пятичасовых прений.",
        "Не менее 40 рыбаков протестовали у здания мэрии. Работы начнутся в мае, если их не остановит суд.",
    ), declared=False),
    Sample("polish, ISO-8859-2", "pl", "iso8859_2", "semantic", "Port dzieli miasto", "Kurier Wybrzeza", "Łucja Śliwa", "2026-03-09", (
        "Rada miasta zagłosowała we wtorek, dziewięcioma głosami do sześciu, za budową nowego mola, które będzie kosztować 3,5 miliona złotych.",
        '"Czekaliśmy dość długo", powiedział burmistrz Ove Brandt po prawie pięciu godzinach debaty.',
        "Co najmniej czterdziestu rybaków protestowało przed ratuszem. Prace mają ruszyć w maju.",
    )),
    Sample("japanese, Shift_JIS", "ja", "shift_jis", "divisions", "港の計画が町を二分", "沿岸新聞", "青木光", "2026-03-10", (
        "真浦市議会は火曜日、新しい桟橋の建設案を賛成九、反対六で可決した。工費は三億五千万円で、完成まで二年かかる見込みだ。",
        "「私たちは十分に待った」と、市長の林岸夫氏は五時間近い議論の後に語った。",
        "「港は私たちの未来だ。古い桟橋はもうフェリーを支えられない。それは誰もが知っている。",
        "だからこそ今日、採決するのだ」と市長は付け加えた。",
        "市庁舎の前では少なくとも四十人の漁業者が抗議した。",
    )),
    Sample("chinese, GB18030", "zh-CN", "gb18030", "semantic", "港口计划令小城分裂", "海岸日报", "周岚", "2026-03-11", (
        "真浦市议会周二以九票对六票通过了新码头的建设方案，工程将耗资三百五十万元，历时两年。",
        "“我们已经等得够久了，”市长林岸在近五个小时的辩论后说。",
        "“港口是我们的未来。旧码头再也承受不了渡轮，这一点人人都知道。",
        "“所以我们今天就投票，”他补充道。",
        "至少四十名渔民在市政厅外抗议，他们说没有人征求过他们的意见。",
    )),
    Sample("arabic", "ar", "utf-8", "linked data", "خطة الميناء تقسم المدينة", "بريد الساحل", "ليلى حداد", "2026-03-12", (
        "صوّت مجلس المدينة يوم الثلاثاء بتسعة أصوات مقابل ستة على بناء رصيف جديد يكلّف ثلاثة ملايين ونصف المليون دينار ويستغرق عامين.",
        "وقال رئيس البلدية عمر براند بعد نقاش دام نحو خمس ساعات: «لقد انتظرنا بما فيه الكفاية».",
        "واحتجّ أربعون صيّادًا على الأقلّ أمام مبنى البلدية، وقالوا إنّ أحدًا لم يسألهم عن رأيهم.",
    )),
    Sample("korean, EUC-KR", "ko", "euc_kr", "semantic", "항구 계획, 마을을 가르다", "해안일보", "한지우", "2026-03-13", (
        "시의회는 화요일 찬성 9표, 반대 6표로 새 부두 건설안을 가결했다. 공사비는 삼십오억 원이며 완공까지 이 년이 걸린다.",
        '"우리는 충분히 기다렸다"고 임해안 시장은 다섯 시간 가까운 토론 끝에 말했다.',
        "어민 사십여 명이 시청 앞에서 항의했다. 이들은 아무도 의견을 묻지 않았다고 말했다.",
    )),
)  # fmt: skip

TEASERS = "".join(
    f'<div class="teaser"><h2><a href="/n/{n}">{t}</a></h2><p><a href="/n/{n}">{t}: what happened, and what comes next for all of us.</a></p></div>'
    for n, t in enumerate(
        (
            "Ferry delayed again",
            "Mayor under pressure",
            "Storm on the coast",
            "School wins prize",
            "New bus line",
            "Bridge closed",
            "Fish prices rise",
            "A walk at dawn",
            "Budget passed",
            "Trial begins",
        )
        * 3
    )
)
SUMMARIES = [
    (
        f"{title} {number}",
        f"{title}: the council met again on Monday for talks number {number}, and nobody who was there could say when they will end.",
    )
    for number in range(5)
    for title in ("Ferry delayed", "Mayor under pressure", "Storm on the coast")
]


def front_page(teaser):
    shown = "".join(teaser.format(title=title, summary=summary) for title, summary in SUMMARIES)
    return (
        f"<html><head><title>The Courier</title></head><body>{MENU}<main>{shown}</main>{FOOTER}</body></html>"
    )


NO_ARTICLES = {
    "front page with summaries": (
        "index",
        front_page('<div><h2><a href="/n">{title}</a></h2><p>{summary}</p></div>'),
    ),
    "front page of divisions": (
        "index",
        front_page('<div><div><a href="/n">{title}</a></div><div>{summary}</div></div>'),
    ),
    "front page of small articles": (
        "index",
        front_page(
            '<article><h3><a href="/n">{title}</a></h3><p>{summary} <a href="/n">Read more</a></p></article>'
        ),
    ),
    "front page as a list": (
        "index",
        front_page('<ul><li><a href="/n">{title}</a><p>{summary}</p></li></ul>'),
    ),
    "front page": (
        "index",
        f'<html><head><title>The Courier</title><meta property="og:type" content="website"></head><body>{MENU}<main>{TEASERS}</main>{FOOTER}</body></html>',
    ),
    "topic page that lists": (
        "index",
        f'<html><head><title>Harbour</title><script type="application/ld+json">{{"@type": "CollectionPage", "name": "Harbour"}}</script></head><body>{MENU}<h1>Harbour</h1>{TEASERS}{FOOTER}</body></html>',
    ),
    "archive of headlines": (
        "index",
        "<html><head><title>Archive</title></head><body><ul>"
        + "".join(
            f'<li><a href="/{n}">Headline number {n} of a long and busy year in this town</a></li>'
            for n in range(200)
        )
        + "</ul></body></html>",
    ),
    "login form": (
        "login wall",
        f'<html><head><title>Log in</title></head><body>{MENU}<main><h1>Welcome back</h1><p>Log in to go on reading this story, or make an account in under a minute.</p><form><input name="user"><input type="Password" name="p"><button>Log in</button></form></main>{FOOTER}</body></html>',
    ),
    "teaser before a paywall": (
        "login wall",
        '<html><head><title>Harbour plan</title><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour plan", "isAccessibleForFree": "False"}</script></head><body><article><h1>Harbour plan</h1><p>'
        + ENGLISH[0]
        + "</p><p>"
        + ENGLISH[1]
        + "</p></article><div>Subscribe to read on.</div></body></html>",
    ),
    "empty shell": (
        "empty shell",
        '<!doctype html><html><head><title>App</title><script src="/main.js"></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script>boot()</script></body></html>',
    ),
    "shell with a spinner": (
        "empty shell",
        '<!doctype html><html><head><title>News</title></head><body><div id="app"><p>Loading…</p></div><script type="module" src="/app.js"></script></body></html>',
    ),
    "soft 404": (
        "too short",
        "<html><head><title>Not found</title></head><body><h1>Page not found</h1><p>We could not find the page you were looking for.</p></body></html>",
    ),
    "only a picture": (
        "too short",
        '<html><head><title>Photo</title></head><body><img src="/p.jpg"></body></html>',
    ),
    "video page": (
        "too short",
        "<html><head><title>Video</title><meta property='og:type' content='video.other'></head><body><h1>Watch: the storm</h1><video src='/v.mp4'></video><p>Watch the storm hit the coast.</p></body></html>",
    ),
}
