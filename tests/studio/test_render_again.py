"""A film that is there already is given again, and never one that would be another today."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from t2v_studio import imprint
from t2v_studio.imprint import Imprints
from tests.running_studio import Client, RunningStudio, order, running_studio
from tests.studio.listening import eventually
from tests.studio.movie_samples import film
from tests.studio.scripted import Renderer, scripted

DRAFT = film(1000).to_wire()
HOW: dict[str, Any] = {"container": "mp4", "quality": "high", "fps": None, "scale": 1.0}


def with_upload(draft: dict[str, Any]) -> dict[str, Any]:
    sound = {"d": 500, "m": {"start": 0, "name": "song", "asset": "a"}}
    return {**draft, "t": [*draft["t"], {"tt": 1, "sg": [sound]}]}


# What a film depends on


def test_the_same_order_has_the_same_imprint() -> None:
    reordered = dict(reversed(DRAFT.items()))
    assert Imprints().of(DRAFT, {}, **HOW) == Imprints().of(reordered, {}, **HOW)


@pytest.mark.parametrize(
    "change",
    [{"container": "mov"}, {"quality": "low"}, {"fps": 60}, {"scale": 0.5}, {"draft": film(999)}],
    ids=str,
)
def test_whatever_changes_the_film_changes_the_imprint(change: dict[str, Any]) -> None:
    how = {**HOW, **change}
    draft = how.pop("draft").to_wire() if "draft" in how else DRAFT
    assert Imprints().of(draft, {}, **how) != Imprints().of(DRAFT, {}, **HOW)


def test_an_upload_counts_by_what_is_in_it(tmp_path: Path) -> None:
    imprints, path = Imprints(), tmp_path / "song.mp3"
    draft = with_upload(DRAFT)

    def taken(content: bytes, at: int) -> str:
        path.write_bytes(content)
        os.utime(path, ns=(at, at))
        return imprints.of(draft, {"a": path, "unused": tmp_path / "missing"}, **HOW)

    first, again, other = taken(b"one", 1), taken(b"one", 2), taken(b"two", 3)
    assert first == again != other
    assert imprints.of(DRAFT, {"a": path}, **HOW) == imprints.of(DRAFT, {}, **HOW)


@pytest.mark.parametrize("installed", [[], [("numpy", "9.9")]])
def test_other_libraries_are_another_program(
    monkeypatch: pytest.MonkeyPatch, installed: list[tuple[str, str]]
) -> None:
    monkeypatch.setattr(imprint, "distributions", lambda: [Distribution(*one) for one in installed])
    assert imprint.program.__wrapped__() != imprint.program()


class Distribution:
    def __init__(self, name: str, version: str) -> None:
        self.name, self.version = name, version


def test_changed_code_is_another_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(imprint, "_PACKAGE", tmp_path)
    (tmp_path / "a.py").write_text("x = 1")
    before = imprint.program.__wrapped__()
    (tmp_path / "a.py").write_text("x = 2")
    assert imprint.program.__wrapped__() != before


# A second export


def test_a_second_export_of_an_unchanged_draft_is_there_at_once(
    guest: Client, session: str, renderer: Renderer
) -> None:
    guest.render(session)
    first = guest.finished("render_1")
    renderer.proceed.clear()  # nobody could draw it now
    second = guest.render(session, id="render_2").json()
    assert second["status"] == "completed"
    assert {**second["output"], "url": ""} == {**first["output"], "url": ""}
    assert guest.get("/api/render/proxy/render_2/download").content == b"film" * 1000
    assert len(renderer.films) == 1
    renderer.proceed.set()


LOW = {"format": "mp4", "quality": "low"}


@pytest.mark.parametrize("change", [{"quality": "high"}, {"format": "webm"}, {"fps": 60}], ids=str)
def test_a_changed_order_is_drawn(
    guest: Client, session: str, renderer: Renderer, change: dict[str, Any]
) -> None:
    guest.render(session)
    guest.finished("render_1")
    guest.render(session, id="render_2", output={**LOW, **change})
    assert guest.finished("render_2")["status"] == "completed"
    assert len(renderer.films) == 2


def test_a_changed_draft_is_drawn(api: RunningStudio, renderer: Renderer) -> None:
    session = api.session()
    api.say(session, "generate a dog")
    for number in (1, 2):
        api.say(session, f"edit title {number}")
        api.render(session, id=f"render_{number}")
        assert api.finished(f"render_{number}")["status"] == "completed"
    assert len(renderer.films) == 2


def test_a_film_of_somebody_else_is_not_given(
    api: RunningStudio, guest: Client, session: str, renderer: Renderer
) -> None:
    guest.render(session)
    guest.finished("render_1")
    own = api.session()
    api.say(own, "generate a dog")
    api.render(own)
    assert api.finished("render_1")["status"] == "completed"
    assert len(renderer.films) == 2


def test_a_film_whose_file_is_gone_is_drawn_again(
    api: RunningStudio, guest: Client, session: str, renderer: Renderer
) -> None:
    guest.render(session)
    guest.finished("render_1")
    for film_file in (api.home / "renders").iterdir():
        film_file.unlink()
    guest.render(session, id="render_2")
    assert guest.finished("render_2")["status"] == "completed"
    assert len(renderer.films) == 2


def test_a_film_given_twice_takes_its_room_once(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), disk_mb=0.009) as studio:
        session = studio.session()
        studio.say(session, "generate a dog")
        for number in (1, 2, 3):
            studio.render(session, id=f"render_{number}")
            studio.finished(f"render_{number}")
        studio.studio.clean()
        assert len(list((studio.home / "renders").iterdir())) == 3


# Two at a time, and the crew


def test_a_short_film_does_not_wait_for_a_long_one(
    guest: Client, session: str, renderer: Renderer
) -> None:
    renderer.proceed.clear()
    draft = guest.state(session)["draft"]
    for number, quality in ((1, "low"), (2, "high")):
        output = {"format": "mp4", "quality": quality}
        body = order(session, draft, id=f"render_{number}", output=output)
        guest.post("/api/render/proxy/lambda", json=body)
    eventually(lambda: len(renderer.films) == 2)
    renderer.proceed.set()
    for number in (1, 2):
        assert guest.finished(f"render_{number}")["status"] == "completed"


def test_cleaning_leaves_alone_what_is_being_written(
    api: RunningStudio, guest: Client, session: str, renderer: Renderer
) -> None:
    renderer.proceed.clear()
    guest.render(session)
    eventually(lambda: guest.status("render_1")["status"] == "processing")
    key = api.studio.database.rows("SELECT key FROM renders")[0]["key"]
    unfinished, stray = (api.home / "renders" / f".{one}-0a.part" for one in (key, "rnd_x"))
    for path in (unfinished, stray):
        path.write_bytes(b"half a film")
    api.studio.clean()
    assert (unfinished.exists(), stray.exists()) == (True, False)
    renderer.proceed.set()


def test_the_crew_gets_ready_for_a_film_while_the_chat_goes_on(tmp_path: Path) -> None:
    with running_studio(tmp_path / "s", scripted(), workers=3) as studio:
        session = studio.session()
        studio.say(session, "ask who you are")
        assert studio.studio.rendering._crew is None
        studio.say(session, "generate a dog")
        eventually(lambda: bool(getattr(studio.studio.rendering._crew, "expected", None)))
        crew: Any = studio.studio.rendering._crew
        wire = [json.loads(json.dumps(film.to_wire())) for film in crew.expected]
        assert wire == [studio.state(session)["draft"]]
        assert crew.size == 3
    assert crew.closed
