"""From a chat to a film that speaks and rains: the real voice, the real mix, the finished file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import requests
from numpy.typing import NDArray

from t2v_studio.narrators import INSTALL, Narrator
from t2v_studio.sound import integrated, true_peak
from tests.running_studio import RunningStudio
from tests.studio.listening import texts
from tests.studio.movie_samples import sound_of
from tests.studio.sound_figures import decibels, share

RATE = 48_000
Heard = NDArray[np.float32]


def rendered(studio: RunningStudio, session: str, folder: Path, name: str) -> Heard:
    """Render a session's film and return its sound."""
    assert studio.render(session, id=name).status_code == 200
    done = studio.finished(name)
    assert done["status"] == "completed", done
    film = folder / f"{name}.mp4"
    film.write_bytes(requests.get(done["output"]["url"], timeout=10).content)
    return sound_of(film)


def track(studio: RunningStudio, session: str, name: str) -> list[dict[str, Any]]:
    tracks = studio.state(session)["draft"]["t"]
    return [one for track in tracks if track["m"]["name"] == name for one in track["sg"]]


def speech_db(heard: Heard, start_s: float, end_s: float) -> float:
    """Return the level where a voice is and this calm music is not."""
    cut = heard[round(start_s * RATE) : round(end_s * RATE)]
    return decibels(np.sqrt(share(cut, RATE, 2500, 8000)) * cut.std())


def test_a_narration_that_was_asked_for_by_chat_is_heard_in_the_file(
    studio: RunningStudio, tmp_path: Path
) -> None:
    session = studio.session()
    studio.say(session, "a calm lake, 4 seconds, no sound effects")
    before = rendered(studio, session, tmp_path, "before")
    studio.say(session, "add narration: 'Nothing moves. The lake sleeps all day.'")
    (spoken,) = track(studio, session, "Voice")
    assert spoken["m"]["text"] == "Nothing moves. The lake sleeps all day."
    assert spoken["m"]["role"] == "voice"
    heard = rendered(studio, session, tmp_path, "after")
    assert speech_db(heard, 0.1, 2.2) > speech_db(before, 0.1, 2.2) + 12
    assert abs(integrated(heard, RATE) + 16) < 1
    assert true_peak(heard) < 10 ** (-1 / 20)
    studio.say(session, "remove the narration")
    assert not track(studio, session, "Voice")


def test_the_caption_is_read_aloud_from_when_it_stands_there(
    studio: RunningStudio, tmp_path: Path
) -> None:
    session = studio.session()
    studio.say(session, "a calm lake, 4 seconds, no music, no sound effects")
    studio.say(session, 'add a caption "The lake sleeps" from 2s to 4s')
    studio.say(session, "read the caption aloud")
    (spoken,) = track(studio, session, "Voice")
    assert (spoken["m"]["start"], spoken["m"]["text"]) == (2000, "The lake sleeps")
    heard = rendered(studio, session, tmp_path, "read")
    assert np.abs(heard[: round(1.9 * RATE)]).max() < 1e-4
    assert speech_db(heard, 2, 3) > -60


def test_a_language_that_nobody_speaks_is_said_and_nothing_changes(studio: RunningStudio) -> None:
    session = studio.session()
    studio.say(session, "a calm lake")
    draft = studio.state(session)["draft"]
    said = studio.say(session, "加旁白:“湖面很平静”")
    assert "没有会说这种语言的语音" in "".join(texts(said, partial=False))
    assert studio.state(session)["draft"] == draft


def test_where_no_voice_is_installed_the_command_is_said(
    studio: RunningStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Narrator, "installed", property(lambda _self: False))
    session = studio.session()
    studio.say(session, "a calm lake")
    said = "".join(texts(studio.say(session, "add narration: 'Hello'"), partial=False))
    assert INSTALL in said
    assert not track(studio, session, "Voice")


def test_rain_is_heard_until_effects_are_off(studio: RunningStudio, tmp_path: Path) -> None:
    session = studio.session()
    studio.say(session, "a park in the rain, 2 seconds, no music")
    assert integrated(rendered(studio, session, tmp_path, "rain"), RATE) > -30
    studio.say(session, "no sound effects")
    assert np.abs(rendered(studio, session, tmp_path, "dry")).max() < 1e-4
