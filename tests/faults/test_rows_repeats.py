"""Rows 10 to 12 and 25: what comes again, by what name, and what never does."""

from __future__ import annotations

import json

from t2v.endpoints import ANONYMOUS_TOKEN, CHAT, CREATE_SESSION, CREDITS, INTENT_KEY
from t2v.store import Store
from tests.faults.case import WHOLE, event, refused, stream
from tests.faults.peer import fault
from tests.faults.tallies import tally
from tests.faults.world import SLUG, World

EXPIRED = fault(stream(event(errorCode="1001", errorMessage="expired")))


def test_row_25_a_repeated_message_carries_the_same_name_and_a_new_one_another(
    world: World,
) -> None:
    world.keep_token()
    world.peer.on(CHAT, EXPIRED, WHOLE)
    for words in ("add a title", "make it brighter"):
        assert world.run("send", words, env={"NEMO_TOKEN": None}).document["ok"] is True
    refused, repeated, new = (call.headers[INTENT_KEY] for call in world.peer.calls(CHAT))
    tally(faults=1, secrets=world.leaked, slowest_s=world.seconds)
    assert refused == repeated != new
    ledger = (world.home / "text-to-video" / "ledger" / "00000001.jsonl").read_text()
    intents = [row["id"] for row in map(json.loads, ledger.splitlines()) if row["row"] == "intent"]
    assert {repeated, new} <= set(intents)


def session_of(world: World) -> str:
    """Return the id of the project that is kept."""
    session = Store(world.home, lambda _: None).session(f"{world.peer.url} {SLUG}")
    assert session is not None
    return session.session_id


def test_row_10_a_free_token_is_never_asked_for_under_another_id(world: World) -> None:
    slow = fault(refused(429, "one a week", "429 Too Many Requests", "Retry-After: 1"))
    world.peer.on(ANONYMOUS_TOKEN, slow)
    for _ in range(2):
        assert world.run("connect", env={"NEMO_TOKEN": None}).code == "token_quota"
    tally(faults=2, secrets=world.leaked, slowest_s=world.seconds)
    ids = {call.headers["X-Client-Id"] for call in world.peer.calls(ANONYMOUS_TOKEN)}
    assert len(world.peer.calls(ANONYMOUS_TOKEN)) == 2
    assert len(ids) == 1


def test_row_11_a_users_own_token_that_is_over_costs_no_project(world: World) -> None:
    world.peer.on(CREDITS, fault(refused(1001)), WHOLE)
    assert world.run("credits").code == "token_expired"
    assert world.run("credits").document["ok"] is True
    tally(faults=1, secrets=world.leaked, slowest_s=world.seconds)
    assert session_of(world) == "session-1"
    assert world.charging() == {}


def test_row_12_a_project_that_is_gone_is_replaced_and_the_edit_is_not_repeated(
    world: World,
) -> None:
    world.peer.on(CHAT, fault(refused(1002)), WHOLE)
    told = world.run("send", "add a title")
    tally(faults=1, secrets=world.leaked, slowest_s=world.seconds)
    assert (told.code, told.document["charged"]) == ("session_lost", "no")
    assert "describe the video again" in told.say
    assert len(world.peer.calls(CHAT)) == len(world.peer.calls(CREATE_SESSION)) == 1
