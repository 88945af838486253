"""One who is told to slow down slows all; what follows from a failure, for an item and for all."""

from __future__ import annotations

import pytest

from t2v.batches.fates import ATTEMPTS, Fate, fate
from t2v.batches.pace import FIRST_S, LONGEST_S, MOST_ASKED_S, PATIENCE, Pace, PacedClient
from t2v.endpoints import CREDITS, STATE
from t2v.errors import SkillError
from t2v.failures import FAILURES
from t2v.report import Charged
from t2v.secret import Secret
from tests.fake_time import FakeTime
from tests.scripted_service import ScriptedService, ok, reply

SLOWER = reply({"code": 429, "message": "slow"}, 429, Retry_After="20")


def test_a_429_of_one_closes_the_gate_for_all() -> None:
    time, service = FakeTime(), ScriptedService()
    pace = Pace(time.clock)
    one, other = (PacedClient(pace, service.url, {}, time.clock) for _ in range(2))
    one.token = other.token = Secret("nmv_usr_own")
    service.on(CREDITS, SLOWER, ok(available=1))
    service.on(STATE, ok(state={}))
    try:
        one.call(CREDITS)
        began = time.now
        pace.slow(20)
        other.call(STATE, session="s")
        assert time.now - began >= 20
    finally:
        one.close()
        other.close()
        service.close()


def test_pauses_grow_where_nobody_says_how_long_and_end_when_it_goes_well() -> None:
    time = FakeTime()
    pace = Pace(time.clock)
    lengths = []
    for _ in range(8):
        pace.trouble()
        began = time.now
        pace.turn()
        lengths.append(round(time.now - began))
    assert lengths == [5, 10, 20, 40, 80, 160, 300, 300]
    pace.fine()
    pace.trouble()
    began = time.now
    pace.turn()
    assert round(time.now - began) == FIRST_S


def test_nobody_can_stop_a_batch_for_years() -> None:
    time = FakeTime()
    pace = Pace(time.clock)
    pace.slow(1e12)
    began = time.now
    pace.turn()
    assert time.now - began == MOST_ASKED_S > LONGEST_S


def test_too_much_trouble_in_a_row_ends_it() -> None:
    pace = Pace(FakeTime().clock)
    assert [pace.trouble(0.0) for _ in range(PATIENCE)] == [False] * (PATIENCE - 1) + [True]


@pytest.mark.parametrize(
    ("code", "charged", "attempts", "expected"),
    [
        ("agent_failed", Charged.NO, 1, Fate.FAIL),
        ("no_credits", Charged.NO, 1, Fate.STOP),
        ("rate_limited", Charged.NO, 9, Fate.SLOWLY),
        ("download_failed", Charged.YES, 1, Fate.AGAIN),
        ("download_failed", Charged.YES, ATTEMPTS, Fate.FAIL),
        ("no_change", Charged.NO, 1, Fate.AGAIN),
        ("no_change", Charged.UNKNOWN, 1, Fate.FAIL),
        ("session_lost", Charged.YES, 1, Fate.FAIL),
    ],
)
def test_what_may_cost_is_never_begun_anew(
    code: str, charged: Charged, attempts: int, expected: Fate
) -> None:
    assert fate(SkillError(code, charged=charged), attempts) is expected


def test_every_code_of_a_fate_is_one_that_there_is() -> None:
    from t2v.batches import fates

    assert set(fates._FATES) | fates._ONCE <= FAILURES.keys()
