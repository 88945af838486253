"""Renders: what may be ordered, how a job goes, who may fetch the film, what a restart does."""

from __future__ import annotations

import copy
import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests

from t2v.endpoints import RENDER, RENDER_DOWNLOAD, RENDER_STATUS
from t2v.errors import SkillError
from tests.running_studio import SKILL, Client, RunningStudio, order, running_studio
from tests.studio.scripted import Renderer, scripted

FILM = b"film" * 1000


@pytest.fixture
def session(guest: Client) -> str:
    """A session with a film in it."""
    session = guest.session()
    guest.say(session, "generate a dog")
    return session


@pytest.fixture
def draft(guest: Client, session: str) -> dict[str, Any]:
    draft: dict[str, Any] = guest.state(session)["draft"]
    return draft


def plain(url: str, **headers: str) -> requests.Response:
    """Get a link as a browser would: with nothing but the link."""
    return requests.get(url, headers=headers, timeout=10)


# A job


def test_a_render_is_free_and_ends_with_a_link(guest: Client, session: str) -> None:
    before = guest.credits()
    started = guest.render(session)
    assert started.status_code == 200
    assert started.json()["status"] in ("pending", "processing", "completed")
    done = guest.finished("render_1")
    assert done["status"] == "completed"
    assert done["progress"] == 1
    assert done["output"].items() >= {"width": 64, "duration_ms": 4000, "size": 4000}.items()
    assert guest.credits() == before


def test_the_film_that_is_rendered_is_the_one_of_the_draft(
    guest: Client, session: str, renderer: Renderer
) -> None:
    guest.render(session)
    guest.finished("render_1")
    (film,) = renderer.films
    assert json.loads(json.dumps(film.to_wire())) == guest.state(session)["draft"]


def test_progress_is_told_while_it_is_made(guest: Client, session: str, renderer: Renderer) -> None:
    renderer.proceed.clear()
    guest.render(session)
    until(lambda: guest.status("render_1")["progress"] == 0.5)
    status = guest.status("render_1")
    assert (status["status"], status["output"]) == ("processing", None)
    renderer.proceed.set()
    assert guest.finished("render_1")["status"] == "completed"


def test_the_same_id_again_is_the_same_job(guest: Client, session: str, renderer: Renderer) -> None:
    draft = guest.state(session)["draft"]
    threads = [
        threading.Thread(target=guest.post, args=(RENDER.path,), kwargs={"json": body})
        for body in [order(session, draft)] * 6
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    guest.finished("render_1")
    assert guest.render(session).json()["status"] == "completed"
    assert len(renderer.films) == 1


def test_two_accounts_may_use_the_same_id(api: RunningStudio, guest: Client, session: str) -> None:
    own = api.session()
    api.say(own, "generate a dog")
    guest.render(session)
    api.render(own)
    links = {client.finished("render_1")["output"]["url"] for client in (api, guest)}
    assert len(links) == 2


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (SkillError("render_failed", "The film is too short."), "The film is too short."),
        (RuntimeError("a secret of the inside"), "The film could not be drawn."),
    ],
)
def test_a_film_that_cannot_be_made_fails_alone(
    guest: Client, session: str, renderer: Renderer, failure: Exception, words: str
) -> None:
    renderer.failures.append(failure)
    guest.render(session)
    failed = guest.finished("render_1")
    assert (failed["status"], failed["error"], failed["output"]) == ("failed", words, None)
    guest.render(session, id="render_2")
    assert guest.finished("render_2")["status"] == "completed"


# Who may


@pytest.mark.parametrize("missing", sorted(SKILL))
def test_without_a_skill_header_export_is_402(guest: Client, session: str, missing: str) -> None:
    draft = guest.state(session)["draft"]
    del guest.web.headers[missing]
    answer = guest.post(RENDER.path, json=order(session, draft))
    assert (answer.status_code, answer.json()["code"]) == (402, 402)


def test_a_plan_without_export_is_402_and_the_owner_always_may(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), anonymous_export=False) as studio:
        codes = []
        for client in (studio.anonymous(), studio):
            session = client.session()
            client.say(session, "generate a dog")
            codes.append(client.render(session).status_code)
    assert codes == [402, 200]


def test_renders_of_others_do_not_exist(api: RunningStudio, guest: Client, session: str) -> None:
    guest.render(session)
    guest.finished("render_1")
    for path in (RENDER_STATUS.path, RENDER_DOWNLOAD.path):
        assert api.get(path.format(render="render_1")).status_code == 404
    answer = api.post(RENDER.path, json=order(session, guest.state(session)["draft"]))
    assert answer.json()["code"] == 1002


# The file


