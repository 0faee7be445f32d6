"""Units and currencies beside a number, each with the name it gets in a figure.

Signs and codes are those of every language, the words are English. A word keeps its spelling (kilometers,
kilometres) in the plural; a currency becomes its ISO code where the word or sign
means but one, or mostly one.
"""

from summarizer.marking.wordlists import phrases, words


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
        "JPY": "¥",
        "INR": "₹",
        "RUB": "₽",
        "KRW": "₩",
        "ILS": "₪",
        "TRY": "₺",
        "UAH": "₴",
        "VND": "₫",
        "NGN": "₦",
        "PHP": "₱",
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
CURRENCY_WORDS = _table(
    {
        "USD": "dollar,dollars,us dollar,us dollars,u.s. dollars,american dollars",
        "CAD": "canadian dollars",
        "AUD": "australian dollars",
        "NZD": "new zealand dollars",
        "HKD": "hong kong dollars",
        "SGD": "singapore dollars",
        "EUR": "euro,euros",
        "GBP": "pounds sterling,pound sterling,british pounds",
        "EGP": "egyptian pounds",
        "JPY": "yen,japanese yen",
        "CNY": "yuan,renminbi,chinese yuan",
        "RUB": "ruble,rubles,rouble,roubles",
        "CHF": "swiss francs",
        "INR": "indian rupees",
        "PKR": "pakistani rupees",
        "rupees": "rupee,rupees",
        "francs": "franc,francs",
        "pesos": "peso,pesos",
        "MXN": "mexican pesos",
        "TRY": "turkish lira,turkish liras",
        "ILS": "shekel,shekels,israeli shekels",
        "UAH": "hryvnia,hryvnias",
        "PLN": "zloty,zlotys,zlotych",
        "KRW": "south korean won,korean won",
        "SEK": "swedish kronor,swedish crowns",
        "NOK": "norwegian kroner,norwegian crowns",
        "DKK": "danish kroner,danish crowns",
        "ZAR": "rand",
        "NGN": "naira",
        "THB": "baht",
        "riyals": "riyal,riyals",
        "dirhams": "dirham,dirhams",
        "dinars": "dinar,dinars",
        "cents": "cent,cents",
    }
)

TIME_UNITS = _table(
    {
        "seconds": "seconds",
        "minutes": "minute,minutes,min,mins",
        "hours": "hour,hours,hrs",
        "days": "day,days",
        "weeks": "week,weeks",
        "months": "month,months",
        "years": "year,years,yrs",
        "decades": "decade,decades",
        "centuries": "century,centuries",
    }
)
MEASURES = _table(
    {
        "%": "percent,per cent,pct",
        "percentage points": "percentage point,percentage points",
        "basis points": "basis point,basis points",
        "inches": "inch,inches",
        "feet": "foot,feet,ft",
        "yards": "yard,yards",
        "miles": "mile,miles",
        "nautical miles": "nautical mile,nautical miles",
        "light years": "light year,light years,light-years",
        "mph": "mph",
        "miles per hour": "miles per hour,miles an hour",
        "km/h": "km/h,kph,kmh",
        "kilometers per hour": "kilometers per hour,kilometers an hour",
        "kilometres per hour": "kilometres per hour,kilometres an hour",
        "knots": "knots",
        "mm": "mm",
        "cm": "cm",
        "km": "km,kms",
        "millimeters": "millimeter,millimeters",
        "millimetres": "millimetre,millimetres",
        "centimeters": "centimeter,centimeters",
        "centimetres": "centimetre,centimetres",
        "meters": "meter,meters",
        "metres": "metre,metres",
        "kilometers": "kilometer,kilometers",
        "kilometres": "kilometre,kilometres",
        "acres": "acre,acres",
        "hectares": "hectare,hectares",
        "square inches": "square inch,square inches",
        "square feet": "square foot,square feet,sq ft,sq. ft.",
        "square yards": "square yard,square yards",
        "square miles": "square mile,square miles,sq miles",
        "square meters": "square meter,square meters",
        "square metres": "square metre,square metres",
        "square kilometers": "square kilometer,square kilometers",
        "square kilometres": "square kilometre,square kilometres,sq km",
        "cubic feet": "cubic foot,cubic feet",
        "cubic meters": "cubic meter,cubic meters",
        "cubic metres": "cubic metre,cubic metres",
        "liters": "liter,liters",
        "litres": "litre,litres",
        "gallons": "gallon,gallons",
        "barrels": "barrel,barrels",
        "ounces": "ounce,ounces,oz",
        "pounds": "pound,pounds,lb,lbs",
        "mg": "mg",
        "kg": "kg,kgs",
        "grams": "gram,grams",
        "kilograms": "kilogram,kilograms,kilo,kilos",
        "tons": "ton,tons",
        "metric tons": "metric ton,metric tons",
        "tonnes": "tonne,tonnes",
        "degrees": "degree,degrees",
        "°C": "degrees Celsius,degrees celsius,degrees C",
        "°F": "degrees Fahrenheit,degrees fahrenheit,degrees F",
        "watts": "watt,watts",
        "kilowatts": "kilowatt,kilowatts,kW",
        "megawatts": "megawatt,megawatts,MW",
        "gigawatts": "gigawatt,gigawatts,GW",
        "kWh": "kWh,kilowatt hours,kilowatt-hours",
        "MWh": "MWh,megawatt hours,megawatt-hours",
        "GWh": "GWh,gigawatt hours,gigawatt-hours",
        "kilobytes": "kilobyte,kilobytes,KB",
        "megabytes": "megabyte,megabytes,MB",
        "gigabytes": "gigabyte,gigabytes,GB",
        "terabytes": "terabyte,terabytes,TB",
        "MHz": "MHz,megahertz",
        "GHz": "GHz,gigahertz",
        "calories": "calorie,calories",
        "decibels": "decibel,decibels",
    }
)
UNIT_SIGNS = {"%": "%", "°C": "°C", "° C": "°C", "°F": "°F", "° F": "°F", "°": "degrees", "m": "metres"}
