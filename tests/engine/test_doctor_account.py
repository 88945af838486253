"""The studio, its fonts and the account, as the doctor finds them."""

from __future__ import annotations

import pytest

from t2v import local
from t2v.checks import account, shell, studio
from t2v.checks.finding import State
from t2v.endpoints import API_URL, CREDITS
from t2v.store import KeptToken, Store
from tests.engine.conftest import PatientMaker
from tests.fake_time import FakeTime, Heard
from tests.scripted_service import Answer, ScriptedService, ok, refusal

TOKEN = "nmv_usr_canary"  # noqa: S105 - a test's own


def test_the_studio_is_wanted_only_with_local(
    patient: PatientMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "NEEDED", ("no_such_studio",))
    monkeypatch.setenv("PATH", "")
    command = shell.install("text-to-video-skills[studio]")
    for url, state_of in (("local", State.FAIL), (API_URL, State.OK)):
        finding = studio.studio(patient(NEMO_API_URL=url))
        assert (finding.state, finding.mend) == (state_of, command)
    finding = studio.fonts(patient(text="a")) or pytest.fail("no finding")
    assert (finding.state, finding.mend) == (State.WARN, command)


def test_characters_that_no_font_has_are_named(patient: PatientMaker) -> None:
    finding = studio.fonts(patient(text="𒀀 dog, ሀ 狗\u200b \n 𒀀"))
    assert finding is not None
    said = "No font has U+12000 (Cuneiform sign a); these are left out."
    assert (finding.state, finding.say) == (State.WARN, said)


@pytest.mark.parametrize(("days", "state_of"), [(2, State.OK), (9, State.WARN)])
def test_a_free_token_has_an_age(
    patient: PatientMaker, heard: Heard, time: FakeTime, days: int, state_of: State
) -> None:
    ill = patient()
    kept = KeptToken(TOKEN, time.now - days * 86_400)
    Store(ill.home, heard.say).keep_token(ill.settings.api_url, kept)
    finding = account.token(ill)
    assert finding is not None
    assert (finding.state, f"{days} days old" in finding.say) == (state_of, True)
    assert TOKEN not in finding.say


@pytest.mark.parametrize(
    ("answer", "state_of", "said"),
    [
        (ok(available=20, frozen=0, total=20), State.WARN, "20 are left"),
        (ok(available=500, frozen=0, total=500), State.OK, "500 are left"),
        (refusal(1001, status=401), State.FAIL, "not accepted any more"),
        (refusal(500, status=500), State.WARN, "a fault of its own"),
    ],
)
def test_the_balance_is_asked_once_and_no_token_is_asked_for(
    patient: PatientMaker, service: ScriptedService, answer: Answer, state_of: State, said: str
) -> None:
    service.serve_project()
    service.on(CREDITS, answer)
    finding = account.credits_left(patient(NEMO_TOKEN=TOKEN))
    assert finding is not None
    assert (finding.state, said in finding.say) == (state_of, True)
    assert [seen.path for seen in service.history] == ["/", CREDITS.path]


def test_without_a_token_the_balance_is_not_asked_for(
    patient: PatientMaker, service: ScriptedService
) -> None:
    assert account.credits_left(patient()) is None
    assert service.calls(CREDITS) == []
