"""Renders: how a job goes, who may order one, and who may fetch the film."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from pathlib import Path

import pytest
import requests

from t2v.endpoints import RENDER, RENDER_DOWNLOAD, RENDER_STATUS
from t2v.errors import SkillError
from t2v_studio import protocol
from tests.running_studio import SKILL, Client, RunningStudio, order, running_studio
from tests.studio.listening import eventually
from tests.studio.scripted import Renderer, scripted

FILM = b"film" * 1000


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
    eventually(lambda: guest.status("render_1")["progress"] == 0.5)
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


def test_whoever_has_fetched_a_film_can_tell_that_all_of_it_is_there(
    guest: Client, session: str
) -> None:
    guest.render(session)
    told = guest.finished("render_1")["output"]
    fetched = plain(told["url"]).content
    assert (told["size"], told["sha256"]) == (len(fetched), hashlib.sha256(fetched).hexdigest())


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


def test_whoever_does_not_read_is_hung_up_on(
    guest: Client, api: RunningStudio, session: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "STALL_S", 0.05)
    guest.render(session)
    url = guest.finished("render_1")["output"]["url"]
    (film,) = (api.home / "renders").iterdir()
    os.truncate(film, 100_000_000)  # more than the buffers between us can hold
    connections = api.running._server.server_state.connections
    others = len(connections)
    with requests.get(url, stream=True, timeout=10) as answer:
        eventually(lambda: len(connections) == others)
        with pytest.raises(requests.exceptions.RequestException):
            _ = answer.content


def test_a_film_that_is_not_done_cannot_be_fetched(
    guest: Client, session: str, renderer: Renderer
) -> None:
    renderer.proceed.clear()
    guest.render(session)
    assert guest.get(RENDER_DOWNLOAD.path.format(render="render_1")).status_code == 404
    renderer.proceed.set()
