"""Polish."""

from summarizer.analysis.instructions.commands import Commands

COMMANDS = Commands(
    tasks="""
        przetłumacz przetłumaczcie napisz napiszcie wyjaśnij wyjaśnijcie opisz opiszcie odpowiedz odpowiadaj powtórz
        wymień podaj ułóż wymyśl opowiedz powiedz pokaż oblicz rozwiąż rozszyfruj odszyfruj przeanalizuj porównaj
        wygeneruj streść podsumuj zacytuj wydrukuj wypisz zaproponuj zasugeruj zdefiniuj stwórz przygotuj sporządź
        zaprojektuj sformułuj sparafrazuj przepisz przeliteruj poleć zaprogramuj zakoduj odkoduj udawaj wyrecytuj
    """,
    task_forms=r"""
        (?:proszę|prosimy) (?:o (?:przetłumaczenie|napisanie|streszczenie|wyjaśnienie|odpowiedź|podanie)|(?:przetłumaczyć|napisać|streścić|wyjaśnić|opisać|odpowiedzieć|podać|dodać|wstawić|zignorować|powtórzyć))\b
        (?:zachowuj się|wciel się|udawaj, że|wyobraź sobie)\b
    """,
    edits="""
        dodaj dodajcie wstaw zamień zastąp usuń skasuj włącz uwzględnij zmień zmodyfikuj wymieszaj pomieszaj odwróć
        użyj używaj wspomnij podkreśl zakończ zacznij stwierdź zignoruj ignoruj zapomnij unikaj zachęć zachęcaj zaproś
        zaszyfruj przekształć ulepsz popraw znajdź wyszukaj wybierz pomóż wyobraź wykonaj uruchom połącz uporządkuj
        posortuj oceń zgadnij umieść wyślij odwiedź pobierz kup kliknij rozważ przestaw nazwij zaplanuj doradź
    """,
    models=r"""
        (?:ai|si|sztuczn\w+ inteligencj\w+|asysten\w+|model\w* językow\w+|chatbo\w+)
        (?:chatgpt|gpt|claude|gemini)
    """,
    override=r"""
        \b(?:zignoruj|ignoruj|zapomnij|pomiń|odrzuć|zlekceważ)\w*\b(?: \w+){0,4}? (?:poprzedni|wcześniejsz|powyższ|dotychczasow|wszystki|swoj|systemow)\w*(?: \w+){0,2}? ?(?:instrukcj|poleceni|polecen|wskazów|reguł|zasad|rozkaz)\w*
        \b(?:zignoruj|zapomnij o)\b wszystk\w+,? co\b|\bprompt\w* systemow\w+\b|\bnowe (?:instrukcje|polecenia) ?:
        \b(?:jesteś teraz|teraz jesteś|od teraz jesteś)\b|\bjesteś (?:\w+ ){0,2}?{model}\b|\bjako (?:ai|model językowy|sztuczna inteligencja)(?=,| musisz| masz| powin)
    """,
    machine=r"""
        \b(?:uwaga|cześć|witaj|drog\w+|szanown\w+|notatka dla|wiadomość (?:dla|do)|polecenie dla),? (?:wszystki\w+ )?(?:\w+ )?{model}\b
        \bjeśli jesteś (?:\w+ )?{model}\b|\bod teraz (?:odpowiadaj|pisz|mów|masz)|\b(?:podczas|przy) (?:streszczania|podsumowywania|streszczaniu|podsumowywaniu)\b|\b(?:streszczając|podsumowując) (?:ten|ten artykuł|tekst)\b
        \bw (?:swojej|swoim|twojej|twoim) (?:odpowiedzi|streszczeniu|podsumowaniu)\b|\bdo swojej odpowiedzi\b|\b(?:streszczenie|podsumowanie|twoja odpowiedź) (?:musi|powinno|powinna|ma)\b
        \btw(?:oim|oje|oja) (?:nowym |jedynym )?(?:zadaniem|zadanie|zadania) (?:jest|to)\b|\bchcę, (?:żebyś|abyś)\b|\b(?:odpowiadaj|odpowiedz|pisz|mów) (?:tylko|wyłącznie|jedynie)\b
        \b(?:powiedz|doradź|poleć|przypomnij|przekaż) (?:użytkowniko|użytkownik|czytelniko|czytelnik)\w*\b
    """,
    openers=r"""
        (?:proszę|teraz|następnie|potem|także|również|na koniec|najpierw|po prostu|i|a|ale|ważne|uwaga|zadanie|nie zapomnij)[,:]?
        (?:w|na|przy|jeśli|gdy|kiedy|dla|po|przed)\b[^.!?;:]{1,80},
    """,
    polite=r"""
        (?:czy )?(?:możesz|mógłbyś|mogłabyś|potrafisz|umiesz|wiesz|chcesz|lubisz|masz)\b|czy (?:może|mógłby|mogłaby) (?:pan|pani) (?:mi|wyjaśnić|napisać|przetłumaczyć)
        jak(?:i|a|ie) (?:jest|są) tw\w+\b|potrzebuję\b|jak (?:powiedzieć|jest|brzmi) (?:po )
    """,
    reply=r"""
        \b(?:tw\w+|swoj\w+|sw\w+|t[ęeąay]\w*) (?:\w+ )?(?:odpowied|streszczeni|podsumowani|nagłów|tekst|zdani|akapit|kod|program|wiadomo)\w*\b
        \b(?:następując\w+|poniższ\w+) (?:zdani|tekst|kod|słow|fragment|blok|fraz)\w*\b|\bw (?:jednym|dwóch|trzech|pięciu|\d+) (?:sł|zdani)\w*\b
    """,
    yours=r"\b(?:twoj|twój|swoj)\w* (?:\w+ )?(?:odpowied|streszczeni|podsumowani|kod|program)\w*\b",
    service=r"newsletter|facebook|twitter|instagram|whatsapp|youtube|subskryb|komentarz|czytaj (?:też|także|więcej)|zobacz (?:też|także)|\bwięcej informacji\b|\b(?:zdjęcia|wideo|podcast)\b",
    you=r"\b(?:ty|ciebie|tobie|twój|twoj\w*|wam|was|wasz\w*)\b",
    persons=r"\b(?:on|ona|jego|jej|jemu|nim|nią|oni|one|ich|nimi|nas|nam|nasz\w*|tych|tymi)\b",
    questions=r"(?:co|kto|kogo|komu|kiedy|gdzie|dokąd|skąd|dlaczego|czemu|jak|jaki|jaka|jakie|który|która|które|ile|czym|w czym|w którym|w jakim)\b",
    offers=r"(?:odwiedź|kliknij|kup|pobierz|zamów|zapisz|zarejestruj|wygraj|odkryj|zadzwoń|wypróbuj|skorzystaj|wejdź)\w*\b",
)  # fmt: skip
