from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.statistics import Count, Paired, difference, estimate, sign_test

FEW = 50
some_counts = st.lists(
    st.integers(0, 9).flatmap(lambda of: st.builds(Count, st.integers(0, of), st.just(of))), max_size=8
)


def test_the_estimate_is_the_ratio_of_the_sums_and_not_the_mean_of_the_ratios():
    assert estimate([Count(1, 1), Count(0, 9)]).value == pytest.approx(0.1)


def test_nothing_to_count_has_no_value():
    assert estimate([Count(0, 0)]).value is None


def test_no_article_has_no_value():
    assert estimate([]).value is None


def test_the_same_counts_have_the_same_interval():
    counts = [Count(hits, 5) for hits in range(6)]
    assert estimate(counts) == estimate(counts)


def test_another_seed_draws_other_articles():
    counts = [Count(hits * hits, 97) for hits in range(10)]
    assert estimate(counts, seed=1) != estimate(counts, seed=2)


def test_the_interval_of_fair_coins_is_as_wide_as_the_normal_one():
    found = estimate([Count(side % 2, 1) for side in range(100)])
    assert (found.low, found.high) == pytest.approx((0.40, 0.60), abs=0.02)


@given(some_counts)
def test_the_interval_is_in_order_and_inside_the_possible(counts):
    found = estimate(counts, resamples=FEW)
    if found.low is not None and found.high is not None:
        assert all(low <= high for low, high in pairwise([0, found.low, found.high, 1]))


@given(some_counts)
def test_a_run_does_not_differ_from_itself(counts):
    found = difference([Paired(count, count) for count in counts], resamples=FEW)
    assert found.value in {None, 0}


def test_the_difference_is_positive_where_the_second_run_is_better():
    assert difference([Paired(Count(1, 4), Count(3, 4))]).value == pytest.approx(0.5)


def test_pairing_takes_the_hardness_of_articles_out_of_the_interval():
    pairs = [Paired(Count(hits, 10), Count(hits + 1, 10)) for hits in range(9)]
    found = difference(pairs)
    assert (found.low, found.high) == pytest.approx((0.1, 0.1))


def test_the_sign_test_is_the_chance_of_so_many_heads_or_tails():
    assert sign_test(0, 0) == 1
    assert sign_test(1, 1) == 1
    assert sign_test(8, 0) == pytest.approx(2 / 2**8)
    assert sign_test(3, 9) == pytest.approx(0.1460, abs=0.0001)  # R: binom.test(3, 12)$p.value


def test_the_sign_test_is_the_same_from_either_side_and_quick_for_many():
    assert sign_test(4800, 5200) == sign_test(5200, 4800) < 0.0001