def test_a_link_needs_no_token(guest: Client, session: str) -> None:
    guest.render(session)
    film = plain(guest.finished("render_1")["output"]["url"])
    assert (film.status_code, film.content) == (200, FILM)
    assert film.headers["Content-Type"] == "video/mp4"


def test_the_fallback_needs_one(guest: Client, session: str) -> None:
    guest.render(session)
    guest.finished("render_1")
    path = RENDER_DOWNLOAD.path.format(render="render_1")
    assert guest.get(path).content == FILM
    assert plain(guest.url + path).status_code == 401


def test_a_download_can_be_resumed(guest: Client, session: str) -> None:
    guest.render(session)
    url = guest.finished("render_1")["output"]["url"]
    etag = plain(url).headers["ETag"]
    rest = plain(url, Range="bytes=3990-", **{"If-Range": etag})
    assert (rest.status_code, rest.content) == (206, FILM[3990:])
    assert rest.headers["Content-Range"] == "bytes 3990-3999/4000"
    changed = plain(url, Range="bytes=3990-", **{"If-Range": '"other"'})
    assert (changed.status_code, len(changed.content)) == (200, 4000)
    assert plain(url, Range="bytes=9999-").status_code == 416


def test_a_changed_link_is_worthless(guest: Client, session: str) -> None:
    guest.render(session)
    url = guest.finished("render_1")["output"]["url"]
    _, _, _, _, key, expires, signature, name = url.split("/")
    later = str(int(expires) + 1)
    for parts in (
        (key, later, signature, name),
        (key, expires, signature[:-2] + "AA", name),
        (key, expires, "é", name),
        ("rnd_other", expires, signature, name),
    ):
        assert plain("/".join([guest.url, "files", *parts])).status_code == 403
    assert plain(f"{guest.url}/files/{key}/-1/{signature}/{name}").status_code == 404


def test_a_link_expires_and_the_status_has_a_new_one(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), link_s=0.0) as studio:
        session = studio.session()
        studio.say(session, "generate a dog")
        studio.render(session)
        assert plain(studio.finished("render_1")["output"]["url"]).status_code == 403


def test_a_film_that_is_not_done_cannot_be_fetched(
    guest: Client, session: str, renderer: Renderer
) -> None:
    renderer.proceed.clear()
    guest.render(session)
    assert guest.get(RENDER_DOWNLOAD.path.format(render="render_1")).status_code == 404
    renderer.proceed.set()


# What may be ordered


def changed(draft: dict[str, Any], *path: str | int, to: object) -> dict[str, Any]:
    """Return a copy of the draft with one value changed."""
    copied = copy.deepcopy(draft)
    place: Any = copied
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return copied


Orders = Callable[..., requests.Response]


@pytest.fixture
def ordered(guest: Client, session: str, draft: dict[str, Any]) -> Orders:
    """Orders the draft with one value changed."""
    return lambda *path, to: guest.post(
        RENDER.path, json=order(session, changed(draft, *path, to=to))
    )


SEGMENT = ("t", 0, "sg", 0)
SCENE = (*SEGMENT, "m", "scene")


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (("d",), 0),
        (("d",), -1),
        (("d",), 10**12),
        (("d",), 1.5),
        (("d",), "4000"),
        (("d",), True),
        (("unknown",), 1),
        (("t",), []),
        (("t",), {}),
        (("t",), [{"tt": 0, "sg": []}] * 13),
        (("t", 0, "tt"), 3),
        (("t", 0, "sg"), []),
        (("m", "fps"), 1000),
        (("m", "aspect"), "2:1"),
        (("m", "style"), "../../etc/passwd"),
        (("m", "width"), 10**9),
        ((*SEGMENT, "d"), 0),
        ((*SEGMENT, "m", "start"), -5),
        ((*SEGMENT, "m", "name"), "x" * 301),
        ((*SEGMENT, "m", "asset"), "upl_1"),
        ((*SCENE, "place"), "nowhere"),
        ((*SCENE, "words"), "x" * 2001),
        ((*SCENE, "seed"), 1e300),
        ((*SCENE, "subjects"), [{"name": "dog", "count": 10**6}]),
        ((*SCENE, "subjects"), [{"name": "dog"}] * 25),
        ((*SCENE, "subjects"), "dog"),
    ],
)
def test_a_hostile_draft_is_refused_before_anything_is_drawn(
    ordered: Orders, renderer: Renderer, path: tuple[str | int, ...], to: object
) -> None:
    assert ordered(*path, to=to).status_code == 422
    assert renderer.films == []


def test_more_segments_than_any_film_has_are_refused(
    guest: Client, session: str, draft: dict[str, Any]
) -> None:
    many = changed(draft, "t", 0, "sg", to=draft["t"][0]["sg"] * 201)
    assert guest.post(RENDER.path, json=order(session, many)).status_code == 422


