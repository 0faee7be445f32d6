import pytest

from summarizer.analysis import mark
from summarizer.article import Article


def told(text, language):
    """Each figure as `words | comparator value…upper unit`; exactly and a missing unit are left out."""
    return [
        " ".join(
            filter(
                None,
                (
                    text[figure.span.start : figure.span.end],
                    "|",
                    "" if figure.comparator in ("exactly", "between") else figure.comparator,
                    str(figure.value) + (f"…{figure.upper}" if figure.upper is not None else ""),
                    figure.unit,
                ),
            )
        )
        for figure in mark(Article(text=text, language=language)).figures
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Der Umbau kostet 1.234,50 Euro.", ["1.234,50 Euro | 1234.5 EUR"]),
        ("Rund 3 Mrd. Euro fehlen im Haushalt.", ["Rund 3 Mrd. Euro | about 3000000000 EUR"]),
        ("Gut 2,5 Mio. Menschen leben dort.", ["Gut 2,5 Mio. | about 2500000"]),
        ("Höchstens zwanzig Kinder dürfen mit.", ["Höchstens zwanzig | at_most 20"]),
        ("Es kamen fünfundsiebzig Gäste.", ["fünfundsiebzig | 75"]),
        ("Zweihundertdreißig Schafe blökten.", ["Zweihundertdreißig | 230"]),
        ("Sie ist weniger als 3,5 Kilometer lang.", ["weniger als 3,5 Kilometer | less_than 3.5 Kilometer"]),
        ("Er wartete zwischen drei und fünf Stunden.", ["zwischen drei und fünf Stunden | 3…5 Stunden"]),
        ("Die Steuer steigt um 0,5 Prozentpunkte.", ["0,5 Prozentpunkte | 0.5 Prozentpunkte"]),
        (
            "Ein 43-jähriger Gärtner pflanzte 60 oder mehr Bäume.",
            ["43-jähriger | 43 Jahre", "60 oder mehr | at_least 60"],
        ),
        ("Zwei Drittel der Wähler blieben zu Hause.", ["Zwei Drittel | 0.666667"]),
        ("Jeder bekommt bis zu 400 €.", ["bis zu 400 € | at_most 400 EUR"]),
        ("Von 12 000 Stimmen waren 5 % ungültig.", ["12 000 | 12000", "5 % | 5 %"]),
        (
            "Über zwei Jahre dauerte es, über 50 Leute halfen.",
            ["zwei Jahre | 2 Jahre", "über 50 | more_than 50"],
        ),
        ("Der Zug fuhr um 17.45 Uhr, am 3. Mai, von Gleis 9.", []),
        ("Laut Artikel 12 Absatz 3 gilt das seit 2019 und bis 2024.", []),
        ("Am 5. und 6. Juni wird der 3. Platz neu gepflastert.", []),
        ("Die A 9 und die Linie 4 sind gesperrt, Telefon 0351 48 20 77.", []),
        ("Eine Frau und ein Mann, einer davon krank, warteten 1999.", []),
        ("Der 1. FC verlor in der zweiten Hälfte 2:1.", []),
    ],
)
def test_figures_in_german(text, figures):
    assert told(text, "de") == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Le pont coûtera 12,5 millions d’euros.", ["12,5 millions d’euros | 12500000 EUR"]),
        ("Il a perdu 3 milliards de dollars.", ["3 milliards de dollars | 3000000000 USD"]),
        ("Au moins 40 000 abonnés attendent.", ["Au moins 40 000 | at_least 40000"]),
        ("Environ un million de lampes brûlent.", ["Environ un million | about 1000000"]),
        ("Plus d’un million de lampes brûlent.", ["Plus d’un million | more_than 1000000"]),
        ("Elle a vendu quatre-vingt-dix-sept vélos.", ["quatre-vingt-dix-sept | 97"]),
        ("Il y avait vingt et un bateaux.", ["vingt et un | 21"]),
        ("Trois cents moutons et dix-huit chèvres.", ["Trois cents | 300", "dix-huit | 18"]),
        ("Il faudra de 5 à 7 semaines.", ["de 5 à 7 semaines | 5…7 semaines"]),
        ("Le chômage est passé de 5 à 7 %.", ["5 | 5", "7 % | 7 %"]),
        ("La hausse va jusqu’à 15 pour cent.", ["jusqu’à 15 pour cent | at_most 15 %"]),
        ("Un élève sur cinq est absent.", ["Un élève sur cinq | 0.2"]),
        (
            "Deux élèves sur cinq, soit moins de 300 enfants.",
            ["Deux élèves sur cinq | 0.4", "moins de 300 | less_than 300"],
        ),
        ("Un tiers des places sont vides, 30 ou plus.", ["Un tiers | 0.333333", "30 ou plus | at_least 30"]),
        ("Le 1er mars et le 14 juillet 1998, à 17 heures, le 3e jour.", []),
        ("Voir l’article 12, page 4, et la loi n° 2004 du vol 218.", []),
        ("Une femme et un homme ont acheté un vélo neuf.", []),
        ("Le no 10 et le n° 5 des années 80.", []),
        ("Il manque 5 M€ ou 300 k€.", ["5 M€ | 5000000 EUR", "300 k€ | 300000 EUR"]),
        ("Appelez le 06 12 34 56 78 depuis la salle 3.", []),
        ("En 2015, puis de 2016 à 2018, il a plu.", []),
        ("La gare ouvre à 6 h 30 et ferme à 23 h.", []),
    ],
)
def test_figures_in_french(text, figures):
    assert told(text, "fr") == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("El puente costará 12,5 millones de euros.", ["12,5 millones de euros | 12500000 EUR"]),
        ("Faltan 1.250 litros de leche.", ["1.250 litros | 1250 litros"]),
        ("Llegaron unos 300 pastores.", ["unos 300 | about 300"]),
        ("Había treinta y cinco barcas.", ["treinta y cinco | 35"]),
        ("Había mil doscientas ovejas.", ["mil doscientas | 1200"]),
        ("Más de dos mil personas cantaron.", ["Más de dos mil | more_than 2000"]),
        ("Tardarán entre tres y cinco meses.", ["entre tres y cinco meses | 3…5 meses"]),
        ("Tardarán de 3 a 5 años.", ["de 3 a 5 años | 3…5 años"]),
        ("La cuota subió de 3 a 5 euros.", ["3 | 3", "5 euros | 5 EUR"]),
        ("Como máximo 15 % de la sal.", ["Como máximo 15 % | at_most 15 %"]),
        ("Una de cada cinco casas; la mitad, sin luz.", ["Una de cada cinco | 0.2", "mitad | 0.5"]),
        ("Dos de cada cinco vecinos o 80 o más.", ["Dos de cada cinco | 0.4", "80 o más | at_least 80"]),
        (
            "Pagó 1,5 millones de dólares por 20 hectáreas.",
            ["1,5 millones de dólares | 1500000 USD", "20 hectáreas | 20 hectáreas"],
        ),
        ("El 5 de mayo de 2020 y el 1 de junio llovió.", []),
        ("Según el artículo 14, página 3, el vuelo 705 salió a las 5 horas.", []),
        ("La reunión es a las 22.30 en la sala 4.", []),
        ("Un hombre y una mujer llegaron en 1999.", []),
        ("Llame al 91 555 01 23 o al 555 0199.", []),
        ("En los años 90 y el siglo XX.", []),
        ("El 3.º y la 2ª ganaron.", []),
    ],
)
def test_figures_in_spanish(text, figures):
    assert told(text, "es") == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Most kosztował 12,5 mln zł.", ["12,5 mln zł | 12500000 PLN"]),
        ("Zebrano 3,4 mld euro.", ["3,4 mld euro | 3400000000 EUR"]),
        ("Przyszło co najmniej 1 200 osób.", ["co najmniej 1 200 | at_least 1200"]),
        ("Ponad dwieście owiec uciekło.", ["Ponad dwieście | more_than 200"]),
        ("Było dwadzieścia pięć łodzi.", ["dwadzieścia pięć | 25"]),
        ("Prawie połowa mieszkańców śpi.", ["Prawie połowa | about 0.5"]),
        ("Remont potrwa od trzech do pięciu miesięcy.", ["od trzech do pięciu miesięcy | 3…5 miesięcy"]),
        ("Cena wzrosła od 3 do 5 złotych.", ["3 | 3", "5 złotych | 5 PLN"]),
        ("Mniej niż 15 procent gruntów.", ["Mniej niż 15 procent | less_than 15 %"]),
        ("Kupiono 40 lub więcej krzeseł.", ["40 lub więcej | at_least 40"]),
        ("35-letni rybak złowił 7 ton ryb.", ["35-letni | 35 lat", "7 ton | 7 ton"]),
        ("Zginęło pięciu górników, a 12 jest rannych.", ["pięciu | 5", "12 | 12"]),
        ("W 2019 r. i od 2020 roku, 5 maja, padało.", []),
        ("Zgodnie z art. 5 ust. 3 i uchwałą nr 12 autobus 107 nie kursuje.", []),
        ("Zebranie o godz. 17.30, koncert o 19.00, pobudka o 5 rano.", []),
        ("Na 3. miejscu jest jeden zawodnik.", []),
        ("Telefon 22 555 01 23 lub 0 800 555 019.", []),
    ],
)
def test_figures_in_polish(text, figures):
    assert told(text, "pl") == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Дорога стоит 12,5 млн рублей.", ["12,5 млн рублей | 12500000 RUB"]),
        ("Потратили 3 миллиарда долларов.", ["3 миллиарда долларов | 3000000000 USD"]),
        ("Пришло не менее 1 200 человек.", ["не менее 1 200 | at_least 1200"]),
        ("Более двухсот овец убежали.", ["Более двухсот | more_than 200"]),
        ("Было двадцать пять лодок.", ["двадцать пять | 25"]),
        ("Две трети жителей спят.", ["Две трети | 0.666667"]),
        ("Ремонт займёт от трёх до пяти месяцев.", ["от трёх до пяти месяцев | 3…5 месяцев"]),
        ("Цена выросла с 3 до 5 рублей.", ["3 | 3", "5 рублей | 5 RUB"]),
        ("Меньше 15 процентов земли.", ["Меньше 15 процентов | less_than 15 %"]),
        ("Купили 40 или более стульев.", ["40 или более | at_least 40"]),
        ("35-летний рыбак поймал около 7 тонн рыбы.", ["35-летний | 35 лет", "около 7 тонн | about 7 тонн"]),
        (
            "Полтора миллиона подписей и 500 тыс. голосов.",
            ["Полтора миллиона | 1500000", "500 тыс. | 500000"],
        ),
        ("В 2019 году и с 2020 г., 5 мая 2021 года, до 2025 года шёл дождь.", []),
        ("По статье 5, пункт 3, рейс 218 и дом № 7 закрыты.", []),
        ("Собрание в 17.30, концерт в 19:00, подъём в 5 часов.", []),
        ("Он занял 3-е место и 5-й этаж, один из всех.", []),
        ("Звоните по телефону 8 800 555 01 23.", []),
    ],
)
def test_figures_in_russian(text, figures):
    assert told(text, "ru") == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("بلغت الكلفة ١٢٫٥ مليون دولار.", ["١٢٫٥ مليون دولار | 12500000 USD"]),
        ("حضر نحو 300 شخص.", ["نحو 300 | about 300"]),
        ("قُتل على الأقل 12 شخصاً.", ["على الأقل 12 | at_least 12"]),
        ("شارك أكثر من ألف عامل.", ["أكثر من ألف | more_than 1000"]),
        ("غادر خمسة وعشرون عاملاً.", ["خمسة وعشرون | 25"]),
        ("ارتفع السعر بنسبة ١٥٪.", ["١٥٪ | 15 %"]),
        ("انخفض بأقل من 3 في المئة.", ["أقل من 3 في المئة | less_than 3 %"]),
        ("تحتاج ما بين 3 و5 سنوات.", ["ما بين 3 و5 سنوات | 3…5 سنة"]),
        ("عمره 35 عاماً.", ["35 عاماً | 35 عام"]),
        ("اشترى 1,250 طناً من القمح.", ["1,250 طناً | 1250 طن"]),
        ("حصل على 3 ملايين يورو أو أكثر.", ["3 ملايين يورو أو أكثر | at_least 3000000 EUR"]),
        ("يعمل هناك ثلاثمئة وخمسون صياداً.", ["ثلاثمئة وخمسون | 350"]),
        ("في 5 مايو 2020 وفي عام 2021 نزل المطر.", []),
        ("تنص المادة 12 والقرار 242 والفقرة 3 على ذلك.", []),
        ("أقلعت الرحلة 705 الساعة 5 صباحاً.", []),
        ("اتصلوا بالرقم 0800 555 019.", []),
    ],
)
def test_figures_in_arabic(text, figures):
    assert told(text, "ar") == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("大桥耗资12.5亿元。", ["12.5亿元 | 1250000000 CNY"]),
        ("至少三人受伤，两百多人撤离。", ["至少三 | at_least 3", "两百多 | more_than 200"]),
        ("约1.2万名工人罢工。", ["约1.2万 | about 12000"]),
        ("他花了三年零五个月。", ["三年 | 3 年", "五个月 | 5 个月"]),
        ("投资在5亿至7亿美元之间。", ["5亿至7亿美元 | 500000000…700000000 USD"]),
        ("税率上调百分之五。", ["百分之五 | 5 %"]),
        ("三分之二的居民反对。", ["三分之二 | 0.666667"]),
        ("有50人以上参加。", ["50人以上 | at_least 50 人"]),
        ("他今年43岁，走了5公里。", ["43岁 | 43 岁", "5公里 | 5 公里"]),
        ("水位上涨0.5米左右。", ["0.5米左右 | about 0.5 米"]),
        ("最多90天，不到三成居民同意。", ["最多90天 | at_most 90 天", "不到三成 | less_than 30 %"]),
        ("人口一千二百万。", ["一千二百万 | 12000000"]),
        ("2024年5月3日下午3点，第三届会议开幕。", []),
        ("根据第12条和第七章，108路公交车停运。", []),
        ("周三上午，四川和九江下雨，十分寒冷。", []),
        ("请拨打热线12345或555-0177。", []),
        ("3比1获胜，108国道，90年代，十分高兴。", []),
        ("数十人到场，几百人离开，一名司机逃走。", []),
    ],
)
def test_figures_in_chinese(text, figures):
    assert told(text, "zh-CN") == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("橋の費用は12億5000万円。", ["12億5000万円 | 1250000000 JPY"]),
        ("少なくとも3人がけがをした。", ["少なくとも3 | at_least 3"]),
        ("約1万2000人が集まった。", ["約1万2000 | about 12000"]),
        ("50人以上が参加した。", ["50人以上 | at_least 50 人"]),
        ("三十五万人が暮らす。", ["三十五万 | 350000"]),
        ("税率を5％引き上げる。", ["5％ | 5 %"]),
        ("工期は3カ月から5カ月の見込み。", ["3カ月から5カ月 | 3…5 カ月"]),
        ("支持率は30%から25%に下がった。", ["30% | 30 %", "25% | 25 %"]),
        ("43歳の漁師が5キロ歩いた。", ["43歳 | 43 歳", "5キロ | 5 キロ"]),
        ("住民の3分の2が反対し、七割が不安という。", ["3分の2 | 0.666667", "七割 | 70 %"]),
        (
            "100トン未満の船、最大で90日間停泊。",
            ["100トン未満 | less_than 100 トン", "最大で90日間 | at_most 90 日間"],
        ),
        ("賠償は2000万ドル程度。", ["2000万ドル程度 | about 20000000 USD"]),
        ("2024年5月3日午後3時、第三回会議が開かれた。", []),
        ("条例第12条により、108番のバスは運休。", []),
        ("三重県と四国と九州、一部で雨、令和6年。", []),
        ("電話は03-5555-0123へ。", []),
        ("3対1で勝ち、1990年代は十分だった。", []),
        ("数十人が来て、一人が帰った。", []),
    ],
)
def test_figures_in_japanese(text, figures):
    assert told(text, "ja") == figures
