import pytest

from summarizer.analysis import mark
from summarizer.article import Article


def quotations(text, language):
    return mark(Article(text=text, language=language)).quotations


def words(text, language=None):
    return [text[quote.span.start : quote.span.end] for quote in quotations(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "„Nein“, entgegnete der Bürgermeister."),
        ("de", "Der Sprecher teilte mit: „Kein Kommentar“"),
        ("de", "Sie sagte, dass die Gegner „maßlos übertreiben“."),
        ("fr", "« Jamais ! », s’est exclamée la maire."),
        ("fr", "Le maire a répliqué : « pas question »"),
        ("fr", "Il affirme que ses rivaux « mentent effrontément »."),
        ("es", "«Nunca», replicó la alcaldesa."),
        ("es", "El alcalde afirmó que sus rivales «mienten siempre»."),
        ("pl", "„Nigdy” — odparła pani burmistrz."),
        ("pl", "Wójt twierdzi, że rywale „kłamią bezczelnie”."),
        ("ru", "«Никогда», — ответила мэр."),
        ("ru", "Мэр утверждает, что соперники «нагло врут»."),
        ("ar", "«أبداً»، قالت رئيسة البلدية."),
        ("ar", "وأكد العمدة أن خصومه «يكذبون دائماً»."),
        ("zh", "市长说：“不行。”"),
        ("zh", "“不可能”，发言人强调。"),
        ("zh", "“不可能，”李大河说。"),
        ("ja", "「反対だ」と町長は述べた。"),
        ("ja", "『反対だ』と町長は語った。"),
        ("ja", "「無理」と広報担当が答え、席を立った。"),
    ],
)
def test_short_words_that_somebody_says_are_a_statement(language, text):
    assert [quote.form for quote in quotations(text, language)] == ["statement"]


def test_what_is_called_out_is_no_title():
    assert [quote.form for quote in quotations("She called “Help!” twice.", "en")] == ["statement"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He wrote the novel “The Quiet Harbour of Stones”, she said."),
        ("en", "She directs the film “Low Tide”, he added."),
        ("en", "The self-styled “Garden Army” left."),
        ("de", "Sie schrieb den Roman „Die Stille am See“, sagte er."),
        ("de", "Die Zeitung „Der Bote“ berichtete darüber."),
        ("de", "Die sogenannten „Wutbauern“, sagte er, kamen nicht."),
        ("de", "Auf dem Plakat „Wir sind auch noch da“ fehlte ein Wort."),
        ("fr", "Dans son livre « La nuit sur le port », dit-elle, tout est vrai."),
        ("fr", "Le journal « L’Écho du lac » a écrit une page."),
        ("fr", "Les soi-disant « experts » sont partis."),
        ("es", "La novela «El silencio de la bahía», dijo, es buena."),
        ("es", "El diario «La Voz del Lago» respondió ayer."),
        ("es", "Los llamados «expertos» se fueron."),
        ("pl", "Powieść „Cisza nad jeziorem i las”, powiedział, jest dobra."),
        ("pl", "Tak zwany „ekspert” wyjechał, a tzw. „doradca” nie."),
        ("ru", "Роман «Тишина над озером и лесом», сказал он, хорош."),
        ("ru", "Так называемые «эксперты» уехали."),
        ("ar", "صدرت رواية «صمت البحيرة في الليل»، قال الناشر."),
        ("ar", "غادر ما يسمى «الخبراء» المدينة."),
        ("zh", "她写了小说“湖边的漫长夜晚与灯”。"),
        ("zh", "所谓的“专家”走了。"),
        ("ja", "小説『湖のほとりの長い夜』が出た。"),
        ("ja", "映画「湖のほとりの夜明け」を見た。"),
        ("ja", "いわゆる「専門家」は去った。"),
    ],
)
def test_titles_and_names_are_no_statements(language, text):
    assert {quote.form for quote in quotations(text, language)} == {"scare"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "„Es regnet“, sagte Eva Kern. „Wir bleiben.“"),
        ("fr", "« Il pleut », a déclaré Ève Kern. « Nous restons. »"),
        ("es", "«Llueve», dijo Eva Kern. «Nos quedamos»."),
        ("pl", "„Pada” — powiedziała Ewa Kern. „Zostajemy.”"),
        ("ru", "«Идёт дождь», — сказала Ева Керн. «Мы остаёмся»."),
        ("ar", "«إنها تمطر»، قالت هند الكرمي. «سنبقى هنا»."),
        ("zh", "“下雨了，”林小河说，“我们留下。”"),
        ("zh-Hant", "「下雨了。」林小河說，「我們留下。」"),
        ("ja", "「雨だ」と林は語り、「残る」と付け加えた。"),
    ],
)
def test_the_halves_of_a_split_quotation_are_linked_in_every_language(language, text):
    assert [quote.continues for quote in quotations(text, language)] == [None, "q1"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "„Es regnet“, sagte Eva. Dann sprach Jan: „Wir bleiben.“"),
        ("de", "„Es regnet“, sagte Eva Kern. „Unsinn“, entgegnete Jan Roth."),
        ("fr", "« Il pleut », a dit Ève Kern. « Jamais », a lancé Jean Roth."),
        ("ru", "«Идёт дождь», — сказала Ева. Ян возразил: «Мы остаёмся»."),
        ("zh", "“下雨了。”林小河说。风大了。“我们留下。”"),
        ("ja", "「雨だ」と林は語った。風が強い。「残る」"),
    ],
)
def test_quotations_of_two_speakers_are_not_linked_in_any_language(language, text):
    assert [quote.continues for quote in quotations(text, language)] == [None, None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Niemand weiß, ob es der Stadt und den Bauern 1.234 Euro nutzt.", 1234),
        ("La mairie et les habitants ont reçu 1 234 euros pour le pont.", 1234),
        ("El pueblo no sabe que los vecinos pagaron 1.234 euros por el puente.", 1234),
        ("Nie wiadomo, czy to jest dla miasta i że dostało 1 234 złotych.", 1234),
        ("Город получил 1 234 рубля.", 1234),
        ("دفعت المدينة ١٢٣٤٥ دولاراً.", 12345),
        ("市政府支付了12万元。", 120000),
        ("町は12万円を支払った。", 120000),
    ],
)
def test_an_article_without_a_language_is_read_in_its_own(text, value):
    (figure,) = mark(Article(text=text)).figures

    assert figure.value == value


