from decimal import Decimal

import pytest

from summarizer.errors import UsageError
from summarizer.llm import Endpoint, FlatPrice
from summarizer.summary import Tokens


def test_a_hosted_model_costs_what_the_list_says_and_less_for_what_was_cached():
    price = Endpoint("gpt-4o-mini").known_price
    assert price is not None
    whole = price.cost(Tokens(input=1_000_000, output=1_000_000, cached=0))
    cached = price.cost(Tokens(input=1_000_000, output=1_000_000, cached=1_000_000))
    assert 0 < cached < whole
    assert whole == Decimal("0.75")


def test_a_model_of_nobody_knows_whom_has_no_price():
    assert Endpoint("gpt-4o-mini", "http://127.0.0.1:9/v1").known_price is None


def test_what_the_user_says_a_model_costs_counts():
    price = Endpoint("gpt-4o-mini", price=FlatPrice.parse("1/2.5")).known_price
    assert price is not None
    assert price.cost(Tokens(input=3, output=1, cached=1)) == Decimal("0.0000055")


def test_costs_are_rounded_up_so_that_no_sum_is_below_what_was_spent():
    price = FlatPrice.parse("0.0001/0")
    assert price.cost(Tokens(input=1, output=0, cached=0)) == Decimal("1e-9")


@pytest.mark.parametrize("text", ["", "1", "1/2/3", "a/b", "-1/2", "nan/1", "inf/1", "1,5/2"])
def test_what_is_no_price_is_refused_with_an_example(text):
    with pytest.raises(UsageError, match=r"0\.15/0\.60"):
        FlatPrice.parse(text)


def test_a_password_in_a_base_url_is_not_shown():
    assert Endpoint("m", "http://me:SENTINEL@host:81/v1").shown_url == "http://host:81/v1"
    assert Endpoint("m").shown_url is None
