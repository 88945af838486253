"""Row 25: a message that comes again is known by the name of its intent."""

from __future__ import annotations

import json

from t2v.endpoints import CHAT, INTENT_KEY
from tests.faults.case import WHOLE, event, stream
from tests.faults.peer import fault
from tests.faults.tallies import tally
from tests.faults.world import World

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
