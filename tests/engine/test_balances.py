"""What two balances say about the work between them, as a table."""

from __future__ import annotations

import pytest

from t2v.account import Credits
from t2v.costs.balances import FREE, UNSURE, Money, Verdict, moved, verdict
from t2v.report import Charged


def holding(available: int, frozen: int = 0) -> Credits:
    return Credits(available, frozen, available + frozen)


@pytest.mark.parametrize(
    ("before", "after", "alone", "money", "fell"),
    [
        (holding(100), holding(50), True, Money.FELL, 50),
        (holding(100), holding(100), True, Money.SAME, 0),
        (holding(100), holding(100), False, Money.SAME, 0),
        (holding(100), holding(50), False, Money.MIXED, 0),
        (holding(100), holding(200), True, Money.MIXED, 0),  # topped up meanwhile
        (holding(100, 50), holding(50), True, Money.MIXED, 0),  # another's reserve
        (holding(50, 50), holding(100), True, Money.SAME, 0),  # another's reserve, given back
        (holding(50, 50), holding(50), True, Money.MIXED, 0),
        (holding(100), holding(50, 50), True, Money.RESERVED, 0),
        (None, holding(50), True, Money.UNSEEN, 0),
        (holding(100), None, True, Money.UNSEEN, 0),
    ],
)
def test_a_balance_moves(
    *, before: Credits | None, after: Credits | None, alone: bool, money: Money, fell: int
) -> None:
    assert moved(before, after, alone=alone) == (money, fell)


@pytest.mark.parametrize(
    ("money", "estimate", "expected"),
    [
        (Money.SAME, 50, FREE),
        (Money.FELL, 50, Verdict(Charged.YES, 30)),
        (Money.MIXED, 50, UNSURE),
        (Money.RESERVED, 50, UNSURE),
        (Money.UNSEEN, 50, UNSURE),
        (Money.FELL, 0, Verdict(Charged.YES, 30)),  # it has a price after all
        (Money.MIXED, 0, FREE),
        (Money.UNSEEN, 0, FREE),
    ],
)
def test_an_answered_request_is_charged_as_the_balance_says(
    money: Money, estimate: int, expected: Verdict
) -> None:
    assert verdict(money, 30, estimate=estimate) == expected
