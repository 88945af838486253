"""`credits --history`: what was asked, when, what it cost and which file came of it."""

from __future__ import annotations

import pytest

from t2v.commands.credits import credits as show
from t2v.context import Context
from t2v.costs import history
from t2v.costs.entries import Intent, Settlement
from t2v.endpoints import CHAT, CREDITS, STATE
from t2v.errors import SkillError
from tests.engine.conftest import ContextMaker
from tests.engine.exporting import run
from tests.engine.small_film import MUSIC, SILENT, VIDEO, balance, state, tell
from tests.fake_time import FakeTime
from tests.scripted_service import ScriptedService

PRICES = "A video costs about 100, an edit about 50, an export nothing."


def ask(context: Context, backend: str, words: str, credits_: int | None = 50) -> str:
    begun = context.ledger.intend(Intent(kind="edit", backend=backend, asked=words, estimate=50))
    charged = "unknown" if credits_ is None else "yes"
    context.ledger.settle(Settlement(begun, charged, credits_))
    return begun


def test_a_film_its_price_and_its_file_stand_in_one_row(
    context: Context, service: ScriptedService, film: str, time: FakeTime
) -> None:
    service.on(STATE, state(VIDEO), state(VIDEO, MUSIC))
    service.on(CREDITS, balance(200), balance(150))
    service.on(CHAT, SILENT)
    tell(context, "add some music")
    exported = run(context)
    assert exported.data["credits_spent"] == 0
    time.now += 60
    told = show(context, history=20)
    assert told.say == f"150 credits left. {PRICES} So far 2 requests cost 50 credits."
    render, edit = told.data["history"]
    assert (edit["asked"], edit["charged"], edit["credits"]) == ("add some music", "yes", 50)
    assert edit["file"] == render["file"] == exported.data["file"]
    assert edit["at"] == "2027-01-15T08:00:00Z"
    assert (render["kind"], render["asked"], render["credits"]) == ("render", "mp4, high", 0)


def test_it_is_shown_without_a_network(make_context: ContextMaker, own_home: object) -> None:
    context = make_context(NEMO_API_URL="http://127.0.0.1:9", NEMO_TOKEN="nmv_usr_own")  # noqa: S106
    ask(context, "http://127.0.0.1:9", "make it blue")
    told = show(context, history=5)
    assert told.say.startswith("The balance could not be read: ")
    assert told.say.endswith("So far 1 request cost 50 credits.")
    assert "available" not in told.data
    assert [one["asked"] for one in told.data["history"]] == ["make it blue"]


def test_it_needs_no_account(make_context: ContextMaker, service: ScriptedService) -> None:
    told = show(make_context(), history=5)
    assert told.say.endswith("Nothing has been asked yet.")
    assert (told.data["history"], told.lines) == ([], ())
    assert service.history == []
    with pytest.raises(SkillError):
        show(make_context())


def test_it_is_bounded(context: Context, service: ScriptedService) -> None:
    service.serve_project()
    for number in range(30):
        ask(context, service.url, f"edit {number}", None if number == 3 else 50)
    told = show(context, history=20)
    assert [one["asked"] for one in told.data["history"]] == [
        f"edit {number}" for number in range(29, 9, -1)
    ]
    assert told.data["asked"] == 30
    assert "30 requests cost 1450 credits; of 1 nobody knows the price." in told.say
    assert show(context, history=0).data["history"] == []
    assert len(show(context, history=10**9).data["history"]) == 30


def test_estimates_follow_what_was_paid(context: Context, service: ScriptedService) -> None:
    service.serve_project()
    for _ in range(3):
        ask(context, service.url, "edit", 30)
    assert show(context, history=1).data["estimates"] == {"generate": 100, "edit": 30}


def test_people_read_an_aligned_table() -> None:
    row = {"kind": "edit", "estimate": 50, "open": False, "file": None}
    lines = history.table(
        [
            {**row, "at": "2027-01-15T08:00:00Z", "asked": "夜の海", "credits": 50},
            {**row, "at": "2027-01-15T07:59:00Z", "asked": "x" * 90, "credits": None},
            {
                **row,
                "at": "2027-01-14T07:59:00Z",
                "asked": "",
                "credits": None,
                "open": True,
                "kind": "render",
                "file": "/home/u/film.mp4",
            },
        ]
    )
    assert lines == (
        "when (UTC)        what    asked                                     credits  file",
        "2027-01-15 08:00  edit    夜の海                                    50",
        "2027-01-15 07:59  edit    " + "x" * 39 + "…  ? (~50)",
        f"2027-01-14 07:59  render{' ' * 44}open     /home/u/film.mp4",
    )
