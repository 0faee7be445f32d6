"""Signs of units and currencies beside a number, each with the name it gets in a figure.

Signs, codes and symbols are those of every language; the words are in `languages`. A word keeps its
spelling (kilometers, kilometres) in the plural; a currency becomes its ISO code where the word or sign
means but one, or mostly one.
"""

from summarizer.text.wordlists import phrases, words


def _table(rows: dict[str, str]) -> dict[str, str]:
    """Turn {name: "spelling, spelling"} round."""
    return {spelling: name for name, spellings in rows.items() for spelling in phrases(spellings)}


CURRENCY_SIGNS = _table(
    {
        "USD": "$,US$,U.S.$,US $",
        "CAD": "C$,CA$,CAD$,Can$",
        "AUD": "A$,AU$,AUD$",
        "NZD": "NZ$",
        "HKD": "HK$",
        "SGD": "S$,SG$",
        "TWD": "NT$",
        "BRL": "R$",
        "MXN": "MX$,Mex$",
        "GBP": "£",
        "EUR": "€",
        "JPY": "¥,￥",
        "INR": "₹",
        "RUB": "₽",
        "KRW": "₩",
        "ILS": "₪",
        "TRY": "₺",
        "UAH": "₴",
        "VND": "₫",
        "NGN": "₦",
        "PHP": "₱",
        "GHS": "GH₵,GH¢",
        "NAD": "N$",
        "JMD": "J$",
        "MYR": "RM",
        "IDR": "Rp,Rp.",
        "PEN": "S/,S/.",
        "Rs": "Rs,Rs.",
    }
)
CURRENCY_CODES = words(
    """
    USD EUR GBP JPY CNY RMB INR RUB CHF CAD AUD NZD HKD SGD SEK NOK DKK PLN CZK HUF RON TRY ILS EGP
    SAR AED QAR KWD IQD IRR PKR BDT LKR THB IDR MYR PHP VND KRW TWD BRL MXN ARS CLP COP PEN ZAR NGN
    KES GHS UAH
    """
)
SYMBOLS = {
    symbol: symbol
    for symbol in words(
        """
        mm cm dm m km m² km² m³ km³ g kg mg t l ml ha MW kW GW TW kWh MWh GWh TWh MHz GHz KB MB GB TB
        km/h m/s hPa dB cl
        """
    )
}
"""Written the same in every language but English, which has its own idea of m and t."""
UNIT_SIGNS = {
    "%": "%",
    "٪": "%",
    "％": "%",
    "°C": "°C",
    "° C": "°C",
    "°F": "°F",
    "° F": "°F",
    "°": "degrees",
    "″": "inches",
    "℃": "°C",
}


def signs_of_country(tag: str) -> dict[str, str]:
    """What $ or ¥ means in the country of a language tag, by Unicode CLDR; empty where it names none."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import get_currency_symbol, get_territory_currencies

    if "-" not in tag:
        return {}
    try:
        locale = Locale.parse(tag.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return {}
    codes = get_territory_currencies(locale.territory) if locale.territory else []
    signs = {get_currency_symbol(code, locale): code for code in codes}
    return {sign: signs[sign] for sign in ("$", "¥") if sign in signs}