def test_an_upload_that_is_not_the_sessions_is_refused(
    guest: Client, session: str, draft: dict[str, Any]
) -> None:
    meta = {"start": 0, "name": "x", "asset": "upl_of_others", "kind": "video"}
    stolen = changed(draft, "t", 0, "sg", 0, "m", to=meta)
    assert guest.post(RENDER.path, json=order(session, stolen)).status_code == 422


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "../../x"},
        {"id": ""},
        {"id": "x" * 65},
        {"id": 5},
        {"output": {"format": "exe"}},
        {"output": {"quality": "best"}},
        {"output": {"format": "mp4", "path": "/etc/passwd"}},
        {"output": "mp4"},
        {"draft": None},
        {"more": 1},
    ],
)
def test_a_hostile_order_is_refused(
    guest: Client, session: str, draft: dict[str, Any], changes: dict[str, Any]
) -> None:
    body = {**order(session, draft), **changes}
    assert guest.post(RENDER.path, json=body).status_code == 422


def test_an_order_may_leave_the_output_open(
    guest: Client, session: str, draft: dict[str, Any]
) -> None:
    body = {"id": "render_1", "sessionId": session, "draft": draft}
    assert guest.post(RENDER.path, json=body).status_code == 200
    assert guest.finished("render_1")["output"]["format"] == "mp4"


def test_every_draft_that_the_studio_makes_can_be_ordered(
    guest: Client, api: RunningStudio
) -> None:
    session = api.session()
    for text in ("generate a dog", 'edit It\'s 100% "real": %{n}\\n', "silently 标题 🎬"):
        api.say(session, text)
    assert api.render(session).status_code == 200


# Restarts


def test_a_queued_film_is_made_after_a_restart(tmp_path: Path) -> None:
    stuck = Renderer()
    stuck.proceed.clear()
    with running_studio(tmp_path / "s", scripted(stuck)) as first:
        session = first.session()
        first.say(session, "generate a dog")
        first.render(session)
        until(lambda: first.status("render_1")["status"] == "processing")
    with running_studio(tmp_path / "s", scripted()) as second:
        assert second.finished("render_1")["status"] == "completed"
        assert second.state(session)["draft"]["t"]
        assert second.token != first.token


def test_a_film_that_kills_the_studio_is_given_up(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted()) as first:
        session = first.session()
        first.say(session, "generate a dog")
        first.render(session)
        first.finished("render_1")
        first.studio.database.change("UPDATE renders SET status = 'processing', attempts = 3")
    with running_studio(tmp_path / "s", scripted()) as second:
        failed = second.finished("render_1")
        assert (failed["status"], failed["error"]) == ("failed", "interrupted")


def test_a_chat_that_was_killed_costs_nothing_and_its_session_goes_on(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted()) as first:
        session = first.session()
        first.studio.ledger.reserve("owner", "e-killed", "generate", 100)
        assert first.credits()["frozen"] == 100
    with running_studio(tmp_path / "s", scripted()) as second:
        assert second.credits() == {"available": 1_000_000, "frozen": 0, "total": 1_000_000}
        assert second.say(session, "generate a dog")


def test_a_chat_that_is_stopped_gives_its_credits_back(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), pace=20.0) as studio:
        guest = studio.anonymous()
        with guest.chat(guest.session(), "generate a dog", stream=True) as answer:
            next(answer.iter_content(1))
        account = studio.studio.database.row("SELECT account, state FROM ledger WHERE credits=100")
        assert account is not None
    with running_studio(tmp_path / "s", scripted()) as again:
        (row,) = again.studio.database.rows("SELECT state FROM ledger WHERE kind = 'generate'")
        assert row["state"] == "returned"


# Cleaning


def test_old_sessions_and_their_files_are_thrown_away(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted()) as first:
        session = first.session()
        first.say(session, "generate a dog")
        first.render(session)
        first.finished("render_1")
        assert list((first.home / "renders").iterdir())
    with running_studio(tmp_path / "s", scripted(), keep_days=0.0) as second:
        assert list((second.home / "renders").iterdir()) == []
        assert second.status("render_1")["code"] == 404


def test_when_the_disk_is_full_the_oldest_films_go(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), disk_mb=0.009) as studio:
        session = studio.session()
        studio.say(session, "generate a dog")
        for number in (1, 2, 3):
            studio.render(session, id=f"render_{number}")
            studio.finished(f"render_{number}")
        until(lambda: len(list((studio.home / "renders").iterdir())) == 2)
        assert studio.status("render_1")["code"] == 404
        assert studio.status("render_3")["status"] == "completed"


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that another thread does."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.005)