def test_the_language_the_caller_names_wins_over_a_guess():
    (figure,) = mark(Article(text="Die Stadt und der Bund zahlen 1.234 Euro.", language="en")).figures

    assert str(figure.value) == "1.234"


@pytest.mark.parametrize(
    "text",
    [
        "O governo não foi ao porto e a cidade deu 1.234 euros para as pontes.",
        "Місто її громади має 1.234 дерева і ще ґанок.",
    ],
)
def test_a_language_is_not_taken_for_its_neighbour(text):
    named = mark(Article(text=text, language="pt" if text[0] == "O" else "uk"))

    assert mark(Article(text=text)).figures == named.figures


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        ("he", 'השופטת אמרה: "נפתח את משרדי צה"ל מחר". דו"ח של או"ם פורסם.', ['נפתח את משרדי צה"ל מחר']),
        ("he", 'מנכ"לית העיתון כתבה ב"הארץ" על רמטכ״ל.', ["הארץ"]),
        ("he", "השופטת אמרה: ״נפתח מחר״.", ["נפתח מחר"]),
        ("zh", "她说，‘今天开门’，就走了。", ["今天开门"]),
        ("ja", "判事は‘明日開く’と述べた。", ["明日開く"]),
        ("ko", "판사는 ‘내일 문을 연다’고 말했다. 그는 '좋다'고 했다.", ["내일 문을 연다", "좋다"]),
        ("pl", ',,Otworzymy jutro", powiedziała sędzia.', ["Otworzymy jutro"]),
        ("fr", "<< Nous ouvrirons >>, dit la juge.", ["Nous ouvrirons"]),
    ],
)
def test_marks_of_every_script_and_keyboard_are_read(language, text, quoted):
    assert words(text, language) == quoted


@pytest.mark.parametrize("text", ["Home >> News >> Local", "x << 2 >> y", ">> I wrote\n\n>> this", "1,,2"])
def test_doubled_signs_that_quote_nothing_are_no_marks(text):
    assert words(text, "en") == []


@pytest.mark.parametrize(
    ("opening", "head", "closing"), [("« ", "» ", " »"), ("“", "”", "”"), ("«", "»", "»")]
)
def test_a_closing_mark_at_the_head_of_a_paragraph_goes_on_with_the_quotation(opening, head, closing):
    text = f"La juge : {opening}Nous ouvrons.\n\n{head}Il fait beau.\n\n{head}Venez.{closing}\n\nElle rit."

    assert words(text, "fr") == ["Nous ouvrons.", "Il fait beau.", "Venez."]
    assert [quote.continues for quote in quotations(text, "fr")] == [None, "q1", "q2"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“It opens,” said Ann Roe. “That is false,” Judge Bo Doe shot back at once from the bench."),
        ("en", "“It opens.” Bo Doe replied: “It does not.”"),
        ("de", "„Wir öffnen morgen.“ Roth entgegnete: „Das stimmt doch nicht.“"),
        ("fr", "« Nous ouvrons », dit Eva Roy. « C’est faux » réplique Luc Sol."),
        ("pl", "„Otwieramy jutro” – mówi Ewa Lis. „To nieprawda” – odparł Jan Wilk."),
        ("es", "«Abrimos», dijo Eva Sol. «Eso es falso» replicó Juan Mar."),
        ("it", "«Apriamo», ha detto Eva Sol. «Davvero?» ha chiesto Leo Mar."),
        ("zh", "“我们开门，”林说。“不对，”王反驳道。"),
        ("ja", "「開く」と林氏は述べた。「違う」と森氏は反論した。"),
    ],
)
def test_a_quotation_with_an_attribution_of_its_own_goes_on_from_no_other(language, text):
    assert [quote.continues for quote in quotations(text, language)] == [None, None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "판사는 “열 수 없다”고 말했다."),
        ("sv", "”Vi öppnar nu”, menade domaren."),
        ("tr", "“Yarın açıyoruz” dedi yargıç."),
        ("he", "השופטת אמרה: ״נפתח מחר״."),
    ],
)
def test_a_short_statement_is_one_where_little_is_known_of_the_language(language, text):
    assert [quote.form for quote in quotations(text, language)] == ["statement"]
