"""Renders: which orders are taken, and that no hostile one comes near the renderer."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests

from t2v.endpoints import RENDER
from tests.running_studio import Client, RunningStudio, order, running_studio
from tests.studio.scripted import Renderer, scripted


def changed(draft: dict[str, Any], *path: str | int, to: object) -> dict[str, Any]:
    """Return a copy of the draft with one value changed."""
    copied = copy.deepcopy(draft)
    place: Any = copied
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return copied


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory, renderer: Renderer) -> Iterator[RunningStudio]:
    """One studio for all of these: what is refused changes nothing."""
    home = tmp_path_factory.mktemp("orders") / "studio"
    with running_studio(home, scripted(renderer)) as running:
        yield running


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
        (("d",), 4000.0),
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
        ((*SCENE, "words"), "x" * 20_001),
        ((*SCENE, "seed"), 1e300),
        ((*SCENE, "subjects"), [{"name": "dog", "count": 10**6}]),
        ((*SCENE, "subjects"), [{"name": "dog"}] * 25),
        ((*SCENE, "subjects"), "dog"),
    ],
)
def test_a_hostile_draft_is_refused_before_anything_is_drawn(
    ordered: Orders, renderer: Renderer, path: tuple[str | int, ...], to: object
) -> None:
    before = len(renderer.films)
    assert ordered(*path, to=to).status_code == 422
    assert len(renderer.films) == before


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
