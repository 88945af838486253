"""The studio as it is, nothing scripted: from words to a film, and its commands for people."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import requests

from t2v.draft import Timeline
from t2v_studio.__main__ import main
from t2v_studio.media import probe
from tests.running_studio import RunningStudio


def test_words_become_a_film(studio: RunningStudio, tmp_path: Path) -> None:
    session = studio.session()
    studio.say(session, "A dog running through a sunny park, 2 seconds")
    studio.say(session, 'add the title "Good boy"')
    assert studio.render(session).status_code == 200
    done = studio.finished("render_1")
    assert done["status"] == "completed", done
    film = tmp_path / "film.mp4"
    film.write_bytes(requests.get(done["output"]["url"], timeout=10).content)
    info = probe(film)
    assert (info.kind, info.duration_ms, info.has_audio) == ("video", 2000, True)
    assert main(["sheet", str(film), str(tmp_path / "sheet.png"), "--frames", "2"]) == 0
    assert probe(tmp_path / "sheet.png").kind == "image"


def test_a_film_can_hold_what_was_uploaded(studio: RunningStudio, tmp_path: Path) -> None:
    session = studio.session()
    studio.say(session, "A beach at dusk, 1 second")
    studio.render(session)
    film = tmp_path / "beach.mp4"
    url = studio.finished("render_1")["output"]["url"]
    film.write_bytes(requests.get(url, timeout=10).content)
    other = studio.session()
    assert studio.upload(other, film).json()["data"]["files"][0]["duration_ms"] == 1000
    studio.say(other, "use my video")
    (track, *_) = studio.state(other)["draft"]["t"]
    assert track["sg"][0]["m"]["asset"].startswith("upl_")
    studio.render(other, id="render_2")
    assert studio.finished("render_2")["status"] == "completed"


def test_explain_says_what_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "two cats in the rain"]) == 0
    assert "cat" in str(json.loads(capsys.readouterr().out))


def test_a_timeline_becomes_a_picture(
    studio: RunningStudio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = studio.session()
    studio.say(session, "A beach at dusk")
    timeline = Timeline.from_state(studio.state(session)).plain()
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(timeline)))
    assert main(["picture", str(tmp_path / "timeline.png")]) == 0
    assert probe(tmp_path / "timeline.png").kind == "image"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["sheet", "missing.mp4", "x.png"], 65, "no file missing.mp4"),
        (["sheet", __file__, "x.png"], 65, "none of the formats"),
        (["picture", "x.png"], 64, "not the JSON of a timeline"),
    ],
)
def test_bad_input_is_told_in_a_sentence(
    arguments: list[str],
    code: int,
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("no json"))
    assert main(arguments) == code
    assert words in capsys.readouterr().err
