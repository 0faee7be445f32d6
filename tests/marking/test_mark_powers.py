import pytest
from test_mark_signs_and_fractions import values


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "The pond holds 10⁶ algae and 3×10⁶ eggs.", ["1000000", "3000000"]),
        ("en", "They burnt 1.5 x 10^9 tonnes for $2 × 10⁵.", ["1500000000 tonnes", "200000 USD"]),
        ("en", "Between 10⁶ and 10⁷ tons; over 10**4 barrels.", ["1000000…10000000 tons", "more_than 10000 barrels"]),
        ("en", "A net loss of -2×10³ points, then 10^{12} bytes.", ["-2000", "1000000000000"]),
        ("de", "Es sind 1,5·10⁹ Tonnen, etwa 10⁶ Zellen und 2,5×10^6 Euro.", ["1500000000 Tonnen", "about 1000000", "2500000 EUR"]),
        ("fr", "Plus de 10⁶ oiseaux ont coûté 1,5 × 10⁹ euros.", ["more_than 1000000", "1500000000 EUR"]),
        ("ru", "Добыто 1,5·10⁹ рублей и 10⁶ тонн.", ["1500000000 RUB", "1000000 тонн"]),
        ("zh", "湖里大约有3×10⁶条鱼。", ["about 3000000"]),
        ("ko", "세포는 10⁶개였다.", ["1000000"]),
    ],
)  # fmt: skip
def test_a_power_of_ten_is_one_number(language, text, right):
    assert values(text, language) == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "There are 4⁹⁹ games, 2^10 rows, 10⁻⁶ grams, 10^-3 parts, 10⁹⁹ atoms, 10^999999 worlds.", []),
        ("en", "Take 3×10⁶×10³, 2 × 3^4, 10^6^2 and 1,250×10⁶.", []),
        ("en", "It had 10² members, 120³ voters and opened in 1998³.", []),
        ("en", "The field is 5 km² and the tank 7 m³, 3 x 10 boards.", ["5", "7", "3", "10"]),
        ("de", "Es gibt 4⁹⁹ Wege und 10⁻⁶ Gramm auf 7 km².", ["7 km²"]),
        ("fr", "Il y a 4⁹⁹ voies et 10⁻⁶ gramme sur 7 km².", ["7 km²"]),
        ("zh", "共有4⁹⁹种走法，10⁻⁶克。", []),
    ],
)  # fmt: skip
def test_other_powers_and_footnotes_are_no_figures(language, text, right):
    assert values(text, language) == right
