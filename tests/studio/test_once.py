"""Rows 67 to 69: killed, asked twice, left alone: the work is done once and paid for once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from t2v.endpoints import CHAT, RENDER
from t2v_studio import chats
from t2v_studio.api.chat import KEY
from tests.running_studio import Client, RunningStudio, events, message, order, running_studio
from tests.studio.listening import eventually, texts
from tests.studio.programs import Start
from tests.studio.scripted import REPLY, Renderer, scripted

AT_ONCE = 12
NO_GIFT = {"T2V_STUDIO_OWNER_CREDITS": "0"}
"""A restart that tops the owner's credits up would hide what became of them."""


def at_once(ask: Callable[[], Any]) -> list[Any]:
    """Ask the same from several threads that begin together."""
    gate = threading.Barrier(AT_ONCE)

    def ask_together(_: int) -> Any:
        gate.wait(10)
        return ask()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(ask_together, range(AT_ONCE)))


def keyed(client: Client, session: str, text: str, key: str = "intent-1", **more: Any) -> Any:
    """Chat under a key, over a connection of its own."""
    body = message(session, text)
    own = Client(client.url, client.token)
    return own.post(CHAT.path, json=body, headers={KEY: key}, **more)


# Row 67: kill -9


def test_a_studio_killed_during_a_chat_gives_its_credits_back_once(start: Start) -> None:
    first = start(T2V_STUDIO_PACE="30")
    owner = first.ready()
    session = owner.session()
    with keyed(owner, session, "a dog in a park", stream=True) as answer:
        next(answer.iter_content(1))
        assert owner.credits()["frozen"] == 100
        first.kill()
    for _ in range(2):  # a second restart gives nothing more
        program = start(**NO_GIFT)
        owner = program.ready()
        assert owner.credits() == {"available": 1_000_000, "frozen": 0, "total": 1_000_000}
        program.kill()
    owner = start(**NO_GIFT).ready()
    assert events(keyed(owner, session, "a dog in a park").text)
    assert owner.credits()["total"] == 1_000_000 - 100


def test_a_studio_killed_during_a_film_makes_it_after_all(start: Start) -> None:
    first = start(T2V_STUDIO_SCALE="1", T2V_STUDIO_FPS="60")
    owner = first.ready()
    session = owner.session()
    owner.say(session, "a dog in a park, 4 seconds")
    owner.render(session)
    eventually(lambda: owner.status("render_1")["status"] == "processing")
    first.kill()
    second = start(**NO_GIFT)
    again = second.ready()
    assert again.finished("render_1")["status"] == "completed"
    assert again.credits()["total"] == 1_000_000 - 100
    names = [path.name for path in (second.home / "renders").iterdir()]
    assert len(names) == 1, "half a film was left"


def test_a_studio_killed_behind_a_charge_does_not_charge_again(start: Start) -> None:
    first = start()
    owner = first.ready()
    session = owner.session()
    keyed(owner, session, "a dog in a park")
    before = owner.state(session)
    first.kill()
    owner = start(**NO_GIFT).ready()
    answer = keyed(owner, session, "a dog in a park")
    assert (answer.status_code, answer.json()["code"]) == (409, 409)
    assert owner.credits() == {"available": 999_900, "frozen": 0, "total": 999_900}
    assert owner.state(session) == before


# Row 68: the same operation twice


def test_the_same_render_from_many_sides_is_one_film(
    guest: Client, session: str, draft: dict[str, Any], renderer: Renderer
) -> None:
    def ask() -> int:
        own = Client(guest.url, guest.token)
        return own.post(RENDER.path, json=order(session, draft)).status_code

    assert at_once(ask) == [200] * AT_ONCE
    assert guest.finished("render_1")["status"] == "completed"
    assert len(renderer.films) == 1


def test_the_same_chat_from_many_sides_is_one_turn_that_all_hear(
    guest: Client, api: RunningStudio
) -> None:
    session = guest.session()
    streams = at_once(lambda: keyed(guest, session, "generate a dog").text)
    assert [texts(events(stream), partial=False)[-1] for stream in streams] == [REPLY] * AT_ONCE
    assert guest.credits() == {"available": 0, "frozen": 0, "total": 0}
    charges = api.studio.database.rows("SELECT state FROM ledger WHERE kind = 'generate'")
    assert [row["state"] for row in charges] == ["charged"]
    assert keyed(guest, session, "generate a dog").text == streams[0]


def test_without_a_key_or_with_another_a_message_is_a_new_turn(api: RunningStudio) -> None:
    session = api.session()
    for key in ("a", "b", ""):
        keyed(api, session, "edit Title", key)
    keyed(api, api.session(), "edit Title", "a")
    assert api.credits()["total"] == 1_000_000 - 4 * 50


def test_a_key_that_was_refused_for_want_of_credits_can_be_used_again(guest: Client) -> None:
    session = guest.session()
    keyed(guest, session, "generate a dog", "first")
    for _ in range(2):
        assert keyed(guest, session, "generate a dog", "second").json()["code"] == 2001
    assert guest.credits()["total"] == 0


@pytest.mark.parametrize("key", ["a" * 65, "a b", "\xe9"])
def test_a_key_that_is_no_name_is_400(guest: Client, key: str) -> None:
    assert keyed(guest, guest.session(), "ask", key).status_code == 400


def test_only_so_many_turns_are_remembered_by_key(
    api: RunningStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chats, "_KEPT", 5)
    session = api.session()
    for number in range(20):
        keyed(api, session, "ask", f"key-{number}")
    assert len(api.studio.chats._by_key) <= 6


# Row 69: the client leaves


def test_clients_that_leave_get_their_film_and_leave_nothing_behind(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), pace=0.1) as studio:
        sessions = [studio.session() for _ in range(20)]
        for session in sessions:
            with keyed(studio, session, "generate a dog", session, stream=True) as answer:
                next(answer.iter_content(1))
        eventually(lambda: studio.studio.chats.running == 0)
        assert all(studio.state(session)["draft"]["t"] for session in sessions)
        assert studio.credits() == {"available": 998_000, "frozen": 0, "total": 998_000}
        eventually(lambda: studio.running._server._crowd.inside == 0)
        assert not studio.studio.chats.operations()


def test_turns_that_nobody_waits_for_do_not_pile_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chats, "_RUNNING", 3)
    with running_studio(tmp_path / "s", scripted(), pace=20.0) as studio:
        session = studio.session()
        statuses = []
        for _ in range(5):
            with studio.chat(session, "edit Title", stream=True) as answer:
                statuses.append(answer.status_code)
        assert statuses == [200, 200, 200, 429, 429]
        assert answer.headers["Retry-After"] == "30"
